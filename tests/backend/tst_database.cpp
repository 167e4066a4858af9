// Database, Statement, Transaction: what they promise of files that are whole, broken, busy or left behind by a kill.
#include "backend/sqlite/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

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

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readingAHotJournalChangesNothing();

private:
    QString path(const QString &name = u"store.sqlite"_s) const { return m_folder->filePath(name); }
    void makeStore(const QString &name = u"store.sqlite"_s) const
    {
        auto database = Database::open(path(name), OpenMode::Create);
        QVERIFY2(database, database ? "" : qPrintable(database.error().message));
        QVERIFY(database->execute(u"CREATE TABLE t(id INTEGER PRIMARY KEY, v)"_s));
        QVERIFY(insertRows(*database, 100));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

// The journal of a transaction that was under way, and the database it had already written to, as a killed writer
// leaves them.
void TestDatabase::readingAHotJournalChangesNothing()
{
    makeStore();
    QTemporaryDir elsewhere;
    const QString broken = elsewhere.filePath(u"broken ?#%20.sqlite"_s);
    {
        auto database = Database::open(path(), OpenMode::ReadWrite);
        QVERIFY(database);
        QVERIFY(database->execute(u"PRAGMA cache_size=5"_s)); // pages are written before the commit
        auto transaction = Transaction::begin(*database);
        QVERIFY(transaction);
        QVERIFY(insertRows(*database, 200));
        QVERIFY(database->execute(u"UPDATE t SET v=zeroblob(2000)"_s));
        QVERIFY(QFile::copy(path(), broken));
        QVERIFY(QFile::copy(path() + "-journal"_L1, broken + "-journal"_L1));
    }
    QVERIFY(QFileInfo(broken + "-journal"_L1).size() > 1000);
    const auto before = contentOf(elsewhere.path());
    {
        auto database = Database::open(broken, OpenMode::ReadOnly);
        QVERIFY2(database, database ? "" : qPrintable(database.error().message));
        QCOMPARE(database->path(), broken);
        QCOMPARE(countRows(*database), 100);
        QVERIFY(!insertRows(*database, 1));
    }
    QCOMPARE(contentOf(elsewhere.path()), before);

    auto repaired = Database::open(broken, OpenMode::ReadWrite);
    QVERIFY(repaired);
    QCOMPARE(countRows(*repaired), 100);
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
