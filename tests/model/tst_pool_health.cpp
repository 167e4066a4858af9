// poolHealth(): what of a pool an administrator must see first.
#include "model/pool_health.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

BackupServiceStatus status(std::optional<ExportStatus> exports, std::optional<ImportStatus> imports)
{
    BackupServiceStatus status;
    status.overallExportStatus = exports;
    status.overallImportStatus = imports;
    return status;
}

Pool pairedPool()
{
    Pool pool;
    pool.fqdn = u"a.example.com"_s;
    pool.services = {u"Registrar:a.example.com"_s, u"UserServer:a.example.com"_s};
    pool.backupPoolFqdn = u"b.example.com"_s;
    return pool;
}

} // namespace

class TestPoolHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorstCounts_data();
    void theWorstCounts();
    void aPoolWithoutABackupPoolNeedsAttention();
    void whatCannotBeBackedUpCountsNowhere();
    void whatCouldNotBeReadIsUnknownWhateverItWas();
    void worseIsWhatMustBeSeenFirst();
};

void TestPoolHealth::theWorstCounts_data()
{
    QTest::addColumn<int>("exports"); // -1: not reported
    QTest::addColumn<int>("imports");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("health");
    const auto row = [](const char *name, std::optional<ExportStatus> exports, std::optional<ImportStatus> imports,
                        std::optional<PoolState> state, StatusTone health) {
        const auto number = [](auto value) { return value ? int(*value) : -1; };
        QTest::newRow(name) << number(exports) << number(imports) << number(state) << int(health);
    };
    using enum StatusTone;
    row("all is well", ExportStatus::FinalState, ImportStatus::NormalState, PoolState::Active, Good);
    row("steady is good", ExportStatus::SteadyState, ImportStatus::NormalState, PoolState::Active, Good);
    row("a backlog", ExportStatus::NonSteadyState, ImportStatus::NormalState, PoolState::Active, Attention);
    row("never backed up", ExportStatus::NotInitialized, ImportStatus::NormalState, PoolState::Active, Attention);
    row("export error", ExportStatus::ErrorState, ImportStatus::NormalState, PoolState::Active, Bad);
    row("import error", ExportStatus::FinalState, ImportStatus::ErrorState, PoolState::Active, Bad);
    row("failed over", ExportStatus::FinalState, ImportStatus::NormalState, PoolState::FailedOver, Attention);
    row("error and failed over", ExportStatus::ErrorState, ImportStatus::NormalState, PoolState::FailedOver, Bad);
    row("state not reported", ExportStatus::FinalState, ImportStatus::NormalState, {}, Good);
    row("export not reported", {}, ImportStatus::NormalState, PoolState::Active, Unknown);
    row("import not reported", ExportStatus::FinalState, {}, PoolState::Active, Unknown);
    row("nothing but failed over", {}, {}, PoolState::FailedOver, Attention);
}

void TestPoolHealth::theWorstCounts()
{
    QFETCH(int, exports);
    QFETCH(int, imports);
    QFETCH(int, state);
    QFETCH(int, health);
    const auto reported
        = [](auto type, int value) { return value < 0 ? std::nullopt : std::optional(decltype(type)(value)); };
    QCOMPARE(int(poolHealth(
                 pairedPool(),
                 status(reported(ExportStatus::FinalState, exports), reported(ImportStatus::NormalState, imports)),
                 reported(PoolState::Active, state))),
             health);
}

void TestPoolHealth::aPoolWithoutABackupPoolNeedsAttention()
{
    Pool pool = pairedPool();
    pool.backupPoolFqdn.clear();
    QCOMPARE(int(poolHealth(pool, {}, PoolState::Active)), int(StatusTone::Attention));
}

void TestPoolHealth::whatCannotBeBackedUpCountsNowhere()
{
    Pool pool = pairedPool();
    pool.services = {u"EdgeServer:a.example.com"_s};
    QCOMPARE(int(poolHealth(pool, {}, {})), int(StatusTone::None));
}

void TestPoolHealth::whatCouldNotBeReadIsUnknownWhateverItWas()
{
    const BackupServiceStatus before = status(ExportStatus::ErrorState, ImportStatus::NormalState);
    QCOMPARE(int(poolHealth(pairedPool(), before, PoolState::Active, true)), int(StatusTone::Unknown));
    QCOMPARE(int(poolHealth(pairedPool(), {}, PoolState::Active)), int(StatusTone::Unknown));
}

void TestPoolHealth::worseIsWhatMustBeSeenFirst()
{
    QCOMPARE(int(worse(StatusTone::Good, StatusTone::Bad)), int(StatusTone::Bad));
    QCOMPARE(int(worse(StatusTone::Unknown, StatusTone::Attention)), int(StatusTone::Attention));
    QCOMPARE(int(worse(StatusTone::Good, StatusTone::Unknown)), int(StatusTone::Unknown));
    QCOMPARE(int(worse(StatusTone::None, StatusTone::Good)), int(StatusTone::Good));
}

QTEST_APPLESS_MAIN(TestPoolHealth)
#include "tst_pool_health.moc"
