// SessionFactory: how the window comes to sessions without knowing the engines behind them.
#pragma once

#include "backend/session.h"

#include <functional>

namespace cspool {

// Lives in the window's thread; nothing in it blocks.
class SessionFactory
{
public:
    using Opened = std::function<void(Result<std::unique_ptr<Session>>)>;

    virtual ~SessionFactory() = default;

    // Opens the lab deployment in `folder`; `done` is called from the event loop, unless `context` is gone by then.
    virtual void openLab(const QString &folder, QObject *context, Opened done) = 0;

    // A session without a deployment: New-Deployment runs in it, nothing else.
    virtual std::unique_ptr<Session> withoutDeployment() = 0;

    // Where the sample deployment is, or will be made on first use.
    virtual QString sampleFolder() const = 0;
};

} // namespace cspool
