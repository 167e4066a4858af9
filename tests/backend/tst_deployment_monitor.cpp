// What is known of a deployment: read when, how often, how many at once, and what a failure leaves.
#include "backend/deployment_monitor.h"
#include "tests/support/fake_session.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString StatusCmdlet = u"Get-CsBackupServiceStatus"_s;

QString poolName(int number)
{
    return u"p%1.x.com"_s.arg(number, 5, 10, QLatin1Char('0'));
}

QStringList poolNames(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(poolName(i));
    return names;
}

Object poolObject(const QString &fqdn)
{
    Object object(u"Microsoft.Rtc.Management.Xds.DisplayPool"_s, fqdn);
    object.set(u"Identity"_s, fqdn);
    object.set(u"Fqdn"_s, fqdn);
    object.set(u"Services"_s, QVariantList{QString(u"UserServer:"_s + fqdn), QString(u"Registrar:"_s + fqdn)});
    return object;
}

Object statusObject(const QString &state)
{
    Object object(u"Microsoft.Rtc.Management.BackupService.BackupServiceStatus"_s);
    object.set(u"OverallExportStatus"_s, state);
    object.set(u"OverallImportStatus"_s, u"NormalState"_s);
    return object;
}

} // namespace

class TestDeploymentMonitor : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<FakeSession> m_session;
    std::unique_ptr<PipelineReaper> m_reaper;
    std::unique_ptr<QueryRunner> m_queries;
    std::unique_ptr<DeploymentMonitor> m_monitor;
    QStringList m_pools = {u"A.x.com"_s, u"b.x.com"_s}; // as the deployment spells them
    QString m_state = u"FinalState"_s;
    QSet<QString> m_failing; // cmdlets, or pools, whose reading fails
    QSet<QString> m_hanging; // the same: they answer nothing

    // What every reading gets, unless it hangs.
    void answer(FakePipeline &pipeline)
    {
        const QString cmdlet = pipeline.command.cmdlet();
        const QString pool = pipeline.command.string(u"PoolFqdn");
        if (m_hanging.contains(cmdlet) || m_hanging.contains(pool))
            return;
        if (m_failing.contains(cmdlet) || m_failing.contains(pool)) {
            pipeline.fail({ErrorCategory::ReadError, u"Test"_s, u"cannot be read"_s});
            return;
        }
        if (cmdlet == "Get-CsPool"_L1) {
            for (const QString &fqdn : std::as_const(m_pools))
                pipeline.write(OutputRecord{poolObject(fqdn)});
        } else if (cmdlet == StatusCmdlet) {
            pipeline.write(OutputRecord{statusObject(m_state)});
        }
        pipeline.end(Outcome::Succeeded);
    }
    int startsOf(QStringView cmdlet) const
    {
        return int(std::count_if(m_session->started.cbegin(), m_session->started.cend(),
                                 [cmdlet](const Command &command) { return command.cmdlet() == cmdlet; }));
    }
    // Of one pool's status.
    int statusReadings(const QString &pool) const
    {
        return int(std::count_if(m_session->started.cbegin(), m_session->started.cend(), [&](const Command &command) {
            return command.cmdlet() == StatusCmdlet && command.string(u"PoolFqdn") == pool;
        }));
    }
    void refreshAndWait()
    {
        m_monitor->refresh();
        if (!waitUntil([this] { return !m_monitor->isReading(); }, 30'000))
            qFatal("The deployment was not read");
    }

private Q_SLOTS:
    void init()
    {
        m_pools = QStringList{u"A.x.com"_s, u"b.x.com"_s};
        m_state = u"FinalState"_s;
        m_failing.clear();
        m_hanging.clear();
        m_session = std::make_shared<FakeSession>();
        m_session->onStart = [this](FakePipeline &pipeline) { answer(pipeline); };
        m_reaper = std::make_unique<PipelineReaper>();
        m_queries = std::make_unique<QueryRunner>(m_session, m_reaper.get());
        m_monitor = std::make_unique<DeploymentMonitor>(m_queries.get());
    }
    void cleanup()
    {
        m_monitor.reset();
        m_queries.reset();
        m_reaper.reset();
        m_session.reset();
    }

    void nothingIsReadBeforeTheFirstRefresh()
    {
        QCoreApplication::processEvents();
        QCOMPARE(m_session->started.size(), 0);
        QVERIFY(!m_monitor->isReading());
        QVERIFY(!m_monitor->pools().value && !m_monitor->pools().readAt.isValid());
    }

    void aRefreshReadsEverythingOnceButWhatNobodyWants()
    {
        const QSignalSpy pools(m_monitor.get(), &DeploymentMonitor::poolsChanged);
        const QSignalSpy reading(m_monitor.get(), &DeploymentMonitor::isReadingChanged);
        const QDateTime before = QDateTime::currentDateTimeUtc();
        refreshAndWait();
        QCOMPARE(startsOf(u"Get-CsPool"), 1);
        QCOMPARE(startsOf(u"Get-CsRegistrarConfiguration"), 1);
        QCOMPARE(startsOf(u"Get-CsManagementStoreReplicationStatus"), 2);
        QCOMPARE(startsOf(u"Get-CsBackupServiceConfiguration"), 1);
        QCOMPARE(m_session->started.size(), 5);
        QCOMPARE(pools.count(), 1);
        QCOMPARE(reading.count(), 2);
        QCOMPARE(m_monitor->pools().value->size(), 2);
        QVERIFY(m_monitor->pools().readAt >= before);
        QVERIFY(m_monitor->pools().isKnown());
    }

    void servicesAndRolesAreReadOnceWantedAndThenWithEveryRefresh()
    {
        m_monitor->wantServices();
        m_monitor->wantServices();
        m_monitor->wantRoles();
        QTRY_VERIFY(m_monitor->services().isKnown() && m_monitor->roles().isKnown());
        QCOMPARE(startsOf(u"Get-CsService"), 1);
        refreshAndWait();
        QCOMPARE(startsOf(u"Get-CsService"), 2);
        QCOMPARE(startsOf(u"Get-CsAdminRole"), 2);
    }

    void fqdnsAreComparedInTheirCanonicalForm()
    {
        refreshAndWait();
        QCOMPARE(m_monitor->pool(u"a.X.COM"_s)->fqdn, u"a.x.com"_s);
        QVERIFY(!m_monitor->pool(u"none.x.com"_s));
        const QSignalSpy changed(m_monitor.get(), &DeploymentMonitor::poolStatusChanged);
        m_monitor->setWantedPools({u"A.x.com"_s, u"a.x.COM."_s, u"a.x.com"_s});
        QTRY_VERIFY(m_monitor->status(u"A.X.com"_s).isKnown());
        QCOMPARE(startsOf(StatusCmdlet), 1);
        QCOMPARE(changed.constLast().constFirst().toString(), u"a.x.com"_s);
        m_monitor->refreshPool(u"A.X.COM"_s);
        QTRY_COMPARE(startsOf(StatusCmdlet), 2);
    }

    void onlyWantedPoolsHaveAStatus()
    {
        refreshAndWait();
        QCOMPARE(startsOf(StatusCmdlet), 0);
        m_monitor->setWantedPools({u"b.x.com"_s});
        QTRY_VERIFY(m_monitor->status(u"b.x.com"_s).isKnown());
        QVERIFY(m_monitor->status(u"b.x.com"_s).value->status.overallExportStatus == ExportStatus::FinalState);
        QVERIFY(!m_monitor->status(u"a.x.com"_s).value);
        // Wanted again: it is known already.
        m_monitor->setWantedPools({u"a.x.com"_s, u"b.x.com"_s});
        QTRY_VERIFY(m_monitor->status(u"a.x.com"_s).isKnown());
        QCOMPARE(statusReadings(u"b.x.com"_s), 1);
    }

    void tenThousandWantedPoolsAreNoStorm()
    {
        const QStringList names = poolNames(10'000);
        m_monitor->setWantedPools(names);
        m_monitor->setWantedPools(names);
        QTRY_COMPARE_WITH_TIMEOUT(startsOf(StatusCmdlet), 10'000, 120'000);
        QTRY_VERIFY(!m_monitor->isReading());
        QVERIFY2(m_session->mostRunning <= 2, QByteArray::number(m_session->mostRunning).constData());
        QVERIFY(m_monitor->status(names.constLast()).isKnown());
        QCOMPARE(m_session->started.constFirst().string(u"PoolFqdn"), names.constFirst());
        // All are known: the same list once more reads nothing.
        m_monitor->setWantedPools(names);
        QVERIFY(!m_monitor->isReading());
    }

    void statusesLeaveRoomForEverythingElse()
    {
        m_hanging = QSet<QString>{StatusCmdlet};
        m_monitor->setWantedPools(poolNames(100));
        QTRY_COMPARE(m_session->running.size(), 2);
        m_monitor->refresh();
        QTRY_VERIFY(m_monitor->configuration().isKnown() && m_monitor->pools().isKnown());
        QCOMPARE(m_session->running.size(), 2);
    }

    void oneStatusThatHangsDoesNotHoldUpTheOthers()
    {
        m_hanging = QSet<QString>{poolName(0)};
        m_monitor->setWantedPools(poolNames(20));
        QTRY_VERIFY(m_monitor->status(poolName(19)).isKnown());
        QVERIFY(m_monitor->status(poolName(0)).isBeingRead);
    }

    void aReadingThatTakesTooLongBecomesUnknown()
    {
        m_monitor->setAnswerTimeout(1ms);
        m_hanging = QSet<QString>{u"Get-CsPool"_s, poolName(0)};
        m_monitor->setWantedPools({poolName(0)});
        m_monitor->refresh();
        QTRY_VERIFY(!m_monitor->isReading());
        QVERIFY(m_monitor->pools().error->category == ErrorCategory::OperationTimeout);
        QVERIFY(m_monitor->status(poolName(0)).error->category == ErrorCategory::OperationTimeout);
        m_hanging.clear();
        m_monitor->setAnswerTimeout(0ms);
        refreshAndWait();
        QVERIFY(m_monitor->pools().isKnown());
        QVERIFY(m_monitor->status(poolName(0)).isKnown());
    }

    // A pool that never answers: its status is unknown, with the reason, and the others are read all the same.
    void aStatusThatIsNeverAnsweredBecomesUnknownWhileTheOthersAreRead()
    {
        m_monitor->setWantedPools(poolNames(3));
        refreshAndWait();
        QVERIFY(m_monitor->status(poolName(1)).isKnown());
        m_hanging = QSet<QString>{poolName(1)};
        m_monitor->setAnswerTimeout(50ms);
        refreshAndWait();
        const Reading<PoolStatus> status = m_monitor->status(poolName(1));
        QVERIFY(!status.isKnown()); // and no old green
        QVERIFY(status.value.has_value());
        QVERIFY(status.error->category == ErrorCategory::OperationTimeout);
        QVERIFY(!status.error->message.isEmpty());
        QVERIFY(m_monitor->status(poolName(0)).isKnown());
        QVERIFY(m_monitor->status(poolName(2)).isKnown());
    }

    void whileItIsPausedNothingIsRead()
    {
        m_monitor->setWantedPools(poolNames(1));
        refreshAndWait();
        m_monitor->pause();
        QVERIFY(m_monitor->isPaused());
        const qsizetype started = m_session->started.size();
        m_monitor->setRefreshInterval(1ms);
        m_monitor->setWantedPools(poolNames(2));
        m_monitor->refresh();
        m_monitor->refreshPool(poolName(0));
        QSignalSpy changed(m_monitor.get(), &DeploymentMonitor::isReadingChanged);
        QVERIFY(!changed.wait(50));
        QCOMPARE(m_session->started.size(), started);
        m_monitor->setRefreshInterval(0ms);
        m_monitor->resume();
        QTRY_VERIFY(m_session->started.size() > started && !m_monitor->isReading());
        QVERIFY(m_monitor->pools().isKnown());
    }

    // What is read while it is left still comes; what waits for its turn behind it does not begin.
    void pausingLeavesWhatIsUnderWayAndBeginsNothing()
    {
        m_hanging = QSet<QString>{StatusCmdlet};
        m_monitor->setWantedPools(poolNames(5));
        QTRY_COMPARE(m_session->running.size(), 2);
        m_monitor->pause();
        for (FakePipeline *pipeline : QList(m_session->running)) {
            pipeline->write(OutputRecord{statusObject(u"FinalState"_s)});
            pipeline->end(Outcome::Succeeded);
        }
        QTRY_VERIFY(!m_monitor->isReading());
        QVERIFY(m_monitor->status(poolName(0)).isKnown());
        QCOMPARE(startsOf(StatusCmdlet), 2);
    }

    void afterAPauseWhatWasReadBeforeIsOldSooner()
    {
        QVERIFY(m_monitor->oldAge() == 10min);
        m_monitor->pause();
        m_monitor->resume();
        QVERIFY(m_monitor->oldAge() >= 1min);
        QVERIFY(m_monitor->oldAge() < 10min);
    }

    void whatWasToBeReadAgainDuringAPauseIsOldAfterIt()
    {
        refreshAndWait();
        const QDateTime readAt = m_monitor->pools().readAt;
        m_monitor->pause();
        m_monitor->refresh(); // as after a job
        m_hanging = QSet<QString>{u"Get-CsPool"_s};
        m_monitor->resume();
        QTRY_COMPARE(m_session->runningOf(u"Get-CsPool").size(), 1);
        QCOMPARE(m_monitor->pools().readAt, readAt);
        QVERIFY(m_monitor->pools().isOlderThan(m_monitor->oldAge(), QDateTime::currentDateTimeUtc().addMSecs(1)));
    }

    void poolsThatNobodyLooksAtAreReadInTheBackgroundOneAtATime()
    {
        m_pools = poolNames(5);
        m_hanging = QSet<QString>{StatusCmdlet};
        m_monitor->setBackgroundPools(4);
        refreshAndWait();
        QTRY_COMPARE(m_session->runningOf(StatusCmdlet).size(), 1);
        QVERIFY(!m_monitor->isReading());
        // Whoever looks at a pool does not wait behind it.
        m_hanging.clear();
        m_monitor->setWantedPools({poolName(3)});
        QTRY_VERIFY(m_monitor->status(poolName(3)).isKnown());
        QCOMPARE(startsOf(StatusCmdlet), 2);
        QCOMPARE(m_session->runningOf(StatusCmdlet).size(), 1);
        m_session->runningOf(StatusCmdlet).constFirst()->end(Outcome::Cancelled);
        QTRY_VERIFY(m_monitor->status(poolName(1)).isKnown() && m_monitor->status(poolName(2)).isKnown());
        // What could not be read waits for the next refresh, the fifth pool for somebody who looks at it.
        QVERIFY(m_monitor->status(poolName(0)).error);
        QCOMPARE(startsOf(StatusCmdlet), 4);
        QVERIFY(m_monitor->status(poolName(4)) == Reading<PoolStatus>());
    }

    void aRefreshReadsAgainInTheBackgroundToo()
    {
        m_monitor->setBackgroundPools(10);
        refreshAndWait();
        QTRY_VERIFY(m_monitor->status(u"a.x.com"_s).isKnown() && m_monitor->status(u"b.x.com"_s).isKnown());
        m_state = u"ErrorState"_s;
        m_monitor->refresh();
        for (const QString &fqdn : {u"a.x.com"_s, u"b.x.com"_s}) {
            QTRY_VERIFY(m_monitor->status(fqdn).value->status.overallExportStatus == ExportStatus::ErrorState);
            QCOMPARE(statusReadings(fqdn), 2);
        }
    }

    void aNewListDropsWhatHasNotBegun()
    {
        m_hanging = QSet<QString>{StatusCmdlet};
        m_monitor->setWantedPools(poolNames(1000));
        QTRY_COMPARE(m_session->running.size(), 2);
        m_hanging.clear();
        m_monitor->setWantedPools({u"b.x.com"_s});
        for (FakePipeline *pipeline : QList(m_session->running))
            pipeline->end(Outcome::Cancelled);
        QTRY_VERIFY(m_monitor->status(u"b.x.com"_s).isKnown());
        QTRY_VERIFY(!m_monitor->isReading());
        QCOMPARE(startsOf(StatusCmdlet), 3);
        // Never read is not "being read".
        QVERIFY(m_monitor->status(poolName(500)) == Reading<PoolStatus>());
    }

    void aStatusThatCannotBeReadIsUnknownUntilTheNextRefresh()
    {
        m_failing = QSet<QString>{u"b.x.com"_s};
        m_monitor->setWantedPools({u"a.x.com"_s, u"b.x.com"_s});
        QTRY_VERIFY(m_monitor->status(u"b.x.com"_s).error);
        QTRY_VERIFY(!m_monitor->isReading());
        QVERIFY(!m_monitor->status(u"b.x.com"_s).isKnown());
        QCOMPARE(m_monitor->status(u"b.x.com"_s).error->message, u"cannot be read"_s);
        m_monitor->setWantedPools({u"b.x.com"_s, u"a.x.com"_s});
        QCoreApplication::processEvents();
        QCOMPARE(statusReadings(u"b.x.com"_s), 1);
        m_failing.clear();
        refreshAndWait();
        QVERIFY(m_monitor->status(u"b.x.com"_s).isKnown());
        QCOMPARE(statusReadings(u"b.x.com"_s), 2);
    }

    void whatCannotBeReadAgainKeepsItsOldValueAsUnknown()
    {
        m_monitor->setWantedPools({u"a.x.com"_s});
        refreshAndWait();
        const int readings = statusReadings(u"a.x.com"_s);
        const QDateTime readAt = m_monitor->status(u"a.x.com"_s).readAt;
        m_failing = QSet<QString>{u"a.x.com"_s, u"Get-CsPool"_s};
        refreshAndWait();
        const Reading<PoolStatus> status = m_monitor->status(u"a.x.com"_s);
        QVERIFY(!status.isKnown() && status.value && status.error);
        QCOMPARE(status.readAt, readAt);
        QVERIFY(!m_monitor->pools().isKnown());
        QCOMPARE(m_monitor->pools().value->size(), 2);
        QVERIFY(m_monitor->pool(u"a.x.com"_s));
        QCOMPARE(statusReadings(u"a.x.com"_s), readings + 1);
    }

    void anAnswerWithoutAStatusIsAnErrorWithAReason()
    {
        m_session->onStart = [](FakePipeline &pipeline) { pipeline.end(Outcome::Succeeded); };
        m_monitor->setWantedPools({u"a.x.com"_s});
        QTRY_VERIFY(m_monitor->status(u"a.x.com"_s).error);
        QVERIFY(m_monitor->status(u"a.x.com"_s).error->message.contains(u"a.x.com"));
    }

    // The answer that is under way when a job ends may be from before the job.
    void aRefreshWhileReadingIsNotLost()
    {
        m_hanging = QSet<QString>{u"Get-CsPool"_s, u"a.x.com"_s};
        m_monitor->setWantedPools({u"a.x.com"_s});
        m_monitor->refresh();
        QTRY_VERIFY(!m_session->runningOf(u"Get-CsPool").isEmpty());
        QTRY_VERIFY(!m_session->runningOf(StatusCmdlet).isEmpty());
        m_monitor->refresh();
        m_monitor->refresh();
        m_hanging.clear();
        m_state = u"SteadyState"_s;
        FakePipeline *status = m_session->runningOf(StatusCmdlet).constFirst();
        status->write(OutputRecord{statusObject(u"NonSteadyState"_s)}); // of before
        status->end(Outcome::Succeeded);
        m_session->runningOf(u"Get-CsPool").constFirst()->end(Outcome::Succeeded); // without pools
        QTRY_VERIFY(!m_monitor->isReading());
        QCOMPARE(startsOf(u"Get-CsPool"), 2);
        QCOMPARE(m_monitor->pools().value->size(), 2);
        QCOMPARE(statusReadings(u"a.x.com"_s), 2);
        QVERIFY(m_monitor->status(u"a.x.com"_s).value->status.overallExportStatus == ExportStatus::SteadyState);
    }

    void everythingIsReadAgainByItself()
    {
        m_monitor->setWantedPools({u"a.x.com"_s});
        m_monitor->setRefreshInterval(1ms);
        QTRY_VERIFY(statusReadings(u"a.x.com"_s) >= 3);
        QTRY_VERIFY(startsOf(u"Get-CsPool") >= 3);
        m_monitor->setRefreshInterval(0ms);
        QTRY_VERIFY(!m_monitor->isReading());
        const qsizetype readings = m_session->started.size();
        QCoreApplication::processEvents();
        QCOMPARE(m_session->started.size(), readings);
    }

    void theAgeFromWhichAReadingIsOld_data()
    {
        QTest::addColumn<int>("interval"); // seconds
        QTest::addColumn<int>("age");
        QTest::newRow("never refreshed") << 0 << 600;
        QTest::newRow("often") << 30 << 600;
        QTest::newRow("seldom") << 3600 << 7200;
    }
    void theAgeFromWhichAReadingIsOld()
    {
        QFETCH(int, interval);
        QFETCH(int, age);
        m_monitor->setRefreshInterval(std::chrono::seconds(interval));
        QCOMPARE(int(m_monitor->oldAge().count()), age);
    }

    // A setting that changes beside must not put off the refresh for ever.
    void theSameIntervalAgainDoesNotBeginToWaitAnew()
    {
        m_monitor->setRefreshInterval(200ms);
        QTRY_VERIFY_WITH_TIMEOUT(
            [this] {
                m_monitor->setRefreshInterval(200ms);
                return m_monitor->pools().isKnown();
            }(),
            10'000);
    }

    void destroyingTheMonitorWhileItReadsEndsItsCommands()
    {
        m_hanging = QSet<QString>{u"Get-CsPool"_s, StatusCmdlet};
        m_monitor->setWantedPools(poolNames(10));
        m_monitor->refresh();
        QTRY_COMPARE(m_session->running.size(), 3);
        m_monitor.reset();
        QCOMPARE(m_session->log.count(u"cancel"_s), 3);
        QCOMPARE(m_queries->waitingCount(), 0);
        QTRY_COMPARE(m_queries->runningCount(), 0);
    }

    void aSlotMayAskForMore()
    {
        connect(m_monitor.get(), &DeploymentMonitor::poolsChanged, this, [this] {
            QStringList names;
            for (const Pool &pool : *m_monitor->pools().value)
                names.append(pool.fqdn);
            m_monitor->setWantedPools(names);
        });
        connect(m_monitor.get(), &DeploymentMonitor::poolStatusChanged, this, [this](const QString &fqdn) {
            m_monitor->setWantedPools({fqdn, u"b.x.com"_s});
        });
        refreshAndWait();
        QTRY_VERIFY(m_monitor->status(u"a.x.com"_s).isKnown() && m_monitor->status(u"b.x.com"_s).isKnown());
        QVERIFY(startsOf(StatusCmdlet) == 2);
    }
};

QTEST_GUILESS_MAIN(TestDeploymentMonitor)
#include "tst_deployment_monitor.moc"
