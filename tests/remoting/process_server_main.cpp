// The program that plays PowerShell for the tests: a whole deployment over its standard streams, and, by its options,
// what can go wrong with a process.
#include "tests/remoting/played_deployment.h"
#include "tests/remoting/process_server.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <poll.h>
#include <unistd.h>

using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

// Writes so many bytes and ends; says how far it has come when nobody takes them.
int flood(qint64 size)
{
    constexpr int Patience = 500; // milliseconds
    const QByteArray part(1024, 'x');
    for (qint64 written = 0; written < size; written += part.size()) {
        pollfd output{STDOUT_FILENO, POLLOUT, 0};
        if (::poll(&output, 1, Patience) == 0)
            std::fprintf(stderr, "stuck at %lld\n", static_cast<long long>(written));
        if (::write(STDOUT_FILENO, part.constData(), std::size_t(part.size())) != part.size())
            return 1;
    }
    return 0;
}

std::optional<ProcessServer::Options::Then> misbehaviour(const QString &name)
{
    using enum ProcessServer::Options::Then;
    static const QHash<QString, ProcessServer::Options::Then> names = {{u"die"_s, Die},
                                                                       {u"garbage"_s, Garbage},
                                                                       {u"endless"_s, EndlessLine},
                                                                       {u"silence"_s, Silence},
                                                                       {u"error"_s, Error}};
    const auto found = names.constFind(name);
    return found == names.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    for (const QString &name : {u"say"_s, u"exit"_s, u"flood"_s, u"log"_s, u"after"_s, u"then"_s, u"banner"_s,
                                u"fragment-size"_s, u"backup-time"_s, u"objects"_s, u"module"_s})
        parser.addOption({name, {}, u"value"_s});
    for (const QString &name : {u"no-close"_s, u"stay"_s, u"hold-output"_s, u"tell-session"_s})
        parser.addOption({QStringList{name}, QString()});
    parser.process(application);
    if (parser.isSet(u"say"_s))
        std::fprintf(stderr, "%s\n", parser.value(u"say"_s).toUtf8().constData());
    if (parser.isSet(u"tell-session"_s))
        std::fprintf(stderr, "leads its session: %d\n", ::getsid(0) == ::getpid());
    if (parser.isSet(u"exit"_s))
        return parser.value(u"exit"_s).toInt();
    if (parser.isSet(u"flood"_s))
        return flood(parser.value(u"flood"_s).toLongLong());
    // Another program keeps the output when this one has ended.
    if (parser.isSet(u"hold-output"_s) && ::fork() == 0) {
        char byte = 0;
        while (::read(STDIN_FILENO, &byte, 1) > 0) { }
        std::_Exit(0);
    }
    if (parser.isSet(u"hold-output"_s))
        std::_Exit(7);

    ProcessServer::Options options;
    options.logFile = parser.value(u"log"_s);
    options.packetsServed = parser.isSet(u"after"_s) ? parser.value(u"after"_s).toInt() : -1;
    options.then = misbehaviour(parser.value(u"then"_s)).value_or(options.then);
    options.closes = !parser.isSet(u"no-close"_s);
    options.leaves = !parser.isSet(u"stay"_s);
    options.banner = parser.value(u"banner"_s);
    ProcessServer server(options);
    if (parser.isSet(u"fragment-size"_s))
        server.psrp().setFragmentSize(parser.value(u"fragment-size"_s).toInt());
    PlayedDeployment deployment;
    deployment.backupTime = std::chrono::milliseconds(parser.value(u"backup-time"_s).toInt());
    deployment.manyObjects = parser.value(u"objects"_s).toInt();
    if (parser.isSet(u"module"_s))
        deployment.modules = parser.values(u"module"_s);
    deployment.install(server.psrp());
    return QCoreApplication::exec();
}
