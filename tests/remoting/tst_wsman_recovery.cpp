// Connections that are lost and got back: what is sent, what is never sent twice, and what is said of the rest.
#include "tests/remoting/wsman_transport_world.h"

#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr quint32 NoSuchShell = 2150858843;
constexpr quint32 ServiceUnavailable = 2150859026;

// A rule that answers one action with a fault; `isOfPipeline`: of commands only, otherwise of the shell only.
TransportWorld::Rule faultFor(const QString &action, bool isOfPipeline, quint32 code)
{
    return [=](const ReceivedRequest &request, const Responder &responder) {
        const bool isMeant = request.action == action && request.pipeline.isNull() != isOfPipeline;
        if (isMeant)
            responder.answer(faultReply(code, "No."));
        return isMeant;
    };
}

} // namespace

class TestWsmanRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lostConnectionIsGotBackWithDisconnectAndReconnect();
    void lossOfAMomentIsNotTold();
    void receivesOfLostConnectionsAreRepeatedThoughNobodyNoticed();
    void receiveThatDisconnectAbortsIsAskedForAgain();
    void faultsOfAReconnectionDecideWhatGoesOn_data();
    void faultsOfAReconnectionDecideWhatGoesOn();
    void serverThatIsBusyIsTriedAgain_data();
    void serverThatIsBusyIsTriedAgain();
    void serverThatCannotReconnectGivesNoCommandBack_data();
    void serverThatCannotReconnectGivesNoCommandBack();
    void shellThatTheServerDisconnectedIsReconnected();
    void receiveThatIsStillInProgressIsAskedForLater();
    void lostConnectionThatStaysAwayFails();
    void shellThatIsGoneFails();
    void shellThatWasIdleForTooLongIsSaidToBe();
    void commandWhoseAnswerIsLostIsAskedFor_data();
    void commandWhoseAnswerIsLostIsAskedFor();
    void commandThatTheServerKnewIsNotCalledUnknown();
    void serverThatKeepsDisconnectingIsGivenUp();
    void answerOfAPromptIsNotSentTwice();
    void requestsOfTheMeantimeAreSentInTheirOrder();
    void commandThatIsClosedBeforeItWasSentNeverBegins();
    void halfAnAnswerMayBeLost();
    void leavingDeletesTheShellUnlessACommandMayStillRunInIt_data();
    void leavingDeletesTheShellUnlessACommandMayStillRunInIt();
};

void TestWsmanRecovery::lostConnectionIsGotBackWithDisconnectAndReconnect()
{
    TransportWorld world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    QVERIFY(world.openPipeline(pipeline));
    world.server.stopListening();
    world.cut();
    QTRY_COMPARE(world.interrupted->count(), 1);
    world.server.listenAgain();
    QTRY_COMPARE(world.recovered->count(), 1);
    QVERIFY(world.waitForReceive({}));
    QVERIFY(world.waitForReceive(pipeline));
    QCOMPARE(world.actions(),
             QStringList({u"Disconnect"_s, u"Reconnect"_s, u"Reconnect"_s, u"Receive"_s, u"Receive"_s}));
    QCOMPARE(world.log.at(1).pipeline, QUuid());
    QCOMPARE(world.log.at(2).pipeline, pipeline); // the shell's does not include it
    QCOMPARE(world.mayBeLost->count(), 2);
    world.say(pipeline, receiveReply(pipeline, {"on it goes"}));
    QTRY_COMPARE(world.received->count(), 1);
    QCOMPARE(world.interrupted->count(), 1);
    QCOMPARE(world.failures(), 0);
}

void TestWsmanRecovery::lossOfAMomentIsNotTold()
{
    TransportWorld world;
    world.times.untold = 60s;
    QVERIFY(world.open());
    world.cut();
    QVERIFY(world.waitForReceive({}));
    world.say({}, receiveReply({}, {"x"}));
    QTRY_COMPARE(world.received->count(), 1);
    QCOMPARE(world.interrupted->count() + world.recovered->count() + world.failures(), 0);
    QCOMPARE(world.mayBeLost->count(), 1);
}

void TestWsmanRecovery::receivesOfLostConnectionsAreRepeatedThoughNobodyNoticed()
{
    TransportWorld world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    QVERIFY(world.openPipeline(pipeline));
    world.rule = [](const ReceivedRequest &request, const Responder &responder) {
        const bool isStop = request.action == u"Signal"_s;
        if (isStop)
            responder.cut(); // this connection alone
        return isStop;
    };
    world.transport().stop(pipeline);
    QTRY_COMPARE(world.interrupted->count(), 1);
    world.rule = nullptr;
    const qsizetype stops = world.actions().count(u"Signal"_s);
    world.receives.clear();
    QTRY_COMPARE(world.recovered->count(), 1);
    QVERIFY(world.waitForReceive({}));
    QVERIFY(world.waitForReceive(pipeline));
    QTRY_VERIFY(world.actions().count(u"Signal"_s) > stops); // a stop may be repeated
    QCOMPARE(world.mayBeLost->count(), 2);
    QCOMPARE(world.failures(), 0);
}

void TestWsmanRecovery::receiveThatDisconnectAbortsIsAskedForAgain()
{
    TransportWorld world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    QVERIFY(world.openPipeline(pipeline));
    bool isAborted = false;
    world.rule = [&](const ReceivedRequest &request, const Responder &responder) {
        const bool isCut = request.action == u"Signal"_s && !isAborted;
        if (isCut)
            responder.cut(); // this connection alone
        if (request.action == u"Disconnect"_s && !std::exchange(isAborted, true))
            world.say({}, faultReply(WsmanFault::OperationAborted, "Aborted."));
        return isCut;
    };
    world.transport().stop(pipeline);
    QTRY_VERIFY(isAborted);
    QTRY_VERIFY(world.receives.contains({}) || world.failures() > 0);
    QCOMPARE(world.failures(), 0);
}

void TestWsmanRecovery::faultsOfAReconnectionDecideWhatGoesOn_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("isOfPipeline");
    QTest::addColumn<quint32>("code");
    QTest::addColumn<QString>("pool"); // the error; empty: it goes on
    QTest::addColumn<QString>("pipeline");
    const QString disconnect = u"Disconnect"_s;
    const QString reconnect = u"Reconnect"_s;
    const QString none;
    QTest::newRow("disconnected already") << disconnect << false << 2150859204u << none << none;
    QTest::newRow("not valid to disconnect") << disconnect << false << 2150859215u << none << none;
    QTest::newRow("internal error of Disconnect") << disconnect << false << 4711u << none << none;
    QTest::newRow("not disconnected") << reconnect << false << 2150859216u << none << none;
    QTest::newRow("internal error of Reconnect") << reconnect << false << 4711u << none << none;
    QTest::newRow("command not disconnected") << reconnect << true << 2150859219u << none << none;
    QTest::newRow("no such shell to disconnect") << disconnect << false << NoSuchShell << u"ShellGone"_s << none;
    QTest::newRow("no such shell to reconnect") << reconnect << false << NoSuchShell << u"ShellGone"_s << none;
    QTest::newRow("another client has it") << reconnect << false << 2150859213u << u"ShellTaken"_s << none;
    QTest::newRow("another session has it") << disconnect << false << 2150859206u << u"ShellTaken"_s << none;
    QTest::newRow("no such command") << reconnect << true << NoSuchShell << none << u"ShellGone"_s;
    QTest::newRow("command was terminated") << reconnect << true << 2150859212u << none << u"ShellGone"_s;
    QTest::newRow("action not supported") << disconnect << false << 2150858771u << none << u"NotResumable"_s;
    QTest::newRow("not supported by the plug-in") << disconnect << false << 2150859205u << none << u"NotResumable"_s;
}

void TestWsmanRecovery::faultsOfAReconnectionDecideWhatGoesOn()
{
    QFETCH(const QString, action);
    QFETCH(const bool, isOfPipeline);
    QFETCH(const quint32, code);
    QFETCH(const QString, pool);
    QFETCH(const QString, pipeline);
    TransportWorld world;
    QVERIFY(world.open());
    const QUuid id = QUuid::createUuid();
    QVERIFY(world.openPipeline(id));
    world.rule = faultFor(action, isOfPipeline, code);
    world.cut();
    if (!pool.isEmpty()) {
        QTRY_COMPARE(world.failed->count(), 1);
        QCOMPARE(world.error().id, pool);
        QCOMPARE(world.actions().count(u"Receive"_s), 0);
        return;
    }
    QTRY_COMPARE(world.recovered->count(), 1);
    QVERIFY(world.waitForReceive({}));
    QCOMPARE(world.pipelineError().id, pipeline);
    if (pipeline.isEmpty())
        QVERIFY(world.waitForReceive(id));
    QCOMPARE(world.failed->count(), 0);
}

void TestWsmanRecovery::serverThatIsBusyIsTriedAgain_data()
{
    QTest::addColumn<HttpReply>("busy");
    QTest::newRow("fault") << faultReply(ServiceUnavailable, "Busy.");
    QTest::newRow("operations") << faultReply(2150859174, "Busy.");
    QTest::newRow("timed out") << timedOutReply();
    QTest::newRow("HTTP 503") << HttpReply{503, "<html>no</html>", {}, false, "text/html"};
    QTest::newRow("HTTP 502") << HttpReply{502, "<html>no</html>", {}, false, "text/html"};
    QTest::newRow("HTTP 504") << HttpReply{504, "<html>no</html>", {}, false, "text/html"};
}

void TestWsmanRecovery::serverThatIsBusyIsTriedAgain()
{
    QFETCH(const HttpReply, busy);
    TransportWorld world;
    QVERIFY(world.open());
    int refusals = 0;
    world.rule = [&refusals, busy](const ReceivedRequest &, const Responder &responder) {
        if (refusals >= 3)
            return false;
        ++refusals;
        responder.answer(busy);
        return true;
    };
    world.cut();
    QTRY_COMPARE(world.recovered->count(), 1);
    QVERIFY(world.waitForReceive({}));
    QCOMPARE(world.actions().count(u"Disconnect"_s), 4);
    QCOMPARE(world.interrupted->count(), 1);
    QCOMPARE(world.failures(), 0);
}

void TestWsmanRecovery::serverThatCannotReconnectGivesNoCommandBack_data()
{
    QTest::addColumn<bool>("saysSo"); // with a fault; otherwise its protocol tells
    QTest::newRow("by its protocol") << false;
    QTest::newRow("by its fault") << true;
}

void TestWsmanRecovery::serverThatCannotReconnectGivesNoCommandBack()
{
    QFETCH(const bool, saysSo);
    TransportWorld world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    QVERIFY(world.openPipeline(pipeline));
    if (saysSo)
        world.rule = faultFor(u"Disconnect"_s, false, 2150858771);
    else
        world.transport().setServerProtocolVersion(u"2.1"_s);
    world.cut();
    QTRY_COMPARE(world.pipelineFailed->count(), 1);
    QCOMPARE(world.pipelineError().id, u"NotResumable"_s);
    QVERIFY(world.waitForReceive({}));
    QTRY_COMPARE(world.recovered->count(), 1);
    QCOMPARE(world.actions().count(u"Reconnect"_s), 0);
    QCOMPARE(world.failed->count(), 0);
    const QUuid next = QUuid::createUuid(); // new commands run as before
    QVERIFY(world.openPipeline(next));
}

void TestWsmanRecovery::shellThatTheServerDisconnectedIsReconnected()
{
    for (const quint32 code : {WsmanFault::ShellDisconnected, WsmanFault::StreamDisconnected}) {
        TransportWorld world;
        QVERIFY(world.open());
        world.log.clear();
        world.say({}, faultReply(code, "Disconnected."));
        QVERIFY(world.waitForReceive({}));
        QCOMPARE(world.actions(), QStringList({u"Disconnect"_s, u"Reconnect"_s, u"Receive"_s}));
        QCOMPARE(world.mayBeLost->count(), 0); // a fault carries nothing
        QCOMPARE(world.failures(), 0);
    }
}

void TestWsmanRecovery::receiveThatIsStillInProgressIsAskedForLater()
{
    TransportWorld world;
    QVERIFY(world.open());
    world.say({}, faultReply(WsmanFault::ReceiveInProgress, "One at a time."));
    QVERIFY(world.waitForReceive({}));
    QCOMPARE(world.interrupted->count() + world.failures(), 0);
}

void TestWsmanRecovery::lostConnectionThatStaysAwayFails()
{
    TransportWorld world;
    world.times.recovery = 300ms;
    QVERIFY(world.open());
    world.server.stopListening();
    world.cut();
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.interrupted->count(), 1);
    QCOMPARE(world.recovered->count(), 0);
    QCOMPARE(world.error().id, u"ConnectionNotRecovered"_s);
}

void TestWsmanRecovery::shellThatIsGoneFails()
{
    TransportWorld world;
    QVERIFY(world.open());
    world.rule = [](const ReceivedRequest &, const Responder &responder) {
        responder.answer(faultReply(NoSuchShell, "No such shell."));
        return true;
    };
    world.cut();
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"ShellGone"_s);
    QCOMPARE(world.recovered->count(), 0);
}

void TestWsmanRecovery::shellThatWasIdleForTooLongIsSaidToBe()
{
    TransportWorld world;
    world.rule = [](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Create"_s)
            responder.answer(createReply(request.shellId, "PT0S")); // any time is too long
        return request.action == u"Create"_s;
    };
    QVERIFY(world.open());
    world.say({}, faultReply(NoSuchShell, "No such shell."));
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"ShellExpired"_s);
    QVERIFY2(world.error().message.contains(u"0 minute"_s), qPrintable(world.error().message));
    QVERIFY2(world.error().recommendedAction.contains(u"Connect again."_s), qPrintable(world.error().recommendedAction));
}

void TestWsmanRecovery::commandWhoseAnswerIsLostIsAskedFor_data()
{
    QTest::addColumn<bool>("hasArrived");
    QTest::newRow("the server knows it") << true;
    QTest::newRow("the server does not know it") << false;
}

void TestWsmanRecovery::commandWhoseAnswerIsLostIsAskedFor()
{
    QFETCH(const bool, hasArrived);
    TransportWorld world;
    QVERIFY(world.open());
    world.log.clear();
    world.rule = [hasArrived](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Command"_s)
            responder.cut();
        else if (!hasArrived && !request.pipeline.isNull())
            responder.answer(faultReply(NoSuchShell, "No such command."));
        else
            return false;
        return true;
    };
    const QUuid pipeline = QUuid::createUuid();
    world.transport().createPipeline(pipeline, {"restart everything"});
    QTRY_COMPARE(world.recovered->count(), 1);
    if (hasArrived) {
        QVERIFY(world.waitForReceive(pipeline));
        world.say(pipeline, receiveReply(pipeline, {"done"}));
        QTRY_COMPARE(world.received->count(), 1);
        QCOMPARE(world.failures(), 0);
    } else {
        QTRY_COMPARE(world.pipelineFailed->count(), 1);
        QCOMPARE(world.pipelineError().id, u"CommandUnknown"_s);
        QCOMPARE(world.failed->count(), 0);
    }
    QCOMPARE(world.actions().count(u"Command"_s), 1);
}

void TestWsmanRecovery::commandThatTheServerKnewIsNotCalledUnknown()
{
    TransportWorld world;
    QVERIFY(world.open());
    world.rule = [](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Command"_s)
            responder.cut();
        return request.action == u"Command"_s;
    };
    const QUuid pipeline = QUuid::createUuid();
    world.transport().createPipeline(pipeline, {"x"});
    QVERIFY(world.waitForReceive(pipeline));
    world.say(pipeline, timedOutReply()); // it has nothing to say yet
    QVERIFY(world.waitForReceive(pipeline));
    world.say(pipeline, faultReply(NoSuchShell, "No such command."));
    QTRY_COMPARE(world.pipelineFailed->count(), 1);
    QCOMPARE(world.pipelineError().id, u"ShellGone"_s);
}

void TestWsmanRecovery::serverThatKeepsDisconnectingIsGivenUp()
{
    TransportWorld world;
    world.times.recovery = 500ms;
    QVERIFY(world.open());
    world.rule = faultFor(u"Receive"_s, false, WsmanFault::ShellDisconnected);
    world.say({}, faultReply(WsmanFault::ShellDisconnected, "Disconnected."));
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"ConnectionNotRecovered"_s);
}

void TestWsmanRecovery::answerOfAPromptIsNotSentTwice()
{
    TransportWorld world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    QVERIFY(world.openPipeline(pipeline));
    world.rule = [](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Send"_s)
            responder.cut();
        return request.action == u"Send"_s;
    };
    world.transport().send(pipeline, {"yes"}, PsrpStream::PromptResponse);
    QTRY_COMPARE(world.pipelineFailed->count(), 1);
    QCOMPARE(world.pipelineError().id, u"AnswerLost"_s);
    QTRY_COMPARE(world.recovered->count(), 1);
    QCOMPARE(world.actions().count(u"Send"_s), 1);
    QCOMPARE(world.failed->count(), 0);
}

void TestWsmanRecovery::requestsOfTheMeantimeAreSentInTheirOrder()
{
    TransportWorld world;
    QVERIFY(world.open());
    world.server.stopListening();
    world.cut();
    QTRY_COMPARE(world.interrupted->count(), 1);
    const QUuid pipeline = QUuid::createUuid();
    const QByteArray large(world.transport().maxFragmentSize(), 'l');
    world.transport().createPipeline(pipeline, {large, "rest"});
    world.transport().stop(pipeline);
    QCOMPARE(world.actions(), QStringList());
    world.server.listenAgain();
    QTRY_COMPARE(world.actions().count(u"Signal"_s), 1);
    QStringList ofPipeline;
    for (const ReceivedRequest &request : std::as_const(world.log)) {
        if (request.pipeline == pipeline && request.action != u"Receive"_s)
            ofPipeline.append(request.action);
    }
    QCOMPARE(ofPipeline, QStringList({u"Command"_s, u"Send"_s, u"Signal"_s}));
    QCOMPARE(world.failures(), 0);
}

void TestWsmanRecovery::commandThatIsClosedBeforeItWasSentNeverBegins()
{
    TransportWorld world;
    QVERIFY(world.open());
    world.server.stopListening();
    world.cut();
    QTRY_COMPARE(world.interrupted->count(), 1);
    const QUuid pipeline = QUuid::createUuid();
    world.transport().createPipeline(pipeline, {"x"});
    world.transport().closePipeline(pipeline);
    QTRY_COMPARE(world.pipelineClosed->count(), 1);
    world.server.listenAgain();
    QTRY_COMPARE(world.recovered->count(), 1);
    QVERIFY(world.waitForReceive({}));
    QCOMPARE(world.actions().count(u"Command"_s) + world.actions().count(u"Signal"_s), 0);
}

void TestWsmanRecovery::halfAnAnswerMayBeLost()
{
    TransportWorld world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    QVERIFY(world.openPipeline(pipeline));
    const auto waiting = world.receives.extract(pipeline);
    waiting.mapped().answerHalf(receiveReply(pipeline, {QByteArray(10000, 'x')}));
    QVERIFY(world.waitForReceive(pipeline));
    QVERIFY(world.mayBeLost->contains(QVariantList{pipeline}));
    QCOMPARE(world.received->count(), 0);
    QCOMPARE(world.failures(), 0);
}

void TestWsmanRecovery::leavingDeletesTheShellUnlessACommandMayStillRunInIt_data()
{
    QTest::addColumn<bool>("hasCommand");
    QTest::newRow("nothing runs") << false;
    QTest::newRow("a command runs") << true;
}

void TestWsmanRecovery::leavingDeletesTheShellUnlessACommandMayStillRunInIt()
{
    QFETCH(const bool, hasCommand);
    TransportWorld world;
    world.times.recovery = 100ms;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    if (hasCommand)
        QVERIFY(world.openPipeline(pipeline));
    world.server.stopListening();
    world.cut();
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"ConnectionNotRecovered"_s);
    world.server.listenAgain();
    world.transport().close();
    QTRY_COMPARE(world.closed->count(), 1);
    QCOMPARE(world.actions(), hasCommand ? QStringList() : QStringList{u"Delete"_s});
}

QTEST_GUILESS_MAIN(TestWsmanRecovery)
#include "tst_wsman_recovery.moc"
