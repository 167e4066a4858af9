#include "ui/deployments/deployment_controller.h"

#include "ui/deployments/connect_dialog.h"
#include "ui/deployments/deployment_text.h"
#include "ui/deployments/leave_question.h"
#include "ui/deployments/new_deployment_wizard.h"
#include "ui/deployments/recent_menu.h"
#include "ui/icons.h"
#include "ui/workspace.h"

#include <QAction>
#include <QFileInfo>
#include <QWidget>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// The folders of the deployments whose backup service runs while they are open. Not their ids: a copy has the same.
const Setting<QStringList> BackupServices{"deployments/backupServices", {}};

} // namespace

DeploymentController::DeploymentController(Workspace *workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_recent(&workspace->settings())
{
    makeActions();
    connect(workspace, &Workspace::deploymentChanged, this, &DeploymentController::handleDeploymentChanged);
    connect(workspace, &Workspace::openFailed, this, &DeploymentController::handleOpenFailed);
    connect(workspace, &Workspace::isOpeningChanged, this, &DeploymentController::updatePhase);
    connect(&workspace->jobs(), &JobRunner::recordsReceived, this, &DeploymentController::watchSample);
    connect(&workspace->jobs(), &JobRunner::jobFinished, this, &DeploymentController::endSample);
    updateActions();
}

DeploymentController::~DeploymentController() = default;

void DeploymentController::makeActions()
{
    const auto add = [this](const QString &name, const QString &icon, const QString &text, const QString &tip) {
        auto *action = new QAction(text, this);
        if (!icon.isEmpty())
            action->setIcon(symbolIcon(icon));
        action->setObjectName(name);
        action->setStatusTip(tip);
        return action;
    };
    m_newAction = add(u"newLab"_s, u"new-deployment"_s, tr("&New lab deployment…"),
                      tr("Makes a lab deployment in a folder from a topology document."));
    m_newAction->setShortcut(QKeySequence::New);
    connect(m_newAction, &QAction::triggered, this, &DeploymentController::newLab);
    m_openAction = add(u"openLab"_s, u"folder"_s, tr("&Open lab deployment…"),
                       tr("Opens a lab deployment that lies in a folder on this machine."));
    m_openAction->setShortcut(QKeySequence::Open);
    connect(m_openAction, &QAction::triggered, this, &DeploymentController::chooseLab);
    m_recentMenu = new RecentMenu(&m_recent, m_window);
    connect(m_recentMenu, &RecentMenu::labRequested, this, &DeploymentController::openLab);
    connect(m_recentMenu, &RecentMenu::serverRequested, this, &DeploymentController::connectToServer);
    m_openSampleAction = add(u"openSample"_s, u"lab"_s, tr("Open &sample deployment"),
                             tr("Opens the sample deployment litwareinc.com; it is made when it is not there yet."));
    connect(m_openSampleAction, &QAction::triggered, this, &DeploymentController::openSample);
    m_connectAction = add(u"connectServer"_s, u"connect"_s, tr("&Connect to a server…"),
                          tr("Opens the deployment of genuine servers, over PowerShell Remoting."));
    m_connectAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connect(m_connectAction, &QAction::triggered, this, [this] { connectToServer(); });
    m_closeAction = add(u"closeDeployment"_s, u"close"_s, {}, {});
    m_closeAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_W));
    connect(m_closeAction, &QAction::triggered, this, &DeploymentController::closeCurrent);
    m_backupServiceAction = add(u"backupService"_s, {}, tr("Run the lab's &backup service"),
                                tr("Synchronises every pair of pools again and again while this deployment is open, as "
                                   "the backup service of genuine servers does."));
    m_backupServiceAction->setCheckable(true);
    connect(m_backupServiceAction, &QAction::triggered, this, &DeploymentController::setBackupServiceRunning);
    m_commandActions = {
        commandAction(tr("&Publish topology…"), u"deployment"_s, u"Publish-CsTopology"_s,
                      tr("Gives the deployment another topology document.")),
        commandAction(tr("&Import user data…"), u"import"_s, u"Import-CsUserData"_s,
                      tr("Puts user data from an archive into a pool.")),
        commandAction(tr("&Export user data…"), u"export"_s, u"Export-CsUserData"_s,
                      tr("Writes the user data of a pool into an archive.")),
    };
}

QAction *DeploymentController::commandAction(const QString &text, const QString &icon, const QString &cmdlet,
                                             const QString &tip)
{
    auto *action = new QAction(symbolIcon(icon), text, this);
    action->setObjectName(cmdlet);
    action->setStatusTip(tip);
    action->setData(cmdlet);
    connect(action, &QAction::triggered, this, [this, cmdlet] { Q_EMIT commandRequested(Command(cmdlet), {}); });
    return action;
}

QList<QAction *> DeploymentController::menuActions() const
{
    QList<QAction *> actions = {m_newAction,     m_openAction, m_recentMenu->menuAction(), m_openSampleAction,
                                m_connectAction, nullptr,      m_backupServiceAction,      nullptr};
    return actions + m_commandActions;
}

void DeploymentController::updateActions()
{
    Session *session = m_workspace->session();
    const BackgroundService *service = session ? session->backgroundService() : nullptr;
    const bool isServer = session && session->deployment().kind == DeploymentKind::Server;
    m_closeAction->setEnabled(session != nullptr);
    m_closeAction->setText(isServer ? tr("&Disconnect from this server") : tr("&Close this deployment"));
    m_closeAction->setStatusTip(isServer ? tr("Ends the session and deletes its shell on the server.")
                                         : tr("Takes the deployment off the screen; its folder stays as it is."));
    m_backupServiceAction->setEnabled(service != nullptr);
    m_backupServiceAction->setChecked(service && service->isRunning());
    for (QAction *action : std::as_const(m_commandActions))
        action->setEnabled(session && session->cmdletInfo(action->data().toString()));
}

void DeploymentController::start(const QString &folder)
{
    const QString wanted = folder.isEmpty() ? m_recent.lastOpened() : folder;
    if (wanted.isEmpty())
        openSample();
    else if (RecentDeployments::kindOf(wanted) == DeploymentKind::Server)
        connectToServer(QUrl(wanted));
    else
        openLab(wanted);
}

// With what is remembered of it.
static std::optional<KnownServer> knownServer(Workspace *workspace, const QUrl &url)
{
    if (url.isEmpty())
        return std::nullopt;
    KnownServer unknown;
    unknown.settings.url = url;
    return KnownServers(&workspace->settings()).server(url).value_or(unknown);
}

void DeploymentController::connectToServer(const QUrl &server)
{
    openConnectDialog(knownServer(m_workspace, server), false);
}

void DeploymentController::reconnect()
{
    const Session *session = m_workspace->session();
    if (session && session->deployment().kind == DeploymentKind::Server)
        openConnectDialog(knownServer(m_workspace, QUrl(session->deployment().location)), true);
}

std::optional<KnownServer> DeploymentController::backupOfLost() const
{
    const ConnectionState connection = m_workspace->connection();
    if (connection.kind != ConnectionState::Kind::Lost || connection.error.category == ErrorCategory::PermissionDenied)
        return std::nullopt;
    const DeploymentInfo lost = m_workspace->session()->deployment();
    ConnectionSettings settings = knownServer(m_workspace, QUrl(lost.location))->settings;
    settings.user = lost.user;
    return KnownServers(&m_workspace->settings()).backupOf(settings);
}

OpenDeployment *DeploymentController::openBackup() const
{
    const std::optional<KnownServer> backup = backupOfLost();
    const QList<OpenDeployment *> open = m_workspace->openDeployments();
    for (OpenDeployment *deployment : open) {
        if (backup && deployment->connection().kind != ConnectionState::Kind::Lost
            && QUrl(deployment->info().location).host() == backup->settings.url.host())
            return deployment;
    }
    return nullptr;
}

void DeploymentController::connectToBackup()
{
    if (OpenDeployment *open = openBackup())
        m_workspace->show(open);
    else if (const std::optional<KnownServer> backup = backupOfLost())
        openConnectDialog(backup, true);
}

void DeploymentController::closeCurrent()
{
    if (OpenDeployment *current = m_workspace->current())
        leaveDeployment(m_workspace, current, m_window);
}

void DeploymentController::openConnectDialog(const std::optional<KnownServer> &server, bool connectsAtOnce)
{
    auto *dialog = m_window->findChild<ConnectDialog *>(QString(), Qt::FindDirectChildrenOnly);
    if (!dialog) {
        dialog = new ConnectDialog(m_workspace, m_window);
        dialog->open();
        if (server)
            dialog->setServer(*server, connectsAtOnce);
    }
    dialog->raise();
    dialog->activateWindow();
}

void DeploymentController::openLab(const QString &folder)
{
    m_wantsSample = false;
    m_activity.problem.reset();
    m_workspace->openLab(folder);
}

void DeploymentController::openSample()
{
    m_wantsSample = true;
    m_sampleError.reset();
    m_activity.problem.reset();
    if (m_sampleJob.isNull())
        m_workspace->openLab(m_workspace->sessions().sampleFolder());
    else
        updatePhase(); // it is opened when it is made
}

void DeploymentController::chooseLab()
{
    FileRequest request{tr("Open lab deployment")};
    if (const QStringList folders = m_recent.folders(); !folders.isEmpty())
        request.path = QFileInfo(folders.first()).path();
    m_workspace->desktop().chooseFolder(m_window, request, [this](const QString &folder) {
        if (!folder.isEmpty())
            openLab(folder);
    });
}

void DeploymentController::newLab()
{
    auto *wizard = m_window->findChild<NewDeploymentWizard *>(QString(), Qt::FindDirectChildrenOnly);
    if (!wizard) {
        wizard = new NewDeploymentWizard(m_workspace, m_window);
        wizard->setAttribute(Qt::WA_DeleteOnClose);
        wizard->open();
    }
    wizard->raise();
    wizard->activateWindow();
}

void DeploymentController::retry()
{
    if (!m_activity.problem)
        return;
    const DeploymentActivity::Problem problem = *m_activity.problem;
    if (problem.isSample)
        openSample();
    else
        openLab(problem.folder);
}

void DeploymentController::dismissProblem()
{
    m_activity.problem.reset();
    Q_EMIT activityChanged();
}

void DeploymentController::updatePhase()
{
    using Phase = DeploymentActivity::Phase;
    if (m_workspace->isOpening()) {
        m_activity.phase = Phase::Opening;
        m_activity.folder = m_workspace->openingFolder();
    } else if (!m_sampleJob.isNull()) {
        m_activity.phase = Phase::MakingSample;
        m_activity.folder = m_workspace->sessions().sampleFolder();
    } else {
        m_activity = {.problem = m_activity.problem};
    }
    Q_EMIT activityChanged();
}

void DeploymentController::setProblem(const Error &error, const QString &folder, bool isSample)
{
    m_activity.problem = {error, folder, isSample};
    updatePhase();
}

void DeploymentController::handleOpenFailed(const QString &folder, const Error &error)
{
    const bool isNotThere = error.id == "DeploymentNotFound"_L1;
    if (m_wantsSample && isNotThere && folder == m_workspace->sessions().sampleFolder()) {
        if (m_sampleError)
            setProblem(*std::exchange(m_sampleError, std::nullopt), folder, true);
        else
            makeSample();
        return;
    }
    Error shown = error;
    if (isNotThere) // its own words are for the command line
        shown.recommendedAction = tr("Open another folder, or make a new lab deployment.");
    setProblem(shown, folder, false);
}

void DeploymentController::handleDeploymentChanged()
{
    if (!m_workspace->session()) {
        updateActions();
        Q_EMIT activityChanged();
        return;
    }
    const DeploymentInfo deployment = m_workspace->session()->deployment();
    m_recent.add(deployment.location);
    m_wantsSample = false;
    m_sampleError.reset();
    m_activity.problem.reset();
    BackgroundService *service = m_workspace->session()->backgroundService();
    if (service && m_workspace->settings().value(BackupServices).contains(deployment.location))
        service->setRunning(true);
    updateActions();
    Q_EMIT activityChanged();
}

void DeploymentController::makeSample()
{
    const QString folder = m_workspace->sessions().sampleFolder();
    m_sampleError.reset();
    m_sampleJob = m_workspace->submitWithoutDeployment(
        Command(u"New-Deployment"_s).set(u"Path"_s, folder).set(u"Sample"_s, true));
    m_activity = {};
    updatePhase();
}

void DeploymentController::watchSample(const QUuid &job, const std::vector<Record> &records)
{
    if (job != m_sampleJob)
        return;
    for (const Record &record : records) {
        if (const auto *progress = std::get_if<ProgressRecord>(&record.content)) {
            m_activity.progress = progress->isCompleted ? QString() : progress->activity;
            m_activity.percent = progress->isCompleted ? -1 : progress->percentComplete;
        } else if (const auto *error = std::get_if<ErrorRecord>(&record.content); error && error->isTerminating) {
            m_sampleError = error->error;
        }
    }
    Q_EMIT activityChanged();
}

void DeploymentController::endSample(const QUuid &job)
{
    if (job != m_sampleJob)
        return;
    const std::optional<JobInfo> info = m_workspace->jobs().job(job);
    const QString folder = m_workspace->sessions().sampleFolder();
    m_sampleJob = {};
    const bool isMade
        = info && (info->outcome == Outcome::Succeeded || info->outcome == Outcome::SucceededWithWarnings);
    // Something is in its place: perhaps what another process has just made.
    const bool isPerhapsThere = m_sampleError && m_sampleError->category == ErrorCategory::ResourceExists;
    if ((isMade || isPerhapsThere) && m_wantsSample) {
        m_workspace->openLab(folder);
    } else if (isMade) {
        updatePhase();
    } else if (info && info->outcome == Outcome::Cancelled) {
        setProblem({ErrorCategory::OperationStopped, u"SampleCancelled"_s,
                    tr("The making of the sample deployment was cancelled. Nothing of it was left behind."),
                    tr("Try again, or open or make another deployment.")},
                   folder, true);
    } else {
        setProblem(m_sampleError.value_or(Error{ErrorCategory::NotSpecified, u"SampleNotMade"_s,
                                                tr("The sample deployment could not be made.")}),
                   folder, true);
    }
}

void DeploymentController::cancelMaking()
{
    if (m_sampleJob.isNull() || std::exchange(m_activity.isCancelling, true))
        return;
    m_workspace->jobs().cancel(m_sampleJob);
    Q_EMIT activityChanged();
}

void DeploymentController::setBackupServiceRunning(bool isRunning)
{
    Session *session = m_workspace->session();
    BackgroundService *service = session ? session->backgroundService() : nullptr;
    if (!service)
        return;
    QStringList running = m_workspace->settings().value(BackupServices);
    const QString folder = session->deployment().location;
    running.removeAll(folder);
    if (isRunning)
        running.append(folder);
    m_workspace->settings().setValue(BackupServices, running);
    service->setRunning(isRunning);
}

} // namespace cspool
