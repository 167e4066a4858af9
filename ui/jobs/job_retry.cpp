#include "ui/jobs/job_retry.h"

#include "ui/command_form/pool_situations.h"
#include "ui/workspace.h"

#include <QWidget>

namespace cspool {

JobRetry::JobRetry(Workspace *workspace, const CmdletInfo &cmdlet, const Command &command, QWidget *page)
    : m_cmdlet(cmdlet)
    , m_state(m_cmdlet, workspace->session()->deployment().kind, {})
    , m_submission(&m_state, workspace, page)
{
    m_submission.setParent(nullptr); // a member: the page must not delete it
    m_state.setCommand(command);
    m_state.setSituations(situationsOf(m_state.affectedPools(), m_cmdlet, *workspace));
    m_submission.setAlwaysAsks(true);
    connect(&m_submission, &CommandSubmission::submitted, this,
            [this](const QList<QUuid> &jobs) { Q_EMIT submitted(jobs.value(0)); });
}

} // namespace cspool
