#include "app/terminal/command_run.h"

namespace cspool {

using namespace Qt::StringLiterals;

CommandRun::CommandRun(const std::shared_ptr<Session> &session, AsyncJobHistory *history, const Command &command,
                       RecordPrinter *printer, LineReader *reader, Interrupt *interrupt, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_command(command)
    , m_printer(printer)
    , m_runner(history)
    , m_dialog(session, command, &m_runner, printer, reader)
{
    connect(interrupt, &Interrupt::interrupted, &m_dialog, &JobDialog::cancelByUser);
    connect(&m_dialog, &JobDialog::recordsPrinted, this, &CommandRun::watchOutput);
    connect(&m_dialog, &JobDialog::ended, this, &CommandRun::end);
}

CommandRun::~CommandRun() = default;

void CommandRun::start()
{
    m_dialog.follow(m_runner.submit(m_session, m_command));
}

// When nobody takes the output any more, going on is of use only to a command that changes something.
void CommandRun::watchOutput()
{
    if (m_printer->outputState() == WriteResult::Written || m_dialog.isCancelled())
        return;
    const CmdletInfo *info = m_session->cmdletInfo(m_command.cmdlet());
    if (info && info->changesData)
        return;
    m_dialog.cancel();
}

void CommandRun::end()
{
    m_exitCode = exitCodeOf(m_dialog.ending().outcome);
    if (m_printer->outputState() == WriteResult::Failed) {
        m_printer->writeError({ErrorCategory::WriteError, u"OutputNotWritten"_s,
                               tr("The output could not be written: %1.").arg(m_printer->outputFailure()),
                               tr("Make room there, or send the output elsewhere, and run the command again.")});
        m_exitCode = 1;
    }
    Q_EMIT finished();
}

} // namespace cspool
