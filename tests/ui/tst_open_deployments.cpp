// Several deployments open at once, in the main window and by keyboard: the menu, the banner, and how one is closed.
#include "backend/known_servers.h"
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/command_form/pool_situations.h"
#include "ui/deployments/deployment_banner.h"
#include "ui/deployments/deployment_controller.h"
#include "ui/deployments/open_menu.h"
#include "ui/main_window.h"
#include "ui/pools/pools_page.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

Object poolObject(const QString &fqdn, const QString &backupPool)
{
    Object pool;
    pool.set(u"Fqdn"_s, fqdn);
    pool.set(u"Services"_s, QVariantList{QString(u"UserServer:"_s + fqdn), QString(u"Registrar:"_s + fqdn)});
    pool.set(u"BackupPoolFqdn"_s, backupPool);
    return pool;
}

// Servers of one deployment, with its pair of pools.
std::unique_ptr<FakeServerSession> makeServer(const QString &host)
{
    auto session = std::make_unique<FakeServerSession>(*ConnectionSettings::fromAddress(host));
    session->onStart = [](FakePipeline &pipeline) {
        if (pipeline.command.cmdlet() == "Get-CsPool"_L1) {
            pipeline.write(OutputRecord{poolObject(u"pool01.contoso.com"_s, u"pool02.contoso.com"_s)});
            pipeline.write(OutputRecord{poolObject(u"pool02.contoso.com"_s, u"pool01.contoso.com"_s)});
        }
        if (pipeline.command.cmdlet() != "Backup-CsPool"_L1)
            pipeline.end(Outcome::Succeeded);
    };
    return session;
}

// The window with two servers open; the second one is on the screen.
struct TwoServers
{
    UiWorld world;
    MainWindow window{&world.workspace()};
    QPointer<FakeServerSession> first;
    QPointer<FakeServerSession> second;

    TwoServers()
    {
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("The window is not active");
        first = add(u"pool01.contoso.com"_s);
        second = add(u"pool02.contoso.com"_s);
    }
    Workspace &workspace() { return world.workspace(); }
    FakeServerSession *add(const QString &host)
    {
        KnownServers(&world.settings()).remember({*ConnectionSettings::fromAddress(host)}); // as the dialog does
        auto made = makeServer(host);
        FakeServerSession *session = made.get();
        workspace().setSession(std::move(made));
        if (!waitUntil([this] { return !workspace().monitor()->isReading(); }))
            qFatal("It is not read");
        return session;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) { QTest::keyClick(&window, key, modifiers); }
    QString onScreen() { return workspace().session() ? workspace().session()->deployment().name : QString(); }
    QStringList entries() const
    {
        QStringList texts;
        const auto *menu = window.findChild<OpenMenu *>();
        const QList<QAction *> actions = menu->actions();
        for (const QAction *action : actions) {
            if (action->isCheckable())
                texts.append((action->isChecked() ? u"*"_s : QString()) + QString(action->text()).remove(u'&'));
        }
        return texts;
    }
    QToolButton *others() const { return window.findChild<QToolButton *>(u"otherDeployments"_s); }
    QMessageBox *question() const { return window.findChild<QMessageBox *>(u"leaveQuestion"_s); }
    void answer(const QString &verb)
    {
        const QList<QAbstractButton *> buttons = question()->buttons();
        for (QAbstractButton *button : buttons) {
            if (QString(button->text()).remove(u'&') == verb)
                return button->click();
        }
        qFatal("There is no such button");
    }
    QUuid backUp(FakeServerSession *session)
    {
        const QUuid job = workspace().submit(Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, onScreen()));
        if (!waitUntil([session] { return session->runningOf(u"Backup-CsPool").size() == 1; }))
            qFatal("The job does not run");
        return job;
    }
};

} // namespace

class TestOpenDeployments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMenuListsThemWithKindAndConnection();
    void keysChangeBetweenThem();
    void theBannerSaysThatOthersAreOpen();
    void aLostConnectionIsSaidAtItsEntryAndConcernsNoOther();
    void switchingBackShowsAtOnceWhatWasRead();
    void theSelectedPoolIsSelectedAgainOnReturn();
    void aJobOfThePoolThroughTheOtherServerIsWarnedOf();
    void disconnectEndsTheSession();
    void disconnectAsksWhileJobsHaveNotEnded();
    void jobsThatGoOnKeepTheSession();
    void cancelledJobsEndTheSession();
    void closingTheLastOneLeavesNoDeployment();
    void theBackupPoolsOfBothAreRemembered();
    void theSurvivorOfAPairIsSuggestedAndNotConnectedByItself();
    void aSurvivorThatIsOpenIsShown();
    void whoIsRefusedIsNotSentToTheBackupPool();
};

void TestOpenDeployments::theMenuListsThemWithKindAndConnection()
{
    TwoServers two;
    two.world.open();
    QCOMPARE(two.entries().size(), 3);
    QCOMPARE(two.entries().first(), u"1  Server pool01.contoso.com – connected"_s);
    QVERIFY(two.entries().last().startsWith(QString(u"*3  Lab "_s + two.onScreen() + u" – "_s)));
}

void TestOpenDeployments::keysChangeBetweenThem()
{
    TwoServers two;
    QCOMPARE(two.onScreen(), u"pool02.contoso.com"_s);
    two.press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(two.onScreen(), u"pool01.contoso.com"_s);
    QVERIFY(two.window.windowTitle().contains(u"pool01.contoso.com"_s));
    two.press(Qt::Key_F6, Qt::ControlModifier);
    QCOMPARE(two.onScreen(), u"pool02.contoso.com"_s);
    two.press(Qt::Key_F6, Qt::ControlModifier);
    QCOMPARE(two.onScreen(), u"pool01.contoso.com"_s);
    two.press(Qt::Key_F6, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(two.onScreen(), u"pool02.contoso.com"_s);
    QCOMPARE(two.entries().last(), u"*2  Server pool02.contoso.com – connected (shown)"_s);
}

void TestOpenDeployments::theBannerSaysThatOthersAreOpen()
{
    TwoServers two;
    QVERIFY(two.others()->isVisible());
    QVERIFY(two.others()->text().startsWith(u"1 "_s));
    QVERIFY(two.others()->toolTip().contains(u"pool01.contoso.com"_s));
    two.press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!two.others()->isVisible());
}

void TestOpenDeployments::aLostConnectionIsSaidAtItsEntryAndConcernsNoOther()
{
    TwoServers two;
    two.first->setConnection(ConnectionState::Kind::Lost,
                             {ErrorCategory::ResourceUnavailable, u"ConnectionNotRecovered"_s, u"It is gone."_s});
    QCOMPARE(two.entries(),
             (QStringList{u"1  Server pool01.contoso.com – connection lost"_s,
                          u"*2  Server pool02.contoso.com – connected (shown)"_s}));
    QVERIFY(two.others()->text().endsWith(u"a connection is lost"_s));
    QVERIFY(two.workspace().monitor()->pools().isKnown());
    auto *text = two.window.findChild<QLabel *>(u"connectionText"_s);
    QVERIFY(!text->isVisible());
    two.press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(text->isVisible());
    QVERIFY(text->text().contains(u"It is gone."_s));
    QVERIFY(!two.workspace().monitor()->pools().isKnown());
}

void TestOpenDeployments::switchingBackShowsAtOnceWhatWasRead()
{
    TwoServers two;
    two.first->onStart = {}; // from here on it answers nothing
    two.press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(two.workspace().monitor()->pools().isKnown());
    QVERIFY(two.workspace().monitor()->pools().isBeingRead);
    QVERIFY(two.workspace().monitor()->pool(u"pool01.contoso.com"_s).has_value());
}

void TestOpenDeployments::theSelectedPoolIsSelectedAgainOnReturn()
{
    TwoServers two;
    two.window.showPool(u"pool02.contoso.com"_s);
    two.press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(two.window.poolsPage()->selectedPools(), QStringList{u"pool01.contoso.com"_s});
    two.press(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(two.window.poolsPage()->selectedPools(), QStringList{u"pool02.contoso.com"_s});
}

// Its job waits for that one: both are about the same genuine pools.
void TestOpenDeployments::aJobOfThePoolThroughTheOtherServerIsWarnedOf()
{
    TwoServers two;
    for (FakeServerSession *session : {two.first.data(), two.second.data()}) {
        session->partners.insert(u"pool01.contoso.com"_s, u"pool02.contoso.com"_s);
        session->partners.insert(u"pool02.contoso.com"_s, u"pool01.contoso.com"_s);
    }
    two.backUp(two.second); // of pool02
    two.press(Qt::Key_1, Qt::AltModifier);
    const CmdletInfo *cmdlet = findCmdlet(u"Backup-CsPool");
    const QList<PoolSituation> situations = situationsOf({u"pool01.contoso.com"_s}, *cmdlet, two.workspace());
    QVERIFY(situations.first().jobUnderWay.contains(u"pool02.contoso.com"_s));
    const QUuid waiting
        = two.workspace().submit(Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, u"pool01.contoso.com"_s));
    QCoreApplication::processEvents();
    QVERIFY(two.workspace().jobs().job(waiting)->state == JobState::Queued);
    QVERIFY(!two.workspace().jobs().waitsFor(waiting).isNull());
    two.workspace().jobs().cancelAll();
}

void TestOpenDeployments::disconnectEndsTheSession()
{
    TwoServers two;
    two.press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(!two.second);
    QVERIFY(two.first);
    QCOMPARE(two.onScreen(), u"pool01.contoso.com"_s);
    QVERIFY(!two.question());
}

void TestOpenDeployments::disconnectAsksWhileJobsHaveNotEnded()
{
    TwoServers two;
    two.press(Qt::Key_1, Qt::AltModifier);
    const QUuid job = two.backUp(two.first);
    two.press(Qt::Key_2, Qt::AltModifier);
    two.press(Qt::Key_W, Qt::ControlModifier); // its own jobs count, those of others do not
    QTRY_VERIFY(!two.second);
    QCOMPARE(two.onScreen(), u"pool01.contoso.com"_s);
    two.press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(two.question());
    QVERIFY(two.question()->informativeText().contains(u"pool01.contoso.com"_s));
    QCOMPARE(QString(two.question()->defaultButton()->text()).remove(u'&'), u"Stay connected"_s);
    QTest::keyClick(two.question(), Qt::Key_Escape);
    QTRY_VERIFY(!two.question());
    QCOMPARE(two.onScreen(), u"pool01.contoso.com"_s);
    QVERIFY(two.workspace().jobs().job(job)->state == JobState::Running);
    QVERIFY(two.first);
}

void TestOpenDeployments::jobsThatGoOnKeepTheSession()
{
    TwoServers two;
    const QUuid job = two.backUp(two.second);
    two.press(Qt::Key_W, Qt::ControlModifier);
    two.answer(u"Disconnect, let the jobs go on"_s);
    QCOMPARE(two.entries(), QStringList{u"*1  Server pool01.contoso.com – connected (shown)"_s});
    QVERIFY(two.second);
    QVERIFY(two.workspace().jobs().job(job)->state == JobState::Running);
    two.second->runningOf(u"Backup-CsPool").first()->end(Outcome::Succeeded);
    QTRY_VERIFY(!two.second);
}

void TestOpenDeployments::cancelledJobsEndTheSession()
{
    TwoServers two;
    const QUuid job = two.backUp(two.second);
    two.press(Qt::Key_W, Qt::ControlModifier);
    two.answer(u"Cancel jobs and disconnect"_s);
    QTRY_VERIFY(!two.second);
    QVERIFY(two.workspace().jobs().job(job)->outcome == Outcome::Cancelled);
    QCOMPARE(two.workspace().openDeployments().size(), 1);
}

void TestOpenDeployments::closingTheLastOneLeavesNoDeployment()
{
    TwoServers two;
    two.press(Qt::Key_W, Qt::ControlModifier);
    two.press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!two.workspace().session());
    QVERIFY(two.entries().isEmpty());
    QVERIFY(!two.window.windowTitle().contains(u"contoso"_s));
    QVERIFY(two.window.findChild<QWidget *>(u"noDeploymentPage"_s)->isVisible());
    QVERIFY(!two.window.deployments()->closeAction()->isEnabled());
    two.press(Qt::Key_W, Qt::ControlModifier); // and nothing more happens
    two.world.open();
    QVERIFY(!two.window.findChild<QWidget *>(u"noDeploymentPage"_s)->isVisible());
}

void TestOpenDeployments::theBackupPoolsOfBothAreRemembered()
{
    TwoServers two;
    const QList<KnownServer> servers = KnownServers(&two.world.settings()).servers();
    QCOMPARE(servers.size(), 2);
    QCOMPARE(servers.first().settings.url.host(), u"pool02.contoso.com"_s);
    QCOMPARE(servers.first().backupPool, u"pool01.contoso.com"_s);
    QCOMPARE(servers.last().backupPool, u"pool02.contoso.com"_s);
}

namespace {

const Error NotRecovered{ErrorCategory::ResourceUnavailable, u"ConnectionNotRecovered"_s, u"It is gone."_s};

} // namespace

void TestOpenDeployments::theSurvivorOfAPairIsSuggestedAndNotConnectedByItself()
{
    TwoServers two;
    two.press(Qt::Key_1, Qt::AltModifier);
    two.press(Qt::Key_W, Qt::ControlModifier); // from here on only the second one is open
    auto *button = two.window.findChild<QToolButton *>(u"connectToBackup"_s, Qt::FindChildrenRecursively);
    QVERIFY(!button->isVisible());
    two.second->setConnection(ConnectionState::Kind::Interrupted, NotRecovered);
    QVERIFY(!button->isVisible()); // it may come back
    two.second->setConnection(ConnectionState::Kind::Lost, NotRecovered);
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), u"Connect to pool01.contoso.com"_s);
    QVERIFY(two.world.servers().attempts.isEmpty());
    button->click();
    QTRY_COMPARE(two.world.servers().attempts.size(), 1);
    QCOMPARE(two.world.servers().attempts.first().settings.url.host(), u"pool01.contoso.com"_s);
    QCOMPARE(two.world.servers().attempts.first().settings.user, QString());
    two.world.servers().answer(makeServer(u"pool01.contoso.com"_s));
    QTRY_COMPARE(two.onScreen(), u"pool01.contoso.com"_s);
    QCOMPARE(two.workspace().openDeployments().size(), 2); // the lost one stays until it is closed
}

void TestOpenDeployments::aSurvivorThatIsOpenIsShown()
{
    TwoServers two;
    auto *button = two.window.findChild<QToolButton *>(u"connectToBackup"_s);
    two.second->setConnection(ConnectionState::Kind::Lost, NotRecovered);
    QCOMPARE(button->text(), u"Show pool01.contoso.com"_s);
    button->click();
    QCOMPARE(two.onScreen(), u"pool01.contoso.com"_s);
    QVERIFY(two.world.servers().attempts.isEmpty());
    QVERIFY(!button->isVisible());
}

void TestOpenDeployments::whoIsRefusedIsNotSentToTheBackupPool()
{
    TwoServers two;
    two.second->setConnection(ConnectionState::Kind::Lost,
                              {ErrorCategory::PermissionDenied, u"AccountLocked"_s, u"The account is locked."_s});
    QVERIFY(!two.window.findChild<QToolButton *>(u"connectToBackup"_s)->isVisible());
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestOpenDeployments)
#include "tst_open_deployments.moc"
