// The print preview: one sheet at a time, all of them on paper, and a close that waits for nobody.
#include "ui/report/print_preview.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrintPreviewWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

PaperOrder emptyOrder()
{
    PaperOrder order;
    order.zone = QTimeZone::utc();
    order.font = QApplication::font();
    order.page = QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(15, 15, 15, 15),
                             QPageLayout::Millimeter);
    return order;
}

PaperOrder foreignOrder(int paragraphs)
{
    PaperOrder order = emptyOrder();
    order.foreignName = u"theirs.html"_s;
    for (int i = 0; i < paragraphs; ++i)
        order.foreignHtml += u"<p>Paragraph %1</p>"_s.arg(i);
    return order;
}

PaperOrder reportOrder(int steps)
{
    const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    auto tree = std::make_shared<ReportTree>();
    tree->title = u"Backup-CsPool"_s;
    tree->started = noon;
    tree->ended = noon.addSecs(60);
    for (int i = 0; i < steps; ++i)
        tree->steps.append({u"Copy document %1"_s.arg(i), StepResult::Succeeded, {}, 0, {}, noon, noon, {}, 0});
    PaperOrder order = emptyOrder();
    order.tree = tree;
    return order;
}

bool waitUntilReady(const PrintPreview *preview)
{
    return QTest::qWaitFor([preview] { return preview->isReady(); }, 60000);
}

} // namespace

class TestPrintPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheSheetThatIsShownIsPainted();
    void printingPrintsEverySheet();
    void aLayoutThatIsNoLongerWantedStops_data();
    void aLayoutThatIsNoLongerWantedStops();
    void closingDuringTheLayoutLeavesTheWorkerToTheParent();
};

void TestPrintPreview::onlyTheSheetThatIsShownIsPainted()
{
    QWidget parent;
    auto *preview = new PrintPreview(reportOrder(300), &parent);
    preview->show();
    QVERIFY(waitUntilReady(preview));
    const int sheets = preview->sheetCount();
    QVERIFY(sheets > 3);
    const auto *view = preview->findChild<QPrintPreviewWidget *>();
    const auto turn = [preview](const QKeySequence &key) {
        const QList<QAction *> actions = preview->findChildren<QAction *>();
        for (QAction *action : actions) {
            if (action->shortcut() == key)
                action->trigger();
        }
    };
    const auto isSaid = [preview](const QString &text) {
        const QList<QLabel *> labels = preview->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&text](const QLabel *label) { return label->text() == text; });
    };
    QCOMPARE(view->pageCount(), 1);
    QVERIFY(isSaid(u"Sheet 1 of %1"_s.arg(sheets)));
    turn(Qt::Key_PageUp); // there is none before
    QCOMPARE(preview->currentSheet(), 0);
    turn(Qt::Key_PageDown);
    QCOMPARE(preview->currentSheet(), 1);
    QCOMPARE(view->pageCount(), 1);
    QVERIFY(isSaid(u"Sheet 2 of %1"_s.arg(sheets)));
    for (int i = 0; i < sheets; ++i)
        turn(Qt::Key_PageDown);
    QCOMPARE(preview->currentSheet(), sheets - 1);
}

void TestPrintPreview::printingPrintsEverySheet()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"paper.pdf"_s);
    QWidget parent;
    QPointer<PrintPreview> preview = new PrintPreview(reportOrder(100), &parent);
    preview->show();
    QVERIFY(waitUntilReady(preview));
    const int sheets = preview->sheetCount();
    preview->findChild<QPushButton *>(u"printButton"_s)->click();
    auto *dialog = preview->findChild<QPrintDialog *>();
    QVERIFY(dialog);
    dialog->printer()->setOutputFileName(path);
    const QPageLayout page = foreignOrder(0).page;
    dialog->printer()->setPageLayout(page);
    Q_EMIT dialog->QDialog::accepted();
    QTRY_VERIFY_WITH_TIMEOUT(!preview, 60000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const qsizetype printed = file.readAll().count("/Type /Page\n");
    QVERIFY(printed > 1);
    QVERIFY2(qAbs(printed - sheets) <= 1, qPrintable(u"%1 of %2"_s.arg(printed).arg(sheets))); // the paper may differ
}

void TestPrintPreview::aLayoutThatIsNoLongerWantedStops_data()
{
    QTest::addColumn<bool>("isForeign");
    QTest::newRow("report") << false;
    QTest::newRow("page of others") << true;
}

void TestPrintPreview::aLayoutThatIsNoLongerWantedStops()
{
    QFETCH(bool, isForeign);
    const PaperOrder order = isForeign ? foreignOrder(100) : reportOrder(100);
    StopSource stop;
    PaperProgress progress;
    progress.stop = stop.token();
    QVERIFY(inQtThread([&] { return PaperLayout::make(order, progress); }));
    stop.requestStop();
    QVERIFY(!inQtThread([&] { return PaperLayout::make(order, progress); }));
}

// A large page of others cannot be stopped while its text is laid out; the window must not wait for that.
void TestPrintPreview::closingDuringTheLayoutLeavesTheWorkerToTheParent()
{
    QWidget parent;
    QPointer<PrintPreview> preview = new PrintPreview(foreignOrder(8000), &parent);
    preview->show();
    QVERIFY(!preview->isReady());
    QTest::keyClick(preview, Qt::Key_Escape);
    QCOMPARE(parent.findChildren<WorkerThread *>(QString(), Qt::FindDirectChildrenOnly).size(), 1);
    QTRY_VERIFY(!preview);
    QTRY_VERIFY_WITH_TIMEOUT(parent.findChildren<WorkerThread *>().isEmpty(), 60000); // its work done
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestPrintPreview)
#include "tst_print_preview.moc"
