// What changes a DocumentStore: local writes, the taking over of batches by revision, and purging.
#include "backend/lab/document_store_statements.h"

#include <QRandomGenerator>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// The home pool is named where it tells the two versions apart.
QString text(const Document &document, const Document &other)
{
    const QString epoch = QString::number(document.revision.epoch);
    const QString counter = QString::number(document.revision.counter);
    return document.homePool == other.homePool
        ? DocumentStore::tr("epoch %1, change %2").arg(epoch, counter)
        : DocumentStore::tr("homed on pool %1, epoch %2, change %3").arg(document.homePool, epoch, counter);
}

Error damagedOnArrival(const QString &name)
{
    return {ErrorCategory::InvalidData, u"DocumentDamaged"_s,
            DocumentStore::tr("The document %1 came damaged from the source: its content does not match its digest.")
                .arg(name),
            DocumentStore::tr(
                "Check the disk of the source, then run the command again. Nothing of this batch was taken over."),
            name};
}

// The loser of two versions is kept unless nothing of it is lost. Where it was homed would be.
bool isToBeKept(const Document &loser, const Document &winner, LoserPolicy policy)
{
    if (loser.homePool != winner.homePool)
        return true;
    if (loser.hasContentOf(winner))
        return false;
    return policy == LoserPolicy::KeepAllDifferent || loser.revision == winner.revision
        || !winner.descendsFrom(loser.revision);
}

Watermark readWatermark(const Statement &row)
{
    return {QUuid::fromString(row.text(0)), row.text(1), row.int64(2),
            QDateTime::fromMSecsSinceEpoch(row.int64(3), Qt::UTC), row.int64(4)};
}

} // namespace

ApplySummary &ApplySummary::operator+=(const ApplySummary &other)
{
    copied += other.copied;
    deleted += other.deleted;
    unchanged += other.unchanged;
    newerOnTarget += other.newerOnTarget;
    keptAside += other.keptAside;
    bytes += other.bytes;
    repaired += other.repaired;
    exceptions += other.exceptions;
    return *this;
}

// Everything that changes a store gives out sequences, and so leaves a token that no other history of the store has.
Result<> DocumentStore::Sequencer::end(DocumentStore &store) const
{
    if (last == first)
        return {};
    auto update = store.m_statements->lend(store.m_database, SetLastSequence);
    if (!update)
        return update.error();
    if (const auto set = (*update)->bind(1, last).run(); !set)
        return set;
    auto add = store.m_statements->lend(store.m_database, AddTransaction);
    if (!add)
        return add.error();
    const qint64 token = qint64(QRandomGenerator::system()->generate64() | 1); // never 0, which is no token
    if (const auto added = (*add)->bind(1, last).bind(2, token).run(); !added)
        return added;
    auto forget = store.m_statements->lend(store.m_database, ForgetTransactions);
    return forget ? (*forget)->bind(1, RememberedTransactions).run() : Result<>(forget.error());
}

// Local writes

// The revision of the next local write of `document`, whose lineage is kept up.
Result<Revision> DocumentStore::nextRevision(Document &document, const QHash<QString, qint64> &epochs) const
{
    const auto epoch = epochs.constFind(document.homePool);
    if (epoch == epochs.constEnd()) {
        return Error{ErrorCategory::InvalidOperation, u"DocumentReadOnly"_s,
                     tr("The document %1 is homed on pool %2, whose data cannot be changed on pool %3 now.")
                         .arg(document.name, document.homePool, m_owner),
                     tr("Make the change on the pool that serves %1, or wait until its failover or failback is done. "
                        "Get-CsRegistrarConfiguration shows the state of the pools.")
                         .arg(document.homePool),
                     document.name};
    }
    const Revision old = document.revision;
    if (old.epoch > *epoch) {
        return Error{
            ErrorCategory::InvalidOperation, u"StoreBehind"_s,
            tr("The document %1 was changed in a later epoch (%2) than the one that pool %3 writes in (%4): a store "
               "with an older epoch is read-only until it has caught up.")
                .arg(document.name, QString::number(old.epoch), m_owner, QString::number(*epoch)),
            tr("Run Invoke-CsBackupServiceSync for the pool that holds the newer data, then try again."),
            document.name};
    }
    if (old.epoch != 0 && old.epoch != *epoch)
        document.lineage.append(old);
    return Revision{*epoch, old.counter + 1};
}

Result<bool> DocumentStore::writeOne(const DocumentWrite &write, const QString &homePool,
                                     const QHash<QString, qint64> &epochs, Sequencer &sequencer)
{
    auto existing = head(write.name);
    if (!existing)
        return existing.error();
    Document document = existing->value_or(Document{});
    const QByteArray digest = documentDigest(write.namespaces, write.data);
    if (!*existing) {
        document.name = write.name;
        document.homePool = homePool;
    }
    const auto revision = nextRevision(document, epochs);
    if (!revision)
        return revision.error();
    if (*existing && !document.isDeleted && document.digest == digest)
        return false;
    document.revision = *revision;
    document.isDeleted = false;
    document.namespaces = write.namespaces;
    document.data = write.data;
    document.digest = digest;
    document.written = QDateTime::currentDateTimeUtc();
    if (const auto stored = store(document, sequencer); !stored)
        return stored.error();
    return true;
}

Result<qint64> DocumentStore::write(const QList<DocumentWrite> &writes, const QString &homePool,
                                    const QHash<QString, qint64> &epochs)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    auto sequencer = Sequencer::begin(*this);
    if (!sequencer)
        return sequencer.error();
    qint64 changed = 0;
    for (const DocumentWrite &write : writes) {
        const auto isChanged = writeOne(write, homePool, epochs, *sequencer);
        if (!isChanged)
            return isChanged.error();
        changed += *isChanged;
    }
    if (const auto ended = sequencer->end(*this); !ended)
        return ended.error();
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return changed;
}

Result<qint64> DocumentStore::remove(const QStringList &names, const QHash<QString, qint64> &epochs)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    auto sequencer = Sequencer::begin(*this);
    if (!sequencer)
        return sequencer.error();
    qint64 removed = 0;
    for (const QString &name : names) {
        auto existing = head(name);
        if (!existing)
            return existing.error();
        if (!*existing || (*existing)->isDeleted)
            continue;
        Document document = std::move(**existing);
        const auto revision = nextRevision(document, epochs);
        if (!revision)
            return revision.error();
        document.revision = *revision;
        document.isDeleted = true;
        document.digest = documentDigest({}, {});
        document.written = QDateTime::currentDateTimeUtc();
        if (const auto stored = store(document, *sequencer); !stored)
            return stored.error();
        ++removed;
    }
    if (const auto ended = sequencer->end(*this); !ended)
        return ended.error();
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return removed;
}

Result<> DocumentStore::store(const Document &document, Sequencer &sequencer)
{
    auto insert = m_statements->lend(m_database, InsertDocument);
    if (!insert)
        return insert.error();
    bindDocument(**insert, document, ++sequencer.last);
    return (*insert)->bind(12, qint64(document.data.size())).run();
}

// Taking over

Result<bool> DocumentStore::keepAside(const Document &loser, const QString &reason)
{
    auto insert = m_statements->lend(m_database, InsertKept);
    if (!insert)
        return insert.error();
    bindDocument(**insert, loser, 0);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (const auto done = (*insert)->bind(12, reason).bind(13, now).run(); !done)
        return done.error();
    return m_database.changes() > 0;
}

Result<> DocumentStore::applyOne(const Document &incoming, LoserPolicy policy, Sequencer &sequencer,
                                 ApplySummary &summary)
{
    if (!isWhole(incoming))
        return damagedOnArrival(incoming.name);
    const auto found = head(incoming.name);
    if (!found)
        return found.error();
    if (const std::optional<Document> &local = *found) {
        if (local->supersedes(incoming))
            return leaveAlone(*local, incoming, isToBeKept(incoming, *local, policy), summary);
        const bool isSame = local->revision == incoming.revision && local->homePool == incoming.homePool
            && local->hasContentOf(incoming);
        if (isSame) {
            const auto whole = isLocalWhole(incoming.name, summary);
            if (!whole)
                return whole.error();
            if (*whole) {
                ++summary.unchanged;
                return {};
            }
        } else if (isToBeKept(*local, incoming, policy)) {
            if (const auto kept = keepLocal(*local, incoming, summary); !kept)
                return kept.error();
        }
    }
    summary.bytes += incoming.data.size();
    ++(incoming.isDeleted ? summary.deleted : summary.copied);
    return store(incoming, sequencer);
}

Result<> DocumentStore::leaveAlone(const Document &local, const Document &incoming, bool isKept, ApplySummary &summary)
{
    ++summary.newerOnTarget;
    if (!isKept) {
        summary.exceptions.append(
            tr("%1: left alone, because the version of pool %2 (%3) is newer than the one that came (%4).")
                .arg(incoming.name, m_owner, text(local, incoming), text(incoming, local)));
        return {};
    }
    const QString reason
        = tr("A change that pool %1 had not seen came from the other pool (%2), but the version here (%3) is newer.")
              .arg(m_owner, text(incoming, local), text(local, incoming));
    const auto isNew = keepAside(incoming, reason);
    if (!isNew)
        return isNew.error();
    summary.keptAside += *isNew;
    summary.exceptions.append(
        tr("%1: the version that came (%2) lost against the newer one of pool %3 (%4) and was kept aside.")
            .arg(incoming.name, text(incoming, local), m_owner, text(local, incoming)));
    return {};
}

Result<> DocumentStore::keepLocal(const Document &local, const Document &incoming, ApplySummary &summary)
{
    const auto whole = isLocalWhole(local.name, summary);
    if (!whole || !*whole)
        return whole ? Result<>() : whole.error();
    const auto loser = find(local.name);
    if (!loser)
        return loser.error();
    const QString reason = tr("The version of pool %1 (%2) lost against the one from the other pool (%3).")
                               .arg(m_owner, text(local, incoming), text(incoming, local));
    const auto isNew = keepAside(**loser, reason);
    if (!isNew)
        return isNew.error();
    summary.keptAside += *isNew;
    summary.exceptions.append(
        tr("%1: the version of pool %2 (%3) lost against the one that came (%4) and was kept aside.")
            .arg(local.name, m_owner, text(local, incoming), text(incoming, local)));
    return {};
}

// A local document whose bytes are damaged can neither stay nor be kept: it is replaced, and that is reported.
Result<bool> DocumentStore::isLocalWhole(const QString &name, ApplySummary &summary) const
{
    const auto document = find(name);
    if (document)
        return true;
    if (document.error().id != "DocumentDamaged"_L1)
        return document.error();
    ++summary.repaired;
    summary.exceptions.append(tr("%1: the copy of pool %2 was damaged and was replaced.").arg(name, m_owner));
    return false;
}

Result<> DocumentStore::commitWatermark(const Watermark &watermark, bool reset)
{
    if (watermark.sourceId.isNull())
        return {};
    const auto old = this->watermark(watermark.sourceId, watermark.homePool);
    if (!old)
        return old.error();
    const bool isOlder = *old && !reset && watermark.sequence < (*old)->sequence;
    const Watermark &reached = isOlder ? **old : watermark;
    const QDateTime time = watermark.time.isValid() ? watermark.time : QDateTime::currentDateTimeUtc();
    auto insert = m_statements->lend(m_database, SetWatermark);
    if (!insert)
        return insert.error();
    (*insert)->bind(1, idText(watermark.sourceId)).bind(2, watermark.homePool).bind(3, reached.sequence);
    return (*insert)->bind(4, time.toMSecsSinceEpoch()).bind(5, reached.token).run();
}

Result<ApplySummary> DocumentStore::apply(const QList<Document> &batch, const Watermark &watermark, LoserPolicy policy,
                                          bool resetWatermark)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    auto sequencer = Sequencer::begin(*this);
    if (!sequencer)
        return sequencer.error();
    ApplySummary summary;
    for (const Document &document : batch) {
        if (const auto applied = applyOne(document, policy, *sequencer, summary); !applied)
            return applied.error();
    }
    if (const auto marked = commitWatermark(watermark, resetWatermark); !marked)
        return marked.error();
    if (const auto ended = sequencer->end(*this); !ended)
        return ended.error();
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return summary;
}

Result<std::optional<Watermark>> DocumentStore::watermark(const QUuid &sourceId, const QString &homePool) const
{
    auto select = m_statements->lend(m_database, FindWatermark);
    if (!select)
        return select.error();
    const auto row = (*select)->bind(1, idText(sourceId)).bind(2, homePool).step();
    if (!row)
        return row.error();
    return *row ? std::optional(readWatermark(**select)) : std::nullopt;
}

Result<std::optional<Watermark>> DocumentStore::latestWatermark(const QString &homePool) const
{
    auto select = m_statements->lend(m_database, LatestWatermark);
    if (!select)
        return select.error();
    const auto row = (*select)->bind(1, homePool).step();
    if (!row)
        return row.error();
    return *row ? std::optional(readWatermark(**select)) : std::nullopt;
}

Result<qint64> DocumentStore::purge(const QString &homePool)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const auto living = count(homePool);
    if (!living)
        return living.error();
    for (const auto *table : {"documents", "kept_documents", "watermarks"}) {
        auto statement = m_database.prepare(u"DELETE FROM %1 WHERE home_pool = ?"_s.arg(QLatin1StringView(table)));
        if (!statement)
            return statement.error();
        if (const auto done = statement->bind(1, homePool).run(); !done)
            return done.error();
    }
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return living->documents;
}

} // namespace cspool
