// The verbs of the built `cspool` in front of genuine servers, played behind HTTPS in the test's own process:
// readiness, a guided failover by a script, and one with a step that a person runs elsewhere.
#include "tests/remoting/played_deployment.h"
#include "tests/remoting/wsman_server.h"
#include "tests/support/console_world.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace {

const QByteArray Password = "Marked-Passw0rd-4711";

// A played server, and a `cspool` that is told how to reach it. The server works in the event loop of the test, which
// therefore never waits for the process without it.
class ServedWorld : public ConsoleWorld
{
public:
    ServedWorld()
        : ConsoleWorld(QStringLiteral(CSPOOL_EXECUTABLE))
    {
        server.user = "CONTOSO\\anna";
        server.password = Password;
        server.setUp = [this](PsrpServer &psrp) { deployment.install(psrp); };
    }

    PlayedState &state() { return *deployment.state; }
    QString poolState() { return toString(state().pool(PoolA)->state); }
    QStringList arguments(const QStringList &verb)
    {
        return QStringList{u"--connect"_s,       server.https().url(u"/OcsPowershell"_s).toString(),
                           u"--trust"_s,         server.https().identity().fingerprint(),
                           u"--auth"_s,          u"basic"_s,
                           u"--user"_s,          u"CONTOSO\\anna"_s,
                           u"--password-stdin"_s}
        + verb;
    }
    // To its end, with the password and then these lines on its standard input.
    ConsoleResult runThere(const QStringList &verb, const QByteArray &input = {});

    PlayedDeployment deployment;
    WsmanServer server;
};

// A person, or a script, at the other end of a process that goes on while the server answers it.
class Talk
{
public:
    Talk(ServedWorld &world, const QStringList &verb)
        : m_process(world.prepareBare(world.arguments(verb)))
    {
        m_process->start();
        types(Password);
    }
    // Until it was said, after what was said before; false when the process ends without.
    bool hears(const QByteArray &words)
    {
        const auto isSaid = [&] {
            m_heard += m_process->readAllStandardError();
            return m_heard.indexOf(words, m_past) >= 0;
        };
        waitUntil([&] { return isSaid() || m_process->state() == QProcess::NotRunning; });
        if (!isSaid())
            return false;
        m_past = m_heard.indexOf(words, m_past) + words.size();
        return true;
    }
    void types(const QByteArray &line) { m_process->write(line + '\n'); }
    void interrupts() { ::kill(pid_t(m_process->processId()), SIGINT); }
    ConsoleResult ends()
    {
        m_process->closeWriteChannel();
        waitUntil([this] { return m_process->state() == QProcess::NotRunning; });
        ConsoleResult result = ConsoleWorld::finish(*m_process);
        result.standardError.prepend(m_heard);
        return result;
    }
    QByteArray heard() const { return m_heard; }

private:
    std::unique_ptr<QProcess> m_process;
    QByteArray m_heard;
    qsizetype m_past = 0;
};

ConsoleResult ServedWorld::runThere(const QStringList &verb, const QByteArray &input)
{
    Talk talk(*this, verb);
    if (!input.isEmpty())
        talk.types(input);
    return talk.ends();
}

#define HEARS(talk, words) QVERIFY2((talk).hears(words), (talk).heard().constData())

QString verdictOf(const QJsonObject &readiness, const QString &check)
{
    for (const QJsonValue &each : readiness[u"checks"_s].toArray()) {
        if (each[u"id"].toString() == check)
            return each[u"verdict"].toString();
    }
    return u"not there"_s;
}

} // namespace

class TestCspoolServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readinessSaysWhatStandsInTheWay();
    void aPlannedFailoverByAScript();
    void aScriptBeginsNothingThatStandsInTheWay();
    void aStepThatIsRunElsewhereIsShownToCopyAndChecked();
    void aScriptLeavesAStepThatIsRunElsewhere();
    void ctrlCPastThePointOfNoReturnIsNeverCalledCancelled();
    void aWrongPasswordBeginsNothing();
};

void TestCspoolServers::readinessSaysWhatStandsInTheWay()
{
    ServedWorld world;
    world.state().addFileTransferAgent(PoolA);
    world.state().setNextHop(PoolA);
    const ConsoleResult result = world.runThere({u"readiness"_s, PoolA, u"--json"_s});
    QVERIFY2(result.exitCode == 6, result.standardError.constData());
    const QJsonObject json = QJsonDocument::fromJson(result.standardOutput).object();
    QCOMPARE(json[u"verdict"_s].toString(), u"Blocking"_s);
    QCOMPARE(json[u"backupPool"_s].toString(), PoolB);
    QCOMPARE(verdictOf(json, u"CentralManagement"_s), u"Blocking"_s);
    QCOMPARE(verdictOf(json, u"EdgeNextHop"_s), u"Attention"_s);
    QCOMPARE(verdictOf(json, u"PoolState"_s), u"Ready"_s);
    QVERIFY(result.standardOutput.contains("Set-CsEdgeServer -Identity EdgeServer:edge.contoso.com -Registrar "
                                           "Registrar:pool-b.contoso.com"));
    QVERIFY(!result.standardOutput.contains(Password) && !result.standardError.contains(Password));
    QTRY_COMPARE(world.server.shells(), 0); // nothing is left behind there
}

void TestCspoolServers::aPlannedFailoverByAScript()
{
    ServedWorld world;
    world.state().setNextHop(PoolA);
    const ConsoleResult over = world.runThere({u"failover"_s, PoolA, u"--confirm"_s, PoolA});
    QVERIFY2(over.exitCode == 0, over.standardError.constData());
    QVERIFY(over.standardError.contains("Planned failover of pool-a.contoso.com to pool-b.contoso.com."));
    QVERIFY(over.standardError.contains("Record of the operation: "));
    QCOMPARE(world.poolState(), u"FailedOver"_s);
    QCOMPARE(world.state().edgePool(PoolEdge)->nextHop, PoolB);
    const ConsoleResult back = world.runThere({u"failback"_s, PoolA, u"--confirm"_s, PoolA});
    QVERIFY2(back.exitCode == 0, back.standardError.constData());
    QCOMPARE(world.poolState(), u"Active"_s);
    QTRY_COMPARE(world.server.shells(), 0);
}

void TestCspoolServers::aScriptBeginsNothingThatStandsInTheWay()
{
    ServedWorld world;
    world.state().statusAnswers[PoolB] = PlayedAnswer::Failure;
    const ConsoleResult result = world.runThere({u"failover"_s, PoolA, u"--confirm"_s, PoolA});
    QVERIFY2(result.exitCode == 6, result.standardError.constData());
    QVERIFY(result.standardError.contains("nothing is begun while a check stands in the way"));
    QCOMPARE(world.poolState(), u"Active"_s);
}

void TestCspoolServers::aStepThatIsRunElsewhereIsShownToCopyAndChecked()
{
    ServedWorld world;
    world.deployment.withheldCmdlets = {u"Invoke-CsManagementServerFailover"_s};
    world.state().setActiveStore(PoolA);
    Talk talk(world, {u"failover"_s, PoolA});
    HEARS(talk, "Name of the pool: ");
    talk.types(PoolA.toUtf8());
    HEARS(talk, "Step 1 of 3: ");
    HEARS(talk, "fe1.pool-b.contoso.com"); // where
    HEARS(talk, "        Invoke-CsManagementServerFailover\n");
    HEARS(talk, "[?] Help");
    world.state().setActiveStore(PoolB); // the person does it
    talk.types({}); // done
    HEARS(talk, "Reached: ");
    HEARS(talk, "Step 3 of 3: ");
    HEARS(talk, "Name of the pool: ");
    QCOMPARE(world.poolState(), u"Active"_s);
    talk.types(PoolA.toUtf8());
    const ConsoleResult result = talk.ends();
    QVERIFY2(result.exitCode == 0, result.standardError.constData());
    QCOMPARE(world.poolState(), u"FailedOver"_s);
}

void TestCspoolServers::aScriptLeavesAStepThatIsRunElsewhere()
{
    ServedWorld world;
    world.state().setActiveStore(PoolA); // the session is not on a server of the pool that takes it over
    const ConsoleResult left = world.runThere({u"failover"_s, PoolA, u"--confirm"_s, PoolA});
    QVERIFY2(left.exitCode == 7, left.standardError.constData());
    QVERIFY(left.standardError.contains("        Invoke-CsManagementServerFailover\n"));
    QVERIFY(left.standardError.contains("This step cannot be run from here."));
    QCOMPARE(world.poolState(), u"Active"_s);
    const QJsonArray operations = world.runBare({u"operations"_s, u"--json"_s}).json();
    QCOMPARE(operations.size(), 1);
    const QString id = operations.first()[u"id"].toString();
    // As it is, it reaches the servers again.
    const QByteArray goOn = "--user 'CONTOSO\\anna' --auth basic --trust "
        + world.server.https().identity().fingerprint().toUtf8() + " failover --resume " + id.toUtf8() + '\n';
    QVERIFY2(left.standardError.contains(goOn), left.standardError.constData());
    world.state().setActiveStore(PoolB); // somebody has run it there
    const ConsoleResult resumed = world.runThere({u"failover"_s, u"--resume"_s, id, u"--confirm"_s, PoolA});
    QVERIFY2(resumed.exitCode == 0, resumed.standardError.constData());
    QCOMPARE(world.poolState(), u"FailedOver"_s);
}

void TestCspoolServers::ctrlCPastThePointOfNoReturnIsNeverCalledCancelled()
{
    ServedWorld world;
    std::optional<PlayedPoint> reached;
    world.deployment.failoverPause = [&reached](PlayedPoint point, const std::function<void()> &goOn) {
        reached = point;
        if (point == PlayedPoint::BeforeNoReturn)
            goOn();
    };
    Talk talk(world, {u"failover"_s, PoolA});
    HEARS(talk, "Name of the pool: ");
    talk.types(PoolA.toUtf8());
    HEARS(talk, "Name of the pool: "); // of the step
    talk.types(PoolA.toUtf8());
    QTRY_VERIFY(reached == PlayedPoint::AfterNoReturn);
    talk.interrupts();
    HEARS(talk, "nothing is taken back by stopping");
    HEARS(talk, "Ctrl+C ends the wait.");
    talk.interrupts();
    HEARS(talk, "To go on with it:");
    const ConsoleResult result = talk.ends();
    QVERIFY2(result.exitCode == 7, result.standardError.constData());
    QVERIFY2(result.standardError.contains("The state of pool-a.contoso.com is FailingOver"),
             result.standardError.constData());
    QVERIFY(result.standardError.contains("To run next:"));
    QVERIFY2(!result.standardError.contains("Cancelled"), result.standardError.constData());
    QCOMPARE(world.poolState(), u"FailingOver"_s);
}

void TestCspoolServers::aWrongPasswordBeginsNothing()
{
    ServedWorld world;
    world.server.password = "another";
    const ConsoleResult result = world.runThere({u"failover"_s, PoolA, u"--confirm"_s, PoolA});
    QVERIFY2(result.exitCode == 1, result.standardError.constData());
    QCOMPARE(world.server.refusals, 1);
    QCOMPARE(world.server.shellsMade(), 0);
    QVERIFY(!result.standardError.contains(Password));
}

QTEST_GUILESS_MAIN(TestCspoolServers)
#include "tst_cspool_servers.moc"
