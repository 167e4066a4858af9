#include "ui/jobs/jobs_page.h"

#include "model/job_filter_model.h"
#include "model/job_model.h"
#include "model/job_text.h"
#include "model/message_text.h"
#include "ui/icons.h"
#include "ui/jobs/job_commands.h"
#include "ui/jobs/job_feed.h"
#include "ui/jobs/job_header.h"
#include "ui/jobs/job_log_view.h"
#include "ui/jobs/jobs_table.h"
#include "ui/jobs/log_export.h"
#include "ui/workspace.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

const Setting<QByteArray> splitterSetting{"jobs/splitter", {}};

} // namespace

JobsPage::JobsPage(Workspace *workspace, QWidget *parent)
    : ConsolePage(parent)
    , m_workspace(workspace)
    , m_updateTimer(this)
    , m_jobs(new JobFilterModel(workspace->jobModel(), this))
    , m_commands(new JobCommands(workspace, this))
    , m_filter(new QComboBox)
    , m_onlyThis(new QCheckBox(tr("Only the deplo&yment shown")))
    , m_search(new QLineEdit)
    , m_question(makeQuestionBar())
    , m_notice(new QLabel)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_table(new JobsTable(m_jobs, &workspace->settings()))
    , m_header(new JobHeader(workspace->jobModel()))
    , m_log(new JobLogView(workspace))
{
    m_updateTimer.setObjectName(u"jobsUpdate"_s);
    m_updateTimer.setSingleShot(true);
    m_updateTimer.setInterval(0);
    m_notice->setObjectName(u"jobsNotice"_s);
    m_notice->setWordWrap(true);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->hide();
    auto *below = new QWidget;
    auto *belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins({});
    belowLayout->addWidget(m_header);
    belowLayout->addWidget(m_log, 1);
    m_splitter->setObjectName(u"jobsSplitter"_s);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(below);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->restoreState(workspace->settings().value(splitterSetting));

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeFilterBar());
    layout->addWidget(m_question);
    layout->addWidget(m_notice);
    layout->addWidget(m_splitter, 1);
    connectCommands();
    selectJobs();
    updateState();
}

JobsPage::~JobsPage()
{
    m_workspace->settings().setValue(splitterSetting, m_splitter->saveState());
}

QWidget *JobsPage::makeFilterBar()
{
    auto *label = new QLabel(tr("Sho&w:"));
    label->setBuddy(m_filter);
    m_filter->setObjectName(u"jobsFilter"_s);
    m_filter->setAccessibleName(tr("Which jobs are shown"));
    m_filter->addItem(tr("All jobs"), int(JobFilter::All));
    m_filter->addItem(tr("Queued and running"), int(JobFilter::UnderWay));
    m_filter->addItem(tr("Problems and questions"), int(JobFilter::Problems));
    m_onlyThis->setObjectName(u"jobsOnlyThis"_s);
    auto *searchLabel = new QLabel(tr("Fil&ter:"));
    searchLabel->setBuddy(m_search);
    m_search->setObjectName(u"jobsSearch"_s);
    m_search->setAccessibleName(tr("Filter the jobs"));
    m_search->setPlaceholderText(tr("Words of the command, state, message or user"));
    m_search->setClearButtonEnabled(true);

    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(m_filter);
    layout->addWidget(m_onlyThis);
    layout->addWidget(searchLabel);
    layout->addWidget(m_search, 1);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &JobsPage::updateFilter);
    connect(m_onlyThis, &QCheckBox::toggled, this, &JobsPage::updateFilter);
    connect(m_search, &QLineEdit::textChanged, this, &JobsPage::updateFilter);
    connect(m_workspace, &Workspace::deploymentChanged, this, &JobsPage::updateFilter);
    return bar;
}

QWidget *JobsPage::makeQuestionBar()
{
    auto *bar = new QFrame;
    bar->setObjectName(u"questionBar"_s);
    bar->setFrameShape(QFrame::StyledPanel);
    auto *icon = new QLabel;
    icon->setPixmap(toneIcon(StatusTone::Attention).pixmap(style()->pixelMetric(QStyle::PM_SmallIconSize)));
    m_questionText = new QLabel;
    m_questionText->setObjectName(u"questionText"_s);
    m_questionText->setTextFormat(Qt::PlainText);
    m_questionText->setWordWrap(true);
    m_answer = new QPushButton(tr("Answer &question…"));
    m_answer->setObjectName(u"answerButton"_s);
    auto *layout = new QHBoxLayout(bar);
    layout->addWidget(icon);
    layout->addWidget(m_questionText, 1);
    layout->addWidget(m_answer);
    connect(m_answer, &QPushButton::clicked, this, [this] { Q_EMIT answerRequested({}); });
    bar->hide();
    return bar;
}

void JobsPage::connectCommands()
{
    for (QAction *action : m_commands->actions()) {
        if (action) {
            m_table->addAction(action);
        } else {
            auto *separator = new QAction(m_table);
            separator->setSeparator(true);
            m_table->addAction(separator);
        }
    }
    connect(m_table, &JobsTable::jobsSelected, this, &JobsPage::selectJobs);
    connect(m_table, &QTableView::doubleClicked, m_commands->openReportAction(), &QAction::trigger);
    connect(m_header, &JobHeader::reportActivated, m_commands->openReportAction(), &QAction::trigger);
    connect(m_header, &JobHeader::serverReportActivated, this, [this](const QUrl &url) {
        if (!m_workspace->desktop().openUrl(url))
            showNotice(tr("%1 could not be opened: no program here opens such addresses.").arg(url.toDisplayString()));
    });
    connect(m_log, &JobLogView::recordsChanged, this, [this] {
        m_header->setAdvice(m_log->advice());
        m_commands->setHasLog(m_log->hasRecords());
    });
    connect(m_commands, &JobCommands::answerRequested, this, &JobsPage::answerRequested);
    connect(m_commands, &JobCommands::commandRequested, this, &JobsPage::commandRequested);
    connect(m_commands, &JobCommands::reportRequested, this, &JobsPage::reportRequested);
    connect(m_commands, &JobCommands::jobSubmitted, this, &JobsPage::showJob);
    connect(m_commands, &JobCommands::failed, this, &JobsPage::showNotice);
    connect(m_commands, &JobCommands::logCopyRequested, this,
            [this] { QGuiApplication::clipboard()->setText(m_log->text()); });
    connect(m_commands, &JobCommands::logSaveRequested, this, &JobsPage::saveLog);

    const JobModel *jobs = m_workspace->jobModel();
    connect(jobs, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        if (first.column() <= JobModel::StateColumn && last.column() >= JobModel::StateColumn)
            m_updateTimer.start();
    });
    // The model tells of every cell; what the page and the commands show is worked out once for all of them.
    connect(m_jobs, &QAbstractItemModel::rowsInserted, &m_updateTimer, qOverload<>(&QTimer::start));
    connect(m_jobs, &QAbstractItemModel::rowsRemoved, &m_updateTimer, qOverload<>(&QTimer::start));
    connect(&m_updateTimer, &QTimer::timeout, this, &JobsPage::updateState);
    const JobFeed *feed = &m_workspace->jobFeed();
    connect(feed, &JobFeed::historyRead, this, [this] {
        updateState();
        selectSomething();
    });
    connect(feed, &JobFeed::historyFailed, this, [this](const Error &error) {
        showNotice(tr("The history of jobs could not be read or changed. %1").arg(errorSentences(error)));
    });
    connect(&m_workspace->jobs(), &JobRunner::historyFailed, this, [this](const Error &error) {
        showNotice(tr("A job runs and is not recorded in the history. %1").arg(errorSentences(error)));
    });
}

QString JobsPage::title() const
{
    return tr("&Jobs");
}

QIcon JobsPage::icon() const
{
    return symbolIcon(u"jobs"_s);
}

QList<QAction *> JobsPage::menuActions() const
{
    return m_commands->actions();
}

void JobsPage::find()
{
    if (m_log->isAncestorOf(focusWidget()) && m_log->isVisible()) {
        m_log->focusSearch();
        return;
    }
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void JobsPage::focusContent()
{
    m_table->setFocus();
    m_workspace->jobFeed().readHistory();
    selectSomething();
}

// So that the keys have a job to act on. A job that is still on its way from the history goes first.
void JobsPage::selectSomething()
{
    if (m_table->hasFocus() && m_wanted.isNull() && m_table->currentJob().isNull() && m_jobs->rowCount() > 0)
        m_table->selectJob(m_jobs->index(0, JobModel::StateColumn).data(KeyRole).toUuid());
}

void JobsPage::showJob(const QUuid &job)
{
    m_table->selectJob(job);
    if (m_table->currentJob() == job)
        return;
    m_filter->setCurrentIndex(0);
    m_onlyThis->setChecked(false);
    m_search->clear();
    m_table->selectJob(job);
    // It may still be on its way from the history.
    if (m_table->currentJob() != job)
        m_wanted = job;
}

void JobsPage::selectJobs()
{
    const QUuid current = m_table->currentJob();
    m_header->showJob(current);
    m_log->showJob(current);
    m_header->setAdvice(m_log->advice());
    m_commands->setJobs(current, m_table->selectedJobs());
    m_commands->setHasLog(m_log->hasRecords());
}

void JobsPage::updateFilter()
{
    m_jobs->setFilter(JobFilter(m_filter->currentData().toInt()));
    const Session *session = m_workspace->session();
    m_jobs->setDeployment(m_onlyThis->isChecked() && session ? session->deployment().id : QUuid());
    m_jobs->setSearch(m_search->text());
    updateState();
}

void JobsPage::updateState()
{
    m_updateTimer.stop();
    if (!m_wanted.isNull()) {
        m_table->selectJob(m_wanted);
        if (m_table->currentJob() == m_wanted)
            m_wanted = {};
    }
    m_commands->update();

    QList<JobInfo> asking = m_workspace->jobs().unfinishedJobs();
    asking.removeIf([](const JobInfo &job) { return job.state != JobState::WaitingForAnswer; });
    m_question->setVisible(!asking.isEmpty());
    if (asking.size() == 1)
        m_questionText->setText(tr("%1 asks a question and waits for the answer.").arg(jobName(asking.first())));
    else
        m_questionText->setText(tr("%n job(s) ask questions and wait for the answers.", nullptr, int(asking.size())));

    if (m_workspace->jobModel()->rowCount() > 0)
        m_table->setEmptyText(tr("No job matches the filter. Show all jobs, or clear the filter."));
    else if (m_workspace->jobFeed().isHistoryRead() || !m_workspace->history())
        m_table->setEmptyText(
            tr("No jobs yet. Every command that is run from this console is listed here: back up a pool "
               "from the page Pools."));
    else
        m_table->setEmptyText(tr("The history of jobs is being read…"));
}

void JobsPage::showNotice(const QString &text)
{
    m_notice->setText(text);
    m_notice->show();
}

void JobsPage::saveLog(const QUuid &job, const QString &path)
{
    if (!m_workspace->history()) {
        showNotice(tr("There is no history from which the log could be saved. Copy it instead."));
        return;
    }
    auto *saving = new LogExport(m_workspace->history(), job, path, this);
    connect(saving, &LogExport::saved, this, [this](const QString &file) {
        showNotice(tr("The log was saved as %1.").arg(QDir::toNativeSeparators(file)));
    });
    connect(saving, &LogExport::failed, this, &JobsPage::showNotice);
    saving->start();
}

} // namespace cspool
