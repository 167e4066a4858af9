// Changing one dependency in a topology document: both formats, every encoding, and every other byte as it was.
#include "backend/lab/topology_dependency.h"
#include "backend/lab/topology_document.h"

#include <QFile>
#include <QStringEncoder>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

// Where the text of a dependency stands in the documents below.
constexpr auto Here = "@HERE@"_L1;

// As Get-CsTopology -AsXml writes it: two Front End pools and an Edge pool. Services other than the Edge service name
// the same Registrar, and elements and comments that nobody knows look like what is changed.
QString commandsOutput()
{
    return uR"(<?xml version="1.0" encoding="utf-8"?>
<Topology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008" Signature="é&#228;">
  <!-- <Dependency><ServiceId SiteId="1" RoleName="Registrar" Instance="1"/></Dependency> -->
  <Sites><CentralSite SiteId="1"><Name>Zürich &amp; Ωmega 😀</Name></CentralSite></Sites>
  <Clusters>
    <Cluster Fqdn="a.example.com"><ClusterId SiteId="1" Number="1"/></Cluster>
    <Cluster Fqdn="b.example.com"><ClusterId SiteId="2" Number="1"/></Cluster>
    <Cluster Fqdn="edge.example.com"><ClusterId SiteId="1" Number="3"/></Cluster>
  </Clusters>
  <Unknown><Services><Service><ServiceId SiteId="1" RoleName="EdgeServer" Instance="1"/><DependsOn><Dependency>
    <ServiceId SiteId="1" RoleName="Registrar" Instance="1"/></Dependency></DependsOn></Service></Services></Unknown>
  <Services>
    <Service ServiceVersion="6"><ServiceId SiteId="1" RoleName="Registrar" Instance="1"/>
      <InstalledOn><ClusterId SiteId="1" Number="1"/></InstalledOn></Service>
    <Service ServiceVersion="6"><ServiceId SiteId="2" RoleName="Registrar" Instance="7"/>
      <InstalledOn><ClusterId SiteId="2" Number="1"/></InstalledOn></Service>
    <Service ServiceVersion="6">
      <DependsOn><!-- next hop --><Dependency Usage = 'Default' Odd="a > b">
        <Extra SiteId="1"/><ServiceId  @HERE@ /></Dependency>
        <Dependency Usage="Default"><ServiceId SiteId="9" RoleName="Gone" Instance="1"/></Dependency></DependsOn>
      <ServiceId SiteId="1" RoleName="EdgeServer" Instance="1"/>
      <InstalledOn><ClusterId SiteId="1" Number="3"/></InstalledOn></Service>
    <Service ServiceVersion="6"><ServiceId SiteId="1" RoleName="MediationServer" Instance="1"/>
      <DependsOn><Dependency><ServiceId SiteId="1" RoleName="Registrar" Instance="1"/></Dependency></DependsOn></Service>
  </Services>
</Topology>
)"_s;
}

// As Topology Builder writes it, with the same services, and another version of the topology beside the new one.
QString builderFile()
{
    const QString topology
        = uR"(<PartialTopology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.WritableTopology.2008">
    <CentralSites><CentralSite SiteId="1"><Name>Zürich</Name><Clusters>
      <Cluster UniqueId="C1" Fqdn="a.example.com"/><Cluster UniqueId="C2" Fqdn="b.example.com"/>
      <Cluster UniqueId="C3" Fqdn="edge.example.com"/></Clusters></CentralSite></CentralSites>
    <Services>
      <Service UniqueId="REG-1" RoleName="Registrar" InstalledOn="c1"/>
      <Service UniqueId="Reg-7" RoleName="Registrar" InstalledOn="c2"/>
      <Service UniqueId="Edge" RoleName="EdgeServer" InstalledOn="c3">
        <DependsOn><Dependency %1 Usage="Default" /></DependsOn></Service>
    </Services></PartialTopology>)"_s;
    return uR"(<?xml version="1.0" encoding="utf-8"?>
<TopologyBuilder xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.TopologyBuilder.2008">
  <PublishedTopology>)"_s
        + QString(topology).arg(u"ServiceUniqueId=\"REG-1\""_s) + u"</PublishedTopology>\n  <NewTopology>"_s
        + QString(topology).arg(Here) + u"</NewTopology>\n</TopologyBuilder>\n"_s;
}

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding, bool hasMark)
{
    QStringEncoder encoder(encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

struct Format
{
    const char *name;
    QString text;
    QString service, from, to; // ids
    QString before, after; // what stands at Here
};

QList<Format> formats()
{
    return {
        {"a command's output", commandsOutput(), u"1-EdgeServer-1"_s, u"1-Registrar-1"_s, u"2-Registrar-7"_s,
         u"SiteId='1' RoleName=\"Registrar\"\n   Instance = \"1\""_s,
         u"SiteId='2' RoleName=\"Registrar\"\n   Instance = \"7\""_s},
        {"a builder's file", builderFile(), u"edge"_s, u"reg-1"_s, u"reg-7"_s, u"ServiceUniqueId=\"Reg-1\""_s,
         u"ServiceUniqueId=\"Reg-7\""_s},
    };
}

} // namespace

class TestTopologyDependency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingButTheDependencyChanges_data();
    void nothingButTheDependencyChanges();
    void whatCannotBeChangedIsAnError_data();
    void whatCannotBeChangedIsAnError();
    void theRealDocumentComesBackAsItWas();
};

void TestTopologyDependency::nothingButTheDependencyChanges_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const struct
    {
        const char *name;
        QStringConverter::Encoding encoding;
        bool hasMark;
    } encodings[] = {
        {"UTF-8", QStringConverter::Utf8, false},
        {"UTF-8 with mark", QStringConverter::Utf8, true},
        {"UTF-16 LE with mark", QStringConverter::Utf16LE, true},
        {"UTF-16 BE with mark", QStringConverter::Utf16BE, true},
        {"UTF-16 LE", QStringConverter::Utf16LE, false},
        {"UTF-16 BE", QStringConverter::Utf16BE, false},
    };
    for (const Format &format : formats()) {
        for (const auto &row : encodings) {
            for (const QString &lineEnd : {u"\n"_s, u"\r\n"_s}) {
                const auto document = [&](const QString &dependency) {
                    const QString text = QString(format.text).replace(Here, dependency).replace(u"\n"_s, lineEnd);
                    return encoded(text, row.encoding, row.hasMark);
                };
                QTest::addRow("%s, %s, %s", format.name, row.name, lineEnd.size() == 1 ? "LF" : "CR LF")
                    << document(format.before) << document(format.after) << format.service << format.from << format.to;
            }
        }
    }
    const Format builder = formats().constLast();
    const QString wrongly = QString(builder.text).replace(u"\"utf-8\""_s, u"\"utf-16\""_s);
    QTest::addRow("UTF-8 that says UTF-16")
        << QString(wrongly).replace(Here, builder.before).toUtf8()
        << QString(wrongly).replace(Here, builder.after).toUtf8() << builder.service << builder.from << builder.to;
}

void TestTopologyDependency::nothingButTheDependencyChanges()
{
    QFETCH(QByteArray, document);
    QFETCH(QByteArray, expected);
    QFETCH(QString, service);
    QFETCH(QString, from);
    QFETCH(QString, to);
    const Result<QByteArray> changed = withDependencyReplaced(document, service, from, to);
    QVERIFY2(changed, changed ? "" : qUtf8Printable(changed.error().message));
    QCOMPARE(*changed, expected);
    const Result<Topology> topology = parseTopologyDocument(*changed);
    QVERIFY(topology);
    QCOMPARE(topology->service(service)->dependencies.constFirst().serviceId, to);
}

void TestTopologyDependency::whatCannotBeChangedIsAnError_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("id");
    const Format output = formats().constFirst();
    const QByteArray document = QString(output.text).replace(Here, output.before).toUtf8();
    const QString id = u"TopologyDependencyNotChanged"_s;
    QTest::newRow("no such service") << document << u"1-EdgeServer-2"_s << output.from << output.to << id;
    QTest::newRow("no such dependency") << document << output.service << u"2-Registrar-7"_s << output.from << id;
    QTest::newRow("no such target") << document << output.service << output.from << u"3-Registrar-1"_s << id;
    QTest::newRow("no document") << QByteArray("text") << output.service << output.from << output.to
                                 << u"TopologyDocumentInvalid"_s;
    // A target that is named in the way of the other format.
    QByteArray mixed = document;
    mixed.replace("<ServiceId SiteId=\"2\" RoleName=\"Registrar\" Instance=\"7\"/>", "");
    mixed.replace("<Service ServiceVersion=\"6\">\n      <InstalledOn><ClusterId SiteId=\"2\"",
                  "<Service UniqueId=\"x\" RoleName=\"Registrar\">\n      <InstalledOn><ClusterId SiteId=\"2\"");
    QTest::newRow("ways of the two formats") << mixed << output.service << output.from << u"x"_s << id;
}

void TestTopologyDependency::whatCannotBeChangedIsAnError()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, service);
    QFETCH(QString, from);
    QFETCH(QString, to);
    const Result<QByteArray> changed = withDependencyReplaced(document, service, from, to);
    QVERIFY(!changed);
    QTEST(changed.error().id, "id");
    QVERIFY(!changed.error().recommendedAction.isEmpty());
}

// The real one has a single Registrar: made to depend on another service and back, it is what it was.
void TestTopologyDependency::theRealDocumentComesBackAsItWas()
{
    QFile file(QStringLiteral(CSPOOL_REFERENCE_DIR "/Contoso.tbxml"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The real document is not on this machine.");
    const QByteArray document = file.readAll();
    const Topology topology = parseTopologyDocument(document).value();
    const auto edge = std::find_if(topology.services.cbegin(), topology.services.cend(),
                                   [](const TopologyService &service) { return service.role == "EdgeServer"_L1; });
    QVERIFY(edge != topology.services.cend());
    const QString registrar = edge->dependencies.constFirst().serviceId;
    const QString other = topology.services.constLast().id;
    const Result<QByteArray> there = withDependencyReplaced(document, edge->id, registrar, other);
    QVERIFY2(there, there ? "" : qUtf8Printable(there.error().message));
    QVERIFY(*there != document);
    QCOMPARE(there->size(), document.size()); // ids are of one length
    const Result<QByteArray> back = withDependencyReplaced(*there, edge->id, other, registrar);
    QVERIFY2(back, back ? "" : qUtf8Printable(back.error().message));
    QVERIFY(*back == document);
}

QTEST_GUILESS_MAIN(TestTopologyDependency)
#include "tst_topology_dependency.moc"
