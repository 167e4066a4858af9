// Deployment: opening one, its stores, and the rows of the deployment store.
#include "backend/lab/deployment.h"

#include <QDir>
#include <QFileInfo>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Schema = R"sql(
CREATE TABLE deployment (id TEXT NOT NULL, name TEXT NOT NULL);
CREATE TABLE pools (
    pool TEXT PRIMARY KEY NOT NULL,
    owner TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    state TEXT NOT NULL,
    read_only INTEGER NOT NULL,
    store_id TEXT NOT NULL);
CREATE TABLE central_management (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    active_pool TEXT NOT NULL,
    epoch INTEGER NOT NULL);
INSERT INTO central_management (id, active_pool, epoch) VALUES (1, '', 1);
CREATE TABLE journal (
    pool TEXT PRIMARY KEY NOT NULL,
    operation TEXT NOT NULL,
    step TEXT NOT NULL,
    disaster INTEGER NOT NULL,
    details TEXT NOT NULL,
    started INTEGER NOT NULL);
CREATE TABLE module_errors (
    pool TEXT NOT NULL,
    module TEXT NOT NULL,
    import INTEGER NOT NULL,
    message TEXT NOT NULL,
    action TEXT NOT NULL,
    time INTEGER NOT NULL,
    PRIMARY KEY (pool, module, import));
)sql";

Error noDeployment(const QString &folder)
{
    const QString shown = QDir::toNativeSeparators(folder);
    return {ErrorCategory::ObjectNotFound, u"DeploymentNotFound"_s,
            Deployment::tr("There is no lab deployment in the folder %1.").arg(shown),
            Deployment::tr("Name the folder of a deployment with --deployment, or make one with New-Deployment."),
            shown};
}

// Pools without their deployment store: a loss, and no place for a new deployment.
Error lostDeploymentStore(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    return {ErrorCategory::ObjectNotFound, u"StoreMissing"_s,
            Deployment::tr("The deployment store %1 is missing, while the pools beside it are there.").arg(shown),
            Deployment::tr("It says who owns which pool, so nothing is done without it: restore the file from a backup "
                           "copy of the deployment's folder."),
            shown};
}

bool hasPools(const QString &folder)
{
    return QFileInfo(folder + "/pools"_L1).isDir();
}

Error noDeploymentStore(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    return {ErrorCategory::InvalidData, u"FileDamaged"_s,
            Deployment::tr("The file %1 is not a deployment store.").arg(shown),
            Deployment::tr("Restore the file from a backup copy of the deployment's folder."), shown};
}

QDateTime utc(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

// Runs a query and turns every row into a value.
template <typename T> Result<QList<T>> collect(Statement &statement, T (*read)(const Statement &))
{
    QList<T> result;
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return result;
        result.append(read(statement));
    }
}

constexpr auto SelectOwnership = "SELECT pool, owner, epoch, state, read_only FROM pools"_L1;

PoolOwnership readOwnership(const Statement &row)
{
    return {row.text(0), row.text(1), row.int64(2), poolStateFromString(row.text(3)).value_or(PoolState::Active),
            row.int64(4) != 0};
}

constexpr auto SelectJournal = "SELECT pool, operation, step, disaster, details, started FROM journal"_L1;

FailoverJournalEntry readJournal(const Statement &row)
{
    return {row.text(0), row.text(1), row.text(2), row.int64(3) != 0, row.text(4), utc(row.int64(5))};
}

ModuleError readModuleError(const Statement &row)
{
    return {row.text(0), row.text(1), row.int64(2) != 0, row.text(3), row.text(4), utc(row.int64(5))};
}

} // namespace

const QList<SchemaUpgrade> &deploymentSchema()
{
    static const QList<SchemaUpgrade> upgrades{{1, Schema}};
    return upgrades;
}

Deployment::Deployment(Database database, const QString &folder, OpenMode mode, const DeploymentInfo &info)
    : m_database(std::move(database))
    , m_folder(folder)
    , m_mode(mode)
    , m_info(info)
{
}

bool Deployment::exists(const QString &folder)
{
    return QFileInfo::exists(folder + "/deployment.sqlite"_L1) || hasPools(folder);
}

Result<std::unique_ptr<Deployment>> Deployment::open(const QString &folder, OpenMode mode)
{
    Q_ASSERT(mode != OpenMode::Create);
    const QString absolute = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    const QString path = absolute + "/deployment.sqlite"_L1;
    auto database = Database::open(path, mode);
    if (!database && database.error().id == "FileNotFound"_L1)
        return hasPools(absolute) ? lostDeploymentStore(path) : noDeployment(absolute);
    if (!database)
        return database.error();
    if (const auto checked = checkSchema(*database, deploymentSchema().last().version); !checked) {
        if (mode == OpenMode::ReadOnly || checked.error().id != "OlderVersion"_L1)
            return checked.error();
        if (const auto upgraded = upgradeSchema(*database, deploymentSchema()); !upgraded)
            return upgraded.error();
    }
    auto select = database->prepare(u"SELECT id, name FROM deployment"_s);
    if (!select)
        return select.error().category == ErrorCategory::NotSpecified ? noDeploymentStore(path) : select.error();
    const auto row = select->step();
    if (!row)
        return row.error();
    const QUuid id = *row ? QUuid::fromString(select->text(0)) : QUuid();
    if (id.isNull())
        return noDeploymentStore(path);
    const DeploymentInfo info{id, DeploymentKind::Lab, select->text(1), QDir::toNativeSeparators(absolute)};
    select->reset();
    return std::unique_ptr<Deployment>(new Deployment(std::move(*database), absolute, mode, info));
}

DeploymentInfo Deployment::info() const
{
    return m_info;
}

QString Deployment::poolFolder(const QString &pool) const
{
    return m_folder + "/pools/"_L1 + pool;
}

QString Deployment::fileStoreFolder(const QString &pool) const
{
    return poolFolder(pool) + "/file-store"_L1;
}

QString Deployment::fileStoreIndexPath(const QString &pool) const
{
    return poolFolder(pool) + "/file-store.sqlite"_L1;
}

// Stores

Result<> Deployment::checkPool(const QString &pool) const
{
    const auto row = ownership(pool);
    if (!row)
        return row.error();
    return {};
}

bool Deployment::hasPool(const QString &pool) const
{
    return ownership(pool).isOk();
}

Result<DocumentStore> Deployment::userStore(const QString &pool) const
{
    if (const auto known = checkPool(pool); !known)
        return known.error();
    return DocumentStore::open(poolFolder(pool) + "/user-store.sqlite"_L1, m_mode, pool);
}

Result<CentralStore> Deployment::centralStore() const
{
    const auto active = centralManagement();
    if (!active)
        return active.error();
    if (active->activePool.isEmpty()) {
        return Error{
            ErrorCategory::ObjectNotFound, u"NoCentralManagementStore"_s,
            tr("This deployment has no Central Management store."),
            tr("Read the topology from a pool's local replica with -LocalStore, or make the deployment anew with "
               "New-Deployment -CentralManagement.")};
    }
    auto store = centralStoreOn(active->activePool);
    if (!store) {
        return Error{
            ErrorCategory::ResourceUnavailable, u"CentralManagementStoreUnavailable"_s,
            tr("The Central Management store on pool %1 cannot be opened. %2")
                .arg(active->activePool, store.error().message),
            tr("Read the topology from a pool's local replica with -LocalStore, or move the Central Management store "
               "to its standby copy with Invoke-CsManagementServerFailover. %1")
                .arg(store.error().recommendedAction),
            active->activePool};
    }
    return store;
}

Result<CentralStore> Deployment::centralStoreOn(const QString &pool) const
{
    auto store = DocumentStore::open(poolFolder(pool) + "/central-store.sqlite"_L1, m_mode, pool);
    if (!store)
        return store.error();
    return CentralStore(std::move(*store));
}

Result<CentralStore> Deployment::localReplica(const QString &pool) const
{
    if (const auto known = checkPool(pool); !known)
        return known.error();
    auto store = DocumentStore::open(poolFolder(pool) + "/replica.sqlite"_L1, m_mode, pool);
    if (!store)
        return store.error();
    return CentralStore(std::move(*store));
}

bool Deployment::hasCentralStore(const QString &pool) const
{
    return QFileInfo::exists(poolFolder(pool) + "/central-store.sqlite"_L1);
}

Result<> Deployment::createCentralStore(const QString &pool)
{
    if (const auto known = checkPool(pool); !known)
        return known.error();
    return DocumentStore::create(poolFolder(pool) + "/central-store.sqlite"_L1, pool);
}

// Ownership

Result<PoolOwnership> Deployment::ownership(const QString &pool) const
{
    auto select = m_database.prepare(SelectOwnership + " WHERE pool = ?"_L1);
    if (!select)
        return select.error();
    const auto row = select->bind(1, pool).step();
    if (!row)
        return row.error();
    if (!*row) {
        return Error{
            ErrorCategory::ObjectNotFound, u"PoolWithoutStores"_s,
            tr("Pool %1 has no stores in this deployment: it is not one of its pools with user services.").arg(pool),
            tr("Get-CsPool lists the pools."), pool};
    }
    return readOwnership(*select);
}

Result<QList<PoolOwnership>> Deployment::ownerships() const
{
    auto select = m_database.prepare(SelectOwnership + " ORDER BY pool"_L1);
    if (!select)
        return select.error();
    return collect(*select, &readOwnership);
}

Result<> Deployment::writeOwnership(const PoolOwnership &ownership) const
{
    auto update
        = m_database.prepare(u"UPDATE pools SET owner = ?, epoch = ?, state = ?, read_only = ? WHERE pool = ?"_s);
    if (!update)
        return update.error();
    update->bind(1, ownership.owner).bind(2, ownership.epoch).bind(3, toString(ownership.state));
    if (const auto done = update->bind(4, ownership.isReadOnly).bind(5, ownership.pool).run(); !done)
        return done.error();
    return m_database.changes() == 1 ? Result<>() : checkPool(ownership.pool);
}

Result<> Deployment::setOwnership(const PoolOwnership &ownership)
{
    return writeOwnership(ownership);
}

Result<QHash<QString, qint64>> Deployment::writableEpochs(const QString &pool) const
{
    auto select = m_database.prepare(SelectOwnership + " WHERE owner = ? AND NOT read_only"_L1);
    if (!select)
        return select.error();
    select->bind(1, pool);
    const auto rows = collect(*select, &readOwnership);
    if (!rows)
        return rows.error();
    QHash<QString, qint64> epochs;
    for (const PoolOwnership &row : *rows)
        epochs.insert(row.pool, row.epoch);
    return epochs;
}

Result<CentralManagementOwnership> Deployment::centralManagement() const
{
    auto select = m_database.prepare(u"SELECT active_pool, epoch FROM central_management"_s);
    if (!select)
        return select.error();
    const auto row = select->step();
    if (!row)
        return row.error();
    return *row ? CentralManagementOwnership{select->text(0), select->int64(1)} : CentralManagementOwnership{};
}

Result<> Deployment::writeCentralManagement(const CentralManagementOwnership &ownership) const
{
    auto update = m_database.prepare(u"UPDATE central_management SET active_pool = ?, epoch = ?"_s);
    if (!update)
        return update.error();
    return update->bind(1, ownership.activePool).bind(2, ownership.epoch).run();
}

Result<> Deployment::setCentralManagement(const CentralManagementOwnership &ownership)
{
    return writeCentralManagement(ownership);
}

Result<QUuid> Deployment::knownStoreId(const QString &pool) const
{
    auto select = m_database.prepare(u"SELECT store_id FROM pools WHERE pool = ?"_s);
    if (!select)
        return select.error();
    const auto row = select->bind(1, pool).step();
    if (!row)
        return row.error();
    return *row ? QUuid::fromString(select->text(0)) : QUuid();
}

Result<> Deployment::setKnownStoreId(const QString &pool, const QUuid &id)
{
    auto update = m_database.prepare(u"UPDATE pools SET store_id = ? WHERE pool = ?"_s);
    if (!update)
        return update.error();
    return update->bind(1, id.toString(QUuid::WithoutBraces)).bind(2, pool).run();
}

// Failover journal

Result<std::optional<FailoverJournalEntry>> Deployment::journalEntry(const QString &pool) const
{
    auto select = m_database.prepare(SelectJournal + " WHERE pool = ?"_L1);
    if (!select)
        return select.error();
    const auto row = select->bind(1, pool).step();
    if (!row)
        return row.error();
    return *row ? std::optional(readJournal(*select)) : std::nullopt;
}

Result<QList<FailoverJournalEntry>> Deployment::journal() const
{
    auto select = m_database.prepare(SelectJournal + " ORDER BY pool"_L1);
    if (!select)
        return select.error();
    return collect(*select, &readJournal);
}

Result<> Deployment::writeJournalEntry(const FailoverJournalEntry &entry) const
{
    auto insert = m_database.prepare(
        u"INSERT OR REPLACE INTO journal (pool, operation, step, disaster, details, started) VALUES (?,?,?,?,?,?)"_s);
    if (!insert)
        return insert.error();
    insert->bind(1, entry.pool).bind(2, entry.operation).bind(3, entry.step).bind(4, entry.isDisaster);
    return insert->bind(5, entry.details).bind(6, entry.started.toMSecsSinceEpoch()).run();
}

Result<> Deployment::putJournalEntry(const FailoverJournalEntry &entry)
{
    return writeJournalEntry(entry);
}

Result<> Deployment::commitFailoverStep(const std::optional<PoolOwnership> &ownership,
                                        const std::optional<CentralManagementOwnership> &centralManagement,
                                        const FailoverJournalEntry &entry, bool removeEntry)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (ownership) {
        if (const auto written = writeOwnership(*ownership); !written)
            return written.error();
    }
    if (centralManagement) {
        if (const auto written = writeCentralManagement(*centralManagement); !written)
            return written.error();
    }
    if (const auto written = removeEntry ? removeJournalEntry(entry.pool) : writeJournalEntry(entry); !written)
        return written.error();
    return transaction->commit();
}

Result<> Deployment::removeJournalEntry(const QString &pool)
{
    auto remove = m_database.prepare(u"DELETE FROM journal WHERE pool = ?"_s);
    if (!remove)
        return remove.error();
    return remove->bind(1, pool).run();
}

// Module errors

Result<QList<ModuleError>> Deployment::moduleErrors(const QString &pool) const
{
    auto select = m_database.prepare(u"SELECT pool, module, import, message, action, time FROM module_errors"
                                     " WHERE pool = ? ORDER BY module, import"_s);
    if (!select)
        return select.error();
    select->bind(1, pool);
    return collect(*select, &readModuleError);
}

Result<> Deployment::setModuleError(const ModuleError &error)
{
    auto insert = m_database.prepare(
        u"INSERT OR REPLACE INTO module_errors (pool, module, import, message, action, time) VALUES (?,?,?,?,?,?)"_s);
    if (!insert)
        return insert.error();
    insert->bind(1, error.pool).bind(2, error.module).bind(3, error.isImport).bind(4, error.message);
    return insert->bind(5, error.recommendedAction).bind(6, error.time.toMSecsSinceEpoch()).run();
}

Result<> Deployment::clearModuleError(const QString &pool, const QString &module, bool isImport)
{
    auto remove = m_database.prepare(u"DELETE FROM module_errors WHERE pool = ? AND module = ? AND import = ?"_s);
    if (!remove)
        return remove.error();
    return remove->bind(1, pool).bind(2, module).bind(3, isImport).run();
}

bool isInsideDeployment(const QString &path, const QString &deploymentFolder)
{
    constexpr int MaximumLinks = 40; // as Linux counts; more is a circle, which nothing can be written through
    QFileInfo file(path);
    for (int links = 0; file.isSymLink() && links < MaximumLinks; ++links)
        file.setFile(file.symLinkTarget());
    const QString root = QFileInfo(deploymentFolder).canonicalFilePath();
    // A file that is not there yet has no canonical path; its folder has.
    const QString place = file.exists() ? file.canonicalFilePath() : QFileInfo(file.absolutePath()).canonicalFilePath();
    return !root.isEmpty() && (place == root || place.startsWith(root + u'/'));
}

} // namespace cspool
