#include "ui/jobs_indicator.h"

#include "ui/icons.h"
#include "ui/jobs/prompt_center.h"
#include "ui/workspace.h"

namespace cspool {

using namespace Qt::StringLiterals;

JobsIndicator::JobsIndicator(Workspace *workspace, PromptCenter *prompts, QWidget *parent)
    : QToolButton(parent)
    , m_workspace(workspace)
    , m_prompts(prompts)
    , m_refreshTimer(this)
{
    m_refreshTimer.setObjectName(u"jobsIndicatorUpdate"_s);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(0);
    connect(&m_refreshTimer, &QTimer::timeout, this, &JobsIndicator::refresh);
    setObjectName(u"jobsIndicator"_s);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    const JobRunner &jobs = workspace->jobs();
    connect(&jobs, &JobRunner::jobQueued, &m_refreshTimer, qOverload<>(&QTimer::start));
    connect(&jobs, &JobRunner::jobStarted, &m_refreshTimer, qOverload<>(&QTimer::start));
    connect(&jobs, &JobRunner::jobChanged, &m_refreshTimer, qOverload<>(&QTimer::start));
    connect(&jobs, &JobRunner::jobFinished, &m_refreshTimer, qOverload<>(&QTimer::start));
    connect(prompts, &PromptCenter::promptsChanged, &m_refreshTimer, qOverload<>(&QTimer::start));
    connect(this, &QToolButton::clicked, this, [this] {
        if (m_prompts->waitingJobs().isEmpty())
            Q_EMIT jobsRequested();
        else
            m_prompts->showPrompt({});
    });
    refresh();
}

void JobsIndicator::refresh()
{
    int running = 0;
    int queued = 0;
    const QList<JobInfo> jobs = m_workspace->jobs().unfinishedJobs();
    for (const JobInfo &job : jobs) {
        if (job.state == JobState::Queued)
            ++queued;
        else
            ++running;
    }
    const int questions = int(m_prompts->waitingJobs().size());
    if (questions > 0) {
        setIcon(toneIcon(StatusTone::Attention));
        setText(tr("%n question(s) to answer", nullptr, questions));
        setToolTip(tr("A job waits for an answer. Click to see the question (Ctrl+J)."));
    } else if (running + queued > 0) {
        setIcon(toneIcon(StatusTone::Working));
        setText(queued == 0 ? tr("%n job(s) running", nullptr, running)
                            : tr("%n job(s) running, %1 waiting", nullptr, running).arg(queued));
        setToolTip(tr("Click to see the jobs."));
    } else {
        setText({});
    }
    setAccessibleName(text());
    setVisible(!text().isEmpty());
}

} // namespace cspool
