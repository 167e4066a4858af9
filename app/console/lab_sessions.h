// LabSessions: opens lab deployments for the window, away from its thread; knows no servers.
#pragma once

#include "backend/session_factory.h"
#include "backend/worker_thread.h"

#include <chrono>

namespace cspool {

class LabSessions : public SessionFactory
{
public:
    // `sampleFolder`: where the sample deployment is or will be; `lockTimeout`: as LabSession::open().
    LabSessions(const QString &sampleFolder, std::chrono::milliseconds lockTimeout);

    void openLab(const QString &folder, QObject *context, Opened done) override;
    std::unique_ptr<Session> withoutDeployment() override;
    void readTopology(const QString &path, QObject *context, TopologyRead done) override;
    QString sampleFolder() const override { return m_sampleFolder; }

private:
    const QString m_sampleFolder;
    const std::chrono::milliseconds m_lockTimeout;
    WorkerThread m_worker;
};

} // namespace cspool
