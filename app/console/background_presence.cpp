#include "app/console/background_presence.h"

#include "backend/job_runner.h"
#include "model/status_tone.h"
#include "ui/icons.h"
#include "ui/main_window.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace cspool {

using namespace Qt::StringLiterals;

BackgroundPresence::BackgroundPresence(MainWindow *window, JobRunner *jobs, std::chrono::milliseconds grace,
                                       QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_jobs(jobs)
    , m_trayIcon(new QSystemTrayIcon(applicationIcon(), this))
    , m_menu(std::make_unique<QMenu>())
{
    m_menu->addAction(tr("&Show the window"), m_window, &MainWindow::comeBack);
    // The window asks what shall become of the jobs; it is there then.
    m_menu->addAction(tr("&Quit"), m_window, [this] {
        m_window->comeBack();
        m_window->close();
    });
    m_trayIcon->setContextMenu(m_menu.get());
    m_grace.setSingleShot(true);
    m_grace.setInterval(grace);
    connect(&m_grace, &QTimer::timeout, this, &BackgroundPresence::endUnlessBusy);
    connect(m_trayIcon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context)
            m_window->comeBack();
    });
    connect(m_window, &MainWindow::wentToBackground, this, &BackgroundPresence::begin);
    connect(m_window, &MainWindow::cameBack, this, &BackgroundPresence::end);
    connect(m_jobs, &JobRunner::jobQueued, this, &BackgroundPresence::noteStart);
    connect(m_jobs, &JobRunner::jobFinished, this, &BackgroundPresence::noteEnd);
}

BackgroundPresence::~BackgroundPresence() = default;

void BackgroundPresence::begin()
{
    m_isInBackground = true;
    m_hasProblem = false;
    updateToolTip();
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_trayIcon->show();
    if (m_jobs->unfinishedJobs().isEmpty()) // the last one ended while the window went
        m_grace.start();
}

void BackgroundPresence::end()
{
    m_isInBackground = false;
    m_grace.stop();
    m_trayIcon->hide();
}

// Somebody may still queue one: from a notification, or by another start of the program.
void BackgroundPresence::noteStart()
{
    m_grace.stop();
    if (m_isInBackground)
        updateToolTip();
}

void BackgroundPresence::endUnlessBusy()
{
    if (m_isInBackground && m_jobs->unfinishedJobs().isEmpty())
        Q_EMIT endRequested();
}

void BackgroundPresence::noteEnd(const QUuid &job)
{
    if (!m_isInBackground)
        return;
    updateToolTip();
    const std::optional<JobInfo> info = m_jobs->job(job);
    const StatusTone tone = info ? toneOf(info->outcome) : StatusTone::Unknown;
    m_hasProblem = m_hasProblem || tone == StatusTone::Bad || tone == StatusTone::Attention;
    if (!m_jobs->unfinishedJobs().isEmpty())
        return;
    if (m_hasProblem)
        m_window->comeBack();
    else
        m_grace.start();
}

void BackgroundPresence::updateToolTip()
{
    const int count = int(m_jobs->unfinishedJobs().size());
    m_trayIcon->setToolTip(tr("CsPool Console: %n job(s) under way", nullptr, count));
}

} // namespace cspool
