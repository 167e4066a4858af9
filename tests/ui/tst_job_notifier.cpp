// JobNotifier: what the desktop is told while nobody looks at the window.
#include "tests/support/fake_session.h"
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/jobs/job_notifier.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

namespace cspool::test {

using namespace Qt::StringLiterals;

class TestJobNotifier : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiWorld> m_world;
    std::shared_ptr<FakeSession> m_session;
    std::unique_ptr<JobNotifier> m_notifier;

    FakePipeline *start(QUuid *job = nullptr)
    {
        const qsizetype before = m_session->pipelines.size();
        const QUuid id
            = m_world->jobs().submit(m_session, Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, u"a.x.com"_s));
        if (job)
            *job = id;
        if (!waitUntil([&] { return m_session->pipelines.size() > before; }))
            qFatal("The job did not start");
        return m_session->pipelines.last();
    }
    QList<Notification> &told() { return m_world->desktop.notifications; }

private Q_SLOTS:
    void init();
    void cleanup();
    void anEndIsTold_data();
    void anEndIsTold();
    void whyItFailedIsTold();
    void aQuestionIsTold();
    void nothingIsToldWhileTheWindowIsActive();
    void nothingIsToldWhenNotWanted();
    void aClickLeadsToTheJob();
};

void TestJobNotifier::init()
{
    m_world = std::make_unique<UiWorld>();
    m_session = std::make_shared<FakeSession>();
    m_notifier = std::make_unique<JobNotifier>(&m_world->workspace());
}

void TestJobNotifier::cleanup()
{
    m_notifier.reset();
    m_world.reset();
    m_session.reset();
}

void TestJobNotifier::anEndIsTold_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("isProblem");
    QTest::newRow("succeeded") << int(Outcome::Succeeded) << u"Succeeded:"_s << false;
    QTest::newRow("warnings") << int(Outcome::SucceededWithWarnings) << u"Succeeded with warnings:"_s << false;
    QTest::newRow("failed") << int(Outcome::Failed) << u"Failed:"_s << true;
    QTest::newRow("cancelled") << int(Outcome::Cancelled) << u"Cancelled:"_s << false;
}

void TestJobNotifier::anEndIsTold()
{
    QFETCH(int, outcome);
    QFETCH(QString, word);
    QFETCH(bool, isProblem);
    QUuid job;
    start(&job)->end(Outcome(outcome));
    QTRY_COMPARE(told().size(), 1);
    QVERIFY(told().first().title.startsWith(word));
    QVERIFY(told().first().title.contains(u"a.x.com"_s));
    QCOMPARE(told().first().isProblem, isProblem);
    QCOMPARE(told().first().key, job.toString());
}

void TestJobNotifier::whyItFailedIsTold()
{
    start()->fail({ErrorCategory::WriteError, u"Full"_s, u"The disk is full."_s});
    QTRY_COMPARE(told().size(), 1);
    QCOMPARE(told().first().text, u"The disk is full."_s);
}

void TestJobNotifier::aQuestionIsTold()
{
    PromptRequest prompt;
    prompt.id = 1;
    start()->write(prompt);
    QTRY_COMPARE(told().size(), 1);
    QVERIFY(told().first().isProblem);
}

void TestJobNotifier::nothingIsToldWhileTheWindowIsActive()
{
    QWidget window;
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    start()->end(Outcome::Failed);
    QTRY_VERIFY(m_world->jobs().unfinishedJobs().isEmpty());
    QCOMPARE(told().size(), 0);
    window.hide();
    QTRY_VERIFY(!QApplication::activeWindow());
    start()->end(Outcome::Failed);
    QTRY_COMPARE(told().size(), 1);
}

void TestJobNotifier::nothingIsToldWhenNotWanted()
{
    m_world->settings().setValue(Settings::NotifyWhenJobEnds, false);
    start()->end(Outcome::Failed);
    QTRY_VERIFY(m_world->jobs().unfinishedJobs().isEmpty());
    QCOMPARE(told().size(), 0);
}

void TestJobNotifier::aClickLeadsToTheJob()
{
    QSignalSpy activated(m_notifier.get(), &JobNotifier::jobActivated);
    const QUuid job = QUuid::createUuid();
    Q_EMIT m_world->desktop.notificationActivated(job.toString());
    Q_EMIT m_world->desktop.notificationActivated(u"update"_s);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().toUuid(), job);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestJobNotifier)
#include "tst_job_notifier.moc"
