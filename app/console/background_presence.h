// BackgroundPresence: the program while its window is closed and jobs go on: an icon in the tray, and how it ends.
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

class QMenu;
class QSystemTrayIcon;

namespace cspool {

class JobRunner;
class MainWindow;

// Lives in the window's thread. Once no job is left, the program ends, unless one of them came to a bad end: then the
// window comes back. A job that is queued meanwhile keeps the program. `grace` passes before the end, in which a
// notification can still be clicked.
class BackgroundPresence : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it.
    BackgroundPresence(MainWindow *window, JobRunner *jobs, std::chrono::milliseconds grace, QObject *parent = nullptr);
    ~BackgroundPresence() override;

    QSystemTrayIcon *trayIcon() const { return m_trayIcon; }

Q_SIGNALS:
    void endRequested(); // nothing is left to do

private:
    void begin();
    void end();
    void noteStart();
    void endUnlessBusy();
    void noteEnd(const QUuid &job);
    void updateToolTip();

    MainWindow *m_window;
    JobRunner *m_jobs;
    QSystemTrayIcon *m_trayIcon;
    std::unique_ptr<QMenu> m_menu;
    QTimer m_grace;
    bool m_isInBackground = false;
    bool m_hasProblem = false; // a job ended badly since the window has gone
};

} // namespace cspool
