// ConfigurationForm: the one global configuration of the backup service, shown and changed.
#pragma once

#include "ui/pools/configuration_form_state.h"
#include "ui/pools/details_tab.h"

#include <QUuid>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cspool {

class StatusLabel;

class ConfigurationForm : public DetailsTab
{
    Q_OBJECT

public:
    explicit ConfigurationForm(Workspace *workspace, QWidget *parent = nullptr);

    bool hasChanges() const { return m_state && m_state->hasChanges(); }

protected:
    void updateContent() override;

private:
    struct Row
    {
        QString name;
        QLabel *label = nullptr;
        QLineEdit *editor = nullptr;
        StatusLabel *note = nullptr; // range, or what is wrong, or what was there before
    };
    void buildFields();
    void addRow(const ConfigurationFormState::Field &field);
    void showState(); // marks, notes, buttons, the command
    void showReading();
    void apply();
    void reset();
    void ask(const QString &objectName, const QString &question, const QStringList &remarks, const QString &verb,
             const Command &command);
    void submit(const Command &command);
    void finish(const QUuid &job);

    std::optional<ConfigurationFormState> m_state; // nothing: the deployment has no such cmdlet
    const CmdletInfo *m_cmdlet = nullptr; // for which the fields were made
    QWidget *m_fields;
    QGridLayout *m_grid;
    QList<Row> m_rows;
    StatusLabel *m_reading;
    StatusLabel *m_result;
    StatusLabel *m_warnings;
    QLabel *m_commandTitle;
    QLineEdit *m_command;
    QPushButton *m_apply;
    QPushButton *m_revert;
    QPushButton *m_reset;
    QUuid m_job; // that applies the changes; null: none
};

} // namespace cspool
