#include "model/command.h"

#include "model/powershell_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

template <typename Parameters> auto findParameter(Parameters &parameters, QStringView name)
{
    return std::find_if(parameters.begin(), parameters.end(), [name](const BoundParameter &parameter) {
        return name.compare(parameter.name, Qt::CaseInsensitive) == 0;
    });
}

QString renderedList(const QStringList &values)
{
    QStringList quoted;
    quoted.reserve(values.size());
    for (const QString &value : values)
        quoted.append(quotePowerShell(value));
    return quoted.join(u',');
}

// The value as text of the shell; of a bool its constant.
QString renderedValue(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<bool>())
        return value.toBool() ? u"$true"_s : u"$false"_s;
    if (value.metaType() == QMetaType::fromType<int>())
        return QString::number(value.toInt());
    if (value.metaType() == QMetaType::fromType<TimeSpan>())
        return value.value<TimeSpan>().toString();
    if (value.metaType() == QMetaType::fromType<QStringList>())
        return renderedList(value.toStringList());
    return quotePowerShell(value.toString());
}

} // namespace

Command &Command::set(const QString &name, const QVariant &value)
{
    if (const auto found = findParameter(m_parameters, name); found != m_parameters.end())
        found->value = value;
    else
        m_parameters.append({name, value});
    return *this;
}

void Command::remove(QStringView name)
{
    m_parameters.removeIf(
        [name](const BoundParameter &parameter) { return name.compare(parameter.name, Qt::CaseInsensitive) == 0; });
}

bool Command::contains(QStringView name) const
{
    return findParameter(m_parameters, name) != m_parameters.end();
}

QVariant Command::value(QStringView name) const
{
    const auto found = findParameter(m_parameters, name);
    return found == m_parameters.end() ? QVariant() : found->value;
}

QString Command::string(QStringView name, const QString &fallback) const
{
    return contains(name) ? value(name).toString() : fallback;
}

QStringList Command::stringList(QStringView name) const
{
    return value(name).toStringList();
}

bool Command::isSwitchOn(QStringView name) const
{
    return value(name).toBool();
}

int Command::int32(QStringView name, int fallback) const
{
    return contains(name) ? value(name).toInt() : fallback;
}

TimeSpan Command::timeSpan(QStringView name, TimeSpan fallback) const
{
    return contains(name) ? value(name).value<TimeSpan>() : fallback;
}

QString render(const Command &command)
{
    const CmdletInfo *info = findCmdlet(command.cmdlet());
    QString line = command.cmdlet();
    for (const BoundParameter &parameter : command.parameters()) {
        const ParameterInfo *parameterInfo = info ? info->parameter(parameter.name) : nullptr;
        // A cmdlet that is not in the table takes a bool as a switch, by far the most frequent use.
        const bool isSwitch = parameterInfo ? parameterInfo->type == ParameterType::Switch
                                            : parameter.value.metaType() == QMetaType::fromType<bool>();
        line += " -"_L1 + parameter.name;
        if (!isSwitch)
            line += u' ' + renderedValue(parameter.value);
        else if (!parameter.value.toBool())
            line += ":$false"_L1;
    }
    return line;
}

} // namespace cspool
