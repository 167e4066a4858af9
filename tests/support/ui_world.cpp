#include "tests/support/ui_world.h"
#include "tests/support/patience.h"

#include <QPointer>
#include <QTest>
#include <QWidget>

namespace cspool::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void TestDesktop::chooseFileToOpen(QWidget *parent, const FileRequest &request, Chosen chosen)
{
    requests.append(request);
    const QString answer = answers.isEmpty() ? QString() : answers.takeFirst();
    QMetaObject::invokeMethod(
        parent, [answer, chosen = std::move(chosen)] { chosen(answer); }, Qt::QueuedConnection);
}

void TestDesktop::chooseFileToSave(QWidget *parent, const FileRequest &request, Chosen chosen)
{
    chooseFileToOpen(parent, request, std::move(chosen));
}

void TestDesktop::chooseFolder(QWidget *parent, const FileRequest &request, Chosen chosen)
{
    chooseFileToOpen(parent, request, std::move(chosen));
}

bool TestDesktop::openUrl(const QUrl &url)
{
    openedUrls.append(url);
    return true;
}

void TestDesktop::notify(const Notification &notification)
{
    notifications.append(notification);
}

QDateTime TestDesktop::now() const
{
    return time.value_or(QDateTime::currentDateTimeUtc());
}

UiWorld::UiWorld()
{
    build();
}

UiWorld::UiWorld(const Deployment::Plan &plan)
    : deployment(plan)
{
    build();
}

UiWorld::UiWorld(MakeSessions makeSessions)
    : m_makeSessions(std::move(makeSessions))
{
    build();
}

UiWorld::~UiWorld()
{
    tearDown();
}

void UiWorld::build()
{
    m_settings = std::make_unique<Settings>(filePath(u"settings.ini"_s));
    m_history = std::make_unique<AsyncJobHistory>(filePath(u"history"_s));
    const QString sample = filePath(u"sample"_s);
    m_sessions = m_makeSessions ? m_makeSessions(sample) : std::make_unique<FakeServers>(sample, 10s);
    m_jobs = std::make_unique<JobRunner>(m_history.get());
    m_workspace = std::make_unique<Workspace>(Workspace::Parts{m_sessions.get(), m_jobs.get(), m_history.get(),
                                                               m_settings.get(), &desktop, &passwords,
                                                               filePath(u"operations"_s)});
}

void UiWorld::tearDown()
{
    m_jobs->cancelAll();
    const bool hasEnded = waitUntil([this] { return m_jobs->unfinishedJobs().isEmpty(); }, 30000);
    if (!hasEnded)
        qFatal("A job did not end after it was cancelled");
    m_workspace.reset();
    m_jobs.reset();
    m_sessions.reset();
    m_history.reset();
    m_settings.reset();
}

FakeServers &UiWorld::servers()
{
    if (m_makeSessions)
        qFatal("The sessions of this world are others");
    return static_cast<FakeServers &>(*m_sessions);
}

void UiWorld::restart()
{
    tearDown();
    build();
}

void UiWorld::open()
{
    m_workspace->openLab(deployment.folder());
    const bool isOpen = waitUntil(
        [this] {
            const OpenDeployment *open = m_workspace->current();
            return open && open->info().location == deployment.folder() && m_workspace->monitor()->pools().isKnown();
        },
        30000);
    if (!isOpen)
        qFatal("The deployment could not be opened");
}

} // namespace cspool::test
