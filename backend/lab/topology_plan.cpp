#include "backend/lab/topology_plan.h"

#include "backend/lab/topology_document.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Each gets four stores and a folder. Genuine deployments have a few dozen at most.
constexpr qsizetype MaximumPools = 1000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::TopologyPlan)
};

Error unreadable(const QString &path, const QString &reason)
{
    return {ErrorCategory::ReadError, u"FileUnreadable"_s,
            Text::tr("The topology document %1 cannot be read: %2.").arg(QDir::toNativeSeparators(path), reason),
            Text::tr("Check that it is a file and that you may read it."), path};
}

Result<QByteArray> readFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return Error{ErrorCategory::ObjectNotFound, u"FileNotFound"_s,
                     Text::tr("There is no file %1.").arg(QDir::toNativeSeparators(path)),
                     Text::tr("Check the path of the topology document."), path};
    }
    if (info.isDir())
        return unreadable(path, Text::tr("it is a folder"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    // One byte more than allowed tells a file that is too large, whatever its size says.
    QByteArray document = file.read(MaximumTopologyDocumentBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return unreadable(path, file.errorString());
    return document;
}

// In which file it was, as an error of the document alone cannot know.
Error inFile(Error error, const QString &path)
{
    error.message = Text::tr("%1: %2").arg(QDir::toNativeSeparators(path), error.message);
    error.target = path;
    return error;
}

struct DocumentAndTopology
{
    QByteArray document;
    Topology topology;
};

Result<DocumentAndTopology> readDocument(const QString &path)
{
    Result<QByteArray> document = readFile(path);
    if (!document)
        return document.error();
    Result<Topology> topology = parseTopologyDocument(*document);
    if (!topology)
        return inFile(topology.error(), path);
    if (const qsizetype pools = poolsToBackUp(*topology).size(); pools > MaximumPools) {
        return Error{
            ErrorCategory::LimitsExceeded, u"TooManyPools"_s,
            Text::tr(
                "%1: the topology holds %2 pools with user services; a lab deployment makes stores for %3 at most.")
                .arg(QDir::toNativeSeparators(path))
                .arg(pools)
                .arg(MaximumPools),
            Text::tr("Give the document of a smaller deployment."), path};
    }
    return DocumentAndTopology{std::move(document).value(), std::move(topology).value()};
}

Result<TopologyPlan> read(const QString &path, const QStringList &pairTexts, Step &step)
{
    Result<DocumentAndTopology> content = readDocument(path);
    if (!content)
        return content.error();
    const Topology &topology = content->topology;
    const Result<QList<PoolPair>> stated = parsePairs(pairTexts, topology);
    if (!stated)
        return stated.error();
    const PairingFindings findings = statedPairs(topology, *stated);
    step.setCount(Text::tr("sites"), topology.sites.size());
    step.setCount(Text::tr("clusters"), topology.clusters.size());
    step.setCount(Text::tr("services"), topology.services.size());
    return TopologyPlan{std::move(content->document), std::move(content->topology), *stated, findings.pairs,
                        findings.doubts};
}

} // namespace

Result<Topology> readTopologyFile(const QString &path)
{
    Result<DocumentAndTopology> read = readDocument(QFileInfo(path).absoluteFilePath());
    return read ? Result<Topology>(std::move(read->topology)) : Result<Topology>(read.error());
}

Result<TopologyPlan> readTopologyPlan(CommandRuntime &runtime, const QString &path, const QStringList &pairTexts)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    Step step = runtime.beginStep(Text::tr("Read the topology document %1").arg(QDir::toNativeSeparators(file)));
    Result<TopologyPlan> plan = read(file, pairTexts, step);
    if (plan) {
        const QList<Pool> pools = poolsOf(plan->topology, plan->pairs);
        for (const Pool &pool : pools) {
            const QString sentence = pool.canBeBackedUp()
                ? Text::tr("%1: %2.").arg(pool.fqdn, pool.kind())
                : Text::tr("%1: %2; it has no user data of its own and cannot be backed up.")
                      .arg(pool.fqdn, pool.kind());
            step.addInformation(sentence);
            runtime.writeVerbose(sentence);
        }
    }
    return step.conclude(std::move(plan));
}

Result<> warnAboutPairs(CommandRuntime &runtime, const Topology &topology, const QStringList &doubts,
                        const QList<PoolPair> &pairs)
{
    for (const QString &doubt : doubts) {
        const auto warned = runtime.writeWarning(
            doubt,
            Text::tr(
                "How a document states pairs is not published, so this one may have been misread. State the pair that "
                "you mean with -Pair \"POOL=BACKUP-POOL\"."));
        if (!warned)
            return warned;
    }
    for (const PoolPair &pair : pairs) {
        const QStringList warnings = pairingWarnings(topology, pair);
        for (const QString &warning : warnings) {
            const auto warned = runtime.writeWarning(
                warning,
                Text::tr("The pair is made all the same; use it for rehearsals only, not as a model of servers."));
            if (!warned)
                return warned;
        }
    }
    return {};
}

} // namespace cspool
