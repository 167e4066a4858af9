// ConnectionSettings: what an address becomes, and which ones are refused.
#include "backend/connection_settings.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

class ConnectionSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressIsCompleted_data();
    void addressIsCompleted();
    void userOfAnSshAddressIsTheUser_data();
    void userOfAnSshAddressIsTheUser();
    void addressIsRefused_data();
    void addressIsRefused();
    void deploymentIdIsOfTheServerAlone();
    void fingerprintIsNormalized_data();
    void fingerprintIsNormalized();
};

void ConnectionSettingsTest::addressIsCompleted_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("url");
    QTest::newRow("host") << u"pool01.contoso.com"_s << u"https://pool01.contoso.com/OcsPowershell"_s;
    QTest::newRow("short host") << u"pool01"_s << u"https://pool01/OcsPowershell"_s;
    QTest::newRow("spaces around") << u"  pool01.contoso.com "_s << u"https://pool01.contoso.com/OcsPowershell"_s;
    QTest::newRow("capitals") << u"HTTPS://Pool01.Contoso.com"_s << u"https://pool01.contoso.com/OcsPowershell"_s;
    QTest::newRow("own port is left out") << u"https://p.x:443/OcsPowershell"_s << u"https://p.x/OcsPowershell"_s;
    QTest::newRow("other port") << u"p.x:8443"_s << u"https://p.x:8443/OcsPowershell"_s;
    QTest::newRow("WinRM's port") << u"p.x:5986"_s << u"https://p.x:5986/wsman"_s;
    QTest::newRow("whole") << u"https://p.x:5986/other"_s << u"https://p.x:5986/other"_s;
    QTest::newRow("slash") << u"https://p.x/"_s << u"https://p.x/OcsPowershell"_s;
    QTest::newRow("IPv4") << u"10.0.0.7"_s << u"https://10.0.0.7/OcsPowershell"_s;
    QTest::newRow("IPv6") << u"[2001:db8::1]"_s << u"https://[2001:db8::1]/OcsPowershell"_s;
    QTest::newRow("ssh") << u"SSH://Admin01.contoso.com"_s << u"ssh://admin01.contoso.com"_s;
    QTest::newRow("ssh with a slash") << u"ssh://admin01/"_s << u"ssh://admin01"_s;
    QTest::newRow("ssh's own port is left out") << u"ssh://admin01:22"_s << u"ssh://admin01"_s;
    QTest::newRow("ssh's other port") << u"ssh://admin01:2222"_s << u"ssh://admin01:2222"_s;
    QTest::newRow("process") << u"process:"_s << u"process:"_s;
    QTest::newRow("process in capitals") << u"Process:"_s << u"process:"_s;
}

void ConnectionSettingsTest::addressIsCompleted()
{
    QFETCH(const QString, address);
    QFETCH(const QString, url);
    const Result<ConnectionSettings> settings = ConnectionSettings::fromAddress(address);
    QVERIFY2(settings.isOk(), settings ? "" : qPrintable(settings.error().message));
    QCOMPARE(settings->url.toString(), url);
    QCOMPARE(settings->address(), url);
    QVERIFY(settings->user.isEmpty());
}

void ConnectionSettingsTest::userOfAnSshAddressIsTheUser_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("user");
    QTest::newRow("name") << u"ssh://anna@admin01.contoso.com"_s << u"anna"_s;
    QTest::newRow("of a domain") << u"ssh://anna%40contoso.com@admin01.contoso.com"_s << u"anna@contoso.com"_s;
    QTest::newRow("with a backslash") << u"ssh://CONTOSO%5Canna@admin01.contoso.com"_s << u"CONTOSO\\anna"_s;
}

void ConnectionSettingsTest::userOfAnSshAddressIsTheUser()
{
    QFETCH(const QString, address);
    QFETCH(const QString, user);
    const Result<ConnectionSettings> settings = ConnectionSettings::fromAddress(address);
    QVERIFY(settings);
    QCOMPARE(settings->user, user);
    QCOMPARE(settings->url.toString(), u"ssh://admin01.contoso.com"_s);
    const Result<ConnectionSettings> again = ConnectionSettings::fromAddress(settings->address());
    QVERIFY2(again.isOk(), qPrintable(settings->address()));
    QVERIFY(*again == *settings);
}

void ConnectionSettingsTest::addressIsRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("part"); // of the message
    QTest::newRow("nothing") << u""_s << u"missing"_s;
    QTest::newRow("spaces") << u"  "_s << u"missing"_s;
    QTest::newRow("http") << u"http://pool01.contoso.com/OcsPowershell"_s << u"http://"_s;
    QTest::newRow("http in capitals") << u"HTTP://pool01.contoso.com"_s << u"not protected"_s;
    QTest::newRow("HTTP's port of WinRM") << u"p.x:5985"_s << u"5985"_s;
    QTest::newRow("other scheme") << u"ftp://p.x"_s << u"not the address"_s;
    QTest::newRow("password") << u"https://anna:Marked-Secret@p.x"_s << u"neither a user name nor a password"_s;
    QTest::newRow("password for another scheme") << u"ssh://anna:Marked-Secret@p.x"_s << u"not hold a password"_s;
    QTest::newRow("path for ssh") << u"ssh://p.x/home"_s << u"not the address"_s;
    QTest::newRow("user of ssh that would be an option") << u"ssh://-oProxyCommand=x@p.x"_s << u"not the address"_s;
    QTest::newRow("host of ssh that would be an option") << u"ssh://-oProxyCommand"_s << u"not the address"_s;
    QTest::newRow("no host for ssh") << u"ssh://anna@"_s << u"not the address"_s;
    QTest::newRow("something after process") << u"process:pwsh"_s << u"not the address"_s;
    QTest::newRow("no host") << u"https://"_s << u"not the address"_s;
    QTest::newRow("only a path") << u"/OcsPowershell"_s << u"not the address"_s;
    QTest::newRow("network path") << uR"(\\server\share)"_s << u"not the address"_s;
    QTest::newRow("blank inside") << u"pool 01"_s << u"not the address"_s;
    QTest::newRow("port that is none") << u"p.x:99999"_s << u"not the address"_s;
    QTest::newRow("query") << u"https://p.x/OcsPowershell?a=b"_s << u"not the address"_s;
}

void ConnectionSettingsTest::addressIsRefused()
{
    QFETCH(const QString, address);
    QFETCH(const QString, part);
    const Result<ConnectionSettings> settings = ConnectionSettings::fromAddress(address);
    QVERIFY(!settings);
    QCOMPARE(settings.error().id, u"AddressInvalid"_s);
    QVERIFY2(settings.error().message.contains(part), qPrintable(settings.error().message));
    QVERIFY(!settings.error().message.contains("Marked-Secret"_L1));
    QVERIFY(!settings.error().recommendedAction.isEmpty());
}

void ConnectionSettingsTest::deploymentIdIsOfTheServerAlone()
{
    ConnectionSettings first = *ConnectionSettings::fromAddress(u"pool01.contoso.com"_s);
    ConnectionSettings second = *ConnectionSettings::fromAddress(u"https://POOL01.contoso.com:443/OcsPowershell"_s);
    second.user = uR"(CONTOSO\anna)"_s;
    QVERIFY(!first.deploymentId().isNull());
    QCOMPARE(second.deploymentId(), first.deploymentId());
    const ConnectionSettings other = *ConnectionSettings::fromAddress(u"pool02.contoso.com"_s);
    QVERIFY(other.deploymentId() != first.deploymentId());
}

void ConnectionSettingsTest::fingerprintIsNormalized_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("digits"); // empty: refused
    const QString digits = u"0a1b"_s.repeated(16);
    QTest::newRow("digits") << digits << digits;
    QTest::newRow("pairs with colons") << u"0A:1B:"_s.repeated(16).chopped(1) << digits;
    QTest::newRow("too many pairs") << u"0a 1B "_s.repeated(17) << u""_s;
    QTest::newRow("groups") << QString(u" 0A1B"_s.repeated(16)) << digits;
    QTest::newRow("short") << digits.chopped(1) << u""_s;
    QTest::newRow("long") << QString(digits + u'0') << u""_s;
    QTest::newRow("SHA-1") << u"0a1b"_s.repeated(10) << u""_s;
    QTest::newRow("letter") << QString(digits.chopped(1) + u'g') << u""_s;
    QTest::newRow("nothing") << u""_s << u""_s;
}

void ConnectionSettingsTest::fingerprintIsNormalized()
{
    QFETCH(const QString, text);
    QFETCH(const QString, digits);
    QCOMPARE(normalizedFingerprint(text).value_or(QString()), digits);
}

QTEST_GUILESS_MAIN(ConnectionSettingsTest)
#include "tst_connection_settings.moc"
