#include "app/console/single_instance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto taken = "taken\n"; // the first console's answer
constexpr qint64 longestRequest = 64 * 1024; // bytes; what is longer is no request of ours

// On Unix a path in the user's own runtime folder, short enough for a socket's name; on Windows the name of a pipe.
QString socketName(const QString &folder)
{
    const QByteArray hash
        = QCryptographicHash::hash(QDir(folder).absolutePath().toUtf8(), QCryptographicHash::Sha1).toHex().first(16);
    const QString name = u"cspool-console-"_s + QString::fromLatin1(hash);
#ifdef Q_OS_WIN
    return name;
#else
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u'/' + name;
#endif
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_name(socketName(folder))
    , m_lock(folder + "/console.lock"_L1)
{
    QDir().mkpath(folder);
    m_lock.setStaleLockTime(0);
}

SingleInstance::~SingleInstance() = default;

SingleInstance::Role SingleInstance::start(const StartRequest &request, std::chrono::milliseconds patience)
{
    // The first console may still be on its way to its socket, or on its way out.
    QDeadlineTimer deadline(patience);
    while (true) {
        if (m_lock.tryLock(0ms) || m_lock.error() != QLockFile::LockFailedError) {
            listen();
            return Role::First;
        }
        if (deliver(request, std::chrono::milliseconds(deadline.remainingTime())))
            return Role::Delivered;
        if (deadline.hasExpired())
            return Role::Unreachable;
        QThread::msleep(50);
    }
}

QString SingleInstance::otherProcess() const
{
    qint64 process = 0;
    QString host;
    QString program;
    m_lock.getLockInfo(&process, &host, &program);
    return tr("%1 on %2", "a process and its machine").arg(QString::number(process), host);
}

void SingleInstance::listen()
{
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_name); // left behind by a process that was killed: the lock is ours
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { receive(socket); });
            receive(socket);
        }
    });
    if (!m_server->listen(m_name))
        qWarning("Later starts of the console cannot reach this one: %ls", qUtf16Printable(m_server->errorString()));
}

void SingleInstance::receive(QLocalSocket *socket)
{
    if (socket->bytesAvailable() > longestRequest) {
        socket->abort();
        return;
    }
    QDataStream stream(socket);
    stream.setVersion(QDataStream::Qt_6_4);
    stream.startTransaction();
    StartRequest request;
    stream >> request.deployment;
    if (!stream.commitTransaction())
        return; // the rest is on its way
    socket->write(taken);
    socket->disconnectFromServer();
    Q_EMIT requested(request);
}

bool SingleInstance::deliver(const StartRequest &request, std::chrono::milliseconds patience) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(int(patience.count())))
        return false;
    QByteArray message;
    QDataStream stream(&message, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << request.deployment;
    socket.write(message);
    return socket.waitForReadyRead(int(patience.count())) && socket.readLine() == taken;
}

} // namespace cspool
