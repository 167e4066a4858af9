#include "backend/remoting/clixml/clixml_text.h"

#include "backend/remoting/clixml/clixml_numbers.h"
#include "backend/remoting/clixml/clixml_times.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

int hexDigit(QChar character)
{
    const char16_t code = character.unicode();
    if (code >= u'0' && code <= u'9')
        return code - u'0';
    if (code >= u'a' && code <= u'f')
        return code - u'a' + 10;
    if (code >= u'A' && code <= u'F')
        return code - u'A' + 10;
    return -1;
}

bool mustBeEscaped(QStringView text, qsizetype at)
{
    const char16_t code = text[at].unicode();
    if (code == u'_')
        return at + 1 < text.size() && (text[at + 1] == u'x' || text[at + 1] == u'X');
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || QChar::isSurrogate(code) || code >= 0xFFFE;
}

// The code unit of an escape that begins at `at`; negative: there is none.
int escapeAt(QStringView text, qsizetype at)
{
    if (at + 7 > text.size() || text[at] != u'_' || (text[at + 1] != u'x' && text[at + 1] != u'X')
        || text[at + 6] != u'_')
        return -1;
    int code = 0;
    for (qsizetype i = at + 2; i < at + 6; ++i) {
        const int digit = hexDigit(text[i]);
        if (digit < 0)
            return -1;
        code = code * 16 + digit;
    }
    return code;
}

// One row for each alternative of ClixmlValue::Content, in its order; the last one, the object, has none.
constexpr std::array elements{"Nil"_L1, "S"_L1,   "C"_L1,   "B"_L1,   "DT"_L1,      "TS"_L1,  "By"_L1,  "SB"_L1,
                              "U16"_L1, "I16"_L1, "U32"_L1, "I32"_L1, "U64"_L1,     "I64"_L1, "Sg"_L1,  "Db"_L1,
                              "D"_L1,   "BA"_L1,  "G"_L1,   "URI"_L1, "Version"_L1, "XD"_L1,  "SBK"_L1, "SS"_L1};
static_assert(elements.size() + 1 == std::variant_size_v<ClixmlValue::Content>);

constexpr std::array typeNames{""_L1,
                               "System.String"_L1,
                               "System.Char"_L1,
                               "System.Boolean"_L1,
                               "System.DateTime"_L1,
                               "System.TimeSpan"_L1,
                               "System.Byte"_L1,
                               "System.SByte"_L1,
                               "System.UInt16"_L1,
                               "System.Int16"_L1,
                               "System.UInt32"_L1,
                               "System.Int32"_L1,
                               "System.UInt64"_L1,
                               "System.Int64"_L1,
                               "System.Single"_L1,
                               "System.Double"_L1,
                               "System.Decimal"_L1,
                               "System.Byte[]"_L1,
                               "System.Guid"_L1,
                               "System.Uri"_L1,
                               "System.Version"_L1,
                               "System.Xml.XmlDocument"_L1,
                               "System.Management.Automation.ScriptBlock"_L1,
                               "System.Security.SecureString"_L1};
static_assert(typeNames.size() == elements.size());

// Versions have two to four numbers.
bool isVersion(QStringView text)
{
    const QList<QStringView> numbers = text.split(u'.');
    return numbers.size() >= 2 && numbers.size() <= 4
        && std::all_of(numbers.begin(), numbers.end(), [](QStringView number) {
               const auto value = readClixmlInteger<std::int32_t>(number);
               return value && *value >= 0 && number.front() != u'-' && number.front() != u'+';
           });
}

std::optional<bool> readBool(QStringView text)
{
    if (text == u"true" || text == u"1")
        return true;
    if (text == u"false" || text == u"0")
        return false;
    return std::nullopt;
}

std::optional<QByteArray> readBase64(const QString &text)
{
    // Long values may be broken into lines.
    const QByteArray compact = QString(text).remove(u' ').remove(u'\n').remove(u'\r').remove(u'\t').toLatin1();
    if (compact.size() % 4 != 0)
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(compact, QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(*decoded) : std::nullopt;
}

std::optional<QUuid> readUuid(QStringView text)
{
    // QUuid would take braces and texts with something behind.
    const QUuid uuid = text.size() == 36 ? QUuid::fromString(text) : QUuid();
    if (uuid.isNull() && text != u"00000000-0000-0000-0000-000000000000")
        return std::nullopt;
    return uuid;
}

template <typename T> std::optional<ClixmlValue> valueOf(const std::optional<T> &content)
{
    return content ? std::optional(ClixmlValue(ClixmlValue::Content(std::in_place_type<T>, *content))) : std::nullopt;
}

std::optional<QChar> readChar(QStringView text)
{
    const auto code = readClixmlInteger<std::uint16_t>(text);
    return code ? std::optional(QChar(*code)) : std::nullopt;
}

// Reads the alternative whose number in the variant is `index`.
template <std::size_t index = 0> std::optional<ClixmlValue> readAlternative(std::size_t wanted, const QString &text)
{
    if constexpr (index == elements.size()) {
        return std::nullopt;
    } else if (wanted != index) {
        return readAlternative<index + 1>(wanted, text);
    } else {
        using T = std::variant_alternative_t<index, ClixmlValue::Content>;
        if constexpr (std::is_same_v<T, std::nullptr_t>)
            return ClixmlValue();
        else if constexpr (std::is_same_v<T, QString>)
            return ClixmlValue(unescapeClixml(text));
        else if constexpr (std::is_same_v<
                               T, ClixmlUri> || std::is_same_v<T, ClixmlXml> || std::is_same_v<T, ClixmlScriptBlock>)
            return ClixmlValue(T{unescapeClixml(text)});
        else if constexpr (std::is_same_v<T, QByteArray>)
            return valueOf(readBase64(text));
        else if constexpr (std::is_same_v<T, ClixmlSecureString>) {
            const auto bytes = readBase64(text);
            return bytes ? std::optional(ClixmlValue(T{*bytes})) : std::nullopt;
        } else {
            const QString trimmed = text.trimmed();
            if constexpr (std::is_same_v<T, QChar>)
                return valueOf(readChar(trimmed));
            else if constexpr (std::is_same_v<T, bool>)
                return valueOf(readBool(trimmed));
            else if constexpr (std::is_same_v<T, ClixmlDateTime>)
                return valueOf(readClixmlDateTime(trimmed));
            else if constexpr (std::is_same_v<T, TimeSpan>)
                return valueOf(readClixmlDuration(trimmed));
            else if constexpr (std::is_same_v<T, QUuid>)
                return valueOf(readUuid(trimmed));
            else if constexpr (std::is_same_v<T, ClixmlVersion>)
                return isVersion(trimmed) ? std::optional(ClixmlValue(T{trimmed})) : std::nullopt;
            else if constexpr (std::is_same_v<T, ClixmlDecimal>)
                return isClixmlDecimal(trimmed) ? std::optional(ClixmlValue(T{trimmed})) : std::nullopt;
            else if constexpr (std::floating_point<T>)
                return valueOf(readClixmlReal<T>(trimmed));
            else
                return valueOf(readClixmlInteger<T>(trimmed));
        }
    }
}

struct TextWriter
{
    QString operator()(std::nullptr_t) const { return {}; }
    QString operator()(const QString &text) const { return escapeClixml(text); }
    QString operator()(QChar character) const { return QString::number(character.unicode()); }
    QString operator()(bool value) const { return value ? u"true"_s : u"false"_s; }
    QString operator()(const ClixmlDateTime &time) const { return clixmlDateTime(time); }
    QString operator()(const TimeSpan &duration) const { return clixmlDuration(duration); }
    template <std::integral T> QString operator()(T number) const { return QString::number(number); }
    template <std::floating_point T> QString operator()(T number) const { return clixmlReal(number); }
    QString operator()(const ClixmlDecimal &decimal) const { return decimal.text; }
    QString operator()(const QByteArray &bytes) const { return QString::fromLatin1(bytes.toBase64()); }
    QString operator()(const QUuid &uuid) const { return uuid.toString(QUuid::WithoutBraces); }
    QString operator()(const ClixmlUri &uri) const { return escapeClixml(uri.text); }
    QString operator()(const ClixmlVersion &version) const { return version.text; }
    QString operator()(const ClixmlXml &xml) const { return escapeClixml(xml.text); }
    QString operator()(const ClixmlScriptBlock &script) const { return escapeClixml(script.text); }
    QString operator()(const ClixmlSecureString &secret) const { return (*this)(secret.encrypted); }
    QString operator()(const std::shared_ptr<const ClixmlObject> &) const { return {}; }
};

} // namespace

QString escapeClixml(QStringView text)
{
    QString escaped;
    escaped.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (mustBeEscaped(text, i))
            escaped += u"_x" + QString::number(text[i].unicode(), 16).toUpper().rightJustified(4, u'0') + u'_';
        else
            escaped += text[i];
    }
    return escaped;
}

QString unescapeClixml(const QString &text)
{
    if (!text.contains(u"_x", Qt::CaseInsensitive))
        return text;
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int code = escapeAt(text, i);
        plain += code < 0 ? text[i] : QChar(char16_t(code));
        if (code >= 0)
            i += 6;
    }
    return plain;
}

QLatin1StringView clixmlElement(const ClixmlValue &value)
{
    const std::size_t index = value.content().index();
    return index < elements.size() ? elements[index] : QLatin1StringView();
}

QString clixmlTypeName(const ClixmlValue &value)
{
    const std::size_t index = value.content().index();
    return index < typeNames.size() ? QString(typeNames[index]) : QString();
}

QString clixmlText(const ClixmlValue &value)
{
    return std::visit(TextWriter(), value.content());
}

bool isClixmlPrimitive(QStringView element)
{
    return std::find(elements.begin(), elements.end(), element) != elements.end();
}

std::optional<ClixmlValue> readClixmlPrimitive(QStringView element, const QString &text)
{
    const auto found = std::find(elements.begin(), elements.end(), element);
    return readAlternative(std::size_t(found - elements.begin()), text);
}

} // namespace cspool
