// A pool of full size: 20,000 users with 50 contacts each are imported from one archive and backed up; then 200 of them
// change, and the second backup copies 200 documents.
#include "tests/support/archive_generator.h"
#include "tests/support/console_world.h"
#include "tests/support/test_support.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace cspool::test;

namespace {

// The sanitizers look for races and leaks, not for size, and are many times slower.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int Users = 2'000;
#else
constexpr int Users = 20'000;
#endif
constexpr int ChangedUsers = 200;
constexpr auto Pool = "a.example.com"_L1;
constexpr auto BackupPool = "b.example.com"_L1;

// The first count of that name in a report, without its digit grouping; -1: none.
qint64 countIn(const QString &report, const QString &name)
{
    QFile file(report);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    QString text = QString::fromUtf8(file.readAll());
    text.remove(QRegularExpression(u"<style.*?</style>"_s, QRegularExpression::DotMatchesEverythingOption));
    text.replace(QRegularExpression(u"<[^>]*>"_s), u" "_s);
    const QRegularExpression count(name + u"\\s*:?\\s*([0-9][0-9.,\u00a0\u202f]*)"_s);
    const QRegularExpressionMatch match = count.match(text);
    return match.hasMatch() ? match.captured(1).remove(QRegularExpression(u"[^0-9]"_s)).toLongLong() : -1;
}

} // namespace

class TestScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondBackupCopiesWhatChanged();
};

void TestScale::aSecondBackupCopiesWhatChanged()
{
    const ConsoleWorld world(QStringLiteral(CSPOOL_EXECUTABLE));
    QFile topology(world.path(u"topology.xml"_s));
    QVERIFY(topology.open(QIODevice::WriteOnly));
    topology.write(topologyDocument({Pool, BackupPool}));
    topology.close();
    const ConsoleResult made
        = world.runBare({u"New-Deployment"_s, u"-Path"_s, world.deployment(), u"-Topology"_s, topology.fileName(),
                         u"-Pair"_s, u"%1=%2"_s.arg(Pool, BackupPool), u"-CentralManagement"_s, Pool});
    QVERIFY2(made.exitCode == 0, made.standardError.constData());

    GeneratedArchive archive{.users = Users};
    const QString before = world.path(u"before.zip"_s);
    writeArchive(before, archive);
    archive.changedUsers = ChangedUsers;
    const QString after = world.path(u"after.zip"_s);
    writeArchive(after, archive);

    QElapsedTimer clock;
    const auto run = [&](const QString &what, const QStringList &arguments) {
        clock.start();
        const ConsoleResult result = world.run(arguments);
        qInfo("%s: %lld ms", qUtf8Printable(what), clock.elapsed());
        return result;
    };
    const QStringList import{u"Import-CsUserData"_s, u"-PoolFqdn"_s, Pool, u"-Confirm:$false"_s, u"-FileName"_s};
    const QStringList backup{u"Backup-CsPool"_s, u"-PoolFqdn"_s, Pool, u"-Category"_s, u"UserData"_s, u"-Report"_s};
    const QString firstReport = world.path(u"first.html"_s);
    const QString secondReport = world.path(u"second.html"_s);

    const ConsoleResult imported = run(u"import of all"_s, import + QStringList{before});
    QVERIFY2(imported.exitCode == 0, imported.standardError.constData());
    const ConsoleResult first = run(u"first backup"_s, backup + QStringList{firstReport});
    QVERIFY2(first.exitCode == 0, first.standardError.constData());
    QCOMPARE(countIn(firstReport, u"documents copied"_s), Users);

    const ConsoleResult changed = run(u"import of the changes"_s, import + QStringList{after});
    QVERIFY2(changed.exitCode == 0, changed.standardError.constData());
    const ConsoleResult second = run(u"second backup"_s, backup + QStringList{secondReport});
    QVERIFY2(second.exitCode == 0, second.standardError.constData());
    QCOMPARE(countIn(secondReport, u"documents copied"_s), ChangedUsers);

    const QByteArray own = world.exportedUserData(Pool);
    QCOMPARE(own.count("<DocItem "), Users);
    QVERIFY(world.exportedUserData(BackupPool) == own);
    QVERIFY(zipEntry(after).count("<DocItem ") == Users);
}

QTEST_GUILESS_MAIN(TestScale)
#include "tst_scale.moc"
