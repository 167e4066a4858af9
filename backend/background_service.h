// BackgroundService: the backup service of a deployment, where this process runs it.
#pragma once

#include "model/result.h"

#include <QDateTime>
#include <QObject>

#include <optional>

namespace cspool {

// Lives in the window's thread; its work does not. Only a lab has one: genuine servers run their own.
class BackgroundService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual bool isRunning() const = 0;
    // Stopping lets a cycle that has begun end at its next batch; returns at once.
    virtual void setRunning(bool isRunning) = 0;

    // Of the latest cycle of all pools.
    virtual QDateTime lastCycle() const = 0; // UTC, its end; invalid: none yet
    virtual std::optional<Error> lastError() const = 0; // nothing: all went well
    virtual QDateTime nextCycle() const = 0; // UTC; invalid: not running

Q_SIGNALS:
    void stateChanged();
    void cycleEnded(); // statuses may have changed
};

} // namespace cspool
