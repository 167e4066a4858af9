// PromptCenter: the questions of running jobs: shows each as a dialog with the job's name, and keeps those that wait.
#pragma once

#include "model/prompt.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QUuid>

class QWidget;

namespace cspool {

class PromptDialog;
class Workspace;

// Lives in the window's thread. One dialog at a time; the other questions wait their turn. A dialog never takes the
// keyboard from somebody who is typing: while the keyboard is in a field for text or in another dialog, a question
// waits in the list of jobs until it is asked for. A dialog that is closed without an answer is not shown again of
// itself.
class PromptCenter : public QObject
{
    Q_OBJECT

public:
    // Dialogs belong to `window`.
    PromptCenter(Workspace *workspace, QWidget *window);

    bool isWaiting(const QUuid &job) const;
    QList<QUuid> waitingJobs() const { return m_order; } // the one that has waited longest first
    // Brings the dialog of the job's open question to the front, with the keyboard in it; null: of the job that has
    // waited longest.
    void showPrompt(const QUuid &job);

Q_SIGNALS:
    void promptsChanged();

private:
    void take(const QUuid &job, const PromptRequest &prompt);
    void withdrawIfAnswered(const QUuid &job);
    void remove(const QUuid &job);
    void showNext();
    void open(const QUuid &job, bool takesKeyboard);
    bool isSomebodyTyping() const;

    Workspace *m_workspace;
    QWidget *m_window;
    QHash<QUuid, PromptRequest> m_prompts;
    QList<QUuid> m_order;
    QSet<QUuid> m_postponed; // shown before, or while somebody was typing
    QPointer<PromptDialog> m_dialog;
};

} // namespace cspool
