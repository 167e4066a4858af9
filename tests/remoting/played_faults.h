// What a person can break in a played deployment, by name: as options of played-server, and as the commands that it
// reads.
#pragma once

#include "tests/remoting/played_state.h"

#include <functional>

namespace cspool::test {

struct PlayedFault
{
    QString name; // "next-hop"
    QString argument; // what it wants, for a help; empty: nothing
    QString help; // a sentence
    // False: the argument names nothing that is there.
    std::function<bool(PlayedState &state, const QString &argument)> apply;
};

const QList<PlayedFault> &playedFaults();

// How the deployment is, for people: a line for each pool, Edge pool, the store and the replicas that are behind.
QStringList describe(const PlayedState &state);

} // namespace cspool::test
