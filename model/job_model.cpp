#include "model/job_model.h"

#include "model/job_text.h"
#include "model/time_text.h"
#include "model/tool_tip.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

bool isUnderWay(const JobInfo &job)
{
    return job.state != JobState::Finished;
}

bool isNewer(const JobInfo &a, const JobInfo &b)
{
    return a.queued > b.queued;
}

// An error's message may be long; a cell shows its first line.
QString firstLine(const QString &text)
{
    return text.section(u'\n', 0, 0).trimmed();
}

} // namespace

JobModel::JobModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_now(QDateTime::currentDateTimeUtc())
{
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int JobModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

int JobModel::rowOf(const QUuid &job) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &row) { return row.info.id == job; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

bool JobModel::isElsewhere(int row) const
{
    const Row &found = m_rows.at(size_t(row));
    return !found.isOwn && isUnderWay(found.info);
}

qint64 JobModel::elapsedSeconds(const Row &row) const
{
    if (!row.info.started.isValid())
        return -1;
    if (isUnderWay(row.info))
        return row.info.started.secsTo(m_now);
    return row.info.ended.isValid() ? row.info.started.secsTo(row.info.ended) : -1;
}

qint64 JobModel::remainingSeconds(const Row &row) const
{
    const JobState state = row.info.state;
    if (!row.progress || row.progress->secondsRemaining <= 0
        || (state != JobState::Running && state != JobState::WaitingForAnswer))
        return -1;
    // What was estimated a while ago has become less; once it is used up, nothing is known any more.
    return row.progress->secondsRemaining - row.progressAt.secsTo(m_now);
}

JobModel::Cell JobModel::activityCell(const Row &row) const
{
    QString text;
    switch (row.info.state) {
    case JobState::Queued:
        if (const int other = rowOf(row.waitsFor); other >= 0)
            text = tr("Waits for %1").arg(jobName(job(other)));
        break;
    case JobState::WaitingForAnswer:
        text = tr("Asks a question and waits for the answer");
        break;
    case JobState::Running:
    case JobState::Cancelling:
        text = row.progress ? row.progress->activity : QString();
        break;
    case JobState::Finished:
        text = firstLine(row.info.message);
        break;
    }
    return {text, text.toLower()};
}

JobModel::Cell JobModel::progressCell(const Row &row) const
{
    const JobState state = row.info.state;
    if (!row.isOwn || (state != JobState::Running && state != JobState::Cancelling))
        return {{}, -2};
    const int percent = row.progress ? std::clamp(row.progress->percentComplete, -1, 100) : -1;
    QString text = row.progress ? row.progress->status : QString();
    if (text.isEmpty() && percent >= 0)
        text = QLocale().toString(percent) + QLocale().percent();
    return {text, percent, StatusTone::None, percent};
}

JobModel::Cell JobModel::cell(const Row &row, int column) const
{
    const JobInfo &info = row.info;
    const QLocale locale;
    switch (column) {
    case StateColumn: {
        const QString text = stateText(info, !row.isOwn && isUnderWay(info));
        return {text, text.toLower(), toneOf(info)};
    }
    case CmdletColumn:
        return {info.cmdlet, info.cmdlet.toLower()};
    case PoolColumn:
        return {info.pool, info.pool.toLower()};
    case ProgressColumn:
        return progressCell(row);
    case ActivityColumn:
        return activityCell(row);
    case StartedColumn:
        return {.text = timeText(info.started, m_now),
                .sort = info.started.isValid() ? info.started : info.queued,
                .isUnderWay = isUnderWay(info)};
    case ElapsedColumn: {
        const qint64 seconds = elapsedSeconds(row);
        return {seconds < 0 ? QString() : durationText(seconds), seconds};
    }
    case RemainingColumn: {
        const qint64 seconds = std::max<qint64>(remainingSeconds(row), 0);
        return {remainingText(seconds), seconds};
    }
    case WarningsColumn:
        return {info.warningCount > 0 ? locale.toString(info.warningCount) : QString(), info.warningCount};
    case ErrorsColumn:
        return {info.errorCount > 0 ? locale.toString(info.errorCount) : QString(), info.errorCount};
    case UserColumn:
        return {info.user, info.user.toLower()};
    case DeploymentColumn:
        return {info.deploymentName, info.deploymentName.toLower()};
    }
    return {};
}

JobModel::Cells JobModel::cells(const Row &row) const
{
    Cells result;
    for (int column = 0; column < ColumnCount; ++column)
        result[size_t(column)] = cell(row, column);
    return result;
}

QString JobModel::toolTip(const Row &row, int column) const
{
    const JobInfo &info = row.info;
    switch (column) {
    case StateColumn:
        if (isUnderWay(info) && !row.isOwn)
            return tr("Another process runs this job: cspool, or another window of this console. It can be cancelled "
                      "there.");
        if (!isUnderWay(info) && info.outcome == Outcome::Interrupted)
            return tr("The process that ran this job ended before the job did. When is not known.");
        return {};
    case ActivityColumn:
        return info.state == JobState::Finished ? info.message : cell(row, column).text;
    case StartedColumn:
        if (info.started.isValid())
            return tr("Started %1, %2").arg(ageText(info.started, m_now), fullTimeText(info.started));
        return tr("Queued %1, %2; not started").arg(ageText(info.queued, m_now), fullTimeText(info.queued));
    case ElapsedColumn:
        return info.ended.isValid() ? tr("Ended %1, %2").arg(ageText(info.ended, m_now), fullTimeText(info.ended))
                                    : QString();
    default:
        return cell(row, column).text;
    }
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(size_t(index.row()));
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, column).text;
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(row, column));
    case Qt::TextAlignmentRole:
        if (column == ElapsedColumn || column == WarningsColumn || column == ErrorsColumn)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole:
        return cell(row, column).sort;
    case KeyRole:
        return row.info.id;
    case ToneRole:
        if (const StatusTone tone = cell(row, column).tone; tone != StatusTone::None)
            return int(tone);
        return {};
    case PercentRole:
        if (const std::optional<int> percent = cell(row, column).percent)
            return *percent;
        return {};
    case UnitsRole:
        return column == ProgressColumn ? cell(row, column).text : QString();
    default:
        return {};
    }
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case StateColumn:
        return tr("State");
    case CmdletColumn:
        return tr("Cmdlet");
    case PoolColumn:
        return tr("Pool");
    case ProgressColumn:
        return tr("Progress");
    case ActivityColumn:
        return tr("Activity");
    case StartedColumn:
        return tr("Started");
    case ElapsedColumn:
        return tr("Elapsed");
    case RemainingColumn:
        return tr("Remaining");
    case WarningsColumn:
        return tr("Warnings");
    case ErrorsColumn:
        return tr("Errors");
    case UserColumn:
        return tr("User");
    case DeploymentColumn:
        return tr("Deployment");
    }
    return {};
}

void JobModel::emitChanges(int row, const Cells &before)
{
    const Cells after = cells(m_rows.at(size_t(row)));
    for (int column = 0; column < ColumnCount; ++column) {
        if (after[size_t(column)] != before[size_t(column)])
            Q_EMIT dataChanged(index(row, column), index(row, column));
    }
}

template <typename Change> void JobModel::update(int row, Change change)
{
    Row &found = m_rows.at(size_t(row));
    const Cells before = cells(found);
    change(found);
    emitChanges(row, before);
}

// Rows that come to lie side by side are inserted in one step.
void JobModel::insert(std::vector<Row> rows)
{
    for (size_t begin = 0; begin < rows.size();) {
        const auto position = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                           [&](const Row &row) { return !isNewer(row.info, rows[begin].info); });
        size_t end = begin + 1;
        while (end < rows.size() && (position == m_rows.cend() || !isNewer(position->info, rows[end].info)))
            ++end;
        const int first = int(position - m_rows.cbegin());
        beginInsertRows({}, first, first + int(end - begin) - 1);
        m_rows.insert(position, std::make_move_iterator(rows.begin() + qsizetype(begin)),
                      std::make_move_iterator(rows.begin() + qsizetype(end)));
        endInsertRows();
        begin = end;
    }
}

void JobModel::removeIf(const std::function<bool(const Row &)> &isGone)
{
    for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
        if (!isGone(m_rows[size_t(last)]))
            continue;
        int first = last;
        while (first > 0 && isGone(m_rows[size_t(first) - 1]))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void JobModel::setHistory(const QList<JobInfo> &jobs)
{
    QHash<QUuid, const JobInfo *> listed;
    for (const JobInfo &job : jobs)
        listed.insert(job.id, &job);
    removeIf([&](const Row &row) { return !row.isOwn && !listed.contains(row.info.id); });
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const JobInfo *job = listed.take(m_rows[size_t(row)].info.id);
        if (job && !m_rows[size_t(row)].isOwn && *job != m_rows[size_t(row)].info)
            update(row, [&](Row &found) { found.info = *job; });
    }
    std::vector<Row> added;
    for (const JobInfo &job : jobs) {
        if (listed.contains(job.id))
            added.push_back({.info = job});
    }
    std::stable_sort(added.begin(), added.end(), [](const Row &a, const Row &b) { return isNewer(a.info, b.info); });
    insert(std::move(added));
}

void JobModel::setJob(const JobInfo &job)
{
    const int row = rowOf(job.id);
    if (row < 0) {
        insert({{.info = job, .isOwn = true}});
        return;
    }
    update(row, [&](Row &found) {
        found.info = job;
        found.isOwn = true;
        if (job.state != JobState::Queued)
            found.waitsFor = {};
        if (!isUnderWay(job))
            found.progress.reset();
    });
}

void JobModel::setWaitsFor(const QUuid &job, const QUuid &other)
{
    if (const int row = rowOf(job); row >= 0)
        update(row, [&](Row &found) { found.waitsFor = other; });
}

void JobModel::setProgress(const QUuid &job, const std::optional<ProgressRecord> &progress)
{
    const int row = rowOf(job);
    if (row < 0 || !isUnderWay(this->job(row)))
        return;
    update(row, [&](Row &found) {
        found.progress = progress;
        found.progressAt = m_now;
    });
}

void JobModel::setNow(const QDateTime &now)
{
    const QDateTime before = std::exchange(m_now, now);
    const auto cellsAt = [this](const Row &row, const QDateTime &time) {
        const QDateTime kept = std::exchange(m_now, time);
        Cells result = cells(row);
        m_now = kept;
        return result;
    };
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (isUnderWay(m_rows[size_t(row)].info))
            emitChanges(row, cellsAt(m_rows[size_t(row)], before));
    }
    // What was of today is of yesterday now, and shown with its date.
    if (before.toLocalTime().date() != now.toLocalTime().date() && !m_rows.empty())
        Q_EMIT dataChanged(index(0, StartedColumn), index(int(m_rows.size()) - 1, StartedColumn));
}

void JobModel::removeEndedBefore(const QDateTime &time)
{
    removeIf([&](const Row &row) {
        if (isUnderWay(row.info))
            return false;
        const JobInfo &info = row.info;
        return (info.ended.isValid() ? info.ended : info.started.isValid() ? info.started : info.queued) < time;
    });
}

} // namespace cspool
