// FailoverOperation: every transition of a guided failover, against a deployment that does what the test says.
#include "backend/failover/failover_operation.h"
#include "tests/support/fake_failover.h"
#include "tests/support/full_disk.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString A = u"a.x.com"_s;
const QString B = u"b.x.com"_s;
const QString Edge = u"EdgeNextHop:edge.x.com"_s;
const QString Store = u"CentralManagement:a.x.com"_s;
const QString PoolStep = u"FailOver:a.x.com"_s;

QString kindOf(const OperationEvent &event)
{
    static const char *const names[]
        = {"Begun", "Checks", "Started", "Ended", "Elsewhere", "Verified", "LeftOut", "Resumed", "OperationEnded"};
    return QString::fromLatin1(names[event.content.index()]);
}

} // namespace

class TestFailoverOperation : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::shared_ptr<FakeFailover> m_session;
    std::unique_ptr<PipelineReaper> m_reaper;
    std::unique_ptr<QueryRunner> m_queries;
    std::unique_ptr<AsyncJobHistory> m_history;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<FailoverOperation> m_operation;
    std::optional<Error> m_error; // of the latest beginning
    // What was true when each event was written.
    QList<FailoverTruth> m_truths;

    QString folder() const { return m_directory->filePath(u"operations"_s); }
    OperationStore store() const { return OperationStore(folder()); }

    FailoverOperation::Parts parts() const
    {
        return {m_session, m_queries.get(), m_jobs.get(), m_history.get(), folder(), {}};
    }

    void startProcess()
    {
        m_queries = std::make_unique<QueryRunner>(m_session, m_reaper.get());
        m_history = std::make_unique<AsyncJobHistory>(m_directory->filePath(u"history"_s));
        m_jobs = std::make_unique<JobRunner>(m_history.get());
    }
    void endProcess()
    {
        m_operation.reset();
        m_jobs.reset();
        m_history.reset();
        m_queries.reset();
    }

    FailoverFacts read(const FailoverGoal &goal)
    {
        FailoverSurvey survey(m_queries.get(), goal);
        QSignalSpy finished(&survey, &FailoverSurvey::finished);
        survey.read();
        if (!finished.wait())
            qFatal("not read");
        return survey.facts();
    }

    FailoverOperation::Made keep()
    {
        return [this](Result<std::unique_ptr<FailoverOperation>> made) {
            m_error = made ? std::nullopt : std::optional(made.error());
            m_operation = made ? std::move(*made) : nullptr;
            if (!m_operation)
                return;
            m_operation->setPatience(1ms, 50ms);
            connect(m_operation.get(), &FailoverOperation::changed, this, &TestFailoverOperation::sample);
        };
    }

    // Whatever happens until then.
    bool waitUntil(const std::function<bool()> &holds) { return QTest::qWaitFor(holds, 30'000); }
    bool waitUntilIdle()
    {
        return waitUntil([this] { return !m_operation->isBusy(); });
    }

    bool begin(const FailoverGoal &goal = {A, FailoverDirection::FailOver, false}, const QStringList &losses = {})
    {
        m_operation.reset();
        m_error.reset();
        m_truths.clear();
        FailoverOperation::begin(parts(), read(goal), losses, this, keep());
        return waitUntil([this] { return m_operation || m_error; }) && m_operation;
    }

    bool resume(const QUuid &id)
    {
        m_operation.reset();
        m_error.reset();
        FailoverOperation::resume(parts(), id, this, keep());
        return waitUntil([this] { return m_operation || m_error; }) && m_operation;
    }

    bool runUntilItsJobRuns()
    {
        const int before = m_session->jobCount;
        m_operation->runCurrentStep();
        return waitUntil([this, before] { return m_session->jobCount > before; });
    }

    bool runStep()
    {
        if (!runUntilItsJobRuns())
            return false;
        sample();
        m_session->complete();
        return waitUntilIdle();
    }

    bool runToTheLastStep()
    {
        for (int i = 0; m_operation->currentStep() >= 0 && i < 20; ++i) {
            const int current = m_operation->currentStep();
            const OperationStep &step = m_operation->steps().at(current);
            if (step.step.commandLine.isEmpty()) {
                m_operation->runCurrentStep();
                if (!waitUntilIdle())
                    return false;
            } else if (!runStep()) {
                return false;
            }
        }
        return m_operation->currentStep() < 0;
    }

    bool end()
    {
        m_operation->end();
        return waitUntil([this] { return m_operation->hasEnded() && !m_operation->isBusy(); });
    }

    const OperationStep &step(const QString &id) const
    {
        for (const OperationStep &step : m_operation->steps()) {
            if (step.step.id() == id)
                return step;
        }
        qFatal("no step %s", qPrintable(id));
    }
    QString stateOf(const QString &id) const { return toString(step(id).state); }
    QString current() const
    {
        const int index = m_operation->currentStep();
        return index < 0 ? QString() : m_operation->steps().at(index).step.id();
    }

    QStringList kinds() const
    {
        QStringList kinds;
        for (const OperationEvent &event : m_operation->events())
            kinds.append(kindOf(event));
        return kinds;
    }

    void sample()
    {
        while (m_operation && m_truths.size() < m_operation->events().size())
            m_truths.append(m_session->truth);
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_session = std::make_shared<FakeFailover>();
        m_reaper = std::make_unique<PipelineReaper>();
        startProcess();
    }
    void cleanup()
    {
        endProcess();
        m_reaper.reset();
        m_session.reset();
    }

    void everyStepIsRunLookedAtAndWrittenDown();
    void theStartIsOnTheDiskBeforeTheCommandStarts();
    void nothingIsStartedThatCannotBeWrittenDown();
    void whatHappenedOnAFullDiskIsWrittenLater();
    void anOperationThatCannotBeWrittenDownIsNotBegun();
    void afterACancelTheDeploymentTellsWhatIsTrue_data();
    void afterACancelTheDeploymentTellsWhatIsTrue();
    void aFailureLeavesTheStepToBeRunAgain();
    void aLostConnectionLeavesTheStepUnknownUntilItIsReadAgain();
    void aGoalIsWaitedFor();
    void patienceHasAnEnd();
    void stoppingAVerificationEndsThePatience();
    void whatWasChangedBackHasToBeReachedAgain();
    void aStepThatWasRunElsewhereIsVerified();
    void whatComesUpIsSaidInTheFindingOfThePool();
    void aStepIsLeftOutOnlyWhereItMakesSense();
    void conferenceContentIsOnlyRestoredByRunningTheStep();
    void aFailbackLeadsTheEdgePoolsBackThatTheFailoverHasMoved();
    void anOperationThatIsGivenUpSaysWhatIsTrue();
    void aFindingThatStaysTheSameIsWrittenOnce();
    void itGoesOnAfterEveryEvent();
    void aJobThatStillRunsIsFollowedWhenItIsGoneOnWith();
    void whatTheHistoryTellsOfAnInterruptedJobIsSaid_data();
    void whatTheHistoryTellsOfAnInterruptedJobIsSaid();
    void onlyOneOfTwoGoesOnWithAnOperation();
    void nobodyBeginsAtAPairAtWhichAnotherOneIsAtWork();
    void noStepIsRunForAnotherPairThanItWasFoundFor();
    void whatCannotBeGoneOnWithIsRefused();
    void aCommandThatNoFailoverNeedsIsRefused();
    void whoWaitsForABeginningMayBeGone();
    void itMayBeDestroyedInEverySlot();
};

void TestFailoverOperation::everyStepIsRunLookedAtAndWrittenDown()
{
    QVERIFY(begin({A, FailoverDirection::FailOver, false}, {u"Nothing."_s}));
    QVERIFY(!m_operation->isBusy());
    QCOMPARE(m_operation->backupPool(), B);
    QCOMPARE(current(), Edge);
    QCOMPARE(stateOf(Edge), u"Ready"_s);
    QCOMPARE(stateOf(PoolStep), u"Waiting"_s);
    QVERIFY(!m_operation->isPastPointOfNoReturn());
    QCOMPARE(kinds(), QStringList({u"Begun"_s, u"Checks"_s}));

    QSignalSpy submitted(m_operation.get(), &FailoverOperation::jobSubmitted);
    QVERIFY(runUntilItsJobRuns());
    QVERIFY(m_operation->isBusy());
    QCOMPARE(stateOf(Edge), u"Running"_s);
    QCOMPARE(submitted.size(), 1);
    m_session->complete();
    QVERIFY(waitUntilIdle());
    QCOMPARE(stateOf(Edge), u"Reached"_s);
    QCOMPARE(current(), Store);
    QVERIFY(runStep());
    QCOMPARE(m_session->truth.centralManagement, B);
    QCOMPARE(current(), PoolStep); // the replicas are up to date already
    QVERIFY(runStep());
    QCOMPARE(current(), QString());
    QVERIFY(m_operation->isPastPointOfNoReturn());
    QCOMPARE(step(PoolStep).lastEnd->reportPath, u"/tmp/report.html"_s);

    QSignalSpy ended(m_operation.get(), &FailoverOperation::ended);
    QVERIFY(end());
    QCOMPARE(ended.size(), 1);
    QCOMPARE(kinds().last(), u"OperationEnded"_s);
    QCOMPARE(kinds().count(u"Started"_s), 3);
    QCOMPARE(kinds().count(u"Ended"_s), 3);
    QCOMPARE(kinds().count(u"Checks"_s), 2);
    const auto &end = std::get<OperationEnded>(m_operation->events().last().content);
    QVERIFY2(end.isComplete && end.text.contains(u"FailedOver"), qPrintable(end.text));
    QVERIFY(*store().read(m_operation->id()) == m_operation->events());
    m_operation.reset();
    const QList<OperationSummary> list = store().list();
    QCOMPARE(list.size(), 1);
    QVERIFY(list.first().hasEnded && list.first().isComplete && !list.first().isHeld);
}

void TestFailoverOperation::theStartIsOnTheDiskBeforeTheCommandStarts()
{
    QVERIFY(begin());
    QList<OperationEvent> written;
    m_session->onJob = [&] { written = *store().read(m_operation->id()); };
    QSignalSpy submitted(m_operation.get(), &FailoverOperation::jobSubmitted);
    QVERIFY(runUntilItsJobRuns());
    QVERIFY(!written.isEmpty());
    const auto *started = std::get_if<StepStarted>(&written.last().content);
    QVERIFY(started);
    QCOMPARE(started->step, Edge);
    QCOMPARE(started->job, submitted.first().first().toUuid());
    QCOMPARE(started->commandLine, render(m_session->job()->command));
}

void TestFailoverOperation::nothingIsStartedThatCannotBeWrittenDown()
{
    if (!FullDisk::isPossible())
        QSKIP("No full disk can be played here.");
    QVERIFY(begin());
    QSignalSpy failed(m_operation.get(), &FailoverOperation::journalFailed);
    {
        const FullDisk full(
            QFile(folder() + u'/' + m_operation->id().toString(QUuid::WithoutBraces) + u".jsonl"_s).size());
        m_operation->runCurrentStep();
        QVERIFY(waitUntilIdle());
    }
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().value<Error>().message.startsWith(u"Nothing was begun"));
    QCOMPARE(m_session->jobCount, 0);
    QVERIFY(m_jobs->unfinishedJobs().isEmpty());
    QCOMPARE(stateOf(Edge), u"Ready"_s);
    QCOMPARE(kinds(), QStringList({u"Begun"_s, u"Checks"_s}));
    QVERIFY(runToTheLastStep());
    QVERIFY(end());
    QVERIFY(*store().read(m_operation->id()) == m_operation->events());
}

void TestFailoverOperation::whatHappenedOnAFullDiskIsWrittenLater()
{
    if (!FullDisk::isPossible())
        QSKIP("No full disk can be played here.");
    QVERIFY(begin());
    QVERIFY(runUntilItsJobRuns());
    QSignalSpy failed(m_operation.get(), &FailoverOperation::journalFailed);
    {
        const FullDisk full(100);
        m_session->complete();
        QVERIFY(waitUntilIdle());
        QVERIFY(waitUntil([&] { return failed.size() > 0; }));
        QVERIFY(store().read(m_operation->id())->size() < m_operation->events().size());
    }
    // The command has run: nothing else may be said of it.
    QVERIFY(failed.first().first().value<Error>().message.startsWith(u"What has happened is not in the record yet"));
    QCOMPARE(stateOf(Edge), u"Reached"_s);
    QVERIFY(runStep());
    QVERIFY(end());
    QCOMPARE(failed.size(), 1); // it is said once
    QVERIFY(*store().read(m_operation->id()) == m_operation->events());
}

void TestFailoverOperation::anOperationThatCannotBeWrittenDownIsNotBegun()
{
    QFile blocker(folder());
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    QVERIFY(!begin());
    QCOMPARE(m_error->id, u"OperationNotWritten"_s);
}

void TestFailoverOperation::afterACancelTheDeploymentTellsWhatIsTrue_data()
{
    QTest::addColumn<int>("truth"); // -1: cannot be read
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("isPastNoReturn");
    QTest::newRow("nothing was done") << int(PoolState::Active) << u"NotReached"_s << false;
    QTest::newRow("in the middle") << int(PoolState::FailingOver) << u"NotReached"_s << true;
    QTest::newRow("all was done") << int(PoolState::FailedOver) << u"Reached"_s << true;
    QTest::newRow("nobody knows") << -1 << u"Unknown"_s << true;
}

void TestFailoverOperation::afterACancelTheDeploymentTellsWhatIsTrue()
{
    QFETCH(int, truth);
    m_session->truth.nextHops.clear();
    m_session->truth.centralManagement = B;
    QVERIFY(begin());
    QCOMPARE(current(), PoolStep);
    QVERIFY(runUntilItsJobRuns());
    QVERIFY(m_operation->isPastPointOfNoReturn());
    if (truth < 0)
        m_session->broken.insert(u"Get-CsRegistrarConfiguration"_s);
    else
        m_session->truth.state = PoolState(truth);
    m_operation->stopCurrentStep();
    m_operation->stopCurrentStep(); // a second time does nothing
    QVERIFY(waitUntilIdle());
    QTEST(stateOf(PoolStep), "state");
    QTEST(m_operation->isPastPointOfNoReturn(), "isPastNoReturn");
    QCOMPARE(toString(step(PoolStep).lastEnd->outcome), u"Cancelled"_s);
    if (PoolState(truth) == PoolState::FailingOver) {
        QVERIFY(step(PoolStep).finding.state == StepFinding::State::Between);
        QVERIFY(!step(PoolStep).finding.nextCommandLines.isEmpty());
    }
    QVERIFY(end());
    const auto &ended = std::get<OperationEnded>(m_operation->events().last().content);
    QCOMPARE(ended.isComplete, PoolState(truth) == PoolState::FailedOver);
    QVERIFY2(!ended.text.contains(u"cancelled"), qPrintable(ended.text));
}

void TestFailoverOperation::aFailureLeavesTheStepToBeRunAgain()
{
    QVERIFY(begin());
    QVERIFY(runUntilItsJobRuns());
    m_session->job()->fail({ErrorCategory::PermissionDenied, u"No"_s, u"You may not."_s});
    QVERIFY(waitUntilIdle());
    QCOMPARE(stateOf(Edge), u"NotReached"_s);
    QCOMPARE(current(), Edge);
    QCOMPARE(step(Edge).lastEnd->message, u"You may not."_s);
    QCOMPARE(step(Edge).lastEnd->errorCount, 1);
    // One look at the step, one at all: nothing changes any more.
    QCOMPARE(m_session->started.count(Command(u"Get-CsRegistrarConfiguration"_s)), 2);
    QVERIFY(runStep());
    QCOMPARE(stateOf(Edge), u"Reached"_s);
    QCOMPARE(kinds().count(u"Started"_s), 2);
}

void TestFailoverOperation::aLostConnectionLeavesTheStepUnknownUntilItIsReadAgain()
{
    m_session->truth.nextHops.clear();
    m_session->truth.centralManagement = B;
    QVERIFY(begin());
    QVERIFY(runUntilItsJobRuns());
    const QStringList readings{u"Get-CsPool"_s, u"Get-CsRegistrarConfiguration"_s};
    m_session->broken = {readings.begin(), readings.end()};
    m_session->job()->fail({ErrorCategory::ResourceUnavailable, u"Lost"_s, u"The connection is lost."_s});
    QVERIFY(waitUntilIdle());
    QCOMPARE(stateOf(PoolStep), u"Unknown"_s);
    QCOMPARE(current(), PoolStep);
    QVERIFY(m_operation->isPastPointOfNoReturn());
    QVERIFY(!m_operation->canLeaveOut());
    // The server went on.
    m_session->broken.clear();
    m_session->truth.state = PoolState::FailedOver;
    m_operation->verify();
    QVERIFY(waitUntilIdle());
    QCOMPARE(stateOf(PoolStep), u"Reached"_s);
    QCOMPARE(current(), QString());
}

void TestFailoverOperation::aGoalIsWaitedFor()
{
    m_session->truth.nextHops.clear();
    m_session->truth.centralManagement = B;
    QVERIFY(begin());
    QVERIFY(runUntilItsJobRuns());
    m_session->truth.state = PoolState::FailingOver;
    int looks = 0;
    m_session->onReading = [&] {
        if (++looks > 6)
            m_session->truth.state = PoolState::FailedOver;
    };
    m_operation->setPatience(1ms, 10'000'000ms);
    m_session->job()->end(Outcome::Succeeded);
    QVERIFY(waitUntil([this] { return stateOf(PoolStep) == u"Verifying"; }));
    QVERIFY(waitUntilIdle());
    QCOMPARE(stateOf(PoolStep), u"Reached"_s);
    QVERIFY(looks > 6);
}

void TestFailoverOperation::patienceHasAnEnd()
{
    QVERIFY(begin());
    QVERIFY(runUntilItsJobRuns());
    const qsizetype before = m_session->started.count(Command(u"Get-CsService"_s));
    m_operation->setPatience(1ms, 3ms);
    m_session->job()->end(Outcome::Succeeded); // and has done nothing
    QVERIFY(waitUntilIdle());
    QCOMPARE(stateOf(Edge), u"NotReached"_s);
    // The first look and three more, and one at all steps.
    QCOMPARE(m_session->started.count(Command(u"Get-CsService"_s)), before + 5);
}

void TestFailoverOperation::stoppingAVerificationEndsThePatience()
{
    QVERIFY(begin());
    QVERIFY(runUntilItsJobRuns());
    m_operation->setPatience(10'000'000ms, 100'000'000ms);
    m_session->job()->end(Outcome::Succeeded);
    QVERIFY(waitUntil([this] { return kinds().last() == u"Verified"; }));
    QVERIFY(m_operation->isBusy());
    m_operation->stopCurrentStep();
    QVERIFY(waitUntilIdle());
    QCOMPARE(stateOf(Edge), u"NotReached"_s);
}

void TestFailoverOperation::whatWasChangedBackHasToBeReachedAgain()
{
    QVERIFY(begin());
    QVERIFY(runStep());
    QCOMPARE(current(), Store);
    QVERIFY(runUntilItsJobRuns());
    m_session->truth.nextHops[u"edge.x.com"_s] = A;
    m_session->complete();
    QVERIFY(waitUntilIdle());
    QCOMPARE(current(), Edge);
    QCOMPARE(stateOf(Edge), u"NotReached"_s);
    QCOMPARE(stateOf(Store), u"Reached"_s);
    QVERIFY(runStep());
    QCOMPARE(current(), PoolStep);
}

void TestFailoverOperation::aStepThatWasRunElsewhereIsVerified()
{
    QVERIFY(begin());
    m_operation->markCurrentStepRunElsewhere();
    QVERIFY(waitUntilIdle());
    QCOMPARE(stateOf(Edge), u"NotReached"_s); // as somebody said; but it was not
    m_session->truth.nextHops[u"edge.x.com"_s] = B;
    m_operation->markCurrentStepRunElsewhere();
    QVERIFY(waitUntilIdle());
    QCOMPARE(stateOf(Edge), u"Reached"_s);
    QCOMPARE(m_session->jobCount, 0);
    QCOMPARE(kinds().count(u"Elsewhere"_s), 2);
}

void TestFailoverOperation::whatComesUpIsSaidInTheFindingOfThePool()
{
    m_session->truth.centralManagement = B;
    QVERIFY(begin());
    QVERIFY(runUntilItsJobRuns());
    m_session->truth.nextHops[u"new.x.com"_s] = A; // while the other one is moved
    m_session->complete();
    QVERIFY(waitUntilIdle());
    QCOMPARE(current(), PoolStep);
    QVERIFY2(step(PoolStep).finding.text.contains(u"new.x.com"), qPrintable(step(PoolStep).finding.text));
    m_session->truth.nextHops.remove(u"new.x.com"_s);
    m_operation->verify();
    QVERIFY(waitUntilIdle());
    QVERIFY(!step(PoolStep).finding.text.contains(u"new.x.com"));
}

void TestFailoverOperation::aStepIsLeftOutOnlyWhereItMakesSense()
{
    QVERIFY(begin());
    QVERIFY(m_operation->canLeaveOut());
    m_operation->leaveOut(u" "_s);
    QCOMPARE(current(), Edge); // not without a reason
    m_operation->leaveOut(u"Nobody works outside."_s);
    QCOMPARE(stateOf(Edge), u"LeftOut"_s);
    QCOMPARE(current(), Store);
    QVERIFY(runStep());
    QCOMPARE(current(), PoolStep);
    QVERIFY(!m_operation->canLeaveOut());
    m_operation->leaveOut(u"I do not want to."_s);
    QCOMPARE(current(), PoolStep);
    QCOMPARE(kinds().count(u"LeftOut"_s), 1);
    QVERIFY(runStep());
    QVERIFY(end());
    QVERIFY(store().list().first().isComplete); // knowingly
}

void TestFailoverOperation::conferenceContentIsOnlyRestoredByRunningTheStep()
{
    m_session->truth.state = PoolState::FailedOver;
    m_session->truth.nextHops.clear();
    m_session->truth.centralManagement = B;
    QVERIFY(begin({A, FailoverDirection::FailBack, false}));
    QVERIFY(runStep());
    const QString content = u"ConferenceContent:b.x.com"_s;
    QVERIFY(step(content).finding.state == StepFinding::State::Reached); // so the status was all the time
    QCOMPARE(current(), content);
    QCOMPARE(stateOf(content), u"Ready"_s);
    QVERIFY(runUntilItsJobRuns());
    m_session->job()->fail({ErrorCategory::PermissionDenied, u"No"_s, u"You may not."_s});
    QVERIFY(waitUntilIdle());
    QCOMPARE(current(), content); // which nothing was restored by
    QCOMPARE(stateOf(content), u"NotReached"_s);
    QVERIFY(runStep());
    QCOMPARE(stateOf(content), u"Reached"_s);
    QCOMPARE(current(), QString());
    QCOMPARE(stateOf(u"BothDirections:a.x.com"_s), u"Reached"_s);
}

void TestFailoverOperation::aFailbackLeadsTheEdgePoolsBackThatTheFailoverHasMoved()
{
    QVERIFY(begin());
    QVERIFY(runToTheLastStep());
    QVERIFY(end());
    QVERIFY(begin({A, FailoverDirection::FailBack, false}));
    QVERIFY(step(Edge).step.isOptional);
    QVERIFY(runStep());
    QVERIFY(runStep());
    QCOMPARE(current(), Edge);
    QVERIFY(m_operation->canLeaveOut());
    QVERIFY(runStep());
    QCOMPARE(m_session->truth.nextHops.value(u"edge.x.com"_s), A);
    QCOMPARE(current(), QString());
    QVERIFY(end());
    QVERIFY(begin({A, FailoverDirection::FailOver, false}));
    QCOMPARE(current(), Edge);
}

void TestFailoverOperation::anOperationThatIsGivenUpSaysWhatIsTrue()
{
    QVERIFY(begin());
    QVERIFY(runStep());
    QVERIFY(end());
    const auto &ended = std::get<OperationEnded>(m_operation->events().last().content);
    QVERIFY(!ended.isComplete);
    QVERIFY2(ended.text.contains(u"The state of a.x.com is Active"), qPrintable(ended.text));
    QVERIFY2(ended.text.contains(step(Store).step.title), qPrintable(ended.text));
    // Nothing more happens.
    m_operation->runCurrentStep();
    m_operation->verify();
    m_operation->leaveOut(u"Why not."_s);
    m_operation->end();
    QVERIFY(!m_operation->isBusy());
    QCOMPARE(kinds().last(), u"OperationEnded"_s);
}

void TestFailoverOperation::aFindingThatStaysTheSameIsWrittenOnce()
{
    QVERIFY(begin());
    m_operation->verify();
    QVERIFY(waitUntilIdle());
    const qsizetype once = m_operation->events().size();
    QCOMPARE(kinds().count(u"Verified"_s), m_operation->steps().size());
    const QDateTime before = step(Edge).finding.trueAt;
    m_operation->verify();
    QVERIFY(waitUntilIdle());
    QCOMPARE(m_operation->events().size(), once);
    QVERIFY(step(Edge).finding.trueAt >= before && before.isValid());
    m_session->truth.nextHops[u"edge.x.com"_s] = B;
    m_operation->verify();
    QVERIFY(waitUntilIdle());
    QCOMPARE(m_operation->events().size(), once + 1);
}

void TestFailoverOperation::itGoesOnAfterEveryEvent()
{
    QVERIFY(begin());
    QVERIFY(runToTheLastStep());
    sample();
    const QUuid id = m_operation->id();
    const QList<OperationEvent> events = m_operation->events();
    QCOMPARE(m_truths.size(), events.size());
    m_operation.reset();
    const QString path = folder() + u'/' + id.toString(QUuid::WithoutBraces) + u".jsonl"_s;
    // Killed when event `count` was written, and when what comes next was done but not written yet.
    for (qsizetype count = 1; count <= events.size(); ++count) {
        const bool isDoneBeforeItIsWritten = count < events.size() && kindOf(events.at(count)) == u"Ended";
        for (qsizetype truth = count - 1; truth < count + isDoneBeforeItIsWritten; ++truth) {
            const QString where = u"after %1, %2"_s.arg(QString::number(count), kindOf(events.at(count - 1)));
            QByteArray lines;
            for (const OperationEvent &event : events.first(count))
                lines += toJsonLine(event) + '\n';
            m_operation.reset();
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size());
            file.close();
            m_session->truth = m_truths.at(truth);
            QVERIFY2(resume(id), qPrintable(where));
            QVERIFY(m_operation->isBusy());
            QVERIFY2(waitUntilIdle(), qPrintable(where));
            for (const OperationStep &step : m_operation->steps()) {
                QVERIFY2(!step.lastStart || step.lastEnd, qPrintable(where));
                QVERIFY2(step.finding.trueAt.isValid(), qPrintable(where));
            }
            QVERIFY2(runToTheLastStep(), qPrintable(where + u": "_s + current()));
            QVERIFY2(end(), qPrintable(where));
            QVERIFY(m_session->truth.state == PoolState::FailedOver);
            QCOMPARE(m_session->truth.centralManagement, B);
            QCOMPARE(m_session->truth.nextHops.value(u"edge.x.com"_s), B);
            QVERIFY(store().list().first().isComplete);
            QCOMPARE(kinds().count(u"Resumed"_s), 1);
            QVERIFY(*store().read(id) == m_operation->events());
        }
    }
}

void TestFailoverOperation::aJobThatStillRunsIsFollowedWhenItIsGoneOnWith()
{
    QVERIFY(begin());
    QVERIFY(runUntilItsJobRuns());
    const QUuid id = m_operation->id();
    const QUuid job = step(Edge).lastStart->job;
    m_operation.reset();
    QVERIFY(m_session->job()); // it goes on
    QVERIFY(resume(id));
    QSignalSpy submitted(m_operation.get(), &FailoverOperation::jobSubmitted);
    QVERIFY(waitUntil([this] { return stateOf(Edge) == u"Running"; }));
    QVERIFY(waitUntil([&] { return submitted.size() == 1; }));
    QCOMPARE(submitted.first().first().toUuid(), job);
    m_session->complete();
    QVERIFY(waitUntilIdle());
    QCOMPARE(stateOf(Edge), u"Reached"_s);
    QCOMPARE(m_session->jobCount, 1);

    // One that ended meanwhile.
    QVERIFY(runUntilItsJobRuns());
    m_operation.reset();
    m_session->complete();
    QVERIFY(waitUntil([this] { return m_jobs->unfinishedJobs().isEmpty(); }));
    QVERIFY(resume(id));
    QVERIFY(waitUntilIdle());
    QCOMPARE(stateOf(Store), u"Reached"_s);
    QCOMPARE(toString(step(Store).lastEnd->outcome), u"Succeeded"_s);
}

void TestFailoverOperation::whatTheHistoryTellsOfAnInterruptedJobIsSaid_data()
{
    QTest::addColumn<bool>("isAlive"); // the process that ran it
    QTest::addColumn<QString>("outcome"); // empty: the job has not ended
    QTest::addColumn<bool>("isRecorded");
    QTest::addColumn<QString>("state");
    QTest::newRow("its process is gone") << false << QString() << true << u"NotReached"_s;
    QTest::newRow("another process runs it") << true << QString() << true << u"Unknown"_s;
    QTest::newRow("it failed") << false << u"Failed"_s << true << u"NotReached"_s;
    QTest::newRow("never recorded") << false << QString() << false << u"NotReached"_s;
}

void TestFailoverOperation::whatTheHistoryTellsOfAnInterruptedJobIsSaid()
{
    QFETCH(bool, isAlive);
    QFETCH(QString, outcome);
    QFETCH(bool, isRecorded);
    QVERIFY(begin());
    const QUuid id = m_operation->id();
    endProcess();
    // What another process left.
    const QUuid job = QUuid::createUuid();
    {
        OperationStore store(folder());
        const Result<std::unique_ptr<OperationFile>> file = store.open(id);
        QVERIFY(file);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY((*file)->add({{now, u"anna"_s, u"desk"_s, StepStarted{Edge, u"Set-CsEdgeServer -Identity e"_s, job}}}));
    }
    Result<std::unique_ptr<JobHistory>> other = JobHistory::open(m_directory->filePath(u"history"_s));
    QVERIFY(other);
    JobInfo info;
    info.id = job;
    info.deploymentId = m_session->info.id;
    info.queued = info.started = QDateTime::currentDateTimeUtc();
    if (isRecorded)
        QVERIFY((*other)->recordQueued(info));
    if (!outcome.isEmpty()) {
        info.state = JobState::Finished;
        info.outcome = *outcomeFromString(outcome);
        info.message = u"It did not work."_s;
        QVERIFY((*other)->recordFinished(info));
    }
    if (!isAlive)
        other->reset();

    startProcess();
    QVERIFY(resume(id));
    QVERIFY(waitUntilIdle());
    QTEST(stateOf(Edge), "state");
    QCOMPARE(step(Edge).lastEnd.has_value(), !isAlive);
    QCOMPARE(step(Edge).note.isEmpty(), !isAlive);
    if (!isAlive) {
        QCOMPARE(toString(step(Edge).lastEnd->outcome), outcome.isEmpty() ? u"Interrupted"_s : outcome);
        QVERIFY(!step(Edge).lastEnd->message.isEmpty());
        return;
    }
    QSignalSpy refused(m_operation.get(), &FailoverOperation::stepRefused);
    m_operation->runCurrentStep(); // a second one beside it
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().value<Error>().id, u"StepStillRuns"_s);
    QVERIFY(!m_operation->isBusy());
    QCOMPARE(m_session->jobCount, 0);
    // It is asked for again.
    m_session->truth.nextHops[u"edge.x.com"_s] = B;
    other->reset();
    m_operation->verify();
    QVERIFY(waitUntilIdle());
    QCOMPARE(stateOf(Edge), u"Reached"_s);
    QCOMPARE(toString(step(Edge).lastEnd->outcome), u"Interrupted"_s);
}

void TestFailoverOperation::onlyOneOfTwoGoesOnWithAnOperation()
{
    QVERIFY(begin());
    const std::unique_ptr<FailoverOperation> first = std::move(m_operation);
    QVERIFY(!resume(first->id()));
    QCOMPARE(m_error->id, u"OperationHeld"_s);
    QVERIFY(store().list().first().isHeld);
    first->verify();
    QVERIFY(waitUntil([&] { return !first->isBusy(); }));
}

void TestFailoverOperation::nobodyBeginsAtAPairAtWhichAnotherOneIsAtWork()
{
    QVERIFY(begin());
    std::unique_ptr<FailoverOperation> first = std::move(m_operation);
    QVERIFY(!begin());
    QCOMPARE(m_error->id, u"PairHasOperation"_s);
    QVERIFY2(m_error->message.contains(first->id().toString(QUuid::WithoutBraces)), qPrintable(m_error->message));
    QVERIFY(!begin({B, FailoverDirection::FailOver, false}));
    QCOMPARE(m_error->id, u"PairHasOperation"_s);
    QCOMPARE(store().list().size(), 1);
    first.reset(); // left, and nobody is at work any more
    QVERIFY(begin());
}

void TestFailoverOperation::noStepIsRunForAnotherPairThanItWasFoundFor()
{
    QVERIFY(begin());
    QVERIFY(runStep());
    QCOMPARE(current(), Store);
    m_session->truth.backupPool = u"c.x.com"_s;
    m_operation->verify();
    QVERIFY(waitUntilIdle());
    QVERIFY2(step(PoolStep).finding.text.contains(u"c.x.com"), qPrintable(step(PoolStep).finding.text));
    QSignalSpy refused(m_operation.get(), &FailoverOperation::stepRefused);
    m_operation->runCurrentStep();
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().value<Error>().id, u"PairChanged"_s);
    QCOMPARE(m_session->jobCount, 1);
    QVERIFY(!m_operation->isBusy());
    m_session->truth.backupPool = B;
    m_operation->verify();
    QVERIFY(waitUntilIdle());
    QVERIFY(runToTheLastStep());
}

void TestFailoverOperation::whatCannotBeGoneOnWithIsRefused()
{
    QVERIFY(!resume(QUuid::createUuid()));
    QCOMPARE(m_error->id, u"OperationNotFound"_s);
    QVERIFY(begin());
    const QUuid id = m_operation->id();
    m_operation.reset();
    const DeploymentInfo here = m_session->info;
    m_session->info.id = QUuid::createUuid();
    QVERIFY(!resume(id));
    QCOMPARE(m_error->id, u"OperationElsewhere"_s);
    m_session->info = here;
    QVERIFY(resume(id));
    QVERIFY(waitUntilIdle());
    QVERIFY(end());
    QVERIFY(!resume(id));
    QCOMPARE(m_error->id, u"OperationEnded"_s);
}

void TestFailoverOperation::aCommandThatNoFailoverNeedsIsRefused()
{
    QVERIFY(begin());
    const QUuid id = m_operation->id();
    QList<OperationEvent> events = m_operation->events();
    m_operation.reset();
    auto &begun = std::get<OperationBegun>(events.first().content);
    for (const QString &line : {u"Publish-CsTopology -Path /tmp/evil"_s, u"Get-CsPool; rm"_s, u"Format-Disk"_s,
                                u"Invoke-CsPoolFailOver -PoolFqdn other.x.com"_s}) {
        begun.steps[0].commandLine = line;
        QFile file(folder() + u'/' + id.toString(QUuid::WithoutBraces) + u".jsonl"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(toJsonLine(events.first()) + '\n');
        file.close();
        QVERIFY(!resume(id));
        QCOMPARE(m_error->id, u"OperationDamaged"_s);
        QVERIFY(m_error->message.contains(line));
    }
}

void TestFailoverOperation::whoWaitsForABeginningMayBeGone()
{
    const FailoverFacts facts = read({A, FailoverDirection::FailOver, false});
    bool isMade = false;
    {
        QObject context;
        FailoverOperation::begin(parts(), facts, {}, &context, [&](const auto &) { isMade = true; });
    }
    QVERIFY(begin()); // the one before has had its time by then
    QVERIFY(!isMade);
    for (const OperationSummary &operation : store().list())
        QCOMPARE(operation.isHeld, operation.id == m_operation->id());
}

void TestFailoverOperation::itMayBeDestroyedInEverySlot()
{
    // At the nth change() of a whole operation.
    for (int limit = 1;; ++limit) {
        m_session->truth = {};
        QVERIFY(begin());
        int changes = 0;
        connect(m_operation.get(), &FailoverOperation::changed, this, [&] {
            if (++changes == limit)
                m_operation.reset();
        });
        m_operation->runCurrentStep();
        QVERIFY(waitUntil([this] { return !m_operation || m_session->job(); }));
        if (m_session->job())
            m_session->complete();
        QVERIFY(waitUntil([this] { return !m_operation || !m_operation->isBusy(); }));
        if (m_operation)
            m_operation->end();
        QVERIFY(waitUntil([this] { return !m_operation || m_operation->hasEnded(); }));
        QVERIFY(waitUntil([this] { return m_jobs->unfinishedJobs().isEmpty() || m_session->job(); }));
        if (m_session->job())
            m_session->complete();
        QVERIFY(waitUntil([this] { return m_jobs->unfinishedJobs().isEmpty(); }));
        if (m_operation) {
            QVERIFY(limit > 5);
            return;
        }
    }
}

QTEST_GUILESS_MAIN(TestFailoverOperation)
#include "tst_failover_operation.moc"
