// played-server: serves the played deployment of genuine servers over HTTPS on this machine, for people who want to
// look at the console, or at `cspool --connect`, in front of servers. Prints how to connect.
#include "tests/remoting/played_deployment.h"
#include "tests/remoting/played_faults.h"
#include "tests/remoting/wsman_server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <unistd.h>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultBackupSeconds = 20;
constexpr int DefaultFailoverSeconds = 20;
constexpr int OperationSeconds = 20;

struct Options
{
    PlayedDeployment deployment;
    QString user;
    QString password;
};

void say(const QString &line)
{
    std::printf("%s\n", qUtf8Printable(line));
    std::fflush(stdout); // it may be read by another program
}

void addFaultOptions(QCommandLineParser &parser)
{
    for (const PlayedFault &fault : playedFaults())
        parser.addOption({fault.name, fault.help, fault.argument});
}

void applyFaultOptions(const QCommandLineParser &parser, PlayedState &state)
{
    for (const PlayedFault &fault : playedFaults()) {
        const QStringList arguments = fault.argument.isEmpty() ? QStringList{QString()} : parser.values(fault.name);
        for (const QString &argument : arguments) {
            if (!parser.isSet(fault.name) || fault.apply(state, argument))
                continue;
            std::fprintf(stderr, "There is no %s \"%s\" (--%s).\n", qPrintable(fault.argument), qPrintable(argument),
                         qPrintable(fault.name));
            std::exit(EXIT_FAILURE);
        }
    }
}

Options readOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Plays a deployment of genuine servers over HTTPS on this machine: pool-a and pool-b of contoso.com are a "
        "pair, pool-c is alone. A failover of pool-a with every step needs \"--next-hop pool-a --store pool-a\".\n\n"
        "Reads commands, one on a line: \"cut\" closes all connections and the port, \"listen\" opens the port again, "
        "\"drop\" forgets all sessions, \"state\" says what there is, \"quit\" ends it; and, with its argument after a "
        "blank, each option that says how the deployment is, from \"down\" on."_s);
    parser.addHelpOption();
    parser.addOption({u"user"_s, u"Who is let in, with the method Basic."_s, u"name"_s, u"CONTOSO\\anna"_s});
    parser.addOption({u"password"_s, u"Their password."_s, u"password"_s, u"secret"_s});
    parser.addOption(
        {u"backup-seconds"_s, u"How long Backup-CsPool takes."_s, u"seconds"_s, QString::number(DefaultBackupSeconds)});
    parser.addOption({u"failover-seconds"_s, u"How long a failover or failback takes."_s, u"seconds"_s,
                      QString::number(DefaultFailoverSeconds)});
    parser.addOption({u"objects"_s, u"So many services more are put out by Get-CsService."_s, u"count"_s, u"0"_s});
    parser.addOption(
        {u"progress-records"_s, u"So many are written by Backup-CsPool, instead of its time."_s, u"count"_s, u"0"_s});
    parser.addOption({u"withhold"_s, u"A cmdlet that is not offered."_s, u"cmdlet"_s});
    addFaultOptions(parser);
    parser.process(application);
    Options options{{}, parser.value(u"user"_s), parser.value(u"password"_s)};
    options.deployment.backupTime = std::chrono::seconds(parser.value(u"backup-seconds"_s).toInt());
    // It waits twice, before and after the point of no return.
    options.deployment.failoverTime = std::chrono::milliseconds(parser.value(u"failover-seconds"_s).toInt() * 1000 / 2);
    options.deployment.state->reportTime = {};
    applyFaultOptions(parser, *options.deployment.state);
    options.deployment.manyObjects = parser.value(u"objects"_s).toInt();
    options.deployment.manyProgressRecords = parser.value(u"progress-records"_s).toInt();
    options.deployment.withheldCmdlets = parser.values(u"withhold"_s);
    return options;
}

// False: there is none of this name.
bool carryOutFault(const QString &line, PlayedState &state)
{
    const QString name = line.section(u' ', 0, 0);
    const auto fault = std::find_if(playedFaults().begin(), playedFaults().end(),
                                    [&name](const PlayedFault &each) { return each.name == name; });
    if (fault == playedFaults().end())
        return false;
    if (!fault->apply(state, line.section(u' ', 1)))
        say(u"%1 wants: %2"_s.arg(name, fault->argument));
    return true;
}

QString namesOfFaults()
{
    QStringList names;
    for (const PlayedFault &fault : playedFaults())
        names.append(fault.name);
    return names.join(u", "_s);
}

void carryOut(const QByteArray &command, WsmanServer &server, PlayedState &state)
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
    } else if (command != "state" && !carryOutFault(QString::fromUtf8(command), state)) {
        say(u"Unknown; there are: cut, listen, drop, state, quit, %1"_s.arg(namesOfFaults()));
        return;
    }
    say(u"sessions: %1, requests: %2, connections: %3"_s.arg(server.shells())
            .arg(server.actions().size())
            .arg(server.https().openConnections()));
    for (const QString &line : describe(state))
        say(line);
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
            carryOut(waiting.first(end).trimmed(), server, *options.deployment.state);
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
