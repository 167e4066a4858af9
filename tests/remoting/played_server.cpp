// played-server: serves the played deployment of genuine servers over HTTPS on this machine, for people who want to
// look at the console, or at `cspool --connect`, in front of servers. Prints how to connect.
#include "tests/remoting/played_deployment.h"
#include "tests/remoting/wsman_server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>

#include <unistd.h>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultBackupSeconds = 20;
constexpr int OperationSeconds = 20;

struct Options
{
    PlayedDeployment deployment;
    QString user;
    QString password;
};

Options readOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Plays a deployment of genuine servers over HTTPS on this machine. Reads commands, "
        "one on a line: \"cut\" closes all connections and the port, \"listen\" opens the "
        "port again, \"drop\" forgets all sessions, \"state\" says what there is, \"quit\" "
        "ends it."_s);
    parser.addHelpOption();
    parser.addOption({u"user"_s, u"Who is let in, with the method Basic."_s, u"name"_s, u"CONTOSO\\anna"_s});
    parser.addOption({u"password"_s, u"Their password."_s, u"password"_s, u"secret"_s});
    parser.addOption(
        {u"backup-seconds"_s, u"How long Backup-CsPool takes."_s, u"seconds"_s, QString::number(DefaultBackupSeconds)});
    parser.addOption({u"objects"_s, u"So many services more are put out by Get-CsService."_s, u"count"_s, u"0"_s});
    parser.addOption(
        {u"progress-records"_s, u"So many are written by Backup-CsPool, instead of its time."_s, u"count"_s, u"0"_s});
    parser.addOption({u"withhold"_s, u"A cmdlet that is not offered."_s, u"cmdlet"_s});
    parser.process(application);
    Options options{{}, parser.value(u"user"_s), parser.value(u"password"_s)};
    options.deployment.backupTime = std::chrono::seconds(parser.value(u"backup-seconds"_s).toInt());
    options.deployment.manyObjects = parser.value(u"objects"_s).toInt();
    options.deployment.manyProgressRecords = parser.value(u"progress-records"_s).toInt();
    options.deployment.withheldCmdlets = parser.values(u"withhold"_s);
    return options;
}

void say(const QString &line)
{
    std::printf("%s\n", qUtf8Printable(line));
    std::fflush(stdout); // it may be read by another program
}

void carryOut(const QByteArray &command, WsmanServer &server)
{
    if (command == "cut") {
        server.https().stopListening();
        server.https().cutConnections();
    } else if (command == "listen") {
        server.https().listenAgain();
    } else if (command == "drop") {
        server.dropShells();
    } else if (command == "quit") {
        QCoreApplication::quit();
    } else if (command != "state") {
        say(u"Unknown; there are: cut, listen, drop, state, quit"_s);
        return;
    }
    say(u"sessions: %1, requests: %2, connections: %3"_s.arg(server.shells())
            .arg(server.actions().size())
            .arg(server.https().openConnections()));
}

int serve(QCoreApplication &application)
{
    const Options options = readOptions(application);
    WsmanServer server;
    server.https().setKeepsRequests(false);
    server.user = options.user.toUtf8();
    server.password = options.password.toUtf8();
    server.operationTimeout = std::chrono::seconds(OperationSeconds);
    server.setUp = [&options](PsrpServer &psrp) { options.deployment.install(psrp); };
    say(u"Address:      %1"_s.arg(server.https().url(u"/OcsPowershell"_s).toString()));
    say(u"Fingerprint:  %1"_s.arg(server.https().identity().fingerprint()));
    say(u"User:         %1"_s.arg(options.user));
    say(u"Password:     %1"_s.arg(options.password));
    say(u"Method:       Basic (cspool: --auth basic)"_s);

    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QByteArray waiting;
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&] {
        char bytes[256];
        const ssize_t size = read(STDIN_FILENO, bytes, sizeof bytes);
        if (size <= 0) {
            input.setEnabled(false); // it serves on without a terminal
            return;
        }
        waiting.append(bytes, size);
        for (qsizetype end = waiting.indexOf('\n'); end >= 0; end = waiting.indexOf('\n')) {
            carryOut(waiting.first(end).trimmed(), server);
            waiting.remove(0, end + 1);
        }
    });
    return application.exec();
}

} // namespace
} // namespace cspool::test

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    return cspool::test::serve(application);
}
