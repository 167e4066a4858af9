// A backup that is killed at any moment: the stores are whole, the next run goes on where it stopped, and at the end
// both pools have the same. The executable starts itself as the process that is killed.
#include "tests/lab/backup_world.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace {

constexpr auto ChildArgument = "--back-up";

// The process that is killed: one Backup-CsPool on the deployment in `folder`.
int backUp(const QString &folder)
{
    Command command = require(parseCommand(u"Backup-CsPool -PoolFqdn a.example.com"_s));
    command.set(u"Report"_s, QString(folder + u".html"));
    PromptBox prompts;
    runLabCommand(
        {folder, {}, std::chrono::milliseconds(0)}, command, [](const Record &) {}, StopToken(), &prompts);
    return 0;
}

} // namespace

class tst_BackupKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtRandomMomentsItEndsEqual();

private:
    void change(BackupWorld &world, int round);
    static std::unique_ptr<QProcess> start(const BackupWorld &world);
};

// Documents and files that are new, changed and deleted.
void tst_BackupKill::change(BackupWorld &world, int round)
{
    world.writeMany(poolA, round * 40, 220, "round " + QByteArray::number(round) + QByteArray(2000, 'd'));
    world.remove(poolA, BackupWorld::userName(round * 40 + 3));
    for (int i = 0; i < 6; ++i) {
        const QByteArray data = QByteArray::number(round) + QByteArray(i == 0 ? 2'000'000 : 5000, char('a' + i));
        world.writeContent(poolA, poolA, u"conference %1/file %2"_s.arg(round).arg(i), data);
        world.writeContent(poolA, poolA, u"changing/file %1"_s.arg(i), data);
    }
    if (round > 0)
        world.removeContent(poolA, poolA, u"conference %1/file 3"_s.arg(round - 1));
}

std::unique_ptr<QProcess> tst_BackupKill::start(const BackupWorld &world)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedChannels);
    process->start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(ChildArgument), world.folder()});
    if (!process->waitForStarted())
        qFatal("The backup could not be started.");
    return process;
}

void tst_BackupKill::killedAtRandomMomentsItEndsEqual()
{
    BackupWorld world;
    change(world, 0);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(start(world)->waitForFinished());
    const int wholeRun = int(clock.elapsed()) + 1;

    constexpr int rounds = 12;
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    qInfo("Seed of the moments: %u; a whole run takes %d ms.", seed, wholeRun);
    int killed = 0;
    for (int round = 1; round <= rounds; ++round) {
        change(world, round);
        const auto process = start(world);
        if (!process->waitForFinished(int(random.bounded(wholeRun)))) {
            process->kill();
            QVERIFY(process->waitForFinished());
            ++killed;
        }
        // Whatever it left can be read, and holds a whole number of batches.
        ServiceRun look(world);
        QVERIFY(look.state(poolA, BackupModule::PresenceFocus).exportStatus != ExportStatus::ErrorState);
        QVERIFY(look.state(poolA, BackupModule::DataConf).exportStatus != ExportStatus::ErrorState);
        QCOMPARE(require(require(look.deployment->userStore(poolB)).keptAside()).size(), 0);
    }
    QVERIFY(killed > 0);

    ServiceRun run(world);
    const qint64 pending = run.state(poolA, BackupModule::PresenceFocus).backlog;
    const ModuleResult users = run.copy(poolA, BackupModule::PresenceFocus);
    QCOMPARE(users.changes(), pending); // what was committed before is not copied again
    QCOMPARE(users.unchanged, 0);
    const ModuleResult content = run.copy(poolA, BackupModule::DataConf);
    QCOMPARE(content.keptAside, 0); // no half-finished copy is taken for a change on the backup pool
    QCOMPARE(world.fingerprint(poolB, poolA), world.fingerprint(poolA, poolA));
    const QStringList names = world.contentNames(poolA, poolA);
    QCOMPARE(world.contentNames(poolB, poolA), names);
    for (const QString &name : names)
        QCOMPARE(world.content(poolB, poolA, name), world.content(poolA, poolA, name));
    QCOMPARE(QDir(world.contentPath(poolB, u".cspool/incoming"_s)).entryList(QDir::Files), QStringList());
    QCOMPARE(run.runtime.warnings(), QStringList());
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == QLatin1StringView(ChildArgument))
        return backUp(arguments.at(2));
    tst_BackupKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_backup_kill.moc"
