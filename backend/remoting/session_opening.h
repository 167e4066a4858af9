// SessionOpening: from nothing to a session in which cmdlets run, in as few round trips as the protocol allows.
#pragma once

#include "backend/remoting/remote_link.h"

#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace cspool {

// What was learnt on opening.
struct OpenedSession
{
    // Of the table's cmdlets those that this administrator may run there; nothing: it could not be learnt.
    std::optional<QSet<QString>> offeredCmdlets;
    // Holds the cmdlets, and is not there by itself; empty: none is needed.
    QString module;
};

// What is to be sent for `command`, with its module imported first: which of the pool's runspaces runs it is the server's
// choice, and each knows its own modules only.
QList<PsrpCommand> withModule(const QString &module, const QList<PsrpCommand> &commands);

// In the network's thread. Opens the pool and asks which of the table's cmdlets are there; where the endpoint is a general
// one (WinRM, a process), after importing the module that holds them. `done` is called once.
void openSession(RemoteLink &link, const ConnectionSettings &settings,
                 std::function<void(Result<OpenedSession>)> done);

// Whether the endpoint holds no cmdlets of Skype for Business by itself.
bool needsModule(const ConnectionSettings &settings);

} // namespace cspool
