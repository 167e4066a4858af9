#include "ui/report/print_preview.h"

#include "ui/icons.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrintPreviewWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

PrintPreview::PrintPreview(PaperOrder order, QWidget *parent)
    : QDialog(parent)
    , m_order(std::move(order))
    , m_printer(std::make_unique<QPrinter>(QPrinter::HighResolution))
    , m_preview(new QPrintPreviewWidget(m_printer.get(), this))
    , m_state(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
    , m_worker(std::make_unique<WorkerThread>())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"printPreview"_s);
    setWindowTitle(tr("Print the report"));
    m_printer->setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter);
    m_preview->setAccessibleName(tr("Preview of the sheets"));
    m_preview->setViewMode(QPrintPreviewWidget::SinglePageView);
    m_preview->fitInView();
    makeControls();
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 45);
    connect(m_preview, &QPrintPreviewWidget::paintRequested, this, &PrintPreview::paintSheet);
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
    delete m_preview; // uses the printer
}

void PrintPreview::done(int result)
{
    m_stop.requestStop();
    if (m_worker && parent()) {
        WorkerThread *worker = m_worker.release();
        worker->setParent(parent());
        worker->run([] {}, worker, [worker] { worker->deleteLater(); });
    }
    QDialog::done(result);
}

void PrintPreview::makeControls()
{
    auto *tools = new QToolBar(tr("Preview"), this);
    tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto add = [this, tools](const QString &icon, const QString &text, const QKeySequence &key, auto function) {
        QAction *action = tools->addAction(symbolIcon(icon), text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, m_preview, function);
    };
    add(u"previous"_s, tr("Pre&vious sheet"), Qt::Key_PageUp, [this] { showSheet(m_sheet - 1); });
    add(u"next"_s, tr("&Next sheet"), Qt::Key_PageDown, [this] { showSheet(m_sheet + 1); });
    tools->addSeparator();
    add(u"zoom-in"_s, tr("Zoom &in"), QKeySequence::ZoomIn, [this] { m_preview->zoomIn(1.2); });
    add(u"zoom-out"_s, tr("Zoom &out"), QKeySequence::ZoomOut, [this] { m_preview->zoomOut(1.2); });
    add(u"zoom-fit"_s, tr("&Whole sheet"), QKeySequence(Qt::CTRL | Qt::Key_0), [this] { m_preview->fitInView(); });
    tools->addSeparator();
    const auto turn = [this](QPageLayout::Orientation orientation) {
        m_printer->setPageOrientation(orientation);
        layOut();
    };
    add(u"report"_s, tr("&Upright"), {}, [turn] { turn(QPageLayout::Portrait); });
    add(u"table"_s, tr("&Landscape"), {}, [turn] { turn(QPageLayout::Landscape); });

    QPushButton *print = m_buttons->addButton(tr("&Print\u2026"), QDialogButtonBox::ActionRole);
    print->setObjectName(u"printButton"_s);
    print->setIcon(symbolIcon(u"print"_s));
    print->setDefault(true);
    connect(print, &QPushButton::clicked, this, &PrintPreview::choosePrinter);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_bar->setAccessibleName(tr("Progress"));

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tools);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_state);
    layout->addWidget(m_buttons);
}

void PrintPreview::layOut()
{
    if (!m_worker) // closed
        return;
    m_layout.reset();
    m_stop.requestStop();
    m_stop = StopSource();
    m_progress = std::make_shared<PaperProgress>();
    m_progress->stop = m_stop.token();
    m_order.page = m_printer->pageLayout();
    m_poll.start();
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
    m_preview->updatePreview();
    showState();
}

void PrintPreview::showState()
{
    const bool isReady = m_layout != nullptr;
    m_bar->setVisible(!isReady);
    m_state->setText(isReady ? tr("Sheet %1 of %2").arg(m_sheet + 1).arg(m_layout->sheetCount())
                             : tr("Laying out the report\u2026"));
    m_buttons->findChild<QPushButton *>(u"printButton"_s)->setEnabled(isReady);
}

// The preview gets a single sheet: it would keep the window waiting until it had painted all.
void PrintPreview::paintSheet(QPrinter *printer)
{
    QPainter painter(printer);
    if (m_layout && m_sheet < m_layout->sheetCount())
        m_layout->paint(painter, m_sheet);
}

void PrintPreview::choosePrinter()
{
    auto *dialog = new QPrintDialog(m_printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    connect(dialog, &QDialog::accepted, this, &PrintPreview::print);
    dialog->open();
}

void PrintPreview::print()
{
    if (!m_layout || m_layout->page() != m_printer->pageLayout()) { // other paper was chosen
        m_isPrintWanted = true;
        layOut();
        return;
    }
    {
        QPainter painter(m_printer.get());
        for (int sheet = 0; sheet < m_layout->sheetCount(); ++sheet) {
            if (sheet > 0)
                m_printer->newPage();
            m_layout->paint(painter, sheet);
        }
    }
    accept();
}

} // namespace cspool
