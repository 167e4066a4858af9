#include "app/terminal/server_access.h"

#include "app/terminal/text_layout.h"

#include <QLocale>

namespace cspool {

using namespace Qt::StringLiterals;

ServerAccess::ServerAccess(const ServerRequest &request, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_parts(parts)
    , m_settings(request.settings)
    , m_connector(parts.connect)
{
    connect(m_parts.reader, &LineReader::lineRead, this, &ServerAccess::takeLine);
    if (m_parts.interrupt)
        connect(m_parts.interrupt, &Interrupt::interrupted, this, &ServerAccess::cancel);
    connect(&m_connector, &ServerConnector::connected, this, [this] { finish(m_connector.takeSession()); });
    connect(&m_connector, &ServerConnector::failed, this, &ServerAccess::takeFailure);
    connect(&m_connector, &ServerConnector::certificateRefused, this, &ServerAccess::refuseCertificate);
    connect(&m_connector, &ServerConnector::passwordWanted, this, &ServerAccess::takeRefusal);
}

ServerAccess::~ServerAccess() = default;

void ServerAccess::start()
{
    takeWhatIsKnown();
    if (m_request.isPasswordOnInput) {
        m_isReading = true;
        m_parts.reader->requestLine();
    } else if (m_request.settings.user.isEmpty() || !m_request.settings.isHttps()) {
        connectWith({});
    } else {
        findPassword();
    }
}

void ServerAccess::takeWhatIsKnown()
{
    if (!m_parts.known)
        return;
    if (const std::optional<KnownServer> server = m_parts.known->server(m_settings.url)) {
        m_settings.connectTimeout = server->settings.connectTimeout;
        m_settings.operationTimeout = server->settings.operationTimeout;
    }
    const std::optional<TrustedCertificate> trusted = m_parts.known->certificate(m_settings.url);
    if (!trusted || !m_settings.isHttps() || !m_settings.trustedFingerprint.isEmpty())
        return;
    m_settings.trustedFingerprint = trusted->fingerprint;
    m_parts.write(
        tr("For %1 the certificate is trusted that was trusted in the console's window on %2.", "host, date")
            .arg(m_settings.url.host(), QLocale().toString(trusted->trustedAt.toLocalTime(), QLocale::ShortFormat))
        + u'\n');
}

void ServerAccess::findPassword()
{
    if (!m_parts.passwords) {
        askForPassword();
        return;
    }
    // Without a keyring it is asked for all the same.
    m_parts.passwords->read(m_request.settings.url, m_request.settings.user, this, [this](const Result<QString> &kept) {
        if (m_result)
            return;
        if (kept && !kept->isEmpty())
            connectWith(*kept);
        else
            askForPassword();
    });
}

void ServerAccess::askForPassword()
{
    if (!m_parts.canAsk) {
        finish(Error{ErrorCategory::PermissionDenied, u"PasswordMissing"_s,
                     tr("There is no password for %1, and nobody to ask for it.").arg(m_request.settings.user),
                     tr("Use --password-stdin and give the password as the first line of the standard input.")});
        return;
    }
    // Hidden before it is asked for: who answers at once would see the password, and lose it.
    m_hiddenInput = std::make_unique<HiddenInput>();
    m_parts.write(tr("Password of %1 for %2: ", "user, host")
                      .arg(printableLine(m_request.settings.user), m_request.settings.url.host()));
    m_isReading = true;
    m_parts.reader->requestLine();
}

void ServerAccess::takeLine()
{
    if (!std::exchange(m_isReading, false))
        return;
    if (m_hiddenInput)
        m_parts.write(u"\n"_s);
    m_hiddenInput.reset();
    const std::optional<QString> line = m_parts.reader->line();
    if (line && !line->isEmpty()) {
        connectWith(*line);
        return;
    }
    finish(Error{ErrorCategory::PermissionDenied, u"PasswordMissing"_s,
                 m_request.isPasswordOnInput ? tr("The standard input holds no password.")
                                             : tr("No password was entered."),
                 m_request.isPasswordOnInput ? tr("Its first line must be the password.") : QString()});
}

void ServerAccess::connectWith(const QString &password)
{
    m_connector.start(m_settings, {password});
}

// Only a person can have mistyped it; what comes from a pipe is not tried twice.
void ServerAccess::takeRefusal(const PasswordWanted &wanted)
{
    if (m_request.settings.user.isEmpty()) {
        finish(Error{ErrorCategory::PermissionDenied, u"PasswordWanted"_s, wanted.reason,
                     tr("Name a user with --user DOMAIN\\name; the password is asked for.")});
    } else if (m_request.isPasswordOnInput || !m_parts.canAsk) {
        finish(Error{ErrorCategory::PermissionDenied, u"PasswordRefused"_s, wanted.reason,
                     tr("Check the user name and the password.")});
    } else {
        m_parts.write(printableLine(wanted.reason) + u'\n');
        askForPassword();
    }
}

void ServerAccess::refuseCertificate(const CertificateProblem &problem)
{
    const auto known = [](const QString &text) { return text.isEmpty() ? tr("not reported") : text; };
    QStringList lines
        = {tr("%1 could not prove who it is: its certificate does not verify.").arg(problem.host),
           tr("It claims to be: %1").arg(known(problem.subject)), tr("Issued by: %1").arg(known(problem.issuer)),
           tr("Valid until: %1").arg(known(problem.validUntil))};
    for (const QString &reason : problem.reasons)
        lines.append(tr("Refused because: %1").arg(reason));
    lines.append(tr("Fingerprint (SHA-256): %1").arg(problem.fingerprint));
    if (m_settings.trustedFingerprint != m_request.settings.trustedFingerprint)
        lines.append(tr("It is not the one that was trusted for this host in the console's window."));
    for (QString &line : lines)
        line = printableLine(line);
    finish(Error{ErrorCategory::PermissionDenied, u"CertificateRefused"_s, lines.join(u'\n'),
                 tr("When whoever runs the server has told you the same fingerprint in another way, use --trust with "
                    "it; it is trusted for this command alone.")});
}

void ServerAccess::takeFailure(Error error)
{
    const std::optional<KnownServer> backup
        = m_parts.known && isUnreachable(error) ? m_parts.known->backupOf(m_settings) : std::nullopt;
    if (backup) {
        const QString hint
            = tr("The backup pool of %1, %2, may still be reached: use --connect %3.", "two hosts, address")
                  .arg(m_settings.url.host(), backup->settings.url.host(), backup->settings.address());
        error.recommendedAction
            = error.recommendedAction.isEmpty() ? hint : QString(error.recommendedAction + u' ' + hint);
    }
    finish(error);
}

void ServerAccess::cancel()
{
    m_hiddenInput.reset();
    m_connector.cancel();
    m_parts.write(u"\n"_s);
    finish(operationStopped());
}

void ServerAccess::finish(Result<std::unique_ptr<Session>> result)
{
    if (m_result)
        return;
    m_isReading = false;
    m_result.emplace(std::move(result));
    QMetaObject::invokeMethod(this, &ServerAccess::finished, Qt::QueuedConnection);
}

} // namespace cspool
