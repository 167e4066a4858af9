// ChildOutput: what a child process writes to its standard output, and no more of it than is taken.
#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

class QProcess;
class QSocketNotifier;

namespace cspool {

// QProcess itself reads all that comes into memory, whether somebody takes it or not. Where the system lets it, the
// child gets a pipe of ours instead, whose few kilobytes are all that waits. Elsewhere (Windows) it is QProcess that
// reads.
class ChildOutput : public QObject
{
    Q_OBJECT

public:
    // Before the process starts.
    explicit ChildOutput(QProcess &process);
    ~ChildOutput() override;

    int childEnd() const { return m_childEnd; } // the child's standard output; -1: QProcess sees to it
    void releaseChildEnd(); // after the process has started: only then its end can be seen
    QByteArray read(); // no more than ReadSize bytes from a pipe
    void setWanted(bool isWanted);
    bool isAtEnd() const; // nothing will come any more

    static constexpr qsizetype ReadSize = 65536;

Q_SIGNALS:
    void readyRead(); // or at the end

private:
    QProcess &m_process;
    int m_ourEnd = -1;
    int m_childEnd = -1;
    bool m_isAtEnd = false;
    std::unique_ptr<QSocketNotifier> m_notifier; // null: QProcess reads
};

} // namespace cspool
