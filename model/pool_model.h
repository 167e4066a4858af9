// PoolModel: the pools of a deployment as a table: what each is, whether its backup is up to date, and how far every
// word can be trusted.
#pragma once

#include "model/item_roles.h"
#include "model/pool_cells.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace cspool {

// Lives in the window's thread; is fed with what others have read. One row for each pool, one column for each
// PoolColumn. A row keeps its place while its pool is there; new ones come last: sorting is for proxies.
class PoolModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int PortionSize = 500; // rows that are added at a time

    enum Role {
        CanBeBackedUpRole = FirstModelRole, // bool
        HasBackupPoolRole, // bool
        // bool: a problem, something to look at, or a status of a backup that is not known or old. Never false for
        // lack of knowledge.
        NeedsAttentionRole,
    };

    explicit PoolModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    // Forgets everything, as when another deployment is opened.
    void clear();
    // Adds and removes rows by FQDN and changes cells. A failed reading keeps the rows and shows them as old. New rows
    // come in portions, so that nobody waits for very many: the first at once, the others from the event loop.
    void setPools(const Reading<QList<Pool>> &pools);
    // Adds at once what is still to come.
    void completeRows();
    // Nothing happens for a pool that is not there.
    void setStatus(const QString &fqdn, const Reading<BackupServiceStatus> &status, const QStringList &warnings = {});
    void setPoolStates(const Reading<QHash<QString, PoolState>> &states);
    void setCentralManagement(const Reading<CentralManagementStoreStatus> &status);
    // For the server versions of pools for which Get-CsPool tells none.
    void setServices(const Reading<QList<Service>> &services);
    bool areVersionsMissing() const; // of a pool that can be backed up, by Get-CsPool
    // The latest ended run for each pool; `areComplete`: false when older ones were left out.
    void setLastRuns(const Reading<QHash<QString, JobInfo>> &runs, bool areComplete = true);
    // A run that has just ended takes the place of an older one.
    void setLastRun(const JobInfo &run);
    // Tells what the time is and from which age on a reading is old: ages are written anew.
    void setNow(const QDateTime &now);
    void setOldAge(std::chrono::seconds age);

    int rowOf(const QString &fqdn) const; // -1: not there
    // Only for rows that exist.
    const PoolFacts &facts(int row) const { return m_rows[row]->facts; }
    const Pool &pool(int row) const { return facts(row).pool; }
    std::optional<PoolState> poolState(const QString &fqdn) const; // nothing: not known or not reported
    // Every one of the words is in one of the row's cells; `words` in folded case. Ages are not looked at.
    bool matches(int row, const QStringList &words) const;
    bool needsAttention(int row) const;
    // Compares two cells of one column by their native values.
    bool isLess(int leftRow, int rightRow, PoolColumn column) const;

private:
    struct Row
    {
        PoolFacts facts;
        std::array<PoolCell, PoolColumnCount> cells; // as shown
        std::array<QVariant, PoolColumnCount> sortKeys;
        QString topologyText; // the words of its cells in folded case, for matches()
        QString statusText;
    };
    using Columns = std::vector<PoolColumn>;

    std::unique_ptr<Row> makeRow(const Pool &pool) const;
    // True: the column's cell has changed.
    bool updateCell(Row *row, PoolColumn column) const;
    static void updateSearchText(Row *row, const Columns &columns);
    void updateRow(int row, const Columns &columns);
    // `concerns`: which rows can have changed at all; empty: any.
    void updateAllRows(const Columns &columns, const std::function<bool(const Row &row)> &concerns = {});
    // What of the surroundings is shown as old, and how old: cells that share a reading change together.
    struct Ages
    {
        bool arePoolsOld = false;
        QString ofStates; // empty: not old
        QString ofCentralManagement;
    };
    Ages ages() const;
    void updateAges(const Ages &before);
    void emitChanged(PoolColumn column, const std::vector<int> &rows);
    void emitReadAgain(const Columns &columns);
    void removeMissing(const QList<Pool> &pools);
    void changePresent(const QList<Pool> &pools);
    void findNew();
    void addPortion();
    void indexRows();
    QString toolTip(int row, PoolColumn column) const;

    PoolSurroundings m_surroundings;
    std::vector<std::unique_ptr<Row>> m_rows; // pointers: rows are large and move when others are removed
    QHash<QString, int> m_rowOfFqdn;
    QList<Pool> m_pools; // as last set: setting the same again shall cost nothing
    std::deque<qsizetype> m_waiting; // of m_pools: those that are still to get a row
    QTimer m_portionTimer;
};

} // namespace cspool
