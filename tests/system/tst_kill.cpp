// `cspool` killed (SIGKILL) at random moments of an import, a backup, a failover and a failback, and run again: it
// always ends with equal pools, one owner each, whole stores, and nothing that was committed is written again.
#include "backend/lab/deployment.h"
#include "backend/sqlite/database.h"
#include "tests/support/archive_generator.h"
#include "tests/support/console_world.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace {

const QString A = QStringLiteral("a.example.com");
const QString B = QStringLiteral("b.example.com");
const QString C = QStringLiteral("c.example.com");

constexpr int Users = 1200;
constexpr int ChangedUsers = 500;
constexpr int Files = 40;

// Sanitizers make every run several times slower.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int DefaultRounds = 3;
#else
constexpr int DefaultRounds = 10;
#endif

int rounds()
{
    const int asked = qEnvironmentVariableIntValue("CSPOOL_KILL_ROUNDS");
    return asked > 0 ? asked : DefaultRounds;
}

// Every run kills at other moments; a failed one is repeated with the seed that it printed.
quint32 seed()
{
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("CSPOOL_KILL_SEED", &isGiven);
    return isGiven ? quint32(given) : QRandomGenerator::global()->generate() % 1'000'000;
}

QByteArray said(const ConsoleResult &result)
{
    return result.standardOutput + result.standardError;
}

template <typename T> T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

// What a store held at one moment.
struct StoreState
{
    QHash<QString, std::pair<Revision, QByteArray>> documents; // of A: name → revision, digest
    qint64 lastSequence = 0;
};

StoreState stateOf(const QString &deploymentFolder, const QString &pool)
{
    const auto deployment = valueOf(Deployment::open(deploymentFolder, OpenMode::ReadWrite));
    const auto store = valueOf(deployment->userStore(pool));
    StoreState state;
    const auto visited = store.forEach(A, [&](const Document &document) -> Result<> {
        state.documents.insert(document.name, {document.revision, document.digest});
        return {};
    });
    if (!visited)
        qFatal("%s", qUtf8Printable(visited.error().message));
    state.lastSequence = valueOf(store.lastSequence());
    return state;
}

QString contentFolder(const QString &deploymentFolder, const QString &pool)
{
    return deploymentFolder + "/pools/"_L1 + pool + "/file-store/"_L1 + A;
}

// Path → the moment at which the file took its place; it does not change as long as the file is left alone.
QHash<QString, QDateTime> filesOf(const QString &deploymentFolder, const QString &pool)
{
    const QString folder = contentFolder(deploymentFolder, pool);
    QHash<QString, QDateTime> result;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        result.insert(QDir(folder).relativeFilePath(files.filePath()), files.fileInfo().metadataChangeTime());
    }
    return result;
}

QStringList brokenStores(const QString &deploymentFolder)
{
    QStringList broken;
    QDirIterator files(deploymentFolder, {u"*.sqlite"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const auto database = Database::open(path, OpenMode::ReadWrite);
        if (!database) {
            broken += QString(path + ": "_L1 + database.error().message);
            continue;
        }
        auto check = valueOf(database->prepare(u"PRAGMA integrity_check"_s));
        if (!valueOf(check.step()) || check.text(0) != "ok"_L1)
            broken += QString(path + ": "_L1 + check.text(0));
    }
    return broken;
}

} // namespace

class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aKilledCommandRunAgainEndsAsIfNothingHadHappened_data();
    void aKilledCommandRunAgainEndsAsIfNothingHadHappened();

private:
    enum class Ending {
        Imported, // A has what the archive holds
        BackedUp, // B has what A has, A serves its users
        FailedOver, // the same, B serves them
        FailedBack, // the same, A serves them again
    };
    struct Round
    {
        QStringList arguments;
        Ending ending = Ending::BackedUp;
        QString target; // the pool whose store is written
        int milliseconds = 0; // until the kill
    };
    void keepAs(const QString &name);
    void mustRun(const QStringList &arguments);
    int durationOf(const QStringList &arguments); // milliseconds
    void fillFiles(const QString &pool, int first, int count, int generation);
    void killAndRunAgain(const Round &round);
    void checkEnding(const Round &round);
    PoolOwnership ownership(const QString &folder) const;

    ConsoleWorld m_world{QStringLiteral(CSPOOL_EXECUTABLE)};
    int m_killed = 0; // that the kill came in time
    qint64 m_documentsToWrite = 0; // by the undisturbed run
    int m_inTheMiddle = 0; // that it left some documents to be written
};

void TestKill::keepAs(const QString &name)
{
    copyFolder(m_world.deployment(), m_world.path(name));
}

void TestKill::mustRun(const QStringList &arguments)
{
    const ConsoleResult result = m_world.run(arguments);
    QVERIFY2(result.exitCode == 0, said(result).constData());
}

int TestKill::durationOf(const QStringList &arguments)
{
    QElapsedTimer timer;
    timer.start();
    mustRun(arguments);
    return int(timer.elapsed());
}

void TestKill::fillFiles(const QString &pool, int first, int count, int generation)
{
    for (int i = first; i < first + count; ++i) {
        const QString path = contentFolder(m_world.deployment(), pool) + u"/conf%1/slides.bin"_s.arg(i);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("slide").repeated(4000 + i + 1000 * generation));
    }
}

// One world, aged; every stage is kept, for the rounds that begin there.
void TestKill::initTestCase()
{
    QFile topology(m_world.path(u"topology.xml"_s));
    QVERIFY(topology.open(QIODevice::WriteOnly));
    topology.write(topologyDocument({A, B, C}));
    topology.close();
    writeArchive(m_world.path(u"first.zip"_s), {.users = Users, .contacts = 15});
    writeArchive(m_world.path(u"second.zip"_s), {.users = Users, .contacts = 15, .changedUsers = ChangedUsers});

    const ConsoleResult made
        = m_world.runBare({u"New-Deployment"_s, u"-Path"_s, m_world.deployment(), u"-Topology"_s, topology.fileName(),
                           u"-Pair"_s, u"a.example.com=b.example.com"_s, u"-CentralManagement"_s, C});
    QVERIFY2(made.exitCode == 0, said(made).constData());
    keepAs(u"empty"_s);
    mustRun({u"Import-CsUserData"_s, u"-PoolFqdn"_s, A, u"-FileName"_s, m_world.path(u"first.zip"_s)});
    fillFiles(A, 0, Files, 1);
    keepAs(u"filled"_s);
    mustRun({u"Backup-CsPool"_s, u"-PoolFqdn"_s, A});
    mustRun({u"Import-CsUserData"_s, u"-PoolFqdn"_s, A, u"-FileName"_s, m_world.path(u"second.zip"_s)});
    fillFiles(A, Files / 2, Files, 2);
    keepAs(u"changed"_s);
    mustRun({u"Invoke-CsPoolFailOver"_s, u"-PoolFqdn"_s, A, u"-Confirm:$false"_s});
    mustRun({u"Import-CsUserData"_s, u"-PoolFqdn"_s, A, u"-FileName"_s, m_world.path(u"first.zip"_s)});
    fillFiles(B, Files, Files, 3);
    keepAs(u"failed over"_s);
}

void TestKill::aKilledCommandRunAgainEndsAsIfNothingHadHappened_data()
{
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("ending");
    QTest::addColumn<QString>("target");

    QTest::newRow("import") << u"empty"_s
                            << QStringList{u"Import-CsUserData"_s, u"-PoolFqdn"_s, A, u"-FileName"_s,
                                           m_world.path(u"first.zip"_s)}
                            << int(Ending::Imported) << A;
    QTest::newRow("backup") << u"filled"_s << QStringList{u"Backup-CsPool"_s, u"-PoolFqdn"_s, A}
                            << int(Ending::BackedUp) << B;
    QTest::newRow("backup of changes") << u"changed"_s << QStringList{u"Backup-CsPool"_s, u"-PoolFqdn"_s, A}
                                       << int(Ending::BackedUp) << B;
    QTest::newRow("failover") << u"changed"_s
                              << QStringList{u"Invoke-CsPoolFailOver"_s, u"-PoolFqdn"_s, A, u"-Confirm:$false"_s}
                              << int(Ending::FailedOver) << B;
    QTest::newRow("failback") << u"failed over"_s
                              << QStringList{u"Invoke-CsPoolFailBack"_s, u"-PoolFqdn"_s, A, u"-Confirm:$false"_s}
                              << int(Ending::FailedBack) << A;
}

void TestKill::aKilledCommandRunAgainEndsAsIfNothingHadHappened()
{
    QFETCH(const QString, stage);
    QFETCH(const QStringList, arguments);
    QFETCH(const int, ending);
    QFETCH(const QString, target);

    copyFolder(m_world.path(stage), m_world.deployment());
    // Starting up changes nothing: what a look takes is left out of the moments.
    const int start = durationOf({u"Get-CsRegistrarConfiguration"_s});
    const qint64 sequenceBefore = stateOf(m_world.deployment(), target).lastSequence;
    const int end = durationOf(arguments);
    m_documentsToWrite = stateOf(m_world.deployment(), target).lastSequence - sequenceBefore;
    const quint32 seed = ::seed();
    qInfo("undisturbed: %d ms, %d of them to start; to repeat: CSPOOL_KILL_SEED=%u", end, start, seed);
    QRandomGenerator random(seed);
    m_killed = 0;
    m_inTheMiddle = 0;
    for (int i = 0; i < rounds() && !QTest::currentTestFailed(); ++i) {
        copyFolder(m_world.path(stage), m_world.deployment());
        // One moment in each of as many equal parts of the time.
        const double moment = start / 2 + (end - start / 2) * (i + random.generateDouble()) / rounds();
        killAndRunAgain({arguments, Ending(ending), target, int(moment)});
        if (QTest::currentTestFailed())
            qInfo("round %d, killed after %d ms", i, int(moment));
    }
    qInfo("killed: %d, of them when some of the documents were written: %d", m_killed, m_inTheMiddle);
    QVERIFY(m_killed > 0);
    if (Ending(ending) != Ending::Imported)
        QCOMPARE(m_world.exportedUserData(A), m_world.exportedUserData(B));
}

void TestKill::killAndRunAgain(const Round &round)
{
    const auto process = m_world.start(round.arguments);
    const bool isOver = process->waitForFinished(round.milliseconds);
    if (!isOver) {
        process->kill();
        process->waitForFinished();
        ++m_killed;
    }

    // A copy is looked into, because opening a store after a crash already mends it.
    const QString wreck = m_world.path(u"wreck"_s);
    copyFolder(m_world.deployment(), wreck);
    QCOMPARE(brokenStores(wreck), QStringList());
    const StoreState before = stateOf(wreck, round.target);
    const QHash<QString, QDateTime> filesBefore = filesOf(m_world.deployment(), round.target);
    const PoolOwnership ownershipBefore = ownership(wreck);
    const bool hasJournal = !valueOf(valueOf(Deployment::open(wreck, OpenMode::ReadOnly))->journal()).isEmpty();

    const ConsoleResult result = m_world.run(round.arguments);
    // Killed when all was done but its last words: then it cannot be done again.
    const bool wasDone = !hasJournal
        && ((round.ending == Ending::FailedOver && ownershipBefore.state == PoolState::FailedOver)
            || (round.ending == Ending::FailedBack && ownershipBefore.state == PoolState::Active));
    if (wasDone)
        QCOMPARE(result.exitCode, 1);
    else
        QVERIFY2(result.exitCode == 0 || result.exitCode == 4, said(result).constData());
    checkEnding(round);

    // Nothing was written again: as many sequence numbers were used as documents became other ones, and files that had
    // arrived were left alone.
    const StoreState after = stateOf(m_world.deployment(), round.target);
    qint64 differing = 0;
    for (auto document = after.documents.cbegin(); document != after.documents.cend(); ++document)
        differing += before.documents.value(document.key()) == document.value() ? 0 : 1;
    QCOMPARE(after.lastSequence - before.lastSequence, differing);
    m_inTheMiddle += differing > 0 && differing < m_documentsToWrite ? 1 : 0;
    const QHash<QString, QDateTime> filesAfter = filesOf(m_world.deployment(), round.target);
    for (auto file = filesBefore.cbegin(); file != filesBefore.cend(); ++file) {
        const QFileInfo source(contentFolder(m_world.deployment(), round.target == A ? B : A) + u'/' + file.key());
        const QFileInfo target(contentFolder(wreck, round.target) + u'/' + file.key());
        const bool hadArrived = round.ending == Ending::Imported
            || (source.size() == target.size() && source.lastModified() == target.lastModified());
        if (hadArrived)
            QCOMPARE(filesAfter.value(file.key()), file.value());
    }
}

void TestKill::checkEnding(const Round &round)
{
    QCOMPARE(brokenStores(m_world.deployment()), QStringList());
    const auto deployment = valueOf(Deployment::open(m_world.deployment(), OpenMode::ReadOnly));
    QVERIFY(valueOf(deployment->journal()).isEmpty());
    const PoolOwnership expected = round.ending == Ending::FailedOver
        ? PoolOwnership{A, B, 2, PoolState::FailedOver, false}
        : PoolOwnership{A, A, round.ending == Ending::FailedBack ? 3 : 1, PoolState::Active, false};
    QCOMPARE(valueOf(deployment->ownership(A)), expected);
    QCOMPARE(valueOf(deployment->ownership(B)), (PoolOwnership{B, B, 1, PoolState::Active, false}));

    const StoreState own = stateOf(m_world.deployment(), A);
    QCOMPARE(own.documents.size(), Users);
    if (round.ending == Ending::Imported) {
        for (int i = 0; i < Users; ++i) {
            const DocumentWrite document = generatedDocument({.users = Users, .contacts = 15}, i);
            QCOMPARE(own.documents.value(document.name).second, documentDigest(document.namespaces, document.data));
        }
        return;
    }
    QCOMPARE(stateOf(m_world.deployment(), B).documents, own.documents);
    QCOMPARE(ConsoleWorld::snapshot(contentFolder(m_world.deployment(), B)),
             ConsoleWorld::snapshot(contentFolder(m_world.deployment(), A)));
}

PoolOwnership TestKill::ownership(const QString &folder) const
{
    return valueOf(valueOf(Deployment::open(folder, OpenMode::ReadOnly))->ownership(A));
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
