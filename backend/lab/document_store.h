// DocumentStore: documents with revisions, a change feed and tombstones in one SQLite file. User stores, the Central
// Management store and its local replicas are all stores of this kind.
#pragma once

#include "backend/lab/document.h"
#include "backend/sqlite/database.h"
#include "model/result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QUuid>

#include <functional>
#include <memory>
#include <optional>

namespace cspool {

// What of a feed is still to come.
struct Backlog
{
    qint64 documents = 0;
    qint64 bytes = 0;
};

// What one apply() did.
struct ApplySummary
{
    qint64 copied = 0; // written or replaced
    qint64 deleted = 0; // tombstones taken over
    qint64 unchanged = 0; // there already, with the same revision and digest
    qint64 newerOnTarget = 0; // left alone: the target's revision is newer
    qint64 keptAside = 0; // losers kept
    qint64 bytes = 0; // of the copied
    qint64 repaired = 0; // of the copied: the target had them, but its bytes were damaged
    QStringList exceptions; // one sentence for every document that was kept aside, left alone or repaired

    ApplySummary &operator+=(const ApplySummary &other);
};

// How a document that loses is treated.
enum class LoserPolicy {
    KeepUnrelated, // kept aside unless the winner descends from it: the rule
    KeepAllDifferent, // kept aside whenever its bytes differ: the source was restored or recreated, lineages may lie
};

// A batch is this many documents, or this many bytes, whichever is reached first. Microsoft publishes no number: ours.
constexpr int BatchDocuments = 100;
constexpr qint64 BatchBytes = 8 * 1024 * 1024;

// A store remembers the tokens of this many transactions (about 2 MB). A target that is further behind compares
// everything.
constexpr qint64 RememberedTransactions = 100'000;

// One connection to one store; used by one thread. Any error leaves the store at the last commit.
// Whoever reads a document gets the bytes of its digest: damaged ones are an error (InvalidData, id "DocumentDamaged").
class DocumentStore
{
    Q_DECLARE_TR_FUNCTIONS(cspool::DocumentStore)

public:
    // Fails when the file exists (ResourceExists). `owner`: the pool it belongs to.
    static Result<> create(const QString &path, const QString &owner);
    // A store that is missing, corrupt, of a newer version or of another pool than `owner` is an error that says so.
    static Result<DocumentStore> open(const QString &path, OpenMode mode, const QString &owner);

    QUuid id() const { return m_id; }
    QString path() const;
    Result<qint64> lastSequence() const;

    Result<std::optional<Document>> find(const QString &name) const; // tombstones included
    // Without namespaces and data, so of a document whose bytes are damaged as well.
    Result<std::optional<Document>> head(const QString &name) const;
    Result<QStringList> homePools() const; // of documents and tombstones
    Result<Backlog> count(const QString &homePool) const; // living documents
    // Living documents of a home pool, or of all when empty, by name (byte order); stops at the first error. Constant
    // memory, and no lock is held while `visit` runs: it may use the store. `visitDamaged` gets the error of a damaged
    // document, in its place, and decides whether to go on; without it such an error ends the visit.
    Result<> forEach(const QString &homePool, const std::function<Result<>(const Document &)> &visit,
                     const std::function<Result<>(const Error &)> &visitDamaged = {}) const;
    // Lets write() replace a damaged document even by the bytes that it should have; until then it stays damaged.
    Result<> forgetDigest(const QString &name);

    // Local writes, in one transaction: counter + 1 (1 when new), `epoch` and the lineage kept up, a new sequence. Same
    // bytes as before: no write at all. A document that exists, as a tombstone too, keeps its home pool; a new one gets
    // `homePool`. `epochs`: current ownership epoch of every home pool that may be written here. Refused, and then
    // nothing of the batch is written: a document whose home pool is not in it (InvalidOperation, id
    // "DocumentReadOnly"), or one that has a newer epoch already (InvalidOperation, id "StoreBehind"). How many
    // documents changed.
    Result<qint64> write(const QList<DocumentWrite> &writes, const QString &homePool,
                         const QHash<QString, qint64> &epochs);
    // Leaves tombstones. Names that are not there are ignored. How many were deleted.
    Result<qint64> remove(const QStringList &names, const QHash<QString, qint64> &epochs);

    // The feed: documents and tombstones of a home pool with sequence > `after`, in order of sequence, one batch at the
    // most.
    Result<QList<Document>> changesAfter(const QString &homePool, qint64 after) const;
    Result<Backlog> backlogAfter(const QString &homePool, qint64 after) const;
    // Highest sequence of a home pool's documents; 0 when it has none.
    Result<qint64> lastSequenceOf(const QString &homePool) const;

    // A random number of the transaction that gave out `sequence`, whatever became of its documents since; 0 for
    // sequence 0, and for one that this store never gave out or has forgotten. Another one than a watermark has: the
    // store went back to an older copy, and may have given the sequence out again.
    Result<qint64> tokenAt(qint64 sequence) const;

    // Takes over a batch and its watermark in one transaction. The greater revision wins; with equal revisions and
    // different bytes the incoming one wins (its sender owns the pool). Losers by `policy`; the same loser is kept
    // once, and never when its bytes are those of the winner. Two versions of different home pools are unrelated: see
    // Document::supersedes() for who wins; the loser is kept aside whatever its bytes are. A watermark never goes back,
    // unless `resetWatermark`; one without a source is not recorded. What is taken over gets a sequence of this store.
    Result<ApplySummary> apply(const QList<Document> &batch, const Watermark &watermark,
                               LoserPolicy policy = LoserPolicy::KeepUnrelated, bool resetWatermark = false);
    Result<std::optional<Watermark>> watermark(const QUuid &sourceId, const QString &homePool) const;
    // The most recent one of a home pool from any source: tells that the source was replaced.
    Result<std::optional<Watermark>> latestWatermark(const QString &homePool) const;

    Result<QList<KeptDocument>> keptAside() const; // by id
    Result<qint64> keptAsideCount() const;

    // Removes all documents, tombstones, kept documents and watermarks of a home pool; how many living documents.
    Result<qint64> purge(const QString &homePool);

    void setInterruptCheck(std::function<bool()> check);

    DocumentStore(DocumentStore &&) noexcept;
    DocumentStore &operator=(DocumentStore &&) noexcept;
    ~DocumentStore();

private:
    class Statements;
    struct Sequencer;

    DocumentStore(Database database, const QUuid &id, const QString &owner);
    Result<Revision> nextRevision(Document &document, const QHash<QString, qint64> &epochs) const;
    Result<bool> writeOne(const DocumentWrite &write, const QString &homePool, const QHash<QString, qint64> &epochs,
                          Sequencer &sequencer);
    Result<> store(const Document &document, Sequencer &sequencer);
    Result<> applyOne(const Document &incoming, LoserPolicy policy, Sequencer &sequencer, ApplySummary &summary);
    Result<> leaveAlone(const Document &local, const Document &incoming, bool isKept, ApplySummary &summary);
    Result<> keepLocal(const Document &local, const Document &incoming, ApplySummary &summary);
    Result<bool> isLocalWhole(const QString &name, ApplySummary &summary) const;
    Result<bool> keepAside(const Document &loser, const QString &reason);
    Result<> commitWatermark(const Watermark &watermark, bool reset);

    Database m_database;
    QUuid m_id;
    QString m_owner;
    std::unique_ptr<Statements> m_statements;
};

} // namespace cspool
