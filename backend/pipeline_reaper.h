// PipelineReaper: keeps cancelled commands until they have ended, so that nobody waits for them.
#pragma once

#include "backend/session.h"

#include <QTimer>

#include <list>

namespace cspool {

// Lives in the sessions' thread (the window's). A command that hangs (a disk, the network, a long batch) is destroyed
// only after its end, which comes when it comes. Destroying the reaper, at the program's end, waits for all ends; how
// long that may take is the ExitWatch's.
class PipelineReaper : public QObject
{
    Q_OBJECT

public:
    explicit PipelineReaper(QObject *parent = nullptr);
    ~PipelineReaper() override;

    // Cancels the command and returns at once; what it still writes is dropped. `kept`: its session, and whatever else
    // must live until it has ended.
    void take(std::unique_ptr<Pipeline> pipeline, std::shared_ptr<const void> kept);

    int count() const { return int(m_ending.size()); } // that have not ended yet

private:
    struct Ending
    {
        std::shared_ptr<const void> kept; // first: destroyed after the pipeline
        std::unique_ptr<Pipeline> pipeline;
    };
    void destroyEnded();

    std::list<Ending> m_ending; // a list: to move one over another would release what is kept before the pipeline
    QTimer m_looking;
};

} // namespace cspool
