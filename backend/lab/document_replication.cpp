#include "backend/lab/document_replication.h"

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

FeedPosition replaced(const QString &reason)
{
    return {FeedPosition::Kind::SourceReplaced, 0, reason};
}

Error verificationFailed(const Document &document, const QString &targetPool, const QString &what)
{
    return {ErrorCategory::InvalidData, u"VerificationFailed"_s,
            DocumentReplication::tr("The document %1 was copied, but its copy on pool %2 %3.")
                .arg(document.name, targetPool, what),
            DocumentReplication::tr(
                "Check the disk of pool %1, then run Invoke-CsBackupServiceSync for the pool that was backed "
                "up: it compares everything and replaces what is damaged.")
                .arg(targetPool),
            document.name};
}

// The administrator's Ctrl+C must not wait for a long statement to end.
class InterruptGuard
{
public:
    InterruptGuard(DocumentStore &store, const StopToken &stop)
        : m_store(store)
    {
        m_store.setInterruptCheck([stop] { return stop.isStopRequested(); });
    }
    ~InterruptGuard() { m_store.setInterruptCheck({}); }
    Q_DISABLE_COPY_MOVE(InterruptGuard)

private:
    DocumentStore &m_store;
};

} // namespace

Result<FeedPosition> feedPosition(const DocumentStore &source, const DocumentStore &target, const QString &homePool,
                                  const QUuid &knownSourceId, const QString &sourcePool)
{
    const Result<std::optional<Watermark>> watermark = target.watermark(source.id(), homePool);
    if (!watermark)
        return watermark.error();
    if (!*watermark) {
        const Result<std::optional<Watermark>> latest = target.latestWatermark(homePool);
        if (!latest)
            return latest.error();
        if (!*latest)
            return FeedPosition{};
        return replaced(
            DocumentReplication::tr("The store of pool %1 is not the one that was backed up before: it was made anew.")
                .arg(sourcePool));
    }
    if (!knownSourceId.isNull() && knownSourceId != source.id()) {
        return replaced(
            DocumentReplication::tr("The store of pool %1 is not the one that it had last: it was exchanged.")
                .arg(sourcePool));
    }
    const qint64 sequence = (*watermark)->sequence;
    const Result<qint64> token = source.tokenAt(sequence);
    if (!token)
        return token.error();
    const Result<qint64> last = source.lastSequence();
    if (!last)
        return last.error();
    if (*token == (*watermark)->token && *last >= sequence)
        return FeedPosition{FeedPosition::Kind::Continues, sequence, {}};
    if (*token == 0 && *last >= sequence) {
        return replaced(DocumentReplication::tr("The store of pool %1 was changed so often since the last backup that "
                                                "it cannot be told whether it lost changes that were backed up.")
                            .arg(sourcePool));
    }
    return replaced(
        DocumentReplication::tr("The store of pool %1 was restored from an older copy: it has lost changes that "
                                "were backed up already.")
            .arg(sourcePool));
}

Result<qint64> verifyDocuments(const DocumentStore &target, const QList<Document> &batch, const QString &targetPool)
{
    qint64 verified = 0;
    for (const Document &document : batch) {
        const Result<std::optional<Document>> stored = target.find(document.name); // which digests the bytes again
        if (!stored && stored.error().id == "DocumentDamaged"_L1)
            return verificationFailed(document, targetPool, DocumentReplication::tr("is damaged"));
        if (!stored)
            return stored.error();
        if (!*stored || document.supersedes(**stored))
            return verificationFailed(document, targetPool, DocumentReplication::tr("is missing or older"));
        if ((*stored)->supersedes(document))
            continue;
        if (!(*stored)->hasContentOf(document))
            return verificationFailed(document, targetPool, DocumentReplication::tr("has other content"));
        ++verified;
    }
    return verified;
}

Result<QStringList> removeTies(const DocumentStore &owner, QList<Document> &batch)
{
    QStringList names;
    for (qsizetype i = batch.size() - 1; i >= 0; --i) {
        const Result<std::optional<Document>> owned = owner.find(batch.at(i).name);
        if (!owned && owned.error().id != "DocumentDamaged"_L1)
            return owned.error();
        const bool isTie = owned && *owned && (*owned)->revision == batch.at(i).revision
            && (*owned)->homePool == batch.at(i).homePool && !(*owned)->hasContentOf(batch.at(i));
        if (isTie)
            names.append(batch.takeAt(i).name);
    }
    return names;
}

DocumentReplication::DocumentReplication(DocumentStore &source, DocumentStore &target, const Task &task,
                                         CommandRuntime &runtime)
    : m_source(source)
    , m_target(target)
    , m_task(task)
    , m_runtime(runtime)
{
    m_result.module = task.module;
    m_result.direction = task.direction;
}

bool DocumentReplication::isFull() const
{
    return m_task.isFullComparison || m_task.position.kind == FeedPosition::Kind::SourceReplaced;
}

template <typename T> Result<T> DocumentReplication::onTarget(Result<T> result)
{
    m_failedOnTarget = !result && !result.error().isStopped();
    return result;
}

Result<ModuleResult> DocumentReplication::run(Step &step)
{
    const InterruptGuard sourceGuard(m_source, m_runtime.stopToken());
    const InterruptGuard targetGuard(m_target, m_runtime.stopToken());
    qint64 after = isFull() ? 0 : m_task.position.after;
    const Result<Backlog> backlog = m_source.backlogAfter(m_task.home, after);
    if (!backlog)
        return backlog.error();

    qint64 changedBatches = 0;
    {
        TransferProgress progress(m_runtime,
                                  tr("Copying %1 of pool %2").arg(toString(m_task.module), m_task.direction.homePool),
                                  TransferProgress::Unit::Documents, backlog->documents);
        while (true) {
            if (const Result<> goesOn = m_runtime.checkStop(); !goesOn)
                return goesOn.error();
            const Result<QList<Document>> batch = m_source.changesAfter(m_task.home, after);
            if (!batch)
                return batch.error();
            if (batch->isEmpty())
                break;
            if (m_task.maximumBatches > 0 && changedBatches >= m_task.maximumBatches) {
                m_result.isComplete = false;
                break;
            }
            const qint64 changesBefore = m_result.changes();
            if (const Result<> taken = take(*batch, step); !taken)
                return taken.error();
            after = batch->constLast().sequence;
            changedBatches += m_result.changes() > changesBefore ? 1 : 0;
            setCounts(step, m_result);
            progress.advance(batch->size());
        }
    }
    if (m_result.isComplete) {
        if (const Result<> finished = finish(after, step); !finished)
            return finished.error();
    }
    setCounts(step, m_result);
    if (const Result<> warned = writeWarnings(); !warned)
        return warned.error();
    return m_result;
}

Result<> DocumentReplication::take(const QList<Document> &fullBatch, Step &step)
{
    QList<Document> batch = fullBatch;
    if (m_task.isReturn) {
        const Result<QStringList> ties = onTarget(removeTies(m_target, batch));
        if (!ties)
            return ties.error();
        for (const QString &name : *ties) {
            step.addInformation(tr("%1: left alone, because both pools changed it and pool %2 owns it.")
                                    .arg(name, m_task.direction.target));
        }
        m_result.newerOnTarget += ties->size();
    }
    // A batch of a full comparison leaves the watermark as it is: interrupted, the comparison starts again, and finds
    // unchanged what it has copied already.
    Watermark watermark;
    if (!isFull()) {
        const Result<Watermark> reached = watermarkAt(fullBatch.constLast().sequence);
        if (!reached)
            return reached.error();
        watermark = *reached;
    }
    const LoserPolicy policy = m_task.position.kind == FeedPosition::Kind::SourceReplaced
        ? LoserPolicy::KeepAllDifferent
        : LoserPolicy::KeepUnrelated;
    const Result<ApplySummary> summary = onTarget(m_target.apply(batch, watermark, policy));
    if (!summary)
        return summary.error();
    m_result.copied += summary->copied;
    m_result.deleted += summary->deleted;
    m_result.unchanged += summary->unchanged;
    m_result.newerOnTarget += summary->newerOnTarget;
    m_result.keptAside += summary->keptAside;
    m_result.bytes += summary->bytes;
    ++m_result.batches;
    // That the owner has newer versions than its backup is how it should be.
    if (!m_task.isReturn || summary->keptAside + summary->repaired > 0) {
        for (const QString &sentence : summary->exceptions)
            step.addInformation(sentence);
    }
    const Result<qint64> verified = onTarget(verifyDocuments(m_target, batch, m_task.direction.target));
    if (!verified)
        return verified.error();
    m_result.verified += *verified;
    return {};
}

Result<Watermark> DocumentReplication::watermarkAt(qint64 sequence) const
{
    const Result<qint64> token = m_source.tokenAt(sequence);
    if (!token)
        return token.error();
    return Watermark{m_source.id(), m_task.home, sequence, QDateTime::currentDateTimeUtc(), *token};
}

Result<> DocumentReplication::finish(qint64 lastSequence, Step &step)
{
    if (!isFull() && m_result.batches > 0)
        return {};
    if (isFull() && !m_task.isReturn) {
        if (const Result<> counted = countWhatOnlyTheTargetHas(step); !counted)
            return counted;
    }
    // An export of nothing is an export too: without a watermark the module would stay NotInitialized.
    if (!isFull() && m_task.position.kind == FeedPosition::Kind::Continues)
        return {};
    const Result<Watermark> reached = watermarkAt(lastSequence);
    if (!reached)
        return reached.error();
    const Result<ApplySummary> marked = onTarget(m_target.apply({}, *reached, LoserPolicy::KeepUnrelated, isFull()));
    return marked ? Result<>() : Result<>(marked.error());
}

Result<> DocumentReplication::countWhatOnlyTheTargetHas(Step &step)
{
    return m_target.forEach(m_task.home, [&](const Document &document) -> Result<> {
        if (const Result<> goesOn = m_runtime.checkStop(); !goesOn)
            return goesOn;
        const Result<std::optional<Document>> original = m_source.find(document.name);
        if (!original)
            return original.error();
        if (!*original) {
            ++m_result.newerOnTarget;
            step.addInformation(
                tr("%1: only pool %2 has it; it was left there.").arg(document.name, m_task.direction.target));
        }
        return {};
    });
}

Result<> DocumentReplication::writeWarnings()
{
    const QString module = toString(m_task.module);
    if (m_result.keptAside > 0) {
        const Result<> warned = m_runtime.writeWarning(
            tr("%1 of pool %2: documents were changed on both pools; the losing versions were kept aside in the store "
               "of pool %3. "
               "How many: %4.")
                .arg(module, m_task.direction.homePool, m_task.direction.target, QString::number(m_result.keptAside)),
            tr("The report lists them. Check with their users whether anything of the losing versions is still "
               "needed."));
        if (!warned)
            return warned;
    }
    if (m_result.newerOnTarget > 0 && !m_task.isReturn) {
        return m_runtime.writeWarning(tr("%1 of pool %2: pool %3 has documents that pool %4 lacks, or has older; they "
                                         "were left there. How many: %5.")
                                          .arg(module, m_task.direction.homePool, m_task.direction.target,
                                               m_task.direction.source, QString::number(m_result.newerOnTarget)),
                                      tr("To bring them back to pool %1, run Invoke-CsBackupServiceSync -PoolFqdn %2.")
                                          .arg(m_task.direction.source, m_task.direction.target));
    }
    return {};
}

} // namespace cspool
