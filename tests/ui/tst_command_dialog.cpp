// The form of a cmdlet with keyboard and mouse, on a lab deployment: fill, conflict, paste, preview, confirm, jobs.
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/command_form/command_dialog.h"
#include "ui/command_form/confirm_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

const QString PoolA = u"a.example.com"_s;
const QString PoolB = u"b.example.com"_s;
const QString PoolC = u"c.example.com"_s;

// A form on a deployment that has something to back up. The window goes before its world.
class FormWorld
{
public:
    FormWorld()
    {
        world.deployment.writeDocument(PoolA, u"urn:lcd:ann@example.com"_s, "<Data/>");
        world.open();
        QTest::qWait(0);
    }
    ~FormWorld() { close(); }

    void open(const QString &line, const QStringList &pools)
    {
        close();
        const Result<Command> command = parseCommand(line);
        if (!command)
            qFatal("The line cannot be parsed");
        dialog = new CommandDialog(&world.workspace(), *command, pools);
        QObject::connect(dialog, &CommandDialog::submitted, [this](const QList<QUuid> &ids) { jobs = ids; });
        dialog->show();
        dialog->activateWindow();
        if (!QTest::qWaitForWindowActive(dialog))
            qFatal("The form does not become active");
    }
    void close() { delete dialog; }

    template <typename Widget> Widget *find(const char *name) const
    {
        Widget *widget = dialog->findChild<Widget *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("There is no %s", name);
        return widget;
    }
    // Of a label with an icon.
    QString text(const char *name) const
    {
        QString text;
        for (const QLabel *label : find<QWidget>(name)->findChildren<QLabel *>())
            text += label->text();
        return text;
    }
    QString note(const char *parameter) const { return text(QByteArray("note").append(parameter).constData()); }
    QString commandLine() const { return find<QPlainTextEdit>("commandLine")->toPlainText(); }
    void click(const char *button) const { QTest::mouseClick(find<QWidget>(button), Qt::LeftButton); }
    void type(const char *field, const QString &text) const
    {
        auto *line = find<QWidget>(field);
        line->setFocus();
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(line, text);
    }
    void toggle(const char *field) const
    {
        auto *box = find<QCheckBox>(field);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
    }
    ConfirmDialog *confirmation() const { return dialog ? dialog->findChild<ConfirmDialog *>() : nullptr; }
    // The jobs have ended; their command lines.
    QStringList endedJobs()
    {
        QStringList lines;
        for (const QUuid &id : jobs) {
            const bool hasEnded = waitUntil(
                [&] { return world.jobs().job(id) && world.jobs().job(id)->state == JobState::Finished; }, 30000);
            if (!hasEnded)
                qFatal("A job does not end");
            lines.append(world.jobs().job(id)->commandLine);
            outcomes.append(toString(world.jobs().job(id)->outcome));
        }
        return lines;
    }

    UiWorld world;
    QPointer<CommandDialog> dialog;
    QList<QUuid> jobs;
    QStringList outcomes;
};

} // namespace

class TestCommandDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHeadingSaysWhatIsDoneToWhat();
    void theCommandLineFollowsEveryKey();
    void aConflictIsNamedAboveTheFormAndGoesAway();
    void theLinkOfTheMessageLeadsToTheField();
    void whatIsExcludedCannotBeChosen();
    void theHelpFollowsTheKeyboard();
    void aPastedLineFillsTheFields();
    void aWrongPastedLineIsExplainedAndNothingIsLost();
    void severalPastedLinesTurnTheFieldIntoAHeading();
    void theCommandLineCanBeCopied();
    void thePreviewShowsThePlanAndChangesNothing();
    void thePlanOfAnOtherFormIsOutOfDate();
    void aPreviewThatFailsSaysWhy();
    void submittingAsksWithTheKeyboardOnCancel();
    void aConfirmedBackupRunsWithoutAskingAgain();
    void withConfirmPowerShellAsks();
    void severalPoolsAreSeveralJobs();
    void anExistingReportIsAskedAbout();
    void aReadingCmdletRunsWithoutAQuestion();
    void valuesOfTheLastRunAreThereAfterARestart();
    void aJobThatIsRunAgainKeepsItsOwnValues();
    void presetsAreSavedChosenAndDeleted();
    void resetEmptiesTheFields();
    void browsingSetsThePath();
    void anActivePoolIsWarnedOfBeforehand();
    void aPoolThatIsWaitedForIsSaid();
    void escapeClosesAndControlEnterSubmits();
    void mnemonicsAreUnique_data();
    void mnemonicsAreUnique();
    void tabReachesEveryControlAndComesBack();
    void theFormIsPutAsideWithItsDeployment();
    void theFormClosesWithItsDeployment_data();
    void theFormClosesWithItsDeployment();
    void closingDuringAPreviewIsSafe();
    void theSizeIsRestored();
    void withWhatIfTheFormOpensWithItsPlan();
    void aDisasterIsConfirmedWithATick();
    void typingOnWhileTheFilesAreLookedAtAsksNothingWrong();
};

void TestCommandDialog::theHeadingSaysWhatIsDoneToWhat()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    QTRY_COMPARE(form.find<QLabel>("heading")->text(), u"Back up a.example.com to b.example.com"_s);
    QVERIFY(form.find<QLabel>("deployment")->text().startsWith("Lab deployment"_L1));
    form.open(u"Backup-CsPool"_s, {PoolA, PoolB});
    QCOMPARE(form.find<QLabel>("heading")->text(), u"Back up 2 pools to their backup pools"_s);
    QCOMPARE(form.find<QLabel>("subjects")->text(), u"a.example.com, b.example.com"_s);
    QCOMPARE(form.find<QPushButton>("submit")->text(), u"Back up 2 pools…"_s);
    form.open(u"Backup-CsPool"_s, {});
    QCOMPARE(form.find<QLabel>("heading")->text(), u"Back up"_s);
    QVERIFY(!form.find<QPushButton>("submit")->isEnabled());
    form.type("PoolFqdn", PoolB);
    QTRY_COMPARE(form.find<QLabel>("heading")->text(), u"Back up b.example.com to a.example.com"_s);
    QVERIFY(form.find<QPushButton>("submit")->isEnabled());
}

void TestCommandDialog::theCommandLineFollowsEveryKey()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    QCOMPARE(form.commandLine(), u"Backup-CsPool -PoolFqdn a.example.com"_s);
    form.type("WaitTime", u"9"_s);
    QCOMPARE(form.commandLine(), u"Backup-CsPool -PoolFqdn a.example.com -WaitTime 00:00:09"_s);
    QTest::keyClicks(form.find<QLineEdit>("WaitTime"), u"0"_s);
    QCOMPARE(form.commandLine(), u"Backup-CsPool -PoolFqdn a.example.com -WaitTime 00:01:30"_s);
    // What was typed stays as it was typed.
    QCOMPARE(form.find<QLineEdit>("WaitTime")->text(), u"90"_s);
    form.toggle("SteadyState");
    QVERIFY(form.commandLine().contains(" -SteadyState"_L1));
    auto *category = form.find<QComboBox>("Category");
    category->setFocus();
    QTest::keyClick(category, Qt::Key_C);
    QTRY_VERIFY(form.commandLine().contains(" -Category CMS"_L1));
    QTest::keyClick(category, Qt::Key_Home);
    QTRY_VERIFY(!form.commandLine().contains("Category"_L1));
}

void TestCommandDialog::aConflictIsNamedAboveTheFormAndGoesAway()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.toggle("FailedOverPoolOnly");
    QVERIFY2(form.text("messageText").contains("FailedOverPoolOnly"_L1), qPrintable(form.text("messageText")));
    QVERIFY(form.text("messageText").contains("FullBackup"_L1));
    QVERIFY(!form.find<QPushButton>("submit")->isEnabled());
    QVERIFY(!form.find<QPushButton>("preview")->isEnabled());
    form.toggle("FullBackup");
    QVERIFY(!form.text("messageText").contains("FullBackup"_L1));
    QVERIFY(form.find<QPushButton>("submit")->isEnabled());
    form.type("RetryCount", u"x"_s);
    QVERIFY(form.text("messageText").contains("RetryCount"_L1));
    QTest::keyClick(form.find<QLineEdit>("RetryCount"), Qt::Key_Backspace);
    QVERIFY(!form.text("messageText").contains("RetryCount"_L1));
}

void TestCommandDialog::theLinkOfTheMessageLeadsToTheField()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.type("WaitTime", u"soon"_s);
    form.find<QWidget>("submit")->setFocus();
    QCOMPARE(form.find<QPushButton>("goToField")->text(), u"&Go to WaitTime"_s);
    form.click("goToField");
    QVERIFY(form.find<QLineEdit>("WaitTime")->hasFocus());
    form.type("WaitTime", u"1"_s);
    QVERIFY(!form.find<QPushButton>("goToField")->isVisible());
}

void TestCommandDialog::whatIsExcludedCannotBeChosen()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.toggle("FullBackup");
    QVERIFY(!form.find<QCheckBox>("SteadyState")->isEnabled());
    QVERIFY(form.note("SteadyState").contains("FullBackup"_L1));
    form.toggle("FullBackup");
    QVERIFY(form.find<QCheckBox>("SteadyState")->isEnabled());
    QVERIFY(!form.find<QWidget>("noteSteadyState")->isVisible());
}

void TestCommandDialog::theHelpFollowsTheKeyboard()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.find<QLineEdit>("WaitTime")->setFocus();
    const QString help = form.find<QTextBrowser>("parameterHelp")->toPlainText();
    QVERIFY(help.contains(findCmdlet(u"Backup-CsPool")->parameter(u"WaitTime")->help));
    QVERIFY(help.contains("00:00:00"_L1) && help.contains("7.00:00:00"_L1));
    QVERIFY(help.contains("System.TimeSpan"_L1));
    for (const QString &omitted : findCmdlet(u"Backup-CsPool")->notIncluded)
        QVERIFY(help.contains(omitted));
    QSignalSpy requested(form.dialog, &CommandDialog::commandRequested);
    form.click("exportUserData");
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().at(0).value<Command>().cmdlet(), u"Export-CsUserData"_s);
    QCOMPARE(requested.first().at(1).toStringList(), QStringList(PoolA));
}

void TestCommandDialog::aPastedLineFillsTheFields()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.click("editCommandLine");
    auto *text = form.find<QPlainTextEdit>("commandLine");
    QVERIFY(text->hasFocus() && !text->isReadOnly());
    QVERIFY(!form.find<QPushButton>("submit")->isEnabled());
    QGuiApplication::clipboard()->setText(
        u"backup-cspool -pool b.example.com -steady -wait 00:02:00 -ErrorAction Stop"_s);
    QTest::keyClick(text, Qt::Key_V, Qt::ControlModifier);
    form.click("applyCommandLine");
    QCOMPARE(form.commandLine(),
             u"Backup-CsPool -PoolFqdn b.example.com -SteadyState -WaitTime 00:02:00 -ErrorAction Stop"_s);
    QVERIFY(form.find<QCheckBox>("SteadyState")->isChecked());
    QCOMPARE(form.find<QLineEdit>("WaitTime")->text(), u"00:02:00"_s);
    QVERIFY(form.find<QComboBox>("ErrorAction")->isVisible()); // More options are open
    QTRY_COMPARE(form.find<QLabel>("heading")->text(), u"Back up b.example.com to a.example.com"_s);
    QVERIFY(form.find<QPushButton>("submit")->isEnabled());
}

void TestCommandDialog::aWrongPastedLineIsExplainedAndNothingIsLost()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.type("RetryCount", u"3"_s);
    form.click("editCommandLine");
    QTest::keyClicks(form.find<QPlainTextEdit>("commandLine"), u"Get-CsPool"_s);
    form.click("applyCommandLine");
    QVERIFY(form.text("commandLineMessage").contains("Get-CsPool"_L1));
    QVERIFY(!form.find<QPlainTextEdit>("commandLine")->isReadOnly());
    QCOMPARE(form.commandLine(), u"Get-CsPool"_s);
    // Escape gives up the editing and not the form.
    QTest::keyClick(form.find<QPlainTextEdit>("commandLine"), Qt::Key_Escape);
    QVERIFY(form.dialog && form.dialog->isVisible());
    QCOMPARE(form.commandLine(), u"Backup-CsPool -PoolFqdn a.example.com -RetryCount 3"_s);
    QCOMPARE(form.find<QLineEdit>("RetryCount")->text(), u"3"_s);
}

void TestCommandDialog::severalPastedLinesTurnTheFieldIntoAHeading()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {});
    QVERIFY(form.find<QComboBox>("PoolFqdn")->isVisible());
    form.click("editCommandLine");
    const QString lines
        = u"Backup-CsPool -PoolFqdn a.example.com -Force\nBackup-CsPool -PoolFqdn b.example.com -Force"_s;
    form.find<QPlainTextEdit>("commandLine")->setPlainText(lines);
    form.click("applyCommandLine");
    QCOMPARE(form.commandLine(), lines);
    QVERIFY(!form.dialog->findChild<QComboBox *>(u"PoolFqdn"_s));
    QVERIFY(form.find<QCheckBox>("Force")->isChecked());
    QCOMPARE(form.find<QLabel>("subjects")->text(), u"a.example.com, b.example.com"_s);
}

void TestCommandDialog::theCommandLineCanBeCopied()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA, PoolB});
    form.click("copyCommandLine");
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"Backup-CsPool -PoolFqdn a.example.com\nBackup-CsPool -PoolFqdn b.example.com"_s);
}

void TestCommandDialog::thePreviewShowsThePlanAndChangesNothing()
{
    FormWorld form;
    const QString report = form.world.filePath(u"report.html"_s);
    form.open(u"Backup-CsPool"_s, {PoolA, PoolB});
    form.type("Report", report);
    form.click("preview");
    QCOMPARE(form.find<QTabWidget>("formTabs")->currentIndex(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(form.text("previewStatus").startsWith("Made at"_L1), 30000);
    const QString plan = form.find<QTextBrowser>("previewText")->toPlainText();
    QVERIFY2(plan.contains("UserServices.PresenceFocus: from a.example.com to b.example.com"_L1), qPrintable(plan));
    QVERIFY(plan.contains("UserServices.PresenceFocus: from b.example.com to a.example.com"_L1));
    QVERIFY(form.jobs.isEmpty());
    QVERIFY(form.world.jobs().unfinishedJobs().isEmpty());
    DeploymentMonitor &monitor = *form.world.workspace().monitor();
    monitor.setWantedPools({PoolA});
    QTRY_VERIFY(monitor.status(PoolA).isKnown());
    QVERIFY(monitor.status(PoolA).value->status.overallExportStatus != ExportStatus::FinalState);
    // Nor a report of the preview.
    QTRY_VERIFY(!QFile::exists(form.world.filePath(u"report-a.example.com.html"_s)));
    QTRY_VERIFY(!QFile::exists(form.world.filePath(u"report-b.example.com.html"_s)));
}

void TestCommandDialog::thePlanOfAnOtherFormIsOutOfDate()
{
    FormWorld form;
    form.world.desktop.time = QDateTime(QDate(2026, 3, 1), QTime(2, 3, 4), Qt::LocalTime).toUTC();
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.click("preview");
    QTRY_VERIFY_WITH_TIMEOUT(form.text("previewStatus").contains("02:03:04"_L1), 30000);
    form.type("RetryCount", u"1"_s);
    QVERIFY2(form.text("previewStatus").startsWith("Out of date"_L1), qPrintable(form.text("previewStatus")));
    form.click("preview");
    QTRY_VERIFY_WITH_TIMEOUT(form.text("previewStatus").startsWith("Made at"_L1), 30000);
}

void TestCommandDialog::aPreviewThatFailsSaysWhy()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolC});
    QTRY_VERIFY(form.text("poolWarnings").contains(PoolC)); // without a backup pool, said beforehand
    form.click("preview");
    QTRY_VERIFY_WITH_TIMEOUT(form.text("previewStatus").startsWith("Made at"_L1), 30000);
    const QString plan = form.find<QTextBrowser>("previewText")->toPlainText();
    QVERIFY2(plan.contains("The command would fail"_L1) && plan.contains("backup pool"_L1), qPrintable(plan));
}

void TestCommandDialog::submittingAsksWithTheKeyboardOnCancel()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.click("submit");
    QTRY_VERIFY(form.confirmation());
    QPointer<ConfirmDialog> confirmation = form.confirmation();
    QVERIFY(QTest::qWaitForWindowActive(confirmation));
    QCOMPARE(confirmation->findChild<QLabel *>(u"confirmQuestion"_s)->text(),
             u"Back up a.example.com to b.example.com?"_s);
    QCOMPARE(confirmation->findChild<QPlainTextEdit *>(u"confirmCommands"_s)->toPlainText(),
             u"Backup-CsPool -PoolFqdn a.example.com -Confirm:$false"_s);
    QTRY_VERIFY(confirmation->findChild<QPushButton *>(u"confirmCancel"_s)->hasFocus());
    QTest::keyClick(confirmation->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!confirmation);
    QVERIFY(form.dialog && form.dialog->isVisible());
    QVERIFY(form.jobs.isEmpty());
    QVERIFY(form.find<QPushButton>("submit")->isEnabled());
}

void TestCommandDialog::aConfirmedBackupRunsWithoutAskingAgain()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.type("Report", form.world.filePath(u"report.html"_s));
    QSignalSpy prompts(&form.world.jobs(), &JobRunner::promptRaised);
    QTest::keyClick(form.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(form.confirmation());
    QPointer<ConfirmDialog> confirmation = form.confirmation();
    QVERIFY(QTest::qWaitForWindowActive(confirmation));
    QTest::keyClick(confirmation->focusWidget(), Qt::Key_B, Qt::AltModifier); // the button's mnemonic
    QTRY_COMPARE(form.jobs.size(), 1);
    QTRY_VERIFY(!form.dialog);
    const QStringList lines = form.endedJobs();
    QVERIFY2(lines.first().endsWith(" -Confirm:$false"_L1), qPrintable(lines.first()));
    QCOMPARE(form.outcomes, QStringList(toString(Outcome::Succeeded)));
    QCOMPARE(prompts.count(), 0);
    QVERIFY(QFile::exists(form.world.filePath(u"report.html"_s)));
}

void TestCommandDialog::withConfirmPowerShellAsks()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.toggle("Confirm");
    QSignalSpy prompts(&form.world.jobs(), &JobRunner::promptRaised);
    form.click("submit");
    QTRY_COMPARE(form.jobs.size(), 1); // without a question of the window
    QTRY_COMPARE_WITH_TIMEOUT(prompts.count(), 1, 30000);
    QCOMPARE(form.world.jobs().job(form.jobs.first())->commandLine,
             u"Backup-CsPool -PoolFqdn a.example.com -Confirm"_s);
}

void TestCommandDialog::severalPoolsAreSeveralJobs()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA, PoolB});
    form.type("Report", form.world.filePath(u"r.html"_s));
    QVERIFY(form.note("Report").contains("r-b.example.com.html"_L1));
    form.click("submit");
    QTRY_VERIFY(form.confirmation());
    QCOMPARE(form.confirmation()->findChild<QPushButton *>(u"confirmAccept"_s)->text().remove(u'&'),
             u"Back up 2 pools"_s);
    QVERIFY(form.confirmation()
                ->findChild<QPlainTextEdit *>(u"confirmSubjects"_s)
                ->toPlainText()
                .contains(u"a.example.com → b.example.com"_s));
    QTest::mouseClick(form.confirmation()->findChild<QPushButton *>(u"confirmAccept"_s), Qt::LeftButton);
    QTRY_COMPARE(form.jobs.size(), 2);
    form.endedJobs();
    QCOMPARE(form.outcomes, QStringList({toString(Outcome::Succeeded), toString(Outcome::Succeeded)}));
    QVERIFY(QFile::exists(form.world.filePath(u"r-a.example.com.html"_s)));
    QVERIFY(QFile::exists(form.world.filePath(u"r-b.example.com.html"_s)));
}

void TestCommandDialog::anExistingReportIsAskedAbout()
{
    FormWorld form;
    const QString path = form.world.filePath(u"old.html"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("old");
    file.close();
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.type("Report", path);
    QTRY_VERIFY(form.note("Report").contains(path)); // while typing
    form.toggle("Confirm"); // PowerShell asks about the backup, and not about the file
    form.click("submit");
    QTRY_VERIFY(form.confirmation());
    QString notes;
    for (const QLabel *label : form.confirmation()->findChildren<QLabel *>())
        notes += label->text();
    QVERIFY2(notes.contains(path), qPrintable(notes));
    QTest::mouseClick(form.confirmation()->findChild<QPushButton *>(u"confirmCancel"_s), Qt::LeftButton);
    QTRY_VERIFY(!form.confirmation());
    QVERIFY(form.jobs.isEmpty());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old"));
}

void TestCommandDialog::aReadingCmdletRunsWithoutAQuestion()
{
    FormWorld form;
    form.open(u"Get-CsBackupServiceStatus"_s, {PoolA});
    QVERIFY(!form.find<QPushButton>("preview")->isVisible());
    QCOMPARE(form.find<QPushButton>("submit")->text(), u"Run"_s);
    form.click("submit");
    QTRY_COMPARE(form.jobs.size(), 1);
    QCOMPARE(form.endedJobs(), QStringList(u"Get-CsBackupServiceStatus -PoolFqdn a.example.com"_s));
}

void TestCommandDialog::valuesOfTheLastRunAreThereAfterARestart()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.type("WaitTime", u"00:00:05"_s);
    form.type("Report", form.world.filePath(u"once.html"_s));
    form.toggle("SteadyState");
    form.toggle("Force");
    form.click("submit");
    QTRY_VERIFY(form.confirmation());
    QTest::mouseClick(form.confirmation()->findChild<QPushButton *>(u"confirmAccept"_s), Qt::LeftButton);
    QTRY_COMPARE(form.jobs.size(), 1);
    form.endedJobs();
    form.close();
    form.world.restart();
    form.world.open();
    form.open(u"Backup-CsPool"_s, {PoolB});
    // Neither the pool nor the report, and nothing that keeps errors off the screen.
    QCOMPARE(form.commandLine(), u"Backup-CsPool -PoolFqdn b.example.com -SteadyState -WaitTime 00:00:05"_s);
    QVERIFY(form.text("messageText").contains("last run"_L1));
}

void TestCommandDialog::aJobThatIsRunAgainKeepsItsOwnValues()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.toggle("SteadyState");
    form.click("submit");
    QTRY_VERIFY(form.confirmation());
    QTest::mouseClick(form.confirmation()->findChild<QPushButton *>(u"confirmAccept"_s), Qt::LeftButton);
    QTRY_COMPARE(form.jobs.size(), 1);
    form.endedJobs();
    form.open(u"Backup-CsPool -PoolFqdn b.example.com -FullBackup -Confirm:$false"_s, {});
    QCOMPARE(form.commandLine(), u"Backup-CsPool -PoolFqdn b.example.com -FullBackup"_s);
}

void TestCommandDialog::presetsAreSavedChosenAndDeleted()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.type("RetryCount", u"7"_s);
    auto *menu = form.find<QMenu>("presetMenu");
    menu->findChild<QAction *>(u"savePreset"_s)->trigger();
    QPointer<QInputDialog> name = form.find<QInputDialog>("presetName");
    QTRY_VERIFY(name->isVisible());
    name->setTextValue(u"Nightly & patient"_s);
    name->accept();
    QTRY_VERIFY(!name);
    form.open(u"Backup-CsPool"_s, {PoolB});
    menu = form.find<QMenu>("presetMenu");
    QCOMPARE(menu->actions().first()->text(), u"Nightly && patient"_s);
    menu->actions().first()->trigger();
    QCOMPARE(form.commandLine(), u"Backup-CsPool -PoolFqdn b.example.com -RetryCount 7"_s);
    const auto *deleting = menu->actions().last()->menu();
    QVERIFY(deleting);
    deleting->actions().first()->trigger();
    QPointer<QMessageBox> question = form.find<QMessageBox>("deletePreset");
    QTRY_VERIFY(question->isVisible());
    QVERIFY(question->text().contains("Nightly & patient"_L1));
    QCOMPARE(question->buttonRole(question->defaultButton()), QMessageBox::RejectRole);
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!question);
    QCOMPARE(menu->actions().first()->text(), u"Nightly && patient"_s);
    menu->actions().last()->menu()->actions().first()->trigger();
    question = form.find<QMessageBox>("deletePreset");
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(menu->actions().first()->objectName(), u"savePreset"_s);
}

void TestCommandDialog::resetEmptiesTheFields()
{
    FormWorld form;
    form.open(u"Backup-CsPool -FullBackup -RetryCount 3"_s, {PoolA});
    form.click("reset");
    QCOMPARE(form.commandLine(), u"Backup-CsPool -PoolFqdn a.example.com"_s);
    QVERIFY(!form.find<QCheckBox>("FullBackup")->isChecked());
    QCOMPARE(form.find<QLineEdit>("RetryCount")->text(), QString());
}

void TestCommandDialog::browsingSetsThePath()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.world.desktop.answers = {form.world.filePath(u"my report.html"_s)};
    form.click("browseReport");
    QTRY_VERIFY(form.commandLine().contains("my report.html'"_L1));
    // Cancelled: stays.
    form.click("browseReport");
    QTRY_COMPARE(form.world.desktop.requests.size(), 2);
    QTest::qWait(0);
    QCOMPARE(form.find<QLineEdit>("Report")->text(), form.world.filePath(u"my report.html"_s));
}

void TestCommandDialog::anActivePoolIsWarnedOfBeforehand()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.toggle("FullBackup");
    QTRY_VERIFY_WITH_TIMEOUT(form.note("FullBackup").contains("FinalState"_L1), 30000);
    QVERIFY(form.find<QPushButton>("submit")->isEnabled()); // a warning and no error
    form.toggle("FullBackup");
    QVERIFY(!form.find<QWidget>("noteFullBackup")->isVisible());
}

void TestCommandDialog::aPoolThatIsWaitedForIsSaid()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolB});
    const QUuid job
        = form.world.workspace().submit(Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, PoolA).set(u"Confirm"_s, true));
    QTRY_VERIFY_WITH_TIMEOUT(form.text("poolWarnings").contains("Has to wait"_L1), 30000);
    form.world.jobs().cancel(job);
    QTRY_VERIFY_WITH_TIMEOUT(!form.find<QWidget>("poolWarnings")->isVisible(), 30000);
}

void TestCommandDialog::escapeClosesAndControlEnterSubmits()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    QTest::keyClick(form.find<QLineEdit>("WaitTime"), Qt::Key_Return); // nothing: too easily hit
    QTest::qWait(0);
    QVERIFY(!form.confirmation());
    QTest::keyClick(form.find<QLineEdit>("WaitTime"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(form.confirmation());
    QTest::keyClick(form.confirmation(), Qt::Key_Escape);
    QTRY_VERIFY(!form.confirmation());
    QTest::keyClick(form.find<QLineEdit>("WaitTime"), Qt::Key_Escape);
    QTRY_VERIFY(!form.dialog);
}

void TestCommandDialog::mnemonicsAreUnique_data()
{
    QTest::addColumn<QString>("cmdlet");
    for (const CmdletInfo &cmdlet : cmdletTable())
        QTest::newRow(qPrintable(cmdlet.name)) << cmdlet.name;
}

void TestCommandDialog::mnemonicsAreUnique()
{
    QFETCH(QString, cmdlet);
    FormWorld form;
    form.open(cmdlet, {});
    QStringList texts;
    for (const QAbstractButton *button : form.dialog->findChildren<QAbstractButton *>()) {
        if (button->isVisibleTo(form.dialog))
            texts.append(button->text());
    }
    for (const QLabel *label : form.dialog->findChildren<QLabel *>()) {
        if (label->buddy())
            texts.append(label->text());
    }
    const auto *tabs = form.find<QTabWidget>("formTabs");
    for (int i = 0; i < tabs->count(); ++i)
        texts.append(tabs->tabText(i));
    QStringList taken;
    for (const QString &text : texts) {
        const qsizetype position = text.indexOf(u'&');
        if (position < 0)
            continue;
        const QString letter = text.sliced(position + 1, 1).toLower();
        QVERIFY2(!taken.contains(letter), qPrintable(text));
        taken.append(letter);
    }
    QVERIFY(taken.size() > 5);
}

void TestCommandDialog::tabReachesEveryControlAndComesBack()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {});
    form.click("moreOptions");
    QSet<QWidget *> wanted;
    for (QWidget *widget : form.dialog->findChildren<QWidget *>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled()
            && !widget->focusProxy() && !widget->inherits("QTabBar"))
            wanted.insert(widget);
    }
    QWidget *const first = form.dialog->focusWidget();
    for (int i = 0; i < 200; ++i) {
        QTest::keyClick(form.dialog->focusWidget(), Qt::Key_Tab);
        QVERIFY2(!form.dialog->focusWidget()->accessibleName().isEmpty()
                     || qobject_cast<QAbstractButton *>(form.dialog->focusWidget())
                     || form.dialog->focusWidget()->inherits("QTabBar"),
                 form.dialog->focusWidget()->metaObject()->className());
        wanted.remove(form.dialog->focusWidget());
        if (form.dialog->focusWidget() == first)
            break;
    }
    QCOMPARE(form.dialog->focusWidget(), first);
    for (const QWidget *widget : wanted)
        qWarning() << widget;
    QVERIFY(wanted.isEmpty());
}

void TestCommandDialog::theFormIsPutAsideWithItsDeployment()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.click("editCommandLine"); // even so
    auto *edited = form.dialog.data();
    Workspace &workspace = form.world.workspace();
    OpenDeployment *const own = workspace.current();
    const TestDeployment other;
    workspace.openLab(other.folder());
    QTRY_VERIFY(workspace.current() != own);
    QVERIFY(form.dialog && !form.dialog->isVisible());
    workspace.submit(Command(u"Get-CsPool"_s)); // what happens there is none of its business
    QTRY_VERIFY(workspace.jobs().unfinishedJobs().isEmpty());
    workspace.show(own);
    QCOMPARE(form.dialog.data(), edited);
    QVERIFY(form.dialog->isVisible());
    QVERIFY(form.find<QPlainTextEdit>("commandLine")->toPlainText().contains(PoolA));
}

void TestCommandDialog::theFormClosesWithItsDeployment_data()
{
    QTest::addColumn<bool>("isOnScreen");
    QTest::newRow("on the screen") << true;
    QTest::newRow("put aside") << false;
}

void TestCommandDialog::theFormClosesWithItsDeployment()
{
    QFETCH(const bool, isOnScreen);
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    Workspace &workspace = form.world.workspace();
    OpenDeployment *const own = workspace.current();
    const TestDeployment other;
    if (!isOnScreen) {
        workspace.openLab(other.folder());
        QTRY_VERIFY(workspace.current() != own);
    }
    workspace.close(own);
    QTRY_VERIFY(!form.dialog);
}

void TestCommandDialog::closingDuringAPreviewIsSafe()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA, PoolB});
    form.click("preview");
    QTest::keyClick(form.dialog, Qt::Key_Escape);
    QTRY_VERIFY(!form.dialog);
    QTRY_COMPARE(form.world.workspace().queries()->runningCount(), 0);
}

void TestCommandDialog::theSizeIsRestored()
{
    FormWorld form;
    form.open(u"Backup-CsPool"_s, {PoolA});
    const QSize size = form.dialog->size() - QSize(40, 30);
    form.dialog->resize(size);
    QTRY_COMPARE(form.dialog->size(), size);
    form.click("cancel");
    QTRY_VERIFY(!form.dialog);
    form.open(u"Get-CsPool"_s, {});
    QCOMPARE(form.dialog->size(), size);
}

void TestCommandDialog::withWhatIfTheFormOpensWithItsPlan()
{
    FormWorld form;
    form.open(u"Backup-CsPool -WhatIf"_s, {PoolA});
    QCOMPARE(form.commandLine(), u"Backup-CsPool -PoolFqdn a.example.com"_s);
    QTRY_VERIFY_WITH_TIMEOUT(form.text("previewStatus").startsWith("Made at"_L1), 30000);
    form.open(u"Backup-CsPool -WhatIf"_s, {}); // no pool yet, so no plan
    QCOMPARE(form.find<QTabWidget>("formTabs")->currentIndex(), 0);
}

void TestCommandDialog::aDisasterIsConfirmedWithATick()
{
    FormWorld form;
    form.open(u"Invoke-CsPoolFailOver -DisasterMode"_s, {PoolB});
    form.click("submit");
    QTRY_VERIFY(form.confirmation());
    QVERIFY(form.confirmation()->findChild<QWidget *>(u"confirmLoss"_s));
    auto *accept = form.confirmation()->findChild<QPushButton *>(u"confirmAccept"_s);
    QVERIFY(!accept->isEnabled());
    QTest::keyClick(form.confirmation()->findChild<QCheckBox *>(u"confirmUnderstood"_s), Qt::Key_Space);
    QVERIFY(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_COMPARE(form.jobs.size(), 1);
    form.endedJobs();
    form.open(u"Invoke-CsPoolFailOver"_s, {PoolB});
    QVERIFY(!form.find<QCheckBox>("DisasterMode")->isChecked()); // not remembered
}

void TestCommandDialog::typingOnWhileTheFilesAreLookedAtAsksNothingWrong()
{
    FormWorld form;
    QFile file(form.world.filePath(u"r.html"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    form.open(u"Backup-CsPool"_s, {PoolA});
    form.type("Report", file.fileName());
    form.click("submit"); // what exists is told from the event loop
    form.find<QLineEdit>("WaitTime")->setText(u"soon"_s);
    QTRY_VERIFY(form.note("Report").contains(file.fileName()));
    QVERIFY(!form.confirmation());
    form.find<QLineEdit>("WaitTime")->clear();
    QVERIFY(form.find<QPushButton>("submit")->isEnabled());
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestCommandDialog)
#include "tst_command_dialog.moc"
