// WsmanTransport against a server on the loopback: which requests it sends, how many, and what it makes of every
// answer.
#include "tests/remoting/wsman_transport_world.h"

#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestWsmanTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sessionTakesAsFewRequestsAsTheProtocolAllows();
    void everyRequestSaysWhatServersExpect();
    void whatDoesNotFitIntoCreateFollowsBySend();
    void envelopeGrowsWithTheServersVersion();
    void nameThatTheServerGivesTheShellIsUsed();
    void nameThatTheServerGivesACommandIsUsed();
    void receiveIsRepeatedAfterTimeoutsOnly();
    void serverThatAnswersAtOnceIsNotAskedWithoutPause();
    void stopIsNotHeldUpByReceives();
    void commandTakesOneFragmentAndSendsTheRest();
    void answersOfPromptsGoToTheirStream();
    void heldPipelineIsNotAskedFor();
    void pipelineEndsWithATerminateSignalAndItsLaneServesTheNext();
    void pipelineThatIsDoneIsClosedWhateverItSaid();
    void faultOfOnePipelineLeavesTheOthers();
    void closeIsBoundedWhenTheServerIsSilent();
    void closePassesOverWhatFailsLate();
    void closeWhileOpeningDeletesTheShell();
    void closeOfWhatWasNeverOpenedIsClosed();
};

void TestWsmanTransport::sessionTakesAsFewRequestsAsTheProtocolAllows()
{
    TransportWorld world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    QVERIFY(world.openPipeline(pipeline));
    world.say(pipeline, receiveReply(pipeline, {"out", "put"}, true));
    QTRY_COMPARE(world.received->count(), 1);
    QCOMPARE(world.received->at(0).at(0).toUuid(), pipeline);
    QCOMPARE(world.received->at(0).at(1).toByteArray(), QByteArray("output"));
    world.transport().closePipeline(pipeline);
    QTRY_COMPARE(world.pipelineClosed->count(), 1);
    world.transport().close();
    QTRY_COMPARE(world.closed->count(), 1);
    QCOMPARE(world.actions(),
             QStringList({u"Create"_s, u"Receive"_s, u"Command"_s, u"Receive"_s, u"Signal"_s, u"Delete"_s}));
    QCOMPARE(world.log.first().fragments, QByteArray("firstsecond"));
    QVERIFY(world.log.at(4).signal.endsWith(u"/signal/Terminate"_s));
    for (const ReceivedRequest &request : std::as_const(world.log))
        QCOMPARE(QUuid::fromString(request.shellId), world.pool);
    QCOMPARE(world.failed->count() + world.pipelineFailed->count() + world.interrupted->count(), 0);
    QCOMPARE(world.server.connectionCount(), 4 - 1); // control, the pool's, the pipeline's
}

void TestWsmanTransport::everyRequestSaysWhatServersExpect()
{
    TransportWorld world;
    QVERIFY(world.open());
    for (const HttpRequest &request : world.server.requests()) {
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path, QByteArray("/wsman"));
        QCOMPARE(request.header("Content-Type"), QByteArray("application/soap+xml;charset=UTF-8"));
        QCOMPARE(request.header("Accept-Encoding"), QByteArray("identity"));
        QCOMPARE(request.header("Authorization"), QByteArray("Basic " + QByteArray("CONTOSO\\jo:secret").toBase64()));
    }
}

void TestWsmanTransport::whatDoesNotFitIntoCreateFollowsBySend()
{
    TransportWorld world;
    QList<QByteArray> fragments;
    for (int i = 0; i < 5; ++i)
        fragments.append(QByteArray(world.transport().maxFragmentSize() / 2, char('a' + i)));
    world.transport().open(world.pool, fragments);
    QTRY_COMPARE(world.actions().count(u"Send"_s), 2);
    QByteArray all;
    for (const ReceivedRequest &request : std::as_const(world.log)) {
        all += request.fragments;
        QCOMPARE(request.pipeline, QUuid());
    }
    QCOMPARE(all, fragments.join());
    QCOMPARE(world.log.first().fragments.size(), fragments.at(0).size() * 2);
}

void TestWsmanTransport::envelopeGrowsWithTheServersVersion()
{
    TransportWorld world;
    const qsizetype small = world.transport().maxFragmentSize();
    world.transport().setServerProtocolVersion(u"2.1"_s);
    QCOMPARE(world.transport().maxFragmentSize(), small);
    connect(&world.transport(), &PsrpTransport::received, &world.transport(),
            [&world] { world.transport().setServerProtocolVersion(u"2.2"_s); });
    QVERIFY(world.open());
    world.say({}, receiveReply({}, {"x"}));
    QVERIFY(world.waitForReceive({}));
    QVERIFY(world.transport().maxFragmentSize() > 3 * small);
    QCOMPARE(world.log.first().maxEnvelopeSize, 153600);
    QCOMPARE(world.log.last().maxEnvelopeSize, 512000); // of the very next request
}

void TestWsmanTransport::nameThatTheServerGivesTheShellIsUsed()
{
    TransportWorld world;
    world.rule = [](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Create"_s)
            responder.answer(createReply(u"own <name>"_s));
        return request.action == u"Create"_s;
    };
    QVERIFY(world.open());
    QCOMPARE(world.log.last().shellId, u"own <name>"_s);
}

void TestWsmanTransport::nameThatTheServerGivesACommandIsUsed()
{
    const QUuid pipeline = QUuid::createUuid();
    const QUuid own = QUuid::createUuid();
    TransportWorld world;
    world.rule = [&own](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Command"_s)
            responder.answer(wsmanReply("CommandResponse",
                                        "<rsp:CommandResponse><rsp:CommandId>" + own.toByteArray(QUuid::WithoutBraces)
                                            + "</rsp:CommandId></rsp:CommandResponse>"));
        return request.action == u"Command"_s;
    };
    QVERIFY(world.open());
    world.transport().createPipeline(pipeline, {"command"});
    QVERIFY(world.waitForReceive(own));
    QCOMPARE(world.log.last().pipeline, own);
    world.transport().send(pipeline, {"answer"}, PsrpStream::PromptResponse);
    world.transport().stop(pipeline);
    world.say(own, receiveReply(own, {"output"}, true));
    QTRY_COMPARE(world.received->count(), 1);
    QCOMPARE(world.received->at(0).at(0).toUuid(), pipeline);
    world.transport().closePipeline(pipeline);
    QTRY_VERIFY(world.pipelineClosed->count() > 0); // of both signals
    QCOMPARE(world.pipelineClosed->at(0).at(0).toUuid(), pipeline);
    QTRY_COMPARE(world.actions().mid(4), (QStringList{u"Send"_s, u"Signal"_s, u"Signal"_s})); // and no Receive
    for (const ReceivedRequest &request : world.log.sliced(4))
        QCOMPARE(request.pipeline, own);
}

void TestWsmanTransport::receiveIsRepeatedAfterTimeoutsOnly()
{
    TransportWorld world;
    QVERIFY(world.open());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(world.waitForReceive({}));
        world.say({}, timedOutReply());
    }
    QVERIFY(world.waitForReceive({}));
    QCOMPARE(world.log.size(), 5); // Create, and four times Receive
    QCOMPARE(world.received->count(), 0);
    QCOMPARE(world.failed->count(), 0);
    QCOMPARE(world.server.connectionCount(), 2);
}

void TestWsmanTransport::serverThatAnswersAtOnceIsNotAskedWithoutPause()
{
    TransportWorld world;
    QElapsedTimer timer;
    world.rule = [](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Receive"_s)
            responder.answer(timedOutReply());
        return request.action == u"Receive"_s;
    };
    timer.start();
    world.transport().open(world.pool, {"x"});
    QTRY_VERIFY(world.log.size() >= 6);
    QVERIFY(timer.elapsed() >= 4 * 50 - 10);
}

void TestWsmanTransport::stopIsNotHeldUpByReceives()
{
    TransportWorld world;
    QVERIFY(world.open());
    QList<QUuid> pipelines;
    for (int i = 0; i < 8; ++i) { // more than connections to one host are allowed within one manager
        pipelines.append(QUuid::createUuid());
        QVERIFY(world.openPipeline(pipelines.last()));
    }
    world.transport().stop(pipelines.last());
    QTRY_COMPARE(world.actions().count(u"Signal"_s), 1);
    QCOMPARE(world.log.last().signal, u"powershell/signal/crtl_c"_s);
    QCOMPARE(world.log.last().pipeline, pipelines.last());
    QCOMPARE(world.pipelineClosed->count(), 0); // its end comes as a state
}

void TestWsmanTransport::commandTakesOneFragmentAndSendsTheRest()
{
    TransportWorld world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    const QByteArray large(world.transport().maxFragmentSize(), 'l');
    world.transport().createPipeline(pipeline, {large, "a", "b", large});
    QTRY_COMPARE(world.actions().count(u"Send"_s), 2);
    const auto command = std::find_if(world.log.cbegin(), world.log.cend(),
                                      [](const ReceivedRequest &r) { return r.action == u"Command"_s; });
    QCOMPARE(command->fragments, large);
    QByteArray sent;
    for (const ReceivedRequest &request : std::as_const(world.log)) {
        if (request.action == u"Send"_s) {
            QCOMPARE(request.pipeline, pipeline);
            QCOMPARE(request.stream, u"stdin"_s);
            sent += request.fragments;
        }
    }
    QCOMPARE(sent, QByteArray("ab" + large));
}

void TestWsmanTransport::answersOfPromptsGoToTheirStream()
{
    TransportWorld world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    QVERIFY(world.openPipeline(pipeline));
    world.transport().send(pipeline, {"yes"}, PsrpStream::PromptResponse);
    QTRY_COMPARE(world.log.last().action, u"Send"_s);
    QCOMPARE(world.log.last().stream, u"pr"_s);
    QCOMPARE(world.log.last().fragments, QByteArray("yes"));
}

void TestWsmanTransport::heldPipelineIsNotAskedFor()
{
    TransportWorld world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    QVERIFY(world.openPipeline(pipeline));
    world.transport().setReceiving(pipeline, false);
    world.say(pipeline, receiveReply(pipeline, {"one"}));
    QTRY_COMPARE(world.received->count(), 1);
    world.say({}, receiveReply({}, {"pool"})); // goes on
    QVERIFY(world.waitForReceive({}));
    QVERIFY(!world.receives.contains(pipeline));
    world.transport().setReceiving(pipeline, true);
    QVERIFY(world.waitForReceive(pipeline));
}

void TestWsmanTransport::pipelineEndsWithATerminateSignalAndItsLaneServesTheNext()
{
    TransportWorld world;
    QVERIFY(world.open());
    for (int i = 0; i < 3; ++i) {
        const QUuid pipeline = QUuid::createUuid();
        QVERIFY(world.openPipeline(pipeline));
        world.say(pipeline, receiveReply(pipeline, {"x"}, true));
        QTRY_COMPARE(world.received->count(), i + 1);
        world.transport().closePipeline(pipeline);
        QTRY_COMPARE(world.pipelineClosed->count(), i + 1);
        QCOMPARE(world.pipelineClosed->last().at(0).toUuid(), pipeline);
    }
    QCOMPARE(world.server.connectionCount(), 3);
}

// A server may end a command without a word about how: it must not be waited for.
void TestWsmanTransport::pipelineThatIsDoneIsClosedWhateverItSaid()
{
    TransportWorld world;
    QVERIFY(world.open());
    for (const QList<QByteArray> &last : {QList<QByteArray>{"output"}, QList<QByteArray>()}) {
        const QUuid pipeline = QUuid::createUuid();
        QVERIFY(world.openPipeline(pipeline));
        world.pipelineClosed->clear();
        world.say(pipeline, receiveReply(pipeline, last, true));
        QTRY_COMPARE(world.pipelineClosed->count(), 1);
        QCOMPARE(world.pipelineClosed->at(0).at(0).toUuid(), pipeline);
        QVERIFY(world.log.last().signal.endsWith(u"/signal/Terminate"_s));
        QCOMPARE(world.log.last().pipeline, pipeline);
    }
    QCOMPARE(world.received->count(), 1);
}

void TestWsmanTransport::faultOfOnePipelineLeavesTheOthers()
{
    TransportWorld world;
    QVERIFY(world.open());
    const QUuid good = QUuid::createUuid();
    const QUuid bad = QUuid::createUuid();
    QVERIFY(world.openPipeline(good));
    QVERIFY(world.openPipeline(bad));
    world.say(bad, faultReply(WsmanFault::ShellNotFound, "No such command."));
    QTRY_COMPARE(world.pipelineFailed->count(), 1);
    QCOMPARE(world.pipelineFailed->at(0).at(0).toUuid(), bad);
    QCOMPARE(world.pipelineFailed->at(0).at(1).value<Error>().id, u"ShellGone"_s);
    world.say(good, receiveReply(good, {"x"}));
    QTRY_COMPARE(world.received->count(), 1);
    QCOMPARE(world.failed->count(), 0);
}

void TestWsmanTransport::closeIsBoundedWhenTheServerIsSilent()
{
    TransportWorld world;
    world.times.closing = 2s; // in which Delete must arrive
    QVERIFY(world.open());
    world.rule = [](const ReceivedRequest &, const Responder &) { return true; };
    world.transport().stop({});
    world.transport().close();
    QTRY_COMPARE(world.closed->count(), 1);
    QCOMPARE(world.log.last().action, u"Delete"_s);
    QCOMPARE(world.failed->count(), 0);
}

// The failures of several pipelines are on their way when the first leads to the end.
void TestWsmanTransport::closePassesOverWhatFailsLate()
{
    TransportWorld world;
    QVERIFY(world.open());
    QList<QUuid> pipelines;
    for (int i = 0; i < 8; ++i) {
        pipelines.append(QUuid::createUuid());
        QVERIFY(world.openPipeline(pipelines.last()));
    }
    int deletions = 0; // that were answered
    world.rule = [&](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Delete"_s) {
            QTimer::singleShot(50, &world.transport(), [&deletions, responder] {
                ++deletions;
                responder.answer(wsmanReply("DeleteResponse"));
            });
        }
        return request.action == u"Delete"_s;
    };
    connect(&world.transport(), &PsrpTransport::pipelineFailed, &world.transport(),
            [&world] { world.transport().close(); });
    for (const QUuid &pipeline : pipelines)
        world.say(pipeline, HttpReply{200, "no envelope", {}, false, "text/html"});
    QTRY_COMPARE(world.closed->count(), 1);
    QCOMPARE(deletions, 1);
}

void TestWsmanTransport::closeWhileOpeningDeletesTheShell()
{
    TransportWorld world;
    std::optional<Responder> create;
    world.rule = [&create](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Create"_s)
            create = responder;
        return request.action == u"Create"_s;
    };
    world.transport().open(world.pool, {"x"});
    QTRY_VERIFY(create);
    world.transport().close();
    create->answer(createReply(world.log.first().shellId));
    QTRY_COMPARE(world.closed->count(), 1);
    QCOMPARE(world.actions(), QStringList({u"Create"_s, u"Delete"_s}));
    QCOMPARE(world.ready->count(), 0);
}

void TestWsmanTransport::closeOfWhatWasNeverOpenedIsClosed()
{
    TransportWorld world;
    world.transport().close();
    QCOMPARE(world.closed->count(), 0);
    QTRY_COMPARE(world.closed->count(), 1);
    QVERIFY(world.server.requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestWsmanTransport)
#include "tst_wsman_transport.moc"
