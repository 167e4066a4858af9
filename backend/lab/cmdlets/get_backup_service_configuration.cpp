// Get-CsBackupServiceConfiguration: the one global configuration of the backup service.
#include "backend/lab/cmdlets/backup_service_configuration_identity.h"
#include "backend/lab/lab_cmdlet.h"
#include "model/wildcard_pattern.h"

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

Result<> run(LabContext &context)
{
    if (const Result<> checked = checkConfigurationIdentity(context.command()); !checked)
        return checked;
    const Result<WildcardPattern> filter
        = WildcardPattern::parse(context.command().string(u"Filter", u"*"_s), u"Filter"_s);
    if (!filter)
        return filter.error();
    const Result<CentralStore> store = context.centralStore();
    if (!store)
        return store.error();
    const Result<BackupServiceConfiguration> configuration = store->backupServiceConfiguration();
    if (!configuration)
        return configuration.error();
    if (filter->matches(configuration->identity))
        context.runtime().writeObject(configuration->toObject());
    return {};
}

const LabCmdletRegistration registration("Get-CsBackupServiceConfiguration", &run);

} // namespace

} // namespace cspool
