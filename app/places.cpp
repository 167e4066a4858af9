#include "app/places.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace cspool {

using namespace Qt::StringLiterals;

void setApplicationIdentity()
{
    QCoreApplication::setApplicationName(u"cspool-console"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CSPOOL_VERSION));
}

QString Places::defaultDeployment()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/deployments/litwareinc.com"_L1;
}

QString Places::history()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/history"_L1;
}

QString Places::operations()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/operations"_L1;
}

QString Places::logs()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + "/logs"_L1;
}

} // namespace cspool
