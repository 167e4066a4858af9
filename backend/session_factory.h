// SessionFactory: how the window comes to sessions without knowing the engines behind them.
#pragma once

#include "backend/connection_settings.h"
#include "backend/session.h"
#include "model/topology.h"

#include <functional>

namespace cspool {

// Lives in the window's thread; nothing in it blocks.
class SessionFactory
{
public:
    using Opened = std::function<void(Result<std::unique_ptr<Session>>)>;
    using TopologyRead = std::function<void(const Result<Topology> &)>;

    virtual ~SessionFactory() = default;

    // Opens the lab deployment in `folder`; `done` is called from the event loop, unless `context` is gone by then.
    virtual void openLab(const QString &folder, QObject *context, Opened done) = 0;

    // One attempt to connect to genuine servers; `done` as above. Destroying `context` ends the attempt.
    using Connected = std::function<void(ConnectionAttempt)>;
    virtual void connectTo(const ConnectionSettings &settings, const Secret &secret, QObject *context,
                           Connected done) = 0;

    // A session without a deployment: New-Deployment runs in it, nothing else.
    virtual std::unique_ptr<Session> withoutDeployment() = 0;

    // Reads and checks a topology document, as New-Deployment will: for showing what is in it before anything is made.
    // `done` as above; an error names the file.
    virtual void readTopology(const QString &path, QObject *context, TopologyRead done) = 0;

    // Where the sample deployment is, or will be made on first use.
    virtual QString sampleFolder() const = 0;
};

} // namespace cspool
