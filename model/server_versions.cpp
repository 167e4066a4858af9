#include "model/server_versions.h"

#include "model/topology.h"

namespace cspool {

using namespace Qt::StringLiterals;

QHash<QString, QString> serverVersions(const QList<Service> &services)
{
    QHash<QString, QString> versions;
    for (const Service &service : services) {
        const bool isOfPool = service.role.compare("Registrar"_L1, Qt::CaseInsensitive) == 0
            || service.role.compare("UserServer"_L1, Qt::CaseInsensitive) == 0;
        if (!service.version.isEmpty() && (isOfPool || !versions.contains(service.poolFqdn)))
            versions.insert(service.poolFqdn, serverVersionName(service.version));
    }
    return versions;
}

} // namespace cspool
