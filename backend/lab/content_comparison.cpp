#include "backend/lab/content_comparison.h"

#include <QDir>
#include <QSet>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

bool isAsKnown(const ContentFile &file, const KnownContent &known)
{
    return file.size == known.size && file.modified == known.modified;
}

bool isAsKnownAtSource(const ContentFile &file, const KnownContent &known)
{
    return file.size == known.sourceSize && file.modified == known.sourceModified;
}

Result<> classifyMissingAtSource(ContentComparison &comparison, const FileStore &target, const QString &homePool,
                                 const StopToken &stop)
{
    for (const ContentFile &file : std::as_const(comparison.targetFiles)) {
        if (comparison.sourceFiles.contains(file.path) || comparison.isHidden(file.path))
            continue;
        const bool isKnown
            = comparison.knownAtTarget.contains(file.path) || comparison.knownAtSource.contains(file.path);
        if (!isKnown) {
            comparison.onlyOnTarget.append(file.path);
            continue;
        }
        const Result<QByteArray> digest
            = targetDigest(target, homePool, file, comparison.knownAtTarget.value(file.path), stop);
        if (!digest)
            return digest.error();
        (comparison.isKnown(file.path, *digest) ? comparison.vanished : comparison.onlyOnTarget).append(file.path);
    }
    comparison.vanished.sort();
    comparison.onlyOnTarget.sort();
    return {};
}

void countVanished(ContentComparison &comparison)
{
    QSet<QString> known(comparison.knownAtTarget.keyBegin(), comparison.knownAtTarget.keyEnd());
    known.unite(QSet<QString>(comparison.knownAtSource.keyBegin(), comparison.knownAtSource.keyEnd()));
    for (const QString &path : std::as_const(known)) {
        const bool isThere = comparison.sourceFiles.contains(path);
        if (!isThere && comparison.isHidden(path))
            continue;
        ++comparison.knownFiles;
        if (isThere)
            continue;
        ++comparison.vanishedFiles;
        if (!comparison.targetFiles.contains(path))
            comparison.forgotten.append(path);
    }
}

} // namespace

bool ContentComparison::isHidden(const QString &path) const
{
    return std::any_of(ignored.cbegin(), ignored.cend(), [&](const IgnoredContent &entry) {
        return path.startsWith(entry.path) && (path.size() == entry.path.size() || path.at(entry.path.size()) == u'/');
    });
}

bool ContentComparison::isKnown(const QString &path, const QByteArray &digest) const
{
    return knownAtTarget.value(path).digest == digest || knownAtSource.value(path).digest == digest;
}

Result<QByteArray> targetDigest(const FileStore &target, const QString &homePool, const ContentFile &file,
                                const KnownContent &known, const StopToken &stop)
{
    if (!known.digest.isEmpty() && isAsKnown(file, known))
        return known.digest;
    return FileStore::digestOf(target.homeFolder(homePool) + u'/' + file.path, stop);
}

Result<ContentComparison> compareContent(const FileStore &source, const FileStore &target, const QString &homePool,
                                         bool readEverything, const StopToken &stop)
{
    ContentComparison comparison;
    Result<QHash<QString, ContentFile>> sourceFiles = source.scan(homePool, stop, &comparison.ignored);
    if (!sourceFiles)
        return sourceFiles.error();
    Result<QHash<QString, ContentFile>> targetFiles = target.scan(homePool, stop);
    if (!targetFiles)
        return targetFiles.error();
    Result<QHash<QString, KnownContent>> knownAtSource = source.known(homePool);
    if (!knownAtSource)
        return knownAtSource.error();
    Result<QHash<QString, KnownContent>> knownAtTarget = target.known(homePool);
    if (!knownAtTarget)
        return knownAtTarget.error();
    comparison.sourceFiles = std::move(*sourceFiles);
    comparison.targetFiles = std::move(*targetFiles);
    comparison.knownAtSource = std::move(*knownAtSource);
    comparison.knownAtTarget = std::move(*knownAtTarget);

    for (const ContentFile &file : std::as_const(comparison.sourceFiles)) {
        const auto known = comparison.knownAtTarget.constFind(file.path);
        const auto there = comparison.targetFiles.constFind(file.path);
        if (!readEverything && known != comparison.knownAtTarget.constEnd()
            && there != comparison.targetFiles.constEnd() && isAsKnownAtSource(file, *known)
            && isAsKnown(*there, *known)) {
            ++comparison.unchanged;
        } else {
            comparison.changed.append(file);
            comparison.changedBytes += file.size;
        }
    }
    std::sort(comparison.changed.begin(), comparison.changed.end(),
              [](const ContentFile &a, const ContentFile &b) { return a.path < b.path; });
    if (const Result<> classified = classifyMissingAtSource(comparison, target, homePool, stop); !classified)
        return classified.error();
    countVanished(comparison);

    const Result<std::optional<ContentRun>> lastRun = target.lastRun(homePool);
    if (!lastRun)
        return lastRun.error();
    const bool isUnsettled = *lastRun && ((*lastRun)->isLossPending || (*lastRun)->sourceId != source.id());
    const Result<qint64> sourceGeneration = source.generation(homePool);
    if (!sourceGeneration)
        return sourceGeneration.error();
    const Result<qint64> targetGeneration = target.generation(homePool);
    if (!targetGeneration)
        return targetGeneration.error();
    comparison.isSourceOlder = *sourceGeneration < *targetGeneration && *lastRun && (*lastRun)->sourceId == source.id();
    comparison.isLoss
        = comparison.vanishedFiles * 2 > comparison.knownFiles || (isUnsettled && !comparison.vanished.isEmpty());
    return comparison;
}

Error contentVanished(const ContentComparison &comparison, const BackupDirection &direction,
                      const QString &sourceFolder)
{
    return {ErrorCategory::ResourceUnavailable, u"ContentVanished"_s,
            ContentComparison::tr(
                "Conference content of pool %1 vanished: of the files that the last backup knew, %2 of %3 are not in "
                "%4 any more. Nothing was deleted on pool %5.")
                .arg(direction.homePool, QString::number(comparison.vanishedFiles),
                     QString::number(comparison.knownFiles), QDir::toNativeSeparators(sourceFolder), direction.target),
            ContentComparison::tr(
                "If a disk or share is disconnected, connect it again. If the files are lost, restore them from the "
                "backup pool: Invoke-CsBackupServiceSync -PoolFqdn %1 -BackupModule ConfServices.DataConf. If they "
                "were deleted on purpose, confirm it: Invoke-CsBackupServiceSync -PoolFqdn %2 -BackupModule "
                "ConfServices.DataConf -Force.")
                .arg(direction.target, direction.source),
            direction.homePool};
}

QString olderSourceReason(const BackupDirection &direction)
{
    return ContentComparison::tr("The conference content of pool %1 was restored from an older copy on pool %2: it has "
                                 "lost changes that were backed up already.")
        .arg(direction.homePool, direction.source);
}

} // namespace cspool
