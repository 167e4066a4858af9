// What Get-CsManagementStoreReplicationStatus reports, and the RBAC roles of Get-CsAdminRole.
#pragma once

#include "model/object.h"

#include <QDateTime>

#include <optional>

namespace cspool {

struct ReplicaStatus
{
    std::optional<bool> upToDate;
    QString replicaFqdn;
    QDateTime lastStatusReport; // UTC; invalid: not reported
    QDateTime lastUpdateCreation;
    QString productVersion;

    static ReplicaStatus fromObject(const Object &object);
    Object toObject() const;
    bool operator==(const ReplicaStatus &) const = default;
};

// With -CentralManagementStoreStatus.
struct CentralManagementStoreStatus
{
    QString activeMasterFqdn;
    QDateTime activeMasterLastHeartbeat; // UTC
    QStringList activeFileTransferAgents; // pool FQDNs; more than one is the known trap after a failover
    QStringList activeReplicas;
    QStringList deletedReplicas;

    static CentralManagementStoreStatus fromObject(const Object &object);
    Object toObject() const;
    bool operator==(const CentralManagementStoreStatus &) const = default;
};

struct AdminRole
{
    QString identity; // "CsServerAdministrator"
    QStringList cmdlets;
    bool isStandardRole = true;
    QStringList configScopes;
    QStringList userScopes;

    static AdminRole fromObject(const Object &object);
    Object toObject() const;
    bool operator==(const AdminRole &) const = default;
};

} // namespace cspool
