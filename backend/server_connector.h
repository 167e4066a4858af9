// ServerConnector: from the first attempt to connect to a session: what is to be asked between two attempts, and how
// often.
#pragma once

#include "backend/session_factory.h"

#include <QMap>

namespace cspool {

// How a session comes to be: SessionFactory::connectTo(), or what a test puts in its place.
using ConnectFunction = std::function<void(const ConnectionSettings &settings, const Secret &secret, QObject *context,
                                           SessionFactory::Connected done)>;

// Lives in one thread; never blocks it. It repeats nothing by itself: each attempt is one that somebody has asked for.
class ServerConnector : public QObject
{
    Q_OBJECT

public:
    // So often a user's password may be refused by a server; more could lock the account.
    static constexpr int MaximumRefusals = 3;

    explicit ServerConnector(ConnectFunction connect, QObject *parent = nullptr);
    ~ServerConnector() override;

    // One attempt; one of the signals follows, from the event loop. An attempt that is under way is ended.
    void start(const ConnectionSettings &settings, const Secret &secret);
    // Ends the attempt; no signal of it follows.
    void cancel();
    bool isConnecting() const { return m_attempt != nullptr; }

    // After so many refusals for this user at this server no attempt with a password is made any more.
    bool isRefusedForGood(const ConnectionSettings &settings) const;

    // In connected(), once.
    std::unique_ptr<Session> takeSession() { return std::move(m_session); }

Q_SIGNALS:
    void isConnectingChanged();
    void connected();
    void certificateRefused(const cspool::CertificateProblem &problem);
    void passwordWanted(const cspool::PasswordWanted &wanted);
    void failed(const cspool::Error &error);

private:
    void take(const ConnectionSettings &settings, bool hasPassword, ConnectionAttempt attempt);
    void takeRefusal(const ConnectionSettings &settings, bool hasPassword, const PasswordWanted &wanted);
    static QString account(const ConnectionSettings &settings);

    const ConnectFunction m_connect;
    std::unique_ptr<QObject> m_attempt; // the context of the one that is under way
    std::unique_ptr<Session> m_session;
    QMap<QString, int> m_refusals; // by account
};

} // namespace cspool
