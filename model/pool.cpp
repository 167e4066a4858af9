#include "model/pool.h"

#include "model/enum_text.h"
#include "model/fqdn.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr EnumText<PoolState> poolStateTexts[] = {
    {PoolState::Active, "Active"},
    {PoolState::FailingOver, "FailingOver"},
    {PoolState::FailedOver, "FailedOver"},
    {PoolState::FailedBack, "FailedBack"},
};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::Pool)
};

QVariantList toVariants(const QStringList &texts)
{
    return {texts.begin(), texts.end()};
}

QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

// Servers without a Registrar, by the first service that applies: what the administrator knows the machine as.
struct ServerKind
{
    QStringView service;
    const char *text;
};
constexpr ServerKind serverKinds[] = {
    {u"EdgeServer", QT_TRANSLATE_NOOP("cspool::Pool", "Edge pool")},
    {u"WacServer", QT_TRANSLATE_NOOP("cspool::Pool", "Office Web Apps Server")},
    {u"PersistentChatServer", QT_TRANSLATE_NOOP("cspool::Pool", "Persistent Chat pool")},
    {u"MediationServer", QT_TRANSLATE_NOOP("cspool::Pool", "Mediation pool")},
    {u"TrustedApplicationPool", QT_TRANSLATE_NOOP("cspool::Pool", "Trusted application pool")},
    {u"UserDatabase", QT_TRANSLATE_NOOP("cspool::Pool", "SQL Server")},
    {u"ApplicationDatabase", QT_TRANSLATE_NOOP("cspool::Pool", "SQL Server")},
    {u"ArchivingDatabase", QT_TRANSLATE_NOOP("cspool::Pool", "SQL Server")},
    {u"MonitoringDatabase", QT_TRANSLATE_NOOP("cspool::Pool", "SQL Server")},
    {u"CentralManagementDatabase", QT_TRANSLATE_NOOP("cspool::Pool", "SQL Server")},
    {u"FileStore", QT_TRANSLATE_NOOP("cspool::Pool", "File server")},
    {u"WebServer", QT_TRANSLATE_NOOP("cspool::Pool", "Web server")},
    {u"PstnGateway", QT_TRANSLATE_NOOP("cspool::Pool", "PSTN gateway")},
};

// The first of several properties that holds a text.
QString firstOf(const Object &object, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (const QString text = object.string(name); !text.isEmpty())
            return text;
    }
    return {};
}

} // namespace

QString toString(PoolState state)
{
    return enumToString(poolStateTexts, state);
}

std::optional<PoolState> poolStateFromString(QStringView text)
{
    return enumFromString(poolStateTexts, text);
}

bool Pool::hasService(QStringView role) const
{
    return std::any_of(services.begin(), services.end(), [role](const QString &service) {
        return service.startsWith(role, Qt::CaseInsensitive)
            && (service.size() == role.size() || service.at(role.size()) == u':');
    });
}

bool Pool::canBeBackedUp() const
{
    return hasService(u"UserServer") && hasService(u"Registrar");
}

QString Pool::kind() const
{
    if (canBeBackedUp())
        return hasService(u"UserDatabase") ? Text::tr("Standard Edition server") : Text::tr("Enterprise Edition pool");
    if (hasService(u"Registrar"))
        return hasService(u"MediationServer") ? Text::tr("Survivable Branch Appliance or server")
                                              : Text::tr("Director pool");
    for (const ServerKind &kind : serverKinds) {
        if (hasService(kind.service))
            return Text::tr(kind.text);
    }
    return services.isEmpty() ? Text::tr("Servers without a service") : Text::tr("Servers of other services");
}

Pool Pool::fromObject(const Object &object)
{
    Pool pool;
    pool.identity = object.string(u"Identity");
    pool.fqdn = canonicalFqdn(firstOf(object, {u"Fqdn", u"Identity"})); // a pool's identity is its FQDN
    pool.site = object.string(u"Site");
    pool.services = object.strings(u"Services");
    pool.computers = object.strings(u"Computers");
    for (QString &computer : pool.computers)
        computer = canonicalFqdn(computer);
    pool.backupPoolFqdn = canonicalFqdn(object.string(u"BackupPoolFqdn"));
    pool.serverVersion = object.string(u"ServerVersion");
    return pool;
}

Object Pool::toObject() const
{
    Object object(u"Microsoft.Rtc.Management.Xds.DisplayPool"_s, identity);
    object.set(u"Identity"_s, identity);
    object.set(u"Services"_s, toVariants(services));
    object.set(u"Computers"_s, toVariants(computers));
    object.set(u"Fqdn"_s, fqdn);
    object.set(u"BackupPoolFqdn"_s, textOrNull(backupPoolFqdn));
    object.set(u"Site"_s, site);
    object.set(u"ServerVersion"_s, textOrNull(serverVersion));
    object.set(u"Kind"_s, kind());
    return object;
}

Service Service::fromObject(const Object &object)
{
    Service service;
    service.identity = object.string(u"Identity");
    service.role = object.string(u"Role");
    service.poolFqdn = canonicalFqdn(object.string(u"PoolFqdn"));
    service.siteId = object.string(u"SiteId");
    service.serviceId = object.string(u"ServiceId");
    service.version = object.string(u"Version");
    service.dependentServices = object.strings(u"DependentServiceList");
    service.registrar = object.string(u"Registrar");
    return service;
}

Object Service::toObject() const
{
    Object object(u"Microsoft.Rtc.Management.Xds.DisplayService"_s, identity);
    object.set(u"Identity"_s, identity);
    object.set(u"DependentServiceList"_s, toVariants(dependentServices));
    object.set(u"ServiceId"_s, serviceId);
    object.set(u"SiteId"_s, siteId);
    object.set(u"PoolFqdn"_s, poolFqdn);
    object.set(u"Version"_s, version);
    object.set(u"Role"_s, role);
    if (!registrar.isEmpty()) // services of other roles have no such property
        object.set(u"Registrar"_s, registrar);
    return object;
}

BackupRelation BackupRelation::fromObject(const Object &object)
{
    return {canonicalFqdn(firstOf(object, {u"PoolFqdn", u"PrimaryPoolFqdn", u"SourcePoolFqdn", u"Pool", u"Identity"})),
            canonicalFqdn(
                firstOf(object, {u"BackupPoolFqdn", u"BackupFqdn", u"TargetPoolFqdn", u"BackupPool", u"Backup"}))};
}

Object BackupRelation::toObject() const
{
    Object object(u"Microsoft.Rtc.Management.Hadr.BackupRelation"_s, backupPoolFqdn);
    object.set(u"PoolFqdn"_s, poolFqdn);
    object.set(u"BackupPoolFqdn"_s, textOrNull(backupPoolFqdn));
    return object;
}

RegistrarConfiguration RegistrarConfiguration::fromObject(const Object &object)
{
    return {object.string(u"Identity"), poolStateFromString(object.string(u"PoolState"))};
}

Object RegistrarConfiguration::toObject() const
{
    Object object(u"Microsoft.Rtc.Management.WritableConfig.Settings.Registrar.RegistrarSettings"_s, identity);
    object.set(u"Identity"_s, identity);
    object.set(u"PoolState"_s, poolState ? QVariant(toString(*poolState)) : QVariant());
    return object;
}

} // namespace cspool
