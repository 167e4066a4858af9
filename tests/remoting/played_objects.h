// The objects of the played deployment's cmdlets, as genuine servers send them.
#pragma once

#include "tests/remoting/played_state.h"
#include "tests/remoting/psrp_values.h"

namespace cspool::test {

// As it comes back from a genuine server: type names with "Deserialized.", adapted properties, notes beside them. Its
// text is its type's name unless it is given.
ClixmlValue deserialized(const QString &typeName, const QList<ClixmlProperty> &properties, const QString &text = {});

// Get-CsPool: name and object of each. SQL Servers and Edge Servers are pools, too, after those with users.
QList<std::pair<QString, ClixmlValue>> poolObjects(const PlayedState &state);
ClixmlValue relationObject(const PlayedPool &pool); // Get-CsPoolBackupRelationship
ClixmlValue registrarObject(const PlayedPool &pool); // Get-CsRegistrarConfiguration
ClixmlValue statusObject(const PlayedPool &pool); // Get-CsBackupServiceStatus
ClixmlValue backupConfigurationObject(); // Get-CsBackupServiceConfiguration
ClixmlValue roleObject(const QString &name, const QStringList &cmdlets); // Get-CsAdminRole
// Get-CsManagementStoreReplicationStatus, without and with -CentralManagementStoreStatus
ClixmlValue replicaObject(const QString &machine, bool isUpToDate, const QDateTime &reportTime);
ClixmlValue storeStatusObject(const CentralManagementStoreStatus &status);
// One service of Get-CsService, with properties beyond those that all have.
ClixmlValue serviceObject(const QString &role, const QString &pool, const QString &version,
                          const QList<ClixmlProperty> &further = {}, const QStringList &dependsOn = {});
// All services of the deployment, the Registrars first.
QList<std::pair<QString, ClixmlValue>> serviceObjects(const PlayedState &state); // role and object

} // namespace cspool::test
