#include "backend/lab/failover_losses.h"

#include "backend/lab/content_comparison.h"
#include "backend/lab/document_replication.h"
#include "backend/lab/module_status.h"

#include <QCoreApplication>
#include <QLocale>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

QString shownTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

QString shownAmount(qint64 items, qint64 bytes)
{
    return u"%1 (%2)"_s.arg(QLocale().toString(items), QLocale().formattedDataSize(bytes));
}

QString shownAmount(const Backlog &documents)
{
    return shownAmount(documents.documents, documents.bytes);
}

QString joined(const QStringList &sentences)
{
    return sentences.join(u' ');
}

// Whether nothing of `document` is missing where `there` is. Revisions of different home pools say nothing of each
// other.
bool hasSeen(const Document &there, const Document &document)
{
    if (there.homePool != document.homePool || there.revision == document.revision)
        return there.hasContentOf(document);
    return there.descendsFrom(document.revision);
}

// What `source` changed or deleted in the feed after `after` and `target` does not have, in this version or in one
// made of it.
Result<Backlog> unseenDocuments(const DocumentStore &source, const DocumentStore &target, const QString &home,
                                qint64 after, CommandRuntime &runtime)
{
    Backlog unseen;
    while (true) {
        if (const auto running = runtime.checkStop(); !running)
            return running.error();
        const auto batch = source.changesAfter(home, after);
        if (!batch)
            return batch.error();
        if (batch->isEmpty())
            return unseen;
        after = batch->constLast().sequence;
        for (const Document &document : *batch) {
            const auto there = target.head(document.name);
            if (!there)
                return there.error();
            if (*there ? hasSeen(**there, document) : document.isDeleted)
                continue;
            ++unseen.documents;
            unseen.bytes += document.data.size();
        }
    }
}

class PoolLosses
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverLosses)

public:
    PoolLosses(const Deployment &deployment, CommandRuntime &runtime, const QString &pool, const QString &from,
               const QString &to)
        : m_deployment(deployment)
        , m_runtime(runtime)
        , m_pool(pool)
        , m_from(from)
        , m_to(to)
    {
    }

    Result<FailoverLosses> find();

private:
    Result<QString> documentLoss(const DocumentStore &target); // empty: none
    Result<Backlog> unseenByTarget(const DocumentStore &target) const;
    QString lostDocuments(const Backlog &unseen) const;
    Result<QString> unknownDocuments(const DocumentStore &target, const Error &reason) const;
    Result<QString> contentLoss(const FileStore &target);
    Result<ContentComparison> comparedContent(const FileStore &target) const;
    QString lostContent(const ContentComparison &comparison) const;
    Result<QString> unknownContent(const FileStore &target, const Error &reason) const;
    QString wayBack() const;

    const Deployment &m_deployment;
    CommandRuntime &m_runtime;
    const QString m_pool;
    const QString m_from;
    const QString m_to;
    QDateTime m_documentsTime; // of the last backup; invalid: there was none
    QDateTime m_contentTime;
};

Result<FailoverLosses> PoolLosses::find()
{
    const auto documents = m_deployment.userStore(m_to);
    if (!documents)
        return documents.error();
    const auto content = openFileStore(m_deployment, m_to, OpenMode::ReadOnly);
    if (!content)
        return content.error();
    FailoverLosses found;
    for (const auto &loss : {documentLoss(*documents), contentLoss(*content)}) {
        if (!loss)
            return loss.error();
        if (!loss->isEmpty())
            found.losses.append(*loss);
    }
    if (!found.losses.isEmpty())
        return found;
    const QString nothing
        = tr("Nothing is lost at this moment: %2 has all documents and conference files that %1 holds "
             "of the users of %3.")
              .arg(m_from, m_to, m_pool);
    found.nothingLost = m_documentsTime.isValid()
        ? joined({nothing, tr("The last backup was at %1.").arg(shownTime(m_documentsTime))})
        : nothing;
    return found;
}

Result<QString> PoolLosses::documentLoss(const DocumentStore &target)
{
    const auto latest = target.latestWatermark(m_pool);
    if (!latest)
        return latest.error();
    if (*latest)
        m_documentsTime = (*latest)->time;
    const auto unseen = unseenByTarget(target);
    if (unseen)
        return unseen->documents == 0 ? QString() : lostDocuments(*unseen);
    return unseen.error().isStopped() ? unseen.error() : unknownDocuments(target, unseen.error());
}

Result<Backlog> PoolLosses::unseenByTarget(const DocumentStore &target) const
{
    const auto source = m_deployment.userStore(m_from);
    if (!source)
        return source.error();
    const auto known = m_deployment.knownStoreId(m_from);
    if (!known)
        return known.error();
    const auto position = feedPosition(*source, target, m_pool, *known, m_from);
    if (!position)
        return position.error();
    return unseenDocuments(*source, target, m_pool, position->after, m_runtime);
}

// What is not lost for good.
QString PoolLosses::wayBack() const
{
    return m_from == m_pool
        ? tr("They stay on %1: a failback takes them along if its stores are still there.").arg(m_from)
        : tr("They stay on %1: the exchange after the failback takes them along if its stores are still there.")
              .arg(m_from);
}

QString PoolLosses::lostDocuments(const Backlog &unseen) const
{
    const QString lost = tr("Documents of the users of %1 that were changed on %2 and are not on %3: %4.")
                             .arg(m_pool, m_from, m_to, shownAmount(unseen));
    const QString since = m_documentsTime.isValid()
        ? tr("They were changed since %1, the time of the last backup.").arg(shownTime(m_documentsTime))
        : tr("There has been no backup from %1 to %2 yet.").arg(m_from, m_to);
    return joined({lost, since, wayBack()});
}

Result<QString> PoolLosses::unknownDocuments(const DocumentStore &target, const Error &reason) const
{
    const auto held = target.count(m_pool);
    if (!held)
        return held.error();
    const QString since = m_documentsTime.isValid()
        ? tr("All that was changed there since %1, the time of the last backup, is not on %2.")
              .arg(shownTime(m_documentsTime), m_to)
        : tr("There has been no backup from %1 to %2 yet.").arg(m_from, m_to);
    return joined(
        {tr("How many documents of the users of %1 are lost is not known, because the user store of %2 cannot "
            "be read.")
             .arg(m_pool, m_from),
         since, tr("Documents of these users that %1 has: %2.").arg(m_to, shownAmount(*held)),
         u'(' + reason.message + u')'});
}

Result<QString> PoolLosses::contentLoss(const FileStore &target)
{
    const auto lastRun = target.lastRun(m_pool);
    if (!lastRun)
        return lastRun.error();
    if (*lastRun)
        m_contentTime = (*lastRun)->time;
    const auto comparison = comparedContent(target);
    if (comparison)
        return comparison->changed.isEmpty() ? QString() : lostContent(*comparison);
    return comparison.error().isStopped() ? comparison.error() : unknownContent(target, comparison.error());
}

Result<ContentComparison> PoolLosses::comparedContent(const FileStore &target) const
{
    const auto source = openFileStore(m_deployment, m_from, OpenMode::ReadOnly);
    if (!source)
        return source.error();
    return compareContent(*source, target, m_pool, false, m_runtime.stopToken());
}

QString PoolLosses::lostContent(const ContentComparison &comparison) const
{
    QStringList sentences{
        tr("Conference files of %1 that are on %2 and not, or not in this version, on %3: %4.")
            .arg(m_pool, m_from, m_to, shownAmount(comparison.changed.size(), comparison.changedBytes))};
    // Reading both to be sure would take its time, when time is short.
    qint64 alike = 0;
    qint64 alikeBytes = 0;
    for (const ContentFile &file : comparison.changed) {
        const auto there = comparison.targetFiles.constFind(file.path);
        if (there == comparison.targetFiles.constEnd() || there->size != file.size)
            continue;
        ++alike;
        alikeBytes += file.size;
    }
    if (alike > 0) {
        sentences.append(tr("Of these have the same size there and another time, so that they may be the same: %1.")
                             .arg(shownAmount(alike, alikeBytes)));
    }
    sentences.append(m_contentTime.isValid()
                         ? tr("They were changed since %1, the time of the last backup of conference content.")
                               .arg(shownTime(m_contentTime))
                         : tr("There has been no backup of conference content from %1 to %2 yet.").arg(m_from, m_to));
    sentences.append(wayBack());
    return joined(sentences);
}

Result<QString> PoolLosses::unknownContent(const FileStore &target, const Error &reason) const
{
    const auto held = target.scan(m_pool, m_runtime.stopToken());
    if (!held)
        return held.error();
    qint64 bytes = 0;
    for (const ContentFile &file : *held)
        bytes += file.size;
    const QString since = m_contentTime.isValid()
        ? tr("All files that were put or changed there since %1, the time of the last backup of conference content, "
             "are "
             "not on %2.")
              .arg(shownTime(m_contentTime), m_to)
        : tr("There has been no backup of conference content from %1 to %2 yet.").arg(m_from, m_to);
    return joined({tr("How many conference files of %1 are lost is not known, because the conference content on %2 "
                      "cannot be read.")
                       .arg(m_pool, m_from),
                   since,
                   tr("Conference files of this pool that %1 has: %2.").arg(m_to, shownAmount(held->size(), bytes)),
                   u'(' + reason.message + u')'});
}

class CentralManagementLosses
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverLosses)

public:
    CentralManagementLosses(const Deployment &deployment, CommandRuntime &runtime, const QString &from,
                            const QString &to)
        : m_deployment(deployment)
        , m_runtime(runtime)
        , m_from(from)
        , m_to(to)
    {
    }

    Result<FailoverLosses> find() const;

private:
    Result<QString> nothingLost(const CentralStore &active) const;
    Result<QStringList> unknown(const CentralStore &standby, const Error &reason) const;
    Result<QString> whatReplicasKnow(const CentralStore &standby) const;

    const Deployment &m_deployment;
    CommandRuntime &m_runtime;
    const QString m_from;
    const QString m_to;
};

Result<FailoverLosses> CentralManagementLosses::find() const
{
    FailoverLosses found;
    const auto active = m_deployment.centralStoreOn(m_from);
    if (active) {
        const auto nothing = nothingLost(*active);
        if (!nothing)
            return nothing.error();
        found.nothingLost = *nothing;
        return found;
    }
    const auto standby = m_deployment.centralStoreOn(m_to);
    if (!standby)
        return standby.error();
    const auto losses = unknown(*standby, active.error());
    if (!losses)
        return losses.error();
    found.losses = *losses;
    return found;
}

Result<QString> CentralManagementLosses::nothingLost(const CentralStore &active) const
{
    const QString nothing
        = tr("Nothing is lost: the Central Management store on %1 can be read, and what %2 lacks is copied first.")
              .arg(m_from, m_to);
    if (!m_deployment.hasCentralStore(m_to))
        return nothing;
    const auto standby = m_deployment.centralStoreOn(m_to);
    if (!standby)
        return standby.error();
    const auto unseen
        = unseenDocuments(active.documents(), standby->documents(), CentralStore::homeName(), 0, m_runtime);
    if (!unseen)
        return unseen.error();
    return joined({nothing, tr("Documents that %1 lacks: %2.").arg(m_to, shownAmount(*unseen))});
}

Result<QStringList> CentralManagementLosses::unknown(const CentralStore &standby, const Error &reason) const
{
    const auto latest = standby.documents().latestWatermark(CentralStore::homeName());
    if (!latest)
        return latest.error();
    const auto held = standby.documents().count(CentralStore::homeName());
    if (!held)
        return held.error();
    const QString since = *latest
        ? tr("All that was published or configured since %1, the time of the last backup, is not on %2.")
              .arg(shownTime((*latest)->time), m_to)
        : tr("There has been no backup of it to %1 yet.").arg(m_to);
    const auto replicas = whatReplicasKnow(standby);
    if (!replicas)
        return replicas.error();
    return QStringList{
        joined({tr("How much of the Central Management store is lost is not known, because the one on %1 "
                   "cannot be read.")
                    .arg(m_from),
                since, tr("Documents that %1 has: %2.").arg(m_to, shownAmount(*held)), *replicas,
                u'(' + reason.message + u')'})};
}

// The local replicas are told sooner than the standby copy: what they have beyond it is lost for certain.
Result<QString> CentralManagementLosses::whatReplicasKnow(const CentralStore &standby) const
{
    const auto ownerships = m_deployment.ownerships();
    if (!ownerships)
        return ownerships.error();
    QString newest;
    Backlog most;
    for (const PoolOwnership &ownership : *ownerships) {
        const auto replica = m_deployment.localReplica(ownership.pool);
        if (!replica)
            continue;
        const auto unseen
            = unseenDocuments(replica->documents(), standby.documents(), CentralStore::homeName(), 0, m_runtime);
        if (!unseen && unseen.error().isStopped())
            return unseen.error();
        if (!unseen || unseen->documents <= most.documents)
            continue;
        newest = ownership.pool;
        most = *unseen;
    }
    if (newest.isEmpty())
        return tr("No local replica that can be read has anything newer.");
    return tr("At least these are lost, because the local replica of %1 has them and %2 does not: %3.")
        .arg(newest, m_to, shownAmount(most));
}

} // namespace

Result<> sayLosses(CommandRuntime &runtime, const FailoverLosses &losses)
{
    for (const QString &loss : losses.losses) {
        if (const auto said = runtime.writeWarning(loss); !said)
            return said;
    }
    if (!losses.nothingLost.isEmpty())
        runtime.writeHost(losses.nothingLost);
    return {};
}

Result<FailoverLosses> findPoolLosses(const Deployment &deployment, CommandRuntime &runtime, const QString &pool,
                                      const QString &from, const QString &to)
{
    return PoolLosses(deployment, runtime, pool, from, to).find();
}

Result<FailoverLosses> findCentralManagementLosses(const Deployment &deployment, CommandRuntime &runtime,
                                                   const QString &from, const QString &to)
{
    return CentralManagementLosses(deployment, runtime, from, to).find();
}

} // namespace cspool
