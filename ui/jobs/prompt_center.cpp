#include "ui/jobs/prompt_center.h"

#include "ui/workspace.h"

#include <QWidget>

namespace cspool {

PromptCenter::PromptCenter(Workspace *workspace, QWidget *window)
    : QObject(window)
{
    Q_UNUSED(workspace)
}

bool PromptCenter::isWaiting(const QUuid &job) const
{
    Q_UNUSED(job)
    return false;
}

void PromptCenter::showPrompt(const QUuid &job)
{
    Q_UNUSED(job)
}

} // namespace cspool
