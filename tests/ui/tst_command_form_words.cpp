// What the form of a cmdlet and its question tell beforehand: from where to where, what is destroyed, what may fail.
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/command_form/command_dialog.h"
#include "ui/command_form/command_phrases.h"
#include "ui/command_form/confirm_dialog.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

const QString PoolA = u"a.example.com"_s;
const QString PoolB = u"b.example.com"_s;

// All that the labels below `parent` say.
QString said(const QWidget *parent)
{
    QStringList texts;
    for (const QLabel *label : parent->findChildren<QLabel *>()) {
        if (label->isVisibleTo(parent))
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

class WordsWorld
{
public:
    void run(const QString &line)
    {
        const QUuid id = world.workspace().submit(*parseCommand(line));
        const bool hasEnded = waitUntil(
            [&] { return world.jobs().job(id) && world.jobs().job(id)->state == JobState::Finished; }, 30000);
        if (!hasEnded)
            qFatal("The job does not end");
    }
    CommandDialog *open(const QString &line, const QStringList &pools)
    {
        dialog = std::make_unique<CommandDialog>(&world.workspace(), *parseCommand(line), pools);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        return dialog.get();
    }
    QString said(const char *name) const
    {
        return cspool::test::said(dialog->findChild<QWidget *>(QString::fromLatin1(name)));
    }
    QString heading() const { return dialog->findChild<QLabel *>(u"heading"_s)->text(); }
    const ConfirmDialog *ask() const
    {
        dialog->findChild<QPushButton *>(u"submit"_s)->click();
        if (!waitUntil([this] { return dialog->findChild<ConfirmDialog *>() != nullptr; }))
            qFatal("Nothing is asked");
        return dialog->findChild<ConfirmDialog *>();
    }

    UiWorld world;
    std::unique_ptr<CommandDialog> dialog;
};

} // namespace

class TestCommandFormWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDirectionIsThatOfTheData_data();
    void theDirectionIsThatOfTheData();
    void aFailedOverPoolIsBackedUpFromItsBackupPool();
    void whatIsDestroyedStandsInTheFormAlready();
    void aModuleInErrorStateIsWarnedOfBeforehand();
    void aLineWithAWrongValueCannotBeCopied();
    void returnPressesTheButtonThatHasTheKeyboard();
};

void TestCommandFormWords::theDirectionIsThatOfTheData_data()
{
    QTest::addColumn<QString>("cmdlet");
    QTest::addColumn<bool>("isFailedOver");
    QTest::addColumn<QString>("direction");
    QTest::newRow("backup") << u"Backup-CsPool"_s << false << u"a → b"_s;
    QTest::newRow("backup, failed over") << u"Backup-CsPool"_s << true << u"b → a (a is failed over)"_s;
    QTest::newRow("synchronisation") << u"Invoke-CsBackupServiceSync"_s << false << u"a → b"_s;
    QTest::newRow("failover") << u"Invoke-CsPoolFailOver"_s << false << u"a → b"_s;
    QTest::newRow("failover once more") << u"Invoke-CsPoolFailOver"_s << true << u"a → b"_s;
    QTest::newRow("failback") << u"Invoke-CsPoolFailBack"_s << true << u"b → a"_s;
}

void TestCommandFormWords::theDirectionIsThatOfTheData()
{
    QFETCH(QString, cmdlet);
    QFETCH(bool, isFailedOver);
    QFETCH(QString, direction);
    const CmdletInfo *info = findCmdlet(cmdlet);
    QVERIFY(info);
    const QStringList failedOver = isFailedOver ? QStringList(u"a"_s) : QStringList();
    const CommandPhrases phrases(*info, {u"a"_s, u"c"_s}, {}, failedOver);
    QCOMPARE(phrases.direction(u"a"_s, u"b"_s), direction);
    QCOMPARE(phrases.direction(u"a"_s, {}), u"a"_s);
}

void TestCommandFormWords::aFailedOverPoolIsBackedUpFromItsBackupPool()
{
    WordsWorld w;
    w.world.open();
    w.open(u"Backup-CsPool"_s, {PoolB}); // before it is failed over: the form follows
    QTRY_COMPARE(w.heading(), u"Back up b.example.com to a.example.com"_s);
    w.run(u"Invoke-CsPoolFailOver -PoolFqdn b.example.com -DisasterMode -Confirm:$false"_s);
    w.world.workspace().monitor()->refreshPool(PoolB);
    const QString reversed = u"Back up b.example.com, which is failed over, from a.example.com to b.example.com"_s;
    QTRY_COMPARE(w.heading(), reversed);
    QVERIFY(said(w.ask()).contains(QString(reversed + u'?')));
    w.open(u"Backup-CsPool"_s, {PoolA, PoolB});
    QTRY_VERIFY2(w.heading().contains("those that are failed over from their backup pools"_L1),
                 qPrintable(w.heading()));
    const QString subjects = w.ask()->findChild<QPlainTextEdit *>(u"confirmSubjects"_s)->toPlainText();
    QCOMPARE(subjects,
             u"a.example.com → b.example.com\na.example.com → b.example.com (b.example.com is failed over)"_s);
}

void TestCommandFormWords::whatIsDestroyedStandsInTheFormAlready()
{
    WordsWorld w;
    w.world.open();
    w.open(u"Invoke-CsBackupServiceSync -BackupModule ConfServices.DataConf -Force"_s, {PoolA});
    QVERIFY2(w.said("noteForce").contains("is deleted on the backup pool too"_L1), qPrintable(w.said("noteForce")));
    const QString destroying = w.said("messageBar");
    QVERIFY2(destroying.contains("read the warning"_L1), qPrintable(destroying));
    w.open(u"Invoke-CsBackupServiceSync"_s, {PoolA});
    QCOMPARE(w.said("messageBar").trimmed(), u"The parameters are complete."_s);
    w.open(u"Remove-CsUserStoreBackupData"_s, {PoolA});
    QVERIFY2(w.said("poolWarnings").contains("is deleted for good"_L1), qPrintable(w.said("poolWarnings")));
}

void TestCommandFormWords::aModuleInErrorStateIsWarnedOfBeforehand()
{
    WordsWorld w;
    w.world.deployment.writeContent(PoolA, PoolA, u"meeting/deck.pdf"_s, "slides");
    w.world.open();
    w.run(u"Backup-CsPool -PoolFqdn a.example.com -Confirm:$false"_s);
    w.open(u"Backup-CsPool"_s, {PoolA});
    QVERIFY(!w.said("poolWarnings").contains("ErrorState"_L1));
    QVERIFY(QFile::remove(w.world.deployment.folder()
                          + u"/pools/a.example.com/file-store/a.example.com/meeting/deck.pdf"_s));
    w.run(u"Backup-CsPool -PoolFqdn a.example.com -Confirm:$false"_s);
    w.world.workspace().monitor()->setWantedPools({PoolA});
    w.world.workspace().monitor()->refreshPool(PoolA);
    const QString warning = u"ConfServices.DataConf of a.example.com is in ErrorState"_s;
    QTRY_VERIFY2(w.said("poolWarnings").contains(warning), qPrintable(w.said("poolWarnings")));
    QVERIFY(said(w.ask()).contains(warning));
}

void TestCommandFormWords::aLineWithAWrongValueCannotBeCopied()
{
    WordsWorld w;
    w.world.open();
    w.open(u"Backup-CsPool"_s, {PoolA});
    auto *copy = w.dialog->findChild<QPushButton *>(u"copyCommandLine"_s);
    auto *field = w.dialog->findChild<QLineEdit *>(u"WaitTime"_s);
    QVERIFY(copy->isEnabled());
    QTest::keyClicks(field, u"banana"_s);
    QVERIFY(!copy->isEnabled());
    QVERIFY2(said(w.dialog.get()).contains("not valid yet"_L1), qPrintable(said(w.dialog.get())));
    field->selectAll();
    QTest::keyClicks(field, u"90"_s);
    QVERIFY(copy->isEnabled());
    QVERIFY(!said(w.dialog.get()).contains("not valid yet"_L1));
}

void TestCommandFormWords::returnPressesTheButtonThatHasTheKeyboard()
{
    WordsWorld w;
    w.world.open();
    w.open(u"Backup-CsPool -RetryCount 3"_s, {PoolA});
    auto *field = w.dialog->findChild<QLineEdit *>(u"RetryCount"_s);
    auto *reset = w.dialog->findChild<QPushButton *>(u"reset"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Return); // in a field: nothing
    QCOMPARE(field->text(), u"3"_s);
    reset->setFocus();
    QTest::keyClick(reset, Qt::Key_Return);
    QCOMPARE(field->text(), QString());
    QVERIFY(said(w.dialog.get()).contains("Ctrl+Enter"_L1));
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestCommandFormWords)
#include "tst_command_form_words.moc"
