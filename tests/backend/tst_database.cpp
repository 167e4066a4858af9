// Database, Statement, Transaction: what they promise of files that are whole, broken, busy or left behind by a kill.
#include "backend/sqlite/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <iostream>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

// Every file below a folder with its content and modification time.
QMap<QString, std::pair<QByteArray, QDateTime>> contentOf(const QString &folder)
{
    QMap<QString, std::pair<QByteArray, QDateTime>> result;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            result.insert(info.fileName(), {file.readAll(), info.lastModified()});
    }
    return result;
}

qint64 countRows(const Database &database)
{
    auto statement = database.prepare(u"SELECT count(*) FROM t"_s);
    if (!statement || !statement->step().valueOr(false))
        return -1;
    return statement->int64(0);
}

Result<> insertRows(const Database &database, int count)
{
    auto statement = database.prepare(u"INSERT INTO t(v) VALUES(?)"_s);
    if (!statement)
        return statement.error();
    for (int i = 0; i < count; ++i) {
        if (const auto done = statement->bind(1, QByteArray(2000, 'x')).run(); !done)
            return done.error();
    }
    return {};
}

QString outcome(const Result<> &result)
{
    return result ? u"ok"_s
                  : toString(result.error().category) + ' '_L1 + result.error().id + ' '_L1 + result.error().message;
}

Result<> openAs(const QString &mode, const QString &path)
{
    const auto database = Database::open(path,
                                         mode == "ro"_L1       ? OpenMode::ReadOnly
                                             : mode == "rw"_L1 ? OpenMode::ReadWrite
                                                               : OpenMode::Create);
    if (!database)
        return database.error();
    return {};
}

Result<> fill(const QString &path)
{
    const auto database = Database::open(path, OpenMode::ReadWrite);
    if (!database)
        return database.error();
    auto transaction = Transaction::begin(*database);
    if (!transaction)
        return transaction.error();
    if (const auto inserted = insertRows(*database, 20'000); !inserted)
        return inserted;
    return transaction->commit();
}

// A writer that dies with half of its transaction in the file.
[[noreturn]] void dieWriting(const QString &path)
{
    const auto database = Database::open(path, OpenMode::ReadWrite);
    if (!database || !database->execute(u"PRAGMA cache_size=5; BEGIN IMMEDIATE"_s) || !insertRows(*database, 200))
        std::_Exit(1);
    (void)database->execute(u"UPDATE t SET v=zeroblob(2000)"_s);
    std::_Exit(0);
}

// The test starts itself as another process.
int runChild(const QStringList &arguments)
{
    const QString &task = arguments.at(1);
    if (task == "--die"_L1)
        dieWriting(arguments.at(2));
    const auto result = task == "--fill"_L1 ? fill(arguments.at(2)) : openAs(arguments.at(2), arguments.at(3));
    std::cout << qPrintable(outcome(result)) << std::endl;
    return 0;
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void valuesComeBackAsTheyWere();
    void whatIsNoDatabaseIsSaidSo_data();
    void whatIsNoDatabaseIsSaidSo();
    void aMissingFileIsSaidSo();
    void aFileIsOnlyMadeWhenAsked();
    void anyPathIsTakenLiterally_data();
    void anyPathIsTakenLiterally();
    void withoutPermissionOpeningFails_data();
    void withoutPermissionOpeningFails();
    void readingChangesNothing();
    void readingAHotJournalChangesNothing();
    void readingAWalDatabaseChangesNothing();
    void aFullDiskLeavesTheLastCommit();
    void aLimitOnTheFileSizeIsAFullDisk();
    void aStatementIsInterrupted();
    void waitingForALockIsInterrupted();
    void aMovedDatabaseGoesOn();
    void aTransactionIsRolledBackUnlessCommitted();
    void schemaUpgradesRunOnce();
    void aNewerSchemaIsRefused();
    void aFailedUpgradeChangesNothing();

private:
    QString path(const QString &name = u"store.sqlite"_s) const { return m_folder->path() + u'/' + name; }
    void makeStore(const QString &name = u"store.sqlite"_s) const
    {
        auto database = Database::open(path(name), OpenMode::Create);
        QVERIFY2(database, database ? "" : qPrintable(database.error().message));
        QVERIFY(database->execute(u"BEGIN; CREATE TABLE t(id INTEGER PRIMARY KEY, v)"_s));
        QVERIFY(insertRows(*database, 100));
        QVERIFY(database->execute(u"COMMIT"_s));
    }
    // Runs this program as another process: as one without rights when this one has all, or under a limit.
    QString inChild(const QStringList &arguments, bool isUnprivileged = false, const QString &shellPrefix = {}) const
    {
        QProcess process;
        QString program = QCoreApplication::applicationFilePath();
#ifdef Q_OS_UNIX
        if (isUnprivileged && geteuid() == 0) {
            // Where an account without rights can run it.
            const QString copy = m_folder->filePath(u"child"_s);
            if (!QFile::copy(program, copy))
                return u"the program cannot be copied"_s;
            program = copy;
            process.setChildProcessModifier([] {
                if (setgid(65534) != 0 || setuid(65534) != 0)
                    std::_Exit(99);
            });
        }
#endif
        if (shellPrefix.isEmpty())
            process.start(program, arguments);
        else
            process.start(u"/bin/sh"_s,
                          QStringList{u"-c"_s, shellPrefix + "; exec \"$@\""_L1, u"sh"_s, program} + arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDatabase::valuesComeBackAsTheyWere()
{
    auto database = Database::open(path(), OpenMode::Create);
    QVERIFY(database);
    auto select = database->prepare(u"SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7"_s);
    QVERIFY(select);
    const QString text = QString(u"Zoë 😀"_s) + QChar(0) + u'x';
    const QByteArray blob("\0\1\xff", 3);
    select->bind(1, std::numeric_limits<qint64>::min()).bind(2, 0.5).bind(3, text).bind(4, blob).bind(5, QByteArray());
    const auto row = select->bindNull(6).bind(7, QString()).step();
    QVERIFY(row && *row);
    QCOMPARE(select->int64(0), std::numeric_limits<qint64>::min());
    QCOMPARE(select->real(1), 0.5);
    QCOMPARE(select->text(2), text);
    QCOMPARE(select->blob(3), blob);
    QVERIFY(!select->isNull(4) && select->blob(4).isEmpty());
    QVERIFY(select->isNull(5));
    QVERIFY(!select->isNull(6) && select->text(6).isEmpty());
    QVERIFY(!select->bind(99, 1).step());
    const auto wrong = database->execute(u"SELECT nonsense"_s);
    QVERIFY(!wrong);
    QVERIFY2(wrong.error().message.contains(path()) && wrong.error().message.contains("no such column"_L1),
             qPrintable(wrong.error().message));
}

void TestDatabase::whatIsNoDatabaseIsSaidSo_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("size"); // what is left of it; -1: all
    QTest::addColumn<int>("damage"); // where bytes are overwritten; -1: nowhere
    QTest::addRow("text") << QByteArray("<Topology/>").repeated(1000) << -1 << -1;
    QTest::addRow("zeros") << QByteArray(8192, 0) << -1 << -1;
    QTest::addRow("cut off") << QByteArray() << 20'000 << -1;
    QTest::addRow("cut off in the header") << QByteArray() << 50 << -1;
    QTest::addRow("damaged header") << QByteArray() << -1 << 0;
    QTest::addRow("damaged page size") << QByteArray() << -1 << 16;
    QTest::addRow("damaged schema") << QByteArray() << -1 << 100;
}

void TestDatabase::whatIsNoDatabaseIsSaidSo()
{
    QFETCH(QByteArray, content);
    QFETCH(int, size);
    QFETCH(int, damage);
    makeStore();
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (!content.isEmpty())
        QVERIFY(file.resize(0) && file.write(content) == content.size());
    if (size >= 0)
        QVERIFY(file.resize(size));
    if (damage >= 0)
        QVERIFY(file.seek(damage) && file.write(QByteArray(8, '\xee')) == 8);
    file.close();
    const auto before = contentOf(m_folder->path());
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite, OpenMode::Create}) {
        const auto database = Database::open(path(), mode);
        QVERIFY(!database);
        QCOMPARE(toString(database.error().category), u"InvalidData"_s);
        QVERIFY2(database.error().message.contains(path()), qPrintable(database.error().message));
        QVERIFY(database.error().recommendedAction.startsWith("Restore the file"_L1));
    }
    QCOMPARE(contentOf(m_folder->path()), before);
}

void TestDatabase::aMissingFileIsSaidSo()
{
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto database = Database::open(path(), mode);
        QVERIFY(!database);
        QCOMPARE(toString(database.error().category), u"ObjectNotFound"_s);
        QVERIFY(!QFile::exists(path()));
    }
    QCOMPARE(Database::open(m_folder->filePath(u"no/store.sqlite"_s), OpenMode::Create).error().id, u"FileNotFound"_s);
    QCOMPARE(Database::open(m_folder->path(), OpenMode::ReadWrite).error().id, u"FileDamaged"_s);
}

void TestDatabase::aFileIsOnlyMadeWhenAsked()
{
    makeStore();
    const auto database = Database::open(path(), OpenMode::Create);
    QVERIFY(database);
    QCOMPARE(countRows(*database), 100);
    QVERIFY(QFile(m_folder->filePath(u"empty.sqlite"_s)).open(QIODevice::WriteOnly));
    const auto empty = Database::open(m_folder->filePath(u"empty.sqlite"_s), OpenMode::ReadWrite);
    QVERIFY(empty);
    QCOMPARE(toString(checkSchema(*empty, 1).error().category), u"InvalidData"_s);
}

void TestDatabase::anyPathIsTakenLiterally_data()
{
    QTest::addColumn<QString>("name");
    for (const auto *name : {"with space.sqlite", "100%20.sqlite", "%1.sqlite", "a?mode=memory", "#1.sqlite",
                             "file:x.sqlite", "Zoë.sqlite", "'quoted\".sqlite"})
        QTest::addRow("%s", name) << QString::fromUtf8(name);
}

void TestDatabase::anyPathIsTakenLiterally()
{
    QFETCH(QString, name);
    makeStore(name);
    QVERIFY(QFileInfo(path(name)).size() > 100'000);
    const QString current = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    const auto database = Database::open(name, OpenMode::ReadOnly);
    QDir::setCurrent(current);
    QVERIFY2(database, database ? "" : qPrintable(database.error().message));
    QCOMPARE(countRows(*database), 100);
}

void TestDatabase::withoutPermissionOpeningFails_data()
{
    QTest::addColumn<int>("filePermissions"); // as chmod writes them
    QTest::addColumn<int>("folderPermissions");
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("expected");
    QTest::addRow("read a read-only file") << 0444 << 0555 << u"ro"_s << u"ok"_s;
    QTest::addRow("write a read-only file") << 0444 << 0777 << u"rw"_s << u"PermissionDenied FileNotWritable"_s;
    QTest::addRow("write in a read-only folder") << 0666 << 0555 << u"rw"_s << u"PermissionDenied FolderNotWritable"_s;
    QTest::addRow("write there") << 0666 << 0777 << u"rw"_s << u"ok"_s;
    QTest::addRow("read an unreadable file") << 0000 << 0777 << u"ro"_s << u"PermissionDenied FileNotReadable"_s;
    QTest::addRow("read in an unreadable folder") << 0666 << 0000 << u"ro"_s << u"PermissionDenied FileNotReadable"_s;
    QTest::addRow("create in a read-only folder")
        << -1 << 0555 << u"create"_s << u"PermissionDenied FolderNotWritable"_s;
}

void TestDatabase::withoutPermissionOpeningFails()
{
#ifndef Q_OS_UNIX
    QSKIP("The rights of Windows are of another kind.");
#else
    QFETCH(int, filePermissions);
    QFETCH(int, folderPermissions);
    QFETCH(QString, mode);
    QFETCH(QString, expected);
    const auto permissions = [](int bits) {
        return QFile::Permissions(((bits & 0700) << 2) | (bits & 0700) | ((bits & 070) << 1) | (bits & 7));
    };
    QVERIFY(QDir(m_folder->path()).mkpath(u"inner"_s));
    const QString inner = m_folder->filePath(u"inner"_s);
    if (filePermissions >= 0) {
        makeStore(u"inner/store.sqlite"_s);
        QFile::remove(inner + "/store.sqlite-journal"_L1);
        QVERIFY(QFile::setPermissions(inner + "/store.sqlite"_L1, permissions(filePermissions)));
    }
    QVERIFY(QFile::setPermissions(inner, permissions(folderPermissions)));
    QVERIFY(QFile::setPermissions(m_folder->path(), permissions(0755)));
    const QString result = inChild({u"--open"_s, mode, inner + "/store.sqlite"_L1}, true);
    QFile::setPermissions(inner, permissions(0755));
    QVERIFY2(result.startsWith(expected), qPrintable(result));
    if (expected != "ok"_L1)
        QVERIFY2(result.contains(inner), qPrintable(result));
#endif
}

void TestDatabase::readingChangesNothing()
{
    makeStore();
    const auto before = contentOf(m_folder->path());
    {
        const auto database = Database::open(path(), OpenMode::ReadOnly);
        QVERIFY(database);
        QCOMPARE(countRows(*database), 100);
        const auto inserted = insertRows(*database, 1);
        QVERIFY(!inserted);
        QCOMPARE(toString(inserted.error().category), u"PermissionDenied"_s);
        QCOMPARE(contentOf(m_folder->path()), before);
    }
    QCOMPARE(contentOf(m_folder->path()), before);
}

// A writer was killed with half of its transaction in the file.
void TestDatabase::readingAHotJournalChangesNothing()
{
    const QString name = u"broken ?#%20.sqlite"_s;
    makeStore(name);
    inChild({u"--die"_s, path(name)});
    QVERIFY(QFileInfo(path(name) + "-journal"_L1).size() > 1000);
    QVERIFY(QFileInfo(path(name)).size() > 400'000);
    const auto before = contentOf(m_folder->path());
    {
        auto database = Database::open(path(name), OpenMode::ReadOnly);
        QVERIFY2(database, database ? "" : qPrintable(database.error().message));
        QCOMPARE(database->path(), path(name));
        QCOMPARE(countRows(*database), 100);
        QVERIFY(!insertRows(*database, 1));
    }
    QCOMPARE(contentOf(m_folder->path()), before);

    auto repaired = Database::open(path(name), OpenMode::ReadWrite);
    QVERIFY(repaired);
    QCOMPARE(countRows(*repaired), 100);
}

// Somebody has looked into the store with a tool that put it into WAL mode.
void TestDatabase::readingAWalDatabaseChangesNothing()
{
    makeStore();
    {
        auto database = Database::open(path(), OpenMode::ReadWrite);
        QVERIFY(database);
        QVERIFY(database->execute(u"PRAGMA journal_mode=WAL"_s));
        QVERIFY(insertRows(*database, 10));
        QVERIFY(QFile::copy(path(), path(u"copy.sqlite"_s)));
        QVERIFY(QFile::copy(path() + "-wal"_L1, path(u"copy.sqlite-wal"_s)));
    }
    const auto before = contentOf(m_folder->path());
    {
        auto database = Database::open(path(u"copy.sqlite"_s), OpenMode::ReadOnly);
        QVERIFY2(database, database ? "" : qPrintable(database.error().message));
        QCOMPARE(countRows(*database), 110);
    }
    QCOMPARE(contentOf(m_folder->path()), before);

    auto database = Database::open(path(u"copy.sqlite"_s), OpenMode::ReadWrite);
    QVERIFY(database);
    QCOMPARE(countRows(*database), 110);
    QVERIFY(!QFile::exists(path(u"copy.sqlite-wal"_s)));
}

void TestDatabase::aFullDiskLeavesTheLastCommit()
{
    makeStore();
    auto database = Database::open(path(), OpenMode::ReadWrite);
    QVERIFY(database);
    QVERIFY(database->execute(u"PRAGMA max_page_count=200"_s));
    {
        auto transaction = Transaction::begin(*database);
        QVERIFY(transaction);
        const auto inserted = insertRows(*database, 2000);
        QVERIFY(!inserted);
        QCOMPARE(inserted.error().id, u"DiskFull"_s);
        QCOMPARE(toString(inserted.error().category), u"WriteError"_s);
        QVERIFY(!inserted.error().recommendedAction.isEmpty());
    }
    QCOMPARE(countRows(*database), 100);
    QVERIFY(insertRows(*database, 1));
}

void TestDatabase::aLimitOnTheFileSizeIsAFullDisk()
{
#ifndef Q_OS_UNIX
    QSKIP("There is no such limit.");
#else
    makeStore();
    // In units of 512 bytes; the signal of the limit is ignored, as the program's main() does.
    const QString result = inChild({u"--fill"_s, path()}, false, u"ulimit -f 2000; trap '' XFSZ"_s);
    QVERIFY2(result.startsWith("WriteError DiskFull"_L1), qPrintable(result));
    const auto database = Database::open(path(), OpenMode::ReadWrite);
    QVERIFY(database);
    QCOMPARE(countRows(*database), 100);
#endif
}

void TestDatabase::aStatementIsInterrupted()
{
    makeStore();
    auto database = Database::open(path(), OpenMode::ReadOnly);
    QVERIFY(database);
    bool isStopped = false;
    database->setInterruptCheck([&] { return isStopped; });
    QCOMPARE(countRows(*database), 100);
    isStopped = true;
    auto select = database->prepare(u"SELECT count(*) FROM t a, t b, t c"_s);
    QVERIFY(select);
    const auto row = select->step();
    QVERIFY(!row);
    QVERIFY(row.error().isStopped());
    database->setInterruptCheck({});
    QVERIFY(select->step().valueOr(false));
    QCOMPARE(select->int64(0), 1'000'000);
}

void TestDatabase::waitingForALockIsInterrupted()
{
    makeStore();
    auto holder = Database::open(path(), OpenMode::ReadWrite);
    auto other = Database::open(path(), OpenMode::ReadWrite);
    QVERIFY(holder && other);
    auto held = Transaction::begin(*holder);
    QVERIFY(held);
    int asked = 0;
    other->setInterruptCheck([&] { return ++asked >= 5; });
    const auto refused = Transaction::begin(*other);
    QVERIFY(!refused);
    QVERIFY(refused.error().isStopped());
    QCOMPARE(asked, 5);
    QVERIFY(held->commit());
    other->setInterruptCheck({});
    QVERIFY(Transaction::begin(*other));
}

void TestDatabase::aMovedDatabaseGoesOn()
{
    makeStore();
    auto first = Database::open(path(), OpenMode::ReadWrite);
    QVERIFY(first);
    int asked = 0;
    first->setInterruptCheck([&] {
        ++asked;
        return false;
    });
    auto transaction = Transaction::begin(*first);
    auto statement = first->prepare(u"SELECT count(*) FROM t a, t b, t c"_s);
    QVERIFY(transaction && statement);
    std::optional<Database> second(std::move(*first));
    QVERIFY(insertRows(*second, 1));
    second.reset();
    QVERIFY(statement->step().valueOr(false));
    QCOMPARE(statement->int64(0), 101 * 101 * 101);
    QVERIFY(asked > 0);
    statement->reset();
    QVERIFY(transaction->commit());
    const auto again = Database::open(path(), OpenMode::ReadOnly);
    QVERIFY(again);
    QCOMPARE(countRows(*again), 101);
}

void TestDatabase::aTransactionIsRolledBackUnlessCommitted()
{
    makeStore();
    auto database = Database::open(path(), OpenMode::ReadWrite);
    QVERIFY(database);
    {
        auto transaction = Transaction::begin(*database);
        QVERIFY(transaction);
        QVERIFY(insertRows(*database, 5));
        auto moved = std::move(*transaction);
    }
    QCOMPARE(countRows(*database), 100);
    {
        auto transaction = Transaction::begin(*database);
        QVERIFY(transaction);
        QVERIFY(insertRows(*database, 5));
        QVERIFY(transaction->commit());
    }
    QCOMPARE(countRows(*database), 105);
}

void TestDatabase::schemaUpgradesRunOnce()
{
    const QList<SchemaUpgrade> first{{1, "CREATE TABLE t(v)"}};
    const QList<SchemaUpgrade> second{{1, "CREATE TABLE t(v)"},
                                      {2, "ALTER TABLE t ADD COLUMN w; CREATE INDEX i ON t(w)"}};
    {
        auto database = Database::open(path(), OpenMode::Create);
        QVERIFY(database);
        QVERIFY(upgradeSchema(*database, first));
        QCOMPARE(database->schemaVersion().valueOr(-1), 1);
        QVERIFY(checkSchema(*database, 1));
        QCOMPARE(checkSchema(*database, 2).error().id, u"OlderVersion"_s);
    }
    auto database = Database::open(path(), OpenMode::ReadWrite);
    QVERIFY(database);
    QVERIFY(upgradeSchema(*database, second));
    QVERIFY(upgradeSchema(*database, second));
    QCOMPARE(database->schemaVersion().valueOr(-1), 2);
    QVERIFY(database->execute(u"INSERT INTO t(v, w) VALUES (1, 2)"_s));
}

void TestDatabase::aNewerSchemaIsRefused()
{
    auto database = Database::open(path(), OpenMode::Create);
    QVERIFY(database);
    QVERIFY(database->setSchemaVersion(7));
    for (const auto &refused : {upgradeSchema(*database, {{1, "CREATE TABLE t(v)"}}), checkSchema(*database, 1)}) {
        QVERIFY(!refused);
        QCOMPARE(refused.error().id, u"NewerVersion"_s);
        QVERIFY(refused.error().message.contains("newer version"_L1));
    }
    QCOMPARE(database->schemaVersion().valueOr(-1), 7);
}

void TestDatabase::aFailedUpgradeChangesNothing()
{
    auto database = Database::open(path(), OpenMode::Create);
    QVERIFY(database);
    QVERIFY(!upgradeSchema(*database, {{1, "CREATE TABLE t(v)"}, {2, "CREATE TABLE t(v)"}}));
    QCOMPARE(database->schemaVersion().valueOr(-1), 0);
    QCOMPARE(countRows(*database), -1);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (QStringList{u"--open"_s, u"--fill"_s, u"--die"_s}.contains(arguments.value(1)))
        return runChild(arguments);
    TestDatabase test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_database.moc"
