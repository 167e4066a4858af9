// The commands of a failover's steps, and where each of them can be run.
#pragma once

#include "model/failover/failover_facts.h"

namespace cspool {

// A command line as a step shows it.
struct FailoverLine
{
    QString line; // as it is run here, or to be copied
    QString toCopy; // as somebody copies it who has not confirmed it: it asks
    bool runsHere = true;
    QString place = {}; // when it does not run here: a sentence that says where it is run, and why
    bool hasPointOfNoReturn = false;

    bool operator==(const FailoverLine &) const = default;
};

// Whoever runs it here has confirmed it before, so it does not ask again; a line to be copied still does. `elsewhere`:
// why it cannot be run from here; empty: it can if its cmdlet is offered.
FailoverLine failoverLine(const Command &command, const CommandReach &reach, const QString &elsewhere = {});

FailoverLine edgeNextHopLine(const QString &edgePool, const QString &target, const CommandReach &reach);
// Makes the store active on the backup pool of the goal's pool.
FailoverLine centralManagementLine(const FailoverFacts &facts);
FailoverLine replicationLine(const CommandReach &reach);
// With DisasterMode when the goal says so.
FailoverLine failOverLine(const FailoverGoal &goal, const CommandReach &reach);
FailoverLine failBackLine(const FailoverGoal &goal, const CommandReach &reach);
// Synchronises `pool` with the other one of its pair; `module`: its full name, or empty for all.
FailoverLine synchronisationLine(const QString &pool, const QString &module, const CommandReach &reach);

} // namespace cspool
