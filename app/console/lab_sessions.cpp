#include "app/console/lab_sessions.h"

#include "backend/lab/lab_session.h"
#include "backend/lab/topology_plan.h"

#include <QCoreApplication>
#include <QThread>

namespace cspool {

LabSessions::LabSessions(const QString &sampleFolder, std::chrono::milliseconds lockTimeout)
    : m_sampleFolder(sampleFolder)
    , m_lockTimeout(lockTimeout)
{
}

void LabSessions::openLab(const QString &folder, QObject *context, Opened done)
{
    QThread *window = QThread::currentThread();
    m_worker.run(
        [folder, window, timeout = m_lockTimeout]() -> Result<std::unique_ptr<Session>> {
            Result<std::unique_ptr<LabSession>> opened = LabSession::open(folder, timeout);
            if (!opened)
                return opened.error();
            (*opened)->moveToThread(window);
            return Result<std::unique_ptr<Session>>(std::move(*opened));
        },
        context, [done = std::move(done)](Result<std::unique_ptr<Session>> opened) { done(std::move(opened)); });
}

void LabSessions::readTopology(const QString &path, QObject *context, TopologyRead done)
{
    m_worker.run([path] { return readTopologyFile(path); }, context,
                 [done = std::move(done)](const Result<Topology> &read) { done(read); });
}

std::unique_ptr<Session> LabSessions::withoutDeployment()
{
    return LabSession::withoutDeployment();
}

} // namespace cspool
