#include "ui/jobs/job_notifier.h"

#include "model/job_text.h"
#include "ui/workspace.h"

#include <QApplication>

namespace cspool {

namespace {

// A preview or a cancelled job ended as somebody wanted it to.
bool isProblem(Outcome outcome)
{
    return outcome == Outcome::Failed || outcome == Outcome::Interrupted;
}

} // namespace

JobNotifier::JobNotifier(Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace->jobs(), &JobRunner::jobFinished, this, &JobNotifier::tellEnd);
    connect(&workspace->jobs(), &JobRunner::promptRaised, this, &JobNotifier::tellQuestion);
    connect(&workspace->desktop(), &Desktop::notificationActivated, this, [this](const QString &key) {
        if (const QUuid job = QUuid::fromString(key); !job.isNull())
            Q_EMIT jobActivated(job);
    });
}

bool JobNotifier::isWanted() const
{
    return !QApplication::activeWindow() && m_workspace->settings().value(Settings::NotifyWhenJobEnds);
}

void JobNotifier::tellEnd(const QUuid &job)
{
    const std::optional<JobInfo> info = m_workspace->jobs().job(job);
    if (!info || !isWanted())
        return;
    Notification notification;
    notification.key = job.toString();
    notification.title = tr("%1: %2", "outcome, name of the job").arg(outcomeText(info->outcome), jobName(*info));
    notification.text = info->message.isEmpty() ? tr("Deployment: %1").arg(info->deploymentName) : info->message;
    notification.isProblem = isProblem(info->outcome);
    m_workspace->desktop().notify(notification);
}

void JobNotifier::tellQuestion(const QUuid &job)
{
    const std::optional<JobInfo> info = m_workspace->jobs().job(job);
    if (!info || !isWanted())
        return;
    m_workspace->desktop().notify({.key = job.toString(),
                                   .title = tr("Waiting for an answer: %1").arg(jobName(*info)),
                                   .text = tr("The job asks a question and goes on when it is answered."),
                                   .isProblem = true});
}

} // namespace cspool
