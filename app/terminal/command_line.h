// CommandLine: all of `cspool` behind main(): from the arguments to the exit code.
#pragma once

#include "app/interrupt.h"
#include "app/terminal/exit_code.h"
#include "app/terminal/guided_text.h"
#include "app/terminal/invocation.h"
#include "app/terminal/line_reader.h"
#include "app/terminal/record_printer.h"
#include "backend/async_job_history.h"
#include "backend/session.h"

#include <QCoreApplication>

#include <memory>

namespace cspool {

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
    int runVerb();
    int runReadiness();
    int runGuided();
    int listOperations();
    int showOperation();
    TextStyle outputStyle() const;
    // The deployment that the arguments name; the sample is made on first use. Nothing: `code` says how it ended.
    std::shared_ptr<Session> openSession(const QString &subject, ExitCode *code);
    std::shared_ptr<Session> openLab(const QString &subject, ExitCode *code);
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
