// What the report page consists of: its actions and its views.
#include "ui/report/find_bar.h"
#include "ui/report/recent_reports.h"
#include "ui/report/report_notice.h"
#include "ui/report/report_output.h"
#include "ui/report/report_page.h"
#include "ui/report/report_page_actions.h"
#include "ui/report/report_view.h"

#include "ui/icons.h"
#include "ui/workspace.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QFileSystemWatcher>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

const Setting<int> Zoom{"report/zoom", 100};

// A widget in the middle of the page, with some room around it.
QVBoxLayout *centred(QWidget *widget)
{
    auto *outer = new QVBoxLayout(widget);
    auto *inner = new QVBoxLayout;
    outer->addStretch(1);
    outer->addLayout(inner);
    outer->addStretch(2);
    const int margin = widget->fontMetrics().height() * 2;
    outer->setContentsMargins(margin, margin, margin, margin);
    return inner;
}

} // namespace

ReportPage::ReportPage(Workspace *workspace, QWidget *parent)
    : ConsolePage(parent)
    , m_workspace(workspace)
    , m_do(std::make_unique<Actions>())
    , m_notices(new ReportNotice(this))
    , m_stack(new QStackedWidget(this))
    , m_recent(new RecentReports(workspace, this))
    , m_view(new ReportView(this))
    , m_find(new FindBar(this))
    , m_output(new ReportOutput(workspace, m_notices, this))
    , m_watcher(new QFileSystemWatcher(this))
{
    setObjectName(u"reportPage"_s);
    makeActions();
    m_stack->addWidget(m_recent);
    m_stack->addWidget(makeReading());
    m_stack->addWidget(makeProblem());
    m_stack->addWidget(makeReport());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notices);
    layout->addWidget(m_stack, 1);

    connect(m_recent, &RecentReports::reportActivated, this, &ReportPage::openJob);
    connect(m_recent, &RecentReports::openFileRequested, this, &ReportPage::chooseFile);
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, &ReportPage::fileChanged);
    connect(&m_workspace->jobs(), &JobRunner::jobFinished, this, [this] {
        if (isVisible())
            m_recent->refresh();
    });
    m_view->setZoom(m_workspace->settings().value(Zoom));
    connect(m_view, &ReportView::zoomChanged, this, &ReportPage::zoom);
    zoom(m_view->zoom());
    showRecent();
}

void ReportPage::zoom(int percent)
{
    m_workspace->settings().setValue(Zoom, percent);
    m_zoomText->setText(tr("%1 %").arg(locale().toString(percent)));
    updateActions();
}

// The window shows the actions in a menu; their keys work while the page has the keyboard.
QAction *ReportPage::makeAction(const QString &objectName, const QString &text, const QList<QKeySequence> &keys,
                                const QString &icon, const std::function<void()> &run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!icon.isEmpty())
        action->setIcon(symbolIcon(icon));
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    m_actions.append(action);
    return action;
}

void ReportPage::makeActions()
{
    makeFileActions();
    m_actions.append(nullptr);
    makeOutputActions();
    m_actions.append(nullptr);
    makeSearchActions();
    m_actions.append(nullptr);
    makePageActions();
}

void ReportPage::makeFileActions()
{
    m_do->open = makeAction(u"reportOpen"_s, tr("&Open report file\u2026"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O},
                            u"open"_s, [this] { chooseFile(); });
    m_do->recent = makeAction(u"reportRecent"_s, tr("&Reports of past jobs"), {Qt::CTRL | Qt::SHIFT | Qt::Key_H},
                              u"history"_s, [this] { showRecent(); });
    m_do->reload = makeAction(u"reportReload"_s, tr("Re&load the report"), {Qt::CTRL | Qt::Key_R}, {},
                              [this] { load(m_path, m_pageNumber); });
    m_do->showJob = makeAction(u"reportShowJob"_s, tr("S&how the job and its log"), {Qt::CTRL | Qt::SHIFT | Qt::Key_J},
                               u"log"_s, [this] { Q_EMIT jobRequested(m_job); });
    m_do->close = makeAction(u"reportClose"_s, tr("Close &the report"), {QKeySequence::Close}, {}, [this] {
        showRecent();
        Q_EMIT closed();
    });
}

void ReportPage::makeOutputActions()
{
    m_do->ticket = makeAction(u"reportTicket"_s, tr("Cop&y for a change ticket"), {Qt::CTRL | Qt::SHIFT | Qt::Key_K},
                              u"copy"_s, [this] { m_output->copyForTicket(*m_loaded); });
    m_do->saveAs = makeAction(u"reportSaveAs"_s, tr("&Save a copy as\u2026"), {QKeySequence::Save}, u"save"_s,
                              [this] { m_output->saveAs(*m_loaded); });
    m_do->pdf = makeAction(u"reportPdf"_s, tr("Save as P&DF\u2026"), {Qt::CTRL | Qt::SHIFT | Qt::Key_S}, u"pdf"_s,
                           [this] { m_output->saveAsPdf(*m_loaded); });
    m_do->print = makeAction(u"reportPrint"_s, tr("&Print, with preview\u2026"), {QKeySequence::Print}, u"print"_s,
                             [this] { m_output->print(*m_loaded); });
    m_do->browser = makeAction(u"reportBrowser"_s, tr("Open in the &browser"), {Qt::CTRL | Qt::SHIFT | Qt::Key_B}, u"browser"_s,
                               [this] { m_output->openInBrowser(m_path); });
}

void ReportPage::makeSearchActions()
{
    m_do->findNext = makeAction(u"reportFindNext"_s, tr("Find &next"), {Qt::Key_F3}, {}, [this] { stepHit(1); });
    m_do->findPrevious = makeAction(u"reportFindPrevious"_s, tr("Find pre&vious"), {Qt::SHIFT | Qt::Key_F3}, {},
                                    [this] { stepHit(-1); });
    m_do->nextProblem = makeAction(u"reportNextProblem"_s, tr("Next proble&m"), {Qt::Key_F8}, u"warning"_s,
                                   [this] { goToProblem(true); });
    m_do->previousProblem = makeAction(u"reportPreviousProblem"_s, tr("Previo&us problem"), {Qt::SHIFT | Qt::Key_F8},
                                       {}, [this] { goToProblem(false); });
}

void ReportPage::makePageActions()
{
    m_do->firstPage
        = makeAction(u"reportFirstPage"_s, tr("&First page"), {Qt::ALT | Qt::Key_Home}, {}, [this] { showPageOf(0); });
    m_do->previousPage = makeAction(u"reportPreviousPage"_s, tr("Previous pa&ge"), {Qt::ALT | Qt::Key_PageUp}, {},
                                    [this] { showPageOf(m_pageNumber - 1); });
    m_do->nextPage = makeAction(u"reportNextPage"_s, tr("Next pag&e"), {Qt::ALT | Qt::Key_PageDown}, {},
                                [this] { showPageOf(m_pageNumber + 1); });
    m_do->lastPage = makeAction(u"reportLastPage"_s, tr("L&ast page"), {Qt::ALT | Qt::Key_End}, {},
                                [this] { showPageOf(m_loaded->pages->pageCount() - 1); });
    m_actions.append(nullptr);
    m_do->zoomIn = makeAction(u"reportZoomIn"_s, tr("Zoom &in"), {QKeySequence::ZoomIn, Qt::CTRL | Qt::Key_Equal}, {},
                              [this] { m_view->setZoom(m_view->zoom() + 10); });
    m_do->zoomOut = makeAction(u"reportZoomOut"_s, tr("&Zoom out"), {QKeySequence::ZoomOut}, {},
                               [this] { m_view->setZoom(m_view->zoom() - 10); });
    m_do->zoomReset = makeAction(u"reportZoomReset"_s, tr("A&ctual size"), {Qt::CTRL | Qt::Key_0}, {},
                                 [this] { m_view->setZoom(100); });
}

QWidget *ReportPage::makeReading()
{
    m_reading = new QWidget(this);
    m_readingText = new QLabel(m_reading);
    m_readingText->setTextFormat(Qt::PlainText);
    m_readingText->setWordWrap(true);
    auto *bar = new QProgressBar(m_reading);
    bar->setRange(0, 0);
    bar->setAccessibleName(tr("Reading the report"));
    auto *cancel = new QPushButton(tr("&Cancel"), m_reading);
    cancel->setObjectName(u"readingCancel"_s);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_loader.cancelLoading();
        showRecent();
    });
    QVBoxLayout *layout = centred(m_reading);
    layout->addWidget(m_readingText);
    layout->addWidget(bar);
    layout->addWidget(cancel, 0, Qt::AlignLeft);
    return m_reading;
}

QWidget *ReportPage::makeProblem()
{
    m_problem = new QWidget(this);
    m_problemText = new QLabel(m_problem);
    m_problemText->setObjectName(u"reportProblem"_s);
    m_problemText->setTextFormat(Qt::PlainText);
    m_problemText->setWordWrap(true);
    m_problemText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_problemText->setAccessibleName(tr("Why no report is shown"));
    QVBoxLayout *layout = centred(m_problem);
    layout->addWidget(m_problemText);
    auto *buttons = new QHBoxLayout;
    for (QAction *action : {m_do->browser, m_do->showJob, m_do->reload, m_do->recent, m_do->open}) {
        auto *button = new QToolButton(m_problem);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(action->toolTip());
        buttons->addWidget(button);
        // What cannot be done here is not offered.
        connect(action, &QAction::changed, button, [action, button] { button->setVisible(action->isEnabled()); });
    }
    buttons->addStretch();
    layout->addSpacing(m_problem->fontMetrics().height());
    layout->addLayout(buttons);
    return m_problem;
}

QToolButton *ReportPage::pageButton(QAction *action, const QString &icon)
{
    auto *button = new QToolButton(m_pageBar);
    const QString text = tr("%1 (%2)").arg(action->toolTip(), action->shortcut().toString(QKeySequence::NativeText));
    button->setIcon(symbolIcon(icon));
    button->setToolTip(text);
    button->setAccessibleName(action->toolTip());
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [action, button] { button->setEnabled(action->isEnabled()); });
    return button;
}

QWidget *ReportPage::makeReport()
{
    m_report = new QWidget(this);
    m_pageBar = new QWidget(m_report);
    m_name = new QLabel(m_pageBar);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_sections = new QComboBox(m_pageBar);
    m_sections->setObjectName(u"reportSections"_s);
    m_sections->setAccessibleName(tr("Go to a part of the report"));
    m_sections->setToolTip(tr("Go to a part of the report"));
    m_sections->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sections->setMinimumContentsLength(22);
    m_sections->view()->setTextElideMode(Qt::ElideRight);
    m_where = new QLabel(m_pageBar);
    m_where->setObjectName(u"reportWhere"_s);
    m_where->setTextFormat(Qt::PlainText);
    m_zoomText = new QLabel(m_pageBar);
    m_zoomText->setObjectName(u"reportZoom"_s);
    m_view->setObjectName(u"reportView"_s);
    m_view->setAccessibleName(tr("Report"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->installEventFilter(this);
    m_find->setObjectName(u"reportFindBar"_s);
    m_find->hide();

    auto *bar = new QHBoxLayout(m_pageBar);
    bar->setContentsMargins(6, 2, 6, 2);
    bar->addWidget(m_name, 1);
    bar->addWidget(m_sections);
    bar->addSpacing(fontMetrics().height());
    bar->addWidget(pageButton(m_do->firstPage, u"first"_s));
    bar->addWidget(pageButton(m_do->previousPage, u"previous"_s));
    bar->addWidget(m_where);
    bar->addWidget(pageButton(m_do->nextPage, u"next"_s));
    bar->addWidget(pageButton(m_do->lastPage, u"last"_s));
    bar->addSpacing(fontMetrics().height());
    bar->addWidget(pageButton(m_do->zoomOut, u"zoom-out"_s));
    bar->addWidget(m_zoomText);
    bar->addWidget(pageButton(m_do->zoomIn, u"zoom-in"_s));

    auto *layout = new QVBoxLayout(m_report);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pageBar);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_find);
    connect(m_sections, &QComboBox::activated, this,
            [this](int index) { goToRow(m_sections->itemData(index).toInt()); });
    connect(m_view, &ReportView::pageTurnRequested, this, &ReportPage::turnPage);
    connect(m_view, &ReportView::linkActivated, m_output, &ReportOutput::openLink);
    connect(m_find, &FindBar::textChanged, this, &ReportPage::search);
    connect(m_find, &FindBar::nextRequested, this, [this] { stepHit(1); });
    connect(m_find, &FindBar::previousRequested, this, [this] { stepHit(-1); });
    connect(m_find, &FindBar::closed, this, &ReportPage::closeSearch);
    return m_report;
}

} // namespace cspool
