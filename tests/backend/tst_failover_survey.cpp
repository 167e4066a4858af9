// The facts of a failover as they are read: in which order, what depends on what, and what becomes of answers that do
// not come.
#include "backend/failover/failover_survey.h"
#include "tests/support/fake_session.h"

#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString A = u"a.example.com"_s;
const QString B = u"b.example.com"_s;
const QString C = u"c.example.com"_s;

Object poolObject(const QString &fqdn, const QString &backupPool)
{
    Pool pool;
    pool.identity = fqdn;
    pool.fqdn = fqdn;
    pool.backupPoolFqdn = backupPool;
    pool.services = {QString(u"UserServer:"_s + fqdn), QString(u"Registrar:"_s + fqdn)};
    return pool.toObject();
}

Object statusObject(const QString &machine)
{
    BackupServiceStatus status;
    status.activeMachineFqdn = machine;
    return status.toObject();
}

QStringList allButThoseOfTheBackupPool()
{
    return {u"Get-CsPool"_s,
            u"Get-CsRegistrarConfiguration"_s,
            u"Get-CsService"_s,
            u"Get-CsBackupServiceStatus -PoolFqdn a.example.com"_s,
            u"Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus"_s,
            u"Get-CsManagementStoreReplicationStatus"_s,
            u"Remove-CsUserStoreBackupData -PoolFqdn a.example.com -WhatIf"_s,
            u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -WhatIf"_s};
}

const QStringList ThoseOfTheBackupPool{u"Get-CsBackupServiceStatus -PoolFqdn b.example.com"_s,
                                       u"Remove-CsUserStoreBackupData -PoolFqdn b.example.com -WhatIf"_s};

} // namespace

class TestFailoverSurvey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everyFactIsReadWithItsCmdlet();
    void whatIsAboutTheBackupPoolWaitsForThePools();
    void theBackupPoolsStatusAloneNeedsThePools();
    void withoutABackupPoolNothingIsAskedOfIt();
    void whatIsNotOfferedIsNotAskedFor();
    void whatIsBeingReadIsReadOnceMore();
    void anAnswerThatDoesNotComeIsUnknown();
    void anErrorKeepsWhatWasTrueBefore();
    void whatIsStoppedIsUnknown();
    void theEndIsSaidOnce();
    void anotherModeForgetsThePreviewOnly();
    void anotherPoolForgetsWhatWasAboutTheFormerOne();
    void anotherBackupPoolIsAskedInsteadOfTheFormerOne();
    void aRefusalKeepsWhatWasSaidBefore();
    void aPreviewTellsWhetherAnythingWouldChange();
    void whoeverGoesAwayLeavesNothingRunning();
    void theReachIsThatOfTheSession();

private:
    QStringList startedLines() const;
    FakePipeline *runningLine(const QString &line) const;
    void answer(FakePipeline &pipeline);
    void answerAll();
    bool waitUntilStarted(qsizetype count)
    {
        return QTest::qWaitFor([&] { return m_session->started.size() >= count; }, 60'000);
    }
    bool waitForEnd(QSignalSpy &finished) { return finished.count() > 0 || finished.wait(60'000); }

    std::shared_ptr<FakeSession> m_session;
    std::unique_ptr<PipelineReaper> m_reaper;
    std::unique_ptr<QueryRunner> m_queries;
    std::unique_ptr<FailoverSurvey> m_survey;
    QString m_backupPool; // that Get-CsPool tells
};

void TestFailoverSurvey::init()
{
    m_backupPool = B;
    m_session = std::make_shared<FakeSession>();
    m_reaper = std::make_unique<PipelineReaper>();
    m_queries = std::make_unique<QueryRunner>(m_session, m_reaper.get(), 20); // nothing waits for its turn
    m_survey = std::make_unique<FailoverSurvey>(m_queries.get(),
                                                FailoverGoal{u"A.example.com."_s, FailoverDirection::FailOver, false});
}

void TestFailoverSurvey::cleanup()
{
    m_survey.reset();
    m_queries.reset();
    m_reaper.reset();
    m_session.reset();
}

QStringList TestFailoverSurvey::startedLines() const
{
    QStringList lines;
    for (const Command &command : m_session->started)
        lines.append(render(command));
    return lines;
}

FakePipeline *TestFailoverSurvey::runningLine(const QString &line) const
{
    for (FakePipeline *pipeline : m_session->running) {
        if (render(pipeline->command) == line)
            return pipeline;
    }
    return nullptr;
}

void TestFailoverSurvey::answer(FakePipeline &pipeline)
{
    const QString cmdlet = pipeline.command.cmdlet();
    if (cmdlet == "Get-CsPool"_L1) {
        pipeline.write(OutputRecord{poolObject(A, m_backupPool)});
        pipeline.write(OutputRecord{poolObject(B, A)});
    } else if (cmdlet == "Get-CsBackupServiceStatus"_L1) {
        pipeline.write(OutputRecord{statusObject(pipeline.command.string(u"PoolFqdn"))});
    } else if (pipeline.command.isSwitchOn(u"WhatIf")) {
        pipeline.write(InformationRecord{u"Nothing."_s, true});
    }
    pipeline.end(Outcome::Succeeded);
}

void TestFailoverSurvey::answerAll()
{
    m_session->onStart = [this](FakePipeline &pipeline) { answer(pipeline); };
}

void TestFailoverSurvey::everyFactIsReadWithItsCmdlet()
{
    answerAll();
    QSignalSpy changed(m_survey.get(), &FailoverSurvey::changed);
    QSignalSpy finished(m_survey.get(), &FailoverSurvey::finished);
    const QDateTime before = QDateTime::currentDateTimeUtc();
    m_survey->read();
    QVERIFY(m_survey->isReading());
    QVERIFY(waitForEnd(finished));
    QVERIFY(!m_survey->isReading());
    QCOMPARE(startedLines().first(), u"Get-CsPool"_s);
    QStringList started = startedLines();
    started.sort();
    QStringList expected = allButThoseOfTheBackupPool() + ThoseOfTheBackupPool;
    expected.sort();
    QCOMPARE(started, expected);
    QVERIFY(changed.count() >= std::ssize(AllFailoverFacts));
    for (const FailoverFact fact : AllFailoverFacts) {
        visitReading(m_survey->facts(), fact, [&](const auto &reading) {
            QVERIFY2(reading.isKnown() && !reading.isBeingRead, qPrintable(toString(fact)));
            QVERIFY2(reading.readAt >= before, qPrintable(toString(fact)));
        });
    }
    QCOMPARE(m_survey->facts().backupStatus.value->status.activeMachineFqdn, B);
    QCOMPARE(m_survey->checks(), checksFor(m_survey->facts()));
}

void TestFailoverSurvey::whatIsAboutTheBackupPoolWaitsForThePools()
{
    QSignalSpy finished(m_survey.get(), &FailoverSurvey::finished);
    m_survey->read();
    QVERIFY(waitUntilStarted(8));
    QCOMPARE(startedLines(), allButThoseOfTheBackupPool()); // at once, and none of the backup pool
    answerAll();
    const QList<FakePipeline *> running = m_session->running;
    for (FakePipeline *pipeline : running) {
        if (pipeline->command.cmdlet() != "Get-CsPool"_L1)
            answer(*pipeline);
    }
    QTRY_COMPARE(m_session->running.size(), 1);
    QCOMPARE(m_session->started.size(), 8);
    QVERIFY(m_survey->isReading() && finished.isEmpty());
    answer(*m_session->running.first());
    QVERIFY(waitForEnd(finished));
    QCOMPARE(startedLines().mid(8), ThoseOfTheBackupPool);
}

void TestFailoverSurvey::theBackupPoolsStatusAloneNeedsThePools()
{
    answerAll();
    QSignalSpy finished(m_survey.get(), &FailoverSurvey::finished);
    m_survey->read({FailoverFact::BackupStatus});
    QVERIFY(waitForEnd(finished));
    QCOMPARE(startedLines(), (QStringList{u"Get-CsPool"_s, ThoseOfTheBackupPool.first()}));
    // Once the pools are known they need not be asked for again.
    finished.clear();
    m_survey->read({FailoverFact::BackupStatus});
    QVERIFY(waitForEnd(finished));
    QCOMPARE(startedLines().mid(2), QStringList{ThoseOfTheBackupPool.first()});
}

void TestFailoverSurvey::withoutABackupPoolNothingIsAskedOfIt()
{
    m_backupPool.clear();
    answerAll();
    QSignalSpy finished(m_survey.get(), &FailoverSurvey::finished);
    m_survey->read();
    QVERIFY(waitForEnd(finished));
    QCOMPARE(startedLines(), allButThoseOfTheBackupPool());
    QVERIFY(!m_survey->facts().backupStatus.value && !m_survey->facts().backupStatus.error);
}

void TestFailoverSurvey::whatIsNotOfferedIsNotAskedFor()
{
    FailoverFacts facts;
    facts.goal.pool = A;
    facts.reach.missingCmdlets = {u"get-csservice"_s};
    QVERIFY(!queryFor(FailoverFact::Services, facts));
    QVERIFY(queryFor(FailoverFact::Pools, facts));
}

void TestFailoverSurvey::whatIsBeingReadIsReadOnceMore()
{
    QSignalSpy finished(m_survey.get(), &FailoverSurvey::finished);
    m_survey->read({FailoverFact::Services});
    QVERIFY(waitUntilStarted(1));
    m_survey->read({FailoverFact::Services});
    m_survey->read({FailoverFact::Services});
    answerAll();
    answer(*m_session->running.first());
    QVERIFY(waitForEnd(finished));
    QCOMPARE(m_session->started.size(), 2);
    QCOMPARE(finished.count(), 1);
}

void TestFailoverSurvey::anAnswerThatDoesNotComeIsUnknown()
{
    m_survey->setAnswerTimeout(1ms);
    QSignalSpy finished(m_survey.get(), &FailoverSurvey::finished);
    m_survey->read({FailoverFact::Status});
    QVERIFY(waitForEnd(finished));
    QVERIFY(m_session->log.contains(u"cancel"_s));
    const Reading<PoolStatus> &status = m_survey->facts().status;
    QVERIFY(status.error && !status.value && !status.isBeingRead);
    QCOMPARE(toString(status.error->category), toString(ErrorCategory::OperationTimeout));
}

void TestFailoverSurvey::anErrorKeepsWhatWasTrueBefore()
{
    answerAll();
    QSignalSpy finished(m_survey.get(), &FailoverSurvey::finished);
    m_survey->read({FailoverFact::Status});
    QVERIFY(waitForEnd(finished));
    const Reading<PoolStatus> before = m_survey->facts().status;
    m_session->onStart = [](FakePipeline &pipeline) {
        pipeline.fail({ErrorCategory::ResourceUnavailable, u"Gone"_s, u"It does not answer."_s});
    };
    finished.clear();
    m_survey->read({FailoverFact::Status});
    QVERIFY(waitForEnd(finished));
    const Reading<PoolStatus> &after = m_survey->facts().status;
    QCOMPARE(after.error->id, u"Gone"_s);
    QCOMPARE(after.value->status.activeMachineFqdn, before.value->status.activeMachineFqdn);
    QCOMPARE(after.readAt, before.readAt);
}

void TestFailoverSurvey::whatIsStoppedIsUnknown()
{
    QSignalSpy finished(m_survey.get(), &FailoverSurvey::finished);
    m_survey->read();
    QVERIFY(waitUntilStarted(8));
    m_survey->stop();
    QVERIFY(!m_survey->isReading());
    QVERIFY(waitForEnd(finished));
    QTRY_COMPARE(m_session->running.size(), 0);
    for (const FailoverFact fact : AllFailoverFacts) {
        visitReading(m_survey->facts(), fact, [&](const auto &reading) {
            QVERIFY2(reading.error && reading.error->isStopped() && !reading.isBeingRead, qPrintable(toString(fact)));
        });
    }
    // It can be read again.
    answerAll();
    finished.clear();
    m_survey->read();
    QVERIFY(waitForEnd(finished));
    QVERIFY(m_survey->facts().backupStatus.isKnown());
}

void TestFailoverSurvey::theEndIsSaidOnce()
{
    answerAll();
    QSignalSpy finished(m_survey.get(), &FailoverSurvey::finished);
    m_survey->read({}); // nothing to read ends too, but not within the call
    QCOMPARE(finished.count(), 0);
    QVERIFY(waitForEnd(finished));
    m_survey->read();
    QTRY_COMPARE(finished.count(), 2);
    m_survey->stop(); // nothing is under way
    QTRY_COMPARE(finished.count(), 3);
}

void TestFailoverSurvey::anotherModeForgetsThePreviewOnly()
{
    answerAll();
    QSignalSpy finished(m_survey.get(), &FailoverSurvey::finished);
    m_survey->read();
    QVERIFY(waitForEnd(finished));
    m_survey->setGoal({A, FailoverDirection::FailOver, true});
    QVERIFY(!m_survey->facts().preview.value);
    QVERIFY(m_survey->facts().leftData.isKnown() && m_survey->facts().backupStatus.isKnown());
    finished.clear();
    m_survey->read({FailoverFact::Preview});
    QVERIFY(waitForEnd(finished));
    QCOMPARE(startedLines().last(), u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode -WhatIf"_s);
    m_survey->setGoal({A, FailoverDirection::FailBack, false});
    finished.clear();
    m_survey->read({FailoverFact::Preview});
    QVERIFY(waitForEnd(finished));
    QCOMPARE(startedLines().last(), u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -WhatIf"_s);
}

void TestFailoverSurvey::anotherPoolForgetsWhatWasAboutTheFormerOne()
{
    QSignalSpy finished(m_survey.get(), &FailoverSurvey::finished);
    m_survey->read();
    QVERIFY(waitUntilStarted(8));
    m_survey->setGoal({B, FailoverDirection::FailOver, false});
    QTRY_COMPARE(m_session->running.size(), 5); // no longer: status, left data, preview
    answerAll();
    const QList<FakePipeline *> running = m_session->running;
    for (FakePipeline *pipeline : running)
        answer(*pipeline);
    QVERIFY(waitForEnd(finished));
    QVERIFY(m_survey->facts().services.isKnown());
    QVERIFY(!m_survey->facts().status.value && !m_survey->facts().preview.value);
    finished.clear();
    m_survey->read({FailoverFact::Status, FailoverFact::BackupStatus});
    QVERIFY(waitForEnd(finished));
    QCOMPARE(m_survey->facts().status.value->status.activeMachineFqdn, B);
    QCOMPARE(m_survey->facts().backupStatus.value->status.activeMachineFqdn, A);
}

void TestFailoverSurvey::anotherBackupPoolIsAskedInsteadOfTheFormerOne()
{
    answerAll();
    QSignalSpy finished(m_survey.get(), &FailoverSurvey::finished);
    m_survey->read({FailoverFact::BackupStatus});
    QVERIFY(waitForEnd(finished));
    QCOMPARE(m_survey->facts().backupStatus.value->status.activeMachineFqdn, B);
    // The former backup pool is being asked when the pools tell of another one.
    m_session->onStart = {};
    m_survey->read({FailoverFact::BackupStatus});
    QTRY_VERIFY(runningLine(ThoseOfTheBackupPool.first()));
    m_survey->read({FailoverFact::Pools});
    QTRY_VERIFY(runningLine(u"Get-CsPool"_s));
    m_backupPool = C;
    answerAll();
    finished.clear();
    answer(*runningLine(u"Get-CsPool"_s));
    QVERIFY(waitForEnd(finished));
    QCOMPARE(m_survey->facts().backupStatus.value->status.activeMachineFqdn, C);
}

void TestFailoverSurvey::aRefusalKeepsWhatWasSaidBefore()
{
    m_session->onStart = [](FakePipeline &pipeline) {
        pipeline.write(WarningRecord{u"Documents that are not there: 7."_s});
        pipeline.fail({ErrorCategory::InvalidOperation, u"EdgeNextHop"_s, u"It is a next hop."_s});
    };
    QSignalSpy finished(m_survey.get(), &FailoverSurvey::finished);
    m_survey->read({FailoverFact::Preview});
    QVERIFY(waitForEnd(finished));
    const Reading<PreviewSaid> &preview = m_survey->facts().preview;
    QCOMPARE(preview.error->id, u"EdgeNextHop"_s);
    QCOMPARE(preview.value->warnings.size(), 1);
    QCOMPARE(preview.value->warnings.first().message, u"Documents that are not there: 7."_s);
}

void TestFailoverSurvey::aPreviewTellsWhetherAnythingWouldChange()
{
    const auto wouldChange = [this](const QString &message) {
        m_session->onStart = [&message](FakePipeline &pipeline) {
            pipeline.write(InformationRecord{message, true});
            pipeline.end(Outcome::Previewed);
        };
        QSignalSpy finished(m_survey.get(), &FailoverSurvey::finished);
        m_survey->read({FailoverFact::LeftData});
        return waitForEnd(finished) && m_survey->facts().leftData.value->wouldChange;
    };
    QVERIFY(wouldChange(u"What if: Performing the operation \"Remove the data\" on target \"a\"."_s));
    QVERIFY(!wouldChange(u"Nothing has to be removed."_s));
}

void TestFailoverSurvey::whoeverGoesAwayLeavesNothingRunning()
{
    m_survey->read();
    QVERIFY(waitUntilStarted(8));
    m_survey.reset();
    QTRY_COMPARE(m_session->running.size(), 0);
    QVERIFY(m_session->log.contains(u"cancel"_s));
}

void TestFailoverSurvey::theReachIsThatOfTheSession()
{
    const CommandReach lab = reachOf(*m_session);
    QCOMPARE(lab.kind == DeploymentKind::Lab, true);
    QVERIFY(lab.host.isEmpty());
    QVERIFY(lab.offers(u"invoke-cspoolfailover"));
    m_session->info.kind = DeploymentKind::Server;
    m_session->info.name = u"Pool-A.example.com:5986"_s;
    QCOMPARE(reachOf(*m_session).host, u"pool-a.example.com"_s);
}

QTEST_GUILESS_MAIN(TestFailoverSurvey)
#include "tst_failover_survey.moc"
