// What the table of pools says in each of its cells: pure functions of what is known.
#pragma once

#include "model/backup_service_status.h"
#include "model/central_management.h"
#include "model/job.h"
#include "model/pool.h"
#include "model/reading.h"
#include "model/status_tone.h"

#include <QHash>
#include <QStringList>
#include <QVariant>

#include <chrono>
#include <iterator>

namespace cspool {

enum class PoolColumn {
    Fqdn,
    Site,
    ServerVersion,
    Kind,
    BackupPool,
    ExportStatus,
    ImportStatus,
    PoolState,
    CentralManagement,
    LastRun,
};
constexpr PoolColumn AllPoolColumns[]
    = {PoolColumn::Fqdn,         PoolColumn::Site,       PoolColumn::ServerVersion,
       PoolColumn::Kind,         PoolColumn::BackupPool, PoolColumn::ExportStatus,
       PoolColumn::ImportStatus, PoolColumn::PoolState,  PoolColumn::CentralManagement,
       PoolColumn::LastRun};
constexpr int PoolColumnCount = int(std::size(AllPoolColumns));

// What is known of one pool alone.
struct PoolFacts
{
    PoolFacts() = default;
    explicit PoolFacts(const Pool &pool) { setPool(pool); }
    void setPool(const Pool &pool);

    Pool pool; // set with setPool()
    // Told from the pool's services, once: a table asks for them all the time.
    bool canBeBackedUp = false;
    bool hasRegistrar = false;
    bool hasCentralManagement = false;
    QString kind;

    // Whether the pool has a backup status at all: it can be backed up and has a backup pool.
    bool hasBackupStatus() const { return canBeBackedUp && !pool.backupPoolFqdn.isEmpty(); }

    Reading<BackupServiceStatus> status;
    QStringList warnings; // what Get-CsBackupServiceStatus said beside the status
};

// What is known of all pools together, and the time at which it is looked at.
struct PoolSurroundings
{
    QDateTime poolsReadAt; // UTC; invalid: never
    std::optional<Error> poolsError; // they could not be read again: what is there is old
    Reading<QHash<QString, PoolState>> states; // by canonical FQDN; a pool without an entry: not reported
    Reading<CentralManagementStoreStatus> centralManagement;
    // Server versions told by Get-CsService, by canonical FQDN; only of use where Get-CsPool tells none.
    Reading<QHash<QString, QString>> versions;
    Reading<QHash<QString, JobInfo>> lastRuns; // by canonical FQDN; only ended ones that were no previews
    bool areLastRunsComplete = true; // false: older runs than those in the history's excerpt may exist
    QDateTime now; // UTC
    std::chrono::seconds oldAge = std::chrono::minutes(10); // from this age on a reading is shown as old
};

// What Get-CsPool told may have changed since: it could not be read again, or was read long ago.
bool poolsAreOld(const PoolSurroundings &surroundings);

struct PoolCell
{
    QString word; // "SteadyState", "not reported"; what is searched
    QString age = {}; // "25 minutes ago"; empty where the age need not be said
    StatusTone tone = StatusTone::None;
    bool isOld = false;

    QString text() const; // word and age, as shown and copied
    bool operator==(const PoolCell &) const = default;
};

PoolCell poolCell(const PoolFacts &facts, PoolColumn column, const PoolSurroundings &surroundings);
// By severity for a status, the worst first; a time for the last run; versions in their order; else text in lower case.
QVariant poolSortKey(const PoolFacts &facts, PoolColumn column, const PoolSurroundings &surroundings);
// When the cell's value was true; UTC, invalid when never read.
QDateTime poolCellReadAt(const PoolFacts &facts, PoolColumn column, const PoolSurroundings &surroundings);
// What the cell's word means, with error and last known value where it could not be read, and when it was true; one
// sentence or more for each entry.
QStringList poolCellExplanation(const PoolFacts &facts, PoolColumn column, const PoolSurroundings &surroundings);

// The cmdlet that told the cell's value: "Get-CsPool".
QString poolCellOrigin(const PoolFacts &facts, PoolColumn column, const PoolSurroundings &surroundings);

QString poolColumnTitle(PoolColumn column);
QString poolColumnOrigin(PoolColumn column); // the cmdlet that tells most of its cells
QString poolColumnExplanation(PoolColumn column); // a sentence on what the column shows

// Get-CsPool's, or else Get-CsService's; empty: not reported, or not known.
QString serverVersionOf(const PoolFacts &facts, const PoolSurroundings &surroundings);

enum class CentralManagementRole {
    None,
    Standby, // it has the service and is not the active master
    Active,
    ActiveTwice, // several pools are at work as the active one: the known trap after a failover
};
CentralManagementRole centralManagementRole(const PoolFacts &facts, const CentralManagementStoreStatus &status);

// Null: none is known.
const JobInfo *lastRunOf(const PoolFacts &facts, const PoolSurroundings &surroundings);

} // namespace cspool
