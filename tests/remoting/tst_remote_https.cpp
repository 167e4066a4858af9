// Sessions with a played deployment through HTTPS and WS-Management: the whole way that a genuine one takes.
#include "backend/remoting/remote_session.h"
#include "backend/remoting/wsman/wsman_transport.h"
#include "tests/remoting/played_deployment.h"
#include "tests/remoting/remote_world.h"
#include "tests/remoting/wsman_server.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

// Cuts what it sends into smaller fragments than it must.
class CuttingTransport : public WsmanTransport
{
public:
    CuttingTransport(const ConnectionSettings &settings, qsizetype fragmentSize)
        : WsmanTransport(settings, Secret{u"secret"_s})
        , m_fragmentSize(fragmentSize)
    {
    }
    qsizetype maxFragmentSize() const override { return m_fragmentSize; }

private:
    const qsizetype m_fragmentSize;
};

class HttpsWorld
{
public:
    explicit HttpsWorld(const PlayedDeployment &deployment = {})
    {
        server.setUp = [this, deployment](PsrpServer &psrp) {
            deployment.install(psrp);
            psrp.setFragmentSize(fragmentSize);
        };
        settings.url = server.https().url(u"/OcsPowershell"_s);
        settings.authentication = Authentication::Basic;
        settings.user = u"CONTOSO\\anna"_s;
        settings.trustedFingerprint = server.https().identity().fingerprint();
    }

    bool connect()
    {
        attempt.reset();
        QObject context;
        const auto done = [this](ConnectionAttempt result) { attempt = std::move(result); };
        if (clientFragmentSize > 0) {
            const auto make = [settings = settings, size = clientFragmentSize] {
                return std::make_unique<CuttingTransport>(settings, size);
            };
            RemoteSession::connectThrough(make, settings, &context, done);
        } else {
            RemoteSession::connectTo(settings, Secret{u"secret"_s}, &context, done);
        }
        if (!waitUntil([this] { return attempt.has_value(); }))
            return false;
        if (auto *made = std::get_if<std::unique_ptr<Session>>(&*attempt))
            session = std::move(*made);
        return session != nullptr;
    }
    std::unique_ptr<RemoteCommand> start(const Command &command)
    {
        return std::make_unique<RemoteCommand>(*session, command);
    }
    std::unique_ptr<RemoteCommand> start(const QString &line) { return start(*parseCommand(line)); }
    QString backupLine(const QString &more = {}) const
    {
        return u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Report %1 "_s.arg(folder.filePath(u"report.html"_s))
            + more;
    }

    void failAt(const QString &action, bool ofPipelinesOnly = false)
    {
        server.rule = [action, ofPipelinesOnly](const ReceivedRequest &request, const Responder &responder) {
            if (request.action != action || (ofPipelinesOnly && request.pipeline.isNull()))
                return false;
            responder.answer(faultReply(2150858999, "The server is out of order."));
            return true;
        };
    }

    QTemporaryDir folder;
    WsmanServer server;
    qsizetype fragmentSize = 32768; // that the server sends, header included
    qsizetype clientFragmentSize = 0; // that the client sends; 0: as large as the envelope lets it
    ConnectionSettings settings;
    std::optional<ConnectionAttempt> attempt;
    std::unique_ptr<Session> session;
};

} // namespace

class TestRemoteHttps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromConnectToTheFirstPoolListInAsFewRequestsAsTheProtocolAllows()
    {
        HttpsWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> pools = world.start(u"Get-CsPool"_s);
        QVERIFY(pools->waitForEnd());
        QCOMPARE(pools->objects().size(), PoolsAtFirst);
        const QStringList actions = world.server.actions();
        QCOMPARE(actions.count(u"Create"_s), 1);
        QCOMPARE(actions.count(u"Command"_s), 2); // what is offered, and the pools
        QCOMPARE(actions.count(u"Send"_s), 0);
        QVERIFY2(actions.count(u"Receive"_s) <= 8, qPrintable(actions.join(u' ')));
    }

    void aBackupAsksReportsAndEnds()
    {
        HttpsWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(world.backupLine(u"-Confirm"_s));
        backup->answers = {PromptAnswer{0, 0, {}, {}}};
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s);
        QCOMPARE(backup->prompts().size(), 1);
        QCOMPARE(backup->finished->remoteReportPath, ReportOnServer);
        QVERIFY(QFile::exists(backup->finished->reportPath));
        world.session.reset();
        QTRY_COMPARE(world.server.shells(), 0);
    }

    void cancelGetsPastTheReceiveThatWaits()
    {
        PlayedDeployment deployment;
        deployment.backupTime = std::chrono::hours(1);
        HttpsWorld world(deployment);
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(world.backupLine());
        QTRY_VERIFY(!backup->errors().isEmpty());
        backup->pipeline().cancel();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Cancelled"_s);
        QVERIFY(backup->warnings().isEmpty()); // the server has confirmed it
    }

    void fragmentsAndAnswersOfEverySize_data()
    {
        QTest::addColumn<int>("fragment");
        QTest::addColumn<int>("answer");
        QTest::newRow("one byte of payload") << 22 << 22'000;
        QTest::newRow("one fragment an answer") << 400 << 1;
        QTest::newRow("large") << 32'768 << 500'000;
    }
    void fragmentsAndAnswersOfEverySize()
    {
        QFETCH(const int, fragment);
        QFETCH(const int, answer);
        HttpsWorld world;
        world.fragmentSize = fragment;
        world.server.answerSize = answer;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> pools = world.start(u"Get-CsPool"_s);
        QVERIFY(pools->waitForEnd(60'000));
        QCOMPARE(pools->objects().size(), PoolsAtFirst);
        QVERIFY(world.server.largestRequest <= 153'600);
    }

    void fragmentsOfEverySizeBothWays_data()
    {
        QTest::addColumn<int>("payload");
        // Below, at and above the sizes of the headers of fragments and messages.
        for (const int payload :
             {1, 2, 3, 4, 5, 8, 19, 20, 21, 22, 23, 38, 39, 40, 41, 42, 60, 61, 62, 100, 1000, 4096})
            QTest::addRow("%d", payload) << payload;
    }
    void fragmentsOfEverySizeBothWays()
    {
        constexpr int Header = 21;
        QFETCH(const int, payload);
        HttpsWorld world;
        world.fragmentSize = Header + payload;
        world.clientFragmentSize = Header + payload;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> pools = world.start(u"Get-CsPool"_s);
        QVERIFY(pools->waitForEnd());
        QCOMPARE(pools->objects().size(), PoolsAtFirst);
        const std::unique_ptr<RemoteCommand> backup = world.start(world.backupLine(u"-Confirm"_s));
        backup->answers = {PromptAnswer{0, 0, {}, {}}}; // in fragments too
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s);
        QCOMPARE(backup->errors(), QStringList(u"The conference 4711 could not be read."_s));
    }

    void requestsFillTheEnvelopeAndNeverExceedIt()
    {
        constexpr qsizetype MaxEnvelopeSize = 512'000;
        constexpr qsizetype Slack = 2048; // less than this is left of a full one
        const Command large = Command(u"Export-CsUserData"_s)
                                  .set(u"PoolFqdn"_s, PoolA)
                                  .set(u"FileName"_s, QString(u"C:/"_s + QString(2'000'000, u'x')));
        HttpsWorld world;
        world.server.largestEnvelope = MaxEnvelopeSize;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> fits = world.start(large);
        QVERIFY(fits->waitForEnd());
        QVERIFY2(fits->outcome() == u"Succeeded"_s, qPrintable(fits->errors().join(u' ').left(400)));
        QVERIFY(world.server.largestRequest <= MaxEnvelopeSize);
        QVERIFY(world.server.largestRequest > MaxEnvelopeSize - Slack);
        QVERIFY(world.server.actions().count(u"Send"_s) >= 3);

        world.server.largestEnvelope = world.server.largestRequest - 1; // a server that allows less than it said
        const std::unique_ptr<RemoteCommand> tooLarge = world.start(large);
        QVERIFY(tooLarge->waitForEnd());
        QCOMPARE(tooLarge->outcome(), u"Failed"_s);
        QCOMPARE(tooLarge->errorValues().constLast().id, u"EnvelopeTooLarge"_s);
        const std::unique_ptr<RemoteCommand> small = world.start(u"Get-CsPool"_s); // the session is as good as before
        QVERIFY(small->waitForEnd());
        QCOMPARE(small->objects().size(), PoolsAtFirst);
    }

    void answersAtTheLimitOfTheEnvelopeAndBeyondAreTaken_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {153'600, 153'601, 512'000, 512'001})
            QTest::addRow("%d", size) << size;
    }
    void answersAtTheLimitOfTheEnvelopeAndBeyondAreTaken()
    {
        QFETCH(const int, size);
        HttpsWorld world;
        int answers = 0;
        world.server.spoil = [&](const ReceivedRequest &request, const HttpReply &reply, const Responder &responder) {
            if (request.action != "Receive"_L1 || reply.body.size() > size)
                return false;
            HttpReply filled = reply;
            filled.body = filled.body.leftJustified(size, ' ');
            responder.answer(filled);
            ++answers;
            return true;
        };
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> pools = world.start(u"Get-CsPool"_s);
        QVERIFY(pools->waitForEnd());
        QCOMPARE(pools->objects().size(), PoolsAtFirst);
        QVERIFY(answers >= 3);
    }

    void operationTimeOutsAreNoFailures()
    {
        PlayedDeployment deployment;
        deployment.backupTime = std::chrono::milliseconds(300);
        HttpsWorld world(deployment);
        world.server.operationTimeout = std::chrono::milliseconds(30);
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(world.backupLine());
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s);
    }

    void faultsAtEveryStepEndWithASentence_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<bool>("ofPipelinesOnly");
        QTest::addColumn<bool>("connects");
        QTest::newRow("Create") << u"Create"_s << false << false;
        QTest::newRow("Receive of the pool") << u"Receive"_s << false << false;
        QTest::newRow("Command") << u"Command"_s << true << true;
        QTest::newRow("Receive of a pipeline") << u"Receive"_s << true << true;
        QTest::newRow("Send") << u"Send"_s << true << true;
    }
    void faultsAtEveryStepEndWithASentence()
    {
        QFETCH(const QString, action);
        QFETCH(const bool, ofPipelinesOnly);
        QFETCH(const bool, connects);
        HttpsWorld world;
        if (!connects)
            world.failAt(action);
        QCOMPARE(world.connect(), connects);
        if (!connects) {
            const Error *error = std::get_if<Error>(&*world.attempt);
            QVERIFY(error && !error->message.isEmpty());
            return;
        }
        world.failAt(action, ofPipelinesOnly);
        const std::unique_ptr<RemoteCommand> backup = world.start(world.backupLine(u"-Confirm"_s));
        backup->answers = {PromptAnswer{0, 0, {}, {}}};
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Failed"_s);
        QVERIFY(!backup->errors().last().isEmpty());
    }

    void aCertificateThatIsNotTrustedIsAskedFor()
    {
        HttpsWorld world;
        world.settings.trustedFingerprint.clear();
        QVERIFY(!world.connect());
        QVERIFY(world.attempt && std::holds_alternative<CertificateProblem>(*world.attempt));
    }
};

QTEST_GUILESS_MAIN(TestRemoteHttps)
#include "tst_remote_https.moc"
