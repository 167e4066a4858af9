// Get-CsService: the services of the topology, as they stand in its document.
#include "backend/lab/lab_cmdlet.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class GetService
{
    Q_DECLARE_TR_FUNCTIONS(cspool::GetService)

public:
    static Result<> run(LabContext &context);

private:
    // The role whose switch is on; empty when none is.
    static QString chosenRole(LabContext &context);
    static bool isChosen(const Service &service, const Command &command, const QString &role);
    static Error notFound(const QString &message, const QString &target);
};

bool equal(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

QString siteIdentity(const QString &site)
{
    return site.startsWith("Site:"_L1, Qt::CaseInsensitive) ? site : QString("Site:"_L1 + site);
}

// Every switch that is not common to all cmdlets, but for LocalStore, is a role.
QString GetService::chosenRole(LabContext &context)
{
    const QList<ParameterInfo> &parameters = context.runtime().info().parameters;
    for (const ParameterInfo &parameter : parameters) {
        const bool isRole
            = parameter.type == ParameterType::Switch && !parameter.isCommon && parameter.name != "LocalStore"_L1;
        if (isRole && context.command().isSwitchOn(parameter.name))
            return parameter.name;
    }
    return {};
}

bool GetService::isChosen(const Service &service, const Command &command, const QString &role)
{
    if (!role.isEmpty() && !equal(service.role, role))
        return false;
    if (command.contains(u"Identity") && !equal(service.identity, command.string(u"Identity")))
        return false;
    if (command.contains(u"PoolFqdn") && service.poolFqdn != command.string(u"PoolFqdn"))
        return false;
    return !command.contains(u"SiteId") || equal(service.siteId, siteIdentity(command.string(u"SiteId")));
}

Error GetService::notFound(const QString &message, const QString &target)
{
    return {ErrorCategory::ObjectNotFound, u"ServiceNotFound"_s, message,
            tr("Get-CsService without a parameter lists all services."), target};
}

Result<> GetService::run(LabContext &context)
{
    const Command &command = context.command();
    if (command.contains(u"PoolFqdn")) {
        if (const Result<Pool> pool = context.pool(command.string(u"PoolFqdn")); !pool)
            return pool.error();
    }
    const Result<CentralStore> store = context.centralStore(command.string(u"PoolFqdn"));
    if (!store)
        return store.error();
    const Result<Topology> topology = store->topology();
    if (!topology)
        return topology.error();
    const QString role = chosenRole(context);
    qint64 written = 0;
    const QList<Service> services = servicesOf(*topology);
    for (const Service &service : services) {
        if (!isChosen(service, command, role))
            continue;
        context.runtime().writeObject(service.toObject());
        ++written;
    }
    if (written == 0 && command.contains(u"Identity")) {
        const QString identity = command.string(u"Identity");
        return notFound(tr("The topology holds no service \"%1\".").arg(identity), identity);
    }
    if (written == 0 && command.contains(u"SiteId") && role.isEmpty()) {
        const QString site = command.string(u"SiteId");
        return notFound(tr("No service of the topology is in the site \"%1\".").arg(site), site);
    }
    return {};
}

const LabCmdletRegistration registration("Get-CsService", &GetService::run);

} // namespace

} // namespace cspool
