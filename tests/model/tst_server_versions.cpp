// Versions of pools, told from their services.
#include "model/server_versions.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

class TestServerVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMakesAPoolCountsBeforeOtherServices_data();
    void whatMakesAPoolCountsBeforeOtherServices();
    void poolsWithoutAVersionAreLeftOut();
};

namespace {

Service service(const QString &role, const QString &version)
{
    Service service;
    service.identity = role + u":a.x.com"_s;
    service.role = role;
    service.poolFqdn = u"a.x.com"_s;
    service.version = version;
    return service;
}

} // namespace

void TestServerVersions::whatMakesAPoolCountsBeforeOtherServices_data()
{
    QTest::addColumn<bool>("isRegistrarFirst");
    QTest::newRow("first") << true;
    QTest::newRow("last") << false;
}

void TestServerVersions::whatMakesAPoolCountsBeforeOtherServices()
{
    QFETCH(bool, isRegistrarFirst);
    QList<Service> services{service(u"WebServer"_s, u"6"_s), service(u"Registrar"_s, u"8"_s)};
    if (isRegistrarFirst)
        services.swapItemsAt(0, 1);
    QCOMPARE(serverVersions(services).value(u"a.x.com"_s), u"Skype for Business Server 2019"_s);
}

void TestServerVersions::poolsWithoutAVersionAreLeftOut()
{
    QVERIFY(serverVersions({service(u"Registrar"_s, {})}).isEmpty());
}

QTEST_GUILESS_MAIN(TestServerVersions)
#include "tst_server_versions.moc"
