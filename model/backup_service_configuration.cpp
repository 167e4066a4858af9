#include "model/backup_service_configuration.h"

#include <limits>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Nothing when the property is absent, no number, or beyond an Int32.
std::optional<int> int32(const Object &object, QStringView name)
{
    const std::optional<qint64> number = object.integer(name);
    const bool fits
        = number && *number >= std::numeric_limits<int>::min() && *number <= std::numeric_limits<int>::max();
    return fits ? std::optional(int(*number)) : std::nullopt;
}

std::optional<QString> text(const Object &object, QStringView name)
{
    return object.value(name).isValid() ? std::optional(object.strings(name).join(", "_L1)) : std::nullopt;
}

} // namespace

BackupServiceConfiguration BackupServiceConfiguration::fromObject(const Object &object)
{
    BackupServiceConfiguration configuration;
    const auto keep = [&configuration](QStringView name, auto &field, const auto &value) {
        if (value)
            field = *value;
        else
            configuration.notReported.append(name.toString());
    };
    configuration.identity = text(object, u"Identity").value_or(configuration.identity);
    keep(u"SyncInterval", configuration.syncInterval, object.timeSpan(u"SyncInterval"));
    keep(u"MaxConcurrentCalls", configuration.maxConcurrentCalls, int32(object, u"MaxConcurrentCalls"));
    keep(u"MaxBatchesPerCmsSync", configuration.maxBatchesPerCmsSync, int32(object, u"MaxBatchesPerCmsSync"));
    keep(u"MaxBatchesPerUserStoreSync", configuration.maxBatchesPerUserStoreSync,
         int32(object, u"MaxBatchesPerUserStoreSync"));
    keep(u"MaxDataConfPackageSizeKB", configuration.maxDataConfPackageSizeKb,
         int32(object, u"MaxDataConfPackageSizeKB"));
    keep(u"AuthorizedUniversalGroups", configuration.authorizedUniversalGroups,
         text(object, u"AuthorizedUniversalGroups"));
    keep(u"AuthorizedLocalAccounts", configuration.authorizedLocalAccounts, text(object, u"AuthorizedLocalAccounts"));
    configuration.maxHighPriQueuePercentage = int32(object, u"MaxHighPriQueuePercentagePerUserStoreSync");
    configuration.enableRgsBackupService = object.boolean(u"EnableRgsBackupService");
    return configuration;
}

Object BackupServiceConfiguration::toObject() const
{
    Object object(u"Microsoft.Rtc.Management.WritableConfig.Settings.BackupService.BackupServiceSettings"_s, identity);
    object.set(u"Identity"_s, identity);
    object.set(u"SyncInterval"_s, QVariant::fromValue(syncInterval));
    object.set(u"MaxConcurrentCalls"_s, maxConcurrentCalls);
    object.set(u"MaxBatchesPerCmsSync"_s, maxBatchesPerCmsSync);
    object.set(u"MaxBatchesPerUserStoreSync"_s, maxBatchesPerUserStoreSync);
    object.set(u"MaxDataConfPackageSizeKB"_s, maxDataConfPackageSizeKb);
    object.set(u"AuthorizedUniversalGroups"_s, authorizedUniversalGroups);
    object.set(u"AuthorizedLocalAccounts"_s, authorizedLocalAccounts);
    if (maxHighPriQueuePercentage)
        object.set(u"MaxHighPriQueuePercentagePerUserStoreSync"_s, *maxHighPriQueuePercentage);
    if (enableRgsBackupService)
        object.set(u"EnableRgsBackupService"_s, *enableRgsBackupService);
    return object;
}

} // namespace cspool
