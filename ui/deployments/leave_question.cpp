#include "ui/deployments/leave_question.h"

#include "model/job_text.h"
#include "ui/plain_message_box.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::LeaveQuestion)
};

constexpr qsizetype MostJobs = 8; // that are named

QString jobLines(const QList<JobInfo> &jobs)
{
    QStringList lines;
    for (const JobInfo &job : jobs.first(std::min(jobs.size(), MostJobs)))
        lines.append(Text::tr("%1 (%2)", "name of a job, its state").arg(jobName(job), stateText(job)));
    if (jobs.size() > MostJobs)
        lines.append(Text::tr("and %n more", "jobs", int(jobs.size() - MostJobs)));
    return lines.join(u'\n');
}

QString explanation(DeploymentKind kind)
{
    return kind == DeploymentKind::Server
        ? Text::tr(
            "Jobs that go on keep their session; it is deleted on the server when the last of them has ended. Jobs "
            "that are cancelled are stopped there: look at the states of their pools afterwards.")
        : Text::tr(
            "Jobs go on though their deployment is closed. Jobs that are cancelled end at a point that leaves every "
            "store whole; a failover or failback past its point of no return goes on to its end.");
}

} // namespace

void leaveDeployment(Workspace *workspace, OpenDeployment *deployment, QWidget *window)
{
    const QList<JobInfo> jobs = workspace->unfinishedJobsOf(*deployment);
    if (jobs.isEmpty()) {
        workspace->close(deployment);
        return;
    }
    const DeploymentInfo info = deployment->info();
    const bool isServer = info.kind == DeploymentKind::Server;
    QMessageBox *box = makePlainQuestion(
        window, u"leaveQuestion"_s, Text::tr("Jobs have not ended"),
        Text::tr("%n job(s) of %1 have not ended. What shall become of them?", nullptr, int(jobs.size()))
            .arg(info.name),
        QString(jobLines(jobs) + "\n\n"_L1 + explanation(info.kind)));
    const QPushButton *letRun = box->addButton(isServer ? Text::tr("&Disconnect, let the jobs go on")
                                                        : Text::tr("&Close, let the jobs go on"),
                                               QMessageBox::AcceptRole);
    QPushButton *cancelJobs
        = box->addButton(isServer ? Text::tr("Ca&ncel jobs and disconnect") : Text::tr("Ca&ncel jobs and close"),
                         QMessageBox::DestructiveRole);
    QPushButton *stay
        = box->addButton(isServer ? Text::tr("&Stay connected") : Text::tr("&Stay"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    QObject::connect(box, &QMessageBox::buttonClicked, workspace,
                     [=, asked = QPointer(deployment)](const QAbstractButton *button) {
                         if (!asked || (button != letRun && button != cancelJobs))
                             return;
                         if (button == cancelJobs) {
                             const QList<JobInfo> left = workspace->unfinishedJobsOf(*asked);
                             for (auto job = left.crbegin(); job != left.crend(); ++job) // what waits first
                                 workspace->jobs().cancel(job->id);
                         }
                         workspace->close(asked);
                     });
    box->open();
}

} // namespace cspool
