#include "model/central_management.h"

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// A time that was not reported is $null.
QVariant timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QVariant(time) : QVariant();
}

QVariantList toVariants(const QStringList &texts)
{
    return {texts.begin(), texts.end()};
}

// FQDNs of a collection, canonical.
QStringList fqdns(const Object &object, QStringView name)
{
    QStringList result = object.strings(name);
    for (QString &fqdn : result)
        fqdn = fqdn.toLower();
    return result;
}

// An RBAC cmdlet entry arrives as a string, as "Name=Get-CsPool", or as an Object with a Name.
QString cmdletName(const QVariant &value)
{
    QString text;
    if (value.metaType() == QMetaType::fromType<Object>()) {
        const Object object = value.value<Object>();
        text = object.contains(u"Name") ? object.string(u"Name") : object.text();
    } else {
        text = value.toString();
    }
    constexpr auto prefix = "Name="_L1;
    return text.startsWith(prefix, Qt::CaseInsensitive) ? text.mid(prefix.size()) : text;
}

} // namespace

ReplicaStatus ReplicaStatus::fromObject(const Object &object)
{
    return {object.boolean(u"UpToDate"), object.string(u"ReplicaFqdn").toLower(), object.dateTime(u"LastStatusReport"),
            object.dateTime(u"LastUpdateCreation"), object.string(u"ProductVersion")};
}

Object ReplicaStatus::toObject() const
{
    Object object(u"Microsoft.Rtc.Management.Xds.ReplicaState"_s, replicaFqdn);
    object.set(u"UpToDate"_s, upToDate ? QVariant(*upToDate) : QVariant());
    object.set(u"ReplicaFqdn"_s, replicaFqdn);
    object.set(u"LastStatusReport"_s, timeOrNull(lastStatusReport));
    object.set(u"LastUpdateCreation"_s, timeOrNull(lastUpdateCreation));
    object.set(u"ProductVersion"_s, productVersion);
    return object;
}

CentralManagementStoreStatus CentralManagementStoreStatus::fromObject(const Object &object)
{
    return {object.string(u"ActiveMasterFqdn").toLower(), object.dateTime(u"ActiveMasterLastHeartbeat"),
            fqdns(object, u"ActiveFileTransferAgents"), fqdns(object, u"ActiveReplicas"),
            fqdns(object, u"DeletedReplicas")};
}

Object CentralManagementStoreStatus::toObject() const
{
    Object object(u"Microsoft.Rtc.Management.Xds.CentralManagementStoreStatus"_s, activeMasterFqdn);
    object.set(u"ActiveMasterFqdn"_s, activeMasterFqdn.isEmpty() ? QVariant() : QVariant(activeMasterFqdn));
    object.set(u"ActiveMasterLastHeartbeat"_s, timeOrNull(activeMasterLastHeartbeat));
    object.set(u"ActiveFileTransferAgents"_s, toVariants(activeFileTransferAgents));
    object.set(u"ActiveReplicas"_s, toVariants(activeReplicas));
    object.set(u"DeletedReplicas"_s, toVariants(deletedReplicas));
    return object;
}

AdminRole AdminRole::fromObject(const Object &object)
{
    AdminRole role;
    role.identity = object.string(u"Identity");
    const QVariantList cmdlets = object.list(u"Cmdlets");
    for (const QVariant &cmdlet : cmdlets)
        role.cmdlets.append(cmdletName(cmdlet));
    role.isStandardRole = object.boolean(u"IsStandardRole").value_or(true);
    role.configScopes = object.strings(u"ConfigScopes");
    role.userScopes = object.strings(u"UserScopes");
    return role;
}

Object AdminRole::toObject() const
{
    Object object(u"Microsoft.Rtc.Management.WritableConfig.Settings.Roles.Role"_s, identity);
    object.set(u"Identity"_s, identity);
    object.set(u"Cmdlets"_s, toVariants(cmdlets));
    object.set(u"IsStandardRole"_s, isStandardRole);
    object.set(u"ConfigScopes"_s, toVariants(configScopes));
    object.set(u"UserScopes"_s, toVariants(userScopes));
    return object;
}

} // namespace cspool
