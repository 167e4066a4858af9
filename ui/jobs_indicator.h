// JobsIndicator: how many jobs run, wait, or ask, for the status bar.
#pragma once

#include <QTimer>
#include <QToolButton>

namespace cspool {

class PromptCenter;
class Workspace;

// Clicking it leads to the question that waits, else to the jobs. Says nothing while no job is under way.
class JobsIndicator : public QToolButton
{
    Q_OBJECT

public:
    // Both must outlive it.
    JobsIndicator(Workspace *workspace, PromptCenter *prompts, QWidget *parent = nullptr);

Q_SIGNALS:
    void jobsRequested();

private:
    void refresh();

    Workspace *m_workspace;
    PromptCenter *m_prompts;
    QTimer m_refreshTimer; // once in a turn of the event loop, however many jobs have changed
};

} // namespace cspool
