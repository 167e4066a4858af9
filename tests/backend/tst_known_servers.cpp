// KnownServers: what is remembered of servers, and what a damaged settings file does to it.
#include "tests/support/test_support.h"
#include "ui/deployments/known_servers.h"
#include "ui/settings.h"

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
    const QDateTime now = QDateTime::fromString(u"2026-11-22T21:00:00Z"_s, Qt::ISODate);
    {
        Settings settings(folder.filePath(u"s.ini"_s));
        KnownServers known(&settings);
        known.remember(server);
        known.trust(server.settings.url, u"0A:1B:"_s.repeated(16).chopped(1), now);
    }
    Settings settings(folder.filePath(u"s.ini"_s));
    const KnownServers known(&settings);
    QVERIFY(known.servers() == QList<KnownServer>{server});
    QVERIFY(known.certificate(server.settings.url)
            == std::optional(TrustedCertificate{u"pool01.contoso.com"_s, u"0a1b"_s.repeated(16), now}));
    QVERIFY(!known.certificate(QUrl(u"https://pool01.contoso.com:8443/"_s)));
}

void TestKnownServers::theListIsBounded()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"s.ini"_s));
    KnownServers known(&settings);
    for (int i = 0; i < 60; ++i)
        known.remember({*ConnectionSettings::fromAddress(u"pool%1"_s.arg(i)), false});
    QCOMPARE(known.servers().size(), KnownServers::MaximumCount);
    QCOMPARE(known.servers().first().settings.url.host(), u"pool59"_s);
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
    QTest::newRow("time-out beyond") << uR"([{"url":"https://p.x","connectTimeout":-5}])"_s << u"[]"_s << 1;
}

void TestKnownServers::whatIsDamagedIsLeftOut()
{
    QFETCH(const QString, servers);
    QFETCH(const QString, certificates);
    QFETCH(const int, serverCount);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"s.ini"_s));
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
