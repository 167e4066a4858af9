// The checks of a failover that are about what the two pools hand over to each other.
#include "tests/support/failover_facts.h"

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Over = FailoverDirection::FailOver;
constexpr auto Back = FailoverDirection::FailBack;

QList<Situation> situations()
{
    const auto exportOf = [](BackupModule module, std::optional<ExportStatus> status) {
        return [=](FailoverFacts &facts) { moduleOf(facts.status, module).exportStatus = status; };
    };
    using enum BackupModule;
    return {
        {"every module exports and imports",
         wellFacts(),
         [](FailoverFacts &) {},
         u"ReplicationOut"_s,
         Verdict::Ready,
         {u"ConfServices.DataConf, export of a.example.com: SteadyState"_s, u"Normal here"_s, u"not an archive"_s}},
        {"a backlog",
         wellFacts(),
         exportOf(PresenceFocus, ExportStatus::NonSteadyState),
         u"ReplicationOut"_s,
         Verdict::Attention,
         {u"NonSteadyState"_s, u"takes longer"_s},
         {u"Invoke-CsBackupServiceSync -PoolFqdn a.example.com -BackupModule UserServices.PresenceFocus"_s}},
        {"a backlog in a disaster",
         wellFacts(Over, true),
         exportOf(PresenceFocus, ExportStatus::NonSteadyState),
         u"ReplicationOut"_s,
         Verdict::Attention,
         {u"is missing on b.example.com afterwards"_s}},
        {"an export in ErrorState",
         wellFacts(),
         exportOf(DataConf, ExportStatus::ErrorState),
         u"ReplicationOut"_s,
         Verdict::Blocking,
         {u"could not be backed up"_s, u"put this right before"_s, u"LYNCBACKUP"_s}},
        {"an export in ErrorState in a disaster",
         wellFacts(Over, true),
         exportOf(DataConf, ExportStatus::ErrorState),
         u"ReplicationOut"_s,
         Verdict::Attention,
         {u"is missing on b.example.com afterwards"_s}},
        {"an import in ErrorState",
         wellFacts(),
         [](FailoverFacts &facts) {
             moduleOf(facts.backupStatus, PresenceFocus).importStatus = ImportStatus::ErrorState;
         },
         u"ReplicationOut"_s,
         Verdict::Blocking,
         {u"import of b.example.com"_s}},
        {"never exported",
         wellFacts(),
         exportOf(PresenceFocus, ExportStatus::NotInitialized),
         u"ReplicationOut"_s,
         Verdict::Blocking,
         {u"no data there"_s}},
        {"never exported in a lab",
         wellLabFacts(),
         exportOf(PresenceFocus, ExportStatus::NotInitialized),
         u"ReplicationOut"_s,
         Verdict::Attention,
         {u"no data there"_s}},
        {"the CMS module where the store is",
         wellFacts(),
         [](FailoverFacts &facts) {
             facts.centralManagement = readAt(storeOn(u"a1.example.com"_s, {u"a1.example.com"_s}));
         },
         u"ReplicationOut"_s,
         Verdict::Blocking,
         {u"CentralMgmt.CMSMaster, export of a.example.com"_s}},
        {"the CMS module while it is not known where the store is",
         wellFacts(),
         [](FailoverFacts &facts) { neverRead(facts.centralManagement, u"Gone."_s); },
         u"ReplicationOut"_s,
         Verdict::Unknown,
         {u"could not be read"_s}},
        {"a state that is not reported",
         wellFacts(),
         exportOf(DataConf, std::nullopt),
         u"ReplicationOut"_s,
         Verdict::Unknown,
         {u"ConfServices.DataConf, export of a.example.com: not reported"_s}},
        {"Response Groups that are not backed up",
         wellFacts(),
         [](FailoverFacts &facts) {
             facts.status.value->status.modules.append(
                 {u"ApplicationServer.RGSDataStore"_s, ExportStatus::NotInitialized, ImportStatus::NormalState});
         },
         u"ReplicationOut"_s,
         Verdict::Attention,
         {u"RGSDataStore"_s}},
        {"the way back is no hindrance",
         wellFacts(),
         [](FailoverFacts &facts) { moduleOf(facts.backupStatus, DataConf).exportStatus = ExportStatus::ErrorState; },
         u"ReplicationBack"_s,
         Verdict::Attention,
         {u"not the one that is needed now"_s}},
        {"the way out is no hindrance to a failback",
         wellFacts(Back),
         [](FailoverFacts &facts) {
             moduleOf(facts.status, PresenceFocus).exportStatus = ExportStatus::NotInitialized;
         },
         u"ReplicationOut"_s,
         Verdict::Attention,
         {u"does not hinder the failback"_s}},
        {"a failback needs the way back",
         wellFacts(Back),
         [](FailoverFacts &facts) { moduleOf(facts.backupStatus, DataConf).exportStatus = ExportStatus::ErrorState; },
         u"ReplicationBack"_s,
         Verdict::Blocking,
         {u"could not be copied to a.example.com"_s}},
        {"old states of a pool that went down",
         wellFacts(Over, true),
         [](FailoverFacts &facts) { failTo(facts.status, u"No answer."_s); },
         u"ReplicationOut"_s,
         Verdict::Unknown,
         {u"No answer."_s, u"When it was last read"_s, u"export of a.example.com: SteadyState"_s}},
        {"several modules alike are said once",
         wellFacts(Over),
         [](FailoverFacts &facts) {
             moduleOf(facts.status, PresenceFocus).exportStatus = ExportStatus::NonSteadyState;
             moduleOf(facts.status, DataConf).exportStatus = ExportStatus::NonSteadyState;
         },
         u"ReplicationOut"_s,
         Verdict::Attention,
         {u"UserServices.PresenceFocus, ConfServices.DataConf, export of a.example.com: Changes"_s},
         {u"Invoke-CsBackupServiceSync -PoolFqdn a.example.com"_s}},
    };
}

} // namespace

class TestFailoverChecksReplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void situation_data();
    void situation();
};

void TestFailoverChecksReplication::situation_data()
{
    addRows(situations());
}

void TestFailoverChecksReplication::situation()
{
    QFETCH(const qsizetype, place);
    verifySituation(situations().at(place));
}

QTEST_APPLESS_MAIN(TestFailoverChecksReplication)
#include "tst_failover_checks_replication.moc"
