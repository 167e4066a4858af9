// StepPane: one step of a guided operation in full: why, with which command, what it means, and what was found after
// it.
#pragma once

#include "backend/failover/operation_state.h"
#include "model/command.h"

#include <QScrollArea>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace cspool {

class CommandLineBox;
class FailoverActions;
class StatusLabel;
class ToneLabel;

class StepPane : public QScrollArea
{
    Q_OBJECT

public:
    // The buttons are those of `actions`, which must outlive it.
    using IsOffered = std::function<bool(const Command &)>; // whether a command can be run from here
    StepPane(FailoverActions *actions, IsOffered isOffered, QWidget *parent = nullptr);

    // What has not changed is left as it is. `isCurrent`: the buttons are about it. Nothing: no step.
    void setStep(const std::optional<OperationStep> &step, bool isCurrent);
    void setTime(const QDateTime &now); // for the age of the finding

Q_SIGNALS:
    void commandRequested(const cspool::Command &command); // one that is to be run next

private:
    QLabel *addText(QVBoxLayout *layout, const QString &name, bool isHeading = false);
    ToneLabel *addSentence(QVBoxLayout *layout, const QString &name);
    void showCommand();
    void showButtons(bool isCurrent);
    void showFinding();
    void showNextCommands(const QStringList &lines);
    QString lastRunText() const;

    const IsOffered m_isOffered;
    std::optional<OperationStep> m_step;
    StatusLabel *m_title;
    QLabel *m_purpose;
    ToneLabel *m_place;
    CommandLineBox *m_command;
    ToneLabel *m_consequence;
    QWidget *m_buttons;
    QWidget *m_runButton;
    QWidget *m_ranThereButton;
    QWidget *m_leaveOutButton;
    QLabel *m_findingHeading;
    StatusLabel *m_finding;
    QLabel *m_findingTime;
    QWidget *m_next; // command lines to run next
    QStringList m_nextLines;
    QLabel *m_lastRun;
    ToneLabel *m_note;
};

} // namespace cspool
