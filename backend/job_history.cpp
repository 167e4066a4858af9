#include "backend/job_history.h"

#include "backend/record_json.h"

#include <QDir>
#include <QFile>
#include <QLockFile>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// A line beyond this was not written by this program.
constexpr qint64 MaximumLineBytes = 16 * 1024 * 1024;

// Times in milliseconds since 1970, UTC. `outcome` is NULL until the run has ended. `process` names the lock of the
// process that runs it.
constexpr SchemaUpgrade upgrades[] = {
    {1, R"(
        CREATE TABLE runs (
            id TEXT PRIMARY KEY,
            deployment TEXT NOT NULL,
            deployment_name TEXT NOT NULL,
            command_line TEXT NOT NULL,
            cmdlet TEXT NOT NULL,
            pool TEXT NOT NULL,
            user TEXT NOT NULL,
            queued INTEGER NOT NULL,
            started INTEGER,
            ended INTEGER,
            outcome TEXT,
            report_path TEXT NOT NULL DEFAULT '',
            message TEXT NOT NULL DEFAULT '',
            warnings INTEGER NOT NULL DEFAULT 0,
            errors INTEGER NOT NULL DEFAULT 0,
            process TEXT NOT NULL
        ) STRICT;
        CREATE INDEX runs_by_time ON runs (queued);
        CREATE INDEX runs_without_end ON runs (process) WHERE outcome IS NULL;
    )"},
    {2, "ALTER TABLE runs ADD COLUMN deployment_location TEXT NOT NULL DEFAULT ''"},
    {3, "ALTER TABLE runs ADD COLUMN server_report_path TEXT NOT NULL DEFAULT ''"},
};

constexpr auto Columns
    = "id, deployment, deployment_name, command_line, cmdlet, pool, user, queued, started, ended, outcome, "
      "report_path, message, warnings, errors, deployment_location, server_report_path"_L1;

void bindTime(Statement &statement, int index, const QDateTime &time)
{
    if (time.isValid())
        statement.bind(index, qint64(time.toMSecsSinceEpoch()));
    else
        statement.bindNull(index);
}

QDateTime timeAt(const Statement &statement, int column)
{
    return statement.isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(statement.int64(column), Qt::UTC);
}

JobInfo jobAt(const Statement &row)
{
    JobInfo job;
    job.id = QUuid::fromString(row.text(0));
    job.deploymentId = QUuid::fromString(row.text(1));
    job.deploymentName = row.text(2);
    job.commandLine = row.text(3);
    job.cmdlet = row.text(4);
    job.pool = row.text(5);
    job.user = row.text(6);
    job.queued = timeAt(row, 7);
    job.started = timeAt(row, 8);
    job.ended = timeAt(row, 9);
    const std::optional<Outcome> outcome = outcomeFromString(row.text(10));
    job.outcome = outcome.value_or(Outcome::Succeeded);
    if (outcome)
        job.state = JobState::Finished;
    else
        job.state = job.started.isValid() ? JobState::Running : JobState::Queued;
    job.reportPath = row.text(11);
    job.message = row.text(12);
    job.warningCount = row.int64(13);
    job.errorCount = row.int64(14);
    job.deploymentLocation = row.text(15);
    job.serverReportPath = row.text(16);
    return job;
}

QString name(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

std::unique_ptr<QLockFile> makeLock(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0); // only a holder whose process is gone is stale, however long it runs
    return lock;
}

} // namespace

struct JobHistory::Private
{
    QString folder;
    Database database;
    QUuid process;
    std::unique_ptr<QLockFile> lock;
    // Where the last reading of a log ended: paging forward need not begin at the first line again.
    struct
    {
        QUuid job;
        qint64 record = 0;
        qint64 byte = 0;
    } position;

    QString lockPath(const QString &process) const { return folder + "/locks/"_L1 + process + ".lock"_L1; }

    bool isAlive(const QString &other) const
    {
        if (other == name(process))
            return true;
        if (!QFile::exists(lockPath(other)))
            return false;
        const std::unique_ptr<QLockFile> probe = makeLock(lockPath(other));
        // An error other than "held" (a read-only folder) proves nothing.
        return !probe->tryLock(0);
    }
};

JobHistory::JobHistory(std::unique_ptr<Private> d)
    : d(std::move(d))
{
}

JobHistory::~JobHistory() = default;

Result<std::unique_ptr<JobHistory>> JobHistory::open(const QString &folder)
{
    const QString path = QDir(folder).absolutePath();
    if (!QDir().mkpath(path + "/logs"_L1) || !QDir().mkpath(path + "/locks"_L1)) {
        return Error{
            ErrorCategory::WriteError, u"HistoryNotWritable"_s,
            tr("The folder of the job history, %1, cannot be made or written.").arg(QDir::toNativeSeparators(path)),
            tr("Check the folder's permissions and the free space on its disk."), path};
    }
    // Which users and pools were worked on is nobody else's business on this machine.
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QUuid process = QUuid::createUuid();
    std::unique_ptr<QLockFile> lock = makeLock(path + "/locks/"_L1 + name(process) + ".lock"_L1);
    if (!lock->tryLock(0)) {
        return Error{
            ErrorCategory::WriteError, u"HistoryNotWritable"_s,
            tr("No lock can be written in the folder of the job history, %1.").arg(QDir::toNativeSeparators(path)),
            tr("Check the folder's permissions and the free space on its disk."), path};
    }
    Result<Database> database = Database::open(path + "/history.sqlite"_L1, OpenMode::Create);
    if (!database)
        return database.error();
    if (const Result<> upgraded = upgradeSchema(*database, {std::begin(upgrades), std::end(upgrades)}); !upgraded)
        return upgraded.error();
    std::unique_ptr<JobHistory> history(new JobHistory(
        std::unique_ptr<Private>(new Private{path, std::move(*database), process, std::move(lock), {}})));
    if (const Result<> marked = history->markInterrupted(); !marked)
        return marked.error();
    return history;
}

Result<> JobHistory::markInterrupted()
{
    Result<Statement> open = d->database.prepare(u"SELECT DISTINCT process FROM runs WHERE outcome IS NULL"_s);
    if (!open)
        return open.error();
    QStringList gone;
    for (;;) {
        const Result<bool> row = open->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        if (const QString process = open->text(0); !d->isAlive(process))
            gone.append(process);
    }
    if (gone.isEmpty())
        return {};
    Result<Statement> mark
        = d->database.prepare(u"UPDATE runs SET outcome = ?1 WHERE process = ?2 AND outcome IS NULL"_s);
    if (!mark)
        return mark.error();
    for (const QString &process : std::as_const(gone)) {
        mark->bind(1, toString(Outcome::Interrupted)).bind(2, process);
        if (const Result<> marked = mark->run(); !marked)
            return marked;
    }
    return {};
}

Result<> JobHistory::recordQueued(const JobInfo &job)
{
    Result<Statement> insert
        = d->database.prepare(u"INSERT OR IGNORE INTO runs (id, deployment, deployment_name, command_line, cmdlet, "
                              "pool, user, queued, process, deployment_location) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"_s);
    if (!insert)
        return insert.error();
    insert->bind(1, name(job.id))
        .bind(2, name(job.deploymentId))
        .bind(3, job.deploymentName)
        .bind(4, job.commandLine)
        .bind(5, job.cmdlet)
        .bind(6, job.pool)
        .bind(7, job.user)
        .bind(9, name(d->process))
        .bind(10, job.deploymentLocation);
    bindTime(*insert, 8, job.queued);
    return insert->run();
}

Result<> JobHistory::recordStarted(const JobInfo &job)
{
    Result<Statement> update = d->database.prepare(u"UPDATE runs SET started = ?2 WHERE id = ?1"_s);
    if (!update)
        return update.error();
    update->bind(1, name(job.id));
    bindTime(*update, 2, job.started);
    return update->run();
}

QString JobHistory::folder() const
{
    return d->folder;
}

QString JobHistory::logPath(const QString &folder, const QUuid &job)
{
    return folder + "/logs/"_L1 + name(job) + ".jsonl"_L1;
}

Result<> JobHistory::recordFinished(const JobInfo &job)
{
    if (const Result<> queued = recordQueued(job); !queued)
        return queued;
    Result<Statement> update = d->database.prepare(
        u"UPDATE runs SET started = ?8, ended = ?2, outcome = ?3, report_path = ?4, message = ?5, warnings = ?6, "
        "errors = ?7, server_report_path = ?9 WHERE id = ?1"_s);
    if (!update)
        return update.error();
    update->bind(1, name(job.id))
        .bind(3, toString(job.outcome))
        .bind(4, job.reportPath)
        .bind(5, job.message)
        .bind(6, job.warningCount)
        .bind(7, job.errorCount)
        .bind(9, job.serverReportPath);
    bindTime(*update, 2, job.ended);
    bindTime(*update, 8, job.started);
    return update->run();
}

Result<QList<JobInfo>> JobHistory::jobs(const QUuid &deployment, int limit)
{
    if (const Result<> marked = markInterrupted(); !marked)
        return marked.error();
    Result<Statement> select = d->database.prepare("SELECT "_L1 + Columns
                                                   + " FROM runs WHERE ?1 = '' OR deployment = ?1 "
                                                     "ORDER BY queued DESC, rowid DESC LIMIT ?2"_L1);
    if (!select)
        return select.error();
    select->bind(1, deployment.isNull() ? u""_s : name(deployment)).bind(2, limit);
    QList<JobInfo> jobs;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return jobs;
        jobs.append(jobAt(*select));
    }
}

Result<QList<Record>> JobHistory::records(const QUuid &job, qint64 offset, qint64 limit)
{
    QFile log(logPath(d->folder, job));
    if (!log.exists())
        return QList<Record>();
    if (!log.open(QIODevice::ReadOnly)) {
        return Error{ErrorCategory::ReadError,
                     u"HistoryNotReadable"_s,
                     tr("The log of the run, %1, could not be read: %2")
                         .arg(QDir::toNativeSeparators(log.fileName()), log.errorString()),
                     {},
                     log.fileName()};
    }
    auto &position = d->position;
    if (position.job != job || position.record > offset || !log.seek(position.byte)) {
        position = {job, 0, 0};
        log.seek(0);
    }
    QList<Record> records;
    // One for all lines: to get and give back as much for each would take longer than to read it.
    QByteArray line(MaximumLineBytes, Qt::Uninitialized);
    while (records.size() < limit && !log.atEnd()) {
        const qint64 size = log.readLine(line.data(), line.size());
        if (size < 1 || line.at(size - 1) != '\n')
            break; // still being written, or cut off
        position.byte = log.pos();
        if (position.record++ >= offset)
            records.append(recordFromLine(QByteArray(line.constData(), size)));
    }
    return records;
}

Result<qint64> JobHistory::removeOlderThan(int days)
{
    const qint64 limit = QDateTime::currentDateTimeUtc().addDays(-days).toMSecsSinceEpoch();
    Result<Statement> select = d->database.prepare(
        u"SELECT id FROM runs WHERE outcome IS NOT NULL AND coalesce(ended, started, queued) < ?1"_s);
    if (!select)
        return select.error();
    select->bind(1, limit);
    QStringList ids;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        ids.append(select->text(0));
    }
    Result<Statement> remove = d->database.prepare(u"DELETE FROM runs WHERE id = ?1"_s);
    if (!remove)
        return remove.error();
    for (const QString &id : std::as_const(ids)) {
        // First: a log without a row would never be found again.
        QFile::remove(logPath(d->folder, QUuid::fromString(id)));
        remove->bind(1, id);
        if (const Result<> removed = remove->run(); !removed)
            return removed.error();
    }
    return qint64(ids.size());
}

} // namespace cspool
