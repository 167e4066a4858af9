#include "backend/remoting/process/process_program.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ProcessProgram)
};

#ifdef Q_OS_WIN
constexpr auto PowerShell = "powershell"_L1;
#else
constexpr auto PowerShell = "pwsh"_L1;
#endif

Error unusable(const QString &message)
{
    return {ErrorCategory::InvalidArgument, u"AddressInvalid"_s, message,
            Text::tr("Enter an address such as ssh://anna@server.contoso.com.")};
}

// What begins with a dash would be taken for an option.
Result<ProcessProgram> sshProgram(const ConnectionSettings &settings)
{
    const QString host = settings.url.host();
    if (host.isEmpty() || host.startsWith(u'-'))
        return unusable(Text::tr("\"%1\" is not the name of a host.").arg(host));
    if (settings.user.startsWith(u'-'))
        return unusable(Text::tr("\"%1\" is not the name of a user.").arg(settings.user));
    const auto patience = std::chrono::ceil<std::chrono::seconds>(settings.connectTimeout);
    QStringList arguments = {u"-o"_s, u"BatchMode=yes"_s,
                             u"-o"_s, u"ConnectTimeout=%1"_s.arg(patience.count()),
                             u"-o"_s, u"ServerAliveInterval=15"_s, // a lost network is noticed within a minute
                             u"-o"_s, u"ServerAliveCountMax=3"_s,
                             u"-o"_s, u"LogLevel=ERROR"_s, // no banners; errors, whatever the user's configuration says
                             u"-o"_s, u"ClearAllForwardings=yes"_s, // another ssh of the user may hold their ports
                             u"-T"_s, u"-x"_s};
    if (!settings.user.isEmpty())
        arguments += {u"-l"_s, settings.user};
    if (settings.url.port() > 0)
        arguments += {u"-p"_s, QString::number(settings.url.port())};
    arguments += {u"-s"_s, u"--"_s, host, u"powershell"_s};
    return ProcessProgram{u"ssh"_s, arguments};
}

} // namespace

Result<ProcessProgram> processProgram(const ConnectionSettings &settings)
{
    if (settings.url.scheme() == "ssh"_L1)
        return sshProgram(settings);
    if (settings.url.scheme() != "process"_L1) {
        return unusable(Text::tr("Servers cannot be reached over %1:// by this program.").arg(settings.url.scheme()));
    }
    return ProcessProgram{PowerShell, {u"-s"_s, u"-NoLogo"_s, u"-NoProfile"_s}};
}

} // namespace cspool
