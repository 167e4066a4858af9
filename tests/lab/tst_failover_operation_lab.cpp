// A guided failover and failback with the real engine: planned, in a disaster, and killed at every moment of it, then
// gone on with to the end.
#include "backend/failover/failover_operation.h"
#include "backend/lab/lab_session.h"
#include "tests/support/broken_lab.h"
#include "tests/support/failover_world.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString A = u"a.example.com"_s;
const QString B = u"b.example.com"_s;
const QString EdgePool = u"edge.example.com"_s;
const FailoverGoal Planned{A, FailoverDirection::FailOver, false};
const FailoverGoal Disaster{A, FailoverDirection::FailOver, true};
const FailoverGoal Back{A, FailoverDirection::FailBack, false};

// A session that tells at which moments of its commands a crash would leave something else behind.
class WatchedSession : public Session
{
public:
    explicit WatchedSession(std::unique_ptr<Session> session)
        : m_session(std::move(session))
    {
    }

    using Session::start;
    DeploymentInfo deployment() const override { return m_session->deployment(); }
    const CmdletInfo *cmdletInfo(QStringView name) const override { return m_session->cmdletInfo(name); }
    QString backupPoolOf(const QString &pool) const override { return m_session->backupPoolOf(pool); }
    std::unique_ptr<Pipeline> start(const Command &command, RecordSpool spool) override
    {
        if (!onMoment || !cmdletInfo(command.cmdlet())->changesData || command.isSwitchOn(u"WhatIf"))
            return m_session->start(command, std::move(spool));
        return m_session->start(command, [spool = std::move(spool), watch = onMoment](const Record &record) {
            if (isStepsEdge(record))
                watch();
            if (spool)
                spool(record);
        });
    }

    std::function<void()> onMoment; // in the command's thread, which waits meanwhile

private:
    const std::unique_ptr<Session> m_session;
};

// A deployment with everything that goes on with it in one process.
class Process
{
public:
    explicit Process(const QString &folder)
        : folder(folder)
        , session(std::make_shared<WatchedSession>(valueOf(LabSession::open(folder + u"/lab"_s, 60s))))
        , m_queries(session, &m_reaper)
        , m_jobs(nullptr)
    {
    }

    // "" when it worked, else where it did not.
    QString begin(const FailoverGoal &goal, const QStringList &losses = {})
    {
        FailoverSurvey survey(&m_queries, goal);
        QSignalSpy finished(&survey, &FailoverSurvey::finished);
        survey.read();
        if (finished.isEmpty() && !finished.wait(120'000))
            return u"The survey does not end."_s;
        FailoverOperation::begin(parts(), survey.facts(), losses, &m_context, keep());
        return waitForIt();
    }
    QString resume(const QUuid &id)
    {
        FailoverOperation::resume(parts(), id, &m_context, keep());
        return waitForIt();
    }

    QString runStep()
    {
        const int current = operation->currentStep();
        operation->runCurrentStep();
        if (!operation->isBusy())
            return u"Nothing was started."_s;
        if (!waitUntilIdle())
            return u"It does not end."_s;
        const OperationStep &step = operation->steps().at(current);
        return step.state == StepState::Reached
            ? QString()
            : u"%1: %2 %3 %4"_s.arg(step.step.id(), toString(step.state), step.finding.text,
                                    step.lastEnd ? step.lastEnd->message : QString());
    }
    QString runToTheEnd()
    {
        while (operation->currentStep() >= 0) {
            if (const QString failure = runStep(); !failure.isEmpty())
                return failure;
        }
        operation->end();
        if (!waitUntilIdle() || !operation->hasEnded())
            return u"It does not end."_s;
        const OperationSummary summary = OperationStore(operations()).list().first();
        return summary.isComplete ? QString() : u"It is not complete."_s;
    }

    QString operations() const { return folder + u"/operations"_s; }
    QStringList steps() const
    {
        QStringList ids;
        for (const OperationStep &step : operation->steps())
            ids.append(step.step.id());
        return ids;
    }

    const QString folder;
    const std::shared_ptr<WatchedSession> session;
    std::unique_ptr<FailoverOperation> operation;

private:
    FailoverOperation::Parts parts() { return {session, &m_queries, &m_jobs, nullptr, operations(), {}}; }
    FailoverOperation::Made keep()
    {
        return [this](Result<std::unique_ptr<FailoverOperation>> made) {
            operation = valueOf(std::move(made));
            operation->setPatience(10ms, 1s);
        };
    }
    QString waitForIt()
    {
        return QTest::qWaitFor([this] { return operation != nullptr; }, 60'000) && waitUntilIdle()
            ? QString()
            : u"There is no operation."_s;
    }
    bool waitUntilIdle()
    {
        return QTest::qWaitFor([this] { return !operation->isBusy(); }, 120'000);
    }

    QObject m_context;
    PipelineReaper m_reaper;
    QueryRunner m_queries;
    JobRunner m_jobs;
};

} // namespace

class TestFailoverOperationLab : public QObject
{
    Q_OBJECT

private:
    // The Central Management store on a, an Edge pool that leads to a, and a document and a file of a that are backed
    // up.
    static void fill(TestDeployment &world)
    {
        BrokenLab(world.folder()).addEdgePool(EdgePool, A);
        world.writeDocument(A, u"urn:lcd:anna@example.com"_s, "contacts");
        world.writeContent(A, A, u"conf1/slides.bin"_s, "slides");
        mustRun(world.folder(), u"Backup-CsPool -PoolFqdn a.example.com -Confirm:$false"_s);
        mustRun(world.folder(), u"Backup-CsPool -PoolFqdn b.example.com -Confirm:$false"_s);
        mustRun(world.folder(), u"Invoke-CsManagementStoreReplication"_s);
    }
    static void mustRun(const QString &lab, const QString &line)
    {
        const LabResult result = runLab(lab, line);
        if (result.error)
            qFatal("%s: %s", qPrintable(line), qPrintable(result.error->message));
    }

    static PoolOwnership ownership(const QString &lab)
    {
        return valueOf(valueOf(Deployment::open(lab, OpenMode::ReadOnly))->ownership(A));
    }
    static QString nextHop(const QString &lab)
    {
        const LabResult result = runLab(lab, u"Get-CsService -Identity EdgeServer:edge.example.com"_s);
        return result.objects().isEmpty() ? QString() : Service::fromObject(result.objects().first()).registrar;
    }
    static QString activeStore(const QString &lab)
    {
        const LabResult result = runLab(lab, u"Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus"_s);
        return CentralManagementStoreStatus::fromObject(result.objects().first()).activeFileTransferAgents.join(u',');
    }
    static QString whatIsWrongAfterTheFailover(const QString &lab)
    {
        if (ownership(lab).state != PoolState::FailedOver || ownership(lab).owner != B)
            return u"The pool is %1."_s.arg(toString(ownership(lab).state));
        if (nextHop(lab) != u"Registrar:b.example.com")
            return u"The next hop is %1."_s.arg(nextHop(lab));
        if (activeStore(lab) != B)
            return u"The store is active on %1."_s.arg(activeStore(lab));
        return {};
    }

    // Copies of the deployment with its record as a crash would have left them, at every moment of `process` until its
    // operation has ended.
    static QStringList crashesOf(Process &process, QString *failure)
    {
        QStringList folders;
        const auto copy = [&] {
            folders.append(u"%1-crash%2"_s.arg(process.folder, QString::number(folders.size())));
            copyFolder(process.folder, folders.last());
        };
        qsizetype events = 0;
        QObject::connect(process.operation.get(), &FailoverOperation::changed, process.operation.get(), [&] {
            if (std::exchange(events, process.operation->events().size()) != process.operation->events().size())
                copy();
        });
        process.session->onMoment = copy;
        *failure = process.runToTheEnd();
        process.session->onMoment = {};
        return folders;
    }

private Q_SLOTS:
    void aPlannedFailoverAndItsFailback();
    void theRecordOfASuccessEndsWithWhetherTheWayBackIsOpen();
    void aDisasterAndItsFailback();
    void killedAtEveryMomentOfAFailoverItIsGoneOnWith();
    void killedAtEveryMomentOfAFailbackItIsGoneOnWith();
};

void TestFailoverOperationLab::aPlannedFailoverAndItsFailback()
{
    TestDeployment world;
    fill(world);
    world.writeDocument(A, u"urn:lcd:bert@example.com"_s, "not backed up yet");
    {
        Process process(world.filePath({}));
        QCOMPARE(process.begin(Planned), QString());
        QCOMPARE(process.steps().first(), u"EdgeNextHop:edge.example.com"_s);
        QCOMPARE(process.steps().last(), u"FailOver:a.example.com"_s);
        QCOMPARE(process.runToTheEnd(), QString());
        QCOMPARE(whatIsWrongAfterTheFailover(world.folder()), QString());
    }
    Process process(world.filePath({}));
    QCOMPARE(process.begin(Back), QString());
    QCOMPARE(process.steps(),
             QStringList({u"FailBack:a.example.com"_s, u"ConferenceContent:b.example.com"_s,
                          u"BothDirections:a.example.com"_s, u"EdgeNextHop:edge.example.com"_s}));
    QCOMPARE(process.runToTheEnd(), QString());
    QCOMPARE(ownership(world.folder()).owner, A);
    QCOMPARE(nextHop(world.folder()), u"Registrar:a.example.com"_s);
}

void TestFailoverOperationLab::theRecordOfASuccessEndsWithWhetherTheWayBackIsOpen()
{
    TestDeployment world;
    fill(world);
    for (const FailoverGoal &goal : {Planned, Back}) {
        Process process(world.filePath({}));
        QCOMPARE(process.begin(goal), QString());
        QCOMPARE(process.runToTheEnd(), QString());
        const QList<OperationEvent> &events = process.operation->events();
        const auto *last = std::get_if<ChecksRead>(&events.at(events.size() - 2).content);
        QVERIFY(last);
        QVERIFY2(overallVerdict(last->checks) != Verdict::Blocking, qPrintable(overallText(last->checks)));
        QVERIFY(overallVerdict(last->checks) != Verdict::Unknown);
        QCOMPARE(process.operation->report().steps.last().action,
                 goal == Planned ? u"Checks at the end: is the failback possible now?"_s
                                 : u"Checks at the end: is a failover possible again?"_s);
    }
}

void TestFailoverOperationLab::aDisasterAndItsFailback()
{
    TestDeployment world;
    fill(world);
    BrokenLab broken(world.folder());
    broken.losePool(A);
    {
        Process process(world.filePath({}));
        QCOMPARE(process.begin(Disaster, {u"Ten documents."_s}), QString());
        QCOMPARE(process.runToTheEnd(), QString());
        QCOMPARE(whatIsWrongAfterTheFailover(world.folder()), QString());
    }
    broken.bringBack();
    // What the backup service would do by itself meanwhile.
    mustRun(world.folder(), u"Backup-CsPool -PoolFqdn b.example.com -Confirm:$false"_s);
    QVERIFY(QDir(world.folder() + u"/pools/a.example.com/file-store/a.example.com"_s).removeRecursively());
    Process process(world.filePath({}));
    QCOMPARE(process.begin(Back), QString());
    QCOMPARE(process.runToTheEnd(), QString());
    QCOMPARE(ownership(world.folder()).owner, A);
    QVERIFY(QFile::exists(world.folder()
                          + u"/pools/a.example.com/file-store/a.example.com/conf1/slides.bin"_s)); // restored
}

void TestFailoverOperationLab::killedAtEveryMomentOfAFailoverItIsGoneOnWith()
{
    TestDeployment world;
    fill(world);
    Process process(world.filePath({}));
    QCOMPARE(process.begin(Planned), QString());
    const QUuid id = process.operation->id();
    QString failure;
    const QStringList crashes = crashesOf(process, &failure);
    QCOMPARE(failure, QString());
    QVERIFY(crashes.size() > 15);
    for (const QString &crash : crashes) {
        if (OperationStore(crash + u"/operations"_s).list().first().hasEnded)
            continue;
        Process next(crash);
        QVERIFY2(next.resume(id).isEmpty(), qPrintable(crash));
        const QString wrong = next.runToTheEnd();
        QVERIFY2(wrong.isEmpty(), qPrintable(crash + u": "_s + wrong));
        QCOMPARE(whatIsWrongAfterTheFailover(crash + u"/lab"_s), QString());
    }
}

void TestFailoverOperationLab::killedAtEveryMomentOfAFailbackItIsGoneOnWith()
{
    TestDeployment world;
    fill(world);
    BrokenLab(world.folder()).pointEdgeAt(EdgePool, B);
    mustRun(world.folder(), u"Invoke-CsManagementServerFailover -Confirm:$false"_s);
    mustRun(world.folder(), u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    Process process(world.filePath({}));
    QCOMPARE(process.begin(Back), QString());
    const QUuid id = process.operation->id();
    QString failure;
    const QStringList crashes = crashesOf(process, &failure);
    QCOMPARE(failure, QString());
    QVERIFY(crashes.size() > 10);
    for (const QString &crash : crashes) {
        if (OperationStore(crash + u"/operations"_s).list().first().hasEnded)
            continue;
        Process next(crash);
        QVERIFY2(next.resume(id).isEmpty(), qPrintable(crash));
        const QString wrong = next.runToTheEnd();
        QVERIFY2(wrong.isEmpty(), qPrintable(crash + u": "_s + wrong));
        QCOMPARE(ownership(crash + u"/lab"_s).owner, A);
        QVERIFY(ownership(crash + u"/lab"_s).state == PoolState::Active);
    }
}

QTEST_GUILESS_MAIN(TestFailoverOperationLab)
#include "tst_failover_operation_lab.moc"
