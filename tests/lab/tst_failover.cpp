// Failover and failback of a pool: planned and in a disaster, refused, cancelled, interrupted at every point,
// recovered.
#include "backend/lab/failover.h"

#include "backend/lab/backup_service.h"
#include "backend/lab/file_store.h"
#include "backend/lab/lab_cmdlet.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace cspool {

// For QCOMPARE's message.
static char *toString(const PoolOwnership &ownership)
{
    return qstrdup(qPrintable(u"%1 served by %2, epoch %3, %4%5"_s.arg(
        ownership.pool, ownership.owner, QString::number(ownership.epoch), toString(ownership.state),
        ownership.isReadOnly ? u", read-only"_s : QString())));
}

} // namespace cspool

namespace {

const QString A = QStringLiteral("a.example.com");
const QString B = QStringLiteral("b.example.com");
const QString C = QStringLiteral("c.example.com");

using Contents = QMap<QString, QByteArray>; // document name or file path → data

Deployment::Plan planOfPair(const QByteArray &document = topologyDocument({A, B, C}))
{
    return {u"Test"_s, document, {PoolPair::of(A, B)}, C};
}

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

// A pair with the Central Management store elsewhere, so that both of it can be failed over.
class World
{
public:
    explicit World(const Deployment::Plan &plan = planOfPair()) { succeed(Deployment::create(folder(), plan)); }

    // Some documents and files of A, backed up. Made once and then copied.
    static std::unique_ptr<World> filled()
    {
        static World original;
        if (original.documents(A, A).isEmpty())
            original.fill();
        return std::make_unique<World>(original);
    }
    World(const World &other) { copyFolder(other.folder(), folder()); }

    QString filePath(const QString &name) const { return m_directory.filePath(name); }
    QString folder() const { return filePath(u"lab"_s); }
    std::unique_ptr<Deployment> open(OpenMode mode = OpenMode::ReadWrite) const
    {
        return valueOf(Deployment::open(folder(), mode));
    }

    // As a user's client would, at the pool that serves `home` now.
    void write(const QString &home, const QString &name, const QByteArray &data) const
    {
        const auto deployment = open();
        const QString owner = valueOf(deployment->ownership(home)).owner;
        auto store = valueOf(deployment->userStore(owner));
        valueOf(store.write({{name, {}, data}}, home, valueOf(deployment->writableEpochs(owner))));
    }
    void writeContent(const QString &pool, const QString &home, const QString &path, const QByteArray &data) const
    {
        const QString filePath = folder() + "/pools/"_L1 + pool + "/file-store/"_L1 + home + u'/' + path;
        QFile file(filePath);
        if (!QDir().mkpath(QFileInfo(filePath).path()) || !file.open(QIODevice::WriteOnly)
            || file.write(data) != data.size()) {
            qFatal("%s could not be written", qUtf8Printable(filePath));
        }
    }
    void remove(const QString &home, const QString &name) const
    {
        const auto deployment = open();
        const QString owner = valueOf(deployment->ownership(home)).owner;
        auto store = valueOf(deployment->userStore(owner));
        QCOMPARE(valueOf(store.remove({name}, valueOf(deployment->writableEpochs(owner)))), 1);
    }
    Contents documents(const QString &pool, const QString &home) const
    {
        Contents result;
        const auto deployment = open(OpenMode::ReadOnly);
        const auto store = valueOf(deployment->userStore(pool));
        succeed(store.forEach(home, [&](const Document &document) -> Result<> {
            result.insert(document.name, document.data);
            return {};
        }));
        return result;
    }
    Contents content(const QString &pool, const QString &home) const
    {
        Contents result;
        const QString folder = this->folder() + "/pools/"_L1 + pool + "/file-store/"_L1 + home;
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s", qUtf8Printable(file.fileName()));
            result.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
        }
        return result;
    }
    PoolOwnership ownership(const QString &pool) const { return valueOf(open(OpenMode::ReadOnly)->ownership(pool)); }
    QList<KeptDocument> kept(const QString &pool) const
    {
        return valueOf(valueOf(open(OpenMode::ReadOnly)->userStore(pool)).keptAside());
    }
    bool hasJournal() const { return !valueOf(open(OpenMode::ReadOnly)->journal()).isEmpty(); }

    Result<> run(TestRuntime &runtime) const { return runIn(folder(), runtime); }
    static Result<> runIn(const QString &folder, TestRuntime &runtime)
    {
        LabContext context(folder, runtime.runtime(), std::chrono::milliseconds(0));
        return findLabCmdlet(runtime.runtime().command().cmdlet())(context);
    }
    void mustRun(const QString &line) const
    {
        TestRuntime runtime(line);
        const auto done = run(runtime);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    }

    void backUp(const QString &pool) const
    {
        TestRuntime runtime;
        const auto deployment = open();
        BackupService service(*deployment, runtime.runtime());
        service.setPools(valueOf(valueOf(deployment->centralStore()).pools()));
        for (const BackupModule module : {BackupModule::PresenceFocus, BackupModule::DataConf})
            valueOf(service.copyModule(pool, module));
    }
    static QString user(int number) { return u"urn:lcd:user%1@example.com"_s.arg(number); }

private:
    void fill() const
    {
        for (int i = 0; i < 5; ++i)
            write(A, user(i), "first");
        writeContent(A, A, u"conf1/slides.bin"_s, "slides");
        writeContent(A, A, u"conf1/notes.txt"_s, "notes");
        write(B, u"urn:lcd:bea@example.com"_s, "of B");
        backUp(A);
        backUp(B);
    }

    QTemporaryDir m_directory;
};

// Everything that a run said, for "is listed".
QString said(const TestRuntime &runtime)
{
    QStringList all = runtime.warnings() + runtime.hostMessages() + runtime.verbose();
    for (const Error &error : runtime.errors())
        all += error.message;
    for (const Record &record : runtime.records()) {
        if (const auto *step = std::get_if<StepRecord>(&record.content))
            all += step->information;
    }
    return all.join(u'\n');
}

// Where a step begins or ends.
bool isStepsEdge(const Record &record)
{
    const auto *step = std::get_if<StepRecord>(&record.content);
    return step && (step->counts.isEmpty() || step->result != StepResult::Running);
}

// Copies of a deployment as a crash would have left it, taken wherever a step of a command begins or ends.
QStringList crashesOf(const World &world, const QString &line)
{
    QStringList folders;
    TestRuntime runtime(line);
    const auto copy = [&] {
        folders += world.filePath(u"crash%1"_s.arg(folders.size()));
        copyFolder(world.folder(), folders.constLast());
    };
    runtime.observer = [&](const Record &record) {
        if (isStepsEdge(record))
            copy();
    };
    succeed(world.run(runtime));
    copy();
    return folders;
}

} // namespace

class TestFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlannedFailoverTakesTheLastChangesAlong();
    void everyWriteIsThereAfterTheFailback();
    void aPoolThatCannotBeFailedOverIsRefusedWithTheWayOut_data();
    void aPoolThatCannotBeFailedOverIsRefusedWithTheWayOut();
    void anEdgePoolWhoseNextHopIsThePoolIsNamed();
    void whatIfChangesNothing();
    void aFailoverIsAskedFor();
    void aDisasterSaysWhatIsLostAndSinceWhen();
    void aDisasterWithAStoreThatIsGoneFailsOver();
    void afterADisasterTheNewerEpochWinsAndLosersAreKeptAsideAndListed();
    void aFailbackWithoutTheBackupPoolIsCompletedLater_data();
    void aFailbackWithoutTheBackupPoolIsCompletedLater();
    void aCancelledFailoverIsRolledBackOrDone();
    void aCancelledFailbackIsRolledBackOrLeft();
    void aCrashAtAnyMomentOfAFailoverIsRecovered();
    void aCrashAtAnyMomentOfAFailbackIsRecovered();
    void theSameCommandAgainFinishesWhatACrashLeft();
    void verificationIsSkippedWhenAskedFor();
};

void TestFailover::aPlannedFailoverTakesTheLastChangesAlong()
{
    const auto filled = World::filled();
    const World &world = *filled;
    world.write(A, World::user(7), "not backed up");
    world.writeContent(A, A, u"conf2/new.bin"_s, "new");

    TestRuntime runtime(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    const auto done = world.run(runtime);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));

    QCOMPARE(world.ownership(A), (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
    QCOMPARE(world.ownership(B), (PoolOwnership{B, B, 1, PoolState::Active, false}));
    QVERIFY(!world.hasJournal());
    QCOMPARE(world.documents(B, A), world.documents(A, A));
    QCOMPARE(world.documents(B, A).value(World::user(7)), "not backed up");
    QCOMPARE(world.content(B, A), world.content(A, A));
    QCOMPARE(world.content(B, A).value(u"conf2/new.bin"_s), "new");

    // A is read-only, whoever tries: its own epochs do not cover its data any more.
    const auto deployment = world.open();
    auto store = valueOf(deployment->userStore(A));
    QVERIFY(!store.write({{World::user(1), {}, "late"}}, A, valueOf(deployment->writableEpochs(A))));
    QCOMPARE(world.documents(A, A).value(World::user(1)), "first");
}

void TestFailover::everyWriteIsThereAfterTheFailback()
{
    const auto filled = World::filled();
    const World &world = *filled;
    world.mustRun(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);

    world.write(A, World::user(0), "changed on B");
    world.write(A, World::user(8), "new on B");
    world.remove(A, World::user(1));
    world.writeContent(B, A, u"conf1/slides.bin"_s, "slides, changed on B");
    world.writeContent(B, A, u"conf3/b.bin"_s, "new on B");
    QVERIFY(QFile::remove(world.folder() + "/pools/b.example.com/file-store/a.example.com/conf1/notes.txt"_L1));

    world.mustRun(u"Backup-CsPool -PoolFqdn a.example.com"_s);
    QCOMPARE(world.documents(A, A), world.documents(B, A));
    QCOMPARE(world.content(A, A), world.content(B, A));
    world.write(A, World::user(9), "new after the backup");

    TestRuntime runtime(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
    const auto done = world.run(runtime);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));

    QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::Active, false}));
    QVERIFY(!world.hasJournal());
    const Contents expected{{World::user(0), "changed on B"}, {World::user(2), "first"},
                            {World::user(3), "first"},        {World::user(4), "first"},
                            {World::user(8), "new on B"},     {World::user(9), "new after the backup"}};
    QCOMPARE(world.documents(A, A), expected);
    QCOMPARE(world.documents(B, A), expected);
    const Contents files{{u"conf1/slides.bin"_s, "slides, changed on B"}, {u"conf3/b.bin"_s, "new on B"}};
    QCOMPARE(world.content(A, A), files);
    QCOMPARE(world.content(B, A), files);
    QVERIFY(world.kept(A).isEmpty());
    QVERIFY(world.kept(B).isEmpty());

    // And A is written again.
    world.write(A, World::user(0), "back on A");
    QCOMPARE(world.documents(A, A).value(World::user(0)), "back on A");
}

void TestFailover::aPoolThatCannotBeFailedOverIsRefusedWithTheWayOut_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("wayOut");

    const QString failOverA = u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s;
    const QString failBackA = u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s;
    QTest::newRow("unknown pool") << QStringList{} << u"Invoke-CsPoolFailOver -PoolFqdn x.example.com -Confirm:$false"_s
                                  << u"PoolNotFound"_s << u"Get-CsPool"_s;
    QTest::newRow("no backup pool") << QStringList{}
                                    << u"Invoke-CsPoolFailOver -PoolFqdn c.example.com -Confirm:$false"_s
                                    << u"NoBackupPool"_s << u"Publish-CsTopology"_s;
    QTest::newRow("failed over already") << QStringList{failOverA} << failOverA << u"PoolNotActive"_s
                                         << u"Invoke-CsPoolFailBack -PoolFqdn a.example.com"_s;
    QTest::newRow("failed over already, disaster")
        << QStringList{failOverA} << QString(failOverA + " -DisasterMode"_L1) << u"PoolNotActive"_s
        << u"Invoke-CsPoolFailBack -PoolFqdn a.example.com"_s;
    QTest::newRow("the backup pool is failed over")
        << QStringList{u"Invoke-CsPoolFailOver -PoolFqdn b.example.com -Confirm:$false"_s} << failOverA
        << u"BackupPoolFailedOver"_s << u"Invoke-CsPoolFailBack -PoolFqdn b.example.com"_s;
    QTest::newRow("failback of an active pool")
        << QStringList{} << failBackA << u"PoolNotFailedOver"_s << u"serves its users itself"_s;
    QTest::newRow("planned failover of a pool that is FailedBack")
        << QStringList{failOverA, QString(failBackA + " -DisasterMode"_L1)} << failOverA << u"PoolNotActive"_s
        << u"Invoke-CsPoolFailBack -PoolFqdn a.example.com"_s;
}

void TestFailover::aPoolThatCannotBeFailedOverIsRefusedWithTheWayOut()
{
    QFETCH(const QStringList, before);
    QFETCH(const QString, line);
    QFETCH(const QString, id);
    QFETCH(const QString, wayOut);

    const auto filled = World::filled();
    const World &world = *filled;
    for (const QString &earlier : before)
        world.mustRun(earlier);
    const auto ownerships = valueOf(world.open(OpenMode::ReadOnly)->ownerships());

    TestRuntime runtime(line);
    const auto done = world.run(runtime);
    QVERIFY(!done);
    QCOMPARE(done.error().id, id);
    QVERIFY2(done.error().recommendedAction.contains(wayOut), qPrintable(done.error().recommendedAction));
    QCOMPARE(valueOf(world.open(OpenMode::ReadOnly)->ownerships()), ownerships);
    QVERIFY(!world.hasJournal());
}

void TestFailover::anEdgePoolWhoseNextHopIsThePoolIsNamed()
{
    // The Registrar of the first pool is the service 1-Registrar-1.
    QByteArray document = topologyDocument({A, B, C});
    document.replace("</Clusters>",
                     "<Cluster Fqdn=\"edge.example.com\"><ClusterId SiteId=\"1\" Number=\"9\"/>"
                     "<Machine OrdinalInCluster=\"1\" Fqdn=\"edge1.example.com\"/></Cluster></Clusters>");
    document.replace("</Services>",
                     "<Service RoleVersion=\"1\" ServiceVersion=\"6\">"
                     "<ServiceId SiteId=\"1\" RoleName=\"EdgeServer\" Instance=\"9\"/>"
                     "<DependsOn><Dependency Usage=\"Default\">"
                     "<ServiceId SiteId=\"1\" RoleName=\"Registrar\" Instance=\"1\"/></Dependency></DependsOn>"
                     "<InstalledOn><ClusterId SiteId=\"1\" Number=\"9\"/></InstalledOn></Service></Services>");
    World world(planOfPair(document));

    for (const QString &mode : {u""_s, u" -DisasterMode"_s}) {
        TestRuntime runtime(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s + mode);
        const auto refused = world.run(runtime);
        QVERIFY(!refused);
        QCOMPARE(refused.error().id, u"EdgeNextHop"_s);
        QVERIFY2(refused.error().recommendedAction.contains(
                     "Set-CsEdgeServer -Identity EdgeServer:edge.example.com -Registrar Registrar:b.example.com"_L1),
                 qPrintable(refused.error().recommendedAction));
    }
    // The other pool of the pair is nobody's next hop.
    world.mustRun(u"Invoke-CsPoolFailOver -PoolFqdn b.example.com -Confirm:$false"_s);
}

void TestFailover::whatIfChangesNothing()
{
    const auto filled = World::filled();
    const World &world = *filled;
    world.write(A, World::user(7), "not backed up");
    for (const QString &mode : {u""_s, u" -DisasterMode"_s}) {
        TestRuntime runtime(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -WhatIf"_s + mode);
        QVERIFY(world.run(runtime));
        QVERIFY(runtime.hostMessages().join(u'\n').contains("What if:"_L1));
        QCOMPARE(runtime.warnings().size(), mode.isEmpty() ? 0 : 1); // the loss
    }
    QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 1, PoolState::Active, false}));
    QVERIFY(!world.documents(B, A).contains(World::user(7)));
}

void TestFailover::aFailoverIsAskedFor()
{
    World world;
    TestRuntime declined(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com"_s, {2}); // No
    QVERIFY(world.run(declined));
    QCOMPARE(declined.prompts().size(), 1);
    QVERIFY(declined.prompts().constFirst().message.contains(B));
    QCOMPARE(toString(world.ownership(A).state), u"Active"_s);

    TestRuntime accepted(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com"_s, {0}); // Yes
    QVERIFY(world.run(accepted));
    QCOMPARE(toString(world.ownership(A).state), u"FailedOver"_s);
}

void TestFailover::aDisasterSaysWhatIsLostAndSinceWhen()
{
    const auto filled = World::filled();
    const World &world = *filled;
    world.write(A, World::user(7), "not backed up");
    world.write(A, World::user(0), "changed since");
    world.writeContent(A, A, u"conf2/new.bin"_s, "new");

    TestRuntime runtime(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);
    QVERIFY(world.run(runtime));
    const QString warnings = runtime.warnings().join(u'\n');
    QVERIFY2(warnings.contains("not on b.example.com: 2 ("_L1), qPrintable(warnings));
    QVERIFY2(warnings.contains("on b.example.com: 1 ("_L1), qPrintable(warnings));
    QVERIFY2(warnings.contains("UTC, the time of the last backup"_L1), qPrintable(warnings));
    QVERIFY(!world.documents(B, A).contains(World::user(7)));
    QCOMPARE(world.ownership(A), (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
}

void TestFailover::aDisasterWithAStoreThatIsGoneFailsOver()
{
    const auto filled = World::filled();
    const World &world = *filled;
    const QString folder = world.folder() + "/pools/a.example.com"_L1;
    const QString away = world.filePath(u"away"_s);
    QVERIFY(QDir().rename(folder, away));

    TestRuntime planned(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    const auto refused = world.run(planned);
    QVERIFY(!refused);
    QVERIFY2(refused.error().recommendedAction.contains("-DisasterMode"_L1),
             qPrintable(refused.error().recommendedAction));
    QCOMPARE(toString(world.ownership(A).state), u"Active"_s);

    TestRuntime disaster(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);
    const auto done = world.run(disaster);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QVERIFY2(disaster.warnings().join(u'\n').contains("cannot be read"_L1),
             qPrintable(disaster.warnings().join(u'\n')));
    QCOMPARE(world.ownership(A), (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
    world.write(A, World::user(0), "changed on B");

    // Until it is back it cannot be failed back to.
    TestRuntime tooEarly(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
    QVERIFY(!world.run(tooEarly));
    QCOMPARE(toString(world.ownership(A).state), u"FailedOver"_s);
    QVERIFY(!world.hasJournal());

    QVERIFY(QDir().rename(away, folder));
    world.mustRun(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
    QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::Active, false}));
    QCOMPARE(world.documents(A, A).value(World::user(0)), "changed on B");
}

void TestFailover::afterADisasterTheNewerEpochWinsAndLosersAreKeptAsideAndListed()
{
    const auto filled = World::filled();
    const World &world = *filled;
    // Never backed up: a conflict, a new document, a changed one that B leaves alone, a deletion that B contradicts,
    // and files of the same kinds.
    world.write(A, World::user(0), "lost change of A");
    world.write(A, World::user(7), "only on A");
    world.write(A, World::user(2), "changed on A only");
    world.remove(A, World::user(3));
    world.writeContent(A, A, u"conf1/slides.bin"_s, "slides, changed on A");
    world.writeContent(A, A, u"conf2/a.bin"_s, "only on A");
    world.mustRun(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);

    world.write(A, World::user(0), "changed on B");
    world.write(A, World::user(3), "changed on B, too");
    world.write(A, World::user(8), "only on B");
    world.writeContent(B, A, u"conf1/slides.bin"_s, "slides, changed on B, longer");
    world.writeContent(B, A, u"conf3/b.bin"_s, "only on B");

    TestRuntime runtime(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
    const auto done = world.run(runtime);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::Active, false}));

    const Contents expected{
        {World::user(0), "changed on B"},      {World::user(1), "first"}, {World::user(2), "changed on A only"},
        {World::user(3), "changed on B, too"}, {World::user(4), "first"}, {World::user(7), "only on A"},
        {World::user(8), "only on B"}};
    QCOMPARE(world.documents(A, A), expected);
    QCOMPARE(world.documents(B, A), expected);
    QCOMPARE(world.content(A, A), world.content(B, A));
    QCOMPARE(world.content(A, A).value(u"conf1/slides.bin"_s), "slides, changed on B, longer");
    QCOMPARE(world.content(A, A).value(u"conf2/a.bin"_s), "only on A");
    QCOMPARE(world.content(A, A).value(u"conf3/b.bin"_s), "only on B");

    QList<KeptDocument> losers = world.kept(A) + world.kept(B);
    QVERIFY(std::any_of(losers.cbegin(), losers.cend(), [](const KeptDocument &kept) {
        return kept.document.name == World::user(0) && kept.document.data == "lost change of A";
    }));
    const auto deployment = world.open();
    const auto files = valueOf(
        FileStore::open(deployment->fileStoreFolder(A), deployment->fileStoreIndexPath(A), OpenMode::ReadOnly));
    QCOMPARE(valueOf(files.keptAside(A)).size(), 1);
    QVERIFY2(said(runtime).contains(World::user(0)), qPrintable(said(runtime)));
    QVERIFY2(said(runtime).contains("conf1/slides.bin"_L1), qPrintable(said(runtime)));
    QVERIFY(runtime.runtime().warningCount() > 0);
}

void TestFailover::aFailbackWithoutTheBackupPoolIsCompletedLater_data()
{
    QTest::addColumn<QString>("line");

    QTest::newRow("failback") << u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s;
    QTest::newRow("backup") << u"Backup-CsPool -PoolFqdn a.example.com"_s;
    QTest::newRow("synchronisation") << u"Invoke-CsBackupServiceSync -PoolFqdn b.example.com"_s;
}

void TestFailover::aFailbackWithoutTheBackupPoolIsCompletedLater()
{
    QFETCH(const QString, line);

    const auto filled = World::filled();
    const World &world = *filled;
    world.mustRun(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    world.write(A, World::user(0), "on B");
    world.write(A, World::user(8), "only on B");

    const QString folder = world.folder() + "/pools/b.example.com"_L1;
    const QString away = world.filePath(u"away"_s);
    QVERIFY(QDir().rename(folder, away));
    TestRuntime planned(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
    const auto refused = world.run(planned);
    QVERIFY(!refused);
    QVERIFY2(refused.error().recommendedAction.contains("-DisasterMode"_L1),
             qPrintable(refused.error().recommendedAction));

    TestRuntime disaster(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);
    const auto done = world.run(disaster);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::FailedBack, false}));
    QVERIFY(!world.hasJournal());
    world.write(A, World::user(0), "on A, later");

    // Not while B is away.
    TestRuntime tooEarly(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
    QVERIFY(!world.run(tooEarly));
    QCOMPARE(toString(world.ownership(A).state), u"FailedBack"_s);

    QVERIFY(QDir().rename(away, folder));
    world.mustRun(line);
    QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::Active, false}));
    QCOMPARE(world.documents(A, A).value(World::user(0)), "on A, later");
    QCOMPARE(world.documents(A, A).value(World::user(8)), "only on B");
    QCOMPARE(world.documents(B, A), world.documents(A, A));
    const QList<KeptDocument> losers = world.kept(A) + world.kept(B);
    QVERIFY(std::any_of(losers.cbegin(), losers.cend(),
                        [](const KeptDocument &kept) { return kept.document.data == "on B"; }));
}

void TestFailover::aCancelledFailoverIsRolledBackOrDone()
{
    const auto filled = World::filled();
    const World &changed = *filled;
    changed.write(A, World::user(7), "not backed up");
    int rolledBack = 0;
    int done = 0;
    for (int moment = 1; done == 0; ++moment) {
        const World world(changed);
        TestRuntime runtime(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
        int records = 0;
        runtime.observer = [&](const Record &record) {
            if (isStepsEdge(record) && ++records == moment)
                runtime.stop().requestStop();
        };
        const auto result = world.run(runtime);
        QVERIFY(!world.hasJournal());
        if (!result) {
            QVERIFY2(result.error().isStopped(), qPrintable(result.error().message));
            QCOMPARE(toString(runtime.runtime().outcomeOf(result)), u"Cancelled"_s);
            QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 1, PoolState::Active, false}));
            world.write(A, World::user(1), "writable");
            rolledBack += runtime.warnings().join(u'\n').contains("rolled back"_L1) ? 1 : 0;
            continue;
        }
        QCOMPARE(world.ownership(A), (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
        QCOMPARE(world.documents(B, A), world.documents(A, A));
        ++done;
    }
    QVERIFY(rolledBack > 0);
}

void TestFailover::aCancelledFailbackIsRolledBackOrLeft()
{
    const auto filled = World::filled();
    const World &failedOver = *filled;
    failedOver.mustRun(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    failedOver.write(A, World::user(0), "changed on B");
    int rolledBack = 0;
    int left = 0;
    bool isUndisturbed = false;
    for (int moment = 1; !isUndisturbed; ++moment) {
        const World world(failedOver);
        TestRuntime runtime(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
        int records = 0;
        runtime.observer = [&](const Record &record) {
            if (isStepsEdge(record) && ++records == moment)
                runtime.stop().requestStop();
        };
        const auto result = world.run(runtime);
        isUndisturbed = records < moment;
        QVERIFY(!world.hasJournal());
        if (!result) {
            QVERIFY2(result.error().isStopped(), qPrintable(result.error().message));
            QCOMPARE(world.ownership(A), (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
            rolledBack += runtime.warnings().join(u'\n').contains("rolled back"_L1) ? 1 : 0;
        } else if (world.ownership(A).state == PoolState::FailedBack) {
            ++left;
            QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::FailedBack, false}));
            QVERIFY(runtime.runtime().warningCount() > 0);
        } else {
            QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::Active, false}));
        }
        // Wherever it ended, the next one brings it home.
        if (world.ownership(A).state != PoolState::Active)
            world.mustRun(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
        QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::Active, false}));
        QCOMPARE(world.documents(A, A).value(World::user(0)), "changed on B");
        QCOMPARE(world.documents(B, A), world.documents(A, A));
    }
    QVERIFY(rolledBack > 0);
    QVERIFY(left > 0);
}

void TestFailover::aCrashAtAnyMomentOfAFailoverIsRecovered()
{
    const auto filled = World::filled();
    const World &world = *filled;
    world.write(A, World::user(7), "not backed up");
    const QStringList crashes = crashesOf(world, u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    QVERIFY(crashes.size() > 5);

    QSet<QString> seen;
    for (const QString &folder : crashes) {
        const auto deployment = valueOf(Deployment::open(folder, OpenMode::ReadWrite));
        const auto entry = valueOf(deployment->journalEntry(A));
        const auto before = valueOf(deployment->ownership(A));
        seen += entry ? entry->step : toString(before.state);

        TestRuntime runtime;
        const QList<Pool> pools = valueOf(valueOf(deployment->centralStore()).pools());
        const auto recovered = recoverFailover(*deployment, runtime.runtime(), pools, B); // by its partner, too
        QVERIFY2(recovered, recovered ? "" : qPrintable(recovered.error().message));
        QCOMPARE(runtime.warnings().size(), entry ? 1 : 0);
        QVERIFY(valueOf(deployment->journal()).isEmpty());
        const bool isCommitted = before.owner == B;
        QCOMPARE(valueOf(deployment->ownership(A)),
                 isCommitted ? (PoolOwnership{A, B, 2, PoolState::FailedOver, false})
                             : (PoolOwnership{A, A, 1, PoolState::Active, false}));
        if (!isCommitted)
            succeed(failOverPool(*deployment, runtime.runtime(), pools, A, false));
        auto store = valueOf(deployment->userStore(B));
        QCOMPARE(valueOf(store.find(World::user(7)))->data, "not backed up");
    }
    QCOMPARE(seen, (QSet<QString>{u"Active"_s, u"Started"_s, u"Synchronised"_s, u"Committed"_s, u"FailedOver"_s}));
}

void TestFailover::aCrashAtAnyMomentOfAFailbackIsRecovered()
{
    const auto filled = World::filled();
    const World &world = *filled;
    world.write(A, World::user(0), "lost change of A");
    world.mustRun(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);
    world.write(A, World::user(0), "changed on B");
    world.write(A, World::user(8), "only on B");
    const QStringList crashes = crashesOf(world, u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);

    QSet<QString> seen;
    for (const QString &folder : crashes) {
        const auto deployment = valueOf(Deployment::open(folder, OpenMode::ReadWrite));
        const auto entry = valueOf(deployment->journalEntry(A));
        const auto before = valueOf(deployment->ownership(A));
        seen += entry ? entry->step : toString(before.state);

        TestRuntime runtime;
        const QList<Pool> pools = valueOf(valueOf(deployment->centralStore()).pools());
        const auto recovered = recoverFailover(*deployment, runtime.runtime(), pools, A);
        QVERIFY2(recovered, recovered ? "" : qPrintable(recovered.error().message));
        QVERIFY(valueOf(deployment->journal()).isEmpty());
        const bool isCommitted = before.owner == A;
        QCOMPARE(valueOf(deployment->ownership(A)),
                 isCommitted ? (PoolOwnership{A, A, 3, PoolState::Active, false})
                             : (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
        if (!isCommitted)
            succeed(failBackPool(*deployment, runtime.runtime(), pools, A, false));
        for (const QString &pool : {A, B}) {
            auto store = valueOf(deployment->userStore(pool));
            QCOMPARE(valueOf(store.find(World::user(0)))->data, "changed on B");
            QCOMPARE(valueOf(store.find(World::user(8)))->data, "only on B");
        }
        const QList<KeptDocument> losers = valueOf(valueOf(deployment->userStore(A)).keptAside());
        QCOMPARE(losers.size(), 1);
        QCOMPARE(losers.constFirst().document.data, "lost change of A");
    }
    QCOMPARE(seen, (QSet<QString>{u"FailedOver"_s, u"Started"_s, u"Synchronised"_s, u"Committed"_s, u"Active"_s}));
}

void TestFailover::theSameCommandAgainFinishesWhatACrashLeft()
{
    const auto filled = World::filled();
    const World &world = *filled;
    for (const QString &line : {u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s,
                                u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s}) {
        const QStringList crashes = crashesOf(world, line);
        int again = 0;
        for (const QString &folder : crashes) {
            // A crash after the journal's end leaves a command that is done: running it again is an error, not a
            // finish.
            const bool isUnfinished
                = !valueOf(valueOf(Deployment::open(folder, OpenMode::ReadOnly))->journal()).isEmpty();
            TestRuntime runtime(line);
            const auto result = World::runIn(folder, runtime);
            if (!isUnfinished)
                continue;
            QVERIFY2(result, result ? "" : qPrintable(result.error().message));
            QVERIFY(runtime.runtime().warningCount() > 0);
            ++again;
        }
        QVERIFY(again > 2);
        for (const QString &folder : crashes)
            QDir(folder).removeRecursively();
    }
}

void TestFailover::verificationIsSkippedWhenAskedFor()
{
    const auto filled = World::filled();
    const World &world = *filled;
    TestRuntime runtime(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -SkipDataVerification -Confirm:$false"_s);
    QVERIFY(world.run(runtime));
    const auto step = runtime.step(u"SkipDataVerification"_s);
    QVERIFY(step);
    QVERIFY(step->result == StepResult::Skipped);
}

QTEST_GUILESS_MAIN(TestFailover)
#include "tst_failover.moc"
