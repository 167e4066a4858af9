// What the console asks of a desktop over D-Bus: light or dark, and notifications. A bus of the test's own, with a
// desktop of the test's own on it.
#include "app/console/notification_service.h"
#include "ui/desktop.h"
#include "ui/system_color_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto BusName = "cspool-test-desktop"_L1;
constexpr uint Dark = 1;
constexpr uint Light = 2;

} // namespace

// org.freedesktop.portal.Settings.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint preference = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        const bool isKnown = group == "org.freedesktop.appearance"_L1 && key == "color-scheme"_L1;
        // The portal wraps the value twice.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(isKnown ? preference : 99)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

// org.freedesktop.Notifications.
class FakeNotifications : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        QString title;
        QString body;
        QStringList actions;
        uint urgency;
    };
    QList<Shown> shown;

public Q_SLOTS:
    uint Notify(const QString &program, uint replaced, const QString &icon, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int timeout)
    {
        Q_UNUSED(program)
        Q_UNUSED(replaced)
        Q_UNUSED(icon)
        Q_UNUSED(timeout)
        shown.append({title, body, actions, hints.value(u"urgency"_s).toUInt()});
        return uint(shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

class TestDesktopServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void withoutANotificationServiceTheCallerIsTold();
    void withoutAPortalThePaletteDecides();
    void thePortalIsAskedAndFollowed();
    void aNotificationIsShownAndAClickComesBack();
    void aClosedNotificationIsForgotten();

private:
    QDBusConnection desktop() const { return QDBusConnection(BusName); }

    QProcess m_bus;
};

void TestDesktopServices::initTestCase()
{
    const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (daemon.isEmpty())
        QSKIP("dbus-daemon is not installed");
    m_bus.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(m_bus.waitForReadyRead());
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    QVERIFY(QDBusConnection::connectToBus(QString::fromLatin1(address), BusName).isConnected());
}

void TestDesktopServices::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(BusName);
    QDBusConnection::disconnectFromBus(QDBusConnection::sessionBus().name());
    m_bus.terminate();
    if (m_bus.state() != QProcess::NotRunning)
        QVERIFY(m_bus.waitForFinished());
}

void TestDesktopServices::withoutANotificationServiceTheCallerIsTold()
{
    NotificationService service;
    bool hasFailed = false;
    QVERIFY(service.notify({u"job"_s, u"Title"_s, u"Text"_s}, [&hasFailed] { hasFailed = true; }));
    QTRY_VERIFY(hasFailed);
}

void TestDesktopServices::withoutAPortalThePaletteDecides()
{
    QGuiApplication::setPalette(QPalette(Qt::black));
    SystemColorScheme system;
    QVERIFY(system.isDark());
}

void TestDesktopServices::thePortalIsAskedAndFollowed()
{
    FakePortal portal;
    portal.preference = Dark;
    QVERIFY(desktop().registerService(u"org.freedesktop.portal.Desktop"_s));
    QVERIFY(desktop().registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
                                     QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QGuiApplication::setPalette(QPalette(Qt::white));
    SystemColorScheme system;
    QTRY_VERIFY(system.isDark());

    QSignalSpy changed(&system, &SystemColorScheme::changed);
    Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"accent-color"_s, QDBusVariant(Light));
    Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(Light));
    QTRY_VERIFY(!system.isDark());
    QCOMPARE(changed.size(), 1);
    desktop().unregisterService(u"org.freedesktop.portal.Desktop"_s);
    desktop().unregisterObject(u"/org/freedesktop/portal/desktop"_s);
}

void TestDesktopServices::aNotificationIsShownAndAClickComesBack()
{
    FakeNotifications notifications;
    QVERIFY(desktop().registerService(u"org.freedesktop.Notifications"_s));
    QVERIFY(desktop().registerObject(u"/org/freedesktop/Notifications"_s, &notifications,
                                     QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    NotificationService service;
    QSignalSpy activated(&service, &NotificationService::activated);
    bool hasFailed = false;
    const auto failed = [&hasFailed] { hasFailed = true; };
    QVERIFY(service.notify({u"first"_s, u"Backup-CsPool succeeded"_s, u"a <b>pool</b>"_s, false}, failed));
    QVERIFY(service.notify({u"second"_s, u"Backup-CsPool failed"_s, u"reason"_s, true}, failed));
    QTRY_COMPARE(notifications.shown.size(), 2);
    QCOMPARE(notifications.shown[0].title, u"Backup-CsPool succeeded"_s);
    QCOMPARE(notifications.shown[0].body, u"a &lt;b&gt;pool&lt;/b&gt;"_s);
    QCOMPARE(notifications.shown[0].actions.first(), u"default"_s);
    QCOMPARE(notifications.shown[0].urgency, 1u);
    QCOMPARE(notifications.shown[1].urgency, 2u); // stays on the screen

    Q_EMIT notifications.ActionInvoked(2, u"default"_s);
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toString(), u"second"_s);
    QVERIFY(!hasFailed);
    desktop().unregisterObject(u"/org/freedesktop/Notifications"_s);
    desktop().unregisterService(u"org.freedesktop.Notifications"_s);
}

void TestDesktopServices::aClosedNotificationIsForgotten()
{
    FakeNotifications notifications;
    QVERIFY(desktop().registerService(u"org.freedesktop.Notifications"_s));
    QVERIFY(desktop().registerObject(u"/org/freedesktop/Notifications"_s, &notifications,
                                     QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    NotificationService service;
    QSignalSpy activated(&service, &NotificationService::activated);
    for (const QString &key : {u"first"_s, u"second"_s})
        QVERIFY(service.notify({key, u"Title"_s, u"Text"_s}, [] {}));
    QTRY_COMPARE(notifications.shown.size(), 2);
    Q_EMIT notifications.NotificationClosed(1, 2);
    Q_EMIT notifications.ActionInvoked(1, u"default"_s);
    Q_EMIT notifications.ActionInvoked(2, u"default"_s);
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toString(), u"second"_s);
    desktop().unregisterObject(u"/org/freedesktop/Notifications"_s);
    desktop().unregisterService(u"org.freedesktop.Notifications"_s);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestDesktopServices)
#include "tst_desktop_services.moc"
