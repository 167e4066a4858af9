// CommandRun: one command from its start to its exit code, with the terminal at the other end: its records are printed,
// its questions asked, Ctrl+C cancels it.
#pragma once

#include "app/interrupt.h"
#include "app/terminal/job_dialog.h"

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
    void watchOutput();
    void end();

    const std::shared_ptr<Session> m_session;
    const Command m_command;
    RecordPrinter *m_printer;
    JobRunner m_runner; // for this one job
    JobDialog m_dialog;
    int m_exitCode = 1;
};

} // namespace cspool
