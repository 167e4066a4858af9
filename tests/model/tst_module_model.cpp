// The modules of a pool: rows, words, and the smallest signals.
#include "model/item_roles.h"
#include "model/module_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime readAt(QDate(2026, 3, 1), QTime(2, 0), Qt::UTC);

StatusSubject subject()
{
    StatusSubject subject;
    subject.pool = u"a.example.com"_s;
    subject.backupPool = u"b.example.com"_s;
    subject.hostsCentralManagement = false;
    return subject;
}

Reading<BackupServiceStatus> reading(const QList<BackupModuleStatus> &modules)
{
    Reading<BackupServiceStatus> reading;
    BackupServiceStatus status;
    status.modules = modules;
    reading.succeed(status, readAt);
    return reading;
}

const BackupModuleStatus users{u"UserServices.PresenceFocus"_s, ExportStatus::FinalState, ImportStatus::NormalState};
const BackupModuleStatus content{u"ConfServices.DataConf"_s, ExportStatus::ErrorState, ImportStatus::NormalState};
const BackupModuleStatus central{u"CentralMgmt.CMSMaster"_s, ExportStatus::NotInitialized, std::nullopt};

} // namespace

class TestModuleModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsComeAndGoOneByOne();
    void aChangedStatusIsOneCell();
    void theSameReadingEmitsNothing();
    void anotherPoolReplacesTheRows();
    void whatCannotBeReadIsUnknown();
    void markupInAnErrorIsShownAsItIs();
    void whatIsNotReportedSaysSo();
    void notInitializedOfTheCmsIsNoProblemElsewhere();
    void anOldReadingIsOld();
    void aModuleOfANewerServerIsShownAsItCame();
};

void TestModuleModel::rowsComeAndGoOneByOne()
{
    ModuleModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setReading(reading({users, content}), subject());
    QCOMPARE(model.rowCount(), 2);
    model.setReading(reading({users, content, central}), subject());
    QCOMPARE(inserted.count(), 3);
    model.setReading(reading({users, central}), subject());
    QCOMPARE(removed.count(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(model.index(1, ModuleModel::ModuleColumn).data().toString(), central.identity);
    QCOMPARE(model.index(1, ModuleModel::CategoryColumn).data().toString(), u"CMS"_s);
}

void TestModuleModel::aChangedStatusIsOneCell()
{
    ModuleModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReading(reading({users, content}), subject());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    BackupModuleStatus healed = content;
    healed.exportStatus = ExportStatus::SteadyState;
    model.setReading(reading({users, healed}), subject());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex(), model.index(1, ModuleModel::ExportColumn));
    QCOMPARE(changed.first().at(1).toModelIndex(), model.index(1, ModuleModel::ExportColumn));
    QCOMPARE(model.index(1, ModuleModel::ExportColumn).data().toString(), u"SteadyState"_s);
}

void TestModuleModel::theSameReadingEmitsNothing()
{
    ModuleModel model;
    model.setReading(reading({users, content}), subject());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setReading(reading({users, content}), subject());
    QCOMPARE(changed.count(), 0);
}

void TestModuleModel::anotherPoolReplacesTheRows()
{
    ModuleModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReading(reading({users, content}), subject());
    StatusSubject other = subject();
    other.pool = u"b.example.com"_s;
    model.setReading({}, other);
    QCOMPARE(model.rowCount(), 0);
}

void TestModuleModel::whatCannotBeReadIsUnknown()
{
    ModuleModel model;
    Reading<BackupServiceStatus> failed = reading({users});
    model.setReading(failed, subject());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    failed.fail({ErrorCategory::ResourceUnavailable, u"Gone"_s, u"The server does not answer."_s});
    model.setReading(failed, subject());
    QCOMPARE(changed.count(), 1);
    const QModelIndex cell = model.index(0, ModuleModel::ExportColumn);
    QCOMPARE(cell.data().toString(), u"unknown"_s);
    QCOMPARE(cell.data(ToneRole).toInt(), int(StatusTone::Unknown));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains("does not answer"_L1));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains("FinalState"_L1));
}

void TestModuleModel::markupInAnErrorIsShownAsItIs()
{
    ModuleModel model;
    Reading<BackupServiceStatus> failed = reading({users});
    failed.fail({ErrorCategory::ResourceUnavailable, u"Gone"_s, u"It said <img src=x>."_s});
    model.setReading(failed, subject());
    const QString toolTip = model.index(0, ModuleModel::ExportColumn).data(Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains("It said &lt;img src=x&gt;."_L1) && !toolTip.contains("<img"_L1), qPrintable(toolTip));
}

void TestModuleModel::whatIsNotReportedSaysSo()
{
    ModuleModel model;
    model.setReading(reading({central}), subject());
    const QModelIndex cell = model.index(0, ModuleModel::ImportColumn);
    QCOMPARE(cell.data().toString(), u"not reported"_s);
    QCOMPARE(cell.data(ToneRole).toInt(), int(StatusTone::Unknown));
}

void TestModuleModel::notInitializedOfTheCmsIsNoProblemElsewhere()
{
    ModuleModel model;
    model.setReading(reading({central}), subject());
    const QModelIndex cell = model.index(0, ModuleModel::ExportColumn);
    QCOMPARE(cell.data().toString(), u"NotInitialized"_s);
    QCOMPARE(cell.data(ToneRole).toInt(), int(StatusTone::None));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    StatusSubject master = subject();
    master.hostsCentralManagement = true;
    model.setReading(reading({central}), master);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell.data(ToneRole).toInt(), int(StatusTone::Attention));
}

void TestModuleModel::anOldReadingIsOld()
{
    ModuleModel model;
    model.setReading(reading({users}), subject());
    model.setClock(readAt.addSecs(60), 10min);
    const QModelIndex cell = model.index(0, ModuleModel::ExportColumn);
    QVERIFY(!cell.data(IsOldRole).toBool());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setClock(readAt.addSecs(61), 10min);
    QCOMPARE(changed.count(), 0);
    model.setClock(readAt.addSecs(3600), 10min);
    QCOMPARE(changed.count(), 1);
    QVERIFY(cell.data(IsOldRole).toBool());
    QCOMPARE(cell.data(ReadAtRole).toDateTime(), readAt);
}

void TestModuleModel::aModuleOfANewerServerIsShownAsItCame()
{
    ModuleModel model;
    model.setReading(reading({{u"ApplicationServer.RGSDataStore"_s, ExportStatus::FinalState, {}}}), subject());
    QCOMPARE(model.index(0, ModuleModel::ModuleColumn).data().toString(), u"ApplicationServer.RGSDataStore"_s);
    QCOMPARE(model.index(0, ModuleModel::CategoryColumn).data().toString(), u"RGS"_s);
}

QTEST_GUILESS_MAIN(TestModuleModel)
#include "tst_module_model.moc"
