#include "model/fqdn.h"

#include "model/message_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

constexpr qsizetype MaximumLength = 253;
constexpr qsizetype MaximumLabelLength = 63;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::Fqdn)
};

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

bool isAllowed(QChar character)
{
    return isDigit(character) || (character >= u'a' && character <= u'z') || (character >= u'A' && character <= u'Z')
        || character == u'-';
}

// What is wrong with one label; empty when nothing is.
QString findingOf(const QString &label, qsizetype offset)
{
    const auto wrong = std::find_if_not(label.begin(), label.end(), isAllowed);
    if (wrong != label.end()) {
        const qsizetype position = offset + (wrong - label.begin()) + 1;
        if (wrong->isSpace())
            return Text::tr("there is a space at character %1").arg(position);
        if (*wrong == u'_')
            return Text::tr("there is an underscore at character %1, which host names cannot contain").arg(position);
        if (wrong->unicode() > 0x7f)
            return Text::tr(
                       "character %1 is not one of the letters a to z, digits and hyphens; write an international name "
                       "in "
                       "its \"xn--\" form")
                .arg(position);
        return Text::tr("character %1, \"%2\", is not a letter, digit or hyphen")
            .arg(QString::number(position), forMessage(*wrong));
    }
    if (label.size() > MaximumLabelLength)
        return Text::tr("the part \"%1\" has %2 characters; at most 63 are allowed between two dots")
            .arg(forMessage(label), QString::number(label.size()));
    if (label.startsWith(u'-'))
        return Text::tr("the part \"%1\" begins with a hyphen").arg(label);
    if (label.endsWith(u'-'))
        return Text::tr("the part \"%1\" ends with a hyphen").arg(label);
    return {};
}

bool isDottedDecimal(const QStringList &labels)
{
    return labels.size() == 4 && std::all_of(labels.begin(), labels.end(), [](const QString &label) {
               return std::all_of(label.begin(), label.end(), isDigit);
           });
}

// Which rule the trimmed name, without its trailing dot, breaks; empty when none.
QString findingOf(const QString &name)
{
    if (name.isEmpty())
        return Text::tr("it is empty");
    const QStringList labels = name.split(u'.');
    qsizetype offset = 0;
    for (const QString &label : labels) {
        if (label.isEmpty())
            return offset == 0 ? Text::tr("it begins with a dot")
                               : Text::tr("there is nothing between the dots at character %1").arg(offset);
        const QString finding = findingOf(label, offset);
        if (!finding.isEmpty())
            return finding;
        offset += label.size() + 1;
    }
    if (labels.size() < 2)
        return Text::tr("it has no domain, as in \"%1.example.com\"").arg(forMessage(name));
    if (name.size() > MaximumLength)
        return Text::tr("it has %1 characters; at most 253 are allowed").arg(name.size());
    if (isDottedDecimal(labels))
        return Text::tr("it is an IP address");
    return {};
}

// As it was typed, without what surrounds the name.
QString stripped(const QString &text)
{
    QString name = text.trimmed();
    if (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

} // namespace

QString canonicalFqdn(const QString &text)
{
    return stripped(text).toLower();
}

Result<QString> parseFqdn(const QString &text)
{
    const QString name = stripped(text);
    const QString finding = findingOf(name);
    if (finding.isEmpty())
        return name.toLower();
    return Error{ErrorCategory::InvalidArgument, u"InvalidFqdn"_s,
                 Text::tr("\"%1\" is not a fully qualified domain name: %2.").arg(forMessage(text.trimmed()), finding),
                 Text::tr("Give the full name of the pool or server, for example \"atl-cs-001.litwareinc.com\"."),
                 text};
}

} // namespace cspool
