// What Get-CsBackupServiceConfiguration reports: the one global configuration of the backup service.
#pragma once

#include "model/object.h"
#include "model/time_span.h"

#include <optional>

namespace cspool {

// Defaults and ranges: documentation of Set-CsBackupServiceConfiguration.
struct BackupServiceConfiguration
{
    QString identity = QStringLiteral("Global");
    TimeSpan syncInterval = TimeSpan::fromSeconds(120); // 00:00:05 to 03:00:00
    int maxConcurrentCalls = 10;
    int maxBatchesPerCmsSync = 500;
    int maxBatchesPerUserStoreSync = 500;
    int maxDataConfPackageSizeKb = 102400;
    QString authorizedUniversalGroups = QStringLiteral("RTCUniversalServerAdmins");
    QString authorizedLocalAccounts = QStringLiteral("Network Service");
    std::optional<int> maxHighPriQueuePercentage; // ...PerUserStoreSync, 2015 and later; nothing: not reported
    std::optional<bool> enableRgsBackupService; // 2019 and later; nothing: not reported
    // Names of the other properties that were not reported: their fields hold the defaults, which may not be true.
    QStringList notReported;

    static BackupServiceConfiguration fromObject(const Object &object); // absent properties keep their defaults
    Object toObject() const;
    bool operator==(const BackupServiceConfiguration &) const = default;
};

} // namespace cspool
