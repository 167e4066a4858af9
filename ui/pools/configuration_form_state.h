// ConfigurationFormState: what has been typed into the form of the backup service's configuration, and what it means.
#pragma once

#include "model/backup_service_configuration.h"
#include "model/command.h"

#include <QCoreApplication>

#include <optional>

namespace cspool {

// Knows no widget. Fields, types and ranges are those of Set-CsBackupServiceConfiguration.
class ConfigurationFormState
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ConfigurationFormState)

public:
    struct Field
    {
        const ParameterInfo *parameter = nullptr; // lives as long as the program
        QString reported; // the value that holds, as text; empty when it is not reported
        bool isReported = false;
        QString text; // as typed

        const QString &name() const { return parameter->name; }
    };

    // `cmdlet` is Set-CsBackupServiceConfiguration as the session tells it, and must outlive the state.
    ConfigurationFormState(const CmdletInfo *cmdlet, DeploymentKind kind);

    const QList<Field> &fields() const { return m_fields; }
    const Field *field(QStringView name) const; // null: none

    // What holds now. Fields that were not changed follow; what was typed stays.
    void setConfiguration(const BackupServiceConfiguration &configuration);
    void setText(QStringView name, const QString &text);
    void revert(); // all fields

    bool isChanged(const Field &field) const; // to another value, not only to another text
    bool hasChanges() const;
    // Why the field's text is no value for it; nothing: it is one.
    std::optional<QString> error(const Field &field) const;
    bool isReady() const; // something is changed, and nothing is wrong
    // What one should think about before applying the changes: sentences.
    QStringList warnings() const;
    // What may be typed, for people: range and default.
    QString rangeText(const Field &field) const;

    // Sets what was changed, and nothing else. Only when isReady().
    Command command() const;
    // Gives every setting its default again.
    static Command resetCommand();

private:
    Result<QVariant> value(const Field &field, const QString &text) const;

    const CmdletInfo *m_cmdlet;
    QList<Field> m_fields;
};

} // namespace cspool
