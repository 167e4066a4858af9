#include "backend/lab/sample_deployment.h"

#include "backend/lab/backup_service.h"
#include "backend/lab/failover.h"
#include "backend/lab/sample_content.h"
#include "backend/lab/topology_document.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct SamplePool
{
    QString fqdn;
    int users;
    int directory; // of its conferences
};

const QList<SamplePool> &samplePools()
{
    static const QList<SamplePool> pools = {
        {u"atl-cs-001.litwareinc.com"_s, 80, 1},    {u"dublin-cs-001.litwareinc.com"_s, 60, 2},
        {u"red-cs-001.litwareinc.com"_s, 60, 3},    {u"atl-cs-002.litwareinc.com"_s, 40, 4},
        {u"paris-cs-001.litwareinc.com"_s, 40, 5},  {u"dublin-cs-002.litwareinc.com"_s, 30, 6},
        {u"red-se-001.litwareinc.com"_s, 160, 7},   {u"paris-se-001.litwareinc.com"_s, 20, 8},
        {u"dublin-se-001.litwareinc.com"_s, 25, 9},
    };
    return pools;
}

const QString AtlantaPool = u"atl-cs-001.litwareinc.com"_s;
const QString FailedOverPool = u"red-cs-001.litwareinc.com"_s;
const QString DisasterPool = u"paris-cs-001.litwareinc.com"_s;
const QString PoolWithLoss = u"dublin-cs-002.litwareinc.com"_s;
const QString PoolWithBacklog = u"red-se-001.litwareinc.com"_s;
const QString PoolNeverBackedUp = u"paris-se-001.litwareinc.com"_s;
const QString PoolWithoutPartner = u"dublin-se-001.litwareinc.com"_s;

// Fills a new deployment with the engine's own means, so that what it shows is what would have come about.
class SampleMaker
{
    Q_DECLARE_TR_FUNCTIONS(cspool::SampleMaker)

public:
    SampleMaker(CommandRuntime &runtime, const SampleContent &content)
        : m_runtime(runtime)
        , m_content(content)
    {
        for (const SamplePool &pool : samplePools()) {
            m_firstUser.insert(pool.fqdn, m_users);
            m_users += pool.users;
        }
    }

    Result<> make(const QString &folder);

private:
    using Stage = Result<> (SampleMaker::*)();

    Result<> create(const QString &folder);
    Result<> fillPools();
    Result<> backUpPools();
    Result<> failOver();
    Result<> makeConflict();
    Result<> loseContent();
    Result<> makeBacklogs();

    Result<> backUp(const QString &pool);
    // Users of a pool, by their number in it, who change something, where the pool is served now.
    Result<> change(const QString &pool, int first, int count, int version);
    Result<> writeFile(const QString &pool, const SampleFile &file);
    // The backup service's own words are not for the screen of whoever asked for a sample.
    template <typename Work> Result<> quietly(const QString &line, Work work);

    CommandRuntime &m_runtime;
    const SampleContent &m_content;
    QHash<QString, int> m_firstUser;
    int m_users = 0;
    std::unique_ptr<Deployment> m_deployment;
    QList<Pool> m_pools;
};

Result<> SampleMaker::make(const QString &folder)
{
    if (const auto created = create(folder); !created)
        return created;
    const struct
    {
        QString text;
        Stage stage;
    } stages[] = {
        {tr("Filling the pools with users and conferences"), &SampleMaker::fillPools},
        {tr("Backing up the pools"), &SampleMaker::backUpPools},
        {tr("Failing over a pool"), &SampleMaker::failOver},
        {tr("Surviving a disaster"), &SampleMaker::makeConflict},
        {tr("Losing conference content"), &SampleMaker::loseContent},
        {tr("Letting users go on working"), &SampleMaker::makeBacklogs},
    };
    int done = 0;
    for (const auto &[text, stage] : stages) {
        if (const auto running = m_runtime.checkStop(); !running)
            return running;
        m_runtime.writeProgress({.activityId = 1,
                                 .activity = tr("Making the sample deployment"),
                                 .status = text,
                                 .percentComplete = ++done * 100 / (int(std::size(stages)) + 1)});
        if (const auto passed = (this->*stage)(); !passed)
            return passed;
    }
    m_deployment.reset(); // the folder is moved next
    m_runtime.writeProgress({.activityId = 1, .activity = tr("Making the sample deployment"), .isCompleted = true});
    return {};
}

Result<> SampleMaker::create(const QString &folder)
{
    const auto topology = parseTopologyDocument(m_content.topology());
    if (!topology)
        return topology.error();
    const QList<PoolPair> pairs = statedPairs(*topology).pairs;
    const Deployment::Plan plan{u"litwareinc.com"_s, m_content.topology(), pairs,
                                activeCentralManagementPool(*topology)};
    if (const auto created = Deployment::create(folder, plan); !created)
        return created;
    auto deployment = Deployment::open(folder, OpenMode::ReadWrite);
    if (!deployment)
        return deployment.error();
    m_deployment = std::move(*deployment);
    m_pools = poolsOf(*topology, pairs);
    return {};
}

Result<> SampleMaker::fillPools()
{
    for (const SamplePool &pool : samplePools()) {
        QList<DocumentWrite> documents;
        const int first = m_firstUser.value(pool.fqdn);
        for (int user = 0; user < pool.users; ++user)
            documents.append(m_content.user(first + user, m_users));
        documents.append(m_content.conferenceDirectory(pool.directory, first));
        auto store = m_deployment->userStore(pool.fqdn);
        if (!store)
            return store.error();
        const auto epochs = m_deployment->writableEpochs(pool.fqdn);
        if (!epochs)
            return epochs.error();
        if (const auto written = store->write(documents, pool.fqdn, *epochs); !written)
            return written.error();
        for (const SampleFile &file : m_content.conferenceFiles(pool.directory)) {
            if (const auto written = writeFile(pool.fqdn, file); !written)
                return written;
        }
    }
    return {};
}

// All but one of the paired pools, so that one can be seen that has never been backed up.
Result<> SampleMaker::backUpPools()
{
    for (const SamplePool &pool : samplePools()) {
        if (pool.fqdn == PoolNeverBackedUp || pool.fqdn == PoolWithoutPartner)
            continue;
        if (const auto copied = backUp(pool.fqdn); !copied)
            return copied;
    }
    return {};
}

Result<> SampleMaker::backUp(const QString &pool)
{
    return quietly(u"Invoke-CsBackupServiceSync -PoolFqdn "_s + pool, [&](CommandRuntime &runtime) -> Result<> {
        BackupService service(*m_deployment, runtime);
        service.setPools(m_pools);
        for (const BackupModule module : AllBackupModules) {
            if (const auto copied = service.copyModule(pool, module); !copied)
                return copied.error();
        }
        return {};
    });
}

Result<> SampleMaker::failOver()
{
    const auto failedOver
        = quietly(u"Invoke-CsPoolFailOver -PoolFqdn "_s + FailedOverPool, [&](CommandRuntime &runtime) {
              return failOverPool(*m_deployment, runtime, m_pools, FailedOverPool, false);
          });
    if (!failedOver)
        return failedOver;
    if (const auto copied = backUp(FailedOverPool); !copied) // from its backup pool now
        return copied;
    return change(FailedOverPool, 0, 5, 1);
}

// A user changes his contacts before the disaster, and the pool is gone before that was backed up. On the backup pool
// he changes them again. After the failback the later one counts, and the other is kept aside.
Result<> SampleMaker::makeConflict()
{
    if (const auto changed = change(DisasterPool, 3, 1, 1); !changed)
        return changed;
    const auto failedOver
        = quietly(u"Invoke-CsPoolFailOver -DisasterMode -PoolFqdn "_s + DisasterPool, [&](CommandRuntime &runtime) {
              return failOverPool(*m_deployment, runtime, m_pools, DisasterPool, true);
          });
    if (!failedOver)
        return failedOver;
    if (const auto changed = change(DisasterPool, 3, 1, 2); !changed)
        return changed;
    return quietly(u"Invoke-CsPoolFailBack -PoolFqdn "_s + DisasterPool, [&](CommandRuntime &runtime) {
        return failBackPool(*m_deployment, runtime, m_pools, DisasterPool, false);
    });
}

Result<> SampleMaker::loseContent()
{
    const QString folder = m_deployment->fileStoreFolder(PoolWithLoss) + u'/' + PoolWithLoss;
    if (!QDir(folder).removeRecursively() || !QDir().mkpath(folder))
        return Error{ErrorCategory::WriteError, u"SampleNotMade"_s,
                     tr("The folder %1 cannot be emptied.").arg(QDir::toNativeSeparators(folder)),
                     tr("Check that the disk has room and that you may write to it, and try again.")};
    // The next cycle of the backup service notices it, and stops the module.
    return quietly(u"Invoke-CsBackupServiceSync -PoolFqdn "_s + PoolWithLoss, [&](CommandRuntime &runtime) -> Result<> {
        BackupService service(*m_deployment, runtime);
        service.setPools(m_pools);
        const auto ran = service.runCycle(PoolWithLoss, BackupCategory::UserData);
        return ran ? Result<>() : Result<>(ran.error());
    });
}

Result<> SampleMaker::makeBacklogs()
{
    if (const auto changed = change(PoolWithBacklog, 0, BatchDocuments + 40, 1); !changed)
        return changed;
    if (const auto changed = change(AtlantaPool, 10, 3, 1); !changed)
        return changed;
    return writeFile(AtlantaPool, {u"New conference/Notes.txt"_s, "Uploaded after the last backup.\n"});
}

Result<> SampleMaker::change(const QString &pool, int first, int count, int version)
{
    const auto ownership = m_deployment->ownership(pool);
    if (!ownership)
        return ownership.error();
    const QString &owner = ownership->owner;
    auto store = m_deployment->userStore(owner);
    if (!store)
        return store.error();
    const auto epochs = m_deployment->writableEpochs(owner);
    if (!epochs)
        return epochs.error();
    QList<DocumentWrite> documents;
    for (int user = first; user < first + count; ++user)
        documents.append(m_content.user(m_firstUser.value(pool) + user, m_users, version));
    const auto written = store->write(documents, pool, *epochs);
    return written ? Result<>() : Result<>(written.error());
}

Result<> SampleMaker::writeFile(const QString &pool, const SampleFile &file)
{
    const QString path = m_deployment->fileStoreFolder(pool) + u'/' + pool + u'/' + file.path;
    QSaveFile out(path);
    if (QDir().mkpath(QFileInfo(path).path()) && out.open(QIODevice::WriteOnly)
        && out.write(file.content) == file.content.size() && out.commit())
        return {};
    return Error{ErrorCategory::WriteError, u"SampleNotMade"_s,
                 tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(path), out.errorString()),
                 tr("Check that the disk has room and that you may write to it, and try again.")};
}

template <typename Work> Result<> SampleMaker::quietly(const QString &line, Work work)
{
    const Result<Command> command = parseCommand(line);
    if (!command)
        return command.error();
    PromptBox promptBox;
    CommandRuntime quiet(
        *command, *findCmdlet(command->cmdlet()), [](const Record &) {}, m_runtime.stopToken(), &promptBox);
    return work(quiet);
}

} // namespace

Result<> createSampleDeployment(const QString &folder, CommandRuntime &runtime)
{
    const Result<SampleContent> content = SampleContent::load();
    if (!content)
        return content.error();
    Step step = runtime.beginStep(
        QCoreApplication::translate("cspool::SampleMaker", "Make the sample deployment litwareinc.com"));
    Result<> made = Deployment::makeFolder(
        folder, [&](const QString &building) { return SampleMaker(runtime, *content).make(building); });
    if (!made && made.error().id == "FolderMadeMeanwhile"_L1 && Deployment::exists(folder)) {
        step.addInformation(QCoreApplication::translate(
            "cspool::SampleMaker", "Another process was making it at the same time: that one is used."));
        made = {};
    }
    return step.conclude(made);
}

} // namespace cspool
