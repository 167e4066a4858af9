// PairMemory: remembers, of each server that is open, the backup pool of its pool, for the day on which it is gone.
#pragma once

#include "ui/workspace.h"

namespace cspool {

// Lives in the window's thread. Writes into the settings (KnownServers), and only what has just been read.
class PairMemory : public QObject
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit PairMemory(Workspace *workspace, QObject *parent = nullptr);

private:
    void followCurrent();
    void remember();

    Workspace *m_workspace;
};

} // namespace cspool
