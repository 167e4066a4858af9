// The window's question before something is changed.
#include "ui/command_form/confirm_dialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

Confirmation backup()
{
    return {u"Back up 3 pools to their backup pools?"_s,
            DeploymentInfo{{}, DeploymentKind::Lab, u"Test"_s, {}},
            u"Back up 3 pools"_s,
            {u"a.example.com"_s, u"b.example.com"_s, u"c.example.com"_s},
            {u"The report <b>x</b> will be replaced."_s},
            {},
            {u"Backup-CsPool -PoolFqdn a.example.com -Confirm:$false"_s}};
}

class Shown
{
public:
    explicit Shown(const Confirmation &confirmation)
        : dialog(new ConfirmDialog(confirmation, &window))
        , accepted(dialog, &QDialog::accepted)
        , rejected(dialog, &QDialog::rejected)
    {
        window.show();
        dialog->open();
        if (!QTest::qWaitForWindowActive(dialog))
            qFatal("The question does not become active");
    }
    template <typename Widget> Widget *find(const char *name) const
    {
        return dialog->findChild<Widget *>(QString::fromLatin1(name));
    }

    QWidget window;
    QPointer<ConfirmDialog> dialog;
    QSignalSpy accepted;
    QSignalSpy rejected;
};

} // namespace

class TestConfirmDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsSaid();
    void enterAndEscapeAreTheSafeAnswer_data();
    void enterAndEscapeAreTheSafeAnswer();
    void theVerbAccepts();
    void aLossMustBeTickedFirst();
    void tabLeavesTheTexts();
};

void TestConfirmDialog::everythingIsSaid()
{
    const Shown shown(backup());
    QCOMPARE(shown.find<QLabel>("confirmQuestion")->text(), backup().question);
    QCOMPARE(shown.find<QLabel>("deployment")->text(), u"Lab deployment Test"_s);
    QCOMPARE(shown.find<QPlainTextEdit>("confirmSubjects")->toPlainText(), backup().subjects.join(u'\n'));
    QCOMPARE(shown.find<QPlainTextEdit>("confirmCommands")->toPlainText(), backup().commandLines.first());
    const auto labels = shown.find<QWidget>("confirmNote")->findChildren<QLabel *>();
    QCOMPARE(labels.last()->text(), backup().notes.first());
    QCOMPARE(labels.last()->textFormat(), Qt::PlainText);
    QVERIFY(!shown.find<QCheckBox>("confirmUnderstood"));
    QTRY_VERIFY(shown.find<QPushButton>("confirmCancel")->hasFocus());
}

void TestConfirmDialog::enterAndEscapeAreTheSafeAnswer_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("Escape") << Qt::Key_Escape;
    QTest::newRow("Space") << Qt::Key_Space;
}

void TestConfirmDialog::enterAndEscapeAreTheSafeAnswer()
{
    QFETCH(Qt::Key, key);
    const Shown shown(backup());
    QTest::keyClick(shown.dialog->focusWidget(), key);
    QTRY_VERIFY(!shown.dialog);
    QCOMPARE(shown.accepted.count(), 0);
    QCOMPARE(shown.rejected.count(), 1);
}

void TestConfirmDialog::theVerbAccepts()
{
    const Shown shown(backup());
    QCOMPARE(shown.find<QPushButton>("confirmAccept")->text(), u"&Back up 3 pools"_s);
    QTest::keyClick(shown.dialog, Qt::Key_B, Qt::AltModifier);
    QTRY_VERIFY(!shown.dialog);
    QCOMPARE(shown.accepted.count(), 1);
}

void TestConfirmDialog::aLossMustBeTickedFirst()
{
    Confirmation dangerous = backup();
    dangerous.losses = {u"What had not been backed up is lost."_s};
    const Shown shown(dangerous);
    QTRY_VERIFY(shown.find<QPushButton>("confirmCancel")->hasFocus());
    QVERIFY(!shown.find<QPushButton>("confirmAccept")->isEnabled());
    QTest::keyClick(shown.dialog, Qt::Key_B, Qt::AltModifier);
    QVERIFY(shown.dialog);
    QCOMPARE(shown.find<QWidget>("confirmLoss")->findChildren<QLabel *>().last()->text(), dangerous.losses.first());
    QTest::mouseClick(shown.find<QCheckBox>("confirmUnderstood"), Qt::LeftButton, {}, QPoint(5, 5));
    QVERIFY(shown.find<QPushButton>("confirmAccept")->isEnabled());
    QTest::mouseClick(shown.find<QPushButton>("confirmAccept"), Qt::LeftButton);
    QTRY_COMPARE(shown.accepted.count(), 1);
}

void TestConfirmDialog::tabLeavesTheTexts()
{
    const Shown shown(backup());
    QSet<QWidget *> visited;
    for (int i = 0; i < 20; ++i) {
        visited.insert(shown.dialog->focusWidget());
        QTest::keyClick(shown.dialog->focusWidget(), Qt::Key_Tab);
    }
    QVERIFY(visited.contains(shown.find<QPlainTextEdit>("confirmSubjects")));
    QVERIFY(visited.contains(shown.find<QPlainTextEdit>("confirmCommands")));
    QVERIFY(visited.contains(shown.find<QPushButton>("confirmAccept")));
    QVERIFY(visited.contains(shown.find<QPushButton>("confirmCancel")));
}

} // namespace cspool

QTEST_MAIN(cspool::TestConfirmDialog)
#include "tst_confirm_dialog.moc"
