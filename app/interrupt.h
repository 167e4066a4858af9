// Interrupt: Ctrl+C and its kin as a signal of the event loop.
#pragma once

#include <QObject>

class QSocketNotifier;

namespace cspool {

// One object, in the main thread. While it lives, SIGINT, SIGTERM and SIGHUP (on Windows Ctrl+C, Ctrl+Break and closing
// the window) do not end the process but emit interrupted(), each time. One that the process was started to ignore, as
// by nohup, stays ignored.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

    // Any thread: was there one since the program started?
    static bool hasHappened();

Q_SIGNALS:
    void interrupted();

private:
    void drain();
    QSocketNotifier *m_notifier = nullptr; // POSIX only
};

} // namespace cspool
