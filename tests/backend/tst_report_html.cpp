// The report file: what it says, that nothing in it can run or reach out, and how it is replaced.
#include "backend/report/report_html.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int second, int millisecond = 0)
{
    return QDateTime(QDate(2026, 3, 4), QTime(13, 5, second, millisecond), Qt::UTC);
}

ReportTree sampleTree()
{
    ReportTree tree;
    tree.title = u"Backup-CsPool"_s;
    tree.commandLine = u"Backup-CsPool -PoolFqdn atl-cs-001.litwareinc.com -SteadyState"_s;
    tree.user = u"ann"_s;
    tree.machine = u"console-1"_s;
    tree.programVersion = u"0.1.0"_s;
    tree.deployment = {QUuid::createUuid(), DeploymentKind::Lab, u"litwareinc.com"_s, u"/home/ann/lab"_s};
    tree.outcome = Outcome::SucceededWithWarnings;
    tree.started = at(0);
    tree.ended = at(9, 400);
    tree.facts = {{u"Pool"_s, u"atl-cs-001.litwareinc.com"_s}, {u"Backup pool"_s, u"dublin-cs-001.litwareinc.com"_s}};
    tree.warnings = {{at(3), u"3 files vanished."_s, u"Restore them."_s, u"a/b.txt"_s, u"Copy module"_s, true}};
    tree.notIncluded = {u"Call Park settings"_s};
    ReportNode copy{u"Copy module UserServices.PresenceFocus"_s,
                    StepResult::SucceededWithWarnings,
                    {u"Kept aside: urn:lcd:bob@litwareinc.com"_s},
                    12,
                    {{u"documents copied"_s, 1234567, false}, {u"bytes copied"_s, 5 * 1024 * 1024, true}},
                    at(1),
                    at(4, 250),
                    {{u"Verify"_s, StepResult::Succeeded, {}, 0, {}, at(3), at(4), {}, 0}},
                    0};
    tree.steps = {{u"Read the topology"_s, StepResult::Succeeded, {}, 0, {}, at(0), at(0, 40), {}, 0}, copy};
    return tree;
}

QString page(const ReportTree &tree, const QByteArray &zone = "UTC")
{
    return QString::fromUtf8(renderReportHtml(tree, QTimeZone(zone)));
}

// The text between the tags, white space simplified, the style left out.
QString visibleText(const QString &html)
{
    QXmlStreamReader xml(html);
    QString text;
    bool isHidden = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() || xml.isEndElement()) {
            isHidden = xml.isStartElement() && (xml.name() == u"style" || xml.name() == u"title");
            text += u' ';
        } else if (xml.isCharacters() && !isHidden) {
            text += xml.text();
        }
    }
    return xml.hasError() ? xml.errorString() : text.simplified();
}

} // namespace

class TestReportHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageSaysWhatHappened_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::newRow("title") << u"Backup-CsPool litwareinc.com Done with warnings"_s;
        QTest::newRow("kind") << u"LAB DEPLOYMENT"_s;
        QTest::newRow("command") << u"Command line Backup-CsPool -PoolFqdn atl-cs-001.litwareinc.com -SteadyState"_s;
        QTest::newRow("fact") << u"Backup pool dublin-cs-001.litwareinc.com"_s;
        QTest::newRow("who") << u"Run by ann on console-1"_s;
        QTest::newRow("where") << u"litwareinc.com, a lab deployment in /home/ann/lab"_s;
        QTest::newRow("start with its zone") << u"Started 2026-03-04 13:05:00 UTC+00:00"_s;
        QTest::newRow("duration") << u"Duration 9.4 s"_s;
        QTest::newRow("warnings counted") << u"Warnings: 1"_s;
        QTest::newRow("warning") << u"3 files vanished."_s;
        QTest::newRow("what to do") << u"What to do: Restore them."_s;
        QTest::newRow("where it was written") << u"a/b.txt · in the step “Copy module” · not shown on the screen"_s;
        QTest::newRow("step")
            << u"With warnings Copy module UserServices.PresenceFocus 2026-03-04 13:05:01 UTC+00:00 · 3.3 s"_s;
        QTest::newRow("count") << u"documents copied 1,234,567"_s;
        QTest::newRow("bytes") << u"bytes copied 5.00 MiB (5,242,880 bytes)"_s;
        QTest::newRow("information") << u"Kept aside: urn:lcd:bob@litwareinc.com Further lines, not listed here: 12."_s;
        QTest::newRow("child after its parent") << u"not listed here: 12. Succeeded Verify"_s;
        QTest::newRow("not included") << u"What this does not include Call Park settings"_s;
    }
    void thePageSaysWhatHappened()
    {
        QFETCH(QString, expected);
        const QString text = visibleText(page(sampleTree()));
        QVERIFY2(text.contains(expected), qPrintable(text));
    }

    void everyOutcomeHasItsWord_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("word");
        QTest::newRow("succeeded") << Outcome::Succeeded << u"Succeeded"_s;
        QTest::newRow("warnings") << Outcome::SucceededWithWarnings << u"Done with warnings"_s;
        QTest::newRow("failed") << Outcome::Failed << u"Failed"_s;
        QTest::newRow("cancelled") << Outcome::Cancelled << u"Cancelled"_s;
        QTest::newRow("skipped") << Outcome::Skipped << u"Skipped: nothing was done"_s;
        QTest::newRow("preview") << Outcome::Previewed << u"Preview: nothing was changed"_s;
        QTest::newRow("interrupted") << Outcome::Interrupted << u"Interrupted"_s;
    }
    void everyOutcomeHasItsWord()
    {
        QFETCH(Outcome, outcome);
        QFETCH(QString, word);
        ReportTree tree = sampleTree();
        tree.outcome = outcome;
        tree.steps.clear();
        const QString text = visibleText(page(tree));
        QVERIFY2(text.contains(QString(u"Backup-CsPool litwareinc.com "_s + word + u" The run"_s)), qPrintable(text));
    }

    void theStyleIsPartOfThePage()
    {
        const QString html = page(sampleTree());
        QVERIFY(html.contains(u"@media (prefers-color-scheme: dark)"_s));
        QVERIFY(html.contains(u"@media print"_s));
    }

    void timesFollowTheZoneOfTheReader()
    {
        const QString text = visibleText(page(sampleTree(), "America/St_Johns"));
        QVERIFY2(text.contains(u"Started 2026-03-04 09:35:00 UTC−03:30"_s), qPrintable(text));
    }

    void aServerIsNeverTakenForALab()
    {
        ReportTree tree = sampleTree();
        tree.deployment.kind = DeploymentKind::Server;
        const QString text = visibleText(page(tree));
        QVERIFY(!text.contains(u"LAB DEPLOYMENT"_s));
        QVERIFY(text.contains(u"SERVER DEPLOYMENT"_s));
    }

    void aPlanIsShownForAPreviewOnly()
    {
        ReportTree tree = sampleTree();
        tree.plan = {u"What if: Performing the operation"_s};
        QVERIFY(!visibleText(page(tree)).contains(u"What if: Performing"_s));
        tree.outcome = Outcome::Previewed;
        QVERIFY(visibleText(page(tree)).contains(u"What would be done What if: Performing the operation"_s));
    }

    // Every text of the tree, one at a time, filled with what would break out of a page.
    void hostileTextStaysText_data()
    {
        QTest::addColumn<QString>("hostile");
        QTest::addColumn<QString>("shown");
        QTest::newRow("script") << u"<script>alert(1)</script>"_s << u"<script>alert(1)</script>"_s;
        QTest::newRow("attribute") << u"\" onclick=\"x' y='"_s << u"\" onclick=\"x' y='"_s;
        QTest::newRow("entity") << u"&lt;b&gt;&#x26;"_s << u"&lt;b&gt;&#x26;"_s;
        QTest::newRow("end of style") << u"</style></body><!-- ]]>"_s << u"</style></body><!-- ]]>"_s;
        QTest::newRow("control characters")
            << QString(u"a"_s + QChar(0) + QChar(7) + QChar(0x1b) + u"[31m"_s + QChar(0x7f)) << u"a␀␇␛[31m␡"_s;
        QTest::newRow("C1") << QString(u"a"_s + QChar(0x85) + QChar(0x9b)) << u"a\uFFFD\uFFFD"_s;
        QTest::newRow("lone high surrogate") << QString(u"a"_s + QChar(0xd83d) + u"b"_s) << u"a\uFFFDb"_s;
        QTest::newRow("lone low surrogate") << QString(u"a"_s + QChar(0xde00)) << u"a\uFFFD"_s;
        QTest::newRow("high surrogate at the end") << QString(u"a"_s + QChar(0xd83d)) << u"a\uFFFD"_s;
        QTest::newRow("pair") << u"a😀b"_s << u"a😀b"_s;
        QTest::newRow("noncharacter") << QString(u"a"_s + QChar(0xffff)) << u"a\uFFFD"_s;
        QTest::newRow("placeholder") << u"%1 %2 %L3"_s << u"%1 %2 %L3"_s;
    }
    void hostileTextStaysText()
    {
        QFETCH(QString, hostile);
        QFETCH(QString, shown);
        ReportTree tree = sampleTree();
        tree.title = tree.commandLine = tree.user = tree.machine = tree.programVersion = hostile;
        tree.deployment.name = tree.deployment.location = hostile;
        tree.facts = {{hostile, hostile}};
        tree.errors = {{at(1), hostile, hostile, hostile, hostile, false}};
        tree.warnings = tree.errors;
        tree.plan = tree.notIncluded = {hostile};
        tree.outcome = Outcome::Previewed;
        tree.steps = {{hostile, StepResult::Failed, {hostile}, 0, {{hostile, 1, false}}, at(1), at(2), {}, 0}};
        const QString html = page(tree);
        const QString text = visibleText(html);
        // Title, name, command line, fact twice, deployment twice, user, machine, program twice, error and warning four
        // times each, plan, step, count, information, not included.
        QCOMPARE(text.count(shown.simplified()), 24);
        static const QRegularExpression forbidden(
            u"<script|<img|<link|<iframe|<a |src=|href=|url\\(|@import|https?://|javascript:| on[a-z]+=\""_s);
        QVERIFY2(!forbidden.match(html).hasMatch(), qPrintable(forbidden.match(html).captured()));
    }

    void aHugeReportIsRenderedWhole()
    {
        ReportTree tree = sampleTree();
        ReportNode node = tree.steps.at(1);
        node.information.fill(u"One of very many exceptional items that are listed"_s, 1000);
        tree.steps.fill(node, 100);
        const QByteArray html = renderReportHtml(tree, QTimeZone::utc());
        QVERIFY(html.count("exceptional items") == 100 * 1000);
    }

    void anExistingFileIsReplaced()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"report.html"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        const ReportTree tree = sampleTree();
        QVERIFY(writeReport(tree, path).isOk());
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), renderReportHtml(tree, QTimeZone::systemTimeZone()));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"report.html"_s});
    }

    void aReportThatCannotBeWrittenIsAnErrorAndLeavesNothing()
    {
        const QTemporaryDir folder;
        const Result<> written = writeReport(sampleTree(), folder.filePath(u"no/such/folder/report.html"_s));
        QVERIFY(!written);
        QCOMPARE(written.error().id, u"ReportNotWritten"_s);
        QVERIFY(written.error().message.contains(folder.filePath(u"no/such/folder/report.html"_s)));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void theDefaultPathSaysCmdletPoolAndTimeAndIsUnique()
    {
        const QString path = defaultReportPath(u"Backup-CsPool"_s, u"a.example.com"_s, at(7));
        const QRegularExpression pattern(
            u"^"_s + QRegularExpression::escape(QDir::tempPath())
            + u"/Backup-CsPool-a\\.example\\.com-2026-03-04T13-05-07Z-[0-9a-f]{16}\\.html$"_s);
        QVERIFY2(pattern.match(path).hasMatch(), qPrintable(path));
        QVERIFY(path != defaultReportPath(u"Backup-CsPool"_s, u"a.example.com"_s, at(7)));
    }
};

QTEST_GUILESS_MAIN(TestReportHtml)
#include "tst_report_html.moc"
