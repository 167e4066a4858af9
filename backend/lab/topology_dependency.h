// Changes one dependency of a service in a topology document of either format, and not one byte besides.
#pragma once

#include "model/result.h"

#include <QByteArray>
#include <QString>

namespace cspool {

// `document`, in which the dependencies of `service` on `from` are dependencies on `to`; ids as TopologyService::id.
// Encoding, byte order mark, line ends and all that this program does not know stay as they are: only the values of the
// attributes that name the service are replaced. What comes out has been read again and says what the document said but
// for these dependencies. An error (id "TopologyDependencyNotChanged") when the document holds no such dependency, or
// names the two services in different ways; or the one of parseTopologyDocument().
Result<QByteArray> withDependencyReplaced(const QByteArray &document, const QString &service, const QString &from,
                                          const QString &to);

} // namespace cspool
