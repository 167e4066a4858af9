#include "ui/failover/failover_desk.h"

#include "backend/failover/operation_report.h"
#include "backend/report/report_html.h"
#include "ui/workspace.h"

#include <QDir>
#include <QPointer>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

Result<QString> writeTo(const ReportTree &tree, const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    const Result<> written = writeReport(tree, path);
    return written ? Result<QString>(path) : Result<QString>(written.error());
}

} // namespace

FailoverDesk::FailoverDesk(Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(workspace, &Workspace::openDeploymentsChanged, this, &FailoverDesk::dropClosed);
    connect(workspace, &Workspace::deploymentChanged, this, &FailoverDesk::readSummaries);
    if (workspace->session())
        readSummaries();
}

FailoverDesk::~FailoverDesk() = default;

FailoverOperation::Parts FailoverDesk::partsOf(const std::shared_ptr<Session> &session, QueryRunner *queries)
{
    FailoverOperation::Parts parts;
    parts.session = session;
    parts.queries = queries;
    parts.jobs = &m_workspace->jobs();
    parts.history = m_workspace->history();
    parts.storeFolder = m_workspace->operationsFolder();
    parts.now = [desktop = &m_workspace->desktop()] { return desktop->now(); };
    return parts;
}

void FailoverDesk::begin(const FailoverFacts &facts, const QStringList &losses, QObject *context, Started started)
{
    const std::shared_ptr<Session> session = m_workspace->current()->session();
    auto run = std::make_shared<Run>(Run{session, std::make_unique<QueryRunner>(session, &m_reaper), nullptr});
    m_isStarting = true;
    FailoverOperation::begin(partsOf(session, run->queries.get()), facts, losses, this,
                             adopt(session, run, context, std::move(started)));
}

void FailoverDesk::resume(const QUuid &id, QObject *context, Started started)
{
    const std::shared_ptr<Session> session = m_workspace->current()->session();
    auto run = std::make_shared<Run>(Run{session, std::make_unique<QueryRunner>(session, &m_reaper), nullptr});
    m_isStarting = true;
    FailoverOperation::resume(partsOf(session, run->queries.get()), id, this,
                              adopt(session, run, context, std::move(started)));
}

FailoverOperation::Made FailoverDesk::adopt(const std::shared_ptr<Session> &session, const std::shared_ptr<Run> &run,
                                            QObject *context, Started started)
{
    return [this, session, run, guard = QPointer<QObject>(context),
            started = std::move(started)](Result<std::unique_ptr<FailoverOperation>> made) {
        m_isStarting = false;
        Result<QUuid> result = made ? Result<QUuid>((*made)->id()) : Result<QUuid>(made.error());
        if (made) {
            run->operation = std::move(*made);
            follow(run->operation.get());
            m_runs[run->operation->id()] = run;
            dropClosed(); // it may have been closed meanwhile
            Q_EMIT operationsChanged();
        }
        readSummaries();
        if (guard)
            started(result);
    };
}

void FailoverDesk::follow(FailoverOperation *operation)
{
    const QUuid id = operation->id();
    connect(operation, &FailoverOperation::changed, this, [this, id] { Q_EMIT operationChanged(id); });
    connect(operation, &FailoverOperation::journalFailed, this,
            [this, id](const Error &error) { Q_EMIT failed(id, error); });
    connect(operation, &FailoverOperation::stepRefused, this,
            [this, id](const Error &error) { Q_EMIT failed(id, error); });
    connect(operation, &FailoverOperation::ended, this, [this, id] {
        readSummaries();
        Q_EMIT operationChanged(id);
        Q_EMIT operationEnded(id);
    });
}

// Of a deployment that was closed, or whose session another one has taken the place of.
void FailoverDesk::dropClosed()
{
    const QList<OpenDeployment *> open = m_workspace->openDeployments();
    const auto isOpen = [&open](const Run &run) {
        return std::any_of(open.begin(), open.end(),
                           [&run](const OpenDeployment *deployment) { return deployment->session() == run.session; });
    };
    const auto dropped = std::erase_if(m_runs, [&](const auto &entry) { return !isOpen(*entry.second); });
    if (dropped > 0) {
        readSummaries();
        Q_EMIT operationsChanged();
    }
}

FailoverOperation *FailoverDesk::operation(const QUuid &id) const
{
    const auto found = m_runs.find(id);
    return found == m_runs.end() ? nullptr : found->second->operation.get();
}

bool FailoverDesk::isOnScreen(const QUuid &id) const
{
    const auto found = m_runs.find(id);
    return found != m_runs.end() && found->second->session.get() == m_workspace->session();
}

FailoverOperation *FailoverDesk::operationOf(const QString &pool) const
{
    for (const auto &[id, run] : m_runs) {
        FailoverOperation *operation = run->operation.get();
        if (run->session.get() == m_workspace->session() && !operation->hasEnded()
            && (operation->goal().pool == pool || operation->backupPool() == pool))
            return operation;
    }
    return nullptr;
}

void FailoverDesk::readSummaries()
{
    if (m_workspace->operationsFolder().isEmpty())
        return;
    m_worker.run(
        [folder = m_workspace->operationsFolder()] {
            std::pair<QList<OperationSummary>, QList<Error>> read;
            read.first = OperationStore(folder).list(&read.second);
            return read;
        },
        this,
        [this](std::pair<QList<OperationSummary>, QList<Error>> read) {
            m_areSummariesRead = true;
            m_summaries = std::move(read.first);
            m_problems = std::move(read.second);
            Q_EMIT summariesChanged();
        });
}

bool FailoverDesk::isOfCurrentDeployment(const OperationSummary &summary) const
{
    if (!m_workspace->session())
        return false;
    const DeploymentInfo here = m_workspace->session()->deployment();
    return summary.deployment.kind == here.kind && summary.deployment.id == here.id
        && (here.kind == DeploymentKind::Server || summary.deployment.location == here.location);
}

QList<OperationSummary> FailoverDesk::unfinishedHere() const
{
    QList<OperationSummary> unfinished = m_summaries;
    unfinished.removeIf(
        [this](const OperationSummary &summary) { return summary.hasEnded || !isOfCurrentDeployment(summary); });
    return unfinished;
}

// Named so that it is still understood when it is attached to a ticket.
QString FailoverDesk::recordPath(const FailoverGoal &goal, const QDateTime &begun) const
{
    const QString kind = goal.direction == FailoverDirection::FailOver ? u"Failover"_s : u"Failback"_s;
    return m_workspace->operationsFolder() + "/records/"_L1 + kind + u'-' + goal.pool + u'-'
        + begun.toUTC().toString(u"yyyy-MM-ddTHH-mm-ssZ"_s) + ".html"_L1;
}

void FailoverDesk::writeRecord(const QUuid &id, QObject *context, Written written)
{
    if (const FailoverOperation *open = operation(id)) {
        const QDateTime begun = open->events().isEmpty() ? m_workspace->desktop().now() : open->events().first().time;
        m_worker.run([tree = open->report(), path = recordPath(open->goal(), begun)] { return writeTo(tree, path); },
                     context, std::move(written));
        return;
    }
    const auto found = std::find_if(m_summaries.begin(), m_summaries.end(),
                                    [&id](const OperationSummary &summary) { return summary.id == id; });
    const QString path = found == m_summaries.end() ? QString() : recordPath(found->goal, found->begun);
    m_worker.run(
        [id, path, folder = m_workspace->operationsFolder()] {
            const Result<QList<OperationEvent>> events = OperationStore(folder).read(id);
            return events ? writeTo(operationReport(*events), path) : Result<QString>(events.error());
        },
        context, std::move(written));
}

} // namespace cspool
