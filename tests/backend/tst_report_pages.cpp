// A report divided into pages: nothing is missing, no page is too large, what is found is what is shown, and no text
// can break out of a page. The ticket's summary and what goes on paper.
#include "backend/report/report_page_html.h"
#include "backend/report/report_pages.h"
#include "backend/report/report_paper.h"
#include "backend/report/report_ticket.h"
#include "backend/report/report_text.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC);

ReportNode node(const QString &action, StepResult result = StepResult::Succeeded)
{
    return {action, result, {}, 0, {}, noon, noon.addMSecs(1500), {}, 0};
}

ReportTree emptyTree()
{
    ReportTree tree;
    tree.title = u"Backup-CsPool"_s;
    tree.commandLine = u"Backup-CsPool -PoolFqdn a.example.com"_s;
    tree.user = u"ann"_s;
    tree.machine = u"console-1"_s;
    tree.programVersion = u"1.0"_s;
    tree.deployment = {QUuid(), DeploymentKind::Lab, u"example.com"_s, u"/lab"_s};
    tree.started = noon;
    tree.ended = noon.addSecs(60);
    return tree;
}

ReportTree manySteps(int count)
{
    ReportTree tree = emptyTree();
    for (int i = 0; i < count; ++i)
        tree.steps.append(node(u"Copy document %1"_s.arg(i)));
    return tree;
}

ReportPages pagesOf(const ReportTree &tree, const QString &notice = {})
{
    return {std::make_shared<const ReportTree>(tree), QTimeZone::utc(), notice};
}

QString htmlOf(const ReportPages &pages, int page = 0)
{
    return renderReportPage(pages, page, ReportStyle::light());
}

// The texts of the page's paragraphs, in their order.
QStringList paragraphsOf(const QString &html)
{
    static const QRegularExpression paragraph(u"<p [^>]*>(.*?)</p>"_s);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    QStringList texts;
    for (auto matches = paragraph.globalMatch(html); matches.hasNext();) {
        QString text = matches.next().captured(1);
        text.remove(tag);
        text.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&quot;"_s, u"\""_s);
        text.replace(u"&#39;"_s, u"'"_s).replace(u"&amp;"_s, u"&"_s);
        texts.append(text.trimmed());
    }
    return texts;
}

QString textOf(const ReportPages &pages)
{
    QStringList lines;
    for (int page = 0; page < pages.pageCount(); ++page)
        lines += paragraphsOf(htmlOf(pages, page));
    return lines.join(u'\n');
}

} // namespace

class TestReportPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsSignedInToServersIsAFact()
    {
        ReportTree tree = emptyTree();
        const auto signedIn = [&tree] {
            for (const ReportFact &fact : reportFacts(tree, QTimeZone::utc())) {
                if (fact.name == u"Signed in as"_s)
                    return fact.value;
            }
            return QString();
        };
        QVERIFY(signedIn().isEmpty());
        tree.deployment
            = {{}, DeploymentKind::Server, u"pool.example.com"_s, u"https://pool.example.com/"_s, u"EXAMPLE\\ann"_s};
        QCOMPARE(signedIn(), u"EXAMPLE\\ann"_s);
    }

    void aSmallReportIsOnePageWithEverything()
    {
        ReportTree tree = emptyTree();
        tree.outcome = Outcome::SucceededWithWarnings;
        tree.facts = {{u"Backup pool"_s, u"b.example.com"_s}};
        tree.errors = {{noon, u"It broke."_s, u"Mend it."_s, u"a/b"_s, u"Copy"_s, false}};
        tree.warnings = {{noon, u"It creaked."_s, {}, {}, {}, true}};
        tree.warningsOmitted = 3;
        tree.notIncluded = {u"Call Park"_s};
        tree.steps = {node(u"Copy"_s, StepResult::Failed)};
        tree.steps[0].information = {u"Kept aside"_s};
        tree.steps[0].informationOmitted = 1234;
        tree.steps[0].counts = {{u"documents"_s, 1234567, false}, {u"copied"_s, 2048, true}};
        tree.steps[0].children = {node(u"Verify"_s)};
        const ReportPages pages = pagesOf(tree);
        QCOMPARE(pages.pageCount(), 1);
        QCOMPARE(
            textOf(pages),
            u"LAB DEPLOYMENT\n"
            "Everything in this report happened in a lab on this machine. No server was touched.\n"
            "Backup-CsPool\nexample.com\nDone with warnings\nThe run\n"
            "Command line\nBackup-CsPool -PoolFqdn a.example.com\nBackup pool\nb.example.com\n"
            "Deployment\nexample.com, a lab deployment in /lab\nRun by\nann on console-1\n"
            "Program\nCsPool Console 1.0\nStarted\n2026-03-04 12:00:00 UTC+00:00\n"
            "Ended\n2026-03-04 12:01:00 UTC+00:00\nDuration\n1 min 00 s\n"
            "Errors: 1\nIt broke.\nWhat to do: Mend it.\n"
            "2026-03-04 12:00:00 UTC+00:00 \u00b7 a/b \u00b7 in the step \u201cCopy\u201d\n"
            "Warnings: 4\nIt creaked.\n"
            "2026-03-04 12:00:00 UTC+00:00 \u00b7 not shown on the screen, as the command line asked\n"
            "Not listed here: 3.\n"
            "Steps\nFailed\nCopy\ndocuments: 1,234,567 \u00b7 copied: 2.00 KiB (2,048 bytes)\n"
            "2026-03-04 12:00:00 UTC+00:00 \u00b7 1.5 s\n\u2022 Kept aside\n"
            "Further lines, not listed here: 1,234.\n"
            "Succeeded\nVerify\n2026-03-04 12:00:00 UTC+00:00 \u00b7 1.5 s\n"
            "What this does not include\n\u2022 Call Park\n"
            "Written by CsPool Console 1.0. Times are those of the time zone UTC, each with its offset from UTC."_s);
    }

    void aServerIsNeverTakenForALab()
    {
        ReportTree tree = emptyTree();
        tree.deployment.kind = DeploymentKind::Server;
        const QString text = textOf(pagesOf(tree));
        QVERIFY(text.startsWith(u"SERVER DEPLOYMENT"_s));
        QVERIFY(!text.contains(u"LAB"_s));
        QVERIFY(reportTicket(tree, QTimeZone::utc(), {}).text.contains(u"Genuine servers"_s));
    }

    void aPlanIsShownForAPreviewOnly()
    {
        ReportTree tree = emptyTree();
        tree.plan = {u"What if: copy"_s};
        QVERIFY(!textOf(pagesOf(tree)).contains(u"What if: copy"_s));
        tree.outcome = Outcome::Previewed;
        QVERIFY(textOf(pagesOf(tree)).contains(u"What would be done\n\u2022 What if: copy"_s));
    }

    void aNoticeStandsBelowTheHeader()
    {
        const QStringList lines = paragraphsOf(htmlOf(pagesOf(emptyTree(), u"A part only."_s)));
        QCOMPARE(lines.indexOf(u"A part only."_s), 5);
    }

    void aHundredThousandStepsArePagesOfBoundedSize()
    {
        QElapsedTimer timer;
        timer.start();
        const ReportPages pages = pagesOf(manySteps(100'000));
        const qint64 dividing = timer.restart();
        int rows = 0;
        for (int page = 0; page < pages.pageCount(); ++page) {
            const int count = pages.firstRow(page + 1) - pages.firstRow(page);
            QVERIFY(count > 0 && count <= ReportPages::RowLimit);
            rows += count;
            QCOMPARE(pages.pageOf(pages.firstRow(page)), page);
            QCOMPARE(pages.pageOf(pages.firstRow(page + 1) - 1), page);
        }
        QCOMPARE(rows, pages.rowCount());
        QVERIFY(pages.pageCount() >= 1000);
        timer.start();
        QVERIFY(htmlOf(pages, 500).size() < 200'000);
        const qint64 rendering = timer.restart();
        const ReportHits hits = pages.find(u"document 9999"_s);
        QCOMPARE(hits.count(), 11); // 9999 and 99990 to 99999
        qInfo("100,000 steps: divided in %lld ms, a page rendered in %lld ms, searched in %lld ms", dividing, rendering,
              timer.elapsed());
    }

    void longTextsEndAPageAndAreCut()
    {
        ReportTree tree = emptyTree();
        const QString longText(1'000'000, u'x');
        for (int i = 0; i < 20; ++i) {
            tree.steps.append(node(longText));
            tree.steps.last().information = {longText};
        }
        tree.errors.fill({noon, QString(u"line\n"_s).repeated(100'000), longText, longText, longText, false}, 5);
        const ReportPages pages = pagesOf(tree);
        for (int page = 0; page < pages.pageCount(); ++page)
            QVERIFY(htmlOf(pages, page).size() < 150'000);
        QVERIFY(textOf(pages).contains(QString(QString(100, u'x') + u'\u2026')));
    }

    void hitsAreCountedPageByPage()
    {
        const ReportPages pages = pagesOf(manySteps(1000));
        const ReportHits hits = pages.find(u"COPY DOCUMENT"_s);
        QCOMPARE(hits.count(), 1000);
        QCOMPARE(hits.pageStart.size(), pages.pageCount() + 1);
        for (qint64 hit = 0; hit < hits.count(); ++hit) {
            const int page = hits.pageOf(hit);
            const QString html = paragraphsOf(htmlOf(pages, page)).filter(u"Copy document"_s).value(hits.onPage(hit));
            QCOMPARE(html, u"Copy document %1"_s.arg(hit));
        }
        QCOMPARE(hits.firstFrom(0), 0);
        QCOMPARE(hits.firstFrom(pages.pageCount()), hits.count());
    }

    void hitsDoNotOverlapAndNothingIsNowhere_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("overlapping") << u"aaaaa"_s << u"aa"_s << 2;
        QTest::newRow("other case") << u"\u00c4rger"_s << u"\u00e4RGER"_s << 1;
        QTest::newRow("across white space") << u"one \n\t two"_s << u"one two"_s << 1;
        QTest::newRow("no-break space") << u"1\u00a0000"_s << u"1 000"_s << 1;
        QTest::newRow("markup") << u"<b>&amp;</b>"_s << u"<b>&amp;</b>"_s << 1;
        QTest::newRow("control character") << QString(u"a"_s + QChar(7) + u"b"_s) << u"a\u2407b"_s << 1;
        QTest::newRow("absent") << u"here"_s << u"there is no such thing"_s << 0;
        QTest::newRow("nothing") << u"here"_s << QString() << 0;
    }
    void hitsDoNotOverlapAndNothingIsNowhere()
    {
        QFETCH(QString, action);
        QFETCH(QString, text);
        QFETCH(int, count);
        ReportTree tree = emptyTree();
        tree.steps = {node(action)};
        QCOMPARE(pagesOf(tree).find(text).count(), count);
    }

    void aSearchCanBeCancelled()
    {
        StopSource stop;
        stop.requestStop();
        QCOMPARE(pagesOf(manySteps(10)).find(u"Copy"_s, stop.token()).count(), 0);
    }

    void problemsAreFoundInBothDirections()
    {
        ReportTree tree = manySteps(500);
        tree.warnings = {{noon, u"w"_s, {}, {}, {}, false}};
        tree.steps[300].result = StepResult::Failed;
        tree.steps[400].result = StepResult::Skipped;
        tree.steps[450].result = StepResult::Running;
        const ReportPages pages = pagesOf(tree);
        const std::optional<int> warning = pages.problemAfter(-1);
        QVERIFY(warning && pages.row(*warning).part == ReportPart::Warning);
        const std::optional<int> failed = pages.problemAfter(*warning);
        QVERIFY(failed && pages.row(*failed).node->action == u"Copy document 300"_s);
        const std::optional<int> unfinished = pages.problemAfter(*failed);
        QVERIFY(unfinished && pages.row(*unfinished).node->action == u"Copy document 450"_s);
        QVERIFY(!pages.problemAfter(*unfinished));
        QCOMPARE(pages.problemBefore(pages.rowCount()), unfinished);
        QCOMPARE(pages.problemBefore(*unfinished), failed);
        QVERIFY(!pages.problemBefore(*warning));
    }

    void sectionsLeadToTheirRows()
    {
        ReportTree tree = manySteps(300);
        tree.errors = {{noon, u"e"_s, {}, {}, {}, false}};
        const ReportPages pages = pagesOf(tree);
        const QList<ReportSection> sections = pages.sections();
        QCOMPARE(sections.at(0).title, u"The run"_s);
        QCOMPARE(sections.at(1).title, u"Errors: 1"_s);
        QCOMPARE(sections.at(2).title, u"Steps"_s);
        QCOMPARE(sections.at(3).title, u"Step 1: Copy document 0"_s);
        QVERIFY(sections.size() < 60);
        for (const ReportSection &section : sections) {
            const QString anchor = u"name=\"%1\""_s.arg(reportAnchor(section.row));
            QCOMPARE(htmlOf(pages, pages.pageOf(section.row)).count(anchor), 1);
        }
    }

    // Every text of the tree filled with what would break out of a page.
    void hostileTextStaysText_data()
    {
        QTest::addColumn<QString>("hostile");
        QTest::addColumn<QString>("shown");
        QTest::newRow("script") << u"<script>alert(1)</script>"_s << u"<script>alert(1)</script>"_s;
        QTest::newRow("picture") << u"<img src='http://example.com/x.png'>"_s
                                 << u"<img src='http://example.com/x.png'>"_s;
        QTest::newRow("end of paragraph")
            << u"</p></td></table><a href=\"x\">"_s << u"</p></td></table><a href=\"x\">"_s;
        QTest::newRow("entity") << u"&lt;b&gt;"_s << u"&lt;b&gt;"_s;
        QTest::newRow("place holders") << u"%1 %2 %L3"_s << u"%1 %2 %L3"_s;
        QTest::newRow("frame marks") << QString(u"a"_s + QChar(0xfdd0) + QChar(0xfffc)) << u"a\ufffd\ufffd"_s;
        QTest::newRow("half a pair") << QString(u"a"_s + QChar(0xd800)) << u"a\ufffd"_s;
        QTest::newRow("line ends") << u"a\r\nb\u2028c"_s << QString();
    }
    void hostileTextStaysText()
    {
        QFETCH(QString, hostile);
        QFETCH(QString, shown);
        ReportTree tree;
        tree.title = tree.commandLine = tree.user = tree.machine = tree.programVersion = hostile;
        tree.deployment.name = tree.deployment.location = hostile;
        tree.facts = {{hostile, hostile}};
        tree.errors = {{noon, hostile, hostile, hostile, hostile, false}};
        tree.warnings = tree.errors;
        tree.plan = tree.notIncluded = {hostile};
        tree.outcome = Outcome::Previewed;
        tree.steps = {{hostile, StepResult::Failed, {hostile}, 1, {{hostile, 1, false}}, noon, noon, {}, 1}};
        const ReportPages pages = pagesOf(tree);
        const QString html = htmlOf(pages);
        if (!shown.isEmpty()) // title, name, command line, …: as often as in the report file
            QCOMPARE(paragraphsOf(html).join(u'\n').count(shown), 24);
        static const QRegularExpression forbidden(
            u"<script|<link|<iframe|<[^>]* href=|<[^>]* src=\"(?!cspool-icon:)|<[^>]*url\\(|@import"_s);
        QVERIFY2(!forbidden.match(html).hasMatch(), qPrintable(forbidden.match(html).captured()));
        // What is searched is what is shown.
        QStringList paragraphs;
        for (int row = 0; row < pages.rowCount(); ++row) {
            for (const ReportParagraph &paragraph : pages.paragraphs(row))
                paragraphs.append(paragraph.text);
        }
        QCOMPARE(paragraphsOf(html), paragraphs);
        QVERIFY(!paragraphs.join(QString()).contains(u'\n'));
    }

    void iconsAreDrawnForTheirAddressesOnly_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isIcon");
        QTest::newRow("icon") << u"cspool-icon:bad/cross/16"_s << true;
        QTest::newRow("no such icon") << u"cspool-icon:bad/nothing/16"_s << false;
        QTest::newRow("no size") << u"cspool-icon:bad/cross"_s << false;
        QTest::newRow("huge") << u"cspool-icon:bad/cross/100000"_s << false;
        QTest::newRow("web") << u"https://example.com/bad/cross/16"_s << false;
        QTest::newRow("file") << u"/etc/passwd"_s << false;
    }
    void iconsAreDrawnForTheirAddressesOnly()
    {
        QFETCH(QString, address);
        QFETCH(bool, isIcon);
        QCOMPARE(!reportIcon(address, ReportStyle::dark()).svg.isEmpty(), isIcon);
    }

    void aTicketSaysWhoWhenWhatAndHowItEnded()
    {
        ReportTree tree = manySteps(25);
        tree.outcome = Outcome::Failed;
        tree.errors.fill({noon, u"It <b>broke</b>."_s, u"Mend it."_s, {}, u"Copy"_s, false}, 12);
        tree.errorsOmitted = 5;
        tree.steps[0].counts = {{u"documents"_s, 7, false}};
        const ReportTicket ticket = reportTicket(tree, QTimeZone::utc(), u"/tmp/report.html"_s);
        for (const QString &expected :
             {u"Backup-CsPool: Failed\n"_s, u"- Where: Lab deployment, no server was touched\n"_s,
              u"- Command line: Backup-CsPool -PoolFqdn a.example.com\n"_s, u"- Run by: ann on console-1\n"_s,
              u"- Started: 2026-03-04 12:00:00 UTC+00:00\n"_s, u"- Report: /tmp/report.html\n"_s, u"Errors: 17\n"_s,
              u"What to do: Mend it.\n"_s, u"- Not listed here: 7.\n"_s,
              u"- Copy document 0: Succeeded (documents: 7)\n"_s, u"- Not listed here: 5.\n"_s})
            QVERIFY2(ticket.text.contains(expected), qPrintable(ticket.text));
        QCOMPARE(ticket.text.count(u"It <b>broke</b>."_s), 10);
        QCOMPARE(ticket.html.count(u"It &lt;b&gt;broke"_s), 10);
        QVERIFY(!ticket.html.contains(u"<b>broke"_s));
    }

    void aSmallReportGoesOnPaperWhole()
    {
        const auto tree = std::make_shared<const ReportTree>(manySteps(100));
        const ReportPaper paper = reportForPaper(tree);
        QCOMPARE(paper.tree, tree);
        QVERIFY(paper.notice.isEmpty());
    }

    void ofALargeReportTheBeginningAndWhatWentWrongGoOnPaper()
    {
        ReportTree large = manySteps(1000);
        large.stepsOmitted = 2;
        large.steps[700].children = {node(u"good child"_s), node(u"bad child"_s, StepResult::Failed)};
        large.steps[10].information.fill(u"sentence"_s, 40);
        const ReportPaper paper = reportForPaper(std::make_shared<const ReportTree>(large), 50);
        QVERIFY2(paper.notice.contains(u"its 1,002 steps"_s), qPrintable(paper.notice));
        const QList<ReportNode> &steps = paper.tree->steps;
        QCOMPARE(steps.first(10), large.steps.first(10));
        QCOMPARE(steps.at(10).information.size() + steps.at(10).informationOmitted, 40);
        QCOMPARE(steps.last().action, u"Copy document 700"_s);
        QCOMPARE(steps.last().children.size(), 1);
        QCOMPARE(steps.last().children.first().action, u"bad child"_s);
        QCOMPARE(steps.last().childrenOmitted, 1);
        QCOMPARE(steps.size() + paper.tree->stepsOmitted, 1002);
    }
};

QTEST_GUILESS_MAIN(TestReportPages)
#include "tst_report_pages.moc"
