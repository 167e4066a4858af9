// What is said of the losses of a disaster before it is confirmed.
#include "model/failover/failover_losses.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

const QString PoolA = u"a.example.com"_s;
const QString PoolB = u"b.example.com"_s;
const QDateTime Now = QDateTime::fromString(u"2026-03-01T02:00:00Z"_s, Qt::ISODate);

FailoverFacts disaster(DeploymentKind kind = DeploymentKind::Lab,
                       FailoverDirection direction = FailoverDirection::FailOver)
{
    FailoverFacts facts;
    facts.goal = {PoolA, direction, true};
    facts.reach.kind = kind;
    Pool a;
    a.fqdn = PoolA;
    a.backupPoolFqdn = PoolB;
    facts.pools.succeed({a}, Now);
    return facts;
}

PreviewSaid saying(const QStringList &warnings)
{
    PreviewSaid said;
    for (const QString &warning : warnings)
        said.warnings.append({warning});
    return said;
}

} // namespace

class TestFailoverLosses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlannedFailoverLosesNothing();
    void whatThePreviewSaysIsSaid();
    void noWarningMeansNothingInALabOnly();
    void aRefusedPreviewLeavesTheLossUnknown();
    void aFailbackLosesWhatTheBackupPoolHas();
};

void TestFailoverLosses::aPlannedFailoverLosesNothing()
{
    FailoverFacts facts = disaster();
    facts.goal.isDisaster = false;
    facts.preview.succeed(saying({u"x"_s}), Now);
    QVERIFY(lossesOf(facts).isEmpty());
}

void TestFailoverLosses::whatThePreviewSaysIsSaid()
{
    FailoverFacts facts = disaster(DeploymentKind::Server);
    facts.preview.succeed(saying({u"Three documents."_s, u"Two files."_s}), Now);
    QCOMPARE(lossesOf(facts), (QStringList{u"Three documents."_s, u"Two files."_s}));
    // Said before it was refused: still the best that is known.
    facts.preview.fail({ErrorCategory::InvalidOperation, u"EdgeNextHop"_s, u"Refused."_s});
    QCOMPARE(lossesOf(facts).size(), 2);
}

void TestFailoverLosses::noWarningMeansNothingInALabOnly()
{
    FailoverFacts facts = disaster();
    facts.preview.succeed({}, Now);
    QVERIFY(lossesOf(facts).first().startsWith("Nothing"_L1));
    facts.reach.kind = DeploymentKind::Server;
    QVERIFY(lossesOf(facts).first().contains("is not known"_L1));
}

void TestFailoverLosses::aRefusedPreviewLeavesTheLossUnknown()
{
    FailoverFacts facts = disaster();
    QCOMPARE(lossesOf(facts).size(), 1);
    facts.preview.fail({ErrorCategory::InvalidOperation, u"EdgeNextHop"_s, u"It is the next hop."_s});
    PoolStatus status;
    status.status.modules = {{u"ConfServices.DataConf"_s, ExportStatus::NonSteadyState, {}}};
    facts.status.succeed(status, Now);
    const QStringList losses = lossesOf(facts);
    QCOMPARE(losses.size(), 2);
    QVERIFY(losses.first().contains("It is the next hop."_L1));
    QVERIFY(losses.last().contains("ConfServices.DataConf: NonSteadyState"_L1));
}

void TestFailoverLosses::aFailbackLosesWhatTheBackupPoolHas()
{
    FailoverFacts facts = disaster(DeploymentKind::Server, FailoverDirection::FailBack);
    QVERIFY(lossesOf(facts).first().contains("b.example.com had not handed over to a.example.com"_L1));
}

QTEST_GUILESS_MAIN(TestFailoverLosses)
#include "tst_failover_losses.moc"
