#include "backend/lab/user_data_archive.h"
#include "backend/lab/xml_attributes.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <expat.h>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr auto LegacyNamespace = "http://schemas.microsoft.com/RtcServer/2002/11/dbimpexp";
constexpr auto XmlDeclaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::UserDataArchiveWriter)
};

Error writeFailed(const QString &path, const QString &reason)
{
    return {
        ErrorCategory::WriteError, u"UserDataArchiveNotWritten"_s,
        Text::tr("%1 cannot be written: %2. A file of that name is as it was.")
            .arg(QDir::toNativeSeparators(path), reason),
        Text::tr("Check that the folder exists, that you may write to it and that the disk has room, and try again."),
        path};
}

// The declarations and attributes that an item needs where `common` is in scope already.
QByteArray beyondCommon(const QByteArray &namespaces, const NamespaceScope &common)
{
    QList<XmlAttribute> own;
    bool hasDefault = false;
    for (const XmlAttribute &attribute : fromAttributeText(namespaces)) {
        hasDefault |= attribute.name == "xmlns";
        if (!attribute.isNamespace() || common.value(attribute.name) != attribute.value)
            own.append(attribute);
    }
    if (common.contains("xmlns") && !hasDefault)
        own.prepend({"xmlns", {}});
    return toAttributeText(own);
}

class ZipWriter : public UserDataArchiveWriter
{
public:
    ZipWriter(const QString &path, const QByteArray &commonNamespaces)
        : m_path(path)
        , m_file(path)
        , m_common(scopeBelow({}, fromAttributeText(commonNamespaces)))
        , m_zip(&m_file)
        , m_entry(&m_zip)
    {
        m_zip.setZip64Enabled(true);
        m_zip.setUtf8Enabled(true);
        m_zip.setAutoClose(false); // QuaZip would commit a QSaveFile
    }

    Result<> begin(const QByteArray &commonNamespaces)
    {
        if (!m_file.open(QIODevice::WriteOnly))
            return writeFailed(m_path, m_file.errorString());
        if (!m_zip.open(QuaZip::mdCreate) || !m_entry.open(QIODevice::WriteOnly, QuaZipNewInfo(u"DocItemSet.xml"_s)))
            return writeFailed(m_path, m_file.errorString());
        return put(XmlDeclaration + QByteArray("<DocItemSet") + (commonNamespaces.isEmpty() ? "" : " ")
                   + commonNamespaces + ">\n");
    }

    Result<> write(const DocumentWrite &document) override
    {
        const QByteArray own = beyondCommon(document.namespaces, m_common);
        if (const Result<> begun = put("<DocItem Name=\"" + escapedXmlAttribute(document.name.toUtf8()) + "\""
                                       + (own.isEmpty() ? "" : " ") + own + ">");
            !begun)
            return begun;
        if (const Result<> written = put(document.data); !written)
            return written;
        return put("</DocItem>\n");
    }

    Result<> finish() override
    {
        if (const Result<> ended = put("</DocItemSet>\n"); !ended)
            return ended;
        m_entry.close();
        const bool isEntryComplete = m_entry.getZipError() == ZIP_OK;
        const qint64 directory = m_file.pos();
        m_zip.close();
        if (!isEntryComplete || m_zip.getZipError() != ZIP_OK || !stateVersion(LocalHeaderVersion)
            || !stateVersion(directory + DirectoryHeaderVersion) || !m_file.commit())
            return writeFailed(m_path, m_file.errorString());
        return {};
    }

private:
    // Where a local header, and one in the central directory, says which version a reader needs
    // (APPNOTE 4.3.7, 4.3.12).
    static constexpr qint64 LocalHeaderVersion = 4;
    static constexpr qint64 DirectoryHeaderVersion = 6;

    // QuaZip 1.4 asks for version 6.3 where 4.5 has all that zip64 needs, and unzip 6.0 then refuses the archive.
    bool stateVersion(qint64 position)
    {
        constexpr char version45[] = {45, 0};
        return m_file.seek(position) && m_file.write(version45, sizeof version45) == sizeof version45;
    }

    Result<> put(const QByteArray &bytes)
    {
        if (m_entry.write(bytes) != bytes.size())
            return writeFailed(m_path, m_file.errorString());
        return {};
    }

    QString m_path;
    QSaveFile m_file; // before the zip, which writes to it until its end
    NamespaceScope m_common;
    QuaZip m_zip;
    QuaZipFile m_entry;
};

// Where the HomedResource stands in the data of a document, and what it says of itself.
struct HomedResource
{
    qint64 start = -1; // in the document that was searched
    qint64 afterName = -1; // where attributes can be put in
    qint64 end = -1;
    NamespaceScope outerScope; // declared around it
    NamespaceScope ownScope; // declared on it
    QString userAtHost; // its attribute; empty: none
};

// Finds the outermost HomedResource with expat, which knows at which byte it is.
class HomedResourceFinder
{
public:
    static std::optional<HomedResource> find(const QByteArray &document)
    {
        HomedResourceFinder finder;
        const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate("UTF-8"),
                                                                                  &XML_ParserFree);
        finder.m_parser = parser.get();
        XML_SetUserData(parser.get(), &finder);
        XML_SetElementHandler(parser.get(), &HomedResourceFinder::startElement, &HomedResourceFinder::endElement);
        const XML_Status status = XML_Parse(parser.get(), document.constData(), int(document.size()), true);
        return status == XML_STATUS_OK && finder.m_found.end >= 0 ? std::optional(finder.m_found) : std::nullopt;
    }

private:
    static void startElement(void *data, const char *name, const char **attributes)
    {
        auto *self = static_cast<HomedResourceFinder *>(data);
        ++self->m_depth;
        if (self->m_found.start >= 0)
            return;
        const QList<XmlAttribute> list = fromExpat(attributes);
        const NamespaceScope outer = self->m_scopes.isEmpty() ? NamespaceScope() : self->m_scopes.last();
        if (localName(name) != "HomedResource") {
            self->m_scopes.resize(self->m_depth - 1);
            self->m_scopes.append(scopeBelow(outer, list));
            return;
        }
        HomedResource &found = self->m_found;
        found.start = XML_GetCurrentByteIndex(self->m_parser);
        found.afterName = found.start + 1 + qint64(qstrlen(name));
        found.outerScope = outer;
        for (const XmlAttribute &attribute : list) {
            if (attribute.isNamespace())
                found.ownScope.insert(attribute.name, attribute.value);
            else if (attribute.name == "UserAtHost")
                found.userAtHost = QString::fromUtf8(attribute.value);
        }
        self->m_foundDepth = self->m_depth;
    }

    static void endElement(void *data, const char *)
    {
        auto *self = static_cast<HomedResourceFinder *>(data);
        if (self->m_depth == self->m_foundDepth && self->m_found.end < 0)
            self->m_found.end = XML_GetCurrentByteIndex(self->m_parser) + XML_GetCurrentByteCount(self->m_parser);
        --self->m_depth;
        if (self->m_found.start < 0)
            self->m_scopes.resize(self->m_depth);
    }

    XML_Parser m_parser = nullptr;
    QList<NamespaceScope> m_scopes; // of the open elements
    HomedResource m_found;
    int m_depth = 0;
    int m_foundDepth = -1;
};

class LegacyWriter : public UserDataArchiveWriter
{
public:
    explicit LegacyWriter(const QString &path)
        : m_path(path)
        , m_file(path)
    {
    }

    Result<> begin()
    {
        if (!m_file.open(QIODevice::WriteOnly))
            return writeFailed(m_path, m_file.errorString());
        return put(XmlDeclaration + QByteArray("<HomedResources xmlns=\"") + LegacyNamespace + "\">\n");
    }

    Result<> write(const DocumentWrite &document) override
    {
        constexpr auto prefix = "urn:lcd:"_L1;
        if (!document.name.startsWith(prefix))
            return Error{ErrorCategory::InvalidArgument, u"LegacyFormatUsersOnly"_s,
                         Text::tr("%1 is not written: the legacy format holds users only.").arg(document.name),
                         Text::tr("Export without LegacyFormat to take everything along."), document.name};
        const QString user = document.name.mid(prefix.size());
        const QByteArray searched = "<Item " + document.namespaces + ">" + document.data + "</Item>";
        const std::optional<HomedResource> resource = HomedResourceFinder::find(searched);
        if (!resource || (!resource->userAtHost.isEmpty() && resource->userAtHost != user))
            return Error{
                ErrorCategory::InvalidData, u"LegacyFormatNoHomedResource"_s,
                resource
                    ? Text::tr("%1 is not written: its data names another user, %2.")
                          .arg(document.name, resource->userAtHost)
                    : Text::tr("%1 is not written: there is no HomedResource in its data, which is all that the legacy "
                               "format holds.")
                          .arg(document.name),
                Text::tr("Export without LegacyFormat to take everything along."), document.name};
        const QByteArray missing = missingAttributes(*resource, user);
        return put(searched.mid(resource->start, resource->afterName - resource->start) + (missing.isEmpty() ? "" : " ")
                   + missing + searched.mid(resource->afterName, resource->end - resource->afterName) + "\n");
    }

    Result<> finish() override
    {
        if (const Result<> ended = put("</HomedResources>\n"); !ended)
            return ended;
        return m_file.commit() ? Result<>() : Result<>(writeFailed(m_path, m_file.errorString()));
    }

private:
    // What the element had from around it and would lose, and its name, which a DocItem carries outside it.
    static QByteArray missingAttributes(const HomedResource &resource, const QString &user)
    {
        QList<XmlAttribute> missing;
        for (auto outer = resource.outerScope.cbegin(); outer != resource.outerScope.cend(); ++outer) {
            const bool isAtRoot = outer.key() == "xmlns" && outer.value() == LegacyNamespace;
            if (!isAtRoot && !resource.ownScope.contains(outer.key()))
                missing.append({outer.key(), outer.value()});
        }
        if (!resource.outerScope.contains("xmlns") && !resource.ownScope.contains("xmlns"))
            missing.prepend({"xmlns", {}});
        if (resource.userAtHost.isEmpty())
            missing.append({"UserAtHost", user.toUtf8()});
        return toAttributeText(missing);
    }

    Result<> put(const QByteArray &bytes)
    {
        if (m_file.write(bytes) != bytes.size())
            return writeFailed(m_path, m_file.errorString());
        return {};
    }

    QString m_path;
    QSaveFile m_file;
};

} // namespace

Result<std::unique_ptr<UserDataArchiveWriter>> UserDataArchiveWriter::create(const QString &path, ArchiveFormat format,
                                                                             const QByteArray &commonNamespaces)
{
    if (format == ArchiveFormat::Legacy) {
        auto writer = std::make_unique<LegacyWriter>(path);
        if (const Result<> begun = writer->begin(); !begun)
            return begun.error();
        return std::unique_ptr<UserDataArchiveWriter>(std::move(writer));
    }
    auto writer = std::make_unique<ZipWriter>(path, commonNamespaces);
    if (const Result<> begun = writer->begin(commonNamespaces); !begun)
        return begun.error();
    return std::unique_ptr<UserDataArchiveWriter>(std::move(writer));
}

void CommonNamespaces::add(const QByteArray &namespaces)
{
    if (m_common && *m_common == namespaces)
        return;
    const QList<XmlAttribute> attributes = fromAttributeText(namespaces);
    const QList<XmlAttribute> candidates = m_common ? fromAttributeText(*m_common) : attributes;
    QList<XmlAttribute> shared;
    for (const XmlAttribute &attribute : candidates) {
        if (attribute.isNamespace() && attributes.contains(attribute))
            shared.append(attribute);
    }
    m_common = toAttributeText(shared);
}

} // namespace cspool
