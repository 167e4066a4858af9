// JobNotifier: tells, through the desktop, what became of a job while nobody looks at the window.
#pragma once

#include <QObject>
#include <QUuid>

namespace cspool {

class Workspace;

// Lives in the window's thread. Says nothing while a window of the program is active, or when the user does not want it
// (Settings::NotifyWhenJobEnds). A question that waits for an answer is told as a problem: nothing goes on without it.
class JobNotifier : public QObject
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit JobNotifier(Workspace *workspace, QObject *parent = nullptr);

Q_SIGNALS:
    void jobActivated(const QUuid &job); // its notification was clicked

private:
    void tellEnd(const QUuid &job);
    void tellQuestion(const QUuid &job);
    bool isWanted() const;

    Workspace *m_workspace;
};

} // namespace cspool
