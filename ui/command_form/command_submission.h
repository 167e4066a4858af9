// CommandSubmission: from a form's commands to jobs: looks which files would be replaced, asks, and queues.
#pragma once

#include "backend/disk_looks.h"
#include "ui/command_form/command_form_state.h"
#include "ui/command_form/confirm_dialog.h"

#include <QPointer>
#include <QTimer>
#include <QUuid>

namespace cspool {

class Session;
class Workspace;

// Belongs to the dialog that it asks in front of. `state` and `workspace` must outlive it. It is about the deployment
// that is open when it is made, and queues nothing in another one.
class CommandSubmission : public QObject
{
    Q_OBJECT

public:
    CommandSubmission(CommandFormState *state, Workspace *workspace, QWidget *dialog);
    ~CommandSubmission() override; // takes its question back

    // Begins; nothing may be wrong with the state. A second call before its end does nothing. submitted() follows, or
    // cancelled(): somebody went on typing, said no, or has opened another deployment.
    void submit();
    // Also before what only reads, and before what asks by itself.
    void setAlwaysAsks(bool alwaysAsks) { m_alwaysAsks = alwaysAsks; }
    bool isUnderWay() const { return m_isUnderWay; }
    // Looks, a little later, which of the files exist, and tells the state.
    void checkFilesLater() { m_checkTimer.start(); }

Q_SIGNALS:
    void submitted(const QList<QUuid> &jobs);
    void cancelled();

private:
    void checkFiles(std::function<void()> done);
    void ask();
    Confirmation confirmation() const;
    QStringList notes() const;
    void queue();
    void cancel();
    bool isDeploymentOpen() const;

    CommandFormState *m_state;
    Workspace *m_workspace;
    const Session *const m_session; // only to compare
    QWidget *m_dialog;
    DiskLooks m_files;
    QTimer m_checkTimer;
    QPointer<ConfirmDialog> m_question;
    bool m_isUnderWay = false;
    bool m_alwaysAsks = false;
};

} // namespace cspool
