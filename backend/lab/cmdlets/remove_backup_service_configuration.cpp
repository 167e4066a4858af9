// Remove-CsBackupServiceConfiguration: the one global configuration gets its default values again.
#include "backend/lab/central_writing.h"
#include "backend/lab/cmdlets/backup_service_configuration_identity.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class RemoveBackupServiceConfiguration
{
    Q_DECLARE_TR_FUNCTIONS(cspool::RemoveBackupServiceConfiguration)

public:
    static Result<> run(LabContext &context);
};

Result<> RemoveBackupServiceConfiguration::run(LabContext &context)
{
    if (const Result<> checked = checkConfigurationIdentity(context.command()); !checked)
        return checked;
    Result<CentralWriting> central = beginCentralWriting(context);
    if (!central)
        return central.error();
    const Result<bool> accepted = context.runtime().shouldProcess(
        u"Global"_s, tr("Reset the backup service configuration"), tr("Every setting gets its default value again."));
    if (!accepted)
        return accepted.error();
    if (!*accepted)
        return {};
    return central->store.resetBackupServiceConfiguration(central->ownership.epoch);
}

const LabCmdletRegistration registration("Remove-CsBackupServiceConfiguration", &RemoveBackupServiceConfiguration::run);

} // namespace

} // namespace cspool
