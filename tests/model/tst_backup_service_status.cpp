// The backup service's status: texts, modules, the worst of several, and the way through an Object.
#include "model/backup_service_status.h"

#include <QSet>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

class TestBackupServiceStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStatusSurvivesTheWayThroughAnObject();
    void aModulePrintsAsTheRealOneDoes();
    void aServersModulesAreReadAsObjectsOrTexts_data();
    void aServersModulesAreReadAsObjectsOrTexts();
    void whatIsUnknownIsNotReported();
    void moduleNamesHaveALongAndAShortForm_data();
    void moduleNamesHaveALongAndAShortForm();
    void theOverallStatusIsTheWorst_data();
    void theOverallStatusIsTheWorst();
    void anImportThatNeverRanSaysNothingAgainstOthers();
    void everyStatusIsExplainedInItsOwnSentence();
};

void TestBackupServiceStatus::aStatusSurvivesTheWayThroughAnObject()
{
    const BackupServiceStatus status{
        ExportStatus::SteadyState,
        ImportStatus::NormalState,
        u"fe1.contoso.com"_s,
        {{u"UserServices.PresenceFocus"_s, ExportStatus::FinalState, ImportStatus::NormalState},
         {u"ConfServices.DataConf"_s, ExportStatus::ErrorState, ImportStatus::ErrorState},
         {u"CentralMgmt.CMSMaster"_s, ExportStatus::NotInitialized, ImportStatus::NotInitialized},
         {u"ApplicationServer.RGSDataStore"_s, std::nullopt, std::nullopt}}};
    QCOMPARE(BackupServiceStatus::fromObject(status.toObject()), status);
    QCOMPARE(BackupServiceStatus::fromObject(BackupServiceStatus().toObject()), BackupServiceStatus());
    QVERIFY(status.module(BackupModule::DataConf));
    QCOMPARE(status.module(BackupModule::DataConf)->exportStatus, std::optional(ExportStatus::ErrorState));
    QVERIFY(!BackupServiceStatus().module(BackupModule::DataConf));
}

void TestBackupServiceStatus::aModulePrintsAsTheRealOneDoes()
{
    BackupServiceStatus status;
    status.modules.append({u"UserServices.PresenceFocus"_s, ExportStatus::FinalState, ImportStatus::NormalState});
    QCOMPARE(status.toObject().strings(u"BackupModules"),
             QStringList{u"UserServices.PresenceFocus:[FinalState,NormalState]"_s});
}

void TestBackupServiceStatus::aServersModulesAreReadAsObjectsOrTexts_data()
{
    QTest::addColumn<QVariant>("modules");
    const QString text = u"ConfServices.DataConf:[SteadyState,NormalState]"_s;
    QTest::newRow("text") << QVariant(text);
    QTest::newRow("list of texts") << QVariant(QVariantList{text});
    QTest::newRow("object with text alone") << QVariant(QVariantList{QVariant::fromValue(Object(u"M"_s, text))});
    const Object enums = Object(u"M"_s)
                             .set(u"identity"_s, u"ConfServices.DataConf"_s)
                             .set(u"ExportStatus"_s, QVariant::fromValue(Object(u"E"_s, u"steadystate"_s)))
                             .set(u"ImportStatus"_s, u"NormalState"_s);
    QTest::newRow("object with enums") << QVariant(QVariantList{QVariant::fromValue(enums)});
    QTest::newRow("single object") << QVariant::fromValue(enums);
}

void TestBackupServiceStatus::aServersModulesAreReadAsObjectsOrTexts()
{
    QFETCH(QVariant, modules);
    const BackupServiceStatus status = BackupServiceStatus::fromObject(Object().set(u"BackupModules"_s, modules));
    const QList<BackupModuleStatus> expected{
        {u"ConfServices.DataConf"_s, ExportStatus::SteadyState, ImportStatus::NormalState}};
    QCOMPARE(status.modules, expected);
}

void TestBackupServiceStatus::whatIsUnknownIsNotReported()
{
    Object object;
    object.set(u"OverallExportStatus"_s, u"Resting"_s).set(u"BackupModules"_s, u"Strange:[Resting"_s);
    const BackupServiceStatus status = BackupServiceStatus::fromObject(object);
    QVERIFY(!status.overallExportStatus);
    QVERIFY(!status.overallImportStatus);
    QCOMPARE(status.modules.size(), 1);
    QCOMPARE(status.modules.first(), (BackupModuleStatus{u"Strange"_s, std::nullopt, std::nullopt}));
}

void TestBackupServiceStatus::moduleNamesHaveALongAndAShortForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("module"); // -1: none
    QTest::newRow("presence") << u"UserServices.PresenceFocus"_s << int(BackupModule::PresenceFocus);
    QTest::newRow("presence short") << u"presencefocus"_s << int(BackupModule::PresenceFocus);
    QTest::newRow("data conf") << u"ConfServices.DataConf"_s << int(BackupModule::DataConf);
    QTest::newRow("data conf short") << u"DataConf"_s << int(BackupModule::DataConf);
    QTest::newRow("cms") << u"CENTRALMGMT.CMSMASTER"_s << int(BackupModule::CmsMaster);
    QTest::newRow("cms short") << u"CMSMaster"_s << int(BackupModule::CmsMaster);
    QTest::newRow("other") << u"ApplicationServer.RGSDataStore"_s << -1;
    QTest::newRow("empty") << QString() << -1;
}

void TestBackupServiceStatus::moduleNamesHaveALongAndAShortForm()
{
    QFETCH(QString, text);
    QFETCH(int, module);
    const std::optional<BackupModule> read = backupModuleFromString(text);
    QCOMPARE(read ? int(*read) : -1, module);
    if (read) {
        QCOMPARE(backupModuleFromString(toString(*read)), read);
        QVERIFY(toString(*read).contains(u'.'));
        QCOMPARE(toString(categoryOf(*read)), *read == BackupModule::CmsMaster ? u"CMS"_s : u"UserData"_s);
    }
}

void TestBackupServiceStatus::theOverallStatusIsTheWorst_data()
{
    using Status = ExportStatus;
    QTest::addColumn<QList<ExportStatus>>("statuses");
    QTest::addColumn<QString>("overall");
    QTest::newRow("none") << QList<Status>{} << toString(Status::NotInitialized);
    QTest::newRow("final") << QList{Status::FinalState, Status::FinalState} << toString(Status::FinalState);
    QTest::newRow("steady") << QList{Status::FinalState, Status::SteadyState} << toString(Status::SteadyState);
    QTest::newRow("backlog") << QList{Status::NonSteadyState, Status::SteadyState} << toString(Status::NonSteadyState);
    QTest::newRow("never exported") << QList{Status::NonSteadyState, Status::NotInitialized}
                                    << toString(Status::NotInitialized);
    QTest::newRow("error") << QList{Status::NotInitialized, Status::ErrorState, Status::FinalState}
                           << toString(Status::ErrorState);
}

void TestBackupServiceStatus::theOverallStatusIsTheWorst()
{
    QFETCH(QList<ExportStatus>, statuses);
    QTEST(toString(worst(statuses)), "overall");
}

void TestBackupServiceStatus::anImportThatNeverRanSaysNothingAgainstOthers()
{
    using Status = ImportStatus;
    QVERIFY(worst(QList<Status>{}) == Status::NotInitialized);
    QVERIFY(worst(QList{Status::NotInitialized, Status::NormalState}) == Status::NormalState);
    QVERIFY(worst(QList{Status::NormalState, Status::ErrorState}) == Status::ErrorState);
}

void TestBackupServiceStatus::everyStatusIsExplainedInItsOwnSentence()
{
    QSet<QString> sentences;
    for (const char *name : {"NotInitialized", "FinalState", "SteadyState", "NonSteadyState", "ErrorState"})
        sentences.insert(explanation(exportStatusFromString(QString::fromLatin1(name)).value()));
    for (const char *name : {"NotInitialized", "NormalState", "ErrorState"})
        sentences.insert(explanation(importStatusFromString(QString::fromLatin1(name)).value()));
    QCOMPARE(sentences.size(), 8);
    for (const QString &sentence : std::as_const(sentences))
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestBackupServiceStatus)
#include "tst_backup_service_status.moc"
