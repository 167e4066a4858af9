#include "ui/deployments/new_deployment_pool_model.h"

#include "model/item_roles.h"
#include "model/status_tone.h"
#include "model/tool_tip.h"
#include "ui/icons.h"

#include <QComboBox>
#include <QDir>

namespace cspool {

NewDeploymentPoolModel::NewDeploymentPoolModel(NewDeploymentState *state, QObject *parent)
    : QAbstractTableModel(parent)
    , m_state(state)
{
    connect(state, &NewDeploymentState::changed, this, &NewDeploymentPoolModel::update);
    update();
}

NewDeploymentPoolModel::Row NewDeploymentPoolModel::rowOf(const QString &pool) const
{
    return {m_state->backupPoolOf(pool), m_state->pairWarnings(pool), m_state->archiveOf(pool)};
}

void NewDeploymentPoolModel::update()
{
    const QStringList pools = m_state->pools();
    if (pools != m_pools) { // another document: another table
        beginResetModel();
        m_pools = pools;
        m_rows.clear();
        for (const QString &pool : pools)
            m_rows.append(rowOf(pool));
        endResetModel();
        return;
    }
    for (int row = 0; row < m_pools.size(); ++row) {
        const Row now = rowOf(m_pools[row]);
        const Row before = std::exchange(m_rows[row], now);
        if (now.backupPool != before.backupPool || now.warnings != before.warnings)
            Q_EMIT dataChanged(index(row, BackupPoolColumn), index(row, NoteColumn));
        if (now.archive != before.archive)
            Q_EMIT dataChanged(index(row, ArchiveColumn), index(row, ArchiveColumn));
    }
}

int NewDeploymentPoolModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pools.size());
}

int NewDeploymentPoolModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString NewDeploymentPoolModel::note(const Row &row) const
{
    if (row.backupPool.isEmpty())
        return tr("left alone, no backup");
    return row.warnings.isEmpty() ? tr("supported") : row.warnings.join(u' ');
}

QString NewDeploymentPoolModel::text(int row, int column) const
{
    const QString &pool = m_pools[row];
    const Row &chosen = m_rows[row];
    switch (column) {
    case PoolColumn:
        return pool;
    case KindColumn:
        return m_state->kindOf(pool);
    case VersionColumn: {
        const QString version = m_state->versionOf(pool);
        return version.isEmpty() ? tr("not stated") : version;
    }
    case SiteColumn:
        return m_state->siteOf(pool);
    case BackupPoolColumn:
        return chosen.backupPool.isEmpty() ? tr("(none)") : chosen.backupPool;
    case NoteColumn:
        return note(chosen);
    case ArchiveColumn:
        return chosen.archive.isEmpty() ? tr("(none)") : QDir::toNativeSeparators(chosen.archive);
    default:
        return {};
    }
}

QVariant NewDeploymentPoolModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return plainToolTip(text(index.row(), index.column()));
    case Qt::EditRole:
        return index.column() == BackupPoolColumn ? row.backupPool : text(index.row(), index.column());
    case KeyRole:
        return m_pools[index.row()];
    case ToneRole:
        if (index.column() != NoteColumn)
            return {};
        return int(row.backupPool.isEmpty() || !row.warnings.isEmpty() ? StatusTone::Attention : StatusTone::Good);
    default:
        return {};
    }
}

bool NewDeploymentPoolModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole
        || index.column() != BackupPoolColumn)
        return false;
    m_state->setBackupPool(m_pools[index.row()], value.toString());
    return true;
}

QVariant NewDeploymentPoolModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PoolColumn:
        return tr("Pool");
    case KindColumn:
        return tr("Kind");
    case VersionColumn:
        return tr("Server version");
    case SiteColumn:
        return tr("Site");
    case BackupPoolColumn:
        return tr("Backup pool");
    case NoteColumn:
        return tr("Note");
    case ArchiveColumn:
        return tr("User data archive");
    default:
        return {};
    }
}

Qt::ItemFlags NewDeploymentPoolModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == BackupPoolColumn ? flags | Qt::ItemIsEditable : flags;
}

// That one can choose here.
void BackupPoolDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->icon = symbolIcon(QStringLiteral("down"));
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationPosition = QStyleOptionViewItem::Right;
}

QWidget *BackupPoolDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const NewDeploymentPoolModel *>(index.model());
    auto *choice = new QComboBox(parent);
    choice->setObjectName(QStringLiteral("backupPoolChoice"));
    const QString pool = index.data(KeyRole).toString();
    choice->setAccessibleName(tr("Backup pool of %1").arg(pool));
    choice->addItem(tr("(none)"), QString());
    const QStringList pools = model ? model->state()->pools() : QStringList();
    for (const QString &other : pools) {
        if (other != pool)
            choice->addItem(other, other);
    }
    // A choice counts at once; the editor goes with it.
    auto *delegate = const_cast<BackupPoolDelegate *>(this);
    connect(choice, &QComboBox::activated, delegate, [delegate, choice] {
        Q_EMIT delegate->commitData(choice);
        Q_EMIT delegate->closeEditor(choice);
    });
    // Open from the start: in a closed one every arrow key would already be a choice.
    QMetaObject::invokeMethod(choice, &QComboBox::showPopup, Qt::QueuedConnection);
    return choice;
}

void BackupPoolDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *choice = static_cast<QComboBox *>(editor);
    choice->setCurrentIndex(std::max(0, choice->findData(index.data(Qt::EditRole))));
}

void BackupPoolDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    model->setData(index, static_cast<QComboBox *>(editor)->currentData());
}

} // namespace cspool
