// JobCommands: what is asked before jobs of the history are run again, and before several are cancelled.
#include "model/job_model.h"
#include "tests/support/fake_session.h"
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/command_form/confirm_dialog.h"
#include "ui/jobs/job_commands.h"
#include "ui/jobs/job_feed.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

class TestJobCommands : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<QWidget> m_page;
    JobCommands *m_commands = nullptr;

    QAction *action(const QString &name) const { return m_commands->findChild<QAction *>(name); }
    ConfirmDialog *question() const { return m_page->findChild<ConfirmDialog *>(); }
    template <typename Widget> Widget *find(const QString &name) const { return question()->findChild<Widget *>(name); }
    JobInfo ended(const QString &commandLine) const;
    void show(const JobInfo &job);
    void retry(const QString &commandLine);
    QUuid start(const std::shared_ptr<FakeSession> &session, const QString &pool);

private Q_SLOTS:
    void init();
    void cleanup();
    void aLossIsTickedBeforeARetry();
    void aRetryWithoutALossIsConfirmedAtOnce();
    void nobodyIsAskedTwiceAboutARetry();
    void whatOnlyReadsIsRetriedAfterAQuestion();
    void thePreviewOfTheHistoryOpensTheForm();
    void whatRanInACopyOfTheDeploymentIsNotRepeatedHere();
    void theNameOfADeploymentIsNotFormatted();
    void theQuestionGoesWithItsDeployment();
    void oneRunningJobIsCancelledAtOnce();
    void severalRunningJobsAreCancelledAfterAQuestion();
};

void TestJobCommands::init()
{
    m_world = std::make_unique<UiWorld>();
    m_world->open();
    m_page = std::make_unique<QWidget>();
    m_page->show();
    m_commands = new JobCommands(&m_world->workspace(), m_page.get());
    QTRY_VERIFY(m_world->workspace().jobFeed().isHistoryRead());
}

void TestJobCommands::cleanup()
{
    m_page.reset();
    m_world.reset();
}

JobInfo TestJobCommands::ended(const QString &commandLine) const
{
    const DeploymentInfo deployment = m_world->workspace().session()->deployment();
    const Command command = *parseCommand(commandLine);
    JobInfo job;
    job.id = QUuid::createUuid();
    job.deploymentId = deployment.id;
    job.deploymentName = deployment.name;
    job.deploymentLocation = deployment.location;
    job.cmdlet = command.cmdlet();
    job.commandLine = commandLine;
    job.pool = command.string(u"PoolFqdn");
    job.queued = job.started = job.ended = QDateTime::currentDateTimeUtc().addSecs(-60);
    job.state = JobState::Finished;
    return job;
}

void TestJobCommands::show(const JobInfo &job)
{
    m_world->workspace().jobModel()->setJob(job);
    m_commands->setJobs(job.id, {job.id});
}

void TestJobCommands::retry(const QString &commandLine)
{
    show(ended(commandLine));
    action(u"retryJob"_s)->trigger();
    QTRY_VERIFY(question() && question()->isVisible());
}

QUuid TestJobCommands::start(const std::shared_ptr<FakeSession> &session, const QString &pool)
{
    const QUuid job = m_world->jobs().submit(session, Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, pool));
    const bool isRunning = waitUntil([&] {
        const int row = m_world->workspace().jobModel()->rowOf(job);
        return row >= 0 && m_world->workspace().jobModel()->job(row).state == JobState::Running;
    });
    if (!isRunning)
        qFatal("The job did not start");
    return job;
}

// Found by a review: the box of the retry said nothing of what is lost.
void TestJobCommands::aLossIsTickedBeforeARetry()
{
    retry(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);
    QVERIFY(find<QWidget>(u"confirmLoss"_s));
    QVERIFY(find<QLabel>(u"deployment"_s));
    QVERIFY(!find<QPushButton>(u"confirmAccept"_s)->isEnabled());
    find<QCheckBox>(u"confirmUnderstood"_s)->click();
    QVERIFY(find<QPushButton>(u"confirmAccept"_s)->isEnabled());
    question()->reject();
    QVERIFY(m_world->jobs().unfinishedJobs().isEmpty());
    // Again: the first question has gone.
    QTRY_VERIFY(!question());
    action(u"retryJob"_s)->trigger();
    QTRY_VERIFY(question());
}

void TestJobCommands::aRetryWithoutALossIsConfirmedAtOnce()
{
    retry(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com"_s);
    QVERIFY(!find<QCheckBox>(u"confirmUnderstood"_s));
    QVERIFY(find<QPushButton>(u"confirmAccept"_s)->isEnabled());
    QVERIFY(find<QPushButton>(u"confirmCancel"_s)->isDefault());
}

// Found by a review: what cspool has recorded has no -Confirm:$false, so the job asked again.
void TestJobCommands::nobodyIsAskedTwiceAboutARetry()
{
    QSignalSpy submitted(m_commands, &JobCommands::jobSubmitted);
    const QString path = m_world->filePath(u"report.html"_s);
    retry(u"Backup-CsPool -PoolFqdn a.example.com -Report '%1'"_s.arg(path));
    QVERIFY(find<QPlainTextEdit>(u"confirmCommands"_s)->toPlainText().contains(u"-Confirm:$false"_s));
    find<QPushButton>(u"confirmAccept"_s)->click();
    QCOMPARE(submitted.size(), 1);
    const QUuid job = submitted.first().first().toUuid();
    const QString commandLine = m_world->jobs().job(job)->commandLine;
    QVERIFY2(commandLine.contains(u"-Confirm:$false"_s) && commandLine.contains(path), qPrintable(commandLine));
    QTRY_VERIFY_WITH_TIMEOUT(m_world->jobs().unfinishedJobs().isEmpty(), 30000);
    QCOMPARE(toString(m_world->jobs().job(job)->outcome), toString(Outcome::Succeeded));
}

void TestJobCommands::whatOnlyReadsIsRetriedAfterAQuestion()
{
    QSignalSpy submitted(m_commands, &JobCommands::jobSubmitted);
    retry(u"Get-CsPoolBackupRelationship -PoolFqdn a.example.com"_s);
    QVERIFY(!find<QPlainTextEdit>(u"confirmCommands"_s)->toPlainText().contains(u"-Confirm"_s));
    find<QPushButton>(u"confirmAccept"_s)->click();
    QCOMPARE(submitted.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->jobs().unfinishedJobs().isEmpty(), 30000);
}

// Found by a review: a preview became a job.
void TestJobCommands::thePreviewOfTheHistoryOpensTheForm()
{
    QList<Command> requested;
    connect(m_commands, &JobCommands::commandRequested, this,
            [&requested](const Command &command, const QStringList &) { requested.append(command); });
    show(ended(u"Backup-CsPool -PoolFqdn a.example.com -WhatIf"_s));
    action(u"retryJob"_s)->trigger();
    QCOMPARE(requested.size(), 1);
    QVERIFY(requested.first().isSwitchOn(u"WhatIf"));
    QVERIFY(!question());
    QVERIFY(m_world->jobs().unfinishedJobs().isEmpty());
}

// A copied folder has the id of the original.
void TestJobCommands::whatRanInACopyOfTheDeploymentIsNotRepeatedHere()
{
    JobInfo job = ended(u"Backup-CsPool -PoolFqdn a.example.com"_s);
    show(job);
    QVERIFY(action(u"retryJob"_s)->isEnabled());
    job.deploymentLocation += u"-copy"_s;
    show(job);
    QVERIFY(!action(u"retryJob"_s)->isEnabled());
    QVERIFY(!action(u"runAgain"_s)->isEnabled());
    job.deploymentLocation.clear(); // of a history that did not record it yet
    show(job);
    QVERIFY(action(u"retryJob"_s)->isEnabled());
}

void TestJobCommands::theNameOfADeploymentIsNotFormatted()
{
    JobInfo job = ended(u"Backup-CsPool -PoolFqdn a.example.com"_s);
    job.deploymentId = QUuid::createUuid();
    job.deploymentName = u"<b>lab</b>"_s;
    show(job);
    const QString toolTip = action(u"runAgain"_s)->toolTip();
    QVERIFY2(toolTip.contains(u"&lt;b&gt;lab&lt;/b&gt;"_s) && !toolTip.contains(u"<b>"_s), qPrintable(toolTip));
}

void TestJobCommands::theQuestionGoesWithItsDeployment()
{
    retry(u"Backup-CsPool -PoolFqdn a.example.com"_s);
    m_world->workspace().setSession(std::make_unique<FakeSession>());
    QVERIFY(!question());
    QVERIFY(m_world->jobs().unfinishedJobs().isEmpty());
}

void TestJobCommands::oneRunningJobIsCancelledAtOnce()
{
    const auto session = std::make_shared<FakeSession>();
    const QUuid running = start(session, u"a.x.com"_s);
    const QUuid queued = m_world->jobs().submit(session, Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, u"b.x.com"_s));
    m_commands->setJobs(running, {running, queued});
    action(u"cancelJob"_s)->trigger();
    QVERIFY(!m_page->findChild<QMessageBox *>());
    QTRY_VERIFY(m_world->jobs().unfinishedJobs().isEmpty());
    QCOMPARE(session->started.size(), 1);
}

// Found by a review: Ctrl+A and Delete ended everything.
void TestJobCommands::severalRunningJobsAreCancelledAfterAQuestion()
{
    const auto session = std::make_shared<FakeSession>();
    const QUuid first = start(session, u"a.x.com"_s);
    const QUuid second = start(session, u"c.x.com"_s);
    m_commands->setJobs(first, {first, second});
    action(u"cancelJob"_s)->trigger();
    auto *box = m_page->findChild<QMessageBox *>(u"cancelQuestion"_s);
    QVERIFY(box);
    QVERIFY(box->text().contains(u'2'));
    QVERIFY(box->informativeText().contains(u"c.x.com"_s));
    QTest::keyClick(box, Qt::Key_Return); // the safe one
    QTRY_VERIFY(!m_page->findChild<QMessageBox *>());
    QCOMPARE(m_world->jobs().unfinishedJobs().size(), 2);
    action(u"cancelJob"_s)->trigger();
    box = m_page->findChild<QMessageBox *>(u"cancelQuestion"_s);
    QVERIFY(box);
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(m_world->jobs().unfinishedJobs().isEmpty());
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestJobCommands)
#include "tst_job_commands.moc"
