// Get-CsPoolBackupRelationship: the backup pool of a pool.
#include "backend/lab/lab_cmdlet.h"

namespace cspool {

namespace {

Result<> run(LabContext &context)
{
    const Result<Pool> pool = context.userPool(context.command().string(u"PoolFqdn"));
    if (!pool)
        return pool.error();
    context.runtime().writeObject(BackupRelation{pool->fqdn, pool->backupPoolFqdn}.toObject());
    return {};
}

const LabCmdletRegistration registration("Get-CsPoolBackupRelationship", &run);

} // namespace

} // namespace cspool
