// SettingsDialog: nothing changes before OK or Apply, and everything does then.
#include "tests/support/ui_world.h"
#include "backend/known_servers.h"
#include "ui/refresh_menu.h"
#include "ui/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

template <typename T> T *child(QWidget *parent, const QString &name)
{
    T *found = parent->findChild<T *>(name);
    if (!found)
        qFatal("No child %s", qPrintable(name));
    return found;
}

QPushButton *button(QWidget *dialog, QDialogButtonBox::StandardButton which)
{
    return child<QDialogButtonBox>(dialog, u"buttons"_s)->button(which);
}

// Everything differs from what holds without a settings file.
void changeEverything(QWidget *dialog)
{
    QComboBox *theme = child<QComboBox>(dialog, u"theme"_s);
    theme->setCurrentIndex(theme->findData(int(ThemeChoice::Dark)));
    QComboBox *language = child<QComboBox>(dialog, u"language"_s);
    language->setCurrentIndex(language->findData(u"de"_s));
    child<QSpinBox>(dialog, u"refreshMinutes"_s)->setValue(7);
    child<QSpinBox>(dialog, u"retentionDays"_s)->setValue(30);
    child<QCheckBox>(dialog, u"notifies"_s)->setChecked(false);
}

} // namespace

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void okAppliesAndCloses();
    void applyAppliesAndStays();
    void escapeChangesNothing();
    void applyIsThereOnlyForAChange();
    void aNewLanguageSaysThatItNeedsARestart();
    void anAppliedRefreshIntervalReachesTheOpenDeployment();
    void theRetentionSaysWhenItRemovesWhat();
    void placesAreShownAndOpened();
    void aServerIsForgottenWithItsPasswordAndCertificate();
    void theRefreshMenuAndTheDialogAgree();
    void whatIsNoNumberIsTheFallbackAndWhatIsBeyondIsTheBound_data();
    void whatIsNoNumberIsTheFallbackAndWhatIsBeyondIsTheBound();
};

void TestSettingsDialog::whatIsNoNumberIsTheFallbackAndWhatIsBeyondIsTheBound_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<int>("refresh");
    QTest::addColumn<int>("retention");
    QTest::newRow("numbers") << QByteArray("300") << 300 << 300;
    QTest::newRow("off") << QByteArray("0") << 0 << 0;
    QTest::newRow("a word") << QByteArray("abc") << 120 << 365;
    QTest::newRow("empty") << QByteArray("") << 120 << 365;
    QTest::newRow("negative") << QByteArray("-5") << 0 << 0;
    QTest::newRow("greater than a timer can wait") << QByteArray("2147483647") << 24 * 60 * 60 << 10 * 365;
    QTest::newRow("greater than a number") << QByteArray("99999999999999999999") << 120 << 365;
}

void TestSettingsDialog::whatIsNoNumberIsTheFallbackAndWhatIsBeyondIsTheBound()
{
    QFETCH(QByteArray, written);
    QTemporaryDir directory;
    QFile file(directory.filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[view]\nrefreshInterval=" + written + "\n[jobs]\nretentionDays=" + written + "\n");
    file.close();
    const Settings settings(file.fileName());
    QTEST(settings.value(Settings::RefreshInterval), "refresh");
    QTEST(settings.value(Settings::HistoryRetentionDays), "retention");
}

void TestSettingsDialog::theRefreshMenuAndTheDialogAgree()
{
    UiWorld world;
    RefreshMenu menu(&world.settings());
    const auto checked = [&menu] {
        QStringList texts;
        const QList<QAction *> actions = menu.actions();
        for (const QAction *action : actions) {
            if (action->isChecked() && action->isVisible())
                texts.append(action->text());
        }
        return texts.join(u'|');
    };
    QCOMPARE(checked(), u"Every 2 minute(s)"_s);
    menu.actions().first()->trigger();
    QCOMPARE(world.settings().value(Settings::RefreshInterval), 0);
    QCOMPARE(checked(), u"&Off"_s);
    SettingsDialog dialog(&world.workspace(), {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(child<QSpinBox>(&dialog, u"refreshMinutes"_s)->value(), 0);
    child<QSpinBox>(&dialog, u"refreshMinutes"_s)->setValue(7);
    QTest::mouseClick(button(&dialog, QDialogButtonBox::Apply), Qt::LeftButton);
    QCOMPARE(checked(), u"Every 7 minute(s)"_s);
    world.settings().setValue(Settings::RefreshInterval, 90);
    QCOMPARE(checked(), u"Every 90 second(s)"_s);
    world.settings().setValue(Settings::RefreshInterval, 300);
    QCOMPARE(checked(), u"Every 5 minute(s)"_s);
    QVERIFY(!menu.actions().last()->isVisible());
}

void TestSettingsDialog::okAppliesAndCloses()
{
    UiWorld world;
    QPointer<SettingsDialog> dialog = new SettingsDialog(&world.workspace(), {});
    dialog->open();
    changeEverything(dialog);
    QVERIFY(world.settings().theme() == ThemeChoice::System);
    QTest::mouseClick(button(dialog, QDialogButtonBox::Ok), Qt::LeftButton);
    QTRY_VERIFY(!dialog);
    QVERIFY(world.settings().theme() == ThemeChoice::Dark);
    QCOMPARE(world.settings().value(Settings::Language), u"de"_s);
    QCOMPARE(world.settings().value(Settings::RefreshInterval), 7 * 60);
    QCOMPARE(world.settings().value(Settings::HistoryRetentionDays), 30);
    QCOMPARE(world.settings().value(Settings::NotifyWhenJobEnds), false);
}

void TestSettingsDialog::applyAppliesAndStays()
{
    UiWorld world;
    QPointer<SettingsDialog> dialog = new SettingsDialog(&world.workspace(), {});
    dialog->open();
    changeEverything(dialog);
    QTest::mouseClick(button(dialog, QDialogButtonBox::Apply), Qt::LeftButton);
    QVERIFY(world.settings().theme() == ThemeChoice::Dark);
    QVERIFY(!button(dialog, QDialogButtonBox::Apply)->isEnabled());
    QVERIFY(dialog->isVisible());
    dialog->close();
}

void TestSettingsDialog::escapeChangesNothing()
{
    UiWorld world;
    QPointer<SettingsDialog> dialog = new SettingsDialog(&world.workspace(), {});
    dialog->open();
    changeEverything(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    QVERIFY(world.settings().theme() == ThemeChoice::System);
    QCOMPARE(world.settings().value(Settings::Language), QString());
    QCOMPARE(world.settings().value(Settings::HistoryRetentionDays), Settings::HistoryRetentionDays.fallback);
}

void TestSettingsDialog::applyIsThereOnlyForAChange()
{
    UiWorld world;
    SettingsDialog dialog(&world.workspace(), {});
    QPushButton *apply = button(&dialog, QDialogButtonBox::Apply);
    QVERIFY(!apply->isEnabled());
    QCheckBox *notifies = child<QCheckBox>(&dialog, u"notifies"_s);
    notifies->click();
    QVERIFY(apply->isEnabled());
    notifies->click();
    QVERIFY(!apply->isEnabled());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
}

void TestSettingsDialog::aNewLanguageSaysThatItNeedsARestart()
{
    UiWorld world;
    SettingsDialog dialog(&world.workspace(), {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    auto *hint = child<QLabel>(&dialog, u"restartHint"_s);
    QVERIFY(!hint->isVisible());
    auto *language = child<QComboBox>(&dialog, u"language"_s);
    language->setCurrentIndex(language->findData(u"de"_s));
    QVERIFY(hint->isVisible());
    dialog.close();
}

void TestSettingsDialog::anAppliedRefreshIntervalReachesTheOpenDeployment()
{
    UiWorld world;
    world.open();
    SettingsDialog dialog(&world.workspace(), {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    child<QSpinBox>(&dialog, u"refreshMinutes"_s)->setValue(0);
    button(&dialog, QDialogButtonBox::Ok)->click();
    QCOMPARE(int(world.workspace().monitor()->refreshInterval().count()), 0);
}

void TestSettingsDialog::theRetentionSaysWhenItRemovesWhat()
{
    UiWorld world;
    SettingsDialog dialog(&world.workspace(), {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    auto *hint = child<QLabel>(&dialog, u"retentionHint"_s);
    QVERIFY(hint->isVisible());
    QVERIFY(hint->text().contains(u"start"_s));
    QCOMPARE(child<QSpinBox>(&dialog, u"retentionDays"_s)->accessibleDescription(), hint->text());
    dialog.close();
}

void TestSettingsDialog::placesAreShownAndOpened()
{
    UiWorld world;
    world.settings().setTheme(ThemeChoice::Light); // so that the file is there
    SettingsDialog dialog(&world.workspace(), {{u"History"_s, world.filePath(u"history"_s)}});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    const QList<QLineEdit *> paths = dialog.findChildren<QLineEdit *>();
    QVERIFY(std::any_of(paths.cbegin(), paths.cend(),
                        [&world](const QLineEdit *path) { return path->text() == world.filePath(u"history"_s); }));
    child<QPushButton>(&dialog, u"openPlace0"_s)->click();
    QTRY_COMPARE(world.desktop.openedUrls, QList<QUrl>{QUrl::fromLocalFile(world.filePath(u"history"_s))});
    dialog.close();
}

void TestSettingsDialog::aServerIsForgottenWithItsPasswordAndCertificate()
{
    UiWorld world;
    KnownServers known(&world.settings());
    KnownServer server{*ConnectionSettings::fromAddress(u"pool01.contoso.com"_s), true};
    server.settings.user = uR"(CONTOSO\anna)"_s;
    known.remember(server);
    known.trust(server.settings.url, u"0a1b"_s.repeated(16), world.desktop.now());
    known.trust(QUrl(u"https://other:8443/x"_s), u"ff"_s.repeated(32), world.desktop.now());
    world.passwords.kept[{server.settings.url.toString(), server.settings.user}] = u"secret"_s;
    QPointer<SettingsDialog> dialog = new SettingsDialog(&world.workspace(), {});
    dialog->open();
    auto *table = child<QTableWidget>(dialog, u"knownServers"_s);
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 0)->text(), u"https://pool01.contoso.com/OcsPowershell"_s);
    QVERIFY(table->item(0, 3)->text().startsWith(u"0A:1B:0A"_s));
    QCOMPARE(table->item(1, 0)->text(), u"other:8443"_s);
    QVERIFY(!child<QPushButton>(dialog, u"forgetServer"_s)->isEnabled());
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Home);
    table->selectRow(0);
    QTest::keyClick(child<QPushButton>(dialog, u"forgetServer"_s), Qt::Key_Space);
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(known.servers().size(), 1); // nothing is forgotten before OK
    QTest::mouseClick(button(dialog, QDialogButtonBox::Ok), Qt::LeftButton);
    QVERIFY(known.servers().isEmpty());
    QCOMPARE(known.certificates().size(), 1);
    QCOMPARE(known.certificates().first().host, u"other:8443"_s);
    QVERIFY(world.passwords.kept.empty());
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestSettingsDialog)
#include "tst_settings_dialog.moc"
