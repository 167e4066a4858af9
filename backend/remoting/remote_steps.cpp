#include "backend/remoting/remote_steps.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::RemoteSteps)
};

// The command itself is no activity of the server.
constexpr int CommandActivity = -1;

} // namespace

RemoteSteps::RemoteSteps(Sink sink)
    : m_sink(std::move(sink))
{
}

void RemoteSteps::begin(const QString &action)
{
    Running command;
    command.activity = CommandActivity;
    command.step.id = ++m_lastId;
    command.step.action = action;
    command.step.started = QDateTime::currentDateTimeUtc();
    m_sink(command.step);
    m_running.append(command);
}

RemoteSteps::Running *RemoteSteps::running(int activity)
{
    for (Running &each : m_running) {
        if (each.activity == activity)
            return &each;
    }
    return nullptr;
}

void RemoteSteps::follow(const ProgressRecord &progress)
{
    if (m_running.isEmpty() || progress.activityId == CommandActivity)
        return;
    Running *known = running(progress.activityId);
    const bool isRenamed = known && !progress.activity.isEmpty() && progress.activity != known->step.action;
    if (known && (isRenamed || progress.isCompleted)) {
        if (!isRenamed && !progress.status.trimmed().isEmpty())
            known->status = progress.status.trimmed();
        endRunning(known - m_running.data(), StepResult::Succeeded);
        known = nullptr;
    }
    if (progress.isCompleted)
        return;
    if (!known)
        beginActivity(progress);
    else if (!progress.status.trimmed().isEmpty())
        known->status = progress.status.trimmed();
}

void RemoteSteps::beginActivity(const ProgressRecord &progress)
{
    if (m_running.size() > RunningLimit || m_lastId >= StepLimit) {
        ++m_omitted;
        return;
    }
    const Running *parent
        = progress.parentActivityId == progress.activityId ? nullptr : running(progress.parentActivityId);
    Running activity;
    activity.activity = progress.activityId;
    activity.parentActivity = parent ? parent->activity : CommandActivity;
    activity.status = progress.status.trimmed();
    activity.step.id = ++m_lastId;
    activity.step.parentId = (parent ? *parent : m_running.constFirst()).step.id;
    activity.step.action = progress.activity.isEmpty() ? Text::tr("Activity without a name") : progress.activity;
    activity.step.started = QDateTime::currentDateTimeUtc();
    m_sink(activity.step);
    m_running.append(activity);
}

// What ran below it has ended with it; what went wrong below it went wrong in it.
void RemoteSteps::endRunning(qsizetype place, StepResult result)
{
    const int activity = m_running.at(place).activity;
    for (qsizetype below = m_running.size() - 1; below > place; --below) {
        if (below < m_running.size() && m_running.at(below).parentActivity == activity)
            endRunning(below, result);
    }
    Running ended = m_running.takeAt(place);
    const bool hasIssues = ended.hasIssues || result == StepResult::Failed;
    if (hasIssues && result == StepResult::Succeeded)
        result = StepResult::SucceededWithWarnings;
    ended.step.result = result;
    ended.step.ended = QDateTime::currentDateTimeUtc();
    if (!ended.status.isEmpty())
        ended.step.information.append(ended.status);
    if (Running *parent = hasIssues ? running(ended.parentActivity) : nullptr)
        parent->hasIssues = true;
    m_sink(ended.step);
}

void RemoteSteps::markIssue()
{
    if (!m_running.isEmpty())
        m_running.last().hasIssues = true;
}

void RemoteSteps::end(StepResult result, const QString &reason)
{
    if (m_running.isEmpty())
        return;
    while (m_running.size() > 1)
        endRunning(m_running.size() - 1, result);
    QStringList &information = m_running.first().step.information;
    if (!reason.isEmpty())
        information.append(reason);
    if (m_omitted > 0) {
        information.append(
            Text::tr("%n more activity(ies) of the server are not listed.", nullptr, int(qMin<qint64>(m_omitted, 1e9))));
    }
    endRunning(0, result);
}

QList<int> RemoteSteps::runningActivities() const
{
    QList<int> activities;
    for (const Running &each : m_running) {
        if (each.activity != CommandActivity)
            activities.append(each.activity);
    }
    return activities;
}

} // namespace cspool
