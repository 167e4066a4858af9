// Pairs of pools: what becomes a row, its words, and the smallest signals.
#include "model/pairing_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime readAt(QDate(2026, 3, 1), QTime(2, 0), Qt::UTC);
constexpr auto Lab = DeploymentKind::Lab;

Pool pool(const QString &fqdn, const QString &backupPool, bool isStandard = false, const QString &version = {})
{
    Pool pool;
    pool.fqdn = fqdn;
    pool.identity = fqdn;
    pool.site = u"Site:Redmond"_s;
    pool.services = {u"UserServer:"_s + fqdn, u"Registrar:"_s + fqdn};
    if (isStandard)
        pool.services.append(u"UserDatabase:"_s + fqdn);
    pool.backupPoolFqdn = backupPool;
    pool.serverVersion = version;
    return pool;
}

Pool director()
{
    Pool pool;
    pool.fqdn = u"dir.example.com"_s;
    pool.services = {u"Registrar:dir.example.com"_s};
    return pool;
}

QList<Pool> pools()
{
    return {pool(u"b.x.com"_s, u"a.x.com"_s), pool(u"a.x.com"_s, u"b.x.com"_s), pool(u"lone.x.com"_s, {}), director()};
}

Reading<BackupServiceStatus> status(ExportStatus exportStatus, const QDateTime &at = readAt)
{
    BackupServiceStatus value;
    value.overallExportStatus = exportStatus;
    Reading<BackupServiceStatus> reading;
    reading.succeed(value, at);
    return reading;
}

Reading<QHash<QString, PoolState>> states(const QHash<QString, PoolState> &values)
{
    Reading<QHash<QString, PoolState>> reading;
    reading.succeed(values, readAt);
    return reading;
}

} // namespace

class TestPairingModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPairIsOneRowAndALonePoolAnother();
    void poolsThatCannotBeBackedUpAreLeftOut();
    void aPoolThatComesOrGoesIsOneRow();
    void theSamePoolsEmitNothing();
    void aStatusIsTheCellsOfItsDirection();
    void aStateIsItsCellAndTheRemarks();
    void whatIsNotKnownSaysHow();
    void aFailedOverPoolIsBackedUpTheOtherWay();
    void aPairThatIsNotMutualIsMarked_data();
    void aPairThatIsNotMutualIsMarked();
    void anUnsupportedPairIsMarked_data();
    void anUnsupportedPairIsMarked();
    void aLonePoolRanksBeforeUnsupportedPairsBeforeGoodOnes();
    void aBadStatusSaysWhyAndWhatToDo();
    void aStatusThatCouldNotBeReadSaysWhyAndWhatToDo();
    void readingsGrowOld();
    void statusesSortByHowBadTheyAre();
    void fiveThousandPairsAreFilledInOneInsertion();
};

void TestPairingModel::aPairIsOneRowAndALonePoolAnother()
{
    PairingModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPools(pools(), Lab);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.pools(0), (QStringList{u"a.x.com"_s, u"b.x.com"_s}));
    QCOMPARE(model.pools(1), QStringList{u"lone.x.com"_s});
    QCOMPARE(model.rowOf(u"b.x.com"_s), 0);
    QCOMPARE(model.index(1, PairingModel::BackupPoolColumn).data().toString(), u"none"_s);
    QCOMPARE(model.index(1, PairingModel::BackupPoolColumn).data(ToneRole).toInt(), int(StatusTone::Attention));
    QVERIFY(model.summary(1).isLone());
    QVERIFY(model.summary(1).remarks.join(u' ').contains("-Pair"_L1)); // what to do in a lab
}

void TestPairingModel::poolsThatCannotBeBackedUpAreLeftOut()
{
    PairingModel model;
    model.setPools({director()}, Lab);
    QCOMPARE(model.rowCount(), 0);
}

void TestPairingModel::aPoolThatComesOrGoesIsOneRow()
{
    PairingModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPools(pools(), Lab);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setPools(pools() << pool(u"between.x.com"_s, {}), Lab);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 1);
    QCOMPARE(inserted.first().at(2).toInt(), 1);
    model.setPools(pools(), Lab);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(reset.count(), 0);
    // The pair is parted: its second pool gets a row of its own.
    model.setPools({pool(u"b.x.com"_s, {}), pool(u"a.x.com"_s, {}), pool(u"lone.x.com"_s, {})}, Lab);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(model.rowOf(u"b.x.com"_s), 1);
}

void TestPairingModel::theSamePoolsEmitNothing()
{
    PairingModel model;
    model.setPools(pools(), Lab);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setPools(pools(), Lab);
    QCOMPARE(inserted.count() + removed.count() + changed.count(), 0);
}

void TestPairingModel::aStatusIsTheCellsOfItsDirection()
{
    PairingModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPools(pools(), Lab);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setStatus(u"b.x.com"_s, status(ExportStatus::NonSteadyState));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex(), model.index(0, PairingModel::BackupExportColumn));
    QCOMPARE(changed.first().at(1).toModelIndex(), model.index(0, PairingModel::BackupBacklogColumn));
    QCOMPARE(model.index(0, PairingModel::BackupExportColumn).data().toString(), u"NonSteadyState"_s);
    QCOMPARE(model.index(0, PairingModel::BackupBacklogColumn).data().toString(), u"backlog builds up"_s);
    QCOMPARE(model.index(0, PairingModel::ExportColumn).data().toString(), u"…"_s);
    model.setStatus(u"b.x.com"_s, status(ExportStatus::NonSteadyState));
    QCOMPARE(changed.count(), 1);
}

void TestPairingModel::aStateIsItsCellAndTheRemarks()
{
    PairingModel model;
    model.setPools(pools(), Lab);
    model.setPoolStates(states({{u"a.x.com"_s, PoolState::Active}, {u"b.x.com"_s, PoolState::Active}}));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setPoolStates(states({{u"a.x.com"_s, PoolState::Active}, {u"b.x.com"_s, PoolState::FailedOver}}));
    QCOMPARE(changed.count(), 2); // that it is failed over needs a remark
    QCOMPARE(changed.first().at(0).toModelIndex(), model.index(0, PairingModel::BackupPoolStateColumn));
    QCOMPARE(changed.last().at(0).toModelIndex(), model.index(0, PairingModel::RemarksColumn));
}

void TestPairingModel::whatIsNotKnownSaysHow()
{
    PairingModel model;
    model.setPools(pools(), Lab);
    const QModelIndex state = model.index(0, PairingModel::PoolStateColumn);
    QCOMPARE(state.data().toString(), u"…"_s);
    model.setPoolStates(states({}));
    QCOMPARE(state.data().toString(), u"not reported"_s);
    Reading<QHash<QString, PoolState>> failed;
    failed.fail({ErrorCategory::PermissionDenied, u"No"_s, u"Not allowed."_s});
    model.setPoolStates(failed);
    QCOMPARE(state.data().toString(), u"unknown"_s);
    QVERIFY(state.data(Qt::ToolTipRole).toString().contains("Not allowed"_L1));
    Reading<BackupServiceStatus> unread = status(ExportStatus::FinalState);
    unread.fail({ErrorCategory::PermissionDenied, u"No"_s, u"Not allowed."_s});
    model.setStatus(u"a.x.com"_s, unread);
    const QModelIndex cell = model.index(0, PairingModel::ExportColumn);
    QCOMPARE(cell.data().toString(), u"unknown"_s);
    QCOMPARE(cell.data(ToneRole).toInt(), int(StatusTone::Unknown));
    QVERIFY(model.index(0, PairingModel::BacklogColumn).data().toString().isEmpty());
}

void TestPairingModel::aFailedOverPoolIsBackedUpTheOtherWay()
{
    PairingModel model;
    model.setPools(pools(), Lab);
    model.setPoolStates(states({{u"a.x.com"_s, PoolState::FailedOver}, {u"b.x.com"_s, PoolState::Active}}));
    const PairingSummary summary = model.summary(0);
    QVERIFY(summary.first.isFailedOver);
    QVERIFY(summary.firstDirection.isReversed);
    QCOMPARE(summary.firstDirection.sourcePool, u"b.x.com"_s);
    QCOMPARE(summary.firstDirection.targetPool, u"a.x.com"_s);
    QVERIFY(!summary.secondDirection.isReversed);
    QCOMPARE(summary.secondDirection.sourcePool, u"b.x.com"_s);
    QVERIFY(summary.remarks.join(u' ').contains("served by b.x.com"_L1));
}

void TestPairingModel::aPairThatIsNotMutualIsMarked_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("remark");
    QTest::newRow("none") << QString() << u"does not name"_s;
    QTest::newRow("another") << u"c.x.com"_s << u"names c.x.com"_s;
}

void TestPairingModel::aPairThatIsNotMutualIsMarked()
{
    QFETCH(QString, answer);
    QFETCH(QString, remark);
    PairingModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPools({pool(u"a.x.com"_s, u"b.x.com"_s), pool(u"b.x.com"_s, answer), pool(u"c.x.com"_s, u"b.x.com"_s)},
                   Lab);
    const PairingSummary summary = model.summary(model.rowOf(u"a.x.com"_s));
    QVERIFY(!summary.isMutual);
    QVERIFY2(summary.remarks.first().contains(remark), qPrintable(summary.remarks.first()));
    QCOMPARE(model.index(0, PairingModel::RemarksColumn).data(ToneRole).toInt(), int(StatusTone::Attention));
    // Its partner stands in two rows, and both show its status.
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setStatus(u"b.x.com"_s, status(ExportStatus::FinalState));
    QCOMPARE(changed.count(), answer.isEmpty() ? 3 : 2);
}

void TestPairingModel::anUnsupportedPairIsMarked_data()
{
    QTest::addColumn<bool>("isStandard");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("remark");
    QTest::newRow("editions") << true << u"Lync Server 2013"_s << u"only Enterprise with Enterprise"_s;
    QTest::newRow("versions") << false << u"Skype for Business Server 2015"_s << u"this program's own"_s;
    QTest::newRow("supported") << false << u"Lync Server 2013"_s << QString();
    QTest::newRow("version not reported") << false << QString() << QString();
}

void TestPairingModel::anUnsupportedPairIsMarked()
{
    QFETCH(bool, isStandard);
    QFETCH(QString, version);
    QFETCH(QString, remark);
    PairingModel model;
    model.setPools({pool(u"a.x.com"_s, u"b.x.com"_s, false, u"Lync Server 2013"_s),
                    pool(u"b.x.com"_s, u"a.x.com"_s, isStandard, version)},
                   Lab);
    const PairingSummary summary = model.summary(0);
    QCOMPARE(summary.isUnsupported, !remark.isEmpty());
    QCOMPARE(summary.remarks.isEmpty(), remark.isEmpty());
    QVERIFY(summary.remarks.join(u' ').contains(remark));
}

void TestPairingModel::aLonePoolRanksBeforeUnsupportedPairsBeforeGoodOnes()
{
    PairingModel model;
    model.setPools(pools() << pool(u"e.x.com"_s, u"s.x.com"_s) << pool(u"s.x.com"_s, u"e.x.com"_s, true), Lab);
    const auto rank
        = [&](const QString &fqdn) { return model.index(model.rowOf(fqdn), 0).data(PairingModel::RankRole).toInt(); };
    QVERIFY(rank(u"lone.x.com"_s) < rank(u"e.x.com"_s));
    QVERIFY(rank(u"e.x.com"_s) < rank(u"a.x.com"_s));
}

void TestPairingModel::aBadStatusSaysWhyAndWhatToDo()
{
    PairingModel model;
    const QAbstractItemModelTester tester(&model);
    model.setPools({pool(u"a.x.com"_s, u"b.x.com"_s), pool(u"b.x.com"_s, u"a.x.com"_s)}, Lab);
    QVERIFY(model.summary(0).remarks.isEmpty());
    Reading<BackupServiceStatus> bad = status(ExportStatus::ErrorState);
    bad.value->modules = {{u"ConfServices.DataConf"_s, ExportStatus::ErrorState, ImportStatus::NormalState}};
    QSignalSpy changed(&model, &PairingModel::dataChanged);
    model.setStatus(u"a.x.com"_s, bad, {{u"ConfServices.DataConf, export: files vanished"_s, u"Restore them."_s}});
    QCOMPARE(changed.count(), 2); // the cells of its direction, and the remarks
    const QString remark = model.summary(0).remarks.value(0);
    for (const char *part : {"The export of a.x.com is in ErrorState", "files vanished", "Restore them."})
        QVERIFY2(remark.contains(QLatin1StringView(part)), qPrintable(remark));
    const QModelIndex remarks = model.index(0, PairingModel::RemarksColumn);
    QCOMPARE(remarks.data(ToneRole).toInt(), int(StatusTone::Bad));
    bad.value->overallExportStatus = ExportStatus::SteadyState;
    bad.value->overallImportStatus = ImportStatus::ErrorState;
    model.setStatus(u"b.x.com"_s, bad);
    QVERIFY(model.summary(0).remarks.value(1).contains("The import of b.x.com is in ErrorState"_L1));
    model.setStatus(u"b.x.com"_s, status(ExportStatus::SteadyState));
    model.setStatus(u"a.x.com"_s, status(ExportStatus::SteadyState));
    QVERIFY(model.summary(0).remarks.isEmpty());
    QVERIFY(!remarks.data(ToneRole).isValid());
}

void TestPairingModel::aStatusThatCouldNotBeReadSaysWhyAndWhatToDo()
{
    PairingModel model;
    const QAbstractItemModelTester tester(&model);
    model.setPools({pool(u"a.x.com"_s, u"b.x.com"_s), pool(u"b.x.com"_s, u"a.x.com"_s)}, Lab);
    Reading<BackupServiceStatus> failed;
    failed.error = Error{ErrorCategory::PermissionDenied, u"Denied"_s, u"You may not."_s, u"Ask for the role."_s};
    model.setStatus(u"b.x.com"_s, failed);
    QCOMPARE(model.summary(0).remarks,
             QStringList(u"The backup status of b.x.com could not be read: You may not. Ask for the role."_s));
    failed.error->recommendedAction.clear();
    model.setStatus(u"b.x.com"_s, failed);
    QVERIFY(model.summary(0).remarks.value(0).endsWith("Refresh to ask again."_L1));
}

void TestPairingModel::readingsGrowOld()
{
    PairingModel model;
    model.setPools(pools(), Lab);
    model.setStatus(u"a.x.com"_s, status(ExportStatus::FinalState));
    model.setClock(readAt.addSecs(30), 10min);
    QVERIFY(!model.summary(0).firstDirection.isOld);
    QCOMPARE(model.summary(0).firstDirection.age, u"just now"_s);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setClock(readAt.addSecs(31), 10min);
    QCOMPARE(changed.count(), 0);
    model.setClock(readAt.addSecs(7200), 10min);
    QCOMPARE(changed.count(), 1);
    QVERIFY(model.summary(0).firstDirection.isOld);
    QVERIFY(model.index(0, PairingModel::ExportColumn).data(IsOldRole).toBool());
}

void TestPairingModel::statusesSortByHowBadTheyAre()
{
    PairingModel model;
    model.setPools(pools(), Lab);
    const QModelIndex cell = model.index(0, PairingModel::ExportColumn);
    int before = cell.data(SortRole).toInt();
    for (const ExportStatus next :
         {ExportStatus::ErrorState, ExportStatus::NotInitialized, ExportStatus::NonSteadyState,
          ExportStatus::SteadyState, ExportStatus::FinalState}) {
        model.setStatus(u"a.x.com"_s, status(next));
        QVERIFY(cell.data(SortRole).toInt() > before);
        before = cell.data(SortRole).toInt();
    }
}

void TestPairingModel::fiveThousandPairsAreFilledInOneInsertion()
{
    QList<Pool> many;
    for (int i = 0; i < 5000; ++i) {
        const QString first = u"p%1-a.x.com"_s.arg(i, 5, 10, QLatin1Char('0'));
        const QString second = u"p%1-b.x.com"_s.arg(i, 5, 10, QLatin1Char('0'));
        many << pool(first, second) << pool(second, first);
    }
    PairingModel model;
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setPools(many, Lab);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(model.rowCount(), 5000);
    QCOMPARE(model.rowOf(u"p04999-b.x.com"_s), 4999);
    // States of pools that are all right are their cells, and no remarks.
    QHash<QString, PoolState> active;
    for (const Pool &each : std::as_const(many))
        active.insert(each.fqdn, PoolState::Active);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setPoolStates(states(active));
    QCOMPARE(changed.count(), 10000);
}

QTEST_GUILESS_MAIN(TestPairingModel)
#include "tst_pairing_model.moc"
