#include "backend/lab/cmdlets/backup_service_configuration_identity.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

Result<> checkConfigurationIdentity(const Command &command)
{
    const QString identity = command.string(u"Identity", u"Global"_s);
    if (identity.compare("Global"_L1, Qt::CaseInsensitive) == 0)
        return {};
    return Error{
        ErrorCategory::ObjectNotFound, u"ConfigurationNotFound"_s,
        QCoreApplication::translate("BackupServiceConfiguration", "There is no backup service configuration \"%1\".")
            .arg(identity),
        QCoreApplication::translate("BackupServiceConfiguration",
                                    "There is one for all pools, with the identity Global."),
        identity};
}

} // namespace cspool
