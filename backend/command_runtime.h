// CommandRuntime: what a running cmdlet of the embedded engine talks to, after PowerShell's ICommandRuntime. It writes
// the record streams, keeps the tree of steps, asks, waits and learns that it was cancelled.
#pragma once

#include "backend/stop_token.h"
#include "model/command.h"
#include "model/deployment_info.h"
#include "model/records.h"

#include <QHash>

#include <condition_variable>
#include <functional>
#include <mutex>

namespace cspool {

// Where answers to prompts wait for the command that asked. Any thread.
class PromptBox
{
public:
    void answer(const PromptAnswer &answer);
    // Blocks until the prompt's answer is there or a stop is requested (then nothing).
    std::optional<PromptAnswer> waitForAnswer(qint64 id, const StopToken &stop);
    // Wakes a waiting command so that it looks at its stop token again.
    void wake();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QHash<qint64, PromptAnswer> m_answers;
};

class CommandRuntime;

// One step of the work, from beginStep() until it is ended or destroyed (then: by the result that its own warnings and
// failures give). Move-only; must not outlive its runtime.
class Step
{
public:
    Step(Step &&other) noexcept;
    Step &operator=(Step &&other) noexcept;
    ~Step();

    void addInformation(const QString &sentence);
    // Sets or replaces a count.
    void setCount(const QString &name, qint64 value, bool isBytes = false);
    void end(StepResult result);
    // Ends as Failed, or Cancelled when the error says so, with the error's message as information.
    void fail(const Error &error);

private:
    friend class CommandRuntime;
    Step(CommandRuntime *runtime, int id);
    CommandRuntime *m_runtime = nullptr;
    int m_id = 0;
};

// Lives in the command's thread; not shared, but for answer() of its PromptBox and its StopToken.
class CommandRuntime
{
public:
    using Sink = std::function<void(Record)>; // called in the command's thread, in order

    // `promptBox` must outlive the runtime.
    CommandRuntime(const Command &command, const CmdletInfo &info, Sink sink, StopToken stop, PromptBox *promptBox);

    const Command &command() const { return m_command; }
    const CmdletInfo &info() const { return m_info; }
    const StopToken &stopToken() const { return m_stop; }

    void writeObject(const Object &object);
    // Non-terminating: the command goes on. -Force of the command, or -ErrorAction SilentlyContinue, marks it suppressed;
    // -ErrorAction Stop makes it terminating: the returned error is then to be returned by the cmdlet.
    Result<> writeError(const Error &error);
    // -WarningAction SilentlyContinue marks it suppressed; Stop: as above.
    Result<> writeWarning(const QString &message, const QString &recommendedAction = {});
    void writeVerbose(const QString &message);
    void writeInformation(const QString &message);
    // To the screen, as Write-Host.
    void writeHost(const QString &message);
    // Throttled: at most ten a second per activity, the first and the completing one always.
    void writeProgress(const ProgressRecord &progress);

    // Begins a step below the innermost one that is still open.
    Step beginStep(const QString &action);

    // -WhatIf: writes "What if: Performing the operation "…" on target "…"." and returns false. Asks with Yes / Yes to
    // All / No / No to All when -Confirm (or the cmdlet's default) wants it; No returns false. An error when
    // cancelled. `description` is a longer sentence for the question's help; may be empty.
    Result<bool> shouldProcess(const QString &target, const QString &action, const QString &description = {});
    bool isWhatIf() const;
    // True when any shouldProcess() was answered No.
    bool wasDeclined() const { return m_wasDeclined; }

    // Asks and waits. An error when cancelled.
    Result<PromptAnswer> prompt(PromptRequest request);

    // OperationStopped when cancelled.
    Result<> checkStop() const;
    // Sleeps, cancellable. OperationStopped when cancelled.
    Result<> waitFor(std::chrono::milliseconds duration) const;

    qint64 warningCount() const { return m_warningCount; }
    qint64 errorCount() const { return m_errorCount; }

    // The cmdlet ends as Skipped instead of Succeeded.
    void setSkipped() { m_isSkipped = true; }
    // From the command's result and what was written.
    Outcome outcomeOf(const Result<> &result) const;

private:
    friend class Step;
    struct OpenStep;
    void write(RecordContent content);
    void updateStep(int id);
    void endStep(int id, StepResult result);

    const Command m_command;
    const CmdletInfo &m_info;
    Sink m_sink;
    StopToken m_stop;
    PromptBox *m_promptBox;
    QList<StepRecord> m_openSteps; // outermost first
    QHash<int, qint64> m_lastProgress; // activity id → monotonic milliseconds
    qint64 m_nextPromptId = 1;
    int m_nextStepId = 1;
    qint64 m_warningCount = 0;
    qint64 m_errorCount = 0;
    bool m_yesToAll = false;
    bool m_noToAll = false;
    bool m_wasDeclined = false;
    bool m_isSkipped = false;
};

} // namespace cspool
