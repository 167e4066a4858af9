// PoolsTable: the table of pools: columns that are moved, hidden and remembered, rows copied as text, and which rows
// are in sight.
#pragma once

#include "model/pool_filter_model.h"

#include <QTableView>
#include <QTimer>

class QMenu;

namespace cspool {

class Settings;

class PoolsTable : public QTableView
{
    Q_OBJECT

public:
    // Both must outlive it.
    PoolsTable(PoolFilterModel *pools, Settings *settings, QWidget *parent = nullptr);
    ~PoolsTable() override;

    QStringList selectedPools() const; // in the order of the table
    std::vector<int> selectedRows() const; // of the PoolModel, in the order of the table
    QString currentPool() const; // empty: none
    // False: it is not in the table.
    bool selectPool(const QString &fqdn);
    QStringList visiblePools() const; // from top to bottom

    // A line for the headers, then one for each selected row: the columns that are shown, in their order, between tabs.
    QString selectionAsText() const;
    // One action for each column, checked while it is shown, and one that shows them as they were at first. Owned by
    // the table.
    QMenu *columnsMenu() const { return m_columnsMenu; }

Q_SIGNALS:
    // Some other rows are in sight, or the same in another order; a moment after the last of many changes.
    void visiblePoolsChanged();
    void contextMenuRequested(const QPoint &globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;

private:
    PoolFilterModel *filter() const;
    QString poolAt(int row) const;
    void setUpHeader();
    void setUpColumnsMenu();
    void resetColumns();
    void restoreColumns();
    void saveColumns();
    void fitRowsToFont();

    Settings *m_settings;
    QMenu *m_columnsMenu;
    QTimer m_visibleTimer;
    QTimer m_saveTimer;
};

} // namespace cspool
