// PoolModel: what each cell says of what is known, and that every change is told by the smallest true signal.
#include "model/pool_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

Pool enterprisePool(const QString &fqdn, const QString &backupPool)
{
    return {fqdn,
            fqdn,
            u"Site:Redmond"_s,
            {u"UserServer:"_s + fqdn, u"Registrar:"_s + fqdn, u"CentralManagement:"_s + fqdn},
            {u"fe1."_s + fqdn},
            backupPool,
            u"Skype for Business Server 2015"_s};
}

Pool sqlServer(const QString &fqdn)
{
    return {fqdn, fqdn, u"Site:Redmond"_s, {u"UserDatabase:"_s + fqdn}, {fqdn}, {}, {}};
}

Pool director(const QString &fqdn)
{
    return {fqdn, fqdn, u"Site:Redmond"_s, {u"Registrar:"_s + fqdn}, {fqdn}, {}, {}};
}

QList<Pool> threePools()
{
    return {enterprisePool(u"a.example.com"_s, u"b.example.com"_s),
            enterprisePool(u"b.example.com"_s, u"a.example.com"_s), enterprisePool(u"c.example.com"_s, {})};
}

template <typename T> Reading<T> readAt(const QDateTime &at, const T &value)
{
    Reading<T> reading;
    reading.succeed(value, at);
    return reading;
}

Error cannotReach()
{
    return {ErrorCategory::ResourceUnavailable, u"Unreachable"_s, u"The backup service does not answer."_s,
            u"Start the service LYNCBACKUP."_s};
}

BackupServiceStatus status(ExportStatus exportStatus, ImportStatus importStatus = ImportStatus::NormalState)
{
    return {exportStatus, importStatus, u"fe1.a.example.com"_s, {}};
}

JobInfo run(const QString &pool, Outcome outcome, const QDateTime &ended)
{
    JobInfo job;
    job.id = QUuid::createUuid();
    job.cmdlet = u"Backup-CsPool"_s;
    job.commandLine = u"Backup-CsPool -PoolFqdn "_s + pool;
    job.pool = pool;
    job.user = u"admin"_s;
    job.queued = ended.addSecs(-60);
    job.ended = ended;
    job.state = JobState::Finished;
    job.outcome = outcome;
    return job;
}

// With a tester from before the first row.
struct World
{
    PoolModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    World() { model.setNow(noon); }
    explicit World(const QList<Pool> &pools)
        : World()
    {
        model.setPools(readAt(noon, pools));
    }

    QVariant cell(const QString &fqdn, PoolColumn column, int role = Qt::DisplayRole) const
    {
        return model.index(model.rowOf(fqdn), int(column)).data(role);
    }
    QString text(const QString &fqdn, PoolColumn column) const { return cell(fqdn, column).toString(); }
    QString toolTip(const QString &fqdn, PoolColumn column) const
    {
        return cell(fqdn, column, Qt::ToolTipRole).toString();
    }
};

// The cells of which `spy` says that something that is shown has changed, as "row,column".
QStringList shownChanges(const QSignalSpy &spy)
{
    QStringList cells;
    for (const QList<QVariant> &arguments : spy) {
        if (!arguments.at(2).value<QList<int>>().isEmpty())
            continue; // not what is shown: only when it was read
        const auto first = arguments.at(0).toModelIndex();
        const auto last = arguments.at(1).toModelIndex();
        for (int row = first.row(); row <= last.row(); ++row) {
            for (int column = first.column(); column <= last.column(); ++column)
                cells.append(u"%1,%2"_s.arg(row).arg(column));
        }
    }
    return cells;
}

QString cellName(int row, PoolColumn column)
{
    return u"%1,%2"_s.arg(row).arg(int(column));
}

} // namespace

class TestPoolModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnNamesItsCmdlet_data();
    void everyColumnNamesItsCmdlet();
    void aCellSaysWhatIsKnown_data();
    void aCellSaysWhatIsKnown();
    void whatIsNotReadYetIsDots();
    void onePoolMoreInsertsOneRow();
    void onePoolLessRemovesOneRow();
    void aChangedFieldChangesOneCell();
    void theSamePoolsAgainChangeNothingThatIsShown();
    void aPoolThatIsReportedTwiceHasOneRow();
    void aFailedReadingKeepsTheRowsAndShowsThemAsOld();
    void aStatusChangesOnlyItsCells();
    void aStatusThatCannotBeReadIsUnknownAndTellsTheLastKnownOne();
    void anOldStatusShowsItsAge();
    void timePassingChangesOnlyTheAgesThatAreShown();
    void warningsExplainAnErrorState();
    void hostileTextIsEscapedInToolTips();
    void poolStates_data();
    void poolStates();
    void centralManagement_data();
    void centralManagement();
    void aVersionThatGetCsPoolDoesNotTellIsTakenFromTheServices();
    void theLastRunShowsOutcomeAndAge();
    void anOlderRunDoesNotReplaceANewerOne();
    void withoutACompleteHistoryNoRunIsUnknown();
    void sortKeysAreNative();
    void severityOrdersTheExportStatuses();
    void attentionIsNeverDeniedForLackOfKnowledge();
    void clearingForgetsEverything();
    void veryManyPoolsComeInPortions();
    void tenThousandPoolsChangeInFewSignals();
};

void TestPoolModel::everyColumnNamesItsCmdlet_data()
{
    QTest::addColumn<PoolColumn>("column");
    QTest::addColumn<QString>("cmdlet");
    QTest::newRow("pool") << PoolColumn::Fqdn << u"Get-CsPool"_s;
    QTest::newRow("site") << PoolColumn::Site << u"Get-CsPool"_s;
    QTest::newRow("version") << PoolColumn::ServerVersion << u"Get-CsPool"_s;
    QTest::newRow("kind") << PoolColumn::Kind << u"Get-CsPool"_s;
    QTest::newRow("backup pool") << PoolColumn::BackupPool << u"Get-CsPool"_s;
    QTest::newRow("export") << PoolColumn::ExportStatus << u"Get-CsBackupServiceStatus"_s;
    QTest::newRow("import") << PoolColumn::ImportStatus << u"Get-CsBackupServiceStatus"_s;
    QTest::newRow("state") << PoolColumn::PoolState << u"Get-CsRegistrarConfiguration"_s;
    QTest::newRow("store") << PoolColumn::CentralManagement << u"Get-CsManagementStoreReplicationStatus"_s;
    QTest::newRow("run") << PoolColumn::LastRun << u"Backup-CsPool"_s;
}

void TestPoolModel::everyColumnNamesItsCmdlet()
{
    QFETCH(PoolColumn, column);
    QFETCH(QString, cmdlet);
    const World world(threePools());
    QCOMPARE(world.cell(u"a.example.com"_s, column, OriginRole).toString(), cmdlet);
    QCOMPARE(world.model.headerData(int(column), Qt::Horizontal, OriginRole).toString(), cmdlet);
    QVERIFY(world.model.headerData(int(column), Qt::Horizontal, Qt::ToolTipRole).toString().contains(cmdlet));
    QVERIFY(!world.model.headerData(int(column), Qt::Horizontal).toString().isEmpty());
}

void TestPoolModel::aCellSaysWhatIsKnown_data()
{
    QTest::addColumn<QString>("fqdn");
    QTest::addColumn<PoolColumn>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("tone");
    const QString pool = u"a.example.com"_s;
    const QString alone = u"c.example.com"_s;
    const QString sql = u"sql.example.com"_s;
    const int none = int(StatusTone::None);
    QTest::newRow("fqdn") << pool << PoolColumn::Fqdn << pool << none;
    QTest::newRow("site without its prefix") << pool << PoolColumn::Site << u"Redmond"_s << none;
    QTest::newRow("version") << pool << PoolColumn::ServerVersion << u"Skype for Business Server 2015"_s << none;
    QTest::newRow("version not reported")
        << sql << PoolColumn::ServerVersion << u"not reported"_s << int(StatusTone::Unknown);
    QTest::newRow("kind") << pool << PoolColumn::Kind << u"Enterprise Edition pool"_s << none;
    QTest::newRow("backup pool") << pool << PoolColumn::BackupPool << u"b.example.com"_s << none;
    QTest::newRow("no backup pool stands out")
        << alone << PoolColumn::BackupPool << u"no backup pool"_s << int(StatusTone::Attention);
    QTest::newRow("a SQL Server needs none") << sql << PoolColumn::BackupPool << u"does not apply"_s << none;
    QTest::newRow("export status") << pool << PoolColumn::ExportStatus << u"SteadyState"_s << int(StatusTone::Good);
    QTest::newRow("import status") << pool << PoolColumn::ImportStatus << u"ErrorState"_s << int(StatusTone::Bad);
    QTest::newRow("no status without a pair") << alone << PoolColumn::ExportStatus << u"does not apply"_s << none;
    QTest::newRow("status not reported") << u"b.example.com"_s << PoolColumn::ExportStatus << u"not reported"_s
                                         << int(StatusTone::Unknown);
    QTest::newRow("no run of a SQL Server") << sql << PoolColumn::LastRun << u"does not apply"_s << none;
}

void TestPoolModel::aCellSaysWhatIsKnown()
{
    QFETCH(QString, fqdn);
    QFETCH(PoolColumn, column);
    QFETCH(QString, text);
    QFETCH(int, tone);
    World world(threePools() << sqlServer(u"sql.example.com"_s));
    world.model.setStatus(u"a.example.com"_s,
                          readAt(noon, status(ExportStatus::SteadyState, ImportStatus::ErrorState)));
    world.model.setStatus(u"b.example.com"_s, readAt(noon, BackupServiceStatus()));
    QCOMPARE(world.text(fqdn, column), text);
    QCOMPARE(world.cell(fqdn, column, ToneRole).toInt(), tone);
    QVERIFY(!world.toolTip(fqdn, column).isEmpty());
    QVERIFY(!world.cell(fqdn, column, IsOldRole).toBool());
}

void TestPoolModel::whatIsNotReadYetIsDots()
{
    const World world(threePools());
    for (const PoolColumn column : {PoolColumn::ExportStatus, PoolColumn::ImportStatus, PoolColumn::PoolState,
                                    PoolColumn::CentralManagement, PoolColumn::LastRun})
        QCOMPARE(world.text(u"a.example.com"_s, column), u"…"_s);
}

void TestPoolModel::onePoolMoreInsertsOneRow()
{
    World world(threePools());
    QSignalSpy inserted(&world.model, &PoolModel::rowsInserted);
    QSignalSpy changed(&world.model, &PoolModel::dataChanged);
    QSignalSpy reset(&world.model, &PoolModel::modelReset);
    QList<Pool> pools = threePools();
    pools.prepend(enterprisePool(u"new.example.com"_s, {}));
    world.model.setPools(readAt(noon.addSecs(1), pools));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), inserted.first().at(2).toInt());
    QCOMPARE(world.text(u"new.example.com"_s, PoolColumn::Fqdn), u"new.example.com"_s);
    QCOMPARE(world.model.rowCount(), 4);
    QCOMPARE(shownChanges(changed), QStringList());
    QCOMPARE(reset.count(), 0);
}

void TestPoolModel::onePoolLessRemovesOneRow()
{
    World world(threePools());
    QSignalSpy removed(&world.model, &PoolModel::rowsRemoved);
    QSignalSpy changed(&world.model, &PoolModel::dataChanged);
    QList<Pool> pools = threePools();
    pools.removeAt(1);
    world.model.setPools(readAt(noon, pools));
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.first().at(1).toInt(), 1);
    QCOMPARE(removed.first().at(2).toInt(), 1);
    QCOMPARE(world.model.rowOf(u"b.example.com"_s), -1);
    QCOMPARE(world.model.rowOf(u"c.example.com"_s), 1);
    QCOMPARE(shownChanges(changed), QStringList());
}

void TestPoolModel::aChangedFieldChangesOneCell()
{
    World world(threePools());
    QSignalSpy changed(&world.model, &PoolModel::dataChanged);
    QList<Pool> pools = threePools();
    pools[1].site = u"Site:Dublin"_s;
    world.model.setPools(readAt(noon, pools));
    QCOMPARE(shownChanges(changed), QStringList{cellName(1, PoolColumn::Site)});
    QCOMPARE(world.text(u"b.example.com"_s, PoolColumn::Site), u"Dublin"_s);
}

void TestPoolModel::theSamePoolsAgainChangeNothingThatIsShown()
{
    World world(threePools());
    QSignalSpy changed(&world.model, &PoolModel::dataChanged);
    world.model.setPools(readAt(noon.addSecs(30), threePools()));
    QCOMPARE(shownChanges(changed), QStringList());
    QCOMPARE(changed.count(), 1); // that it was true later
    QCOMPARE(world.cell(u"a.example.com"_s, PoolColumn::Site, ReadAtRole).toDateTime(), noon.addSecs(30));
}

void TestPoolModel::aPoolThatIsReportedTwiceHasOneRow()
{
    World world(threePools() + threePools());
    QCOMPARE(world.model.rowCount(), 3);
}

void TestPoolModel::aFailedReadingKeepsTheRowsAndShowsThemAsOld()
{
    World world(threePools());
    Reading<QList<Pool>> failed = readAt(noon, threePools());
    failed.fail(cannotReach());
    world.model.setPools(failed);
    QCOMPARE(world.model.rowCount(), 3);
    QVERIFY(world.cell(u"a.example.com"_s, PoolColumn::Site, IsOldRole).toBool());
    QVERIFY(world.toolTip(u"a.example.com"_s, PoolColumn::Site).contains(cannotReach().message));
    world.model.setPools(readAt(noon, threePools()));
    QVERIFY(!world.cell(u"a.example.com"_s, PoolColumn::Site, IsOldRole).toBool());
}

void TestPoolModel::aStatusChangesOnlyItsCells()
{
    World world(threePools());
    QSignalSpy changed(&world.model, &PoolModel::dataChanged);
    world.model.setStatus(u"b.example.com"_s, readAt(noon, status(ExportStatus::NonSteadyState)));
    QCOMPARE(shownChanges(changed),
             (QStringList{cellName(1, PoolColumn::ExportStatus), cellName(1, PoolColumn::ImportStatus)}));
    changed.clear();
    world.model.setStatus(u"b.example.com"_s, readAt(noon.addSecs(5), status(ExportStatus::FinalState)));
    QCOMPARE(shownChanges(changed), QStringList{cellName(1, PoolColumn::ExportStatus)});
    changed.clear();
    world.model.setStatus(u"nobody.example.com"_s, readAt(noon, status(ExportStatus::FinalState)));
    QCOMPARE(changed.count(), 0);
}

void TestPoolModel::aStatusThatCannotBeReadIsUnknownAndTellsTheLastKnownOne()
{
    World world(threePools());
    const QString pool = u"a.example.com"_s;
    auto reading = readAt(noon.addSecs(-120), status(ExportStatus::FinalState));
    reading.fail(cannotReach());
    world.model.setStatus(pool, reading);
    QCOMPARE(world.text(pool, PoolColumn::ExportStatus), u"unknown"_s);
    QCOMPARE(world.cell(pool, PoolColumn::ExportStatus, ToneRole).toInt(), int(StatusTone::Unknown));
    const QString toolTip = world.toolTip(pool, PoolColumn::ExportStatus);
    QVERIFY(toolTip.contains(cannotReach().message));
    QVERIFY(toolTip.contains(cannotReach().recommendedAction));
    QVERIFY(toolTip.contains(u"FinalState"_s));
    QCOMPARE(world.cell(pool, PoolColumn::ExportStatus, ReadAtRole).toDateTime(), noon.addSecs(-120));
}

void TestPoolModel::anOldStatusShowsItsAge()
{
    World world(threePools());
    const QString pool = u"a.example.com"_s;
    world.model.setOldAge(10min);
    world.model.setStatus(pool, readAt(noon.addSecs(-25 * 60), status(ExportStatus::FinalState)));
    QVERIFY(world.cell(pool, PoolColumn::ExportStatus, IsOldRole).toBool());
    QVERIFY(world.text(pool, PoolColumn::ExportStatus).startsWith(u"FinalState"_s));
    QVERIFY(world.text(pool, PoolColumn::ExportStatus).contains(u"25"_s));
    world.model.setOldAge(30min);
    QVERIFY(!world.cell(pool, PoolColumn::ExportStatus, IsOldRole).toBool());
    QCOMPARE(world.text(pool, PoolColumn::ExportStatus), u"FinalState"_s);
}

void TestPoolModel::timePassingChangesOnlyTheAgesThatAreShown()
{
    World world(threePools());
    world.model.setStatus(u"a.example.com"_s, readAt(noon, status(ExportStatus::FinalState)));
    world.model.setStatus(u"b.example.com"_s, readAt(noon.addSecs(8 * 60), status(ExportStatus::FinalState)));
    QSignalSpy changed(&world.model, &PoolModel::dataChanged);
    world.model.setPools(readAt(noon.addSecs(11 * 60), threePools()));
    changed.clear();
    world.model.setNow(noon.addSecs(60));
    QCOMPARE(changed.count(), 0);
    world.model.setNow(noon.addSecs(11 * 60));
    QCOMPARE(shownChanges(changed),
             (QStringList{cellName(0, PoolColumn::ExportStatus), cellName(0, PoolColumn::ImportStatus)}));
    changed.clear();
    world.model.setNow(noon.addSecs(11 * 60 + 20)); // the same minute
    QCOMPARE(changed.count(), 0);
}

void TestPoolModel::warningsExplainAnErrorState()
{
    World world(threePools());
    const QString reason = u"The file share of b.example.com is not there."_s;
    world.model.setStatus(u"a.example.com"_s, readAt(noon, status(ExportStatus::ErrorState)), {reason});
    QVERIFY(world.toolTip(u"a.example.com"_s, PoolColumn::ExportStatus).contains(reason));
    QVERIFY(!world.toolTip(u"a.example.com"_s, PoolColumn::ImportStatus).contains(reason));
}

void TestPoolModel::hostileTextIsEscapedInToolTips()
{
    QList<Pool> pools = threePools();
    pools[0].site = u"<img src='file:///etc/passwd'>"_s;
    const World world(pools);
    QVERIFY(!world.toolTip(u"a.example.com"_s, PoolColumn::Site).contains(u"<img"_s));
}

void TestPoolModel::poolStates_data()
{
    QTest::addColumn<QString>("fqdn");
    QTest::addColumn<QString>("text");
    QTest::newRow("reported") << u"a.example.com"_s << u"FailedOver"_s;
    QTest::newRow("not reported") << u"b.example.com"_s << u"not reported"_s;
    QTest::newRow("director") << u"dir.example.com"_s << u"Active"_s;
    QTest::newRow("without a Registrar") << u"sql.example.com"_s << u"does not apply"_s;
}

void TestPoolModel::poolStates()
{
    QFETCH(QString, fqdn);
    QFETCH(QString, text);
    World world(threePools() << director(u"dir.example.com"_s) << sqlServer(u"sql.example.com"_s));
    QSignalSpy changed(&world.model, &PoolModel::dataChanged);
    const QHash<QString, PoolState> states{{u"a.example.com"_s, PoolState::FailedOver},
                                           {u"dir.example.com"_s, PoolState::Active}};
    world.model.setPoolStates(readAt(noon, states));
    QCOMPARE(world.text(fqdn, PoolColumn::PoolState), text);
    QCOMPARE(shownChanges(changed).size(), 4); // the SQL Server's stays
    QCOMPARE(world.model.poolState(u"a.example.com"_s), std::optional(PoolState::FailedOver));
    Reading<QHash<QString, PoolState>> failed = readAt(noon, states);
    failed.fail(cannotReach());
    world.model.setPoolStates(failed);
    QCOMPARE(world.text(u"a.example.com"_s, PoolColumn::PoolState), u"unknown"_s);
    QVERIFY(world.toolTip(u"a.example.com"_s, PoolColumn::PoolState).contains(u"FailedOver"_s));
    QVERIFY(!world.model.poolState(u"a.example.com"_s));
}

void TestPoolModel::centralManagement_data()
{
    QTest::addColumn<QString>("master");
    QTest::addColumn<QStringList>("agents");
    QTest::addColumn<QStringList>("texts"); // of a, b, and a server that never hosts it
    const QString a = u"a.example.com"_s;
    const QString b = u"b.example.com"_s;
    QTest::newRow("a pool") << a << QStringList{a} << QStringList{u"active"_s, u"standby"_s, u"none"_s};
    QTest::newRow("a computer of the pool")
        << u"fe1.a.example.com"_s << QStringList{} << QStringList{u"active"_s, u"standby"_s, u"none"_s};
    QTest::newRow("active on both after a failover")
        << b << QStringList{a, b} << QStringList{u"active in several pools"_s, u"active in several pools"_s, u"none"_s};
    QTest::newRow("not reported") << QString() << QStringList{}
                                  << QStringList{u"not reported"_s, u"not reported"_s, u"none"_s};
}

void TestPoolModel::centralManagement()
{
    QFETCH(QString, master);
    QFETCH(QStringList, agents);
    QFETCH(QStringList, texts);
    World world(threePools() << sqlServer(u"sql.example.com"_s));
    CentralManagementStoreStatus store;
    store.activeMasterFqdn = master;
    store.activeFileTransferAgents = agents;
    world.model.setCentralManagement(readAt(noon, store));
    QCOMPARE(world.text(u"a.example.com"_s, PoolColumn::CentralManagement), texts.at(0));
    QCOMPARE(world.text(u"b.example.com"_s, PoolColumn::CentralManagement), texts.at(1));
    QCOMPARE(world.text(u"sql.example.com"_s, PoolColumn::CentralManagement), texts.at(2));
}

void TestPoolModel::aVersionThatGetCsPoolDoesNotTellIsTakenFromTheServices()
{
    QList<Pool> pools = threePools();
    pools[0].serverVersion.clear();
    World world(pools);
    const QString pool = u"a.example.com"_s;
    QVERIFY(world.model.areVersionsMissing());
    QCOMPARE(world.text(pool, PoolColumn::ServerVersion), u"not reported"_s);
    Service web{{}, u"WebServer"_s, pool, {}, {}, u"7"_s, {}, {}};
    Service registrar{{}, u"Registrar"_s, pool, {}, {}, u"8"_s, {}, {}};
    QSignalSpy changed(&world.model, &PoolModel::dataChanged);
    world.model.setServices(readAt(noon.addSecs(5), QList<Service>{web, registrar, web}));
    QCOMPARE(world.text(pool, PoolColumn::ServerVersion), u"Skype for Business Server 2019"_s);
    QCOMPARE(world.cell(pool, PoolColumn::ServerVersion, OriginRole).toString(), u"Get-CsService"_s);
    QCOMPARE(world.cell(pool, PoolColumn::ServerVersion, ReadAtRole).toDateTime(), noon.addSecs(5));
    QCOMPARE(world.cell(u"b.example.com"_s, PoolColumn::ServerVersion, OriginRole).toString(), u"Get-CsPool"_s);
    QCOMPARE(shownChanges(changed), QStringList{cellName(0, PoolColumn::ServerVersion)});
}

void TestPoolModel::theLastRunShowsOutcomeAndAge()
{
    World world(threePools());
    const QHash<QString, JobInfo> runs{
        {u"a.example.com"_s, run(u"a.example.com"_s, Outcome::Failed, noon.addSecs(-3 * 3600))}};
    world.model.setLastRuns(readAt(noon, runs));
    const QString text = world.text(u"a.example.com"_s, PoolColumn::LastRun);
    QVERIFY(text.startsWith(u"failed, 3 hour"_s));
    QCOMPARE(world.cell(u"a.example.com"_s, PoolColumn::LastRun, ToneRole).toInt(), int(StatusTone::Bad));
    QVERIFY(
        world.toolTip(u"a.example.com"_s, PoolColumn::LastRun).contains(u"Backup-CsPool -PoolFqdn a.example.com"_s));
    QCOMPARE(world.text(u"b.example.com"_s, PoolColumn::LastRun), u"none"_s);
    QSignalSpy changed(&world.model, &PoolModel::dataChanged);
    world.model.setLastRun(run(u"b.example.com"_s, Outcome::SucceededWithWarnings, noon));
    QCOMPARE(world.text(u"b.example.com"_s, PoolColumn::LastRun), u"succeeded with warnings, just now"_s);
    QCOMPARE(shownChanges(changed), QStringList{cellName(1, PoolColumn::LastRun)});
}

void TestPoolModel::anOlderRunDoesNotReplaceANewerOne()
{
    World world(threePools());
    world.model.setLastRun(run(u"a.example.com"_s, Outcome::Succeeded, noon));
    world.model.setLastRun(run(u"a.example.com"_s, Outcome::Failed, noon.addSecs(-60)));
    QVERIFY(world.text(u"a.example.com"_s, PoolColumn::LastRun).startsWith(u"succeeded"_s));
}

void TestPoolModel::withoutACompleteHistoryNoRunIsUnknown()
{
    World world(threePools());
    world.model.setLastRuns(readAt(noon, QHash<QString, JobInfo>()), false);
    QCOMPARE(world.text(u"a.example.com"_s, PoolColumn::LastRun), u"unknown"_s);
    Reading<QHash<QString, JobInfo>> failed;
    failed.fail(cannotReach());
    world.model.setLastRuns(failed);
    QCOMPARE(world.text(u"a.example.com"_s, PoolColumn::LastRun), u"unknown"_s);
    QVERIFY(world.toolTip(u"a.example.com"_s, PoolColumn::LastRun).contains(cannotReach().message));
}

void TestPoolModel::sortKeysAreNative()
{
    World world(threePools());
    world.model.setLastRun(run(u"a.example.com"_s, Outcome::Succeeded, noon));
    QCOMPARE(world.cell(u"a.example.com"_s, PoolColumn::LastRun, SortRole).typeId(), int(QMetaType::QDateTime));
    QCOMPARE(world.cell(u"a.example.com"_s, PoolColumn::ExportStatus, SortRole).typeId(), int(QMetaType::Int));
    QVERIFY(world.model.isLess(1, 0, PoolColumn::LastRun)); // never before once
    QList<Pool> pools = threePools();
    pools[0].serverVersion = u"Skype for Business Server 2015"_s;
    pools[1].serverVersion = u"Lync Server 2013"_s;
    pools[2].serverVersion = u"Another Server 2019"_s;
    world.model.setPools(readAt(noon, pools));
    QVERIFY(world.model.isLess(1, 0, PoolColumn::ServerVersion));
    QVERIFY(world.model.isLess(0, 2, PoolColumn::ServerVersion));
    QVERIFY(world.model.isLess(2, 0, PoolColumn::BackupPool)); // without one: first
}

void TestPoolModel::severityOrdersTheExportStatuses()
{
    World world(threePools());
    const auto rank = [&](ExportStatus exportStatus) {
        world.model.setStatus(u"a.example.com"_s, readAt(noon, status(exportStatus)));
        return world.cell(u"a.example.com"_s, PoolColumn::ExportStatus, SortRole).toInt();
    };
    const QList<int> ranks{rank(ExportStatus::ErrorState), rank(ExportStatus::NonSteadyState),
                           rank(ExportStatus::NotInitialized), rank(ExportStatus::SteadyState),
                           rank(ExportStatus::FinalState)};
    QVERIFY(std::is_sorted(ranks.begin(), ranks.end()));
    QCOMPARE(std::adjacent_find(ranks.begin(), ranks.end()), ranks.end());
}

void TestPoolModel::attentionIsNeverDeniedForLackOfKnowledge()
{
    World world(threePools() << sqlServer(u"sql.example.com"_s));
    const auto needsAttention = [&](const QString &fqdn) {
        return world.cell(fqdn, PoolColumn::Fqdn, PoolModel::NeedsAttentionRole).toBool();
    };
    QVERIFY(needsAttention(u"a.example.com"_s)); // nothing is known yet
    QVERIFY(needsAttention(u"c.example.com"_s)); // no backup pool
    QVERIFY(!needsAttention(u"sql.example.com"_s));
    world.model.setPoolStates(readAt(
        noon,
        QHash<QString, PoolState>{{u"a.example.com"_s, PoolState::Active}, {u"b.example.com"_s, PoolState::Active}}));
    world.model.setStatus(u"a.example.com"_s, readAt(noon, status(ExportStatus::FinalState)));
    QVERIFY(!needsAttention(u"a.example.com"_s));
    world.model.setLastRun(run(u"a.example.com"_s, Outcome::Failed, noon));
    QVERIFY(needsAttention(u"a.example.com"_s));
    world.model.setLastRun(run(u"a.example.com"_s, Outcome::Succeeded, noon.addSecs(1)));
    QVERIFY(!needsAttention(u"a.example.com"_s));
    world.model.setNow(noon.addSecs(3600)); // what was known is old
    QVERIFY(needsAttention(u"a.example.com"_s));
}

void TestPoolModel::clearingForgetsEverything()
{
    World world(threePools());
    world.model.setStatus(u"a.example.com"_s, readAt(noon, status(ExportStatus::FinalState)));
    QSignalSpy reset(&world.model, &PoolModel::modelReset);
    world.model.clear();
    QCOMPARE(reset.count(), 1);
    QCOMPARE(world.model.rowCount(), 0);
    world.model.setPools(readAt(noon, threePools()));
    QCOMPARE(world.text(u"a.example.com"_s, PoolColumn::ExportStatus), u"…"_s);
}

void TestPoolModel::veryManyPoolsComeInPortions()
{
    constexpr int Many = 3 * PoolModel::PortionSize - 1;
    QList<Pool> pools;
    for (int i = 0; i < Many; ++i)
        pools.append(enterprisePool(u"pool%1.example.com"_s.arg(i), u"pool%1.example.com"_s.arg(i ^ 1)));
    PoolModel model;
    model.setNow(noon);
    QSignalSpy inserted(&model, &PoolModel::rowsInserted);
    model.setPools(readAt(noon, pools));
    QCOMPARE(model.rowCount(), PoolModel::PortionSize);
    model.setPools(readAt(noon.addSecs(1), pools)); // read again, the same: the others still come
    QCOMPARE(model.rowCount(), PoolModel::PortionSize);
    QTRY_COMPARE(model.rowCount(), Many);
    QCOMPARE(inserted.count(), 3);
    for (int i = 0; i < Many; ++i)
        QCOMPARE(model.rowOf(pools.at(i).fqdn), i);

    model.clear();
    model.setPools(readAt(noon, pools));
    pools.removeFirst(); // has its row
    pools.removeLast(); // has none yet
    model.setPools(readAt(noon.addSecs(2), pools));
    model.completeRows();
    QCOMPARE(model.rowCount(), Many - 2);
    QCOMPARE(model.rowOf(pools.last().fqdn), Many - 3);

    model.clear();
    model.setPools(readAt(noon, pools));
    model.clear(); // nothing of the former deployment comes later
    QTest::qWait(0);
    QCoreApplication::processEvents();
    QCOMPARE(model.rowCount(), 0);
}

void TestPoolModel::tenThousandPoolsChangeInFewSignals()
{
    QList<Pool> pools;
    QHash<QString, PoolState> states;
    for (int i = 0; i < 10000; ++i) {
        pools.append(enterprisePool(u"pool%1.example.com"_s.arg(i), u"pool%1.example.com"_s.arg(i ^ 1)));
        states.insert(pools.last().fqdn, PoolState::Active);
    }
    PoolModel model; // the tester looks at everything after every signal
    model.setNow(noon);
    model.setPools(readAt(noon, pools));
    model.completeRows();
    QCOMPARE(model.rowCount(), 10000);
    QSignalSpy changed(&model, &PoolModel::dataChanged);
    model.setPoolStates(readAt(noon, states));
    QCOMPARE(changed.count(), 2); // the column's texts, and when they were read
    QSignalSpy inserted(&model, &PoolModel::rowsInserted);
    QSignalSpy removed(&model, &PoolModel::rowsRemoved);
    model.setPools(readAt(noon.addSecs(1), pools));
    QCOMPARE(inserted.count() + removed.count(), 0);
    QList<Pool> half;
    for (int i = 0; i < pools.size(); i += 2)
        half.append(pools.at(i));
    model.setPools(readAt(noon, half));
    QCOMPARE(model.rowCount(), 5000);
    QCOMPARE(inserted.count(), 0);
}

QTEST_GUILESS_MAIN(TestPoolModel)
#include "tst_pool_model.moc"
