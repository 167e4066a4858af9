#include "tests/remoting/guided_world.h"

#include "model/failover/failover_losses.h"

#include <QSignalSpy>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30'000; // milliseconds; nothing takes so long
constexpr auto Interval = 1ms; // between two looks at a goal
constexpr auto Looks = 5;

} // namespace

GuidedWorld::GuidedWorld() = default;

GuidedWorld::~GuidedWorld()
{
    leave();
}

void GuidedWorld::makeWorkers()
{
    m_history = std::make_unique<AsyncJobHistory>(m_folder.filePath(u"jobs"_s));
    m_jobs = std::make_unique<JobRunner>(m_history.get());
    m_queries = std::make_unique<QueryRunner>(session, &m_reaper);
}

FailoverOperation::Parts GuidedWorld::parts()
{
    return {session, m_queries.get(), m_jobs.get(), m_history.get(), m_folder.filePath(u"operations"_s), {}};
}

FailoverOperation::Made GuidedWorld::taking(std::optional<Result<>> *made)
{
    return [this, made](Result<std::unique_ptr<FailoverOperation>> result) {
        if (result) {
            operation = std::move(*result);
            operation->setPatience(Interval, Interval * Looks);
            const auto keep = [this](const Error &error) { refusals.append(error); };
            QObject::connect(operation.get(), &FailoverOperation::stepRefused, operation.get(), keep);
            QObject::connect(operation.get(), &FailoverOperation::journalFailed, operation.get(), keep);
        }
        *made = result ? Result<>() : Result<>(result.error());
    };
}

bool GuidedWorld::begin(FailoverDirection direction, bool isDisaster)
{
    if (!connect())
        return false;
    makeWorkers();
    FailoverSurvey survey(m_queries.get(), FailoverGoal{PoolA, direction, isDisaster});
    QSignalSpy finished(&survey, &FailoverSurvey::finished);
    survey.read();
    if (!finished.wait(Patience))
        return false;
    std::optional<Result<>> made;
    QObject context;
    FailoverOperation::begin(parts(), survey.facts(), lossesOf(survey.facts()), &context, taking(&made));
    return QTest::qWaitFor([&made] { return made.has_value(); }, Patience) && *made && waitUntilIdle();
}

void GuidedWorld::leave()
{
    operation.reset();
    m_jobs.reset();
    m_queries.reset();
    m_history.reset();
    session.reset();
}

bool GuidedWorld::resume(const QUuid &id)
{
    if (!connect())
        return false;
    makeWorkers();
    std::optional<Result<>> made;
    QObject context;
    FailoverOperation::resume(parts(), id, &context, taking(&made));
    return QTest::qWaitFor([&made] { return made.has_value(); }, Patience) && *made && waitUntilIdle();
}

bool GuidedWorld::waitUntilIdle()
{
    return QTest::qWaitFor([this] { return !operation->isBusy(); }, Patience);
}

bool GuidedWorld::doStep()
{
    const FailoverStep step = operation->steps().at(operation->currentStep()).step;
    if (step.runsHere) {
        operation->runCurrentStep();
    } else {
        run(step.commandLine, {0}); // Yes, where it asks
        operation->markCurrentStepRunElsewhere();
    }
    return waitUntilIdle();
}

bool GuidedWorld::waitForPointOfStep(PlayedPoint wanted)
{
    operation->runCurrentStep();
    if (wanted == PlayedPoint::AfterNoReturn) {
        if (!waitForPoint(PlayedPoint::BeforeNoReturn))
            return false;
        goOn();
    }
    return waitForPoint(wanted);
}

QStringList GuidedWorld::stepIds() const
{
    QStringList ids;
    for (const OperationStep &each : operation->steps())
        ids.append(each.step.id());
    return ids;
}

const OperationStep &GuidedWorld::step(FailoverStepKind kind) const
{
    for (const OperationStep &each : operation->steps()) {
        if (each.step.kind == kind)
            return each;
    }
    qFatal("There is no such step");
    return operation->steps().first();
}

QString GuidedWorld::stateOf(FailoverStepKind kind) const
{
    return toString(step(kind).state);
}

} // namespace cspool::test
