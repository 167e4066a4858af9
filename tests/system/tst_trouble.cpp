// `cspool` in trouble: another process on the same pair, broken and newer stores, a folder that cannot be written, a
// full disk. Every time a clear sentence and exit code 1, and nothing lost.
#include "backend/lab/deployment.h"
#include "backend/sqlite/database.h"
#include "tests/support/archive_generator.h"
#include "tests/support/console_world.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace {

const QString A = QStringLiteral("a.example.com");
const QString B = QStringLiteral("b.example.com");
const QString C = QStringLiteral("c.example.com");
const QStringList BackUpA = {u"Backup-CsPool"_s, u"-PoolFqdn"_s, A};

constexpr int Users = 300;
constexpr int WaitMilliseconds = 120'000; // as long as the slowest sanitizer needs

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

// A pair of pools, with users and files on A that are not backed up yet.
class TroubledWorld : public ConsoleWorld
{
public:
    TroubledWorld()
        : ConsoleWorld(QStringLiteral(CSPOOL_EXECUTABLE))
    {
        QFile topology(path(u"topology.xml"_s));
        if (!topology.open(QIODevice::WriteOnly) || topology.write(topologyDocument({A, B, C})) < 0)
            qFatal("the world could not be built");
        topology.close();
        const QString archive = path(u"users.zip"_s);
        writeArchive(archive, {.users = Users, .contacts = 20});
        require(runBare({u"New-Deployment"_s, u"-Path"_s, deployment(), u"-Topology"_s, topology.fileName(), u"-Pair"_s,
                         u"a.example.com=b.example.com"_s, u"-CentralManagement"_s, C}));
        require(run({u"Import-CsUserData"_s, u"-PoolFqdn"_s, A, u"-FileName"_s, archive}));
        const QString folder = poolFile(A, u"file-store/a.example.com/conf"_s);
        QFile file(folder + "/slides.bin"_L1);
        if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(QByteArray(300'000, 's')) < 0)
            qFatal("the world could not be built");
    }

    QString poolFile(const QString &pool, const QString &name) const
    {
        return deployment() + "/pools/"_L1 + pool + u'/' + name;
    }
    // The users' documents and files, byte for byte.
    QList<std::pair<QString, QByteArray>> users(const QString &pool) const
    {
        auto all = snapshot(poolFile(pool, u"file-store/a.example.com"_s));
        const auto lab = valueOf(Deployment::open(deployment(), OpenMode::ReadOnly));
        const auto store = valueOf(lab->userStore(pool));
        const auto visited = store.forEach(A, [&](const Document &document) -> Result<> {
            all.append({document.name, document.digest});
            return {};
        });
        if (!visited)
            qFatal("%s", qUtf8Printable(visited.error().message));
        return all;
    }
    void backUpCompletely() const
    {
        const ConsoleResult result = run(BackUpA);
        QVERIFY2(result.exitCode == 0 || result.exitCode == 4, said(result).constData());
        QCOMPARE(users(B).size(), Users + 2); // a folder and a file
        QCOMPARE(users(B), users(A));
    }

private:
    static void require(const ConsoleResult &result)
    {
        if (result.exitCode != 0)
            qFatal("the world could not be built: %s", result.standardError.constData());
    }
};

bool waitForOutput(QProcess &process, const QByteArray &part, QByteArray &output)
{
    while (!output.contains(part)) {
        if (!process.waitForReadyRead(WaitMilliseconds))
            return false;
        output += process.readAll();
    }
    return true;
}

void overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(at) || file.write(bytes) != bytes.size())
        qFatal("%s could not be damaged", qUtf8Printable(path));
}

} // namespace

class TestTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondOfTwoProcessesSaysWhoIsAtWorkAndWaitsOrFails();
    void twoBackupsOfOnePairAtOnceBothEndWell();
    void aStoreThatCannotBeUsedIsNamedAndNothingIsLost_data();
    void aStoreThatCannotBeUsedIsNamedAndNothingIsLost();
    void aFolderThatCannotBeWrittenIsNamed();
    void aFullDiskLosesNothing_data();
    void aFullDiskLosesNothing();
};

// The first one holds the pair while its question is open.
void TestTrouble::theSecondOfTwoProcessesSaysWhoIsAtWorkAndWaitsOrFails()
{
    const TroubledWorld world;
    const auto first = world.prepare({u"Invoke-CsPoolFailOver"_s, u"-PoolFqdn"_s, A});
    first->setProcessChannelMode(QProcess::MergedChannels);
    first->start();
    QByteArray question;
    QVERIFY2(waitForOutput(*first, "[Y] Yes", question), question.constData());

    for (const QString &pool : {A, B}) {
        const ConsoleResult refused
            = world.run({u"--lock-timeout"_s, u"0"_s, u"Backup-CsPool"_s, u"-PoolFqdn"_s, pool});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.standardError.contains("Invoke-CsPoolFailOver"), refused.standardError.constData());
        QVERIFY2(refused.standardError.contains(QByteArray::number(first->processId())),
                 refused.standardError.constData());
    }
    // Looking is no work on the pair.
    QCOMPARE(world.run({u"Get-CsBackupServiceStatus"_s, u"-PoolFqdn"_s, A}).exitCode, 0);
    QVERIFY(world.users(B).isEmpty());

    const auto second = world.prepare(QStringList{u"--lock-timeout"_s, u"120"_s} + BackUpA);
    second->setProcessChannelMode(QProcess::MergedChannels);
    second->start();
    QByteArray waiting;
    QVERIFY2(waitForOutput(*second, QByteArray::number(first->processId()), waiting), waiting.constData());

    first->write("N\n");
    const ConsoleResult declined = ConsoleWorld::finish(*first);
    QVERIFY2(declined.exitCode == 5, declined.standardOutput.constData());
    const ConsoleResult done = ConsoleWorld::finish(*second);
    QVERIFY2(done.exitCode == 0, QByteArray(waiting + done.standardOutput).constData());
    QCOMPARE(world.users(B), world.users(A));
}

void TestTrouble::twoBackupsOfOnePairAtOnceBothEndWell()
{
    const TroubledWorld world;
    const QStringList waiting = {u"--lock-timeout"_s, u"120"_s};
    const auto first = world.start(waiting + BackUpA);
    const auto second = world.start(waiting + QStringList{u"Backup-CsPool"_s, u"-PoolFqdn"_s, B});
    const auto third = world.start(waiting + BackUpA);
    for (QProcess *process : {first.get(), second.get(), third.get()}) {
        const ConsoleResult result = ConsoleWorld::finish(*process);
        QVERIFY2(result.exitCode == 0, said(result).constData());
    }
    QCOMPARE(world.users(B), world.users(A));
}

void TestTrouble::aStoreThatCannotBeUsedIsNamedAndNothingIsLost_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QByteArray>("sentence");

    const QString own = u"pools/a.example.com/user-store.sqlite"_s;
    const QString partners = u"pools/b.example.com/user-store.sqlite"_s;
    const QString central = u"pools/c.example.com/central-store.sqlite"_s;
    for (const QString &store : {own, partners, central, u"deployment.sqlite"_s}) {
        const QByteArray name = store.toUtf8();
        QTest::addRow("%s is no database", name.constData()) << store << u"header"_s << QByteArray("is damaged");
        QTest::addRow("%s is empty", name.constData()) << store << u"empty"_s << QByteArray();
        QTest::addRow("%s comes from a newer version", name.constData())
            << store << u"newer"_s << QByteArray("newer version");
        QTest::addRow("%s is gone", name.constData()) << store << u"gone"_s << QByteArray();
    }
    QTest::newRow("a page in the middle is overwritten") << own << u"page"_s << QByteArray("damaged");
}

void TestTrouble::aStoreThatCannotBeUsedIsNamedAndNothingIsLost()
{
    QFETCH(const QString, store);
    QFETCH(const QString, damage);
    QFETCH(const QByteArray, sentence);

    const TroubledWorld world;
    const auto usersOfA = world.users(A);
    const QString path = world.deployment() + u'/' + store;
    const QString whole = world.path(u"whole.sqlite"_s);
    QVERIFY(QFile::copy(path, whole));
    if (damage == "header"_L1) {
        overwrite(path, 0, QByteArray(100, 'x'));
    } else if (damage == "empty"_L1) {
        QVERIFY(QFile::resize(path, 0));
    } else if (damage == "newer"_L1) {
        const auto database = valueOf(Database::open(path, OpenMode::ReadWrite));
        QVERIFY(database.setSchemaVersion(999));
    } else if (damage == "gone"_L1) {
        QVERIFY(QFile::remove(path));
    } else {
        const qint64 size = QFileInfo(path).size();
        for (qint64 at = 8192; at < size; at += 4096)
            overwrite(path, at, QByteArray(4096, 'x'));
    }
    const auto before = ConsoleWorld::snapshot(world.deployment() + "/pools"_L1);

    const ConsoleResult result = world.run(BackUpA);
    QVERIFY2(result.exitCode == 1, said(result).constData());
    QVERIFY2(result.standardError.contains(sentence), result.standardError.constData());
    QVERIFY2(result.standardError.contains(path.section(u'/', -1).toUtf8()) || store == "deployment.sqlite"_L1,
             result.standardError.constData());
    // Not one byte of the users' data, and nothing is made in place of what is missing or broken. (What was copied of
    // other modules is in the index of the file store.)
    const auto after = ConsoleWorld::snapshot(world.deployment() + "/pools"_L1);
    for (const auto &[name, digest] : before) {
        const bool isUsers = name.startsWith(A) && !name.endsWith("file-store.sqlite"_L1);
        if (isUsers || world.deployment() + "/pools/"_L1 + name == path)
            QVERIFY2(after.contains(std::pair(name, digest)), qPrintable(name));
    }
    QCOMPARE(QFile::exists(path), damage != "gone"_L1);

    QFile::remove(path);
    QVERIFY(QFile::copy(whole, path));
    QCOMPARE(world.users(A), usersOfA);
    world.backUpCompletely();
}

void TestTrouble::aFolderThatCannotBeWrittenIsNamed()
{
#ifdef Q_OS_UNIX
    const TroubledWorld world;
    const auto before = ConsoleWorld::snapshot(world.deployment());
    // Root may write anywhere, so that the program is run by somebody else. The home is his.
    constexpr uid_t nobody = 65534;
    QDirIterator entries(world.path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    QStringList all{world.path()};
    while (entries.hasNext())
        all += entries.next();
    for (const QString &entry : all) {
        const bool isDeployment = entry.startsWith(world.deployment());
        const QFile::Permissions read = QFile::ReadOwner | QFile::ReadUser | QFile::ReadGroup | QFile::ReadOther;
        const QFile::Permissions enter = QFile::ExeOwner | QFile::ExeUser | QFile::ExeGroup | QFile::ExeOther;
        const QFile::Permissions write = QFile::WriteOwner | QFile::WriteUser | QFile::WriteGroup | QFile::WriteOther;
        QFile::setPermissions(entry,
                              read | (QFileInfo(entry).isDir() ? enter : QFile::Permissions())
                                  | (isDeployment ? QFile::Permissions() : write));
    }
    const auto run = [&](const QStringList &arguments) {
        const auto process = world.prepare(arguments);
        if (::geteuid() == 0)
            process->setChildProcessModifier([] { std::ignore = ::setuid(nobody); });
        process->start();
        process->closeWriteChannel();
        return ConsoleWorld::finish(*process);
    };
    const ConsoleResult read = run({u"Get-CsPool"_s});
    const ConsoleResult refused = run(BackUpA);
    for (const QString &entry : all)
        QFile::setPermissions(entry, QFile::permissions(entry) | QFile::WriteOwner | QFile::WriteUser);
    if (read.exitCode == -1)
        QSKIP("The program lies where no other user may run it.");

    QVERIFY2(read.exitCode == 0, read.standardError.constData());
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.standardError.contains(world.deployment().toUtf8()), refused.standardError.constData());
    QVERIFY2(refused.standardError.contains("right"), refused.standardError.constData());
    QCOMPARE(ConsoleWorld::snapshot(world.deployment()), before);
    world.backUpCompletely();
#else
    QSKIP("The rights of other systems are not set this way.");
#endif
}

void TestTrouble::aFullDiskLosesNothing_data()
{
    QTest::addColumn<bool>("isMounted");

    QTest::newRow("no file may grow") << false;
    QTest::newRow("a file system without space") << true;
}

void TestTrouble::aFullDiskLosesNothing()
{
#ifdef Q_OS_UNIX
    QFETCH(const bool, isMounted);

    const TroubledWorld world;
    const auto usersOfA = world.users(A);
    if (!isMounted) {
        // Half of what the backup pool's store needs.
        const auto process = world.prepare(BackUpA);
        const rlim_t limit = rlim_t(QFileInfo(world.poolFile(A, u"user-store.sqlite"_s)).size() / 2);
        process->setChildProcessModifier([limit] {
            const rlimit bounds{limit, limit};
            ::setrlimit(RLIMIT_FSIZE, &bounds);
            std::signal(SIGXFSZ, SIG_IGN);
        });
        process->start();
        process->closeWriteChannel();
        const ConsoleResult result = ConsoleWorld::finish(*process);
        QVERIFY2(result.exitCode == 1, said(result).constData());
        QVERIFY2(result.standardError.contains("full"), result.standardError.constData());
        QVERIFY2(result.standardError.contains("user-store.sqlite"), result.standardError.constData());
        QCOMPARE(world.users(A), usersOfA);
        world.backUpCompletely();
        return;
    }

    // The deployment moves to a small file system of its own, which is then filled but for a little.
    const QString away = world.path(u"away"_s);
    QVERIFY(QDir().rename(world.deployment(), away));
    QVERIFY(QDir().mkpath(world.deployment()));
    if (QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=8m"_s, u"tmpfs"_s, world.deployment()})
        != 0)
        QSKIP("This user, or this container, may not mount a file system.");
    const auto unmount = qScopeGuard([&] { QProcess::execute(u"umount"_s, {u"-l"_s, world.deployment()}); });
    QCOMPARE(QProcess::execute(u"cp"_s, {u"-a"_s, away + "/."_L1, world.deployment()}), 0);
    QFile filler(world.deployment() + "/filler"_L1);
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'f')) > 0) { }
    filler.resize(filler.size() - 256 * 1024);
    filler.close();

    const ConsoleResult result = world.run(BackUpA);
    QVERIFY2(result.exitCode == 1, said(result).constData());
    QVERIFY2(result.standardError.contains("full"), result.standardError.constData());
    QCOMPARE(world.users(A), usersOfA);
    QVERIFY(filler.remove());
    world.backUpCompletely();
#else
    QSKIP("The size of files cannot be limited this way on this system.");
#endif
}

QTEST_GUILESS_MAIN(TestTrouble)
#include "tst_trouble.moc"
