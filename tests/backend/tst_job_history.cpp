// The history of runs: what it keeps, across processes, interruptions and damage.
#include "backend/job_history.h"
#include "backend/record_log_reader.h"
#include "backend/record_log_writer.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

const QUuid labId = QUuid::createUuid();

QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 3, 4), QTime(12, minute), Qt::UTC);
}

JobInfo job(int minute, const QUuid &deployment = labId)
{
    JobInfo info;
    info.id = QUuid::createUuid();
    info.deploymentId = deployment;
    info.deploymentName = u"litwareinc.com"_s;
    info.deploymentLocation = u"/labs/Zoë"_s;
    info.commandLine = u"Backup-CsPool -PoolFqdn 'a''b'"_s;
    info.cmdlet = u"Backup-CsPool"_s;
    info.pool = u"a.example.com"_s;
    info.user = u"Zoë"_s;
    info.queued = at(minute);
    return info;
}

JobInfo finished(JobInfo info, Outcome outcome = Outcome::SucceededWithWarnings)
{
    info.started = info.queued.addMSecs(1);
    info.ended = info.queued.addMSecs(1234);
    info.state = JobState::Finished;
    info.outcome = outcome;
    info.reportPath = u"/tmp/report.html"_s;
    info.serverReportPath = uR"(\\server\share\report.html)"_s;
    info.message = u"why"_s;
    info.warningCount = 2;
    info.errorCount = 1;
    return info;
}

Record verbose(const QString &text)
{
    return {at(0), VerboseRecord{text}};
}

QStringList texts(const QList<Record> &records)
{
    QStringList result;
    for (const Record &record : records) {
        const auto *message = std::get_if<VerboseRecord>(&record.content);
        result.append(message ? message->message : u"?"_s);
    }
    return result;
}

} // namespace

class TestJobHistory : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    std::unique_ptr<JobHistory> open()
    {
        Result<std::unique_ptr<JobHistory>> history = JobHistory::open(m_folder->filePath(u"deep/history"_s));
        if (!history)
            qFatal("%s", qUtf8Printable(history.error().message));
        return std::move(history).value();
    }
    QString logPath(const JobInfo &info) const
    {
        return JobHistory::logPath(m_folder->filePath(u"deep/history"_s), info.id);
    }
    void append(const JobInfo &info, const QList<Record> &records) const
    {
        RecordLogWriter log(logPath(info));
        for (const Record &record : records)
            log.write(record);
        if (log.takeFailure())
            qFatal("The log could not be written");
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aRunComesBackAsItWas()
    {
        const JobInfo queued = job(1);
        JobInfo running = queued;
        running.started = queued.queued.addMSecs(1);
        running.state = JobState::Running;
        const auto history = open();
        QVERIFY(history->recordQueued(queued).isOk());
        QVERIFY(history->jobs()->constFirst() == queued);
        QVERIFY(history->recordStarted(running).isOk());
        QVERIFY(history->jobs()->constFirst() == running);
        QVERIFY(history->recordFinished(finished(queued)).isOk());
        QVERIFY(history->jobs()->constFirst() == finished(queued));
        QVERIFY(open()->jobs()->constFirst() == finished(queued));
    }

    void nobodyElseMayReadTheHistory()
    {
        open();
        const QString folder = m_folder->filePath(u"deep/history"_s);
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(folder) & others));
        // One that was made before gets the same.
        QVERIFY(QFile::setPermissions(folder, QFile::permissions(folder) | others));
        open();
        QVERIFY(!(QFile::permissions(folder) & others));
        QVERIFY(QFile::permissions(folder) & QFile::WriteOwner);
    }

    void aRunThatCouldNotBeRecordedBeforeIsRecordedAtItsEnd()
    {
        const JobInfo info = finished(job(1));
        const auto history = open();
        QVERIFY(history->recordFinished(info).isOk());
        QVERIFY(history->jobs()->constFirst() == info);
    }

    void everyOutcomeIsDistinct()
    {
        const auto history = open();
        for (const Outcome outcome : {Outcome::Succeeded, Outcome::SucceededWithWarnings, Outcome::Failed,
                                      Outcome::Cancelled, Outcome::Skipped, Outcome::Previewed}) {
            const JobInfo info = job(1);
            QVERIFY(history->recordQueued(info).isOk());
            QVERIFY(history->recordFinished(finished(info, outcome)).isOk());
            QVERIFY(history->jobs()->constFirst().outcome == outcome);
        }
    }

    void newestFirstOfOneDeploymentOrAll()
    {
        const auto history = open();
        const QUuid other = QUuid::createUuid();
        const QList<JobInfo> jobs = {job(2), job(3, other), job(1)};
        for (const JobInfo &info : jobs)
            QVERIFY(history->recordQueued(info).isOk());
        QCOMPARE(history->jobs()->size(), 3);
        QVERIFY(history->jobs()->at(0) == jobs.at(1));
        QVERIFY(history->jobs()->at(2) == jobs.at(2));
        QCOMPARE(history->jobs({}, 2)->size(), 2);
        QCOMPARE(history->jobs(labId)->size(), 2);
        QCOMPARE(history->jobs(other)->size(), 1);
        QCOMPARE(history->jobs(QUuid::createUuid())->size(), 0);
    }

    void aRunWhoseProcessIsGoneIsInterrupted()
    {
        const JobInfo lost = job(1);
        {
            const auto history = open();
            QVERIFY(history->recordQueued(lost).isOk());
            append(lost, {verbose(u"begun"_s)});
        } // the process ends without a word
        const auto history = open();
        const JobInfo found = history->jobs()->constFirst();
        QVERIFY(found.state == JobState::Finished);
        QVERIFY(found.outcome == Outcome::Interrupted);
        QVERIFY(!found.ended.isValid());
        QCOMPARE(texts(*history->records(lost.id, 0, 10)), QStringList{u"begun"_s});
    }

    void aRunOfALivingProcessIsNot()
    {
        const auto first = open();
        const JobInfo info = job(1);
        QVERIFY(first->recordQueued(info).isOk());
        const auto second = open();
        QVERIFY(second->jobs()->constFirst() == info);
        QVERIFY(first->jobs()->constFirst() == info);
        QVERIFY(first->recordFinished(finished(info)).isOk());
        QVERIFY(second->jobs()->constFirst() == finished(info));
    }

    void anInterruptionIsNoticedWhileTheHistoryIsOpen()
    {
        auto first = open();
        const auto second = open();
        const JobInfo info = job(1);
        QVERIFY(first->recordQueued(info).isOk());
        first.reset();
        QVERIFY(second->jobs()->constFirst().outcome == Outcome::Interrupted);
    }

    void aLockThatAKilledProcessLeftIsFree()
    {
        const JobInfo info = job(1);
        {
            const auto history = open();
            QVERIFY(history->recordQueued(info).isOk());
            // What a killed process leaves: its lock file, naming a process that is gone.
            QProcess gone;
            gone.start(QCoreApplication::applicationFilePath(), {u"-functions"_s});
            QVERIFY(gone.waitForStarted());
            const qint64 pid = gone.processId();
            QVERIFY(gone.waitForFinished());
            const QDir locks(m_folder->filePath(u"deep/history/locks"_s));
            const QString name = locks.entryList(QDir::Files).constFirst();
            QFile file(locks.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QList<QByteArray> lines = file.readAll().split('\n');
            lines[0] = QByteArray::number(pid);
            QFile copy(locks.filePath(u"copy"_s));
            QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write(lines.join('\n')) > 0);
            copy.close();
            m_leftLock = locks.filePath(name);
        }
        QVERIFY(QFile::rename(m_folder->filePath(u"deep/history/locks/copy"_s), m_leftLock));
        QVERIFY(open()->jobs()->constFirst().outcome == Outcome::Interrupted);
    }

    void theLogIsReadInPages_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<QString>("expected");
        QTest::newRow("all") << qint64(0) << qint64(100) << u"0123456789"_s;
        QTest::newRow("first") << qint64(0) << qint64(3) << u"012"_s;
        QTest::newRow("middle") << qint64(4) << qint64(3) << u"456"_s;
        QTest::newRow("end") << qint64(8) << qint64(5) << u"89"_s;
        QTest::newRow("beyond") << qint64(10) << qint64(5) << u""_s;
        QTest::newRow("nothing") << qint64(3) << qint64(0) << u""_s;
    }
    void theLogIsReadInPages()
    {
        QFETCH(qint64, offset);
        QFETCH(qint64, limit);
        QFETCH(QString, expected);
        const auto history = open();
        const JobInfo info = job(1);
        QVERIFY(history->recordQueued(info).isOk());
        for (int i = 0; i < 10; i += 2)
            append(info, {verbose(QString::number(i)), verbose(QString::number(i + 1))});
        QCOMPARE(texts(*history->records(info.id, offset, limit)).join(QString()), expected);
        // Again, and after another page: where the last reading ended must not matter.
        QCOMPARE(history->records(info.id, 5, 2)->size(), 2);
        QCOMPARE(texts(*history->records(info.id, offset, limit)).join(QString()), expected);
    }

    void whatIsWrittenLaterIsFoundByTheNextPage()
    {
        const auto history = open();
        const JobInfo info = job(1);
        QCOMPARE(history->records(info.id, 0, 5)->size(), 0);
        append(info, {verbose(u"0"_s)});
        QCOMPARE(texts(*history->records(info.id, 0, 5)), QStringList{u"0"_s});
        append(info, {verbose(u"1"_s)});
        QCOMPARE(texts(*history->records(info.id, 1, 5)), QStringList{u"1"_s});
    }

    void damagedLinesAreSaidToBeSoAndCount()
    {
        const auto history = open();
        const JobInfo info = job(1);
        append(info, {verbose(u"first"_s)});
        QFile log(logPath(info));
        QVERIFY(log.open(QIODevice::Append));
        log.write("not JSON\n{\"kind\":\"Telepathy\"}\n\n\xff\xfe\n");
        log.close();
        append(info, {verbose(u"second"_s)});
        QVERIFY(log.open(QIODevice::Append));
        log.write("{\"kind\":\"Verbose\",\"mess"); // cut off by a kill
        log.close();
        const QList<Record> records = *history->records(info.id, 0, 10);
        QCOMPARE(records.size(), 6);
        QCOMPARE(texts({records.constFirst(), records.constLast()}), QStringList({u"first"_s, u"second"_s}));
        for (const Record &damaged : records.mid(1, 4))
            QVERIFY(std::get<InformationRecord>(damaged.content).message.contains(u"damaged"_s));
        // A record has one number, whoever reads it.
        QCOMPARE(texts(*history->records(info.id, 5, 10)), QStringList{u"second"_s});
        const Result<RecordPage> page = readRecordsBefore(logPath(info), -1, 1);
        QCOMPARE(page->first, 5);
        QCOMPARE(texts(page->records), QStringList{u"second"_s});
    }

    void oldRunsAreRemovedWithTheirLogs()
    {
        const auto history = open();
        JobInfo old = job(1);
        old.queued = QDateTime::currentDateTimeUtc().addDays(-31);
        JobInfo recent = job(1);
        recent.queued = QDateTime::currentDateTimeUtc().addDays(-29);
        JobInfo running = job(1);
        running.queued = QDateTime::currentDateTimeUtc().addDays(-90);
        for (const JobInfo &info : {old, recent, running}) {
            QVERIFY(history->recordQueued(info).isOk());
            append(info, {verbose(u"x"_s)});
        }
        QVERIFY(history->recordFinished(finished(old)).isOk());
        QVERIFY(history->recordFinished(finished(recent)).isOk());
        QCOMPARE(*history->removeOlderThan(30), 1);
        QCOMPARE(history->jobs()->size(), 2);
        QVERIFY(!QFile::exists(logPath(old)));
        QVERIFY(QFile::exists(logPath(recent)));
        QVERIFY(QFile::exists(logPath(running)));
        QCOMPARE(*history->removeOlderThan(30), 0);
    }

    void jobsOfAnOlderHistoryHaveNoLocation()
    {
        const QString folder = m_folder->filePath(u"h"_s);
        const JobInfo old = finished(job(1));
        {
            const auto history = *JobHistory::open(folder);
            QVERIFY(history->recordQueued(old).isOk());
            QVERIFY(history->recordFinished(old).isOk());
        }
        {
            Result<Database> database = Database::open(folder + u"/history.sqlite"_s, OpenMode::ReadWrite);
            QVERIFY(database.isOk());
            QVERIFY(database->execute(u"ALTER TABLE runs DROP COLUMN deployment_location"_s).isOk());
            QVERIFY(database->execute(u"ALTER TABLE runs DROP COLUMN server_report_path"_s).isOk());
            QVERIFY(database->setSchemaVersion(1).isOk());
        }
        const auto history = *JobHistory::open(folder);
        const QList<JobInfo> jobs = *history->jobs();
        QCOMPARE(jobs.size(), 1);
        QCOMPARE(jobs.first().id, old.id);
        QCOMPARE(jobs.first().deploymentLocation, QString());
        QCOMPARE(jobs.first().serverReportPath, QString());
        const JobInfo current = job(2);
        QVERIFY(history->recordQueued(current).isOk());
        QCOMPARE(history->jobs()->size(), 2);
        QCOMPARE(history->jobs()->first().deploymentLocation, current.deploymentLocation);
    }

    void aFolderThatCannotBeUsedIsAnError_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("a file in its place") << u"file"_s;
        QTest::newRow("no database") << u"garbage"_s;
        QTest::newRow("a newer version") << u"newer"_s;
    }
    void aFolderThatCannotBeUsedIsAnError()
    {
        QFETCH(QString, damage);
        const QString folder = m_folder->filePath(u"h"_s);
        if (damage == u"file") {
            QFile file(folder);
            QVERIFY(file.open(QIODevice::WriteOnly));
        } else {
            QVERIFY(JobHistory::open(folder).isOk());
            if (damage == u"newer") {
                const Result<Database> database = Database::open(folder + u"/history.sqlite"_s, OpenMode::ReadWrite);
                QVERIFY(database.isOk() && database->setSchemaVersion(99).isOk());
            } else {
                QFile file(folder + u"/history.sqlite"_s);
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(QByteArray(8192, 'x'));
            }
        }
        const Result<std::unique_ptr<JobHistory>> history = JobHistory::open(folder);
        QVERIFY(!history);
        QVERIFY2(history.error().message.contains(folder), qPrintable(history.error().message));
    }

private:
    QString m_leftLock;
};

QTEST_GUILESS_MAIN(TestJobHistory)
#include "tst_job_history.moc"
