#include "backend/server_connector.h"

namespace cspool {

using namespace Qt::StringLiterals;

ServerConnector::ServerConnector(ConnectFunction connect, QObject *parent)
    : QObject(parent)
    , m_connect(std::move(connect))
{
}

ServerConnector::~ServerConnector() = default;

// Accounts are the same whatever their letters' case; a server may take one where another one does not.
QString ServerConnector::account(const ConnectionSettings &settings)
{
    return settings.deploymentId().toString() + settings.user.toLower();
}

bool ServerConnector::isRefusedForGood(const ConnectionSettings &settings) const
{
    return m_refusals.value(account(settings)) >= MaximumRefusals;
}

void ServerConnector::start(const ConnectionSettings &settings, const Secret &secret)
{
    const bool wasConnecting = isConnecting();
    m_attempt = std::make_unique<QObject>();
    if (!wasConnecting)
        Q_EMIT isConnectingChanged();
    const bool hasPassword = !secret.password.isEmpty();
    if (hasPassword && isRefusedForGood(settings)) {
        QMetaObject::invokeMethod(
            m_attempt.get(),
            [this, settings] {
                take(settings, true, PasswordWanted{settings.user, {}});
            },
            Qt::QueuedConnection);
        return;
    }
    m_connect(settings, secret, m_attempt.get(), [this, settings, hasPassword](ConnectionAttempt attempt) {
        take(settings, hasPassword, std::move(attempt));
    });
}

void ServerConnector::cancel()
{
    if (!isConnecting())
        return;
    m_attempt.reset();
    Q_EMIT isConnectingChanged();
}

void ServerConnector::take(const ConnectionSettings &settings, bool hasPassword, ConnectionAttempt attempt)
{
    m_attempt.release()->deleteLater(); // it may be in the middle of a call to it
    Q_EMIT isConnectingChanged();
    if (auto *session = std::get_if<std::unique_ptr<Session>>(&attempt)) {
        m_refusals.remove(account(settings));
        m_session = std::move(*session);
        Q_EMIT connected();
        m_session.reset();
    } else if (const auto *problem = std::get_if<CertificateProblem>(&attempt)) {
        Q_EMIT certificateRefused(*problem);
    } else if (const auto *wanted = std::get_if<PasswordWanted>(&attempt)) {
        takeRefusal(settings, hasPassword, *wanted);
    } else {
        Q_EMIT failed(std::get<Error>(attempt));
    }
}

void ServerConnector::takeRefusal(const ConnectionSettings &settings, bool hasPassword, const PasswordWanted &wanted)
{
    if (hasPassword && !isRefusedForGood(settings))
        ++m_refusals[account(settings)];
    if (!isRefusedForGood(settings)) {
        Q_EMIT passwordWanted(wanted);
        return;
    }
    Q_EMIT failed(
        {ErrorCategory::PermissionDenied, u"PasswordRefusedTooOften"_s,
         tr("%1 has refused the password of %2 three times; it is not tried again, so that the account is not "
            "locked.")
             .arg(settings.url.host(), settings.user),
         tr("Check the user name and the password, and that the account is not locked, then connect anew.")});
}

} // namespace cspool
