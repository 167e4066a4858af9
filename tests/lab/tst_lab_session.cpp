// LabSession and LabContext: commands in threads of their own, reports for every outcome, and which pools there are.
#include "backend/lab/lab_cmdlet.h"
#include "backend/lab/lab_run.h"
#include "backend/lab/lab_session.h"
#include "tests/support/patience.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QTest>
#include <QThread>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString poolA = u"a.example.com"_s;
const QString poolB = u"b.example.com"_s;
const QString poolC = u"c.example.com"_s;

// What the cmdlet does that a test runs under the name Backup-CsPool, which asks, reports and changes data.
std::function<Result<>(LabContext &)> script;

Result<> runScript(LabContext &context)
{
    return script(context);
}

Command backup(const QString &pool = poolA)
{
    return Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, pool);
}

// A pipeline read to its end in the test's event loop.
struct Read
{
    explicit Read(std::unique_ptr<Pipeline> pipeline)
        : pipeline(std::move(pipeline))
    {
    }

    bool hasRecord(const std::function<bool(const Record &)> &isIt)
    {
        return waitUntil(
            [&] {
                for (Record &record : pipeline->mailbox().takeAll())
                    records.append(std::move(record));
                return std::any_of(records.cbegin(), records.cend(), isIt);
            },
            60'000);
    }
    template <typename T> const T *wait()
    {
        hasRecord([](const Record &record) { return std::holds_alternative<T>(record.content); });
        return find<T>();
    }
    template <typename T> const T *find() const
    {
        for (const Record &record : records) {
            if (const auto *content = std::get_if<T>(&record.content))
                return content;
        }
        return nullptr;
    }
    Outcome outcome()
    {
        const FinishedRecord *finished = wait<FinishedRecord>();
        return finished ? finished->outcome : Outcome::Interrupted;
    }

    std::unique_ptr<Pipeline> pipeline;
    QList<Record> records;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

QStringList filesIn(const QString &folder)
{
    QStringList files;
    for (QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
         it.hasNext();)
        files.append(it.next());
    files.sort();
    return files;
}

} // namespace

class TestLabSession : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestDeployment> m_world;
    std::unique_ptr<LabSession> m_session;
    LabCmdletFunction m_realBackup = nullptr;

    void useScript(const std::function<Result<>(LabContext &)> &function)
    {
        script = function;
        LabCmdletRegistration("Backup-CsPool", &runScript);
    }
    std::unique_ptr<Read> start(Command command)
    {
        if (!command.contains(u"Report"))
            command.set(u"Report"_s, m_world->filePath(u"report.html"_s));
        return std::make_unique<Read>(m_session->start(command));
    }
    LabResult run(const QString &line, const LabOptions &options = {})
    {
        return runLab(m_world->folder(), line, options);
    }

private Q_SLOTS:
    void initTestCase() { m_realBackup = findLabCmdlet(u"Backup-CsPool"_s); }

    void init()
    {
        m_world = std::make_unique<TestDeployment>();
        Result<std::unique_ptr<LabSession>> session = LabSession::open(m_world->folder(), 0ms);
        QVERIFY(session.isOk());
        m_session = std::move(session).value();
        useScript([](LabContext &) { return Result<>(); });
    }

    void cleanup()
    {
        m_session.reset();
        m_world.reset();
        if (m_realBackup)
            LabCmdletRegistration("Backup-CsPool", m_realBackup);
    }

    // --- session and pipeline ---

    void aCommandRunsInAThreadOfItsOwn()
    {
        QThread *runningThread = nullptr;
        useScript([&](LabContext &context) {
            runningThread = QThread::currentThread();
            context.runtime().writeObject(Object(u"T"_s, u"out"_s));
            return Result<>();
        });
        const auto reading = start(backup());
        QVERIFY(reading->outcome() == Outcome::Succeeded);
        QCOMPARE(reading->find<OutputRecord>()->object.text(), u"out"_s);
        QVERIFY(std::holds_alternative<FinishedRecord>(reading->records.constLast().content));
        reading->pipeline.reset(); // joins: the thread's write is visible now
        QVERIFY(runningThread && runningThread != QThread::currentThread());
    }

    void whatCannotRunEndsAsFailedWithARecord_data()
    {
        QTest::addColumn<QString>("cmdlet");
        QTest::addColumn<QString>("pool");
        QTest::addColumn<QString>("id");
        QTest::newRow("unknown") << u"Get-Weather"_s << QString() << u"CommandNotFoundException"_s;
        QTest::newRow("nothing") << QString() << QString() << u"CommandNotFoundException"_s;
        QTest::newRow("invalid") << u"Backup-CsPool"_s << QString() << u"MissingMandatoryParameter"_s;
    }
    void whatCannotRunEndsAsFailedWithARecord()
    {
        QFETCH(QString, cmdlet);
        QFETCH(QString, id);
        Read reading(m_session->start(Command(cmdlet)));
        QVERIFY(reading.outcome() == Outcome::Failed);
        const ErrorRecord *error = reading.find<ErrorRecord>();
        QVERIFY(error && error->isTerminating);
        QCOMPARE(error->error.id, id);
        QVERIFY(!error->error.message.isEmpty());
        QCOMPARE(reading.records.size(), 2);
    }

    void anAnswerReachesTheCommand()
    {
        useScript([](LabContext &context) {
            const Result<bool> mayGoOn = context.runtime().shouldProcess(u"a"_s, u"b"_s);
            context.runtime().writeObject(Object(u"T"_s, mayGoOn && *mayGoOn ? u"yes"_s : u"no"_s));
            return Result<>();
        });
        const auto reading = start(backup().set(u"Confirm"_s, true));
        const PromptRequest *prompt = reading->wait<PromptRequest>();
        QVERIFY(prompt);
        reading->pipeline->answer({prompt->id + 1, 2}); // to a question that nobody asked
        reading->pipeline->answer({prompt->id, 0});
        QVERIFY(reading->outcome() == Outcome::Succeeded);
        QCOMPARE(reading->find<OutputRecord>()->object.text(), u"yes"_s);
    }

    void cancelEndsACommandWhateverItWaitsFor_data()
    {
        QTest::addColumn<QString>("waitsFor");
        QTest::newRow("an answer") << u"answer"_s;
        QTest::newRow("time") << u"time"_s;
        QTest::newRow("nothing, it works") << u"nothing"_s;
        QTest::newRow("the pools of another") << u"pools"_s;
    }
    void cancelEndsACommandWhateverItWaitsFor()
    {
        QFETCH(QString, waitsFor);
        const Result<PoolLock> held
            = PoolLock::acquire({m_world->folder(), {poolB}, u"other"_s, 0ms}, StopSource().token());
        QVERIFY(held.isOk());
        useScript([&](LabContext &context) -> Result<> {
            CommandRuntime &runtime = context.runtime();
            runtime.writeVerbose(u"ready"_s);
            if (waitsFor == u"answer")
                return runtime.shouldProcess(u"a"_s, u"b"_s) ? Result<>() : Result<>(operationStopped());
            if (waitsFor == u"time")
                return runtime.waitFor(1h);
            if (waitsFor == u"pools") {
                const Result<Pool> pool = context.pairedPool(poolA);
                return pool ? context.lockPair(*pool) : Result<>(pool.error());
            }
            for (;;) {
                if (const Result<> going = runtime.checkStop(); !going)
                    return going;
            }
        });
        m_session = std::move(LabSession::open(m_world->folder(), 3600s)).value();
        const auto reading = start(backup().set(u"Confirm"_s, true));
        QVERIFY(reading->wait<VerboseRecord>());
        if (waitsFor == u"answer")
            QVERIFY(reading->wait<PromptRequest>());
        if (waitsFor == u"pools")
            QVERIFY(reading->wait<InformationRecord>()); // says who holds it
        reading->pipeline->cancel();
        reading->pipeline->cancel();
        QVERIFY(reading->outcome() == Outcome::Cancelled);
        QVERIFY(!reading->find<ErrorRecord>());
        QVERIFY(contentOf(m_world->filePath(u"report.html"_s)).contains("Cancelled"));
    }

    void destroyingARunningPipelineEndsIt_data()
    {
        QTest::addColumn<QString>("doing");
        QTest::newRow("waiting") << u"wait"_s;
        QTest::newRow("asking") << u"ask"_s;
        QTest::newRow("writing into a full mailbox") << u"write"_s;
    }
    void destroyingARunningPipelineEndsIt()
    {
        QFETCH(QString, doing);
        std::atomic<int> written = 0;
        std::atomic<bool> hasEnded = false;
        useScript([&](LabContext &context) -> Result<> {
            const auto end = qScopeGuard([&] { hasEnded = true; });
            if (doing == u"wait")
                return context.runtime().waitFor(1h);
            if (doing == u"ask")
                return context.runtime().shouldProcess(u"a"_s, u"b"_s) ? Result<>() : Result<>(operationStopped());
            while (context.runtime().checkStop()) {
                context.runtime().writeVerbose(u"more"_s);
                ++written;
            }
            return operationStopped();
        });
        auto pipeline
            = m_session->start(backup().set(u"Confirm"_s, true).set(u"Report"_s, m_world->filePath(u"r.html"_s)));
        if (doing == u"write")
            QTRY_VERIFY_WITH_TIMEOUT(written > 4000, 60'000);
        pipeline.reset();
        QVERIFY(hasEnded);
    }

    void theSessionKnowsItsDeploymentAndItsCmdlets()
    {
        QCOMPARE(m_session->deployment().name, u"Test"_s);
        QVERIFY(!m_session->deployment().id.isNull());
        QVERIFY(m_session->deployment().kind == DeploymentKind::Lab);
        QCOMPARE(m_session->cmdletInfo(u"backup-cspool")->name, u"Backup-CsPool"_s);
        QVERIFY(!m_session->cmdletInfo(u"Get-Weather"));
    }

    void theSessionKnowsThePairs()
    {
        QCOMPARE(m_session->backupPoolOf(poolA), poolB);
        QCOMPARE(m_session->backupPoolOf(poolB), poolA);
        QCOMPARE(m_session->backupPoolOf(poolC), QString());
        QCOMPARE(m_session->backupPoolOf(u"unknown.example.com"_s), QString());
    }

    void aCommandThatChangesThePairsIsNoticed()
    {
        useScript([](LabContext &context) -> Result<> {
            const Result<Deployment *> deployment = context.deployment();
            Result<CentralStore> store = (*deployment)->centralStore();
            const Result<bool> changed
                = store->setTopology(*store->topologyDocument(), {PoolPair::of(poolA, poolC)}, 1);
            return changed ? Result<>() : Result<>(changed.error());
        });
        QVERIFY(start(backup())->outcome() == Outcome::Succeeded);
        QCOMPARE(m_session->backupPoolOf(poolA), poolC);
        QCOMPARE(m_session->backupPoolOf(poolB), QString());
    }

    void aDeploymentThatIsNotThereIsAnErrorAndIsNotMade()
    {
        const QString folder = m_world->filePath(u"nowhere"_s);
        const Result<std::unique_ptr<LabSession>> session = LabSession::open(folder, 0ms);
        QVERIFY(!session);
        QVERIFY(session.error().message.contains(folder));
        QVERIFY(!session.error().recommendedAction.isEmpty());
        QVERIFY(!QFileInfo::exists(folder));
    }

    void withoutADeploymentACommandSaysSo()
    {
        const std::unique_ptr<LabSession> session = LabSession::withoutDeployment();
        useScript([](LabContext &context) -> Result<> {
            const Result<Deployment *> deployment = context.deployment();
            return deployment ? Result<>() : Result<>(deployment.error());
        });
        Read reading(session->start(backup().set(u"Report"_s, m_world->filePath(u"r.html"_s))));
        QVERIFY(reading.outcome() == Outcome::Failed);
        QCOMPARE(reading.find<ErrorRecord>()->error.id, u"DeploymentNotFound"_s);
        QVERIFY(session->deployment().id.isNull());
    }

    // --- the report ---

    void aReportIsWrittenForEveryOutcome_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("succeeded") << u"succeed"_s << Outcome::Succeeded << QByteArray("Succeeded");
        QTest::newRow("warnings") << u"warn"_s << Outcome::SucceededWithWarnings << QByteArray("Done with warnings");
        QTest::newRow("failed") << u"fail"_s << Outcome::Failed << QByteArray("Failed");
        QTest::newRow("cancelled") << u"cancel"_s << Outcome::Cancelled << QByteArray("Cancelled");
        QTest::newRow("skipped") << u"skip"_s << Outcome::Skipped << QByteArray("Skipped");
        QTest::newRow("what if") << u"preview"_s << Outcome::Previewed << QByteArray("Preview");
    }
    void aReportIsWrittenForEveryOutcome()
    {
        QFETCH(QString, what);
        QFETCH(Outcome, outcome);
        QFETCH(QByteArray, word);
        useScript([&](LabContext &context) -> Result<> {
            const Step step = context.runtime().beginStep(u"The step of the test"_s);
            if (what == u"warn")
                return context.runtime().writeWarning(u"w"_s);
            if (what == u"fail")
                return Error{ErrorCategory::ReadError, u"Id"_s, u"The disk is gone."_s, u"Bring it back."_s};
            if (what == u"cancel")
                return operationStopped();
            if (what == u"skip")
                context.runtime().setSkipped();
            return {};
        });
        const LabResult result
            = run(u"Backup-CsPool -PoolFqdn a.example.com"_s + (what == u"preview" ? u" -WhatIf"_s : QString()));
        QVERIFY(result.outcome == outcome);
        const QByteArray report = result.report();
        QVERIFY2(report.contains(QByteArray("<span>" + word)), report.constData());
        QVERIFY(report.contains("The step of the test"));
        QVERIFY(report.contains("Call Park"));
        QVERIFY(report.contains("Backup-CsPool -PoolFqdn a.example.com"));
        QVERIFY(report.contains(m_world->folder().toHtmlEscaped().toUtf8()));
        QCOMPARE(report.contains("The disk is gone.") && report.contains("Bring it back."), what == u"fail");
    }

    void aRelativeReportGoesToTheWorkingDirectory()
    {
        const QString before = QDir::currentPath();
        const auto back = qScopeGuard([&] { QDir::setCurrent(before); });
        QVERIFY(QDir::setCurrent(m_world->filePath(QString())));
        const LabResult result = run(u"Backup-CsPool -PoolFqdn a.example.com -Report out.html"_s);
        QCOMPARE(result.reportPath, QDir::current().absoluteFilePath(u"out.html"_s));
        QVERIFY(QFileInfo::exists(u"out.html"_s));
    }

    void withoutAPathTheReportGoesToTheTemporaryFolder()
    {
        const QByteArray before = qgetenv("TMPDIR");
        const auto back = qScopeGuard([&] { qputenv("TMPDIR", before); });
        QVERIFY(QDir().mkpath(m_world->filePath(u"tmp"_s)));
        qputenv("TMPDIR", m_world->filePath(u"tmp"_s).toUtf8());
        Read reading(m_session->start(backup()));
        QVERIFY(reading.outcome() == Outcome::Succeeded);
        const QString path = reading.find<FinishedRecord>()->reportPath;
        QVERIFY2(path.startsWith(m_world->filePath(u"tmp/Backup-CsPool-a.example.com-"_s)), qPrintable(path));
        QVERIFY(contentOf(path).contains("Succeeded"));
    }

    void aReportThatCannotBeWrittenIsRefusedBeforeTheWork_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("reason");
        QTest::newRow("a folder") << u"folder"_s << u"that is a folder"_s;
        QTest::newRow("ends like a folder") << u"other/"_s << u"that is a folder"_s;
        QTest::newRow("no such folder") << u"no/such/report.html"_s << u"does not exist"_s;
        QTest::newRow("in the deployment") << u"lab/report.html"_s << u"deployment's own folder"_s;
        QTest::newRow("a store of the deployment") << u"lab/deployment.sqlite"_s << u"deployment's own folder"_s;
        QTest::newRow("into the deployment by a detour")
            << u"folder/../lab/pools/report.html"_s << u"deployment's own folder"_s;
        QTest::newRow("into the deployment by a link") << u"link/report.html"_s << u"deployment's own folder"_s;
#ifdef Q_OS_UNIX
        QTest::newRow("a device") << u"device"_s << u"not an ordinary file"_s;
#endif
        QTest::newRow("a name that is too long") << QString(400, u'x') << u"cannot be written"_s;
    }
    void aReportThatCannotBeWrittenIsRefusedBeforeTheWork()
    {
        QFETCH(QString, path);
        QFETCH(QString, reason);
        QVERIFY(QDir().mkpath(m_world->filePath(u"folder"_s)));
        QVERIFY(QFile::link(m_world->folder(), m_world->filePath(u"link"_s)));
        QVERIFY(QFile::link(QProcess::nullDevice(), m_world->filePath(u"device"_s)));
        bool hasRun = false;
        useScript([&](LabContext &) {
            hasRun = true;
            return Result<>();
        });
        const QStringList before = filesIn(m_world->folder());
        const LabResult result
            = run(u"Backup-CsPool -PoolFqdn a.example.com -Report '"_s + m_world->filePath(path) + u'\'');
        QVERIFY(result.outcome == Outcome::Failed);
        QCOMPARE(result.error->id, u"ReportPathInvalid"_s);
        QVERIFY2(result.error->message.contains(reason), qPrintable(result.error->message));
        QVERIFY(!result.error->recommendedAction.isEmpty());
        QVERIFY(!hasRun);
        QVERIFY(result.reportPath.isEmpty());
        QCOMPARE(filesIn(m_world->folder()), before);
    }

    void aReportThatFailsAtTheEndIsAWarning()
    {
        QVERIFY(QDir().mkpath(m_world->filePath(u"out"_s)));
        useScript([&](LabContext &) {
            QDir(m_world->filePath(u"out"_s)).removeRecursively();
            return Result<>();
        });
        const LabResult result = run(u"Backup-CsPool -PoolFqdn a.example.com -Report '"_s
                                     + m_world->filePath(u"out/report.html"_s) + u'\'');
        QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
        QCOMPARE(result.warnings().size(), 1);
        QVERIFY(result.warnings().constFirst().contains(u"out/report.html"_s));
        QVERIFY(result.reportPath.isEmpty());
    }

    void anOldReportIsReplacedButNotByAPreview()
    {
        const QString path = m_world->folder() + u"-report.html"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
        file.close();
        const LabResult preview = run(u"Backup-CsPool -PoolFqdn a.example.com -WhatIf"_s);
        QVERIFY(preview.outcome == Outcome::Previewed);
        QCOMPARE(contentOf(path), QByteArray("old"));
        QVERIFY(preview.reportPath.isEmpty());
        QVERIFY2(preview.hostMessages().constLast().contains(path), qPrintable(preview.hostMessages().constLast()));
        QVERIFY(run(u"Backup-CsPool -PoolFqdn a.example.com"_s).outcome == Outcome::Succeeded);
        QVERIFY(contentOf(path).startsWith("<!DOCTYPE html>"));
    }

    // --- which pools there are ---

    void aPoolThatCannotBeBackedUpSaysWhy_data()
    {
        QTest::addColumn<QString>("pool");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("advice");
        QTest::newRow("typing error")
            << u"aa.example.com"_s << u"PoolNotFound"_s
            << u"aa.example.com is not in the topology of Test (read from the Central Management store on a.example.com"_s
            << u"Did you mean a.example.com?"_s;
        QTest::newRow("wrong domain") << u"b.example.org"_s << u"PoolNotFound"_s << u"b.example.org is not in"_s
                                      << u"Did you mean b.example.com?"_s;
        QTest::newRow("nothing near") << u"frontend.contoso.com"_s << u"PoolNotFound"_s << u"is not in the topology"_s
                                      << u"Get-CsPool lists the pools."_s;
        QTest::newRow("no backup pool") << poolC << u"NoBackupPool"_s << u"The pool c.example.com has no backup pool"_s
                                        << u"Publish-CsTopology"_s;
    }
    void aPoolThatCannotBeBackedUpSaysWhy()
    {
        QFETCH(QString, pool);
        QFETCH(QString, id);
        QFETCH(QString, message);
        QFETCH(QString, advice);
        useScript([&](LabContext &context) -> Result<> {
            const Result<Pool> found = context.pairedPool(context.command().string(u"PoolFqdn"));
            return found ? Result<>() : Result<>(found.error());
        });
        const LabResult result = run(u"Backup-CsPool -PoolFqdn "_s + pool);
        QVERIFY(result.outcome == Outcome::Failed);
        QCOMPARE(result.error->id, id);
        QCOMPARE(result.error->target, pool);
        QVERIFY2(result.error->message.contains(message), qPrintable(result.error->message));
        QVERIFY2(result.error->recommendedAction.contains(advice), qPrintable(result.error->recommendedAction));
    }

    void theTopologyIsReadOnceAndTheReportSaysWhere()
    {
        useScript([](LabContext &context) -> Result<> {
            for (int i = 0; i < 3; ++i) {
                if (const Result<Pool> found = context.pairedPool(poolA); !found)
                    return found.error();
            }
            return {};
        });
        const LabResult result = run(u"Backup-CsPool -PoolFqdn a.example.com"_s);
        QVERIFY(result.outcome == Outcome::Succeeded);
        QVERIFY(result.step(u"Read the topology"_s)->result == StepResult::Succeeded);
        QCOMPARE(result.verbose().filter(u"The topology was read from"_s).size(), 1);
        QVERIFY(result.report().contains("the Central Management store on a.example.com, last changed 20"));
        QVERIFY(result.report().contains("b.example.com"));
    }

    void theLocalReplicaIsReadWhenAskedFor()
    {
        useScript([](LabContext &context) -> Result<> {
            const Result<Pool> found = context.pairedPool(poolB);
            return found ? Result<>() : Result<>(found.error());
        });
        const LabResult same = run(u"Backup-CsPool -PoolFqdn b.example.com -LocalStore"_s);
        QVERIFY(same.outcome == Outcome::Succeeded);
        QVERIFY(same.report().contains(
            "the local replica of the Central Management store on b.example.com, its newest change is of"));

        // The pairs change centrally; the replica still has the old ones.
        {
            const auto deployment = m_world->open();
            Result<CentralStore> store = deployment->centralStore();
            QVERIFY(store.isOk());
            QVERIFY(store->setTopology(*store->topologyDocument(), {PoolPair::of(poolB, poolC)}, 1).isOk());
        }
        const LabResult stale = run(u"Backup-CsPool -PoolFqdn b.example.com -LocalStore"_s);
        QVERIFY(stale.outcome == Outcome::SucceededWithWarnings);
        QCOMPARE(stale.warnings().size(), 1);
        QVERIFY2(stale.warnings().constFirst().contains(u"a.example.com, b.example.com, c.example.com"_s),
                 qPrintable(stale.warnings().constFirst()));
        QVERIFY(stale.report().contains("a.example.com"));
    }

    void anUnreachableCentralStoreNamesTheWayOut()
    {
        useScript([](LabContext &context) -> Result<> {
            const Result<Pool> found = context.pairedPool(poolA);
            return found ? Result<>() : Result<>(found.error());
        });
        QVERIFY(QFile::remove(m_world->folder() + u"/pools/a.example.com/central-store.sqlite"_s));
        const LabResult central = run(u"Backup-CsPool -PoolFqdn a.example.com"_s);
        QVERIFY(central.outcome == Outcome::Failed);
        QVERIFY2(central.error->recommendedAction.contains(u"-LocalStore"_s),
                 qPrintable(central.error->recommendedAction));
        const LabResult local = run(u"Backup-CsPool -PoolFqdn a.example.com -LocalStore"_s);
        QVERIFY(local.outcome == Outcome::Succeeded);
    }

    void thePairIsLockedForTheRunAndNotForAPreview()
    {
        useScript([&](LabContext &context) -> Result<> {
            const Result<Pool> pool = context.pairedPool(poolA);
            if (const Result<> locked = context.lockPair(*pool); !locked)
                return locked;
            const Result<PoolLock> other
                = PoolLock::acquire({m_world->folder(), {poolB}, u"other"_s, 0ms}, StopSource().token());
            context.runtime().writeObject(Object(u"T"_s, other ? u"free"_s : u"held"_s));
            return {};
        });
        const LabResult backup = run(u"Backup-CsPool -PoolFqdn a.example.com"_s);
        QVERIFY(backup.outcome == Outcome::Succeeded);
        QCOMPARE(backup.objects().constFirst().text(), u"held"_s);
        QCOMPARE(run(u"Backup-CsPool -PoolFqdn a.example.com -WhatIf"_s).objects().constFirst().text(), u"free"_s);
        QVERIFY(PoolLock::acquire({m_world->folder(), {poolA, poolB}, u"other"_s, 0ms}, StopSource().token()).isOk());
    }

    void aPoolThatSomebodyWorksOnIsBusy()
    {
        useScript([&](LabContext &context) -> Result<> {
            const Result<Pool> pool = context.pairedPool(poolA);
            return context.lockPair(*pool);
        });
        const Result<PoolLock> held
            = PoolLock::acquire({m_world->folder(), {poolB}, u"the other command"_s, 0ms}, StopSource().token());
        QVERIFY(held.isOk());
        const LabResult result = run(u"Backup-CsPool -PoolFqdn a.example.com"_s, {.lockTimeout = 50ms});
        QVERIFY(result.outcome == Outcome::Failed);
        QVERIFY(result.error->category == ErrorCategory::ResourceBusy);
        QCOMPARE(result.hostMessages().filter(u"the other command"_s).size(), 1); // said once, while it waits
        QVERIFY(result.step(u"Wait for the pools"_s)->result == StepResult::Failed);
    }
};

QTEST_GUILESS_MAIN(TestLabSession)
#include "tst_lab_session.moc"
