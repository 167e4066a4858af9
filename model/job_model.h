// JobModel: jobs of this process and of the history as rows, the newest first.
#pragma once

#include "model/item_roles.h"
#include "model/job.h"
#include "model/status_tone.h"

#include <QAbstractTableModel>

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace cspool {

// Holds values only: who feeds it also tells it the time, from which durations are reckoned. A job of the history that
// has not ended and is not one of this process is run by another one.
class JobModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StateColumn, // the outcome once it has ended
        CmdletColumn,
        PoolColumn,
        ProgressColumn,
        ActivityColumn, // of an ended job: what ended it
        StartedColumn,
        ElapsedColumn,
        RemainingColumn,
        WarningsColumn,
        ErrorsColumn,
        UserColumn,
        DeploymentColumn,
        ColumnCount,
    };
    enum Role {
        // int, 0 to 100, of the progress column: only while the job works; -1: how far it is, is not known.
        PercentRole = FirstModelRole,
        // QString, of the progress column: units, "Documents: 1,200 of 20,000".
        UnitsRole,
    };

    explicit JobModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    // What the history holds now, in any order. Jobs of this process keep what setJob() told of them; others that are
    // not in the list any more are removed.
    void setHistory(const QList<JobInfo> &jobs);
    // Of a job of this process: inserted, or updated.
    void setJob(const JobInfo &job);
    // Null: it waits for nobody, or nobody knows for whom.
    void setWaitsFor(const QUuid &job, const QUuid &other);
    // Nothing: no activity is under way.
    void setProgress(const QUuid &job, const std::optional<ProgressRecord> &progress);
    // UTC. Changes the durations of jobs that are under way.
    void setNow(const QDateTime &now);
    // Ended jobs whose end, or whose start when their end is not known, lies before `time`.
    void removeEndedBefore(const QDateTime &time);

    int rowOf(const QUuid &job) const; // -1: none
    const JobInfo &job(int row) const { return m_rows.at(size_t(row)).info; }
    bool isElsewhere(int row) const; // another process runs it
    QUuid waitsFor(int row) const { return m_rows.at(size_t(row)).waitsFor; }
    std::optional<ProgressRecord> progress(int row) const { return m_rows.at(size_t(row)).progress; }

private:
    struct Row
    {
        JobInfo info;
        bool isOwn = false; // of this process
        QUuid waitsFor = {};
        std::optional<ProgressRecord> progress = {};
        QDateTime progressAt = {};
    };
    struct Cell
    {
        QString text = {};
        QVariant sort = {};
        StatusTone tone = StatusTone::None;
        std::optional<int> percent = {};
        bool isUnderWay = false; // what a list sorted by start puts first

        bool operator==(const Cell &) const = default;
    };
    using Cells = std::array<Cell, ColumnCount>;

    Cell cell(const Row &row, int column) const;
    Cell activityCell(const Row &row) const;
    Cell progressCell(const Row &row) const;
    Cells cells(const Row &row) const;
    QString toolTip(const Row &row, int column) const;
    qint64 elapsedSeconds(const Row &row) const; // -1: not known
    qint64 remainingSeconds(const Row &row) const; // not positive: not known
    void emitChanges(int row, const Cells &before);
    // Applies `change` to the row and tells which of its cells differ afterwards.
    template <typename Change> void update(int row, Change change);
    void insert(std::vector<Row> rows); // sorted, none of them there
    void removeIf(const std::function<bool(const Row &)> &isGone);

    std::vector<Row> m_rows; // newest first
    QDateTime m_now;
};

} // namespace cspool
