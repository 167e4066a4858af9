// Topology documents: both real formats, their encodings, and what bad ones get.
#include "backend/lab/topology_document.h"
#include "tests/support/test_support.h"

#include <QFile>
#include <QStringEncoder>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

constexpr auto BuilderNamespace = "urn:schema:Microsoft.Rtc.Management.Deploy.TopologyBuilder.2008";
constexpr auto WritableNamespace = "urn:schema:Microsoft.Rtc.Management.Deploy.WritableTopology.2008";
constexpr auto TopologyNamespace = "urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008";
constexpr auto RolesNamespace = "urn:schema:Microsoft.Rtc.Management.Deploy.ServiceRoles.2008";

// A Topology Builder file: an Enterprise pool with its SQL and file servers, an Edge server, a branch site with a
// Survivable Branch Appliance; other versions of the topology stand around the new one.
QByteArray builderDocument()
{
    return QByteArray(R"(<?xml version="1.0" encoding="utf-8"?>
<TopologyBuilder FileName="C:\x.tbxml" xmlns=")")
        + BuilderNamespace + R"(">
  <OldTopology><PartialTopology xmlns=")"
        + WritableNamespace + R"("><CentralSites><CentralSite SiteId="1"><Clusters>
    <Cluster UniqueId="OLD" Fqdn="old.contoso.com"><Machines><Machine/></Machines></Cluster>
  </Clusters></CentralSite></CentralSites></PartialTopology></OldTopology>
  <NewTopology>
    <PartialTopology IsPublished="false" xmlns=")"
        + WritableNamespace + R"(">
      <CentralSites>
        <CentralSite SiteId="1">
          <Name xmlns=")"
        + TopologyNamespace + R"(">Contoso &amp; Söhne</Name>
          <Clusters>
            <Cluster IsSingleMachineOnly="false" UniqueId="AAAA-1" Fqdn="Pool01.Contoso.com">
              <Machines><Machine Fqdn="FE1.contoso.com"/><Machine Fqdn="fe2.contoso.com"/></Machines>
              <SqlInstances />
            </Cluster>
            <Cluster IsSingleMachineOnly="true" UniqueId="sql-1" Fqdn="sql1.contoso.com">
              <Machines><Machine /></Machines>
              <SqlInstances><SqlInstance UniqueId="inst-1" Name=""/><SqlInstance UniqueId="inst-2" Name="RTC"/></SqlInstances>
            </Cluster>
            <Cluster IsSingleMachineOnly="true" UniqueId="file-1" Fqdn="file1.contoso.com"><Machines><Machine /></Machines></Cluster>
            <Cluster IsSingleMachineOnly="true" UniqueId="gw-1" Fqdn="192.168.10.7"><Machines><Machine /></Machines></Cluster>
          </Clusters>
          <RemoteSites>
            <RemoteSite SiteId="2"><Name>Branch</Name><Clusters>
              <Cluster IsSingleMachineOnly="true" UniqueId="sba-1" Fqdn="sba.contoso.com"><Machines><Machine/></Machines></Cluster>
            </Clusters></RemoteSite>
          </RemoteSites>
        </CentralSite>
      </CentralSites>
      <Services>
        <Service UniqueId="s-user" RoleName="UserServices" RoleVersion="2" InstalledOn="aaaa-1" ServiceVersion="7">
          <DependsOn><Dependency ServiceUniqueId="S-STORE" Usage="Default"/><Dependency ServiceUniqueId="gone" Usage="Default"/></DependsOn>
        </Service>
        <Service UniqueId="s-reg" RoleName="Registrar" RoleVersion="2" InstalledOn="AAAA-1" ServiceVersion="7">
          <DependsOn />
          <RegistrarService IsDirector="false" xmlns=")"
        + RolesNamespace + R"(" />
        </Service>
        <Service UniqueId="s-store" RoleName="UserStore" RoleVersion="1" InstalledOn="inst-2" ServiceVersion="7"/>
        <Service UniqueId="s-cms" RoleName="CentralMgmt" RoleVersion="1" InstalledOn="AAAA-1" ServiceVersion="7">
          <CentralMgmtService IsActive="true" xmlns=")"
        + RolesNamespace + R"(" />
        </Service>
        <Service UniqueId="s-file" RoleName="FileStore" RoleVersion="1" InstalledOn="file-1" ServiceVersion="7">
          <FileStoreService ShareName="Data1" xmlns=")"
        + RolesNamespace + R"(" />
        </Service>
        <Service UniqueId="s-sba" RoleName="Registrar" RoleVersion="2" InstalledOn="sba-1" ServiceVersion="7">
          <DependsOn><Dependency ServiceUniqueId="s-reg" Usage="Backup"/></DependsOn>
        </Service>
      </Services>
    </PartialTopology>
  </NewTopology>
  <PublishedTopology><PartialTopology xmlns="x"><Services><Service/></Services></PartialTopology></PublishedTopology>
</TopologyBuilder>
)";
}

// A document as Get-CsTopology -AsXml writes it: a Standard Edition server with everything on itself, and a Director.
QByteArray xmlDocument()
{
    return QByteArray(R"(<Topology xmlns=")") + TopologyNamespace + R"(" Signature="x">
  <Sites>
    <CentralSite SiteId="1"><Name>Redmond</Name><Location /></CentralSite>
  </Sites>
  <Clusters>
    <Cluster RequiresReplication="true" Fqdn="SE01.contoso.com">
      <ClusterId SiteId="1" Number="1" />
      <Machine OrdinalInCluster="1" Fqdn="se01.contoso.com"><NetInterface IPAddress="0.0.0.0" /></Machine>
    </Cluster>
    <Cluster Fqdn="dir.contoso.com" SiteId="1" Number="2">
      <Machine OrdinalInCluster="1" Fqdn="dir1.contoso.com" />
      <Machine OrdinalInCluster="2" Fqdn="dir2.contoso.com" />
    </Cluster>
  </Clusters>
  <SqlInstances>
    <SqlInstance><SqlInstanceId Name="rtc"><ClusterId SiteId="1" Number="1" /></SqlInstanceId></SqlInstance>
  </SqlInstances>
  <Services>
    <Service RoleVersion="2" ServiceVersion="8">
      <ServiceId SiteId="1" RoleName="UserServices" Instance="1" />
      <DependsOn>
        <Dependency Usage="Default"><ServiceId SiteId="1" RoleName="UserStore" Instance="1" /></Dependency>
      </DependsOn>
      <InstalledOn><ClusterId SiteId="1" Number="1" /></InstalledOn>
      <Ports xmlns=")"
        + RolesNamespace + R"(" />
    </Service>
    <Service RoleVersion="2" ServiceVersion="8" Type="x">
      <ServiceId SiteId="1" RoleName="Registrar" Instance="1" />
      <DependsOn />
      <InstalledOn><ClusterId SiteId="1" Number="1" /></InstalledOn>
      <RegistrarService xmlns=")"
        + RolesNamespace + R"(" IsDirector="false" />
    </Service>
    <Service RoleVersion="2" ServiceVersion="8">
      <ServiceId SiteId="1" RoleName="Registrar" Instance="2" />
      <InstalledOn><ClusterId SiteId="1" Number="2" /></InstalledOn>
      <RegistrarService xmlns=")"
        + RolesNamespace + R"(" IsDirector="true" />
    </Service>
    <Service RoleVersion="1" ServiceVersion="8">
      <ServiceId SiteId="1" RoleName="UserStore" Instance="1" />
      <InstalledOn><SqlInstanceId Name="rtc"><ClusterId SiteId="1" Number="1" /></SqlInstanceId></InstalledOn>
    </Service>
  </Services>
</Topology>
)";
}

Topology parsed(const QByteArray &document)
{
    const Result<Topology> topology = parseTopologyDocument(document);
    if (!topology)
        qFatal("Not parsed: %s", qUtf8Printable(topology.error().message));
    return *topology;
}

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding, bool withMark)
{
    QStringEncoder encoder(encoding, withMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

// A body of the AsXml format around clusters and services.
QByteArray xmlWith(const QByteArray &clusters, const QByteArray &services = {}, const QByteArray &sites = {})
{
    return QByteArray("<Topology xmlns=\"") + TopologyNamespace + "\">\n<Sites>" + sites + "</Sites>\n<Clusters>"
        + clusters + "</Clusters>\n<Services>" + services + "</Services>\n</Topology>";
}

QByteArray manyAttributes(int count)
{
    QByteArray attributes;
    for (int i = 0; i < count; ++i)
        attributes += " a" + QByteArray::number(i) + "=\"\"";
    return attributes;
}

const QByteArray oneCluster = R"(<Cluster Fqdn="a.example.com"><ClusterId SiteId="1" Number="1"/></Cluster>)";

} // namespace

class TestTopologyDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBuilderFileIsRead();
    void aCommandsOutputIsRead();
    void theTestsOwnDocumentsAreRead();
    void whatLooksLikeMarkupInTextsIsText();
    void everyEncodingReadsTheSame_data();
    void everyEncodingReadsTheSame();
    void anOrderOtherThanTheUsualOneIsRead();
    void badDocumentsGetOneSentenceWithTheLine_data();
    void badDocumentsGetOneSentenceWithTheLine();
    void everyTruncationIsAnError_data();
    void everyTruncationIsAnError();
    void manyEntriesAreRefusedQuickly();
    void theRealDocumentIsRead();
};

void TestTopologyDocument::aBuilderFileIsRead()
{
    const Topology topology = parsed(builderDocument());
    const QList<TopologySite> sites{{u"1"_s, u"Contoso & Söhne"_s}, {u"2"_s, u"Branch"_s}};
    QCOMPARE(topology.sites, sites);
    QCOMPARE(topology.clusters.size(), 5);
    const TopologyCluster pool{
        u"pool01.contoso.com"_s, u"1"_s, {u"fe1.contoso.com"_s, u"fe2.contoso.com"_s}, false, {}};
    QCOMPARE(topology.clusters.first(), pool);
    const TopologyCluster sql{u"sql1.contoso.com"_s, u"1"_s, {u"sql1.contoso.com"_s}, true, {QString(), u"RTC"_s}};
    QCOMPARE(topology.clusters.at(1), sql);
    QCOMPARE(topology.clusters.at(3).fqdn, u"192.168.10.7"_s);
    QCOMPARE(topology.clusters.at(4).siteId, u"2"_s);
    QVERIFY(!topology.cluster(u"old.contoso.com"_s));

    QCOMPARE(topology.services.size(), 6);
    const TopologyService *users = topology.service(u"s-user"_s);
    QVERIFY(users);
    QCOMPARE(users->clusterFqdn, u"pool01.contoso.com"_s);
    QCOMPARE(users->serviceVersion, u"7"_s);
    QCOMPARE(users->roleVersion, u"2"_s);
    const QList<TopologyDependency> dependencies{{u"s-store"_s, u"Default"_s}, {u"gone"_s, u"Default"_s}};
    QCOMPARE(users->dependencies, dependencies);
    QCOMPARE(topology.service(u"s-store"_s)->clusterFqdn, u"sql1.contoso.com"_s);
    QCOMPARE(topology.service(u"s-file"_s)->shareName, u"Data1"_s);
    QVERIFY(topology.service(u"s-cms"_s)->isActiveCentralManagement);
    QVERIFY(!topology.service(u"s-reg"_s)->isDirector);
    QVERIFY(canBeBackedUp(topology, u"pool01.contoso.com"_s));
    QVERIFY(!canBeBackedUp(topology, u"sba.contoso.com"_s));
    QVERIFY(!isStandardEdition(topology, u"pool01.contoso.com"_s));
}

void TestTopologyDocument::aCommandsOutputIsRead()
{
    const Topology topology = parsed(xmlDocument());
    QCOMPARE(topology.clusters.size(), 2);
    const TopologyCluster standard{u"se01.contoso.com"_s, u"1"_s, {u"se01.contoso.com"_s}, true, {u"rtc"_s}};
    QCOMPARE(topology.clusters.first(), standard);
    QCOMPARE(topology.clusters.last().siteId, u"1"_s);
    QVERIFY(!topology.clusters.last().isSingleMachine);
    QVERIFY(isStandardEdition(topology, u"se01.contoso.com"_s));
    QVERIFY(canBeBackedUp(topology, u"se01.contoso.com"_s));
    QVERIFY(!canBeBackedUp(topology, u"dir.contoso.com"_s));
    QVERIFY(topology.service(u"1-Registrar-2"_s)->isDirector);
    const QList<TopologyDependency> dependencies{{u"1-UserStore-1"_s, u"Default"_s}};
    QCOMPARE(topology.service(u"1-UserServices-1"_s)->dependencies, dependencies);
}

void TestTopologyDocument::theTestsOwnDocumentsAreRead()
{
    const Topology topology = parsed(test::topologyDocument({u"a.example.com"_s, u"se.example.com"_s}));
    QVERIFY(canBeBackedUp(topology, u"a.example.com"_s));
    QVERIFY(!isStandardEdition(topology, u"a.example.com"_s));
    QVERIFY(isStandardEdition(topology, u"se.example.com"_s));
    const QStringList machines{u"fe1-a.example.com"_s, u"fe2-a.example.com"_s};
    QCOMPARE(topology.clusters.first().machines, machines);
}

void TestTopologyDocument::whatLooksLikeMarkupInTextsIsText()
{
    const QByteArray equals(1'000, '=');
    const QByteArray document = xmlWith(
        oneCluster, "<Service UniqueId=\"x\" RoleName=\"a>'b\"><!-- <!DOCTYPE x> " + equals + " --></Service>",
        "<CentralSite SiteId='1'><Name><![CDATA[<!DOCTYPE " + equals + ">]]></Name></CentralSite>");
    const Topology topology = parsed(document);
    QCOMPARE(topology.sites.first().name, QString::fromLatin1("<!DOCTYPE " + equals + '>'));
    QCOMPARE(topology.services.first().role, u"a>'b"_s);
}

void TestTopologyDocument::everyEncodingReadsTheSame_data()
{
    QTest::addColumn<QByteArray>("document");
    const QString text = QString::fromUtf8(builderDocument());
    const QString declared = QString(text).replace("encoding=\"utf-8\""_L1, "encoding=\"utf-16\""_L1);
    const QString bare = text.mid(text.indexOf("<TopologyBuilder"_L1));
    QTest::newRow("UTF-8 with mark") << encoded(text, QStringConverter::Utf8, true);
    QTest::newRow("UTF-8 without declaration") << bare.toUtf8();
    QTest::newRow("UTF-8 that says UTF-16") << declared.toUtf8();
    QTest::newRow("UTF-8 with mark that says UTF-16") << encoded(declared, QStringConverter::Utf8, true);
    QTest::newRow("UTF-16 LE with mark") << encoded(declared, QStringConverter::Utf16LE, true);
    QTest::newRow("UTF-16 BE with mark") << encoded(declared, QStringConverter::Utf16BE, true);
    QTest::newRow("UTF-16 LE that says UTF-8") << encoded(text, QStringConverter::Utf16LE, true);
    QTest::newRow("UTF-16 LE without mark") << encoded(declared, QStringConverter::Utf16LE, false);
    QTest::newRow("UTF-16 BE without mark or declaration") << encoded(bare, QStringConverter::Utf16BE, false);
    QTest::newRow("Windows line ends") << QString(text).replace(u'\n', "\r\n"_L1).toUtf8();
}

void TestTopologyDocument::everyEncodingReadsTheSame()
{
    QFETCH(QByteArray, document);
    const Result<Topology> topology = parseTopologyDocument(document);
    QVERIFY2(topology, topology ? "" : qUtf8Printable(topology.error().message));
    QCOMPARE(*topology, parsed(builderDocument()));
}

void TestTopologyDocument::anOrderOtherThanTheUsualOneIsRead()
{
    const QByteArray document = QByteArray("<t:Topology xmlns:t=\"") + TopologyNamespace + R"(">
<t:Services><t:Service><t:InstalledOn><t:SqlInstanceId Name="rtc"><t:ClusterId Number="1" SiteId="1"/></t:SqlInstanceId>
</t:InstalledOn><t:ServiceId Instance="1" RoleName="UserStore" SiteId="1"/></t:Service></t:Services>
<t:SqlInstances><t:SqlInstance><t:SqlInstanceId Name="rtc"><t:ClusterId SiteId="1" Number="1"/></t:SqlInstanceId>
</t:SqlInstance></t:SqlInstances>
<t:Clusters><t:Cluster Fqdn="a.example.com"><t:ClusterId SiteId="1" Number="1"/></t:Cluster></t:Clusters>
</t:Topology>)";
    const Topology topology = parsed(document);
    QCOMPARE(topology.services.first().clusterFqdn, u"a.example.com"_s);
    QCOMPARE(topology.clusters.first().sqlInstances, QStringList{u"rtc"_s});
}

void TestTopologyDocument::badDocumentsGetOneSentenceWithTheLine_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("line"); // empty: the message names none
    QTest::addColumn<QString>("what");
    const auto row = [](const char *name, const QByteArray &document, const QString &line, const QString &what) {
        QTest::newRow(name) << document << line << what;
    };
    row("empty", " \r\n", {}, u"empty"_s);
    row("zip", QByteArray("PK\x03\x04rest"), {}, u"zip archive"_s);
    row("no XML", "hello\n", u"1"_s, u"not well-formed XML"_s);
    row("half a UTF-16 character", QByteArray("\xFF\xFE<\0?", 5), {}, u"cut off"_s);
    row("bytes of another encoding", "<Topology>\n\xE4</Topology>", u"2"_s, u"Save the document as UTF-8"_s);
    row("other root", "<Topology xmlns=\"urn:x\"/>", u"1"_s, u"is not that of a topology document"_s);
    row("user data", "\n<DocItemSet/>", u"2"_s, u"Import-CsUserData"_s);
    row("no clusters", xmlWith({}), u"5"_s, u"without any cluster"_s);
    row("builder without a topology",
        QByteArray("<TopologyBuilder xmlns=\"") + BuilderNamespace + "\"><Other/></TopologyBuilder>", u"1"_s,
        u"no NewTopology"_s);
    row("builder with two topologies",
        QByteArray("<TopologyBuilder xmlns=\"") + BuilderNamespace
            + "\"><NewTopology/>\n<NewTopology/></TopologyBuilder>",
        u"2"_s, u"a second time"_s);
    row("DTD", "<!DOCTYPE Topology [<!ENTITY a \"b\">]>\n<Topology/>", u"1"_s, u"entities"_s);
    row("external DTD", "<?xml version=\"1.0\"?>\n<!DOCTYPE Topology SYSTEM \"file:///etc/passwd\"><Topology/>", u"2"_s,
        u"entities"_s);
    row("unknown entity", xmlWith("\n<Cluster Fqdn=\"&x;\"/>"), u"4"_s, u"not well-formed XML"_s);
    row("DTD behind a comment", "<!-- <!-> --><?x <!DOCTYPE ?>\n<!DOCTYPE Topology []><Topology/>", u"2"_s,
        u"entities"_s);
    row("many attributes in one tag", xmlWith("\n<Cluster" + manyAttributes(1'000'000) + "/>"), u"4"_s,
        u"attributes"_s);
    row("two roots", xmlWith(oneCluster) + "\n<x/>", u"6"_s, u"not well-formed XML"_s);
    row("invalid FQDN",
        xmlWith("\n\n<Cluster Fqdn=\"under_score.example.com\"><ClusterId SiteId=\"1\" Number=\"1\"/></Cluster>"),
        u"5"_s, u"underscore"_s);
    row("invalid machine",
        xmlWith(
            "<Cluster Fqdn=\"a.example.com\"><ClusterId SiteId=\"1\" Number=\"1\"/>\n<Machine Fqdn=\"b\"/></Cluster>"),
        u"4"_s, u"\"b\""_s);
    row("machine without a name among several",
        xmlWith("<Cluster Fqdn=\"a.example.com\"><ClusterId SiteId=\"1\" Number=\"1\"/>\n<Machine "
                "Fqdn=\"b.example.com\"/>\n<Machine/></Cluster>"),
        u"5"_s, u"has no Fqdn"_s);
    row("cluster without a name", xmlWith("<Cluster/>"), u"3"_s, u"has no Fqdn"_s);
    row("cluster without an id", xmlWith("<Cluster Fqdn=\"a.example.com\"/>"), u"3"_s,
        u"neither a UniqueId nor a ClusterId"_s);
    row("cluster twice by name",
        xmlWith(oneCluster + "\n<Cluster Fqdn=\"A.EXAMPLE.com\"><ClusterId SiteId=\"1\" Number=\"2\"/></Cluster>"),
        u"4"_s, u"a second time"_s);
    row("cluster twice by id",
        xmlWith(oneCluster + "\n<Cluster Fqdn=\"b.example.com\"><ClusterId SiteId=\"1\" Number=\"1\"/></Cluster>"),
        u"4"_s, u"the id 1:1 of another cluster"_s);
    row("incomplete ClusterId", xmlWith("<Cluster Fqdn=\"a.example.com\">\n<ClusterId SiteId=\"1\"/></Cluster>"),
        u"4"_s, u"ClusterId has no Number"_s);
    row("site without an id", xmlWith(oneCluster, {}, "\n<CentralSite/>"), u"3"_s, u"CentralSite has no SiteId"_s);
    row("site twice", xmlWith(oneCluster, {}, "<CentralSite SiteId=\"1\"/>\n<CentralSite SiteId=\"1\"/>"), u"3"_s,
        u"a second time"_s);
    row("element in a name", xmlWith(oneCluster, {}, "<CentralSite SiteId=\"1\"><Name><b/></Name></CentralSite>"),
        u"2"_s, u"where a text is expected"_s);
    const QByteArray id = "<ServiceId SiteId=\"1\" RoleName=\"Registrar\" Instance=\"1\"/>";
    row("service without a role", xmlWith(oneCluster, "\n<Service UniqueId=\"x\"/>"), u"5"_s, u"no RoleName"_s);
    row("service without an id", xmlWith(oneCluster, "\n<Service RoleName=\"Registrar\"/>"), u"5"_s,
        u"neither a UniqueId nor a ServiceId"_s);
    row("service twice", xmlWith(oneCluster, "<Service>" + id + "</Service>\n<Service>" + id + "</Service>"), u"5"_s,
        u"a second time"_s);
    row("dangling installation",
        xmlWith(oneCluster,
                "\n\n<Service>" + id + "<InstalledOn><ClusterId SiteId=\"9\" Number=\"9\"/></InstalledOn></Service>"),
        u"6"_s, u"\"9:9\", which the document does not hold"_s);
    row("dependency on nothing",
        xmlWith(oneCluster, "<Service>" + id + "<DependsOn>\n<Dependency/></DependsOn></Service>"), u"5"_s,
        u"names no service"_s);
    row("very long attribute", xmlWith("<Cluster Fqdn=\"" + QByteArray(100'000, 'a') + "\"/>"), u"3"_s,
        u"longer than"_s);
    row("control character", xmlWith(oneCluster, "<Service RoleName=\"a\xC2\x9B\"/>"), u"4"_s, u"control character"_s);
    row("deep nesting", xmlWith(QByteArray("<x>").repeated(100'000)), u"3"_s, u"nested too deeply"_s);
}

void TestTopologyDocument::badDocumentsGetOneSentenceWithTheLine()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, line);
    QFETCH(QString, what);
    const Result<Topology> topology = parseTopologyDocument(document);
    QVERIFY(!topology);
    const Error &error = topology.error();
    QCOMPARE(error.id, u"TopologyDocumentInvalid"_s);
    QVERIFY2(error.message.contains(what), qUtf8Printable(error.message));
    if (!line.isEmpty())
        QVERIFY2(error.message.startsWith("Line "_L1 + line + ' '_L1), qUtf8Printable(error.message));
    QVERIFY2(error.message.size() < 400, qUtf8Printable(error.message));
    QVERIFY(!error.message.contains(u'\n'));
    QVERIFY(!error.recommendedAction.isEmpty());
}

void TestTopologyDocument::everyTruncationIsAnError_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("builder") << builderDocument();
    QTest::newRow("command") << xmlDocument();
    QTest::newRow("UTF-16") << encoded(QString::fromUtf8(xmlDocument()), QStringConverter::Utf16LE, true);
}

void TestTopologyDocument::everyTruncationIsAnError()
{
    QFETCH(QByteArray, document);
    const qsizetype end = document.lastIndexOf('>');
    for (qsizetype size = 0; size < end; size += 3) {
        const Result<Topology> topology = parseTopologyDocument(document.left(size));
        QVERIFY2(!topology, qPrintable(QString::number(size)));
        QVERIFY(!topology.error().message.isEmpty());
    }
}

void TestTopologyDocument::manyEntriesAreRefusedQuickly()
{
    QByteArray clusters;
    for (int i = 0; i < 210'000; ++i) {
        const QByteArray number = QByteArray::number(i);
        clusters += "<Cluster Fqdn=\"c" + number + ".x.com\" UniqueId=\"" + number + "\"/>";
    }
    const Result<Topology> topology = parseTopologyDocument(xmlWith(clusters));
    QVERIFY(!topology);
    QVERIFY2(topology.error().message.contains(u"more than"_s), qUtf8Printable(topology.error().message));
}

void TestTopologyDocument::theRealDocumentIsRead()
{
    QFile file(QStringLiteral(CSPOOL_REFERENCE_DIR "/Contoso.tbxml"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The real document is not on this machine.");
    const Topology topology = parsed(file.readAll());
    QStringList kinds;
    const QList<Pool> pools = poolsOf(topology, {});
    for (const Pool &pool : pools)
        kinds.append(pool.fqdn + ": "_L1 + pool.kind());
    const QStringList expected{
        u"frontendpool.contoso.com: Enterprise Edition pool"_s,
        u"edgepool.contoso.com: Edge pool"_s,
        u"xoffice1.contoso.com: Office Web Apps Server"_s,
        u"xsql1.contoso.com: SQL Server"_s,
        u"xfile1.contoso.com: File server"_s,
        u"xfile2.contoso.com: File server"_s,
    };
    QCOMPARE(kinds, expected);
    QCOMPARE(topology.services.size(), 15);
    QCOMPARE(pools.first().computers.size(), 4);
    QCOMPARE(pools.first().site, u"Site:Contoso"_s);
    QCOMPARE(pools.first().serverVersion, u"Skype for Business Server 2015"_s);
    QCOMPARE(pools.at(2).computers, QStringList{u"xoffice1.contoso.com"_s});
    QVERIFY(statedPairs(topology).pairs.isEmpty());
    QVERIFY(statedPairs(topology).doubts.isEmpty());
    QCOMPARE(activeCentralManagementPool(topology), QString());
}

QTEST_GUILESS_MAIN(TestTopologyDocument)
#include "tst_topology_document.moc"
