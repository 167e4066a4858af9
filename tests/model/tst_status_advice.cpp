// What statuses mean and what to do about them.
#include "model/status_advice.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

StatusSubject subjectOf(const QString &module, DeploymentKind kind = DeploymentKind::Server)
{
    StatusSubject subject;
    subject.pool = u"a.example.com"_s;
    subject.backupPool = u"b.example.com"_s;
    subject.module = module;
    subject.kind = kind;
    return subject;
}

QStringList commandsOf(const StatusAdvice &advice)
{
    QStringList lines;
    for (const NextStep &step : advice.steps) {
        if (step.command)
            lines.append(render(*step.command));
    }
    return lines;
}

QString textOf(const StatusAdvice &advice)
{
    QStringList texts = advice.causes;
    for (const NextStep &step : advice.steps)
        texts.append(step.text);
    return texts.join(u'\n');
}

} // namespace

class TestStatusAdvice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodStatusHasNoCauses_data();
    void aGoodStatusHasNoCauses();
    void aBadStatusHasCausesAndSteps_data();
    void aBadStatusHasCausesAndSteps();
    void everyCommandIsValid_data() { aBadStatusHasCausesAndSteps_data(); }
    void everyCommandIsValid();
    void theEventLogComesFirstOnAServer();
    void whatTheDeploymentSaidComesFirst();
    void causesOfAServerAreNotGivenForALab();
    void theCmsModuleIsNormalWhereTheStoreIsElsewhere();
    void theCmsModuleIsJudgedOnlyWhenTheStoreIsKnown();
    void lostContentIsRestoredFromTheBackupPool();
    void everyButtonSaysWhatItDoes_data() { aBadStatusHasCausesAndSteps_data(); }
    void everyButtonSaysWhatItDoes();
    void restoringAndDeletingAreToldApart();
    void aWarningIsAsGraveAsTheStatusOfItsModule();
    void neverExportedOnAServerNamesBootstrapperAndUpdate();
    void anImportThatNeverBeganIsNotExplainedByTheLab();
    void theImportOfTheCmsModuleIsJudgedOnlyWhenTheStoreIsKnown();
    void aPoolWithoutABackupPoolIsToldWhereToPairIt();
};

void TestStatusAdvice::aGoodStatusHasNoCauses_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("final") << int(ExportStatus::FinalState);
    QTest::newRow("steady") << int(ExportStatus::SteadyState);
}

void TestStatusAdvice::aGoodStatusHasNoCauses()
{
    QFETCH(int, status);
    const StatusAdvice advice = adviceFor(ExportStatus(status), subjectOf(u"UserServices.PresenceFocus"_s));
    QVERIFY(advice.tone == StatusTone::Good);
    QVERIFY(!advice.meaning.isEmpty());
    QVERIFY(advice.causes.isEmpty());
    QVERIFY(advice.steps.isEmpty());
}

void TestStatusAdvice::aBadStatusHasCausesAndSteps_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("module");
    for (const ExportStatus status :
         {ExportStatus::ErrorState, ExportStatus::NonSteadyState, ExportStatus::NotInitialized}) {
        for (const DeploymentKind kind : {DeploymentKind::Lab, DeploymentKind::Server}) {
            for (const BackupModule module : {BackupModule::PresenceFocus, BackupModule::DataConf}) {
                QTest::addRow("%s %s %d", qPrintable(toString(status)), qPrintable(toString(module)), int(kind))
                    << int(status) << int(kind) << toString(module);
            }
        }
    }
}

void TestStatusAdvice::aBadStatusHasCausesAndSteps()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    QFETCH(QString, module);
    const StatusAdvice advice = adviceFor(ExportStatus(status), subjectOf(module, DeploymentKind(kind)));
    QVERIFY(advice.tone == toneOf(ExportStatus(status)));
    QVERIFY(!advice.causes.isEmpty());
    QVERIFY(!commandsOf(advice).isEmpty());
    for (const NextStep &step : advice.steps)
        QVERIFY2(step.text.trimmed().endsWith(u'.') || step.text.endsWith(u')'), qPrintable(step.text));
}

void TestStatusAdvice::everyCommandIsValid()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    QFETCH(QString, module);
    const StatusAdvice advice = adviceFor(ExportStatus(status), subjectOf(module, DeploymentKind(kind)));
    for (const NextStep &step : advice.steps) {
        if (!step.command)
            continue;
        const Result<> valid = validate(*step.command, DeploymentKind(kind));
        QVERIFY2(valid.isOk(), valid.isOk() ? "" : qPrintable(valid.error().message));
        const Result<Command> parsed = parseCommand(render(*step.command));
        QVERIFY(parsed.isOk());
        QVERIFY(*parsed == *step.command);
    }
}

void TestStatusAdvice::theEventLogComesFirstOnAServer()
{
    const StatusAdvice advice = adviceFor(ExportStatus::ErrorState, subjectOf(u"UserServices.PresenceFocus"_s));
    QVERIFY(advice.steps.first().text.contains("4069"_L1));
    QVERIFY(advice.steps.first().text.contains("4070"_L1));
    for (const char *cause : {"LYNCBACKUP", "445", "certificate", "SIP address", "SQL"})
        QVERIFY2(textOf(advice).contains(QLatin1StringView(cause)), cause);
}

void TestStatusAdvice::whatTheDeploymentSaidComesFirst()
{
    StatusSubject subject = subjectOf(u"ConfServices.DataConf"_s, DeploymentKind::Lab);
    subject.warnings = {{u"UserServices.PresenceFocus, export: other module"_s, u"Other."_s},
                        {u"ConfServices.DataConf, export: files vanished"_s, u"Restore them."_s}};
    const StatusAdvice advice = adviceFor(ExportStatus::ErrorState, subject);
    QCOMPARE(advice.causes.first(), u"ConfServices.DataConf, export: files vanished"_s);
    QCOMPARE(advice.steps.first().text, u"Restore them."_s);
    QVERIFY(!textOf(advice).contains("Other."_L1));
}

void TestStatusAdvice::causesOfAServerAreNotGivenForALab()
{
    for (const ExportStatus status : {ExportStatus::ErrorState, ExportStatus::NotInitialized}) {
        const QString text = textOf(adviceFor(status, subjectOf(u"UserServices.PresenceFocus"_s, DeploymentKind::Lab)));
        QVERIFY(!text.contains("LYNCBACKUP"_L1));
        QVERIFY(!text.contains("445"_L1));
    }
}

void TestStatusAdvice::theCmsModuleIsNormalWhereTheStoreIsElsewhere()
{
    StatusSubject subject = subjectOf(u"CentralMgmt.CMSMaster"_s);
    subject.hostsCentralManagement = false;
    const StatusAdvice elsewhere = adviceFor(ExportStatus::NotInitialized, subject);
    QVERIFY(elsewhere.tone == StatusTone::None);
    QVERIFY(elsewhere.causes.isEmpty());
    subject.hostsCentralManagement = true;
    const StatusAdvice here = adviceFor(ExportStatus::NotInitialized, subject);
    QVERIFY(here.tone == StatusTone::Attention);
    QVERIFY(!here.causes.isEmpty());
}

void TestStatusAdvice::theCmsModuleIsJudgedOnlyWhenTheStoreIsKnown()
{
    const StatusAdvice advice = adviceFor(ExportStatus::NotInitialized, subjectOf(u"CentralMgmt.CMSMaster"_s));
    QVERIFY(advice.tone == StatusTone::Unknown);
    QCOMPARE(commandsOf(advice),
             QStringList{u"Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus"_s});
}

void TestStatusAdvice::lostContentIsRestoredFromTheBackupPool()
{
    const QStringList commands
        = commandsOf(adviceFor(ExportStatus::ErrorState, subjectOf(u"ConfServices.DataConf"_s, DeploymentKind::Lab)));
    QVERIFY(commands.first().contains("b.example.com"_L1));
    QVERIFY(!commands.first().contains("-Force"_L1));
    QVERIFY(commands.at(1).contains("a.example.com"_L1));
    QVERIFY(commands.at(1).contains("-Force"_L1));
}

void TestStatusAdvice::everyButtonSaysWhatItDoes()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    QFETCH(QString, module);
    const StatusAdvice advice = adviceFor(ExportStatus(status), subjectOf(module, DeploymentKind(kind)));
    QStringList actions;
    for (const NextStep &step : advice.steps) {
        QCOMPARE(step.action.isEmpty(), !step.command.has_value());
        if (step.command)
            actions.append(step.action);
    }
    QCOMPARE(actions.removeDuplicates(), 0);
}

void TestStatusAdvice::restoringAndDeletingAreToldApart()
{
    const StatusAdvice advice
        = adviceFor(ExportStatus::ErrorState, subjectOf(u"ConfServices.DataConf"_s, DeploymentKind::Lab));
    QStringList actions;
    for (const NextStep &step : advice.steps)
        actions.append(step.action);
    QCOMPARE(actions, QStringList({u"Restore from b.example.com"_s, u"Confirm the deletion"_s, u"Synchronise"_s}));
}

void TestStatusAdvice::aWarningIsAsGraveAsTheStatusOfItsModule()
{
    BackupServiceStatus status;
    status.overallExportStatus = ExportStatus::ErrorState;
    status.modules = {{u"UserServices.PresenceFocus"_s, ExportStatus::SteadyState, ImportStatus::NormalState},
                      {u"ConfServices.DataConf"_s, ExportStatus::ErrorState, ImportStatus::NormalState}};
    QVERIFY(toneOf(WarningRecord{u"ConfServices.DataConf, export: files vanished"_s, {}}, status) == StatusTone::Bad);
    QVERIFY(toneOf(WarningRecord{u"UserServices.PresenceFocus: late"_s, {}}, status) == StatusTone::Attention);
    QVERIFY(toneOf(WarningRecord{u"The service was restarted."_s, {}}, status) == StatusTone::Bad);
    status.overallExportStatus = ExportStatus::SteadyState;
    QVERIFY(toneOf(WarningRecord{u"The service was restarted."_s, {}}, status) == StatusTone::Attention);
}

void TestStatusAdvice::neverExportedOnAServerNamesBootstrapperAndUpdate()
{
    const StatusAdvice advice = adviceFor(ExportStatus::NotInitialized, subjectOf(u"UserServices.PresenceFocus"_s));
    for (const char *word : {"published", "Bootstrapper", "cumulative update", "LYNCBACKUP"})
        QVERIFY2(textOf(advice).contains(QLatin1StringView(word)), word);
    const QStringList commands = commandsOf(advice);
    QCOMPARE(commands.size(), 2); // both directions
    QVERIFY(commands.at(0).contains("a.example.com"_L1));
    QVERIFY(commands.at(1).contains("b.example.com"_L1));
}

void TestStatusAdvice::anImportThatNeverBeganIsNotExplainedByTheLab()
{
    const QString module = u"UserServices.PresenceFocus"_s;
    const StatusAdvice server = adviceFor(ImportStatus::NotInitialized, subjectOf(module));
    QVERIFY(server.tone == StatusTone::Attention);
    QVERIFY(server.meaning.contains("published for exports only"_L1));
    for (const char *word : {"published", "Bootstrapper", "cumulative update", "LYNCBACKUP"})
        QVERIFY2(textOf(server).contains(QLatin1StringView(word)), word);
    const StatusAdvice lab = adviceFor(ImportStatus::NotInitialized, subjectOf(module, DeploymentKind::Lab));
    QVERIFY(!textOf(lab).contains("LYNCBACKUP"_L1));
    QCOMPARE(lab.causes.size(), 1);
}

void TestStatusAdvice::theImportOfTheCmsModuleIsJudgedOnlyWhenTheStoreIsKnown()
{
    StatusSubject subject = subjectOf(u"CentralMgmt.CMSMaster"_s);
    QVERIFY(adviceFor(ImportStatus::NotInitialized, subject).tone == StatusTone::Unknown);
    subject.backupPoolHostsCentralManagement = false;
    QVERIFY(adviceFor(ImportStatus::NotInitialized, subject).tone == StatusTone::None);
    subject.backupPoolHostsCentralManagement = true;
    QVERIFY(adviceFor(ImportStatus::NotInitialized, subject).tone == StatusTone::Attention);
}

void TestStatusAdvice::aPoolWithoutABackupPoolIsToldWhereToPairIt()
{
    const StatusAdvice server = adviceForMissingBackupPool(u"c.example.com"_s, DeploymentKind::Server);
    QVERIFY(server.meaning.contains("c.example.com"_L1));
    QVERIFY(textOf(server).contains("Topology Builder"_L1));
    QVERIFY(commandsOf(server).isEmpty());
    const StatusAdvice lab = adviceForMissingBackupPool(u"c.example.com"_s, DeploymentKind::Lab);
    QCOMPARE(commandsOf(lab), QStringList{u"Publish-CsTopology"_s});
    QVERIFY(textOf(lab).contains("addition of the lab"_L1));
}

QTEST_GUILESS_MAIN(TestStatusAdvice)
#include "tst_status_advice.moc"
