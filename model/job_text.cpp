#include "model/job_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct JobText
{
    Q_DECLARE_TR_FUNCTIONS(cspool::JobText)
};

constexpr qint64 Minute = 60;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;

} // namespace

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
        return JobText::tr("Succeeded");
    case Outcome::SucceededWithWarnings:
        return JobText::tr("Succeeded with warnings");
    case Outcome::Failed:
        return JobText::tr("Failed");
    case Outcome::Cancelled:
        return JobText::tr("Cancelled");
    case Outcome::Skipped:
        return JobText::tr("Skipped");
    case Outcome::Previewed:
        return JobText::tr("Previewed");
    case Outcome::Interrupted:
        return JobText::tr("Interrupted");
    }
    return {};
}

QString stateText(const JobInfo &job, bool isElsewhere)
{
    switch (job.state) {
    case JobState::Queued:
        return isElsewhere ? JobText::tr("Queued in another process") : JobText::tr("Queued");
    case JobState::Running:
        return isElsewhere ? JobText::tr("Running in another process") : JobText::tr("Running");
    case JobState::WaitingForAnswer:
        return JobText::tr("Waiting for an answer");
    case JobState::Cancelling:
        return JobText::tr("Cancelling…");
    case JobState::Finished:
        return outcomeText(job.outcome);
    }
    return {};
}

StatusTone toneOf(const JobInfo &job)
{
    return job.state == JobState::Finished ? toneOf(job.outcome) : toneOf(job.state);
}

QString jobName(const JobInfo &job)
{
    return job.pool.isEmpty() ? job.cmdlet : JobText::tr("%1 %2", "cmdlet, pool").arg(job.cmdlet, job.pool);
}

QString durationText(qint64 seconds)
{
    seconds = std::max<qint64>(seconds, 0);
    const QString minutes = u"%1:%2"_s.arg(seconds / Minute % Minute, seconds < Hour ? 1 : 2, 10, QChar(u'0'))
                                .arg(seconds % Minute, 2, 10, QChar(u'0'));
    if (seconds < Hour)
        return minutes;
    const QString hours = QString::number(seconds % Day / Hour) + u':' + minutes;
    if (seconds < Day)
        return hours;
    return JobText::tr("%n day(s) %1", "hours, minutes and seconds", int(seconds / Day)).arg(hours);
}

QString remainingText(qint64 seconds)
{
    if (seconds <= 0)
        return {};
    // An estimate of seconds that counts to the second would promise more than it knows.
    if (seconds < 10)
        return JobText::tr("a few seconds left");
    if (seconds < Minute)
        return JobText::tr("about %n seconds left", nullptr, int((seconds + 9) / 10 * 10));
    if (seconds < 100 * Minute)
        return JobText::tr("about %n minute(s) left", nullptr, int((seconds + Minute / 2) / Minute));
    return JobText::tr("about %n hour(s) left", nullptr, int((seconds + Hour / 2) / Hour));
}

} // namespace cspool
