#include "ui/report/print_preview.h"

#include "ui/icons.h"
#include "ui/report/paper_printing.h"
#include "ui/report/sheet_view.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qreal ZoomStep = 1.2;

} // namespace

PrintPreview::PrintPreview(PaperOrder order, QWidget *parent)
    : QDialog(parent)
    , m_order(std::move(order))
    , m_view(new SheetView(this))
    , m_state(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
    , m_worker(std::make_unique<WorkerThread>())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"printPreview"_s);
    setWindowTitle(tr("Print the report"));
    makeTools();
    makeButtons();
    m_bar->setAccessibleName(tr("Progress"));
    m_state->setObjectName(u"printState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tools);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_state);
    layout->addWidget(m_buttons);
    m_view->setFocus();
    resize(sizeHint().expandedTo({fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 45}));
    m_poll.setInterval(100ms);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        m_bar->setRange(0, m_progress->total);
        m_bar->setValue(m_progress->done);
    });
    layOut();
}

PrintPreview::~PrintPreview()
{
    m_stop.requestStop();
}

void PrintPreview::done(int result)
{
    m_stop.requestStop();
    if (m_isPrinting)
        return;
    if (m_worker && parent()) {
        WorkerThread *worker = m_worker.release();
        worker->setParent(parent());
        worker->run([] {}, worker, [worker] { worker->deleteLater(); });
    }
    QDialog::done(result);
}

void PrintPreview::makeTools()
{
    auto *tools = new QToolBar(tr("Preview"), this);
    m_tools = tools;
    tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto add = [this, tools](const QString &icon, const QString &text, const QKeySequence &key, auto function) {
        QAction *action = tools->addAction(symbolIcon(icon), text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, function);
        return action;
    };
    // What everybody knows by its picture has no text on its button: there shall be room for all.
    const auto addPicture = [add](const QString &icon, const QString &text, const QKeySequence &key, auto function) {
        add(icon, text, key, function)->setPriority(QAction::LowPriority);
    };
    addPicture(u"first"_s, tr("&First sheet"), Qt::Key_Home, [this] { showSheet(0); });
    addPicture(u"previous"_s, tr("Pre&vious sheet"), Qt::Key_PageUp, [this] { showSheet(m_sheet - 1); });
    addPicture(u"next"_s, tr("&Next sheet"), Qt::Key_PageDown, [this] { showSheet(m_sheet + 1); });
    addPicture(u"last"_s, tr("L&ast sheet"), Qt::Key_End, [this] { showSheet(std::numeric_limits<int>::max()); });
    tools->addSeparator();
    addPicture(u"zoom-in"_s, tr("Zoom &in"), QKeySequence::ZoomIn, [this] { m_view->zoomBy(ZoomStep); });
    addPicture(u"zoom-out"_s, tr("Zoom &out"), QKeySequence::ZoomOut, [this] { m_view->zoomBy(1 / ZoomStep); });
    add(u"zoom-fit"_s, tr("&Whole sheet"), QKeySequence(Qt::CTRL | Qt::Key_0), [this] { m_view->fit(); });
    tools->addSeparator();
    const QString upright = tr("&Upright");
    const QString landscape = tr("&Landscape");
    // Buttons of tool bars have no mnemonics of their own.
    add(u"report"_s, upright, QKeySequence::mnemonic(upright), [this] { turn(QPageLayout::Portrait); });
    add(u"table"_s, landscape, QKeySequence::mnemonic(landscape), [this] { turn(QPageLayout::Landscape); });
}

void PrintPreview::makeButtons()
{
    m_print = m_buttons->addButton(tr("&Print\u2026"), QDialogButtonBox::ActionRole);
    m_print->setObjectName(u"printButton"_s);
    m_print->setIcon(symbolIcon(u"print"_s));
    m_print->setDefault(true);
    connect(m_print, &QPushButton::clicked, this, &PrintPreview::choosePrinter);
    m_cancel = m_buttons->addButton(tr("&Cancel printing"), QDialogButtonBox::ActionRole);
    m_cancel->setObjectName(u"cancelPrinting"_s);
    m_cancel->setIcon(symbolIcon(u"cancel"_s));
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_stop.requestStop();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PrintPreview::turn(QPageLayout::Orientation orientation)
{
    m_order.page.setOrientation(orientation);
    layOut();
}

void PrintPreview::begin()
{
    m_stop.requestStop();
    m_stop = StopSource();
    m_progress = std::make_shared<PaperProgress>();
    m_progress->stop = m_stop.token();
    m_bar->setRange(0, 0);
    m_poll.start();
}

void PrintPreview::layOut()
{
    if (!m_worker || m_isPrinting) // closed, or the printer's
        return;
    m_layout.reset();
    m_view->clearSheet();
    begin();
    showState();
    m_worker->run([order = m_order,
                   progress = m_progress] { return inQtThread([&] { return PaperLayout::make(order, *progress); }); },
                  this,
                  [this, progress = m_progress](std::unique_ptr<PaperLayout> layout) {
                      if (progress == m_progress && layout)
                          showLayout(std::move(layout));
                  });
}

void PrintPreview::showLayout(std::unique_ptr<PaperLayout> layout)
{
    m_poll.stop();
    m_layout = std::move(layout);
    showSheet(m_sheet);
    if (std::exchange(m_isPrintWanted, false))
        print();
}

// The one nearest to `sheet`.
void PrintPreview::showSheet(int sheet)
{
    if (!m_layout)
        return;
    m_sheet = std::clamp(sheet, 0, std::max(0, m_layout->sheetCount() - 1));
    m_view->showSheet(m_layout, m_sheet);
    showState();
}

void PrintPreview::showState()
{
    const bool isReady = m_layout && !m_isPrinting;
    m_bar->setVisible(!isReady);
    if (m_isPrinting)
        m_state->setText(tr("Printing %n sheet(s)\u2026", nullptr, m_layout->sheetCount()));
    else if (isReady)
        m_state->setText(tr("Sheet %1 of %2").arg(m_sheet + 1).arg(m_layout->sheetCount()));
    else
        m_state->setText(tr("Laying out the report\u2026"));
    m_tools->setEnabled(!m_isPrinting);
    m_print->setEnabled(isReady);
    m_cancel->setVisible(m_isPrinting);
    m_cancel->setEnabled(true);
    m_buttons->button(QDialogButtonBox::Close)->setVisible(!m_isPrinting);
}

void PrintPreview::choosePrinter()
{
    if (!m_printer)
        m_printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    m_printer->setPageLayout(m_order.page);
    auto *dialog = new QPrintDialog(m_printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    connect(dialog, &QDialog::accepted, this, &PrintPreview::print);
    dialog->open();
}

void PrintPreview::print()
{
    if (!m_layout || m_layout->page() != m_printer->pageLayout()) { // other paper was chosen
        m_order.page = m_printer->pageLayout();
        m_isPrintWanted = true;
        layOut();
        return;
    }
    m_isPrinting = true;
    begin();
    showState();
    m_cancel->setFocus();
    m_worker->run(
        [layout = m_layout, printer = m_printer, progress = m_progress] {
            return inQtThread([&] { return printSheets(*layout, *printer, *progress); });
        },
        this, [this](const Result<int> &printed) { showPrinted(printed); });
}

void PrintPreview::showPrinted(const Result<int> &printed)
{
    m_isPrinting = false;
    m_poll.stop();
    if (printed) {
        accept();
        return;
    }
    showState();
    m_view->setFocus();
    if (!printed.error().isStopped())
        m_state->setText(tr("The report was not printed. %1").arg(printed.error().message));
    else if (m_printer->outputFileName().isEmpty())
        m_state->setText(tr("You cancelled the printing. The printer may still print the first %n sheet(s).", nullptr,
                            m_progress->done));
    else
        m_state->setText(tr("You cancelled the printing. The unfinished file was removed."));
}

} // namespace cspool
