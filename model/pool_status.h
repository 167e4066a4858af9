// PoolStatus: what Get-CsBackupServiceStatus said of one pool.
#pragma once

#include "model/backup_service_status.h"
#include "model/records.h"

namespace cspool {

struct PoolStatus
{
    BackupServiceStatus status;
    QList<WarningRecord> warnings; // what it said beside: reasons of errors, losses

    bool operator==(const PoolStatus &other) const;
};

} // namespace cspool
