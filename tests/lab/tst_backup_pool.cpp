// Backup-CsPool, Get-CsBackupServiceStatus and Invoke-CsBackupServiceSync, run as a session runs them: every parameter,
// every outcome.
#include "tests/lab/backup_world.h"

#include "backend/lab/pool_lock.h"
#include "backend/report/report_ticket.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace {

const auto backupA = u"Backup-CsPool -PoolFqdn a.example.com"_s;

void limitCycles(const BackupWorld &world, int batches)
{
    BackupServiceConfiguration limits;
    limits.maxBatchesPerUserStoreSync = batches;
    require(require(world.open()->centralStore()).setBackupServiceConfiguration(limits, 1));
}

void setState(const BackupWorld &world, PoolState state)
{
    const auto deployment = world.open();
    PoolOwnership ownership = require(deployment->ownership(poolA));
    ownership.state = state;
    if (state == PoolState::FailedOver)
        ownership.owner = poolB;
    require(deployment->setOwnership(ownership));
}

QString report(const CmdletRun &run)
{
    QFile file(run.reportPath);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class tst_BackupPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theExampleOfTheSpecificationBacksUpThePool();
    void refusals_data();
    void refusals();
    void categoryLimitsTheModules();
    void cmsOnAPoolWithoutTheStoreIsSkipped();
    void failedOverPoolOnlySkipsAnActivePool();
    void failedOverPoolOnlyBacksUpAFailedOverPool();
    void steadyStateWaitsForTheBacklog();
    void theSummaryCountsAllCalls();
    void whatWasCopiedIsToldOfACommandThatFailsAsWell();
    void fullBackupWaitsForFinalState();
    void withoutASwitchNothingWaits();
    void retryCountIsUsedUp_data();
    void retryCountIsUsedUp();
    void anErrorStateIsRepeatedOnceOnly();
    void cancelWhileWaitingEndsCancelled();
    void cancelWhileThePromptIsOpen();
    void cancelBetweenBatchesAndRunAgain();
    void answersToTheConfirmation_data();
    void answersToTheConfirmation();
    void whatIfChangesNotOneByte();
    void whatIfTellsWhatABackupWouldMeet();
    void aModuleThatFailsDoesNotKeepTheOthers();
    void forceKeepsErrorsOffTheScreenNotOutOfTheReport();
    void localStoreReadsTheReplica();
    void twoHundredChangesCopyTwoHundredDocuments();
    void theStatusCmdletReportsModulesAndReasons();
    void theStatusCmdletRefusesAnUnknownCategory();
    void theStatusCmdletWorksWhileThePairIsLocked();
    void synchronisingTheBackupPoolBringsBackContent();
    void synchronisingWithForceConfirmsALoss();

private:
    QTemporaryDir m_temporary;
};

void tst_BackupPool::initTestCase()
{
    // Where a cmdlet without -Report writes its report.
    QVERIFY(m_temporary.isValid());
    qputenv("TMPDIR", QFile::encodeName(m_temporary.path()));
}

void tst_BackupPool::theExampleOfTheSpecificationBacksUpThePool()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 120, "data");
    world.writeContent(poolA, poolA, u"conference/slides"_s, "slides");
    const CmdletRun run(world, u"Backup-CsPool -PoolFqdn \"A.Example.Com\""_s);
    QCOMPARE(run.outcome(), u"Succeeded"_s);
    QVERIFY(run.all<OutputRecord>().isEmpty()); // it returns nothing
    QCOMPARE(run.topLevelActions(),
             (QStringList{u"Read the topology"_s, u"Copy module UserServices.PresenceFocus"_s,
                          u"Copy module ConfServices.DataConf"_s, u"Copy module CentralMgmt.CMSMaster"_s,
                          u"Read the status of the backup service"_s}));
    QCOMPARE(world.fingerprint(poolB, poolA), world.fingerprint(poolA, poolA));
    QCOMPARE(world.content(poolB, poolA, u"conference/slides"_s), QByteArray("slides"));
    QVERIFY(run.step(u"Read the status"_s)
                ->information.contains(u"UserServices.PresenceFocus:[FinalState,NotInitialized]"_s));
    QVERIFY(run.hostText().contains(u"The pool a.example.com was backed up to b.example.com."_s));
    QVERIFY(run.hostText().contains(u"documents copied: 120"_s));
    QVERIFY(report(run).contains(u"Copy module UserServices.PresenceFocus"_s));
    // Again: nothing is left to do.
    const CmdletRun again(world, backupA);
    QCOMPARE(again.outcome(), u"Succeeded"_s);
    QVERIFY(again.hostText().contains(u"documents copied: 0"_s));
}

void tst_BackupPool::refusals_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("id");
    QTest::newRow("unknown pool") << u"-PoolFqdn nowhere.example.com"_s << u"PoolNotFound"_s;
    QTest::newRow("no backup pool") << u"-PoolFqdn c.example.com"_s << u"NoBackupPool"_s;
    QTest::newRow("both states") << u"-PoolFqdn a.example.com -FullBackup -SteadyState"_s << QString();
    QTest::newRow("failed over only without full backup")
        << u"-PoolFqdn a.example.com -FailedOverPoolOnly"_s << QString();
}

void tst_BackupPool::refusals()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, id);
    BackupWorld world;
    world.writeMany(poolA, 0, 1, "data");
    const CmdletRun run(world, u"Backup-CsPool "_s + arguments);
    QCOMPARE(run.outcome(), u"Failed"_s);
    QVERIFY(!run.error().message.isEmpty());
    QVERIFY(!run.error().recommendedAction.isEmpty());
    if (!id.isEmpty())
        QCOMPARE(run.error().id, id);
    QCOMPARE(world.count(poolB, poolA), 0);
}

void tst_BackupPool::categoryLimitsTheModules()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 3, "data");
    const CmdletRun cms(world, backupA + u" -Category cms"_s);
    QCOMPARE(cms.outcome(), u"Succeeded"_s);
    QCOMPARE(world.count(poolB, poolA), 0);
    QVERIFY(!cms.step(u"Copy module UserServices"_s));
    QVERIFY(cms.step(u"Copy module CentralMgmt.CMSMaster"_s));
    const CmdletRun userData(world, backupA + u" -Category UserData"_s);
    QCOMPARE(userData.outcome(), u"Succeeded"_s);
    QCOMPARE(world.count(poolB, poolA), 3);
    QVERIFY(!userData.step(u"Copy module CentralMgmt"_s));
}

void tst_BackupPool::cmsOnAPoolWithoutTheStoreIsSkipped()
{
    BackupWorld world;
    const CmdletRun run(world, u"Backup-CsPool -PoolFqdn b.example.com -Category CMS"_s);
    QCOMPARE(run.outcome(), u"Skipped"_s);
    QVERIFY(run.warningText().contains(u"Its active copy is on a.example.com."_s));
    // As one of several modules it is only left out.
    const CmdletRun all(world, u"Backup-CsPool -PoolFqdn b.example.com"_s);
    QCOMPARE(all.outcome(), u"Succeeded"_s);
    QVERIFY(all.step(u"Copy module CentralMgmt.CMSMaster"_s)->result == StepResult::Skipped);
}

void tst_BackupPool::failedOverPoolOnlySkipsAnActivePool()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 1, "data");
    const CmdletRun run(world, backupA + u" -FullBackup -FailedOverPoolOnly"_s);
    QCOMPARE(run.outcome(), u"Skipped"_s);
    QCOMPARE(run.all<WarningRecord>().size(), 1);
    QVERIFY(run.warningText().contains(u"its state is Active"_s));
    QCOMPARE(world.count(poolB, poolA), 0);
    QVERIFY(!report(run).isEmpty());
}

void tst_BackupPool::failedOverPoolOnlyBacksUpAFailedOverPool()
{
    BackupWorld world;
    setState(world, PoolState::FailedOver);
    {
        const auto deployment = world.open();
        DocumentStore store = require(deployment->userStore(poolB));
        require(
            store.write({{BackupWorld::userName(0), {}, "on B"}}, poolA, require(deployment->writableEpochs(poolB))));
    }
    const CmdletRun run(world, backupA + u" -FullBackup -FailedOverPoolOnly -WaitTime 0"_s);
    QCOMPARE(run.outcome(), u"Succeeded"_s);
    QCOMPARE(world.data(poolA, BackupWorld::userName(0)), QByteArray("on B"));
    QVERIFY(run.step(u"Copy module UserServices"_s)
                ->information.contains(u"Data of pool a.example.com, from b.example.com to a.example.com."_s));
}

void tst_BackupPool::steadyStateWaitsForTheBacklog()
{
    BackupWorld world;
    limitCycles(world, 1);
    world.writeMany(poolA, 0, 350, "data");
    const CmdletRun run(world, backupA + u" -SteadyState -WaitTime 0"_s);
    QCOMPARE(run.outcome(), u"Succeeded"_s);
    const auto wait = run.step(u"Wait until the backup service is at SteadyState"_s);
    QVERIFY(wait);
    // 350 documents: after three calls 50 are left, which fit in one batch.
    QVERIFY(wait->counts.contains(StepCount{u"calls to the backup service"_s, 3}));
    QVERIFY(wait->information.constLast().contains(
        u"UserServices.PresenceFocus: SteadyState (still to be exported: 50)"_s));
    QVERIFY(run.step(u"Copy module UserServices"_s)->counts.contains(StepCount{u"documents copied"_s, 50}));
    QCOMPARE(world.count(poolB, poolA), 350);
}

// Found by an administrator: only the last copy was counted.
void tst_BackupPool::theSummaryCountsAllCalls()
{
    BackupWorld world;
    limitCycles(world, 1);
    world.writeMany(poolA, 0, 350, "data");
    world.writeContent(poolA, poolA, u"slides"_s, "slides");
    const CmdletRun run(world, backupA + u" -SteadyState -WaitTime 0"_s);
    QCOMPARE(run.outcome(), u"Succeeded"_s);
    const QString text = run.hostText();
    QVERIFY2(text.contains(u"backed up to b.example.com. UserServices.PresenceFocus: documents copied: 350; "
                           "ConfServices.DataConf: files copied: 1;"_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"(number of calls: 3): UserServices.PresenceFocus: documents copied: 300;"_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"after them copied: UserServices.PresenceFocus: documents copied: 50;"_s),
             qPrintable(text));
    const auto wait = run.step(u"Wait until the backup service is at SteadyState"_s);
    QVERIFY(wait->counts.contains(StepCount{u"UserServices.PresenceFocus, documents copied"_s, 300}));
    QVERIFY(wait->information.constFirst().startsWith(
        u"Call 1 of 10: UserServices.PresenceFocus: documents copied: 100;"_s));

    // And so does the change ticket.
    ReportRecorder recorder{ReportTree()};
    for (const Record &record : run.records)
        recorder.record(record);
    const ReportTree tree = recorder.finish(Outcome::Succeeded, QDateTime::currentDateTimeUtc());
    QVERIFY(reportTicket(tree, QTimeZone::utc(), {})
                .text.contains(u"calls to the backup service: 3; UserServices.PresenceFocus, documents copied: 300"_s));
    QVERIFY(report(run).contains(u"UserServices.PresenceFocus: documents copied: 350; ConfServices"_s));
}

void tst_BackupPool::whatWasCopiedIsToldOfACommandThatFailsAsWell()
{
    BackupWorld world;
    limitCycles(world, 1);
    world.writeMany(poolA, 0, 500, "data");
    const CmdletRun run(world, backupA + u" -FullBackup -WaitTime 0 -RetryCount 2"_s);
    QCOMPARE(run.outcome(), u"Failed"_s);
    QVERIFY(report(run).contains(u"Copied by this run"_s));
    QVERIFY(report(run).contains(u"UserServices.PresenceFocus: documents copied: 200;"_s));
}

void tst_BackupPool::fullBackupWaitsForFinalState()
{
    BackupWorld world;
    limitCycles(world, 1);
    world.writeMany(poolA, 0, 350, "data");
    const CmdletRun run(world, backupA + u" -FullBackup -WaitTime 0 -RetryCount 4"_s);
    QCOMPARE(run.outcome(), u"Succeeded"_s);
    const auto wait = run.step(u"Wait until the backup service is at FinalState"_s);
    QVERIFY(wait->counts.contains(StepCount{u"calls to the backup service"_s, 4}));
    QVERIFY(wait->information.constFirst().contains(u"is active"_s));
    QVERIFY(run.step(u"Copy module UserServices"_s)->counts.contains(StepCount{u"documents copied"_s, 0}));
}

void tst_BackupPool::withoutASwitchNothingWaits()
{
    BackupWorld world;
    limitCycles(world, 1);
    world.writeMany(poolA, 0, 350, "data");
    const CmdletRun run(world, backupA + u" -RetryCount 1 -WaitTime 01:00:00"_s);
    QCOMPARE(run.outcome(), u"Succeeded"_s);
    QVERIFY(!run.step(u"Wait until"_s));
    QCOMPARE(world.count(poolB, poolA), 350);
}

void tst_BackupPool::retryCountIsUsedUp_data()
{
    QTest::addColumn<int>("retryCount");
    QTest::addColumn<int>("copied");
    QTest::addColumn<QString>("words");
    QTest::newRow("one call") << 1 << 100 << u"number of calls: 1"_s;
    QTest::newRow("two calls") << 2 << 200 << u"number of calls: 2"_s;
    QTest::newRow("no call") << 0 << 0 << u"with -RetryCount 0 it is not called"_s;
}

void tst_BackupPool::retryCountIsUsedUp()
{
    QFETCH(const int, retryCount);
    QFETCH(const int, copied);
    QFETCH(const QString, words);
    BackupWorld world;
    limitCycles(world, 1);
    world.writeMany(poolA, 0, 500, "data");
    const CmdletRun run(world, backupA + u" -FullBackup -WaitTime 0 -RetryCount %1"_s.arg(retryCount));
    QCOMPARE(run.outcome(), u"Failed"_s);
    QCOMPARE(run.error().id, u"StateNotReached"_s);
    QCOMPARE(toString(run.error().category), u"OperationTimeout"_s);
    QVERIFY2(run.error().message.contains(words), qPrintable(run.error().message));
    QVERIFY(run.error().message.contains(retryCount == 0 ? u"UserServices.PresenceFocus: NotInitialized"_s
                                                         : u"UserServices.PresenceFocus: NonSteadyState"_s));
    QVERIFY(!run.step(u"Copy module"_s)); // the backup did not begin
    QCOMPARE(world.count(poolB, poolA), copied); // what the backup service copied meanwhile stays
    QVERIFY(report(run).contains(u"did not reach FinalState"_s) || retryCount == 0);
}

void tst_BackupPool::anErrorStateIsRepeatedOnceOnly()
{
    BackupWorld world;
    QVERIFY(QFile::rename(world.userStorePath(poolB), world.filePath(u"elsewhere"_s)));
    const CmdletRun run(world, backupA + u" -SteadyState -WaitTime 0 -RetryCount 3"_s);
    QCOMPARE(run.outcome(), u"Failed"_s);
    QCOMPARE(run.all<ErrorRecord>().size(), 2); // the reason, and that the state was not reached
    QVERIFY(run.error().message.contains(u"UserServices.PresenceFocus: ErrorState"_s));
    QVERIFY(!run.error().message.contains(u"ConfServices.DataConf"_s)); // which did reach it
}

void tst_BackupPool::cancelWhileWaitingEndsCancelled()
{
    BackupWorld world;
    limitCycles(world, 1);
    world.writeMany(poolA, 0, 500, "data");
    const CmdletRun run(world, backupA + u" -FullBackup -WaitTime 01:00:00"_s, {},
                        [](const Record &record, StopSource &stop) {
                            const auto *progress = std::get_if<ProgressRecord>(&record.content);
                            if (progress && progress->activity.startsWith(u"Waiting until"_s)) {
                                // Found by an administrator: the wait for the next call was told as what is left.
                                QCOMPARE(progress->secondsRemaining, -1);
                                QVERIFY(progress->status.startsWith(u"Call 2 of 10 at "_s));
                                QVERIFY2(!progress->status.contains(u'Z'), qPrintable(progress->status));
                                QVERIFY(progress->currentOperation.contains(u"NonSteadyState"_s));
                                stop.requestStop();
                            }
                        });
    QCOMPARE(run.outcome(), u"Cancelled"_s);
    QVERIFY(run.step(u"Wait until"_s)->result == StepResult::Cancelled);
    QStringList ends;
    for (const StepRecord &step : run.all<StepRecord>()) {
        if (step.action.startsWith(u"Wait until"_s) && step.result != StepResult::Running)
            ends.append(toString(step.result));
    }
    QCOMPARE(ends, QStringList(u"Cancelled"_s));
    QVERIFY(!report(run).isEmpty());
    QCOMPARE(world.count(poolB, poolA), 100);
}

void tst_BackupPool::cancelWhileThePromptIsOpen()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 1, "data");
    const CmdletRun run(world, backupA + u" -Confirm"_s); // no answer: cancelled
    QCOMPARE(run.all<PromptRequest>().size(), 1);
    QVERIFY(run.all<PromptRequest>().constFirst().message.contains(u"documents: 1"_s));
    QCOMPARE(run.outcome(), u"Cancelled"_s);
    QCOMPARE(world.count(poolB, poolA), 0);
}

void tst_BackupPool::cancelBetweenBatchesAndRunAgain()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 1000, "data");
    const CmdletRun run(world, backupA, {}, [&](const Record &record, StopSource &stop) {
        // The first progress of the copy is written before its first batch; that one is then still refused.
        if (const auto *progress = std::get_if<ProgressRecord>(&record.content);
            progress && progress->activity.contains(u"Copying"_s))
            stop.requestStop();
    });
    QCOMPARE(run.outcome(), u"Cancelled"_s);
    QCOMPARE(world.count(poolB, poolA) % 100, 0);
    QVERIFY(world.count(poolB, poolA) < 1000);
    const CmdletRun again(world, backupA);
    QCOMPARE(again.outcome(), u"Succeeded"_s);
    QCOMPARE(world.fingerprint(poolB, poolA), world.fingerprint(poolA, poolA));
}

void tst_BackupPool::answersToTheConfirmation_data()
{
    QTest::addColumn<QString>("switchText");
    QTest::addColumn<QList<int>>("answers");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("prompts");
    QTest::newRow("Yes") << u" -Confirm"_s << QList<int>{0} << u"Succeeded"_s << 1;
    QTest::newRow("Yes to All") << u" -Confirm"_s << QList<int>{1} << u"Succeeded"_s << 1;
    QTest::newRow("No") << u" -Confirm"_s << QList<int>{2} << u"Skipped"_s << 1;
    QTest::newRow("No to All") << u" -Confirm"_s << QList<int>{3} << u"Skipped"_s << 1;
    QTest::newRow("never asked") << u" -Confirm:$false"_s << QList<int>{} << u"Succeeded"_s << 0;
    QTest::newRow("by default") << QString() << QList<int>{} << u"Succeeded"_s << 0;
}

void tst_BackupPool::answersToTheConfirmation()
{
    QFETCH(const QString, switchText);
    QFETCH(const QList<int>, answers);
    QFETCH(const QString, outcome);
    QFETCH(const int, prompts);
    BackupWorld world;
    world.writeMany(poolA, 0, 1, "data");
    const CmdletRun run(world, backupA + switchText, answers);
    QCOMPARE(run.outcome(), outcome);
    QCOMPARE(run.all<PromptRequest>().size(), prompts);
    QCOMPARE(world.count(poolB, poolA), outcome == u"Succeeded"_s ? 1 : 0);
}

void tst_BackupPool::whatIfChangesNotOneByte()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 150, "data");
    world.writeContent(poolA, poolA, u"file"_s, "12345");
    const QByteArray before = world.everyByte();
    const CmdletRun run(world, backupA + u" -WhatIf -FullBackup"_s);
    QCOMPARE(world.everyByte(), before);
    QCOMPARE(run.outcome(), u"Previewed"_s);
    const QString text = run.hostText();
    QVERIFY(text.contains(
        u"What if: Performing the operation \"Back up to b.example.com\" on target \"a.example.com\"."_s));
    QVERIFY(
        text.contains(u"What if: UserServices.PresenceFocus: from a.example.com to b.example.com; documents: 150"_s));
    QVERIFY(
        text.contains(u"What if: ConfServices.DataConf: from a.example.com to b.example.com; files: 1 (5 bytes)."_s));
    QVERIFY(text.contains(u"at most 10 times, every 00:00:30, until every module is at FinalState"_s));
    QVERIFY(text.contains(run.reportPath));
    // An existing report stays as it is.
    {
        QFile file(run.reportPath);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("an earlier one");
    }
    const CmdletRun again(world, backupA + u" -WhatIf"_s);
    QCOMPARE(report(again), u"an earlier one"_s);
    QCOMPARE(world.everyByte(), before);
}

void tst_BackupPool::whatIfTellsWhatABackupWouldMeet()
{
    BackupWorld world;
    QVERIFY(QDir(world.path(u"pools/b.example.com/file-store"_s)).removeRecursively());
    const CmdletRun run(world, u"Backup-CsPool -PoolFqdn b.example.com -WhatIf -FullBackup -FailedOverPoolOnly"_s);
    QCOMPARE(run.outcome(), u"Previewed"_s);
    QVERIFY(run.warningText().contains(u"ConfServices.DataConf: cannot be copied as things are."_s));
    QVERIFY(run.hostText().contains(u"nothing would be done"_s));
    QVERIFY(run.hostText().contains(u"CentralMgmt.CMSMaster: does not apply."_s));
    const CmdletRun unknown(world, u"Backup-CsPool -PoolFqdn nowhere.example.com -WhatIf"_s);
    QCOMPARE(unknown.outcome(), u"Failed"_s);
}

void tst_BackupPool::aModuleThatFailsDoesNotKeepTheOthers()
{
    BackupWorld world;
    world.writeContent(poolA, poolA, u"file"_s, "x");
    QVERIFY(QFile::rename(world.userStorePath(poolA), world.filePath(u"elsewhere"_s)));
    const CmdletRun run(world, backupA);
    QCOMPARE(run.outcome(), u"Failed"_s);
    QCOMPARE(run.error().id, u"BackupIncomplete"_s);
    QVERIFY(run.error().message.contains(u"UserServices.PresenceFocus: "_s));
    QVERIFY(!run.error().message.contains(u"DataConf"_s));
    QCOMPARE(world.content(poolB, poolA, u"file"_s), QByteArray("x"));
    QVERIFY(run.step(u"Copy module UserServices"_s)->result == StepResult::Failed);
    QVERIFY(
        run.step(u"Read the status"_s)->information.contains(u"UserServices.PresenceFocus:[ErrorState,ErrorState]"_s));
}

void tst_BackupPool::forceKeepsErrorsOffTheScreenNotOutOfTheReport()
{
    BackupWorld world;
    world.writeContent(poolA, poolA, u"good"_s, "x");
    world.writeContent(poolA, poolA, u"changing"_s, QByteArray(3'000'000, 'x'));
    // A file that somebody goes on writing: reported, left for the next run, and no reason to fail.
    std::atomic<bool> isDone = false;
    std::thread writer([&] {
        QFile file(world.contentPath(poolA, poolA, u"changing"_s));
        while (!isDone && file.open(QIODevice::Append)) {
            file.write("more");
            file.close();
        }
    });
    const CmdletRun run(world, backupA + u" -Force"_s);
    isDone = true;
    writer.join();
    const QList<ErrorRecord> errors = run.all<ErrorRecord>();
    QCOMPARE(errors.size(), 1);
    QVERIFY(errors.constFirst().isSuppressed);
    QCOMPARE(errors.constFirst().error.id, u"ContentChanged"_s);
    QCOMPARE(run.outcome(), u"SucceededWithWarnings"_s);
    QVERIFY(report(run).contains(u"was changed while it was being copied"_s));
    QCOMPARE(world.content(poolB, poolA, u"good"_s), QByteArray("x"));
}

void tst_BackupPool::localStoreReadsTheReplica()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 1, "data");
    const CmdletRun run(world, backupA + u" -LocalStore"_s);
    QVERIFY2(run.outcome() == u"Succeeded"_s, qPrintable(run.error().message));
    QVERIFY(run.step(u"Read the topology"_s)->information.join(u' ').contains(u"local replica"_s));
    // And goes on working when the Central Management store is gone, but for its own module.
    QVERIFY(QFile::remove(world.path(u"pools/a.example.com/central-store.sqlite"_s)));
    world.writeMany(poolA, 0, 1, "changed");
    const CmdletRun userData(world, backupA + u" -LocalStore -Category UserData"_s);
    QVERIFY2(userData.outcome() == u"Succeeded"_s, qPrintable(userData.error().message));
    QCOMPARE(world.data(poolB, BackupWorld::userName(0)), QByteArray("changed"));
}

void tst_BackupPool::twoHundredChangesCopyTwoHundredDocuments()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 2000, QByteArray(500, 'x'));
    const CmdletRun first(world, backupA);
    world.writeMany(poolA, 700, 200, QByteArray(500, 'y'));
    const CmdletRun second(world, backupA);
    const auto step = second.step(u"Copy module UserServices"_s);
    QVERIFY(step->counts.contains(StepCount{u"documents copied"_s, 200}));
    QVERIFY(step->counts.contains(StepCount{u"batches"_s, 2}));
    QVERIFY(step->counts.contains((StepCount{u"bytes copied"_s, 100'000, true})));
    QVERIFY(step->started.isValid() && step->ended.isValid());
    QCOMPARE(world.fingerprint(poolB, poolA), world.fingerprint(poolA, poolA));
}

void tst_BackupPool::theStatusCmdletReportsModulesAndReasons()
{
    BackupWorld world;
    const CmdletRun backup(world, backupA);
    const QByteArray before = world.everyByte();
    const CmdletRun run(world, u"Get-CsBackupServiceStatus -PoolFqdn a.example.com"_s);
    QCOMPARE(world.everyByte(), before);
    QCOMPARE(run.outcome(), u"Succeeded"_s);
    QCOMPARE(run.all<OutputRecord>().size(), 1);
    const Object object = run.all<OutputRecord>().constFirst().object;
    QCOMPARE(object.string(u"OverallExportStatus"), u"FinalState"_s);
    QCOMPARE(object.list(u"BackupModules").size(), 3);
    QCOMPARE(BackupServiceStatus::fromObject(object).modules.constFirst().identity, u"UserServices.PresenceFocus"_s);
    const CmdletRun cms(world, u"Get-CsBackupServiceStatus -PoolFqdn a.example.com -Category CMS"_s);
    QCOMPARE(cms.all<OutputRecord>().constFirst().object.list(u"BackupModules").size(), 1);

    QVERIFY(QFile::remove(world.userStorePath(poolA)));
    const CmdletRun broken(world, u"Get-CsBackupServiceStatus -PoolFqdn a.example.com"_s);
    QCOMPARE(broken.all<OutputRecord>().constFirst().object.string(u"OverallExportStatus"), u"ErrorState"_s);
    QVERIFY(broken.warningText().contains(u"UserServices.PresenceFocus, export: "_s));
}

void tst_BackupPool::theStatusCmdletRefusesAnUnknownCategory()
{
    BackupWorld world;
    const CmdletRun run(world, u"Get-CsBackupServiceStatus -PoolFqdn a.example.com -Category RGS"_s);
    QCOMPARE(run.outcome(), u"Failed"_s);
    QCOMPARE(run.error().target, u"Category"_s);
}

void tst_BackupPool::theStatusCmdletWorksWhileThePairIsLocked()
{
    BackupWorld world;
    const PoolLock lock = require(PoolLock::acquire({world.folder(), {poolA, poolB}, u"the test"_s, {}}, StopToken()));
    const CmdletRun status(world, u"Get-CsBackupServiceStatus -PoolFqdn a.example.com"_s);
    QCOMPARE(status.outcome(), u"Succeeded"_s);
    const CmdletRun whatIf(world, backupA + u" -WhatIf"_s);
    QCOMPARE(whatIf.outcome(), u"Previewed"_s);
    const CmdletRun backup(world, backupA);
    QCOMPARE(backup.outcome(), u"Failed"_s);
    QCOMPARE(toString(backup.error().category), u"ResourceBusy"_s);
}

void tst_BackupPool::synchronisingTheBackupPoolBringsBackContent()
{
    BackupWorld world;
    for (const QString &name : {u"1"_s, u"2"_s, u"3"_s})
        world.writeContent(poolA, poolA, name, "x");
    const CmdletRun first(world, backupA);
    QVERIFY(QDir(world.contentPath(poolA, poolA)).removeRecursively());
    const CmdletRun failed(world, backupA);
    QCOMPARE(failed.outcome(), u"Failed"_s);
    QVERIFY(failed.error().message.contains(u"vanished"_s));
    QVERIFY(failed.error().recommendedAction.contains(u"-Force"_s));
    QCOMPARE(world.contentNames(poolB, poolA).size(), 3);

    const CmdletRun preview(world,
                            u"Invoke-CsBackupServiceSync -PoolFqdn b.example.com -BackupModule DataConf -WhatIf"_s);
    QVERIFY2(preview.outcome() == u"Previewed"_s, qPrintable(preview.error().message));
    QVERIFY(preview.hostText().contains(u"DataConf: everything would be compared"_s));
    QVERIFY(!preview.hostText().contains(u"PresenceFocus: everything would be compared"_s));
    QCOMPARE(world.contentNames(poolA, poolA).size(), 0);
    const CmdletRun sync(world,
                         u"Invoke-CsBackupServiceSync -PoolFqdn b.example.com -BackupModule ConfServices.DataConf"_s);
    QVERIFY2(sync.outcome() == u"Succeeded"_s, qPrintable(sync.error().message));
    QCOMPARE(world.contentNames(poolA, poolA).size(), 3);
    QVERIFY(sync.hostText().contains(u"copied: 3"_s));
    const CmdletRun backup(world, backupA);
    QCOMPARE(backup.outcome(), u"Succeeded"_s);
}

void tst_BackupPool::synchronisingWithForceConfirmsALoss()
{
    BackupWorld world;
    for (const QString &name : {u"1"_s, u"2"_s, u"3"_s})
        world.writeContent(poolA, poolA, name, "x");
    const CmdletRun first(world, backupA);
    QVERIFY(QDir(world.contentPath(poolA, poolA)).removeRecursively());
    const CmdletRun without(world, u"Invoke-CsBackupServiceSync -PoolFqdn a.example.com -BackupModule DataConf"_s);
    QCOMPARE(world.contentNames(poolB, poolA).size(), 3);
    QVERIFY(without.all<ErrorRecord>().size() > 0);
    const CmdletRun sync(world, u"Invoke-CsBackupServiceSync -PoolFqdn a.example.com -BackupModule DataConf -Force"_s);
    QVERIFY2(sync.outcome() == u"Succeeded"_s, qPrintable(sync.error().message));
    QCOMPARE(world.contentNames(poolB, poolA).size(), 0);
    QCOMPARE(CmdletRun(world, backupA).outcome(), u"Succeeded"_s);
}

QTEST_GUILESS_MAIN(tst_BackupPool)
#include "tst_backup_pool.moc"
