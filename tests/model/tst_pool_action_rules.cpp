// What speaks against an action with selected pools, and that the sentence names the pool.
#include "model/pool_action_rules.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

// A pool of a test's row, and its state.
struct Given
{
    PoolFacts facts;
    std::optional<PoolState> state = PoolState::Active;
};

Given pool(const QString &fqdn, const QString &backupPool, std::optional<PoolState> state = PoolState::Active)
{
    return {PoolFacts({fqdn, fqdn, {}, {u"UserServer:"_s + fqdn, u"Registrar:"_s + fqdn}, {}, backupPool, {}}), state};
}

Given director()
{
    const QString fqdn = u"dir.example.com"_s;
    return {PoolFacts({fqdn, fqdn, {}, {u"Registrar:dir.example.com"_s}, {}, {}, {}})};
}

const Given a = pool(u"a.example.com"_s, u"b.example.com"_s);
const Given b = pool(u"b.example.com"_s, u"a.example.com"_s);
const Given alone = pool(u"alone.example.com"_s, {});

} // namespace

class TestPoolActionRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSentenceNamesWhatIsInTheWay_data();
    void theSentenceNamesWhatIsInTheWay();
    void theOthersCanGoOnWithoutAPoolThatCannot();
};

void TestPoolActionRules::theSentenceNamesWhatIsInTheWay_data()
{
    QTest::addColumn<PoolAction>("action");
    QTest::addColumn<QList<Given>>("pools");
    QTest::addColumn<QString>("part"); // of the sentence; empty: nothing is in the way
    const QString aName = a.facts.pool.fqdn;
    const Given failedOver = pool(aName, b.facts.pool.fqdn, PoolState::FailedOver);
    const Given unknown = pool(aName, b.facts.pool.fqdn, std::nullopt);
    using Pools = QList<Given>;
    QTest::newRow("back up") << PoolAction::Backup << Pools{a, b} << QString();
    QTest::newRow("back up nothing") << PoolAction::Backup << Pools{} << u"Select"_s;
    QTest::newRow("back up a director") << PoolAction::Backup << Pools{a, director()} << u"dir.example.com"_s;
    QTest::newRow("back up without pair") << PoolAction::Backup << Pools{a, alone} << u"alone.example.com"_s;
    QTest::newRow("back up a failed-over pool") << PoolAction::Backup << Pools{failedOver} << QString();
    QTest::newRow("synchronise without pair") << PoolAction::Synchronise << Pools{alone} << u"alone.example.com"_s;
    QTest::newRow("fail over") << PoolAction::FailOver << Pools{a} << QString();
    QTest::newRow("fail over again") << PoolAction::FailOver << Pools{failedOver} << u"FailedOver"_s;
    QTest::newRow("fail over in an unknown state") << PoolAction::FailOver << Pools{unknown} << QString();
    QTest::newRow("fail over both of a pair") << PoolAction::FailOver << Pools{a, b} << u"back each other up"_s;
    QTest::newRow("fail back") << PoolAction::FailBack << Pools{failedOver} << QString();
    QTest::newRow("fail back an active pool") << PoolAction::FailBack << Pools{a} << u"not failed over"_s;
    QTest::newRow("export without pair") << PoolAction::ExportUserData << Pools{alone} << QString();
    QTest::newRow("export of a director") << PoolAction::ExportUserData << Pools{director()} << u"dir.example.com"_s;
}

void TestPoolActionRules::theSentenceNamesWhatIsInTheWay()
{
    QFETCH(PoolAction, action);
    QFETCH(QList<Given>, pools);
    QFETCH(QString, part);
    QList<SelectedPool> selected;
    for (const Given &given : std::as_const(pools))
        selected.append({&given.facts, given.state});
    const QString sentence = obstacle(action, selected);
    QCOMPARE(sentence.isEmpty(), part.isEmpty());
    QVERIFY2(sentence.contains(part), qPrintable(sentence));
}

void TestPoolActionRules::theOthersCanGoOnWithoutAPoolThatCannot()
{
    const Given dir = director();
    const QList<SelectedPool> all = {{&a.facts, a.state}, {&alone.facts, alone.state}, {&dir.facts, dir.state}};
    QCOMPARE(poolsWithoutObstacle(PoolAction::Backup, all), QStringList{u"a.example.com"_s});
    QCOMPARE(poolsWithoutObstacle(PoolAction::ExportUserData, all),
             (QStringList{u"a.example.com"_s, u"alone.example.com"_s}));
    QCOMPARE(poolsWithoutObstacle(PoolAction::FailBack, all), QStringList());
    // Both of a pair: leaving others out does not help.
    QCOMPARE(poolsWithoutObstacle(PoolAction::FailOver, {{&a.facts, a.state}, {&b.facts, b.state}}), QStringList());
}

QTEST_GUILESS_MAIN(TestPoolActionRules)
#include "tst_pool_action_rules.moc"
