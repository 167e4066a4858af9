// Pool: what Get-CsPool reports of a pool, and its state.
#pragma once

#include "model/object.h"

#include <optional>

namespace cspool {

// PoolState of a Registrar configuration.
enum class PoolState {
    Active,
    FailingOver,
    FailedOver,
    FailedBack,
};
QString toString(PoolState state);
std::optional<PoolState> poolStateFromString(QStringView text);

// Fields that a deployment does not report are empty.
struct Pool
{
    QString identity; // the FQDN again
    QString fqdn;
    QString site; // "Site:Redmond"
    QStringList services; // "Registrar:pool01.contoso.com"
    QStringList computers; // FQDNs
    QString backupPoolFqdn;
    QString serverVersion; // ours: "Skype for Business Server 2015"; empty against a server

    bool hasService(QStringView role) const; // "Registrar"; case-insensitive
    // UserServer and Registrar are there; Directors have no UserServer.
    bool canBeBackedUp() const;
    // What it is, told from its services, for the user: "Enterprise Edition pool", "Standard Edition server", "Director
    // pool", "Edge pool", "SQL Server", "File server", "Office Web Apps Server"…
    QString kind() const;

    static Pool fromObject(const Object &object);
    // Type Microsoft.Rtc.Management.Xds.DisplayPool. ServerVersion and Kind are properties of ours.
    Object toObject() const;
    bool operator==(const Pool &) const = default;
};

// What Get-CsService reports of one service.
struct Service
{
    QString identity; // "Registrar:pool01.contoso.com"
    QString role;
    QString poolFqdn;
    QString siteId; // "Site:Redmond"
    QString serviceId; // "1-Registrar-1", or the document's unique id
    QString version; // "7"
    QStringList dependentServices; // identities of the services it depends on
    QString registrar; // of an Edge service its next hop: "Registrar:pool01.contoso.com"; empty: not reported

    static Service fromObject(const Object &object);
    Object toObject() const;
    bool operator==(const Service &) const = default;
};

// What Get-CsPoolBackupRelationship reports. Its properties are unpublished: read from "BackupPoolFqdn" and its kin.
struct BackupRelation
{
    QString poolFqdn;
    QString backupPoolFqdn; // empty: none, or not reported

    static BackupRelation fromObject(const Object &object);
    Object toObject() const;
    bool operator==(const BackupRelation &) const = default;
};

// What Get-CsRegistrarConfiguration reports, as far as this program uses it.
struct RegistrarConfiguration
{
    QString identity; // "Service:Registrar:pool01.contoso.com"
    std::optional<PoolState> poolState; // not reported: unknown

    static RegistrarConfiguration fromObject(const Object &object);
    Object toObject() const;
    bool operator==(const RegistrarConfiguration &) const = default;
};

} // namespace cspool
