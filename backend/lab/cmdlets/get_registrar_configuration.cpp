// Get-CsRegistrarConfiguration: the state of the pools. In a lab deployment it is what the deployment store says of who
// serves a pool.
#include "backend/lab/failover.h"
#include "backend/lab/lab_cmdlet.h"
#include "model/wildcard_pattern.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class GetRegistrarConfiguration
{
    Q_DECLARE_TR_FUNCTIONS(cspool::GetRegistrarConfiguration)

public:
    static Result<> run(LabContext &context);

private:
    static Result<> sayWhatIsUnfinished(LabContext &context, const QString &pool);
};

QString identityOf(const QString &pool)
{
    return "Service:Registrar:"_L1 + pool;
}

// As the whole identity, without "Service:", or as the pool's name alone.
bool names(const QString &identity, const QString &pool)
{
    for (const QString &spelling : {identityOf(pool), QString("Registrar:"_L1 + pool), pool}) {
        if (identity.compare(spelling, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

// FailingOver alone does not say who serves the users, nor what to run; FailedOver hides that a failback was begun.
Result<> GetRegistrarConfiguration::sayWhatIsUnfinished(LabContext &context, const QString &pool)
{
    const auto entry = (*context.deployment())->journalEntry(pool);
    if (!entry)
        return entry.error();
    const auto unfinished = *entry ? interruptedFailover(**entry) : std::nullopt;
    return unfinished ? context.runtime().writeWarning(unfinished->truth, unfinished->wayOut) : Result<>();
}

Result<> GetRegistrarConfiguration::run(LabContext &context)
{
    const Result<Deployment *> deployment = context.deployment();
    if (!deployment)
        return deployment.error();
    const Result<QList<PoolOwnership>> ownerships = (*deployment)->ownerships();
    if (!ownerships)
        return ownerships.error();
    const QString identity = context.command().string(u"Identity");
    const Result<WildcardPattern> filter
        = WildcardPattern::parse(context.command().string(u"Filter", u"*"_s), u"Filter"_s);
    if (!filter)
        return filter.error();
    bool isFound = identity.isEmpty();
    for (const PoolOwnership &ownership : *ownerships) {
        if (!identity.isEmpty() && !names(identity, ownership.pool))
            continue;
        isFound = true;
        const RegistrarConfiguration configuration{identityOf(ownership.pool), ownership.state};
        if (!filter->matches(configuration.identity))
            continue;
        context.runtime().writeObject(configuration.toObject());
        if (const Result<> said = sayWhatIsUnfinished(context, ownership.pool); !said)
            return said;
    }
    if (!isFound) {
        return Error{
            ErrorCategory::ObjectNotFound, u"RegistrarConfigurationNotFound"_s,
            tr("There is no Registrar configuration \"%1\" in this lab deployment.").arg(identity),
            tr("A lab deployment has one for every pool with user services: Get-CsRegistrarConfiguration without "
               "a parameter lists them."),
            identity};
    }
    return {};
}

const LabCmdletRegistration registration("Get-CsRegistrarConfiguration", &GetRegistrarConfiguration::run);

} // namespace

} // namespace cspool
