// What the cmdlet itself says before anything is done, and whether it may be used at all.
#include "model/failover/failover_check_parts.h"

#include "model/failover/failover_surroundings.h"
#include "model/message_text.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class PreviewChecks
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverCheck)

public:
    explicit PreviewChecks(const FailoverFacts &facts)
        : m_goal(facts)
        , m_facts(facts)
    {
    }

    FailoverCheck preview() const;
    FailoverCheck permissions() const;

private:
    bool isRemovedBySteps(const Error &refusal) const;
    void judgeRefusal(const Error &refusal, FailoverCheck &check) const;
    bool isCutOff() const;
    QString failoverCmdlet() const
    {
        return m_goal.isFailOver ? u"Invoke-CsPoolFailOver"_s : u"Invoke-CsPoolFailBack"_s;
    }

    const CheckedGoal m_goal;
    const FailoverFacts &m_facts;
};

// Whether steps that come before the cmdlet take away what it refuses for. A genuine server's reason is its text alone:
// while such steps are open it may well be one of them.
bool PreviewChecks::isRemovedBySteps(const Error &refusal) const
{
    if (!m_goal.isFailOver)
        return false;
    if (m_goal.isLab)
        return refusal.id == "EdgeNextHop"_L1 || refusal.id == "PoolHostsCentralManagement"_L1;
    const QList<Service> edges = edgeServicesOf(m_facts);
    return activeCentralManagementPools(m_facts).contains(m_goal.pool)
        || std::any_of(edges.begin(), edges.end(),
                       [this](const Service &edge) { return nextHopOf(edge) == m_goal.pool; });
}

void PreviewChecks::judgeRefusal(const Error &refusal, FailoverCheck &check) const
{
    const QString said = tr("%1 would refuse now: %2").arg(failoverCmdlet(), errorSentences(refusal));
    if (!isRemovedBySteps(refusal)) {
        check.verdict = Verdict::Blocking;
        check.finding = said;
        return;
    }
    check.verdict = Verdict::Attention;
    check.finding = m_goal.isLab
        ? tr("%1 The steps before the failover take that away; what the cmdlet would say then is not known yet.")
              .arg(said)
        : tr("%1 If that is what the steps before the failover take away, go on with them, and read this again before "
             "the "
             "pool is failed over. Otherwise it stands in the way.")
              .arg(said);
}

FailoverCheck PreviewChecks::preview() const
{
    const QList<FailoverFact> facts{FailoverFact::Preview};
    FailoverCheck check = m_goal.begin(u"Preview"_s, tr("Trial run"), facts);
    if (m_facts.preview.error && isRefusal(*m_facts.preview.error)) {
        judgeRefusal(*m_facts.preview.error, check);
        return check;
    }
    if (m_goal.isUnknown(check, facts))
        return check;
    check.verdict = Verdict::Ready;
    check.details = m_facts.preview.value->hostMessages;
    check.finding = m_goal.isLab
        ? tr("%1 with -WhatIf, which changes nothing, found nothing that stands in the way.").arg(failoverCmdlet())
        : tr("%1 with -WhatIf, which changes nothing, refused nothing. How much genuine servers check with it is not "
             "published.")
              .arg(failoverCmdlet());
    return m_goal.end(check, facts);
}

bool PreviewChecks::isCutOff() const
{
    return std::any_of(std::begin(AllFailoverFacts), std::end(AllFailoverFacts), [this](FailoverFact fact) {
        const auto error = m_goal.errorOf(fact);
        return error && isOfConnection(*error);
    });
}

FailoverCheck PreviewChecks::permissions() const
{
    FailoverCheck check{u"Permissions"_s, tr("Permissions")};
    const QStringList &missing = m_facts.reach.missingCmdlets;
    if (isCutOff()) {
        check.finding
            = tr("Which cmdlets are offered was asked when the session was opened. The connection is not there "
                 "now: nothing can be run before it is back.");
        return check;
    }
    if (missing.isEmpty()) {
        check.verdict = Verdict::Ready;
        check.finding = tr("Every cmdlet that this may need is offered to the user who is signed in.");
        return check;
    }
    check.details = missing;
    const bool isHindered = !m_facts.reach.offers(failoverCmdlet());
    check.verdict = isHindered ? Verdict::Blocking : Verdict::Attention;
    check.finding = isHindered
        ? tr("%1 itself is not offered to the user who is signed in, and %n cmdlet(s) in all that this may need.",
             nullptr, int(missing.size()))
              .arg(failoverCmdlet())
        : tr("%n cmdlet(s) that this may need are not offered to the user who is signed in. What they would tell is "
             "unknown, "
             "and what they do has to be run elsewhere.",
             nullptr, int(missing.size()));
    check.remedies = {
        remedy(tr("Ask for a role that holds them; Get-CsAdminRole shows which ones do. Roles apply to remote sessions "
                  "only."),
               Command(u"Get-CsAdminRole"_s)),
        {tr("Or run their lines in the Management Shell on a server, as a member of RTCUniversalServerAdmins.")},
    };
    return check;
}

} // namespace

QList<FailoverCheck> previewChecks(const FailoverFacts &facts)
{
    const PreviewChecks checks(facts);
    QList<FailoverCheck> result{checks.preview()};
    if (facts.reach.kind == DeploymentKind::Server) // a lab asks for nobody's roles
        result.append(checks.permissions());
    return result;
}

} // namespace cspool
