// What a running cmdlet talks to: streams and their preferences, ShouldProcess, prompts, steps, cancelling, the
// outcome.
#include "backend/command_runtime.h"

#include <QSet>
#include <QTest>

#include <thread>

using namespace cspool;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Error busy{ErrorCategory::ResourceBusy, u"Busy"_s, u"The pool is busy."_s};

// A runtime in the test's thread; prompts are answered by choice from `answers`, and cancelled when there are none.
struct World
{
    explicit World(const Command &command = Command(u"Test-Cmdlet"_s), bool asksByDefault = false)
    {
        info.name = u"Test-Cmdlet"_s;
        info.supportsShouldProcess = true;
        info.asksByDefault = asksByDefault;
        runtime = std::make_unique<CommandRuntime>(
            command, info,
            [this](Record record) {
                records.append(record);
                const auto *prompt = std::get_if<PromptRequest>(&record.content);
                if (!prompt)
                    return;
                if (answers.isEmpty())
                    stop.requestStop();
                else
                    promptBox.answer({prompt->id, answers.takeFirst()});
            },
            stop.token(), &promptBox);
    }

    template <typename T> QList<T> all() const
    {
        QList<T> result;
        for (const Record &record : records) {
            if (const auto *content = std::get_if<T>(&record.content))
                result.append(*content);
        }
        return result;
    }
    // The latest state of a step.
    StepRecord step(const QString &action) const
    {
        StepRecord found;
        for (const StepRecord &step : all<StepRecord>())
            found = step.action == action ? step : found;
        return found;
    }
    StepResult result(const QString &action) const { return step(action).result; }

    CmdletInfo info;
    QList<int> answers;
    QList<Record> records;
    StopSource stop;
    PromptBox promptBox;
    std::unique_ptr<CommandRuntime> runtime;
};

Command with(const QString &name, const QVariant &value)
{
    return Command(u"Test-Cmdlet"_s).set(name, value);
}

enum Answer {
    Yes,
    YesToAll,
    No,
    NoToAll,
};

} // namespace

class TestCommandRuntime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void preferencesDecideWhatAnErrorDoes_data()
    {
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<bool>("goesOn");
        QTest::addColumn<bool>("isWritten");
        QTest::addColumn<bool>("isSuppressed");
        QTest::newRow("default") << u"PoolFqdn"_s << QVariant(u"a.b"_s) << true << true << false;
        QTest::newRow("Continue") << u"ErrorAction"_s << QVariant(u"Continue"_s) << true << true << false;
        QTest::newRow("SilentlyContinue")
            << u"ErrorAction"_s << QVariant(u"silentlycontinue"_s) << true << true << true;
        QTest::newRow("Ignore") << u"ErrorAction"_s << QVariant(u"Ignore"_s) << true << true << true;
        QTest::newRow("Stop") << u"ErrorAction"_s << QVariant(u"Stop"_s) << false << false << false;
        QTest::newRow("Force") << u"Force"_s << QVariant(true) << true << true << true;
        QTest::newRow("Force:$false") << u"Force"_s << QVariant(false) << true << true << false;
    }
    void preferencesDecideWhatAnErrorDoes()
    {
        QFETCH(QString, parameter);
        QFETCH(QVariant, value);
        QFETCH(bool, goesOn);
        QFETCH(bool, isWritten);
        QFETCH(bool, isSuppressed);
        World world(with(parameter, value));
        const Result<> result = world.runtime->writeError(busy);
        QCOMPARE(result.isOk(), goesOn);
        if (!goesOn)
            QVERIFY(result.error() == busy);
        const QList<ErrorRecord> errors = world.all<ErrorRecord>();
        QCOMPARE(!errors.isEmpty(), isWritten);
        if (isWritten) {
            QVERIFY(errors.constFirst().error == busy);
            QVERIFY(!errors.constFirst().isTerminating);
            QCOMPARE(errors.constFirst().isSuppressed, isSuppressed);
        }
        QCOMPARE(world.runtime->errorCount(), isWritten ? 1 : 0);
    }

    void preferencesDecideWhatAWarningDoes_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<bool>("goesOn");
        QTest::addColumn<bool>("isSuppressed");
        QTest::newRow("Continue") << u"Continue"_s << true << false;
        QTest::newRow("SilentlyContinue") << u"SilentlyContinue"_s << true << true;
        QTest::newRow("Ignore") << u"Ignore"_s << true << true;
        QTest::newRow("Stop") << u"Stop"_s << false << false;
    }
    void preferencesDecideWhatAWarningDoes()
    {
        QFETCH(QString, action);
        QFETCH(bool, goesOn);
        QFETCH(bool, isSuppressed);
        World world(with(u"WarningAction"_s, action));
        const Result<> result = world.runtime->writeWarning(u"Old."_s, u"Renew it."_s);
        QCOMPARE(result.isOk(), goesOn);
        QVERIFY(goesOn || (!result.error().isStopped() && result.error().message.contains(u"Old."_s)));
        const QList<WarningRecord> warnings = world.all<WarningRecord>();
        QCOMPARE(warnings.size(), 1);
        QCOMPARE(warnings.constFirst().message, u"Old."_s);
        QCOMPARE(warnings.constFirst().recommendedAction, u"Renew it."_s);
        QCOMPARE(warnings.constFirst().isSuppressed, isSuppressed);
    }

    void inquireAsksAndRemembersYesToAll()
    {
        World world(with(u"ErrorAction"_s, u"Inquire"_s));
        world.answers = {Yes, YesToAll};
        for (int i = 0; i < 4; ++i)
            QVERIFY(world.runtime->writeError(busy).isOk());
        QCOMPARE(world.all<PromptRequest>().size(), 2);
        QCOMPARE(world.all<ErrorRecord>().size(), 4);
    }

    void inquireCanHaltTheCommand()
    {
        constexpr int Halt = 2;
        World errors(with(u"ErrorAction"_s, u"Inquire"_s));
        errors.answers = {Halt};
        QVERIFY(errors.runtime->writeError(busy).error() == busy);
        QVERIFY(errors.all<ErrorRecord>().isEmpty()); // it becomes the terminating one

        World warnings(with(u"WarningAction"_s, u"Inquire"_s));
        warnings.answers = {Halt};
        QVERIFY(warnings.runtime->writeWarning(u"Old."_s).error().isStopped());
    }

    void aCancellationIsNoError()
    {
        World world;
        QVERIFY(world.runtime->writeError(operationStopped()).error().isStopped());
        QCOMPARE(world.records.size(), 0);
        QCOMPARE(world.runtime->errorCount(), 0);
    }

    void whenShouldProcessAsks_data()
    {
        QTest::addColumn<QList<QPair<QString, bool>>>("switches");
        QTest::addColumn<bool>("asksByDefault");
        QTest::addColumn<bool>("asks");
        QTest::addColumn<int>("defaultChoice");
        using Switches = QList<QPair<QString, bool>>;
        QTest::newRow("no switch") << Switches{} << false << false << -1;
        QTest::newRow("Confirm") << Switches{{u"Confirm"_s, true}} << false << true << int(Yes);
        QTest::newRow("Confirm:$false") << Switches{{u"Confirm"_s, false}} << false << false << -1;
        QTest::newRow("asks by default") << Switches{} << true << true << int(No);
        QTest::newRow("asks by default, Confirm:$false") << Switches{{u"Confirm"_s, false}} << true << false << -1;
        QTest::newRow("asks by default, Force") << Switches{{u"Force"_s, true}} << true << false << -1;
        QTest::newRow("asks by default, Force:$false") << Switches{{u"Force"_s, false}} << true << true << int(No);
        QTest::newRow("Confirm beats Force")
            << Switches{{u"Force"_s, true}, {u"Confirm"_s, true}} << true << true << int(Yes);
    }
    void whenShouldProcessAsks()
    {
        using Switches = QList<QPair<QString, bool>>;
        QFETCH(Switches, switches);
        QFETCH(bool, asksByDefault);
        QFETCH(bool, asks);
        QFETCH(int, defaultChoice);
        Command command(u"Test-Cmdlet"_s);
        for (const auto &[name, value] : switches)
            command.set(name, value);
        World world(command, asksByDefault);
        world.answers = {Yes};
        const Result<bool> result = world.runtime->shouldProcess(u"a.b"_s, u"Test-Cmdlet"_s);
        QVERIFY(result.isOk() && *result);
        const QList<PromptRequest> prompts = world.all<PromptRequest>();
        QCOMPARE(!prompts.isEmpty(), asks);
        if (asks)
            QCOMPARE(prompts.constFirst().defaultChoice, defaultChoice);
    }

    void theQuestionIsPowerShells()
    {
        World world(with(u"Confirm"_s, true));
        world.answers = {No};
        const Result<bool> result = world.runtime->shouldProcess(u"a.b"_s, u"Backup-CsPool"_s, u"All of it."_s);
        QVERIFY(result.isOk() && !*result);
        QVERIFY(world.runtime->wasDeclined());
        const PromptRequest prompt = world.all<PromptRequest>().constFirst();
        QCOMPARE(prompt.caption, u"Confirm"_s);
        QCOMPARE(prompt.message,
                 u"Are you sure you want to perform this action?\n"
                 "Performing the operation \"Backup-CsPool\" on target \"a.b\".\nAll of it."_s);
        QStringList labels;
        for (const PromptChoice &choice : prompt.choices) {
            labels.append(choice.label);
            QVERIFY(!choice.help.isEmpty());
        }
        QCOMPARE(labels, QStringList({u"&Yes"_s, u"Yes to &All"_s, u"&No"_s, u"No to A&ll"_s}));
    }

    void answersToAllHoldForTheRest_data()
    {
        QTest::addColumn<QList<int>>("answers");
        QTest::addColumn<QList<bool>>("results");
        QTest::newRow("yes, no, yes") << QList<int>{Yes, No, Yes} << QList<bool>{true, false, true};
        QTest::newRow("yes to all") << QList<int>{YesToAll} << QList<bool>{true, true, true};
        QTest::newRow("no to all") << QList<int>{NoToAll} << QList<bool>{false, false, false};
        QTest::newRow("no, then yes to all") << QList<int>{No, YesToAll} << QList<bool>{false, true, true};
        QTest::newRow("what is no choice is no") << QList<int>{-1, 17, Yes} << QList<bool>{false, false, true};
    }
    void answersToAllHoldForTheRest()
    {
        QFETCH(QList<int>, answers);
        QFETCH(QList<bool>, results);
        World world(with(u"Confirm"_s, true));
        world.answers = answers;
        for (const bool expected : results) {
            const Result<bool> result = world.runtime->shouldProcess(u"a.b"_s, u"Test-Cmdlet"_s);
            QVERIFY(result.isOk());
            QCOMPARE(*result, expected);
        }
        QCOMPARE(world.all<PromptRequest>().size(), answers.size());
        // Each answer is in the log, and only there.
        const QList<InformationRecord> said = world.all<InformationRecord>();
        const auto isChoice = [](int answer) { return answer >= Yes && answer <= NoToAll; };
        QCOMPARE(said.size(), std::count_if(answers.cbegin(), answers.cend(), isChoice));
        QVERIFY(said.constFirst().message.startsWith(u"Answer: "_s));
        QVERIFY(!said.constFirst().isHostMessage);
    }

    void whatIfWinsOverConfirm()
    {
        World world(with(u"WhatIf"_s, true).set(u"Confirm"_s, true), true);
        const Result<bool> result = world.runtime->shouldProcess(u"a.b"_s, u"Backup-CsPool"_s);
        QVERIFY(result.isOk() && !*result);
        QVERIFY(world.all<PromptRequest>().isEmpty());
        const InformationRecord message = world.all<InformationRecord>().constFirst();
        QVERIFY(message.isHostMessage);
        QCOMPARE(message.message, u"What if: Performing the operation \"Backup-CsPool\" on target \"a.b\"."_s);
        QVERIFY(world.runtime->outcomeOf({}) == Outcome::Previewed);
    }

    void aStopEndsAnOpenQuestion()
    {
        for (int round = 0; round < 100; ++round) {
            PromptBox box;
            StopSource stop;
            box.open(1);
            std::optional<PromptAnswer> answer = PromptAnswer{};
            std::thread asking([&] { answer = box.waitForAnswer(1, stop.token()); });
            stop.requestStop();
            box.wake();
            asking.join();
            QVERIFY(!answer);
        }
    }

    void onlyTheFirstAnswerToTheOpenQuestionCounts()
    {
        PromptBox box;
        StopSource stop;
        box.answer({1, Yes}); // too early
        box.open(1);
        box.answer({7, NoToAll}); // to another one
        box.answer({1, No});
        box.answer({1, Yes}); // too late
        QCOMPARE(box.waitForAnswer(1, stop.token())->choice, int(No));
        box.answer({1, Yes});
        box.open(2);
        std::thread other([&] { box.answer({2, YesToAll}); });
        QCOMPARE(box.waitForAnswer(2, stop.token())->choice, int(YesToAll));
        other.join();
    }

    void aCancelledQuestionCancelsTheCommand()
    {
        World world(with(u"Confirm"_s, true));
        const Result<bool> result = world.runtime->shouldProcess(u"a.b"_s, u"Test-Cmdlet"_s);
        QVERIFY(!result && result.error().isStopped());
        QVERIFY(world.runtime->outcomeOf(result.error()) == Outcome::Cancelled);
    }

    void waitingEndsWithTheStop()
    {
        World world;
        QVERIFY(world.runtime->waitFor(1ms).isOk());
        QVERIFY(world.runtime->checkStop().isOk());
        std::thread canceller([&] { world.stop.requestStop(); });
        const Result<> waited = world.runtime->waitFor(1h);
        canceller.join();
        QVERIFY(!waited && waited.error().isStopped());
        QVERIFY(!world.runtime->checkStop());
    }

    void progressIsThrottledButItsEndsAreSent()
    {
        World world;
        for (int i = 0; i < 10'000; ++i)
            world.runtime->writeProgress({.activityId = 1, .activity = u"A"_s, .percentComplete = i / 100});
        world.runtime->writeProgress({.activityId = 2, .activity = u"B"_s});
        world.runtime->writeProgress(
            {.activityId = 1, .activity = u"A"_s, .percentComplete = 100, .isCompleted = true});
        const QList<ProgressRecord> sent = world.all<ProgressRecord>();
        QCOMPARE(sent.constFirst().percentComplete, 0);
        QVERIFY(sent.constLast().isCompleted);
        QVERIFY(sent.at(sent.size() - 2).activityId == 2); // another activity has a rhythm of its own
        QVERIFY2(sent.size() < 1000, qPrintable(QString::number(sent.size())));
        (void)world.runtime->finish({});
        QVERIFY(world.all<ProgressRecord>().constLast().activityId == 2
                && world.all<ProgressRecord>().constLast().isCompleted);
    }

    void stepsFormATree()
    {
        World world;
        {
            Step outer = world.runtime->beginStep(u"outer"_s);
            {
                Step inner = world.runtime->beginStep(u"inner"_s);
                inner.setCount(u"documents"_s, 1);
                inner.setCount(u"documents"_s, 2);
                inner.setCount(u"bytes"_s, 3, true);
                inner.addInformation(u"first"_s);
            }
            Step second = world.runtime->beginStep(u"second"_s);
            second.end(StepResult::Skipped);
            second.addInformation(u"too late"_s);
            outer.end();
        }
        const StepRecord inner = world.step(u"inner"_s);
        QCOMPARE(inner.parentId, world.step(u"outer"_s).id);
        QCOMPARE(world.step(u"second"_s).parentId, world.step(u"outer"_s).id);
        QCOMPARE(world.step(u"outer"_s).parentId, 0);
        QVERIFY(inner.id > world.step(u"outer"_s).id);
        QCOMPARE(inner.counts, QList<StepCount>({{u"documents"_s, 2, false}, {u"bytes"_s, 3, true}}));
        QCOMPARE(inner.information, QStringList{u"first"_s});
        QVERIFY(inner.ended.isValid() && inner.started.isValid());
        QVERIFY(world.result(u"inner"_s) == StepResult::Succeeded);
        QVERIFY(world.result(u"second"_s) == StepResult::Skipped);
        QVERIFY(world.step(u"second"_s).information.isEmpty());
        QVERIFY(world.result(u"outer"_s) == StepResult::Succeeded);
    }

    void aStepNeverEndsBetterThanItsContent_data()
    {
        QTest::addColumn<QString>("inside");
        QTest::addColumn<StepResult>("inner");
        QTest::addColumn<StepResult>("outer");
        QTest::newRow("nothing") << u"nothing"_s << StepResult::Succeeded << StepResult::Succeeded;
        QTest::newRow("warning") << u"warning"_s << StepResult::SucceededWithWarnings
                                 << StepResult::SucceededWithWarnings;
        QTest::newRow("error") << u"error"_s << StepResult::SucceededWithWarnings << StepResult::SucceededWithWarnings;
        QTest::newRow("failed") << u"failed"_s << StepResult::Failed << StepResult::SucceededWithWarnings;
        QTest::newRow("skipped") << u"skipped"_s << StepResult::Skipped << StepResult::Succeeded;
    }
    void aStepNeverEndsBetterThanItsContent()
    {
        QFETCH(QString, inside);
        QFETCH(StepResult, inner);
        QFETCH(StepResult, outer);
        World world;
        {
            const Step outerStep = world.runtime->beginStep(u"outer"_s);
            Step innerStep = world.runtime->beginStep(u"inner"_s);
            if (inside == u"warning")
                QVERIFY(world.runtime->writeWarning(u"w"_s).isOk());
            else if (inside == u"error")
                QVERIFY(world.runtime->writeError(busy).isOk());
            else if (inside == u"failed")
                innerStep.fail(busy);
            else if (inside == u"skipped")
                innerStep.end(StepResult::Skipped);
            innerStep.end();
        }
        (void)world.runtime->finish({});
        QVERIFY(world.result(u"inner"_s) == inner);
        QVERIFY(world.result(u"outer"_s) == outer);
        QCOMPARE(world.step(u"inner"_s).information, inside == u"failed" ? QStringList{busy.message} : QStringList());
    }

    void concludeEndsByTheResult()
    {
        World world;
        Step good = world.runtime->beginStep(u"good"_s);
        QCOMPARE(*good.conclude(Result<int>(5)), 5);
        Step bad = world.runtime->beginStep(u"bad"_s);
        QVERIFY(bad.conclude(Result<>(busy)).error() == busy);
        Step stopped = world.runtime->beginStep(u"stopped"_s);
        QVERIFY(!stopped.conclude(Result<>(operationStopped())));
        QVERIFY(world.result(u"good"_s) == StepResult::Succeeded);
        QVERIFY(world.result(u"bad"_s) == StepResult::Failed);
        QVERIFY(world.result(u"stopped"_s) == StepResult::Cancelled);
        QVERIFY(world.step(u"stopped"_s).information.isEmpty());
    }

    void anEarlyReturnIsNoSuccess()
    {
        World world;
        const auto work = [&]() -> Result<> {
            {
                const Step before = world.runtime->beginStep(u"before"_s);
            }
            const Step outer = world.runtime->beginStep(u"outer"_s);
            const Step inner = world.runtime->beginStep(u"inner"_s);
            return busy;
        };
        QVERIFY(world.runtime->finish(work()) == Outcome::Failed);
        QVERIFY(world.result(u"before"_s) == StepResult::Succeeded);
        QVERIFY(world.result(u"outer"_s) == StepResult::Failed);
        QVERIFY(world.result(u"inner"_s) == StepResult::Failed);
        QCOMPARE(world.step(u"inner"_s).information, QStringList{busy.message});
        QVERIFY(world.all<ErrorRecord>().constLast().isTerminating);
    }

    void anEarlyReturnOfACancelledCommandIsCancelled()
    {
        World world;
        const auto work = [&]() -> Result<> {
            const Step step = world.runtime->beginStep(u"step"_s);
            world.stop.requestStop();
            return world.runtime->checkStop();
        };
        QVERIFY(world.runtime->finish(work()) == Outcome::Cancelled);
        QVERIFY(world.result(u"step"_s) == StepResult::Cancelled);
        QVERIFY(world.all<ErrorRecord>().isEmpty());
    }

    // Found by an administrator: "Done with warnings" and "Cancelled" of one step.
    void aStepEndsOnceAndTruly_data()
    {
        QTest::addColumn<bool>("isCancelled");
        QTest::addColumn<bool>("isConcluded");
        QTest::addColumn<StepResult>("result");
        QTest::newRow("cancelled") << true << false << StepResult::Cancelled;
        QTest::newRow("failed") << false << false << StepResult::Failed;
        QTest::newRow("cancelled, and the step around it says so") << true << true << StepResult::Cancelled;
        QTest::newRow("failed, and the step around it says so") << false << true << StepResult::Failed;
    }
    void aStepEndsOnceAndTruly()
    {
        QFETCH(bool, isCancelled);
        QFETCH(bool, isConcluded);
        QFETCH(StepResult, result);
        World world;
        const auto inside = [&]() -> Result<> {
            const Step inner = world.runtime->beginStep(u"inner"_s);
            (void)world.runtime->writeWarning(u"Old."_s);
            return isCancelled ? operationStopped() : busy;
        };
        const auto work = [&]() -> Result<> {
            Step outer = world.runtime->beginStep(u"outer"_s);
            return isConcluded ? outer.conclude(inside()) : inside();
        };
        (void)world.runtime->finish(work());
        QStringList ends;
        for (const StepRecord &step : world.all<StepRecord>()) {
            if (step.result != StepResult::Running)
                ends.append(step.action + u' ' + toString(step.result));
        }
        QCOMPARE(ends, QStringList({u"inner "_s + toString(result), u"outer "_s + toString(result)}));
    }

    void theEndOfAStepIsToldBeforeWhatComesAfterIt()
    {
        World world;
        {
            const Step step = world.runtime->beginStep(u"step"_s);
        }
        QVERIFY(world.runtime->checkStop().isOk());
        QVERIFY(world.result(u"step"_s) == StepResult::Succeeded);
        {
            const Step next = world.runtime->beginStep(u"next"_s);
        }
        world.runtime->writeVerbose(u"after"_s);
        QVERIFY(std::holds_alternative<VerboseRecord>(world.records.constLast().content));
        QVERIFY(world.result(u"next"_s) == StepResult::Succeeded);
    }

    void aStepThatWasLeftLongAgoKeepsItsResult()
    {
        World world;
        const auto work = [&]() -> Result<> {
            {
                const Step step = world.runtime->beginStep(u"step"_s);
            }
            world.runtime->writeVerbose(u"something else"_s);
            return busy;
        };
        QVERIFY(world.runtime->finish(work()) == Outcome::Failed);
        QVERIFY(world.result(u"step"_s) == StepResult::Succeeded);
    }

    void endingAStepEndsWhatIsOpenInside()
    {
        World world;
        Step outer = world.runtime->beginStep(u"outer"_s);
        Step inner = world.runtime->beginStep(u"inner"_s);
        outer.fail(busy);
        QVERIFY(world.result(u"outer"_s) == StepResult::Failed);
        QVERIFY(world.step(u"inner"_s).ended.isValid());
        QVERIFY(world.result(u"inner"_s) != StepResult::Running);
        const qsizetype count = world.records.size();
        inner.end();
        QCOMPARE(world.records.size(), count);
    }

    void movedStepsEndOnce()
    {
        World world;
        {
            Step first = world.runtime->beginStep(u"first"_s);
            Step moved = std::move(first);
            moved = world.runtime->beginStep(u"second"_s);
        }
        (void)world.runtime->finish({});
        int ends = 0;
        for (const StepRecord &step : world.all<StepRecord>())
            ends += step.ended.isValid() ? 1 : 0;
        QCOMPARE(ends, 2);
    }

    void runningStepsAreThrottledAndTheLastStateIsSent()
    {
        World world;
        {
            Step step = world.runtime->beginStep(u"step"_s);
            for (int i = 1; i <= 10'000; ++i) {
                step.setCount(u"documents"_s, i);
                step.addInformation(QString::number(i));
            }
        }
        (void)world.runtime->finish({});
        const QList<StepRecord> sent = world.all<StepRecord>();
        QVERIFY2(sent.size() < 1000, qPrintable(QString::number(sent.size())));
        QCOMPARE(sent.constLast().counts.constFirst().value, 10'000);
        QCOMPARE(sent.constLast().information.size(), qsizetype(StepRecord::InformationLimit));
        QCOMPARE(sent.constLast().informationOmitted, 10'000 - StepRecord::InformationLimit);
    }

    void theOutcomeOfACommand_data()
    {
        QTest::addColumn<std::function<Result<>(World &)>>("work");
        QTest::addColumn<Outcome>("outcome");
        using Work = std::function<Result<>(World &)>;
        const auto row
            = [](const char *name, const Work &work, Outcome outcome) { QTest::newRow(name) << work << outcome; };
        row(
            "nothing", [](World &) { return Result<>(); }, Outcome::Succeeded);
        row(
            "warning", [](World &w) { return w.runtime->writeWarning(u"w"_s); }, Outcome::SucceededWithWarnings);
        row(
            "error", [](World &w) { return w.runtime->writeError(busy); }, Outcome::SucceededWithWarnings);
        row(
            "terminating", [](World &) { return Result<>(busy); }, Outcome::Failed);
        row(
            "stopped", [](World &) { return Result<>(operationStopped()); }, Outcome::Cancelled);
        row(
            "stopped after the work was done",
            [](World &w) {
                w.stop.requestStop();
                return Result<>();
            },
            Outcome::Succeeded);
        row(
            "skipped",
            [](World &w) {
                w.runtime->setSkipped();
                return w.runtime->writeWarning(u"w"_s);
            },
            Outcome::Skipped);
        row(
            "declined",
            [](World &w) {
                w.answers = {No};
                (void)w.runtime->shouldProcess(u"a"_s, u"b"_s);
                return Result<>();
            },
            Outcome::Skipped);
        row(
            "declined in part",
            [](World &w) {
                w.answers = {Yes, No};
                (void)w.runtime->shouldProcess(u"a"_s, u"b"_s);
                (void)w.runtime->shouldProcess(u"a"_s, u"b"_s);
                return Result<>();
            },
            Outcome::Succeeded);
    }
    void theOutcomeOfACommand()
    {
        QFETCH(std::function<Result<>(World &)>, work);
        QFETCH(Outcome, outcome);
        World world(with(u"Confirm"_s, true));
        const Result<> result = work(world);
        QVERIFY(world.runtime->finish(result) == outcome);
        const QList<ErrorRecord> errors = world.all<ErrorRecord>();
        QCOMPARE(!errors.isEmpty() && errors.constLast().isTerminating, outcome == Outcome::Failed);
    }
};

QTEST_GUILESS_MAIN(TestCommandRuntime)
#include "tst_command_runtime.moc"
