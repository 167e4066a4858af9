#include "model/backup_service_configuration.h"

#include <limits>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Keeps `field` when the property is absent, no number, or beyond an Int32.
void read(const Object &object, QStringView name, int &field)
{
    const std::optional<qint64> number = object.integer(name);
    if (number && *number >= std::numeric_limits<int>::min() && *number <= std::numeric_limits<int>::max())
        field = int(*number);
}

void read(const Object &object, QStringView name, QString &field)
{
    if (object.value(name).isValid())
        field = object.strings(name).join(", "_L1);
}

} // namespace

BackupServiceConfiguration BackupServiceConfiguration::fromObject(const Object &object)
{
    BackupServiceConfiguration configuration;
    read(object, u"Identity", configuration.identity);
    if (const std::optional<TimeSpan> interval = object.timeSpan(u"SyncInterval"))
        configuration.syncInterval = *interval;
    read(object, u"MaxConcurrentCalls", configuration.maxConcurrentCalls);
    read(object, u"MaxBatchesPerCmsSync", configuration.maxBatchesPerCmsSync);
    read(object, u"MaxBatchesPerUserStoreSync", configuration.maxBatchesPerUserStoreSync);
    read(object, u"MaxDataConfPackageSizeKB", configuration.maxDataConfPackageSizeKb);
    read(object, u"AuthorizedUniversalGroups", configuration.authorizedUniversalGroups);
    read(object, u"AuthorizedLocalAccounts", configuration.authorizedLocalAccounts);
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
    return object;
}

} // namespace cspool
