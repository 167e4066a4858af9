// Which packet follows which: one under way for each pipeline, the server's answers awaited, everything closed in
// order.
#include "backend/remoting/process/process_flow.h"
#include "backend/remoting/psrp/psrp_fragment.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

using Kind = ProcessPacket::Kind;
using Received = ProcessFlow::Received;

const QUuid A(u"{b4e2a7c0-4a5e-4e5b-9a0b-0d2f6c1e8a37}"_s);
const QUuid B(u"{c5e2a7c0-4a5e-4e5b-9a0b-0d2f6c1e8a37}"_s);

// "Command A", "Data session abc", …
QStringList written(ProcessFlow &flow)
{
    static const QStringList names = {u"Data"_s,   u"DataAck"_s,   u"Command"_s, u"CommandAck"_s,
                                      u"Signal"_s, u"SignalAck"_s, u"Close"_s,   u"CloseAck"_s};
    ProcessPacketReader reader;
    reader.add(flow.takeOutput());
    QStringList texts;
    while (const std::optional<Result<ProcessPacket>> packet = reader.next()) {
        if (!*packet)
            return {packet->error().id};
        const ProcessPacket &each = packet->value();
        const QString whose = each.pipeline == A ? u"A"_s : each.pipeline == B ? u"B"_s : u"session"_s;
        QStringList words{names[int(each.kind)], whose};
        if (each.stream == PsrpStream::PromptResponse)
            words.append(u"pr"_s);
        if (!each.content.isEmpty())
            words.append(QString::fromLatin1(each.content));
        texts.append(words.join(u' '));
    }
    return texts;
}

Received receive(ProcessFlow &flow, Kind kind, const QUuid &pipeline, const QByteArray &content = {})
{
    const Result<Received> received = flow.receive({kind, pipeline, PsrpStream::Input, content});
    return received ? *received : Received{Received::What::Data, {}, received.error().id.toLatin1()};
}

} // namespace

class TestProcessFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fragmentsThatFitGoTogether()
    {
        ProcessFlow flow;
        flow.send({}, {"one", "two"}, PsrpStream::Input);
        QCOMPARE(written(flow), QStringList{u"Data session onetwo"_s});
        QVERIFY(receive(flow, Kind::DataAck, {}) == Received());
        QCOMPARE(written(flow), QStringList());
    }

    void aPipelineIsAnnouncedBeforeItsData()
    {
        ProcessFlow flow;
        flow.createPipeline(A, {"create"});
        QCOMPARE(written(flow), QStringList{u"Command A"_s});
        receive(flow, Kind::CommandAck, A);
        QCOMPARE(written(flow), QStringList{u"Data A create"_s});
    }

    void oneDataIsUnderWayAndTheNextFollowsItsAnswer()
    {
        ProcessFlow flow;
        const QByteArray large(ProcessFlow::MaxContent, 'x');
        flow.send({}, {large, "rest"}, PsrpStream::Input);
        QCOMPARE(written(flow).size(), 1);
        flow.send({}, {"more"}, PsrpStream::Input);
        QCOMPARE(written(flow), QStringList());
        receive(flow, Kind::DataAck, {});
        QCOMPARE(written(flow), QStringList{u"Data session restmore"_s});
        receive(flow, Kind::DataAck, {});
        QCOMPARE(written(flow), QStringList());
    }

    void pipelinesDoNotWaitForEachOther()
    {
        ProcessFlow flow;
        flow.send({}, {"pool"}, PsrpStream::Input);
        flow.createPipeline(A, {"a"});
        flow.createPipeline(B, {"b"});
        QCOMPARE(written(flow), (QStringList{u"Data session pool"_s, u"Command A"_s, u"Command B"_s}));
        receive(flow, Kind::CommandAck, B);
        QCOMPARE(written(flow), QStringList{u"Data B b"_s});
    }

    void answersToQuestionsHaveTheirOwnStream()
    {
        ProcessFlow flow;
        flow.createPipeline(A, {"create"});
        receive(flow, Kind::CommandAck, A);
        flow.send(A, {"yes"}, PsrpStream::PromptResponse);
        flow.send(A, {"in"}, PsrpStream::Input);
        QCOMPARE(written(flow), (QStringList{u"Command A"_s, u"Data A create"_s}));
        receive(flow, Kind::DataAck, A);
        QCOMPARE(written(flow), QStringList{u"Data A pr yes"_s});
        receive(flow, Kind::DataAck, A);
        QCOMPARE(written(flow), QStringList{u"Data A in"_s});
    }

    void fragmentsOfEverySizeArriveWhole()
    {
        const QByteArray message(300, 'm');
        for (qsizetype size = 22; size < 400; ++size) {
            ProcessFlow flow;
            PsrpDefragmenter defragmenter;
            PsrpFragmenter fragmenter;
            QList<QByteArray> messages;
            flow.send({}, fragmenter.fragments(message, size), PsrpStream::Input);
            for (QByteArray lines = flow.takeOutput(); !lines.isEmpty(); lines = flow.takeOutput()) {
                const Result<ProcessPacket> packet = decodeProcessPacket(QByteArrayView(lines).chopped(1));
                QVERIFY(packet);
                const auto complete = defragmenter.add(packet->content);
                QVERIFY(complete);
                messages += *complete;
                receive(flow, Kind::DataAck, {});
            }
            QCOMPARE(messages, QList<QByteArray>{message});
        }
    }

    void aStopFollowsWhatStartsThePipeline()
    {
        ProcessFlow flow;
        flow.createPipeline(A, {"create"});
        flow.stop(A);
        flow.stop(A);
        QCOMPARE(written(flow), QStringList{u"Command A"_s});
        receive(flow, Kind::CommandAck, A);
        QCOMPARE(written(flow), QStringList{u"Data A create"_s});
        receive(flow, Kind::DataAck, A);
        QCOMPARE(written(flow), QStringList{u"Signal A"_s});
        receive(flow, Kind::SignalAck, A);
        QCOMPARE(written(flow), QStringList());
        flow.closePipeline(A);
        QCOMPARE(written(flow), QStringList{u"Close A"_s});
    }

    void aCloseDoesNotWaitForDataThatIsNeverAcknowledged()
    {
        ProcessFlow flow;
        flow.createPipeline(A, {"create"});
        receive(flow, Kind::CommandAck, A);
        flow.send(A, {"late"}, PsrpStream::PromptResponse);
        written(flow);
        flow.closePipeline(A);
        flow.closePipeline(A);
        QCOMPARE(written(flow), QStringList{u"Close A"_s});
        QVERIFY(receive(flow, Kind::DataAck, A) == Received()); // it comes after all
        QCOMPARE(written(flow), QStringList());
        QVERIFY((receive(flow, Kind::CloseAck, A) == Received{Received::What::PipelineClosed, A}));
    }

    void aCloseWaitsUntilTheServerKnowsThePipeline()
    {
        ProcessFlow flow;
        flow.createPipeline(A, {"create"});
        written(flow);
        flow.closePipeline(A);
        QCOMPARE(written(flow), QStringList());
        receive(flow, Kind::CommandAck, A);
        QCOMPARE(written(flow), QStringList{u"Close A"_s});
    }

    void whatComesForAClosedPipelineIsDropped()
    {
        ProcessFlow flow;
        flow.createPipeline(A, {"create"});
        QVERIFY((receive(flow, Kind::Data, A, "out") == Received{Received::What::Data, A, "out"}));
        receive(flow, Kind::CommandAck, A);
        flow.closePipeline(A);
        QVERIFY(receive(flow, Kind::Data, A, "out") == Received());
        receive(flow, Kind::CloseAck, A);
        QVERIFY(receive(flow, Kind::Data, A, "out") == Received());
        QVERIFY(receive(flow, Kind::CloseAck, A) == Received());
        written(flow);
        flow.send(A, {"in"}, PsrpStream::Input);
        flow.stop(A);
        QCOMPARE(written(flow), QStringList());
    }

    void theSessionIsClosedAfterAllItsPipelines()
    {
        ProcessFlow flow;
        flow.createPipeline(A, {"a"});
        flow.createPipeline(B, {"b"});
        receive(flow, Kind::CommandAck, A);
        written(flow);
        flow.close();
        flow.close();
        QCOMPARE(written(flow), QStringList{u"Close A"_s});
        receive(flow, Kind::CloseAck, A);
        QCOMPARE(written(flow), QStringList());
        receive(flow, Kind::CommandAck, B);
        QCOMPARE(written(flow), QStringList{u"Close B"_s});
        receive(flow, Kind::CloseAck, B);
        QCOMPARE(written(flow), QStringList{u"Close session"_s});
        flow.createPipeline(A, {"a"});
        flow.send({}, {"more"}, PsrpStream::Input);
        QCOMPARE(written(flow), QStringList());
        QVERIFY((receive(flow, Kind::CloseAck, {}) == Received{Received::What::SessionClosed, {}}));
    }

    void theSessionDoesNotWaitForItsOwnData()
    {
        ProcessFlow flow;
        flow.send({}, {"init"}, PsrpStream::Input);
        written(flow);
        flow.close();
        QCOMPARE(written(flow), QStringList{u"Close session"_s});
    }

    void answersThatNothingWaitsForArePassedOver_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QUuid>("pipeline");
        QTest::newRow("data") << int(Kind::DataAck) << QUuid();
        QTest::newRow("another pipeline's data") << int(Kind::DataAck) << B;
        QTest::newRow("command") << int(Kind::CommandAck) << B;
        QTest::newRow("signal") << int(Kind::SignalAck) << A;
        QTest::newRow("close") << int(Kind::CloseAck) << A;
        QTest::newRow("close of the session") << int(Kind::CloseAck) << QUuid();
    }
    void answersThatNothingWaitsForArePassedOver()
    {
        QFETCH(const int, kind);
        QFETCH(const QUuid, pipeline);
        ProcessFlow flow;
        flow.createPipeline(A, {"create"});
        written(flow);
        QVERIFY(receive(flow, Kind(kind), pipeline) == Received());
        QCOMPARE(written(flow), QStringList());
        receive(flow, Kind::CommandAck, A);
        QCOMPARE(written(flow), QStringList{u"Data A create"_s});
    }

    void whatOnlyAClientMaySendEndsTheSession_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("Command") << int(Kind::Command) << QByteArray("ProcessPacketInvalid");
        QTest::newRow("Signal") << int(Kind::Signal) << QByteArray("ProcessPacketInvalid");
        QTest::newRow("Close") << int(Kind::Close) << QByteArray("ProcessPacketInvalid");
        QTest::newRow("the server's error") << int(Kind::ServerError) << QByteArray("ServerError");
    }
    void whatOnlyAClientMaySendEndsTheSession()
    {
        QFETCH(const int, kind);
        QFETCH(const QByteArray, id);
        ProcessFlow flow;
        QCOMPARE(receive(flow, Kind(kind), {}).fragments, id);
    }
};

QTEST_GUILESS_MAIN(TestProcessFlow)
#include "tst_process_flow.moc"
