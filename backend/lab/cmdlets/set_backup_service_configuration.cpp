// Set-CsBackupServiceConfiguration: changes the given settings of the one global configuration and leaves the others.
#include "backend/lab/central_writing.h"
#include "backend/lab/cmdlets/backup_service_configuration_identity.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class SetBackupServiceConfiguration
{
    Q_DECLARE_TR_FUNCTIONS(cspool::SetBackupServiceConfiguration)

public:
    static Result<> run(LabContext &context);

private:
    static BackupServiceConfiguration changed(const Command &command, BackupServiceConfiguration configuration);
    static QStringList differences(const BackupServiceConfiguration &before, const BackupServiceConfiguration &after);
};

BackupServiceConfiguration SetBackupServiceConfiguration::changed(const Command &command,
                                                                  BackupServiceConfiguration configuration)
{
    configuration.syncInterval = command.timeSpan(u"SyncInterval", configuration.syncInterval);
    configuration.maxConcurrentCalls = command.int32(u"MaxConcurrentCalls", configuration.maxConcurrentCalls);
    configuration.maxBatchesPerCmsSync = command.int32(u"MaxBatchesPerCmsSync", configuration.maxBatchesPerCmsSync);
    configuration.maxBatchesPerUserStoreSync
        = command.int32(u"MaxBatchesPerUserStoreSync", configuration.maxBatchesPerUserStoreSync);
    configuration.maxDataConfPackageSizeKb
        = command.int32(u"MaxDataConfPackageSizeKB", configuration.maxDataConfPackageSizeKb);
    configuration.authorizedUniversalGroups
        = command.string(u"AuthorizedUniversalGroups", configuration.authorizedUniversalGroups);
    configuration.authorizedLocalAccounts
        = command.string(u"AuthorizedLocalAccounts", configuration.authorizedLocalAccounts);
    return configuration;
}

QStringList SetBackupServiceConfiguration::differences(const BackupServiceConfiguration &before,
                                                       const BackupServiceConfiguration &after)
{
    QStringList sentences;
    const Object old = before.toObject();
    const Object now = after.toObject();
    for (const Property &property : now.properties()) {
        if (old.value(property.name) != property.value) {
            sentences.append(tr("%1 becomes %2; it was %3.")
                                 .arg(property.name, displayText(property.value), old.string(property.name)));
        }
    }
    return sentences;
}

Result<> SetBackupServiceConfiguration::run(LabContext &context)
{
    CommandRuntime &runtime = context.runtime();
    if (const Result<> checked = checkConfigurationIdentity(context.command()); !checked)
        return checked;
    Result<CentralWriting> central = beginCentralWriting(context);
    if (!central)
        return central.error();
    const Result<BackupServiceConfiguration> before = central->store.backupServiceConfiguration();
    if (!before)
        return before.error();
    const BackupServiceConfiguration after = changed(context.command(), *before);
    const QStringList changes = differences(*before, after);
    if (changes.isEmpty()) {
        runtime.writeHost(tr("The configuration has these values already; nothing was changed."));
        return {};
    }
    for (const QString &change : changes)
        runtime.writeVerbose(change);
    if (after.syncInterval < before->syncInterval && after.syncInterval < BackupServiceConfiguration().syncInterval) {
        const auto warned = runtime.writeWarning(
            tr("With a SyncInterval of %1 the pools spend more of their time on synchronisation than with the default "
               "of %2.")
                .arg(after.syncInterval.toString(), BackupServiceConfiguration().syncInterval.toString()),
            tr("Microsoft advises against changing SyncInterval unless it is necessary."));
        if (!warned)
            return warned;
    }
    const Result<bool> accepted
        = runtime.shouldProcess(u"Global"_s, tr("Change the backup service configuration"), changes.join(u' '));
    if (!accepted)
        return accepted.error();
    if (!*accepted)
        return {};
    return central->store.setBackupServiceConfiguration(after, central->ownership.epoch);
}

const LabCmdletRegistration registration("Set-CsBackupServiceConfiguration", &SetBackupServiceConfiguration::run);

} // namespace

} // namespace cspool
