// The whole client (link, protocol, WS-Management, HTTPS) against recorded exchanges: a server on the loopback that
// says what a genuine one said, and compares every request with the recorded one.
#include "backend/remoting/clixml/clixml_reader.h"
#include "backend/remoting/remote_link.h"
#include "backend/remoting/wsman/wsman_transport.h"
#include "tests/remoting/plain_clixml.h"
#include "tests/remoting/recorded_psrp.h"
#include "tests/remoting/recorded_server.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimer>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// The requests that the client makes beyond the recorded ones, and why.
QStringList expectedAdditions(const QString &exchange)
{
    if (exchange == u"receive_failure"_s)
        return {u"Command"_s}; // the recorded client asked for output of a command that it had not started
    if (exchange == u"is_alive_http_error"_s)
        return {u"Delete"_s}; // the recording ends before
    QStringList additions;
    for (const RecordedMessage &message : recordedExchange(exchange)) {
        if (message.request.contains("shell/Command<"))
            additions.append(u"Signal"_s); // releases a command that has ended
    }
    return additions;
}

// QTest::qWaitFor sleeps between the events, of which these exchanges have many.
bool waitUntil(const std::function<bool()> &isTrue)
{
    QTimer bound;
    bound.setSingleShot(true);
    bound.start(20s);
    while (!isTrue() && bound.isActive())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return isTrue();
}

// What it never does by itself, or not with this; none: it can be replayed.
QString whyNot(const QList<RecordedMessage> &exchange)
{
    static const QRegularExpression action(u"Action[^>]*>[^<]*/(\\w+)<"_s);
    static const QStringList known{u"Create"_s, u"Command"_s, u"Send"_s, u"Receive"_s, u"Delete"_s, u"Get"_s};
    for (const RecordedMessage &message : exchange) {
        const QString name = action.match(QString::fromUtf8(message.request)).captured(1);
        if (!known.contains(name))
            return u"The recorded client also sent %1."_s.arg(name);
        if (message.request.contains("/windows/shell/cmd<"))
            return u"That is no PowerShell."_s;
    }
    return {};
}

// A person who answers as the recorded one did. What was secret there is not known: here it is this.
constexpr QLatin1StringView TypedSecret("pass\U0001F511word");

PromptAnswer answerLike(const XmlNode &recordedResult)
{
    PromptAnswer answer;
    answer.secret = TypedSecret;
    answer.choice = recordedResult.name == u"I32"_s ? recordedResult.text.toInt() : -1;
    if (recordedResult.name == u"S"_s)
        answer.text = recordedResult.text;
    else if (const XmlNode *entry = recordedResult.find(u"En"))
        answer.text = entry->children.value(1).text;
    else if (plainProperty(recordedResult, u"UserName"))
        answer.text = plainString(recordedResult, u"UserName");
    return answer;
}

class Client : public PipelineListener
{
public:
    Client(RecordedServer &server, const QList<RecordedMessage> &exchange);

    bool take(PsrpEvent event, qsizetype size) override;
    void lose(const Error &error, bool wasSent) override;

    bool play(); // false: it did not come to an end
    QStringList lines; // what the pipeline told
    QStringList expected;
    QList<XmlNode> recordedResults; // of the answers to host calls

private:
    RecordedServer &m_server;
    std::unique_ptr<RemoteLink> m_link;
    struct Run
    {
        QUuid pipeline;
        QList<PsrpCommand> commands;
    };
    bool run(const Run &run);

    QList<Run> m_runs;
    QUuid m_pipeline; // that runs
    qsizetype m_answered = 0;
    bool m_isOver = false;
};

Client::Client(RecordedServer &server, const QList<RecordedMessage> &exchange)
    : m_server(server)
{
    QList<QList<PsrpCommand>> commands;
    for (const PlainMessage &message : plainMessages(exchange)) {
        if (!message.isRequest && !message.pipeline.isNull())
            expected += expectedLines(message);
        else if (message.type == quint32(PsrpMessageType::PipelineHostResponse))
            recordedResults.append(*plainProperty(XmlNode::parse(message.data), u"mr"));
        else if (message.type == quint32(PsrpMessageType::CreatePipeline))
            commands.append(commandsIn(readClixml(message.data)->object()->property(u"PowerShell")));
    }
    static const QRegularExpression command(u"CommandId=\"([^\"]+)\""_s);
    static const QRegularExpression timeout(u"OperationTimeout>PT(\\d+)S<"_s);
    ConnectionSettings settings;
    settings.url = server.url();
    settings.authentication = Authentication::Basic;
    settings.user = u"CONTOSO\\jo"_s;
    settings.trustedFingerprint = server.https().identity().fingerprint();
    for (const RecordedMessage &message : exchange) {
        const auto match = command.match(QString::fromLatin1(message.request));
        const QUuid id = QUuid::fromString(match.captured(1));
        if (match.hasMatch() && (m_runs.isEmpty() || m_runs.last().pipeline != id))
            m_runs.append({id, commands.value(m_runs.size(), {{u"Get-CsPool"_s, {}}})});
        if (message.request.contains("transfer/Create<"))
            settings.operationTimeout
                = std::chrono::seconds(timeout.match(QString::fromLatin1(message.request)).captured(1).toInt());
    }
    m_link = std::make_unique<RemoteLink>(std::make_unique<WsmanTransport>(settings, Secret{u"secret"_s}), settings);
}

bool Client::take(PsrpEvent event, qsizetype)
{
    lines += linesOf(event);
    if (const auto *call = std::get_if<HostCallReceived>(&event.content)) {
        if (std::optional<HostPrompt> prompt = HostPrompt::of(call->call); prompt && call->call.isAnswered()) {
            if (!prompt->answer(answerLike(recordedResults.value(m_answered++))) || prompt->next())
                lines.append(u"a prompt that is not answered by what was recorded"_s);
            else
                m_link->answer(m_pipeline, *prompt);
        }
    } else if (const auto *state = std::get_if<PipelineStateChanged>(&event.content)) {
        m_isOver = state->state == PipelineState::Completed || state->state == PipelineState::Failed;
    }
    return false;
}

void Client::lose(const Error &error, bool)
{
    lines.append(u"lost "_s + error.id);
    m_isOver = true;
}

bool Client::play()
{
    bool isOpen = false;
    bool isClosed = false;
    m_link->open([&](const Result<> &opened) {
        isOpen = opened.isOk();
        if (!opened)
            lines.append(u"not open: "_s + opened.error().message);
    });
    if (!waitUntil([&] { return isOpen || !lines.isEmpty(); }) || !isOpen)
        return false;
    for (const Run &each : m_runs) {
        if (!run(each))
            return false;
    }
    m_link->close([&] { isClosed = true; });
    return waitUntil([&] { return isClosed; });
}

bool Client::run(const Run &run)
{
    m_pipeline = run.pipeline;
    m_isOver = false;
    const qsizetype additions = m_server.additions.size();
    m_link->start(run.pipeline, run.commands, std::shared_ptr<PipelineListener>(this, [](PipelineListener *) {}));
    return waitUntil([&] { return m_isOver && m_server.additions.size() > additions; });
}

// An answer to a host call, but for what is encrypted.
QString withoutSecrets(const QString &text)
{
    static const QRegularExpression secret(u"SS\\([^)]*\\)"_s);
    return QString(text).replace(secret, u"SS(…)"_s);
}

} // namespace

class TestWsmanReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedExchangesAreReplayed_data()
    {
        QTest::addColumn<QString>("exchange");
        if (recordedExchanges().isEmpty())
            QSKIP("The recorded exchanges are not present.");
        for (const QString &exchange : recordedExchanges())
            QTest::newRow(qPrintable(exchange)) << exchange;
    }

    void recordedExchangesAreReplayed()
    {
        QFETCH(const QString, exchange);
        if (const QString why = whyNot(recordedExchange(exchange)); !why.isEmpty())
            QSKIP(qPrintable(why));
        RecordedServer server(recordedExchange(exchange));
        Client client(server, recordedExchange(exchange));
        QVERIFY2(client.play(), qPrintable((client.lines + server.differences).join(u'\n')));
        server.finish();
        QVERIFY2(server.differences.isEmpty(), qPrintable(server.differences.join(u'\n')));
        QCOMPARE(server.additions, expectedAdditions(exchange));
        if (exchange == u"receive_failure"_s)
            client.expected.append(u"lost "_s + client.lines.value(0).section(u' ', 1));
        QCOMPARE(client.lines, client.expected);
    }

    // What a person answers arrives as it did from the recorded client, secrets under the session key.
    void answersToPromptsAreAsRecorded()
    {
        if (recordedExchanges().isEmpty())
            QSKIP("The recorded exchanges are not present.");
        const QList<RecordedMessage> exchange = recordedExchange(u"pshost_ui_mocked_methods"_s);
        RecordedServer server(exchange);
        Client client(server, exchange);
        QVERIFY(client.play());
        QList<XmlNode> results;
        int secrets = 0;
        for (const PlainMessage &message : server.requests()) {
            if (message.type != quint32(PsrpMessageType::PipelineHostResponse))
                continue;
            results.append(*plainProperty(XmlNode::parse(message.data), u"mr"));
            if (const XmlNode *secret = results.last().find(u"SS")) {
                const auto decrypted = server.sessionKey().decrypt(QByteArray::fromBase64(secret->text.toLatin1()));
                QCOMPARE(decrypted.value(), QString(TypedSecret));
                ++secrets;
            }
        }
        QCOMPARE(results.size(), client.recordedResults.size());
        QCOMPARE(secrets, 2);
        for (qsizetype i = 0; i < results.size(); ++i)
            QCOMPARE(withoutSecrets(plainText(results[i])), withoutSecrets(plainText(client.recordedResults[i])));
    }

    void changedHeadersOfRequestsAreNoticed_data()
    {
        QTest::addColumn<QByteArray>("recorded");
        QTest::addColumn<QByteArray>("changed");
        const auto row = [](const QByteArray &recorded, const QByteArray &changed) {
            QTest::newRow(recorded.constData()) << recorded << changed;
        };
        row("MustComply=\"true\"", "MustComply=\"false\"");
        row("<wsman:Locale s:mustUnderstand=\"false\"", "<wsman:Locale s:mustUnderstand=\"true\"");
        row("<wsmv:DataLocale s:mustUnderstand=\"false\" xml:lang=\"en-US\"",
            "<wsmv:DataLocale s:mustUnderstand=\"false\" xml:lang=\"de-DE\"");
        row(">153600<", ">153601<");
        row(">512000<", ">153600<");
        row("OperationTimeout>PT20S<", "OperationTimeout>PT21S<");
        row("Microsoft.PowerShell</wsman:ResourceURI>", "Microsoft.Powershell</wsman:ResourceURI>");
        row("<creationXml xmlns=\"http://schemas.microsoft.com/powershell\"",
            "<creationXml xmlns=\"http://example.com\"");
        row("WINRS_SKIP_CMD_SHELL", "WINRS_CONSOLEMODE_STDIN");
        row(">True</wsman:Option>", ">TRUE</wsman:Option>");
        row("<rsp:InputStreams>stdin pr<", "<rsp:InputStreams>stdin<");
        row("<rsp:Command />", "<rsp:Command>x</rsp:Command>");
        row("/transfer/Delete<", "/transfer/Remove<");
        row("SelectorSet", "Selectors");
    }

    void changedHeadersOfRequestsAreNoticed()
    {
        QFETCH(const QByteArray, recorded);
        QFETCH(const QByteArray, changed);
        if (recordedExchanges().isEmpty())
            QSKIP("The recorded exchanges are not present.");
        const QList<RecordedMessage> exchange = recordedExchange(u"error_failed"_s);
        QList<RecordedMessage> other = exchange;
        for (RecordedMessage &message : other)
            message.request.replace(recorded, changed);
        QVERIFY(other.first().request != exchange.first().request || other.at(3).request != exchange.at(3).request
                || other.last().request != exchange.last().request || other.at(1).request != exchange.at(1).request);
        RecordedServer server(other);
        Client client(server, exchange);
        client.play();
        server.finish();
        QVERIFY(!server.differences.isEmpty());
    }

    // No reason is kept that nothing needs.
    void everyAcceptedDifferenceOccurs()
    {
        if (recordedExchanges().isEmpty())
            QSKIP("The recorded exchanges are not present.");
        QSet<QString> accepted;
        for (const QString &exchange : recordedExchanges()) {
            if (!whyNot(recordedExchange(exchange)).isEmpty())
                continue;
            RecordedServer server(recordedExchange(exchange));
            Client client(server, recordedExchange(exchange));
            QVERIFY(client.play());
            server.finish();
            accepted += server.accepted;
        }
        QVERIFY2(accepted.size() == 9, qPrintable(QStringList(accepted.values()).join(u"\n"_s)));
    }
};

QTEST_GUILESS_MAIN(TestWsmanReplay)
#include "tst_wsman_replay.moc"
