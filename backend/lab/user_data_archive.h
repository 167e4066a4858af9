// User data archives: what Export-CsUserData writes and Import-CsUserData reads: a zip with DocItemSet.xml, or the legacy
// single XML file. Streaming, constant memory; every document byte for byte what it was.
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
};

// Hostile until read. A bad item (a URN with '\' or '/', no name, too large) is reported through `refuse` with a sentence
// and its line, and the rest goes on; a bad archive (truncated, not XML, DTD or entities, zip bomb, path outside) is an
// error that says what and where. UTF-16 input is taken as its UTF-8 equivalent.
class UserDataArchiveReader
{
public:
    using Visit = std::function<Result<>(const ArchiveItem &)>; // an error ends the reading
    using Refuse = std::function<void(const Error &)>;
    // Bytes read so far of the total (compressed or plain file size), for progress.
    using Progress = std::function<void(qint64 done, qint64 total)>;

    // Tells zip from XML by content, not by name.
    static Result<ArchiveReadSummary> read(const QString &path, const StopToken &stop, const Visit &visit, const Refuse &refuse,
                                           const Progress &progress = {});
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
    // `commonNamespaces`: the declarations that all documents share, written once at the root; documents that differ carry
    // their own.
    static Result<std::unique_ptr<UserDataArchiveWriter>> create(const QString &path, ArchiveFormat format,
                                                                 const QByteArray &commonNamespaces);
    virtual ~UserDataArchiveWriter() = default;
    virtual Result<> write(const DocumentWrite &document) = 0;
    virtual Result<> finish() = 0; // not called: nothing is left behind
};

} // namespace cspool
