// LabBackgroundService: the lab's backup service in the background: a synchronisation cycle of every pair, again and
// again.
#pragma once

#include "backend/background_service.h"
#include "backend/lab/job_precedence.h"

#include <QMap>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace cspool {

// Lives in the window's thread, its work in a thread of its own. One cycle begins when it is switched on, the next ones
// SyncInterval after the end of the one before; a change of the configuration takes effect at once when a job of this
// process made it, else within a minute. In a cycle every pair is synchronised in both directions under its lock,
// within the configuration's limits. A pair at which somebody else is at work is left for the next cycle; so is one
// that a job of this process wants. Nothing of it is recorded as a job.
class LabBackgroundService : public BackgroundService
{
    Q_OBJECT

public:
    LabBackgroundService(const QString &deploymentFolder, std::shared_ptr<JobPrecedence> precedence,
                         QObject *parent = nullptr);
    // Waits for the batch that is under way, as long as the ExitWatch lets it: a batch that is cut off is undone when its
    // store is opened again.
    ~LabBackgroundService() override;

    bool isRunning() const override;
    void setRunning(bool isRunning) override;
    QDateTime lastCycle() const override;
    // The first one of the pairs in their order; gone when that pair's next cycle went well.
    std::optional<Error> lastError() const override;
    QDateTime nextCycle() const override;

Q_SIGNALS:
    void workerChanged(); // from the worker's thread; carries nothing

private:
    struct Plan; // what a cycle goes by
    struct State
    {
        bool isRunning = false;
        QDateTime lastCycle;
        QDateTime nextCycle;
        std::optional<Error> error;
        int cycles = 0; // that were begun and are over, also those that were stopped

        bool operator==(const State &) const = default;
    };
    void work();
    bool waitForWork(std::unique_lock<std::mutex> &lock);
    static Result<Plan> readPlan(const QString &folder);
    std::optional<Error> synchronise(const Result<Plan> &plan);
    void takeState();
    void readConfigurationSoon(); // any thread

    const QString m_folder;
    const std::shared_ptr<JobPrecedence> m_precedence;
    // Of the worker's thread.
    QMap<PoolPair, Error> m_pairErrors;
    // Of the window's thread: the state as it was last told.
    State m_told;

    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    State m_state;
    int m_switches = 0; // how often it was switched on or off
    bool m_isEnding = false;
    bool m_isConfigurationNew = false;
    std::chrono::seconds m_interval; // as last read
    std::thread m_thread; // started when it is first needed
};

} // namespace cspool
