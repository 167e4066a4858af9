#include "backend/remoting/process/child_process.h"

#include "model/message_text.h"

#include <QRegularExpression>
#include <QStandardPaths>

#include <utility>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestErrorLine = 4096;
constexpr qsizetype ErrorLinesKept = 40; // of a changed host key ssh speaks in fifteen

} // namespace

ChildProcess::ChildProcess(QObject *parent)
    : QObject(parent)
    , m_output(m_process)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, &ChildProcess::loseOtherHalf);
    connect(&m_output, &ChildOutput::readyRead, this, &ChildProcess::outputAvailable);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ChildProcess::outputAvailable);
    connect(&m_process, &QProcess::readyReadStandardError, this, &ChildProcess::takeErrorOutput);
    // Queued: start() itself may emit it.
    connect(&m_process, &QProcess::errorOccurred, this, &ChildProcess::takeError, Qt::QueuedConnection);
    connect(&m_process, &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
        takeErrorOutput();
        endErrorLine();
        end({status == QProcess::CrashExit ? ProcessEnding::Kind::Crashed : ProcessEnding::Kind::Exited, exitCode});
    });
}

ChildProcess::~ChildProcess()
{
    m_process.disconnect(this);
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void ChildProcess::start(const QString &program, const QStringList &arguments)
{
    // By its whole path: the system's own search could find one in the current folder.
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { end({ProcessEnding::Kind::NotFound}); }, Qt::QueuedConnection);
        return;
    }
#ifdef Q_OS_UNIX
    m_process.setChildProcessModifier([output = m_output.childEnd()] {
        ::setsid();
        if (output >= 0)
            ::dup2(output, STDOUT_FILENO);
    });
#endif
    m_process.start(path, arguments);
    m_output.releaseChildEnd();
}

void ChildProcess::write(const QByteArray &bytes)
{
    if (!bytes.isEmpty() && isRunning())
        m_process.write(bytes);
}

void ChildProcess::closeInput()
{
    m_process.closeWriteChannel();
}

void ChildProcess::kill()
{
    m_process.kill();
}

QByteArray ChildProcess::read()
{
    const QByteArray bytes = m_output.read();
    if (m_output.isAtEnd() && !std::exchange(m_isOutputOver, true)) {
        if (isRunning())
            m_patience.start();
        else
            QMetaObject::invokeMethod(this, &ChildProcess::tellEnd, Qt::QueuedConnection); // the bytes come first
    }
    return bytes;
}

void ChildProcess::setOutputWanted(bool isWanted)
{
    if (std::exchange(m_isOutputWanted, isWanted) == isWanted)
        return;
    m_output.setWanted(isWanted);
    if (!isWanted)
        m_patience.stop();
    else if (m_ending || m_isOutputOver)
        m_patience.start();
}

void ChildProcess::takeError(QProcess::ProcessError error)
{
    if (error == QProcess::FailedToStart)
        end({ProcessEnding::Kind::NotStarted, 0, m_process.errorString()});
    else if (error == QProcess::WriteError || error == QProcess::ReadError)
        kill(); // it listens no more, and would never end by what it is told
}

void ChildProcess::takeErrorOutput()
{
    const QByteArray output = m_process.readAllStandardError();
    for (const char c : output) {
        if (c == '\n')
            endErrorLine();
        else if (m_errorLine.size() < LongestErrorLine)
            m_errorLine += c;
    }
}

void ChildProcess::endErrorLine()
{
    static const QRegularExpression colours(u"\x1b\\[[0-9;?]*[A-Za-z]"_s);
    const QString line = QString::fromUtf8(std::exchange(m_errorLine, {})).remove(colours).simplified();
    if (line.isEmpty())
        return;
    m_errorLines.append(forMessage(line));
    if (m_errorLines.size() > ErrorLinesKept)
        m_errorLines.removeFirst();
    Q_EMIT errorLineWritten(m_errorLines.constLast());
}

void ChildProcess::end(const ProcessEnding &ending)
{
    if (m_ending)
        return;
    m_ending = ending;
    const bool hadOutput = ending.kind == ProcessEnding::Kind::Exited || ending.kind == ProcessEnding::Kind::Crashed;
    m_isOutputOver = m_isOutputOver || !hadOutput;
    if (m_isOutputWanted)
        m_patience.start();
    tellEnd();
}

void ChildProcess::tellEnd()
{
    if (!m_ending || !(m_isOutputOver || m_output.isAtEnd()) || std::exchange(m_isEndTold, true))
        return;
    m_patience.stop();
    Q_EMIT ended(*m_ending);
}

// Either the program has ended and somebody else keeps its output open, or the other way round.
void ChildProcess::loseOtherHalf()
{
    if (m_ending) {
        Q_EMIT outputAvailable(); // what is there
        m_isOutputOver = true;
        tellEnd();
    } else {
        kill();
    }
}

} // namespace cspool
