// UiWorld: a window's surroundings for tests: a deployment, settings, history and desktop of its own, all in a temporary
// folder.
#pragma once

#include "tests/support/fake_servers.h"
#include "tests/support/test_support.h"
#include "ui/workspace.h"

namespace cspool::test {

// Answers what is asked of the desktop and remembers what was.
class TestDesktop : public Desktop
{
    Q_OBJECT

public:
    QStringList answers; // paths for the next file dialogs, in turn; none left: cancelled
    QList<FileRequest> requests;
    QList<QUrl> openedUrls;
    QList<Notification> notifications;
    std::optional<QDateTime> time; // nothing: the real one

    void chooseFileToOpen(QWidget *parent, const FileRequest &request, Chosen chosen) override;
    void chooseFileToSave(QWidget *parent, const FileRequest &request, Chosen chosen) override;
    void chooseFolder(QWidget *parent, const FileRequest &request, Chosen chosen) override;
    bool openUrl(const QUrl &url) override;
    void notify(const Notification &notification) override;
    QDateTime now() const override;
};

class UiWorld
{
public:
    // With the deployment of TestDeployment; it is not open yet.
    UiWorld();
    explicit UiWorld(const Deployment::Plan &plan);
    // Its sessions are opened by what is made here, instead of FakeServers.
    using MakeSessions = std::function<std::unique_ptr<SessionFactory>(const QString &sampleFolder)>;
    explicit UiWorld(MakeSessions makeSessions);
    ~UiWorld();

    // Opens the deployment and waits until its pools have been read. Ends the test on a failure.
    void open();
    // As if the program had been started again: everything but what is on the disk is new.
    void restart();

    TestDeployment deployment;
    TestDesktop desktop;
    FakePasswords passwords;

    Workspace &workspace() { return *m_workspace; }
    Settings &settings() { return *m_settings; }
    JobRunner &jobs() { return *m_jobs; }
    AsyncJobHistory &history() { return *m_history; }
    FakeServers &servers(); // unless the world has other sessions
    QString filePath(const QString &name) const { return deployment.filePath(name); }

private:
    void build();
    void tearDown();

    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<AsyncJobHistory> m_history;
    const MakeSessions m_makeSessions;
    std::unique_ptr<SessionFactory> m_sessions;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace cspool::test
