// The lines that PowerShell exchanges with a process: byte for byte as it writes them, and nothing else is taken for
// one.
#include "backend/remoting/process/process_packet.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

using Kind = ProcessPacket::Kind;

const QUuid Pipeline(u"{b4e2a7c0-4a5e-4e5b-9a0b-0d2f6c1e8a37}"_s);

// What comes out of the reader for these bytes, an error as its id.
QStringList kindsOf(ProcessPacketReader &reader)
{
    QStringList kinds;
    while (const std::optional<Result<ProcessPacket>> packet = reader.next()) {
        if (!*packet) {
            kinds.append(packet->error().id);
            break;
        }
        kinds.append(QString::number(int(packet->value().kind)) + u' ' + QString::fromLatin1(packet->value().content));
    }
    return kinds;
}

} // namespace

class TestProcessPacket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packetsAreWrittenAsPowerShellWritesThem_data()
    {
        QTest::addColumn<ProcessPacket>("packet");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("data of the session")
            << ProcessPacket{Kind::Data, {}, PsrpStream::Input, "abc"}
            << QByteArray("<Data Stream='Default' PSGuid='00000000-0000-0000-0000-000000000000'>YWJj</Data>");
        QTest::newRow("data of a pipeline")
            << ProcessPacket{Kind::Data, Pipeline, PsrpStream::Input, QByteArray("\0\xff", 2)}
            << QByteArray("<Data Stream='Default' PSGuid='b4e2a7c0-4a5e-4e5b-9a0b-0d2f6c1e8a37'>AP8=</Data>");
        QTest::newRow("an answer to a question")
            << ProcessPacket{Kind::Data, Pipeline, PsrpStream::PromptResponse, "a"}
            << QByteArray("<Data Stream='PromptResponse' PSGuid='b4e2a7c0-4a5e-4e5b-9a0b-0d2f6c1e8a37'>YQ==</Data>");
        const std::pair<Kind, const char *> others[]
            = {{Kind::DataAck, "DataAck"},  {Kind::Command, "Command"},     {Kind::CommandAck, "CommandAck"},
               {Kind::Signal, "Signal"},    {Kind::SignalAck, "SignalAck"}, {Kind::Close, "Close"},
               {Kind::CloseAck, "CloseAck"}};
        for (const auto &[kind, name] : others) {
            QTest::newRow(name) << ProcessPacket{kind, Pipeline}
                                << QByteArray('<' + QByteArray(name)
                                              + " PSGuid='b4e2a7c0-4a5e-4e5b-9a0b-0d2f6c1e8a37' />");
        }
    }
    void packetsAreWrittenAsPowerShellWritesThem()
    {
        QFETCH(const ProcessPacket, packet);
        QFETCH(const QByteArray, line);
        QCOMPARE(encodeProcessPacket(packet), line + '\n');
        const Result<ProcessPacket> decoded = decodeProcessPacket(line);
        QVERIFY(decoded);
        QVERIFY(*decoded == packet);
    }

    void whatMeansTheSameIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("line");
        const QByteArray guid = Pipeline.toByteArray(QUuid::WithoutBraces);
        QTest::newRow("other quotes") << QByteArray("<Data Stream=\"Default\" PSGuid=\"" + guid + "\">YWJj</Data>");
        QTest::newRow("other order") << QByteArray("<Data PSGuid='" + guid + "' Stream='Default'>YWJj</Data>");
        QTest::newRow("large letters") << QByteArray("<Data Stream='DEFAULT' PSGuid='" + guid.toUpper()
                                                     + "'>YWJj</Data>");
        QTest::newRow("spaces") << QByteArray("<Data  Stream='Default'\tPSGuid='" + guid + "' >YWJj</Data> ");
    }
    void whatMeansTheSameIsUnderstood()
    {
        QFETCH(const QByteArray, line);
        const Result<ProcessPacket> packet = decodeProcessPacket(line);
        QVERIFY(packet);
        QVERIFY((*packet == ProcessPacket{Kind::Data, Pipeline, PsrpStream::Input, "abc"}));
    }

    void anElementWithAnEndTagIsOneToo()
    {
        const Result<ProcessPacket> packet
            = decodeProcessPacket("<DataAck PSGuid='00000000-0000-0000-0000-000000000000'></DataAck>");
        QVERIFY(packet);
        QVERIFY((*packet == ProcessPacket{Kind::DataAck, {}}));
    }

    void theServersOwnWordsAreUnderstood()
    {
        const Result<ProcessPacket> packet = decodeProcessPacket("__NamedPipeError__:Out of order <&>");
        QVERIFY(packet);
        QVERIFY((*packet == ProcessPacket{Kind::ServerError, {}, PsrpStream::Input, "Out of order <&>"}));
    }

    void hostileLinesAreErrors_data()
    {
        QTest::addColumn<QByteArray>("line");
        const QByteArray zero = "PSGuid='00000000-0000-0000-0000-000000000000'";
        QTest::newRow("text") << QByteArray("Welcome to pool-a");
        QTest::newRow("a space before") << QByteArray(" <DataAck " + zero + " />");
        QTest::newRow("no name") << QByteArray("<");
        QTest::newRow("another element") << QByteArray("<Datum " + zero + " />");
        QTest::newRow("another letter case") << QByteArray("<dataack " + zero + " />");
        QTest::newRow("no id") << QByteArray("<DataAck />");
        QTest::newRow("an empty id") << QByteArray("<DataAck PSGuid='' />");
        QTest::newRow("half an id") << QByteArray("<DataAck PSGuid='00000000-0000' />");
        QTest::newRow("no hexadecimal id") << QByteArray("<DataAck PSGuid='0000000g-0000-0000-0000-000000000000' />");
        QTest::newRow("an id without quotes") << QByteArray("<DataAck PSGuid=0 />");
        QTest::newRow("an id without an end") << QByteArray("<DataAck PSGuid='00000000-0000-0000-0000-000000000000 />");
        QTest::newRow("two ids") << QByteArray("<DataAck " + zero + ' ' + zero + " />");
        QTest::newRow("an attribute too many") << QByteArray("<DataAck " + zero + " More='1' />");
        QTest::newRow("a stream for an answer") << QByteArray("<DataAck Stream='Default' " + zero + " />");
        QTest::newRow("data without a stream") << QByteArray("<Data " + zero + ">YWJj</Data>");
        QTest::newRow("data without data") << QByteArray("<Data Stream='Default' " + zero + "></Data>");
        QTest::newRow("data closed at once") << QByteArray("<Data Stream='Default' " + zero + " />");
        QTest::newRow("no base64") << QByteArray("<Data Stream='Default' " + zero + ">Y*Jj</Data>");
        QTest::newRow("an entity") << QByteArray("<Data Stream='Default' " + zero + ">YWJj&lt;</Data>");
        QTest::newRow("data without an end") << QByteArray("<Data Stream='Default' " + zero + ">YWJj");
        QTest::newRow("another end") << QByteArray("<Data Stream='Default' " + zero + ">YWJj</DataAck>");
        QTest::newRow("a child") << QByteArray("<Data Stream='Default' " + zero + "><a/></Data>");
        QTest::newRow("something after it") << QByteArray("<DataAck " + zero + " /><DataAck " + zero + " />");
        QTest::newRow("a declaration") << QByteArray("<!DOCTYPE a [<!ENTITY b 'c'>]>");
        QTest::newRow("zeros") << QByteArray(10, '\0');
    }
    void hostileLinesAreErrors()
    {
        QFETCH(const QByteArray, line);
        const Result<ProcessPacket> packet = decodeProcessPacket(line);
        QVERIFY(!packet);
        QCOMPARE(packet.error().id, u"ProcessPacketInvalid"_s);
    }

    void anErrorQuotesNoMoreThanALineOfIt()
    {
        const Result<ProcessPacket> packet = decodeProcessPacket(QByteArray("\x1b[31mred " + QByteArray(100'000, 'x')));
        QVERIFY(!packet);
        QVERIFY(packet.error().message.contains("[31mred xxx"_L1));
        QVERIFY(!packet.error().message.contains(u'\x1b'));
        QVERIFY(packet.error().message.size() < 300);
    }

    void linesAreFoundHoweverTheyAreSplit()
    {
        const QByteArray zero = "PSGuid='00000000-0000-0000-0000-000000000000'";
        const QByteArray bytes = "\xEF\xBB\xBF<DataAck " + zero + " />\r\n\n\r\n<Data Stream='Default' " + zero
            + ">YWJj</Data>\n<CloseAck " + zero + " />\n";
        for (qsizetype size = 1; size <= bytes.size(); ++size) {
            ProcessPacketReader reader;
            QStringList kinds;
            for (qsizetype at = 0; at < bytes.size(); at += size) {
                reader.add(bytes.mid(at, size));
                kinds += kindsOf(reader);
            }
            QCOMPARE(kinds, (QStringList{u"1 "_s, u"0 abc"_s, u"7 "_s}));
        }
    }

    void nothingComesOutOfHalfALine()
    {
        ProcessPacketReader reader;
        reader.add("<DataAck PSGuid='00000000-0000-0000-0000-000000000000' />");
        QVERIFY(!reader.next());
    }

    void whatComesBeforeAnErrorComesOutAndNothingAfterIt()
    {
        ProcessPacketReader reader;
        const QByteArray good = "<DataAck PSGuid='00000000-0000-0000-0000-000000000000' />\n";
        reader.add(good + "bad\n" + good);
        QCOMPARE(kindsOf(reader), (QStringList{u"1 "_s, u"ProcessPacketInvalid"_s}));
        reader.add(good);
        QCOMPARE(kindsOf(reader), QStringList{u"ProcessPacketInvalid"_s});
    }

    void anEndlessLineIsAnErrorBeforeItEnds_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<bool>("isError");
        QTest::newRow("as long as allowed") << qsizetype(1000) << false;
        QTest::newRow("longer") << qsizetype(1001) << true;
    }
    void anEndlessLineIsAnErrorBeforeItEnds()
    {
        QFETCH(const qsizetype, size);
        QFETCH(const bool, isError);
        ProcessPacketReader reader(1000);
        for (qsizetype i = 0; i < size; ++i)
            reader.add("x");
        QCOMPARE(kindsOf(reader), isError ? QStringList{u"ProcessPacketInvalid"_s} : QStringList());
    }
};

QTEST_GUILESS_MAIN(TestProcessPacket)
#include "tst_process_packet.moc"
