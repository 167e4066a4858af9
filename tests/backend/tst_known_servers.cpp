// KnownServers: what is remembered of servers, and what a damaged settings file does to it.
#include "backend/known_servers.h"
#include "backend/settings_file.h"

#include <QTemporaryDir>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

class TestKnownServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRememberedComesBackAfterARestart();
    void theListIsBounded();
    void theBackupPoolIsRememberedUntilItIsReadAgain();
    void theBackupPoolIsReachedAsItWasTheLastTime();
    void theBackupPoolOfAServerThatWasNeverReachedIsLookedForInTheSamePlace();
    void theBackupPoolOverSshIsReachedOverSsh();
    void onlyHttpsHasCertificates();
    void onlyWhoIsOutOfReachIsUnreachable_data();
    void onlyWhoIsOutOfReachIsUnreachable();
    void timeoutsAreKeptWithinTheirRange();
    void whatIsDamagedIsLeftOut_data();
    void whatIsDamagedIsLeftOut();
};

void TestKnownServers::whatIsRememberedComesBackAfterARestart()
{
    const QTemporaryDir folder;
    KnownServer server{*ConnectionSettings::fromAddress(u"pool01.contoso.com"_s), true};
    server.settings.user = uR"(CONTOSO\anna)"_s;
    server.settings.authentication = Authentication::Ntlm;
    server.settings.connectTimeout = std::chrono::seconds(5);
    server.settings.operationTimeout = std::chrono::seconds(90);
    server.settings.queryTimeout = std::chrono::seconds(300);
    server.backupPool = u"pool02.contoso.com"_s;
    const QDateTime now = QDateTime::fromString(u"2026-11-22T21:00:00Z"_s, Qt::ISODate);
    {
        SettingsFile settings(folder.filePath(u"s.ini"_s));
        KnownServers known(&settings);
        known.remember(server);
        known.trust(server.settings.url, u"0A:1B:"_s.repeated(16).chopped(1), now);
    }
    SettingsFile settings(folder.filePath(u"s.ini"_s));
    const KnownServers known(&settings);
    QVERIFY(known.servers() == QList<KnownServer>{server});
    QVERIFY(known.certificate(server.settings.url)
            == std::optional(TrustedCertificate{u"pool01.contoso.com"_s, u"0a1b"_s.repeated(16), now}));
    QVERIFY(!known.certificate(QUrl(u"https://pool01.contoso.com:8443/"_s)));
}

void TestKnownServers::theListIsBounded()
{
    const QTemporaryDir folder;
    SettingsFile settings(folder.filePath(u"s.ini"_s));
    KnownServers known(&settings);
    for (int i = 0; i < 60; ++i)
        known.remember({*ConnectionSettings::fromAddress(u"pool%1"_s.arg(i)), false});
    QCOMPARE(known.servers().size(), KnownServers::MaximumCount);
    QCOMPARE(known.servers().first().settings.url.host(), u"pool59"_s);
}

void TestKnownServers::theBackupPoolIsRememberedUntilItIsReadAgain()
{
    const QTemporaryDir folder;
    SettingsFile settings(folder.filePath(u"s.ini"_s));
    KnownServers known(&settings);
    const KnownServer server{*ConnectionSettings::fromAddress(u"pool01.contoso.com"_s)};
    const QUrl url = server.settings.url;
    known.rememberBackupPool(url, u"pool02.contoso.com"_s);
    QVERIFY(known.servers().isEmpty()); // only of servers that somebody was connected to
    known.remember(server);
    QVERIFY(!known.backupOf(server.settings));
    known.rememberBackupPool(url, u"pool02.contoso.com"_s);
    known.remember(server); // connected again, and nothing read yet
    QCOMPARE(known.server(url)->backupPool, u"pool02.contoso.com"_s);
    known.rememberBackupPool(url, {});
    QVERIFY(!known.backupOf(server.settings));
}

void TestKnownServers::theBackupPoolIsReachedAsItWasTheLastTime()
{
    const QTemporaryDir folder;
    SettingsFile settings(folder.filePath(u"s.ini"_s));
    KnownServers known(&settings);
    KnownServer second{*ConnectionSettings::fromAddress(u"https://pool02.contoso.com:8443/OcsPowershell"_s), true};
    second.settings.user = uR"(CONTOSO\bert)"_s;
    second.settings.connectTimeout = std::chrono::seconds(7);
    known.remember(second);
    KnownServer first{*ConnectionSettings::fromAddress(u"pool01.contoso.com"_s), false, u"pool02.contoso.com"_s};
    first.settings.user = uR"(CONTOSO\anna)"_s;
    first.settings.authentication = Authentication::Ntlm;
    known.remember(first);
    ConnectionSettings failed = first.settings;
    failed.trustedFingerprint = u"0a1b"_s.repeated(16);
    const std::optional<KnownServer> backup = known.backupOf(failed);
    QVERIFY(backup.has_value());
    QCOMPARE(backup->settings.url, second.settings.url);
    QVERIFY(backup->settings.connectTimeout == std::chrono::seconds(7));
    QCOMPARE(backup->settings.user, failed.user); // not somebody else's account
    QVERIFY(backup->settings.authentication == Authentication::Ntlm);
    QVERIFY(!backup->isPasswordKept);
    QVERIFY(backup->settings.trustedFingerprint.isEmpty());
}

void TestKnownServers::theBackupPoolOfAServerThatWasNeverReachedIsLookedForInTheSamePlace()
{
    const QTemporaryDir folder;
    SettingsFile settings(folder.filePath(u"s.ini"_s));
    KnownServers known(&settings);
    const KnownServer first{*ConnectionSettings::fromAddress(u"https://pool01.contoso.com:5986/wsman"_s), false,
                            u"pool02.contoso.com"_s};
    known.remember(first);
    QCOMPARE(known.backupOf(first.settings)->settings.url, QUrl(u"https://pool02.contoso.com:5986/wsman"_s));
}

void TestKnownServers::theBackupPoolOverSshIsReachedOverSsh()
{
    const QTemporaryDir folder;
    SettingsFile settings(folder.filePath(u"s.ini"_s));
    KnownServers known(&settings);
    known.remember({*ConnectionSettings::fromAddress(u"https://pool02.contoso.com/OcsPowershell"_s)});
    const KnownServer first{*ConnectionSettings::fromAddress(u"ssh://anna@pool01.contoso.com"_s), false,
                            u"pool02.contoso.com"_s};
    known.remember(first);
    QCOMPARE(known.server(QUrl(u"ssh://pool01.contoso.com"_s))->settings.user, u"anna"_s);
    QCOMPARE(known.backupOf(first.settings)->settings.address(), u"ssh://anna@pool02.contoso.com"_s);
    const KnownServer here{*ConnectionSettings::fromAddress(u"process:"_s), false, u"pool02.contoso.com"_s};
    known.remember(here);
    QVERIFY(!known.backupOf(here.settings)); // one machine alone
}

void TestKnownServers::onlyHttpsHasCertificates()
{
    const QTemporaryDir folder;
    SettingsFile settings(folder.filePath(u"s.ini"_s));
    KnownServers known(&settings);
    known.trust(QUrl(u"https://pool01.contoso.com/"_s), u"0a1b"_s.repeated(16), QDateTime::currentDateTimeUtc());
    QVERIFY(known.certificate(QUrl(u"https://pool01.contoso.com/other"_s)));
    QVERIFY(!known.certificate(QUrl(u"ssh://pool01.contoso.com"_s)));
}

void TestKnownServers::onlyWhoIsOutOfReachIsUnreachable_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isUnreachable");
    QTest::newRow("name") << u"HostNotFound"_s << true;
    QTest::newRow("port") << u"PortClosed"_s << true;
    QTest::newRow("time-out") << u"NoAnswer"_s << true;
    QTest::newRow("no session in time") << u"ConnectTimeout"_s << true;
    QTest::newRow("lost for good") << u"ConnectionNotRecovered"_s << true;
    QTest::newRow("certificate") << u"CertificateRefused"_s << false;
    QTest::newRow("password") << u"PasswordRefusedTooOften"_s << false;
    QTest::newRow("roles") << u"NotAuthorized"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestKnownServers::onlyWhoIsOutOfReachIsUnreachable()
{
    QFETCH(const QString, id);
    Error error;
    error.id = id;
    QTEST(isUnreachable(error), "isUnreachable");
}

void TestKnownServers::timeoutsAreKeptWithinTheirRange()
{
    const QTemporaryDir folder;
    SettingsFile settings(folder.filePath(u"s.ini"_s));
    settings.setValue(Setting<QString>{"servers/known", {}},
                      uR"([{"url":"https://p.x","connectTimeout":-5,"queryTimeout":99999999999}])"_s);
    const ConnectionSettings read = KnownServers(&settings).servers().first().settings;
    QVERIFY(read.connectTimeout == ConnectionSettings::LeastTimeout);
    QVERIFY(read.queryTimeout == ConnectionSettings::GreatestTimeout);
    QVERIFY(read.operationTimeout == ConnectionSettings().operationTimeout);
}

void TestKnownServers::whatIsDamagedIsLeftOut_data()
{
    QTest::addColumn<QString>("servers");
    QTest::addColumn<QString>("certificates");
    QTest::addColumn<int>("serverCount");
    const QString good = uR"({"url":"https://p.x/OcsPowershell"})"_s;
    QTest::newRow("no JSON") << u"%%%"_s << u"%%%"_s << 0;
    QTest::newRow("no list") << good << u"{}"_s << 0;
    QTest::newRow("http") << uR"([{"url":"http://p.x"}])"_s << uR"([{"host":"p.x"}])"_s << 0;
    QTest::newRow("one of two") << QString(u"[7,"_s + good + u"]"_s) << uR"([{"host":"p.x","sha256":"0a"}])"_s << 1;
    QTest::newRow("time-out a text") << uR"([{"url":"https://p.x","connectTimeout":"5"}])"_s << u"[]"_s << 1;
}

void TestKnownServers::whatIsDamagedIsLeftOut()
{
    QFETCH(const QString, servers);
    QFETCH(const QString, certificates);
    QFETCH(const int, serverCount);
    const QTemporaryDir folder;
    SettingsFile settings(folder.filePath(u"s.ini"_s));
    settings.setValue(Setting<QString>{"servers/known", {}}, servers);
    settings.setValue(Setting<QString>{"servers/trustedCertificates", {}}, certificates);
    const KnownServers known(&settings);
    QCOMPARE(known.servers().size(), serverCount);
    QVERIFY(known.certificates().isEmpty());
    if (serverCount > 0)
        QVERIFY(known.servers().first().settings.connectTimeout == ConnectionSettings().connectTimeout);
}

} // namespace cspool::test

QTEST_GUILESS_MAIN(cspool::test::TestKnownServers)
#include "tst_known_servers.moc"
