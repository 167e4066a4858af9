// BusySession: a deployment of very many pools whose jobs write very many records as fast as they can.
#pragma once

#include "backend/session.h"

#include <thread>

namespace cspool::benchmark {

// Its commands run in threads of their own, as those of real sessions.
class BusySession : public Session
{
    Q_OBJECT

public:
    using Session::start;
    BusySession(int poolCount, int recordsPerJob);

    DeploymentInfo deployment() const override { return m_info; }
    const CmdletInfo *cmdletInfo(QStringView name) const override;
    std::unique_ptr<Pipeline> start(const Command &command, RecordSpool spool) override;
    QString backupPoolOf(const QString &poolFqdn) const override;

    static QString poolName(int number);

private:
    const int m_poolCount;
    const int m_recordsPerJob;
    const DeploymentInfo m_info;
};

} // namespace cspool::benchmark
