// PsrpClient as a state machine: what it sends, what it tells, and what breaks it.
#include "backend/remoting/psrp/psrp_client.h"

#include "backend/remoting/clixml/clixml_reader.h"
#include "backend/remoting/clixml/clixml_writer.h"
#include "tests/remoting/psrp_event_text.h"

#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

const QUuid pool(u"9e709763-0000-0000-0000-000000000001"_s);
const QUuid pipeline(u"93a32a63-0000-0000-0000-000000000002"_s);

// A server that says what a test wants.
class Server
{
public:
    QByteArray says(PsrpMessageType type, const QByteArray &clixml, const QUuid &ofPipeline = {},
                    const QUuid &ofPool = pool)
    {
        return m_fragmenter
            .fragments(PsrpMessage{PsrpDestination::Client, type, ofPool, ofPipeline, clixml}.encoded(), 100)
            .join();
    }
    QByteArray capability(const QByteArray &version = "2.3")
    {
        return says(PsrpMessageType::SessionCapability,
                    "<Obj RefId=\"0\"><MS><Version N=\"protocolversion\">" + version + "</Version></MS></Obj>", {}, {});
    }
    QByteArray poolState(int state)
    {
        return says(PsrpMessageType::RunspacePoolState,
                    "<Obj RefId=\"0\"><MS><I32 N=\"RunspaceState\">" + QByteArray::number(state) + "</I32></MS></Obj>");
    }
    QByteArray pipelineState(int state)
    {
        return says(PsrpMessageType::PipelineState,
                    "<Obj RefId=\"0\"><MS><I32 N=\"PipelineState\">" + QByteArray::number(state) + "</I32></MS></Obj>",
                    pipeline);
    }

private:
    PsrpFragmenter m_fragmenter;
};

PsrpClient::Options options()
{
    PsrpClient::Options options;
    options.pool = pool;
    return options;
}

QStringList texts(const Result<std::vector<PsrpEvent>> &events)
{
    if (!events)
        return {u"error "_s + events.error().message};
    QStringList lines;
    for (const PsrpEvent &event : *events)
        lines.append(toText(event));
    return lines;
}

PsrpMessage messageOf(const QList<QByteArray> &fragments)
{
    PsrpDefragmenter defragmenter;
    const auto messages = defragmenter.add(fragments.join());
    return messages && messages->size() == 1 ? *PsrpMessage::decode(messages->first()) : PsrpMessage();
}

} // namespace

class TestPsrpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPoolOpensAndCloses()
    {
        Server server;
        PsrpClient client(options());
        QVERIFY(client.state() == RunspacePoolState::BeforeOpen);
        QCOMPARE(client.open().size(), 2);
        QVERIFY(client.state() == RunspacePoolState::NegotiationSent);
        QCOMPARE(texts(client.receive(server.capability())), QStringList{u"pool NegotiationSucceeded"_s});
        QCOMPARE(client.serverProtocolVersion(), u"2.3"_s);
        QCOMPARE(texts(client.receive(server.poolState(2))), QStringList{u"pool Opened"_s});
        QCOMPARE(texts(client.receive(server.poolState(2))), QStringList());
        QCOMPARE(texts(client.receive(server.poolState(3))), QStringList{u"pool Closed"_s});
        QCOMPARE(texts(client.receive(server.poolState(2))),
                 QStringList{u"skipped RUNSPACEPOOL_STATE: The runspace pool is closed."_s});
    }

    void violationsBreakThePool_data()
    {
        QTest::addColumn<QByteArrayList>("bytes");
        QTest::addColumn<QString>("sentence");
        Server server;
        const QByteArray capability = server.capability();
        const auto row = [](const char *name, const QByteArrayList &bytes, const QString &sentence) {
            QTest::newRow(name) << bytes << sentence;
        };
        row("old protocol", {server.capability("1.0")},
            u"The server speaks version \"1.0\" of the PowerShell Remoting Protocol, which this program does not."_s);
        row("no version", {server.says(PsrpMessageType::SessionCapability, "<Obj />")},
            u"The server speaks version \"\" of the PowerShell Remoting Protocol, which this program does not."_s);
        row("two capabilities", {capability, server.capability()}, u"The server began the session a second time."_s);
        row("opened without capability", {server.poolState(2)},
            u"The server opened the session without saying which protocol it speaks."_s);
        row("unknown state", {capability, server.poolState(99)},
            u"The server named a state of the session that is not known."_s);
        row("unknown state of a pipeline", {capability, server.pipelineState(-1)},
            u"The server named a state of a command that is not known."_s);
        row("no CLIXML", {capability, server.says(PsrpMessageType::PipelineState, "rubbish", pipeline)},
            u"Text stands where none may stand."_s);
        row("no fragments", {QByteArray(30, '\xFF')}, u"The server sent a fragment with flags that are not known."_s);
        row("no message", {PsrpFragmenter().fragments("short", 100).join()},
            u"The server sent a message that is too short to be one."_s);
        row("no host call", {capability, server.says(PsrpMessageType::RunspacePoolHostCall, "<S>a</S>")},
            u"The server called the client's host in a way that is not understood."_s);
    }

    void violationsBreakThePool()
    {
        QFETCH(QByteArrayList, bytes);
        QFETCH(QString, sentence);
        PsrpClient client(options());
        client.open();
        client.createPipeline(pipeline, {{u"Get-CsPool"_s, {}}});
        for (const QByteArray &part : bytes.first(bytes.size() - 1))
            QVERIFY(client.receive(part));
        const auto received = client.receive(bytes.last());
        QVERIFY(!received);
        QVERIFY2(received.error().message.endsWith(sentence), qPrintable(received.error().message));
        QVERIFY(client.state() == RunspacePoolState::Broken);
        const auto again = client.receive(Server().poolState(2));
        QVERIFY(!again);
        QCOMPARE(again.error(), received.error());
    }

    // One object that cannot be read must not take the session, and the commands in it, with it; nor be left out
    // silently.
    void anUnreadableObjectIsAnErrorOfItsCommandOnly()
    {
        Server server;
        PsrpClient client(options());
        client.open();
        client.createPipeline(pipeline, {{u"Get-CsPool"_s, {}}});
        QVERIFY(client.receive(server.capability()));
        for (const PsrpMessageType type : {PsrpMessageType::PipelineOutput, PsrpMessageType::ProgressRecord}) {
            const QStringList told = texts(client.receive(server.says(type, "<New>a</New>", pipeline)));
            QCOMPARE(told.size(), 1);
            QVERIFY2(told.first().startsWith(u"error "_s)
                         && told.first().endsWith(u"The element New must not stand where it stands."_s),
                     qPrintable(told.first()));
        }
        QCOMPARE(texts(client.receive(server.says(PsrpMessageType::PipelineHostCall, "<S>a</S>", pipeline))),
                 QStringList{
                     u"error NotSpecified [] The server called the client's host in a way that is not understood."_s});
        QCOMPARE(texts(client.receive(server.says(PsrpMessageType::PipelineOutput, "<S>a</S>", pipeline))),
                 QStringList{u"output a"_s});
        QVERIFY(client.state() == RunspacePoolState::NegotiationSucceeded);
    }

    void aVersionAsPlainTextIsAVersion()
    {
        PsrpClient client(options());
        client.open();
        QVERIFY(client.receive(
            Server().says(PsrpMessageType::SessionCapability, "<Obj><MS><S N=\"protocolversion\">2.3</S></MS></Obj>")));
        QCOMPARE(client.serverProtocolVersion(), u"2.3"_s);
    }

    void whatIsNotUsedNeedsNotBeReadable()
    {
        Server server;
        PsrpClient client(options());
        client.open();
        QVERIFY(client.receive(server.capability()));
        for (const auto type :
             {PsrpMessageType::UserEvent, PsrpMessageType::RunspaceAvailability, PsrpMessageType(0x77)})
            QVERIFY(texts(client.receive(server.says(type, "no CLIXML"))).value(0).startsWith("skipped "_L1));
        QVERIFY(texts(client.receive(server.says(PsrpMessageType::RunspacePoolState, "no CLIXML")))
                    .value(0)
                    .startsWith("error "_L1));
    }

    void whatIsNotMeantIsSkipped()
    {
        Server server;
        PsrpClient client(options());
        client.open();
        QVERIFY(client.receive(server.capability()));
        QCOMPARE(texts(client.receive(server.says(PsrpMessageType(0x99999), "<S>a</S>"))),
                 QStringList{u"skipped 0x00099999: The type of the message is not known."_s});
        QCOMPARE(texts(client.receive(server.says(PsrpMessageType::UserEvent, "<Obj />"))),
                 QStringList{u"skipped USER_EVENT: Messages of this type are not used."_s});
        QCOMPARE(
            texts(client.receive(server.says(PsrpMessageType::PipelineOutput, "<S>a</S>", pipeline))),
            QStringList{
                u"skipped PIPELINE_OUTPUT: The message belongs to a command that has ended or was not started from here."_s});
        QCOMPARE(texts(client.receive(server.says(PsrpMessageType::RunspacePoolState, "<Obj />", {}, pipeline))),
                 QStringList{u"skipped RUNSPACEPOOL_STATE: The message belongs to another runspace pool."_s});
        QCOMPARE(texts(client.receive(server.says(PsrpMessageType::EncryptedSessionKey, "<Obj />"))),
                 QStringList{u"skipped ENCRYPTED_SESSION_KEY: The key for secrets was not asked for."_s});
        QVERIFY(client.state() == RunspacePoolState::NegotiationSucceeded);
    }

    void aPipelineEndsOnce()
    {
        Server server;
        PsrpClient client(options());
        client.open();
        client.createPipeline(pipeline, {{u"Get-CsPool"_s, {}}});
        QVERIFY(client.receive(server.capability() + server.poolState(2)));
        QCOMPARE(texts(client.receive(server.says(PsrpMessageType::PipelineOutput, "<S>a</S>", pipeline)
                                      + server.pipelineState(3))),
                 (QStringList{u"output a"_s, u"state Stopped"_s}));
        QCOMPARE(texts(client.receive(server.pipelineState(4))).first().section(u':', 0, 0),
                 u"skipped PIPELINE_STATE"_s);
    }

    void everySizeOfFragmentGivesTheSameEvents()
    {
        QByteArray xml = "<Obj RefId=\"0\"><LST>" + QByteArray("<S>abc</S>").repeated(20) + "</LST></Obj>";
        for (qsizetype size = 22; size < 320; ++size) {
            PsrpFragmenter fragmenter;
            PsrpClient client(options());
            client.open();
            client.createPipeline(pipeline, {{u"Get-CsPool"_s, {}}});
            const PsrpMessage message{PsrpDestination::Client, PsrpMessageType::PipelineOutput, pool, pipeline, xml};
            QStringList lines;
            for (const QByteArray &fragment : fragmenter.fragments(message.encoded(), size))
                lines += texts(client.receive(fragment));
            QCOMPARE(lines.size(), 1);
            QVERIFY(lines.first().startsWith(u"output {abc, abc"_s));
        }
    }

    void aServerThatWantsTheKeyGetsIt()
    {
        Server server;
        PsrpClient client(options());
        client.open();
        QVERIFY(client.receive(server.capability("2.1")));
        QCOMPARE(texts(client.receive(server.says(PsrpMessageType::PublicKeyRequest, "<S></S>"))),
                 QStringList{u"key requested"_s});
        const auto request = readClixml(messageOf(client.requestSessionKey()).data);
        const QString key = *SessionKey::encryptedSessionKeyFor(
            *request->object()->property(u"PublicKey").get<QString>(), QByteArray(32, 'k'));
        QCOMPARE(texts(client.receive(server.says(PsrpMessageType::EncryptedSessionKey,
                                                  "<Obj RefId=\"0\"><MS><S N=\"EncryptedSessionKey\">" + key.toLatin1()
                                                      + "</S></MS></Obj>"))),
                 QStringList{u"key ready"_s});
        QVERIFY(client.sessionKey().isReady());
    }

    void whatAServerBefore23DoesNotKnowIsNotSent()
    {
        const auto data = [](const QByteArray &version) {
            PsrpClient client(options());
            client.open();
            if (!client.receive(Server().capability(version)))
                return QByteArray();
            return messageOf(client.createPipeline(pipeline, {{u"Get-CsPool"_s, {}}})).data;
        };
        QVERIFY(data("2.3").contains("MergeInformation"));
        QVERIFY(!data("2.2").contains("MergeInformation") && data("2.2").contains("MergeDebug"));
        QVERIFY(!data("2.1").contains("MergeDebug") && data("2.1").contains("MergeMyResult"));
    }

    void callsOfThePoolAreAnsweredAndRefused()
    {
        Server server;
        PsrpClient client(options());
        client.open();
        const HostCall call{3, int(HostMethod::ReadLine), u"ReadLine"_s, {}};
        QVERIFY(client.receive(server.capability()));
        QCOMPARE(texts(client.receive(server.says(PsrpMessageType::RunspacePoolHostCall, writeClixml(hostCall(call))))),
                 QStringList{u"call 3 11 ReadLine()"_s});
        const PsrpMessage answer = messageOf(client.answer({}, call, ClixmlValue(u"a"_s)));
        QVERIFY(answer.type == PsrpMessageType::RunspacePoolHostResponse && answer.pipeline.isNull());
        QVERIFY(readClixml(answer.data)->object()->property(u"mr") == ClixmlValue(u"a"_s));
        const PsrpMessage refusal = messageOf(client.refuse(pipeline, call, u"No."_s));
        QVERIFY(refusal.type == PsrpMessageType::PipelineHostResponse && refusal.pipeline == pipeline);
        const auto error = readClixml(refusal.data);
        QCOMPARE(*error->object()
                      ->property(u"me")
                      .object()
                      ->property(u"Exception")
                      .object()
                      ->property(u"Message")
                      .get<QString>(),
                 u"No."_s);
        QVERIFY(!error->object()->contains(u"mr"));
    }
};

QTEST_GUILESS_MAIN(TestPsrpClient)
#include "tst_psrp_client.moc"
