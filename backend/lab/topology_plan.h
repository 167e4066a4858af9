// What New-Deployment and Publish-CsTopology have in common: a topology document read from a file, with the pairs that
// hold for it.
#pragma once

#include "backend/command_runtime.h"
#include "model/topology.h"

namespace cspool {

struct TopologyPlan
{
    QByteArray document; // as it came
    Topology topology;
    QList<PoolPair> explicitPairs; // of -Pair
    QList<PoolPair> pairs; // of the document and -Pair
    QStringList doubts; // what of the document's pairs could not be read
};

// Reads and checks the file alone, away from any command. Errors name the file.
Result<Topology> readTopologyFile(const QString &path);

// Reads and checks the file and the texts of -Pair, as a step of the report. Errors name the file or the text.
Result<TopologyPlan> readTopologyPlan(CommandRuntime &runtime, const QString &path, const QStringList &pairTexts);

// A warning for every doubt, and for every pair that is not supported.
Result<> warnAboutPairs(CommandRuntime &runtime, const Topology &topology, const QStringList &doubts,
                        const QList<PoolPair> &pairs);

} // namespace cspool
