// UserDataArchiveReader and UserDataArchiveWriter: every document comes back byte for byte, and bad input gets one
// sentence.
#include "backend/lab/user_data_archive.h"
#include "backend/lab/user_data_parser.h"
#include "backend/lab/xml_to_utf8.h"
#include "tests/support/archive_generator.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

struct ReadBack
{
    QList<ArchiveItem> items;
    QList<Error> refusals;
    Result<ArchiveReadSummary> summary = ArchiveReadSummary();
};

ReadBack readArchive(const QString &path)
{
    ReadBack back;
    back.summary = UserDataArchiveReader::read(
        path, {},
        [&back](const ArchiveItem &item) {
            back.items.append(item);
            return Result<>();
        },
        [&back](const Error &error) { back.refusals.append(error); });
    return back;
}

// As the reader does it, but in pieces of the given size.
ReadBack readInPieces(const QByteArray &document, qsizetype pieceSize)
{
    ReadBack back;
    UserDataParser parser(
        u"test"_s,
        [&back](const ArchiveItem &item) {
            back.items.append(item);
            return Result<>();
        },
        [&back](const Error &error) { back.refusals.append(error); });
    XmlToUtf8 encoding(u"test"_s);
    const auto take = [&](const Result<QByteArray> &utf8) {
        const Result<> fed = utf8 ? parser.feed(*utf8) : Result<>(utf8.error());
        if (!fed)
            back.summary = fed.error();
        return fed.isOk();
    };
    for (qsizetype start = 0; start < document.size(); start += pieceSize) {
        if (!take(encoding.convert(document.mid(start, pieceSize))))
            return back;
    }
    if (!take(encoding.finish()))
        return back;
    const Result<> finished = parser.finish();
    back.summary = finished ? Result<ArchiveReadSummary>(parser.summary()) : finished.error();
    return back;
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<DocumentWrite> documentsOf(const QList<ArchiveItem> &items)
{
    QList<DocumentWrite> documents;
    for (const ArchiveItem &item : items)
        documents.append(item.document);
    return documents;
}

void compareDocuments(const QList<DocumentWrite> &actual, const QList<DocumentWrite> &expected)
{
    QCOMPARE(actual.size(), expected.size());
    for (qsizetype i = 0; i < actual.size(); ++i) {
        QCOMPARE(actual.at(i).name, expected.at(i).name);
        QCOMPARE(actual.at(i).namespaces, expected.at(i).namespaces);
        QCOMPARE(actual.at(i).data, expected.at(i).data);
    }
}

void writeDocuments(const QString &path, const QList<DocumentWrite> &documents,
                    ArchiveFormat format = ArchiveFormat::Zip)
{
    CommonNamespaces common;
    for (const DocumentWrite &document : documents)
        common.add(document.namespaces);
    auto writer = UserDataArchiveWriter::create(path, format, common.result());
    QVERIFY2(writer.isOk(), qUtf8Printable(writer.isOk() ? QString() : writer.error().message));
    for (const DocumentWrite &document : documents)
        QVERIFY((*writer)->write(document).isOk());
    QVERIFY((*writer)->finish().isOk());
}

QByteArray inSet(const QByteArray &items, const QByteArray &attributes = {})
{
    return "<?xml version=\"1.0\"?>\r\n<DocItemSet" + attributes + ">" + items + "</DocItemSet>";
}

// A document with everything that tempts a reader to change it.
const QByteArray AwkwardData
    = "\r\n  <Data >\r\n<HomedResource  A='1'\n B=\"&quot;&#x41;&amp;\"><!-- a > b -->\r"
      "<![CDATA[ <DocItem Name=\"no\"> ]] > & ]]><?pi  x?><x:Y xmlns:x='u'>&lt;\xC3\xA4\xF0\x9F\x98\x80</x:Y>"
      "<DocItem Name=\"inner\"><DocItem/></DocItem><DocItemSet/></HomedResource></Data>\t\n";

} // namespace

class TestUserDataArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDocumentIsItsBytes_data();
    void aDocumentIsItsBytes();
    void everySplitGivesTheSameItems();
    void randomDocumentsSurviveTheRoundTrip();
    void exportImportExportIsIdentical();
    void namespacesInScopeAreKept_data();
    void namespacesInScopeAreKept();
    void everyEncodingGivesTheSameItems_data();
    void everyEncodingGivesTheSameItems();
    void aBadItemIsRefusedAndTheRestGoesOn_data();
    void aBadItemIsRefusedAndTheRestGoesOn();
    void anItemThatIsTooLargeIsRefused();
    void aBadDocumentIsOneSentence_data();
    void aBadDocumentIsOneSentence();
    void aBadZipIsOneSentence_data();
    void aBadZipIsOneSentence();
    void aZipCutOffAnywhereIsAnError();
    void aFlippedByteInAZipNeverGivesAnotherDocument();
    void contentDecidesNotTheName();
    void otherEntriesAreReported();
    void legacyFilesAreRead();
    void legacyAndZipCarryTheSameResource();
    void legacyHoldsUsersOnly();
    void anUnfinishedArchiveLeavesTheOldOne();
    void anArchiveCannotBeWrittenIntoNowhere();
    void readingStopsWhenAsked();
    void theVisitorsErrorEndsTheReading();
};

void TestUserDataArchive::aDocumentIsItsBytes_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("plain") << QByteArray("<Data><HomedResource/></Data>");
    QTest::newRow("CRLF") << QByteArray("\r\n<Data>\r\n</Data>\r\n");
    QTest::newRow("CR alone") << QByteArray("\r<Data>\r</Data>\r");
    QTest::newRow("awkward") << AwkwardData;
    QTest::newRow("siblings of Data") << QByteArray("<Version>3</Version><Data/><Other/>");
}

void TestUserDataArchive::aDocumentIsItsBytes()
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

void TestUserDataArchive::everySplitGivesTheSameItems()
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
        compareDocuments(documentsOf(pieces.items), documentsOf(whole.items));
        QCOMPARE(pieces.refusals, whole.refusals);
    }
}

void TestUserDataArchive::randomDocumentsSurviveTheRoundTrip()
{
    const QList<QByteArray> bits = {"<a>",
                                    "</a>",
                                    "<b c='\"'/>",
                                    "text ",
                                    "\r\n",
                                    "\r",
                                    "\t",
                                    "&amp;",
                                    "&#65;",
                                    "<!-- - -->",
                                    "<![CDATA[</DocItem>]]>",
                                    "<?p ?>",
                                    "\xE2\x82\xAC",
                                    "]]",
                                    "'",
                                    "\"",
                                    "<p:x xmlns:p='&#10;'></p:x>"};
    QTemporaryDir directory;
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QRandomGenerator random(seed);
        QList<DocumentWrite> documents;
        for (int number = 0; number < 1 + random.bounded(20); ++number) {
            QByteArray data;
            int open = 0;
            for (int bit = 0; bit < random.bounded(200); ++bit) {
                const qsizetype choice = random.bounded(bits.size());
                if (choice == 1 && open == 0)
                    continue;
                open += choice == 0 ? 1 : choice == 1 ? -1 : 0;
                data += bits.at(choice);
            }
            while (open-- > 0)
                data += "</a>";
            const QByteArray namespaces
                = random.bounded(3) == 0 ? QByteArray("xmlns:o=\"&lt;o&#10;\"") : "xmlns=\"n\" xmlns:o=\"&lt;o&#10;\"";
            documents.append({u"urn:lcd:<&\"'>%1@ä.example"_s.arg(number), namespaces, data});
        }
        const QString path = directory.filePath(u"a.zip"_s);
        writeDocuments(path, documents);
        const ReadBack back = readArchive(path);
        QVERIFY2(back.summary.isOk(), qUtf8Printable(back.summary.isOk() ? QString() : back.summary.error().message));
        compareDocuments(documentsOf(back.items), documents);
        const QByteArray xml = zipEntry(path);
        const ReadBack pieces = readInPieces(xml, 1 + random.bounded(64));
        compareDocuments(documentsOf(pieces.items), documents);
    }
}

void TestUserDataArchive::exportImportExportIsIdentical()
{
    QTemporaryDir directory;
    const QString first = directory.filePath(u"first.zip"_s), second = directory.filePath(u"second.zip"_s);
    writeArchive(first, {.users = 200, .contacts = 20});
    writeDocuments(second, documentsOf(readArchive(first).items));
    QVERIFY(zipEntry(first).size() > 200 * 20 * 50);
    QCOMPARE(zipEntry(second), zipEntry(first));
    // Both are zip64, whatever their size, because that is not known beforehand: the extra field 0x0001 is there.
    QVERIFY(contentOf(first).first(200).contains(QByteArray("\x01\x00", 2)));
}

void TestUserDataArchive::namespacesInScopeAreKept_data()
{
    QTest::addColumn<QByteArray>("root");
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("none") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("root") << QByteArray(" xmlns='urn:a'") << QByteArray() << QByteArray("xmlns=\"urn:a\"");
    QTest::newRow("item") << QByteArray() << QByteArray(" xmlns='urn:a'") << QByteArray("xmlns=\"urn:a\"");
    QTest::newRow("both") << QByteArray(" xmlns:z='z' xmlns='urn:a'") << QByteArray(" xmlns:b='b'")
                          << QByteArray("xmlns=\"urn:a\" xmlns:b=\"b\" xmlns:z=\"z\"");
    QTest::newRow("overridden") << QByteArray(" xmlns='urn:a'") << QByteArray(" xmlns='urn:b'")
                                << QByteArray("xmlns=\"urn:b\"");
    QTest::newRow("taken away") << QByteArray(" xmlns='urn:a'") << QByteArray(" xmlns=''") << QByteArray();
    QTest::newRow("escaped") << QByteArray(" xmlns:a='&lt;\"&amp;'") << QByteArray()
                             << QByteArray("xmlns:a=\"&lt;&quot;&amp;\"");
    QTest::newRow("other attributes of the item")
        << QByteArray(" xmlns='a'") << QByteArray(" Version='3' Signature='x&#10;'")
        << QByteArray("xmlns=\"a\" Version=\"3\" Signature=\"x&#10;\"");
}

void TestUserDataArchive::namespacesInScopeAreKept()
{
    QFETCH(QByteArray, root);
    QFETCH(QByteArray, item);
    QFETCH(QByteArray, kept);
    const ReadBack back = readInPieces(inSet("<DocItem Name='urn:lcd:a@b.c'" + item + "><Data/></DocItem>", root), 10);
    QVERIFY(back.summary.isOk());
    QCOMPARE(back.items.at(0).document.namespaces, kept);
    // Beside a document without any, so that the two cannot share all of it.
    QList<DocumentWrite> documents = documentsOf(back.items);
    documents.append({u"urn:lcd:other@b.c"_s, {}, "<Data/>"});
    QTemporaryDir directory;
    writeDocuments(directory.filePath(u"a.zip"_s), documents);
    compareDocuments(documentsOf(readArchive(directory.filePath(u"a.zip"_s)).items), documents);
}

void TestUserDataArchive::everyEncodingGivesTheSameItems_data()
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

void TestUserDataArchive::everyEncodingGivesTheSameItems()
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
    writeFile(directory.filePath(u"a.xml"_s), document);
    QCOMPARE(readArchive(directory.filePath(u"a.xml"_s)).items.size(), 1);
}

void TestUserDataArchive::aBadItemIsRefusedAndTheRestGoesOn_data()
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

void TestUserDataArchive::aBadItemIsRefusedAndTheRestGoesOn()
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

void TestUserDataArchive::anItemThatIsTooLargeIsRefused()
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

void TestUserDataArchive::aBadDocumentIsOneSentence_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("sentence");
    const QByteArray good = inSet("\n<DocItem Name='urn:lcd:a@c.d'><Data/></DocItem>");
    QByteArray deep("<DocItemSet><DocItem Name='a'>");
    QTest::newRow("empty") << QByteArray() << u"is empty"_s;
    QTest::newRow("not XML") << QByteArray("name,address\n1,2\n") << u"neither a zip archive nor an XML document"_s;
    QTest::newRow("another root") << QByteArray("<Topology/>") << u"its root element is <Topology>"_s;
    QTest::newRow("cut off in a tag") << good.first(good.size() - 30) << u"ends too early, in line 3"_s;
    QTest::newRow("cut off after an item") << good.first(good.size() - 13) << u"ends too early, in line 3"_s;
    QTest::newRow("mismatched tags") << QByteArray("<DocItemSet>\n<DocItem Name='a'></DocItemSet>")
                                     << u"line 2, column"_s;
    QTest::newRow("rubbish behind the end") << good + "<more/>" << u"junk after document element"_s;
    QTest::newRow("undefined entity") << inSet("<DocItem Name='a'>&nbsp;</DocItem>") << u"undefined entity"_s;
    QTest::newRow("entity bomb") << QByteArray("<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><DocItemSet/>")
                                 << u"line 1: the document has a DOCTYPE"_s;
    QTest::newRow("external DTD") << QByteArray("<!DOCTYPE x SYSTEM 'file:///etc/passwd'><DocItemSet/>")
                                  << u"DOCTYPE"_s;
    QTest::newRow("invalid UTF-8") << inSet("<DocItem Name='a'>\xFF</DocItem>") << u"not well-formed"_s;
    QTest::newRow("windows-1252") << QByteArray("<?xml version='1.0' encoding='windows-1252'?><DocItemSet/>")
                                  << u"encoded in \"windows-1252\""_s;
    QTest::newRow("UTF-32") << QByteArray("\xFF\xFE\0\0<\0\0\0", 8) << u"UTF-32"_s;
    QTest::newRow("half a UTF-16 character") << QByteArray("\xFF\xFE<\0D", 5) << u"middle of a UTF-16 character"_s;
    QTest::newRow("lone surrogate") << QByteArray("\xFF\xFE<\0D\0\x00\xDCx\0", 10) << u"not valid UTF-16"_s;
    QTest::newRow("nested too deep") << deep + QByteArray("<a>").repeated(300) << u"nested deeper than 256"_s;
    QTest::newRow("huge attribute") << QByteArray("<DocItemSet><DocItem Name='" + QByteArray(5 * 1024 * 1024, 'x'))
                                    << u"a tag or comment is longer than"_s;
    QTest::newRow("huge comment") << inSet("<!--" + QByteArray(5 * 1024 * 1024, 'x') + "-->")
                                  << u"a tag or comment is longer than"_s;
}

void TestUserDataArchive::aBadDocumentIsOneSentence()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, sentence);
    QTemporaryDir directory;
    const QString path = directory.filePath(u"data.xml"_s);
    writeFile(path, document);
    const ReadBack back = readArchive(path);
    QVERIFY(!back.summary.isOk());
    const Error error = back.summary.error();
    QVERIFY2(error.message.contains(sentence), qUtf8Printable(error.message));
    QVERIFY2(error.message.contains(u"data.xml"_s), qUtf8Printable(error.message));
    QVERIFY(!error.recommendedAction.isEmpty());
    // The same within a zip, where there is more to go wrong.
    const QString zip = directory.filePath(u"data.zip"_s);
    writeZip(zip, {{u"DocItemSet.xml"_s, document}});
    const ReadBack zipped = readArchive(zip);
    QVERIFY(!zipped.summary.isOk());
    QVERIFY2(zipped.summary.error().message.contains(u"data.zip"_s), qUtf8Printable(zipped.summary.error().message));
}

void TestUserDataArchive::aBadZipIsOneSentence_data()
{
    QTest::addColumn<QByteArray>("zip");
    QTest::addColumn<QString>("sentence");
    QTemporaryDir directory;
    const auto zipOf = [&directory](const QList<std::pair<QString, QByteArray>> &entries) {
        writeZip(directory.filePath(u"a.zip"_s), entries);
        return contentOf(directory.filePath(u"a.zip"_s));
    };
    const QByteArray good = zipOf({{u"DocItemSet.xml"_s, inSet("<DocItem Name='urn:lcd:a@c.d'/>")}});
    // Sets a field in the local and in the central header.
    const auto patched = [&good](qsizetype localOffset, qsizetype centralOffset, char value) {
        QByteArray zip = good;
        zip[localOffset] = value;
        zip[zip.indexOf("PK\x01\x02") + centralOffset] = value;
        return zip;
    };
    QTest::newRow("only a beginning") << QByteArray("PK\x03\x04") << u"was probably cut off"_s;
    QTest::newRow("empty zip") << zipOf({}) << u"holds no DocItemSet.xml"_s;
    QTest::newRow("other files only") << zipOf({{u"a.txt"_s, "x"}}) << u"holds no DocItemSet.xml"_s;
    QTest::newRow("in a folder") << zipOf({{u"../DocItemSet.xml"_s, "<DocItemSet/>"}})
                                 << u"in a folder (../DocItemSet.xml)"_s;
    QTest::newRow("twice") << zipOf({{u"DocItemSet.xml"_s, "<DocItemSet/>"}, {u"DOCITEMSET.XML"_s, "<DocItemSet/>"}})
                           << u"more than once"_s;
    QTest::newRow("encrypted") << patched(6, 8, '\x01') << u"encrypted with a password"_s;
    QTest::newRow("compressed in another way") << patched(8, 10, '\x0E') << u"compressed with method 14"_s;
    QTest::newRow("wrong checksum") << patched(14, 16, '\x55') << u"damaged or cut off"_s;
    QTest::newRow("bomb") << zipOf({{u"DocItemSet.xml"_s, inSet(QByteArray(110 * 1024 * 1024, ' '))}}) << u"zip bomb"_s;
}

void TestUserDataArchive::aBadZipIsOneSentence()
{
    QFETCH(QByteArray, zip);
    QFETCH(QString, sentence);
    QTemporaryDir directory;
    const QString path = directory.filePath(u"data.zip"_s);
    writeFile(path, zip);
    const ReadBack back = readArchive(path);
    QVERIFY(!back.summary.isOk());
    QVERIFY2(back.summary.error().message.contains(sentence), qUtf8Printable(back.summary.error().message));
    QVERIFY2(back.summary.error().message.contains(u"data.zip"_s), qUtf8Printable(back.summary.error().message));
}

void TestUserDataArchive::aZipCutOffAnywhereIsAnError()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"a.zip"_s), cut = directory.filePath(u"cut.zip"_s);
    writeArchive(path, {.users = 20, .contacts = 5});
    const QByteArray whole = contentOf(path);
    constexpr qsizetype EndRecord = 22; // without a comment; its own last bytes are not missed
    for (qsizetype size = 4; size <= whole.size() - EndRecord; size += 13) {
        writeFile(cut, whole.first(size));
        const ReadBack back = readArchive(cut);
        QVERIFY2(!back.summary.isOk(), qPrintable(QString::number(size)));
        QVERIFY(back.summary.error().category == ErrorCategory::InvalidData);
    }
}

void TestUserDataArchive::aFlippedByteInAZipNeverGivesAnotherDocument()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"a.zip"_s), flipped = directory.filePath(u"flipped.zip"_s);
    writeArchive(path, {.users = 3, .contacts = 5});
    const QByteArray whole = contentOf(path);
    const QList<DocumentWrite> documents = documentsOf(readArchive(path).items);
    for (qsizetype position = 0; position < whole.size(); ++position) {
        QByteArray bytes = whole;
        bytes[position] = char(bytes.at(position) ^ 0x10);
        writeFile(flipped, bytes);
        const ReadBack back = readArchive(flipped);
        if (back.summary)
            compareDocuments(documentsOf(back.items), documents);
    }
}

void TestUserDataArchive::contentDecidesNotTheName()
{
    QTemporaryDir directory;
    const QString zip = directory.filePath(u"zip.xml"_s), xml = directory.filePath(u"xml.zip"_s);
    writeArchive(zip, {.users = 2});
    writeFile(xml, zipEntry(zip));
    QCOMPARE(readArchive(zip).items.size(), 2);
    compareDocuments(documentsOf(readArchive(xml).items), documentsOf(readArchive(zip).items));
}

void TestUserDataArchive::otherEntriesAreReported()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"a.zip"_s);
    writeZip(path,
             {{u"../../evil.sh"_s, "rm"},
              {u"docitemset.XML"_s, inSet("<x:DocItem Name='urn:hcd:1'/>", " xmlns:x='u'")},
              {u"Second.xml"_s, "<a/>"}});
    const ReadBack back = readArchive(path);
    QVERIFY(back.summary.isOk());
    QCOMPARE(back.items.size(), 1);
    QCOMPARE(back.summary->ignoredEntries, (QStringList{u"../../evil.sh"_s, u"Second.xml"_s}));
    QCOMPARE(back.summary->ignoredEntryCount, 2);
}

void TestUserDataArchive::legacyFilesAreRead()
{
    const QByteArray resource = "<HomedResource UserAtHost=\"a@b.c\"\r\n X='1'><Contacts/>\r\n</HomedResource>";
    const QByteArray document = "<HomedResources xmlns=\"http://schemas.microsoft.com/RtcServer/2002/11/dbimpexp\">\r\n"
        + resource + "\r\n<HomedResource/><HomedResource UserAtHost='x@b.c'/></HomedResources>";
    for (qsizetype size = 1; size <= document.size(); ++size) {
        const ReadBack back = readInPieces(document, size);
        QVERIFY(back.summary.isOk());
        QVERIFY(back.summary->isLegacy);
        QCOMPARE(back.items.size(), 2);
        QCOMPARE(back.items.at(0).document.name, u"urn:lcd:a@b.c"_s);
        QCOMPARE(back.items.at(0).document.data, "<Data>" + resource + "</Data>");
        QCOMPARE(back.items.at(0).document.namespaces,
                 "xmlns=\"http://schemas.microsoft.com/RtcServer/2002/11/dbimpexp\"");
        QCOMPARE(back.items.at(1).document.data, "<Data><HomedResource UserAtHost='x@b.c'/></Data>");
        QCOMPARE(back.refusals.size(), 1);
        QVERIFY(back.refusals.at(0).message.contains(u"has no UserAtHost"_s));
    }
}

void TestUserDataArchive::legacyAndZipCarryTheSameResource()
{
    QTemporaryDir directory;
    const QString legacy = directory.filePath(u"a.xml"_s), zip = directory.filePath(u"a.zip"_s),
                  again = directory.filePath(u"b.xml"_s);
    const QByteArray dbimpexp = "xmlns=\"http://schemas.microsoft.com/RtcServer/2002/11/dbimpexp\"";
    // One that says all itself, one whose namespaces and name stand around it, and one without any namespace.
    const QList<DocumentWrite> documents = {
        {u"urn:lcd:a@b.c"_s, dbimpexp, "<Data><HomedResource UserAtHost=\"a@b.c\">\r\n<x/></HomedResource></Data>"},
        {u"urn:lcd:b@b.c"_s, "xmlns=\"n\" xmlns:p=\"p\"", "\n<Data xmlns:q='q'> <HomedResource\tA='&lt;'/> </Data>"},
        {u"urn:lcd:c@b.c"_s, {}, "<Data><HomedResource>&amp;<HomedResource/></HomedResource></Data>"},
    };
    writeDocuments(legacy, documents, ArchiveFormat::Legacy);
    const QByteArray written = contentOf(legacy);
    QVERIFY(written.contains("\n<HomedResource UserAtHost=\"a@b.c\">\r\n<x/></HomedResource>\n"));
    QVERIFY(written.contains(
        "\n<HomedResource xmlns=\"n\" xmlns:p=\"p\" xmlns:q=\"q\" UserAtHost=\"b@b.c\"\tA='&lt;'/>\n"));
    QVERIFY(
        written.contains("\n<HomedResource xmlns=\"\" UserAtHost=\"c@b.c\">&amp;<HomedResource/></HomedResource>\n"));

    const ReadBack first = readArchive(legacy);
    QCOMPARE(first.items.size(), 3);
    compareDocuments({first.items.at(0).document}, {documents.at(0)});
    // From then on nothing changes any more, whichever way it goes.
    writeDocuments(zip, documentsOf(first.items));
    compareDocuments(documentsOf(readArchive(zip).items), documentsOf(first.items));
    writeDocuments(again, documentsOf(readArchive(zip).items), ArchiveFormat::Legacy);
    QCOMPARE(contentOf(again), written);
}

void TestUserDataArchive::legacyHoldsUsersOnly()
{
    QTemporaryDir directory;
    auto writer = UserDataArchiveWriter::create(directory.filePath(u"a.xml"_s), ArchiveFormat::Legacy, {});
    QVERIFY(writer.isOk());
    const auto errorOf = [&writer](const DocumentWrite &document) {
        const Result<> written = (*writer)->write(document);
        return written ? QString() : written.error().message;
    };
    QVERIFY(errorOf({u"urn:hcd:1"_s, {}, "<Data/>"}).contains(u"users only"_s));
    QVERIFY(errorOf({u"urn:lcd:a@b.c"_s, {}, "<Data/>"}).contains(u"no HomedResource"_s));
    QVERIFY(errorOf({u"urn:lcd:a@b.c"_s, {}, "<Data><HomedResource UserAtHost='b@b.c'/></Data>"})
                .contains(u"another user, b@b.c"_s));
    QVERIFY(errorOf({u"urn:lcd:a@b.c"_s, {}, "<Data><HomedResource/></Data>"}).isEmpty());
    QVERIFY((*writer)->finish().isOk());
    QCOMPARE(readArchive(directory.filePath(u"a.xml"_s)).items.size(), 1);
}

void TestUserDataArchive::anUnfinishedArchiveLeavesTheOldOne()
{
    QTemporaryDir directory;
    for (const ArchiveFormat format : {ArchiveFormat::Zip, ArchiveFormat::Legacy}) {
        const QString path = directory.filePath(u"a"_s);
        writeFile(path, "old");
        {
            auto writer = UserDataArchiveWriter::create(path, format, {});
            QVERIFY(writer.isOk());
            QVERIFY((*writer)->write({u"urn:lcd:a@b.c"_s, {}, "<Data><HomedResource/></Data>"}).isOk());
            QCOMPARE(contentOf(path), "old");
        }
        QCOMPARE(contentOf(path), "old");
        QCOMPARE(QDir(directory.path()).entryList(QDir::Files), QStringList(u"a"_s));
    }
}

void TestUserDataArchive::anArchiveCannotBeWrittenIntoNowhere()
{
    QTemporaryDir directory;
    for (const ArchiveFormat format : {ArchiveFormat::Zip, ArchiveFormat::Legacy}) {
        const auto writer = UserDataArchiveWriter::create(directory.filePath(u"no/such/folder/a.zip"_s), format, {});
        QVERIFY(!writer.isOk());
        QVERIFY(writer.error().category == ErrorCategory::WriteError);
        QVERIFY(writer.error().message.contains(u"a.zip cannot be written"_s));
    }
}

void TestUserDataArchive::readingStopsWhenAsked()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"a.zip"_s);
    writeArchive(path, {.users = 100, .contacts = 50});
    StopSource stop;
    qint64 items = 0;
    const auto summary = UserDataArchiveReader::read(path, stop.token(),
                                                     [&](const ArchiveItem &) {
                                                         if (++items == 3)
                                                             stop.requestStop();
                                                         return Result<>();
                                                     },
                                                     {});
    QVERIFY(!summary.isOk());
    QVERIFY(summary.error().isStopped());
    QVERIFY(items < 100);
}

void TestUserDataArchive::theVisitorsErrorEndsTheReading()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"a.zip"_s);
    writeArchive(path, {.users = 5, .contacts = 1});
    const Error full{ErrorCategory::WriteError, u"Full"_s, u"The disk is full."_s};
    qint64 items = 0;
    const auto summary = UserDataArchiveReader::read(
        path, {}, [&](const ArchiveItem &) { return ++items == 2 ? Result<>(full) : Result<>(); }, {});
    QCOMPARE(items, 2);
    QVERIFY(!summary.isOk());
    QCOMPARE(summary.error(), full);
}

QTEST_GUILESS_MAIN(TestUserDataArchive)
#include "tst_user_data_archive.moc"
