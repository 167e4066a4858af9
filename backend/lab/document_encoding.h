// What characters a document from outside is written in: UTF-8 or UTF-16, told by its bytes.
#pragma once

#include <QByteArray>
#include <QString>

namespace cspool {

struct DecodedText
{
    QString text; // without a byte order mark
    qint64 badLine = 0; // the first line, from 1, with bytes that cannot be read; 0: none
    bool isCutOff = false; // UTF-16 with half a character at its end
};

// By the byte order mark, else by the look of the first character of an XML document, else UTF-8.
DecodedText decodeDocument(const QByteArray &document);
// `text` in the characters of the document `like`, with the same byte order mark, or none.
QByteArray encodeDocument(const QString &text, const QByteArray &like);

} // namespace cspool
