// Connecting to a server by keyboard: what is asked, what is refused, what is remembered, and that no password is.
#include "tests/support/patience.h"
#include "tests/support/window_driver.h"
#include "ui/command_form/tone_label.h"
#include "ui/deployments/certificate_dialog.h"
#include "ui/deployments/connect_dialog.h"
#include "ui/deployments/deployment_controller.h"
#include "ui/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

const QString Marked = u"Marked-Passw0rd-4711"_s;
const QString Fingerprint = u"0A:1B:2C:3D"_s + u":4E:5F:60:71"_s.repeated(7);

CertificateProblem certificate(const QString &host)
{
    return {host,
            u"CN=<b>pool01</b>"_s,
            u"CN=Contoso CA"_s,
            u"1 May 2027"_s,
            Fingerprint,
            {u"It is signed by itself."_s, u"It is for another host."_s}};
}

// The window without a deployment, in which the dialog is opened by its key.
struct Console
{
    Console()
        : window(&world.workspace())
    {
        window.show();
        activate();
    }

    // Where there is no window manager, nobody else does so after a dialog.
    void activate()
    {
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("The window is not active");
    }

    void open()
    {
        activate();
        QTest::keySequence(&window, QKeySequence(u"Ctrl+Shift+N"_s));
        waitForDialog(u"connectDialog"_s);
    }
    void waitForDialog(const QString &name)
    {
        const bool isThere = waitUntil(
            [&] { return QApplication::activeWindow() && QApplication::activeWindow()->objectName() == name; });
        if (!isThere)
            qFatal("No dialog %s", qPrintable(name));
    }
    ConnectDialog *dialog() { return window.findChild<ConnectDialog *>(); }
    template <typename T> T *find(const char *name)
    {
        auto *found = window.findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("No %s", name);
        return found;
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    QString message() { return find<ToneLabel>("connectMessage")->text(); }
    // By its mnemonic, which takes a moment, as a press of the button would.
    void check(Qt::Key key, const char *name)
    {
        press(key, Qt::AltModifier);
        if (!waitUntil([&] { return find<QAbstractButton>(name)->isChecked(); }))
            qFatal("%s is not checked", name);
    }
    void waitForAttempt(qsizetype count)
    {
        if (!waitUntil([&] { return world.servers().attempts.size() == count && world.servers().isWaiting(); }))
            qFatal("No attempt");
    }
    void letIn()
    {
        world.servers().answer(std::make_unique<FakeServerSession>(world.servers().attempts.last().settings));
        if (!waitUntil([&] { return world.workspace().session() && !dialog(); }))
            qFatal("Not connected");
    }
    // The address, and another user with the marked password.
    void enterUser()
    {
        type(u"pool01.contoso.com"_s);
        check(Qt::Key_U, "otherUser");
        press(Qt::Key_N, Qt::AltModifier);
        type(uR"(CONTOSO\anna)"_s);
        press(Qt::Key_P, Qt::AltModifier);
        type(Marked);
    }

    UiWorld world;
    MainWindow window;
};

// Of all files of a world: those in which the text is, in UTF-8 or UTF-16.
QStringList filesWith(const QString &folder, const QString &text)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        if (content.contains(text.toUtf8()) || content.contains(wide))
            found.append(file.fileName());
    }
    return found;
}

} // namespace

class TestConnectDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBareHostIsCompletedAndConnected();
    void whatTheAddressBecomesIsShownWhileItIsTyped();
    void sshAndThisMachineAreAskedForNothing_data();
    void sshAndThisMachineAreAskedForNothing();
    void aKnownSshServerIsEnteredWithItsUser();
    void oneMessageNamesTheField_data();
    void oneMessageNamesTheField();
    void cancelEndsTheAttemptAndStays();
    void escapeWithoutAnAttemptCloses();
    void aCertificateIsShownWholeAndTrustingItIsAnAct();
    void aCertificateIsNotTrustedByReturn();
    void aTrustedCertificateIsOfItsHostAlone();
    void anotherCertificateThanTheTrustedOneSaysSo();
    void fingerprintsAreCompared();
    void aWrongPasswordIsAskedForThreeTimes();
    void aServerThatWantsAPasswordAsksForAUser();
    void aFailureSaysWhatToDo();
    void theBackupPoolOfOneThatCannotBeReachedIsSuggested();
    void whoIsRefusedIsNotSentToTheBackupPool();
    void theBackupPoolHasItsOwnCertificateAndPassword();
    void timeOutsAreRememberedForTheirServer();
    void aPasswordIsKeptOnlyWhenAsked();
    void aKeptPasswordIsTakenFromTheKeyring();
    void withoutAKeyringASentenceSaysSo();
    void aPasswordThatCouldNotBeKeptSaysSo();
    void thePasswordIsNowhere();
    void lastTimesServerIsAskedForAtTheStart();
    void recentOnesNameLabOrServer();
    void aLostConnectionIsShownAndRestoredByHand();
};

void TestConnectDialog::aBareHostIsCompletedAndConnected()
{
    Console console;
    console.open();
    console.type(u"Pool01.contoso.com"_s);
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    const auto &attempt = console.world.servers().attempts.last();
    QCOMPARE(attempt.settings.url.toString(), u"https://pool01.contoso.com/OcsPowershell"_s);
    QVERIFY(attempt.settings.user.isEmpty());
    QVERIFY(attempt.password.isEmpty());
    QVERIFY(console.find<QLabel>("connectProgress")->isVisible());
    QVERIFY(console.find<QLabel>("connectProgress")->text().contains(u"pool01.contoso.com"_s));
    console.letIn();
    QCOMPARE(console.world.workspace().session()->deployment().location, attempt.settings.url.toString());
    QVERIFY(console.window.windowTitle().startsWith(u"Server deployment"_s));
}

void TestConnectDialog::whatTheAddressBecomesIsShownWhileItIsTyped()
{
    Console console;
    console.open();
    auto *completion = console.find<QLabel>("completion");
    console.type(u"pool01"_s);
    QCOMPARE(completion->text(), u"Connects to https://pool01/OcsPowershell"_s);
    console.type(u":5986"_s);
    QCOMPARE(completion->text(), u"Connects to https://pool01:5986/wsman"_s);
    console.find<QLineEdit>("address")->clear();
    console.type(u"http://pool01"_s);
    QVERIFY2(completion->text().contains(u"not protected"_s), qPrintable(completion->text()));
}

void TestConnectDialog::sshAndThisMachineAreAskedForNothing_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("completion");
    QTest::addColumn<QString>("note");
    QTest::newRow("ssh") << u"ssh://anna@admin01.contoso.com"_s << u"ssh://admin01.contoso.com"_s << u"anna"_s
                         << u"Connects to ssh://anna@admin01.contoso.com"_s << u"Kerberos ticket"_s;
    QTest::newRow("this machine") << u"process:"_s << u"process:"_s << QString()
                                  << u"Connects to PowerShell on this machine"_s << u"no password"_s;
}

void TestConnectDialog::sshAndThisMachineAreAskedForNothing()
{
    QFETCH(const QString, address);
    QFETCH(const QString, url);
    QFETCH(const QString, user);
    QFETCH(const QString, completion);
    QFETCH(const QString, note);
    Console console;
    // A certificate that is trusted for the name says nothing about ssh.
    KnownServers(&console.world.settings())
        .trust(QUrl(u"https://admin01.contoso.com/wsman"_s), u"ff"_s.repeated(32), console.world.desktop.now());
    console.open();
    console.enterUser(); // and then another address
    QVERIFY(console.find<QLabel>("signInNote")->isHidden());
    console.press(Qt::Key_A, Qt::AltModifier);
    console.find<QLineEdit>("address")->selectAll();
    console.type(address);
    QCOMPARE(console.find<QLabel>("completion")->text(), completion);
    QVERIFY(console.find<QLabel>("signInNote")->isVisible());
    QVERIFY(console.find<QLabel>("signInNote")->text().contains(note));
    QVERIFY(console.find<QLineEdit>("address")->accessibleDescription().contains(note));
    for (const char *name : {"ownUser", "otherUser", "user", "password", "keepsPassword", "method"})
        QVERIFY2(!console.find<QWidget>(name)->isEnabled(), name);
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    const auto &attempt = console.world.servers().attempts.last();
    QCOMPARE(attempt.settings.url.toString(), url);
    QCOMPARE(attempt.settings.user, user);
    QVERIFY(attempt.settings.trustedFingerprint.isEmpty());
    QVERIFY(attempt.password.isEmpty());
    console.letIn();
    const QList<KnownServer> servers = KnownServers(&console.world.settings()).servers();
    QCOMPARE(servers.size(), 1);
    QCOMPARE(servers.first().settings.address(), address);
    QVERIFY(!servers.first().isPasswordKept);
}

void TestConnectDialog::aKnownSshServerIsEnteredWithItsUser()
{
    Console console;
    KnownServers(&console.world.settings()).remember({*ConnectionSettings::fromAddress(u"ssh://anna@admin01"_s)});
    console.open();
    console.dialog()->setServer(QUrl(u"ssh://admin01"_s));
    QCOMPARE(console.find<QLineEdit>("address")->text(), u"ssh://anna@admin01"_s);
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    QCOMPARE(console.world.servers().attempts.last().settings.user, u"anna"_s);
}

void TestConnectDialog::oneMessageNamesTheField_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isOtherUser");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("method");
    QTest::addColumn<QString>("start"); // of the message
    QTest::addColumn<QString>("field"); // that has the keyboard
    const QString host = u"p.x"_s;
    QTest::newRow("no address") << u""_s << false << u""_s << u""_s << 0 << u"Address: "_s << u"address"_s;
    QTest::newRow("http") << u"http://p.x"_s << false << u""_s << u""_s << 0 << u"Address: Connections over http://"_s
                          << u"address"_s;
    QTest::newRow("no user") << host << true << u""_s << u"x"_s << 0 << u"Name: "_s << u"user"_s;
    QTest::newRow("half a user") << host << true << uR"(CONTOSO\)"_s << u"x"_s << 0 << u"Name: "_s << u"user"_s;
    QTest::newRow("no password") << host << true << u"anna"_s << u""_s << 0 << u"Password: "_s << u"password"_s;
    QTest::newRow("Basic for nobody") << host << false << u""_s << u""_s << 2 << u"Method: "_s << u"method"_s;
}

void TestConnectDialog::oneMessageNamesTheField()
{
    QFETCH(const QString, address);
    QFETCH(const bool, isOtherUser);
    QFETCH(const QString, user);
    QFETCH(const QString, password);
    QFETCH(const int, method);
    QFETCH(const QString, start);
    QFETCH(const QString, field);
    Console console;
    console.open();
    console.type(address);
    if (isOtherUser)
        console.check(Qt::Key_U, "otherUser");
    console.find<QLineEdit>("user")->setText(user);
    console.find<QLineEdit>("password")->setText(password);
    console.find<QComboBox>("method")->setCurrentIndex(method);
    console.press(Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY2(console.message().startsWith(start), qPrintable(console.message()));
    QCOMPARE(QApplication::focusWidget()->objectName(), field);
    QVERIFY(console.world.servers().attempts.isEmpty());
}

void TestConnectDialog::cancelEndsTheAttemptAndStays()
{
    Console console;
    console.open();
    console.type(u"pool01"_s);
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    console.press(Qt::Key_Escape);
    QVERIFY(!console.world.servers().attempts.first().context);
    QVERIFY(console.dialog()->isVisible());
    QVERIFY(console.message().contains(u"cancelled"_s));
    QVERIFY(console.find<QLineEdit>("address")->isEnabled());
    console.press(Qt::Key_Return);
    console.waitForAttempt(2);
    console.letIn();
}

void TestConnectDialog::escapeWithoutAnAttemptCloses()
{
    Console console;
    console.open();
    console.press(Qt::Key_Escape);
    QTRY_VERIFY(!console.dialog());
    QVERIFY(!console.world.workspace().session());
}

void TestConnectDialog::aCertificateIsShownWholeAndTrustingItIsAnAct()
{
    Console console;
    console.open();
    console.enterUser();
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    console.world.servers().answer(certificate(u"pool01.contoso.com"_s));
    console.waitForDialog(u"certificateDialog"_s);
    QCOMPARE(console.find<QLabel>("subject")->text(), u"CN=<b>pool01</b>"_s);
    QCOMPARE(console.find<QLabel>("subject")->textFormat(), Qt::PlainText);
    QCOMPARE(console.find<QLabel>("issuer")->text(), u"CN=Contoso CA"_s);
    QVERIFY(console.find<QLabel>("reasons")->text().contains(u"for another host"_s));
    QCOMPARE(console.find<QLabel>("fingerprint")->text().split(u'\n').size(), 4);
    auto *trust = console.find<QPushButton>("trustCertificate");
    QCOMPARE(trust->text(), u"&Trust this certificate for pool01.contoso.com"_s);
    console.press(Qt::Key_T, Qt::AltModifier);
    console.waitForAttempt(2);
    const auto &attempt = console.world.servers().attempts.last();
    QCOMPARE(attempt.settings.trustedFingerprint, *normalizedFingerprint(Fingerprint));
    QCOMPARE(attempt.password, Marked);
    console.letIn();
    const KnownServers known(&console.world.settings());
    QCOMPARE(known.certificates().size(), 1);
    QCOMPARE(known.certificates().first().host, u"pool01.contoso.com"_s);
}

void TestConnectDialog::aCertificateIsNotTrustedByReturn()
{
    Console console;
    console.open();
    console.type(u"pool01"_s);
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    console.world.servers().answer(certificate(u"pool01"_s));
    console.waitForDialog(u"certificateDialog"_s);
    console.press(Qt::Key_Return);
    QTRY_VERIFY2(console.message().startsWith(u"Not connected"_s), qPrintable(console.message()));
    QVERIFY(KnownServers(&console.world.settings()).certificates().isEmpty());
    QCOMPARE(console.world.servers().attempts.size(), 1);
}

void TestConnectDialog::aTrustedCertificateIsOfItsHostAlone()
{
    Console console;
    KnownServers known(&console.world.settings());
    known.trust(QUrl(u"https://pool01/OcsPowershell"_s), Fingerprint, console.world.desktop.now());
    console.open();
    console.type(u"pool02"_s);
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    QVERIFY(console.world.servers().attempts.last().settings.trustedFingerprint.isEmpty());
    console.press(Qt::Key_Escape);
    console.find<QLineEdit>("address")->setText(u"https://pool01/other"_s);
    console.press(Qt::Key_Return);
    console.waitForAttempt(2);
    QCOMPARE(console.world.servers().attempts.last().settings.trustedFingerprint, *normalizedFingerprint(Fingerprint));
}

void TestConnectDialog::anotherCertificateThanTheTrustedOneSaysSo()
{
    Console console;
    KnownServers(&console.world.settings())
        .trust(QUrl(u"https://pool01/OcsPowershell"_s), u"ff"_s.repeated(32), console.world.desktop.now());
    console.open();
    console.type(u"pool01"_s);
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    console.world.servers().answer(certificate(u"pool01"_s));
    console.waitForDialog(u"certificateDialog"_s);
    QVERIFY(console.find<QWidget>("certificateChanged")->isVisible());
}

void TestConnectDialog::fingerprintsAreCompared()
{
    CertificateDialog dialog(certificate(u"p"_s), {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *other = dialog.findChild<QLineEdit *>(u"otherFingerprint"_s);
    const auto comparison = [&] { return dialog.findChild<ToneLabel *>(u"comparison"_s)->text(); };
    QVERIFY(!dialog.findChild<QWidget *>(u"certificateChanged"_s)->isVisibleTo(&dialog));
    other->setText(*normalizedFingerprint(Fingerprint));
    QCOMPARE(comparison(), u"It is the same."_s);
    other->setText(u"ff"_s.repeated(32));
    QVERIFY(comparison().startsWith(u"It is another one"_s));
    other->setText(u"ff"_s.repeated(20));
    QVERIFY(comparison().startsWith(u"That is no SHA-256"_s));
}

void TestConnectDialog::aWrongPasswordIsAskedForThreeTimes()
{
    Console console;
    console.open();
    console.enterUser();
    for (int attempt = 1; attempt <= 3; ++attempt) {
        console.press(Qt::Key_Return);
        console.waitForAttempt(attempt);
        console.world.servers().answer(PasswordWanted{uR"(CONTOSO\anna)"_s, u"The password is wrong."_s});
        QTRY_VERIFY(!console.message().isEmpty());
        QVERIFY(console.find<QLineEdit>("password")->text().isEmpty() || attempt == 3);
        if (attempt < 3) {
            QCOMPARE(console.message(), u"The password is wrong."_s);
            QCOMPARE(QApplication::focusWidget()->objectName(), u"password"_s);
            console.type(Marked);
        }
    }
    QTRY_VERIFY(console.message().contains(u"three times"_s));
    QVERIFY(!console.find<QPushButton>("connect")->isEnabled());
    console.find<QLineEdit>("password")->setText(u"once more"_s);
    console.press(Qt::Key_Return);
    QCOMPARE(console.world.servers().attempts.size(), 3);
    console.find<QLineEdit>("user")->setText(uR"(CONTOSO\bert)"_s); // another account is not locked by it
    QVERIFY(console.find<QPushButton>("connect")->isEnabled());
}

void TestConnectDialog::aServerThatWantsAPasswordAsksForAUser()
{
    Console console;
    console.open();
    console.type(u"pool01"_s);
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    console.world.servers().answer(PasswordWanted{{}, u"There is no Kerberos ticket."_s});
    QTRY_COMPARE(console.message(), u"There is no Kerberos ticket."_s);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"user"_s);
}

void TestConnectDialog::aFailureSaysWhatToDo()
{
    Console console;
    console.open();
    console.type(u"pool01"_s);
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    console.world.servers().answer(Error{ErrorCategory::ResourceUnavailable, u"HostNotFound"_s,
                                         u"There is no host pool01."_s, u"Check the name."_s});
    QTRY_COMPARE(console.message(), u"There is no host pool01. Check the name."_s);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"address"_s);
}

namespace {

const Error OutOfReach{ErrorCategory::ResourceUnavailable, u"PortClosed"_s, u"Nothing answers."_s, u"Check it."_s};

// pool01 was connected to before, and its pairing was read.
void rememberPair(Console &console)
{
    KnownServer first{*ConnectionSettings::fromAddress(u"pool01.contoso.com"_s), false, u"pool02.contoso.com"_s};
    KnownServers(&console.world.settings()).remember(first);
}

} // namespace

void TestConnectDialog::theBackupPoolOfOneThatCannotBeReachedIsSuggested()
{
    Console console;
    rememberPair(console);
    console.open();
    console.type(u"pool01.contoso.com"_s);
    auto *instead = console.find<QPushButton>("connectToBackup");
    QVERIFY(!instead->isVisible());
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    console.world.servers().answer(OutOfReach);
    QTRY_VERIFY(instead->isVisible());
    QVERIFY(console.message().startsWith(u"Nothing answers. Check it."_s));
    QVERIFY(console.message().contains(u"pool02.contoso.com"_s));
    QVERIFY(instead->hasFocus());
    QCOMPARE(console.world.servers().attempts.size(), 1); // nothing by itself
    console.press(Qt::Key_I, Qt::AltModifier);
    console.waitForAttempt(2);
    QCOMPARE(console.world.servers().attempts.last().settings.url, QUrl(u"https://pool02.contoso.com/OcsPowershell"_s));
    console.letIn();
    QCOMPARE(KnownServers(&console.world.settings()).servers().size(), 2);
}

void TestConnectDialog::whoIsRefusedIsNotSentToTheBackupPool()
{
    Console console;
    rememberPair(console);
    console.open();
    console.type(u"pool01.contoso.com"_s);
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    console.world.servers().answer(
        Error{ErrorCategory::PermissionDenied, u"NotAuthorized"_s, u"You are not let in."_s});
    QTRY_COMPARE(console.message(), u"You are not let in."_s);
    QVERIFY(!console.find<QPushButton>("connectToBackup")->isVisible());
}

void TestConnectDialog::theBackupPoolHasItsOwnCertificateAndPassword()
{
    Console console;
    rememberPair(console);
    KnownServers(&console.world.settings())
        .trust(QUrl(u"https://pool01.contoso.com/"_s), Fingerprint, console.world.desktop.now());
    console.open();
    console.enterUser();
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    QVERIFY(!console.world.servers().attempts.last().settings.trustedFingerprint.isEmpty());
    console.world.servers().answer(OutOfReach);
    QTRY_VERIFY(console.find<QPushButton>("connectToBackup")->isVisible());
    console.press(Qt::Key_I, Qt::AltModifier);
    // The same user; the password of one server is not shown to another one unasked.
    QTRY_COMPARE(console.find<QLineEdit>("address")->text(), u"https://pool02.contoso.com/OcsPowershell"_s);
    QCOMPARE(console.find<QLineEdit>("user")->text(), uR"(CONTOSO\anna)"_s);
    QCOMPARE(console.find<QLineEdit>("password")->text(), QString());
    QCOMPARE(console.world.servers().attempts.size(), 1);
    console.type(Marked);
    console.press(Qt::Key_Return);
    console.waitForAttempt(2);
    QVERIFY(console.world.servers().attempts.last().settings.trustedFingerprint.isEmpty());
    console.letIn();
}

void TestConnectDialog::timeOutsAreRememberedForTheirServer()
{
    Console console;
    console.open();
    console.type(u"pool01.contoso.com"_s);
    console.check(Qt::Key_M, "more");
    auto *reading = console.find<QSpinBox>("queryTimeout");
    QCOMPARE(reading->value(), 120);
    QCOMPARE(reading->minimum(), 1);
    QCOMPARE(reading->maximum(), 600);
    QVERIFY(reading->toolTip().contains(u"600"_s));
    console.press(Qt::Key_D, Qt::AltModifier);
    QTRY_VERIFY(reading->hasFocus());
    console.press(Qt::Key_A, Qt::ControlModifier);
    console.type(u"45"_s);
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    QVERIFY(console.world.servers().attempts.last().settings.queryTimeout == std::chrono::seconds(45));
    console.letIn();
    console.open();
    console.dialog()->setServer(QUrl(u"https://pool01.contoso.com/OcsPowershell"_s));
    QCOMPARE(console.find<QSpinBox>("queryTimeout")->value(), 45);
}

void TestConnectDialog::aPasswordIsKeptOnlyWhenAsked()
{
    Console console;
    console.open();
    console.enterUser();
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    console.letIn();
    QVERIFY(console.world.passwords.kept.empty());
    console.open();
    console.enterUser();
    console.check(Qt::Key_R, "keepsPassword");
    console.press(Qt::Key_C, Qt::AltModifier);
    console.waitForAttempt(2);
    console.world.servers().answer(
        std::make_unique<FakeServerSession>(console.world.servers().attempts.last().settings));
    QTRY_VERIFY(!console.dialog());
    QCOMPARE(console.world.passwords.kept.size(), std::size_t(1));
    QCOMPARE(console.world.passwords.kept.begin()->second, Marked);
}

void TestConnectDialog::aKeptPasswordIsTakenFromTheKeyring()
{
    Console console;
    KnownServer server{*ConnectionSettings::fromAddress(u"pool01.contoso.com"_s), true};
    server.settings.user = uR"(CONTOSO\anna)"_s;
    KnownServers(&console.world.settings()).remember(server);
    console.world.passwords.kept[{server.settings.url.toString(), server.settings.user}] = Marked;
    console.window.deployments()->connectToServer(server.settings.url);
    console.waitForDialog(u"connectDialog"_s);
    auto *password = console.find<QLineEdit>("password");
    QTRY_COMPARE(password->text(), Marked);
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    QVERIFY(console.find<QCheckBox>("keepsPassword")->isChecked());
    QVERIFY(console.world.servers().attempts.isEmpty()); // nothing is connected to unasked
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    QCOMPARE(console.world.servers().attempts.last().password, Marked);
}

void TestConnectDialog::withoutAKeyringASentenceSaysSo()
{
    Console console;
    console.world.passwords.error
        = Error{ErrorCategory::ResourceUnavailable, u"NoKeyring"_s, u"There is no keyring."_s};
    console.open();
    auto *keeps = console.find<QCheckBox>("keepsPassword");
    console.check(Qt::Key_U, "otherUser");
    QTRY_COMPARE(console.find<QLabel>("keyringNote")->text(), u"There is no keyring."_s);
    QVERIFY(!keeps->isEnabled());
    QVERIFY(console.find<QLineEdit>("password")->isEnabled());
}

void TestConnectDialog::aPasswordThatCouldNotBeKeptSaysSo()
{
    Console console;
    console.open();
    console.enterUser();
    console.check(Qt::Key_R, "keepsPassword");
    console.press(Qt::Key_C, Qt::AltModifier);
    console.waitForAttempt(1);
    console.world.passwords.error = Error{ErrorCategory::PermissionDenied, u"KeyringLocked"_s, u"It is locked."_s};
    console.letIn();
    QTRY_VERIFY(console.window.findChild<QMessageBox *>(u"passwordNotKept"_s));
    QCOMPARE(console.window.findChild<QMessageBox *>(u"passwordNotKept"_s)->informativeText(), u"It is locked."_s);
}

void TestConnectDialog::thePasswordIsNowhere()
{
    Console console;
    console.open();
    console.enterUser();
    console.check(Qt::Key_R, "keepsPassword");
    console.press(Qt::Key_C, Qt::AltModifier);
    console.waitForAttempt(1);
    console.letIn();
    const QUuid job = console.world.workspace().submit(
        Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, u"pool01.contoso.com"_s).set(u"Confirm"_s, false));
    QTRY_VERIFY(console.world.jobs().unfinishedJobs().isEmpty());
    QVERIFY(!console.world.jobs().job(job)->commandLine.contains(Marked));
    console.world.settings().setValue(Setting<bool>{"test/written", false}, true);
    const QString folder = QFileInfo(console.world.settings().fileName()).path();
    console.window.close();
    QTRY_VERIFY(!filesWith(folder, u"pool01.contoso.com"_s).isEmpty()); // it is looked for where there is something
    QCOMPARE(filesWith(folder, Marked), QStringList());
}

void TestConnectDialog::lastTimesServerIsAskedForAtTheStart()
{
    Console console;
    console.open();
    console.type(u"pool01.contoso.com"_s);
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    console.letIn();
    UiWorld &world = console.world;
    MainWindow again(&world.workspace());
    again.show();
    again.start();
    QTRY_VERIFY(again.findChild<ConnectDialog *>());
    QCOMPARE(again.findChild<ConnectDialog *>()->findChild<QLineEdit *>(u"address"_s)->text(),
             u"https://pool01.contoso.com/OcsPowershell"_s);
    QCOMPARE(world.servers().attempts.size(), 1);
}

void TestConnectDialog::recentOnesNameLabOrServer()
{
    Console console;
    console.open();
    console.type(u"pool01.contoso.com"_s);
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    console.letIn();
    console.world.workspace().openLab(console.world.deployment.folder());
    QTRY_VERIFY(console.world.workspace().session()->deployment().kind == DeploymentKind::Lab);
    auto *menu = console.find<QMenu>("recentDeployments");
    QVERIFY(menu->actions().at(0)->text().startsWith(u"&1  Lab "_s));
    QCOMPARE(menu->actions().at(1)->text(), u"&2  Server https://pool01.contoso.com/OcsPowershell"_s);
    menu->actions().at(1)->trigger();
    console.waitForDialog(u"connectDialog"_s);
    QCOMPARE(console.find<QLineEdit>("address")->text(), u"https://pool01.contoso.com/OcsPowershell"_s);
}

void TestConnectDialog::aLostConnectionIsShownAndRestoredByHand()
{
    Console console;
    console.open();
    console.type(u"pool01.contoso.com"_s);
    console.press(Qt::Key_Return);
    console.waitForAttempt(1);
    console.letIn();
    auto *line = console.find<QWidget>("connectionLine");
    auto *text = console.find<QLabel>("connectionText");
    QVERIFY(!line->isVisible());
    auto *session = static_cast<FakeServerSession *>(console.world.workspace().session());
    const Error error{ErrorCategory::ResourceUnavailable, u"ConnectionReset"_s, u"The network is down."_s};
    session->setConnection(ConnectionState::Kind::Interrupted, error);
    QVERIFY(line->isVisible());
    QVERIFY(text->text().contains(u"interrupted"_s) && text->text().contains(u"The network is down."_s));
    QVERIFY(!console.find<QWidget>("reconnect")->isVisible());
    session->setConnection(ConnectionState::Kind::Connected);
    QVERIFY(!line->isVisible());
    session->setConnection(ConnectionState::Kind::Lost, error);
    QVERIFY(text->text().contains(u"lost"_s));
    const QPointer<Session> before = session;
    console.activate();
    console.find<QWidget>("reconnect")->setFocus();
    console.press(Qt::Key_Space);
    console.waitForAttempt(2); // whoever is logged on is not asked anything
    console.world.servers().answer(
        std::make_unique<FakeServerSession>(console.world.servers().attempts.last().settings));
    QTRY_VERIFY(!line->isVisible());
    QTRY_VERIFY(!before); // the lost one is not kept
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestConnectDialog)
#include "tst_connect_dialog.moc"
