// UserDataArchiveReader and UserDataArchiveWriter: every document comes back byte for byte, and bad input gets one
// sentence.
#include "backend/lab/user_data_archive.h"
#include "tests/support/archive_generator.h"
#include "tests/support/archive_reading.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

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

} // namespace

class TestUserDataArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomDocumentsSurviveTheRoundTrip();
    void exportImportExportIsIdentical();
    void everyArchiveIsZip64ThatOtherProgramsRead();
    void namespacesInScopeAreKept_data();
    void namespacesInScopeAreKept();
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
        compareDocuments(back.documents(), documents);
        const QByteArray xml = zipEntry(path);
        const ReadBack pieces = readInPieces(xml, 1 + random.bounded(64));
        compareDocuments(pieces.documents(), documents);
    }
}

void TestUserDataArchive::exportImportExportIsIdentical()
{
    QTemporaryDir directory;
    const QString first = directory.filePath(u"first.zip"_s), second = directory.filePath(u"second.zip"_s);
    writeArchive(first, {.users = 200, .contacts = 20});
    writeDocuments(second, readArchive(first).documents());
    QVERIFY(zipEntry(first).size() > 200 * 20 * 50);
    QCOMPARE(zipEntry(second), zipEntry(first));
}

void TestUserDataArchive::everyArchiveIsZip64ThatOtherProgramsRead()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"a.zip"_s);
    writeArchive(path, {.users = 2, .contacts = 1});
    const QByteArray zip = contentOf(path);
    // How large it will be is not known beforehand: the extra field 1 with two sizes of eight bytes follows the name.
    constexpr qsizetype HeaderBytes = 30;
    const QByteArray name = "DocItemSet.xml";
    QCOMPARE(zip.mid(HeaderBytes, name.size()), name);
    QCOMPARE(zip.mid(HeaderBytes + name.size(), 4), QByteArray("\x01\0\x10\0", 4));
    // Version 4.5 is what unzip 6.0 knows at the most.
    QCOMPARE(zip.mid(4, 2), QByteArray("\x2D\0", 2));
    QCOMPARE(zip.count("PK\x01\x02"), 1);
    QCOMPARE(zip.mid(zip.indexOf("PK\x01\x02") + 6, 2), QByteArray("\x2D\0", 2));
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
    QList<DocumentWrite> documents = back.documents();
    documents.append({u"urn:lcd:other@b.c"_s, {}, "<Data/>"});
    QTemporaryDir directory;
    writeDocuments(directory.filePath(u"a.zip"_s), documents);
    compareDocuments(readArchive(directory.filePath(u"a.zip"_s)).documents(), documents);
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
    const QList<DocumentWrite> documents = readArchive(path).documents();
    for (qsizetype position = 0; position < whole.size(); ++position) {
        QByteArray bytes = whole;
        bytes[position] = char(bytes.at(position) ^ 0x10);
        writeFile(flipped, bytes);
        const ReadBack back = readArchive(flipped);
        if (back.summary)
            compareDocuments(back.documents(), documents);
    }
}

void TestUserDataArchive::contentDecidesNotTheName()
{
    QTemporaryDir directory;
    const QString zip = directory.filePath(u"zip.xml"_s), xml = directory.filePath(u"xml.zip"_s);
    writeArchive(zip, {.users = 2});
    writeFile(xml, zipEntry(zip));
    QCOMPARE(readArchive(zip).items.size(), 2);
    compareDocuments(readArchive(xml).documents(), readArchive(zip).documents());
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
    writeDocuments(zip, first.documents());
    compareDocuments(readArchive(zip).documents(), first.documents());
    writeDocuments(again, readArchive(zip).documents(), ArchiveFormat::Legacy);
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
