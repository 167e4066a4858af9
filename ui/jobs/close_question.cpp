#include "ui/jobs/close_question.h"

#include "model/cmdlet_info.h"
#include "model/job_text.h"
#include "ui/icons.h"
#include "ui/workspace.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSystemTrayIcon>
#include <QVBoxLayout>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool mayHavePassedPointOfNoReturn(const JobInfo &job)
{
    const CmdletInfo *cmdlet = findCmdlet(job.cmdlet);
    return job.state != JobState::Queued && cmdlet && cmdlet->hasPointOfNoReturn;
}

} // namespace

CloseQuestion::CloseQuestion(Workspace *workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_question(new QLabel)
    , m_list(new QListWidget)
    , m_note(new QLabel)
    , m_keep(new QPushButton(tr("&Keep running in the background")))
    , m_cancel(new QPushButton(tr("&Cancel jobs and close")))
    , m_stay(new QPushButton(tr("&Stay")))
{
    setObjectName(u"closeQuestion"_s);
    setWindowTitle(tr("Jobs have not ended"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_question->setObjectName(u"closeText"_s);
    m_question->setWordWrap(true);
    m_note->setObjectName(u"closeNote"_s);
    m_note->setWordWrap(true);
    m_list->setObjectName(u"closeJobs"_s);
    m_list->setAccessibleName(tr("Jobs that have not ended"));
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_keep->setObjectName(u"keepRunning"_s);
    m_cancel->setObjectName(u"cancelAndClose"_s);
    m_stay->setObjectName(u"stay"_s);

    auto *background = new QLabel(
        QSystemTrayIcon::isSystemTrayAvailable()
            ? tr("In the background the jobs go on without a window. The icon in the tray, or starting the program "
                 "again, brings it back. The program ends soon after the last job; if one needs attention, the "
                 "window comes back.")
            : tr("In the background the jobs go on without a window. Starting the program again brings it back. The "
                 "program ends soon after the last job; if one needs attention, the window comes back."));
    background->setObjectName(u"closeBackground"_s);
    background->setWordWrap(true);

    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_keep, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::DestructiveRole);
    buttons->addButton(m_stay, QDialogButtonBox::RejectRole);
    m_keep->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_stay->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_question);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    layout->addWidget(background);
    layout->addWidget(buttons);
    m_stay->setFocus(); // only now: before, it was in no window
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);

    connect(m_keep, &QPushButton::clicked, this, [this] { finish(&CloseQuestion::keepRunning); });
    connect(m_cancel, &QPushButton::clicked, this, &CloseQuestion::cancelJobs);
    m_patience.setSingleShot(true);
    m_patience.setInterval(10s);
    connect(&m_patience, &QTimer::timeout, this, &CloseQuestion::offerToWaitNoLonger);
    connect(m_stay, &QPushButton::clicked, this, &CloseQuestion::reject);
    JobRunner *jobs = &workspace->jobs();
    for (const auto signal :
         {&JobRunner::jobQueued, &JobRunner::jobStarted, &JobRunner::jobChanged, &JobRunner::jobFinished})
        connect(jobs, signal, this, &CloseQuestion::refresh);
    refresh();
}

void CloseQuestion::refresh()
{
    const QList<JobInfo> jobs = m_workspace->jobs().unfinishedJobs();
    // The list keeps its rows: somebody may be reading, or on the way to a button.
    while (m_list->count() > jobs.size())
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < jobs.size())
        m_list->addItem(new QListWidgetItem);
    for (qsizetype i = 0; i < jobs.size(); ++i) {
        QListWidgetItem *item = m_list->item(int(i));
        item->setText(tr("%1 – %2 (%3)", "name of a job, its state, deployment")
                          .arg(jobName(jobs[i]), stateText(jobs[i]), jobs[i].deploymentName));
        item->setToolTip(item->text().toHtmlEscaped());
        item->setIcon(toneIcon(toneOf(jobs[i])));
    }
    if (m_isCancelling && jobs.isEmpty()) {
        finish(&CloseQuestion::cancelAndClose);
        return;
    }
    const int count = int(jobs.size());
    if (m_isCancelling)
        m_question->setText(tr("Cancelling… The window closes when %n job(s) have ended.", nullptr, count));
    else if (jobs.isEmpty())
        m_question->setText(tr("All jobs have ended."));
    else
        m_question->setText(tr("%n job(s) have not ended. What shall become of them?", nullptr, count));
    m_note->setText(noteAbout(jobs));
    m_keep->setEnabled(!m_isCancelling && !jobs.isEmpty());
    m_cancel->setEnabled(!m_isCancelling || m_hasPatienceEnded);
    if (m_hasPatienceEnded)
        m_cancel->setText(tr("&Close without waiting"));
    else
        m_cancel->setText(jobs.isEmpty() ? tr("&Close") : tr("&Cancel jobs and close"));
}

QString CloseQuestion::noteAbout(const QList<JobInfo> &jobs) const
{
    if (m_hasPatienceEnded) {
        return tr("What does not end may wait for a disk or a server that does not answer. Closing without waiting "
                  "cuts it off: at the next start it is shown as interrupted.");
    }
    return std::any_of(jobs.cbegin(), jobs.cend(), mayHavePassedPointOfNoReturn)
        ? tr("A failover or failback that has passed its point of no return cannot be cancelled: what "
             "has begun is brought to an end that leaves every store whole.")
        : tr("A job that is cancelled ends at a point that leaves every store whole, and is recorded as "
             "cancelled.");
}

void CloseQuestion::offerToWaitNoLonger()
{
    m_hasPatienceEnded = true;
    refresh();
}

void CloseQuestion::cancelJobs()
{
    if (m_hasPatienceEnded) {
        finish(&CloseQuestion::cancelAndClose);
        return;
    }
    m_isCancelling = true;
    m_patience.start();
    m_stay->setFocus(); // before the button that has it is disabled
    m_workspace->jobs().cancelAll();
    if (!m_isDecided)
        refresh();
}

void CloseQuestion::finish(void (CloseQuestion::*signal)())
{
    if (std::exchange(m_isDecided, true))
        return;
    done(Accepted);
    Q_EMIT(this->*signal)();
}

void CloseQuestion::reject()
{
    finish(&CloseQuestion::stay);
}

} // namespace cspool
