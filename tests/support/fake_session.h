// FakeSession: a deployment that does what a test says: which commands were started, and what each of them writes.
#pragma once

#include "backend/session.h"
#include "model/cmdlet_table.h"

#include <QHash>
#include <QList>

#include <functional>
#include <thread>

namespace cspool::test {

// Its records come from the test's thread, or from `worker`.
class FakePipeline : public Pipeline
{
public:
    FakePipeline(const Command &command, RecordSpool spool, QStringList *log)
        : command(command)
        , m_spool(std::move(spool))
        , m_log(log)
    {
    }
    ~FakePipeline() override
    {
        if (worker.joinable())
            worker.join();
        m_log->append(QStringLiteral("destroyed"));
        if (onDestroyed)
            onDestroyed();
    }

    Mailbox &mailbox() override { return m_mailbox; }
    void cancel() override
    {
        m_log->append(QStringLiteral("cancel"));
        if (endsWhenCancelled && !m_hasEnded)
            end(Outcome::Cancelled);
    }
    void answer(const PromptAnswer &answer) override
    {
        m_log->append(QStringLiteral("answer %1 %2").arg(QString::number(answer.id), QString::number(answer.choice)));
    }

    void write(const RecordContent &content)
    {
        const Record record{QDateTime::currentDateTimeUtc(), content};
        if (m_spool)
            m_spool(record);
        m_mailbox.push(record);
    }
    void end(Outcome outcome, const QString &report = {})
    {
        m_hasEnded = true;
        write(FinishedRecord{outcome, report, {}});
    }
    void fail(const Error &error)
    {
        write(ErrorRecord{error, true, false});
        end(Outcome::Failed);
    }

    const Command command;
    bool endsWhenCancelled = true;
    std::thread worker;
    std::function<void()> onDestroyed;

private:
    const RecordSpool m_spool;
    Mailbox m_mailbox;
    QStringList *m_log;
    bool m_hasEnded = false;
};

// a and b are a pair, and c and d.
class FakeSession : public Session
{
public:
    using Session::start;
    DeploymentInfo deployment() const override { return info; }
    const CmdletInfo *cmdletInfo(QStringView name) const override { return findCmdlet(name); }
    std::unique_ptr<Pipeline> start(const Command &command, RecordSpool spool) override
    {
        auto pipeline = std::make_unique<FakePipeline>(command, std::move(spool), &log);
        started.append(command);
        pipelines.append(pipeline.get());
        pipeline->onDestroyed = [this, gone = pipeline.get()] { running.removeOne(gone); };
        running.append(pipeline.get());
        mostRunning = std::max(mostRunning, running.size());
        if (onStart)
            onStart(*pipeline);
        return pipeline;
    }
    QString backupPoolOf(const QString &pool) const override
    {
        return partners.value(pool);
    }

    bool knowsBackupPoolOf(const QString &) const override { return knowsPairs; }

    // The running pipelines of one cmdlet, oldest first.
    QList<FakePipeline *> runningOf(QStringView cmdlet) const
    {
        QList<FakePipeline *> found;
        for (FakePipeline *pipeline : running) {
            if (pipeline->command.cmdlet() == cmdlet)
                found.append(pipeline);
        }
        return found;
    }

    DeploymentInfo info{QUuid::createUuid(), DeploymentKind::Lab, QStringLiteral("litwareinc.com"),
                        QStringLiteral("/lab")};
    bool knowsPairs = true;
    QHash<QString, QString> partners{{QStringLiteral("a.x.com"), QStringLiteral("b.x.com")},
                                     {QStringLiteral("b.x.com"), QStringLiteral("a.x.com")},
                                     {QStringLiteral("c.x.com"), QStringLiteral("d.x.com")},
                                     {QStringLiteral("d.x.com"), QStringLiteral("c.x.com")}};
    QList<Command> started;
    QList<FakePipeline *> pipelines; // in the order of their starts, ended ones included
    QList<FakePipeline *> running; // not destroyed yet
    qsizetype mostRunning = 0; // at once
    QStringList log;
    std::function<void(FakePipeline &)> onStart;
};

} // namespace cspool::test
