#include "model/pool_pairing.h"

#include "model/fqdn.h"
#include "model/topology.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::PoolPairing)
};

bool mayNamePartner(const TopologyService &service)
{
    return service.role == "Registrar"_L1 || service.role == "UserServices"_L1;
}

bool isPairing(const TopologyDependency &dependency)
{
    return !dependency.usage.isEmpty() && dependency.usage.compare("Default"_L1, Qt::CaseInsensitive) != 0;
}

QStringList sorted(const QSet<QString> &names)
{
    QStringList list(names.begin(), names.end());
    list.sort();
    return list;
}

// Which pools each pool names as its backup pool.
using Claims = QMap<QString, QSet<QString>>;

// Collects the claims of a document in one pass: documents from outside may be large.
class ClaimReader
{
public:
    explicit ClaimReader(const Topology &topology)
    {
        for (const TopologyService &service : topology.services)
            m_services.insert(service.id, &service);
        const QStringList pools = poolsToBackUp(topology);
        m_pools = QSet<QString>(pools.begin(), pools.end());
    }

    void read(const TopologyService &service, Claims &claims, QStringList &doubts) const
    {
        if (!mayNamePartner(service) || !m_pools.contains(service.clusterFqdn))
            return;
        for (const TopologyDependency &dependency : service.dependencies) {
            if (!isPairing(dependency))
                continue;
            const TopologyService *target = m_services.value(dependency.serviceId);
            if (!target) {
                doubts.append(
                    Text::tr("%1 names a service as its backup (usage %2) that the topology does not hold: %3.")
                        .arg(service.clusterFqdn, dependency.usage, dependency.serviceId));
            } else if (target->role == service.role && target->clusterFqdn != service.clusterFqdn
                       && m_pools.contains(target->clusterFqdn)) {
                claims[service.clusterFqdn].insert(target->clusterFqdn);
            }
        }
    }

private:
    QHash<QString, const TopologyService *> m_services;
    QSet<QString> m_pools; // that can be backed up
};

Claims claimsOf(const Topology &topology, const QList<PoolPair> &explicitPairs, QStringList &doubts)
{
    Claims claims;
    for (const PoolPair &pair : explicitPairs) {
        claims[pair.first] = {pair.second};
        claims[pair.second] = {pair.first};
    }
    const Claims stated = claims;
    const ClaimReader reader(topology);
    for (const TopologyService &service : topology.services) {
        if (!stated.contains(service.clusterFqdn))
            reader.read(service, claims, doubts);
    }
    return claims;
}

// The sentence for a pool whose one claim is not answered in kind.
QString unansweredClaim(const QString &pool, const QString &partner, const Claims &claims)
{
    const QSet<QString> answer = claims.value(partner);
    if (answer.isEmpty())
        return Text::tr("%1 names %2 as its backup pool, but %2 names none.").arg(pool, partner);
    return Text::tr("%1 names %2 as its backup pool, but %2 names %3.")
        .arg(pool, partner, sorted(answer).join(", "_L1));
}

Error pairError(const QString &message)
{
    return {ErrorCategory::InvalidArgument, u"ParameterArgumentValidationError"_s, message,
            Text::tr("State each pair as two pools of the topology with an equals sign between them, for example "
                     "-Pair \"pool01.contoso.com=pool02.contoso.com\"."),
            u"Pair"_s};
}

Result<QString> pairedPool(const QString &text, const QString &pairText, const Topology &topology)
{
    const Result<QString> fqdn = parseFqdn(text);
    if (!fqdn)
        return pairError(Text::tr("The pair \"%1\" is not valid. %2").arg(pairText, fqdn.error().message));
    if (!topology.cluster(*fqdn))
        return pairError(
            Text::tr("The pair \"%1\" names the pool %2, which the topology does not hold.").arg(pairText, *fqdn));
    if (!canBeBackedUp(topology, *fqdn)) {
        return pairError(
            Text::tr("The pair \"%1\" names %2, which cannot be backed up: it has no user services with a Registrar "
                     "of its own.")
                .arg(pairText, *fqdn));
    }
    return *fqdn;
}

struct PairHalf
{
    QString fqdn;
    bool isStandardEdition = false;
    QString version; // empty: not known
};

QStringList warningsOf(const PairHalf &first, const PairHalf &second)
{
    QStringList warnings;
    if (first.isStandardEdition != second.isStandardEdition) {
        const QString standard = first.isStandardEdition ? first.fqdn : second.fqdn;
        const QString enterprise = first.isStandardEdition ? second.fqdn : first.fqdn;
        warnings.append(
            Text::tr("%1 is a Standard Edition server and %2 an Enterprise pool: only Enterprise with Enterprise and "
                     "Standard with Standard is supported.")
                .arg(standard, enterprise));
    }
    if (first.version != second.version && !first.version.isEmpty() && !second.version.isEmpty()) {
        warnings.append(
            Text::tr("%1 runs %2 and %3 runs %4: pair pools of the same version. (This rule is this program's own; "
                     "Microsoft's documentation names none.)")
                .arg(first.fqdn, first.version, second.fqdn, second.version));
    }
    return warnings;
}

} // namespace

PoolPair PoolPair::of(const QString &a, const QString &b)
{
    return a < b ? PoolPair{a, b} : PoolPair{b, a};
}

QString PoolPair::partnerOf(const QString &fqdn) const
{
    if (fqdn == first)
        return second;
    return fqdn == second ? first : QString();
}

std::strong_ordering PoolPair::operator<=>(const PoolPair &other) const
{
    const int order = first == other.first ? second.compare(other.second) : first.compare(other.first);
    return order <=> 0;
}

PairingFindings statedPairs(const Topology &topology, const QList<PoolPair> &explicitPairs)
{
    PairingFindings findings;
    const Claims claims = claimsOf(topology, explicitPairs, findings.doubts);
    QMap<QString, QSet<QString>> claimants;
    for (auto claim = claims.begin(); claim != claims.end(); ++claim) {
        for (const QString &partner : claim.value())
            claimants[partner].insert(claim.key());
    }
    for (auto claim = claims.begin(); claim != claims.end(); ++claim) {
        const QString &pool = claim.key();
        if (claim->size() > 1) {
            findings.doubts.append(
                Text::tr("%1 names several backup pools: %2.").arg(pool, sorted(claim.value()).join(", "_L1)));
            continue;
        }
        const QString partner = *claim->begin();
        if (claims.value(partner) != QSet<QString>{pool}) {
            findings.doubts.append(unansweredClaim(pool, partner, claims));
            continue;
        }
        const PoolPair pair = PoolPair::of(pool, partner);
        // An explicit pair is the user's word: another pool's claim on one of its halves does not shake it.
        const bool isAmbiguous = claimants.value(pool).size() > 1 || claimants.value(partner).size() > 1;
        if (pool == pair.first && (!isAmbiguous || explicitPairs.contains(pair)))
            findings.pairs.append(pair);
    }
    for (auto claimant = claimants.begin(); claimant != claimants.end(); ++claimant) {
        if (claimant->size() > 1) {
            findings.doubts.append(Text::tr("%1 is named as their backup pool by several pools: %2.")
                                       .arg(claimant.key(), sorted(claimant.value()).join(", "_L1)));
        }
    }
    std::sort(findings.pairs.begin(), findings.pairs.end());
    return findings;
}

Result<QList<PoolPair>> parsePairs(const QStringList &texts, const Topology &topology)
{
    QList<PoolPair> pairs;
    for (const QString &text : texts) {
        const QStringList halves = text.split(u'=');
        if (halves.size() != 2)
            return pairError(
                Text::tr("The pair \"%1\" does not name two pools with one equals sign between them.").arg(text));
        const Result<QString> a = pairedPool(halves.first(), text, topology);
        if (!a)
            return a.error();
        const Result<QString> b = pairedPool(halves.last(), text, topology);
        if (!b)
            return b.error();
        if (*a == *b)
            return pairError(Text::tr("The pair \"%1\" names the same pool twice.").arg(text));
        const PoolPair pair = PoolPair::of(*a, *b);
        for (const PoolPair &other : std::as_const(pairs)) {
            if (other != pair && (other.contains(*a) || other.contains(*b))) {
                const QString shared = other.contains(*a) ? *a : *b;
                return pairError(
                    Text::tr("The pair \"%1\" names %2, which is in another pair already: pairing is one to one.")
                        .arg(text, shared));
            }
        }
        if (!pairs.contains(pair))
            pairs.append(pair);
    }
    return pairs;
}

QStringList pairingWarnings(const Topology &topology, const PoolPair &pair)
{
    const auto half = [&topology](const QString &fqdn) {
        return PairHalf{fqdn, isStandardEdition(topology, fqdn), serverVersionName(serviceVersionOf(topology, fqdn))};
    };
    return warningsOf(half(pair.first), half(pair.second));
}

QStringList pairingWarnings(const Pool &first, const Pool &second)
{
    const auto half = [](const Pool &pool) {
        return PairHalf{pool.fqdn, pool.hasService(u"UserDatabase"), pool.serverVersion};
    };
    return warningsOf(half(first), half(second));
}

} // namespace cspool
