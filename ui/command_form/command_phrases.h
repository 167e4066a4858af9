// CommandPhrases: what running a cmdlet is called in the window: verbs on buttons, headings, questions.
#pragma once

#include "model/cmdlet_info.h"

#include <QCoreApplication>

namespace cspool {

// What a cmdlet is called with nothing but its name: "Run".
class CommandPhrases
{
    Q_DECLARE_TR_FUNCTIONS(cspool::CommandPhrases)

public:
    // `pools`: those that it runs for, none if it names none; `backupPool`: of a single pool; empty: not known;
    // `failedOver`: those of `pools` that are known to be: their data is copied from the backup pool.
    CommandPhrases(const CmdletInfo &cmdlet, const QStringList &pools, const QString &backupPool = {},
                   const QStringList &failedOver = {});

    QString heading() const; // "Back up 3 pools to their backup pools"
    QString direction(const QString &pool, const QString &backupPool) const; // "a → b"; the pool alone without one
    QString verb() const; // "Back up 3 pools"; on the button that does it
    QString question() const; // "Back up 3 pools to their backup pools?"

private:
    const CmdletInfo &m_cmdlet;
    const QStringList m_pools;
    const QString m_backupPool;
    const QStringList m_failedOver;
};

} // namespace cspool
