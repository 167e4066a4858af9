#include "backend/lab/lab_session.h"

#include "backend/lab/deployment.h"
#include "backend/lab/lab_run.h"

#include <QHash>
#include <QThread>

#include <mutex>

namespace cspool {

// Which pool backs up which, shared with the threads of running commands.
struct LabSession::Pairs
{
    std::mutex mutex;
    QHash<QString, QString> backupPools;

    // What cannot be read leaves what was known: it only decides who waits for whom in this process's queue; the pools'
    // locks decide for real.
    void read(const Deployment &deployment)
    {
        const Result<CentralStore> store = deployment.centralStore();
        const Result<QList<PoolPair>> pairs = store ? store->pairs() : Result<QList<PoolPair>>(store.error());
        if (!pairs)
            return;
        QHash<QString, QString> read;
        for (const PoolPair &pair : *pairs) {
            read.insert(pair.first, pair.second);
            read.insert(pair.second, pair.first);
        }
        const std::lock_guard lock(mutex);
        backupPools = read;
    }
};

namespace {

// One command in a thread of its own.
class LabPipeline : public Pipeline
{
public:
    using Work = std::function<void(const CommandRuntime::Sink &sink, const StopToken &stop, PromptBox *promptBox)>;

    explicit LabPipeline(const Work &work)
    {
        // What the thread uses lives until wait() in the destructor has returned.
        m_thread.reset(QThread::create([this, work, stop = m_stop.token()] {
            work([this](Record record) { m_mailbox.push(std::move(record)); }, stop, &m_promptBox);
        }));
        m_thread->setObjectName(QStringLiteral("lab command"));
        m_thread->start();
    }

    ~LabPipeline() override
    {
        LabPipeline::cancel();
        m_mailbox.close();
        m_thread->wait();
    }

    Mailbox &mailbox() override { return m_mailbox; }

    void cancel() override
    {
        m_stop.requestStop();
        m_promptBox.wake();
    }

    void answer(const PromptAnswer &answer) override { m_promptBox.answer(answer); }

private:
    Mailbox m_mailbox;
    StopSource m_stop;
    PromptBox m_promptBox;
    std::unique_ptr<QThread> m_thread;
};

} // namespace

LabSession::LabSession(const QString &folder, const DeploymentInfo &info, std::chrono::milliseconds lockTimeout)
    : m_folder(folder)
    , m_info(info)
    , m_lockTimeout(lockTimeout)
    , m_pairs(std::make_shared<Pairs>())
{
}

LabSession::~LabSession() = default;

Result<std::unique_ptr<LabSession>> LabSession::open(const QString &folder, std::chrono::milliseconds lockTimeout)
{
    const Result<std::unique_ptr<Deployment>> deployment = Deployment::open(folder, OpenMode::ReadOnly);
    if (!deployment)
        return deployment.error();
    std::unique_ptr<LabSession> session(new LabSession(folder, (*deployment)->info(), lockTimeout));
    session->m_pairs->read(**deployment);
    return session;
}

std::unique_ptr<LabSession> LabSession::withoutDeployment()
{
    return std::unique_ptr<LabSession>(new LabSession({}, {}, std::chrono::milliseconds(0)));
}

DeploymentInfo LabSession::deployment() const
{
    return m_info;
}

const CmdletInfo *LabSession::cmdletInfo(QStringView name) const
{
    return findLabCmdletInfo(name);
}

std::unique_ptr<Pipeline> LabSession::start(const Command &command)
{
    const LabRun run{m_folder, m_info, m_lockTimeout};
    const CmdletInfo *info = cmdletInfo(command.cmdlet());
    const bool mayChangePairs = info && info->changesData && !m_folder.isEmpty();
    return std::make_unique<LabPipeline>(
        [run, command, mayChangePairs, pairs = m_pairs](const CommandRuntime::Sink &sink, const StopToken &stop,
                                                        PromptBox *promptBox) {
            // The pairs are read before the end is told: who starts the next command has them.
            const auto watch = [&](Record record) {
                if (mayChangePairs && std::holds_alternative<FinishedRecord>(record.content)) {
                    if (const auto deployment = Deployment::open(run.deploymentFolder, OpenMode::ReadOnly))
                        pairs->read(**deployment);
                }
                sink(std::move(record));
            };
            runLabCommand(run, command, watch, stop, promptBox);
        });
}

QString LabSession::backupPoolOf(const QString &poolFqdn) const
{
    const std::lock_guard lock(m_pairs->mutex);
    return m_pairs->backupPools.value(poolFqdn);
}

} // namespace cspool
