#include "backend/lab/topology_document.h"

#include "backend/lab/document_encoding.h"
#include "backend/lab/xml_guard.h"
#include "model/fqdn.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>
#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaximumDepth = 32; // real documents nest twelve deep
constexpr qsizetype MaximumEntries = 200'000; // sites, clusters, machines, services, dependencies together
constexpr qsizetype MaximumTextLength = 1024;

constexpr auto TopologyNamespace = "urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008"_L1;
constexpr auto BuilderNamespace = "urn:schema:Microsoft.Rtc.Management.Deploy.TopologyBuilder.2008"_L1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::TopologyDocument)
};

Error documentError(const QString &message, ErrorCategory category = ErrorCategory::InvalidData)
{
    return {category, u"TopologyDocumentInvalid"_s, message,
            Text::tr("Give the output of Get-CsTopology -AsXml, or a .tbxml file of Topology Builder.")};
}

Error lineError(qint64 line, const QString &what)
{
    return documentError(Text::tr("Line %1 of the topology document is not valid: %2").arg(line).arg(what));
}

QString usesEntities()
{
    return Text::tr("it declares or uses entities, which topology documents never do.");
}

// Text from outside, short enough for a message.
QString excerpt(const QString &text)
{
    constexpr qsizetype shown = 80;
    return text.size() <= shown ? text : QString(text.first(shown) + u'…');
}

// PSTN gateways may stand in a topology with their IP address.
bool isIpv4Address(const QString &text)
{
    const QStringList parts = text.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](const QString &part) {
               bool isNumber = false;
               const uint number = part.toUInt(&isNumber);
               return isNumber && number <= 255 && part.size() <= 3;
           });
}

Result<QString> canonicalName(const QString &text)
{
    const QString trimmed = text.trimmed();
    return isIpv4Address(trimmed) ? Result<QString>(trimmed) : parseFqdn(trimmed);
}

// Microsoft's "SiteId:Number" of a cluster, as a key.
QString clusterKey(const QString &siteId, const QString &number)
{
    return siteId + u':' + number;
}

// Both formats differ in where things stand and how they are identified, not in what they say: one reader knows the
// elements of both. References are resolved at the end, so the order of the document does not matter.
class TopologyReader
{
public:
    explicit TopologyReader(const QString &text)
        : m_xml(text)
    {
    }

    Result<Topology> read()
    {
        forEachChild([this] { readRoot(); });
        if (!m_error && !m_hasRoot)
            fail(m_xml.lineNumber(), Text::tr("it holds no topology."));
        if (!m_error)
            resolve();
        if (m_error)
            return *m_error;
        return m_topology;
    }

private:
    struct Installed // a service and what it is installed on, until all clusters are known
    {
        QString on; // key of a cluster or SQL instance; empty: the document does not say
        qint64 line = 0;
    };
    struct SqlInstance
    {
        QString clusterKey;
        QString name;
        qint64 line = 0;
    };

    // --- Walking

    void fail(qint64 line, const QString &what)
    {
        if (!m_error)
            m_error = lineError(line, what);
    }

    void failAsXml()
    {
        if (m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError)
            fail(m_xml.lineNumber(), Text::tr("the document ends in the middle; it was cut off."));
        else
            fail(m_xml.lineNumber(), Text::tr("it is not well-formed XML (%1).").arg(excerpt(m_xml.errorString())));
    }

    // Calls `visit` at every child element of the current element; it must read the child to its end, by another
    // forEachChild(), skip() or text().
    template <typename Visit> void forEachChild(Visit visit)
    {
        while (!m_error) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                if (++m_depth > MaximumDepth)
                    return fail(m_xml.lineNumber(),
                                Text::tr("its elements are nested too deeply (%1 levels).").arg(m_depth));
                visit();
                --m_depth;
                break;
            case QXmlStreamReader::EndElement:
            case QXmlStreamReader::EndDocument:
                return;
            case QXmlStreamReader::DTD:
            case QXmlStreamReader::EntityReference:
                return fail(m_xml.lineNumber(), usesEntities());
            case QXmlStreamReader::Invalid:
                return failAsXml();
            default:
                break;
            }
        }
    }

    void skip()
    {
        forEachChild([this] { skip(); });
    }

    // For a list of elements of one name; others in it are passed over.
    template <typename Read> void forEachChildNamed(QLatin1StringView name, Read readChild)
    {
        forEachChild([&] {
            if (m_xml.name() == name)
                readChild();
            else
                skip();
        });
    }

    QString checked(const QString &text)
    {
        if (text.size() > MaximumTextLength) {
            fail(m_xml.lineNumber(), Text::tr("a text is longer than %1 characters.").arg(MaximumTextLength));
        } else if (std::any_of(text.begin(), text.end(),
                               [](QChar c) { return c.category() == QChar::Other_Control; })) {
            fail(m_xml.lineNumber(), Text::tr("a text holds a control character."));
        }
        return m_error ? QString() : text;
    }

    QString attribute(QLatin1StringView name)
    {
        return checked(m_xml.attributes().value(name).toString().simplified());
    }

    QString requiredAttribute(QLatin1StringView name)
    {
        const QString value = attribute(name);
        if (value.isEmpty())
            fail(m_xml.lineNumber(), Text::tr("the element %1 has no %2.").arg(excerpt(m_xml.name().toString()), name));
        return value;
    }

    bool isTrue(QLatin1StringView name)
    {
        const QString value = attribute(name);
        return value.compare("true"_L1, Qt::CaseInsensitive) == 0 || value == "1"_L1;
    }

    // The text of the current element, read to its end.
    QString text()
    {
        QString result;
        while (!m_error) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::Characters:
                result += m_xml.text();
                if (result.size() > MaximumTextLength)
                    checked(result);
                break;
            case QXmlStreamReader::EndElement:
                return checked(result.simplified());
            case QXmlStreamReader::StartElement:
                fail(m_xml.lineNumber(), Text::tr("an element stands where a text is expected."));
                break;
            case QXmlStreamReader::Invalid:
                failAsXml();
                break;
            default:
                break;
            }
        }
        return {};
    }

    bool countEntry()
    {
        if (++m_entries > MaximumEntries)
            fail(m_xml.lineNumber(), Text::tr("it holds more than %1 entries.").arg(MaximumEntries));
        return !m_error;
    }

    // --- Elements

    void readRoot()
    {
        m_hasRoot = true;
        const QString name = m_xml.name().toString();
        if (name == "Topology"_L1 && m_xml.namespaceUri() == TopologyNamespace)
            return readTopology();
        if (name == "TopologyBuilder"_L1 && m_xml.namespaceUri() == BuilderNamespace)
            return readBuilder();
        if (name == "DocItemSet"_L1 || name == "HomedResources"_L1) {
            return fail(m_xml.lineNumber(),
                        Text::tr("it begins a user data archive, not a topology. Use Import-CsUserData for it."));
        }
        fail(m_xml.lineNumber(),
             Text::tr("its root element %1 in the namespace \"%2\" is not that of a topology document.")
                 .arg(excerpt(name), excerpt(m_xml.namespaceUri().toString())));
    }

    void readBuilder()
    {
        const qint64 line = m_xml.lineNumber();
        int found = 0;
        forEachChildNamed("NewTopology"_L1, [&] {
            if (++found > 1)
                fail(m_xml.lineNumber(), Text::tr("it holds NewTopology a second time."));
            forEachChildNamed("PartialTopology"_L1, [this] { readTopology(); });
        });
        if (found == 0)
            fail(line, Text::tr("the element TopologyBuilder holds no NewTopology."));
    }

    void readTopology()
    {
        forEachChild([this] {
            if (m_xml.name() == "Sites"_L1 || m_xml.name() == "CentralSites"_L1)
                readSites();
            else if (m_xml.name() == "Clusters"_L1)
                readClusters({});
            else if (m_xml.name() == "SqlInstances"_L1)
                forEachChildNamed("SqlInstance"_L1, [this] { readSqlInstance({}); });
            else if (m_xml.name() == "Services"_L1)
                forEachChildNamed("Service"_L1, [this] { readService(); });
            else
                skip();
        });
    }

    void readSites()
    {
        forEachChild([this] {
            if (m_xml.name() == "CentralSite"_L1 || m_xml.name() == "RemoteSite"_L1)
                readSite();
            else
                skip();
        });
    }

    void readSite()
    {
        TopologySite site;
        site.id = requiredAttribute("SiteId"_L1);
        if (m_siteIds.contains(site.id))
            fail(m_xml.lineNumber(), Text::tr("the site %1 stands in it a second time.").arg(excerpt(site.id)));
        if (!countEntry())
            return;
        m_siteIds.insert(site.id);
        const qsizetype index = m_topology.sites.size(); // remote sites follow their central site
        m_topology.sites.append(site);
        forEachChild([&] {
            if (m_xml.name() == "Name"_L1)
                m_topology.sites[index].name = text();
            else if (m_xml.name() == "Clusters"_L1)
                readClusters(site.id);
            else if (m_xml.name() == "RemoteSites"_L1)
                readSites();
            else
                skip();
        });
    }

    void readClusters(const QString &siteId)
    {
        forEachChildNamed("Cluster"_L1, [&] { readCluster(siteId); });
    }

    // The key of a ClusterId element, or of one whose attributes stand in its parent.
    QString readClusterId()
    {
        const QString siteId = requiredAttribute("SiteId"_L1);
        const QString number = requiredAttribute("Number"_L1);
        skip();
        return clusterKey(siteId, number);
    }

    void readCluster(const QString &enclosingSite)
    {
        const qint64 line = m_xml.lineNumber();
        TopologyCluster cluster;
        cluster.siteId = enclosingSite.isEmpty() ? attribute("SiteId"_L1) : enclosingSite;
        const QString fqdn = requiredAttribute("Fqdn"_L1);
        QString key = attribute("UniqueId"_L1).toLower();
        const QString number = attribute("Number"_L1);
        if (key.isEmpty() && !number.isEmpty())
            key = clusterKey(cluster.siteId, number);
        const bool isDeclaredSingle = isTrue("IsSingleMachineOnly"_L1);
        QStringList machines;
        QList<qint64> machineLines;
        const auto readMachine = [&] {
            machines.append(attribute("Fqdn"_L1));
            machineLines.append(m_xml.lineNumber());
            countEntry();
            skip();
        };
        forEachChild([&] {
            if (m_xml.name() == "ClusterId"_L1) {
                if (cluster.siteId.isEmpty())
                    cluster.siteId = attribute("SiteId"_L1);
                key = readClusterId();
            } else if (m_xml.name() == "Machine"_L1) {
                readMachine();
            } else if (m_xml.name() == "Machines"_L1) {
                forEachChildNamed("Machine"_L1, readMachine);
            } else if (m_xml.name() == "SqlInstances"_L1) {
                forEachChildNamed("SqlInstance"_L1, [&] { readSqlInstance(key); });
            } else {
                skip();
            }
        });
        if (!countEntry())
            return;
        const Result<QString> name = canonicalName(fqdn);
        if (!name)
            return fail(line, name.error().message);
        cluster.fqdn = *name;
        addMachines(cluster, machines, machineLines, isDeclaredSingle);
        addCluster(cluster, key, line);
    }

    void addMachines(TopologyCluster &cluster, const QStringList &machines, const QList<qint64> &lines,
                     bool isDeclaredSingle)
    {
        for (qsizetype i = 0; i < machines.size() && !m_error; ++i) {
            // An empty Machine in a cluster of one machine stands for the cluster's own name.
            if (machines.at(i).isEmpty() && machines.size() > 1)
                return fail(lines.at(i), Text::tr("a machine of the cluster %1 has no Fqdn.").arg(cluster.fqdn));
            const Result<QString> machine
                = machines.at(i).isEmpty() ? Result<QString>(cluster.fqdn) : canonicalName(machines.at(i));
            if (!machine)
                return fail(lines.at(i), machine.error().message);
            cluster.machines.append(*machine);
        }
        cluster.machines.removeDuplicates();
        if (cluster.machines.isEmpty() && isDeclaredSingle)
            cluster.machines.append(cluster.fqdn);
        cluster.isSingleMachine = isDeclaredSingle || cluster.machines == QStringList{cluster.fqdn};
    }

    void addCluster(const TopologyCluster &cluster, const QString &key, qint64 line)
    {
        if (m_error)
            return;
        if (key.isEmpty())
            return fail(line, Text::tr("the cluster %1 has neither a UniqueId nor a ClusterId.").arg(cluster.fqdn));
        if (m_clusters.contains(key))
            return fail(line,
                        Text::tr("the cluster %1 has the id %2 of another cluster.").arg(cluster.fqdn, excerpt(key)));
        if (m_clusterNames.contains(cluster.fqdn))
            return fail(line, Text::tr("the cluster %1 stands in it a second time.").arg(cluster.fqdn));
        m_clusters.insert(key, m_topology.clusters.size());
        m_clusterNames.insert(cluster.fqdn);
        m_topology.clusters.append(cluster);
    }

    // `cluster`: key of the cluster around it (.tbxml); empty: it names its cluster itself.
    void readSqlInstance(const QString &cluster)
    {
        SqlInstance instance{cluster, attribute("Name"_L1), m_xml.lineNumber()};
        const QString uniqueId = attribute("UniqueId"_L1).toLower();
        forEachChild([&] {
            if (m_xml.name() == "SqlInstanceId"_L1) {
                instance.name = attribute("Name"_L1);
                forEachChildNamed("ClusterId"_L1, [&] { instance.clusterKey = readClusterId(); });
            } else if (m_xml.name() == "ClusterId"_L1) {
                instance.clusterKey = readClusterId();
            } else {
                skip();
            }
        });
        if (!countEntry())
            return;
        if (!uniqueId.isEmpty()) {
            if (m_sqlInstanceClusters.contains(uniqueId))
                return fail(instance.line,
                            Text::tr("the SQL instance %1 stands in it a second time.").arg(excerpt(uniqueId)));
            m_sqlInstanceClusters.insert(uniqueId, instance.clusterKey);
        }
        m_sqlInstances.append(instance);
    }

    QString readServiceId(QString *role = nullptr)
    {
        const QString roleName = requiredAttribute("RoleName"_L1);
        const QString id = requiredAttribute("SiteId"_L1) + u'-' + roleName + u'-' + requiredAttribute("Instance"_L1);
        if (role)
            *role = roleName;
        skip();
        return id;
    }

    void readService()
    {
        TopologyService service;
        Installed installed{attribute("InstalledOn"_L1).toLower(), m_xml.lineNumber()};
        service.id = attribute("UniqueId"_L1).toLower();
        service.role = attribute("RoleName"_L1);
        service.roleVersion = attribute("RoleVersion"_L1);
        service.serviceVersion = attribute("ServiceVersion"_L1);
        forEachChild([&] {
            if (m_xml.name() == "ServiceId"_L1)
                service.id = readServiceId(&service.role);
            else if (m_xml.name() == "DependsOn"_L1)
                forEachChildNamed("Dependency"_L1, [&] { readDependency(service); });
            else if (m_xml.name() == "InstalledOn"_L1)
                readInstalledOn(installed);
            else
                readServiceDetails(service);
        });
        if (!countEntry())
            return;
        if (service.role.isEmpty())
            return fail(installed.line, Text::tr("a service has no RoleName."));
        if (service.id.isEmpty())
            return fail(installed.line,
                        Text::tr("the service %1 has neither a UniqueId nor a ServiceId.").arg(excerpt(service.role)));
        if (m_serviceIds.contains(service.id)) {
            return fail(installed.line,
                        Text::tr("the service %1 with the id %2 stands in it a second time.")
                            .arg(excerpt(service.role), excerpt(service.id)));
        }
        m_serviceIds.insert(service.id);
        m_topology.services.append(service);
        m_installed.append(installed);
    }

    void readServiceDetails(TopologyService &service)
    {
        if (m_xml.name() == "RegistrarService"_L1)
            service.isDirector = isTrue("IsDirector"_L1);
        else if (m_xml.name() == "CentralMgmtService"_L1)
            service.isActiveCentralManagement = isTrue("IsActive"_L1);
        else if (m_xml.name() == "FileStoreService"_L1)
            service.shareName = attribute("ShareName"_L1);
        skip();
    }

    void readDependency(TopologyService &service)
    {
        TopologyDependency dependency{attribute("ServiceUniqueId"_L1).toLower(), attribute("Usage"_L1)};
        const qint64 line = m_xml.lineNumber();
        forEachChildNamed("ServiceId"_L1, [&] { dependency.serviceId = readServiceId(); });
        if (dependency.serviceId.isEmpty())
            fail(line, Text::tr("a dependency of the service %1 names no service.").arg(excerpt(service.role)));
        if (countEntry())
            service.dependencies.append(dependency);
    }

    void readInstalledOn(Installed &installed)
    {
        forEachChild([&] {
            if (m_xml.name() == "ClusterId"_L1)
                installed.on = readClusterId();
            else if (m_xml.name() == "SqlInstanceId"_L1)
                forEachChildNamed("ClusterId"_L1, [&] { installed.on = readClusterId(); });
            else
                skip();
        });
    }

    // --- References

    TopologyCluster *clusterOf(const QString &key)
    {
        const auto found = m_clusters.constFind(key);
        return found == m_clusters.constEnd() ? nullptr : &m_topology.clusters[*found];
    }

    void resolve()
    {
        if (m_topology.clusters.isEmpty())
            return fail(m_xml.lineNumber(), Text::tr("the document ends without any cluster."));
        for (const SqlInstance &instance : std::as_const(m_sqlInstances)) {
            TopologyCluster *cluster = clusterOf(instance.clusterKey);
            if (!cluster) {
                return fail(instance.line,
                            Text::tr("the SQL instance \"%1\" lies on the cluster \"%2\", which the document does "
                                     "not hold.")
                                .arg(excerpt(instance.name), excerpt(instance.clusterKey)));
            }
            cluster->sqlInstances.append(instance.name);
        }
        for (qsizetype i = 0; i < m_installed.size(); ++i) {
            const Installed &installed = m_installed.at(i);
            if (installed.on.isEmpty())
                continue;
            const TopologyCluster *cluster = clusterOf(m_sqlInstanceClusters.value(installed.on, installed.on));
            if (!cluster) {
                return fail(installed.line,
                            Text::tr("the service %1 is installed on \"%2\", which the document does not hold.")
                                .arg(excerpt(m_topology.services.at(i).role), excerpt(installed.on)));
            }
            m_topology.services[i].clusterFqdn = cluster->fqdn;
        }
    }

    QXmlStreamReader m_xml;
    Topology m_topology;
    std::optional<Error> m_error;
    bool m_hasRoot = false;
    int m_depth = 0;
    qsizetype m_entries = 0;
    QSet<QString> m_siteIds;
    QHash<QString, qsizetype> m_clusters; // key → index
    QSet<QString> m_clusterNames;
    QHash<QString, QString> m_sqlInstanceClusters; // unique id → cluster key
    QList<SqlInstance> m_sqlInstances;
    QSet<QString> m_serviceIds;
    QList<Installed> m_installed; // of the service with the same index
};

} // namespace

Result<Topology> parseTopologyDocument(const QByteArray &document)
{
    if (document.size() > MaximumTopologyDocumentBytes) {
        return documentError(Text::tr("The topology document is larger than %1 MiB, the most that is read.")
                                 .arg(MaximumTopologyDocumentBytes / (1024 * 1024)),
                             ErrorCategory::LimitsExceeded);
    }
    if (document.trimmed().isEmpty())
        return documentError(Text::tr("The topology document is empty."));
    if (document.startsWith("PK\x03\x04"))
        return documentError(Text::tr("The topology document is a zip archive. Unpack it first."));
    const DecodedText text = decodeDocument(document);
    if (text.isCutOff)
        return documentError(Text::tr("The topology document is cut off: its last UTF-16 character is incomplete."));
    if (text.badLine > 0) {
        return lineError(text.badLine,
                         Text::tr("it holds bytes that are neither UTF-8 nor UTF-16. Save the document as UTF-8."));
    }
    const XmlGuardFinding finding = lookAtXml(text.text);
    switch (finding.problem) {
    case XmlGuardFinding::Problem::DocumentType:
        return lineError(finding.line, usesEntities());
    case XmlGuardFinding::Problem::TooManyAttributes:
        return lineError(finding.line, Text::tr("an element has more than %1 attributes.").arg(MaximumXmlAttributes));
    case XmlGuardFinding::Problem::None:
        break;
    }
    return TopologyReader(text.text).read();
}

} // namespace cspool
