// ParameterForm: the fields of a cmdlet, one for each parameter: editors with labels, and under each what is to be said
// about it at the moment.
#pragma once

#include "ui/command_form/command_form_state.h"
#include "ui/command_form/mnemonics.h"

#include <QScrollArea>

#include <vector>

class QGridLayout;
class QLabel;
class QToolButton;

namespace cspool {

class Desktop;
class ParameterEditor;
class ToneLabel;

// Shows and edits a CommandFormState.
class ParameterForm : public QScrollArea
{
    Q_OBJECT

public:
    // `state` and `desktop` must outlive it.
    ParameterForm(CommandFormState *state, Desktop *desktop, QWidget *parent = nullptr);

    // Gives the fields mnemonics besides these, which the window has.
    void setMnemonics(const Mnemonics &mnemonics);
    // Scrolls to the field, opening the section that hides it, and gives it the keyboard.
    void focusField(const QString &parameter);
    void focusFirstField();
    void setPools(const QStringList &fqdns); // to choose from

Q_SIGNALS:
    void fieldFocused(const QString &parameter);

private:
    struct Row
    {
        const ParameterInfo *parameter;
        QLabel *label; // null: the editor has its own
        ParameterEditor *editor;
        QLabel *mark; // an icon beside a field that something is wrong with
        ToneLabel *note;
    };
    void rebuild();
    void addRow(const ParameterInfo &parameter, QGridLayout *grid);
    QWidget *addMoreOptions(const QList<const ParameterInfo *> &parameters);
    void setLabel(const Row &row, const QString &name);
    void showState();
    void showRow(const Row &row, const QString &wrongParameter, const QList<CommandWarning> &warnings);
    QString standingNote(const ParameterInfo &parameter) const;
    ParameterEditor *editor(const QString &parameter) const;

    CommandFormState *m_state;
    Desktop *m_desktop;
    Mnemonics m_mnemonics;
    QToolButton *m_more = nullptr;
    QWidget *m_moreOptions = nullptr;
    std::vector<Row> m_rows;
    QStringList m_pools;
};

// What stands in help and tool tip of a parameter, as sentences.
QStringList parameterFacts(const ParameterInfo &parameter, DeploymentKind kind);

} // namespace cspool
