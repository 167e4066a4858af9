#include "backend/lab/content_replication.h"

#include <QDir>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Small files share their intent and completion transactions.
constexpr qsizetype GroupFiles = 64;
constexpr qint64 GroupBytes = 16 * 1024 * 1024;

} // namespace

ContentReplication::ContentReplication(FileStore &source, FileStore &target, const BackupDirection &direction,
                                       CommandRuntime &runtime)
    : m_source(source)
    , m_target(target)
    , m_direction(direction)
    , m_home(direction.homePool)
    , m_runtime(runtime)
{
    m_result.module = BackupModule::DataConf;
    m_result.direction = direction;
}

template <typename T> Result<T> ContentReplication::onTarget(Result<T> result)
{
    m_failedOnTarget = !result && !result.error().isStopped();
    return result;
}

QString ContentReplication::sourcePath(const QString &path) const
{
    return m_source.homeFolder(m_home) + u'/' + path;
}

Result<ModuleResult> ContentReplication::run(const Options &options, Step &step)
{
    Result<ContentComparison> comparison
        = compareContent(m_source, m_target, m_home, options.readEverything, m_runtime.stopToken());
    if (!comparison)
        return comparison.error();
    m_comparison = std::move(*comparison);
    m_readsEverything = options.readEverything;
    for (const IgnoredContent &entry : std::as_const(m_comparison.ignored))
        step.addInformation(entry.reason);
    if (m_comparison.isLoss && !options.confirmLoss) {
        // Remembered, so that a restore that is interrupted halfway is not taken for a few deletions by the next run.
        if (const Result<> closed = closeRun(true); !closed)
            return closed.error();
        return contentVanished(m_comparison, m_direction, m_source.homeFolder(m_home));
    }
    m_confirmsLoss = options.confirmLoss;
    m_result.unchanged = m_comparison.unchanged;
    m_result.newerOnTarget = m_comparison.onlyOnTarget.size();
    if (const Result<> begun = beginGeneration(); !begun)
        return begun.error();

    const Result<> copied = copyChanged(options, step);
    setCounts(step, m_result);
    if (!copied)
        return copied.error();
    if (m_result.isComplete) {
        const bool isDoubtful = m_comparison.isSourceOlder && !m_confirmsLoss;
        const Result<> carried = isDoubtful ? leaveWhatVanished(step) : carryOverDeletions(step);
        setCounts(step, m_result);
        if (!carried)
            return carried.error();
        if (m_comparison.isSourceOlder) {
            if (const Result<> raised = raiseGeneration(m_source, m_target); !raised)
                return raised.error();
        }
    }
    m_result.isComplete = m_result.isComplete && m_result.failed == 0;
    if (const Result<> closed = closeRun(false); !closed)
        return closed.error();
    if (const Result<> warned = writeWarnings(); !warned)
        return warned.error();
    return m_result;
}

Result<> ContentReplication::copyChanged(const Options &options, Step &step)
{
    TransferProgress progress(m_runtime, tr("Copying the conference content of pool %1").arg(m_home),
                              TransferProgress::Unit::Bytes, m_comparison.changedBytes);
    Group group;
    qint64 groupBytes = 0;
    qint64 plannedBytes = 0;
    const auto flush = [&]() -> Result<> {
        if (const Result<> remembered = remember(std::exchange(m_settled, {})); !remembered)
            return remembered;
        const Result<> taken = group.isEmpty() ? Result<>() : takeGroup(group, progress);
        group.clear();
        groupBytes = 0;
        setCounts(step, m_result);
        return taken;
    };
    for (const ContentFile &file : std::as_const(m_comparison.changed)) {
        if (const Result<> goesOn = m_runtime.checkStop(); !goesOn)
            return goesOn;
        // Before the target is touched on its behalf.
        if (options.maximumBytes > 0 && plannedBytes > 0 && plannedBytes + file.size > options.maximumBytes) {
            m_result.isComplete = false;
            break;
        }
        const Result<bool> isSettled = settleWithoutCopying(file, step);
        if (!isSettled)
            return isSettled.error();
        if (*isSettled) {
            progress.advance(file.size, file.path);
            continue;
        }
        plannedBytes += std::max<qint64>(1, file.size); // an empty file is one file as well
        group.append({sourcePath(file.path), file});
        groupBytes += file.size;
        if (group.size() >= GroupFiles || groupBytes >= GroupBytes || m_settled.size() >= GroupFiles) {
            if (const Result<> flushed = flush(); !flushed)
                return flushed;
        }
    }
    return flush();
}

// True when the target has this content already, or the file cannot be read now. A file of the target that stands in
// the way is dealt with before the copy.
Result<bool> ContentReplication::settleWithoutCopying(const ContentFile &file, Step &step)
{
    const auto there = m_comparison.targetFiles.constFind(file.path);
    if (there == m_comparison.targetFiles.constEnd()) {
        const Result<bool> isClear = clearTheWay(file, step);
        return isClear ? Result<bool>(!*isClear) : isClear;
    }
    const KnownContent known = m_readsEverything ? KnownContent() : m_comparison.knownAtTarget.value(file.path);
    const Result<QByteArray> digest = onTarget(targetDigest(m_target, m_home, *there, known, m_runtime.stopToken()));
    if (!digest)
        return digest.error();
    if (file.size == there->size) {
        const Result<QByteArray> sourceDigest = FileStore::digestOf(sourcePath(file.path), m_runtime.stopToken());
        if (!sourceDigest && sourceDigest.error().isStopped())
            return sourceDigest.error();
        if (!sourceDigest) {
            const Result<> reported = reportFailure(sourceDigest.error());
            return reported ? Result<bool>(true) : Result<bool>(reported.error());
        }
        if (*sourceDigest == *digest) {
            const KnownContent row{file.path, there->size, there->modified, file.size, file.modified, *digest};
            if (m_comparison.knownAtTarget.value(file.path) != row || !m_comparison.knownAtSource.contains(file.path))
                m_settled.append(row);
            ++m_result.unchanged;
            return true;
        }
    }
    const bool isKnown = m_comparison.isSourceOlder ? m_comparison.knownAtSource.value(file.path).digest == *digest
                                                    : m_comparison.isKnown(file.path, *digest);
    if (!isKnown) {
        const Result<> kept = keepAside(file.path,
                                        tr("Changed on pool %1 since the last backup, and on pool %2 as well.")
                                            .arg(m_direction.target, m_direction.source),
                                        step);
        if (!kept)
            return kept.error();
    }
    return false;
}

// A file of the target where the source has a folder, or files in a folder where the source has a file. False when the
// file cannot be copied because of them.
Result<bool> ContentReplication::clearTheWay(const ContentFile &file, Step &step)
{
    QStringList blocking;
    for (qsizetype slash = file.path.indexOf(u'/'); slash > 0; slash = file.path.indexOf(u'/', slash + 1)) {
        if (const QString folder = file.path.left(slash); m_comparison.targetFiles.contains(folder))
            blocking.append(folder);
    }
    if (QFileInfo(m_target.homeFolder(m_home) + u'/' + file.path).isDir()) {
        const QString below = file.path + u'/';
        for (const ContentFile &other : std::as_const(m_comparison.targetFiles)) {
            if (other.path.startsWith(below))
                blocking.append(other.path);
        }
    }
    if (m_isGivingBack && QFileInfo(m_target.homeFolder(m_home) + u'/' + file.path).isSymLink())
        blocking.append(file.path);
    if (m_isGivingBack && !blocking.isEmpty()) {
        const Result<> reported = reportFailure(
            {ErrorCategory::ResourceExists, u"ContentBlocked"_s,
             tr("%1 was not given back to pool %2: something else, which stays, stands in its place there.")
                 .arg(file.path, m_direction.target),
             tr("Move what is in its place elsewhere, then run the command again."), file.path});
        return reported ? Result<bool>(false) : Result<bool>(reported.error());
    }
    for (const QString &path : std::as_const(blocking)) {
        const Result<> done = m_comparison.vanished.removeOne(path)
            ? deleteOnTarget(path, step)
            : keepAside(path, tr("Stood where pool %1 has something else.").arg(m_direction.source), step);
        if (!done)
            return done.error();
        m_comparison.targetFiles.remove(path);
    }
    return true;
}

Result<> ContentReplication::keepAside(const QString &path, const QString &reason, Step &step)
{
    const Result<QString> kept = onTarget(m_target.keepAside(m_home, path, reason));
    if (!kept)
        return kept.error();
    ++m_result.keptAside;
    step.addInformation(tr("%1: the file of pool %2 was kept aside as %3. %4")
                            .arg(path, m_direction.target, QDir::toNativeSeparators(*kept), reason));
    return {};
}

Result<> ContentReplication::takeGroup(const Group &group, TransferProgress &progress)
{
    const QString first = group.constFirst().file.path;
    const auto advance = [&](qint64 bytes) { progress.advance(bytes, first); };
    const Result<std::vector<Result<KnownContent>>> results
        = onTarget(m_target.takeAll(m_home, group, m_runtime.stopToken(), advance));
    if (!results)
        return results.error();
    ++m_result.batches;
    QList<KnownContent> taken;
    for (const Result<KnownContent> &result : *results) {
        if (!result)
            continue;
        taken.append(*result);
        ++m_result.copied;
        ++m_result.verified;
        m_result.bytes += result->size;
    }
    if (const Result<> remembered = remember(taken); !remembered)
        return remembered;
    for (std::size_t i = 0; i < results->size(); ++i) {
        if (results->at(i))
            continue;
        if (const Result<> dealt = dealWithFailure(group.at(qsizetype(i)), results->at(i).error(), progress); !dealt)
            return dealt;
    }
    return {};
}

// What concerns one file only is reported, and the rest goes on; what the target cannot do ends the module.
Result<> ContentReplication::dealWithFailure(const ContentSource &source, const Error &error,
                                             TransferProgress &progress)
{
    if (error.id == "ContentChanged"_L1)
        return takeAgain(source, progress);
    if (error.id == "ContentBlocked"_L1)
        return reportFailure(error);
    if (error.category == ErrorCategory::ReadError)
        return m_source.find(m_home, source.file.path) ? reportFailure(error) : Result<>(); // or deleted meanwhile
    return onTarget(Result<>(error));
}

// Once more, as the file is now; one that is written all the time is left for the next run.
Result<> ContentReplication::takeAgain(const ContentSource &source, TransferProgress &progress)
{
    const std::optional<ContentFile> now = m_source.find(m_home, source.file.path);
    if (!now)
        return {}; // deleted meanwhile
    const auto advance = [&](qint64 bytes) { progress.advance(bytes, now->path); };
    const Result<KnownContent> result = m_target.take(m_home, source.sourcePath, *now, m_runtime.stopToken(), advance);
    if (!result) {
        const bool isOfTheItem = result.error().id == "ContentChanged"_L1 || result.error().id == "ContentBlocked"_L1
            || result.error().category == ErrorCategory::ReadError;
        if (isOfTheItem)
            return reportFailure(result.error());
        return onTarget(Result<>(result.error()));
    }
    ++m_result.copied;
    ++m_result.verified;
    m_result.bytes += result->size;
    return remember({*result});
}

Result<> ContentReplication::reportFailure(const Error &error)
{
    ++m_result.failed;
    return m_runtime.writeError(error);
}

// On both sides, so that a later change of direction has its base.
Result<> ContentReplication::remember(const QList<KnownContent> &taken)
{
    QList<KnownContent> atSource;
    for (const KnownContent &row : taken)
        atSource.append({row.path, row.sourceSize, row.sourceModified, row.size, row.modified, row.digest});
    if (const Result<> set = onTarget(m_target.setKnown(m_home, taken)); !set)
        return set;
    return m_source.setKnown(m_home, atSource);
}

Result<> ContentReplication::carryOverDeletions(Step &step)
{
    for (const QString &path : std::as_const(m_comparison.vanished)) {
        if (const Result<> goesOn = m_runtime.checkStop(); !goesOn)
            return goesOn;
        if (m_source.find(m_home, path))
            continue; // it came back while the others were copied
        if (const Result<> deleted = deleteOnTarget(path, step); !deleted)
            return deleted;
    }
    if (const Result<> forgotten = onTarget(m_target.forgetKnown(m_home, m_comparison.forgotten)); !forgotten)
        return forgotten;
    return m_source.forgetKnown(m_home, m_comparison.forgotten);
}

// Before anything is changed. A source that is older keeps its number until the comparison is complete, so that an
// interrupted one starts again.
Result<> ContentReplication::beginGeneration()
{
    if (m_comparison.isSourceOlder) {
        return m_runtime.writeWarning(
            tr("%1 Everything is compared with pool %2, and nothing is deleted there.")
                .arg(olderSourceReason(m_direction), m_direction.target),
            tr("When the backup is done, bring back what pool %1 has lost: Invoke-CsBackupServiceSync -PoolFqdn %2 "
               "-BackupModule ConfServices.DataConf.")
                .arg(m_direction.source, m_direction.target));
    }
    return m_comparison.pending() > 0 ? raiseGeneration(m_source, m_target) : Result<>();
}

// The owner's number first: after a kill between the two it is ahead, which means nothing.
Result<> ContentReplication::raiseGeneration(FileStore &owner, FileStore &backup)
{
    const Result<qint64> first = owner.generation(m_home);
    if (!first)
        return first.error();
    const Result<qint64> second = backup.generation(m_home);
    if (!second)
        return second.error();
    const qint64 next = std::max(*first, *second) + 1;
    if (const Result<> set = owner.setGeneration(m_home, next); !set)
        return set;
    return onTarget(backup.setGeneration(m_home, next));
}

// What the restored source lost was not deleted. From now on it is content that only the target has.
Result<> ContentReplication::leaveWhatVanished(Step &step)
{
    for (const QString &path : std::as_const(m_comparison.vanished))
        step.addInformation(tr("%1: only pool %2 has it; it was left there.").arg(path, m_direction.target));
    m_result.newerOnTarget += m_comparison.vanished.size();
    const QStringList unknown = m_comparison.vanished + m_comparison.forgotten;
    if (const Result<> forgotten = onTarget(m_target.forgetKnown(m_home, unknown)); !forgotten)
        return forgotten;
    return m_source.forgetKnown(m_home, unknown);
}

Result<> ContentReplication::deleteOnTarget(const QString &path, Step &step)
{
    if (const Result<> removed = onTarget(m_target.removeFile(m_home, path)); !removed)
        return removed;
    ++m_result.deleted;
    step.addInformation(tr("%1: deleted on pool %2, because it was deleted on pool %3.")
                            .arg(path, m_direction.target, m_direction.source));
    return m_source.forgetKnown(m_home, {path});
}

Result<> ContentReplication::closeRun(bool isLossPending)
{
    const Result<std::optional<ContentRun>> last = onTarget(m_target.lastRun(m_home));
    if (!last)
        return last.error();
    // A loss stays what it is until the files are back or their deletion is confirmed: the old identity goes on record.
    const QUuid sourceId = isLossPending && *last ? (*last)->sourceId : m_source.id();
    return onTarget(m_target.setLastRun(m_home, {sourceId, QDateTime::currentDateTimeUtc(), isLossPending}));
}

Result<> ContentReplication::writeWarnings()
{
    if (m_result.keptAside > 0) {
        const Result<> warned = m_runtime.writeWarning(
            tr("Files of pool %1 were changed on both pools; the versions of pool %2 were kept aside there. How many: "
               "%3.")
                .arg(m_home, m_direction.target, QString::number(m_result.keptAside)),
            tr("The report lists where they are. Check with their users whether anything of them is still needed."));
        if (!warned)
            return warned;
    }
    if (!m_comparison.ignored.isEmpty()) {
        const Result<> warned
            = m_runtime.writeWarning(tr("Some entries in the content folder of pool %1 are not backed up: symbolic "
                                        "links, special files, or names that are no text. What the backup has in "
                                        "their place stays there. How many: %2.")
                                         .arg(m_home, QString::number(m_comparison.ignored.size())),
                                     tr("The report lists them. Replace a link by the file that it points at."));
        if (!warned)
            return warned;
    }
    return {};
}

Result<ModuleResult> ContentReplication::giveBack(Step &step)
{
    m_isGivingBack = true;
    const Result<QHash<QString, ContentFile>> held
        = m_source.scan(m_home, m_runtime.stopToken(), &m_comparison.ignored);
    if (!held)
        return held.error();
    Result<QHash<QString, ContentFile>> there = onTarget(m_target.scan(m_home, m_runtime.stopToken()));
    if (!there)
        return there.error();
    m_comparison.targetFiles = std::move(*there);
    for (const ContentFile &file : *held) {
        if (m_comparison.targetFiles.contains(file.path)) {
            ++m_result.unchanged;
        } else {
            m_comparison.changed.append(file);
            m_comparison.changedBytes += file.size;
        }
    }
    std::sort(m_comparison.changed.begin(), m_comparison.changed.end(),
              [](const ContentFile &a, const ContentFile &b) { return a.path < b.path; });

    // The regular direction is target to source: there the loss is on record until everything is back.
    const Result<std::optional<ContentRun>> lastRun = m_source.lastRun(m_home);
    if (!lastRun)
        return lastRun.error();
    if (*lastRun && !m_comparison.changed.isEmpty()) {
        const Result<> pending
            = m_source.setLastRun(m_home, {(*lastRun)->sourceId, QDateTime::currentDateTimeUtc(), true});
        if (!pending)
            return pending.error();
    }
    const Result<qint64> ownerGeneration = m_target.generation(m_home);
    const Result<qint64> backupGeneration = m_source.generation(m_home);
    if (!ownerGeneration || !backupGeneration)
        return ownerGeneration ? backupGeneration.error() : ownerGeneration.error();
    // An owner that is older than its backup must still be found so by the next run.
    if (!m_comparison.changed.isEmpty() && *ownerGeneration >= *backupGeneration) {
        if (const Result<> raised = raiseGeneration(m_target, m_source); !raised)
            return raised.error();
    }
    const Result<> copied = copyChanged({}, step);
    setCounts(step, m_result);
    if (!copied)
        return copied.error();
    m_result.isComplete = m_result.failed == 0;
    if (*lastRun && m_result.isComplete) {
        const Result<> settled = m_source.setLastRun(m_home, {m_target.id(), QDateTime::currentDateTimeUtc(), false});
        if (!settled)
            return settled.error();
    }
    return m_result;
}

} // namespace cspool
