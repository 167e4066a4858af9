// Deployment: making one, and adding a pool to it. Folders are built under a temporary name and renamed when complete.
#include "backend/lab/deployment.h"

#include "backend/lab/file_store.h"
#include "backend/lab/topology_document.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QTemporaryDir>

namespace cspool {

using namespace Qt::StringLiterals;

const QList<SchemaUpgrade> &deploymentSchema(); // deployment.cpp

namespace {

Error cannotMake(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    return {ErrorCategory::WriteError, u"FolderNotMade"_s, Deployment::tr("The folder %1 cannot be made.").arg(shown),
            Deployment::tr(
                "Check that the account that runs this program may write there, and that the disk is neither full "
                "nor mounted read-only."),
            shown};
}

Error notEmpty(const QString &folder)
{
    const QString shown = QDir::toNativeSeparators(folder);
    return {ErrorCategory::ResourceExists, u"FolderNotEmpty"_s,
            Deployment::exists(folder) ? Deployment::tr("There is a deployment in the folder %1 already.").arg(shown)
                                       : Deployment::tr("The folder %1 is not empty.").arg(shown),
            Deployment::tr("Name a folder that does not exist yet, or an empty one. Nothing was changed."), shown};
}

Error invalidPlan(const QString &message, const QString &target)
{
    return {ErrorCategory::InvalidArgument, u"InvalidDeploymentPlan"_s, message,
            Deployment::tr("Name pools of the topology document that have user services and a Registrar."), target};
}

bool isFree(const QString &folder)
{
    const QFileInfo info(folder);
    return !info.exists()
        || (info.isDir()
            && QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot));
}

// Until another process that makes the same folder is done: a matter of seconds, of minutes on a busy disk.
Result<> waitForLock(QLockFile &lock, const QString &folder)
{
    constexpr int attempts = 300;
    lock.setStaleLockTime(0); // only when its process is gone
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (lock.tryLock(1000))
            return {};
        if (lock.error() != QLockFile::LockFailedError)
            return cannotMake(folder);
        qint64 process = 0;
        QString host;
        QString application;
        if (!lock.getLockInfo(&process, &host, &application))
            lock.removeStaleLockFile(); // its maker was killed before it could write who it is; refused while it lives
    }
    const QString shown = QDir::toNativeSeparators(folder);
    return Error{ErrorCategory::ResourceBusy, u"FolderBusy"_s,
                 Deployment::tr("Another process is making the folder %1.").arg(shown),
                 Deployment::tr("Wait until it is done, or name another folder."), shown};
}

// The pools that get stores; an error when the plan names others.
Result<QStringList> poolsOfPlan(const Deployment::Plan &plan)
{
    const auto topology = parseTopologyDocument(plan.topologyDocument);
    if (!topology)
        return topology.error();
    const QStringList pools = poolsToBackUp(*topology);
    if (pools.isEmpty()) {
        return Error{ErrorCategory::InvalidData, u"TopologyWithoutPools"_s,
                     Deployment::tr("The topology document holds no pool with user services and a Registrar."),
                     Deployment::tr("Name the document of a deployment with at least one such pool.")};
    }
    QStringList paired;
    for (const PoolPair &pair : plan.pairs) {
        for (const QString &pool : {pair.first, pair.second}) {
            if (!pools.contains(pool))
                return invalidPlan(Deployment::tr("Pool %1 of a pair cannot be backed up.").arg(pool), pool);
            if (paired.contains(pool))
                return invalidPlan(Deployment::tr("Pool %1 is in more than one pair.").arg(pool), pool);
            paired.append(pool);
        }
    }
    if (!plan.centralManagementPool.isEmpty() && !pools.contains(plan.centralManagementPool)) {
        return invalidPlan(
            Deployment::tr("Pool %1 cannot hold the Central Management store.").arg(plan.centralManagementPool),
            plan.centralManagementPool);
    }
    return pools;
}

// The stores of one pool, in a folder that exists.
Result<> makeStores(const QString &folder, const QString &pool)
{
    if (const auto made = DocumentStore::create(folder + "/user-store.sqlite"_L1, pool); !made)
        return made.error();
    if (const auto made = DocumentStore::create(folder + "/replica.sqlite"_L1, pool); !made)
        return made.error();
    return FileStore::create(folder + "/file-store"_L1, folder + "/file-store.sqlite"_L1);
}

Result<> makeDeploymentStore(const QString &path, const QString &name)
{
    auto database = Database::open(path, OpenMode::Create);
    if (!database)
        return database.error();
    if (const auto upgraded = upgradeSchema(*database, deploymentSchema()); !upgraded)
        return upgraded.error();
    auto insert = database->prepare(u"INSERT INTO deployment (id, name) VALUES (?,?)"_s);
    if (!insert)
        return insert.error();
    return insert->bind(1, QUuid::createUuid().toString(QUuid::WithoutBraces)).bind(2, name).run();
}

QString partnerIn(const QList<PoolPair> &pairs, const QString &pool)
{
    for (const PoolPair &pair : pairs) {
        if (pair.contains(pool))
            return pair.partnerOf(pool);
    }
    return {};
}

} // namespace

Result<> Deployment::create(const QString &folder, const Plan &plan)
{
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    if (!isFree(path))
        return notEmpty(path);
    if (const auto pools = poolsOfPlan(plan); !pools)
        return pools.error();
    return makeFolder(path, [&plan](const QString &building) -> Result<> {
        return QDir().mkpath(building) ? build(building, plan) : Result<>(cannotMake(building));
    });
}

Result<> Deployment::makeFolder(const QString &folder, const std::function<Result<>(const QString &)> &fill)
{
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    const QFileInfo target(path);
    if (!isFree(path))
        return notEmpty(path);
    if (!QDir().mkpath(target.path()))
        return cannotMake(target.path());

    const QString prefix = u'.' + target.fileName() + ".new"_L1;
    QLockFile lock(target.path() + u'/' + prefix);
    if (const auto locked = waitForLock(lock, path); !locked)
        return locked.error();
    if (!isFree(path)) {
        Error error = notEmpty(path);
        error.id = u"FolderMadeMeanwhile"_s;
        return error;
    }
    // What a killed process left of the same folder.
    QDir parent(target.path());
    for (const QString &left : parent.entryList({prefix + "-*"_L1}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot))
        QDir(parent.filePath(left)).removeRecursively();

    const QTemporaryDir building(parent.filePath(prefix + "-XXXXXX"_L1));
    if (!building.isValid())
        return cannotMake(path);
    const QString filled = building.filePath(target.fileName());
    if (const auto done = fill(filled); !done)
        return done;
    // Contacts and conference content are nobody else's business on this machine.
    QFile::setPermissions(filled, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if ((target.exists() && !parent.rmdir(target.fileName())) || !parent.rename(filled, path))
        return cannotMake(path);
    return {};
}

Result<> Deployment::build(const QString &folder, const Plan &plan)
{
    const auto pools = poolsOfPlan(plan);
    if (!pools)
        return pools.error();
    if (!QDir(folder).mkpath(u"pools"_s) || !QDir(folder).mkpath(u"locks"_s))
        return cannotMake(folder);
    if (const auto made = makeDeploymentStore(folder + "/deployment.sqlite"_L1, plan.name); !made)
        return made.error();
    auto deployment = open(folder, OpenMode::ReadWrite);
    if (!deployment)
        return deployment.error();
    for (const QString &pool : *pools) {
        if (const auto added = (*deployment)->addPool(pool); !added)
            return added.error();
    }
    return (*deployment)->fillCentralManagement(plan, *pools);
}

// The active store, an empty standby copy on its backup pool, and all replicas. Without a Central Management store the
// replicas alone hold the topology.
Result<> Deployment::fillCentralManagement(const Plan &plan, const QStringList &pools)
{
    const CentralManagementOwnership ownership{plan.centralManagementPool, 1};
    if (const auto set = setCentralManagement(ownership); !set)
        return set.error();
    std::optional<CentralStore> active;
    if (!ownership.activePool.isEmpty()) {
        if (const auto made = createCentralStore(ownership.activePool); !made)
            return made.error();
        if (const QString standby = partnerIn(plan.pairs, ownership.activePool); !standby.isEmpty()) {
            if (const auto made = createCentralStore(standby); !made)
                return made.error();
        }
        auto store = centralStoreOn(ownership.activePool);
        if (!store)
            return store.error();
        if (const auto set = store->setTopology(plan.topologyDocument, plan.pairs, ownership.epoch); !set)
            return set.error();
        active.emplace(std::move(*store));
    }
    for (const QString &pool : pools) {
        auto replica = localReplica(pool);
        if (!replica)
            return replica.error();
        if (!active) {
            if (const auto set = replica->setTopology(plan.topologyDocument, plan.pairs, ownership.epoch); !set)
                return set.error();
        } else if (const auto replicated = replicateCentralStore(*active, *replica); !replicated) {
            return replicated.error();
        }
    }
    return {};
}

Result<> Deployment::addPool(const QString &pool)
{
    if (hasPool(pool))
        return {};
    // A folder that is there without a row was completed by a process that was killed before it could write the row.
    if (!QFileInfo::exists(poolFolder(pool))) {
        QDir pools(m_folder + "/pools"_L1);
        QTemporaryDir building(pools.filePath(".new-XXXXXX"_L1));
        if (!building.isValid())
            return cannotMake(poolFolder(pool));
        if (const auto made = makeStores(building.path(), pool); !made)
            return made.error();
        if (!pools.rename(building.path(), poolFolder(pool)))
            return cannotMake(poolFolder(pool));
        building.setAutoRemove(false);
    }
    const auto store = DocumentStore::open(poolFolder(pool) + "/user-store.sqlite"_L1, OpenMode::ReadWrite, pool);
    if (!store)
        return store.error();
    auto insert = m_database.prepare(
        u"INSERT OR IGNORE INTO pools (pool, owner, epoch, state, read_only, store_id) VALUES (?,?,1,?,0,?)"_s);
    if (!insert)
        return insert.error();
    insert->bind(1, pool).bind(2, pool).bind(3, toString(PoolState::Active));
    return insert->bind(4, store->id().toString(QUuid::WithoutBraces)).run();
}

} // namespace cspool
