// What is lost, left over or not carried over.
#include "model/failover/failover_check_parts.h"

#include "model/failover/failover_losses.h"
#include "model/failover/failover_surroundings.h"
#include "model/message_text.h"
#include "model/status_advice.h"
#include "model/time_text.h"
#include "model/topology.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class DataChecks
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverCheck)

public:
    explicit DataChecks(const FailoverFacts &facts)
        : m_goal(facts)
        , m_facts(facts)
    {
    }

    FailoverCheck leftData() const;
    FailoverCheck notCarriedOver() const;
    FailoverCheck loss() const;

private:
    void addLeftData(const QString &pool, const PreviewSaid &said, FailoverCheck &check) const;
    void addResponseGroups(FailoverCheck &check) const;
    void addOtherApplications(FailoverCheck &check) const;
    QString applicationFolder() const;
    void tellLabLoss(FailoverCheck &check) const;
    void tellServerLoss(FailoverCheck &check) const;
    void addLastStates(FailoverCheck &check) const;
    bool wasRefused() const
    {
        return m_facts.preview.error && isRefusal(*m_facts.preview.error) && m_facts.preview.value;
    }

    const CheckedGoal m_goal;
    const FailoverFacts &m_facts;
};

void DataChecks::addLeftData(const QString &pool, const PreviewSaid &said, FailoverCheck &check) const
{
    check.details.append(said.hostMessages);
    if (m_goal.isLab && !said.wouldChange)
        return;
    // Genuine servers never tell. As Unknown, which asks for a tick of its own, it would make that tick a habit; and it
    // hinders nothing.
    check.verdict = worse(check.verdict, Verdict::Attention);
    const Command removal = onPool(u"Remove-CsUserStoreBackupData"_s, pool).set(u"Confirm"_s, true);
    check.remedies.append(
        m_goal.isLab ? remedy(tr("Remove it from %1 when nobody needs it any more; it asks before.").arg(pool), removal)
                     : remedy(tr("If the pairs were changed, and nobody needs the data of a former one on %1: this "
                                 "removes it, and asks before.")
                                  .arg(pool),
                              removal));
}

FailoverCheck DataChecks::leftData() const
{
    QList<FailoverFact> facts;
    if (m_goal.downPool != m_goal.pool)
        facts.append(FailoverFact::LeftData);
    if (m_goal.downPool.isEmpty() || m_goal.downPool != m_goal.backupPool)
        facts.append(FailoverFact::BackupLeftData);
    FailoverCheck check = m_goal.begin(u"LeftData"_s, tr("Data left from a former pairing"), facts);
    if (m_goal.isUnknown(check, facts))
        return check;
    check.verdict = Verdict::Ready;
    for (const FailoverFact fact : std::as_const(facts)) {
        const bool isOwn = fact == FailoverFact::LeftData;
        addLeftData(isOwn ? m_goal.pool : m_goal.backupPool,
                    isOwn ? *m_facts.leftData.value : *m_facts.backupLeftData.value, check);
    }
    if (!m_goal.isLab) {
        check.finding
            = tr("Remove-CsUserStoreBackupData -WhatIf tells no numbers on genuine servers, so whether data of a "
                 "former pairing is left is not known. There is none if the pairs were never changed; what is "
                 "left does not hinder this.");
    } else if (check.verdict == Verdict::Ready) {
        check.finding = tr("Nothing of a former pairing is left on the pools that can be asked.");
    } else {
        check.finding = tr("Data of a former pairing is left. It does not hinder this, but takes up room, and could be "
                           "taken for current data.");
    }
    return m_goal.end(check, facts);
}

// "<file store of a.example.com>\1-ApplicationServer-1\AppServerFiles", as far as it is known.
QString DataChecks::applicationFolder() const
{
    QString serviceId = tr("<service id of its ApplicationServer>");
    if (m_facts.services.value) {
        const auto found = std::find_if(
            m_facts.services.value->begin(), m_facts.services.value->end(), [this](const Service &service) {
                return service.poolFqdn == m_goal.pool
                    && service.role.compare("ApplicationServer"_L1, Qt::CaseInsensitive) == 0
                    && !service.serviceId.isEmpty();
            });
        if (found != m_facts.services.value->end())
            serviceId = found->serviceId;
    }
    return tr("<file store of %1>\\%2\\AppServerFiles").arg(m_goal.pool, serviceId);
}

void DataChecks::addResponseGroups(FailoverCheck &check) const
{
    const QString version = m_goal.versionOf(m_goal.pool);
    const QString line
        = u"Export-CsRgsConfiguration -Source \"service:ApplicationServer:%1\" -FileName \"C:\\RgsExport.zip\""_s.arg(
            m_goal.pool);
    if (version == serverVersionName(u"8"_s)) {
        check.details.append(tr("Response Groups: with %1 they are carried over when EnableRgsBackupService is set "
                                "(Get-CsBackupServiceConfiguration).")
                                 .arg(version));
        check.remedies.append({tr("Without EnableRgsBackupService, export the Response Groups."), line});
        return;
    }
    check.details.append(
        version.isEmpty()
            ? tr("Response Groups: carried over only from Skype for Business Server 2019 on; the version of "
                 "%1 is not reported.")
                  .arg(m_goal.pool)
            : tr("Response Groups: not carried over by %1.").arg(version));
    check.remedies.append(
        {tr("Export the Response Groups of the pool; Import-CsRgsConfiguration brings them to the other "
            "one, and after the failback back again."),
         line});
}

void DataChecks::addOtherApplications(FailoverCheck &check) const
{
    const QString folder = applicationFolder();
    check.details.append(tr("Location Information Service: its configuration of locations for emergency calls."));
    check.details.append(tr("Call Park: the settings of the pool and its own music on hold."));
    check.details.append(tr("Announcements for unassigned numbers: settings and audio files."));
    check.remedies.append({tr("Export the Location Information Service; the file must not exist yet."),
                           u"Export-CsLisConfiguration -FileName \"C:\\LisExport.zip\""_s});
    check.remedies.append({tr("Note down the settings of Call Park: they cannot be recovered from the pool later."),
                           u"Get-CsCpsConfiguration"_s});
    check.remedies.append({tr("Note down which Call Park service has which numbers."), u"Get-CsCallParkOrbit"_s});
    check.remedies.append({tr("Copy the music on hold of Call Park, if the pool has its own."),
                           u"Xcopy \"%1\\CPS\" \"C:\\CallParkMusic\\\""_s.arg(folder)});
    check.remedies.append({tr("Note down the announcements of the pool: they are made again on the other one."),
                           u"Get-CsAnnouncement -Identity \"service:ApplicationServer:%1\""_s.arg(m_goal.pool)});
    check.remedies.append({tr("Note down which unassigned numbers lead to them."), u"Get-CsUnassignedNumber"_s});
    check.remedies.append({tr("Copy the audio files of the announcements."),
                           u"Xcopy \"%1\\RGS\\AS\" \"C:\\Announcements\\\""_s.arg(folder)});
}

FailoverCheck DataChecks::notCarriedOver() const
{
    FailoverCheck check = m_goal.begin(u"NotCarriedOver"_s, tr("What is not carried over"),
                                       {FailoverFact::Pools, FailoverFact::Services});
    addResponseGroups(check);
    addOtherApplications(check);
    if (m_goal.isLab) {
        check.verdict = Verdict::Ready;
        check.finding = tr("A lab deployment has none of what a failover leaves behind. On genuine servers export it "
                           "before, in the Management Shell of a server:");
    } else {
        check.verdict = Verdict::Attention;
        check.finding = m_goal.isPlanned
            ? tr("A failover leaves behind what is listed here; whether the pool uses it cannot be read from here. "
                 "Export what "
                 "it uses before, in the Management Shell of a server, as long as the pool is up.")
            : tr("A failover leaves behind what is listed here; whether the pool uses it cannot be read from here. Of "
                 "a pool "
                 "that is down only what was exported before can be brought to the other one; try these all the same.");
    }
    return check;
}

// What the modules showed when they were last read, and when: the last that is known of a pool that is down.
void DataChecks::addLastStates(FailoverCheck &check) const
{
    const Reading<PoolStatus> &status = m_goal.isFailOver ? m_facts.status : m_facts.backupStatus;
    if (!status.value) {
        check.verdict = Verdict::Unknown;
        check.finding = tr("%1 In what state %2 last was is not known: it was not read before.")
                            .arg(check.finding, m_goal.downPool);
        return;
    }
    check.verdict = worse(check.verdict, Verdict::Attention);
    check.finding
        = tr("%1 When %2 was last read, at %3, it was as below; whatever was changed on it since then, and what was "
             "waiting, may be missing.")
              .arg(check.finding, m_goal.downPool, fullTimeText(status.readAt));
    // Of a pool that is known not to host the store this module says nothing.
    const QStringList stores = activeCentralManagementPools(m_facts);
    const bool hasStore = stores.isEmpty() || stores.contains(m_goal.downPool);
    for (const BackupModuleStatus &module : status.value->status.modules) {
        if (!hasStore && backupModuleFromString(module.identity) == BackupModule::CmsMaster)
            continue;
        check.details.append(u"%1: %2"_s.arg(
            module.identity,
            module.exportStatus ? u"%1, %2"_s.arg(toString(*module.exportStatus), backlogText(*module.exportStatus))
                                : tr("not reported")));
    }
}

void DataChecks::tellLabLoss(FailoverCheck &check) const
{
    const QList<WarningRecord> &losses = m_facts.preview.value->warnings;
    for (const WarningRecord &loss : losses)
        check.details.append(withAction(loss.message, loss.recommendedAction));
    if (!losses.isEmpty()) {
        check.verdict = Verdict::Attention;
        check.finding = tr("What is listed here would be missing on %1.").arg(m_goal.to());
    } else if (!areLossesTold(m_facts)) {
        check.verdict = Verdict::Unknown;
        check.finding
            = tr("How much would be lost is not told: the trial run was refused before. Read this again when what "
                 "stands in the way is gone.");
    } else {
        check.verdict = Verdict::Ready;
        check.finding = tr("By what the stores say, %1 has handed everything over: nothing would be missing on %2.")
                            .arg(m_goal.downPool, m_goal.to());
    }
}

void DataChecks::tellServerLoss(FailoverCheck &check) const
{
    check.finding = tr("Genuine servers tell no number of what would be lost.");
    if (m_facts.preview.value) {
        for (const WarningRecord &warning : m_facts.preview.value->warnings)
            check.details.append(withAction(warning.message, warning.recommendedAction));
    }
    check.verdict = Verdict::Attention;
    addLastStates(check);
}

FailoverCheck DataChecks::loss() const
{
    const QList<FailoverFact> facts{FailoverFact::Preview};
    const FailoverFact status = m_goal.isFailOver ? FailoverFact::Status : FailoverFact::BackupStatus;
    FailoverCheck check = m_goal.begin(u"Loss"_s, tr("What would be lost"),
                                       m_goal.isLab ? facts : QList{FailoverFact::Preview, status});
    if (m_goal.isLab) {
        if (m_goal.isUnknown(check, facts))
            return check;
        tellLabLoss(check);
        return wasRefused() ? check : m_goal.end(check, facts);
    }
    tellServerLoss(check);
    return check;
}

} // namespace

QList<FailoverCheck> dataChecks(const FailoverFacts &facts)
{
    const DataChecks checks(facts);
    QList<FailoverCheck> result{checks.leftData()};
    if (facts.goal.direction == FailoverDirection::FailOver)
        result.append(checks.notCarriedOver());
    if (facts.goal.isDisaster)
        result.append(checks.loss());
    return result;
}

} // namespace cspool
