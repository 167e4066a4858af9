#include "backend/failover/operation_store.h"

#include "backend/file_sync.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSet>

#include <algorithm>
#include <chrono>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Beyond these it was not written by this program.
constexpr qint64 MaximumFileBytes = 64 * 1024 * 1024;
constexpr int MaximumEvents = 100'000;

// Somebody who only looks whether an operation is held has its lock for a moment.
constexpr std::chrono::milliseconds LockPatience{500};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::OperationStore)
};

QString nameOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

Error notWritten(const QString &path, const QString &reason)
{
    return {ErrorCategory::WriteError, u"OperationNotWritten"_s,
            Text::tr("The record of the operation, %1, could not be written: %2").arg(shown(path), reason),
            Text::tr("Check the folder's permissions and the free space on its disk, then try again."), path};
}

Error notRead(const QString &path, const QString &reason)
{
    return {ErrorCategory::ReadError,
            u"OperationNotRead"_s,
            Text::tr("The record of the operation, %1, could not be read: %2").arg(shown(path), reason),
            {},
            path};
}

Error notARecord(const QString &path, const QString &reason)
{
    return {ErrorCategory::InvalidData, u"OperationDamaged"_s,
            Text::tr("%1 is not the record of an operation: %2").arg(shown(path), reason),
            Text::tr("Begin a new operation: its checks and steps are read from the deployment."), path};
}

// The step that an event is about; empty: none.
QString stepOf(const OperationEvent &event)
{
    return std::visit(
        [](const auto &content) {
            if constexpr (requires { content.step; })
                return content.step;
            else
                return QString();
        },
        event.content);
}

// What an operation's events always are: begun once, first, and about its own steps.
Result<> checkEvents(const QList<OperationEvent> &events, const QString &path)
{
    const auto *begun = std::get_if<OperationBegun>(&events.first().content);
    if (!begun)
        return notARecord(path, Text::tr("it does not begin with the beginning of one."));
    QSet<QString> steps;
    for (const FailoverStep &step : begun->steps)
        steps.insert(step.id());
    if (steps.size() != begun->steps.size())
        return notARecord(path, Text::tr("it holds a step twice."));
    for (const OperationEvent &event : events.sliced(1)) {
        if (std::holds_alternative<OperationBegun>(event.content))
            return notARecord(path, Text::tr("it begins twice."));
        if (const QString step = stepOf(event); !step.isEmpty() && !steps.contains(step))
            return notARecord(path, Text::tr("it tells of a step, \"%1\", that it does not have.").arg(step.left(128)));
    }
    return {};
}

struct Content
{
    QList<OperationEvent> events;
    qint64 size = 0; // bytes of the whole lines; what follows them is torn
};

// A line that was still being written when its process or machine ended: without its end, or with blocks that never
// reached the disk.
bool isTorn(QByteArrayView line)
{
    return !line.endsWith('\n') || line.contains('\0');
}

Result<Content> parse(const QByteArray &bytes, const QString &path)
{
    Content content;
    for (int number = 1; content.size < bytes.size(); ++number) {
        const qsizetype end = bytes.indexOf('\n', content.size);
        const qsizetype length = (end < 0 ? bytes.size() : end + 1) - content.size;
        const QByteArray line = bytes.mid(content.size, length);
        if (content.size + length == bytes.size() && isTorn(line))
            break;
        Result<OperationEvent> event = operationEventFromJsonLine(line);
        if (!event) {
            Error error = event.error();
            error.message = Text::tr("Line %1 of %2: %3").arg(QString::number(number), shown(path), error.message);
            error.target = path;
            return error;
        }
        if (number > MaximumEvents)
            return notARecord(path, Text::tr("it holds too many events."));
        content.events.append(*std::move(event));
        content.size += length;
    }
    return content;
}

Result<Content> readContent(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink()) {
        return Error{ErrorCategory::ObjectNotFound,
                     u"OperationNotFound"_s,
                     Text::tr("The record of the operation, %1, is not there.").arg(shown(path)),
                     {},
                     path};
    }
    // A device or a pipe could be read for ever; a link leads who knows where, and would be written to.
    if (info.isSymLink() || !info.isFile())
        return notARecord(path, Text::tr("it is not an ordinary file."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return notRead(path, file.errorString());
    const QByteArray bytes = file.read(MaximumFileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return notRead(path, file.errorString());
    if (bytes.size() > MaximumFileBytes)
        return notARecord(path, Text::tr("it is too large."));
    Result<Content> content = parse(bytes, path);
    if (content && !content->events.isEmpty()) {
        if (const Result<> checked = checkEvents(content->events, path); !checked)
            return checked.error();
    }
    return content;
}

std::unique_ptr<QLockFile> makeLock(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0); // only a holder whose process is gone is stale, however long it works
    return lock;
}

Error held(const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    lock.getLockInfo(&process, &host, &program);
    return {ErrorCategory::ResourceBusy, u"OperationHeld"_s,
            process == 0 ? Text::tr("Another process has this operation open.")
                         : Text::tr("Another process has this operation open: process %1 on %2 (\"%3\").")
                               .arg(QString::number(process), host, program),
            Text::tr("Go on with it there, or leave it there first. If that process no longer exists on its machine, "
                     "delete the file %1.")
                .arg(shown(lock.fileName())),
            lock.fileName()};
}

Result<> take(QLockFile &lock)
{
    while (!lock.tryLock(LockPatience)) {
        if (lock.error() != QLockFile::LockFailedError)
            return notWritten(lock.fileName(), Text::tr("no lock can be written there."));
        // One that nobody can read was torn with its machine; the lock of a process that lives is never removed so.
        qint64 process = 0;
        QString host;
        QString program;
        if (lock.getLockInfo(&process, &host, &program) || !lock.removeStaleLockFile())
            return held(lock);
    }
    return {};
}

} // namespace

struct OperationFile::Private
{
    QUuid id;
    std::unique_ptr<QLockFile> lock; // released after `file` is closed
    QFile file;
    QList<OperationEvent> events;
    qint64 size = 0; // bytes of `events`

    // Whatever lies behind the events, of an attempt that failed or a process that is gone.
    bool cutOff() { return file.size() == size || file.resize(size); }
};

OperationFile::OperationFile()
    : d(std::make_unique<Private>())
{
}

OperationFile::~OperationFile()
{
    if (d->events.isEmpty() && d->file.isOpen())
        d->file.remove();
}

QUuid OperationFile::id() const
{
    return d->id;
}

QString OperationFile::path() const
{
    return d->file.fileName();
}

const QList<OperationEvent> &OperationFile::events() const
{
    return d->events;
}

Result<> OperationFile::add(const QList<OperationEvent> &events)
{
    if (!d->cutOff() || !d->file.seek(d->size))
        return notWritten(path(), d->file.errorString());
    QByteArray lines;
    for (const OperationEvent &event : events)
        lines += toJsonLine(event) + '\n';
    if (d->file.write(lines) != lines.size()) {
        const QString reason = d->file.errorString();
        d->cutOff();
        return notWritten(path(), reason);
    }
    if (const Result<> synced = syncFile(d->file); !synced) {
        d->cutOff();
        return synced;
    }
    d->size += lines.size();
    d->events += events;
    return {};
}

OperationStore::OperationStore(const QString &folder)
    : m_folder(QDir(folder).absolutePath())
{
}

Result<std::unique_ptr<OperationFile>> OperationStore::create()
{
    if (!QDir().mkpath(m_folder))
        return notWritten(m_folder, tr("the folder cannot be made."));
    // Which pools are failed over is nobody else's business on this machine.
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    std::unique_ptr<OperationFile> made(new OperationFile);
    made->d->id = QUuid::createUuid();
    const QString path = m_folder + u'/' + nameOf(made->d->id);
    made->d->lock = makeLock(path + u".lock"_s);
    if (const Result<> taken = take(*made->d->lock); !taken)
        return taken.error();
    made->d->file.setFileName(path + u".jsonl"_s);
    // Without a buffer of its own: what it held would be lost with the process.
    if (!made->d->file.open(QIODevice::ReadWrite | QIODevice::NewOnly | QIODevice::Unbuffered))
        return notWritten(made->path(), made->d->file.errorString());
    if (const Result<> synced = syncFolder(m_folder); !synced)
        return synced.error();
    return made;
}

Result<std::unique_ptr<OperationFile>> OperationStore::open(const QUuid &id)
{
    const QString path = m_folder + u'/' + nameOf(id);
    // Before its lock is made: there shall be none of an operation that is not there.
    if (!QFileInfo::exists(path + u".jsonl"_s))
        return readContent(path + u".jsonl"_s).error();
    std::unique_ptr<OperationFile> opened(new OperationFile);
    opened->d->id = id;
    opened->d->lock = makeLock(path + u".lock"_s);
    if (const Result<> taken = take(*opened->d->lock); !taken)
        return taken.error();
    Result<Content> content = readContent(path + u".jsonl"_s);
    if (!content)
        return content.error();
    if (content->events.isEmpty())
        return notARecord(path + u".jsonl"_s, tr("it holds no events, because the operation was never begun."));
    opened->d->file.setFileName(path + u".jsonl"_s);
    if (!opened->d->file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        return notWritten(opened->path(), opened->d->file.errorString());
    opened->d->events = std::move(content->events);
    opened->d->size = content->size;
    if (!opened->d->cutOff())
        return notWritten(opened->path(), opened->d->file.errorString());
    if (const Result<> synced = syncFile(opened->d->file); !synced)
        return synced.error();
    return opened;
}

Result<QList<OperationEvent>> OperationStore::read(const QUuid &id) const
{
    Result<Content> content = readContent(m_folder + u'/' + nameOf(id) + u".jsonl"_s);
    if (!content)
        return content.error();
    return std::move(content->events);
}

namespace {

bool isHeld(const QString &lockPath)
{
    if (!QFileInfo::exists(lockPath))
        return false;
    const std::unique_ptr<QLockFile> probe = makeLock(lockPath);
    return !probe->tryLock(0) && probe->error() == QLockFile::LockFailedError;
}

OperationSummary summaryOf(const QUuid &id, const QList<OperationEvent> &events)
{
    const auto &begun = std::get<OperationBegun>(events.first().content);
    OperationSummary summary;
    summary.id = id;
    summary.goal = begun.goal;
    summary.backupPool = begun.backupPool;
    summary.deployment = begun.deployment;
    summary.user = events.first().user;
    summary.begun = events.first().time;
    summary.lastEvent = events.last().time;
    for (const OperationEvent &event : events) {
        if (const auto *ended = std::get_if<OperationEnded>(&event.content)) {
            summary.hasEnded = true;
            summary.isComplete = ended->isComplete;
        }
    }
    return summary;
}

} // namespace

QList<OperationSummary> OperationStore::list(QList<Error> *problems) const
{
    QList<OperationSummary> summaries;
    const QStringList names = QDir(m_folder).entryList({u"*.jsonl"_s}, QDir::AllEntries | QDir::System | QDir::Hidden);
    for (const QString &name : names) {
        const QUuid id = QUuid::fromString(name.chopped(6));
        if (id.isNull() || nameOf(id) != name.chopped(6))
            continue; // not one of ours
        const Result<QList<OperationEvent>> events = read(id);
        if (!events && problems)
            problems->append(events.error());
        if (!events || events->isEmpty())
            continue;
        summaries.append(summaryOf(id, *events));
        summaries.last().isHeld = isHeld(m_folder + u'/' + nameOf(id) + u".lock"_s);
    }
    std::stable_sort(summaries.begin(), summaries.end(),
                     [](const OperationSummary &a, const OperationSummary &b) { return a.begun > b.begun; });
    return summaries;
}

namespace {

// Edge pools of whose steps something was begun, and whose goals were reached when they were last looked at.
QStringList movedBy(const QList<OperationEvent> &events)
{
    QStringList moved;
    for (const FailoverStep &step : std::get<OperationBegun>(events.first().content).steps) {
        if (step.kind != FailoverStepKind::EdgeNextHop)
            continue;
        bool isBegun = false;
        bool isReached = false;
        for (const OperationEvent &event : events) {
            if (stepOf(event) != step.id())
                continue;
            isBegun |= std::holds_alternative<StepStarted>(event.content)
                || std::holds_alternative<StepRunElsewhere>(event.content);
            if (const auto *verified = std::get_if<StepVerified>(&event.content))
                isReached = verified->finding.state == StepFinding::State::Reached;
        }
        if (isBegun && isReached)
            moved.append(step.subject);
    }
    return moved;
}

} // namespace

bool OperationSummary::sharesPoolsWith(const DeploymentInfo &other) const
{
    return deployment.id == other.id
        || (deployment.kind == DeploymentKind::Server && other.kind == DeploymentKind::Server);
}

QStringList OperationStore::movedEdgePools(const QString &pool, const DeploymentInfo &deployment) const
{
    QStringList moved;
    const QList<OperationSummary> summaries = list();
    for (const OperationSummary &summary : summaries) {
        if (summary.goal.pool != pool || !summary.sharesPoolsWith(deployment))
            continue;
        if (summary.goal.direction == FailoverDirection::FailBack && summary.isComplete)
            break;
        const Result<QList<OperationEvent>> events = read(summary.id);
        if (summary.goal.direction == FailoverDirection::FailOver && events && !events->isEmpty())
            moved += movedBy(*events);
    }
    moved.removeDuplicates();
    return moved;
}

} // namespace cspool
