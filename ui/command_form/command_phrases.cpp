#include "ui/command_form/command_phrases.h"

#include <algorithm>
#include <iterator>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Whole sentences, for translators: of one pool %1 is its name and %2 its backup pool; of several %n is their number.
struct Phrases
{
    const char *cmdlet;
    const char *verb; // without a pool
    const char *onePoolVerb;
    const char *onePool;
    const char *onePoolPaired; // the backup pool is known; null: it plays no part
    const char *severalVerb;
    const char *several;
};

constexpr Phrases phrases[] = {
    {"Backup-CsPool", QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Back up"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Back up %1"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Back up %1"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Back up %1 to %2"),
     QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Back up %n pools"),
     QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Back up %n pools to their backup pools")},
    {"Invoke-CsBackupServiceSync", QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Synchronise"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Synchronise %1"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Synchronise %1 with its backup pool"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Synchronise %1 with %2"),
     QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Synchronise %n pools"),
     QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Synchronise %n pools with their backup pools")},
    {"Invoke-CsPoolFailOver", QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Fail over"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Fail over %1"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Fail over %1 to its backup pool"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Fail over %1 to %2"),
     QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Fail over %n pools"),
     QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Fail over %n pools to their backup pools")},
    {"Invoke-CsPoolFailBack", QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Fail back"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Fail back %1"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Give %1 its users back"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Give %1 its users back from %2"),
     QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Fail back %n pools"),
     QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Give %n pools their users back")},
    {"Export-CsUserData", QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Export user data"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Export user data"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Export the user data of %1"), nullptr,
     QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Export user data of %n pools"),
     QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Export the user data of %n pools")},
    {"Import-CsUserData", QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Import user data"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Import user data"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Import user data into %1"), nullptr,
     QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Import user data into %n pools"),
     QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Import user data into %n pools")},
    {"Remove-CsUserStoreBackupData", QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Remove data"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Remove data from %1"),
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Remove the data of former partners from %1"), nullptr,
     QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Remove data from %n pools"),
     QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Remove the data of former partners from %n pools")},
};

// Cmdlets that name no pool.
struct Verb
{
    const char *cmdlet;
    const char *text;
};

constexpr Verb verbs[] = {
    {"Invoke-CsManagementServerFailover",
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Move the active Central Management store")},
    {"Invoke-CsManagementStoreReplication", QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Update the replicas")},
    {"New-Deployment", QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Create the lab deployment")},
    {"Publish-CsTopology", QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Publish the topology")},
    {"Remove-CsBackupServiceConfiguration",
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Reset the backup service configuration")},
    {"Set-CsBackupServiceConfiguration",
     QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Change the backup service configuration")},
};

template <typename Row, std::size_t Size> const Row *findRow(const Row (&rows)[Size], const QString &cmdlet)
{
    const auto found = std::find_if(std::begin(rows), std::end(rows),
                                    [&](const Row &row) { return cmdlet == QLatin1StringView(row.cmdlet); });
    return found == std::end(rows) ? nullptr : found;
}

} // namespace

CommandPhrases::CommandPhrases(const CmdletInfo &cmdlet, const QStringList &pools, const QString &backupPool,
                               const QStringList &failedOver)
    : m_cmdlet(cmdlet)
    , m_pools(pools)
    , m_backupPool(backupPool)
    , m_failedOver(failedOver)
{
}

QString CommandPhrases::heading() const
{
    const Phrases *row = findRow(phrases, m_cmdlet.name);
    const int count = int(m_pools.size());
    if (m_cmdlet.name == "Backup-CsPool"_L1 && !m_failedOver.isEmpty()) {
        if (count > 1)
            return tr("Back up %n pools; those that are failed over from their backup pools", nullptr, count);
        if (!m_backupPool.isEmpty())
            return tr("Back up %1, which is failed over, from %2 to %1").arg(m_pools.first(), m_backupPool);
    }
    if (row && count == 1) {
        if (row->onePoolPaired && !m_backupPool.isEmpty())
            return tr(row->onePoolPaired).arg(m_pools.first(), m_backupPool);
        return tr(row->onePool).arg(m_pools.first());
    }
    if (row)
        return count == 0 ? tr(row->verb) : tr(row->several, nullptr, count);
    if (const Verb *verb = findRow(verbs, m_cmdlet.name))
        return tr(verb->text);
    if (count == 1)
        return tr("Run %1 for %2").arg(m_cmdlet.name, m_pools.first());
    return count == 0 ? tr("Run %1").arg(m_cmdlet.name) : tr("Run %1 for %n pools", nullptr, count).arg(m_cmdlet.name);
}

// A failback brings the data home, and what is copied of a failed over pool is on its backup pool.
QString CommandPhrases::direction(const QString &pool, const QString &backupPool) const
{
    if (backupPool.isEmpty())
        return pool;
    if (m_cmdlet.name == "Invoke-CsPoolFailBack"_L1)
        return tr("%1 → %2", "from a pool to a pool").arg(backupPool, pool);
    if (m_cmdlet.name != "Invoke-CsPoolFailOver"_L1 && m_failedOver.contains(pool))
        return tr("%1 → %2 (%2 is failed over)", "from a pool to a pool").arg(backupPool, pool);
    return tr("%1 → %2", "from a pool to a pool").arg(pool, backupPool);
}

QString CommandPhrases::verb() const
{
    const Phrases *row = findRow(phrases, m_cmdlet.name);
    const int count = int(m_pools.size());
    if (row && count == 1) {
        // Some do not name the pool: it stands in the heading.
        const QString text = tr(row->onePoolVerb);
        return text.contains("%1"_L1) ? text.arg(m_pools.first()) : text;
    }
    if (row)
        return count == 0 ? tr(row->verb) : tr(row->severalVerb, nullptr, count);
    const Verb *verb = findRow(verbs, m_cmdlet.name);
    return verb ? tr(verb->text) : tr("Run");
}

QString CommandPhrases::question() const
{
    return tr("%1?", "what is going to be done, as a question").arg(heading());
}

} // namespace cspool
