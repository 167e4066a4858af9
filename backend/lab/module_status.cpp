#include "backend/lab/module_status.h"

#include "backend/lab/content_replication.h"
#include "backend/lab/document_replication.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Status
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ModuleStatus)
};

const Pool *find(const QList<Pool> &pools, const QString &fqdn)
{
    const auto found = std::find_if(pools.begin(), pools.end(), [&](const Pool &pool) { return pool.fqdn == fqdn; });
    return found == pools.end() ? nullptr : &*found;
}

ExportStatus statusOfBacklog(qint64 items, bool fitsOneBatch)
{
    if (items == 0)
        return ExportStatus::FinalState;
    return fitsOneBatch ? ExportStatus::SteadyState : ExportStatus::NonSteadyState;
}

// Reads the state of one pool's modules; every method fills a ModuleState and returns what is wrong with its stores.
class StateReader
{
public:
    StateReader(const Deployment &deployment, const BackupDirection &direction, const StopToken &stop)
        : m_deployment(deployment)
        , m_direction(direction)
        , m_partner(direction.source == direction.homePool ? direction.target : direction.source)
        , m_stop(stop)
    {
    }

    Result<ModuleState> read(BackupModule module);

private:
    Result<> readExport(ModuleState &state);
    Result<> readImport(ModuleState &state);
    Result<> readDocuments(ModuleState &state, const DocumentStore &source, const DocumentStore &target,
                           const QString &home, const QUuid &knownSourceId, const QString &sourcePool);
    Result<> readUserStores(ModuleState &state);
    Result<> readCentralStores(ModuleState &state);
    Result<> readContent(ModuleState &state);
    Result<bool> wasImported(BackupModule module);
    Result<> readRecordedErrors(ModuleState &state);

    const Deployment &m_deployment;
    const BackupDirection m_direction;
    const QString m_partner; // of the pool whose state is read
    const StopToken m_stop;
};

Result<ModuleState> StateReader::read(BackupModule module)
{
    ModuleState state;
    state.module = module;
    if (module == BackupModule::CmsMaster) {
        const Result<CentralManagementOwnership> active = m_deployment.centralManagement();
        if (!active)
            return active.error();
        state.applies = active->activePool == m_direction.homePool;
        state.importApplies = active->activePool == m_partner;
        if (!state.applies)
            state.note = Status::tr("The active Central Management store is not on pool %1.").arg(m_direction.homePool);
    }
    if (state.applies) {
        if (const Result<> done = readExport(state); !done) {
            if (done.error().isStopped())
                return done.error();
            state.exportStatus = ExportStatus::ErrorState;
            state.exportError = done.error();
        }
    }
    if (state.importApplies) {
        if (const Result<> done = readImport(state); !done) {
            if (done.error().isStopped())
                return done.error();
            state.importStatus = ImportStatus::ErrorState;
            state.importError = done.error();
        }
    }
    if (const Result<> recorded = readRecordedErrors(state); !recorded)
        return recorded.error();
    return state;
}

Result<> StateReader::readExport(ModuleState &state)
{
    switch (state.module) {
    case BackupModule::PresenceFocus:
        return readUserStores(state);
    case BackupModule::DataConf:
        return readContent(state);
    case BackupModule::CmsMaster:
        return readCentralStores(state);
    }
    return {};
}

Result<> StateReader::readUserStores(ModuleState &state)
{
    const Result<DocumentStore> source = m_deployment.userStore(m_direction.source);
    if (!source)
        return source.error();
    const Result<DocumentStore> target = m_deployment.userStore(m_direction.target);
    if (!target)
        return target.error();
    const Result<QUuid> known = m_deployment.knownStoreId(m_direction.source);
    if (!known)
        return known.error();
    return readDocuments(state, *source, *target, m_direction.homePool, *known, m_direction.source);
}

Result<> StateReader::readCentralStores(ModuleState &state)
{
    const Result<CentralStore> source = m_deployment.centralStore();
    if (!source)
        return source.error();
    if (!m_deployment.hasCentralStore(m_partner)) {
        const Result<Backlog> all = source->documents().backlogAfter(CentralStore::homeName(), 0);
        if (!all)
            return all.error();
        state.backlog = all->documents;
        state.backlogBytes = all->bytes;
        return {};
    }
    const Result<CentralStore> target = m_deployment.centralStoreOn(m_partner);
    if (!target)
        return target.error();
    return readDocuments(state, source->documents(), target->documents(), CentralStore::homeName(), {},
                         m_direction.homePool);
}

Result<> StateReader::readDocuments(ModuleState &state, const DocumentStore &source, const DocumentStore &target,
                                    const QString &home, const QUuid &knownSourceId, const QString &sourcePool)
{
    const Result<FeedPosition> position = feedPosition(source, target, home, knownSourceId, sourcePool);
    if (!position)
        return position.error();
    const Result<Backlog> backlog = source.backlogAfter(home, position->after);
    if (!backlog)
        return backlog.error();
    state.backlog = backlog->documents;
    state.backlogBytes = backlog->bytes;
    state.note = position->reason;
    switch (position->kind) {
    case FeedPosition::Kind::FirstExport:
        break; // NotInitialized
    case FeedPosition::Kind::SourceReplaced:
        state.isFullComparison = true;
        state.exportStatus = ExportStatus::NonSteadyState;
        break;
    case FeedPosition::Kind::Continues:
        state.exportStatus
            = statusOfBacklog(backlog->documents, backlog->documents <= BatchDocuments && backlog->bytes <= BatchBytes);
        break;
    }
    return {};
}

Result<> StateReader::readContent(ModuleState &state)
{
    const Result<FileStore> source = openFileStore(m_deployment, m_direction.source, OpenMode::ReadOnly);
    if (!source)
        return source.error();
    const Result<FileStore> target = openFileStore(m_deployment, m_direction.target, OpenMode::ReadOnly);
    if (!target)
        return target.error();
    const QString home = m_direction.homePool;
    const Result<ContentComparison> comparison = compareContent(*source, *target, home, false, m_stop);
    if (!comparison)
        return comparison.error();
    if (comparison->isLoss)
        return contentVanished(*comparison, m_direction, source->homeFolder(home));
    const Result<std::optional<ContentRun>> lastRun = target->lastRun(home);
    if (!lastRun)
        return lastRun.error();
    state.backlog = comparison->pending();
    state.backlogBytes = comparison->changedBytes;
    if (comparison->isSourceOlder) {
        state.isFullComparison = true;
        state.note = olderSourceReason(m_direction);
        state.exportStatus = ExportStatus::NonSteadyState;
    } else if (*lastRun) {
        const qint64 package = qint64(backupServiceConfiguration(m_deployment, home).maxDataConfPackageSizeKb) * 1024;
        state.exportStatus
            = statusOfBacklog(state.backlog, comparison->changedBytes <= package || comparison->changed.size() == 1);
    }
    return {};
}

Result<> StateReader::readImport(ModuleState &state)
{
    const Result<bool> imported = wasImported(state.module);
    if (!imported)
        return imported.error();
    state.importStatus = *imported ? ImportStatus::NormalState : ImportStatus::NotInitialized;
    return {};
}

// Whether the pool ever took over anything from its partner, of either home.
Result<bool> StateReader::wasImported(BackupModule module)
{
    const QString pool = m_direction.homePool;
    if (module == BackupModule::DataConf) {
        const Result<FileStore> store = openFileStore(m_deployment, pool, OpenMode::ReadOnly);
        if (!store)
            return store.error();
        for (const QString &home : {m_partner, pool}) {
            const Result<std::optional<ContentRun>> run = store->lastRun(home);
            if (!run)
                return run.error();
            if (*run)
                return true;
        }
        return false;
    }
    const bool isCentral = module == BackupModule::CmsMaster;
    if (isCentral && !m_deployment.hasCentralStore(pool))
        return false;
    const auto imported = [&](const DocumentStore &store) -> Result<bool> {
        const QStringList homes = isCentral ? QStringList{CentralStore::homeName()} : QStringList{m_partner, pool};
        for (const QString &home : homes) {
            const Result<std::optional<Watermark>> latest = store.latestWatermark(home);
            if (!latest)
                return latest.error();
            if (*latest)
                return true;
        }
        return false;
    };
    if (isCentral) {
        const Result<CentralStore> store = m_deployment.centralStoreOn(pool);
        return store ? imported(store->documents()) : Result<bool>(store.error());
    }
    const Result<DocumentStore> store = m_deployment.userStore(pool);
    return store ? imported(*store) : Result<bool>(store.error());
}

// What stopped the last run holds until a run succeeds, whatever the stores look like from outside.
Result<> StateReader::readRecordedErrors(ModuleState &state)
{
    const Result<QList<ModuleError>> recorded = m_deployment.moduleErrors(m_direction.homePool);
    if (!recorded)
        return recorded.error();
    for (const ModuleError &entry : *recorded) {
        if (entry.module != toString(state.module))
            continue;
        const Error error{ErrorCategory::InvalidOperation, u"ModuleError"_s, entry.message, entry.recommendedAction,
                          entry.pool};
        if (entry.isImport && state.importApplies) {
            state.importStatus = ImportStatus::ErrorState;
            state.importError = error;
        } else if (!entry.isImport && state.applies && !state.exportError) {
            state.exportStatus = ExportStatus::ErrorState;
            state.exportError = error;
        }
    }
    return {};
}

} // namespace

BackupServiceStatus BackupState::toStatus() const
{
    BackupServiceStatus status;
    status.activeMachineFqdn = activeMachine;
    QList<ExportStatus> exports;
    QList<ImportStatus> imports;
    for (const ModuleState &module : modules) {
        status.modules.append({toString(module.module), module.exportStatus, module.importStatus});
        if (module.applies)
            exports.append(module.exportStatus);
        if (module.importApplies)
            imports.append(module.importStatus);
    }
    status.overallExportStatus = worst(exports);
    status.overallImportStatus = worst(imports);
    return status;
}

Result<BackupDirection> backupDirection(const Deployment &deployment, const QList<Pool> &pools, const QString &pool)
{
    const Pool *found = find(pools, pool);
    if (!found || found->backupPoolFqdn.isEmpty()) {
        return Error{ErrorCategory::InvalidOperation, u"NoBackupPool"_s,
                     Status::tr("The pool %1 has no backup pool.").arg(pool),
                     Status::tr("Pair it with another pool in the topology."), pool};
    }
    const Result<PoolOwnership> ownership = deployment.ownership(pool);
    if (!ownership)
        return ownership.error();
    const QString partner = found->backupPoolFqdn;
    if (ownership->owner == pool)
        return BackupDirection{pool, pool, partner};
    if (ownership->owner == partner)
        return BackupDirection{pool, partner, pool};
    return Error{
        ErrorCategory::InvalidOperation, u"ServedByAnotherPool"_s,
        Status::tr(
            "The users of pool %1 are served by pool %2, but its backup pool in the topology that was read is %3.")
            .arg(pool, ownership->owner, partner),
        Status::tr(
            "Publish the topology with the pairing that was in force at the failover, fail the pool back, and pair it "
            "anew afterwards."),
        pool};
}

Result<FileStore> openFileStore(const Deployment &deployment, const QString &pool, OpenMode mode)
{
    Result<FileStore> store
        = FileStore::open(deployment.fileStoreFolder(pool), deployment.fileStoreIndexPath(pool), mode);
    if (store)
        return store;
    Error error = store.error();
    error.message = Status::tr("The conference content of pool %1 cannot be reached: %2").arg(pool, error.message);
    return error;
}

BackupServiceConfiguration backupServiceConfiguration(const Deployment &deployment, const QString &pool)
{
    if (const Result<CentralStore> store = deployment.centralStore(); store) {
        if (const Result<BackupServiceConfiguration> configuration = store->backupServiceConfiguration(); configuration)
            return *configuration;
    }
    if (const Result<CentralStore> replica = deployment.localReplica(pool); replica) {
        if (const Result<BackupServiceConfiguration> configuration = replica->backupServiceConfiguration();
            configuration)
            return *configuration;
    }
    return {};
}

Result<BackupState> readBackupState(const Deployment &deployment, const QList<Pool> &pools, const QString &pool,
                                    std::optional<BackupCategory> category, const StopToken &stop)
{
    const Result<BackupDirection> direction = backupDirection(deployment, pools, pool);
    if (!direction)
        return direction.error();
    BackupState state;
    state.direction = *direction;
    const QStringList computers = find(pools, pool)->computers;
    state.activeMachine = computers.isEmpty() ? pool : computers.constFirst();
    StateReader reader(deployment, *direction, stop);
    for (const BackupModule module : AllBackupModules) {
        if (category && categoryOf(module) != *category)
            continue;
        const Result<ModuleState> read = reader.read(module);
        if (!read)
            return read.error();
        state.modules.append(*read);
    }
    return state;
}

} // namespace cspool
