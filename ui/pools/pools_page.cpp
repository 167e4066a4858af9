#include "ui/pools/pools_page.h"

#include "model/message_text.h"
#include "model/pool_filter_model.h"
#include "ui/empty_state.h"
#include "ui/icons.h"
#include "ui/notice_bar.h"
#include "ui/pools/pool_actions.h"
#include "ui/pools/pool_details.h"
#include "ui/pools/pools_table.h"
#include "ui/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Setting<QByteArray> splitterSetting{"pools/splitter", {}};
const Setting<bool> detailsSetting{"pools/showDetails", true};

// As many ended jobs as are looked through for last runs; a pool that is not among them is unknown, not "none".
constexpr int HistoryLimit = 20000;

bool isLastRun(const JobInfo &job)
{
    return job.state == JobState::Finished && job.outcome != Outcome::Previewed && !job.pool.isEmpty()
        && job.cmdlet.compare("Backup-CsPool"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

PoolsPage::PoolsPage(Workspace *workspace, QWidget *parent)
    : ConsolePage(parent)
    , m_workspace(workspace)
    , m_model(new PoolModel(this))
    , m_filter(new PoolFilterModel(m_model, this))
    , m_filterField(new QLineEdit(this))
    , m_choice(new QComboBox(this))
    , m_count(new QLabel(this))
    , m_notice(new NoticeBar(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new PoolsTable(m_filter, &workspace->settings(), this))
    , m_empty(new EmptyState(this))
    , m_detailsArea(new QScrollArea(this))
    , m_details(new PoolDetails(workspace, this))
    , m_actions(new PoolActions(this, m_table, m_table->columnsMenu(), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeFilterRow());
    layout->addWidget(m_notice);
    layout->addWidget(makeContent(), 1);
    connectTable();
    connectActions();
    connect(workspace, &Workspace::deploymentAboutToChange, this, &PoolsPage::forgetDeployment);
    connect(workspace, &Workspace::deploymentChanged, this, &PoolsPage::followDeployment);
    connect(workspace, &Workspace::isOpeningChanged, this, &PoolsPage::showState);
    connect(&workspace->jobs(), &JobRunner::jobFinished, this, &PoolsPage::noteFinishedJob);
    connect(&m_ageTimer, &QTimer::timeout, this, &PoolsPage::updateAges);
    m_ageTimer.start(1min);
    restoreLayout();
    followDeployment();
}

PoolsPage::~PoolsPage()
{
    saveLayout();
}

QWidget *PoolsPage::makeFilterRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    auto *filterLabel = new QLabel(tr("Fi&lter:"), row);
    filterLabel->setBuddy(m_filterField);
    m_filterField->setObjectName(u"poolsFilter"_s);
    m_filterField->setPlaceholderText(tr("Type parts of a name, site, version or status"));
    m_filterField->setToolTip(tr("Every word must be found in one of the pool's columns. Escape clears the filter."));
    m_filterField->setClearButtonEnabled(true);
    m_filterField->installEventFilter(this);
    connect(m_filterField, &QLineEdit::textChanged, this, &PoolsPage::applyFilter);

    auto *choiceLabel = new QLabel(tr("Sho&w:"), row);
    choiceLabel->setBuddy(m_choice);
    m_choice->setObjectName(u"poolsChoice"_s);
    using Choice = PoolFilterModel::Choice;
    m_choice->addItem(tr("Pools that can be backed up"), QVariant::fromValue(Choice::CanBeBackedUp));
    m_choice->addItem(tr("Problems and unknown statuses"), QVariant::fromValue(Choice::NeedsAttention));
    m_choice->addItem(tr("Without a backup pool"), QVariant::fromValue(Choice::WithoutBackupPool));
    m_choice->addItem(tr("All pools and servers"), QVariant::fromValue(Choice::All));
    m_choice->setToolTip(tr("SQL Servers, file servers, Directors and Edge pools cannot be backed up; "
                            "\"All pools and servers\" shows them too."));
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PoolsPage::applyFilter);

    m_count->setObjectName(u"poolsCount"_s);
    layout->addWidget(filterLabel);
    layout->addWidget(m_filterField, 1);
    layout->addWidget(choiceLabel);
    layout->addWidget(m_choice);
    layout->addWidget(m_count);
    return row;
}

QWidget *PoolsPage::makeContent()
{
    m_empty->setObjectName(u"poolsEmpty"_s);
    m_notice->setObjectName(u"poolsNotice"_s);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_splitter->setObjectName(u"poolsSplitter"_s);
    m_splitter->addWidget(m_stack);
    m_detailsArea->setWidget(m_details);
    m_detailsArea->setWidgetResizable(true);
    m_detailsArea->setFrameShape(QFrame::NoFrame);
    m_detailsArea->setFocusPolicy(Qt::NoFocus);
    m_splitter->addWidget(m_detailsArea);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    connect(m_notice, &NoticeBar::activated, this, &PoolsPage::followNotice);
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_model->rowCount() > 0)
            clearFilter();
        else if (m_workspace->monitor())
            m_workspace->monitor()->refresh();
    });
    return m_splitter;
}

void PoolsPage::connectTable()
{
    connect(m_table, &PoolsTable::visiblePoolsChanged, this, &PoolsPage::wantVisiblePools);
    connect(m_table, &PoolsTable::contextMenuRequested, this, &PoolsPage::showContextMenu);
    connect(m_table, &QAbstractItemView::activated, this, [this] {
        m_actions->details()->setChecked(true);
        m_details->setFocus();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PoolsPage::updateSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PoolsPage::updateDetails);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &PoolsPage::noteChange);
    // One filter takes away thousands of rows, a few at a time.
    m_stateTimer.setSingleShot(true);
    connect(&m_stateTimer, &QTimer::timeout, this, &PoolsPage::showState);
    const auto countAnew = [this] { m_stateTimer.start(0); };
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, countAnew);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, countAnew);
    connect(m_filter, &QAbstractItemModel::modelReset, this, countAnew);
    connect(m_details, &PoolDetails::shownPoolsChanged, this, &PoolsPage::wantVisiblePools);
    connect(m_details, &PoolDetails::commandRequested, this, &PoolsPage::commandRequested);
    connect(m_details, &PoolDetails::jobActivated, this, &PoolsPage::jobActivated);
    connect(m_details, &PoolDetails::readinessRequested, this, &PoolsPage::readinessRequested);
}

void PoolsPage::connectActions()
{
    connect(m_actions, &PoolActions::commandRequested, this,
            [this](const Command &command) { Q_EMIT commandRequested(command, selectedPools()); });
    connect(m_actions, &PoolActions::partRequested, this, &PoolsPage::offerPart);
    connect(m_actions, &PoolActions::pairingRequested, this,
            [this] { Q_EMIT pairingRequested(selectedPools().value(0)); });
    connect(m_actions, &PoolActions::guidedRequested, this,
            [this] { Q_EMIT readinessRequested(selectedPools().value(0)); });
    connect(m_actions, &PoolActions::refreshRequested, this, &PoolsPage::refreshSelectedPools);
    connect(m_actions, &PoolActions::copyRequested, this,
            [this] { QGuiApplication::clipboard()->setText(m_table->selectionAsText()); });
    connect(m_actions, &PoolActions::copyNamesRequested, this,
            [this] { QGuiApplication::clipboard()->setText(selectedPools().join(u'\n')); });
    connect(m_actions, &PoolActions::selectAllRequested, m_table, &QAbstractItemView::selectAll);
    connect(m_actions, &PoolActions::detailsToggled, this, [this](bool areShown) {
        m_detailsArea->setVisible(areShown);
        m_workspace->settings().setValue(detailsSetting, areShown);
        wantVisiblePools();
    });
}

QString PoolsPage::title() const
{
    return tr("&Pools");
}

QIcon PoolsPage::icon() const
{
    return symbolIcon(u"pools"_s);
}

QList<QAction *> PoolsPage::menuActions() const
{
    return m_actions->all();
}

void PoolsPage::find()
{
    m_filterField->setFocus(Qt::ShortcutFocusReason);
    m_filterField->selectAll();
}

void PoolsPage::focusContent()
{
    selectSomething();
    if (m_stack->currentWidget() == m_table)
        m_table->setFocus();
    else
        m_filterField->setFocus();
}

void PoolsPage::selectSomething()
{
    if (!m_table->selectionModel()->hasSelection() && m_filter->rowCount() > 0)
        m_table->selectPool(m_filter->index(0, int(PoolColumn::Fqdn)).data(KeyRole).toString());
}

void PoolsPage::selectPool(const QString &fqdn)
{
    m_model->completeRows();
    if (m_table->selectPool(fqdn) || m_model->rowOf(fqdn) < 0)
        return;
    clearFilter();
    if (!m_table->selectPool(fqdn)) {
        m_choice->setCurrentIndex(m_choice->findData(QVariant::fromValue(PoolFilterModel::Choice::All)));
        m_table->selectPool(fqdn);
    }
}

QStringList PoolsPage::selectedPools() const
{
    return m_table->selectedPools();
}

// --- what is read

void PoolsPage::forgetDeployment()
{
    if (OpenDeployment *left = m_workspace->current()) {
        disconnect(left->monitor(), nullptr, this, nullptr);
        m_lastSelected.insert(left->info().location, selectedPools().value(0));
    }
    m_model->clear();
    m_endedRuns.clear();
    m_refreshed.clear();
    updateSelection(); // a model that is reset tells nobody that the selection is gone
}

void PoolsPage::followDeployment()
{
    if (DeploymentMonitor *monitor = m_workspace->monitor()) {
        connect(monitor, &DeploymentMonitor::poolsChanged, this, &PoolsPage::readPools);
        connect(monitor, &DeploymentMonitor::isReadingChanged, this, &PoolsPage::showState);
        connect(monitor, &DeploymentMonitor::poolStatusChanged, this, &PoolsPage::readStatus);
        connect(monitor, &DeploymentMonitor::poolStatesChanged, this,
                [this] { m_model->setPoolStates(m_workspace->monitor()->poolStates()); });
        connect(monitor, &DeploymentMonitor::centralManagementChanged, this,
                [this] { m_model->setCentralManagement(m_workspace->monitor()->centralManagement()); });
        connect(monitor, &DeploymentMonitor::servicesChanged, this,
                [this] { m_model->setServices(m_workspace->monitor()->services()); });
        updateAges();
        readPools();
        readWhatIsKnown();
        readLastRuns();
    }
    showState();
}

// Of a deployment that was on the screen before; of one that was opened just now nothing is known.
void PoolsPage::readWhatIsKnown()
{
    const DeploymentMonitor *monitor = m_workspace->monitor();
    if (!monitor->pools().value)
        return;
    m_model->completeRows();
    m_model->setPoolStates(monitor->poolStates());
    m_model->setCentralManagement(monitor->centralManagement());
    m_model->setServices(monitor->services());
    for (const Pool &pool : *monitor->pools().value) {
        if (const Reading<PoolStatus> status = monitor->status(pool.fqdn); status.value || status.error)
            readStatus(pool.fqdn);
    }
    m_table->selectPool(m_lastSelected.value(m_workspace->current()->info().location));
}

void PoolsPage::readPools()
{
    m_model->setPools(m_workspace->monitor()->pools());
    if (m_model->areVersionsMissing())
        m_workspace->monitor()->wantServices();
    selectSomething();
    showState();
}

void PoolsPage::readStatus(const QString &fqdn)
{
    const Reading<PoolStatus> reading = m_workspace->monitor()->status(fqdn);
    Reading<BackupServiceStatus> status{std::nullopt, reading.readAt, reading.error, reading.isBeingRead};
    QStringList warnings;
    if (reading.value) {
        status.value = reading.value->status;
        for (const WarningRecord &warning : reading.value->warnings)
            warnings.append(warning.message);
    }
    m_model->setStatus(fqdn, status, warnings);
    if (!reading.isBeingRead)
        m_refreshed.removeOne(fqdn);
}

void PoolsPage::readLastRuns()
{
    if (!m_workspace->history()) {
        m_model->setLastRuns({QHash<QString, JobInfo>()}, false);
        return;
    }
    const QUuid deployment = m_workspace->session()->deployment().id;
    m_workspace->history()->jobs(
        deployment, HistoryLimit, this, [this, deployment](const Result<QList<JobInfo>> &jobs) {
            if (!m_workspace->session() || m_workspace->session()->deployment().id != deployment)
                return;
            Reading<QHash<QString, JobInfo>> runs;
            if (!jobs) {
                runs.fail(jobs.error());
            } else {
                QHash<QString, JobInfo> latest;
                for (const JobInfo &job : *jobs) { // newest first
                    if (isLastRun(job) && !latest.contains(job.pool))
                        latest.insert(job.pool, job);
                }
                runs.succeed(latest, m_workspace->desktop().now());
            }
            m_model->setLastRuns(runs, !jobs || jobs->size() < HistoryLimit);
            for (const JobInfo &run : std::as_const(m_endedRuns))
                m_model->setLastRun(run);
        });
}

void PoolsPage::noteFinishedJob(const QUuid &id)
{
    const std::optional<JobInfo> job = m_workspace->jobs().job(id);
    const Session *session = m_workspace->session();
    if (!job || !session || job->deploymentId != session->deployment().id || !isLastRun(*job))
        return;
    m_endedRuns.append(*job);
    updateAges();
    m_model->setLastRun(*job);
}

void PoolsPage::updateAges()
{
    if (const DeploymentMonitor *monitor = m_workspace->monitor())
        m_model->setOldAge(monitor->oldAge());
    m_model->setNow(m_workspace->desktop().now());
    wantVisiblePools(); // what has become old is read again
}

void PoolsPage::wantVisiblePools()
{
    DeploymentMonitor *monitor = m_workspace->monitor();
    if (!monitor || !isVisible())
        return;
    QStringList wanted = m_details->isVisible() ? m_details->shownPools() : QStringList();
    wanted += m_refreshed;
    wanted += m_table->visiblePools();
    wanted.removeDuplicates();
    wanted.removeIf([this](const QString &fqdn) {
        const int row = m_model->rowOf(fqdn);
        return row < 0 || !m_model->facts(row).hasBackupStatus();
    });
    monitor->setWantedPools(wanted);
}

void PoolsPage::refreshSelectedPools()
{
    DeploymentMonitor *monitor = m_workspace->monitor();
    if (!monitor)
        return;
    m_refreshed = selectedPools();
    wantVisiblePools();
    for (const QString &fqdn : std::as_const(m_refreshed))
        monitor->refreshPool(fqdn);
}

void PoolsPage::showEvent(QShowEvent *event)
{
    ConsolePage::showEvent(event);
    // As the user left it; at first a little more for the table. Not earlier: sizes are of use once there is one.
    if (!std::exchange(m_isLaidOut, true) && !m_splitter->restoreState(m_workspace->settings().value(splitterSetting)))
        m_splitter->setSizes({height() * 55 / 100, height() * 40 / 100});
    wantVisiblePools();
}

// --- what is shown

void PoolsPage::applyFilter()
{
    m_filter->setChoice(m_choice->currentData().value<PoolFilterModel::Choice>());
    m_filter->setFilterText(m_filterField->text());
    showState();
    if (m_table->currentIndex().isValid())
        m_table->scrollTo(m_table->currentIndex());
}

void PoolsPage::clearFilter()
{
    m_filterField->clear();
    if (m_filter->rowCount() == 0)
        m_choice->setCurrentIndex(m_choice->findData(QVariant::fromValue(PoolFilterModel::Choice::All)));
    m_table->setFocus();
}

void PoolsPage::showProblems()
{
    m_filterField->clear();
    m_choice->setCurrentIndex(m_choice->findData(QVariant::fromValue(PoolFilterModel::Choice::NeedsAttention)));
    m_table->setFocus();
}

void PoolsPage::updateCount()
{
    m_count->setText(
        tr("%1 of %Ln pool(s)", "shown, all", m_model->rowCount()).arg(QLocale().toString(m_filter->rowCount())));
    m_count->setVisible(m_model->rowCount() > 0);
}

void PoolsPage::showState()
{
    m_stateTimer.stop();
    updateCount();
    const DeploymentMonitor *monitor = m_workspace->monitor();
    if (m_filter->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
    } else if (m_model->rowCount() > 0) {
        m_empty->setMessage(u"filter"_s, tr("No pool matches the filter"),
                            tr("The deployment has pools, and the filter hides all of them."), tr("&Clear filter"));
    } else if (!monitor) {
        if (m_workspace->isOpening())
            m_empty->setMessage(u"wait"_s, tr("The deployment is being opened…"), {}, {});
        else
            m_empty->setMessage(u"deployment"_s, tr("No deployment is open"),
                                tr("Open a deployment, or create one, with the menu of deployments."), {});
    } else if (monitor->pools().error) {
        m_empty->setMessage(u"error"_s, tr("The pools could not be read"), errorSentences(*monitor->pools().error),
                            tr("&Try again"));
    } else if (!monitor->pools().value) {
        m_empty->setMessage(u"wait"_s, tr("The pools are being read…"), {}, {});
    } else {
        m_empty->setMessage(u"pools"_s, tr("The deployment has no pools"), tr("Its topology names none."),
                            tr("&Read again"));
    }
    if (m_filter->rowCount() == 0) {
        const bool hadFocus = m_table->hasFocus();
        m_stack->setCurrentWidget(m_empty);
        if (hadFocus)
            m_filterField->setFocus();
    }
    showNotice();
}

void PoolsPage::showNotice()
{
    const DeploymentMonitor *monitor = m_workspace->monitor();
    if (m_offer)
        m_notice->setNotice(
            StatusTone::Attention, tr("Not all of the selected pools can take part. %1").arg(m_offer->obstacle),
            tr("&Go on with the other %Ln pool(s)", "those that can take part", int(m_offer->pools.size())));
    else if (!monitor || !monitor->pools().error || m_model->rowCount() == 0)
        m_notice->clear();
    else
        m_notice->setNotice(StatusTone::Attention,
                            tr("The pools could not be read again, so the table may be out of date: %1")
                                .arg(monitor->pools().error->message),
                            tr("&Try again"));
}

void PoolsPage::offerPart(const Command &command, const QString &obstacle, const QStringList &pools)
{
    m_offer = Offer{command, obstacle, pools};
    showNotice();
    m_notice->setFocus();
}

void PoolsPage::withdrawOffer()
{
    if (!m_offer)
        return;
    m_offer.reset();
    const bool hadFocus = m_notice->isAncestorOf(focusWidget());
    showNotice();
    if (hadFocus)
        m_table->setFocus();
}

void PoolsPage::followNotice()
{
    if (!m_offer) {
        m_workspace->monitor()->refresh();
        return;
    }
    const Offer offer = *m_offer;
    withdrawOffer();
    Q_EMIT commandRequested(offer.command, offer.pools);
}

void PoolsPage::updateSelection()
{
    withdrawOffer();
    QList<SelectedPool> pools;
    for (const int row : m_table->selectedRows())
        pools.append({&m_model->facts(row), m_model->poolState(m_model->pool(row).fqdn)});
    m_actions->setSelection(pools, m_workspace->session());
    updateDetails();
}

// What is selected may allow something else now, if its pairing or state has changed.
void PoolsPage::noteChange(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    const auto isConcerned
        = [&](PoolColumn column) { return topLeft.column() <= int(column) && bottomRight.column() >= int(column); };
    if (roles.isEmpty() && (isConcerned(PoolColumn::BackupPool) || isConcerned(PoolColumn::PoolState)))
        updateSelection();
}

// The current pool while it is selected: what is shown is what the actions are about.
void PoolsPage::updateDetails()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && m_table->selectionModel()->isSelected(current))
        m_details->setPool(m_table->currentPool());
    else
        m_details->setPool(selectedPools().value(0));
}

void PoolsPage::showContextMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"poolsContextMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (QAction *action : menuActions()) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(globalPosition);
}

bool PoolsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filterField && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Escape:
            if (m_filterField->text().isEmpty())
                focusContent();
            m_filterField->clear();
            return true;
        case Qt::Key_Down:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            focusContent();
            return true;
        default:
            break;
        }
    }
    return ConsolePage::eventFilter(watched, event);
}

void PoolsPage::saveLayout()
{
    if (m_isLaidOut)
        m_workspace->settings().setValue(splitterSetting, m_splitter->saveState());
}

void PoolsPage::restoreLayout()
{
    const bool areDetailsShown = m_workspace->settings().value(detailsSetting);
    m_actions->details()->setChecked(areDetailsShown);
    m_detailsArea->setVisible(areDetailsShown);
}

} // namespace cspool
