// The checks of a failover taken together: which there are, what is unknown, from when they are, and the overall
// verdict.
#include "tests/support/failover_facts.h"

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

constexpr auto Over = FailoverDirection::FailOver;
constexpr auto Back = FailoverDirection::FailBack;

class TestFailoverChecksTogether : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoalIsSpokenOfAsFarAsItConcerns();
    void whatWasNeverReadIsNeverReady();
    void whatCouldNotBeReadAgainKeepsItsTime();
    void silenceDoesNotHaveTheTimeOfAnOlderAnswer();
    void aStoreThatDoesNotAnswerSaysNothingOfTheBackupPool();
    void theTimeIsThatOfTheOldestFact();
    void theOverallVerdictIsTheWorst();
    void ofThousandsOfReplicasOnlySomeAreNamed();
};

static QStringList idsOf(const QList<FailoverCheck> &checks)
{
    QStringList ids;
    for (const FailoverCheck &check : checks)
        ids.append(check.id);
    return ids;
}

void TestFailoverChecksTogether::aGoalIsSpokenOfAsFarAsItConcerns()
{
    const QStringList planned{u"Pool"_s,
                              u"Pairing"_s,
                              u"PoolState"_s,
                              u"BackupService"_s,
                              u"BackupPoolService"_s,
                              u"ReplicationOut"_s,
                              u"ReplicationBack"_s,
                              u"CentralManagement"_s,
                              u"Replicas"_s,
                              u"EdgeNextHop"_s,
                              u"LeftData"_s,
                              u"NotCarriedOver"_s,
                              u"Preview"_s};
    QCOMPARE(idsOf(checksFor(wellLabFacts())), planned);
    QCOMPARE(idsOf(checksFor(wellFacts())), planned + QStringList{u"Permissions"_s});
    const QStringList failback = idsOf(checksFor(wellLabFacts(Back)));
    QVERIFY(!failback.contains(u"NotCarriedOver"_s) && !failback.contains(u"Loss"_s));
    QVERIFY(idsOf(checksFor(wellLabFacts(Back, true))).contains(u"Loss"_s));

    FailoverFacts alone = wellFacts();
    alone.goal.pool = FactsPoolC; // has no backup pool
    QCOMPARE(idsOf(checksFor(alone)), (QStringList{u"Pool"_s, u"Pairing"_s, u"PoolState"_s}));
    alone.goal.pool = u"x.example.com"_s; // is not there
    QCOMPARE(idsOf(checksFor(alone)), QStringList{u"Pool"_s});
}

void TestFailoverChecksTogether::whatWasNeverReadIsNeverReady()
{
    FailoverFacts facts;
    facts.goal = {FactsPoolA, Over, true};
    for (const FailoverCheck &check : checksFor(facts)) {
        // What is not carried over by a lab is a rule of it, not a fact.
        if (check.id != "NotCarriedOver"_L1)
            QVERIFY2(check.verdict == Verdict::Unknown, qPrintable(check.id));
        QVERIFY2(!check.finding.isEmpty(), qPrintable(check.id));
        QVERIFY2(!check.trueAt.isValid() && check.toldBy.isEmpty(), qPrintable(check.id));
    }
}

void TestFailoverChecksTogether::whatCouldNotBeReadAgainKeepsItsTime()
{
    for (const FailoverFact fact : AllFailoverFacts) {
        FailoverFacts facts = wellLabFacts();
        visitReading(facts, fact, [](auto &reading) {
            reading.fail({ErrorCategory::OperationTimeout, u"OperationTimeout"_s, u"No answer."_s});
        });
        const QList<FailoverCheck> checks = checksFor(facts);
        const bool isSaid = std::any_of(checks.begin(), checks.end(), [](const FailoverCheck &check) {
            return check.verdict != Verdict::Ready && check.finding.contains("No answer."_L1)
                && check.trueAt == FactsTime;
        });
        QVERIFY2(isSaid, qPrintable(toString(fact)));
    }
}

void TestFailoverChecksTogether::silenceDoesNotHaveTheTimeOfAnOlderAnswer()
{
    FailoverFacts facts = wellFacts();
    failTo(facts.status, u"LYNCBACKUP is stopped."_s);
    const auto service = findCheck(checksFor(facts), u"BackupService"_s);
    QVERIFY(service && service->verdict == Verdict::Blocking);
    QVERIFY(!service->trueAt.isValid());
}

void TestFailoverChecksTogether::aStoreThatDoesNotAnswerSaysNothingOfTheBackupPool()
{
    FailoverFacts facts = wellLabFacts(Over, true);
    failTo(facts.backupStatus, u"The Central Management store cannot be opened."_s);
    const auto silent = findCheck(checksFor(facts), u"BackupPoolService"_s);
    QVERIFY(silent && silent->verdict == Verdict::Blocking);
    facts.readLocally = {FailoverFact::Pools};
    const auto notKnown = findCheck(checksFor(facts), u"BackupPoolService"_s);
    QVERIFY(notKnown && notKnown->verdict == Verdict::Unknown);
    QVERIFY(!notKnown->trueAt.isValid());
}

void TestFailoverChecksTogether::theTimeIsThatOfTheOldestFact()
{
    FailoverFacts facts = wellFacts();
    facts.backupStatus.readAt = FactsTime.addSecs(-600);
    const QList<FailoverCheck> checks = checksFor(facts);
    QCOMPARE(findCheck(checks, u"ReplicationOut"_s)->trueAt, FactsTime.addSecs(-600));
    QCOMPARE(findCheck(checks, u"BackupService"_s)->trueAt, FactsTime);
    QCOMPARE(findCheck(checks, u"ReplicationOut"_s)->toldBy,
             (QStringList{u"Get-CsBackupServiceStatus -PoolFqdn a.example.com"_s,
                          u"Get-CsBackupServiceStatus -PoolFqdn b.example.com"_s}));
}

void TestFailoverChecksTogether::theOverallVerdictIsTheWorst()
{
    const auto overall = [](const QList<Verdict> &verdicts) {
        QList<FailoverCheck> checks;
        for (const Verdict verdict : verdicts)
            checks.append({u"X"_s, u"X"_s, verdict});
        return QString(toString(overallVerdict(checks)) + u": "_s + overallText(checks));
    };
    using enum Verdict;
    QCOMPARE(overall({}), u"Unknown: Not known: nothing has been checked."_s);
    QCOMPARE(overall({Ready, Ready}), u"Ready: Ready: nothing that was checked speaks against it."_s);
    QVERIFY(overall({Ready, Attention}).startsWith("Attention: Ready, but"_L1));
    QVERIFY(overall({Unknown, Attention}).startsWith("Unknown: Nothing that is known stands in the way, but 1"_L1));
    QVERIFY(overall({Unknown, Blocking, Attention, Blocking}).startsWith("Blocking: Not ready: 2"_L1));
}

void TestFailoverChecksTogether::ofThousandsOfReplicasOnlySomeAreNamed()
{
    FailoverFacts facts = wellFacts();
    for (int number = 0; number < 5000; ++number)
        facts.replicas.value->append({false, u"m%1.example.com"_s.arg(number), FactsTime, FactsTime, {}});
    const auto replicas = findCheck(checksFor(facts), u"Replicas"_s);
    QVERIFY(replicas);
    QVERIFY2(replicas->finding.startsWith("5000 "_L1) && replicas->finding.size() < 500, qPrintable(replicas->finding));
    QCOMPARE(replicas->details.size(), 100);
}

QTEST_APPLESS_MAIN(TestFailoverChecksTogether)
#include "tst_failover_checks_together.moc"
