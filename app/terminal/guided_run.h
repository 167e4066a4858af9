// GuidedRun: one guided failover or failback at the terminal, from the checks to the record, or to where it is left.
#pragma once

#include "app/interrupt.h"
#include "app/terminal/conversation.h"
#include "app/terminal/exit_code.h"
#include "app/terminal/guided_questions.h"
#include "app/terminal/guided_text.h"
#include "app/terminal/job_dialog.h"
#include "app/terminal/verbs.h"
#include "backend/failover/failover_operation.h"

#include <QSet>

namespace cspool {

// Lives in the main thread. What it is given must outlive it.
class GuidedRun : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        std::shared_ptr<Session> session;
        AsyncJobHistory *history = nullptr; // null: jobs are not recorded
        LineReader *reader = nullptr;
        Interrupt *interrupt = nullptr;
        RecordPrinter::Writer writer;
        PrintStyle style;
        QString storeFolder; // of the operations
        QStringList signIn = {}; // options that the connection needed, beside address and user
    };
    // A request of the verbs "failover" and "failback".
    GuidedRun(const Parts &parts, const VerbRequest &request, QObject *parent = nullptr);
    ~GuidedRun() override;

    void start(); // finished() follows

    ExitCode exitCode() const { return m_exitCode; }

Q_SIGNALS:
    void finished();

private:
    // What the open question is about.
    enum class Asking {
        Nothing,
        NameToBegin,
        NameToRun,
        Step,
        Reason,
    };

    void showReadiness();
    void begin();
    void take(Result<std::unique_ptr<FailoverOperation>> made);
    void advance();
    void showProgress();
    void tellPassed(int step);
    void startTelling();
    void present(int step);
    void presentLosses();
    void askAboutStep();
    void decideUnattended();
    void takeChoice(int choice);
    void takeLine(const QString &line);
    void takeNameToRun(const QString &line);
    void act(StepAnswer answer);
    void runStep();
    void askName(Asking asking, const QString &sentence);
    void leaveOut(const QString &reason);
    void followJob(const QUuid &job);
    void interrupt();
    void endOfInput();
    void leave();
    void end();
    void writeRecord();
    void fail(const Error &error, ExitCode code);
    void finish(ExitCode code);

    void say(const QString &paragraph);
    const OperationStep &current() const;
    bool isUnattended() const { return !m_request.confirmedPool.isEmpty(); }

    const Parts m_parts;
    const VerbRequest m_request;
    const TextStyle m_style;
    PipelineReaper m_reaper;
    QueryRunner m_queries;
    JobRunner m_jobs;
    Conversation m_conversation;
    std::unique_ptr<FailoverSurvey> m_survey;
    std::unique_ptr<FailoverOperation> m_operation;
    std::unique_ptr<RecordPrinter> m_printer; // of the latest job
    std::unique_ptr<JobDialog> m_dialog;
    Asking m_asking = Asking::Nothing;
    StepQuestion m_question;
    int m_presented = -1; // the step that was shown last
    int m_acting = -1; // the step that was set going and has not been told about yet
    QSet<int> m_hasRun; // steps that were run from here
    QDateTime m_toldAt; // of the finding before that
    QString m_toldFinding; // of the step that is being verified
    bool m_hasToldPatience = false; // that servers are asked for a while
    bool m_hasListed = false; // the steps were listed
    bool m_hasToldLosses = false; // those that are true right before the pool's step
    bool m_isStopping = false;
    bool m_isOver = false;
    ExitCode m_exitCode = ExitCode::Failed;
};

} // namespace cspool
