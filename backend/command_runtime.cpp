#include "backend/command_runtime.h"

#include <algorithm>
#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// What is sent again and again (progress, the state of a running step) is sent at most this often.
constexpr qint64 RepeatInterval = 100; // milliseconds

enum ConfirmChoice {
    ConfirmYes,
    ConfirmYesToAll,
    ConfirmNo,
    ConfirmNoToAll,
};

enum InquireChoice {
    InquireContinue,
    InquireContinueAll,
    InquireHalt,
};

} // namespace

void PromptBox::answer(const PromptAnswer &answer)
{
    {
        const std::lock_guard lock(m_mutex);
        // Only the question that is open takes an answer, and only its first one.
        if (answer.id != m_openId || m_answer)
            return;
        m_answer = answer;
    }
    m_changed.notify_all();
}

void PromptBox::open(qint64 id)
{
    const std::lock_guard lock(m_mutex);
    m_openId = id;
    m_answer.reset();
}

std::optional<PromptAnswer> PromptBox::waitForAnswer(qint64 id, const StopToken &stop)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return (m_openId == id && m_answer) || stop.isStopRequested(); });
    std::optional<PromptAnswer> answer;
    if (!stop.isStopRequested())
        answer = m_answer;
    m_openId = 0;
    m_answer.reset();
    return answer;
}

void PromptBox::wake()
{
    // Under the mutex: a command that has just looked at its stop token must not miss it.
    {
        const std::lock_guard lock(m_mutex);
    }
    m_changed.notify_all();
}

Step::Step(CommandRuntime *runtime, int id)
    : m_runtime(runtime)
    , m_id(id)
{
}

Step::Step(Step &&other) noexcept
    : m_runtime(std::exchange(other.m_runtime, nullptr))
    , m_id(other.m_id)
{
}

Step &Step::operator=(Step &&other) noexcept
{
    if (this != &other) {
        end();
        m_runtime = std::exchange(other.m_runtime, nullptr);
        m_id = other.m_id;
    }
    return *this;
}

Step::~Step()
{
    if (!m_runtime)
        return;
    if (m_runtime->openStep(m_id))
        m_runtime->m_unwoundSteps.append(m_runtime->closeStep(m_id, StepResult::Succeeded));
}

void Step::addInformation(const QString &sentence)
{
    CommandRuntime::OpenStep *step = m_runtime ? m_runtime->openStep(m_id) : nullptr;
    if (!step)
        return;
    if (step->record.information.size() < StepRecord::InformationLimit)
        step->record.information.append(sentence);
    else
        ++step->record.informationOmitted;
    m_runtime->updateStep(*step);
}

void Step::setCount(const QString &name, qint64 value, bool isBytes)
{
    CommandRuntime::OpenStep *step = m_runtime ? m_runtime->openStep(m_id) : nullptr;
    if (!step)
        return;
    QList<StepCount> &counts = step->record.counts;
    const auto found = std::find_if(counts.begin(), counts.end(), [&](const StepCount &c) { return c.name == name; });
    if (found == counts.end())
        counts.append({name, value, isBytes});
    else
        *found = {name, value, isBytes};
    m_runtime->updateStep(*step);
}

void Step::end(StepResult result)
{
    CommandRuntime *runtime = std::exchange(m_runtime, nullptr);
    if (!runtime)
        return;
    runtime->endStep(m_id, result);
}

void Step::fail(const Error &error)
{
    CommandRuntime *runtime = std::exchange(m_runtime, nullptr);
    if (!runtime || !runtime->openStep(m_id))
        return;
    const StepResult result = error.isStopped() ? StepResult::Cancelled : StepResult::Failed;
    runtime->unwindInto(result, error);
    runtime->endStep(m_id, result, &error);
}

CommandRuntime::CommandRuntime(const Command &command, const CmdletInfo &info, Sink sink, StopToken stop,
                               PromptBox *promptBox)
    : m_command(command)
    , m_info(info)
    , m_sink(std::move(sink))
    , m_stop(std::move(stop))
    , m_promptBox(promptBox)
{
    m_clock.start();
}

void CommandRuntime::write(RecordContent content)
{
    writeUnwoundSteps();
    m_sink({QDateTime::currentDateTimeUtc(), std::move(content)});
}

void CommandRuntime::writeUnwoundSteps() const
{
    const QList<StepRecord> unwound = std::exchange(m_unwoundSteps, {});
    for (const StepRecord &step : unwound)
        m_sink({QDateTime::currentDateTimeUtc(), step});
}

// They were left by the error with which the step around them, or the command, ends.
void CommandRuntime::unwindInto(StepResult result, const Error &error)
{
    for (StepRecord &step : m_unwoundSteps)
        step.result = result;
    if (!m_unwoundSteps.isEmpty() && result == StepResult::Failed)
        m_unwoundSteps.first().information.append(error.message); // the innermost one says why
}

bool CommandRuntime::hasAction(QStringView actionParameter, QLatin1StringView action) const
{
    return m_command.string(actionParameter).compare(action, Qt::CaseInsensitive) == 0;
}

bool CommandRuntime::isSuppressedBy(QStringView actionParameter) const
{
    return hasAction(actionParameter, "SilentlyContinue"_L1) || hasAction(actionParameter, "Ignore"_L1);
}

void CommandRuntime::writeObject(const Object &object)
{
    write(OutputRecord{object});
}

Result<> CommandRuntime::writeError(const Error &error)
{
    if (error.isStopped() || hasAction(u"ErrorAction", "Stop"_L1))
        return error;
    if (hasAction(u"ErrorAction", "Inquire"_L1)) {
        const Result<bool> goesOn = mayContinue(error.message);
        if (!goesOn)
            return goesOn.error();
        if (!*goesOn)
            return error;
    }
    ++m_errorCount;
    markIssue();
    write(ErrorRecord{error, false, m_command.isSwitchOn(u"Force") || isSuppressedBy(u"ErrorAction")});
    return {};
}

Result<> CommandRuntime::writeWarning(const QString &message, const QString &recommendedAction)
{
    ++m_warningCount;
    markIssue();
    write(WarningRecord{message, recommendedAction, isSuppressedBy(u"WarningAction")});
    if (hasAction(u"WarningAction", "Stop"_L1)) {
        return Error{ErrorCategory::InvalidOperation, u"ActionPreferenceStop"_s,
                     tr("The command was stopped at this warning, because -WarningAction is Stop: %1").arg(message),
                     recommendedAction};
    }
    if (hasAction(u"WarningAction", "Inquire"_L1)) {
        const Result<bool> goesOn = mayContinue(message);
        if (!goesOn)
            return goesOn.error();
        if (!*goesOn)
            return operationStopped();
    }
    return {};
}

void CommandRuntime::writeVerbose(const QString &message)
{
    write(VerboseRecord{message});
}

void CommandRuntime::writeInformation(const QString &message)
{
    write(InformationRecord{message, false});
}

void CommandRuntime::writeHost(const QString &message)
{
    write(InformationRecord{message, true});
}

void CommandRuntime::writeProgress(const ProgressRecord &progress)
{
    const qint64 now = m_clock.elapsed();
    const auto last = m_lastProgress.constFind(progress.activityId);
    if (progress.isCompleted) {
        m_lastProgress.remove(progress.activityId);
    } else {
        if (last != m_lastProgress.constEnd() && now - *last < RepeatInterval)
            return;
        m_lastProgress.insert(progress.activityId, now);
    }
    write(progress);
}

Step CommandRuntime::beginStep(const QString &action)
{
    OpenStep step;
    step.record.id = m_nextStepId++;
    step.record.parentId = m_openSteps.isEmpty() ? 0 : m_openSteps.constLast().record.id;
    step.record.action = action;
    step.record.started = QDateTime::currentDateTimeUtc();
    step.lastSent = m_clock.elapsed();
    m_openSteps.append(step);
    write(step.record);
    return Step(this, step.record.id);
}

CommandRuntime::OpenStep *CommandRuntime::openStep(int id)
{
    for (OpenStep &step : m_openSteps) {
        if (step.record.id == id)
            return &step;
    }
    return nullptr;
}

void CommandRuntime::updateStep(OpenStep &step)
{
    writeUnwoundSteps();
    const qint64 now = m_clock.elapsed();
    if (now - step.lastSent < RepeatInterval)
        return; // its next change or its end will carry this one
    step.lastSent = now;
    write(step.record);
}

void CommandRuntime::endStep(int id, StepResult result, const Error *error)
{
    if (openStep(id))
        write(closeStep(id, result, error));
}

// Only of a step that is open. Returns how it ended, for whoever says so.
StepRecord CommandRuntime::closeStep(int id, StepResult result, const Error *error)
{
    // What was begun inside ends with it.
    while (m_openSteps.constLast().record.id != id)
        endStep(m_openSteps.constLast().record.id, result == StepResult::Succeeded ? result : StepResult::Cancelled);

    OpenStep step = m_openSteps.takeLast();
    if (result == StepResult::Succeeded && step.hasIssues)
        result = StepResult::SucceededWithWarnings;
    if (error && !error->isStopped())
        step.record.information.append(error->message);
    step.record.result = result;
    step.record.ended = QDateTime::currentDateTimeUtc();
    const bool isIssue = result == StepResult::SucceededWithWarnings || result == StepResult::Failed;
    if (isIssue && !m_openSteps.isEmpty())
        m_openSteps.last().hasIssues = true;
    return step.record;
}

void CommandRuntime::markIssue()
{
    if (!m_openSteps.isEmpty())
        m_openSteps.last().hasIssues = true;
}

bool CommandRuntime::isWhatIf() const
{
    return m_command.isSwitchOn(u"WhatIf");
}

bool CommandRuntime::isWhatIfMessage(const QString &message)
{
    return message.startsWith(tr("What if: %1").arg(QString()));
}

Result<bool> CommandRuntime::shouldProcess(const QString &target, const QString &action, const QString &description)
{
    const QString operation = tr("Performing the operation \"%1\" on target \"%2\".").arg(action, target);
    if (isWhatIf()) {
        writeHost(tr("What if: %1").arg(operation));
        return false;
    }
    if (m_noToAll) {
        m_wasDeclined = true;
        return false;
    }
    const bool asks = m_command.contains(u"Confirm") ? m_command.isSwitchOn(u"Confirm")
                                                     : m_info.asksByDefault && !m_command.isSwitchOn(u"Force");
    if (!asks || m_yesToAll) {
        writeVerbose(operation);
        m_wasAccepted = true;
        return true;
    }
    const Result<int> choice = confirm(operation, description);
    if (!choice)
        return choice.error();
    m_yesToAll = *choice == ConfirmYesToAll;
    m_noToAll = *choice == ConfirmNoToAll;
    const bool isAccepted = *choice == ConfirmYes || *choice == ConfirmYesToAll;
    (isAccepted ? m_wasAccepted : m_wasDeclined) = true;
    return isAccepted;
}

Result<int> CommandRuntime::confirm(const QString &operation, const QString &description)
{
    PromptRequest request;
    request.caption = tr("Confirm");
    request.message = tr("Are you sure you want to perform this action?\n%1").arg(operation);
    if (!description.isEmpty())
        request.message += u'\n' + description;
    request.choices = {
        {tr("&Yes"), tr("Continue with only the next step of the operation.")},
        {tr("Yes to &All"), tr("Continue with all the steps of the operation.")},
        {tr("&No"), tr("Skip this operation and proceed with the next operation.")},
        {tr("No to A&ll"), tr("Skip this operation and all subsequent operations.")},
    };
    request.defaultChoice = m_command.isSwitchOn(u"Confirm") ? ConfirmYes : ConfirmNo;
    const Result<PromptAnswer> answer = prompt(request);
    if (!answer)
        return answer.error();
    return answer->choice;
}

Result<bool> CommandRuntime::mayContinue(const QString &message)
{
    if (m_continueAll)
        return true;
    PromptRequest request;
    request.caption = tr("Confirm");
    request.message = tr("Continue with this operation?\n%1").arg(message);
    request.choices = {
        {tr("&Yes"), tr("Continue with only the next step of the operation.")},
        {tr("Yes to &All"), tr("Continue with all the steps of the operation.")},
        {tr("&Halt Command"), tr("Stop this command.")},
    };
    request.defaultChoice = InquireContinue;
    const Result<PromptAnswer> answer = prompt(request);
    if (!answer)
        return answer.error();
    m_continueAll = answer->choice == InquireContinueAll;
    return answer->choice == InquireContinue || answer->choice == InquireContinueAll;
}

Result<PromptAnswer> CommandRuntime::prompt(PromptRequest request)
{
    request.id = m_nextPromptId++;
    m_promptBox->open(request.id);
    const qint64 id = request.id;
    const QList<PromptChoice> choices = request.choices;
    write(std::move(request));
    std::optional<PromptAnswer> answer = m_promptBox->waitForAnswer(id, m_stop);
    if (!answer)
        return operationStopped();
    // What was chosen belongs into the log; what was typed does not, it may be a secret.
    if (answer->choice >= 0 && answer->choice < choices.size())
        writeInformation(tr("Answer: %1").arg(QString(choices.at(answer->choice).label).remove(u'&')));
    return *std::move(answer);
}

Result<> CommandRuntime::checkStop() const
{
    if (m_stop.isStopRequested())
        return operationStopped();
    writeUnwoundSteps();
    return {};
}

Result<> CommandRuntime::waitFor(std::chrono::milliseconds duration) const
{
    if (m_stop.waitFor(duration))
        return operationStopped();
    writeUnwoundSteps();
    return {};
}

Outcome CommandRuntime::outcomeOf(const Result<> &result) const
{
    if (!result)
        return result.error().isStopped() ? Outcome::Cancelled : Outcome::Failed;
    if (isWhatIf())
        return Outcome::Previewed;
    if (m_isSkipped || (m_wasDeclined && !m_wasAccepted))
        return Outcome::Skipped;
    return m_warningCount + m_errorCount > 0 ? Outcome::SucceededWithWarnings : Outcome::Succeeded;
}

Outcome CommandRuntime::finish(const Result<> &result)
{
    if (!result) {
        const StepResult stepResult = result.error().isStopped() ? StepResult::Cancelled : StepResult::Failed;
        unwindInto(stepResult, result.error());
        while (!m_openSteps.isEmpty())
            endStep(m_openSteps.constLast().record.id, stepResult, &result.error());
    }
    while (!m_openSteps.isEmpty())
        endStep(m_openSteps.constLast().record.id, StepResult::Succeeded);
    writeUnwoundSteps();
    const QList<int> activities = m_lastProgress.keys();
    for (const int activity : activities)
        writeProgress({.activityId = activity, .activity = {}, .isCompleted = true});
    if (!result && !result.error().isStopped()) {
        ++m_errorCount;
        write(ErrorRecord{result.error(), true, false});
    }
    return outcomeOf(result);
}

} // namespace cspool
