// Connections that are lost and got back: what is sent, what is never sent twice, and what is said of the rest.
#include "tests/remoting/wsman_transport_world.h"

#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestWsmanRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lostConnectionIsRecovered();
    void lostConnectionThatStaysAwayFails();
    void shellThatIsGoneAfterAnInterruptionFails();
    void commandIsNotSentTwiceWhenItsAnswerIsLost();
    void halfAnAnswerIsAnInterruption();
};

void TestWsmanRecovery::lostConnectionIsRecovered()
{
    TransportWorld world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    QVERIFY(world.openPipeline(pipeline));
    world.log.clear();
    world.receives.clear();
    world.server.stopListening();
    world.server.cutConnections();
    QTRY_COMPARE(world.interrupted->count(), 1);
    world.server.listenAgain();
    QTRY_COMPARE(world.recovered->count(), 1);
    QVERIFY(world.waitForReceive({}));
    QVERIFY(world.waitForReceive(pipeline));
    QCOMPARE(world.actions().count(u"Reconnect"_s), 2); // the shell, and the command in it
    QCOMPARE(world.actions().count(u"Receive"_s), 2);
    QCOMPARE(world.log.at(0).pipeline, QUuid());
    QCOMPARE(world.log.at(1).pipeline, pipeline);
    world.say(pipeline, receiveReply(pipeline, {"on it goes"}));
    QTRY_COMPARE(world.received->count(), 1);
    QCOMPARE(world.interrupted->count(), 1);
    QCOMPARE(world.failed->count() + world.pipelineFailed->count(), 0);
}

void TestWsmanRecovery::lostConnectionThatStaysAwayFails()
{
    TransportWorld world;
    world.times.recovery = 300ms;
    QVERIFY(world.open());
    world.server.stopListening();
    world.server.cutConnections();
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.interrupted->count(), 1);
    QCOMPARE(world.recovered->count(), 0);
    QCOMPARE(world.error().id, u"ConnectionNotRecovered"_s);
}

void TestWsmanRecovery::shellThatIsGoneAfterAnInterruptionFails()
{
    TransportWorld world;
    QVERIFY(world.open());
    world.rule = [](const ReceivedRequest &, const Responder &responder) {
        responder.answer(faultReply(WsmanFault::ShellNotFound, "No such shell."));
        return true;
    };
    world.server.cutConnections();
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"ShellGone"_s);
}

void TestWsmanRecovery::commandIsNotSentTwiceWhenItsAnswerIsLost()
{
    TransportWorld world;
    QVERIFY(world.open());
    world.rule = [](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Command"_s)
            responder.cut();
        return request.action == u"Command"_s;
    };
    const QUuid pipeline = QUuid::createUuid();
    world.transport().createPipeline(pipeline, {"restart everything"});
    QTRY_COMPARE(world.pipelineFailed->count(), 1);
    QCOMPARE(world.pipelineFailed->at(0).at(1).value<Error>().id, u"AnswerLost"_s);
    QTRY_COMPARE(world.recovered->count(), 1);
    QCOMPARE(world.actions().count(u"Command"_s), 1);
    QCOMPARE(world.failed->count(), 0);
}

void TestWsmanRecovery::halfAnAnswerIsAnInterruption()
{
    TransportWorld world;
    QVERIFY(world.open());
    const auto it = world.receives.find(QUuid());
    const Responder responder = it->second;
    world.receives.erase(it);
    responder.answerHalf(receiveReply({}, {QByteArray(10000, 'x')}));
    QTRY_COMPARE(world.interrupted->count(), 1);
    QTRY_COMPARE(world.recovered->count(), 1);
    QVERIFY(world.waitForReceive({}));
    QCOMPARE(world.received->count(), 0);
}

QTEST_GUILESS_MAIN(TestWsmanRecovery)
#include "tst_wsman_recovery.moc"
