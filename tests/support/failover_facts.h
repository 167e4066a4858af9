// Facts of a pair of pools as the checks of a failover read them: all well, for a test to break one of them.
#pragma once

#include "model/failover/failover_check.h"

#include <QTest>

#include <functional>

namespace cspool::test {

inline const QString FactsPoolA = QStringLiteral("a.example.com");
inline const QString FactsPoolB = QStringLiteral("b.example.com");
inline const QString FactsPoolC = QStringLiteral("c.example.com"); // hosts the Central Management store
inline const QDateTime FactsTime = QDateTime::fromString(QStringLiteral("2026-03-01T02:00:00Z"), Qt::ISODate);

template <typename T> Reading<T> readAt(const T &value, const QDateTime &time = FactsTime)
{
    Reading<T> reading;
    reading.succeed(value, time);
    return reading;
}

// An old value stays where there was one.
template <typename T>
void failTo(Reading<T> &reading, const QString &message, ErrorCategory category = ErrorCategory::ResourceUnavailable,
            const QString &id = QStringLiteral("Gone"))
{
    reading.fail({category, id, message});
}

template <typename T>
void neverRead(Reading<T> &reading, const QString &message, ErrorCategory category = ErrorCategory::ResourceUnavailable)
{
    reading = {};
    failTo(reading, message, category);
}

inline Pool enterprisePool(const QString &fqdn, const QString &backupPool)
{
    const QString host = fqdn.section(u'.', 0, 0);
    Pool pool;
    pool.identity = fqdn;
    pool.fqdn = fqdn;
    pool.site = QStringLiteral("Site:1");
    pool.backupPoolFqdn = backupPool;
    pool.services = {QString(u"UserServer:" + fqdn), QString(u"Registrar:" + fqdn)};
    pool.computers = {QString(host + u"1.example.com"), QString(host + u"2.example.com")};
    return pool;
}

inline PoolStatus steadyStatus(const QString &pool)
{
    PoolStatus status;
    status.status.overallExportStatus = ExportStatus::SteadyState;
    status.status.overallImportStatus = ImportStatus::NormalState;
    status.status.activeMachineFqdn = pool.section(u'.', 0, 0) + u"1.example.com";
    for (const BackupModule module : AllBackupModules) {
        const bool isCms = module == BackupModule::CmsMaster;
        status.status.modules.append({toString(module),
                                      isCms ? ExportStatus::NotInitialized : ExportStatus::SteadyState,
                                      isCms ? ImportStatus::NotInitialized : ImportStatus::NormalState});
    }
    return status;
}

inline Service edgeService(const QString &fqdn, const QString &nextHop)
{
    Service service;
    service.identity = u"EdgeServer:" + fqdn;
    service.role = QStringLiteral("EdgeServer");
    service.poolFqdn = fqdn;
    service.registrar = nextHop.isEmpty() ? QString() : QString(u"Registrar:" + nextHop);
    return service;
}

inline CentralManagementStoreStatus storeOn(const QString &master, const QStringList &agents)
{
    return {master, FactsTime, agents, {}, {}};
}

inline PreviewSaid saidNothing()
{
    return {{QStringLiteral("Nothing has to be removed.")}, {}, false};
}

// Enterprise Edition pools a and b, a pair, both Active; c hosts the store; an Edge pool leads to b; genuine servers.
inline FailoverFacts wellFacts(FailoverDirection direction = FailoverDirection::FailOver, bool isDisaster = false)
{
    FailoverFacts facts;
    facts.goal = {FactsPoolA, direction, isDisaster};
    facts.reach = {DeploymentKind::Server, QStringLiteral("b1.example.com"), {}};
    facts.pools = readAt<QList<Pool>>({enterprisePool(FactsPoolA, FactsPoolB), enterprisePool(FactsPoolB, FactsPoolA),
                                       enterprisePool(FactsPoolC, {})});
    const PoolState state = direction == FailoverDirection::FailOver ? PoolState::Active : PoolState::FailedOver;
    facts.poolStates = readAt<QHash<QString, PoolState>>({{FactsPoolA, state}, {FactsPoolB, PoolState::Active}});
    facts.services = readAt<QList<Service>>({edgeService(QStringLiteral("edge.example.com"), FactsPoolC)});
    facts.status = readAt(steadyStatus(FactsPoolA));
    facts.backupStatus = readAt(steadyStatus(FactsPoolB));
    facts.centralManagement = readAt(storeOn(QStringLiteral("c1.example.com"), {QStringLiteral("c1.example.com")}));
    facts.replicas = readAt<QList<ReplicaStatus>>({{true, QStringLiteral("a1.example.com"), FactsTime, FactsTime, {}},
                                                   {true, QStringLiteral("b1.example.com"), FactsTime, FactsTime, {}}});
    facts.leftData = readAt(saidNothing());
    facts.backupLeftData = readAt(saidNothing());
    facts.preview = readAt(PreviewSaid{{QStringLiteral("What if: Performing the operation.")}, {}, true});
    return facts;
}

inline FailoverFacts wellLabFacts(FailoverDirection direction = FailoverDirection::FailOver, bool isDisaster = false)
{
    FailoverFacts facts = wellFacts(direction, isDisaster);
    facts.reach = {DeploymentKind::Lab, {}, {}};
    return facts;
}

inline std::optional<FailoverCheck> findCheck(const QList<FailoverCheck> &checks, const QString &id)
{
    for (const FailoverCheck &check : checks) {
        if (check.id == id)
            return check;
    }
    return std::nullopt;
}

// What is done to facts that are well, and what one of the checks says then.
struct Situation
{
    const char *name;
    FailoverFacts facts;
    std::function<void(FailoverFacts &)> arrange;
    QString check; // its id
    Verdict verdict;
    QStringList words; // in its finding, details, remedies' texts and note
    QStringList lines = {}; // of its remedies, each of them
};

// One row for each, by its place.
inline void addRows(const QList<Situation> &situations)
{
    QTest::addColumn<qsizetype>("place");
    for (qsizetype place = 0; place < situations.size(); ++place)
        QTest::addRow("%s: %s", qPrintable(situations[place].check), situations[place].name) << place;
}

inline BackupModuleStatus &moduleOf(Reading<PoolStatus> &reading, BackupModule module)
{
    for (BackupModuleStatus &status : reading.value->status.modules) {
        if (status.identity == toString(module))
            return status;
    }
    qFatal("no such module");
}

inline QString everythingSaid(const FailoverCheck &check)
{
    QStringList texts{check.finding, check.note};
    texts.append(check.details);
    for (const Remedy &remedy : check.remedies)
        texts.append(remedy.text);
    return texts.join(u'\n');
}

inline void verifySituation(const Situation &situation)
{
    FailoverFacts facts = situation.facts;
    situation.arrange(facts);
    const auto check = findCheck(checksFor(facts), situation.check);
    QVERIFY2(check, "there is no such check");
    const QString said = everythingSaid(*check);
    QVERIFY2(check->verdict == situation.verdict, qPrintable(toString(check->verdict) + u": " + said));
    for (const QString &word : situation.words)
        QVERIFY2(said.contains(word), qPrintable(QString(word + u" is not in: " + said)));
    QStringList lines;
    for (const Remedy &remedy : check->remedies)
        lines.append(remedy.commandLine);
    for (const QString &line : situation.lines) {
        QVERIFY2(lines.contains(line), qPrintable(QString(line + u" is not in: " + lines.join(u" | "))));
        if (!findCmdlet(line.section(u' ', 0, 0)))
            continue; // for a server's own shell
        // A line with something left to fill in is refused, so that nobody runs it as it is.
        QVERIFY2(parseCommand(line).isOk() != line.contains(u'<'), qPrintable(line));
    }
}

} // namespace cspool::test
