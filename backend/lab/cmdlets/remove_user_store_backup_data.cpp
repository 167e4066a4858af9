// Remove-CsUserStoreBackupData: removes from a pool's stores the data of pools that are no longer its partner.
#include "backend/lab/file_store.h"
#include "backend/lab/lab_cmdlet.h"

#include <QCoreApplication>
#include <QLocale>

#include <vector>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// What a pool's stores hold of one home pool.
struct LeftData
{
    QString homePool;
    Backlog documents; // living ones
    qint64 files = 0;
    qint64 fileBytes = 0;
};

class RemoveUserStoreBackupData
{
    Q_DECLARE_TR_FUNCTIONS(cspool::RemoveUserStoreBackupData)

public:
    static Result<> run(LabContext &context);

private:
    RemoveUserStoreBackupData(LabContext &context, const Pool &pool, DocumentStore userStore, FileStore fileStore)
        : m_context(context)
        , m_pool(pool)
        , m_userStore(std::move(userStore))
        , m_fileStore(std::move(fileStore))
    {
    }

    Result<> removeAll();
    Result<QStringList> formerPartners() const;
    Result<LeftData> count(const QString &homePool) const;
    Result<> remove(const LeftData &data);

    LabContext &m_context;
    const Pool m_pool;
    DocumentStore m_userStore;
    FileStore m_fileStore;
};

Result<> RemoveUserStoreBackupData::run(LabContext &context)
{
    const auto pool = context.pool(context.command().string(u"PoolFqdn"));
    if (!pool)
        return pool.error();
    if (const auto locked = context.lockPair(*pool); !locked)
        return locked;
    const auto deployment = context.deployment();
    if (!deployment)
        return deployment.error();
    auto userStore = (*deployment)->userStore(pool->fqdn);
    if (!userStore)
        return userStore.error();
    auto fileStore = FileStore::open((*deployment)->fileStoreFolder(pool->fqdn),
                                     (*deployment)->fileStoreIndexPath(pool->fqdn), (*deployment)->mode());
    if (!fileStore)
        return fileStore.error();
    return RemoveUserStoreBackupData(context, *pool, std::move(*userStore), std::move(*fileStore)).removeAll();
}

// Its own data and its partner's are never among them, nor what it serves while a pool is failed over to it, even if
// the pair was dissolved in the topology meanwhile.
Result<QStringList> RemoveUserStoreBackupData::formerPartners() const
{
    const auto documents = m_userStore.homePools();
    if (!documents)
        return documents.error();
    const auto content = m_fileStore.homePools();
    if (!content)
        return content.error();
    QStringList homes = *documents + *content;
    homes.removeDuplicates();
    homes.sort();
    homes.removeAll(m_pool.fqdn);
    homes.removeAll(m_pool.backupPoolFqdn);

    const auto ownerships = (*m_context.deployment())->ownerships();
    if (!ownerships)
        return ownerships.error();
    for (const PoolOwnership &ownership : *ownerships) {
        if (ownership.owner == m_pool.fqdn)
            homes.removeAll(ownership.pool);
    }
    return homes;
}

Result<LeftData> RemoveUserStoreBackupData::count(const QString &homePool) const
{
    const auto documents = m_userStore.count(homePool);
    if (!documents)
        return documents.error();
    const auto files = m_fileStore.scan(homePool, m_context.runtime().stopToken());
    if (!files)
        return files.error();
    LeftData data{homePool, *documents, files->size(), 0};
    for (const ContentFile &file : *files)
        data.fileBytes += file.size;
    return data;
}

Result<> RemoveUserStoreBackupData::removeAll()
{
    CommandRuntime &runtime = m_context.runtime();
    const auto homes = formerPartners();
    if (!homes)
        return homes.error();
    if (homes->isEmpty()) {
        runtime.writeHost(
            tr("The stores of %1 hold no data of pools other than its own and its backup pool's: nothing has to "
               "be removed.")
                .arg(m_pool.fqdn));
        return {};
    }
    for (const QString &home : *homes) {
        const auto data = count(home);
        if (!data)
            return data.error();
        const QLocale locale;
        const auto accepted = runtime.shouldProcess(
            m_pool.fqdn,
            tr("Remove the data of %1 (documents: %2, %3; conference files: %4, %5)")
                .arg(home, locale.toString(data->documents.documents), locale.formattedDataSize(data->documents.bytes),
                     locale.toString(data->files), locale.formattedDataSize(data->fileBytes)),
            tr("%1 is neither %2 itself nor its backup pool. What is removed here, kept losers of conflicts included, "
               "cannot "
               "be brought back from here; the stores of %1 are not touched.")
                .arg(home, m_pool.fqdn));
        if (!accepted)
            return accepted.error();
        if (!*accepted)
            continue;
        if (const auto removed = remove(*data); !removed)
            return removed;
    }
    return {};
}

Result<> RemoveUserStoreBackupData::remove(const LeftData &data)
{
    CommandRuntime &runtime = m_context.runtime();
    if (const auto running = runtime.checkStop(); !running)
        return running;
    Step step = runtime.beginStep(tr("Remove the data of %1 from %2").arg(data.homePool, m_pool.fqdn));
    const auto documents = m_userStore.purge(data.homePool);
    if (!documents)
        return step.conclude(Result<>(documents.error()));
    const auto files = m_fileStore.purge(data.homePool);
    if (!files)
        return step.conclude(Result<>(files.error()));
    step.setCount(tr("documents removed"), *documents);
    step.setCount(tr("files removed"), *files);
    runtime.writeHost(tr("The data of %1 was removed from %2.").arg(data.homePool, m_pool.fqdn));
    return {};
}

const LabCmdletRegistration registration("Remove-CsUserStoreBackupData", &RemoveUserStoreBackupData::run);

} // namespace

} // namespace cspool
