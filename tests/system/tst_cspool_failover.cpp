// The guided failover and failback of the built `cspool`: planned, in a disaster and back, typed by a person and by a
// script, left, killed and gone on with.
#include "backend/lab/deployment.h"
#include "tests/support/broken_lab.h"
#include "tests/support/console_world.h"
#include "tests/support/test_support.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace {

const QString A = u"a.example.com"_s;
const QString B = u"b.example.com"_s;
const QString C = u"c.example.com"_s;
const QString EdgePool = u"edge.example.com"_s;
const QByteArray NameOfPool = "Name of the pool: ";
const QByteArray Choices = "[?] Help";

constexpr int LongWait = 300'000; // milliseconds; a safety net, never what a test waits for

// A pair whose first pool holds the active Central Management store and is the next hop of an Edge pool, all of it
// backed up: a failover needs every step.
class GuidedWorld : public ConsoleWorld
{
public:
    GuidedWorld()
        : ConsoleWorld(QStringLiteral(CSPOOL_EXECUTABLE))
    {
        copyFolder(original().path(u"lab"_s), deployment());
    }

    QString state(const QString &pool) const
    {
        const QJsonArray all = run({u"Get-CsRegistrarConfiguration"_s, u"--json"_s}).json();
        for (const QJsonValue &each : all) {
            if (each[u"Identity"].toString().endsWith(pool))
                return each[u"PoolState"].toString();
        }
        return u"not reported"_s;
    }
    QJsonArray operations() const { return runBare({u"operations"_s, u"--json"_s}).json(); }
    QString onlyOperation() const
    {
        const QJsonArray all = operations();
        return all.size() == 1 ? all.first()[u"id"].toString() : u"there are %1"_s.arg(all.size());
    }

private:
    struct Original
    {
        Original()
        {
            const Result<> made = Deployment::create(folder.filePath(u"lab"_s),
                                                     {u"Test"_s, topologyDocument({A, B, C}), {PoolPair::of(A, B)}, A});
            if (!made)
                qFatal("%s", qUtf8Printable(made.error().message));
            BrokenLab(folder.filePath(u"lab"_s)).addEdgePool(EdgePool, A);
            const ConsoleWorld console(QStringLiteral(CSPOOL_EXECUTABLE));
            for (const QString &pool : {A, B}) {
                const ConsoleResult backedUp = console.runBare(
                    {u"--deployment"_s, folder.filePath(u"lab"_s), u"Backup-CsPool"_s, u"-PoolFqdn"_s, pool});
                if (backedUp.exitCode != 0)
                    qFatal("%s", backedUp.standardError.constData());
            }
        }
        QString path(const QString &name) const { return folder.filePath(name); }
        QTemporaryDir folder;
    };
    static const Original &original()
    {
        static const Original made;
        return made;
    }
};

// A person at the terminal: waits for a question, answers it.
class Person
{
public:
    Person(const ConsoleWorld &world, const QStringList &arguments)
        : m_process(world.prepare(arguments))
    {
        m_process->setReadChannel(QProcess::StandardError);
        m_process->start();
    }

    // Until it was said, after what was said before; false when the process ends without.
    bool hears(const QByteArray &words)
    {
        while (!m_heard.sliced(m_past).contains(words)) {
            if (m_process->state() == QProcess::NotRunning || !m_process->waitForReadyRead(LongWait)) {
                m_heard += m_process->readAllStandardError();
                return m_heard.sliced(m_past).contains(words);
            }
            m_heard += m_process->readAllStandardError();
        }
        m_past = m_heard.indexOf(words, m_past) + words.size();
        return true;
    }
    void types(const QString &line) { m_process->write(line.toUtf8() + '\n'); }
    void presses(int signal) { ::kill(pid_t(m_process->processId()), signal); }
    bool isKilled()
    {
        m_process->kill();
        return m_process->waitForFinished(LongWait);
    }
    ConsoleResult leaves()
    {
        m_process->closeWriteChannel();
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

#define HEARS(person, words) QVERIFY2((person).hears(words), (person).heard().constData())

} // namespace

class TestCspoolFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPlannedFailoverAndBackByAPerson();
    void aDisasterAndBackByAScript();
    void readinessIsForPeopleAndPrograms();
    void aWrongNameChangesNothing_data();
    void aWrongNameChangesNothing();
    void anInputThatEndsLeavesTheOperationToBeGoneOnWith();
    void noStopsBeforeAnythingIsRun();
    void ctrlCAtAQuestionLeavesTheOperation();
    void ctrlCStopsAStepAndSaysWhatIsTrue();
    void aScriptBeginsNothingThatStandsInTheWay();
    void aStepIsLeftOutForAReason();
    void aKilledStepIsGoneOnWith_data();
    void aKilledStepIsGoneOnWith();
    void anOperationIsGoneOnWithByItsOwnVerb();
    void aStepThatIsRefusedLeavesTheOperation();
    void theRecordCanBeShownAgain();
};

void TestCspoolFailover::initTestCase()
{
    const GuidedWorld world;
    QCOMPARE(world.state(A), u"Active"_s);
    QVERIFY(world.operations().isEmpty());
}

void TestCspoolFailover::aPlannedFailoverAndBackByAPerson()
{
    const GuidedWorld world;
    const QString report = world.path(u"record.html"_s);
    Person person(world, {u"failover"_s, A, u"--report"_s, report});
    HEARS(person, NameOfPool);
    QVERIFY(person.heard().contains("Planned failover of a.example.com to b.example.com."));
    person.types(A);
    HEARS(person, "Step 1 of 4: Make b.example.com the next hop of the Edge pool edge.example.com");
    HEARS(person, "Set-CsEdgeServer -Identity EdgeServer:edge.example.com -Registrar Registrar:b.example.com");
    HEARS(person, Choices);
    person.types(u"y"_s);
    HEARS(person, "Step 2 of 4: ");
    HEARS(person, Choices);
    person.types(u"yes"_s);
    HEARS(person, "Step 4 of 4: Fail over a.example.com to b.example.com");
    HEARS(person, NameOfPool);
    person.types(A.toUpper());
    const ConsoleResult over = person.leaves();
    QVERIFY2(over.exitCode == 0, over.standardError.constData());
    QCOMPARE(world.state(A), u"FailedOver"_s);
    QFile record(report);
    QVERIFY(record.open(QIODevice::ReadOnly));
    QVERIFY(record.readAll().contains("Invoke-CsPoolFailOver"));

    Person back(world, {u"failback"_s, A});
    HEARS(back, NameOfPool);
    back.types(A);
    HEARS(back, NameOfPool); // of the step
    back.types(A);
    HEARS(back, "Invoke-CsBackupServiceSync -PoolFqdn b.example.com -BackupModule ConfServices.DataConf");
    HEARS(back, Choices);
    back.types(u"y"_s);
    HEARS(back, "Make a.example.com the next hop of the Edge pool edge.example.com again");
    HEARS(back, Choices);
    back.types(u"y"_s);
    const ConsoleResult result = back.leaves();
    QVERIFY2(result.exitCode == 0, result.standardError.constData());
    QCOMPARE(world.state(A), u"Active"_s);
    const QJsonArray edges = world.run({u"Get-CsService"_s, u"-EdgeServer"_s, u"--json"_s}).json();
    QCOMPARE(edges.first()[u"Registrar"].toString(), u"Registrar:a.example.com"_s);
}

void TestCspoolFailover::aDisasterAndBackByAScript()
{
    const GuidedWorld world;
    BrokenLab broken(world.deployment());
    broken.losePool(A);
    const ConsoleResult over = world.run({u"failover"_s, A, u"--disaster"_s, u"--confirm"_s, A});
    QVERIFY2(over.exitCode == 0, over.standardError.constData());
    QVERIFY(over.standardError.contains("DISASTER: failover of a.example.com to b.example.com."));
    // In numbers as soon as the deployment can tell them: before the pool itself.
    const qsizetype losses = over.standardError.lastIndexOf("WHAT IS LOST");
    QVERIFY(losses > over.standardError.indexOf("Step 4 of 4: "));
    QVERIFY2(over.standardError.indexOf("the time of the last backup", losses) > losses,
             over.standardError.constData());
    QCOMPARE(world.state(A), u"FailedOver"_s);

    broken.bringBack();
    // The store on B has been the active one since the disaster, and A has no copy of it yet: that is seen, and said.
    const ConsoleResult left = world.run({u"failback"_s, A, u"--confirm"_s, A});
    QCOMPARE(left.exitCode, 7);
    QVERIFY2(left.standardError.contains("b.example.com, CentralMgmt.CMSMaster: export NotInitialized"),
             left.standardError.right(900).constData());
    QVERIFY(left.standardError.contains("        Invoke-CsBackupServiceSync -PoolFqdn b.example.com\n"));
    QCOMPARE(world.run({u"Invoke-CsBackupServiceSync"_s, u"-PoolFqdn"_s, B}).exitCode, 0);
    const QString id = world.operations().first()[u"id"].toString(); // that has not ended
    const ConsoleResult back = world.run({u"failback"_s, u"--resume"_s, id, u"--confirm"_s, A});
    QVERIFY2(back.exitCode == 0, back.standardError.right(900).constData());
    QVERIFY(back.standardError.contains("Left out, because it is optional."));
    QCOMPARE(world.state(A), u"Active"_s);
    const QJsonArray operations = world.operations();
    QCOMPARE(operations.size(), 2);
    for (const QJsonValue &operation : operations)
        QVERIFY(operation[u"isComplete"].toBool());
}

void TestCspoolFailover::readinessIsForPeopleAndPrograms()
{
    const GuidedWorld world;
    const auto before = ConsoleWorld::snapshot(world.path(u"lab/pools"_s));
    const ConsoleResult text = world.run({u"readiness"_s, A});
    QVERIFY2(text.exitCode == 4, text.standardError.constData()); // the steps have something to do
    QVERIFY(text.standardOutput.contains("Attention   Next hop of the Edge pools\n"));
    QVERIFY(text.standardOutput.contains(
        "        Set-CsEdgeServer -Identity EdgeServer:edge.example.com -Registrar Registrar:b.example.com\n"));
    const QJsonObject json
        = QJsonDocument::fromJson(world.run({u"readiness"_s, A, u"--json"_s}).standardOutput).object();
    QCOMPARE(json[u"verdict"_s].toString(), u"Attention"_s);
    QCOMPARE(json[u"backupPool"_s].toString(), B);
    QVERIFY(json[u"checks"_s].toArray().size() > 5);
    for (const QJsonValue &check : json[u"checks"_s].toArray())
        QVERIFY(!check[u"id"].toString().isEmpty() && !check[u"finding"].toString().isEmpty());

    // There is no way back from where it has not gone.
    QCOMPARE(world.run({u"readiness"_s, A, u"--failback"_s}).exitCode, 6);
    QCOMPARE(world.run({u"readiness"_s, u"none.example.com"_s}).exitCode, 6);
    QVERIFY(ConsoleWorld::snapshot(world.path(u"lab/pools"_s)) == before);
}

void TestCspoolFailover::aWrongNameChangesNothing_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("the backup pool's") << "b.example.com\n"_ba;
    QTest::newRow("part of it") << "a\n"_ba;
    QTest::newRow("yes") << "yes\n"_ba;
    QTest::newRow("nothing") << "\n"_ba;
    QTest::newRow("end of the input") << QByteArray();
}

void TestCspoolFailover::aWrongNameChangesNothing()
{
    QFETCH(QByteArray, input);
    const GuidedWorld world;
    const ConsoleResult result = world.run({u"failover"_s, A}, input);
    QVERIFY2(result.exitCode == 3, result.standardError.constData());
    QVERIFY2(result.standardError.contains("othing was begun"), result.standardError.constData());
    QVERIFY(world.operations().isEmpty());
    QCOMPARE(world.state(A), u"Active"_s);
}

void TestCspoolFailover::anInputThatEndsLeavesTheOperationToBeGoneOnWith()
{
    const GuidedWorld world;
    const ConsoleResult left = world.run({u"failover"_s, A}, "a.example.com\ny\n");
    QVERIFY2(left.exitCode == 7, left.standardError.constData());
    const QString id = world.onlyOperation();
    QVERIFY2(left.standardError.contains(QByteArray(" failover --resume " + id.toUtf8() + '\n')),
             left.standardError.constData());
    QVERIFY(left.standardError.contains("Record of the operation: "));
    const ConsoleResult resumed = world.run({u"failover"_s, u"--resume"_s, id, u"--confirm"_s, A});
    QVERIFY2(resumed.exitCode == 0, resumed.standardError.constData());
    QVERIFY2(!resumed.standardError.contains("Step 1 of 4: "), resumed.standardError.constData()); // it is reached
    QCOMPARE(world.state(A), u"FailedOver"_s);
    QCOMPARE(world.run({u"failover"_s, u"--resume"_s, id}).exitCode, 1); // it has ended
}

void TestCspoolFailover::noStopsBeforeAnythingIsRun()
{
    const GuidedWorld world;
    const ConsoleResult left = world.run({u"failover"_s, A}, "a.example.com\n\n"); // the default
    QVERIFY2(left.exitCode == 7, left.standardError.constData());
    const QJsonArray edges = world.run({u"Get-CsService"_s, u"-EdgeServer"_s, u"--json"_s}).json();
    QCOMPARE(edges.first()[u"Registrar"].toString(), u"Registrar:a.example.com"_s);
    QCOMPARE(world.operations().first()[u"hasEnded"].toBool(), false);
}

void TestCspoolFailover::ctrlCAtAQuestionLeavesTheOperation()
{
    const GuidedWorld world;
    Person person(world, {u"failover"_s, A});
    HEARS(person, NameOfPool);
    person.types(A);
    HEARS(person, Choices);
    person.presses(SIGINT);
    HEARS(person, "To go on with it:");
    const ConsoleResult result = person.leaves();
    QCOMPARE(result.exitCode, 7);
    QVERIFY2(!result.standardError.contains("ancelled"), result.standardError.constData());
    QCOMPARE(world.operations().size(), 1);
}

void TestCspoolFailover::ctrlCStopsAStepAndSaysWhatIsTrue()
{
    const GuidedWorld world;
    Person person(world, {u"--lock-timeout"_s, u"3600"_s, u"failover"_s, A});
    HEARS(person, NameOfPool);
    person.types(A);
    HEARS(person, Choices);
    // Somebody else is at work on the pool, so that the step waits.
    QLockFile lock(world.path(u"lab/locks/%1.lock"_s.arg(A)));
    lock.setStaleLockTime(0);
    QVERIFY(lock.tryLock());
    person.types(u"y"_s);
    HEARS(person, "tst_cspool"); // the wait names who holds the lock
    person.presses(SIGINT);
    HEARS(person, "Stopping the step, as far as it can be stopped.");
    HEARS(person, "Set-CsEdgeServer was stopped. What has become of it is read from the deployment.");
    HEARS(person, "Not reached:");
    HEARS(person, "To go on with it:");
    lock.unlock();
    QCOMPARE(person.leaves().exitCode, 7);
    const ConsoleResult resumed = world.run({u"failover"_s, u"--resume"_s, world.onlyOperation(), u"--confirm"_s, A});
    QVERIFY2(resumed.exitCode == 0, resumed.standardError.right(900).constData());
}

void TestCspoolFailover::aScriptBeginsNothingThatStandsInTheWay()
{
    const GuidedWorld world;
    const ConsoleResult unpaired = world.run({u"failover"_s, C, u"--confirm"_s, C});
    QVERIFY2(unpaired.exitCode == 6, unpaired.standardError.constData());
    const ConsoleResult notAway = world.run({u"failback"_s, A, u"--confirm"_s, A});
    QVERIFY2(notAway.exitCode == 6, notAway.standardError.constData());
    QVERIFY(notAway.standardError.contains("stands in the way"));
    QVERIFY(world.operations().isEmpty());
}

void TestCspoolFailover::aStepIsLeftOutForAReason()
{
    const GuidedWorld world;
    Person person(world, {u"failover"_s, A});
    HEARS(person, NameOfPool);
    person.types(A);
    HEARS(person, Choices);
    person.types(u"o"_s);
    HEARS(person, "Why is it left out?");
    person.types(u" "_s);
    HEARS(person, "Without a reason it is not left out.");
    HEARS(person, Choices);
    person.types(u"o"_s);
    HEARS(person, "Why is it left out?");
    person.types(u"No user is outside."_s);
    HEARS(person, "Step 2 of 4: ");
    person.leaves();
    const ConsoleResult record = world.runBare({u"operation"_s, world.onlyOperation()});
    QVERIFY2(record.standardOutput.contains("No user is outside."), record.standardOutput.constData());
}

void TestCspoolFailover::aKilledStepIsGoneOnWith_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("isAtOnce"); // after the answer; else after the next words
    for (const int step : {1, 2, 4}) { // the third is reached by the second
        QTest::addRow("step %d, at once", step) << step << true;
        QTest::addRow("step %d, while it runs or is verified", step) << step << false;
    }
}

void TestCspoolFailover::aKilledStepIsGoneOnWith()
{
    QFETCH(int, step);
    QFETCH(bool, isAtOnce);
    const GuidedWorld world;
    Person person(world, {u"failover"_s, A});
    HEARS(person, NameOfPool);
    person.types(A);
    for (const int each : {1, 2, 4}) {
        HEARS(person, QByteArray("Step " + QByteArray::number(each) + " of 4: "));
        HEARS(person, each == 4 ? NameOfPool : Choices);
        person.types(each == 4 ? A : u"y"_s);
        if (each == step)
            break;
    }
    if (!isAtOnce)
        HEARS(person, "\n");
    QVERIFY(person.isKilled());

    const QString id = world.onlyOperation();
    QVERIFY(!world.operations().first()[u"isHeld"].toBool());
    ConsoleResult resumed = world.run({u"failover"_s, u"--resume"_s, id, u"--confirm"_s, A});
    if (resumed.exitCode == 7) { // neither here nor there: what is true is said, and what to run next
        QVERIFY2(resumed.standardError.contains("FailingOver"), resumed.standardError.constData());
        QVERIFY(resumed.standardError.contains("        Backup-CsPool -PoolFqdn a.example.com\n"));
        world.run({u"Backup-CsPool"_s, u"-PoolFqdn"_s, A});
        resumed = world.run({u"failover"_s, u"--resume"_s, id, u"--confirm"_s, A});
    }
    QVERIFY2(resumed.exitCode == 0, resumed.standardError.constData());
    QCOMPARE(world.state(A), u"FailedOver"_s);
    QVERIFY(world.operations().first()[u"isComplete"].toBool());
}

void TestCspoolFailover::anOperationIsGoneOnWithByItsOwnVerb()
{
    const GuidedWorld world;
    QCOMPARE(world.run({u"failover"_s, A}, "a.example.com\n").exitCode, 7);
    const QString id = world.onlyOperation();
    const ConsoleResult wrongVerb = world.run({u"failback"_s, u"--resume"_s, id});
    QCOMPARE(wrongVerb.exitCode, 7);
    QVERIFY2(wrongVerb.standardError.contains(" failover --resume "), wrongVerb.standardError.constData());
    const ConsoleResult wrongPool = world.run({u"failover"_s, u"--resume"_s, id, u"--confirm"_s, B});
    QCOMPARE(wrongPool.exitCode, 7);
    QVERIFY(wrongPool.standardError.contains("Nothing was run."));
    QCOMPARE(world.state(A), u"Active"_s);
}

// The pair was changed after the operation was begun: its steps are for another one.
void TestCspoolFailover::aStepThatIsRefusedLeavesTheOperation()
{
    const GuidedWorld world;
    QCOMPARE(world.run({u"failover"_s, A}, "a.example.com\n").exitCode, 7);
    const QString id = world.onlyOperation();
    const QString document = world.path(u"topology.xml"_s);
    QFile file(document);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray topology = world.run({u"Get-CsTopology"_s, u"-AsXml"_s}).standardOutput;
    QCOMPARE(file.write(topology), topology.size());
    file.close();
    const ConsoleResult published = world.run({u"Publish-CsTopology"_s, u"-FileName"_s, document, u"-Pair"_s,
                                               u"a.example.com=c.example.com"_s, u"-Confirm:$false"_s});
    QVERIFY2(published.exitCode == 0 || published.exitCode == 4, published.standardError.constData());

    Person person(world, {u"failover"_s, u"--resume"_s, id});
    HEARS(person, Choices);
    person.types(u"y"_s);
    HEARS(person, "a.example.com is no longer paired with b.example.com");
    HEARS(person, "The operation has not ended.");
    QCOMPARE(person.leaves().exitCode, 7);
    QCOMPARE(world.state(A), u"Active"_s);
}

void TestCspoolFailover::theRecordCanBeShownAgain()
{
    const GuidedWorld world;
    QCOMPARE(world.run({u"failover"_s, A, u"--confirm"_s, A}).exitCode, 0);
    const QString id = world.onlyOperation();
    const QString report = world.path(u"again.html"_s);
    const ConsoleResult record = world.runBare({u"operation"_s, id, u"--report"_s, report});
    QVERIFY2(record.exitCode == 0, record.standardError.constData());
    QVERIFY2(record.standardOutput.contains("Invoke-CsPoolFailOver -PoolFqdn a.example.com"),
             record.standardOutput.constData());
    QVERIFY(QFile::exists(report));
    QVERIFY(world.runBare({u"operation"_s, id, u"--json"_s}).json().size() > 5);
    const ConsoleResult list = world.runBare({u"operations"_s});
    QVERIFY(list.standardOutput.contains("Planned failover of a.example.com to b.example.com\n    Complete.\n"));
    QCOMPARE(world.runBare({u"operation"_s, u"6e52553a-ff3e-406b-a432-0e782b65aa2d"_s}).exitCode, 1);
}

QTEST_GUILESS_MAIN(TestCspoolFailover)
#include "tst_cspool_failover.moc"
