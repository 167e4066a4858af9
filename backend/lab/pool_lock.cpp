// PoolLock on QLockFile; beside each lock a small JSON file tells others who holds it.
#include "backend/lab/pool_lock.h"

#include "backend/user_name.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QLockFile>
#include <QSaveFile>
#include <QStorageInfo>
#include <QSysInfo>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds PollInterval = 100ms;
// A lock file without a readable holder belongs to a process that has just made it, or was killed doing so.
constexpr auto UnreadableLockGrace = 1s;

QString lockPath(const QString &folder, const QString &pool)
{
    return folder + '/'_L1 + pool + ".lock"_L1;
}

QString holderPath(const QString &lockPath)
{
    return lockPath + ".json"_L1;
}

// For others to read; the lock holds without it, so failing to write it is no error.
void writeHolder(const QString &lockPath, const QString &commandLine)
{
    const QJsonObject holder{{u"user"_s, currentUserName()},
                             {u"process"_s, QCoreApplication::applicationPid()},
                             {u"host"_s, QSysInfo::machineHostName()},
                             {u"command"_s, commandLine},
                             {u"since"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
    QSaveFile file(holderPath(lockPath));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(holder).toJson());
        file.commit();
    }
}

struct Holder
{
    qint64 process = 0; // 0: unknown
    QString host;
    QString user; // empty: unknown, as the next ones
    QString commandLine;
    QDateTime since;
};

Holder readHolder(const QLockFile &lock)
{
    Holder holder;
    QString application;
    lock.getLockInfo(&holder.process, &holder.host, &application);
    holder.commandLine = application;
    QFile file(holderPath(lock.fileName()));
    if (!file.open(QIODevice::ReadOnly))
        return holder;
    const QJsonObject object = QJsonDocument::fromJson(file.read(64 * 1024)).object();
    // One left behind by a killed holder says nothing of the present one.
    if (object[u"process"_s].toInteger() != holder.process)
        return holder;
    holder.user = object[u"user"_s].toString();
    if (const QString command = object[u"command"_s].toString(); !command.isEmpty())
        holder.commandLine = command;
    holder.since = QDateTime::fromString(object[u"since"_s].toString(), Qt::ISODate);
    return holder;
}

QString sinceText(const QDateTime &since)
{
    const QDateTime local = since.toLocalTime();
    const bool isToday = local.date() == QDate::currentDate();
    return QLocale().toString(local, isToday ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

QString busySentence(const QString &pool, const Holder &holder)
{
    if (holder.process == 0)
        return PoolLock::tr("Pool %1 is being worked on by another process.").arg(pool);
    const QString process = QString::number(holder.process);
    if (holder.user.isEmpty() || !holder.since.isValid()) {
        return PoolLock::tr("Pool %1 is being worked on by process %2 on %3 (\"%4\").")
            .arg(pool, process, holder.host, holder.commandLine);
    }
    return PoolLock::tr("Pool %1 is being worked on by %2 (process %3 on %4, \"%5\", since %6).")
        .arg(pool, holder.user, process, holder.host, holder.commandLine, sinceText(holder.since));
}

Error busy(const QString &pool, const QString &lockPath, const Holder &holder)
{
    QString action
        = PoolLock::tr("Wait until it is done and run the command again, or let it wait with --lock-timeout SECONDS.");
    // Whether a process lives can be seen on its own machine only.
    if (!holder.host.isEmpty() && holder.host != QSysInfo::machineHostName()) {
        action += u' '
            + PoolLock::tr("If that process no longer exists on %1, delete the file %2.")
                  .arg(holder.host, QDir::toNativeSeparators(lockPath));
    }
    return {ErrorCategory::ResourceBusy, u"PoolBusy"_s, busySentence(pool, holder), action, pool};
}

Error cannotLock(const QString &folder, QLockFile::LockError error)
{
    const QString shown = QDir::toNativeSeparators(folder);
    if (error != QLockFile::PermissionError && QStorageInfo(folder).bytesAvailable() == 0) {
        return {ErrorCategory::WriteError, u"DiskFull"_s,
                PoolLock::tr("The disk is full: no lock could be written in the folder %1.").arg(shown),
                PoolLock::tr("Make room on the disk, then run the command again."), shown};
    }
    return {
        error == QLockFile::PermissionError ? ErrorCategory::PermissionDenied : ErrorCategory::WriteError,
        u"LockFailed"_s, PoolLock::tr("No lock can be written in the folder %1.").arg(shown),
        PoolLock::tr("Give the account that runs this program the right to write there, or check whether the disk is "
                     "full or mounted read-only."),
        shown};
}

Result<> take(QLockFile &lock, const QString &pool, Clock::time_point deadline, const StopToken &stop,
              const std::function<void(const QString &)> &waiting)
{
    const Clock::time_point start = Clock::now();
    while (!lock.tryLock()) {
        if (stop.isStopRequested())
            return operationStopped();
        if (lock.error() != QLockFile::LockFailedError)
            return cannotLock(QFileInfo(lock.fileName()).path(), lock.error());
        const Holder holder = readHolder(lock);
        const Clock::time_point now = Clock::now();
        const bool isBeingMade = holder.process == 0 && now - start < UnreadableLockGrace;
        // Refused while the process that made it lives.
        if (holder.process == 0 && !isBeingMade && lock.removeStaleLockFile())
            continue;
        if (now >= deadline && !isBeingMade)
            return busy(pool, lock.fileName(), holder);
        if (!isBeingMade)
            waiting(busySentence(pool, holder));
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - now);
        if (stop.waitFor(std::clamp<std::chrono::milliseconds>(left, 1ms, PollInterval)))
            return operationStopped();
    }
    return {};
}

} // namespace

// One lock that is held, with its description for others.
class PoolLock::Held
{
public:
    explicit Held(const QString &path)
        : lock(path)
    {
        lock.setStaleLockTime(0); // only a holder whose process is gone is stale, however long it works
    }
    ~Held()
    {
        if (lock.isLocked())
            QFile::remove(holderPath(lock.fileName()));
    }

    QLockFile lock;
};

PoolLock::PoolLock() = default;
PoolLock::PoolLock(PoolLock &&) noexcept = default;
PoolLock &PoolLock::operator=(PoolLock &&) noexcept = default;
PoolLock::~PoolLock() = default;

Result<PoolLock> PoolLock::acquire(const Request &request, const StopToken &stop,
                                   const std::function<void(const QString &)> &waiting)
{
    const QString folder = request.deploymentFolder + "/locks"_L1;
    if (!QFileInfo(request.deploymentFolder).isDir() || !QDir().mkpath(folder))
        return cannotLock(folder, QLockFile::PermissionError);
    QStringList pools = request.pools;
    pools.sort();
    pools.removeDuplicates();

    const Clock::time_point deadline = Clock::now() + request.timeout;
    bool isTold = false;
    const auto tellOnce = [&](const QString &sentence) {
        if (waiting && !std::exchange(isTold, true))
            waiting(sentence);
    };
    PoolLock result;
    for (const QString &pool : std::as_const(pools)) {
        auto held = std::make_unique<Held>(lockPath(folder, pool));
        if (const auto taken = take(held->lock, pool, deadline, stop, tellOnce); !taken)
            return taken.error();
        writeHolder(held->lock.fileName(), request.commandLine);
        result.m_locks.push_back(std::move(held));
    }
    return result;
}

} // namespace cspool
