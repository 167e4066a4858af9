// SingleInstance and the built console: one process for each user, reached by later starts; what a killed one leaves
// behind is in nobody's way.
#include "app/console/single_instance.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

namespace cspool::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30000; // milliseconds

// A start in a thread of its own, as it would be in a process of its own: it waits for this one's event loop.
SingleInstance::Role startBeside(const QString &folder, const char *deployment, std::chrono::milliseconds patience)
{
    SingleInstance::Role role = SingleInstance::Role::First;
    std::atomic<bool> hasEnded = false;
    std::thread other([name = folder.toStdString(), deployment, patience, &role, &hasEnded] {
        SingleInstance instance(QString::fromStdString(name));
        role = instance.start({QString::fromLatin1(deployment)}, patience);
        hasEnded = true;
    });
    const bool ended = waitUntil([&hasEnded] { return hasEnded.load(); }, Patience);
    other.join();
    if (!ended)
        qFatal("A second start waits for ever");
    return role;
}

// The built console with a home of its own.
class ConsoleProcess
{
public:
    explicit ConsoleProcess(const QString &home)
        : m_home(home)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, home);
        for (const QString &name : {u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"DBUS_SESSION_BUS_ADDRESS"_s})
            environment.remove(name);
        environment.insert(u"XDG_RUNTIME_DIR"_s, home);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        m_process.setProcessEnvironment(environment);
    }

    QProcess &start(const QStringList &arguments = {})
    {
        m_process.start(QStringLiteral(CSPOOL_CONSOLE_EXECUTABLE), arguments);
        return m_process;
    }
    ~ConsoleProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    int runToEnd(const QStringList &arguments = {})
    {
        start(arguments);
        return m_process.waitForFinished(Patience) ? m_process.exitCode() : -1;
    }
    QByteArray output() { return m_process.readAllStandardOutput(); }
    QByteArray errors() { return m_process.readAllStandardError(); }
    QByteArray log() const
    {
        QFile file(m_home + u"/.local/share/cspool-console/logs/cspool.log"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    const QString m_home;
    QProcess m_process;
};

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSecondStartHandsOverItsDeploymentAndEnds();
    void anotherFolderIsAnotherConsole();
    void aConsoleThatDoesNotAnswerIsNamed();
    void whatIsNoRequestIsIgnored();
    void aFolderThatCannotBeMadeIsNoReasonToRefuse();
    void theBuiltConsoleRunsOnceAndSurvivesBeingKilled();
    void theBuiltConsoleLeavesInOrderWhenItIsTerminated();
    void theBuiltConsoleTellsItsOptions();
    void aWrongOptionIsRefused_data();
    void aWrongOptionIsRefused();

private:
    QTemporaryDir m_runtime;
};

void TestSingleInstance::initTestCase()
{
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path()));
}

void TestSingleInstance::aSecondStartHandsOverItsDeploymentAndEnds()
{
    const QTemporaryDir folder;
    SingleInstance first(folder.path());
    QSignalSpy requested(&first, &SingleInstance::requested);
    QVERIFY(first.start({}, 0ms) == SingleInstance::Role::First);
    QVERIFY(startBeside(folder.path(), "/labs/contoso", 10s) == SingleInstance::Role::Delivered);
    QVERIFY(startBeside(folder.path(), "", 10s) == SingleInstance::Role::Delivered);
    QTRY_COMPARE(requested.size(), 2);
    QCOMPARE(requested.at(0).first().value<StartRequest>().deployment, u"/labs/contoso"_s);
    QCOMPARE(requested.at(1).first().value<StartRequest>().deployment, QString());
}

void TestSingleInstance::anotherFolderIsAnotherConsole()
{
    const QTemporaryDir folder;
    const QTemporaryDir other;
    SingleInstance first(folder.path());
    SingleInstance second(other.path());
    QVERIFY(first.start({}, 0ms) == SingleInstance::Role::First);
    QVERIFY(second.start({}, 0ms) == SingleInstance::Role::First);
}

void TestSingleInstance::aConsoleThatDoesNotAnswerIsNamed()
{
    const QTemporaryDir folder;
    QLockFile lock(folder.filePath(u"console.lock"_s)); // a console that has no socket yet, or hangs
    QVERIFY(lock.lock());
    SingleInstance instance(folder.path());
    QVERIFY(instance.start({}, 200ms) == SingleInstance::Role::Unreachable);
    QVERIFY(instance.otherProcess().contains(QString::number(QCoreApplication::applicationPid())));
}

void TestSingleInstance::whatIsNoRequestIsIgnored()
{
    const QTemporaryDir folder;
    SingleInstance first(folder.path());
    QSignalSpy requested(&first, &SingleInstance::requested);
    QVERIFY(first.start({}, 0ms) == SingleInstance::Role::First);
    const QStringList sockets = QDir(m_runtime.path()).entryList({u"cspool-console-*"_s}, QDir::System);
    QCOMPARE(sockets.size(), 1);
    QLocalSocket socket;
    socket.connectToServer(m_runtime.filePath(sockets.first()));
    QVERIFY(socket.waitForConnected());
    socket.write(QByteArray(1024 * 1024, '\x7f'));
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(requested.size(), 0);
    QVERIFY(startBeside(folder.path(), "", 10s) == SingleInstance::Role::Delivered);
}

void TestSingleInstance::aFolderThatCannotBeMadeIsNoReasonToRefuse()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    SingleInstance instance(folder.filePath(u"file/history"_s));
    QVERIFY(instance.start({}, 0ms) == SingleInstance::Role::First);
}

void TestSingleInstance::theBuiltConsoleRunsOnceAndSurvivesBeingKilled()
{
    const QTemporaryDir home;
    ConsoleProcess first(home.path());
    QProcess &process = first.start();
    QTRY_VERIFY_WITH_TIMEOUT(first.log().contains("started, version"), Patience);

    ConsoleProcess second(home.path());
    QCOMPARE(second.runToEnd({u"--deployment"_s, home.filePath(u"contoso"_s)}), 0);
    const QByteArray line = "started again, for the deployment " + QFile::encodeName(home.filePath(u"contoso"_s));
    QTRY_VERIFY_WITH_TIMEOUT(first.log().contains(line), Patience);
    QCOMPARE(process.state(), QProcess::Running);

    process.kill();
    QVERIFY(process.waitForFinished());
    ConsoleProcess third(home.path());
    third.start();
    QTRY_COMPARE_WITH_TIMEOUT(third.log().count("started, version"), 2, Patience);
}

void TestSingleInstance::theBuiltConsoleLeavesInOrderWhenItIsTerminated()
{
#ifdef Q_OS_WIN
    QSKIP("QProcess::terminate() closes windows here, which asks.");
#endif
    const QTemporaryDir home;
    ConsoleProcess console(home.path());
    QProcess &process = console.start();
    QTRY_VERIFY_WITH_TIMEOUT(console.log().contains("started, version"), Patience);
    process.terminate();
    QVERIFY(process.waitForFinished(Patience));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestSingleInstance::theBuiltConsoleTellsItsOptions()
{
    const QTemporaryDir home;
    ConsoleProcess console(home.path());
    QCOMPARE(console.runToEnd({u"--help"_s}), 0);
    const QByteArray help = console.output();
    for (const char *option : {"--deployment", "--theme", "--language", "--log-level", "--version"})
        QVERIFY2(help.contains(option), option);
    QCOMPARE(console.runToEnd({u"--version"_s}), 0);
    QCOMPARE(console.output(), QByteArray("CsPool Console " CSPOOL_VERSION "\n"));
}

void TestSingleInstance::aWrongOptionIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList{u"--colour"_s};
    QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s};
    QTest::newRow("language") << QStringList{u"--language"_s, u"xx"_s};
    QTest::newRow("log level") << QStringList{u"--log-level"_s, u"loud"_s};
    QTest::newRow("argument") << QStringList{u"contoso"_s};
}

void TestSingleInstance::aWrongOptionIsRefused()
{
    QFETCH(const QStringList, arguments);
    const QTemporaryDir home;
    ConsoleProcess console(home.path());
    QCOMPARE(console.runToEnd(arguments), 2);
    QVERIFY(console.errors().contains("--help"));
    QVERIFY(!QFile::exists(home.filePath(u".local/share/cspool-console"_s)));
}

} // namespace cspool::test

QTEST_GUILESS_MAIN(cspool::test::TestSingleInstance)
#include "tst_single_instance.moc"
