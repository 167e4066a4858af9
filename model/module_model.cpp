#include "model/module_model.h"

#include "model/item_roles.h"
#include "model/time_text.h"
#include "model/tool_tip.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

const QString StatusCmdlet = u"Get-CsBackupServiceStatus"_s;

bool contains(const QList<BackupModuleStatus> &modules, const QString &identity)
{
    return std::any_of(modules.begin(), modules.end(),
                       [&identity](const BackupModuleStatus &module) { return module.identity == identity; });
}

// What comes before the point tells a category only of the modules that are known; a server may have others.
QString categoryText(const QString &identity)
{
    const std::optional<BackupModule> module = backupModuleFromString(identity);
    if (module)
        return toString(categoryOf(*module));
    return identity.startsWith("ApplicationServer.RGS"_L1, Qt::CaseInsensitive) ? u"RGS"_s : QString();
}

} // namespace

ModuleModel::ModuleModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ModuleModel::setReading(const Reading<BackupServiceStatus> &reading, const StatusSubject &subject)
{
    const bool isAnotherPool = subject.pool != m_subject.pool;
    const bool isJudgedDifferently = subject.hostsCentralManagement != m_subject.hostsCentralManagement
        || subject.backupPoolHostsCentralManagement != m_subject.backupPoolHostsCentralManagement;
    const Reading<BackupServiceStatus> before = m_reading;
    m_reading = reading;
    m_subject = subject;
    if (isAnotherPool)
        setModules({});
    setModules(reading.value ? reading.value->modules : QList<BackupModuleStatus>());
    if (m_modules.isEmpty() || isAnotherPool)
        return;
    // How a status is judged and what its tool tip says may have changed although its word has not.
    if (before.error != reading.error || isJudgedDifferently)
        Q_EMIT dataChanged(index(0, ExportColumn), index(rowCount() - 1, TimeColumn));
    else if (before.readAt != reading.readAt)
        Q_EMIT dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn));
}

void ModuleModel::setModules(const QList<BackupModuleStatus> &modules)
{
    for (int row = int(m_modules.size()) - 1; row >= 0; --row) {
        if (!contains(modules, m_modules.at(row).identity)) {
            beginRemoveRows({}, row, row);
            m_modules.removeAt(row);
            endRemoveRows();
        }
    }
    for (const BackupModuleStatus &module : modules) {
        const auto found = std::find_if(m_modules.begin(), m_modules.end(), [&](const BackupModuleStatus &known) {
            return known.identity == module.identity;
        });
        if (found == m_modules.end()) {
            beginInsertRows({}, int(m_modules.size()), int(m_modules.size()));
            m_modules.append(module);
            endInsertRows();
            continue;
        }
        const int row = int(found - m_modules.begin());
        const BackupModuleStatus old = std::exchange(*found, module);
        if (old.exportStatus != module.exportStatus)
            Q_EMIT dataChanged(index(row, ExportColumn), index(row, ExportColumn));
        if (old.importStatus != module.importStatus)
            Q_EMIT dataChanged(index(row, ImportColumn), index(row, ImportColumn));
    }
}

void ModuleModel::setClock(const QDateTime &now, std::chrono::seconds oldAge)
{
    const bool wasOld = isOld();
    const QString before = ageText(m_reading.readAt, m_now);
    m_now = now;
    m_oldAge = oldAge;
    if (m_modules.isEmpty())
        return;
    if (wasOld != isOld())
        Q_EMIT dataChanged(index(0, ExportColumn), index(rowCount() - 1, TimeColumn));
    else if (before != ageText(m_reading.readAt, m_now))
        Q_EMIT dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn));
}

bool ModuleModel::isOld() const
{
    return m_reading.isOlderThan(m_oldAge, m_now);
}

StatusAdvice ModuleModel::advice(int row, Column direction) const
{
    StatusSubject subject = m_subject;
    const BackupModuleStatus &status = module(row);
    subject.module = status.identity;
    if (direction == ExportColumn)
        return status.exportStatus ? adviceFor(*status.exportStatus, subject) : adviceForNotReported();
    return status.importStatus ? adviceFor(*status.importStatus, subject) : adviceForNotReported();
}

int ModuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_modules.size());
}

int ModuleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ModuleModel::reportedStatus(int row, Column column) const
{
    const BackupModuleStatus &status = module(row);
    if (column == ExportColumn)
        return status.exportStatus ? toString(*status.exportStatus) : tr("not reported");
    return status.importStatus ? toString(*status.importStatus) : tr("not reported");
}

QString ModuleModel::text(int row, Column column) const
{
    switch (column) {
    case ModuleColumn:
        return module(row).identity;
    case CategoryColumn:
        return categoryText(module(row).identity);
    case ExportColumn:
    case ImportColumn:
        return m_reading.error ? tr("unknown") : reportedStatus(row, column);
    case TimeColumn:
        return ageText(m_reading.readAt, m_now);
    case ColumnCount:
        break;
    }
    return {};
}

QString ModuleModel::toolTip(int row, Column column) const
{
    if (column == TimeColumn)
        return fullTimeText(m_reading.readAt);
    if (column != ExportColumn && column != ImportColumn)
        return {};
    if (m_reading.error) {
        return tr("The status could not be read: %1 It was %2 at %3.")
            .arg(m_reading.error->message, reportedStatus(row, column), fullTimeText(m_reading.readAt));
    }
    return tr("%1 Read at %2.").arg(advice(row, column).meaning, fullTimeText(m_reading.readAt));
}

StatusTone ModuleModel::tone(int row, Column column) const
{
    return m_reading.error ? StatusTone::Unknown : advice(row, column).tone;
}

QVariant ModuleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(index.row(), column));
    case SortRole:
        return column == TimeColumn ? QVariant(m_reading.readAt) : QVariant(text(index.row(), column).toLower());
    case KeyRole:
        return module(index.row()).identity;
    case OriginRole:
        return StatusCmdlet;
    case ReadAtRole:
        return m_reading.readAt;
    case IsOldRole:
        return isOld();
    case ToneRole:
        return column == ExportColumn || column == ImportColumn ? QVariant(int(tone(index.row(), column))) : QVariant();
    default:
        return {};
    }
}

QVariant ModuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == OriginRole || role == Qt::ToolTipRole)
        return role == OriginRole ? StatusCmdlet : tr("From %1.").arg(StatusCmdlet);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ModuleColumn:
        return tr("Module");
    case CategoryColumn:
        return tr("Category");
    case ExportColumn:
        return tr("Export status");
    case ImportColumn:
        return tr("Import status");
    case TimeColumn:
        return tr("Read");
    default:
        return {};
    }
}

} // namespace cspool
