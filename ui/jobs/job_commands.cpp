#include "ui/jobs/job_commands.h"

#include "model/job_model.h"
#include "model/job_text.h"
#include "model/message_text.h"
#include "model/tool_tip.h"
#include "ui/icons.h"
#include "ui/jobs/job_feed.h"
#include "ui/jobs/job_retry.h"
#include "ui/plain_message_box.h"
#include "ui/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

JobCommands::JobCommands(Workspace *workspace, QWidget *page)
    : QObject(page)
    , m_workspace(workspace)
    , m_page(page)
{
    m_answer = add(u"answer"_s, tr("&Answer question…"), u"answerQuestion"_s, &JobCommands::answer);
    m_answer->setShortcut(QKeySequence(u"Ctrl+J"_s));
    addSeparator();
    m_cancel = add(u"cancel"_s, tr("&Cancel"), u"cancelJob"_s, &JobCommands::cancel);
    m_cancel->setShortcut(QKeySequence(Qt::Key_Delete));
    m_cancelAll = add({}, tr("Ca&ncel all…"), u"cancelAllJobs"_s, &JobCommands::cancelAll);
    m_retry = add(u"retry"_s, tr("&Retry…"), u"retryJob"_s, &JobCommands::retry);
    m_retry->setToolTip(tr("Runs the same command again"));
    m_runAgain = add(u"run-again"_s, tr("Run again with c&hanges…"), u"runAgain"_s, &JobCommands::runAgain);
    addSeparator();
    m_openReport = add(u"report"_s, tr("&Open report"), u"openReport"_s, &JobCommands::openReport);
    m_openReport->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_copyCommand = add(u"copy"_s, tr("Copy co&mmand"), u"copyCommand"_s, &JobCommands::copyCommand);
    m_copyCommand->setShortcut(QKeySequence(u"Ctrl+Shift+C"_s));
    m_copyLog = add({}, tr("Copy &log"), u"copyLog"_s, &JobCommands::copyLog);
    m_copyLog->setToolTip(tr("Copies the records that are shown"));
    m_saveLog = add({}, tr("&Save log as…"), u"saveLog"_s, &JobCommands::saveLog);
    addSeparator();
    m_removeEnded = add({}, tr("R&emove ended jobs…"), u"removeEnded"_s, &JobCommands::removeEnded);
    // These act on what is selected in the table, so their keys hold only there: the Delete key of another page must
    // never cancel a job.
    for (QAction *action : {m_cancel, m_openReport, m_copyCommand})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    // What was asked about one deployment must not run in another.
    connect(m_workspace, &Workspace::deploymentAboutToChange, this, [this] { m_jobRetry.reset(); });
    update();
}

JobCommands::~JobCommands() = default;

QAction *JobCommands::add(const QString &icon, const QString &text, const QString &name, void (JobCommands::*slot)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    if (!icon.isEmpty())
        action->setIcon(symbolIcon(icon));
    connect(action, &QAction::triggered, this, slot);
    m_actions.append(action);
    return action;
}

void JobCommands::setJobs(const QUuid &current, const QList<QUuid> &selected)
{
    m_current = current;
    m_selected = selected;
    update();
}

void JobCommands::setHasLog(bool hasLog)
{
    if (std::exchange(m_hasLog, hasLog) != hasLog)
        update();
}

std::optional<JobInfo> JobCommands::info(const QUuid &job) const
{
    const JobModel *jobs = m_workspace->jobModel();
    const int row = jobs->rowOf(job);
    return row < 0 ? std::nullopt : std::optional(jobs->job(row));
}

bool JobCommands::isElsewhere(const QUuid &job) const
{
    const JobModel *jobs = m_workspace->jobModel();
    const int row = jobs->rowOf(job);
    return row >= 0 && jobs->isElsewhere(row);
}

bool JobCommands::canCancel(const QUuid &job) const
{
    const std::optional<JobInfo> found = info(job);
    return found && !isElsewhere(job) && found->state != JobState::Finished && found->state != JobState::Cancelling;
}

// A command is run where it ran before; another deployment may have a pool of the same name, and a copied folder has
// the id of the original.
bool JobCommands::canRepeat(const JobInfo &job) const
{
    if (job.state != JobState::Finished || !m_workspace->session())
        return false;
    const DeploymentInfo open = m_workspace->session()->deployment();
    return open.id == job.deploymentId && (job.deploymentLocation.isEmpty() || job.deploymentLocation == open.location);
}

void JobCommands::update()
{
    const std::optional<JobInfo> current = info(m_current);
    const QList<JobInfo> unfinished = m_workspace->jobs().unfinishedJobs();
    const auto isAsking = [](const JobInfo &job) { return job.state == JobState::WaitingForAnswer; };
    m_answer->setEnabled(std::any_of(unfinished.cbegin(), unfinished.cend(), isAsking));
    m_cancel->setEnabled(
        std::any_of(m_selected.cbegin(), m_selected.cend(), [this](const QUuid &job) { return canCancel(job); }));
    m_cancel->setText(current && current->state == JobState::Cancelling ? tr("Cancelling…") : tr("&Cancel"));
    m_cancelAll->setEnabled(std::any_of(unfinished.cbegin(), unfinished.cend(),
                                        [](const JobInfo &job) { return job.state != JobState::Cancelling; }));
    const bool isRepeatable = current && canRepeat(*current);
    m_retry->setEnabled(isRepeatable);
    m_runAgain->setEnabled(isRepeatable);
    const bool isOfOther = current && current->state == JobState::Finished && !isRepeatable;
    m_runAgain->setToolTip(
        isOfOther ? plainToolTip(tr("Open the deployment %1 to run this command again.").arg(current->deploymentName))
                  : tr("Opens the form, filled with this command"));
    m_openReport->setEnabled(current && !current->reportPath.isEmpty());
    m_copyCommand->setEnabled(current.has_value());
    m_copyLog->setEnabled(m_hasLog);
    m_saveLog->setEnabled(m_hasLog);
    m_removeEnded->setEnabled(m_workspace->jobModel()->rowCount() > 0);
}

void JobCommands::answer()
{
    const std::optional<JobInfo> current = info(m_current);
    Q_EMIT answerRequested(current && current->state == JobState::WaitingForAnswer ? m_current : QUuid());
}

void JobCommands::cancel()
{
    QList<JobInfo> started;
    for (const QUuid &job : std::as_const(m_selected)) {
        const std::optional<JobInfo> found = info(job);
        if (found && found->state != JobState::Queued && canCancel(job))
            started.append(*found);
    }
    // The work of one is lost by a key on purpose; that of many by Ctrl+A is not.
    if (started.size() < 2) {
        cancelJobs(m_selected);
        return;
    }
    askToCancel(u"cancelQuestion"_s, tr("Cancel jobs"),
                tr("Cancel %n job(s) that have begun?", nullptr, int(started.size())), started,
                [this, jobs = m_selected] { cancelJobs(jobs); });
}

void JobCommands::cancelJobs(const QList<QUuid> &jobs)
{
    // The queue first: nothing shall start only to be cancelled.
    for (const bool isQueue : {true, false}) {
        for (const QUuid &job : jobs) {
            const std::optional<JobInfo> found = info(job);
            if (found && (found->state == JobState::Queued) == isQueue && canCancel(job))
                m_workspace->jobs().cancel(job);
        }
    }
    update();
}

void JobCommands::cancelAll()
{
    const QList<JobInfo> jobs = m_workspace->jobs().unfinishedJobs();
    askToCancel(u"cancelAllQuestion"_s, tr("Cancel all jobs"),
                tr("Cancel %n job(s) of this console?", nullptr, int(jobs.size())), jobs,
                [this] { m_workspace->jobs().cancelAll(); });
}

void JobCommands::askToCancel(const QString &name, const QString &title, const QString &question,
                              const QList<JobInfo> &jobs, const std::function<void()> &cancelThem)
{
    QStringList names;
    for (const JobInfo &job : jobs)
        names.append(tr("%1 – %2", "name of a job, its state").arg(jobName(job), stateText(job)));
    QMessageBox *box = makePlainQuestion(m_page, name, title, question, names.mid(0, 10).join(u'\n'));
    if (names.size() > 10)
        box->setDetailedText(names.join(u'\n'));
    QPushButton *cancel = box->addButton(tr("&Cancel jobs"), QMessageBox::DestructiveRole);
    QPushButton *keep = box->addButton(tr("&Let them run"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(cancel, &QPushButton::clicked, this, cancelThem);
    box->open();
}

void JobCommands::retry()
{
    const std::optional<JobInfo> job = info(m_current);
    if (!job || !canRepeat(*job) || (m_jobRetry && m_jobRetry->isUnderWay()))
        return;
    const Result<Command> command = parseCommand(job->commandLine);
    if (!command) {
        Q_EMIT failed(tr("The command cannot be run again: %1").arg(errorSentences(command.error())));
        return;
    }
    const CmdletInfo *cmdlet = m_workspace->session()->cmdletInfo(command->cmdlet());
    // A preview is no job: the form shows it anew. It also says what is wrong with a cmdlet that is gone.
    if (!cmdlet || command->isSwitchOn(u"WhatIf")) {
        runAgain();
        return;
    }
    m_jobRetry = std::make_unique<JobRetry>(m_workspace, *cmdlet, *command, m_page);
    connect(m_jobRetry.get(), &JobRetry::submitted, this, &JobCommands::jobSubmitted);
    if (const std::optional<Error> error = m_jobRetry->error())
        Q_EMIT failed(tr("The command cannot be run again: %1").arg(errorSentences(*error)));
    else
        m_jobRetry->start();
}

void JobCommands::runAgain()
{
    const std::optional<JobInfo> job = info(m_current);
    if (!job || !canRepeat(*job))
        return;
    const Result<Command> command = parseCommand(job->commandLine);
    if (!command) {
        Q_EMIT failed(tr("The command cannot be run again: %1").arg(errorSentences(command.error())));
        return;
    }
    Q_EMIT commandRequested(*command, job->pool.isEmpty() ? QStringList() : QStringList(job->pool));
}

void JobCommands::openReport()
{
    const std::optional<JobInfo> job = info(m_current);
    if (job && !job->reportPath.isEmpty())
        Q_EMIT reportRequested(job->id, job->reportPath);
}

void JobCommands::copyCommand()
{
    if (const std::optional<JobInfo> job = info(m_current))
        QGuiApplication::clipboard()->setText(job->commandLine);
}

void JobCommands::copyLog()
{
    Q_EMIT logCopyRequested();
}

void JobCommands::saveLog()
{
    const std::optional<JobInfo> job = info(m_current);
    if (!job)
        return;
    const QString time
        = (job->started.isValid() ? job->started : job->queued).toLocalTime().toString(u"yyyyMMdd-HHmmss");
    const QStringList parts = {job->cmdlet, job->pool, time};
    QStringList named;
    std::copy_if(parts.cbegin(), parts.cend(), std::back_inserter(named),
                 [](const QString &p) { return !p.isEmpty(); });
    m_workspace->desktop().chooseFileToSave(
        m_page, {tr("Save log"), named.join(u'-') + u".log"_s, tr("Logs (*.log *.txt);;All files (*)")},
        [this, id = job->id](const QString &path) {
            if (!path.isEmpty())
                Q_EMIT logSaveRequested(id, path);
        });
}

void JobCommands::removeEnded()
{
    const int kept = m_workspace->settings().value(Settings::HistoryRetentionDays);
    auto *dialog = new QInputDialog(m_page);
    dialog->setObjectName(u"removeEndedDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Remove ended jobs"));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(0, 36500);
    dialog->setIntValue(std::min(30, kept > 0 ? kept : 30));
    dialog->setLabelText(tr("Jobs that ended more than this many days ago are removed with their logs; reports stay "
                            "where they are. That cannot be undone."));
    dialog->setOkButtonText(tr("Remove"));
    connect(dialog, &QInputDialog::intValueSelected, this,
            [this](int days) { m_workspace->jobFeed().removeEndedJobs(days); });
    dialog->open();
}

} // namespace cspool
