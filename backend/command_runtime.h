// CommandRuntime: what a running cmdlet of the embedded engine talks to, after PowerShell's ICommandRuntime. It writes
// the record streams, keeps the tree of steps, asks, waits and learns that it was cancelled.
#pragma once

#include "backend/stop_token.h"
#include "model/command.h"
#include "model/deployment_info.h"
#include "model/records.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

namespace cspool {

// Where answers to prompts wait for the command that asked. Any thread.
class PromptBox
{
public:
    // Before the question is sent: from now on its answer is taken.
    void open(qint64 id);
    // The first answer to the open question counts; all others are ignored.
    void answer(const PromptAnswer &answer);
    // Blocks until the prompt's answer is there or a stop is requested (then nothing).
    std::optional<PromptAnswer> waitForAnswer(qint64 id, const StopToken &stop);
    // Wakes a waiting command so that it looks at its stop token again.
    void wake();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    qint64 m_openId = 0; // 0: no question is open
    std::optional<PromptAnswer> m_answer;
};

class CommandRuntime;

// One step of the work, from beginStep() until it is ended or destroyed. A step never ends better than what it
// contains: a warning or error written in it, or a child that failed or ended with warnings, makes Succeeded
// SucceededWithWarnings. Move-only; must not outlive its runtime.
class Step
{
public:
    Step(Step &&other) noexcept;
    Step &operator=(Step &&other) noexcept;
    // Ends it as end() does, unless the command, or a step around it, then ends with an error and did nothing in
    // between (an early `return error`): then it ends with that error's result. Its end is sent once that is known.
    ~Step();

    // At most StepRecord::InformationLimit are kept; more are counted.
    void addInformation(const QString &sentence);
    // Sets or replaces a count.
    void setCount(const QString &name, qint64 value, bool isBytes = false);
    void end(StepResult result = StepResult::Succeeded);
    // Ends as Failed, or Cancelled when the error says so, with the error's message as information.
    void fail(const Error &error);
    // end() or fail() by the result of the step's work, which is handed back: `return step.conclude(copy());`
    template <typename T> Result<T> conclude(Result<T> result)
    {
        if (result)
            end();
        else
            fail(result.error());
        return result;
    }

private:
    friend class CommandRuntime;
    Step(CommandRuntime *runtime, int id);
    CommandRuntime *m_runtime = nullptr; // null: ended, or moved from
    int m_id = 0;
};

// Lives in the command's thread; not shared, but for answer() of its PromptBox and its StopToken.
class CommandRuntime
{
    Q_DECLARE_TR_FUNCTIONS(cspool::CommandRuntime)

public:
    using Sink = std::function<void(Record)>; // called in the command's thread, in order

    // `promptBox` must outlive the runtime.
    CommandRuntime(const Command &command, const CmdletInfo &info, Sink sink, StopToken stop, PromptBox *promptBox);
    Q_DISABLE_COPY_MOVE(CommandRuntime)

    const Command &command() const { return m_command; }
    const CmdletInfo &info() const { return m_info; }
    const StopToken &stopToken() const { return m_stop; }

    void writeObject(const Object &object);
    // Non-terminating: the command goes on. -Force of the command, or -ErrorAction SilentlyContinue or Ignore, marks it
    // suppressed; -ErrorAction Stop makes it terminating, Inquire asks: the returned error is then to be returned by
    // the cmdlet. So is a cancellation, which is handed back unwritten.
    Result<> writeError(const Error &error);
    // -WarningAction SilentlyContinue or Ignore marks it suppressed; Stop and Inquire: as above.
    Result<> writeWarning(const QString &message, const QString &recommendedAction = {});
    void writeVerbose(const QString &message);
    void writeInformation(const QString &message);
    // To the screen, as Write-Host.
    void writeHost(const QString &message);
    // Throttled: at most ten a second per activity, the first and the completing one always.
    void writeProgress(const ProgressRecord &progress);

    // Begins a step below the innermost one that is still open.
    Step beginStep(const QString &action);

    // PowerShell's ShouldProcess. -WhatIf wins: writes `What if: Performing the operation "action" on target "target".`
    // and returns false. -Confirm:$false never asks; -Confirm asks; a cmdlet that asks by default asks unless -Force.
    // The question has Yes / Yes to All / No / No to All; No returns false. Its default is PowerShell's Yes when the
    // administrator wanted to be asked, and No when the cmdlet asks of its own accord (ours: what it guards is hard to
    // undo). `description`: what will happen, further sentences of the question; may be empty. An error when cancelled.
    Result<bool> shouldProcess(const QString &target, const QString &action, const QString &description = {});
    bool isWhatIf() const;
    // Whether a host message is one that shouldProcess() writes with -WhatIf.
    static bool isWhatIfMessage(const QString &message);
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
    // From the command's result and what was written. Warnings and non-terminating errors give SucceededWithWarnings.
    Outcome outcomeOf(const Result<> &result) const;

    // Called once by whoever runs the command, after it: ends what steps and progress are still open, writes the
    // terminating error (a cancellation is none) and returns the outcome. The FinishedRecord is the caller's.
    Outcome finish(const Result<> &result);

private:
    friend class Step;
    struct OpenStep
    {
        StepRecord record;
        bool hasIssues = false; // a warning, an error, or a child with one
        qint64 lastSent = 0; // monotonic milliseconds
    };

    void write(RecordContent content);
    void writeUnwoundSteps() const;
    void unwindInto(StepResult result, const Error &error);
    OpenStep *openStep(int id);
    void updateStep(OpenStep &step);
    StepRecord closeStep(int id, StepResult result, const Error *error = nullptr);
    void endStep(int id, StepResult result, const Error *error = nullptr);
    void markIssue();
    bool isSuppressedBy(QStringView actionParameter) const;
    bool hasAction(QStringView actionParameter, QLatin1StringView action) const;
    Result<bool> mayContinue(const QString &message);
    Result<int> confirm(const QString &operation, const QString &description);

    const Command m_command;
    const CmdletInfo &m_info;
    Sink m_sink;
    StopToken m_stop;
    PromptBox *m_promptBox;
    QElapsedTimer m_clock;
    QList<OpenStep> m_openSteps; // outermost first
    // Steps that were destroyed without a word, with nothing done since, outermost last: how they ended is said once
    // it is known, as the command goes on or ends with an error.
    mutable QList<StepRecord> m_unwoundSteps;
    QHash<int, qint64> m_lastProgress; // running activities: id → monotonic milliseconds
    qint64 m_nextPromptId = 1;
    int m_nextStepId = 1;
    qint64 m_warningCount = 0;
    qint64 m_errorCount = 0;
    bool m_yesToAll = false;
    bool m_noToAll = false;
    bool m_continueAll = false;
    bool m_wasDeclined = false;
    bool m_wasAccepted = false;
    bool m_isSkipped = false;
};

} // namespace cspool
