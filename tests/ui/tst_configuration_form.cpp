// The form of the backup service's configuration: its state, and the widget with the keyboard.
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/pools/configuration_form.h"
#include "ui/pools/status_label.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

ConfigurationFormState stateOf(const BackupServiceConfiguration &configuration = {},
                               DeploymentKind kind = DeploymentKind::Lab)
{
    ConfigurationFormState state(findCmdlet(u"Set-CsBackupServiceConfiguration"), kind);
    state.setConfiguration(configuration);
    return state;
}

struct FormWorld
{
    UiWorld world;
    std::unique_ptr<ConfigurationForm> form;

    FormWorld()
    {
        world.open();
        form = std::make_unique<ConfigurationForm>(&world.workspace());
        form->resize(900, 500);
        form->show();
        if (!QTest::qWaitForWindowActive(form.get()))
            qFatal("The form was not shown");
        if (!waitUntil([this] { return field(u"SyncInterval"_s) && !field(u"SyncInterval"_s)->text().isEmpty(); }))
            qFatal("The configuration was not read");
    }
    ~FormWorld() { form.reset(); }

    QLineEdit *field(const QString &name) const { return form->findChild<QLineEdit *>(u"configuration"_s + name); }
    QString note(const QString &name) const { return form->findChild<StatusLabel *>(u"note"_s + name)->text(); }
    QString command() const { return form->findChild<QLineEdit *>(u"configurationCommand"_s)->text(); }
    StatusLabel *label(const QString &name) const { return form->findChild<StatusLabel *>(name); }
    QPushButton *button(const QString &name) const { return form->findChild<QPushButton *>(name); }
    QMessageBox *box(const QString &name) const { return form->findChild<QMessageBox *>(name); }
    void type(const QString &name, const QString &text) const
    {
        field(name)->setFocus();
        field(name)->selectAll();
        QTest::keyClicks(field(name), text);
    }
    BackupServiceConfiguration configuration() { return *world.workspace().monitor()->configuration().value; }
    int jobCount() { return int(world.jobs().unfinishedJobs().size()); }
};

} // namespace

class TestConfigurationForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typedTexts_data();
    void typedTexts();
    void onlyWhatWasChangedIsSet();
    void fieldsOfServersAreNotOfTheLab();
    void whatIsNotReportedIsNotPresented();
    void unchangedFieldsFollowANewReading();
    void rangesAreThoseOfTheCmdlet();

    void theFormShowsWhatHolds();
    void typingShowsWhatWillRun();
    void aWrongValueIsSaidBesideItsField();
    void applyAsksAndChangesTheConfiguration();
    void theKeyboardStaysInTheFormAfterApply();
    void cancellingTheQuestionRunsNothing();
    void resetAsksAndGivesTheDefaultsBack();
    void revertTakesBackWhatWasTyped();
    void anErrorOfTheJobIsShownInTheForm();
    void tabReachesEverythingAndLeaves();
};

void TestConfigurationForm::typedTexts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isChanged");
    QTest::addColumn<bool>("isReady");
    QTest::addColumn<QString>("command");
    const QString set = u"Set-CsBackupServiceConfiguration "_s;
    QTest::newRow("same") << u"SyncInterval"_s << u"00:02:00"_s << false << false << QString();
    QTest::newRow("same in seconds") << u"SyncInterval"_s << u"120"_s << false << false << QString();
    QTest::newRow("longer") << u"SyncInterval"_s << u"00:05:00"_s << true << true << set + u"-SyncInterval 00:05:00"_s;
    QTest::newRow("shortest") << u"SyncInterval"_s << u"00:00:05"_s << true << true
                              << set + u"-SyncInterval 00:00:05"_s;
    QTest::newRow("too short") << u"SyncInterval"_s << u"00:00:04"_s << true << false << QString();
    QTest::newRow("longest") << u"SyncInterval"_s << u"03:00:00"_s << true << true << set + u"-SyncInterval 03:00:00"_s;
    QTest::newRow("too long") << u"SyncInterval"_s << u"03:00:01"_s << true << false << QString();
    QTest::newRow("no time") << u"SyncInterval"_s << u"soon"_s << true << false << QString();
    QTest::newRow("empty") << u"SyncInterval"_s << QString() << true << false << QString();
    QTest::newRow("number") << u"MaxConcurrentCalls"_s << u"20"_s << true << true << set + u"-MaxConcurrentCalls 20"_s;
    QTest::newRow("zero") << u"MaxConcurrentCalls"_s << u"0"_s << true << false << QString();
    QTest::newRow("no number") << u"MaxConcurrentCalls"_s << u"many"_s << true << false << QString();
    QTest::newRow("text") << u"AuthorizedUniversalGroups"_s << u"Backup Operators"_s << true << true
                          << set + u"-AuthorizedUniversalGroups \"Backup Operators\""_s;
}

void TestConfigurationForm::typedTexts()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QString, command);
    ConfigurationFormState state = stateOf();
    state.setText(name, text);
    QTEST(state.isChanged(*state.field(name)), "isChanged");
    QTEST(state.isReady(), "isReady");
    QFETCH(bool, isChanged);
    QFETCH(bool, isReady);
    QCOMPARE(state.error(*state.field(name)).has_value(), isChanged && !isReady);
    if (!isReady)
        return;
    const Result<Command> expected = parseCommand(command);
    QVERIFY(expected.isOk());
    QCOMPARE(render(state.command()), render(*expected));
    QVERIFY(validate(state.command()).isOk());
}

void TestConfigurationForm::onlyWhatWasChangedIsSet()
{
    ConfigurationFormState state = stateOf();
    state.setText(u"MaxConcurrentCalls", u"11"_s);
    state.setText(u"SyncInterval", u"00:04:00"_s);
    QCOMPARE(state.command().parameters().size(), 2);
    QVERIFY(state.warnings().join(u' ').contains("SyncInterval"_L1));
    state.setText(u"SyncInterval", u"00:02:00"_s);
    QCOMPARE(state.command().parameters().size(), 1);
    QVERIFY(state.warnings().isEmpty());
}

void TestConfigurationForm::fieldsOfServersAreNotOfTheLab()
{
    QVERIFY(!stateOf({}, DeploymentKind::Lab).field(u"EnableRgsBackupService"));
    const ConfigurationFormState state = stateOf({}, DeploymentKind::Server);
    QVERIFY(state.field(u"EnableRgsBackupService"));
    for (const ConfigurationFormState::Field &field : state.fields())
        QVERIFY2(!field.parameter->isCommon && field.parameter->type != ParameterType::Switch,
                 qPrintable(field.name()));
}

void TestConfigurationForm::whatIsNotReportedIsNotPresented()
{
    const auto configuration = BackupServiceConfiguration::fromObject(Object().set(u"MaxConcurrentCalls"_s, 12));
    ConfigurationFormState state = stateOf(configuration, DeploymentKind::Server);
    QCOMPARE(state.field(u"MaxConcurrentCalls")->text, u"12"_s);
    QVERIFY(!state.field(u"SyncInterval")->isReported);
    QVERIFY(state.field(u"SyncInterval")->text.isEmpty()); // and not our default
    QVERIFY(!state.hasChanges());
    state.setText(u"SyncInterval", u"00:02:00"_s); // may be a change: nobody knows
    QVERIFY(state.isReady());
    QCOMPARE(state.command().parameters().size(), 1);
}

void TestConfigurationForm::unchangedFieldsFollowANewReading()
{
    ConfigurationFormState state = stateOf();
    state.setText(u"MaxConcurrentCalls", u"11"_s);
    BackupServiceConfiguration now;
    now.maxConcurrentCalls = 15;
    now.maxBatchesPerCmsSync = 7;
    state.setConfiguration(now);
    QCOMPARE(state.field(u"MaxBatchesPerCmsSync")->text, u"7"_s);
    QCOMPARE(state.field(u"MaxConcurrentCalls")->text, u"11"_s);
    QCOMPARE(state.field(u"MaxConcurrentCalls")->reported, u"15"_s);
    now.maxConcurrentCalls = 11; // somebody did the same
    state.setConfiguration(now);
    QVERIFY(!state.hasChanges());
}

void TestConfigurationForm::rangesAreThoseOfTheCmdlet()
{
    const ConfigurationFormState state = stateOf();
    QCOMPARE(state.rangeText(*state.field(u"SyncInterval")), u"00:00:05 to 03:00:00, default 00:02:00"_s);
    QCOMPARE(state.rangeText(*state.field(u"MaxConcurrentCalls")), u"at least 1, default 10"_s);
}

void TestConfigurationForm::theFormShowsWhatHolds()
{
    FormWorld w;
    QCOMPARE(w.field(u"SyncInterval"_s)->text(), u"00:02:00"_s);
    QCOMPARE(w.field(u"MaxDataConfPackageSizeKB"_s)->text(), u"102400"_s);
    QVERIFY(w.form->findChild<QLabel *>(u"configurationScope"_s)->text().contains("all pools"_L1));
    QVERIFY(!w.button(u"configurationApply"_s)->isEnabled());
    QVERIFY(!w.button(u"configurationRevert"_s)->isEnabled());
    QVERIFY(w.button(u"configurationReset"_s)->isEnabled());
}

void TestConfigurationForm::typingShowsWhatWillRun()
{
    FormWorld w;
    w.type(u"SyncInterval"_s, u"00:05:00"_s);
    QCOMPARE(w.command(), u"Set-CsBackupServiceConfiguration -SyncInterval 00:05:00"_s);
    QCOMPARE(w.note(u"SyncInterval"_s), u"changed; it is 00:02:00 now"_s);
    QVERIFY(w.label(u"configurationWarnings"_s)->text().contains("Microsoft advises against"_L1));
    QVERIFY(w.button(u"configurationApply"_s)->isEnabled());
}

void TestConfigurationForm::aWrongValueIsSaidBesideItsField()
{
    FormWorld w;
    w.type(u"SyncInterval"_s, u"04:00:00"_s);
    QVERIFY2(w.note(u"SyncInterval"_s).contains("03:00:00"_L1), qPrintable(w.note(u"SyncInterval"_s)));
    QVERIFY(w.label(u"noteSyncInterval"_s)->tone() == StatusTone::Bad);
    QVERIFY(!w.button(u"configurationApply"_s)->isEnabled());
    QVERIFY(w.command().isEmpty());
}

void TestConfigurationForm::applyAsksAndChangesTheConfiguration()
{
    FormWorld w;
    w.type(u"MaxConcurrentCalls"_s, u"12"_s);
    w.button(u"configurationApply"_s)->setFocus();
    QTest::keyClick(w.button(u"configurationApply"_s), Qt::Key_Space);
    QMessageBox *box = w.box(u"configurationConfirmation"_s);
    QVERIFY(box && box->isVisible());
    QVERIFY(box->informativeText().contains("Set-CsBackupServiceConfiguration -MaxConcurrentCalls 12"_L1));
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    QCOMPARE(w.jobCount(), 0);
    QTest::mouseClick(box->findChild<QPushButton *>(u"accept"_s), Qt::LeftButton);
    QCOMPARE(w.jobCount(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(w.configuration().maxConcurrentCalls, 12, 10000);
    QTRY_VERIFY(!w.form->hasChanges());
    QCOMPARE(w.label(u"configurationResult"_s)->text(), u"The configuration was changed."_s);
    QCOMPARE(w.configuration().maxBatchesPerCmsSync, 500);
}

void TestConfigurationForm::theKeyboardStaysInTheFormAfterApply()
{
    // Beside the form is something else that would take the keyboard, as the filter of the pools.
    QWidget window;
    QVBoxLayout layout(&window);
    QLineEdit other;
    FormWorld w;
    layout.addWidget(&other);
    layout.addWidget(w.form.get());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    w.type(u"SyncInterval"_s, u"00:05:00"_s);
    w.button(u"configurationApply"_s)->setFocus();
    QTest::keyClick(w.button(u"configurationApply"_s), Qt::Key_Space);
    QTRY_VERIFY(w.box(u"configurationConfirmation"_s));
    w.box(u"configurationConfirmation"_s)->findChild<QPushButton *>(u"accept"_s)->click();
    QTRY_VERIFY(!w.box(u"configurationConfirmation"_s));
    QVERIFY(w.form->isAncestorOf(window.focusWidget()));
    QTRY_COMPARE(w.configuration().syncInterval.toString(), u"00:05:00"_s);
    QVERIFY(w.form->isAncestorOf(window.focusWidget()));
}

void TestConfigurationForm::cancellingTheQuestionRunsNothing()
{
    FormWorld w;
    w.type(u"MaxConcurrentCalls"_s, u"12"_s);
    w.button(u"configurationApply"_s)->click();
    QMessageBox *box = w.box(u"configurationConfirmation"_s);
    QVERIFY(box);
    QTest::keyClick(box, Qt::Key_Return); // the default is Cancel
    QTRY_VERIFY(!w.box(u"configurationConfirmation"_s));
    QCOMPARE(w.jobCount(), 0);
    w.button(u"configurationApply"_s)->click();
    QTest::keyClick(w.box(u"configurationConfirmation"_s), Qt::Key_Escape);
    QTRY_VERIFY(!w.box(u"configurationConfirmation"_s));
    QCOMPARE(w.jobCount(), 0);
    QVERIFY(w.form->hasChanges());
}

void TestConfigurationForm::resetAsksAndGivesTheDefaultsBack()
{
    FormWorld w;
    w.world.workspace().submit(Command(u"Set-CsBackupServiceConfiguration"_s).set(u"MaxBatchesPerCmsSync"_s, 9));
    QTRY_COMPARE_WITH_TIMEOUT(w.field(u"MaxBatchesPerCmsSync"_s)->text(), u"9"_s, 10000);
    w.button(u"configurationReset"_s)->click();
    QMessageBox *box = w.box(u"configurationResetConfirmation"_s);
    QVERIFY(box && box->informativeText().contains("Remove-CsBackupServiceConfiguration"_L1));
    QTest::mouseClick(box->findChild<QPushButton *>(u"accept"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(w.field(u"MaxBatchesPerCmsSync"_s)->text(), u"500"_s, 10000);
}

void TestConfigurationForm::revertTakesBackWhatWasTyped()
{
    FormWorld w;
    w.type(u"MaxConcurrentCalls"_s, u"many"_s);
    w.button(u"configurationRevert"_s)->click();
    QCOMPARE(w.field(u"MaxConcurrentCalls"_s)->text(), u"10"_s);
    QVERIFY(!w.button(u"configurationRevert"_s)->isEnabled());
    QVERIFY(w.command().isEmpty());
}

void TestConfigurationForm::anErrorOfTheJobIsShownInTheForm()
{
    FormWorld w;
    w.type(u"MaxConcurrentCalls"_s, u"12"_s);
    w.button(u"configurationApply"_s)->click();
    // What the command needs is gone before it begins.
    QVERIFY(QDir(w.world.deployment.folder()).rename(u"pools"_s, u"gone"_s));
    QTest::mouseClick(w.box(u"configurationConfirmation"_s)->findChild<QPushButton *>(u"accept"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(w.label(u"configurationResult"_s)->tone() == StatusTone::Bad, 10000);
    QVERIFY(w.label(u"configurationResult"_s)->text().startsWith("The configuration was not changed: "_L1));
    QVERIFY(w.label(u"configurationResult"_s)->text().size() > 50);
    QVERIFY(w.form->hasChanges()); // what was typed is kept
    QVERIFY(QDir(w.world.deployment.folder()).rename(u"gone"_s, u"pools"_s));
}

void TestConfigurationForm::tabReachesEverythingAndLeaves()
{
    FormWorld w;
    w.type(u"MaxConcurrentCalls"_s, u"12"_s);
    QLineEdit *first = w.field(u"AuthorizedLocalAccounts"_s);
    first->setFocus();
    QSet<QString> reached;
    for (int step = 0; step < 40; ++step) {
        QTest::keyClick(w.form->focusWidget(), Qt::Key_Tab);
        reached.insert(w.form->focusWidget()->objectName());
        if (w.form->focusWidget() == first)
            break;
    }
    QCOMPARE(w.form->focusWidget(), first); // once round
    for (const char *name : {"configurationSyncInterval", "configurationCommand", "configurationApply",
                             "configurationRevert", "configurationReset"})
        QVERIFY2(reached.contains(QLatin1StringView(name)), name);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestConfigurationForm)
#include "tst_configuration_form.moc"
