#include "model/argument_conversion.h"

#include "model/binding_errors.h"
#include "model/command.h"
#include "model/fqdn.h"
#include "model/time_span.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ArgumentConversion)
};

Result<QVariant> convertBoolean(const ParameterInfo &parameter, const QString &text)
{
    static const QStringList on = {u"$true"_s, u"true"_s, u"1"_s};
    static const QStringList off = {u"$false"_s, u"false"_s, u"0"_s};
    if (on.contains(text.trimmed(), Qt::CaseInsensitive))
        return QVariant(true);
    if (off.contains(text.trimmed(), Qt::CaseInsensitive))
        return QVariant(false);
    return notConvertible(parameter, text, Text::tr("$true or $false"));
}

Result<QVariant> convertInt32(const ParameterInfo &parameter, const QString &text)
{
    const QString trimmed = text.trimmed();
    QStringView digits(trimmed);
    if (digits.startsWith(u'-') || digits.startsWith(u'+'))
        digits = digits.sliced(1);
    const bool isWhole = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](QChar character) {
        return character >= u'0' && character <= u'9';
    });
    if (!isWhole)
        return notConvertible(parameter, text, Text::tr("a whole number"));
    bool isOk = false;
    const int number = trimmed.toInt(&isOk);
    if (!isOk) {
        return notConvertible(parameter, text,
                              Text::tr("a whole number from %1 to %2")
                                  .arg(QString::number(std::numeric_limits<qint32>::min()),
                                       QString::number(std::numeric_limits<qint32>::max())));
    }
    return QVariant(number);
}

Result<QVariant> convertTimeSpan(const ParameterInfo &parameter, const QString &text)
{
    if (const auto span = TimeSpan::fromString(text))
        return QVariant::fromValue(*span);
    return notConvertible(
        parameter, text,
        Text::tr("a time span as hh:mm:ss or d.hh:mm:ss, with hours up to 23 and minutes and seconds up to 59, "
                 "or a whole number of seconds"));
}

Result<QVariant> convertFqdn(const ParameterInfo &parameter, const QString &text)
{
    const auto fqdn = parseFqdn(text);
    if (fqdn)
        return QVariant(*fqdn);
    return bindingError(
        u"CannotConvertArgument"_s, parameter.name,
        Text::tr("The value of the parameter %1 cannot be used: %2").arg(parameter.name, fqdn.error().message),
        fqdn.error().recommendedAction);
}

Result<QVariant> convertEnumeration(const ParameterInfo &parameter, const QString &text)
{
    for (const QString &value : parameter.allowedValues) {
        if (value.compare(text.trimmed(), Qt::CaseInsensitive) == 0)
            return QVariant(value);
    }
    return notConvertible(parameter, text, alternatives(parameter.allowedValues));
}

QMetaType metaTypeOf(ParameterType type)
{
    switch (type) {
    case ParameterType::Switch:
    case ParameterType::Boolean:
        return QMetaType::fromType<bool>();
    case ParameterType::StringList:
        return QMetaType::fromType<QStringList>();
    case ParameterType::Int32:
        return QMetaType::fromType<int>();
    case ParameterType::TimeSpan:
        return QMetaType::fromType<TimeSpan>();
    case ParameterType::String:
    case ParameterType::Fqdn:
    case ParameterType::Enumeration:
        break;
    }
    return QMetaType::fromType<QString>();
}

Error invalidValue(const ParameterInfo &parameter, const QString &message, const QString &action)
{
    return bindingError(u"ParameterArgumentValidationError"_s, parameter.name, message, action);
}

// Whether a number or time span lies between the parameter's limits.
Result<> checkRange(const ParameterInfo &parameter, const QVariant &value)
{
    const bool isSpan = parameter.type == ParameterType::TimeSpan;
    const auto limitText
        = [isSpan](qint64 limit) { return isSpan ? TimeSpan::fromSeconds(limit).toString() : QString::number(limit); };
    const qint64 number = isSpan ? value.value<TimeSpan>().ticks : value.toInt();
    const qint64 unit = isSpan ? TimeSpan::TicksPerSecond : 1;
    const QString given = isSpan ? value.value<TimeSpan>().toString() : QString::number(number);
    const bool isBelow = parameter.minimum && number < *parameter.minimum * unit;
    const bool isAbove = parameter.maximum && number > *parameter.maximum * unit;
    if (!isBelow && !isAbove)
        return {};
    const QString message = isBelow ? Text::tr("%1 is too small for the parameter %2: it must be at least %3.")
                                          .arg(given, parameter.name, limitText(*parameter.minimum))
                                    : Text::tr("%1 is too large for the parameter %2: it must be at most %3.")
                                          .arg(given, parameter.name, limitText(*parameter.maximum));
    return invalidValue(parameter, message, Text::tr("Correct the value of -%1.").arg(parameter.name));
}

Result<> checkText(const ParameterInfo &parameter, const QString &text)
{
    const bool isPath = parameter.path != PathSide::None;
    if (text.trimmed().isEmpty() && (isPath || parameter.isRequired)) {
        return invalidValue(parameter, Text::tr("The value of the parameter %1 is empty.").arg(parameter.name),
                            isPath
                                ? Text::tr("Give the path of the file or folder, or leave -%1 out if it is optional.")
                                      .arg(parameter.name)
                                : Text::tr("Give a value for -%1.").arg(parameter.name));
    }
    if (isPath && text.contains(u'\0')) {
        return invalidValue(parameter,
                            Text::tr("The path in the parameter %1 contains a null character.").arg(parameter.name),
                            Text::tr("Correct the value of -%1.").arg(parameter.name));
    }
    if (parameter.allowedValues.isEmpty() || parameter.allowedValues.contains(text, Qt::CaseInsensitive))
        return {};
    return notConvertible(parameter, text, alternatives(parameter.allowedValues));
}

Result<> checkList(const ParameterInfo &parameter, const QStringList &elements)
{
    const bool hasEmpty = std::any_of(elements.begin(), elements.end(),
                                      [](const QString &element) { return element.trimmed().isEmpty(); });
    if (!elements.isEmpty() && !hasEmpty)
        return {};
    return invalidValue(parameter,
                        elements.size() < 2
                            ? Text::tr("The value of the parameter %1 is empty.").arg(parameter.name)
                            : Text::tr("One of the values of the parameter %1 is empty.").arg(parameter.name),
                        Text::tr("Separate the values by single commas."));
}

} // namespace

Result<QVariant> convertText(const ParameterInfo &parameter, const QString &text)
{
    switch (parameter.type) {
    case ParameterType::Switch:
    case ParameterType::Boolean:
        return convertBoolean(parameter, text);
    case ParameterType::String:
        return QVariant(text);
    case ParameterType::StringList: {
        QStringList elements = text.split(u',');
        for (QString &element : elements)
            element = element.trimmed();
        return QVariant(elements);
    }
    case ParameterType::Fqdn:
        return convertFqdn(parameter, text);
    case ParameterType::Int32:
        return convertInt32(parameter, text);
    case ParameterType::TimeSpan:
        return convertTimeSpan(parameter, text);
    case ParameterType::Enumeration:
        return convertEnumeration(parameter, text);
    }
    return notConvertible(parameter, text, parameter.typeName);
}

Result<> checkValue(const ParameterInfo &parameter, const QVariant &value)
{
    if (value.metaType() != metaTypeOf(parameter.type)) {
        return bindingError(
            u"CannotConvertArgument"_s, parameter.name,
            Text::tr("The value of the parameter %1 is not of the type %2.").arg(parameter.name, parameter.typeName),
            Text::tr("Correct the value of -%1.").arg(parameter.name));
    }
    switch (parameter.type) {
    case ParameterType::Switch:
    case ParameterType::Boolean:
        return {};
    case ParameterType::Int32:
    case ParameterType::TimeSpan:
        return checkRange(parameter, value);
    case ParameterType::StringList:
        return checkList(parameter, value.toStringList());
    case ParameterType::Fqdn: {
        const auto fqdn = convertFqdn(parameter, value.toString());
        return fqdn ? Result<>() : fqdn.error();
    }
    case ParameterType::Enumeration: {
        const auto spelled = convertEnumeration(parameter, value.toString());
        return spelled ? Result<>() : spelled.error();
    }
    case ParameterType::String:
        return checkText(parameter, value.toString());
    }
    return {};
}

Result<QVariant> convertArgument(const CmdletInfo &, const ParameterInfo &parameter, const QString &text)
{
    const auto value = convertText(parameter, text);
    if (!value)
        return value;
    if (const auto checked = checkValue(parameter, *value); !checked)
        return checked.error();
    return value;
}

} // namespace cspool
