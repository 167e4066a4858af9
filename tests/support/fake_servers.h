// FakeServers: servers that answer an attempt to connect as a test says, and a keyring in memory.
#pragma once

#include "app/console/lab_sessions.h"
#include "backend/password_store.h"
#include "tests/support/fake_session.h"

#include <QPointer>

#include <map>
#include <optional>

namespace cspool::test {

// Labs are genuine. An attempt waits until the test answers it.
class FakeServers : public LabSessions
{
public:
    using LabSessions::LabSessions;

    struct Attempt
    {
        ConnectionSettings settings;
        QString password;
        QPointer<QObject> context; // null: it was ended
    };
    QList<Attempt> attempts; // all, oldest first

    bool isWaiting() const { return m_done && !attempts.isEmpty() && attempts.last().context; }

    void connectTo(const ConnectionSettings &settings, const Secret &secret, QObject *context, Connected done) override
    {
        attempts.append({settings, secret.password, context});
        m_done = std::move(done);
    }
    // From the event loop, as a genuine one would.
    void answer(ConnectionAttempt attempt)
    {
        if (!isWaiting())
            qFatal("Nobody connects");
        QMetaObject::invokeMethod(
            attempts.last().context.data(),
            [done = std::exchange(m_done, {}), shared = std::make_shared<ConnectionAttempt>(std::move(attempt))] {
                done(std::move(*shared));
            },
            Qt::QueuedConnection);
    }

private:
    Connected m_done;
};

// A session of genuine servers that answers every command with nothing.
class FakeServerSession : public FakeSession
{
public:
    explicit FakeServerSession(const ConnectionSettings &settings)
    {
        info = {settings.deploymentId(), DeploymentKind::Server, settings.url.host(), settings.url.toString(),
                settings.user};
        onStart = [](FakePipeline &pipeline) { pipeline.end(Outcome::Succeeded); };
    }
    ConnectionState connectionState() const override { return m_connection; }
    void setConnection(ConnectionState::Kind kind, const Error &error = {})
    {
        m_connection = {kind, error};
        Q_EMIT connectionStateChanged();
    }

private:
    ConnectionState m_connection;
};

class FakePasswords : public PasswordStore
{
public:
    using Key = std::pair<QString, QString>; // URL and user
    std::map<Key, QString> kept;
    std::optional<Error> error; // of everything

    void read(const QUrl &server, const QString &user, QObject *context, Read done) override
    {
        const auto found = kept.find({server.toString(), user});
        const QString password = found == kept.end() ? QString() : found->second;
        later(context, [result = error ? Result<QString>(*error) : Result<QString>(password), done] { done(result); });
    }
    void write(const QUrl &server, const QString &user, const QString &password, QObject *context, Done done) override
    {
        if (!error)
            kept[{server.toString(), user}] = password;
        later(context, [result = outcome(), done] { done(result); });
    }
    void remove(const QUrl &server, const QString &user, QObject *context, Done done) override
    {
        if (!error)
            kept.erase({server.toString(), user});
        later(context, [result = outcome(), done] { done(result); });
    }

private:
    Result<> outcome() const { return error ? Result<>(*error) : Result<>(); }
    static void later(QObject *context, const std::function<void()> &call)
    {
        QMetaObject::invokeMethod(context, call, Qt::QueuedConnection);
    }
};

} // namespace cspool::test
