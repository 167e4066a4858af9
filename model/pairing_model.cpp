#include "model/pairing_model.h"

#include "model/pool_pairing.h"
#include "model/status_advice.h"
#include "model/time_text.h"
#include "model/tool_tip.h"

#include <QMap>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Worse is smaller, so that an ascending order begins with what needs to be looked at.
int severity(const Reading<BackupServiceStatus> &status)
{
    if (!status.isKnown() || !status.value->overallExportStatus)
        return -1;
    switch (*status.value->overallExportStatus) {
    case ExportStatus::ErrorState:
        return 0;
    case ExportStatus::NotInitialized:
        return 1;
    case ExportStatus::NonSteadyState:
        return 2;
    case ExportStatus::SteadyState:
        return 3;
    case ExportStatus::FinalState:
        return 4;
    }
    return -1;
}

bool isOfBackupPool(PairingModel::Column column)
{
    return column == PairingModel::BackupPoolColumn || column == PairingModel::BackupPoolStateColumn
        || column == PairingModel::BackupExportColumn || column == PairingModel::BackupBacklogColumn;
}

bool isStatus(PairingModel::Column column)
{
    return column == PairingModel::ExportColumn || column == PairingModel::BackupExportColumn
        || column == PairingModel::BacklogColumn || column == PairingModel::BackupBacklogColumn;
}

bool isState(PairingModel::Column column)
{
    return column == PairingModel::PoolStateColumn || column == PairingModel::BackupPoolStateColumn;
}

bool saySame(const QList<WarningRecord> &some, const QList<WarningRecord> &others)
{
    return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                      [](const WarningRecord &a, const WarningRecord &b) {
                          return a.message == b.message && a.recommendedAction == b.recommendedAction;
                      });
}

} // namespace

PairingModel::PairingModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

QList<PairingModel::Pairing> PairingModel::pairingsOf(const QList<Pool> &pools)
{
    QMap<QString, const Pool *> known; // in the order of the FQDNs
    for (const Pool &pool : pools) {
        if (pool.canBeBackedUp())
            known.insert(pool.fqdn, &pool);
    }
    QList<Pairing> pairings;
    for (const Pool *pool : std::as_const(known)) {
        Pairing pairing{*pool, {}, {}, true, {}, {}};
        if (!pool->backupPoolFqdn.isEmpty()) {
            const Pool *partner = known.value(pool->backupPoolFqdn);
            pairing.isMutual = partner && partner->backupPoolFqdn == pool->fqdn;
            if (pairing.isMutual && partner->fqdn < pool->fqdn)
                continue; // the row of the other one is theirs
            if (partner) {
                pairing.second = *partner;
                pairing.warnings = pairingWarnings(*pool, *partner);
                pairing.otherBackupPool = pairing.isMutual ? QString() : partner->backupPoolFqdn;
            } else {
                pairing.second.fqdn = pool->backupPoolFqdn;
            }
        }
        for (const Pool &half : {pairing.first, pairing.second}) {
            const QStringList texts{half.fqdn, half.site, half.serverVersion,
                                    half.services.isEmpty() ? QString() : half.kind()};
            pairing.searchText += texts.join(u'\n').toLower() + u'\n';
        }
        pairings.append(pairing);
    }
    return pairings;
}

void PairingModel::setPools(const QList<Pool> &pools, DeploymentKind kind)
{
    m_kind = kind;
    const QList<Pairing> pairings = pairingsOf(pools);
    QHash<QString, const Pairing *> wanted;
    for (const Pairing &pairing : pairings)
        wanted.insert(pairing.first.fqdn, &pairing);
    for (int last = int(m_pairings.size()) - 1; last >= 0; --last) {
        if (wanted.contains(m_pairings.at(last).first.fqdn))
            continue;
        int first = last; // a run of rows that are gone
        while (first > 0 && !wanted.contains(m_pairings.at(first - 1).first.fqdn))
            --first;
        beginRemoveRows({}, first, last);
        m_pairings.remove(first, last - first + 1);
        indexRows();
        endRemoveRows();
        last = first;
    }
    // Both lists are in the order of the first pools, so what is new goes in front of the first that is greater.
    for (int row = 0; row < int(pairings.size());) {
        const auto isKnown = [this](const Pairing &pairing, int at) {
            return at < int(m_pairings.size()) && m_pairings.at(at).first.fqdn == pairing.first.fqdn;
        };
        if (isKnown(pairings.at(row), row)) {
            if (!(m_pairings.at(row) == pairings.at(row))) {
                const bool isPairedAnew = m_pairings.at(row).second.fqdn != pairings.at(row).second.fqdn;
                m_pairings[row] = pairings.at(row);
                if (isPairedAnew)
                    indexRows();
                Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
            }
            ++row;
            continue;
        }
        int end = row + 1;
        while (end < int(pairings.size()) && !isKnown(pairings.at(end), row))
            ++end;
        beginInsertRows({}, row, end - 1);
        m_pairings = m_pairings.first(row) + pairings.sliced(row, end - row) + m_pairings.sliced(row);
        indexRows();
        endInsertRows();
        row = end;
    }
}

void PairingModel::indexRows()
{
    m_rows.clear();
    for (int row = 0; row < int(m_pairings.size()); ++row) {
        m_rows.insert(m_pairings.at(row).first.fqdn, row);
        if (!m_pairings.at(row).second.fqdn.isEmpty())
            m_rows.insert(m_pairings.at(row).second.fqdn, row);
    }
}

void PairingModel::setPoolStates(const Reading<QHash<QString, PoolState>> &states)
{
    // Of a pool: its word, and whether there is more to be said about it.
    const auto shown = [this](const QString &fqdn) {
        const std::optional<PoolState> known = state(fqdn);
        const bool isRemarkable = known == PoolState::FailedOver || known == PoolState::FailingOver;
        return fqdn.isEmpty() ? std::pair(QString(), false) : std::pair(stateText(fqdn), isRemarkable);
    };
    using Shown = std::pair<QString, bool>;
    QList<std::pair<Shown, Shown>> before;
    before.reserve(m_pairings.size());
    for (const Pairing &pairing : std::as_const(m_pairings))
        before.append({shown(pairing.first.fqdn), shown(pairing.second.fqdn)});
    m_states = states;
    for (int row = 0; row < rowCount(); ++row) {
        const auto [first, second] = before.at(row);
        const Shown firstNow = shown(m_pairings.at(row).first.fqdn);
        const Shown secondNow = shown(m_pairings.at(row).second.fqdn);
        if (first != firstNow)
            Q_EMIT dataChanged(index(row, PoolStateColumn), index(row, PoolStateColumn));
        if (second != secondNow)
            Q_EMIT dataChanged(index(row, BackupPoolStateColumn), index(row, BackupPoolStateColumn));
        const bool isRemarked = first.second || firstNow.second || second.second || secondNow.second;
        if (isRemarked && (first != firstNow || second != secondNow))
            Q_EMIT dataChanged(index(row, RemarksColumn), index(row, RemarksColumn));
    }
}

void PairingModel::setStatus(const QString &fqdn, const Reading<BackupServiceStatus> &status,
                             const QList<WarningRecord> &warnings)
{
    if (m_statuses.value(fqdn) == status && saySame(m_warnings.value(fqdn), warnings))
        return;
    const QList<int> rows = m_rows.values(fqdn);
    QList<QStringList> remarksBefore;
    for (const int row : rows)
        remarksBefore.append(remarks(m_pairings.at(row)));
    m_statuses.insert(fqdn, status);
    m_warnings.insert(fqdn, warnings);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const int row = rows.at(i);
        emitStatusChanged(row, m_pairings.at(row).first.fqdn == fqdn);
        if (remarks(m_pairings.at(row)) != remarksBefore.at(i))
            Q_EMIT dataChanged(index(row, RemarksColumn), index(row, RemarksColumn));
    }
}

void PairingModel::emitStatusChanged(int row, bool isFirst)
{
    const Column from = isFirst ? ExportColumn : BackupExportColumn;
    const Column to = isFirst ? BacklogColumn : BackupBacklogColumn;
    Q_EMIT dataChanged(index(row, from), index(row, to));
}

void PairingModel::clear()
{
    m_statuses.clear();
    m_warnings.clear();
    m_states = {};
    if (m_pairings.isEmpty())
        return;
    beginRemoveRows({}, 0, rowCount() - 1);
    m_pairings.clear();
    m_rows.clear();
    endRemoveRows();
}

void PairingModel::setClock(const QDateTime &now, std::chrono::seconds oldAge)
{
    const QDateTime before = std::exchange(m_now, now);
    const std::chrono::seconds ageBefore = std::exchange(m_oldAge, oldAge);
    const auto hasAged = [&](const QString &fqdn) {
        const auto status = m_statuses.constFind(fqdn);
        return status != m_statuses.constEnd()
            && (ageText(status->readAt, before) != ageText(status->readAt, now)
                || status->isOlderThan(ageBefore, before) != status->isOlderThan(oldAge, now));
    };
    for (int row = 0; row < rowCount(); ++row) {
        if (hasAged(m_pairings.at(row).first.fqdn))
            emitStatusChanged(row, true);
        if (hasAged(m_pairings.at(row).second.fqdn))
            emitStatusChanged(row, false);
    }
}

std::optional<PoolState> PairingModel::state(const QString &fqdn) const
{
    if (!m_states.isKnown())
        return std::nullopt;
    const auto found = m_states.value->constFind(fqdn);
    return found == m_states.value->constEnd() ? std::nullopt : std::optional(*found);
}

PairingEnd PairingModel::end(const Pool &pool) const
{
    PairingEnd end;
    end.fqdn = pool.fqdn;
    end.kind = pool.services.isEmpty() ? QString() : pool.kind();
    end.version = pool.serverVersion;
    end.site = pool.site.mid(pool.site.indexOf(u':') + 1);
    end.state = stateText(pool.fqdn);
    if (const std::optional<PoolState> known = state(pool.fqdn)) {
        end.stateTone = toneOf(*known);
        end.isFailedOver = *known == PoolState::FailedOver;
    }
    return end;
}

QString PairingModel::stateText(const QString &fqdn) const
{
    if (const std::optional<PoolState> known = state(fqdn))
        return toString(*known);
    if (m_states.error)
        return tr("unknown");
    return m_states.value ? tr("not reported") : u"…"_s;
}

QString PairingModel::statusText(const QString &fqdn) const
{
    const auto reading = m_statuses.constFind(fqdn);
    if (reading == m_statuses.constEnd() || (!reading->error && !reading->value))
        return u"…"_s;
    if (reading->error)
        return tr("unknown");
    const std::optional<ExportStatus> status = reading->value->overallExportStatus;
    return status ? toString(*status) : tr("not reported");
}

QString PairingModel::searchText(const Pairing &pairing) const
{
    QString text = pairing.searchText;
    for (const QString &fqdn : {pairing.first.fqdn, pairing.second.fqdn}) {
        if (!fqdn.isEmpty())
            text += u'\n' + stateText(fqdn).toLower() + u'\n' + statusText(fqdn).toLower();
    }
    return text;
}

PairingDirection PairingModel::direction(const Pool &pool, const Pool &partner) const
{
    PairingDirection direction;
    direction.isReversed = state(pool.fqdn) == PoolState::FailedOver;
    direction.sourcePool = direction.isReversed ? partner.fqdn : pool.fqdn;
    direction.targetPool = direction.isReversed ? pool.fqdn : partner.fqdn;
    const Reading<BackupServiceStatus> reading = m_statuses.value(pool.fqdn);
    direction.age = ageText(reading.readAt, m_now);
    direction.isOld = reading.isOlderThan(m_oldAge, m_now);
    direction.status = statusText(pool.fqdn);
    if (reading.isKnown() && reading.value->overallExportStatus) {
        direction.tone = toneOf(*reading.value->overallExportStatus);
        direction.backlog = backlogText(*reading.value->overallExportStatus);
    }
    return direction;
}

QStringList PairingModel::remarks(const Pairing &pairing) const
{
    if (pairing.second.fqdn.isEmpty()) {
        const StatusAdvice advice = adviceForMissingBackupPool(pairing.first.fqdn, m_kind);
        QStringList sentences{advice.meaning};
        for (const NextStep &step : advice.steps)
            sentences.append(step.text);
        return sentences;
    }
    QStringList sentences;
    if (!pairing.isMutual) {
        const QString first = pairing.first.fqdn;
        const QString second = pairing.second.fqdn;
        sentences.append(
            pairing.otherBackupPool.isEmpty()
                ? tr("%1 names %2 as its backup pool, but %2 does not name %1. Pairing is mutual: check the "
                     "association of both pools and publish the topology again.")
                      .arg(first, second)
                : tr("%1 names %2 as its backup pool, but %2 names %3. Pairing is mutual and one to one: check the "
                     "association of all three pools and publish the topology again.")
                      .arg(first, second, pairing.otherBackupPool));
    }
    sentences.append(pairing.warnings);
    const auto addState = [&](const Pool &pool, const Pool &partner) {
        if (state(pool.fqdn) == PoolState::FailedOver) {
            sentences.append(tr("%1 is failed over: it is served by %2, and its backup runs from %2 to %1.")
                                 .arg(pool.fqdn, partner.fqdn));
        } else if (state(pool.fqdn) == PoolState::FailingOver) {
            sentences.append(tr("%1 is failing over to %2: nobody can change its data until that is done.")
                                 .arg(pool.fqdn, partner.fqdn));
        }
    };
    addState(pairing.first, pairing.second);
    addState(pairing.second, pairing.first);
    addStatusRemarks(pairing.first, pairing.second, sentences);
    addStatusRemarks(pairing.second, pairing.first, sentences);
    return sentences;
}

// Why a status is bad or not known, and what to do first; the details of the pool have the rest.
void PairingModel::addStatusRemarks(const Pool &pool, const Pool &partner, QStringList &sentences) const
{
    const Reading<BackupServiceStatus> reading = m_statuses.value(pool.fqdn);
    if (reading.error) {
        const QString action = reading.error->recommendedAction;
        sentences.append(
            tr("The backup status of %1 could not be read: %2 %3", "pool, what is wrong, what to do")
                .arg(pool.fqdn, reading.error->message, action.isEmpty() ? tr("Refresh to ask again.") : action));
        return;
    }
    if (!reading.value)
        return;
    const auto add = [&](const QString &heading, const StatusAdvice &advice) {
        QStringList parts{heading, advice.meaning};
        if (!advice.causes.isEmpty())
            parts.append(tr("Likeliest cause: %1").arg(advice.causes.first()));
        if (!advice.steps.isEmpty())
            parts.append(tr("First step: %1").arg(advice.steps.first().text));
        parts.append(tr("The page of pools shows all causes and steps."));
        sentences.append(parts.join(u' '));
    };
    StatusSubject subject{pool.fqdn, partner.fqdn, {}, {}, {}, m_kind, m_warnings.value(pool.fqdn)};
    const QList<BackupModuleStatus> &modules = reading.value->modules;
    const auto moduleWith = [&modules](auto member, auto status) {
        const auto found = std::find_if(modules.begin(), modules.end(),
                                        [&](const BackupModuleStatus &module) { return module.*member == status; });
        return found == modules.end() ? QString() : found->identity;
    };
    if (reading.value->overallExportStatus == ExportStatus::ErrorState) {
        subject.module = moduleWith(&BackupModuleStatus::exportStatus, ExportStatus::ErrorState);
        add(tr("The export of %1 is in ErrorState.").arg(pool.fqdn), adviceFor(ExportStatus::ErrorState, subject));
    }
    if (reading.value->overallImportStatus == ImportStatus::ErrorState) {
        subject.module = moduleWith(&BackupModuleStatus::importStatus, ImportStatus::ErrorState);
        add(tr("The import of %1 is in ErrorState.").arg(pool.fqdn), adviceFor(ImportStatus::ErrorState, subject));
    }
}

bool PairingModel::hasBadStatus(const QString &fqdn) const
{
    const Reading<BackupServiceStatus> reading = m_statuses.value(fqdn);
    return reading.isKnown()
        && (reading.value->overallExportStatus == ExportStatus::ErrorState
            || reading.value->overallImportStatus == ImportStatus::ErrorState);
}

PairingSummary PairingModel::summary(int row) const
{
    const Pairing &pairing = m_pairings.at(row);
    PairingSummary summary;
    summary.first = end(pairing.first);
    if (!pairing.second.fqdn.isEmpty()) {
        summary.second = end(pairing.second);
        summary.firstDirection = direction(pairing.first, pairing.second);
        summary.secondDirection = direction(pairing.second, pairing.first);
    }
    summary.remarks = remarks(pairing);
    summary.isUnsupported = !pairing.warnings.isEmpty();
    summary.isMutual = pairing.isMutual;
    return summary;
}

QStringList PairingModel::pools(int row) const
{
    const Pairing &pairing = m_pairings.at(row);
    return pairing.second.fqdn.isEmpty() ? QStringList{pairing.first.fqdn}
                                         : QStringList{pairing.first.fqdn, pairing.second.fqdn};
}

int PairingModel::rowOf(const QString &fqdn) const
{
    const QList<int> rows = m_rows.values(fqdn);
    const auto own
        = std::find_if(rows.begin(), rows.end(), [&](int row) { return m_pairings.at(row).first.fqdn == fqdn; });
    if (own != rows.end())
        return *own;
    return rows.isEmpty() ? -1 : rows.first();
}

int PairingModel::rank(int row) const
{
    const Pairing &pairing = m_pairings.at(row);
    if (pairing.second.fqdn.isEmpty())
        return 0;
    return pairing.isMutual && pairing.warnings.isEmpty() ? 2 : 1;
}

int PairingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pairings.size());
}

int PairingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

const Pool &PairingModel::poolOf(int row, Column column) const
{
    const Pairing &pairing = m_pairings.at(row);
    return isOfBackupPool(column) ? pairing.second : pairing.first;
}

QString PairingModel::text(int row, Column column) const
{
    const Pairing &pairing = m_pairings.at(row);
    const bool isLone = pairing.second.fqdn.isEmpty();
    if (column == BackupPoolColumn)
        return isLone ? tr("none") : pairing.second.fqdn;
    if (column == PoolColumn)
        return pairing.first.fqdn;
    if (column == RemarksColumn)
        return remarks(pairing).join(u' ');
    if (isLone && column != PoolStateColumn)
        return {};
    if (isState(column))
        return stateText(poolOf(row, column).fqdn);
    const PairingDirection shown
        = isOfBackupPool(column) ? direction(pairing.second, pairing.first) : direction(pairing.first, pairing.second);
    return column == ExportColumn || column == BackupExportColumn ? shown.status : shown.backlog;
}

QString PairingModel::toolTip(int row, Column column) const
{
    const Pool &pool = poolOf(row, column);
    if (column == RemarksColumn)
        return remarks(m_pairings.at(row)).join(u'\n');
    if (pool.fqdn.isEmpty())
        return remarks(m_pairings.at(row)).value(0);
    if (isState(column)) {
        if (m_states.error)
            return tr("The pool state could not be read: %1").arg(m_states.error->message);
        return m_states.value ? tr("Read at %1.").arg(fullTimeText(m_states.readAt)) : tr("Not read yet.");
    }
    if (!isStatus(column)) {
        const PairingEnd shown = end(pool);
        return tr("%1\n%2\nVersion: %3\nSite: %4")
            .arg(shown.fqdn, shown.kind, shown.version.isEmpty() ? tr("not reported") : shown.version,
                 shown.site.isEmpty() ? tr("not reported") : shown.site);
    }
    const Reading<BackupServiceStatus> reading = m_statuses.value(pool.fqdn);
    if (reading.error)
        return tr("The status could not be read: %1").arg(reading.error->message);
    if (!reading.value)
        return tr("Not read yet.");
    const auto status = reading.value->overallExportStatus;
    return tr("Backup of %1: %2 Read at %3.")
        .arg(pool.fqdn, status ? explanation(*status) : adviceForNotReported().meaning, fullTimeText(reading.readAt));
}

QVariant PairingModel::sortValue(int row, Column column) const
{
    if (isStatus(column))
        return severity(m_statuses.value(poolOf(row, column).fqdn));
    if (column == RemarksColumn)
        return rank(row);
    return text(row, column).toLower();
}

QVariant PairingModel::tone(int row, Column column) const
{
    const Pairing &pairing = m_pairings.at(row);
    if (pairing.second.fqdn.isEmpty() && column == BackupPoolColumn)
        return int(StatusTone::Attention);
    if (column == RemarksColumn) {
        if (hasBadStatus(pairing.first.fqdn) || hasBadStatus(pairing.second.fqdn))
            return int(StatusTone::Bad);
        return rank(row) < 2 ? QVariant(int(StatusTone::Attention)) : QVariant();
    }
    const Pool &pool = poolOf(row, column);
    if (pool.fqdn.isEmpty())
        return {};
    if (isState(column))
        return int(end(pool).stateTone);
    if (pairing.second.fqdn.isEmpty() || (column != ExportColumn && column != BackupExportColumn))
        return {};
    return int(direction(pool, isOfBackupPool(column) ? pairing.first : pairing.second).tone);
}

QVariant PairingModel::readAt(int row, Column column) const
{
    if (isState(column))
        return m_states.readAt;
    return isStatus(column) ? QVariant(m_statuses.value(poolOf(row, column).fqdn).readAt) : QVariant();
}

QVariant PairingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(row, column));
    case SortRole:
        return sortValue(row, column);
    case KeyRole:
        return poolOf(row, column).fqdn;
    case ToneRole:
        return tone(row, column);
    case OriginRole:
        return headerData(column, Qt::Horizontal, OriginRole);
    case ReadAtRole:
        return readAt(row, column);
    case IsOldRole:
        if (isState(column))
            return m_states.isOlderThan(m_oldAge, m_now);
        return isStatus(column) && m_statuses.value(poolOf(row, column).fqdn).isOlderThan(m_oldAge, m_now);
    case SummaryRole:
        return QVariant::fromValue(summary(row));
    case RemarksRole:
        return remarks(m_pairings.at(row));
    case SearchTextRole:
        return searchText(m_pairings.at(row));
    case RankRole:
        return rank(row);
    default:
        return {};
    }
}

QVariant PairingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    static constexpr struct
    {
        const char *title;
        const char *origin;
    } columns[ColumnCount] = {
        {QT_TR_NOOP("Pool"), "Get-CsPool"},
        {QT_TR_NOOP("Pool state"), "Get-CsRegistrarConfiguration"},
        {QT_TR_NOOP("Its export"), "Get-CsBackupServiceStatus"},
        {QT_TR_NOOP("Its backlog"), "Get-CsBackupServiceStatus"},
        {QT_TR_NOOP("Backup pool"), "Get-CsPool"},
        {QT_TR_NOOP("State of the backup pool"), "Get-CsRegistrarConfiguration"},
        {QT_TR_NOOP("Export of the backup pool"), "Get-CsBackupServiceStatus"},
        {QT_TR_NOOP("Backlog of the backup pool"), "Get-CsBackupServiceStatus"},
        {QT_TR_NOOP("Remarks"), "Get-CsPool, Get-CsRegistrarConfiguration, Get-CsBackupServiceStatus"},
    };
    const QString origin = QString::fromLatin1(columns[section].origin);
    switch (role) {
    case Qt::DisplayRole:
        return tr(columns[section].title);
    case Qt::ToolTipRole:
        return tr("From %1.").arg(origin);
    case OriginRole:
        return origin;
    default:
        return {};
    }
}

} // namespace cspool
