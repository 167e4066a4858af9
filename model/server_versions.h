// The server version of pools, told from their services, for deployments in which Get-CsPool does not tell it.
#pragma once

#include "model/pool.h"

#include <QHash>

namespace cspool {

// Canonical FQDN of a pool → "Lync Server 2013"; pools without a version are not in it. A pool's version is that of
// what makes it one, its Registrar or UserServer; other services may be behind.
QHash<QString, QString> serverVersions(const QList<Service> &services);

} // namespace cspool
