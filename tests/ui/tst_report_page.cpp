// The report page with real files: ours, others', large, damaged and missing ones; search, pages, zoom, links, output.
#include "backend/report/report_html.h"
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/report/find_bar.h"
#include "ui/report/paper_layout.h"
#include "ui/report/print_preview.h"
#include "ui/report/report_notice.h"
#include "ui/report/report_page.h"
#include "ui/report/report_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC);

ReportTree manySteps(int count)
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
    for (int i = 0; i < count; ++i) {
        tree.steps.append({u"Copy document %1"_s.arg(i),
                           i == count / 2 ? StepResult::Failed : StepResult::Succeeded,
                           {},
                           0,
                           {},
                           noon,
                           noon.addMSecs(i),
                           {},
                           0});
    }
    return tree;
}

QString readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// A page in a world of its own.
struct PageWorld
{
    PageWorld()
        : page(&world.workspace())
    {
        page.resize(900, 600);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
    }

    QString write(const QString &name, const QByteArray &content)
    {
        const QString path = world.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("The file could not be written");
        return path;
    }
    QString writeTree(const ReportTree &tree, const QString &name = u"report.html"_s)
    {
        return write(name, renderReportHtml(tree, QTimeZone::utc()));
    }
    void open(const QString &path)
    {
        page.openFile(path);
        QVERIFY(waitUntil([this] { return page.hasReport(); }, 30000));
    }

    ReportView *view() { return page.findChild<ReportView *>(); }
    QString text() { return view()->toPlainText(); }
    QString where() { return page.findChild<QLabel *>(u"reportWhere"_s)->text(); }
    QString problem() { return page.findChild<QLabel *>(u"reportProblem"_s)->text(); }
    ReportNotice *notice() { return page.findChild<ReportNotice *>(); }
    QString count() { return page.findChild<QLabel *>(u"findCount"_s)->text(); }
    QAction *action(const char *name) { return page.findChild<QAction *>(QString::fromLatin1(name)); }
    void find(const QString &text)
    {
        page.find();
        page.findChild<QLineEdit *>(u"findText"_s)->clear();
        QTest::keyClicks(page.findChild<QLineEdit *>(u"findText"_s), text);
    }

    UiWorld world;
    ReportPage page;
};

} // namespace

class TestReportPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportOfARealJobIsShown();
    void aReportOfAHundredThousandStepsNeverHoldsTheWindow();
    void theFormerReportIsLetGoBeforeAnotherIsRead();
    void readingCanBeCancelled();
    void pagesAreTurnedByKeyboard();
    void hitsOnTheScreenAreThoseCounted();
    void findCountsStepsAndWraps();
    void findOnAPageOfOthers();
    void theNextProblemIsReached();
    void zoomIsRememberedAndBounded();
    void aDamagedReportIsOfferedToTheBrowser();
    void aMissingReportShowsWhatTheHistoryKnows();
    void aLargePageOfOthersIsOfferedToTheBrowser();
    void aPageOfOthersLoadsNothing();
    void linksAreOpenedOnlyWhenAnswered_data();
    void linksAreOpenedOnlyWhenAnswered();
    void theTicketIsOnTheClipboard();
    void aCopyIsSaved();
    void aCopyOntoItselfIsRefused();
    void aPdfIsWritten();
    void aPdfThatCannotBeWrittenIsSaid();
    void aSheetIsAsLargeAtEveryResolution();
    void thePreviewShowsItsSheets();
    void aReportThatChangedIsOfferedAgain();
    void recentReportsAreThoseOfTheHistory();
    void tabLeavesTheReport();
    void everyActionHasAMnemonicOfItsOwn();
};

void TestReportPage::aReportOfARealJobIsShown()
{
    PageWorld w;
    const LabResult result
        = runLab(w.world.deployment.folder(), u"Backup-CsPool -PoolFqdn a.example.com -Confirm:$false"_s);
    w.open(result.reportPath);
    QVERIFY2(w.text().contains(u"LAB DEPLOYMENT"_s), qPrintable(w.text()));
    QVERIFY(w.text().contains(u"Backup-CsPool"_s));
    QVERIFY(w.text().contains(u"b.example.com"_s));
    QCOMPARE(w.where(), u"Page 1 of 1"_s);
    QVERIFY(!w.action("reportNextPage")->isEnabled());
    QVERIFY(w.action("reportPrint")->isEnabled());
}

// A heartbeat of the window's thread while the report is read, and while it is searched.
void TestReportPage::aReportOfAHundredThousandStepsNeverHoldsTheWindow()
{
    PageWorld w;
    const QString path = w.writeTree(manySteps(100'000));
    qint64 longest = 0;
    QElapsedTimer beat;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] { longest = std::max(longest, beat.restart()); });
    timer.start(1);
    beat.start();
    w.open(path);
    QVERIFY(w.where().startsWith(u"Page 1 of 1"_s));
    const qint64 opening = std::exchange(longest, 0);
    w.find(u"document 99999"_s);
    QTRY_COMPARE_WITH_TIMEOUT(w.count(), u"1 of 1"_s, 30000);
    QVERIFY(w.text().contains(u"Copy document 99999"_s));
    qInfo("The longest gap was %lld ms while the report was opened, %lld ms while it was searched", opening, longest);
    QVERIFY2(opening < 1000 && longest < 1000, "The window was held");
}

// Kept until the other one is there, its 100,000 steps would be freed in the window's thread.
void TestReportPage::theFormerReportIsLetGoBeforeAnotherIsRead()
{
    PageWorld w;
    w.open(w.writeTree(manySteps(10)));
    QVERIFY(w.text().contains(u"Copy document 9"_s));
    w.page.openFile(w.writeTree(manySteps(1), u"other.html"_s));
    QVERIFY(!w.page.hasReport());
    QCOMPARE(w.text(), QString());
    QTRY_VERIFY(w.page.hasReport());
    QVERIFY(w.text().contains(u"Copy document 0"_s));
}

void TestReportPage::readingCanBeCancelled()
{
    PageWorld w;
    w.page.openFile(w.writeTree(manySteps(1000)));
    w.page.findChild<QPushButton *>(u"readingCancel"_s)->click();
    QVERIFY(w.page.findChild<QTreeWidget *>(u"recentReports"_s)->parentWidget()->isVisible());
    // What was read all the same is not shown: another report is, and only that.
    w.open(w.writeTree(manySteps(1), u"other.html"_s));
    QCOMPARE(w.page.path(), w.world.filePath(u"other.html"_s));
    QVERIFY(w.text().contains(u"Copy document 0"_s));
    QVERIFY(!w.text().contains(u"Copy document 1"_s));
}

void TestReportPage::pagesAreTurnedByKeyboard()
{
    PageWorld w;
    w.open(w.writeTree(manySteps(1000)));
    w.page.focusContent();
    const QString last = w.where().section(u' ', -1);
    QTest::keyClick(w.view(), Qt::Key_PageDown, Qt::AltModifier);
    QCOMPARE(w.where(), u"Page 2 of %1"_s.arg(last));
    QTest::keyClick(w.view(), Qt::Key_End, Qt::AltModifier);
    QCOMPARE(w.where(), u"Page %1 of %1"_s.arg(last));
    QVERIFY(w.text().contains(u"Copy document 999"_s));
    QVERIFY(!w.action("reportNextPage")->isEnabled());
    QTest::keyClick(w.view(), Qt::Key_Home, Qt::AltModifier);
    QVERIFY(w.where().startsWith(u"Page 1 of"_s));
    // Page by page of the screen, and at the end of the page to the next one and back to its end.
    for (int i = 0; i < 100 && w.where().startsWith(u"Page 1 of"_s); ++i)
        QTest::keyClick(w.view(), Qt::Key_PageDown);
    QVERIFY(w.where().startsWith(u"Page 2 of"_s));
    QCOMPARE(w.view()->verticalScrollBar()->value(), 0);
    QTest::keyClick(w.view(), Qt::Key_PageUp);
    QVERIFY(w.where().startsWith(u"Page 1 of"_s));
    QCOMPARE(w.view()->verticalScrollBar()->value(), w.view()->verticalScrollBar()->maximum());
}

// The data is searched, the page is marked: both must see the same text.
void TestReportPage::hitsOnTheScreenAreThoseCounted()
{
    ReportTree tree = manySteps(250);
    tree.warnings.fill({noon, u"a  b\n<i>a b</i> &amp; \u00a0a\u00a0b aaaa"_s, u"Do\r\nthis"_s, u"t"_s, u"s"_s, true},
                       30);
    tree.steps[3].information = {u"x\ty"_s, QString(QChar(7)) + QChar(0xfdd0) + QChar(0xfffc), u"   "_s};
    tree.steps[3].counts = {{u"a b"_s, 1'000'000, true}, {u"\u2028a b"_s, 1, false}};
    const auto shared = std::make_shared<const ReportTree>(tree);
    const auto pages = std::make_shared<const ReportPages>(shared, QTimeZone::utc());
    ReportView view;
    view.resize(800, 600);
    view.show();
    for (const QString &text : {u"a b"_s, u"aa"_s, u"<i>"_s, u"UTC"_s, u"1,0"_s, u"succeeded"_s, u"x y"_s, u"this"_s,
                                u"\u2022 "_s, u"\ufffd"_s, u"e"_s, u"b: "_s, u" \u00b7 "_s}) {
        const ReportHits hits = pages->find(text);
        QVERIFY2(hits.count() > 0, qPrintable(text));
        for (int page = 0; page < pages->pageCount(); ++page) {
            view.showPage(pages, page);
            const qint64 expected = hits.pageStart.at(page + 1) - hits.pageStart.at(page);
            QVERIFY2(view.markHits(text, 0) == expected,
                     qPrintable(u"\"%1\", page %2: %3 expected, %4 marked"_s.arg(text).arg(page).arg(expected).arg(
                         view.markHits(text, 0))));
        }
    }
}

void TestReportPage::findCountsStepsAndWraps()
{
    PageWorld w;
    w.open(w.writeTree(manySteps(300)));
    QTest::keyClick(w.view(), Qt::Key_F3);
    auto *field = w.page.findChild<QLineEdit *>(u"findText"_s);
    QVERIFY(field->isVisible());
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"document 29"_s);
    QTRY_COMPARE(w.count(), u"1 of 11"_s);
    QVERIFY(w.where().startsWith(u"Page 1 of"_s));
    QCOMPARE(w.view()->extraSelections().size(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(w.count(), u"2 of 11"_s);
    QVERIFY(!w.where().startsWith(u"Page 1 of"_s));
    QVERIFY(w.text().contains(u"Copy document 290"_s));
    QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(w.count(), u"1 of 11"_s);
    QVERIFY(w.where().startsWith(u"Page 1 of"_s));
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(w.count(), u"11 of 11, past the end of the report"_s);
    QTest::keyClick(field, Qt::Key_F3);
    QCOMPARE(w.count(), u"1 of 11, past the end of the report"_s);
    QTest::keyClicks(field, u"nothing of the kind"_s);
    QTRY_COMPARE(w.count(), u"Not found"_s);
    QVERIFY(w.view()->extraSelections().isEmpty());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QTRY_VERIFY(w.view()->hasFocus());
}

void TestReportPage::findOnAPageOfOthers()
{
    PageWorld w;
    w.open(w.write(u"foreign.html"_s, "<html><body><p>One fish, two fish</p></body></html>"));
    w.find(u"FISH"_s);
    QCOMPARE(w.count(), u"1 of 2"_s);
    QTest::keyClick(w.view(), Qt::Key_F3);
    QCOMPARE(w.count(), u"2 of 2"_s);
    QVERIFY(!w.action("reportTicket")->isEnabled());
}

void TestReportPage::theNextProblemIsReached()
{
    PageWorld w;
    w.open(w.writeTree(manySteps(1000)));
    w.action("reportNextProblem")->trigger();
    QVERIFY(w.text().contains(u"Copy document 500"_s));
    QVERIFY(!w.where().startsWith(u"Page 1 of"_s));
    ReportTree good = manySteps(3);
    good.steps[1].result = StepResult::Succeeded;
    w.open(w.writeTree(good));
    QTRY_VERIFY(!w.text().contains(u"Copy document 500"_s));
    w.action("reportNextProblem")->trigger();
    QCOMPARE(w.notice()->text(), u"Nothing in this report went wrong."_s);
}

void TestReportPage::zoomIsRememberedAndBounded()
{
    PageWorld w;
    w.open(w.writeTree(manySteps(3)));
    w.page.focusContent();
    const qreal before = w.view()->document()->defaultFont().pointSizeF();
    QTest::keyClick(w.view(), Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(w.page.findChild<QLabel *>(u"reportZoom"_s)->text(), u"110 %"_s);
    QCOMPARE(w.view()->document()->defaultFont().pointSizeF(), before * 1.1);
    for (int i = 0; i < 50; ++i)
        QTest::keyClick(w.view(), Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(w.view()->zoom(), ReportView::GreatestZoom);
    QVERIFY(!w.action("reportZoomIn")->isEnabled());
    QTest::keyClick(w.view(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(w.view()->zoom(), 100);
    QTest::keyClick(w.view(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(ReportPage(&w.world.workspace()).findChild<ReportView *>()->zoom(), 90);
}

void TestReportPage::aDamagedReportIsOfferedToTheBrowser()
{
    PageWorld w;
    const QByteArray whole = renderReportHtml(manySteps(100), QTimeZone::utc());
    const QString path = w.write(u"damaged.html"_s, whole.chopped(200));
    w.page.openFile(path);
    QTRY_VERIFY(w.problem().contains(u"damaged or cut off"_s));
    QVERIFY(!w.page.hasReport());
    w.action("reportBrowser")->trigger();
    QCOMPARE(w.world.desktop.openedUrls, QList<QUrl>{QUrl::fromLocalFile(path)});
}

void TestReportPage::aMissingReportShowsWhatTheHistoryKnows()
{
    PageWorld w;
    JobInfo job;
    job.id = QUuid::createUuid();
    job.deploymentId = QUuid::createUuid();
    job.deploymentName = u"example.com"_s;
    job.cmdlet = u"Backup-CsPool"_s;
    job.commandLine = u"Backup-CsPool -PoolFqdn a.example.com"_s;
    job.user = u"ann"_s;
    job.queued = job.started = noon;
    bool isRecorded = false;
    const auto done = [&isRecorded](const Result<> &) { isRecorded = true; };
    w.world.history().recordQueued(job, this, done);
    w.world.history().recordStarted(job, this, done);
    job.ended = noon.addSecs(5);
    job.state = JobState::Finished;
    job.outcome = Outcome::Failed;
    job.message = u"It broke."_s;
    job.reportPath = u"/nowhere/report.html"_s;
    isRecorded = false;
    w.world.history().recordFinished(job, this, done);
    QTRY_VERIFY(isRecorded);
    w.page.openJob(job.id, job.reportPath);
    QTRY_VERIFY(w.problem().contains(u"It broke."_s));
    QVERIFY(w.problem().contains(u"/nowhere/report.html is not there any more"_s));
    QVERIFY(w.problem().contains(u"Result: Failed"_s));
    QVERIFY(!w.action("reportBrowser")->isEnabled());
    QSignalSpy requested(&w.page, &ReportPage::jobRequested);
    w.action("reportShowJob")->trigger();
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toUuid(), job.id);
}

void TestReportPage::aLargePageOfOthersIsOfferedToTheBrowser()
{
    PageWorld w;
    w.page.openFile(w.write(u"large.html"_s, QByteArray("<p>x").repeated(100'000)));
    QTRY_VERIFY(w.problem().contains(u"too large"_s));
    QVERIFY(w.action("reportBrowser")->isEnabled());
    QVERIFY(!w.action("reportPrint")->isEnabled());
}

// Pictures by every kind of address, one of them a file that is there.
void TestReportPage::aPageOfOthersLoadsNothing()
{
    PageWorld w;
    QImage picture(300, 300, QImage::Format_RGB32);
    picture.fill(Qt::red);
    const QString local = w.world.filePath(u"picture.png"_s);
    QVERIFY(picture.save(local));
    const QByteArray path = local.toUtf8();
    w.open(w.write(u"foreign.html"_s,
                   "<html><head><link rel='stylesheet' href='http://127.0.0.1:9/style.css'>"
                   "<style>@import url(http://127.0.0.1:9/more.css);</style></head><body><p>Before</p>"
                   "<script>document.write('It ran')</script>"
                   "<img src='http://127.0.0.1:9/x.png'><img src='"
                       + path + "'><img src='file://" + path
                       + "'><img src='picture.png'><img src='data:image/png;base64,iVBORw0KGgo='>"
                         "<table background='http://127.0.0.1:9/b.png'><tr><td>After</td></tr></table></body></html>"));
    QVERIFY(w.text().contains(u"Before"_s) && w.text().contains(u"After"_s));
    QVERIFY(!w.text().contains(u"It ran"_s) && !w.text().contains(u"document.write"_s));
    const QImage shown = w.view()->grab().toImage();
    bool hasRed = false;
    for (int y = 0; y < shown.height(); ++y) {
        for (int x = 0; x < shown.width(); ++x)
            hasRed = hasRed || shown.pixelColor(x, y) == QColor(Qt::red);
    }
    QVERIFY(!hasRed);
    QVERIFY(w.view()->refusedCount() >= 5);
    QVERIFY(w.notice()->text().contains(u"never loaded"_s));
}

void TestReportPage::linksAreOpenedOnlyWhenAnswered_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("canBeOpened");
    QTest::newRow("web") << QByteArray("https://example.com/a?b=c") << true;
    QTest::newRow("mail") << QByteArray("mailto:ann@example.com") << true;
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << false;
    QTest::newRow("script") << QByteArray("javascript:alert(1)") << false;
}

void TestReportPage::linksAreOpenedOnlyWhenAnswered()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, canBeOpened);
    PageWorld w;
    w.open(w.write(u"foreign.html"_s, "<p><a href='" + address + "'>A link of some length</a></p>"));
    const QPoint place = w.view()->cursorRect().center() + QPoint(20, 0); // on the link, which the text begins with
    const auto click = [&w, place]() -> QMessageBox * {
        QTest::mouseClick(w.view()->viewport(), Qt::LeftButton, {}, place);
        return w.page.findChild<QMessageBox *>(u"externalLink"_s);
    };
    QPointer<QMessageBox> box = click();
    QVERIFY(box);
    QVERIFY(box->informativeText().contains(QString::fromLatin1(address)));
    QVERIFY(box->defaultButton() != box->findChild<QPushButton *>(u"openLink"_s));
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(!box);
    QVERIFY(w.world.desktop.openedUrls.isEmpty());
    box = click();
    QVERIFY(box);
    auto *open = box->findChild<QPushButton *>(u"openLink"_s);
    QCOMPARE(open != nullptr, canBeOpened);
    if (open) {
        open->click();
        QCOMPARE(w.world.desktop.openedUrls, QList<QUrl>{QUrl(QString::fromLatin1(address))});
    }
}

void TestReportPage::theTicketIsOnTheClipboard()
{
    PageWorld w;
    const QString path = w.writeTree(manySteps(3));
    w.open(path);
    w.page.focusContent();
    QTest::keyClick(w.view(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data->text().startsWith(u"Backup-CsPool: Succeeded\n"_s));
    QVERIFY(data->text().contains(path));
    QVERIFY(data->html().contains(u"<li>Copy document 2: Succeeded</li>"_s));
}

void TestReportPage::aCopyIsSaved()
{
    PageWorld w;
    const QString path = w.writeTree(manySteps(3));
    w.open(path);
    w.world.desktop.answers = {w.world.filePath(u"copy.html"_s)};
    w.action("reportSaveAs")->trigger();
    QTRY_VERIFY(w.notice()->text().contains(u"copy.html"_s));
    QCOMPARE(readAll(w.world.filePath(u"copy.html"_s)), readAll(path));
}

void TestReportPage::aCopyOntoItselfIsRefused()
{
    PageWorld w;
    const QString path = w.writeTree(manySteps(3));
    const QString before = readAll(path);
    w.open(path);
    w.world.desktop.answers = {path};
    w.action("reportSaveAs")->trigger();
    QTRY_VERIFY(w.notice()->text().contains(u"is the report itself"_s));
    QCOMPARE(readAll(path), before);
}

void TestReportPage::aPdfIsWritten()
{
    PageWorld w;
    w.open(w.writeTree(manySteps(300)));
    const QString path = w.world.filePath(u"report.pdf"_s);
    w.world.desktop.answers = {path};
    w.action("reportPdf")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(w.notice()->text().contains(u"was written"_s), 60000);
    QVERIFY(w.world.desktop.requests.last().path.endsWith(u"report.pdf"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF-"));
    const qsizetype sheets = pdf.count("/Type /Page\n");
    QVERIFY2(sheets > 3, qPrintable(QString::number(sheets)));
    QVERIFY2(w.notice()->text().contains(u"%1 sheet"_s.arg(sheets)), qPrintable(w.notice()->text()));
    w.notice()->findChild<QPushButton *>(u"noticeAction"_s)->click();
    QCOMPARE(w.world.desktop.openedUrls, QList<QUrl>{QUrl::fromLocalFile(path)});
}

void TestReportPage::aPdfThatCannotBeWrittenIsSaid()
{
    PageWorld w;
    w.open(w.writeTree(manySteps(3)));
    w.world.desktop.answers = {w.world.filePath(u"no/such/folder/report.pdf"_s)};
    w.action("reportPdf")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(w.notice()->text().contains(u"could not be written"_s), 30000);
}

// Ink begins and ends at the same place of the sheet, whatever the device's resolution: 96 or 300 dots per inch.
void TestReportPage::aSheetIsAsLargeAtEveryResolution()
{
    PaperOrder order;
    order.tree = std::make_shared<const ReportTree>(manySteps(3));
    order.zone = QTimeZone::utc();
    order.font = QApplication::font();
    order.page = QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(15, 15, 15, 15),
                             QPageLayout::Millimeter);
    PaperProgress progress;
    const auto layout = inQtThread([&] { return PaperLayout::make(order, progress); });
    QCOMPARE(layout->sheetCount(), 1);
    QList<qreal> bottoms;
    for (const int dots : {96, 300}) {
        QImage paper(order.page.paintRectPixels(dots).size(), QImage::Format_RGB32);
        paper.setDotsPerMeterX(qRound(dots / 0.0254));
        paper.setDotsPerMeterY(qRound(dots / 0.0254));
        paper.fill(Qt::white);
        QPainter painter(&paper);
        layout->paint(painter, 0);
        painter.end();
        // The last line of the steps, "Copy document 2", is in the upper two thirds; below it and above the foot,
        // nothing.
        int bottom = 0;
        for (int y = 0; y < paper.height() * 9 / 10; ++y) {
            for (int x = 0; x < paper.width(); ++x) {
                if (paper.pixelColor(x, y) != QColor(Qt::white))
                    bottom = y;
            }
        }
        bottoms.append(qreal(bottom) / paper.height());
    }
    QVERIFY2(bottoms.at(0) > 0.2 && bottoms.at(0) < 0.85, qPrintable(QString::number(bottoms.at(0))));
    QVERIFY2(qAbs(bottoms.at(0) - bottoms.at(1)) < 0.02,
             qPrintable(u"%1 and %2"_s.arg(bottoms.at(0)).arg(bottoms.at(1))));
}

void TestReportPage::thePreviewShowsItsSheets()
{
    PageWorld w;
    w.open(w.writeTree(manySteps(300)));
    w.action("reportPrint")->trigger();
    auto *preview = w.page.findChild<PrintPreview *>();
    QVERIFY(preview);
    QTRY_VERIFY_WITH_TIMEOUT(preview->isReady(), 60000);
    QVERIFY(preview->sheetCount() > 3);
    QVERIFY(preview->findChild<QPushButton *>(u"printButton"_s)->isEnabled());
    const QPointer<PrintPreview> guard = preview;
    QTest::keyClick(preview, Qt::Key_Escape);
    QTRY_VERIFY(!guard);
}

void TestReportPage::aReportThatChangedIsOfferedAgain()
{
    PageWorld w;
    const QString path = w.writeTree(manySteps(3));
    w.open(path);
    QVERIFY(!w.notice()->isVisible());
    w.writeTree(manySteps(5));
    QTRY_VERIFY(w.notice()->isVisible());
    QVERIFY(w.notice()->text().contains(u"changed"_s));
    QVERIFY(!w.text().contains(u"Copy document 4"_s));
    w.notice()->findChild<QPushButton *>(u"noticeAction"_s)->click();
    QTRY_VERIFY(w.text().contains(u"Copy document 4"_s));
}

void TestReportPage::recentReportsAreThoseOfTheHistory()
{
    UiWorld world;
    JobInfo job;
    job.id = QUuid::createUuid();
    job.cmdlet = u"Backup-CsPool"_s;
    job.pool = u"a.example.com"_s;
    job.queued = job.started = noon;
    job.ended = noon.addSecs(5);
    job.state = JobState::Finished;
    job.outcome = Outcome::Failed;
    job.reportPath = world.filePath(u"report.html"_s);
    QVERIFY(writeReport(manySteps(3), job.reportPath).isOk());
    const auto done = [](const Result<> &) {};
    world.history().recordQueued(job, this, done);
    world.history().recordFinished(job, this, done);
    ReportPage page(&world.workspace());
    page.show();
    auto *list = page.findChild<QTreeWidget *>(u"recentReports"_s);
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(0), u"Failed"_s);
    page.focusContent();
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(page.hasReport());
    QCOMPARE(page.path(), job.reportPath);
    page.findChild<QAction *>(u"reportRecent"_s)->trigger();
    QVERIFY(!page.hasReport());
    QVERIFY(list->isVisible());
}

void TestReportPage::tabLeavesTheReport()
{
    PageWorld w;
    w.open(w.writeTree(manySteps(3)));
    w.page.focusContent();
    QTRY_VERIFY(w.view()->hasFocus());
    QTest::keyClick(w.view(), Qt::Key_Tab);
    QVERIFY(!w.view()->hasFocus());
    QVERIFY(w.page.isAncestorOf(QApplication::focusWidget()));
}

void TestReportPage::everyActionHasAMnemonicOfItsOwn()
{
    PageWorld w;
    QStringList used;
    for (const QAction *action : w.page.menuActions()) {
        if (!action)
            continue;
        const QString letter = action->text().section(u'&', 1).left(1).toUpper();
        QVERIFY2(!letter.isEmpty() && !used.contains(letter), qPrintable(action->text()));
        used.append(letter);
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
    }
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestReportPage)
#include "tst_report_page.moc"
