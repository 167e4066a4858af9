// The envelopes of WS-Management: as recorded from genuine servers, and as nobody should send them.
#include "backend/remoting/wsman/wsman_shell.h"
#include "tests/remoting/recorded_traffic.h"

#include <QRegularExpression>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray wrapped(const QByteArray &header, const QByteArray &body)
{
    return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "
           "xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" "
           "xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\" "
           "xmlns:r=\"http://schemas.microsoft.com/wbem/wsman/1/windows/shell\"><s:Header>"
        + header + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
}

QString captured(const QByteArray &text, const QString &pattern)
{
    return QRegularExpression(pattern).match(QString::fromUtf8(text)).captured(1);
}

// What the recorded client put into a request, taken from it; so that ours can be asked for the same.
struct Recorded
{
    explicit Recorded(const QByteArray &request)
        : text(request)
    {
    }
    QString action() const { return captured(text, u"<wsa:Action[^>]*>[^<]*/(\\w+)<"_s); }
    QUuid message() const { return QUuid::fromString(captured(text, u"MessageID>uuid:([^<]+)<"_s)); }
    QUuid session() const { return QUuid::fromString(captured(text, u"SessionId [^>]*>uuid:([^<]+)<"_s)); }
    QUuid pool() const { return QUuid::fromString(captured(text, u"<rsp:Shell ShellId=\"([^\"]+)\""_s)); }
    QUuid pipeline() const { return QUuid::fromString(captured(text, u"CommandId=\"([^\"]+)\""_s)); }
    QString stream() const { return captured(text, u"<rsp:Stream [^>]*Name=\"([^\"]+)\""_s); }
    QByteArray fragments() const
    {
        return QByteArray::fromBase64(
            captured(text, u"(?:creationXml [^>]*|Arguments|<rsp:Stream [^>]*)>([^<]+)<"_s).toLatin1());
    }
    std::chrono::seconds timeout(const QString &element) const
    {
        return std::chrono::seconds(captured(text, element + u">PT(\\d+)S<"_s).toInt());
    }

    QByteArray text;
};

WsmanShell::Options optionsOf(const Recorded &create, QUuid &nextId)
{
    WsmanShell::Options options;
    options.url = QUrl(captured(create.text, u"<wsa:To>([^<]+)<"_s));
    options.resourceUri = captured(create.text, u"ResourceURI[^>]*>([^<]+)<"_s);
    options.shellName.clear();
    options.operationTimeout = create.timeout(u"OperationTimeout"_s);
    if (create.text.contains("IdleTimeOut"))
        options.idleTimeout = create.timeout(u"IdleTimeOut"_s);
    options.loadsProfile = !create.text.contains("WINRS_NOPROFILE");
    options.maxEnvelopeSize = captured(create.text, u"MaxEnvelopeSize [^>]*>(\\d+)<"_s).toInt();
    nextId = create.session();
    options.newId = [&nextId] { return nextId; };
    return options;
}

// This client asks for no configuration, and runs nothing but PowerShell.
bool isSentByUs(const Recorded &recorded)
{
    static const QStringList actions{u"Create"_s, u"Command"_s, u"Send"_s, u"Receive"_s, u"Delete"_s};
    return actions.contains(recorded.action()) && !recorded.text.contains("/windows/shell/cmd<");
}

WsmanRequest requestLike(WsmanShell &shell, const Recorded &recorded)
{
    const QString action = recorded.action();
    if (action == u"Create"_s)
        return shell.create(recorded.pool(), recorded.fragments());
    if (action == u"Command"_s)
        return shell.command(recorded.pipeline(), recorded.fragments());
    if (action == u"Send"_s)
        return shell.send(recorded.pipeline(), recorded.fragments(),
                          recorded.stream() == u"pr"_s ? PsrpStream::PromptResponse : PsrpStream::Input);
    if (action == u"Receive"_s)
        return shell.receive(recorded.pipeline());
    return shell.remove();
}

} // namespace

class TestWsmanShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreByteForByteAsRecorded_data();
    void requestsAreByteForByteAsRecorded();
    void responsesOfGenuineServersAreRead();
    void signalsAndReconnectsSayWhatTheSpecificationSays();
    void shellHasItsName();
    void nothingIsInjectedIntoEnvelopes();
    void fullEnvelopeIsNotLargerThanAllowed_data();
    void fullEnvelopeIsNotLargerThanAllowed();
    void capacityIsNeverBelowTheSmallestFragment();
    void namespacesAreReadNotPrefixes();
    void faultsAreRead_data();
    void faultsAreRead();
    void whatIsNoEnvelopeIsRefused_data();
    void whatIsNoEnvelopeIsRefused();
};

void TestWsmanShell::requestsAreByteForByteAsRecorded_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : recordedExchanges())
        QTest::newRow(qPrintable(name)) << name;
    if (recordedExchanges().isEmpty())
        QTest::newRow("none") << QString();
}

void TestWsmanShell::requestsAreByteForByteAsRecorded()
{
    QFETCH(const QString, name);
    if (name.isEmpty())
        QSKIP("The recorded exchanges are not present.");
    std::unique_ptr<WsmanShell> shell;
    QUuid nextId;
    int compared = 0;
    for (const RecordedMessage &message : recordedExchange(name)) {
        const Recorded recorded(message.request);
        if (!isSentByUs(recorded))
            continue;
        if (!shell)
            shell = std::make_unique<WsmanShell>(optionsOf(recorded, nextId));
        shell->setMaxEnvelopeSize(captured(recorded.text, u"MaxEnvelopeSize [^>]*>(\\d+)<"_s).toInt());
        nextId = recorded.message();
        QCOMPARE(requestLike(*shell, recorded).body, recorded.text);
        ++compared;
    }
    if (compared == 0)
        QSKIP("That is no PowerShell.");
    QVERIFY(compared >= 3);
}

void TestWsmanShell::responsesOfGenuineServersAreRead()
{
    if (recordedExchanges().isEmpty())
        QSKIP("The recorded exchanges are not present.");
    QList<quint32> faults;
    int streams = 0;
    int finished = 0;
    for (const QString &name : recordedExchanges()) {
        for (const RecordedMessage &message : recordedExchange(name)) {
            const Recorded request(message.request);
            if (message.response.isEmpty() || !isSentByUs(request))
                continue;
            const Result<WsmanResponse> response = WsmanShell::parse(message.response);
            QVERIFY2(response.isOk(), response ? "" : qPrintable(response.error().message));
            if (response->fault) {
                QCOMPARE(response->action, u"fault"_s);
                faults.append(response->fault->code);
                continue;
            }
            QCOMPARE(response->action, QString(request.action() + u"Response"_s));
            QCOMPARE(QUuid::fromString(response->shellId), request.pool());
            for (const WsmanResponse::Stream &stream : response->streams) {
                QCOMPARE(stream.name, u"stdout"_s);
                QCOMPARE(stream.pipeline, request.pipeline());
                QVERIFY(stream.data.size() > 21);
                ++streams;
            }
            finished += response->finishedPipeline.isNull() ? 0 : 1;
            QCOMPARE(response->finishedPipeline,
                     message.response.contains("CommandState/Done") ? request.pipeline() : QUuid());
        }
    }
    QVERIFY(faults.count(2150858793) >= 2 && faults.contains(2150858843));
    QVERIFY(streams > 50);
    QVERIFY(finished >= 8);
}

// MS-PSRP 3.1.5.3.9, 3.1.5.3.16 and 3.1.5.3.18; MS-WSMV 2.2.4.38.
void TestWsmanShell::signalsAndReconnectsSayWhatTheSpecificationSays()
{
    WsmanShell::Options options;
    options.url = QUrl(u"https://pool.example.com/OcsPowershell"_s);
    WsmanShell shell(options);
    shell.setShellId(u"D0C1"_s);
    const QUuid pipeline = QUuid::createUuid();
    const QByteArray id = pipeline.toByteArray(QUuid::WithoutBraces).toUpper();

    const WsmanRequest stop = shell.stop(pipeline);
    QCOMPARE(stop.operation, WsmanOperation::Signal);
    QCOMPARE(stop.pipeline, pipeline);
    QVERIFY(stop.body.contains(
        QByteArray("<rsp:Signal CommandId=\"" + id + "\"><rsp:Code>powershell/signal/crtl_c</rsp:Code></rsp:Signal>")));
    QVERIFY(stop.body.contains(">http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Signal</wsa:Action>"));
    QVERIFY(shell.terminate(pipeline).body.contains("/windows/shell/signal/Terminate</rsp:Code>"));
    QVERIFY(
        shell.disconnect().body.contains("<rsp:Disconnect><rsp:BufferMode>Block</rsp:BufferMode></rsp:Disconnect>"));
    QVERIFY(shell.reconnect({}).body.contains("<rsp:Reconnect />"));
    QVERIFY(shell.reconnect(pipeline).body.contains(QByteArray("<rsp:CommandId>" + id + "</rsp:CommandId>")));
    for (const WsmanRequest &request : {stop, shell.disconnect(), shell.reconnect({}), shell.remove()})
        QVERIFY(request.body.contains("<wsman:Selector Name=\"ShellId\">D0C1</wsman:Selector>"));
}

void TestWsmanShell::shellHasItsName()
{
    WsmanShell shell({.url = QUrl(u"https://pool.example.com/OcsPowershell"_s)});
    const QUuid pool = QUuid::createUuid();
    const QByteArray body = shell.create(pool, "x").body;
    QVERIFY(body.contains("<rsp:Shell Name=\"CsPoolConsole\" ShellId=\""));
    QVERIFY(!body.contains("SelectorSet"));
    QCOMPARE(QUuid::fromString(shell.shellId()), pool);
}

void TestWsmanShell::nothingIsInjectedIntoEnvelopes()
{
    WsmanShell::Options options;
    options.url = QUrl(u"https://pool.example.com/a?b=1&c=<d>"_s);
    options.shellName = u"\"><x>"_s;
    WsmanShell shell(options);
    const QByteArray create = shell.create(QUuid::createUuid(), "x").body;
    QVERIFY(WsmanShell::parse(create).isOk());
    QVERIFY(create.contains("Name=\"&quot;&gt;&lt;x&gt;\""));
    shell.setShellId(u"</wsman:Selector>"_s);
    QVERIFY(WsmanShell::parse(shell.receive({}).body).isOk());
}

void TestWsmanShell::fullEnvelopeIsNotLargerThanAllowed_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("smallest that servers take") << qsizetype(8192);
    QTest::newRow("at first") << qsizetype(153600);
    QTest::newRow("protocol 2.2") << qsizetype(512000);
}

void TestWsmanShell::fullEnvelopeIsNotLargerThanAllowed()
{
    QFETCH(const qsizetype, size);
    WsmanShell::Options options;
    options.url = QUrl(u"https://pool.example.com/OcsPowershell"_s);
    options.idleTimeout = 1234567ms;
    options.operationTimeout = 20500ms;
    options.loadsProfile = false;
    WsmanShell shell(options);
    shell.setMaxEnvelopeSize(size);
    const QUuid id = QUuid::createUuid();
    const QByteArray create = shell.create(id, QByteArray(shell.capacity(), 'x')).body;
    QVERIFY(create.contains("PT1234.567S"));
    const QByteArray full(shell.capacity(), 'x');
    for (const QByteArray &body :
         {create, shell.command(id, full).body, shell.send(id, full, PsrpStream::Input).body}) {
        QVERIFY(body.size() <= size);
        QVERIFY(body.size() > size - 1000); // and nothing much is given away
    }
}

void TestWsmanShell::capacityIsNeverBelowTheSmallestFragment()
{
    WsmanShell shell({.url = QUrl(u"https://pool.example.com/OcsPowershell"_s)});
    shell.setMaxEnvelopeSize(100);
    QCOMPARE(shell.capacity(), qsizetype(22));
}

void TestWsmanShell::namespacesAreReadNotPrefixes()
{
    const Result<WsmanResponse> response = WsmanShell::parse(
        "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>"
        "<Envelope xmlns=\"http://www.w3.org/2003/05/soap-envelope\"><Header>"
        "<Action xmlns=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\"> x/ReceiveResponse </Action></Header><Body>"
        "<ReceiveResponse xmlns=\"http://schemas.microsoft.com/wbem/wsman/1/windows/shell\">"
        "<Stream Name=\"stdout\" CommandId=\"76056A84-51DC-4F24-9262-CA2A55464B2B\">YWJj\r\n ZA==</Stream>"
        "<Stream xmlns=\"urn:other\" Name=\"stdout\">bm8=</Stream>"
        "<Stream Name=\"stdout\" End=\"true\"/></ReceiveResponse></Body></Envelope>");
    QVERIFY2(response.isOk(), response ? "" : qPrintable(response.error().message));
    QCOMPARE(response->action, u"ReceiveResponse"_s);
    QCOMPARE(response->streams.size(), 2);
    QCOMPARE(response->streams.first().data, QByteArray("abcd"));
    QCOMPARE(response->streams.first().pipeline, QUuid(u"{76056A84-51DC-4F24-9262-CA2A55464B2B}"_s));
    QVERIFY(response->streams.last().data.isEmpty());
}

void TestWsmanShell::faultsAreRead_data()
{
    QTest::addColumn<QByteArray>("detail");
    QTest::addColumn<quint32>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("provider");
    const QByteArray open = "<f:WSManFault xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" Code=\"";
    QTest::newRow("no detail") << QByteArray() << 0u << u"In short."_s << QString();
    QTest::newRow("message") << QByteArray(open + "2150859174\"><f:Message> At\nlength. </f:Message></f:WSManFault>")
                             << 2150859174u << u"At length."_s << QString();
    QTest::newRow("provider") << QByteArray(
        open
        + "2150858755\"><f:Message><f:ProviderFault provider=\"microsoft.powershell\""
          " path=\"x\">It said no.</f:ProviderFault></f:Message></f:WSManFault>")
                              << 2150858755u << u"It said no."_s << u"microsoft.powershell"_s;
    QTest::newRow("number that is none") << QByteArray(open + "99999999999999999\"/>") << 0u << u"In short."_s
                                         << QString();
}

void TestWsmanShell::faultsAreRead()
{
    QFETCH(const QByteArray, detail);
    QFETCH(const quint32, code);
    const Result<WsmanResponse> response = WsmanShell::parse(wrapped(
        "<a:Action>http://schemas.dmtf.org/wbem/wsman/1/wsman/fault</a:Action>",
        "<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>w:InternalError</s:Value></s:Subcode>"
        "</s:Code><s:Reason><s:Text xml:lang=\"en-US\">In short. </s:Text></s:Reason><s:Detail>"
            + detail + "</s:Detail></s:Fault>"));
    QVERIFY(response.isOk());
    QVERIFY(response->fault);
    QCOMPARE(response->fault->code, code);
    QCOMPARE(response->fault->subcode, u"w:InternalError"_s);
    QTEST(response->fault->reason, "reason");
    QTEST(response->fault->provider, "provider");
}

void TestWsmanShell::whatIsNoEnvelopeIsRefused_data()
{
    QTest::addColumn<QByteArray>("envelope");
    const QByteArray plain = wrapped("", "");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a web page") << QByteArray("<html><body>Sign in</body></html>");
    QTest::newRow("no XML") << QByteArray("Service Unavailable");
    QTest::newRow("cut off") << plain.chopped(10);
    QTest::newRow("no body") << QByteArray("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"/>");
    QTest::newRow("SOAP 1.1") << QByteArray(plain).replace("http://www.w3.org/2003/05/soap-envelope",
                                                           "http://schemas.xmlsoap.org/soap/envelope/");
    QTest::newRow("document type") << QByteArray("<!DOCTYPE s [<!ENTITY e \"x\">]>" + plain);
    QTest::newRow("entities that multiply")
        << QByteArray("<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + plain);
    QTest::newRow("deep") << wrapped("", QByteArray("<x>").repeated(100000) + QByteArray("</x>").repeated(100000));
    QTest::newRow("large") << wrapped("", QByteArray(17 * 1024 * 1024, ' '));
    QTest::newRow("no base64") << wrapped(
        "", "<r:ReceiveResponse><r:Stream Name=\"stdout\">!!!</r:Stream></r:ReceiveResponse>");
    QTest::newRow("two roots") << QByteArray(plain + plain);
}

void TestWsmanShell::whatIsNoEnvelopeIsRefused()
{
    QFETCH(const QByteArray, envelope);
    const Result<WsmanResponse> response = WsmanShell::parse(envelope);
    QVERIFY(!response.isOk());
    QCOMPARE(response.error().id, u"NotAWsmanEnvelope"_s);
    QVERIFY(response.error().message.endsWith(u'.'));
}

QTEST_GUILESS_MAIN(TestWsmanShell)
#include "tst_wsman_shell.moc"
