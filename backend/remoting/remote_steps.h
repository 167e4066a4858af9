// RemoteSteps: what a command on a server is doing, as the steps of a report: the command itself, and below it every
// activity of which the server reports progress.
#pragma once

#include "model/records.h"

#include <QList>

#include <functional>

namespace cspool {

// One run; one thread. Memory is bounded: beyond its limits activities are counted, not kept.
class RemoteSteps
{
public:
    static constexpr int RunningLimit = 256; // activities that run at once
    static constexpr int StepLimit = 20'000; // of one run

    using Sink = std::function<void(const StepRecord &)>;
    explicit RemoteSteps(Sink sink);

    void begin(const QString &action); // the command itself
    // Begins, follows or ends the activity's step. An activity that changes its name is another step.
    void follow(const ProgressRecord &progress);
    // A warning or an error was written: no step in which it falls ends better than SucceededWithWarnings.
    void markIssue();
    // Ends what is still running, and the command.
    void end(StepResult result, const QString &reason);

    QList<int> runningActivities() const;

private:
    struct Running
    {
        StepRecord step;
        int activity = 0;
        int parentActivity = -1;
        bool hasIssues = false;
        QString status; // the latest
    };
    void beginActivity(const ProgressRecord &progress);
    void endRunning(qsizetype place, StepResult result);
    Running *running(int activity);

    const Sink m_sink;
    QList<Running> m_running; // the command first, then in the order of their beginnings
    int m_lastId = 0;
    qint64 m_omitted = 0;
};

} // namespace cspool
