// JobRetry: runs the command of an ended job again, after the same question as the form's.
#pragma once

#include "ui/command_form/command_submission.h"

namespace cspool {

// Always asks: nobody has looked at a form. Destroying it takes the question back.
class JobRetry : public QObject
{
    Q_OBJECT

public:
    // Asks in front of `page`. `workspace`, whose session is open, and `page` must outlive it.
    JobRetry(Workspace *workspace, const CmdletInfo &cmdlet, const Command &command, QWidget *page);

    // What is wrong with the command by now; nothing: start() may be called.
    std::optional<Error> error() const { return m_state.error(); }
    void start() { m_submission.submit(); }
    bool isUnderWay() const { return m_submission.isUnderWay(); }

Q_SIGNALS:
    void submitted(const QUuid &job);

private:
    const CmdletInfo m_cmdlet; // a copy: what a server reports may come anew
    CommandFormState m_state;
    CommandSubmission m_submission;
};

} // namespace cspool
