#include "backend/lab/xml_guard.h"

#include <QString>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// The position behind the next `end` after `from`; the end of the text when there is none.
qsizetype behind(QStringView text, QLatin1StringView end, qsizetype from)
{
    const qsizetype position = text.indexOf(end, from);
    return position < 0 ? text.size() : position + end.size();
}

// From behind '<' to behind '>'; counts the attributes on the way.
qsizetype behindTag(QStringView text, qsizetype from, int &attributes)
{
    QChar quote;
    for (qsizetype i = from; i < text.size(); ++i) {
        const QChar character = text.at(i);
        if (!quote.isNull()) {
            if (character == quote)
                quote = QChar();
        } else if (character == u'"' || character == u'\'') {
            quote = character;
        } else if (character == u'=') {
            ++attributes;
        } else if (character == u'>') {
            return i + 1;
        }
    }
    return text.size();
}

} // namespace

XmlGuardFinding lookAtXml(QStringView text)
{
    const auto finding = [text](XmlGuardFinding::Problem problem, qsizetype position) {
        return XmlGuardFinding{problem, text.first(position).count(u'\n') + 1};
    };
    qsizetype position = text.indexOf(u'<');
    while (position >= 0) {
        const QStringView rest = text.sliced(position);
        if (rest.startsWith("<!--"_L1)) {
            position = behind(text, "-->"_L1, position + 4);
        } else if (rest.startsWith("<![CDATA["_L1)) {
            position = behind(text, "]]>"_L1, position + 9);
        } else if (rest.startsWith("<?"_L1)) {
            position = behind(text, "?>"_L1, position + 2);
        } else if (rest.startsWith("<!"_L1)) {
            return finding(XmlGuardFinding::Problem::DocumentType, position);
        } else {
            int attributes = 0;
            const qsizetype end = behindTag(text, position + 1, attributes);
            if (attributes > MaximumXmlAttributes)
                return finding(XmlGuardFinding::Problem::TooManyAttributes, position);
            position = end;
        }
        position = text.indexOf(u'<', position);
    }
    return {};
}

} // namespace cspool
