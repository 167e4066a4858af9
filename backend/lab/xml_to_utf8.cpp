#include "backend/lab/xml_to_utf8.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr auto DeclarationStart = "<?xml";
constexpr qsizetype LongestDeclaration = 1024; // bytes

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::XmlToUtf8)
};

} // namespace

XmlToUtf8::XmlToUtf8(const QString &name)
    : m_name(name)
{
}

Result<QByteArray> XmlToUtf8::convert(const QByteArray &bytes)
{
    if (m_encoding != Encoding::Unknown)
        return converted(bytes);
    m_head += bytes;
    const Result<bool> isKnown = detect(false);
    if (!isKnown)
        return isKnown.error();
    return *isKnown ? converted(std::exchange(m_head, {})) : Result<QByteArray>(QByteArray());
}

Result<QByteArray> XmlToUtf8::finish()
{
    QByteArray rest;
    if (m_encoding == Encoding::Unknown) {
        if (const Result<bool> isKnown = detect(true); !isKnown)
            return isKnown.error();
        Result<QByteArray> head = converted(std::exchange(m_head, {}));
        if (!head)
            return head;
        rest = std::move(head).value();
    }
    if (m_utf16Bytes % 2 != 0 || !m_heldBack.isEmpty())
        return error(Text::tr("%1 ends in the middle of a UTF-16 character: it was probably cut off.").arg(m_name));
    return rest;
}

Result<bool> XmlToUtf8::detect(bool isComplete)
{
    if (m_head.size() < qsizetype(qstrlen(DeclarationStart)) && !isComplete)
        return false;
    if (m_head.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)) || m_head.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        return error(Text::tr("%1 is encoded in UTF-32, which is not read.").arg(m_name));
    if (m_head.startsWith("\xEF\xBB\xBF")) {
        m_head.remove(0, 3);
        m_encoding = Encoding::Utf8;
        return true;
    }
    const bool isLittle = m_head.startsWith("\xFF\xFE") || m_head.startsWith(QByteArrayView("<\0", 2));
    const bool isBig = m_head.startsWith("\xFE\xFF") || m_head.startsWith(QByteArrayView("\0<", 2));
    if (!isLittle && !isBig)
        return detectFromDeclaration(isComplete);
    if (!m_head.startsWith('<') && !m_head.startsWith('\0'))
        m_head.remove(0, 2);
    m_decoder = QStringDecoder(isLittle ? QStringConverter::Utf16LE : QStringConverter::Utf16BE,
                               QStringConverter::Flag::ConvertInitialBom);
    m_encoding = Encoding::Utf16;
    return true;
}

Result<bool> XmlToUtf8::detectFromDeclaration(bool isComplete)
{
    const qsizetype end = m_head.indexOf("?>");
    if (m_head.startsWith(DeclarationStart) && end < 0 && m_head.size() < LongestDeclaration && !isComplete)
        return false;
    static const QRegularExpression pattern(u"\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']"_s);
    const QString declaration
        = m_head.startsWith(DeclarationStart) && end > 0 ? QString::fromLatin1(m_head.first(end)) : QString();
    const QString name = pattern.match(declaration).captured(1).toLower();
    // .NET writes "utf-16" into documents that are then saved in UTF-8; that they are not UTF-16 is plain by now.
    static const QStringList utf8Names = {QString(), u"utf-8"_s, u"utf8"_s, u"us-ascii"_s, u"ascii"_s, u"utf-16"_s};
    static const QStringList latin1Names = {u"iso-8859-1"_s, u"latin1"_s, u"iso_8859-1"_s};
    if (utf8Names.contains(name))
        m_encoding = Encoding::Utf8;
    else if (latin1Names.contains(name))
        m_encoding = Encoding::Latin1;
    else
        return error(Text::tr("%1 is encoded in \"%2\", which is not read.").arg(m_name, name));
    return true;
}

Result<QByteArray> XmlToUtf8::converted(const QByteArray &bytes)
{
    if (m_encoding == Encoding::Utf8)
        return bytes;
    if (m_encoding == Encoding::Latin1)
        return QString::fromLatin1(bytes).toUtf8();
    m_utf16Bytes += bytes.size();
    // QStringEncoder lets half a surrogate pair pass when it stands at the edge of a piece, so that is held back here.
    QString text = m_heldBack;
    text += m_decoder.decode(bytes);
    m_heldBack.clear();
    if (!text.isEmpty() && text.back().isHighSurrogate()) {
        m_heldBack = text.back();
        text.chop(1);
    }
    if (!text.isValidUtf16())
        return error(Text::tr("%1 is not valid UTF-16 near byte %2.").arg(m_name).arg(m_utf16Bytes));
    return text.toUtf8();
}

Error XmlToUtf8::error(const QString &message) const
{
    return {ErrorCategory::InvalidData, u"XmlEncodingNotRead"_s, message,
            Text::tr("Save the document in UTF-8 and try again, or export it anew."), m_name};
}

} // namespace cspool
