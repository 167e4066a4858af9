// FailoverDesk: the guided failovers and failbacks of the open deployments: those that are under way in this window,
// and what is written down of earlier ones.
#pragma once

#include "backend/failover/failover_operation.h"

#include <QCoreApplication>
#include <QHash>

#include <functional>
#include <map>
#include <memory>

namespace cspool {

class OpenDeployment;
class Workspace;

// Lives in the window's thread; what blocks is done in a worker. An operation goes on here whichever page or deployment
// is on the screen, until its deployment is closed: then it is left, and can be gone on with later.
class FailoverDesk : public QObject
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit FailoverDesk(Workspace *workspace, QObject *parent = nullptr);
    ~FailoverDesk() override;

    using Started = std::function<void(const Result<QUuid> &)>;
    // In the deployment on the screen; `started` comes from the event loop unless `context` is gone.
    void begin(const FailoverFacts &facts, const QStringList &losses, QObject *context, Started started);
    void resume(const QUuid &id, QObject *context, Started started);
    bool isStarting() const { return m_isStarting; }

    // Null: it is not under way in this window.
    FailoverOperation *operation(const QUuid &id) const;
    bool isOnScreen(const QUuid &id) const; // its deployment is
    // Under way in the deployment on the screen, and not ended, of this pool or its partner; null: none.
    FailoverOperation *operationOf(const QString &pool) const;

    // As last read; newest first.
    const QList<OperationSummary> &summaries() const { return m_summaries; }
    bool areSummariesRead() const { return m_areSummariesRead; }
    const QList<Error> &problems() const { return m_problems; } // with files that could not be read
    void readSummaries();
    // Of the deployment on the screen.
    QList<OperationSummary> unfinishedHere() const;
    bool isOfCurrentDeployment(const OperationSummary &summary) const;

    // Writes the record of an operation as a report file and hands over its path.
    using Written = std::function<void(const Result<QString> &path)>;
    void writeRecord(const QUuid &id, QObject *context, Written written);

Q_SIGNALS:
    void operationsChanged(); // one was begun, gone on with, or left
    void operationChanged(const QUuid &id);
    void operationEnded(const QUuid &id);
    void failed(const QUuid &id, const cspool::Error &error); // it could not be begun, or written down
    void summariesChanged();

private:
    struct Run
    {
        std::shared_ptr<Session> session;
        std::unique_ptr<QueryRunner> queries; // its own: the deployment's go with the deployment
        std::unique_ptr<FailoverOperation> operation;
    };
    FailoverOperation::Parts partsOf(const std::shared_ptr<Session> &session, QueryRunner *queries);
    FailoverOperation::Made adopt(const std::shared_ptr<Session> &session, const std::shared_ptr<Run> &run,
                                  QObject *context, Started started);
    void follow(FailoverOperation *operation);
    void dropClosed();
    QString recordPath(const FailoverGoal &goal, const QDateTime &begun) const;

    Workspace *m_workspace;
    PipelineReaper m_reaper;
    std::map<QUuid, std::shared_ptr<Run>> m_runs;
    QList<OperationSummary> m_summaries;
    QList<Error> m_problems;
    bool m_areSummariesRead = false;
    bool m_isStarting = false;
    WorkerThread m_worker;
};

} // namespace cspool
