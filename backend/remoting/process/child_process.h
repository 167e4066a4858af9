// ChildProcess: a program that this one talks with through its standard streams.
#pragma once

#include "backend/remoting/process/child_output.h"

#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <optional>

namespace cspool {

// How a program came to its end.
struct ProcessEnding
{
    enum class Kind {
        NotFound, // there is no such program
        NotStarted, // the system refuses to run it
        Exited,
        Crashed, // or was ended, by kill() or by somebody else
    };
    Kind kind = Kind::Exited;
    int exitCode = 0; // of Exited
    QString reason = {}; // of NotStarted: the system's words
};

// Lives in one thread with an event loop. Nothing blocks; only the destructor kills a program that still runs, and
// waits for it. On Unix the program has a session of its own: neither does Ctrl+C in this program's terminal reach it,
// nor can it ask a question there. No shell takes part.
class ChildProcess : public QObject
{
    Q_OBJECT

public:
    // How long its output may outlive the program, or the other way round: another program may hold the output.
    static constexpr std::chrono::milliseconds Patience = std::chrono::seconds(1);

    explicit ChildProcess(QObject *parent = nullptr);
    ~ChildProcess() override;

    // Once. `program` is searched for along PATH. ended() follows in any case.
    void start(const QString &program, const QStringList &arguments);
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    qint64 processId() const { return m_process.processId(); } // 0: it does not run
    void write(const QByteArray &bytes);
    void closeInput();
    void kill();

    // What it has written and nobody has read yet, a part at a time; after outputAvailable().
    QByteArray read();
    // While output is not wanted nothing is read, and a program that goes on writing has to wait.
    void setOutputWanted(bool isWanted);
    // The last lines of its standard error, each bounded and without control characters.
    QStringList lastErrorLines() const { return m_errorLines; }

Q_SIGNALS:
    void outputAvailable();
    void errorLineWritten(const QString &line); // as lastErrorLines() has it
    // Once, when the program has ended and what it had written was read.
    void ended(const cspool::ProcessEnding &ending);

private:
    void takeError(QProcess::ProcessError error);
    void takeErrorOutput();
    void endErrorLine();
    void end(const ProcessEnding &ending);
    void tellEnd();
    void loseOtherHalf();

    QProcess m_process;
    ChildOutput m_output;
    bool m_isOutputWanted = true;
    bool m_isOutputOver = false;
    bool m_isEndTold = false;
    std::optional<ProcessEnding> m_ending;
    QByteArray m_errorLine; // not ended yet
    QStringList m_errorLines;
    QTimer m_patience;
};

} // namespace cspool
