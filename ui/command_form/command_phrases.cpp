#include "ui/command_form/command_phrases.h"

namespace cspool {

using namespace Qt::StringLiterals;

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
    const CmdletPhrases &phrases = m_cmdlet.phrases;
    const int count = int(m_pools.size());
    if (!m_failedOver.isEmpty()) {
        if (count > 1 && phrases.severalFailedOver)
            return tr(phrases.severalFailedOver, nullptr, count);
        if (count == 1 && phrases.onePoolFailedOver && !m_backupPool.isEmpty())
            return tr(phrases.onePoolFailedOver).arg(m_pools.first(), m_backupPool);
    }
    if (count == 1 && phrases.onePoolPaired && !m_backupPool.isEmpty())
        return tr(phrases.onePoolPaired).arg(m_pools.first(), m_backupPool);
    if (count == 1 && phrases.onePool)
        return tr(phrases.onePool).arg(m_pools.first());
    if (count > 1 && phrases.several)
        return tr(phrases.several, nullptr, count);
    if (phrases.verb)
        return tr(phrases.verb);
    if (count == 1)
        return tr("Run %1 for %2").arg(m_cmdlet.name, m_pools.first());
    return count == 0 ? tr("Run %1").arg(m_cmdlet.name) : tr("Run %1 for %n pools", nullptr, count).arg(m_cmdlet.name);
}

QString CommandPhrases::direction(const QString &pool, const QString &backupPool) const
{
    if (backupPool.isEmpty())
        return pool;
    if (m_cmdlet.copies == CopyDirection::FromBackupPool)
        return tr("%1 → %2", "from a pool to a pool").arg(backupPool, pool);
    if (m_cmdlet.copies == CopyDirection::FromWhereServed && m_failedOver.contains(pool))
        return tr("%1 → %2 (%2 is failed over)", "from a pool to a pool").arg(backupPool, pool);
    return tr("%1 → %2", "from a pool to a pool").arg(pool, backupPool);
}

QString CommandPhrases::verb() const
{
    const CmdletPhrases &phrases = m_cmdlet.phrases;
    const int count = int(m_pools.size());
    if (count == 1 && phrases.onePoolVerb) {
        // Some do not name the pool: it stands in the heading.
        const QString text = tr(phrases.onePoolVerb);
        return text.contains("%1"_L1) ? text.arg(m_pools.first()) : text;
    }
    if (count > 1 && phrases.severalVerb)
        return tr(phrases.severalVerb, nullptr, count);
    return phrases.verb ? tr(phrases.verb) : tr("Run");
}

QString CommandPhrases::question() const
{
    return tr("%1?", "what is going to be done, as a question").arg(heading());
}

} // namespace cspool
