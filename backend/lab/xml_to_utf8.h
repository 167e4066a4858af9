// XmlToUtf8: turns the bytes of an XML document, in whichever encoding it is, into UTF-8 as they stream by.
#pragma once

#include "model/result.h"

#include <QByteArray>
#include <QStringDecoder>

namespace cspool {

// Tells the encoding by byte order mark, else by the first bytes, else by the XML declaration. UTF-8 and US-ASCII pass
// through untouched, without their byte order mark; UTF-16 and ISO-8859-1 are converted; any other encoding is an
// error that names it. The declaration itself stays as it is: tell the parser that it gets UTF-8. One document, one
// thread.
class XmlToUtf8
{
public:
    // `name`: of the document, for errors.
    explicit XmlToUtf8(const QString &name);

    // What can be converted by now; may be empty.
    Result<QByteArray> convert(const QByteArray &bytes);
    // The rest. Nothing may follow.
    Result<QByteArray> finish();

private:
    enum class Encoding { Unknown, Utf8, Utf16, Latin1 };
    Result<bool> detect(bool isComplete); // false: more bytes are needed
    Result<bool> detectFromDeclaration(bool isComplete);
    Result<QByteArray> converted(const QByteArray &bytes);
    Error error(const QString &message) const;

    QString m_name;
    Encoding m_encoding = Encoding::Unknown;
    QByteArray m_head; // until the encoding is known
    QStringDecoder m_decoder;
    QString m_heldBack; // the first half of a surrogate pair whose second half is still to come
    qint64 m_utf16Bytes = 0;
};

} // namespace cspool
