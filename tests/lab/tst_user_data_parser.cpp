// UserDataParser and XmlToUtf8: items are found in any encoding and in pieces of any size, and are the bytes that came.
#include "backend/lab/user_data_parser.h"
#include "tests/support/archive_reading.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

// A document with everything that tempts a reader to change it.
const QByteArray AwkwardData
    = "\r\n  <Data >\r\n<HomedResource  A='1'\n B=\"&quot;&#x41;&amp;\"><!-- a > b -->\r"
      "<![CDATA[ <DocItem Name=\"no\"> ]] > & ]]><?pi  x?><x:Y xmlns:x='u'>&lt;\xC3\xA4\xF0\x9F\x98\x80</x:Y>"
      "<DocItem Name=\"inner\"><DocItem/></DocItem><DocItemSet/></HomedResource></Data>\t\n";

} // namespace

class TestUserDataParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDocumentIsItsBytes_data();
    void aDocumentIsItsBytes();
    void everySplitGivesTheSameItems();
    void everyEncodingGivesTheSameItems_data();
    void everyEncodingGivesTheSameItems();
    void aSurrogatePairIsTakenWhole_data();
    void aSurrogatePairIsTakenWhole();
    void aBadItemIsRefusedAndTheRestGoesOn_data();
    void aBadItemIsRefusedAndTheRestGoesOn();
    void anItemThatIsTooLargeIsRefused();
};

void TestUserDataParser::aDocumentIsItsBytes_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("plain") << QByteArray("<Data><HomedResource/></Data>");
    QTest::newRow("CRLF") << QByteArray("\r\n<Data>\r\n</Data>\r\n");
    QTest::newRow("CR alone") << QByteArray("\r<Data>\r</Data>\r");
    QTest::newRow("awkward") << AwkwardData;
    QTest::newRow("siblings of Data") << QByteArray("<Version>3</Version><Data/><Other/>");
}

void TestUserDataParser::aDocumentIsItsBytes()
{
    QFETCH(QByteArray, data);
    const QByteArray document = inSet("\n <DocItem Name=\"urn:lcd:a@b.c\">" + data
                                      + "</DocItem>\n<DocItem  Name='urn:lcd:z@b.c' >" + data + "</DocItem >");
    const ReadBack back = readInPieces(document, document.size());
    QVERIFY(back.summary.isOk());
    QCOMPARE(back.items.size(), 2);
    QCOMPARE(back.items.at(0).document.name, u"urn:lcd:a@b.c"_s);
    QCOMPARE(back.items.at(0).document.data, data);
    QCOMPARE(back.items.at(0).line, 3);
    QCOMPARE(back.items.at(1).document.data, data);
    QCOMPARE(back.summary->items, 2);
    QCOMPARE(back.summary->bytes, document.size());
}

void TestUserDataParser::everySplitGivesTheSameItems()
{
    const QByteArray document = "\xEF\xBB\xBF"
        + inSet("<DocItem Name=\"urn:lcd:a@b.c\">" + AwkwardData
                    + "</DocItem><Unknown><DocItem/></Unknown>\r\n<DocItem Name=\"urn:lcd:a/b@b.c\">" + AwkwardData
                    + "</DocItem><DocItem Name=\"urn:hcd:&#x31;\"/>",
                " xmlns='n' xmlns:q=\"&amp;\"");
    const ReadBack whole = readInPieces(document, document.size());
    QVERIFY(whole.summary.isOk());
    QCOMPARE(whole.items.size(), 2);
    QCOMPARE(whole.refusals.size(), 2);
    QCOMPARE(whole.items.at(0).document.data, AwkwardData);
    for (qsizetype size = 1; size < document.size(); ++size) {
        const ReadBack pieces = readInPieces(document, size);
        QVERIFY2(pieces.summary.isOk(), qPrintable(QString::number(size)));
        compareDocuments(pieces.documents(), whole.documents());
        QCOMPARE(pieces.refusals, whole.refusals);
    }
}

void TestUserDataParser::everyEncodingGivesTheSameItems_data()
{
    QTest::addColumn<QByteArray>("document");
    const QString text = u"<DocItemSet><DocItem Name='urn:lcd:jörg@b.c'>\r\n<Data a='é'/></DocItem></DocItemSet>"_s;
    const auto declared = [&text](const QString &encoding) {
        return QString(u"<?xml version='1.0' encoding='"_s + encoding + u"' ?>\n"_s + text);
    };
    const auto utf16 = [](const QString &document, QStringConverter::Encoding encoding, bool hasMark) {
        QStringEncoder encoder(encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder(document));
    };
    QTest::newRow("UTF-8, undeclared") << text.toUtf8();
    QTest::newRow("UTF-8") << declared(u"utf-8"_s).toUtf8();
    QTest::newRow("UTF-8 with a byte order mark") << QByteArray("\xEF\xBB\xBF") + declared(u"UTF-8"_s).toUtf8();
    QTest::newRow("UTF-8 that calls itself UTF-16") << declared(u"utf-16"_s).toUtf8();
    QTest::newRow("UTF-16LE with a byte order mark") << utf16(declared(u"utf-16"_s), QStringConverter::Utf16LE, true);
    QTest::newRow("UTF-16BE with a byte order mark") << utf16(declared(u"utf-16"_s), QStringConverter::Utf16BE, true);
    QTest::newRow("UTF-16LE without") << utf16(declared(u"utf-16"_s), QStringConverter::Utf16LE, false);
    QTest::newRow("UTF-16BE without") << utf16(text, QStringConverter::Utf16BE, false);
    QTest::newRow("ISO-8859-1") << declared(u"ISO-8859-1"_s).toLatin1();
}

void TestUserDataParser::everyEncodingGivesTheSameItems()
{
    QFETCH(QByteArray, document);
    for (const qsizetype pieceSize : {qsizetype(1), qsizetype(3), document.size()}) {
        const ReadBack back = readInPieces(document, pieceSize);
        QVERIFY2(back.summary.isOk(), qUtf8Printable(back.summary.isOk() ? QString() : back.summary.error().message));
        QCOMPARE(back.items.size(), 1);
        QCOMPARE(back.items.at(0).document.name, u"urn:lcd:jörg@b.c"_s);
        QCOMPARE(back.items.at(0).document.data, u"\r\n<Data a='é'/>"_s.toUtf8());
    }
    QTemporaryDir directory;
    QFile file(directory.filePath(u"a.xml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(document) == document.size());
    file.close();
    QCOMPARE(readArchive(file.fileName()).items.size(), 1);
}

void TestUserDataParser::aSurrogatePairIsTakenWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("a pair") << u"\U0001F600"_s << true;
    QTest::newRow("its first half") << QString(QChar(0xD83D)) << false;
    QTest::newRow("its second half") << QString(QChar(0xDE00)) << false;
    QTest::newRow("both, the wrong way round") << QString(QString(QChar(0xDE00)) + QChar(0xD83D)) << false;
}

void TestUserDataParser::aSurrogatePairIsTakenWhole()
{
    QFETCH(QString, text);
    QFETCH(bool, isValid);
    const QString document
        = u"\uFEFF<DocItemSet><DocItem Name='urn:lcd:a@b.c'>"_s + text + u"</DocItem></DocItemSet>"_s;
    const QByteArray utf16(reinterpret_cast<const char *>(document.utf16()),
                           document.size() * qsizetype(sizeof(char16_t)));
    for (qsizetype pieceSize = 1; pieceSize <= utf16.size(); ++pieceSize) {
        const ReadBack back = readInPieces(utf16, pieceSize);
        QCOMPARE(back.summary.isOk(), isValid);
        if (isValid)
            QCOMPARE(back.items.value(0).document.data, text.toUtf8());
    }
}

void TestUserDataParser::aBadItemIsRefusedAndTheRestGoesOn_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("slash") << QByteArray("<DocItem Name='urn:lcd:a/b@c.d'><Data/></DocItem>")
                           << u"contains '\\' or '/'"_s;
    QTest::newRow("backslash") << QByteArray("<DocItem Name='urn:lcd:a\\b@c.d'/>") << u"contains '\\' or '/'"_s;
    QTest::newRow("backslash as a reference")
        << QByteArray("<DocItem Name='urn:lcd:a&#92;b@c.d'/>") << u"contains '\\' or '/'"_s;
    QTest::newRow("no name") << QByteArray("<DocItem><Data/></DocItem>") << u"the DocItem has no Name"_s;
    QTest::newRow("empty name") << QByteArray("<DocItem Name=''><Data/></DocItem>") << u"the DocItem has no Name"_s;
    QTest::newRow("line break in the name") << QByteArray("<DocItem Name='a&#10;b'/>") << u"control character"_s;
    QTest::newRow("long name") << QByteArray("<DocItem Name='" + QByteArray(2000, 'x') + "'/>")
                               << u"longer than 1024 characters"_s;
    QTest::newRow("another element") << QByteArray("<Extra><DocItem Name='urn:lcd:x@c.d'/></Extra>")
                                     << u"<Extra> is no DocItem"_s;
}

void TestUserDataParser::aBadItemIsRefusedAndTheRestGoesOn()
{
    QFETCH(QByteArray, item);
    QFETCH(QString, sentence);
    const ReadBack back = readInPieces(
        inSet("\n<DocItem Name='urn:lcd:first@c.d'/>\n" + item + "\n<DocItem Name='urn:lcd:last@c.d'/>"), 7);
    QVERIFY(back.summary.isOk());
    QCOMPARE(back.items.size(), 2);
    QCOMPARE(back.items.at(1).document.name, u"urn:lcd:last@c.d"_s);
    QCOMPARE(back.summary->refused, 1);
    QCOMPARE(back.refusals.size(), 1);
    QVERIFY2(back.refusals.at(0).message.contains(sentence), qUtf8Printable(back.refusals.at(0).message));
    QVERIFY2(back.refusals.at(0).message.contains(u"line 4 of test"_s), qUtf8Printable(back.refusals.at(0).message));
    QVERIFY(!back.refusals.at(0).recommendedAction.isEmpty());
}

void TestUserDataParser::anItemThatIsTooLargeIsRefused()
{
    UserDataParser parser(
        u"test"_s,
        [](const ArchiveItem &item) {
            return item.document.data.size() < 10 ? Result<>() : Result<>(operationStopped());
        },
        [](const Error &) {});
    QVERIFY(parser.feed("<DocItemSet><DocItem Name='urn:lcd:big@c.d'>").isOk());
    const QByteArray text(1024 * 1024, 'x');
    for (qint64 fed = 0; fed <= archive_limits::DocumentBytes; fed += text.size())
        QVERIFY(parser.feed(text).isOk());
    QVERIFY(parser.feed("</DocItem><DocItem Name='urn:lcd:small@c.d'>small</DocItem></DocItemSet>").isOk());
    QVERIFY(parser.finish().isOk());
    QCOMPARE(parser.summary().refused, 1);
    QCOMPARE(parser.summary().items, 1);
}

QTEST_GUILESS_MAIN(TestUserDataParser)
#include "tst_user_data_parser.moc"
