// PsrpClient against what genuine servers said: each of its messages as the recorded client sent it, byte for byte but
// for the differences named here, and everything it tells of the answers, as a second decoding of them has it.
#include "backend/remoting/clixml/clixml_reader.h"
#include "backend/remoting/clixml/clixml_writer.h"
#include "backend/remoting/psrp/psrp_client.h"
#include "tests/remoting/plain_psrp.h"
#include "tests/remoting/recorded_psrp.h"

#include <QRegularExpression>
#include <QSet>
#include <QtEndian>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

// Where this client may say something else than the recorded one, and why.
struct AcceptedDifference
{
    const char *why;
    QString pattern; // of the recorded data
    QString ours;
    bool isExpected = true; // in the recordings that this was written with; others may be added to them
};

const QList<AcceptedDifference> &acceptedDifferences()
{
    static const QList<AcceptedDifference> differences{
        {"one version of that client wrote the attributes in another order", u" RefId=\"(\\d+)\" N=\"([^\"]*)\""_s,
         u" N=\"\\2\" RefId=\"\\1\""_s},
        {"an empty text as one tag or as two is the same", u"<ToString />"_s, u"<ToString></ToString>"_s},
        {"this client never sends a script", u"<B N=\"IsScript\">true</B>"_s, u"<B N=\"IsScript\">false</B>"_s},
        {"that client merged errors into the output", u"<ToString>Error</ToString><I32>2</I32>"_s,
         u"<ToString>None</ToString><I32>0</I32>"_s},
        {"that client merged errors into the output", u"<ToString>Output</ToString><I32>1</I32>"_s,
         u"<ToString>None</ToString><I32>0</I32>"_s},
        {"that client has no name for no option; .NET writes the number", u"<ToString></ToString><I32>0</I32>"_s,
         u"<ToString>0</ToString><I32>0</I32>"_s},
        {"this client keeps no history on the server", u"<B N=\"AddToHistory\">true</B>"_s,
         u"<B N=\"AddToHistory\">false</B>"_s, false},
        {"this client has no nested commands", u"<B N=\"IsNested\">true</B>"_s, u"<B N=\"IsNested\">false</B>"_s,
         false},
        {"this client leaves the scope to the server", u"<B N=\"UseLocalScope\">(true|false)</B>"_s,
         u"<Nil N=\"UseLocalScope\" />"_s, false},
        {"this client has nothing to tell to profiles", u"<Obj N=\"ApplicationArguments\".*</Obj>(?=</MS></Obj>$)"_s,
         u"<Nil N=\"ApplicationArguments\" />"_s, false},
    };
    return differences;
}

// What this client never sends: it does not change the number of runspaces, ask for command metadata, …
bool isSentByUs(const PlainMessage &message)
{
    static const QSet<quint32> types{quint32(PsrpMessageType::SessionCapability),
                                     quint32(PsrpMessageType::InitRunspacePool),
                                     quint32(PsrpMessageType::PublicKey),
                                     quint32(PsrpMessageType::CreatePipeline),
                                     quint32(PsrpMessageType::PipelineInput),
                                     quint32(PsrpMessageType::EndOfPipelineInput),
                                     quint32(PsrpMessageType::PipelineHostResponse),
                                     quint32(PsrpMessageType::RunspacePoolHostResponse)};
    return types.contains(message.type);
}

// Of the others the client tells only that they came.
bool isToldInFull(const PlainMessage &message)
{
    static const QSet<quint32> others{
        quint32(PsrpMessageType::SessionCapability), quint32(PsrpMessageType::EncryptedSessionKey),
        quint32(PsrpMessageType::RunspaceAvailability), quint32(PsrpMessageType::UserEvent)};
    return !others.contains(message.type);
}

// The options that the recorded client had: they show in its requests.
PsrpClient::Options optionsOf(const QList<PlainMessage> &messages)
{
    PsrpClient::Options options;
    for (const PlainMessage &message : messages) {
        if (!message.isRequest)
            continue;
        options.pool = message.pool;
        if (message.type == quint32(PsrpMessageType::InitRunspacePool)) {
            const ClixmlValue value = *readClixml(message.data);
            options.minRunspaces = *value.object()->property(u"MinRunspaces").get<std::int32_t>();
            options.maxRunspaces = *value.object()->property(u"MaxRunspaces").get<std::int32_t>();
            options.hasHost = !*value.object()->property(u"HostInfo").object()->property(u"_isHostNull").get<bool>();
        } else if (message.type == quint32(PsrpMessageType::CreatePipeline)) {
            const ClixmlValue value = *readClixml(message.data);
            options.recordsTellInvocation
                = value.object()->property(u"RemoteStreamOptions").object()->inner == ClixmlValue(std::int32_t(15));
        }
    }
    return options;
}

// Plays an exchange: each recorded request is made by the client as well, each answer given to it.
class Replay
{
public:
    // Without a session key nothing of it is asked for or told: keys take time, and little depends on them.
    explicit Replay(const QList<RecordedMessage> &exchange, bool hasKey = true);

    QStringList events; // what the client told
    QStringList expected; // what it should have
    QStringList differences; // of its requests
    QSet<QString> accepted; // the reasons that were met

private:
    QList<QByteArray> request(const PlainMessage &recorded);
    void compare(const PlainMessage &original);
    QByteArray asOurs(QByteArray data);
    void receive(const PlainMessage &message);

    const QList<PlainMessage> m_messages;
    PsrpClient m_client;
    quint64 m_leftOut = 0; // messages: those behind them have smaller numbers
    QList<QByteArray> m_opening; // fragments of open() that were not compared yet
    std::optional<HostCall> m_call;
    QString m_publicKey;
};

Replay::Replay(const QList<RecordedMessage> &exchange, bool hasKey)
    : m_messages(plainMessages(exchange))
    , m_client(optionsOf(m_messages))
{
    for (const PlainMessage &message : m_messages) {
        const bool isOfKey = message.type == quint32(PsrpMessageType::PublicKey)
            || message.type == quint32(PsrpMessageType::EncryptedSessionKey);
        if (isOfKey && !hasKey)
            continue;
        if (message.isRequest && !isSentByUs(message)) {
            ++m_leftOut;
        } else if (message.isRequest) {
            compare(message);
        } else {
            expected += expectedLines(message);
            receive(message);
        }
    }
}

QList<QByteArray> Replay::request(const PlainMessage &recorded)
{
    const ClixmlValue value = recorded.data.isEmpty() ? ClixmlValue() : *readClixml(recorded.data);
    switch (PsrpMessageType(recorded.type)) {
    case PsrpMessageType::SessionCapability:
        m_opening = m_client.open();
        return {m_opening.takeFirst()};
    case PsrpMessageType::InitRunspacePool:
        return std::exchange(m_opening, {});
    case PsrpMessageType::PublicKey:
        return m_client.requestSessionKey();
    case PsrpMessageType::CreatePipeline:
        return m_client.createPipeline(recorded.pipeline, commandsIn(value.object()->property(u"PowerShell")),
                                       !*value.object()->property(u"NoInput").get<bool>());
    case PsrpMessageType::PipelineInput:
        return m_client.input(recorded.pipeline, value);
    case PsrpMessageType::EndOfPipelineInput:
        return m_client.endInput(recorded.pipeline);
    case PsrpMessageType::RunspacePoolHostResponse:
    case PsrpMessageType::PipelineHostResponse:
        return m_call ? m_client.answer(recorded.pipeline, *m_call, value.object()->property(u"mr"))
                      : QList<QByteArray>();
    default:
        return {};
    }
}

QByteArray Replay::asOurs(QByteArray data)
{
    QString text = QString::fromUtf8(data);
    for (const AcceptedDifference &difference : acceptedDifferences()) {
        const QString before = text;
        text.replace(QRegularExpression(difference.pattern), difference.ours);
        if (text != before)
            accepted.insert(QLatin1StringView(difference.why));
    }
    return text.toUtf8();
}

void Replay::compare(const PlainMessage &original)
{
    PlainMessage recorded = original;
    for (QByteArray &fragment : recorded.fragments)
        qToBigEndian<quint64>(qFromBigEndian<quint64>(fragment.constData()) - m_leftOut, fragment.data());
    const qsizetype count = recorded.fragments.size();
    m_client.setMaxFragmentSize(count > 1 ? recorded.fragments.first().size() : 1'000'000);
    const QList<QByteArray> ours = request(recorded);
    QByteArray data = asOurs(recorded.data);
    const auto differ = [&](const QString &what, const QByteArray &here = {}) {
        differences.append(u"%1: %2\n%3\n%4"_s.arg(QString::number(recorded.type, 16), what, QString::fromUtf8(here),
                                                   QString::fromUtf8(data)));
    };
    if (ours.size() != count)
        return differ(u"%1 fragments instead of %2"_s.arg(ours.size()).arg(count));
    if (data == recorded.data && recorded.type != quint32(PsrpMessageType::PublicKey)) {
        if (ours != recorded.fragments)
            differ(u"other bytes"_s, ours.join());
        return;
    }
    // Where the data may differ, so may its length; everything round it may not.
    QByteArray payload;
    for (qsizetype i = 0; i < count; ++i) {
        if (ours[i].first(17) != recorded.fragments[i].first(17))
            differ(u"another header of a fragment"_s);
        if (i + 1 < count && ours[i].size() != recorded.fragments[i].size())
            differ(u"another size of a fragment"_s);
        payload += ours[i].sliced(21);
    }
    if (payload.first(40) != recorded.fragments.first().sliced(21, 40))
        differ(u"another header"_s);
    if (recorded.type != quint32(PsrpMessageType::PublicKey)) {
        if (payload.sliced(40) != data)
            differ(u"other data"_s, payload.sliced(40));
        return;
    }
    // The key itself is another one each time: a blob of as many bytes, with the same beginning ("RSA1", 2048 bits).
    const ClixmlValue key = readClixml(payload.sliced(40))->object()->property(u"PublicKey");
    const ClixmlValue theirs = readClixml(recorded.data)->object()->property(u"PublicKey");
    m_publicKey = *key.get<QString>();
    if (payload.size() - 40 != recorded.data.size() || m_publicKey.first(24) != theirs.get<QString>()->first(24))
        differ(u"a key of another kind"_s, payload.sliced(40));
}

void Replay::receive(const PlainMessage &message)
{
    QByteArray bytes = message.fragments.join();
    if (message.type == quint32(PsrpMessageType::EncryptedSessionKey)) { // the recorded one is for another client's key
        PsrpMessage ours = *PsrpMessage::decode(message.fragments.first().sliced(21));
        ClixmlObject object;
        object.extended = {{u"EncryptedSessionKey"_s,
                            ClixmlValue(*SessionKey::encryptedSessionKeyFor(m_publicKey, QByteArray(32, 'k')))}};
        ours.data = writeClixml(object);
        bytes = message.fragments.first().first(17) + QByteArray(4, 0) + ours.encoded();
        qToBigEndian<quint32>(quint32(bytes.size() - 21), bytes.data() + 17);
    }
    const auto received = m_client.receive(bytes);
    events += linesOf(received);
    for (const PsrpEvent &event : received ? *received : std::vector<PsrpEvent>()) {
        if (const auto *call = std::get_if<HostCallReceived>(&event.content))
            m_call = call->call;
    }
}

// The recording with one character of one message changed: the last letter or digit that begins a text, or in a request
// the first that begins the name of a type or, where there is none, of a property (texts there are what the client was
// asked to send).
QList<RecordedMessage> changed(QList<RecordedMessage> exchange, const PlainMessage &message)
{
    static const QRegularExpression textStart(u"(?<!<T)>([a-zA-Z0-9])"_s); // names of types aside
    static const QRegularExpression typeStart(u"<T>([a-zA-Z])"_s);
    static const QRegularExpression nameStart(u" N=\"([a-zA-Z])"_s);
    const QString data = QString::fromLatin1(message.data);
    QRegularExpressionMatch match;
    if (message.isRequest)
        match = data.contains(u"<T>"_s) ? typeStart.match(data) : nameStart.match(data);
    else if (data.lastIndexOf(textStart, -1, &match) < 0)
        return {};
    if (!match.hasMatch())
        return {};
    const qsizetype at = match.capturedStart(1);
    QByteArray fragment = message.fragments.first();
    char &character = fragment[fragment.indexOf(message.data.first(at + 1)) + at];
    character = character == '9' || character == 'z' || character == 'Z' ? char(character - 1) : char(character + 1);
    for (RecordedMessage &recorded : exchange) { // a message may begin in an envelope before the one that it ends in
        QByteArray &envelope = message.isRequest ? recorded.request : recorded.response;
        for (const QByteArray &carried : fragmentsIn(envelope)) {
            QByteArray other = carried;
            envelope.replace(carried.toBase64(), other.replace(message.fragments.first(), fragment).toBase64());
        }
    }
    return exchange;
}

} // namespace

class TestPsrpReplay : public QObject
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
        if (plainMessages(recordedExchange(exchange)).isEmpty())
            QSKIP("That is no PowerShell.");
        const Replay replay(recordedExchange(exchange));
        QVERIFY2(replay.differences.isEmpty(), qPrintable(replay.differences.join(u'\n')));
        QVERIFY(replay.events.size() >= 3); // negotiated, data of the server, opened
        QCOMPARE(replay.events, replay.expected);
    }

    // No reason is kept that nothing needs.
    void everyAcceptedDifferenceOccurs()
    {
        if (recordedExchanges().isEmpty())
            QSKIP("The recorded exchanges are not present.");
        QSet<QString> accepted;
        for (const QString &exchange : recordedExchanges())
            accepted += Replay(recordedExchange(exchange)).accepted;
        for (const AcceptedDifference &difference : acceptedDifferences())
            QVERIFY2(!difference.isExpected || accepted.contains(QLatin1StringView(difference.why)), difference.why);
    }

    void everyChangedMessageOfTheServerIsNoticed_data() { recordedExchangesAreReplayed_data(); }
    void everyChangedMessageOfTheServerIsNoticed()
    {
        QFETCH(const QString, exchange);
        const QList<RecordedMessage> recorded = recordedExchange(exchange);
        const QStringList expected = Replay(recorded, false).expected;
        int count = 0;
        for (const PlainMessage &message : plainMessages(recorded)) {
            if (message.isRequest || !isToldInFull(message))
                continue;
            const QList<RecordedMessage> other = changed(recorded, message);
            if (other.isEmpty())
                continue; // no letter of ASCII in it
            QVERIFY2(Replay(other, false).events != expected, message.data.constData());
            ++count;
        }
        QVERIFY(count >= 2);
    }

    void everyChangedMessageOfTheClientIsNoticed_data() { recordedExchangesAreReplayed_data(); }
    void everyChangedMessageOfTheClientIsNoticed()
    {
        QFETCH(const QString, exchange);
        const QList<RecordedMessage> recorded = recordedExchange(exchange);
        int count = 0;
        for (const PlainMessage &message : plainMessages(recorded)) {
            // A key is compared in kind only, and input is whatever it is.
            if (!message.isRequest || !isSentByUs(message) || message.type == quint32(PsrpMessageType::PublicKey)
                || message.type == quint32(PsrpMessageType::PipelineInput))
                continue;
            const QList<RecordedMessage> other = changed(recorded, message);
            if (other.isEmpty())
                continue; // an end of input has no data
            QVERIFY2(!Replay(other).differences.isEmpty(), message.data.constData());
            ++count;
        }
        QVERIFY(count >= 2);
    }
};

QTEST_GUILESS_MAIN(TestPsrpReplay)
#include "tst_psrp_replay.moc"
