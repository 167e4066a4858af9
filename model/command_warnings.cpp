#include "model/command_warnings.h"

#include "model/backup_service_status.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

class CommandWarnings
{
    Q_DECLARE_TR_FUNCTIONS(cspool::CommandWarnings)

public:
    CommandWarnings(const Command &command, const QList<PoolSituation> &pools)
        : m_command(command)
        , m_pools(pools)
    {
    }

    QList<CommandWarning> run();

private:
    using Predicate = std::function<bool(const PoolSituation &)>;
    // FQDNs of the pools for which it holds, as a text; empty: none.
    QString poolsWhere(const Predicate &holds) const;
    void warn(const QString &parameter, const QString &message) { m_warnings.append({parameter, message}); }

    void warnOfPools();
    void warnOfStates();
    void warnOfErrors();
    bool copies(const QString &fullName) const;
    void warnOfUselessParameters();
    void warnOfJobs();

    const Command &m_command;
    const QList<PoolSituation> &m_pools;
    QList<CommandWarning> m_warnings;
};

bool isBackup(const Command &command)
{
    return command.cmdlet() == "Backup-CsPool"_L1;
}

bool needsBackupPool(const Command &command)
{
    static const QStringList cmdlets
        = {u"Backup-CsPool"_s, u"Invoke-CsBackupServiceSync"_s, u"Invoke-CsPoolFailOver"_s, u"Invoke-CsPoolFailBack"_s};
    return cmdlets.contains(command.cmdlet());
}

QString CommandWarnings::poolsWhere(const Predicate &holds) const
{
    QStringList names;
    for (const PoolSituation &pool : m_pools) {
        if (holds(pool))
            names.append(pool.fqdn);
    }
    return shortList(names);
}

QList<CommandWarning> CommandWarnings::run()
{
    warnOfPools();
    warnOfStates();
    warnOfErrors();
    warnOfUselessParameters();
    warnOfJobs();
    return m_warnings;
}

void CommandWarnings::warnOfPools()
{
    const QString unknown = poolsWhere([](const PoolSituation &pool) { return pool.isUnknown; });
    if (!unknown.isEmpty())
        warn({}, tr("The deployment has no such pool: %1.").arg(unknown));
    if (!needsBackupPool(m_command))
        return;
    const QString unfit
        = poolsWhere([](const PoolSituation &pool) { return pool.pool && !pool.pool->canBeBackedUp(); });
    if (!unfit.isEmpty())
        warn({}, tr("No user services, so there is nothing to back up: %1. The command will fail.").arg(unfit));
    const QString single = poolsWhere([](const PoolSituation &pool) {
        return pool.pool && pool.pool->canBeBackedUp() && pool.pool->backupPoolFqdn.isEmpty();
    });
    if (!single.isEmpty())
        warn({},
             tr("No backup pool is reported for: %1. The command will fail unless the pool is paired.").arg(single));
}

void CommandWarnings::warnOfStates()
{
    if (!isBackup(m_command))
        return;
    if (m_command.isSwitchOn(u"FullBackup")) {
        const QString active = poolsWhere([](const PoolSituation &pool) { return pool.state == PoolState::Active; });
        if (!active.isEmpty()) {
            warn(
                u"FullBackup"_s,
                tr("Users are at work on an active pool, so FinalState may never be reached: %1. RetryCount limits the "
                   "wait.")
                    .arg(active));
        }
    }
    if (m_command.isSwitchOn(u"FailedOverPoolOnly")) {
        const QString others
            = poolsWhere([](const PoolSituation &pool) { return pool.state && pool.state != PoolState::FailedOver; });
        if (!others.isEmpty())
            warn(u"FailedOverPoolOnly"_s, tr("Not failed over, so nothing will be copied: %1.").arg(others));
    }
}

// Whether the command goes through what the module holds, and needs it to be as the last run left it.
bool CommandWarnings::copies(const QString &fullName) const
{
    const std::optional<BackupModule> module = backupModuleFromString(fullName);
    const QString cmdlet = m_command.cmdlet();
    if (cmdlet == "Invoke-CsPoolFailOver"_L1)
        return !m_command.isSwitchOn(u"DisasterMode") && module != BackupModule::CmsMaster;
    if (cmdlet == "Invoke-CsBackupServiceSync"_L1) {
        const std::optional<BackupModule> chosen = backupModuleFromString(m_command.string(u"BackupModule"));
        return (!chosen || chosen == module) && !m_command.isSwitchOn(u"Force"); // Force is the cure
    }
    if (!isBackup(m_command))
        return false;
    const std::optional<BackupCategory> category = backupCategoryFromString(m_command.string(u"Category"));
    return !category || !module || categoryOf(*module) == *category;
}

void CommandWarnings::warnOfErrors()
{
    QStringList modules;
    for (const PoolSituation &pool : m_pools) {
        for (const QString &module : pool.modulesInError) {
            if (copies(module))
                modules.append(tr("%1 of %2", "module, pool").arg(module, pool.fqdn));
        }
    }
    if (modules.size() == 1) {
        warn(
            {},
            tr("%1 is in ErrorState: it may not be copied. The tab Modules of the pool says why, and what to do first.")
                .arg(modules.first()));
    } else if (!modules.isEmpty()) {
        warn(
            {},
            tr("In ErrorState, and may not be copied: %1. The tab Modules of each pool says why, and what to do first.")
                .arg(shortList(modules)));
    }
}

void CommandWarnings::warnOfUselessParameters()
{
    if (!isBackup(m_command) || m_command.isSwitchOn(u"FullBackup") || m_command.isSwitchOn(u"SteadyState"))
        return;
    for (const QString &name : {u"RetryCount"_s, u"WaitTime"_s}) {
        if (m_command.contains(name))
            warn(name, tr("Has no effect without FullBackup or SteadyState: the copy begins at once."));
    }
}

void CommandWarnings::warnOfJobs()
{
    const QString waiting = poolsWhere([](const PoolSituation &pool) { return !pool.jobUnderWay.isEmpty(); });
    if (waiting.isEmpty())
        return;
    const auto first = std::find_if(m_pools.cbegin(), m_pools.cend(),
                                    [](const PoolSituation &pool) { return !pool.jobUnderWay.isEmpty(); });
    warn({}, tr("Has to wait for another job to end: %1. Under way: %2").arg(waiting, first->jobUnderWay));
}

} // namespace

QList<CommandWarning> warningsBefore(const Command &command, const QList<PoolSituation> &pools)
{
    return CommandWarnings(command, pools).run();
}

QList<CommandWarning> lossesBefore(const Command &command)
{
    const QString cmdlet = command.cmdlet();
    const bool isForced = command.isSwitchOn(u"Force");
    QList<CommandWarning> losses;
    if (command.isSwitchOn(u"DisasterMode")) {
        losses.append(
            {u"DisasterMode"_s,
             cmdlet == "Invoke-CsPoolFailBack"_L1
                 ? CommandWarnings::tr("What users changed on the backup pool since the failover is not copied back.")
                 : CommandWarnings::tr("What had not been backed up is not on the backup pool: users do without it, "
                                       "and it may be lost.")});
    }
    if (command.isSwitchOn(u"SkipDataVerification")) {
        losses.append({u"SkipDataVerification"_s,
                       CommandWarnings::tr("Nothing checks that the data has arrived before the pool changes hands.")});
    }
    if (cmdlet == "Remove-CsUserStoreBackupData"_L1)
        losses.append({{}, CommandWarnings::tr("The data of pools that are no longer partners is deleted for good.")});
    if (cmdlet == "Remove-CsBackupServiceConfiguration"_L1)
        losses.append({{}, CommandWarnings::tr("All settings of the backup service return to their defaults.")});
    if (cmdlet == "Invoke-CsBackupServiceSync"_L1 && isForced) {
        losses.append({u"Force"_s,
                       CommandWarnings::tr("Conference content that has vanished from the pool is deleted on the "
                                           "backup pool too.")});
    }
    if (cmdlet == "Invoke-CsManagementServerFailover"_L1 && isForced) {
        losses.append({u"Force"_s,
                       CommandWarnings::tr("If the active Central Management store is out of reach, what had not been "
                                           "copied to the standby copy is lost.")});
    }
    return losses;
}

QStringList lossesOf(const Command &command)
{
    QStringList sentences;
    for (const CommandWarning &loss : lossesBefore(command))
        sentences.append(loss.message);
    return sentences;
}

QString shortList(const QStringList &names)
{
    constexpr qsizetype shown = 4;
    if (names.size() <= shown)
        return names.join(", "_L1);
    return CommandWarnings::tr("%1 and %n more", nullptr, int(names.size() - shown))
        .arg(names.first(shown).join(", "_L1));
}

const ParameterInfo *writtenFileParameter(const CmdletInfo &cmdlet)
{
    if (cmdlet.writesReport)
        return cmdlet.parameter(u"Report");
    return cmdlet.name == "Export-CsUserData"_L1 ? cmdlet.parameter(u"FileName") : nullptr;
}

bool isWorthRemembering(const CmdletInfo &cmdlet, const ParameterInfo &parameter)
{
    static const QStringList skipping = {u"DisasterMode"_s, u"Force"_s, u"SkipDataVerification"_s, u"WhatIf"_s};
    const bool isOccasional = parameter.path != PathSide::None || parameter.type == ParameterType::Fqdn
        || parameter.type == ParameterType::StringList
        || (parameter.type == ParameterType::String && parameter.allowedValues.isEmpty());
    const bool isOfPools = cmdlet.parameter(u"PoolFqdn") != nullptr; // others change or show settings
    return isOfPools && !isOccasional && !skipping.contains(parameter.name);
}

} // namespace cspool
