// What an administrator should know of a command before it runs although it is no mistake: rules of the domain about
// single cmdlets that CmdletInfo does not hold.
#pragma once

#include "model/command.h"
#include "model/pool.h"

#include <optional>

namespace cspool {

// What is known of one pool at the moment. What is not known is left out, and nothing is said about it.
struct PoolSituation
{
    QString fqdn; // canonical
    bool isUnknown = false; // the pools of the deployment were read, and it is not among them
    std::optional<Pool> pool;
    std::optional<PoolState> state;
    QStringList modulesInError = {}; // full names of those whose export status is ErrorState, as far as it was read
    QString jobUnderWay = {}; // command line of an unfinished job that it would wait for; empty: none
};

struct CommandWarning
{
    QString parameter; // canonical name of the parameter that it is about; empty: it is about the pools
    QString message; // sentences
    bool operator==(const CommandWarning &) const = default;
};

// `command` runs once for each of `pools`; one warning names all pools that it holds for. In a fixed order.
QList<CommandWarning> warningsBefore(const Command &command, const QList<PoolSituation> &pools);

// What will be lost or destroyed when the command does what it is told; empty: nothing. A window asks with more
// emphasis then.
QList<CommandWarning> lossesBefore(const Command &command);
QStringList lossesOf(const Command &command); // the sentences alone

// "a, b, c and 4 more": names in a sentence, which shall stay one.
QString shortList(const QStringList &names);

// The parameter that names a file which the cmdlet writes; null: none. Two runs with one value would replace each
// other's file.
const ParameterInfo *writtenFileParameter(const CmdletInfo &cmdlet);

// Whether a form may fill the parameter in again with its value of the last run. Not what belongs to one occasion
// (pools, files, filters, settings), and nothing that skips a question or a check.
bool isWorthRemembering(const CmdletInfo &cmdlet, const ParameterInfo &parameter);

} // namespace cspool
