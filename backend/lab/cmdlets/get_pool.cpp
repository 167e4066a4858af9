// Get-CsPool: the pools of the topology.
#include "backend/lab/lab_cmdlet.h"
#include "model/wildcard_pattern.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class GetPool
{
    Q_DECLARE_TR_FUNCTIONS(cspool::GetPool)

public:
    static Result<> run(LabContext &context);

private:
    static Result<QList<Pool>> ofSite(const QList<Pool> &pools, const QString &site);
    static Result<QList<Pool>> chosen(LabContext &context);
};

// `site` as "Redmond" or "Site:Redmond".
Result<QList<Pool>> GetPool::ofSite(const QList<Pool> &pools, const QString &site)
{
    const QString identity = site.startsWith("Site:"_L1, Qt::CaseInsensitive) ? site : QString("Site:"_L1 + site);
    QList<Pool> result;
    for (const Pool &pool : pools) {
        if (pool.site.compare(identity, Qt::CaseInsensitive) == 0)
            result.append(pool);
    }
    if (result.isEmpty()) {
        return Error{ErrorCategory::ObjectNotFound, u"SiteNotFound"_s,
                     tr("No pool of the topology is in the site \"%1\".").arg(site),
                     tr("Get-CsPool without a parameter lists all pools with their sites."), site};
    }
    return result;
}

Result<QList<Pool>> GetPool::chosen(LabContext &context)
{
    const Command &command = context.command();
    if (command.contains(u"Identity")) {
        const Result<Pool> pool = context.pool(command.string(u"Identity"));
        return pool ? Result<QList<Pool>>(QList{*pool}) : Result<QList<Pool>>(pool.error());
    }
    Result<QList<Pool>> pools = context.pools();
    if (pools && command.contains(u"Site"))
        pools = ofSite(*pools, command.string(u"Site"));
    if (!pools || !command.contains(u"Filter"))
        return pools;
    const Result<WildcardPattern> pattern = WildcardPattern::parse(command.string(u"Filter"), u"Filter"_s);
    if (!pattern)
        return pattern.error();
    QList<Pool> result;
    for (const Pool &pool : *pools) {
        if (pattern->matches(pool.identity))
            result.append(pool);
    }
    return result;
}

Result<> GetPool::run(LabContext &context)
{
    const Result<QList<Pool>> pools = chosen(context);
    if (!pools)
        return pools.error();
    for (const Pool &pool : *pools)
        context.runtime().writeObject(pool.toObject());
    return {};
}

const LabCmdletRegistration registration("Get-CsPool", &GetPool::run);

} // namespace

} // namespace cspool
