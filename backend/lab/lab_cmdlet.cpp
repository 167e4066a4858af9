#include "backend/lab/lab_cmdlet.h"

#include "backend/lab/failover.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, LabCmdletFunction> &registeredCmdlets()
{
    // Local to the function: registrations run before main(), in no particular order.
    static QHash<QString, LabCmdletFunction> cmdlets;
    return cmdlets;
}

// Levenshtein's distance: how many characters differ.
int editDistance(QStringView a, QStringView b)
{
    QList<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i) + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.constLast();
}

// The pool that was probably meant; empty when none is near.
QString nearestName(const QString &fqdn, const QList<Pool> &pools)
{
    const QStringView host = QStringView(fqdn).left(fqdn.indexOf(u'.'));
    QString nearest;
    int distance = 4; // more than three wrong characters are another name
    for (const Pool &pool : pools) {
        const QStringView otherHost = QStringView(pool.fqdn).left(pool.fqdn.indexOf(u'.'));
        const int next = otherHost == host ? 1 : editDistance(fqdn, pool.fqdn);
        if (next < distance) {
            distance = next;
            nearest = pool.fqdn;
        }
    }
    return nearest;
}

QString when(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'") : LabContext::tr("an unknown time");
}

QString age(const QDateTime &time)
{
    const qint64 minutes = std::max<qint64>(0, time.secsTo(QDateTime::currentDateTimeUtc()) / 60);
    const QLocale locale;
    if (minutes < 120)
        return LabContext::tr("age in minutes: %1").arg(locale.toString(minutes));
    if (minutes < 48 * 60)
        return LabContext::tr("age in hours: %1").arg(locale.toString(minutes / 60));
    return LabContext::tr("age in days: %1").arg(locale.toString(minutes / (24 * 60)));
}

QHash<QString, QString> backupPools(const QList<Pool> &pools)
{
    QHash<QString, QString> result;
    for (const Pool &pool : pools)
        result.insert(pool.fqdn, pool.backupPoolFqdn);
    return result;
}

} // namespace

struct LabContext::Private
{
    QString deploymentFolder;
    CommandRuntime &runtime;
    std::chrono::milliseconds lockTimeout;
    QString reportPath;
    QString topologySource;
    QString backupPool;
    QList<ReportFact> facts;

    std::vector<PoolLock> locks; // first, so that they are released after the stores are closed
    std::unique_ptr<Deployment> deployment;
    std::optional<QList<Pool>> pools;

    Result<CentralStore> openStore(const QString &replicaOf, Step &step);
    Result<QList<Pool>> readPools(const QString &replicaOf, Step &step);
    Result<QString> replicaPool(const QString &replicaOf) const;
    Result<CentralStore> openQuietly(const QString &replicaOf) const;
    Result<> compareWithCentralStore(const QList<Pool> &replicated);
    Result<> lock(const QStringList &poolNames);
    Result<> readPoolsAgain(const Pool &pool);
    Result<QStringList> allPools() const;
};

LabContext::LabContext(const QString &deploymentFolder, CommandRuntime &runtime, std::chrono::milliseconds lockTimeout)
    : d(new Private{deploymentFolder, runtime, lockTimeout, {}, {}, {}, {}, {}, {}, {}})
{
}

LabContext::~LabContext() = default;

CommandRuntime &LabContext::runtime()
{
    return d->runtime;
}

const Command &LabContext::command() const
{
    return d->runtime.command();
}

QString LabContext::deploymentFolder() const
{
    return d->deploymentFolder;
}

QString LabContext::reportPath() const
{
    return d->reportPath;
}

void LabContext::setReportPath(const QString &path)
{
    d->reportPath = path;
}

QString LabContext::topologySource() const
{
    return d->topologySource;
}

QString LabContext::backupPool() const
{
    return d->backupPool;
}

void LabContext::setReportFact(const QString &name, const QString &value)
{
    d->facts.removeIf([&](const ReportFact &fact) { return fact.name == name; });
    d->facts.append({name, value});
}

QList<ReportFact> LabContext::reportFacts() const
{
    return d->facts;
}

Result<Deployment *> LabContext::deployment()
{
    if (d->deployment)
        return d->deployment.get();
    if (d->deploymentFolder.isEmpty()) {
        return Error{ErrorCategory::ObjectNotFound, u"DeploymentNotFound"_s, tr("No deployment is open."),
                     tr("Open one, or make one with New-Deployment.")};
    }
    const bool isReadOnly = d->runtime.isWhatIf() || !d->runtime.info().changesData;
    auto opened = Deployment::open(d->deploymentFolder, isReadOnly ? OpenMode::ReadOnly : OpenMode::ReadWrite);
    if (!opened)
        return opened.error();
    d->deployment = std::move(opened).value();
    return d->deployment.get();
}

Result<QList<Pool>> LabContext::pools(const QString &replicaOf)
{
    if (d->pools)
        return *d->pools;
    Result<Deployment *> opened = deployment();
    if (!opened)
        return opened.error();

    Step step = d->runtime.beginStep(tr("Read the topology"));
    Result<QList<Pool>> pools = d->readPools(replicaOf, step);
    if (pools)
        d->pools = *pools;
    return step.conclude(std::move(pools));
}

Result<CentralStore> LabContext::centralStore(const QString &replicaOf)
{
    Result<Deployment *> opened = deployment();
    if (!opened)
        return opened.error();
    Step step = d->runtime.beginStep(tr("Open the store that the topology is read from"));
    return step.conclude(d->openStore(replicaOf, step));
}

Result<CentralStore> LabContext::Private::openStore(const QString &replicaOf, Step &step)
{
    const bool isLocal = runtime.command().isSwitchOn(u"LocalStore");
    if (isLocal) {
        const Result<QString> pool = replicaPool(replicaOf);
        if (!pool)
            return pool.error();
        topologySource = tr("the local replica of the Central Management store on %1").arg(*pool);
    }
    Result<CentralStore> store = openQuietly(replicaOf);
    if (!store) {
        Error error = store.error();
        if (!isLocal && runtime.info().parameter(u"LocalStore")) {
            const QString way
                = tr("To work with the topology of the local replica instead, run the command with -LocalStore.");
            error.recommendedAction += error.recommendedAction.isEmpty() ? way : u' ' + way;
        }
        return error;
    }
    const Result<QDateTime> changed = store->lastChange();
    const QDateTime lastChange = changed ? *changed : QDateTime();
    if (!isLocal) {
        const Result<CentralManagementOwnership> active = deployment->centralManagement();
        topologySource = tr("the Central Management store on %1, last changed %2")
                             .arg(active ? active->activePool : QString(), when(lastChange));
    } else {
        topologySource += lastChange.isValid()
            ? tr(", its newest change is of %1 (%2)").arg(when(lastChange), age(lastChange))
            : tr(", which is empty");
    }
    const QString sentence = tr("The topology was read from %1.").arg(topologySource);
    step.addInformation(sentence);
    runtime.writeVerbose(sentence);
    return store;
}

Result<QList<Pool>> LabContext::Private::readPools(const QString &replicaOf, Step &step)
{
    const Result<CentralStore> store = openStore(replicaOf, step);
    if (!store)
        return store.error();
    const Result<QList<Pool>> result = store->pools();
    if (!result)
        return result.error();
    step.setCount(tr("pools"), result->size());
    if (runtime.command().isSwitchOn(u"LocalStore")) {
        if (const Result<> compared = compareWithCentralStore(*result); !compared)
            return compared.error();
    }
    return *result;
}

// Of which pool the local replica is read.
Result<QString> LabContext::Private::replicaPool(const QString &replicaOf) const
{
    const Result<QList<PoolOwnership>> known = deployment->ownerships();
    if (!known)
        return known.error();
    if (known->isEmpty()) {
        return Error{ErrorCategory::ObjectNotFound, u"ReplicaNotFound"_s,
                     tr("No pool of this deployment has a local replica of the Central Management store."),
                     tr("Run the command without -LocalStore.")};
    }
    const bool isKnown = std::any_of(known->begin(), known->end(),
                                     [&](const PoolOwnership &ownership) { return ownership.pool == replicaOf; });
    if (isKnown)
        return replicaOf;
    // Any replica answers for all pools, and for a name that no pool has, which is missing there. Not one that is down
    // with its pool, while there are others.
    const auto found = std::find_if(known->begin(), known->end(), [this](const PoolOwnership &ownership) {
        return bool(deployment->localReplica(ownership.pool));
    });
    return found == known->end() ? known->constFirst().pool : found->pool;
}

// The store in use, without a word about it.
Result<CentralStore> LabContext::Private::openQuietly(const QString &replicaOf) const
{
    if (!runtime.command().isSwitchOn(u"LocalStore"))
        return deployment->centralStore();
    const Result<QString> pool = replicaPool(replicaOf);
    return pool ? deployment->localReplica(*pool) : Result<CentralStore>(pool.error());
}

// A stale replica may name another backup pool than the one that is meant today.
Result<> LabContext::Private::compareWithCentralStore(const QList<Pool> &replicated)
{
    Result<CentralStore> store = deployment->centralStore();
    const Result<QList<Pool>> current = store ? store->pools() : Result<QList<Pool>>(store.error());
    if (!current) {
        runtime.writeVerbose(tr("The local replica could not be compared with the Central Management store: %1")
                                 .arg(current.error().message));
        return {};
    }
    const QHash<QString, QString> before = backupPools(replicated);
    const QHash<QString, QString> now = backupPools(*current);
    QStringList differing;
    for (const Pool &pool : replicated) {
        if (!now.contains(pool.fqdn) || now.value(pool.fqdn) != pool.backupPoolFqdn)
            differing.append(pool.fqdn);
    }
    for (const Pool &pool : *current) {
        if (!before.contains(pool.fqdn))
            differing.append(pool.fqdn);
    }
    if (differing.isEmpty())
        return {};
    return runtime.writeWarning(
        tr("The local replica differs from the Central Management store in these pools or in their "
           "backup pools: %1. This command uses the local replica.")
            .arg(differing.join(u", "_s)),
        tr("Run Invoke-CsManagementStoreReplication to bring the replica up to date, or run the "
           "command without -LocalStore."));
}

Result<Pool> LabContext::pool(const QString &fqdn)
{
    const Result<QList<Pool>> all = pools(fqdn);
    if (!all)
        return all.error();
    const auto found = std::find_if(all->begin(), all->end(), [&](const Pool &pool) { return pool.fqdn == fqdn; });
    if (found != all->end())
        return *found;

    const Result<Deployment *> opened = deployment();
    QString advice = tr("Get-CsPool lists the pools.");
    if (const QString near = nearestName(fqdn, *all); !near.isEmpty())
        advice = tr("Did you mean %1? Get-CsPool lists the pools.").arg(near);
    return Error{ErrorCategory::ObjectNotFound, u"PoolNotFound"_s,
                 tr("The pool %1 is not in the topology of %2 (read from %3).")
                     .arg(fqdn, opened ? (*opened)->info().name : QString(), d->topologySource),
                 advice, fqdn};
}

Result<Pool> LabContext::userPool(const QString &fqdn)
{
    const Result<Pool> found = pool(fqdn);
    if (!found)
        return found.error();
    if (!found->canBeBackedUp()) {
        return Error{
            ErrorCategory::InvalidOperation, u"PoolWithoutUserServices"_s,
            tr("%1 is no pool with user services (%2).").arg(fqdn, found->kind()),
            tr("Name a Front End pool or a Standard Edition server. Get-CsPool lists the pools with their services."),
            fqdn};
    }
    return *found;
}

Result<Pool> LabContext::pairedPool(const QString &fqdn)
{
    const Result<Pool> found = userPool(fqdn);
    if (!found)
        return found.error();
    if (found->backupPoolFqdn.isEmpty()) {
        return Error{
            ErrorCategory::InvalidOperation, u"NoBackupPool"_s,
            tr("The pool %1 has no backup pool (read from %2).").arg(fqdn, d->topologySource),
            tr("Pair it with another pool: in Topology Builder as its associated backup pool; in this lab deployment "
               "with Publish-CsTopology -Pair \"%1=OTHER-POOL\".")
                .arg(fqdn),
            fqdn};
    }
    d->backupPool = found->backupPoolFqdn;
    return *found;
}

Result<> LabContext::Private::lock(const QStringList &poolNames)
{
    std::optional<Step> waitingStep;
    const auto waiting = [&](const QString &sentence) {
        waitingStep.emplace(runtime.beginStep(tr("Wait for the pools: %1").arg(poolNames.join(u", "_s))));
        waitingStep->addInformation(sentence);
        runtime.writeHost(sentence);
    };
    Result<PoolLock> acquired = PoolLock::acquire({deploymentFolder, poolNames, render(runtime.command()), lockTimeout},
                                                  runtime.stopToken(), waiting);
    if (waitingStep)
        acquired = waitingStep->conclude(std::move(acquired));
    if (!acquired)
        return acquired.error();
    locks.push_back(std::move(acquired).value());
    return {};
}

Result<> LabContext::lockPair(const Pool &pool)
{
    if (d->runtime.isWhatIf())
        return {};
    QStringList names = {pool.fqdn};
    if (!pool.backupPoolFqdn.isEmpty())
        names.append(pool.backupPoolFqdn);
    if (const Result<> locked = d->lock(names); !locked)
        return locked;
    Result<Deployment *> opened = deployment();
    if (!opened)
        return opened.error();
    if (const Result<> read = d->readPoolsAgain(pool); !read)
        return read;
    return recoverFailover(**opened, d->runtime, *d->pools, pool.fqdn);
}

// What was read before may have been changed while this command waited, for the lock or for an answer. Another partner
// means that the wrong lock is held, and perhaps that something else was confirmed.
Result<> LabContext::Private::readPoolsAgain(const Pool &pool)
{
    const Result<CentralStore> store = openQuietly(pool.fqdn);
    Result<QList<Pool>> now = store ? store->pools() : Result<QList<Pool>>(store.error());
    if (!now)
        return now.error();
    const auto found = std::find_if(now->cbegin(), now->cend(), [&](const Pool &p) { return p.fqdn == pool.fqdn; });
    if (found == now->cend() || found->backupPoolFqdn != pool.backupPoolFqdn) {
        return Error{
            ErrorCategory::InvalidOperation, u"PairingChanged"_s,
            tr("The pairing of the pool %1 was changed while this command waited. Nothing was done.").arg(pool.fqdn),
            tr("Check the pair with Get-CsPoolBackupRelationship -PoolFqdn %1, then run the command again.")
                .arg(pool.fqdn),
            pool.fqdn};
    }
    pools = std::move(*now);
    return {};
}

Result<> LabContext::lockEverything()
{
    if (d->runtime.isWhatIf())
        return {};
    Result<Deployment *> opened = deployment();
    if (!opened)
        return opened.error();
    Result<QStringList> names = d->allPools();
    while (names) {
        if (const Result<> locked = d->lock(*names); !locked)
            return locked;
        // A pool may have been added while this command waited.
        Result<QStringList> now = d->allPools();
        if (now && *now == *names)
            return {};
        d->locks.pop_back();
        names = std::move(now);
    }
    return names.error();
}

Result<QStringList> LabContext::Private::allPools() const
{
    const Result<QList<PoolOwnership>> known = deployment->ownerships();
    if (!known)
        return known.error();
    QStringList names;
    for (const PoolOwnership &ownership : *known)
        names.append(ownership.pool);
    names.sort();
    return names;
}

LabCmdletRegistration::LabCmdletRegistration(const char *name, LabCmdletFunction function)
{
    registeredCmdlets().insert(QString::fromLatin1(name).toLower(), function);
}

LabCmdletFunction findLabCmdlet(const QString &name)
{
    return registeredCmdlets().value(name.toLower(), nullptr);
}

} // namespace cspool
