// PromptCenter: the questions of running jobs: shows each as a dialog with the job's name, and keeps those that wait.
#pragma once

#include "model/prompt.h"

#include <QHash>
#include <QObject>
#include <QUuid>

class QWidget;

namespace cspool {

class Workspace;

// Lives in the window's thread. A dialog never takes the keyboard from somebody who is typing.
class PromptCenter : public QObject
{
    Q_OBJECT

public:
    // Dialogs belong to `window`.
    PromptCenter(Workspace *workspace, QWidget *window);

    bool isWaiting(const QUuid &job) const;
    // Brings the dialog of the job's open question to the front, with the keyboard in it.
    void showPrompt(const QUuid &job);

Q_SIGNALS:
    void promptsChanged();
};

} // namespace cspool
