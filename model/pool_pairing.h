// PoolPair: two pools that back each other up; what a topology document says of pairs, and which pairs are supported.
#pragma once

#include "model/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <compare>

namespace cspool {

struct Pool;
struct Topology;

// A pair of pools that back each other up; `first` < `second` (canonical FQDNs).
struct PoolPair
{
    QString first;
    QString second;

    static PoolPair of(const QString &a, const QString &b);
    bool contains(const QString &fqdn) const { return fqdn == first || fqdn == second; }
    QString partnerOf(const QString &fqdn) const; // empty when not of this pair

    bool operator==(const PoolPair &) const = default;
    std::strong_ordering operator<=>(const PoolPair &other) const;
};

struct PairingFindings
{
    QList<PoolPair> pairs; // mutual and unambiguous, sorted
    QStringList doubts; // one sentence each: not mutual, several partners, no such pool
};

// The pairs stated in the document. How Microsoft writes them is not published; our reading: a dependency of a
// Registrar or UserServices, with a usage other than "Default", on a service of the same role of another cluster that
// has UserServices says "that cluster is my backup pool". Only clusters that can be backed up are asked (a Survivable
// Branch Appliance names its backup Registrar and is no half of a pair). `explicitPairs` were stated by the user: they
// take the place of what the document says of their pools, and are among the result's pairs.
PairingFindings statedPairs(const Topology &topology, const QList<PoolPair> &explicitPairs = {});

// Reads the values of a -Pair parameter, each "a.example.com=b.example.com", and checks them against the topology:
// both pools are there and can be backed up, no pool is in two pairs. InvalidArgument names the text that is wrong;
// its target is "Pair".
Result<QList<PoolPair>> parsePairs(const QStringList &texts, const Topology &topology);

// Why two pools should not be paired: sentences of warning, empty when supported. Rules: Enterprise with Enterprise and
// Standard with Standard (Microsoft's); same version (ours, and said so).
QStringList pairingWarnings(const Topology &topology, const PoolPair &pair);
// The same of pools as Get-CsPool reports them; a version that is not reported warns of nothing.
QStringList pairingWarnings(const Pool &first, const Pool &second);

} // namespace cspool
