#include "backend/lab/document_encoding.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>

namespace cspool {

namespace {

struct Encoding
{
    QStringConverter::Encoding encoding;
    qsizetype markBytes; // of the byte order mark
};

Encoding encodingOf(const QByteArray &document)
{
    if (document.startsWith("\xEF\xBB\xBF"))
        return {QStringConverter::Utf8, 3};
    if (document.startsWith("\xFF\xFE"))
        return {QStringConverter::Utf16LE, 2};
    if (document.startsWith("\xFE\xFF"))
        return {QStringConverter::Utf16BE, 2};
    if (document.startsWith(QByteArray("<\0", 2)))
        return {QStringConverter::Utf16LE, 0};
    if (document.startsWith(QByteArray("\0<", 2)))
        return {QStringConverter::Utf16BE, 0};
    return {QStringConverter::Utf8, 0};
}

} // namespace

DecodedText decodeDocument(const QByteArray &document)
{
    const Encoding encoding = encodingOf(document);
    const QByteArrayView bytes = QByteArrayView(document).sliced(encoding.markBytes);
    DecodedText result;
    result.isCutOff = encoding.encoding != QStringConverter::Utf8 && bytes.size() % 2 != 0;
    QStringDecoder decoder(encoding.encoding, QStringConverter::Flag::Stateless);
    result.text = decoder(bytes);
    if (decoder.hasError()) {
        const qsizetype position = std::max<qsizetype>(result.text.indexOf(QChar::ReplacementCharacter), 0);
        result.badLine = QStringView(result.text).first(position).count(u'\n') + 1;
    }
    return result;
}

QByteArray encodeDocument(const QString &text, const QByteArray &like)
{
    const Encoding encoding = encodingOf(like);
    QStringEncoder encoder(encoding.encoding, QStringConverter::Flag::Stateless);
    const QByteArray encoded = encoder(text);
    return like.first(encoding.markBytes) + encoded;
}

} // namespace cspool
