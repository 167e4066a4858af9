// What a failover or failback in disaster mode loses, as far as that can be known beforehand.
#pragma once

#include "model/failover/failover_facts.h"

namespace cspool {

// Sentences, with numbers where the deployment tells them; never empty in a disaster: that the loss is not known, or
// that there is none, is said as well. Of a planned one: none, because nothing is lost.
QStringList lossesOf(const FailoverFacts &facts);

// Whether the trial run has said all that would be lost, so that nothing said is nothing lost. A lab says it before it
// refuses a pool for what has to be moved first; genuine servers never do.
bool areLossesTold(const FailoverFacts &facts);

} // namespace cspool
