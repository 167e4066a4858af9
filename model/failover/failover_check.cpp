#include "model/failover/failover_check.h"

#include "model/enum_text.h"
#include "model/failover/failover_check_parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace cspool {

namespace {

constexpr EnumText<Verdict> VerdictTexts[] = {
    {Verdict::Ready, "Ready"},
    {Verdict::Attention, "Attention"},
    {Verdict::Blocking, "Blocking"},
    {Verdict::Unknown, "Unknown"},
};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverCheck)
};

qsizetype countOf(Verdict verdict, const QList<FailoverCheck> &checks)
{
    return std::count_if(checks.begin(), checks.end(),
                         [verdict](const FailoverCheck &check) { return check.verdict == verdict; });
}

} // namespace

StatusTone toneOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ready:
        return StatusTone::Good;
    case Verdict::Attention:
        return StatusTone::Attention;
    case Verdict::Blocking:
        return StatusTone::Bad;
    case Verdict::Unknown:
        break;
    }
    return StatusTone::Unknown;
}

QString toString(Verdict verdict)
{
    return enumToString(VerdictTexts, verdict);
}

std::optional<Verdict> verdictFromString(QStringView text)
{
    return enumFromString(VerdictTexts, text);
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ready:
        return Text::tr("Ready");
    case Verdict::Attention:
        return Text::tr("Attention");
    case Verdict::Blocking:
        return Text::tr("In the way");
    case Verdict::Unknown:
        break;
    }
    return Text::tr("Unknown");
}

// Of a pool that is known to have no users, or no other pool to take them over, there is nothing more to look at.
static bool canChangeHands(const FailoverFacts &facts)
{
    if (!facts.pools.isKnown())
        return true;
    const auto pool = facts.pool(facts.goal.pool);
    return pool && pool->canBeBackedUp() && !pool->backupPoolFqdn.isEmpty();
}

QList<FailoverCheck> checksFor(const FailoverFacts &facts)
{
    if (!canChangeHands(facts))
        return poolChecks(facts);
    QList<FailoverCheck> checks;
    for (const auto part : {&poolChecks, &serviceChecks, &replicationChecks, &centralManagementChecks, &edgeChecks,
                            &dataChecks, &previewChecks})
        checks.append(part(facts));
    return checks;
}

Verdict overallVerdict(const QList<FailoverCheck> &checks)
{
    if (checks.isEmpty())
        return Verdict::Unknown;
    return std::accumulate(checks.begin(), checks.end(), Verdict::Ready,
                           [](Verdict so, const FailoverCheck &check) { return worse(so, check.verdict); });
}

QString overallText(const QList<FailoverCheck> &checks)
{
    const Verdict verdict = overallVerdict(checks);
    const int count = int(countOf(verdict, checks));
    switch (verdict) {
    case Verdict::Ready:
        return Text::tr("Ready: nothing that was checked speaks against it.");
    case Verdict::Attention:
        return Text::tr("Ready, but look at this before: %n check(s) need attention.", nullptr, count);
    case Verdict::Blocking:
        return Text::tr("Not ready: %n check(s) stand in the way.", nullptr, count);
    case Verdict::Unknown:
        break;
    }
    if (checks.isEmpty())
        return Text::tr("Not known: nothing has been checked.");
    return Text::tr("Nothing that is known stands in the way, but %n check(s) have no answer.", nullptr, count);
}

} // namespace cspool
