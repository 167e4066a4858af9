// The print preview: one sheet at a time, as it is on paper, all of them printed, and a close that waits for nobody.
#include "tests/support/patience.h"
#include "ui/report/print_preview.h"
#include "ui/report/sheet_view.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

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
    return waitUntil([preview] { return preview->isReady(); }, 60000);
}

void trigger(const PrintPreview *preview, const QKeySequence &key)
{
    const QList<QAction *> actions = preview->findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->shortcut() == key)
            action->trigger();
    }
}

QString stateOf(const PrintPreview *preview)
{
    return preview->findChild<QLabel *>(u"printState"_s)->text();
}

// As somebody who chose a printer that writes to `path`.
void printTo(const QString &path, PrintPreview *preview)
{
    preview->findChild<QPushButton *>(u"printButton"_s)->click();
    auto *dialog = preview->findChild<QPrintDialog *>();
    dialog->printer()->setOutputFileName(path);
    Q_EMIT dialog->QDialog::accepted();
    dialog->close();
}

bool isPaper(QRgb colour)
{
    return qRed(colour) == 255 && qGreen(colour) == 255 && qBlue(colour) == 255;
}

template <typename Wanted> QRect boundsOf(const QImage &image, const QRect &area, Wanted isWanted)
{
    QRect bounds;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (isWanted(image.pixel(x, y)))
                bounds |= QRect(x, y, 1, 1);
        }
    }
    return bounds;
}

// Where the text is, above the foot: as shares of the sheet.
QRectF textOn(const QImage &image, const QRect &sheet)
{
    QRect body = sheet.adjusted(2, 2, -2, -2); // without the sheet's outline
    body.setHeight(body.height() * 85 / 100);
    const QRect text = boundsOf(image, body, [](QRgb colour) { return !isPaper(colour); });
    return {qreal(text.x() - sheet.x()) / sheet.width(), qreal(text.y() - sheet.y()) / sheet.height(),
            qreal(text.width()) / sheet.width(), qreal(text.height()) / sheet.height()};
}

QImage painted(const PaperLayout &layout, int sheet, int dots)
{
    QImage paper(layout.page().fullRectPixels(dots).size(), QImage::Format_RGB32);
    paper.setDotsPerMeterX(qRound(dots / 0.0254));
    paper.setDotsPerMeterY(qRound(dots / 0.0254));
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.translate(layout.page().paintRectPixels(dots).topLeft());
    layout.paint(painter, sheet);
    return paper;
}

QString text(const QRectF &rect)
{
    return u"%1, %2, %3 x %4"_s.arg(rect.x()).arg(rect.y()).arg(rect.width()).arg(rect.height());
}

} // namespace

class TestPrintPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSheetIsShownAsItIsOnPaper_data();
    void theSheetIsShownAsItIsOnPaper();
    void keysTurnTheSheets();
    void theSheetIsFittedUntilTheReaderZooms();
    void tabLeavesTheSheet();
    void printingPrintsEverySheet();
    void printingLeavesTheWindowItsThread();
    void cancellingThePrintingLeavesNoFile();
    void aPrinterThatFailsIsSaid();
    void aLayoutThatIsNoLongerWantedStops_data();
    void aLayoutThatIsNoLongerWantedStops();
    void closingDuringTheLayoutLeavesTheWorkerToTheParent();
};

void TestPrintPreview::theSheetIsShownAsItIsOnPaper_data()
{
    QTest::addColumn<QPageLayout::Orientation>("orientation");
    QTest::addColumn<QKeySequence>("key");
    QTest::newRow("first, upright") << QPageLayout::Portrait << QKeySequence(Qt::Key_Home);
    QTest::newRow("last, upright") << QPageLayout::Portrait << QKeySequence(Qt::Key_End);
    QTest::newRow("first, landscape") << QPageLayout::Landscape << QKeySequence(Qt::Key_Home);
    QTest::newRow("last, landscape") << QPageLayout::Landscape << QKeySequence(Qt::Key_End);
}

void TestPrintPreview::theSheetIsShownAsItIsOnPaper()
{
    QFETCH(QPageLayout::Orientation, orientation);
    QFETCH(QKeySequence, key);
    PaperOrder order = reportOrder(80);
    order.page.setOrientation(orientation);
    PaperProgress progress;
    const auto layout = inQtThread([&] { return PaperLayout::make(order, progress); });

    QWidget parent;
    auto *preview = new PrintPreview(order, &parent);
    preview->show();
    QVERIFY(QTest::qWaitForWindowExposed(preview));
    QVERIFY(waitUntilReady(preview));
    trigger(preview, key);
    QCOMPARE(preview->sheetCount(), layout->sheetCount());
    QVERIFY(preview->sheetCount() > 1);
    const QImage onPaper = painted(*layout, preview->currentSheet(), 300);
    const QRectF expected = textOn(onPaper, onPaper.rect());
    QVERIFY2(expected.left() > 0.03 && expected.right() < 0.97 && expected.top() > 0.03, qPrintable(text(expected)));

    const QImage shown = preview->findChild<SheetView *>()->grab().toImage();
    const QRect sheet = boundsOf(shown, shown.rect(), isPaper);
    const QSizeF paper = layout->paperRect().size();
    QVERIFY(sheet.height() > shown.height() * 8 / 10 || sheet.width() > shown.width() * 8 / 10); // fitted
    QVERIFY(qAbs(sheet.width() * paper.height() / (sheet.height() * paper.width()) - 1) < 0.02);
    const QRectF found = textOn(shown, sheet);
    const QString both = u"%1 instead of %2"_s.arg(text(found), text(expected));
    QVERIFY2(qAbs(found.left() - expected.left()) < 0.02 && qAbs(found.top() - expected.top()) < 0.02,
             qPrintable(both));
    QVERIFY2(qAbs(found.right() - expected.right()) < 0.02 && qAbs(found.bottom() - expected.bottom()) < 0.02,
             qPrintable(both));
}

void TestPrintPreview::keysTurnTheSheets()
{
    QWidget parent;
    auto *preview = new PrintPreview(reportOrder(300), &parent);
    preview->show();
    QVERIFY(waitUntilReady(preview));
    const auto *view = preview->findChild<SheetView *>();
    const int sheets = preview->sheetCount();
    QVERIFY(sheets > 3);
    const auto isSheetShown = [&](int number) {
        const QString said = u"Sheet %1 of %2"_s.arg(number).arg(sheets);
        return preview->currentSheet() == number - 1 && stateOf(preview) == said
            && view->accessibleDescription() == said;
    };
    QVERIFY(!view->accessibleName().isEmpty());
    QVERIFY(isSheetShown(1));
    trigger(preview, Qt::Key_PageUp); // there is none before
    QVERIFY(isSheetShown(1));
    trigger(preview, Qt::Key_PageDown);
    QVERIFY(isSheetShown(2));
    trigger(preview, Qt::Key_End);
    QVERIFY(isSheetShown(sheets));
    trigger(preview, Qt::Key_PageDown); // there is none behind
    QVERIFY(isSheetShown(sheets));
    trigger(preview, Qt::Key_PageUp);
    QVERIFY(isSheetShown(sheets - 1));
    trigger(preview, Qt::Key_Home);
    QVERIFY(isSheetShown(1));
    trigger(preview, Qt::ALT | Qt::Key_L); // landscape
    QVERIFY(!preview->isReady());
    QVERIFY(waitUntilReady(preview));
    QVERIFY(preview->sheetCount() != sheets);
}

void TestPrintPreview::theSheetIsFittedUntilTheReaderZooms()
{
    QWidget parent;
    auto *preview = new PrintPreview(reportOrder(30), &parent);
    preview->show();
    QVERIFY(QTest::qWaitForWindowExposed(preview));
    QVERIFY(waitUntilReady(preview));
    auto *view = preview->findChild<SheetView *>();
    const QSize before = view->size();
    const qreal fitted = view->zoom();
    preview->resize(preview->size() / 2);
    QTRY_VERIFY(view->height() < before.height());
    QTRY_VERIFY(view->zoom() < fitted * 0.9);

    const auto turnWheel = [view](int degrees) {
        const QPoint middle = view->viewport()->rect().center();
        QWheelEvent event(middle, view->viewport()->mapToGlobal(middle), {}, {0, degrees}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view->viewport(), &event);
    };
    const qreal small = view->zoom();
    for (int i = 0; i < 5; ++i)
        turnWheel(120);
    QVERIFY(view->zoom() > small * 2);
    const qreal zoomed = view->zoom();
    preview->resize(preview->size() * 1.2);
    QTRY_VERIFY(view->height() > 0 && qFuzzyCompare(view->zoom(), zoomed)); // it is the reader's
    QScrollBar *bar = view->verticalScrollBar();
    bar->setValue(bar->minimum());
    QTest::keyClick(view, Qt::Key_Down);
    QVERIFY(bar->value() > bar->minimum());
    turnWheel(-120);
    QVERIFY(view->zoom() < zoomed);
    trigger(preview, Qt::CTRL | Qt::Key_0);
    QTRY_VERIFY(!view->verticalScrollBar()->isVisible() && !view->horizontalScrollBar()->isVisible());
}

void TestPrintPreview::tabLeavesTheSheet()
{
    QWidget parent;
    auto *preview = new PrintPreview(reportOrder(30), &parent);
    preview->show();
    QVERIFY(waitUntilReady(preview));
    auto *view = preview->findChild<SheetView *>();
    for (const auto modifier : {Qt::NoModifier, Qt::ShiftModifier}) {
        view->setFocus();
        QCOMPARE(preview->focusWidget(), view);
        QTest::keyClick(view, modifier == Qt::NoModifier ? Qt::Key_Tab : Qt::Key_Backtab, modifier);
        QVERIFY(preview->focusWidget() != view);
    }
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
    printTo(path, preview);
    QTRY_VERIFY_WITH_TIMEOUT(!preview, 60000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(sheets > 1);
    QCOMPARE(int(file.readAll().count("/Type /Page\n")), sheets);
}

void TestPrintPreview::printingLeavesTheWindowItsThread()
{
    const QTemporaryDir folder;
    QWidget parent;
    QPointer<PrintPreview> preview = new PrintPreview(reportOrder(300), &parent);
    preview->show();
    QVERIFY(waitUntilReady(preview));
    const int sheets = preview->sheetCount();
    printTo(folder.filePath(u"paper.pdf"_s), preview);
    // What comes after waits in the event loop: nothing was painted before.
    QVERIFY(preview->isPrinting());
    QCOMPARE(stateOf(preview), u"Printing %1 sheet(s)\u2026"_s.arg(sheets));
    QVERIFY(!preview->findChild<QPushButton *>(u"printButton"_s)->isEnabled());
    QVERIFY(preview->findChild<QPushButton *>(u"cancelPrinting"_s)->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!preview, 60000);
}

void TestPrintPreview::cancellingThePrintingLeavesNoFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"paper.pdf"_s);
    QWidget parent;
    QPointer<PrintPreview> preview = new PrintPreview(reportOrder(1000), &parent);
    preview->show();
    QVERIFY(waitUntilReady(preview));
    const auto cancelWith = [&](const std::function<void()> &cancel) {
        printTo(path, preview);
        cancel();
        return waitUntil([&] { return !preview || !preview->isPrinting(); }, 60000) && preview && preview->isVisible();
    };
    QVERIFY(cancelWith([&] { preview->findChild<QPushButton *>(u"cancelPrinting"_s)->click(); }));
    QCOMPARE(stateOf(preview), u"You cancelled the printing. The unfinished file was removed."_s);
    QVERIFY(!QFile::exists(path));
    QVERIFY(cancelWith([&] { QTest::keyClick(preview, Qt::Key_Escape); }));
    QVERIFY(!QFile::exists(path));
    QVERIFY(preview->findChild<QPushButton *>(u"printButton"_s)->isEnabled());
    QTest::keyClick(preview, Qt::Key_Escape);
    QTRY_VERIFY(!preview);
}

void TestPrintPreview::aPrinterThatFailsIsSaid()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"missing/paper.pdf"_s);
    QWidget parent;
    auto *preview = new PrintPreview(reportOrder(30), &parent);
    preview->show();
    QVERIFY(waitUntilReady(preview));
    printTo(path, preview);
    QTRY_VERIFY(!preview->isPrinting());
    QCOMPARE(stateOf(preview), u"The report was not printed. The file %1 cannot be written."_s.arg(path));
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
    preview->reject(); // before any event could end the layout
    QCOMPARE(parent.findChildren<WorkerThread *>(QString(), Qt::FindDirectChildrenOnly).size(), 1);
    QTRY_VERIFY(!preview);
    QTRY_VERIFY_WITH_TIMEOUT(parent.findChildren<WorkerThread *>().isEmpty(), 60000); // its work done
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestPrintPreview)
#include "tst_print_preview.moc"
