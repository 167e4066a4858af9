// CentralStore: the Central Management store, its standby copy and its local replicas: topology, pairs, configuration
// and roles as documents of a DocumentStore.
#pragma once

#include "backend/lab/document_store.h"
#include "model/backup_service_configuration.h"
#include "model/central_management.h"
#include "model/topology.h"

namespace cspool {

// One connection; one thread. Missing documents read as empty values or defaults.
class CentralStore
{
public:
    // All its documents carry this home "pool".
    static QString homeName(); // "CentralManagement"

    explicit CentralStore(DocumentStore store);

    DocumentStore &documents() { return m_store; }
    const DocumentStore &documents() const { return m_store; }

    Result<QByteArray> topologyDocument() const; // as it was published
    Result<Topology> topology() const; // parsed
    Result<QList<PoolPair>> pairs() const;
    Result<QList<Pool>> pools() const; // poolsOf(topology, pairs)
    Result<BackupServiceConfiguration> backupServiceConfiguration() const;
    Result<QList<AdminRole>> adminRoles() const; // the standard ones where the store has none

    // `epoch`: of the CentralManagementOwnership.
    Result<> setTopology(const QByteArray &document, const QList<PoolPair> &pairs, qint64 epoch);
    Result<> setBackupServiceConfiguration(const BackupServiceConfiguration &configuration, qint64 epoch);
    Result<> resetBackupServiceConfiguration(qint64 epoch);

    // The time of the newest change; invalid when the store is empty.
    Result<QDateTime> lastChange() const;

private:
    DocumentStore m_store;
};

// Brings a replica, or a standby copy, up to date with `source`; constant memory. What was done.
Result<ApplySummary> replicateCentralStore(const CentralStore &source, CentralStore &target);
Result<bool> isUpToDate(const CentralStore &source, const CentralStore &replica);

} // namespace cspool
