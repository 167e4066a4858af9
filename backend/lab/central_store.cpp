#include "backend/lab/central_store.h"

#include "backend/lab/document_replication.h"
#include "backend/lab/topology_document.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr auto TopologyName = "urn:cspool:cms:topology"_L1;
constexpr auto PairsName = "urn:cspool:cms:pairs"_L1;
constexpr auto ConfigurationName = "urn:cspool:cms:backup-service-configuration"_L1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::CentralStore)
};

QHash<QString, qint64> epochs(qint64 epoch)
{
    return {{CentralStore::homeName(), epoch}};
}

QByteArray pairsToJson(const QList<PoolPair> &pairs)
{
    QJsonArray array;
    for (const PoolPair &pair : pairs)
        array.append(QJsonArray{pair.first, pair.second});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

// Nothing when it is not what pairsToJson() writes.
std::optional<QList<PoolPair>> pairsFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return std::nullopt;
    QList<PoolPair> pairs;
    const QJsonArray array = document.array();
    for (const QJsonValue &value : array) {
        const QString first = value.toArray().at(0).toString();
        const QString second = value.toArray().at(1).toString();
        if (first.isEmpty() || second.isEmpty() || value.toArray().size() != 2)
            return std::nullopt;
        pairs.append(PoolPair::of(first, second));
    }
    return pairs;
}

QByteArray configurationToJson(const BackupServiceConfiguration &configuration)
{
    QJsonObject json;
    const Object object = configuration.toObject();
    for (const Property &property : object.properties()) {
        json.insert(property.name,
                    property.value.typeId() == QMetaType::Int ? QJsonValue(property.value.toInt())
                                                              : QJsonValue(displayText(property.value)));
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<BackupServiceConfiguration> configurationFromJson(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    Object object;
    for (auto property = json.begin(); property != json.end(); ++property)
        object.set(property.key(), property->isDouble() ? QVariant(property->toInteger()) : property->toVariant());
    return BackupServiceConfiguration::fromObject(object);
}

// The sequence up to which `target` has the changes of `source`; nothing: it has none, or the source is behind what the
// target has seen of it, so that sequences say nothing.
struct Progress
{
    qint64 sequence = 0;
    bool isSourceBehind = false;
};

Result<Progress> progressOf(const DocumentStore &source, const DocumentStore &target)
{
    const Result<std::optional<Watermark>> watermark = target.watermark(source.id(), CentralStore::homeName());
    if (!watermark)
        return watermark.error();
    // No watermark of this source: it is new to the target, as after a failover, and all of it is taken.
    if (!*watermark)
        return Progress{};
    const Result<FeedPosition> position = feedPosition(source, target, CentralStore::homeName(), {}, {});
    if (!position)
        return position.error();
    return Progress{position->after, position->kind == FeedPosition::Kind::SourceReplaced};
}

} // namespace

QString CentralStore::homeName()
{
    return u"CentralManagement"_s;
}

CentralStore::CentralStore(DocumentStore store)
    : m_store(std::move(store))
{
}

Result<QByteArray> CentralStore::data(const QString &name) const
{
    const Result<std::optional<Document>> document = m_store.find(name);
    if (!document)
        return document.error();
    return *document && !(*document)->isDeleted ? (*document)->data : QByteArray();
}

Error CentralStore::damaged(const QString &what) const
{
    return {
        ErrorCategory::InvalidData, u"CentralStoreDamaged"_s,
        Text::tr("The Central Management store %1 holds %2 that cannot be read.").arg(m_store.path(), what),
        Text::tr(
            "Publish the topology and set the configuration again, or restore the deployment's folder from a copy."),
        m_store.path()};
}

Result<QByteArray> CentralStore::topologyDocument() const
{
    return data(TopologyName);
}

Result<Topology> CentralStore::topology() const
{
    const Result<QByteArray> document = topologyDocument();
    if (!document)
        return document.error();
    if (document->isEmpty())
        return Topology();
    Result<Topology> topology = parseTopologyDocument(*document);
    if (!topology) {
        Error error = topology.error();
        error.target = m_store.path();
        return error;
    }
    return topology;
}

Result<QList<PoolPair>> CentralStore::pairs() const
{
    const Result<QByteArray> json = data(PairsName);
    if (!json)
        return json.error();
    if (json->isEmpty())
        return QList<PoolPair>();
    const std::optional<QList<PoolPair>> pairs = pairsFromJson(*json);
    if (!pairs)
        return damaged(Text::tr("a list of pairs"));
    return *pairs;
}

Result<QList<Pool>> CentralStore::pools() const
{
    const Result<Topology> topology = this->topology();
    if (!topology)
        return topology.error();
    const Result<QList<PoolPair>> pairs = this->pairs();
    if (!pairs)
        return pairs.error();
    return poolsOf(*topology, *pairs);
}

Result<BackupServiceConfiguration> CentralStore::backupServiceConfiguration() const
{
    const Result<QByteArray> json = data(ConfigurationName);
    if (!json)
        return json.error();
    if (json->isEmpty())
        return BackupServiceConfiguration();
    const std::optional<BackupServiceConfiguration> configuration = configurationFromJson(*json);
    if (!configuration)
        return damaged(Text::tr("a backup service configuration"));
    return *configuration;
}

Result<bool> CentralStore::setTopology(const QByteArray &document, const QList<PoolPair> &pairs, qint64 epoch)
{
    const Result<qint64> changed
        = m_store.write({{PairsName, {}, pairsToJson(pairs)}, {TopologyName, {}, document}}, homeName(), epochs(epoch));
    if (!changed)
        return changed.error();
    return *changed > 0;
}

Result<> CentralStore::setBackupServiceConfiguration(const BackupServiceConfiguration &configuration, qint64 epoch)
{
    const Result<qint64> changed
        = m_store.write({{ConfigurationName, {}, configurationToJson(configuration)}}, homeName(), epochs(epoch));
    return changed ? Result<>() : Result<>(changed.error());
}

Result<> CentralStore::resetBackupServiceConfiguration(qint64 epoch)
{
    const Result<qint64> removed = m_store.remove({ConfigurationName}, epochs(epoch));
    return removed ? Result<>() : Result<>(removed.error());
}

Result<QDateTime> CentralStore::lastChange() const
{
    const Result<qint64> last = m_store.lastSequenceOf(homeName());
    if (!last)
        return last.error();
    if (*last == 0)
        return QDateTime();
    const Result<QList<Document>> newest = m_store.changesAfter(homeName(), *last - 1);
    if (!newest)
        return newest.error();
    return newest->isEmpty() ? QDateTime() : newest->constLast().written;
}

Result<ApplySummary> replicateCentralStore(const CentralStore &source, CentralStore &target, bool isReturn)
{
    const DocumentStore &from = source.documents();
    const Result<Progress> begun = progressOf(from, target.documents());
    if (!begun)
        return begun.error();
    const LoserPolicy policy = begun->isSourceBehind ? LoserPolicy::KeepAllDifferent : LoserPolicy::KeepUnrelated;
    ApplySummary summary;
    qint64 sequence = begun->sequence;
    bool mustReset = begun->isSourceBehind;
    // The last round takes over nothing and records when the target was last seen up to date.
    for (bool isDone = false; !isDone; mustReset = false) {
        Result<QList<Document>> batch = from.changesAfter(CentralStore::homeName(), sequence);
        if (!batch)
            return batch.error();
        isDone = batch->isEmpty();
        if (!isDone)
            sequence = batch->constLast().sequence;
        if (isReturn) {
            const Result<QStringList> ties = removeTies(target.documents(), *batch);
            if (!ties)
                return ties.error();
            summary.newerOnTarget += ties->size();
            for (const QString &name : *ties)
                summary.exceptions.append(Text::tr("%1: left alone, because both copies changed it.").arg(name));
        }
        const Result<qint64> token = from.tokenAt(sequence);
        if (!token)
            return token.error();
        const Watermark watermark{from.id(), CentralStore::homeName(), sequence, QDateTime::currentDateTimeUtc(),
                                  *token};
        const Result<ApplySummary> applied = target.documents().apply(*batch, watermark, policy, mustReset);
        if (!applied)
            return applied.error();
        summary += *applied;
    }
    return summary;
}

Result<bool> isUpToDate(const CentralStore &source, const CentralStore &replica)
{
    const Result<Progress> progress = progressOf(source.documents(), replica.documents());
    if (!progress)
        return progress.error();
    if (progress->isSourceBehind)
        return false;
    const Result<Backlog> backlog = source.documents().backlogAfter(CentralStore::homeName(), progress->sequence);
    if (!backlog)
        return backlog.error();
    return backlog->documents == 0;
}

} // namespace cspool
