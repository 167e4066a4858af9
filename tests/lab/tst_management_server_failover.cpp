// Failover of the Central Management store: planned, forced, refused, cancelled, interrupted; exactly one copy is
// active.
#include "backend/lab/central_management_failover.h"

#include "backend/lab/lab_cmdlet.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace {

const QString A = QStringLiteral("a.example.com");
const QString B = QStringLiteral("b.example.com");
const QString C = QStringLiteral("c.example.com");
const QString MoveIt = QStringLiteral("Invoke-CsManagementServerFailover -Confirm:$false");

template <typename T> T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

void succeed(const Result<> &result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
}

Result<> runIn(const QString &folder, TestRuntime &runtime)
{
    LabContext context(folder, runtime.runtime(), std::chrono::milliseconds(0));
    return findLabCmdlet(runtime.runtime().command().cmdlet())(context);
}

void mustRun(const TestDeployment &lab, const QString &line)
{
    TestRuntime runtime(line);
    const auto done = runIn(lab.folder(), runtime);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
}

// A change that every copy shows when it has it.
void configure(const TestDeployment &lab, int seconds)
{
    const auto deployment = lab.open();
    BackupServiceConfiguration configuration;
    configuration.syncInterval = TimeSpan::fromSeconds(seconds);
    auto store = valueOf(deployment->centralStore());
    succeed(store.setBackupServiceConfiguration(configuration, valueOf(deployment->centralManagement()).epoch));
}

qint64 configuredOn(CentralStore store)
{
    return valueOf(store.backupServiceConfiguration()).syncInterval.ticks / TimeSpan::TicksPerSecond;
}

CentralManagementOwnership activeOf(const TestDeployment &lab)
{
    return valueOf(lab.open(OpenMode::ReadOnly)->centralManagement());
}

QString centralStorePath(const TestDeployment &lab, const QString &pool)
{
    return lab.folder() + "/pools/"_L1 + pool + "/central-store.sqlite"_L1;
}

} // namespace

class TestManagementServerFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStandbyBecomesTheOneActiveCopyWithEveryChange();
    void itCanBeMovedBackWithTheChangesMadeMeanwhile();
    void whatCannotBeMovedIsRefusedWithTheWayOut_data();
    void whatCannotBeMovedIsRefusedWithTheWayOut();
    void anActiveStoreThatIsGoneNeedsForce();
    void aChangeLeftBehindByForceComesBackOrIsKeptAside_data();
    void aChangeLeftBehindByForceComesBackOrIsKeptAside();
    void ofEqualRevisionsTheActiveCopyKeepsItsOwn();
    void forceLosesNothingWhenTheActiveCopyCanBeReached();
    void aReplicaThatCannotBeReachedIsAWarning();
    void theTopologyDocumentIsNotTouched();
    void whatIfChangesNothing();
    void aCancelledOneIsRolledBackOrDone();
    void aCrashAtAnyMomentIsRecovered();
};

void TestManagementServerFailover::theStandbyBecomesTheOneActiveCopyWithEveryChange()
{
    const TestDeployment lab;
    configure(lab, 60);
    TestRuntime runtime(MoveIt);
    const auto done = runIn(lab.folder(), runtime);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));

    QCOMPARE(activeOf(lab).activePool, B);
    QCOMPARE(activeOf(lab).epoch, 2);
    const auto deployment = lab.open(OpenMode::ReadOnly);
    QVERIFY(valueOf(deployment->journal()).isEmpty());
    QCOMPARE(configuredOn(valueOf(deployment->centralStore())), 60);
    const CentralStore active = valueOf(deployment->centralStoreOn(B));
    for (const QString &pool : {A, B, C})
        QVERIFY2(valueOf(isUpToDate(active, valueOf(deployment->localReplica(pool)))), qPrintable(pool));
    QVERIFY(valueOf(isUpToDate(active, valueOf(deployment->centralStoreOn(A)))));
    QCOMPARE(runtime.runtime().warningCount(), 0);
}

void TestManagementServerFailover::itCanBeMovedBackWithTheChangesMadeMeanwhile()
{
    const TestDeployment lab;
    mustRun(lab, MoveIt);
    configure(lab, 90);
    mustRun(lab, MoveIt);
    QCOMPARE(activeOf(lab).activePool, A);
    QCOMPARE(activeOf(lab).epoch, 3);
    QCOMPARE(configuredOn(valueOf(lab.open(OpenMode::ReadOnly)->centralStoreOn(A))), 90);
}

void TestManagementServerFailover::whatCannotBeMovedIsRefusedWithTheWayOut_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("wayOut");

    QTest::newRow("no backup pool") << C << MoveIt << u"NoBackupPool"_s << u"Pair it"_s;
    QTest::newRow("it is there already") << A << QString(MoveIt + " -BackupPoolFqdn a.example.com"_L1)
                                         << u"CentralManagementAlreadyActive"_s << u""_s;
    QTest::newRow("unknown pool") << A << QString(MoveIt + " -BackupPoolFqdn x.example.com"_L1) << u"PoolNotFound"_s
                                  << u"Get-CsPool"_s;
}

void TestManagementServerFailover::whatCannotBeMovedIsRefusedWithTheWayOut()
{
    QFETCH(const QString, host);
    QFETCH(const QString, line);
    QFETCH(const QString, id);
    QFETCH(const QString, wayOut);

    const TestDeployment lab({u"Test"_s, topologyDocument({A, B, C}), {PoolPair::of(A, B)}, host});
    TestRuntime runtime(line);
    const auto refused = runIn(lab.folder(), runtime);
    QVERIFY(!refused);
    QCOMPARE(refused.error().id, id);
    QVERIFY2(refused.error().recommendedAction.contains(wayOut), qPrintable(refused.error().recommendedAction));
    QCOMPARE(activeOf(lab).activePool, host);
    QCOMPARE(activeOf(lab).epoch, 1);
}

void TestManagementServerFailover::anActiveStoreThatIsGoneNeedsForce()
{
    const TestDeployment lab;
    mustRun(lab, MoveIt); // makes the standby copy on A, whichever pools have one at first
    mustRun(lab, MoveIt);
    QVERIFY(QFile::remove(centralStorePath(lab, A)));

    TestRuntime planned(MoveIt);
    const auto refused = runIn(lab.folder(), planned);
    QVERIFY(!refused);
    QVERIFY2(refused.error().recommendedAction.contains("-Force"_L1), qPrintable(refused.error().recommendedAction));
    QCOMPARE(activeOf(lab).activePool, A);

    TestRuntime forced(u"Invoke-CsManagementServerFailover -Force"_s);
    const auto done = runIn(lab.folder(), forced);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QVERIFY2(forced.warnings().join(u'\n').contains("cannot be read"_L1), qPrintable(forced.warnings().join(u'\n')));
    QVERIFY(forced.prompts().isEmpty());
    QCOMPARE(activeOf(lab).activePool, B);
    QVERIFY(valueOf(lab.open(OpenMode::ReadOnly)->centralStore()).topology());
}

void TestManagementServerFailover::aChangeLeftBehindByForceComesBackOrIsKeptAside_data()
{
    QTest::addColumn<bool>("isContradicted");

    QTest::newRow("nothing else was changed: it comes back") << false;
    QTest::newRow("changed on the new active copy: that one wins") << true;
}

void TestManagementServerFailover::aChangeLeftBehindByForceComesBackOrIsKeptAside()
{
    QFETCH(const bool, isContradicted);

    const TestDeployment lab;
    configure(lab, 60);
    mustRun(lab, MoveIt);
    mustRun(lab, MoveIt);
    configure(lab, 70); // on A; B's standby copy never sees it
    const QString away = lab.filePath(u"away.sqlite"_s);
    QVERIFY(QFile::rename(centralStorePath(lab, A), away));
    mustRun(lab, u"Invoke-CsManagementServerFailover -Force"_s);
    QCOMPARE(configuredOn(valueOf(lab.open(OpenMode::ReadOnly)->centralStore())), 60);
    if (isContradicted)
        configure(lab, 80);

    QVERIFY(QFile::rename(away, centralStorePath(lab, A)));
    TestRuntime runtime(MoveIt);
    const auto done = runIn(lab.folder(), runtime);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(activeOf(lab).activePool, A);
    const auto deployment = lab.open(OpenMode::ReadOnly);
    QCOMPARE(configuredOn(valueOf(deployment->centralStore())), isContradicted ? 80 : 70);
    QCOMPARE(configuredOn(valueOf(deployment->centralStoreOn(B))), isContradicted ? 80 : 70);
    const auto kept = valueOf(valueOf(deployment->centralStoreOn(A)).documents().keptAside());
    QCOMPARE(kept.size(), isContradicted ? 1 : 0);
    QCOMPARE(runtime.warnings().filter(u"kept aside"_s).size(), isContradicted ? 1 : 0);
}

// The active copy went back to an older one and was changed again: the standby has the same revision with other bytes.
void TestManagementServerFailover::ofEqualRevisionsTheActiveCopyKeepsItsOwn()
{
    const TestDeployment lab;
    mustRun(lab, MoveIt); // makes the standby copy on A, whichever pools have one at first
    mustRun(lab, MoveIt);
    const QString older = lab.filePath(u"older.sqlite"_s);
    QVERIFY(QFile::copy(centralStorePath(lab, A), older));
    configure(lab, 60);
    {
        const auto deployment = lab.open();
        CentralStore standby = valueOf(deployment->centralStoreOn(B));
        QVERIFY(replicateCentralStore(valueOf(deployment->centralStoreOn(A)), standby));
    }
    QVERIFY(QFile::remove(centralStorePath(lab, A)));
    QVERIFY(QFile::rename(older, centralStorePath(lab, A)));
    configure(lab, 70);

    TestRuntime runtime(MoveIt);
    const auto done = runIn(lab.folder(), runtime);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    const auto deployment = lab.open(OpenMode::ReadOnly);
    QCOMPARE(configuredOn(valueOf(deployment->centralStoreOn(B))), 70);
    QCOMPARE(configuredOn(valueOf(deployment->centralStoreOn(A))), 70);
    QCOMPARE(valueOf(valueOf(deployment->centralStoreOn(B)).documents().keptAside()).size(), 1);
    QCOMPARE(runtime.warnings().filter(u"kept aside"_s).size(), 1);
}

void TestManagementServerFailover::forceLosesNothingWhenTheActiveCopyCanBeReached()
{
    const TestDeployment lab;
    configure(lab, 60);
    mustRun(lab, u"Invoke-CsManagementServerFailover -Force"_s);
    QCOMPARE(activeOf(lab).activePool, B);
    QCOMPARE(configuredOn(valueOf(lab.open(OpenMode::ReadOnly)->centralStore())), 60);
}

void TestManagementServerFailover::aReplicaThatCannotBeReachedIsAWarning()
{
    const TestDeployment lab;
    QVERIFY(QFile::remove(lab.folder() + "/pools/c.example.com/replica.sqlite"_L1));
    TestRuntime runtime(MoveIt);
    QVERIFY(runIn(lab.folder(), runtime));
    QCOMPARE(activeOf(lab).activePool, B);
    QCOMPARE(runtime.warnings().size(), 1);
    QVERIFY2(runtime.warnings().constFirst().contains("c.example.com"_L1), qPrintable(runtime.warnings().constFirst()));
}

void TestManagementServerFailover::theTopologyDocumentIsNotTouched()
{
    const TestDeployment lab;
    const QByteArray before = valueOf(valueOf(lab.open(OpenMode::ReadOnly)->centralStore()).topologyDocument());
    mustRun(lab, MoveIt);
    QCOMPARE(valueOf(valueOf(lab.open(OpenMode::ReadOnly)->centralStore()).topologyDocument()), before);
}

void TestManagementServerFailover::whatIfChangesNothing()
{
    const TestDeployment lab;
    TestRuntime runtime(u"Invoke-CsManagementServerFailover -WhatIf"_s);
    QVERIFY(runIn(lab.folder(), runtime));
    QVERIFY(runtime.hostMessages().join(u'\n').contains("What if:"_L1));
    QCOMPARE(activeOf(lab).activePool, A);
}

void TestManagementServerFailover::aCancelledOneIsRolledBackOrDone()
{
    int cancelled = 0;
    bool isUndisturbed = false;
    for (int moment = 1; !isUndisturbed; ++moment) {
        const TestDeployment lab;
        configure(lab, 60);
        TestRuntime runtime(MoveIt);
        int records = 0;
        runtime.observer = [&](const Record &) {
            if (++records == moment)
                runtime.stop().requestStop();
        };
        const auto result = runIn(lab.folder(), runtime);
        isUndisturbed = records < moment;
        QVERIFY(valueOf(lab.open(OpenMode::ReadOnly)->journal()).isEmpty());
        cancelled += result ? 0 : 1;
        if (!result)
            QVERIFY2(result.error().isStopped(), qPrintable(result.error().message));
        QCOMPARE(activeOf(lab).activePool, result ? B : A);
        QCOMPARE(activeOf(lab).epoch, result ? 2 : 1);
        QCOMPARE(configuredOn(valueOf(lab.open(OpenMode::ReadOnly)->centralStore())), 60);
    }
    QVERIFY(cancelled > 0);
}

void TestManagementServerFailover::aCrashAtAnyMomentIsRecovered()
{
    const TestDeployment lab;
    configure(lab, 60);
    QStringList crashes;
    TestRuntime undisturbed(MoveIt);
    undisturbed.observer = [&](const Record &) {
        crashes += lab.filePath(u"crash%1"_s.arg(crashes.size()));
        copyFolder(lab.folder(), crashes.constLast());
    };
    succeed(runIn(lab.folder(), undisturbed));

    QSet<QString> seen;
    for (const QString &folder : crashes) {
        QString step;
        {
            const auto deployment = valueOf(Deployment::open(folder, OpenMode::ReadOnly));
            const auto entry = valueOf(deployment->journalEntry(CentralStore::homeName()));
            step = entry ? entry->step : valueOf(deployment->centralManagement()).activePool;
        }
        seen += step;
        if (step == B)
            continue; // done before the crash
        if (step != A) {
            TestRuntime preview(MoveIt + " -WhatIf"_L1);
            const auto refused = runIn(folder, preview);
            QVERIFY(!refused);
            QCOMPARE(refused.error().id, u"FailoverInterrupted"_s);
            const QString truth = step == "Committed"_L1
                ? u"has taken effect: the active copy is on b.example.com"_s
                : u"has not taken effect: the active copy is on a.example.com, not on b.example.com"_s;
            QVERIFY2(refused.error().message.contains(truth), qPrintable(refused.error().message));
        }
        TestRuntime runtime(MoveIt);
        const auto done = runIn(folder, runtime);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QCOMPARE(runtime.warnings().size(), step == A ? 0 : 1);
        const auto deployment = valueOf(Deployment::open(folder, OpenMode::ReadOnly));
        QVERIFY(valueOf(deployment->journal()).isEmpty());
        // Once, not there and back again.
        QCOMPARE(valueOf(deployment->centralManagement()).activePool, B);
        QCOMPARE(valueOf(deployment->centralManagement()).epoch, 2);
        QCOMPARE(configuredOn(valueOf(deployment->centralStore())), 60);
    }
    QCOMPARE(seen, (QSet<QString>{A, u"Started"_s, u"Committed"_s, B}));
}

QTEST_GUILESS_MAIN(TestManagementServerFailover)
#include "tst_management_server_failover.moc"
