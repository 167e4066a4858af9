#include "backend/failover/failover_survey.h"

#include "backend/answer_decoding.h"
#include "backend/command_runtime.h"
#include "model/fqdn.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Which pool they are about, only the pools tell.
bool isAboutBackupPool(FailoverFact fact)
{
    return fact == FailoverFact::BackupStatus || fact == FailoverFact::BackupLeftData;
}

FailoverGoal canonical(FailoverGoal goal)
{
    goal.pool = canonicalFqdn(goal.pool);
    return goal;
}

// Of whom a local replica tells the same as the Central Management store.
bool isOfTheTopology(FailoverFact fact)
{
    return fact == FailoverFact::Pools || fact == FailoverFact::Services;
}

// A store or a replica that cannot be opened is an error of its own: the command has come to its end, and what could be
// told was told, each replica that could not be asked as one of which nothing is reported.
bool wasToldAllTheSame(FailoverFact fact, const QueryResult &result)
{
    return (fact == FailoverFact::CentralManagement || fact == FailoverFact::Replicas)
        && result.finished.outcome == Outcome::SucceededWithWarnings && !result.objects.isEmpty();
}

PreviewSaid said(const QueryResult &result)
{
    return {result.hostMessages, result.warnings,
            std::any_of(result.hostMessages.begin(), result.hostMessages.end(), &CommandRuntime::isWhatIfMessage)};
}

} // namespace

FailoverSurvey::FailoverSurvey(QueryRunner *queries, const FailoverGoal &goal, QObject *parent)
    : QObject(parent)
    , m_queries(queries)
    , m_facts{canonical(goal), reachOf(*queries->session())}
{
}

FailoverSurvey::~FailoverSurvey()
{
    for (const auto &[fact, running] : m_underWay)
        m_queries->cancel(running.context.get());
}

void FailoverSurvey::setGoal(const FailoverGoal &goal)
{
    const FailoverGoal wanted = canonical(goal);
    if (wanted == m_facts.goal)
        return;
    QList<FailoverFact> outdated{FailoverFact::Preview};
    if (wanted.pool != m_facts.goal.pool) {
        outdated.append(
            {FailoverFact::Status, FailoverFact::BackupStatus, FailoverFact::LeftData, FailoverFact::BackupLeftData});
    }
    forget(outdated);
    m_facts.goal = wanted;
    Q_EMIT changed();
}

void FailoverSurvey::read()
{
    read({std::begin(AllFailoverFacts), std::end(AllFailoverFacts)});
}

void FailoverSurvey::read(const QList<FailoverFact> &facts)
{
    for (const FailoverFact fact : facts) {
        if (!m_underWay.contains(fact))
            m_facts.readLocally.removeAll(fact);
    }
    const bool needsPools = !m_facts.pools.value && std::any_of(facts.begin(), facts.end(), &isAboutBackupPool);
    if (needsPools || facts.contains(FailoverFact::Pools))
        start(FailoverFact::Pools);
    const bool arePoolsAwaited = m_underWay.contains(FailoverFact::Pools);
    for (const FailoverFact fact : facts) {
        if (fact == FailoverFact::Pools)
            continue;
        if (!isAboutBackupPool(fact) || !arePoolsAwaited)
            start(fact);
        else if (!m_waiting.contains(fact))
            m_waiting.append(fact);
    }
    Q_EMIT changed();
    announceEnd();
}

void FailoverSurvey::start(FailoverFact fact)
{
    switch (fact) {
    case FailoverFact::Pools:
        return readObjects(fact, m_facts.pools, &decodeAll<Pool>);
    case FailoverFact::PoolStates:
        return readObjects(fact, m_facts.poolStates, &decodePoolStates);
    case FailoverFact::Services:
        return readObjects(fact, m_facts.services, &decodeAll<Service>);
    case FailoverFact::Status:
        return readStatus(fact, m_facts.status, m_facts.goal.pool);
    case FailoverFact::BackupStatus:
        return readStatus(fact, m_facts.backupStatus, m_facts.backupPool());
    case FailoverFact::CentralManagement:
        return readObjects(fact, m_facts.centralManagement, &decodeFirst<CentralManagementStoreStatus>);
    case FailoverFact::Replicas:
        return readObjects(fact, m_facts.replicas, &decodeAll<ReplicaStatus>);
    case FailoverFact::LeftData:
        return readPreview(fact, m_facts.leftData);
    case FailoverFact::BackupLeftData:
        return readPreview(fact, m_facts.backupLeftData);
    case FailoverFact::Preview:
        return readPreview(fact, m_facts.preview);
    }
}

template <typename T> void FailoverSurvey::run(FailoverFact fact, Reading<T> &reading, QueryRunner::Callback take)
{
    if (const auto running = m_underWay.find(fact); running != m_underWay.end()) {
        running->second.isWantedAgain = true;
        return;
    }
    const std::optional<Command> query = queryFor(fact, m_facts);
    if (!query) {
        reading = {};
        return;
    }
    reading.isBeingRead = true;
    auto context = std::make_unique<QObject>();
    m_queries->run(*query, context.get(), std::move(take), QueryRunner::Priority::Foreground, m_answerTimeout);
    m_underWay[fact].context = std::move(context);
}

template <typename T>
void FailoverSurvey::readObjects(FailoverFact fact, Reading<T> &reading, T (*decode)(const QList<Object> &))
{
    run(fact, reading, [this, fact, decode, &reading](const QueryResult &result) {
        if (!result.isOk() && !wasToldAllTheSame(fact, result)) {
            takeFailure(fact, reading, result.error());
            return;
        }
        m_decoder.run([objects = result.objects, decode] { return decode(objects); }, m_underWay[fact].context.get(),
                      [this, fact, &reading, startedAt = result.startedAt](T value) {
                          const QString backupPool = m_facts.backupPool();
                          reading.succeed(std::move(value), startedAt);
                          if (m_facts.backupPool() != backupPool)
                              askOtherBackupPool();
                          end(fact);
                      });
    });
}

// In a disaster the store may be down with its pool; every machine has a replica of what stands in it.
template <typename T> void FailoverSurvey::takeFailure(FailoverFact fact, Reading<T> &reading, const Error &error)
{
    const bool isAnotherWay = isOfTheTopology(fact) && !m_facts.readLocally.contains(fact) && !error.isStopped()
        && error.category != ErrorCategory::OperationTimeout;
    if (isAnotherWay) {
        m_facts.readLocally.append(fact);
        m_underWay[fact].isWantedAgain = true;
    } else {
        reading.fail(error);
    }
    end(fact);
}

void FailoverSurvey::readStatus(FailoverFact fact, Reading<PoolStatus> &reading, const QString &pool)
{
    run(fact, reading, [this, fact, pool, &reading](const QueryResult &result) {
        if (Result<PoolStatus> told = decodePoolStatus(result, pool))
            reading.succeed(std::move(*told), result.startedAt);
        else
            reading.fail(told.error());
        end(fact);
    });
}

// What was said before a refusal was said all the same.
void FailoverSurvey::readPreview(FailoverFact fact, Reading<PreviewSaid> &reading)
{
    run(fact, reading, [this, fact, &reading](const QueryResult &result) {
        const Error error = result.isOk() ? Error() : result.error();
        if (result.isOk() || (!error.isStopped() && error.category != ErrorCategory::OperationTimeout))
            reading.succeed(said(result), result.startedAt);
        if (!result.isOk())
            reading.fail(error);
        end(fact);
    });
}

// Reads those that waited for the pools, or once more what was wanted again.
void FailoverSurvey::end(FailoverFact fact)
{
    const auto running = m_underWay.find(fact);
    const bool isWantedAgain = running->second.isWantedAgain;
    m_underWay.erase(running);
    if (isWantedAgain) {
        start(fact);
    } else if (fact == FailoverFact::Pools) {
        for (const FailoverFact waiting : std::exchange(m_waiting, {}))
            start(waiting);
    }
    Q_EMIT changed();
    announceEnd();
}

void FailoverSurvey::askOtherBackupPool()
{
    const QList<FailoverFact> facts{FailoverFact::BackupStatus, FailoverFact::BackupLeftData};
    for (const FailoverFact fact : facts) {
        if (m_underWay.contains(fact) && !m_waiting.contains(fact))
            m_waiting.append(fact);
    }
    forget(facts);
}

// What is under way is given up.
void FailoverSurvey::forget(const QList<FailoverFact> &facts)
{
    for (const FailoverFact fact : facts) {
        giveUp(fact);
        visitReading(m_facts, fact, [](auto &reading) { reading = {}; });
    }
}

void FailoverSurvey::giveUp(FailoverFact fact)
{
    const auto running = m_underWay.find(fact);
    if (running == m_underWay.end())
        return;
    m_queries->cancel(running->second.context.get());
    m_underWay.erase(running);
    announceEnd();
}

void FailoverSurvey::stop()
{
    for (const FailoverFact fact : AllFailoverFacts) {
        if (!m_underWay.contains(fact) && !m_waiting.contains(fact))
            continue;
        giveUp(fact);
        visitReading(m_facts, fact, [](auto &reading) { reading.fail(operationStopped()); });
    }
    m_waiting.clear();
    Q_EMIT changed();
    announceEnd();
}

// From the event loop: whoever calls read() or stop() is not called back by it.
void FailoverSurvey::announceEnd()
{
    if (isReading() || std::exchange(m_isEndAnnounced, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isEndAnnounced = false;
            if (!isReading())
                Q_EMIT finished();
        },
        Qt::QueuedConnection);
}

CommandReach reachOf(const Session &session)
{
    const DeploymentInfo deployment = session.deployment();
    CommandReach reach{deployment.kind};
    if (deployment.kind == DeploymentKind::Server)
        reach.host = canonicalFqdn(deployment.name.section(u':', 0, 0));
    const QStringList cmdlets = failoverCmdlets();
    std::copy_if(cmdlets.begin(), cmdlets.end(), std::back_inserter(reach.missingCmdlets),
                 [&session](const QString &cmdlet) { return !session.cmdletInfo(cmdlet); });
    return reach;
}

} // namespace cspool
