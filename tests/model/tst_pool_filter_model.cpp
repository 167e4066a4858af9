// PoolFilterModel: which pools match, in which order, and that typing stays quick with 10,000 of them.
#include "model/pool_filter_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

Pool pool(const QString &fqdn, const QString &site, const QString &backupPool, const QString &version = {})
{
    return {fqdn, fqdn, u"Site:"_s + site, {u"UserServer:"_s + fqdn, u"Registrar:"_s + fqdn}, {}, backupPool, version};
}

Pool sqlServer(const QString &fqdn)
{
    return {fqdn, fqdn, u"Site:Redmond"_s, {u"UserDatabase:"_s + fqdn}, {fqdn}, {}, {}};
}

template <typename T> Reading<T> readAt(const QDateTime &at, const T &value)
{
    Reading<T> reading;
    reading.succeed(value, at);
    return reading;
}

BackupServiceStatus status(ExportStatus exportStatus)
{
    return {exportStatus, ImportStatus::NormalState, {}, {}};
}

struct World
{
    PoolModel pools;
    PoolFilterModel filter{&pools};
    QAbstractItemModelTester tester{&filter, QAbstractItemModelTester::FailureReportingMode::QtTest};

    World()
    {
        pools.setNow(noon);
        pools.setPools(
            readAt(noon,
                   QList<Pool>{pool(u"red1.example.com"_s, u"Redmond"_s, u"dub1.example.com"_s, u"Lync Server 2013"_s),
                               pool(u"dub1.example.com"_s, u"Dublin"_s, u"red1.example.com"_s, u"Lync Server 2013"_s),
                               pool(u"alone.example.com"_s, u"Dublin"_s, {}, u"Skype for Business Server 2015"_s),
                               sqlServer(u"sql.example.com"_s)}));
        pools.setPoolStates(readAt(noon,
                                   QHash<QString, PoolState>{{u"red1.example.com"_s, PoolState::Active},
                                                             {u"dub1.example.com"_s, PoolState::Active}}));
        pools.setStatus(u"red1.example.com"_s, readAt(noon, status(ExportStatus::FinalState)));
        pools.setStatus(u"dub1.example.com"_s, readAt(noon, status(ExportStatus::ErrorState)));
        filter.sort(int(PoolColumn::Fqdn));
    }
    QStringList names() const
    {
        QStringList result;
        for (int row = 0; row < filter.rowCount(); ++row)
            result.append(filter.index(row, 0).data().toString().section(u'.', 0, 0));
        return result;
    }
};

} // namespace

class TestPoolFilterModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordMustMatchSomewhere_data();
    void everyWordMustMatchSomewhere();
    void choices_data();
    void choices();
    void aPoolWhoseStatusIsNotKnownIsNeverHiddenFromThoseWhoLookForProblems();
    void aStatusThatGetsBetterLeavesTheFilter();
    void theWorstStatusComesFirst();
    void equalsAreInTheOrderOfTheirNames();
    void theSameWordsFilterNothingAnew();
    void tenThousandPoolsAreFilteredInFewSignals();
};

void TestPoolFilterModel::everyWordMustMatchSomewhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("nothing") << QString() << QStringList{u"alone"_s, u"dub1"_s, u"red1"_s, u"sql"_s};
    QTest::newRow("spaces") << u"  "_s << QStringList{u"alone"_s, u"dub1"_s, u"red1"_s, u"sql"_s};
    QTest::newRow("fqdn, also as backup pool") << u"red1"_s << QStringList{u"dub1"_s, u"red1"_s};
    QTest::newRow("site in any case") << u"DUBLIN"_s << QStringList{u"alone"_s, u"dub1"_s};
    QTest::newRow("two words of two columns") << u"dublin 2015"_s << QStringList{u"alone"_s};
    QTest::newRow("status word") << u"errorstate"_s << QStringList{u"dub1"_s};
    QTest::newRow("words in any order") << u"final redmond"_s << QStringList{u"red1"_s};
    QTest::newRow("no word across two columns") << u"comredmond"_s << QStringList{};
    QTest::newRow("nothing matches") << u"redmond nowhere"_s << QStringList{};
    QTest::newRow("not a pattern") << u".*"_s << QStringList{};
}

void TestPoolFilterModel::everyWordMustMatchSomewhere()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    World world;
    world.filter.setChoice(PoolFilterModel::Choice::All);
    world.filter.setFilterText(text);
    QCOMPARE(world.names(), names);
}

void TestPoolFilterModel::choices_data()
{
    QTest::addColumn<PoolFilterModel::Choice>("choice");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("all") << PoolFilterModel::Choice::All << QStringList{u"alone"_s, u"dub1"_s, u"red1"_s, u"sql"_s};
    QTest::newRow("can be backed up") << PoolFilterModel::Choice::CanBeBackedUp
                                      << QStringList{u"alone"_s, u"dub1"_s, u"red1"_s};
    QTest::newRow("attention") << PoolFilterModel::Choice::NeedsAttention << QStringList{u"alone"_s, u"dub1"_s};
    QTest::newRow("without backup pool") << PoolFilterModel::Choice::WithoutBackupPool << QStringList{u"alone"_s};
}

void TestPoolFilterModel::choices()
{
    QFETCH(PoolFilterModel::Choice, choice);
    QFETCH(QStringList, names);
    World world;
    world.filter.setChoice(choice);
    QCOMPARE(world.names(), names);
}

void TestPoolFilterModel::aPoolWhoseStatusIsNotKnownIsNeverHiddenFromThoseWhoLookForProblems()
{
    World world;
    world.filter.setChoice(PoolFilterModel::Choice::NeedsAttention);
    auto reading = readAt(noon, status(ExportStatus::FinalState));
    reading.fail({ErrorCategory::ReadError, u"X"_s, u"No answer."_s});
    world.pools.setStatus(u"red1.example.com"_s, reading);
    QCOMPARE(world.names(), (QStringList{u"alone"_s, u"dub1"_s, u"red1"_s}));
}

void TestPoolFilterModel::aStatusThatGetsBetterLeavesTheFilter()
{
    World world;
    world.filter.setChoice(PoolFilterModel::Choice::NeedsAttention);
    QSignalSpy removed(&world.filter, &PoolFilterModel::rowsRemoved);
    world.pools.setStatus(u"dub1.example.com"_s, readAt(noon, status(ExportStatus::SteadyState)));
    QCOMPARE(world.names(), QStringList{u"alone"_s});
    QCOMPARE(removed.count(), 1);
}

void TestPoolFilterModel::theWorstStatusComesFirst()
{
    World world;
    world.filter.setChoice(PoolFilterModel::Choice::All);
    world.filter.sort(int(PoolColumn::ExportStatus));
    QCOMPARE(world.names(), (QStringList{u"dub1"_s, u"red1"_s, u"alone"_s, u"sql"_s}));
    world.pools.setStatus(u"red1.example.com"_s, readAt(noon, status(ExportStatus::ErrorState)));
    world.pools.setStatus(u"dub1.example.com"_s, readAt(noon, status(ExportStatus::FinalState)));
    QCOMPARE(world.names(), (QStringList{u"red1"_s, u"dub1"_s, u"alone"_s, u"sql"_s}));
}

void TestPoolFilterModel::equalsAreInTheOrderOfTheirNames()
{
    World world;
    world.filter.sort(int(PoolColumn::Site));
    QCOMPARE(world.names(), (QStringList{u"alone"_s, u"dub1"_s, u"red1"_s}));
}

void TestPoolFilterModel::theSameWordsFilterNothingAnew()
{
    World world;
    world.filter.setFilterText(u"dub1"_s);
    QSignalSpy inserted(&world.filter, &PoolFilterModel::rowsInserted);
    QSignalSpy removed(&world.filter, &PoolFilterModel::rowsRemoved);
    world.filter.setFilterText(u"dub1 "_s);
    QCOMPARE(inserted.count() + removed.count(), 0);
}

void TestPoolFilterModel::tenThousandPoolsAreFilteredInFewSignals()
{
    QList<Pool> pools;
    for (int i = 0; i < 10000; ++i)
        pools.append(pool(u"pool%1.example.com"_s.arg(i), i % 2 ? u"Redmond"_s : u"Dublin"_s, u"backup.example.com"_s));
    PoolModel model;
    PoolFilterModel filter(&model);
    model.setNow(noon);
    model.setPools(readAt(noon, pools));
    model.completeRows();
    filter.sort(int(PoolColumn::Fqdn));
    QSignalSpy inserted(&filter, &PoolFilterModel::rowsInserted);
    QSignalSpy removed(&filter, &PoolFilterModel::rowsRemoved);
    filter.setFilterText(u"e"_s); // all
    QCOMPARE(inserted.count() + removed.count(), 0);
    filter.setFilterText(u"example 77"_s); // few
    QVERIFY(filter.rowCount() > 0 && filter.rowCount() < 1000);
    filter.setFilterText({});
    QCOMPARE(filter.rowCount(), 10000);
    // What comes and goes in one piece is said in one: between the rows that stay there are fewer pieces than those.
    QVERIFY2(removed.count() < 1000, qPrintable(QString::number(removed.count())));
    QVERIFY2(inserted.count() < 1000, qPrintable(QString::number(inserted.count())));
    filter.setFilterText(u"redmond"_s); // every second
    QCOMPARE(filter.rowCount(), 5000);
}

QTEST_GUILESS_MAIN(TestPoolFilterModel)
#include "tst_pool_filter_model.moc"
