// The words about the table of pools: its headers, and what each of its cells means.
#include "model/pool_cells.h"
#include "model/time_text.h"
#include "model/topology.h"

#include <QCoreApplication>
#include <QLocale>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct PoolWords
{
    Q_DECLARE_TR_FUNCTIONS(cspool::PoolCells)
};

// What failed, what to do, and what was true before.
template <typename T>
QStringList failure(const Reading<T> &reading, const QString &lastKnown, const PoolSurroundings &surroundings)
{
    QStringList sentences{PoolWords::tr("This could not be read: %1").arg(reading.error->message)};
    if (!reading.error->recommendedAction.isEmpty())
        sentences.append(reading.error->recommendedAction);
    if (reading.readAt.isValid())
        sentences.append(PoolWords::tr("The last known value is %1, true on %2 (%3).")
                             .arg(lastKnown, fullTimeText(reading.readAt), ageText(reading.readAt, surroundings.now)));
    else
        sentences.append(PoolWords::tr("It has not been read since the deployment was opened."));
    return sentences;
}

QString notReportedSentence()
{
    return PoolWords::tr("The deployment does not report this.");
}

template <typename Status> QString valueText(const std::optional<Status> &value)
{
    return value ? toString(*value) : PoolWords::tr("not reported");
}

template <typename Status>
QStringList aboutStatus(const PoolFacts &facts, std::optional<Status> BackupServiceStatus::*status,
                        const PoolSurroundings &surroundings)
{
    if (!facts.canBeBackedUp)
        return {PoolWords::tr("This has no user services, so the backup service does not back it up.")};
    if (!facts.hasBackupStatus())
        return {PoolWords::tr("A pool without a backup pool has no backup status.")};
    const auto lastKnown = facts.status.value ? (*facts.status.value).*status : std::nullopt;
    if (facts.status.error)
        return failure(facts.status, valueText(lastKnown), surroundings);
    if (!facts.status.value)
        return {PoolWords::tr("The status is read as soon as the pool is in sight.")};
    QStringList sentences{lastKnown ? toString(*lastKnown) + ": "_L1 + explanation(*lastKnown) : notReportedSentence()};
    if (lastKnown == Status::ErrorState)
        sentences.append(facts.warnings);
    return sentences;
}

QString explanation(PoolState state)
{
    switch (state) {
    case PoolState::Active:
        return PoolWords::tr("Active: the pool serves its users.");
    case PoolState::FailingOver:
        return PoolWords::tr("FailingOver: the pool's users are being moved to the backup pool; nobody can change the "
                             "pool's data until that is done.");
    case PoolState::FailedOver:
        return PoolWords::tr("FailedOver: the backup pool serves the pool's users.");
    case PoolState::FailedBack:
        return PoolWords::tr("FailedBack: the pool's users were moved back to the pool, and the failback is not "
                             "complete yet.");
    }
    return {};
}

QStringList aboutState(const PoolFacts &facts, const PoolSurroundings &surroundings)
{
    if (!facts.hasRegistrar)
        return {PoolWords::tr("Only pools with a Registrar have a pool state.")};
    std::optional<PoolState> state;
    if (surroundings.states.value && surroundings.states.value->contains(facts.pool.fqdn))
        state = surroundings.states.value->value(facts.pool.fqdn);
    if (surroundings.states.error)
        return failure(surroundings.states, valueText(state), surroundings);
    if (!surroundings.states.value)
        return {PoolWords::tr("The pool states are being read.")};
    return {state ? explanation(*state) : notReportedSentence()};
}

QStringList aboutCentralManagement(const PoolFacts &facts, const PoolSurroundings &surroundings)
{
    const Reading<CentralManagementStoreStatus> &reading = surroundings.centralManagement;
    const bool hasService = facts.hasCentralManagement;
    if (!hasService && !reading.isKnown())
        return {PoolWords::tr("The pool does not host the Central Management store.")};
    if (reading.error)
        return failure(reading,
                       reading.value
                           ? PoolWords::tr("that %1 is the active master").arg(reading.value->activeMasterFqdn)
                           : QString(),
                       surroundings);
    if (!reading.value)
        return {PoolWords::tr("The status of the Central Management store is being read.")};
    if (reading.value->activeMasterFqdn.isEmpty())
        return {notReportedSentence()};
    switch (centralManagementRole(facts, *reading.value)) {
    case CentralManagementRole::None:
        return {PoolWords::tr("The pool does not host the Central Management store.")};
    case CentralManagementRole::Standby:
        return {PoolWords::tr("The pool can take over the Central Management store, which is active on %1.")
                    .arg(reading.value->activeMasterFqdn)};
    case CentralManagementRole::Active:
        return {PoolWords::tr("The pool hosts the active Central Management store.")};
    case CentralManagementRole::ActiveTwice:
        return {
            PoolWords::tr("Several pools transfer files as the active Central Management store: %1. After a failover "
                          "only one may.")
                .arg(QLocale().createSeparatedList(reading.value->activeFileTransferAgents)),
            PoolWords::tr("Check the store on each of them, and repeat Invoke-CsManagementServerFailover.")};
    }
    return {};
}

QStringList aboutLastRun(const PoolFacts &facts, const PoolSurroundings &surroundings)
{
    if (const JobInfo *run = lastRunOf(facts, surroundings)) {
        QStringList sentences{poolCell(facts, PoolColumn::LastRun, surroundings).text()};
        if (run->ended.isValid())
            sentences.append(PoolWords::tr("Ended on %1, run by %2.").arg(fullTimeText(run->ended), run->user));
        else
            sentences.append(PoolWords::tr("Begun on %1, run by %2. When it ended is not known.")
                                 .arg(fullTimeText(run->started.isValid() ? run->started : run->queued), run->user));
        sentences.append(run->commandLine);
        if (!run->message.isEmpty())
            sentences.append(run->message);
        return sentences;
    }
    if (!facts.canBeBackedUp)
        return {PoolWords::tr("This cannot be backed up.")};
    if (surroundings.lastRuns.error)
        return {PoolWords::tr("The history of jobs could not be read: %1").arg(surroundings.lastRuns.error->message)};
    if (!surroundings.lastRuns.value)
        return {PoolWords::tr("The history of jobs is being read.")};
    if (!surroundings.areLastRunsComplete)
        return {
            PoolWords::tr("The pool is not among the latest runs in the history; it may have been backed up before.")};
    return {PoolWords::tr("This console has no run of Backup-CsPool for the pool in its history. The backup service "
                          "replicates on its own.")};
}

QStringList aboutTopology(const Pool &pool, PoolColumn column)
{
    switch (column) {
    case PoolColumn::Fqdn:
        return {pool.fqdn,
                pool.computers.isEmpty()
                    ? PoolWords::tr("The deployment reports no computers of the pool.")
                    : PoolWords::tr("Computers: %1").arg(QLocale().createSeparatedList(pool.computers))};
    case PoolColumn::Site:
        return {pool.site.isEmpty() ? notReportedSentence() : pool.site};
    case PoolColumn::Kind:
        return {pool.kind(),
                pool.services.isEmpty()
                    ? PoolWords::tr("The deployment reports no services of the pool.")
                    : PoolWords::tr("Told from its services: %1").arg(QLocale().createSeparatedList(pool.services))};
    case PoolColumn::BackupPool:
        if (!pool.backupPoolFqdn.isEmpty())
            return {PoolWords::tr("%1 is the backup pool of %2.").arg(pool.backupPoolFqdn, pool.fqdn)};
        if (pool.canBeBackedUp())
            return {
                PoolWords::tr("The pool has no backup pool, so that nothing of it is backed up. Pools are paired in "
                              "Topology Builder, as associated backup pool.")};
        return {PoolWords::tr("Only pools with user services have a backup pool.")};
    default:
        return {};
    }
}

QStringList aboutVersion(const PoolFacts &facts, const PoolSurroundings &surroundings)
{
    const QString version = serverVersionOf(facts, surroundings);
    if (version.isEmpty() && surroundings.versions.error)
        return failure(surroundings.versions, PoolWords::tr("not reported"), surroundings);
    if (version.isEmpty())
        return {notReportedSentence()};
    QStringList sentences{version};
    if (!isServerVersionConfirmed(version))
        sentences.append(PoolWords::tr("The name stands for a number that the services report; it is very probably "
                                       "right, but Microsoft publishes no list of these numbers."));
    return sentences;
}

QStringList aboutValue(const PoolFacts &facts, PoolColumn column, const PoolSurroundings &surroundings)
{
    switch (column) {
    case PoolColumn::ExportStatus:
        return aboutStatus(facts, &BackupServiceStatus::overallExportStatus, surroundings);
    case PoolColumn::ImportStatus:
        return aboutStatus(facts, &BackupServiceStatus::overallImportStatus, surroundings);
    case PoolColumn::PoolState:
        return aboutState(facts, surroundings);
    case PoolColumn::CentralManagement:
        return aboutCentralManagement(facts, surroundings);
    case PoolColumn::LastRun:
        return aboutLastRun(facts, surroundings);
    default: {
        QStringList sentences = column == PoolColumn::ServerVersion ? aboutVersion(facts, surroundings)
                                                                    : aboutTopology(facts.pool, column);
        if (surroundings.poolsError)
            sentences.append(
                PoolWords::tr("The pools could not be read again: %1").arg(surroundings.poolsError->message));
        return sentences;
    }
    }
}

} // namespace

QStringList poolCellExplanation(const PoolFacts &facts, PoolColumn column, const PoolSurroundings &surroundings)
{
    QStringList sentences = aboutValue(facts, column, surroundings);
    const PoolCell cell = poolCell(facts, column, surroundings);
    const QDateTime readAt = poolCellReadAt(facts, column, surroundings);
    // A failure tells its time itself; what was recorded stays true.
    const bool isTold = column == PoolColumn::LastRun || (cell.tone == StatusTone::Unknown && !cell.isOld);
    if (readAt.isValid() && !isTold)
        sentences.append(PoolWords::tr("%1, true on %2 (%3).", "cmdlet, time, age")
                             .arg(poolCellOrigin(facts, column, surroundings), fullTimeText(readAt),
                                  ageText(readAt, surroundings.now)));
    return sentences;
}

QString poolCellOrigin(const PoolFacts &facts, PoolColumn column, const PoolSurroundings &surroundings)
{
    const bool isOfServices = column == PoolColumn::ServerVersion && facts.pool.serverVersion.isEmpty()
        && (surroundings.versions.value || surroundings.versions.error);
    return isOfServices ? u"Get-CsService"_s : poolColumnOrigin(column);
}

QString poolColumnTitle(PoolColumn column)
{
    switch (column) {
    case PoolColumn::Fqdn:
        return PoolWords::tr("Pool");
    case PoolColumn::Site:
        return PoolWords::tr("Site");
    case PoolColumn::ServerVersion:
        return PoolWords::tr("Server version");
    case PoolColumn::Kind:
        return PoolWords::tr("Kind");
    case PoolColumn::BackupPool:
        return PoolWords::tr("Backup pool");
    case PoolColumn::ExportStatus:
        return PoolWords::tr("Export status");
    case PoolColumn::ImportStatus:
        return PoolWords::tr("Import status");
    case PoolColumn::PoolState:
        return PoolWords::tr("Pool state");
    case PoolColumn::CentralManagement:
        return PoolWords::tr("Central Management store");
    case PoolColumn::LastRun:
        return PoolWords::tr("Last run from this console");
    }
    return {};
}

QString poolColumnOrigin(PoolColumn column)
{
    switch (column) {
    case PoolColumn::Fqdn:
    case PoolColumn::Site:
    case PoolColumn::ServerVersion:
    case PoolColumn::Kind:
    case PoolColumn::BackupPool:
        return u"Get-CsPool"_s;
    case PoolColumn::ExportStatus:
    case PoolColumn::ImportStatus:
        return u"Get-CsBackupServiceStatus"_s;
    case PoolColumn::PoolState:
        return u"Get-CsRegistrarConfiguration"_s;
    case PoolColumn::CentralManagement:
        return u"Get-CsManagementStoreReplicationStatus"_s;
    case PoolColumn::LastRun:
        return u"Backup-CsPool"_s;
    }
    return {};
}

QString poolColumnExplanation(PoolColumn column)
{
    switch (column) {
    case PoolColumn::Fqdn:
        return PoolWords::tr("The pool's fully qualified domain name.");
    case PoolColumn::Site:
        return PoolWords::tr("The site to which the pool belongs.");
    case PoolColumn::ServerVersion:
        return PoolWords::tr("The version of the server software.");
    case PoolColumn::Kind:
        return PoolWords::tr("What the pool is, told from its services.");
    case PoolColumn::BackupPool:
        return PoolWords::tr("The pool that keeps the backup: its associated backup pool.");
    case PoolColumn::ExportStatus:
        return PoolWords::tr("How far the pool's changes have reached its backup pool, over all modules.");
    case PoolColumn::ImportStatus:
        return PoolWords::tr("Whether changes that arrive from the other pool are imported, over all modules.");
    case PoolColumn::PoolState:
        return PoolWords::tr("Whether the pool serves its users itself.");
    case PoolColumn::CentralManagement:
        return PoolWords::tr("Whether the pool hosts the Central Management store.");
    case PoolColumn::LastRun:
        return PoolWords::tr(
            "The latest backup job of the pool in this console's history, without previews. The backup "
            "service replicates on its own besides.");
    }
    return {};
}

} // namespace cspool
