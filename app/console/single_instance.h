// SingleInstance: one console for each user and history. A second start hands over what it was told and ends.
#pragma once

#include <QLockFile>
#include <QObject>

#include <chrono>

class QLocalServer;
class QLocalSocket;

namespace cspool {

// What a second start asks of the first one.
struct StartRequest
{
    QString deployment; // folder to open; empty: only come to the front

    bool operator==(const StartRequest &) const = default;
};

// Lives in the window's thread. An operating system's lock in `folder`, which a process that was killed leaves behind
// without effect, decides who is first; the others reach it over a local socket that only the user may use.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First, // go on; requested() tells of later starts
        Delivered, // another console runs and has taken the request: end
        Unreachable, // another console runs and does not answer; otherProcess() says which
    };

    // `folder`: made if it is missing. One that cannot be written makes every start the first.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);
    ~SingleInstance() override;

    // Waits for the other console at most `patience`; there is no window yet that could hang.
    Role start(const StartRequest &request, std::chrono::milliseconds patience);
    QString otherProcess() const; // "4711 on HOST"

Q_SIGNALS:
    void requested(const cspool::StartRequest &request);

private:
    void listen();
    void receive(QLocalSocket *socket);
    bool deliver(const StartRequest &request, std::chrono::milliseconds patience) const;

    QString m_name; // of the socket
    QLockFile m_lock;
    QLocalServer *m_server = nullptr;
};

} // namespace cspool
