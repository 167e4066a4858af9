#include "ui/deployments/connect_form.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

std::optional<ConnectForm::Problem> ConnectForm::problem() const
{
    const Result<ConnectionSettings> completed = ConnectionSettings::fromAddress(address);
    if (!completed) {
        const Error &error = completed.error();
        return Problem{Field::Address,
                       tr("Address: %1 %2", "a field, what is wrong with it, what to do")
                           .arg(error.message, error.recommendedAction)};
    }
    if (!completed->isHttps())
        return std::nullopt; // the other fields are of no use
    if (!isOtherUser && authentication != Authentication::Negotiate) {
        return Problem{Field::Method,
                       tr("Method: NTLM and Basic need a user name and a password. Sign in as another "
                          "user, or choose the automatic method.")};
    }
    if (!isOtherUser)
        return std::nullopt;
    const QString name = user.trimmed();
    if (name.isEmpty())
        return Problem{Field::User, tr("Name: It is missing. Enter it as DOMAIN\\name or name@domain.")};
    if (name.endsWith(u'\\') || name.startsWith(u'\\') || name.startsWith(u'@') || name.endsWith(u'@')
        || std::any_of(name.begin(), name.end(), [](QChar c) { return !c.isPrint(); }))
        return Problem{Field::User,
                       tr("Name: \"%1\" is not a user name. Enter it as DOMAIN\\name or name@domain.").arg(name)};
    if (!hasPassword)
        return Problem{Field::Password, tr("Password: It is missing.")};
    return std::nullopt;
}

QString ConnectForm::completion() const
{
    if (address.trimmed().isEmpty())
        return tr("The name of a pool is enough.");
    const Result<ConnectionSettings> completed = ConnectionSettings::fromAddress(address);
    if (!completed)
        return completed.error().message;
    return completed->url.host().isEmpty() ? tr("Connects to PowerShell on this machine")
                                           : tr("Connects to %1").arg(completed->address());
}

QString ConnectForm::signInNote() const
{
    const Result<ConnectionSettings> completed = ConnectionSettings::fromAddress(address);
    if (!completed || completed->isHttps())
        return {};
    if (completed->url.host().isEmpty())
        return tr("PowerShell on this machine is started as the person logged on: no password and no certificate is "
                  "needed.");
    return tr("ssh signs in by itself, with a key that an agent holds or with a Kerberos ticket, as the user in the "
              "address: no password and no certificate is asked for here.");
}

ConnectionSettings ConnectForm::settings() const
{
    ConnectionSettings settings = ConnectionSettings::fromAddress(address).valueOr({});
    if (settings.isHttps()) {
        settings.authentication = authentication;
        settings.user = isOtherUser ? user.trimmed() : QString();
    }
    settings.connectTimeout = connectTimeout;
    settings.operationTimeout = answerTimeout;
    settings.queryTimeout = queryTimeout;
    return settings;
}

ConnectForm ConnectForm::fromSettings(const ConnectionSettings &settings)
{
    ConnectForm form;
    form.address = settings.address();
    form.isOtherUser = settings.isHttps() && !settings.user.isEmpty();
    form.user = form.isOtherUser ? settings.user : QString();
    form.authentication = settings.authentication;
    form.connectTimeout = std::chrono::duration_cast<std::chrono::seconds>(settings.connectTimeout);
    form.answerTimeout = std::chrono::duration_cast<std::chrono::seconds>(settings.operationTimeout);
    form.queryTimeout = std::chrono::duration_cast<std::chrono::seconds>(settings.queryTimeout);
    return form;
}

} // namespace cspool
