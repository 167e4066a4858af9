// Opening a session with genuine servers: what is asked, what is offered, and what comes of an attempt that fails.
#include "tests/remoting/remote_world.h"

#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

class TestRemoteOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectingTakesAsFewRequestsAsTheProtocolAllows()
    {
        RemoteWorld world;
        QVERIFY(world.connect());
        // The pool, and one command that says what is offered.
        QCOMPARE(world.server->requests.load(), 2);
        const std::unique_ptr<RemoteCommand> pools = world.start(u"Get-CsPool"_s);
        QVERIFY(pools->waitForEnd());
        QCOMPARE(world.server->requests.load(), 3);
        QCOMPARE(world.server->stops.load(), 0);
    }

    void whatRbacLeavesOutIsNotOffered()
    {
        PlayedDeployment deployment;
        deployment.withheldCmdlets = {u"Backup-CsPool"_s, u"Invoke-CsPoolFailOver"_s};
        RemoteWorld world(deployment);
        QVERIFY(world.connect());
        QVERIFY(!world.session->cmdletInfo(u"backup-cspool"));
        QVERIFY(!world.session->cmdletInfo(u"Invoke-CsPoolFailOver"));
        QVERIFY(world.session->cmdletInfo(u"Invoke-CsPoolFailBack"));
        QVERIFY(!world.session->cmdletInfo(u"New-Deployment"));
        const std::unique_ptr<RemoteCommand> command = world.start(u"Backup-CsPool -PoolFqdn pool-a.contoso.com"_s);
        QVERIFY(command->waitForEnd());
        QCOMPARE(command->outcome(), u"Failed"_s);
        QVERIFY(command->errorValues().value(0).category == ErrorCategory::PermissionDenied);
        QCOMPARE(world.server->requests.load(), 2);
    }

    void whatCannotBeLearntIsOffered()
    {
        PlayedDeployment deployment;
        deployment.hasGetCommand = false;
        RemoteWorld world(deployment);
        QVERIFY(world.connect());
        QVERIFY(world.session->cmdletInfo(u"Backup-CsPool"));
        QVERIFY(!world.session->cmdletInfo(u"New-Deployment"));
    }

    void anAdministratorWithoutACmdletIsToldSo()
    {
        PlayedDeployment deployment;
        for (const CmdletInfo &cmdlet : cmdletTable())
            deployment.withheldCmdlets.append(cmdlet.name);
        RemoteWorld world(deployment);
        QVERIFY(!world.connect());
        QCOMPARE(world.attemptText(), u"NoCmdletsOffered"_s);
        QTRY_COMPARE(world.server->live.load(), 0);
        QVERIFY(world.server->isClosed);
    }

    void aGeneralEndpointImportsTheModuleFirst_data()
    {
        QTest::addColumn<QStringList>("modules");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("requests");
        QTest::newRow("2015") << QStringList{u"SkypeForBusiness"_s} << u"session"_s << 2;
        QTest::newRow("2013") << QStringList{u"Lync"_s} << u"session"_s << 3;
        QTest::newRow("none") << QStringList() << u"ModuleNotFound"_s << 3;
    }
    void aGeneralEndpointImportsTheModuleFirst()
    {
        QFETCH(const QStringList, modules);
        QFETCH(const QString, outcome);
        QFETCH(const int, requests);
        PlayedDeployment deployment;
        deployment.modules = modules;
        RemoteWorld world(deployment);
        world.settings.url = QUrl(u"https://fe1.contoso.com:5986/wsman"_s);
        world.connect();
        QCOMPARE(world.attemptText(), outcome);
        QCOMPARE(world.server->requests.load(), requests);
        if (!world.session)
            return;
        // Whichever runspace runs it.
        const std::unique_ptr<RemoteCommand> pools = world.start(u"Get-CsPool"_s);
        QVERIFY(pools->waitForEnd());
        QCOMPARE(pools->outcome(), u"Succeeded"_s);
        QCOMPARE(pools->objects().size(), PoolsAtFirst);
        int imports = 0;
        QVERIFY(world.server->inNetworkThread([&imports](FakeTransport &, PsrpServer &psrp) { imports = psrp.imports; }));
        QCOMPARE(imports, requests);
    }

    void anEndpointThatImportsNothingIsTakenAsItIs()
    {
        RemoteWorld world;
        world.furtherSetUp = [](PsrpServer &psrp) { psrp.removeScript(u"Import-Module"_s); };
        world.settings.url = QUrl(u"https://fe1.contoso.com:5986/wsman"_s);
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> pools = world.start(u"Get-CsPool"_s);
        QVERIFY(pools->waitForEnd());
        QCOMPARE(pools->outcome(), u"Succeeded"_s);
    }

    void anAttemptSaysWhatIsWanted_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::newRow("error") << u"ConnectionLost"_s;
        QTest::newRow("certificate") << u"certificate"_s;
        QTest::newRow("password") << u"password"_s;
    }
    void anAttemptSaysWhatIsWanted()
    {
        QFETCH(const QString, wanted);
        RemoteWorld world;
        world.server->failing = {u"open"_s};
        if (wanted == "certificate"_L1)
            world.server->wanted = CertificateProblem{u"pool-a.contoso.com"_s, {}, {}, {}, {}, {}};
        else if (wanted == "password"_L1)
            world.server->wanted = PasswordWanted{u"anna"_s, u"The password is wrong."_s};
        QVERIFY(!world.connect());
        QCOMPARE(world.attemptText(), wanted);
        QTRY_COMPARE(world.server->live.load(), 0);
    }

    void aServerThatNeverAnswersEndsTheAttempt_data()
    {
        QTest::addColumn<bool>("takesTheShell");
        QTest::newRow("nothing at all") << false;
        QTest::newRow("a shell that does not open") << true;
    }
    void aServerThatNeverAnswersEndsTheAttempt()
    {
        QFETCH(const bool, takesTheShell);
        RemoteWorld world;
        if (takesTheShell)
            world.furtherSetUp = [](PsrpServer &psrp) { psrp.opens = false; };
        else
            world.server->silent = {u"open"_s};
        world.settings.openTimeout = std::chrono::milliseconds(50);
        QVERIFY(!world.connect());
        QCOMPARE(world.attemptText(), u"ConnectTimeout"_s);
        QVERIFY(world.attemptError().message.contains(u"pool-a.contoso.com"_s));
    }

    void aPoolThatBreaksWhileOpeningSaysWhy()
    {
        RemoteWorld world;
        world.furtherSetUp = [](PsrpServer &psrp) { psrp.refusal = u"Too many shells."_s; };
        QVERIFY(!world.connect());
        QVERIFY2(world.attemptError().message.contains(u"Too many shells."_s), qPrintable(world.attemptError().message));
    }

    void destroyingTheContextEndsTheAttempt()
    {
        const auto server = std::make_shared<FakeServer>();
        server->silent = {u"open"_s};
        bool isCalled = false;
        {
            QObject context;
            ConnectionSettings settings;
            settings.url = QUrl(u"https://a.x.com/OcsPowershell"_s);
            RemoteSession::connectThrough([server] { return std::make_unique<FakeTransport>(server); }, settings, &context,
                                          [&isCalled](const ConnectionAttempt &) { isCalled = true; });
            QTRY_COMPARE(server->live.load(), 1);
        }
        QTRY_COMPARE(server->live.load(), 0);
        QVERIFY(server->isClosed);
        QVERIFY(!isCalled);
    }
};

QTEST_GUILESS_MAIN(TestRemoteOpening)
#include "tst_remote_opening.moc"
