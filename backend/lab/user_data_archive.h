// User data archives: what Export-CsUserData writes and Import-CsUserData reads: a zip with DocItemSet.xml, or the
// legacy single XML file. Streaming, constant memory; every document byte for byte what it was.
//
// What a stored document is: `data` holds everything between the start tag and the end tag of its DocItem, as it stood
// (line ends, entities, comments and all), and `namespaces` the declarations in scope there, followed by the DocItem's
// attributes other than Name. A HomedResource of the legacy format becomes <Data>…</Data> around its bytes, which is
// how the same user stands in a DocItem; the legacy writer takes it out of there again.
#pragma once

#include "backend/lab/document_store.h"
#include "backend/stop_token.h"

#include <functional>
#include <memory>

namespace cspool {

struct ArchiveItem
{
    DocumentWrite document; // name (URN), namespaces in scope, the bytes of its data
    qint64 line = 0; // in the document, from 1
};

struct ArchiveReadSummary
{
    qint64 items = 0; // handed to the visitor
    qint64 refused = 0; // reported, and gone on
    qint64 bytes = 0; // of XML read
    bool isLegacy = false;
    QStringList ignoredEntries; // of a zip: other files in it, which are not read; the first ones
    qint64 ignoredEntryCount = 0; // all of them
};

// Bounds on what comes from outside; all ours.
namespace archive_limits {
constexpr qint64 DocumentBytes = 64LL * 1024 * 1024; // of one item; a larger one is refused, the rest is read
constexpr qint64 TokenBytes = 4LL * 1024 * 1024; // of one tag or comment
constexpr int Depth = 256; // of nested elements
constexpr int NameCharacters = 1024; // of an item's URN
// A zip that promises more than this, and more than `Ratio` times its own size, is a zip bomb. Contact lists that are
// all alike compress about 1:150.
constexpr qint64 UncheckedBytes = 100LL * 1024 * 1024;
constexpr qint64 Ratio = 300;
} // namespace archive_limits

// Hostile until read. A bad item (a URN with '\' or '/', no name, too large) is reported through `refuse` with a
// sentence and its line, and the rest goes on; a bad archive (truncated, not XML, DTD or entities, zip bomb, encrypted)
// is an error that says what and where. UTF-16 and ISO-8859-1 input is taken as its UTF-8 equivalent.
class UserDataArchiveReader
{
public:
    using Visit = std::function<Result<>(const ArchiveItem &)>; // an error ends the reading
    using Refuse = std::function<void(const Error &)>;
    // Bytes of XML read so far of the total, for progress.
    using Progress = std::function<void(qint64 done, qint64 total)>;

    // Tells zip from XML by content, not by name.
    static Result<ArchiveReadSummary> read(const QString &path, const StopToken &stop, const Visit &visit,
                                           const Refuse &refuse, const Progress &progress = {});
};

enum class ArchiveFormat {
    Zip, // DocItemSet.xml
    Legacy, // one XML file, users only
};

// Written beside its name and renamed when finish() succeeds: an existing file is replaced only by a complete one.
// Deterministic: the same documents in the same order give the same XML.
class UserDataArchiveWriter
{
public:
    // `commonNamespaces`: the declarations that all documents share (see CommonNamespaces), written once at the root;
    // what a document has beyond them stands at its own item. The legacy format has a fixed root and ignores them.
    static Result<std::unique_ptr<UserDataArchiveWriter>> create(const QString &path, ArchiveFormat format,
                                                                 const QByteArray &commonNamespaces);
    virtual ~UserDataArchiveWriter() = default;
    // A document that the format cannot hold (a conference, or data without a HomedResource, in the legacy one) is an
    // error of category InvalidArgument or InvalidData, after which writing may go on. Any other error is final.
    virtual Result<> write(const DocumentWrite &document) = 0;
    virtual Result<> finish() = 0; // not called: nothing is left behind
};

// Finds the namespace declarations that all of a number of documents share.
class CommonNamespaces
{
public:
    void add(const QByteArray &namespaces);
    QByteArray result() const { return m_common.value_or(QByteArray()); }

private:
    std::optional<QByteArray> m_common; // nothing until the first document
};

} // namespace cspool
