#include "tests/support/archive_reading.h"

#include "backend/lab/user_data_parser.h"
#include "backend/lab/xml_to_utf8.h"

#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

QList<DocumentWrite> ReadBack::documents() const
{
    QList<DocumentWrite> documents;
    for (const ArchiveItem &item : items)
        documents.append(item.document);
    return documents;
}

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

void compareDocuments(const QList<DocumentWrite> &actual, const QList<DocumentWrite> &expected)
{
    QCOMPARE(actual.size(), expected.size());
    for (qsizetype i = 0; i < actual.size(); ++i) {
        QCOMPARE(actual.at(i).name, expected.at(i).name);
        QCOMPARE(actual.at(i).namespaces, expected.at(i).namespaces);
        QCOMPARE(actual.at(i).data, expected.at(i).data);
    }
}

QByteArray inSet(const QByteArray &items, const QByteArray &attributes)
{
    return "<?xml version=\"1.0\"?>\r\n<DocItemSet" + attributes + ">" + items + "</DocItemSet>";
}

} // namespace cspool::test
