// CommandLine: all of `cspool` behind main(): from the arguments to the exit code.
#pragma once

#include "app/interrupt.h"
#include "app/terminal/invocation.h"
#include "app/terminal/line_reader.h"
#include "app/terminal/record_printer.h"
#include "backend/async_job_history.h"
#include "backend/session.h"

#include <QCoreApplication>

#include <memory>

namespace cspool {

enum class ExitCode {
    Done = 0,
    Failed = 1,
    Usage = 2,
    Cancelled = 3,
    DoneWithWarnings = 4,
    Skipped = 5,
};

// Lives in the main thread, once; needs a QCoreApplication. Its event loops are those of the commands that it runs.
class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    // Where sessions with genuine servers and remembered passwords come from; `passwords` may be null, and must
    // outlive it.
    explicit CommandLine(ConnectFunction connect, PasswordStore *passwords);

    // `arguments` without the program's name; the exit code.
    int run(const QStringList &arguments);

private:
    int show(const QString &text);
    int showHelp(const QString &topic);
    int runCommand();
    int runInLab(const Command &command);
    int runOnServers(const Command &command);
    Result<std::unique_ptr<Session>> connectToServers();
    Error withShellHint(Error error) const;
    QString deploymentFolder(bool *isDefault) const;
    int makeSampleDeployment(const QString &folder);
    void openHistory();
    int runIn(const std::shared_ptr<Session> &session, const Command &command, bool isQuiet);
    int fail(const QString &cmdlet, const Error &error, ExitCode code);
    void warn(const Error &error);
    PrintStyle printStyle() const;

    const ConnectFunction m_connect;
    PasswordStore *m_passwords;
    Invocation m_invocation;
    Interrupt m_interrupt;
    LineReader m_reader;
    std::unique_ptr<AsyncJobHistory> m_history; // null: it cannot be written
};

} // namespace cspool
