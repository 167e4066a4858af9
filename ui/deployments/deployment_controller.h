// DeploymentController: which deployment is open: opens, makes and remembers them, and owns the actions for it.
#pragma once

#include "backend/known_servers.h"
#include "model/command.h"
#include "model/result.h"
#include "ui/deployments/recent_deployments.h"

#include <QUrl>
#include <QUuid>

#include <optional>
#include <vector>

class QAction;
class QWidget;

namespace cspool {

class NewDeploymentWizard;
class OpenDeployment;
class RecentMenu;
class Workspace;
struct Record;

// What is under way with deployments, for banner and start page.
struct DeploymentActivity
{
    enum class Phase {
        Idle,
        Opening,
        MakingSample,
    };
    struct Problem
    {
        Error error;
        QString folder; // that could not be opened, or made
        bool isSample = false; // the sample deployment could not be made
    };

    Phase phase = Phase::Idle;
    QString folder = {}; // that is being opened or made
    QString progress = {}; // what the making is at; may be empty
    int percent = -1; // -1: unknown
    bool isCancelling = false;
    std::optional<Problem> problem = {}; // of the latest attempt, until the next one or until it is dismissed
};

// Lives in the window's thread.
class DeploymentController : public QObject
{
    Q_OBJECT

public:
    // `workspace` must outlive it; `window` is the parent of its dialogs and owns it.
    DeploymentController(Workspace *workspace, QWidget *window);
    ~DeploymentController() override;

    // For the start of the program: opens `folder`, else the deployment that was open last, else the sample deployment,
    // which is made on first use. For a server the dialog opens, filled in: nothing is connected to unasked.
    void start(const QString &folder = {});

    // For the menu "File", in its order; null: a separator.
    QList<QAction *> menuActions() const;
    QAction *newAction() const { return m_newAction; }
    QAction *openAction() const { return m_openAction; }
    QAction *openSampleAction() const { return m_openSampleAction; }
    QAction *connectAction() const { return m_connectAction; }
    QAction *closeAction() const { return m_closeAction; } // for the menu of the open deployments
    QAction *backupServiceAction() const { return m_backupServiceAction; }
    RecentMenu *recentMenu() const { return m_recentMenu; }

    // The backup pool of a server on the screen whose connection is lost for good, where it is known: it may still be
    // reached. Nothing when the server refuses to let us in.
    std::optional<KnownServer> backupOfLost() const;
    // Whether it is open beside the other one; null: not.
    OpenDeployment *openBackup() const;

    const DeploymentActivity &activity() const { return m_activity; }
    RecentDeployments &recent() { return m_recent; }

public Q_SLOTS:
    void openLab(const QString &folder);
    // Asks where to connect to, unless `server` says so, and as whom.
    void connectToServer(const QUrl &server = {});
    // Connects anew to the server that is open; asks only for what is not remembered.
    void reconnect();
    void connectToBackup(); // shows it when it is open already
    // Closes the deployment on the screen; of servers the shell is deleted there. Asks first while jobs of it have not
    // ended.
    void closeCurrent();
    void openSample();
    void chooseLab(); // asks for a folder
    void newLab(); // the wizard
    void retry(); // what activity().problem is about
    void dismissProblem();
    void cancelMaking();

Q_SIGNALS:
    void activityChanged();
    // Opens the form, filled with `prefilled`; it will run once for each of `pools`.
    void commandRequested(const cspool::Command &prefilled, const QStringList &pools);

private:
    void makeActions();
    QAction *commandAction(const QString &text, const QString &icon, const QString &cmdlet, const QString &tip);
    void updateActions();
    void openConnectDialog(const std::optional<KnownServer> &server, bool connectsAtOnce);
    void setProblem(const Error &error, const QString &folder, bool isSample);
    void updatePhase();
    void handleOpenFailed(const QString &folder, const Error &error);
    void handleDeploymentChanged();
    void makeSample();
    void watchSample(const QUuid &job, const std::vector<Record> &records);
    void endSample(const QUuid &job);
    void setBackupServiceRunning(bool isRunning);

    Workspace *m_workspace;
    QWidget *m_window;
    RecentDeployments m_recent;
    DeploymentActivity m_activity;
    QUuid m_sampleJob; // null: none runs
    std::optional<Error> m_sampleError;
    bool m_wantsSample = false; // no other deployment was asked for since

    QAction *m_newAction = nullptr;
    QAction *m_openAction = nullptr;
    RecentMenu *m_recentMenu = nullptr;
    QAction *m_openSampleAction = nullptr;
    QAction *m_connectAction = nullptr;
    QAction *m_closeAction = nullptr;
    QAction *m_backupServiceAction = nullptr;
    QList<QAction *> m_commandActions; // their data: the cmdlet
};

} // namespace cspool
