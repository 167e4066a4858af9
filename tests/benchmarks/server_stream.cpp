#include "tests/benchmarks/server_stream.h"

#include "tests/benchmarks/console_window.h"
#include "tests/benchmarks/heartbeat.h"
#include "ui/jobs/jobs_page.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTableView>

#include <cstdio>

namespace cspool::benchmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int Objects = 10'000;
constexpr int ProgressRecords = 100'000;
constexpr int PoolsThere = 3;
constexpr int LongMilliseconds = 60'000;

// tests/remoting/played_server.cpp, in a process of its own: what it computes is not the window's.
class PlayedServer
{
public:
    PlayedServer()
    {
        m_process.start(
            QCoreApplication::applicationDirPath() + "/played-server"_L1,
            {u"--objects"_s, QString::number(Objects), u"--progress-records"_s, QString::number(ProgressRecords)});
        QByteArray said;
        while (!said.contains("Method:") && m_process.waitForReadyRead(LongMilliseconds))
            said += m_process.readAll();
        settings.url = QUrl(valueOf(said, "Address:"));
        settings.trustedFingerprint = valueOf(said, "Fingerprint:");
        settings.user = valueOf(said, "User:");
        settings.authentication = Authentication::Basic;
        password = valueOf(said, "Password:");
        if (password.isEmpty())
            qFatal("played-server does not serve; is it built?");
    }
    ~PlayedServer()
    {
        m_process.kill();
        m_process.waitForFinished(LongMilliseconds);
    }

    ConnectionSettings settings;
    QString password;

private:
    static QString valueOf(const QByteArray &said, const QByteArray &name)
    {
        const qsizetype start = said.indexOf(name);
        return start < 0
            ? QString()
            : QString::fromUtf8(said.mid(start + name.size(), said.indexOf('\n', start) - start - name.size()))
                  .trimmed();
    }

    QProcess m_process;
};

// Of this process, in MiB; 0 where the system does not tell.
double residentMemory()
{
    QFile statistics(u"/proc/self/status"_s);
    if (!statistics.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : statistics.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

void connectTo(ConsoleWindow &console, const PlayedServer &server)
{
    QObject context;
    std::optional<ConnectionAttempt> attempt;
    console.workspace().sessions().connectTo(server.settings, Secret{server.password}, &context,
                                             [&attempt](ConnectionAttempt result) { attempt = std::move(result); });
    if (!runEventLoopUntil([&] { return attempt.has_value(); }))
        qFatal("The attempt to connect to the played server hangs");
    auto *session = std::get_if<std::unique_ptr<Session>>(&*attempt);
    if (!session)
        qFatal("The played server does not let the console in");
    console.workspace().setSession(std::move(*session));
    if (!runEventLoopUntil([&] { return console.arePoolsShown(PoolsThere); }))
        qFatal("The pools of the played server do not appear");
}

// A job from its start to its end, its log on the screen.
Gaps watchJob(ConsoleWindow &console, const Command &command)
{
    QUuid job;
    const Gaps gaps = watch(
        [&] {
            job = console.workspace().submit(command);
            console.mainWindow().showJob(job);
        },
        [&] {
            return console.jobs().job(job)->state == JobState::Finished && !console.workspace().monitor()->isReading();
        });
    const Outcome outcome = console.jobs().job(job)->outcome;
    if (outcome != Outcome::Succeeded && outcome != Outcome::SucceededWithWarnings)
        qFatal("%s did not succeed", qUtf8Printable(command.cmdlet()));
    return gaps;
}

void printRatio(const char *what, const Gaps &gaps, const Gaps &idle)
{
    std::printf("%-58s %9.1f %9.1f %9.1f\n", what, gaps.longest / idle.longest, gaps.percentile999 / idle.percentile999,
                gaps.longestAtWork / idle.longestAtWork);
}

} // namespace

void measureServers(const QString &folder)
{
    const PlayedServer server;
    ConsoleWindow console(folder + "/servers"_L1);
    console.mainWindow().resize(1600, 1000);
    console.mainWindow().show();
    connectTo(console, server);
    console.mainWindow().showPage(console.mainWindow().jobsPage());

    const Command services(u"Get-CsService"_s);
    const Command backup = Command(u"Backup-CsPool"_s)
                               .set(u"PoolFqdn"_s, u"pool-a.contoso.com"_s)
                               .set(u"Report"_s, QString(folder + "/report.html"_L1))
                               .set(u"Confirm"_s, false);
    QElapsedTimer pause;
    pause.start();
    const Gaps idle = watch([] {}, [&] { return pause.hasExpired(5000); });
    printGaps("connected to a server, nothing happens (five seconds)", idle);
    const Gaps objects = watchJob(console, services);
    printGaps("10,000 objects stream from the server into the log", objects);
    const double afterFirst = residentMemory();
    const Gaps progress = watchJob(console, backup);
    printGaps("100,000 progress records stream from the server", progress);
    printRatio("ratio of the objects to nothing", objects, idle);
    printRatio("ratio of the progress records to nothing", progress, idle);

    const double afterBoth = residentMemory();
    watchJob(console, services);
    watchJob(console, backup);
    std::printf("\n%-58s %9s\n", "Memory of the console's process", "MiB");
    std::printf("%-58s %9.0f\n", "after 10,000 objects", afterFirst);
    std::printf("%-58s %9.0f\n", "after 100,000 progress records more", afterBoth);
    std::printf("%-58s %9.0f\n\n", "after all of it once more", residentMemory());
}

} // namespace cspool::benchmark
