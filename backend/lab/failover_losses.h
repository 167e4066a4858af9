// What a failover loses that does not wait for the last changes: what one side has and the other one lacks, in numbers
// as far as it can be known, found without changing anything.
#pragma once

#include "backend/command_runtime.h"
#include "backend/lab/deployment.h"

namespace cspool {

// Sentences for whoever is to decide. That nothing is lost is said only when both sides could be read and
// compared, so that it is never mistaken for "not known". Once found, exactly one of the two is empty.
struct FailoverLosses
{
    QStringList losses; // what is lost, and since when; or that it is not known, and why
    QString nothingLost; // that nothing is
};

// A warning for every loss, or the sentence that there is none; neither when it is not known which (no disaster). To be
// said before the question, and with -WhatIf too.
Result<> sayLosses(CommandRuntime &runtime, const FailoverLosses &losses);

// Of the users of `pool`, when `to` takes over from `from` with what it has.
Result<FailoverLosses> findPoolLosses(const Deployment &deployment, CommandRuntime &runtime, const QString &pool,
                                      const QString &from, const QString &to);

// Of the Central Management store, when the copy on `to` becomes the active one by force. While the one on `from` can
// be read its last changes are taken along, and nothing is lost.
Result<FailoverLosses> findCentralManagementLosses(const Deployment &deployment, CommandRuntime &runtime,
                                                   const QString &from, const QString &to);

} // namespace cspool
