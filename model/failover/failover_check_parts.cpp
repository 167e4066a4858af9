#include "model/failover/failover_check_parts.h"

#include "model/fqdn.h"
#include "model/message_text.h"
#include "model/server_versions.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

QString poolThatIsDown(const FailoverFacts &facts)
{
    if (!facts.goal.isDisaster)
        return {};
    return facts.goal.direction == FailoverDirection::FailOver ? canonicalFqdn(facts.goal.pool) : facts.backupPool();
}

} // namespace

CheckedGoal::CheckedGoal(const FailoverFacts &facts)
    : facts(facts)
    , pool(canonicalFqdn(facts.goal.pool))
    , backupPool(facts.backupPool())
    , isFailOver(facts.goal.direction == FailoverDirection::FailOver)
    , isPlanned(!facts.goal.isDisaster)
    , isLab(facts.reach.kind == DeploymentKind::Lab)
    , downPool(poolThatIsDown(facts))
{
}

std::optional<Error> CheckedGoal::errorOf(FailoverFact fact) const
{
    return visitReading(facts, fact, [](const auto &reading) { return reading.error; });
}

QDateTime CheckedGoal::timeOf(FailoverFact fact) const
{
    return visitReading(facts, fact, [](const auto &reading) { return reading.readAt; });
}

bool CheckedGoal::hasValue(FailoverFact fact) const
{
    return visitReading(facts, fact, [](const auto &reading) { return reading.value.has_value(); });
}

bool CheckedGoal::isBeingRead(FailoverFact fact) const
{
    return visitReading(facts, fact, [](const auto &reading) { return reading.isBeingRead; });
}

FailoverCheck CheckedGoal::begin(const QString &id, const QString &title, const QList<FailoverFact> &looksAt) const
{
    FailoverCheck check{id, title};
    for (const FailoverFact fact : looksAt) {
        const QDateTime time = timeOf(fact);
        if (time.isValid() && (!check.trueAt.isValid() || time < check.trueAt))
            check.trueAt = time;
        const std::optional<Command> query = queryFor(fact, facts);
        if (query && (time.isValid() || errorOf(fact)))
            check.toldBy.append(render(*query));
    }
    return check;
}

QString CheckedGoal::whyNotKnown(FailoverFact fact) const
{
    const std::optional<Command> query = queryFor(fact, facts);
    if (!query && facts.reach.kind == DeploymentKind::Server && !facts.pools.value)
        return tr("This has not been read yet: the pools are not known.");
    if (!query) {
        return backupPool.isEmpty() ? tr("This cannot be read: the backup pool of %1 is not known.").arg(pool)
                                    : tr("This cannot be read: the cmdlet that tells it is not offered to you.");
    }
    if (const auto error = errorOf(fact))
        return tr("This could not be read with %1: %2").arg(render(*query), errorSentences(*error));
    return isBeingRead(fact) ? tr("This is being read with %1.").arg(render(*query))
                             : tr("This has not been read yet.");
}

bool CheckedGoal::isUnknown(FailoverCheck &check, const QList<FailoverFact> &looksAt) const
{
    for (const FailoverFact fact : looksAt) {
        if (hasValue(fact))
            continue;
        check.verdict = Verdict::Unknown;
        check.finding = whyNotKnown(fact);
        return true;
    }
    return false;
}

FailoverCheck CheckedGoal::end(FailoverCheck check, const QList<FailoverFact> &looksAt) const
{
    for (const FailoverFact fact : looksAt) {
        const auto error = errorOf(fact);
        if (!error || !hasValue(fact))
            continue;
        check.verdict = Verdict::Unknown;
        check.finding = tr("%1 When it was last read, this was true: %2").arg(whyNotKnown(fact), check.finding);
        return check;
    }
    return check;
}

QString CheckedGoal::poolOf(const QString &fqdn) const
{
    if (!facts.pools.value || fqdn.isEmpty())
        return {};
    const auto found = std::find_if(facts.pools.value->begin(), facts.pools.value->end(), [&fqdn](const Pool &each) {
        return each.fqdn == fqdn || each.computers.contains(fqdn);
    });
    return found == facts.pools.value->end() ? QString() : found->fqdn;
}

QString CheckedGoal::versionOf(const QString &fqdn) const
{
    const auto known = facts.pool(fqdn);
    if (known && !known->serverVersion.isEmpty())
        return known->serverVersion;
    QList<Service> own;
    const QList<Service> all = facts.services.value.value_or(QList<Service>());
    std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                 [&fqdn](const Service &service) { return service.poolFqdn == fqdn; });
    return serverVersions(own).value(fqdn);
}

Remedy remedy(const QString &text, const Command &command)
{
    return {text, render(command)};
}

Command onPool(const QString &cmdlet, const QString &pool)
{
    return Command(cmdlet).set(u"PoolFqdn"_s, pool);
}

QString shownList(const QStringList &names)
{
    return names.join(", "_L1);
}

Verdict worse(Verdict a, Verdict b)
{
    static constexpr Verdict worstFirst[] = {Verdict::Blocking, Verdict::Unknown, Verdict::Attention};
    for (const Verdict verdict : worstFirst) {
        if (a == verdict || b == verdict)
            return verdict;
    }
    return Verdict::Ready;
}

bool isOfConnection(const Error &error)
{
    static const QStringList ids{u"ConnectionLost"_s, u"ConnectionNotRecovered"_s,
                                 u"HostNotFound"_s,   u"HostUnreachable"_s,
                                 u"NoAnswer"_s,       u"PortClosed"_s,
                                 u"ServerBusy"_s,     u"ServerFailed"_s};
    return ids.contains(error.id);
}

bool wasNotAsked(const Error &error)
{
    return error.isStopped() || error.category == ErrorCategory::PermissionDenied || isOfConnection(error);
}

bool isRefusal(const Error &error)
{
    return !wasNotAsked(error) && error.category != ErrorCategory::OperationTimeout;
}

} // namespace cspool
