#include "backend/lab/lab_session.h"

#include "backend/lab/deployment.h"
#include "backend/lab/lab_background_service.h"
#include "backend/lab/lab_run.h"

#include <QHash>
#include <QThread>

#include <functional>
#include <latch>
#include <mutex>

namespace cspool {

using namespace Qt::StringLiterals;

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

// Runs one piece of work. What it uses lives until the destructor has returned.
class WorkThread : public QThread
{
public:
    explicit WorkThread(std::function<void()> work)
        : m_work(std::move(work))
    {
    }
    ~WorkThread() override
    {
        // ThreadSanitizer sees the latch, but not what QThread::wait() does inside of an uninstrumented Qt.
        if (isRunning() || isFinished())
            m_ended.wait();
        wait();
    }

protected:
    void run() override
    {
        m_work();
        m_ended.count_down();
    }

private:
    const std::function<void()> m_work;
    std::latch m_ended{1};
};

// One command in a thread of its own.
class LabPipeline : public Pipeline
{
public:
    using Work = std::function<void(const CommandRuntime::Sink &sink, const StopToken &stop, PromptBox *promptBox)>;

    LabPipeline(const Work &work, RecordSpool spool)
        : m_spool(std::move(spool))
    {
        m_thread = std::make_unique<WorkThread>([this, work, stop = m_stop.token()] {
            work([this](Record record) { push(std::move(record)); }, stop, &m_promptBox);
        });
        m_thread->setObjectName(u"lab command"_s);
        m_thread->start();
        if (!m_thread->isRunning() && !m_thread->isFinished())
            endWithoutThread();
    }

    ~LabPipeline() override
    {
        LabPipeline::cancel();
        m_mailbox.close();
        m_thread.reset();
    }

    Mailbox &mailbox() override { return m_mailbox; }

    void cancel() override
    {
        m_stop.requestStop();
        m_promptBox.wake();
    }

    void answer(const PromptAnswer &answer) override { m_promptBox.answer(answer); }

private:
    void push(Record record)
    {
        if (m_spool)
            m_spool(record);
        m_mailbox.push(std::move(record));
    }

    void endWithoutThread()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        push({now,
              ErrorRecord{{ErrorCategory::ResourceUnavailable, u"ThreadNotStarted"_s,
                           LabSession::tr("The command could not be started: the system gives no further thread."),
                           LabSession::tr("Close other programs and run the command again.")},
                          true,
                          false}});
        push({now, FinishedRecord{Outcome::Failed, {}, {}}});
    }

    const RecordSpool m_spool;
    Mailbox m_mailbox;
    StopSource m_stop;
    PromptBox m_promptBox;
    std::unique_ptr<WorkThread> m_thread;
};

} // namespace

LabSession::LabSession(const QString &folder, const DeploymentInfo &info, std::chrono::milliseconds lockTimeout)
    : m_folder(folder)
    , m_info(info)
    , m_lockTimeout(lockTimeout)
    , m_pairs(std::make_shared<Pairs>())
    , m_precedence(std::make_shared<JobPrecedence>())
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

std::unique_ptr<Pipeline> LabSession::start(const Command &command, RecordSpool spool)
{
    const LabRun run{m_folder, m_info, m_lockTimeout};
    const CmdletInfo *info = cmdletInfo(command.cmdlet());
    const bool mayChangePairs = info && info->changesData && !m_folder.isEmpty();
    // The background service begins to leave the pools at once, while the command's thread is still starting.
    const auto claim
        = mayChangePairs && !command.isSwitchOn(u"WhatIf") ? m_precedence->claim(poolsOf(command)) : nullptr;
    return std::make_unique<LabPipeline>(
        [run, command, claim, mayChangePairs, pairs = m_pairs](const CommandRuntime::Sink &sink, const StopToken &stop,
                                                               PromptBox *promptBox) {
            // The end is told when everything is closed and unlocked, and the pairs are read again: who then starts the
            // next command finds neither locks nor old pairs, and who destroys the pipeline waits for nothing.
            std::optional<Record> end;
            const auto holdEndBack = [&](Record record) {
                if (std::holds_alternative<FinishedRecord>(record.content))
                    end = std::move(record);
                else
                    sink(std::move(record));
            };
            if (claim)
                claim->waitUntilFree(stop);
            runLabCommand(run, command, holdEndBack, stop, promptBox);
            if (mayChangePairs) {
                if (const auto deployment = Deployment::open(run.deploymentFolder, OpenMode::ReadOnly))
                    pairs->read(**deployment);
            }
            if (claim)
                claim->release();
            sink(*std::move(end));
        },
        std::move(spool));
}

// What a command that changes data works on; none: everything.
QSet<QString> LabSession::poolsOf(const Command &command) const
{
    const QString pool = command.string(u"PoolFqdn");
    if (pool.isEmpty())
        return {};
    QSet<QString> pools = {pool};
    if (const QString backupPool = backupPoolOf(pool); !backupPool.isEmpty())
        pools.insert(backupPool);
    return pools;
}

BackgroundService *LabSession::backgroundService()
{
    if (!m_service && !m_folder.isEmpty())
        m_service = std::make_unique<LabBackgroundService>(m_folder, m_precedence);
    return m_service.get();
}

QString LabSession::backupPoolOf(const QString &poolFqdn) const
{
    const std::lock_guard lock(m_pairs->mutex);
    return m_pairs->backupPools.value(poolFqdn);
}

} // namespace cspool
