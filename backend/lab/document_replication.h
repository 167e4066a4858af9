// DocumentReplication: copies the documents of one home pool from one store to another, batch by batch: what the feed
// has beyond the target's watermark, or everything in a full comparison.
#pragma once

#include "backend/lab/document_store.h"
#include "backend/lab/module_run.h"

#include <QCoreApplication>

namespace cspool {

// Where a target continues in a source's feed.
struct FeedPosition
{
    enum class Kind {
        FirstExport, // the target never had anything of this home pool
        Continues,
        SourceReplaced, // the source was restored from an older copy, or made anew: its feed cannot be trusted
    };
    Kind kind = Kind::FirstExport;
    qint64 after = 0; // sequence of the source up to which the target has everything
    QString reason = {}; // of SourceReplaced: a sentence
};

// Reads only. `knownSourceId`: the UUID on record for the source's pool; null: none. `sourcePool` is named in the
// reason.
Result<FeedPosition> feedPosition(const DocumentStore &source, const DocumentStore &target, const QString &homePool,
                                  const QUuid &knownSourceId, const QString &sourcePool);

// That every document of a batch, as the target holds it now, is the one that was sent, its bytes digested again; how
// many were compared. One that the target has in a newer revision is none of this batch any more. An error names the
// document.
Result<qint64> verifyDocuments(const DocumentStore &target, const QList<Document> &batch, const QString &targetPool);

// Takes from a batch that a backup gives to the owner what has the owner's revision and other bytes, as happens after a
// restore: the owner's version is the one in use. The names.
Result<QStringList> removeTies(const DocumentStore &owner, QList<Document> &batch);

// One run for one home pool; one thread. Every batch is one transaction of the target, verified after its commit, so
// that the next run goes on where this one was interrupted. A full comparison sets the watermark at its end only.
class DocumentReplication
{
    Q_DECLARE_TR_FUNCTIONS(cspool::DocumentReplication)

public:
    struct Task
    {
        BackupModule module = BackupModule::PresenceFocus;
        BackupDirection direction; // direction.homePool names the pool; it is shown
        QString home; // the home pool that the documents carry: the pool, or "CentralManagement"
        FeedPosition position; // from feedPosition()
        bool isFullComparison = false; // from the beginning, watermark or not; always so after SourceReplaced
        // The source is not the owner: it gives back what the owner has lost or has older, and wins no tie.
        bool isReturn = false;
        qint64 maximumBatches = 0; // that change the target; 0: no limit
    };

    DocumentReplication(DocumentStore &source, DocumentStore &target, const Task &task, CommandRuntime &runtime);

    // Counts and exceptional documents go to `step`, what an administrator must know becomes a warning.
    Result<ModuleResult> run(Step &step);
    // After an error: it was the target that failed.
    bool failedOnTarget() const { return m_failedOnTarget; }

private:
    bool isFull() const;
    Result<QList<Document>> nextBatch(qint64 after, Step &step);
    Result<> take(const QList<Document> &batch, Step &step);
    Result<Watermark> watermarkAt(qint64 sequence) const;
    Result<> finish(qint64 lastSequence, Step &step);
    Result<> countWhatOnlyTheTargetHas(Step &step);
    Result<> writeWarnings();
    template <typename T> Result<T> onTarget(Result<T> result);

    DocumentStore &m_source;
    DocumentStore &m_target;
    const Task m_task;
    CommandRuntime &m_runtime;
    ModuleResult m_result;
    bool m_failedOnTarget = false;
};

} // namespace cspool
