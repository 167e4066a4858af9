// NewDeploymentPoolModel: the pools of a topology document that can be backed up, with what was chosen for each.
#pragma once

#include "ui/deployments/new_deployment_state.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace cspool {

// Lives in the window's thread.
class NewDeploymentPoolModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        PoolColumn,
        KindColumn,
        VersionColumn,
        SiteColumn,
        BackupPoolColumn, // editable: an FQDN, empty for none (Qt::EditRole)
        NoteColumn,
        ArchiveColumn,
        ColumnCount,
    };

    // `state` must outlive it.
    explicit NewDeploymentPoolModel(NewDeploymentState *state, QObject *parent = nullptr);

    NewDeploymentState *state() const { return m_state; }
    QString pool(int row) const { return m_pools.value(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QString backupPool;
        QStringList warnings;
        QString archive;
        bool operator==(const Row &) const = default;
    };
    Row rowOf(const QString &pool) const;
    void update();
    QString text(int row, int column) const;
    QString note(const Row &row) const;

    NewDeploymentState *m_state;
    QStringList m_pools;
    QList<Row> m_rows; // as shown
};

// Chooses the backup pool in a list of all pools that can be one.
class BackupPoolDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace cspool
