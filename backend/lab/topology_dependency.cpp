#include "backend/lab/topology_dependency.h"

#include "backend/lab/document_encoding.h"
#include "backend/lab/topology_document.h"
#include "backend/lab/xml_attributes.h"

#include <QCoreApplication>

#include <expat.h>

#include <algorithm>
#include <memory>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::TopologyDependency)
};

Error notChanged(const QString &reason)
{
    return {ErrorCategory::InvalidData, u"TopologyDependencyNotChanged"_s,
            Text::tr("The topology document cannot be changed: %1").arg(reason),
            Text::tr("Change the document in Topology Builder or a text editor and publish it with "
                     "Publish-CsTopology.")};
}

// A part of the document's text as UTF-8.
struct Span
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

// A start tag: its attributes as expat reads them, and where the values of them stand.
struct Tag
{
    QList<XmlAttribute> attributes;
    QHash<QByteArray, Span> values;

    QString value(const QByteArray &name) const
    {
        for (const XmlAttribute &attribute : attributes) {
            if (attribute.name == name)
                return QString::fromUtf8(attribute.value).simplified();
        }
        return {};
    }
};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// `tag`: well-formed, from '<' to '>'; `begin`: where it stands.
QHash<QByteArray, Span> valuesIn(QByteArrayView tag, qsizetype begin)
{
    QHash<QByteArray, Span> values;
    qsizetype i = 0;
    while (i < tag.size()) {
        while (i < tag.size() && !isSpace(tag[i]))
            ++i;
        while (i < tag.size() && isSpace(tag[i]))
            ++i;
        const qsizetype name = i;
        while (i < tag.size() && tag[i] != '=' && !isSpace(tag[i]))
            ++i;
        const QByteArray attribute = tag.sliced(name, i - name).toByteArray();
        while (i < tag.size() && tag[i] != '"' && tag[i] != '\'')
            ++i;
        if (i == tag.size())
            break;
        const qsizetype end = tag.indexOf(tag[i], i + 1);
        values.insert(attribute, {begin + i + 1, begin + end});
        i = end + 1;
    }
    return values;
}

// How a service is named by its tag ServiceId, as TopologyService::id has it.
QString idOf(const Tag &serviceId)
{
    return serviceId.value("SiteId") + u'-' + serviceId.value("RoleName") + u'-' + serviceId.value("Instance");
}

// Finds the tags that name services, on the paths on which parseTopologyDocument() reads them.
class DependencyFinder
{
public:
    DependencyFinder(const QByteArray &utf8, const QString &service, const QString &from, const QString &to)
        : m_utf8(utf8)
        , m_service(service)
        , m_from(from)
        , m_to(to)
        , m_parser(XML_ParserCreate("UTF-8"), &XML_ParserFree) // overrides the declaration
    {
        XML_SetUserData(m_parser.get(), this);
        XML_SetElementHandler(m_parser.get(), &DependencyFinder::startElement, &DependencyFinder::endElement);
    }

    bool parse() { return XML_Parse(m_parser.get(), m_utf8.constData(), int(m_utf8.size()), true) == XML_STATUS_OK; }

    QList<Tag> dependencies() const { return m_dependencies; } // of the service on the one that is to be replaced
    std::optional<Tag> target() const { return m_target; } // names the service that replaces it

private:
    struct Reference // to a service, by the tag that counts
    {
        QString id;
        Tag tag;
    };

    static void startElement(void *self, const char *name, const char **attributes)
    {
        static_cast<DependencyFinder *>(self)->open(name, attributes);
    }
    static void endElement(void *self, const char *) { static_cast<DependencyFinder *>(self)->close(); }

    Tag currentTag(const char **attributes) const
    {
        const auto begin = qsizetype(XML_GetCurrentByteIndex(m_parser.get()));
        const qsizetype length = XML_GetCurrentByteCount(m_parser.get());
        return {fromExpat(attributes), valuesIn(QByteArrayView(m_utf8).sliced(begin, length), begin)};
    }

    // The names below Services; nothing when the element stands elsewhere.
    QByteArrayList pathInServices() const
    {
        static const QByteArrayList topology{"Topology", "Services"};
        static const QByteArrayList builder{"TopologyBuilder", "NewTopology", "PartialTopology", "Services"};
        for (const QByteArrayList &services : {topology, builder}) {
            if (m_path.size() > services.size() && m_path.first(services.size()) == services)
                return m_path.sliced(services.size());
        }
        return {};
    }

    void open(const char *name, const char **attributes)
    {
        m_path.append(localName(name).toByteArray());
        const QByteArrayList path = pathInServices();
        if (path.isEmpty() || path.constFirst() != "Service")
            return;
        if (path.size() == 1) {
            const Tag tag = currentTag(attributes);
            m_current = {tag.value("UniqueId").toLower(), tag};
            m_currentDependencies.clear();
        } else if (path == QByteArrayList{"Service", "ServiceId"}) {
            const Tag tag = currentTag(attributes);
            m_current = {idOf(tag), tag};
        } else if (path == QByteArrayList{"Service", "DependsOn", "Dependency"}) {
            const Tag tag = currentTag(attributes);
            m_currentDependencies.append({tag.value("ServiceUniqueId").toLower(), tag});
        } else if (path == QByteArrayList{"Service", "DependsOn", "Dependency", "ServiceId"}) {
            const Tag tag = currentTag(attributes);
            m_currentDependencies.last() = {idOf(tag), tag};
        }
    }

    void close()
    {
        if (pathInServices() == QByteArrayList{"Service"})
            closeService();
        m_path.removeLast();
    }

    void closeService()
    {
        if (m_current.id == m_to)
            m_target = m_current.tag;
        if (m_current.id != m_service)
            return;
        for (const Reference &dependency : std::as_const(m_currentDependencies)) {
            if (dependency.id == m_from)
                m_dependencies.append(dependency.tag);
        }
    }

    const QByteArray &m_utf8;
    const QString m_service;
    const QString m_from;
    const QString m_to;
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> m_parser;
    QByteArrayList m_path; // local names
    Reference m_current;
    QList<Reference> m_currentDependencies;
    QList<Tag> m_dependencies;
    std::optional<Tag> m_target;
};

struct Edit
{
    Span span;
    QByteArray text;
};

// What makes `dependency` name the service that `target` names. Nothing when their tags are of different kinds.
std::optional<QList<Edit>> editsOf(const Tag &dependency, const Tag &target)
{
    struct Attribute
    {
        QByteArray name;
        QByteArray ofTarget;
    };
    const QList<Attribute> attributes = dependency.values.contains("ServiceUniqueId")
        ? QList<Attribute>{{"ServiceUniqueId", "UniqueId"}}
        : QList<Attribute>{{"SiteId", "SiteId"}, {"RoleName", "RoleName"}, {"Instance", "Instance"}};
    QList<Edit> edits;
    for (const Attribute &attribute : attributes) {
        if (!dependency.values.contains(attribute.name) || !target.values.contains(attribute.ofTarget))
            return std::nullopt;
        const QByteArray value = escapedXmlAttribute(target.value(attribute.ofTarget).toUtf8());
        // Whichever quotes stand around it.
        edits.append({dependency.values.value(attribute.name), QByteArray(value).replace('\'', "&apos;")});
    }
    return edits;
}

Result<QByteArray> edited(const QByteArray &utf8, const DependencyFinder &finder)
{
    QList<Edit> edits;
    const QList<Tag> dependencies = finder.dependencies();
    for (const Tag &dependency : dependencies) {
        const auto more = finder.target() ? editsOf(dependency, *finder.target()) : std::nullopt;
        if (!more)
            return notChanged(Text::tr("it names the services in different ways."));
        edits += *more;
    }
    if (edits.isEmpty())
        return notChanged(Text::tr("it does not hold the dependency that is to be replaced."));
    // From the end, so that the places before stay where they are.
    std::sort(edits.begin(), edits.end(), [](const Edit &a, const Edit &b) { return a.span.begin > b.span.begin; });
    QByteArray result = utf8;
    for (const Edit &edit : std::as_const(edits))
        result.replace(edit.span.begin, edit.span.end - edit.span.begin, edit.text);
    return result;
}

} // namespace

Result<QByteArray> withDependencyReplaced(const QByteArray &document, const QString &service, const QString &from,
                                          const QString &to)
{
    Result<Topology> expected = parseTopologyDocument(document);
    if (!expected)
        return expected.error();
    const QByteArray utf8 = decodeDocument(document).text.toUtf8();
    DependencyFinder finder(utf8, service, from, to);
    if (!finder.parse() || encodeDocument(QString::fromUtf8(utf8), document) != document)
        return notChanged(Text::tr("its characters or its markup are unusual, and would not all stay as they are."));
    const Result<QByteArray> changed = edited(utf8, finder);
    if (!changed)
        return changed.error();
    const QByteArray result = encodeDocument(QString::fromUtf8(*changed), document);

    for (TopologyService &each : expected->services) {
        if (each.id != service)
            continue;
        for (TopologyDependency &dependency : each.dependencies) {
            if (dependency.serviceId == from)
                dependency.serviceId = to;
        }
    }
    const Result<Topology> read = parseTopologyDocument(result);
    if (!read || *read != *expected)
        return notChanged(Text::tr("the changed document would say something else as well."));
    return result;
}

} // namespace cspool
