// CloseQuestion: nothing happens to jobs that the user did not ask for.
#include "tests/support/fake_session.h"
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/jobs/close_question.h"

#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSystemTrayIcon>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

class TestCloseQuestion : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiWorld> m_world;
    std::shared_ptr<FakeSession> m_session;
    QPointer<CloseQuestion> m_dialog;
    std::unique_ptr<QSignalSpy> m_keep;
    std::unique_ptr<QSignalSpy> m_cancel;
    std::unique_ptr<QSignalSpy> m_stay;

    JobRunner &jobs() { return m_world->jobs(); }
    QUuid start(const QString &cmdlet, const QString &pool)
    {
        const QUuid job = jobs().submit(m_session, Command(cmdlet).set(u"PoolFqdn"_s, pool));
        if (!waitUntil([&] { return jobs().job(job)->state == JobState::Running; }))
            qFatal("The job did not start");
        return job;
    }
    void ask()
    {
        m_dialog = new CloseQuestion(&m_world->workspace());
        m_keep = std::make_unique<QSignalSpy>(m_dialog, &CloseQuestion::keepRunning);
        m_cancel = std::make_unique<QSignalSpy>(m_dialog, &CloseQuestion::cancelAndClose);
        m_stay = std::make_unique<QSignalSpy>(m_dialog, &CloseQuestion::stay);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }
    void click(const QString &name) { QTest::mouseClick(m_dialog->findChild<QPushButton *>(name), Qt::LeftButton); }
    QString decided() const
    {
        return u"%1 %2 %3"_s.arg(QString::number(m_keep->count()), QString::number(m_cancel->count()),
                                 QString::number(m_stay->count()));
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void enterAndEscapeStay_data();
    void enterAndEscapeStay();
    void keepRunningLeavesTheJobsAlone();
    void cancelAndCloseWaitsForTheEndOfEveryJob();
    void aJobThatHangsDoesNotKeepTheWindowForEver();
    void stayingWhileJobsAreCancelled();
    void theJobsAreListedAsTheyAre();
    void theTrayIsPromisedOnlyWhereThereIsOne();
    void aFailoverIsSaidToGoOn();
    void jobsThatEndMeanwhileLeaveOnlyClosing();
};

void TestCloseQuestion::init()
{
    m_world = std::make_unique<UiWorld>();
    m_session = std::make_shared<FakeSession>();
}

void TestCloseQuestion::cleanup()
{
    delete m_dialog;
    for (FakePipeline *pipeline : std::as_const(m_session->running))
        pipeline->end(Outcome::Cancelled);
    m_world.reset();
    m_session.reset();
}

void TestCloseQuestion::enterAndEscapeStay_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Enter") << int(Qt::Key_Return);
    QTest::newRow("Esc") << int(Qt::Key_Escape);
}

void TestCloseQuestion::enterAndEscapeStay()
{
    QFETCH(int, key);
    const QUuid job = start(u"Backup-CsPool"_s, u"a.x.com"_s);
    ask();
    QTest::keyClick(m_dialog, Qt::Key(key));
    QCOMPARE(decided(), u"0 0 1"_s);
    QCOMPARE(toString(jobs().job(job)->state), toString(JobState::Running));
    QTRY_VERIFY(!m_dialog);
}

void TestCloseQuestion::keepRunningLeavesTheJobsAlone()
{
    const QUuid job = start(u"Backup-CsPool"_s, u"a.x.com"_s);
    ask();
    click(u"keepRunning"_s);
    QCOMPARE(decided(), u"1 0 0"_s);
    QCOMPARE(toString(jobs().job(job)->state), toString(JobState::Running));
}

void TestCloseQuestion::cancelAndCloseWaitsForTheEndOfEveryJob()
{
    const QUuid job = start(u"Backup-CsPool"_s, u"a.x.com"_s);
    const QUuid queued = jobs().submit(m_session, Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, u"b.x.com"_s));
    m_session->pipelines.first()->endsWhenCancelled = false;
    ask();
    click(u"cancelAndClose"_s);
    QCOMPARE(decided(), u"0 0 0"_s);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!m_dialog->findChild<QPushButton *>(u"cancelAndClose"_s)->isEnabled());
    QVERIFY(m_dialog->findChild<QLabel *>(u"closeText"_s)->text().contains(u"1"_s));
    QCOMPARE(toString(jobs().job(queued)->state), toString(JobState::Finished));
    QCOMPARE(toString(jobs().job(job)->state), toString(JobState::Cancelling));
    m_session->pipelines.first()->end(Outcome::Cancelled);
    QTRY_COMPARE(decided(), u"0 1 0"_s);
    QVERIFY(jobs().unfinishedJobs().isEmpty());
}

void TestCloseQuestion::aJobThatHangsDoesNotKeepTheWindowForEver()
{
    start(u"Backup-CsPool"_s, u"a.x.com"_s);
    m_session->pipelines.first()->endsWhenCancelled = false;
    ask();
    m_dialog->setPatience(std::chrono::milliseconds(1));
    const auto *button = m_dialog->findChild<QPushButton *>(u"cancelAndClose"_s);
    click(u"cancelAndClose"_s);
    QTRY_VERIFY(button->isEnabled());
    QVERIFY(button->text().contains(u"without waiting"_s));
    QVERIFY(m_dialog->findChild<QLabel *>(u"closeNote"_s)->text().contains(u"interrupted"_s));
    QCOMPARE(decided(), u"0 0 0"_s);
    click(u"cancelAndClose"_s);
    QCOMPARE(decided(), u"0 1 0"_s);
}

void TestCloseQuestion::stayingWhileJobsAreCancelled()
{
    start(u"Backup-CsPool"_s, u"a.x.com"_s);
    m_session->pipelines.first()->endsWhenCancelled = false;
    ask();
    click(u"cancelAndClose"_s);
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QCOMPARE(decided(), u"0 0 1"_s);
    m_session->pipelines.first()->end(Outcome::Cancelled);
    QTRY_VERIFY(jobs().unfinishedJobs().isEmpty());
    QCOMPARE(decided(), u"0 0 1"_s);
}

void TestCloseQuestion::theJobsAreListedAsTheyAre()
{
    start(u"Backup-CsPool"_s, u"a.x.com"_s);
    jobs().submit(m_session, Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, u"b.x.com"_s));
    ask();
    auto *list = m_dialog->findChild<QListWidget *>(u"closeJobs"_s);
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(0)->text().contains(u"a.x.com"_s));
    QVERIFY(list->item(0)->text().contains(u"Running"_s));
    QVERIFY(list->item(1)->text().contains(u"Queued"_s));
    m_session->pipelines.first()->end(Outcome::Succeeded);
    QTRY_COMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(u"b.x.com"_s));
}

void TestCloseQuestion::theTrayIsPromisedOnlyWhereThereIsOne()
{
    start(u"Backup-CsPool"_s, u"a.x.com"_s);
    ask();
    const QString text = m_dialog->findChild<QLabel *>(u"closeBackground"_s)->text();
    QCOMPARE(text.contains(u"tray"_s), QSystemTrayIcon::isSystemTrayAvailable());
    QVERIFY(text.contains(u"tarting the program again"_s));
}

void TestCloseQuestion::aFailoverIsSaidToGoOn()
{
    start(u"Backup-CsPool"_s, u"c.x.com"_s);
    ask();
    const QString plain = m_dialog->findChild<QLabel *>(u"closeNote"_s)->text();
    start(u"Invoke-CsPoolFailOver"_s, u"a.x.com"_s);
    QTRY_VERIFY(m_dialog->findChild<QLabel *>(u"closeNote"_s)->text() != plain);
    QVERIFY(m_dialog->findChild<QLabel *>(u"closeNote"_s)->text().contains(u"point of no return"_s));
}

void TestCloseQuestion::jobsThatEndMeanwhileLeaveOnlyClosing()
{
    start(u"Backup-CsPool"_s, u"a.x.com"_s);
    ask();
    m_session->pipelines.first()->end(Outcome::Succeeded);
    QTRY_VERIFY(!m_dialog->findChild<QPushButton *>(u"keepRunning"_s)->isEnabled());
    QCOMPARE(decided(), u"0 0 0"_s);
    click(u"cancelAndClose"_s);
    QCOMPARE(decided(), u"0 1 0"_s);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestCloseQuestion)
#include "tst_close_question.moc"
