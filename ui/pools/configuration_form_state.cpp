#include "ui/pools/configuration_form_state.h"

#include <QLocale>

#include <limits>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

bool isSetting(const ParameterInfo &parameter, DeploymentKind kind)
{
    if (parameter.isCommon || parameter.type == ParameterType::Switch || parameter.name == "Identity"_L1)
        return false;
    switch (parameter.availability) {
    case Availability::Both:
        return true;
    case Availability::LabOnly:
        return kind == DeploymentKind::Lab;
    case Availability::ServerOnly:
        return kind == DeploymentKind::Server;
    }
    return false;
}

QString textOf(const ParameterInfo &parameter, qint64 bound)
{
    return parameter.type == ParameterType::TimeSpan ? TimeSpan::fromSeconds(bound).toString()
                                                     : QLocale().toString(bound);
}

} // namespace

ConfigurationFormState::ConfigurationFormState(const CmdletInfo *cmdlet, DeploymentKind kind)
    : m_cmdlet(cmdlet)
{
    for (const ParameterInfo &parameter : cmdlet->parameters) {
        if (isSetting(parameter, kind))
            m_fields.append({&parameter, {}, false, {}});
    }
}

const ConfigurationFormState::Field *ConfigurationFormState::field(QStringView name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [name](const Field &field) {
        return field.name().compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_fields.end() ? nullptr : &*found;
}

void ConfigurationFormState::setConfiguration(const BackupServiceConfiguration &configuration)
{
    const Object object = configuration.toObject();
    for (Field &field : m_fields) {
        const bool follows = !isChanged(field);
        field.isReported = object.contains(field.name()) && !configuration.notReported.contains(field.name());
        field.reported = field.isReported ? displayText(object.value(field.name())) : QString();
        if (follows)
            field.text = field.reported;
    }
}

void ConfigurationFormState::setText(QStringView name, const QString &text)
{
    for (Field &field : m_fields) {
        if (field.name().compare(name, Qt::CaseInsensitive) == 0)
            field.text = text;
    }
}

void ConfigurationFormState::revert()
{
    for (Field &field : m_fields)
        field.text = field.reported;
}

Result<QVariant> ConfigurationFormState::value(const Field &field, const QString &text) const
{
    return convertArgument(*m_cmdlet, *field.parameter, text.trimmed());
}

bool ConfigurationFormState::isChanged(const Field &field) const
{
    if (field.text == field.reported)
        return false;
    if (!field.isReported)
        return !field.text.trimmed().isEmpty();
    const Result<QVariant> typed = value(field, field.text);
    const Result<QVariant> reported = value(field, field.reported);
    return !typed || !reported || *typed != *reported;
}

bool ConfigurationFormState::hasChanges() const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [this](const Field &field) { return isChanged(field); });
}

std::optional<QString> ConfigurationFormState::error(const Field &field) const
{
    if (!isChanged(field))
        return std::nullopt;
    const Result<QVariant> typed = value(field, field.text);
    return typed ? std::nullopt : std::optional(typed.error().message);
}

bool ConfigurationFormState::isReady() const
{
    return hasChanges() && std::none_of(m_fields.begin(), m_fields.end(), [this](const Field &field) {
               return error(field).has_value();
           });
}

QStringList ConfigurationFormState::warnings() const
{
    QStringList sentences;
    for (const Field &field : m_fields) {
        if (!isChanged(field))
            continue;
        if (field.name() == "SyncInterval"_L1) {
            sentences.append(tr("Microsoft advises against changing SyncInterval unless it is necessary."));
        } else if (field.name() == "AuthorizedUniversalGroups"_L1) {
            sentences.append(
                tr("Who is in none of the AuthorizedUniversalGroups can no longer call the backup service: "
                   "make sure that you are in one of them."));
        } else if (field.name() == "AuthorizedLocalAccounts"_L1) {
            sentences.append(tr("The service's own account, Network Service by default, must stay among the "
                                "AuthorizedLocalAccounts."));
        }
    }
    return sentences;
}

QString ConfigurationFormState::rangeText(const Field &field) const
{
    const ParameterInfo &parameter = *field.parameter;
    if (!field.isReported)
        return tr("not reported");
    const Object defaults = BackupServiceConfiguration().toObject();
    const QString standard = defaults.string(field.name());
    if (field.name() == "AuthorizedUniversalGroups"_L1)
        return tr("documented default: RTCUniversalServerAdmins, in another place Schema Admins");
    const bool isBounded
        = parameter.minimum && parameter.maximum && *parameter.maximum < std::numeric_limits<qint32>::max();
    if (isBounded && standard.isEmpty())
        return tr("%1 to %2").arg(textOf(parameter, *parameter.minimum), textOf(parameter, *parameter.maximum));
    if (isBounded) {
        return tr("%1 to %2, default %3")
            .arg(textOf(parameter, *parameter.minimum), textOf(parameter, *parameter.maximum), standard);
    }
    if (parameter.minimum && !standard.isEmpty())
        return tr("at least %1, default %2").arg(textOf(parameter, *parameter.minimum), standard);
    return standard.isEmpty() ? QString() : tr("default %1").arg(standard);
}

Command ConfigurationFormState::command() const
{
    Command command(m_cmdlet->name);
    for (const Field &field : m_fields) {
        if (isChanged(field)) {
            if (const Result<QVariant> typed = value(field, field.text))
                command.set(field.name(), *typed);
        }
    }
    return command;
}

Command ConfigurationFormState::resetCommand()
{
    return Command(u"Remove-CsBackupServiceConfiguration"_s).set(u"Identity"_s, u"Global"_s);
}

} // namespace cspool
