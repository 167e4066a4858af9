// BrokenLab: breaks a lab deployment the way deployments break, for the tests of what notices it and of what goes on
// all the same; and mends it again.
#pragma once

#include "backend/lab/deployment.h"

#include <QList>

#include <utility>

namespace cspool::test {

// Works on the folder of a deployment, whoever else has it open; nothing may be writing to it at the same time. Any
// failure ends the test. What is away at the end stays away.
class BrokenLab
{
public:
    explicit BrokenLab(const QString &folder);

    // Out of reach, as on a server that is down or a share that is not mounted, with all that is in them, until
    // bringBack().
    void loseUserStore(const QString &pool);
    void loseFileStore(const QString &pool);
    void loseCentralStore(const QString &pool); // active or standby
    void loseReplica(const QString &pool);
    void losePool(const QString &pool); // everything that lies on it
    void bringBack(); // everything that was lost

    // Documents and conference files of `former` in the stores of `pool`, as a pairing leaves them when it ends. The
    // two must not be a pair.
    void leaveDataOf(const QString &former, const QString &pool, int documents = 2, int files = 1);

    // Changes the topology, by a line end at its end, and tells every replica but that of `pool`.
    void makeReplicaStale(const QString &pool);

    // Adds an Edge pool of one server to a topology in the format of Get-CsTopology -AsXml, in the active store and every
    // replica.
    void addEdgePool(const QString &edge, const QString &nextHop);
    // Changes the next hop of an Edge pool that is there, as Set-CsEdgeServer and a replication do.
    void pointEdgeAt(const QString &edge, const QString &nextHop);

private:
    std::unique_ptr<Deployment> open() const;
    void lose(const QString &path);
    void publish(const QByteArray &document, const QString &exceptReplicaOn = {});

    const QString m_folder;
    QList<std::pair<QString, QString>> m_lost; // where it was, and where it is
};

} // namespace cspool::test
