// CentralStore: the Central Management store, its standby copy and its local replicas: topology, pairs and
// configuration as documents of a DocumentStore.
#pragma once

#include "backend/lab/document_store.h"
#include "model/backup_service_configuration.h"
#include "model/topology.h"

namespace cspool {

// One connection; one thread. Missing documents read as empty values or defaults; damaged ones are an error
// (InvalidData). The documents, a lab rule of ours:
//   urn:cspool:cms:pairs                        JSON: the pairs of the topology; written before the topology they are
//   of urn:cspool:cms:topology                     the topology document, byte for byte as it was published
//   urn:cspool:cms:backup-service-configuration JSON
class CentralStore
{
public:
    // All its documents carry this home "pool".
    static QString homeName(); // "CentralManagement"

    explicit CentralStore(DocumentStore store);

    DocumentStore &documents() { return m_store; }
    const DocumentStore &documents() const { return m_store; }

    Result<QByteArray> topologyDocument() const; // as it was published; empty: none
    Result<Topology> topology() const; // parsed
    Result<QList<PoolPair>> pairs() const;
    Result<QList<Pool>> pools() const; // poolsOf(topology, pairs)
    Result<BackupServiceConfiguration> backupServiceConfiguration() const;

    // In one transaction. The document must be one that parseTopologyDocument() accepts. `epoch`: of the
    // CentralManagementOwnership. Whether anything changed.
    Result<bool> setTopology(const QByteArray &document, const QList<PoolPair> &pairs, qint64 epoch);
    Result<> setBackupServiceConfiguration(const BackupServiceConfiguration &configuration, qint64 epoch);
    Result<> resetBackupServiceConfiguration(qint64 epoch);

    // The time of the newest change; invalid when the store is empty.
    Result<QDateTime> lastChange() const;

private:
    Result<QByteArray> data(const QString &name) const; // empty: no such document
    Error damaged(const QString &what) const;

    DocumentStore m_store;
};

// Brings a replica, or a standby copy, up to date with `source`; constant memory. What was done. A source that is
// behind what the target has seen of it (restored from an older copy) is compared in full; nothing of the target is
// lost. `isReturn`: the target is the active copy, which keeps its version where revisions are equal.
Result<ApplySummary> replicateCentralStore(const CentralStore &source, CentralStore &target, bool isReturn = false);
// Whether `replica` has taken over every change of `source`.
Result<bool> isUpToDate(const CentralStore &source, const CentralStore &replica);

} // namespace cspool
