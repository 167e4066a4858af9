#include "ui/report/recent_reports.h"

#include "backend/report/report_text.h"
#include "model/item_roles.h"
#include "model/status_tone.h"
#include "model/time_text.h"
#include "ui/icons.h"
#include "ui/workspace.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

enum Column { ResultColumn, CmdletColumn, PoolColumn, DeploymentColumn, EndedColumn, FileColumn, ColumnCount };

constexpr int Limit = 100; // of reports in the list
constexpr int JobRole = Qt::UserRole + 100;

} // namespace

RecentReports::RecentReports(Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_message(new QLabel(this))
    , m_list(new QTreeWidget(this))
{
    auto *title = new QLabel(tr("Re&ports of past jobs"), this);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    font.setBold(true);
    title->setFont(font);
    title->setBuddy(m_list);
    m_message->setObjectName(u"recentReportsMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_list->setObjectName(u"recentReports"_s);
    m_list->setAccessibleName(tr("Reports of past jobs"));
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("Result"), tr("Cmdlet"), tr("Pool"), tr("Deployment"), tr("Ended"), tr("File")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setTabKeyNavigation(false);
    m_list->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_list->header()->setStretchLastSection(true);
    auto *open = new QPushButton(symbolIcon(u"open"_s), tr("&Open a report file\u2026"), this);
    open->setObjectName(u"openReportFile"_s);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(m_message);
    layout->addWidget(m_list, 1);
    layout->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, &RecentReports::openFileRequested);
    connect(m_list, &QTreeWidget::itemActivated, this, &RecentReports::activate);
    m_message->setText(tr("\u2026"));
}

void RecentReports::refresh()
{
    if (!m_workspace->history()) {
        m_message->setText(tr("There is no history of jobs."));
        return;
    }
    m_workspace->history()->jobs({}, 1000, this, [this](const Result<QList<JobInfo>> &jobs) {
        if (jobs)
            showJobs(*jobs);
        else
            m_message->setText(tr("The history of jobs could not be read: %1").arg(jobs.error().message));
    });
}

void RecentReports::showJobs(const QList<JobInfo> &jobs)
{
    const QUuid selected = m_list->currentItem() ? m_list->currentItem()->data(0, JobRole).toUuid() : QUuid();
    const QDateTime now = m_workspace->desktop().now();
    m_list->clear();
    for (const JobInfo &job : jobs) {
        if (job.reportPath.isEmpty() || m_list->topLevelItemCount() == Limit)
            continue;
        auto *item = new QTreeWidgetItem(m_list);
        item->setData(0, JobRole, job.id);
        item->setText(ResultColumn, reportLook(job.outcome).text);
        item->setIcon(ResultColumn, toneIcon(toneOf(job.outcome)));
        item->setText(CmdletColumn, job.cmdlet);
        item->setToolTip(CmdletColumn, job.commandLine.toHtmlEscaped());
        item->setText(PoolColumn, job.pool);
        item->setText(DeploymentColumn, job.deploymentName);
        item->setText(EndedColumn, tr("%1 (%2)").arg(timeText(job.ended, now), ageText(job.ended, now)));
        item->setToolTip(EndedColumn, fullTimeText(job.ended));
        item->setText(FileColumn, job.reportPath);
        item->setToolTip(FileColumn, job.reportPath.toHtmlEscaped());
        if (job.id == selected)
            m_list->setCurrentItem(item);
    }
    const bool isEmpty = m_list->topLevelItemCount() == 0;
    m_message->setText(
        isEmpty ? tr("No job of this console has written a report yet. A report is written at the end of every backup, "
                     "whatever its result.")
                : tr("No report is open. Choose one with Enter or a double click."));
    m_list->setVisible(!isEmpty);
    for (int column = 0; column < FileColumn; ++column)
        m_list->resizeColumnToContents(column);
    if (!m_list->currentItem() && !isEmpty)
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

void RecentReports::activate(const QTreeWidgetItem *item)
{
    Q_EMIT reportActivated(item->data(0, JobRole).toUuid(), item->text(FileColumn));
}

void RecentReports::focusContent()
{
    if (m_list->isVisible())
        m_list->setFocus();
    else
        findChild<QPushButton *>(u"openReportFile"_s)->setFocus();
}

} // namespace cspool
