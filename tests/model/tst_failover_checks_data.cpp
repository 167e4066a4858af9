// The checks of a failover that are about data: what is left, not carried over or lost; and about what the cmdlet
// itself says.
#include "tests/support/failover_facts.h"

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Over = FailoverDirection::FailOver;
constexpr auto Back = FailoverDirection::FailBack;

QList<Situation> leftDataSituations()
{
    return {
        {"nothing is left in a lab",
         wellLabFacts(),
         [](FailoverFacts &) {},
         u"LeftData"_s,
         Verdict::Ready,
         {u"Nothing of a former pairing"_s}},
        {"data is left in a lab",
         wellLabFacts(),
         [](FailoverFacts &facts) {
             facts.backupLeftData
                 = readAt(PreviewSaid{{u"What if: Remove the data of x.example.com (documents: 12)."_s}, {}, true});
         },
         u"LeftData"_s,
         Verdict::Attention,
         {u"documents: 12"_s},
         {u"Remove-CsUserStoreBackupData -PoolFqdn b.example.com -Confirm"_s}},
        {"genuine servers tell no numbers",
         wellFacts(),
         [](FailoverFacts &) {},
         u"LeftData"_s,
         Verdict::Attention,
         {u"tells no numbers"_s},
         {u"Remove-CsUserStoreBackupData -PoolFqdn a.example.com -Confirm"_s,
          u"Remove-CsUserStoreBackupData -PoolFqdn b.example.com -Confirm"_s}},
        {"a pool that is down is not asked",
         wellLabFacts(Over, true),
         [](FailoverFacts &facts) { neverRead(facts.leftData, u"It is down."_s); },
         u"LeftData"_s,
         Verdict::Ready,
         {u"that can be asked"_s}},
        {"a store that cannot be read",
         wellLabFacts(),
         [](FailoverFacts &facts) { neverRead(facts.backupLeftData, u"The disk is gone."_s); },
         u"LeftData"_s,
         Verdict::Unknown,
         {u"The disk is gone."_s}},
    };
}

QList<Situation> notCarriedOverSituations()
{
    const auto ofVersion = [](const QString &version) {
        return [=](FailoverFacts &facts) {
            facts.services.value->append(
                {u"Registrar:a.example.com"_s, u"Registrar"_s, FactsPoolA, {}, {}, version, {}, {}});
        };
    };
    const QString exportGroups = u"Export-CsRgsConfiguration -Source \"service:ApplicationServer:a.example.com\" "
                                 "-FileName \"C:\\RgsExport.zip\""_s;
    return {
        {"before 2019",
         wellFacts(),
         ofVersion(u"6"_s),
         u"NotCarriedOver"_s,
         Verdict::Attention,
         {u"not carried over by Lync Server 2013"_s, u"Call Park"_s, u"Location Information Service"_s,
          u"Announcements"_s},
         {exportGroups, u"Export-CsLisConfiguration -FileName \"C:\\LisExport.zip\""_s, u"Get-CsCpsConfiguration"_s,
          u"Get-CsCallParkOrbit"_s, u"Get-CsUnassignedNumber"_s,
          u"Get-CsAnnouncement -Identity \"service:ApplicationServer:a.example.com\""_s}},
        {"from 2019 on",
         wellFacts(),
         ofVersion(u"8"_s),
         u"NotCarriedOver"_s,
         Verdict::Attention,
         {u"EnableRgsBackupService"_s},
         {exportGroups}},
        {"a version that is not known",
         wellFacts(),
         [](FailoverFacts &) {},
         u"NotCarriedOver"_s,
         Verdict::Attention,
         {u"the version of a.example.com is not reported"_s},
         {exportGroups}},
        {"the file store's folder, as far as it is known",
         wellFacts(),
         [](FailoverFacts &facts) {
             facts.services.value->append({u"ApplicationServer:a.example.com"_s,
                                           u"ApplicationServer"_s,
                                           FactsPoolA,
                                           {},
                                           u"1-ApplicationServer-2"_s,
                                           {},
                                           {},
                                           {}});
         },
         u"NotCarriedOver"_s,
         Verdict::Attention,
         {u"music on hold"_s},
         {u"Xcopy \"<file store of a.example.com>\\1-ApplicationServer-2\\AppServerFiles\\RGS\\AS\" "
          "\"C:\\Announcements\\\""_s}},
        {"in a disaster",
         wellFacts(Over, true),
         [](FailoverFacts &) {},
         u"NotCarriedOver"_s,
         Verdict::Attention,
         {u"only what was exported before"_s}},
        {"a lab has none of it",
         wellLabFacts(),
         [](FailoverFacts &) {},
         u"NotCarriedOver"_s,
         Verdict::Ready,
         {u"none of what a failover leaves behind"_s}},
    };
}

QList<Situation> lossSituations()
{
    const auto refuse = [](const QString &id, const QStringList &losses) {
        return [=](FailoverFacts &facts) {
            PreviewSaid said;
            for (const QString &loss : losses)
                said.warnings.append({loss});
            facts.preview = readAt(said);
            failTo(facts.preview, u"It cannot be failed over."_s, ErrorCategory::InvalidOperation, id);
        };
    };
    return {
        {"numbers of a lab",
         wellLabFacts(Over, true),
         [](FailoverFacts &facts) { facts.preview.value->warnings = {{u"Documents that are not there: 7."_s}}; },
         u"Loss"_s,
         Verdict::Attention,
         {u"Documents that are not there: 7."_s, u"missing on b.example.com"_s}},
        {"nothing in a lab",
         wellLabFacts(Over, true),
         [](FailoverFacts &) {},
         u"Loss"_s,
         Verdict::Ready,
         {u"nothing would be missing on b.example.com"_s}},
        {"numbers of a lab that refuses for the next hop",
         wellLabFacts(Over, true),
         refuse(u"EdgeNextHop"_s, {u"Documents that are not there: 7."_s}),
         u"Loss"_s,
         Verdict::Attention,
         {u"Documents that are not there: 7."_s}},
        {"nothing in a lab that refuses for the store",
         wellLabFacts(Over, true),
         refuse(u"PoolHostsCentralManagement"_s, {}),
         u"Loss"_s,
         Verdict::Ready,
         {u"nothing would be missing"_s}},
        {"a lab that refuses before it looks",
         wellLabFacts(Over, true),
         refuse(u"PoolNotActive"_s, {}),
         u"Loss"_s,
         Verdict::Unknown,
         {u"is not told"_s}},
        {"a trial run that was not made",
         wellLabFacts(Over, true),
         [](FailoverFacts &facts) { failTo(facts.preview, u"No connection."_s, {}, u"ConnectionLost"_s); },
         u"Loss"_s,
         Verdict::Unknown,
         {u"No connection."_s}},
        {"genuine servers tell no number",
         wellFacts(Over, true),
         [](FailoverFacts &) {},
         u"Loss"_s,
         Verdict::Attention,
         {u"tell no number"_s, u"UserServices.PresenceFocus: SteadyState, at most one batch waits"_s}},
        {"genuine servers whose pool was never asked",
         wellFacts(Over, true),
         [](FailoverFacts &facts) { neverRead(facts.status, u"Down."_s); },
         u"Loss"_s,
         Verdict::Unknown,
         {u"tell no number"_s, u"not read before"_s}},
        {"a failback without the backup pool",
         wellLabFacts(Back, true),
         [](FailoverFacts &facts) { facts.preview.value->warnings = {{u"Documents that are not there: 3."_s}}; },
         u"Loss"_s,
         Verdict::Attention,
         {u"missing on a.example.com"_s}},
    };
}

QList<Situation> previewSituations()
{
    const auto refuse = [](const QString &id) {
        return [=](FailoverFacts &facts) {
            facts.preview = readAt(PreviewSaid());
            failTo(facts.preview, u"It cannot be failed over."_s, ErrorCategory::InvalidOperation, id);
        };
    };
    return {
        {"nothing stands in the way",
         wellLabFacts(),
         [](FailoverFacts &) {},
         u"Preview"_s,
         Verdict::Ready,
         {u"nothing that stands in the way"_s, u"What if"_s}},
        {"how much servers check is not known",
         wellFacts(),
         [](FailoverFacts &) {},
         u"Preview"_s,
         Verdict::Ready,
         {u"not published"_s}},
        {"a refusal is quoted",
         wellLabFacts(),
         refuse(u"StoreDamaged"_s),
         u"Preview"_s,
         Verdict::Blocking,
         {u"Invoke-CsPoolFailOver would refuse now: It cannot be failed over."_s}},
        {"a refusal that the steps take away",
         wellLabFacts(),
         refuse(u"PoolHostsCentralManagement"_s),
         u"Preview"_s,
         Verdict::Attention,
         {u"It cannot be failed over."_s, u"take that away"_s}},
        {"a server's refusal",
         wellFacts(),
         refuse(u"Whatever"_s),
         u"Preview"_s,
         Verdict::Blocking,
         {u"It cannot be failed over."_s}},
        {"a server's refusal while the next hop leads there",
         wellFacts(),
         [=](FailoverFacts &facts) {
             refuse(u"Whatever"_s)(facts);
             facts.services = readAt<QList<Service>>({edgeService(u"edge.example.com"_s, FactsPoolA)});
         },
         u"Preview"_s,
         Verdict::Attention,
         {u"Otherwise it stands in the way"_s}},
        {"a time-out is no refusal",
         wellFacts(),
         [](FailoverFacts &facts) {
             neverRead(facts.preview, u"No answer within the time."_s, ErrorCategory::OperationTimeout);
         },
         u"Preview"_s,
         Verdict::Unknown,
         {u"No answer within the time."_s}},
        {"a failback is tried with its own cmdlet",
         wellLabFacts(Back),
         refuse(u"StoreDamaged"_s),
         u"Preview"_s,
         Verdict::Blocking,
         {u"Invoke-CsPoolFailBack would refuse"_s}},
        {"every cmdlet is offered",
         wellFacts(),
         [](FailoverFacts &) {},
         u"Permissions"_s,
         Verdict::Ready,
         {u"Every cmdlet"_s}},
        {"what is offered is of no use without a connection",
         wellFacts(),
         [](FailoverFacts &facts) { failTo(facts.services, u"Cut."_s, {}, u"ConnectionLost"_s); },
         u"Permissions"_s,
         Verdict::Unknown,
         {u"The connection is not there now"_s}},
        {"the failover itself is not offered",
         wellFacts(),
         [](FailoverFacts &facts) { facts.reach.missingCmdlets = {u"Invoke-CsPoolFailOver"_s}; },
         u"Permissions"_s,
         Verdict::Blocking,
         {u"Invoke-CsPoolFailOver itself is not offered"_s},
         {u"Get-CsAdminRole"_s}},
        {"another cmdlet is not offered",
         wellFacts(),
         [](FailoverFacts &facts) { facts.reach.missingCmdlets = {u"Set-CsEdgeServer"_s}; },
         u"Permissions"_s,
         Verdict::Attention,
         {u"Set-CsEdgeServer"_s},
         {u"Get-CsAdminRole"_s}},
        {"what is not offered is not known",
         wellFacts(),
         [](FailoverFacts &facts) {
             facts.reach.missingCmdlets = {u"Get-CsService"_s};
             facts.services = {};
         },
         u"EdgeNextHop"_s,
         Verdict::Unknown,
         {u"not offered to you"_s}},
    };
}

QList<Situation> situations()
{
    return leftDataSituations() + notCarriedOverSituations() + lossSituations() + previewSituations();
}

} // namespace

class TestFailoverChecksData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void situation_data();
    void situation();
};

void TestFailoverChecksData::situation_data()
{
    addRows(situations());
}

void TestFailoverChecksData::situation()
{
    QFETCH(const qsizetype, place);
    verifySituation(situations().at(place));
}

QTEST_APPLESS_MAIN(TestFailoverChecksData)
#include "tst_failover_checks_data.moc"
