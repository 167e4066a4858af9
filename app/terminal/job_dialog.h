// JobDialog: a running job and the terminal: its records are printed, its questions asked, and what becomes of the
// connection to its servers is told.
#pragma once

#include "app/terminal/line_reader.h"
#include "app/terminal/record_printer.h"
#include "backend/job_runner.h"

#include <QElapsedTimer>

#include <optional>

namespace cspool {

// Lives in the main thread, for one job. What it is given must outlive it.
class JobDialog : public QObject
{
    Q_OBJECT

public:
    JobDialog(const std::shared_ptr<Session> &session, const Command &command, JobRunner *runner,
              RecordPrinter *printer, LineReader *reader, QObject *parent = nullptr);
    ~JobDialog() override;

    // The job, from the event loop's turn in which it was submitted; ended() follows.
    void follow(const QUuid &job);

    // The user wants it to end: an open question is left, and the job cancelled. Says so; a second call says that this
    // takes long.
    void cancelByUser();
    void cancel(); // without a word
    bool isCancelled() const { return m_isCancelled; }

    // After ended(): its last record. A job that was cancelled before it began has sent none.
    FinishedRecord ending() const { return m_ending.value_or(FinishedRecord{Outcome::Cancelled}); }

Q_SIGNALS:
    void recordsPrinted(); // some more
    void ended(); // with the summary printed

private:
    void receiveRecords(const std::vector<Record> &records);
    void ask(const PromptRequest &prompt);
    void leavePrompt();
    void takeAnswer();
    void answer(const PromptAnswer &answer);
    void tellConnection();
    void end();

    const std::shared_ptr<Session> m_session;
    const Command m_command;
    JobRunner *m_runner;
    RecordPrinter *m_printer;
    LineReader *m_reader;
    QUuid m_job; // null until it is followed
    std::optional<FinishedRecord> m_ending;
    std::optional<PromptRequest> m_prompt; // the open one
    QString m_userName; // the first half of a Credential prompt's answer
    std::unique_ptr<HiddenInput> m_hiddenInput;
    QElapsedTimer m_clock;
    bool m_isCancelled = false;
    bool m_isInterrupted = false; // the connection, which is being tried to get back
};

} // namespace cspool
