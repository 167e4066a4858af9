// Readings beside the jobs: how many at once, in which order, and what happens when nobody waits for one any more.
#include "backend/query_runner.h"
#include "tests/support/fake_session.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <atomic>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Command statusOf(const QString &pool)
{
    return Command(u"Get-CsBackupServiceStatus"_s).set(u"PoolFqdn"_s, pool);
}

Error damaged(const QString &message)
{
    return {ErrorCategory::InvalidData, u"Damaged"_s, message};
}

} // namespace

class TestQueryRunner : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<FakeSession> m_session;
    std::unique_ptr<PipelineReaper> m_reaper;
    std::unique_ptr<QueryRunner> m_runner;
    QStringList m_answered;

    // Adds the pool to m_answered when the answer is there.
    void run(const QString &pool, QObject *context, QueryRunner::Priority priority = QueryRunner::Priority::Background)
    {
        m_runner->run(
            statusOf(pool), context, [this, pool](const QueryResult &) { m_answered.append(pool); }, priority);
    }
    QStringList startedPools() const
    {
        QStringList pools;
        for (const Command &command : m_session->started)
            pools.append(command.string(u"PoolFqdn"));
        return pools;
    }
    // Runs one query whose pipeline does what `act` says; its result.
    QueryResult resultOf(const std::function<void(FakePipeline &)> &act)
    {
        std::optional<QueryResult> answer;
        m_session->onStart = act;
        m_runner->run(statusOf(u"a.x.com"_s), this, [&](const QueryResult &result) { answer = result; });
        const bool hasAnswered = waitUntil([&] { return answer.has_value(); });
        return hasAnswered ? *answer : QueryResult();
    }

private Q_SLOTS:
    void init()
    {
        m_answered.clear();
        m_session = std::make_shared<FakeSession>();
        m_reaper = std::make_unique<PipelineReaper>();
        m_runner = std::make_unique<QueryRunner>(m_session, m_reaper.get(), 3);
    }
    void cleanup()
    {
        m_runner.reset();
        m_reaper.reset();
        m_session.reset();
    }

    void theAnswerHasEverythingThatWasWritten()
    {
        const QDateTime before = QDateTime::currentDateTimeUtc();
        const QueryResult result = resultOf([](FakePipeline &pipeline) {
            pipeline.write(OutputRecord{Object(u"T"_s, u"1"_s)});
            pipeline.write(OutputRecord{Object(u"T"_s, u"2"_s)});
            pipeline.write(WarningRecord{u"careful"_s});
            pipeline.write(InformationRecord{u"What if: …"_s, true});
            pipeline.write(InformationRecord{u"for the log"_s, false});
            pipeline.write(StepRecord{1, 0, u"first"_s, StepResult::Running});
            pipeline.write(StepRecord{2, 1, u"second"_s, StepResult::Running});
            pipeline.write(StepRecord{1, 0, u"first"_s, StepResult::Succeeded});
            pipeline.end(Outcome::SucceededWithWarnings, u"/report.html"_s);
        });
        QVERIFY(result.isOk());
        QCOMPARE(result.objects.size(), 2);
        QCOMPARE(result.objects.constLast().text(), u"2"_s);
        QCOMPARE(result.warnings.size(), 1);
        QCOMPARE(result.hostMessages, QStringList{u"What if: …"_s});
        QCOMPARE(result.steps.size(), 2);
        QVERIFY(result.steps.constFirst().result == StepResult::Succeeded);
        QCOMPARE(result.finished.reportPath, u"/report.html"_s);
        QVERIFY(result.startedAt >= before && result.startedAt <= QDateTime::currentDateTimeUtc());
    }

    void whatCountsAsAnAnswer_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<bool>("hasError");
        QTest::addColumn<bool>("isOk");
        QTest::newRow("succeeded") << int(Outcome::Succeeded) << false << true;
        QTest::newRow("with warnings") << int(Outcome::SucceededWithWarnings) << false << true;
        QTest::newRow("previewed") << int(Outcome::Previewed) << false << true;
        QTest::newRow("skipped") << int(Outcome::Skipped) << false << true;
        QTest::newRow("failed") << int(Outcome::Failed) << true << false;
        QTest::newRow("cancelled") << int(Outcome::Cancelled) << false << false;
        QTest::newRow("went on behind an error") << int(Outcome::SucceededWithWarnings) << true << false;
    }
    void whatCountsAsAnAnswer()
    {
        QFETCH(int, outcome);
        QFETCH(bool, hasError);
        QFETCH(bool, isOk);
        const QueryResult result = resultOf([&](FakePipeline &pipeline) {
            if (hasError)
                pipeline.write(ErrorRecord{damaged(u"it is damaged"_s)});
            pipeline.end(Outcome(outcome));
        });
        QCOMPARE(result.isOk(), isOk);
        if (!isOk)
            QVERIFY(hasError ? result.error().message == u"it is damaged" : result.error().isStopped());
    }

    void noMoreThanTheGivenNumberRunsAtOnce()
    {
        for (int i = 0; i < 50; ++i)
            run(u"p%1.x.com"_s.arg(i), this);
        QCOMPARE(m_runner->waitingCount(), 50);
        QCOMPARE(m_session->started.size(), 0); // from the event loop only
        for (int i = 0; i < 50; ++i) {
            QTRY_VERIFY(!m_session->running.isEmpty());
            m_session->running.constFirst()->end(Outcome::Succeeded);
            QTRY_COMPARE(m_answered.size(), i + 1);
            QVERIFY(m_runner->runningCount() <= 3);
        }
        QCOMPARE(m_session->mostRunning, 3);
        QCOMPARE(m_runner->runningCount() + m_runner->waitingCount(), 0);
    }

    void whatSomebodyWaitsForGoesFirst()
    {
        QueryRunner one(m_session, m_reaper.get(), 1);
        const auto ask = [&](const QString &pool, QueryRunner::Priority priority) {
            one.run(
                statusOf(pool), this, [this, pool](const QueryResult &) { m_answered.append(pool); }, priority);
        };
        ask(u"b1"_s, QueryRunner::Priority::Background);
        ask(u"b2"_s, QueryRunner::Priority::Background);
        ask(u"f1"_s, QueryRunner::Priority::Foreground);
        ask(u"f2"_s, QueryRunner::Priority::Foreground);
        m_session->onStart = [](FakePipeline &pipeline) { pipeline.end(Outcome::Succeeded); };
        QTRY_COMPARE(m_answered, QStringList({u"f1"_s, u"f2"_s, u"b1"_s, u"b2"_s}));
    }

    void oneThatHangsDoesNotHoldUpTheOthers()
    {
        m_session->onStart = [](FakePipeline &pipeline) {
            if (pipeline.command.string(u"PoolFqdn") != u"hangs")
                pipeline.end(Outcome::Succeeded);
        };
        run(u"hangs"_s, this);
        for (int i = 0; i < 20; ++i)
            run(u"p%1"_s.arg(i), this);
        QTRY_COMPARE(m_answered.size(), 20);
        QCOMPARE(m_runner->runningCount(), 1);
    }

    void oneThatTakesTooLongIsGivenUpWithAnError()
    {
        std::optional<QueryResult> answer;
        int answers = 0;
        m_session->onStart = [](FakePipeline &pipeline) { pipeline.endsWhenCancelled = false; };
        m_runner->run(
            statusOf(u"a.x.com"_s), this,
            [&](const QueryResult &result) {
                answer = result;
                ++answers;
            },
            QueryRunner::Priority::Background, 1ms);
        QTRY_VERIFY(answer);
        QVERIFY(!answer->isOk());
        QVERIFY(answer->error().category == ErrorCategory::OperationTimeout);
        QVERIFY(answer->error().message.contains(u"Get-CsBackupServiceStatus"));
        QCOMPARE(m_session->log.count(u"cancel"_s), 1);
        QCOMPARE(m_runner->runningCount(), 1); // its thread is still there, and counts
        m_session->running.constFirst()->end(Outcome::Succeeded);
        QTRY_COMPARE(m_runner->runningCount(), 0);
        QCOMPARE(answers, 1);
    }

    void aQuestionIsNotAnswered()
    {
        const QueryResult result = resultOf([](FakePipeline &pipeline) {
            pipeline.write(PromptRequest{1, PromptKind::Choice, u"Confirm"_s, u"?"_s});
        });
        QVERIFY(!result.isOk());
        QVERIFY(result.error().isStopped());
    }

    void cancelledOnesAreNeverBegunOrCancelledAndSilent()
    {
        QObject mine;
        QObject other;
        for (int i = 0; i < 5; ++i)
            run(u"mine%1"_s.arg(i), &mine);
        run(u"other"_s, &other, QueryRunner::Priority::Foreground);
        QTRY_COMPARE(m_session->running.size(), 3);
        QCOMPARE(startedPools(), QStringList({u"other"_s, u"mine0"_s, u"mine1"_s}));
        m_runner->cancel(&mine);
        QCOMPARE(m_session->log.count(u"cancel"_s), 2);
        QCOMPARE(m_runner->waitingCount(), 0);
        QTRY_COMPARE(m_runner->runningCount(), 1);
        m_session->running.constFirst()->end(Outcome::Succeeded);
        QTRY_COMPARE(m_answered, QStringList{u"other"_s});
        QCOMPARE(m_session->started.size(), 3);
    }

    void whenTheContextIsGoneItsQueriesAreCancelled()
    {
        auto context = std::make_unique<QObject>();
        for (int i = 0; i < 5; ++i)
            run(u"p%1"_s.arg(i), context.get());
        QTRY_COMPARE(m_session->running.size(), 3);
        context.reset();
        QCOMPARE(m_session->log.count(u"cancel"_s), 3);
        QCOMPARE(m_runner->waitingCount(), 0);
        QTRY_COMPARE(m_runner->runningCount(), 0);
        QCOMPARE(m_session->started.size(), 3);
        QCOMPARE(m_answered, QStringList());
    }

    void destroyingTheRunnerCancelsAllAndWaitsForNone()
    {
        m_session->onStart = [](FakePipeline &pipeline) { pipeline.endsWhenCancelled = false; };
        for (int i = 0; i < 4; ++i)
            run(u"p%1"_s.arg(i), this);
        QTRY_COMPARE(m_session->running.size(), 3);
        m_runner.reset();
        QCOMPARE(m_session->log, QStringList({u"cancel"_s, u"cancel"_s, u"cancel"_s}));
        QCOMPARE(m_reaper->count(), 3);
        // In any order, each when it has ended.
        for (const int last : {1, 1, 0}) {
            m_session->running.at(last)->write(WarningRecord{u"late"_s});
            m_session->running.at(last)->end(Outcome::Cancelled);
            const qsizetype left = m_session->running.size() - 1;
            QTRY_COMPARE(m_session->running.size(), left);
            QCOMPARE(m_reaper->count(), int(left));
        }
        QCOMPARE(m_answered, QStringList());
        QCOMPARE(m_session->started.size(), 3);
    }

    void aSessionLivesUntilItsLastCancelledCommandHasEnded()
    {
        m_session->onStart = [](FakePipeline &pipeline) { pipeline.endsWhenCancelled = false; };
        run(u"a.x.com"_s, this);
        QTRY_COMPARE(m_session->running.size(), 1);
        FakePipeline *pipeline = m_session->running.constFirst();
        const QPointer<Session> session = m_session.get();
        m_runner.reset();
        m_session.reset();
        QVERIFY(session);
        bool wasSessionThere = false;
        pipeline->onDestroyed = [&] { wasSessionThere = !session.isNull(); };
        pipeline->end(Outcome::Cancelled);
        QTRY_VERIFY(!session);
        QVERIFY(wasSessionThere);
    }

    // It may be a claim on what the command works with.
    void whatACallbackHoldsLivesUntilTheCommandHasEnded()
    {
        m_session->onStart = [](FakePipeline &pipeline) { pipeline.endsWhenCancelled = false; };
        auto claim = std::make_shared<int>(0);
        const std::weak_ptr<int> watched = claim;
        m_runner->run(statusOf(u"a.x.com"_s), this, [claim](const QueryResult &) {});
        claim.reset();
        QTRY_COMPARE(m_session->running.size(), 1);
        m_runner.reset();
        QVERIFY(!watched.expired());
        m_session->running.constFirst()->end(Outcome::Cancelled);
        QTRY_VERIFY(watched.expired());
        QVERIFY(m_session->running.isEmpty());
    }

    void whatAQueryHadSaidBeforeTheRunnerWentIsNotMissed()
    {
        // Its mailbox has signalled to the runner, which is gone before it looks.
        run(u"a.x.com"_s, this);
        QTRY_COMPARE(m_session->running.size(), 1);
        m_session->running.constFirst()->end(Outcome::Succeeded);
        m_runner.reset();
        QTRY_COMPARE(m_reaper->count(), 0);
        QVERIFY(m_session->running.isEmpty());
    }

    // One that writes on, into a mailbox that is full, would otherwise never come to its end.
    void aCancelledCommandThatWaitsForRoomGoesOn()
    {
        std::atomic<bool> hasStarted = false;
        m_session->onStart = [&hasStarted](FakePipeline &pipeline) {
            pipeline.endsWhenCancelled = false;
            pipeline.worker = std::thread([&pipeline, &hasStarted] {
                hasStarted = true;
                for (int i = 0; i < 20'000; ++i)
                    pipeline.write(ProgressRecord{});
                pipeline.end(Outcome::Cancelled);
            });
        };
        run(u"a.x.com"_s, this);
        QTRY_VERIFY(hasStarted);
        m_runner.reset();
        QTRY_COMPARE(m_reaper->count(), 0);
        QVERIFY(m_session->running.isEmpty());
    }

    void destroyingTheReaperWaitsForTheEnds()
    {
        std::atomic<bool> isToEnd = false;
        std::atomic<bool> hasEnded = false;
        m_session->onStart = [&](FakePipeline &pipeline) {
            pipeline.endsWhenCancelled = false;
            pipeline.worker = std::thread([&] {
                isToEnd.wait(false);
                hasEnded = true;
            });
        };
        run(u"a.x.com"_s, this);
        QTRY_COMPARE(m_session->running.size(), 1);
        m_runner.reset();
        QVERIFY(!hasEnded);
        isToEnd = true;
        isToEnd.notify_all();
        m_reaper.reset();
        QVERIFY(hasEnded);
        QVERIFY(m_session->running.isEmpty());
    }

    void aCallbackMayDestroyTheRunner()
    {
        m_session->onStart = [](FakePipeline &pipeline) { pipeline.end(Outcome::Succeeded); };
        m_runner->run(statusOf(u"a"_s), this, [this](const QueryResult &) { m_runner.reset(); });
        run(u"b"_s, this);
        QTRY_VERIFY(!m_runner);
        QTRY_VERIFY(m_session->running.isEmpty());
    }

    void aCallbackMayAskAgain()
    {
        m_session->onStart = [](FakePipeline &pipeline) { pipeline.end(Outcome::Succeeded); };
        int answers = 0;
        std::function<void(const QueryResult &)> askAgain = [&](const QueryResult &) {
            if (++answers < 100)
                m_runner->run(statusOf(u"a"_s), this, askAgain);
        };
        m_runner->run(statusOf(u"a"_s), this, askAgain);
        QTRY_COMPARE(answers, 100);
        QCOMPARE(m_session->mostRunning, 1);
    }

    void moreRecordsThanTheMailboxHoldsArriveInOrder()
    {
        constexpr int Count = 20'000;
        const QueryResult result = resultOf([](FakePipeline &pipeline) {
            pipeline.worker = std::thread([&pipeline] {
                for (int i = 0; i < Count; ++i)
                    pipeline.write(OutputRecord{Object(u"T"_s, QString::number(i))});
                pipeline.end(Outcome::Succeeded);
            });
        });
        QCOMPARE(result.objects.size(), Count);
        QCOMPARE(result.objects.constLast().text(), QString::number(Count - 1));
    }

    // A command that writes faster than it is read must not keep the event loop from everything else.
    void aQueryThatNeverPausesLeavesTimeForOtherEvents()
    {
        std::atomic<bool> isToEnd = false;
        m_session->onStart = [&](FakePipeline &pipeline) {
            pipeline.worker = std::thread([&] {
                while (!isToEnd)
                    pipeline.write(ProgressRecord{});
                pipeline.end(Outcome::Succeeded);
            });
        };
        int beats = 0;
        QTimer heartbeat;
        connect(&heartbeat, &QTimer::timeout, this, [&] { ++beats; });
        run(u"a"_s, this);
        QTRY_COMPARE(m_session->running.size(), 1);
        heartbeat.start(0);
        QTRY_VERIFY(beats >= 100);
        isToEnd = true;
        QTRY_COMPARE(m_answered, QStringList{u"a"_s});
    }
};

QTEST_GUILESS_MAIN(TestQueryRunner)
#include "tst_query_runner.moc"
