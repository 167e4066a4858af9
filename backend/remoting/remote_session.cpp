#include "backend/remoting/remote_session.h"

#include "backend/remoting/link_thread.h"
#include "backend/remoting/remote_command.h"
#include "backend/remoting/remote_pipeline.h"
#include "backend/remoting/session_opening.h"
#include "backend/remoting/task_queue.h"
#include "model/pool.h"

#include <QHash>

#include <mutex>
#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Which pool backs up which, as the commands of the session have read it; shared with their threads.
class KnownPairs
{
public:
    void learn(const QString &cmdlet, const Object &object)
    {
        if (cmdlet == "Get-CsPool"_L1) {
            const Pool pool = Pool::fromObject(object);
            remember(pool.fqdn, pool.backupPoolFqdn);
        } else if (cmdlet == "Get-CsPoolBackupRelationship"_L1) {
            const BackupRelation relation = BackupRelation::fromObject(object);
            remember(relation.poolFqdn, relation.backupPoolFqdn);
        }
    }

    QString backupPoolOf(const QString &fqdn) const
    {
        const std::lock_guard lock(m_mutex);
        return m_backupPools.value(fqdn.toLower());
    }

    bool knows(const QString &fqdn) const
    {
        const std::lock_guard lock(m_mutex);
        return m_backupPools.contains(fqdn.toLower());
    }

private:
    static constexpr qsizetype PoolLimit = 100'000; // what a deployment has by far not

    void remember(const QString &pool, const QString &backupPool)
    {
        const std::lock_guard lock(m_mutex);
        if (!pool.isEmpty() && (m_backupPools.size() < PoolLimit || m_backupPools.contains(pool)))
            m_backupPools.insert(pool, backupPool);
    }

    mutable std::mutex m_mutex;
    QHash<QString, QString> m_backupPools;
};

// The host that was connected to: two connections to one deployment, one to each pool of a pair, must be told apart.
QString deploymentName(const ConnectionSettings &settings)
{
    const QString name = settings.serverName();
    return settings.url.port() < 0 ? name : QString(name + u':' + QString::number(settings.url.port()));
}

DeploymentInfo deploymentOf(const ConnectionSettings &settings)
{
    return {settings.deploymentId(), DeploymentKind::Server, deploymentName(settings),
            settings.url.toString(QUrl::RemoveUserInfo), settings.user};
}

} // namespace

class RemoteSession::Private
{
public:
    Private(const ConnectionSettings &settings, std::unique_ptr<LinkThread> thread, const OpenedSession &opened)
        : settings(settings)
        , info(deploymentOf(settings))
        , opened(opened)
        , thread(std::move(thread))
    {
    }

    const ConnectionSettings settings;
    const DeploymentInfo info;
    const OpenedSession opened;
    std::unique_ptr<LinkThread> thread;
    const std::shared_ptr<KnownPairs> pairs = std::make_shared<KnownPairs>();
    ConnectionState state;
    TaskQueue tasks; // from the network's thread
};

// What comes of an attempt, in the network's thread.
using Attempted = std::variant<OpenedSession, CertificateProblem, PasswordWanted, Error>;

static Attempted attempted(const Result<OpenedSession> &opened, const PsrpTransport::Wanted &wanted)
{
    if (opened)
        return *opened;
    if (const auto *certificate = std::get_if<CertificateProblem>(&wanted))
        return *certificate;
    if (const auto *password = std::get_if<PasswordWanted>(&wanted))
        return *password;
    return opened.error();
}

// One attempt to connect; a child of whoever wants it.
class RemoteSession::Attempt : public QObject
{
public:
    using Done = std::function<void(ConnectionAttempt)>;

    Attempt(LinkThread::MakeTransport make, const ConnectionSettings &settings, QObject *context, Done done)
        : QObject(context)
        , m_settings(settings)
        , m_done(std::move(done))
        , m_thread(std::make_unique<LinkThread>(std::move(make), settings))
    {
        m_thread->poster().post([this, settings, results = m_results.poster()](RemoteLink &link) {
            openSession(link, settings, [this, &link, results](const Result<OpenedSession> &opened) {
                results.post([this, result = attempted(opened, link.wanted())] { finish(result); });
            });
        });
    }

    ~Attempt() override
    {
        if (m_thread)
            LinkThread::closeInBackground(std::move(m_thread));
    }

private:
    void finish(const Attempted &attempted)
    {
        const Done done = std::move(m_done);
        deleteLater();
        if (const auto *certificate = std::get_if<CertificateProblem>(&attempted)) {
            done(*certificate);
        } else if (const auto *password = std::get_if<PasswordWanted>(&attempted)) {
            done(*password);
        } else if (const auto *error = std::get_if<Error>(&attempted)) {
            done(*error);
        } else {
            auto content = std::make_unique<Private>(m_settings, std::move(m_thread), std::get<OpenedSession>(attempted));
            done(std::unique_ptr<Session>(new RemoteSession(std::move(content))));
        }
    }

    const ConnectionSettings m_settings;
    Done m_done;
    std::unique_ptr<LinkThread> m_thread;
    TaskQueue m_results;
};

void RemoteSession::connectThrough(std::function<std::unique_ptr<PsrpTransport>()> makeTransport,
                                   const ConnectionSettings &settings, QObject *context,
                                   std::function<void(ConnectionAttempt)> done)
{
    new Attempt(std::move(makeTransport), settings, context, std::move(done));
}

RemoteSession::RemoteSession(std::unique_ptr<Private> content)
    : d(std::move(content))
{
    d->thread->poster().post([this, tasks = d->tasks.poster()](RemoteLink &link) {
        link.setStateListener([this, tasks](const ConnectionState &state) {
            tasks.post([this, state] {
                d->state = state;
                Q_EMIT connectionStateChanged();
            });
        });
    });
}

RemoteSession::~RemoteSession()
{
    LinkThread::closeInBackground(std::move(d->thread));
}

DeploymentInfo RemoteSession::deployment() const
{
    return d->info;
}

const CmdletInfo *RemoteSession::cmdletInfo(QStringView name) const
{
    const CmdletInfo *info = findCmdlet(name);
    if (!info || info->availability == Availability::LabOnly)
        return nullptr;
    const bool isOffered = !d->opened.offeredCmdlets || d->opened.offeredCmdlets->contains(info->name.toCaseFolded());
    return isOffered ? info : nullptr;
}

std::unique_ptr<Pipeline> RemoteSession::start(const Command &command, RecordSpool spool)
{
    const Result<PsrpCommand> sent = toPsrpCommand(command);
    if (!sent)
        return std::make_unique<RemotePipeline>(sent.error(), std::move(spool));
    const CmdletInfo *info = cmdletInfo(command.cmdlet());
    if (!info) {
        const Error notOffered{ErrorCategory::PermissionDenied, u"CommandNotFoundException"_s,
                               tr("%1 does not offer you the cmdlet %2.").arg(d->settings.serverName(), sent->name),
                               tr("Ask for an administrative role that holds it; Get-CsAdminRole shows which ones do."),
                               sent->name};
        return std::make_unique<RemotePipeline>(notOffered, std::move(spool));
    }
    const auto learn = [pairs = d->pairs, cmdlet = info->name](const Object &object) { pairs->learn(cmdlet, object); };
    return std::make_unique<RemotePipeline>(
        command, *info, withModule(d->opened.module, {*sent}),
        RemotePipeline::Connection{d->thread->poster(), d->info, d->settings.stopTimeout, learn}, std::move(spool));
}

QString RemoteSession::backupPoolOf(const QString &poolFqdn) const
{
    return d->pairs->backupPoolOf(poolFqdn);
}

bool RemoteSession::knowsBackupPoolOf(const QString &poolFqdn) const
{
    return d->pairs->knows(poolFqdn);
}

ConnectionState RemoteSession::connectionState() const
{
    return d->state;
}

} // namespace cspool
