// The layout of PSRP messages, host calls in both directions, and the session key.
#include "backend/remoting/clixml/clixml_reader.h"
#include "backend/remoting/clixml/clixml_writer.h"
#include "backend/remoting/psrp/host_call.h"
#include "backend/remoting/psrp/psrp_message.h"
#include "backend/remoting/psrp/session_key.h"
#include "tests/remoting/recorded_psrp.h"
#include "tests/remoting/recorded_traffic.h"

#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

class TestPsrpMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHeaderIsLittleEndianWithDotNetGuids()
    {
        const PsrpMessage message{PsrpDestination::Server, PsrpMessageType::CreatePipeline,
                                  QUuid(u"00112233-4455-6677-8899-aabbccddeeff"_s), QUuid(), "data"};
        const QByteArray bytes = QByteArray::fromHex("02000000"
                                                     "06100200"
                                                     "33221100554477668899aabbccddeeff"
                                                     "00000000000000000000000000000000")
            + "data";
        QCOMPARE(message.encoded(), bytes);
        QVERIFY(*PsrpMessage::decode(bytes) == message);
    }

    void aByteOrderMarkIsNotData()
    {
        const PsrpMessage message{
            PsrpDestination::Client, PsrpMessageType::PipelineOutput, {}, {}, "\xEF\xBB\xBF<S>a</S>"};
        QCOMPARE(PsrpMessage::decode(message.encoded())->data, QByteArray("<S>a</S>"));
    }

    void whatIsNoMessageIsAnError()
    {
        const QByteArray bytes = PsrpMessage{}.encoded();
        QVERIFY(PsrpMessage::decode(bytes));
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(!PsrpMessage::decode(bytes.first(size)));
        QByteArray nobody = bytes;
        nobody[0] = 3;
        QCOMPARE(PsrpMessage::decode(nobody).error().message, u"The server sent a message that is meant for nobody."_s);
    }

    void typesHaveTheirNames()
    {
        QCOMPARE(toString(PsrpMessageType::PipelineHostCall), u"PIPELINE_HOST_CALL"_s);
        QCOMPARE(toString(PsrpMessageType(0x12345)), u"0x00012345"_s);
    }

    void recordedMessagesAreEncodedByteForByte()
    {
        if (recordedExchanges().isEmpty())
            QSKIP("The recorded exchanges are not present.");
        for (const QString &exchange : recordedExchanges()) {
            for (const RecordedPsrp &recorded : recordedPsrp(exchange)) {
                if (recorded.isRequest)
                    QCOMPARE(recorded.message.encoded(), recorded.bytes);
            }
        }
    }

    void hostCallsComeBackTheSame()
    {
        const HostCall call{7,
                            int(HostMethod::PromptForChoice),
                            u"PromptForChoice"_s,
                            {ClixmlValue(u"Confirm"_s), ClixmlValue(std::int32_t(1))}};
        const auto read = readClixml(writeClixml(hostCall(call)));
        QVERIFY(read);
        const auto decoded = HostCall::decode(*read);
        QVERIFY(decoded);
        QCOMPARE(decoded->id, call.id);
        QCOMPARE(decoded->method, call.method);
        QCOMPARE(decoded->methodName, call.methodName);
        QVERIFY(decoded->parameters == call.parameters);
        QVERIFY(decoded->isAnswered());
        QVERIFY(!(HostCall{-100, 13, u"Write1"_s, {}}.isAnswered()));
    }

    void whatIsNoHostCallIsAnError()
    {
        for (const QByteArray &xml :
             {QByteArray("<S>a</S>"), QByteArray("<Obj />"),
              QByteArray("<Obj><MS><I64 N=\"ci\">1</I64><S N=\"mi\">ReadLine</S></MS></Obj>"),
              QByteArray("<Obj><MS><S N=\"ci\">1</S><Obj N=\"mi\"><I32>11</I32></Obj></MS></Obj>")})
            QVERIFY(!HostCall::decode(*readClixml(xml)));
    }

    void numbersOfHostCallsAreOfAnyWidth()
    {
        const auto call
            = HostCall::decode(*readClixml("<Obj><MS><I32 N=\"ci\">5</I32><I32 N=\"mi\">11</I32></MS></Obj>"));
        QVERIFY(call && call->isAnswered());
        QCOMPARE(call->id, 5);
        QCOMPARE(call->method, int(HostMethod::ReadLine));
    }

    void theServersSideDecryptsWhatTheClientEncrypts()
    {
        const QByteArray key = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        SessionKey client;
        SessionKey server;
        QVERIFY(!client.isReady());
        QVERIFY(!client.encrypt(u"x"_s));
        const auto publicKey = client.publicKey();
        QVERIFY(publicKey);
        QCOMPARE(*client.publicKey(), *publicKey);
        const auto encrypted = SessionKey::encryptedSessionKeyFor(*publicKey, key);
        QVERIFY(encrypted);
        QVERIFY(client.setEncryptedSessionKey(*encrypted));
        server.setKey(key);
        QVERIFY(client.isReady() && server.isReady());
        for (const QString &secret :
             {u""_s, u"p"_s, u"sieben!"_s, u"acht1234"_s, u"Pässwörd \U0001F511"_s, QString(1000, u'x')}) {
            const auto bytes = client.encrypt(secret);
            QVERIFY(bytes);
            QCOMPARE(bytes->size(), (secret.size() * 2 / 16 + 1) * 16);
            QCOMPARE(*server.decrypt(*bytes), secret);
            QCOMPARE(*client.decrypt(*server.encrypt(secret)), secret);
        }
        // AES-256-CBC of "abc" in UTF-16LE with a zero IV, made with another implementation.
        QCOMPARE(client.encrypt(u"abc"_s)->toHex(), QByteArray("a6d808e28fa17ede4eb0f0c015343a4b"));
    }

    // MS-PSRP 2.2.2.3: PUBLICKEYSTRUC, "RSA1", bits, exponent, modulus; all of it little endian.
    void thePublicKeyIsABlobOfCapi()
    {
        SessionKey key;
        const QByteArray blob = QByteArray::fromBase64(key.publicKey()->toLatin1());
        QCOMPARE(blob.size(), 276);
        QCOMPARE(blob.first(20).toHex(),
                 QByteArray("0602000000a40000"
                            "52534131"
                            "00080000"
                            "01000100"));
        QVERIFY(quint8(blob.back()) >= 0x80); // the modulus has all its bits
        QVERIFY(blob[20] & 1); // and its least significant byte comes first
    }

    void recordedKeysHaveTheSameLayout()
    {
        if (recordedExchanges().isEmpty())
            QSKIP("The recorded exchanges are not present.");
        int keys = 0;
        for (const RecordedPsrp &recorded : recordedPsrp(u"multiple_commands"_s)) {
            if (recorded.message.type == PsrpMessageType::PublicKey) {
                const auto value = readClixml(recorded.message.data);
                const QString theirs = *value->object()->property(u"PublicKey").get<QString>();
                QCOMPARE(QByteArray::fromBase64(theirs.toLatin1()).first(20),
                         QByteArray::fromBase64(SessionKey().publicKey()->toLatin1()).first(20));
                QVERIFY(SessionKey::encryptedSessionKeyFor(theirs, QByteArray(32, 'k')));
                ++keys;
            } else if (recorded.message.type == PsrpMessageType::EncryptedSessionKey) {
                const auto value = readClixml(recorded.message.data);
                const QByteArray theirs = QByteArray::fromBase64(
                    value->object()->property(u"EncryptedSessionKey").get<QString>()->toLatin1());
                const QByteArray ours = QByteArray::fromBase64(
                    SessionKey::encryptedSessionKeyFor(*SessionKey().publicKey(), QByteArray(32, 'k'))->toLatin1());
                QCOMPARE(theirs.size(), ours.size());
                QCOMPARE(theirs.first(12), ours.first(12));
                ++keys;
            }
        }
        QCOMPARE(keys, 2);
    }

    void wrongKeysAndSecretsAreErrors()
    {
        SessionKey key;
        QVERIFY(!key.setEncryptedSessionKey(u""_s));
        const QString publicKey = *key.publicKey();
        const QString blob = *SessionKey::encryptedSessionKeyFor(publicKey, QByteArray(32, 'k'));
        for (const QString &wrong : QStringList{u""_s, u"?"_s, blob.chopped(4), blob + u"AAAA"_s, u"B"_s + blob.mid(1)})
            QVERIFY(!key.setEncryptedSessionKey(wrong));
        QVERIFY(!key.setEncryptedSessionKey(
            *SessionKey::encryptedSessionKeyFor(publicKey, QByteArray(16, 'k')))); // AES-128
        QVERIFY(!key.isReady());
        QVERIFY(!SessionKey::encryptedSessionKeyFor(publicKey.chopped(4), QByteArray(32, 'k')));
        QVERIFY(key.setEncryptedSessionKey(blob));
        const QByteArray secret = *key.encrypt(u"secret"_s);
        QVERIFY(!key.decrypt({}));
        QVERIFY(!key.decrypt(secret.chopped(1)));
        QVERIFY(!key.decrypt(QByteArray(15, 'x')));
    }
};

QTEST_GUILESS_MAIN(TestPsrpMessage)
#include "tst_psrp_message.moc"
