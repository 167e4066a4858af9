// CommandRun: one command from its start to its exit code, with the terminal at the other end: its records are printed,
// its questions asked, Ctrl+C cancels it.
#pragma once

#include "app/interrupt.h"
#include "app/terminal/line_reader.h"
#include "app/terminal/record_printer.h"
#include "backend/job_runner.h"

#include <QElapsedTimer>

#include <optional>

namespace cspool {

// Lives in the main thread. What it is given must outlive it.
class CommandRun : public QObject
{
    Q_OBJECT

public:
    // `history` may be null: then the run is not recorded.
    CommandRun(const std::shared_ptr<Session> &session, AsyncJobHistory *history, const Command &command,
               RecordPrinter *printer, LineReader *reader, Interrupt *interrupt, QObject *parent = nullptr);
    ~CommandRun() override;

    // A command that validate() accepts; finished() follows.
    void start();

    int exitCode() const { return m_exitCode; }

Q_SIGNALS:
    void finished();

private:
    void receiveRecords(const std::vector<Record> &records);
    void ask(const PromptRequest &prompt);
    void leavePrompt();
    void takeAnswer();
    void answer(const PromptAnswer &answer);
    void cancelByUser();
    void cancel();
    void watchOutput();
    void tellConnection();
    void end();

    const std::shared_ptr<Session> m_session;
    const Command m_command;
    RecordPrinter *m_printer;
    LineReader *m_reader;
    JobRunner m_runner; // for this one job
    QUuid m_job; // null until it is submitted
    std::optional<FinishedRecord> m_ending;
    std::optional<PromptRequest> m_prompt; // the open one
    QString m_userName; // the first half of a Credential prompt's answer
    std::unique_ptr<HiddenInput> m_hiddenInput;
    QElapsedTimer m_clock;
    bool m_isCancelled = false;
    bool m_isInterrupted = false; // the connection, which is being tried to get back
    int m_exitCode = 1;
};

} // namespace cspool
