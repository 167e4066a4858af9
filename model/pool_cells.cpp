#include "model/pool_cells.h"

#include "model/time_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct PoolCells
{
    Q_DECLARE_TR_FUNCTIONS(cspool::PoolCells)

public:
    static PoolCell notReported() { return {tr("not reported"), {}, StatusTone::Unknown}; }
    static PoolCell notReadYet() { return {tr("…"), {}, StatusTone::Unknown}; }
    static PoolCell unknown() { return {tr("unknown"), {}, StatusTone::Unknown}; }
    static PoolCell doesNotApply() { return {tr("does not apply")}; }
};

// A value that is known from `reading`: with its age where that makes it an old one.
template <typename T> PoolCell aged(PoolCell cell, const Reading<T> &reading, const PoolSurroundings &surroundings)
{
    if (reading.isOlderThan(surroundings.oldAge, surroundings.now)) {
        cell.isOld = true;
        cell.age = ageText(reading.readAt, surroundings.now);
    }
    return cell;
}

// What of a reading cannot be shown as a value: it failed, or it is not there yet.
template <typename T> std::optional<PoolCell> missing(const Reading<T> &reading)
{
    if (reading.error)
        return PoolCells::unknown();
    if (!reading.value)
        return PoolCells::notReadYet();
    return std::nullopt;
}

template <typename Status>
PoolCell statusCell(const PoolFacts &facts, std::optional<Status> BackupServiceStatus::*status,
                    const PoolSurroundings &surroundings)
{
    if (!facts.hasBackupStatus())
        return PoolCells::doesNotApply();
    if (const auto cell = missing(facts.status))
        return *cell;
    const std::optional<Status> &value = (*facts.status.value).*status;
    if (!value)
        return aged(PoolCells::notReported(), facts.status, surroundings);
    return aged({toString(*value), {}, toneOf(*value)}, facts.status, surroundings);
}

PoolCell stateCell(const PoolFacts &facts, const PoolSurroundings &surroundings)
{
    if (!facts.hasRegistrar)
        return PoolCells::doesNotApply();
    if (const auto cell = missing(surroundings.states))
        return *cell;
    const auto state = surroundings.states.value->constFind(facts.pool.fqdn);
    if (state == surroundings.states.value->constEnd())
        return aged(PoolCells::notReported(), surroundings.states, surroundings);
    return aged({toString(*state), {}, toneOf(*state)}, surroundings.states, surroundings);
}

bool isOfPool(const Pool &pool, const QString &fqdn)
{
    const auto isSame = [&fqdn](const QString &other) { return other.compare(fqdn, Qt::CaseInsensitive) == 0; };
    return isSame(pool.fqdn) || std::any_of(pool.computers.begin(), pool.computers.end(), isSame);
}

PoolCell centralManagementCell(const PoolFacts &facts, const PoolSurroundings &surroundings)
{
    const bool hasService = facts.hasCentralManagement;
    if (const auto cell = missing(surroundings.centralManagement))
        return hasService ? *cell : PoolCell{PoolCells::tr("none")};
    const CentralManagementStoreStatus &status = *surroundings.centralManagement.value;
    if (status.activeMasterFqdn.isEmpty())
        return hasService ? aged(PoolCells::notReported(), surroundings.centralManagement, surroundings)
                          : PoolCell{PoolCells::tr("none")};
    switch (centralManagementRole(facts, status)) {
    case CentralManagementRole::None:
        return {PoolCells::tr("none")};
    case CentralManagementRole::Standby:
        return aged({PoolCells::tr("standby")}, surroundings.centralManagement, surroundings);
    case CentralManagementRole::Active:
        return aged({PoolCells::tr("active")}, surroundings.centralManagement, surroundings);
    case CentralManagementRole::ActiveTwice:
        return aged({PoolCells::tr("active in several pools"), {}, StatusTone::Bad}, surroundings.centralManagement,
                    surroundings);
    }
    return {};
}

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
        return PoolCells::tr("succeeded");
    case Outcome::SucceededWithWarnings:
        return PoolCells::tr("succeeded with warnings");
    case Outcome::Failed:
        return PoolCells::tr("failed");
    case Outcome::Cancelled:
        return PoolCells::tr("cancelled");
    case Outcome::Skipped:
        return PoolCells::tr("skipped");
    case Outcome::Previewed:
        return PoolCells::tr("previewed");
    case Outcome::Interrupted:
        return PoolCells::tr("interrupted");
    }
    return {};
}

// When nobody knows the end, as of an interrupted run: its beginning.
QDateTime timeOf(const JobInfo &job)
{
    if (job.ended.isValid())
        return job.ended;
    return job.started.isValid() ? job.started : job.queued;
}

PoolCell lastRunCell(const PoolFacts &facts, const PoolSurroundings &surroundings)
{
    if (const JobInfo *run = lastRunOf(facts, surroundings))
        return {outcomeWord(run->outcome), ageText(timeOf(*run), surroundings.now), toneOf(run->outcome)};
    if (!facts.canBeBackedUp)
        return PoolCells::doesNotApply();
    if (const auto cell = missing(surroundings.lastRuns))
        return *cell;
    return surroundings.areLastRunsComplete ? PoolCell{PoolCells::tr("none")} : PoolCells::unknown();
}

PoolCell backupPoolCell(const PoolFacts &facts)
{
    if (!facts.pool.backupPoolFqdn.isEmpty())
        return {facts.pool.backupPoolFqdn};
    if (!facts.canBeBackedUp)
        return PoolCells::doesNotApply();
    return {PoolCells::tr("no backup pool"), {}, StatusTone::Attention};
}

QString siteName(const Pool &pool)
{
    static const QString prefix = u"Site:"_s;
    return pool.site.startsWith(prefix, Qt::CaseInsensitive) ? pool.site.mid(prefix.size()) : pool.site;
}

// Of what Get-CsPool told; the words stay when they could not be read again, and are old then.
PoolCell topologyCell(PoolCell cell, const PoolSurroundings &surroundings)
{
    cell.isOld = poolsAreOld(surroundings);
    return cell;
}

PoolCell reported(const QString &word)
{
    return word.isEmpty() ? PoolCells::notReported() : PoolCell{word};
}

PoolCell versionCell(const PoolFacts &facts, const PoolSurroundings &surroundings)
{
    const QString version = serverVersionOf(facts, surroundings);
    if (version.isEmpty() && surroundings.versions.error)
        return PoolCells::unknown();
    return topologyCell(reported(version), surroundings);
}

} // namespace

QString PoolCell::text() const
{
    return age.isEmpty() ? word : PoolCells::tr("%1, %2", "value, age").arg(word, age);
}

QString serverVersionOf(const PoolFacts &facts, const PoolSurroundings &surroundings)
{
    if (!facts.pool.serverVersion.isEmpty() || !surroundings.versions.value)
        return facts.pool.serverVersion;
    return surroundings.versions.value->value(facts.pool.fqdn);
}

CentralManagementRole centralManagementRole(const PoolFacts &facts, const CentralManagementStoreStatus &status)
{
    const QStringList &agents = status.activeFileTransferAgents;
    const bool transfersFiles = std::any_of(agents.begin(), agents.end(),
                                            [&facts](const QString &agent) { return isOfPool(facts.pool, agent); });
    const bool isActive = isOfPool(facts.pool, status.activeMasterFqdn);
    if ((isActive || transfersFiles) && agents.size() > 1)
        return CentralManagementRole::ActiveTwice;
    if (isActive)
        return CentralManagementRole::Active;
    return facts.hasCentralManagement ? CentralManagementRole::Standby : CentralManagementRole::None;
}

const JobInfo *lastRunOf(const PoolFacts &facts, const PoolSurroundings &surroundings)
{
    if (!surroundings.lastRuns.value)
        return nullptr;
    const auto run = surroundings.lastRuns.value->constFind(facts.pool.fqdn);
    return run == surroundings.lastRuns.value->constEnd() ? nullptr : &*run;
}

bool poolsAreOld(const PoolSurroundings &surroundings)
{
    const QDateTime &readAt = surroundings.poolsReadAt;
    return surroundings.poolsError
        || (readAt.isValid() && readAt.addSecs(surroundings.oldAge.count()) < surroundings.now);
}

void PoolFacts::setPool(const Pool &newPool)
{
    pool = newPool;
    canBeBackedUp = pool.canBeBackedUp();
    hasRegistrar = pool.hasService(u"Registrar");
    hasCentralManagement = pool.hasService(u"CentralManagement");
    kind = pool.kind();
}

PoolCell poolCell(const PoolFacts &facts, PoolColumn column, const PoolSurroundings &surroundings)
{
    switch (column) {
    case PoolColumn::Fqdn:
        return topologyCell({facts.pool.fqdn}, surroundings);
    case PoolColumn::Site:
        return topologyCell(reported(siteName(facts.pool)), surroundings);
    case PoolColumn::ServerVersion:
        return versionCell(facts, surroundings);
    case PoolColumn::Kind:
        return topologyCell({facts.kind}, surroundings);
    case PoolColumn::BackupPool:
        return topologyCell(backupPoolCell(facts), surroundings);
    case PoolColumn::ExportStatus:
        return statusCell(facts, &BackupServiceStatus::overallExportStatus, surroundings);
    case PoolColumn::ImportStatus:
        return statusCell(facts, &BackupServiceStatus::overallImportStatus, surroundings);
    case PoolColumn::PoolState:
        return stateCell(facts, surroundings);
    case PoolColumn::CentralManagement:
        return centralManagementCell(facts, surroundings);
    case PoolColumn::LastRun:
        return lastRunCell(facts, surroundings);
    }
    return {};
}

namespace {

// The worst first: one click on the header brings it to the top.
int rankOf(StatusTone tone, bool applies)
{
    if (!applies)
        return 90;
    switch (tone) {
    case StatusTone::Bad:
        return 0;
    case StatusTone::Attention:
        return 10;
    case StatusTone::Unknown:
        return 20;
    case StatusTone::Working:
        return 30;
    case StatusTone::None:
    case StatusTone::Neutral:
        return 40;
    case StatusTone::Good:
        return 50;
    }
    return 90;
}

template <typename Status> int statusRank(const PoolFacts &facts, std::optional<Status> BackupServiceStatus::*status)
{
    if (!facts.hasBackupStatus())
        return rankOf(StatusTone::None, false);
    const std::optional<Status> value = facts.status.isKnown() ? (*facts.status.value).*status : std::nullopt;
    if (!value)
        return rankOf(StatusTone::Unknown, true);
    int rank = rankOf(toneOf(*value), true);
    // Within one tone: a backlog before what was never begun, what is waiting before what is done.
    if constexpr (std::is_same_v<Status, ExportStatus>)
        rank += *value == ExportStatus::NotInitialized || *value == ExportStatus::FinalState ? 1 : 0;
    return rank;
}

int stateRank(const PoolFacts &facts, const PoolSurroundings &surroundings)
{
    if (!facts.hasRegistrar)
        return rankOf(StatusTone::None, false);
    if (!surroundings.states.isKnown() || !surroundings.states.value->contains(facts.pool.fqdn))
        return rankOf(StatusTone::Unknown, true);
    const PoolState state = surroundings.states.value->value(facts.pool.fqdn);
    return rankOf(toneOf(state), true) + (state == PoolState::FailedBack ? 1 : 0);
}

int centralManagementRank(const PoolFacts &facts, const PoolSurroundings &surroundings)
{
    if (!surroundings.centralManagement.isKnown())
        return facts.hasCentralManagement ? 3 : 4;
    switch (centralManagementRole(facts, *surroundings.centralManagement.value)) {
    case CentralManagementRole::ActiveTwice:
        return 0;
    case CentralManagementRole::Active:
        return 1;
    case CentralManagementRole::Standby:
        return 2;
    case CentralManagementRole::None:
        return 4;
    }
    return 4;
}

// "Skype for Business Server 2015" → "2015 skype…": releases in their order whatever they are called.
QString versionKey(const QString &version)
{
    qsizetype begin = version.size();
    while (begin > 0 && version.at(begin - 1).isDigit())
        --begin;
    return version.mid(begin).rightJustified(8, u'0') + u' ' + version.toLower();
}

} // namespace

QVariant poolSortKey(const PoolFacts &facts, PoolColumn column, const PoolSurroundings &surroundings)
{
    switch (column) {
    case PoolColumn::Fqdn:
        return facts.pool.fqdn;
    case PoolColumn::Site:
        return siteName(facts.pool).toLower();
    case PoolColumn::ServerVersion:
        return versionKey(serverVersionOf(facts, surroundings));
    case PoolColumn::Kind:
        return facts.kind.toLower();
    case PoolColumn::BackupPool: // those without one first, those that need none last
        if (facts.pool.backupPoolFqdn.isEmpty())
            return facts.canBeBackedUp ? QString() : QString(QChar(0xffff));
        return facts.pool.backupPoolFqdn;
    case PoolColumn::ExportStatus:
        return statusRank(facts, &BackupServiceStatus::overallExportStatus);
    case PoolColumn::ImportStatus:
        return statusRank(facts, &BackupServiceStatus::overallImportStatus);
    case PoolColumn::PoolState:
        return stateRank(facts, surroundings);
    case PoolColumn::CentralManagement:
        return centralManagementRank(facts, surroundings);
    case PoolColumn::LastRun:
        if (const JobInfo *run = lastRunOf(facts, surroundings))
            return timeOf(*run);
        return QDateTime();
    }
    return {};
}

QDateTime poolCellReadAt(const PoolFacts &facts, PoolColumn column, const PoolSurroundings &surroundings)
{
    switch (column) {
    case PoolColumn::ServerVersion:
        return facts.pool.serverVersion.isEmpty() && surroundings.versions.value ? surroundings.versions.readAt
                                                                                 : surroundings.poolsReadAt;
    case PoolColumn::Fqdn:
    case PoolColumn::Site:
    case PoolColumn::Kind:
    case PoolColumn::BackupPool:
        return surroundings.poolsReadAt;
    case PoolColumn::ExportStatus:
    case PoolColumn::ImportStatus:
        return facts.status.readAt;
    case PoolColumn::PoolState:
        return surroundings.states.readAt;
    case PoolColumn::CentralManagement:
        return surroundings.centralManagement.readAt;
    case PoolColumn::LastRun:
        return surroundings.lastRuns.readAt;
    }
    return {};
}

} // namespace cspool
