// The three standard streams as the operating system gives them: what they are attached to, and reading and writing
// them. Together with interrupt.cpp the only place in app/ that calls POSIX or Windows.
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace cspool {

enum class StandardStream {
    Input = 0,
    Output = 1,
    Error = 2,
};

bool isTerminal(StandardStream stream);

// Columns of the terminal that the stream is attached to; 0 when it is none, or does not say.
int terminalWidth(StandardStream stream);

// A broken pipe, or a file at its size limit, becomes an error of the write instead of the end of the process; a stream
// that is closed leads nowhere; on Windows the console is told that what is written is UTF-8. Once, before any file is
// opened.
void prepareStandardStreams();

enum class WriteResult {
    Written,
    ReaderGone, // a pipe whose other end is closed
    Failed,
};

// All of `data`, unbuffered. Blocks while the reader does not read; interrupting the program (see interrupt.h) ends the
// wait as ReaderGone. `reason`, when given, gets the system's text for Failed.
WriteResult writeStandard(StandardStream stream, const QByteArray &data, QString *reason = nullptr);

// Blocks until there is something; empty at the end of the input.
QByteArray readStandardInput(qsizetype atMost);

// While it lives, what is typed is not shown.
class HiddenInput
{
public:
    HiddenInput();
    ~HiddenInput();
    HiddenInput(const HiddenInput &) = delete;
    HiddenInput &operator=(const HiddenInput &) = delete;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace cspool
