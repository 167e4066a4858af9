// Document, Revision, Watermark: what a store of documents holds, and who of two versions is newer.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

#include <compare>
#include <optional>

namespace cspool {

// Who is newer: it alone decides conflicts within a home pool. `epoch` is the ownership epoch of the document's home
// pool at the time of the write, `counter` counts the document's own writes. Both from 1.
struct Revision
{
    qint64 epoch = 0;
    qint64 counter = 0;

    auto operator<=>(const Revision &) const = default;
};

struct Document
{
    QString name; // URN, compared case-sensitively; unique within a store
    QString homePool; // canonical FQDN
    Revision revision;
    // The last revision in every earlier epoch in which the document was written, ascending. In one epoch one store
    // writes, so revision r is an ancestor of this document when r.counter <= the counter that the lineage, or the
    // revision itself, has for r.epoch.
    QList<Revision> lineage;
    qint64 sequence = 0; // of the store it was read from; local, never reused, never compared between stores
    bool isDeleted = false; // a tombstone: no data
    QByteArray namespaces; // the namespace declarations that its data stood in, as attributes: xmlns="…" xmlns:a="…"
    QByteArray data; // byte for byte as it came
    QByteArray digest; // SHA-256 of namespaces, a zero byte, and data
    QDateTime written; // UTC, of the write that made this revision

    // Whether a store that has this document has seen revision `other` of the same home pool.
    bool descendsFrom(const Revision &other) const;
    // Whether this version is the newer one of two. Revisions of different home pools say nothing of each other; they
    // and, when they are equal, the names of the home pools only make both sides choose the same one.
    bool supersedes(const Document &other) const;
    // Same bytes, and both or neither deleted.
    bool hasContentOf(const Document &other) const { return isDeleted == other.isDeleted && digest == other.digest; }
};

// How far a target has taken the changes of one home pool from one source.
struct Watermark
{
    QUuid sourceId; // the source store's UUID
    QString homePool;
    qint64 sequence = 0;
    QDateTime time; // UTC, when it was committed
    qint64 token = 0; // what the source had at this sequence: see DocumentStore::tokenAt()

    bool operator==(const Watermark &) const = default;
};

// The loser of a conflict: kept, never shown to users, never replicated.
struct KeptDocument
{
    qint64 id = 0;
    Document document;
    QString reason; // a sentence
    QDateTime kept; // UTC
};

struct DocumentWrite
{
    QString name;
    QByteArray namespaces;
    QByteArray data;
};

// SHA-256 of namespaces, a zero byte, and data.
QByteArray documentDigest(const QByteArray &namespaces, const QByteArray &data);

// Whether the digest is that of the bytes, and a tombstone has none.
bool isWhole(const Document &document);

// As stores keep it: "1:4 2:9". Nothing when the text is not that.
QString lineageToText(const QList<Revision> &lineage);
std::optional<QList<Revision>> lineageFromText(const QString &text);

} // namespace cspool
