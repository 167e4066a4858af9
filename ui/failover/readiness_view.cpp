#include "ui/failover/readiness_view.h"

#include "backend/known_servers.h"
#include "model/time_text.h"
#include "ui/empty_state.h"
#include "ui/failover/check_details.h"
#include "ui/failover/pool_chooser.h"
#include "ui/failover/stacking_splitter.h"
#include "ui/pools/status_label.h"
#include "ui/status_delegate.h"
#include "ui/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ReadinessView::ReadinessView(Workspace *workspace, QAction *begin, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_chooser(new PoolChooser(this))
    , m_verdict(new StatusLabel(this))
    , m_time(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_table(new QTableView(this))
    , m_details(new CheckDetails(
          [workspace](const Command &command) {
              return workspace->session() && workspace->session()->cmdletInfo(command.cmdlet());
          },
          this))
{
    makeTable();
    auto *splitter = new StackingSplitter(120, 58, this);
    splitter->addWidget(m_table);
    splitter->addWidget(m_details);
    m_checks = splitter;
    m_empty->setObjectName(u"failoverEmpty"_s);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_checks);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_chooser);
    layout->addWidget(makeVerdictRow(begin));
    layout->addWidget(m_stack, 1);
    setTabOrder(m_chooser, m_verdictRow);
    setTabOrder(m_verdictRow, m_table);
    setTabOrder(m_table, m_details);

    connect(m_chooser, &PoolChooser::goalChanged, this, &ReadinessView::changeGoal);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReadinessView::showCurrentCheck);
    connect(m_details, &CheckDetails::commandRequested, this, &ReadinessView::request);
    connect(&m_clock, &QTimer::timeout, this, &ReadinessView::updateClock);
    m_clock.start(15s);
    connect(&workspace->jobs(), &JobRunner::jobFinished, this, &ReadinessView::noteFinishedJob);
    connect(workspace, &Workspace::deploymentAboutToChange, this, &ReadinessView::leaveDeployment);
    connect(workspace, &Workspace::deploymentChanged, this, &ReadinessView::followDeployment);
    connect(workspace, &Workspace::connectionChanged, this, &ReadinessView::showChecks);
    followDeployment();
}

ReadinessView::~ReadinessView() = default;

void ReadinessView::makeTable()
{
    m_table->setObjectName(u"failoverChecks"_s);
    m_table->setAccessibleName(tr("Checks"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new StatusDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() * 3 / 2);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = m_table->fontMetrics().averageCharWidth();
    m_table->setColumnWidth(FailoverCheckModel::VerdictColumn, 14 * character);
    m_table->setColumnWidth(FailoverCheckModel::TitleColumn, 28 * character);
    m_table->setColumnWidth(FailoverCheckModel::TimeColumn, 15 * character);
    header->setSectionResizeMode(FailoverCheckModel::FindingColumn, QHeaderView::Stretch);
    m_table->setMinimumSize(30 * character, 5 * m_table->fontMetrics().height());
}

QWidget *ReadinessView::makeVerdictRow(QAction *begin)
{
    m_verdict->setObjectName(u"failoverVerdict"_s);
    QFont font = m_verdict->font();
    font.setBold(true);
    m_verdict->setFont(font);
    m_verdict->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_time->setObjectName(u"failoverTime"_s);
    m_time->setTextFormat(Qt::PlainText);
    auto *button = new QPushButton(begin->icon(), begin->text(), this);
    button->setObjectName(u"failoverBeginButton"_s);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, begin, &QAction::trigger);
    const auto follow = [begin, button] {
        button->setEnabled(begin->isEnabled());
        button->setToolTip(begin->toolTip());
        button->setAccessibleDescription(begin->statusTip());
    };
    connect(begin, &QAction::changed, button, follow);
    follow();
    auto *row = new QWidget(this);
    m_verdictRow = row;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_verdict, 1);
    layout->addWidget(m_time);
    layout->addWidget(button);
    return row;
}

// --- the deployment

void ReadinessView::leaveDeployment()
{
    if (OpenDeployment *left = m_workspace->current()) {
        disconnect(left->monitor(), nullptr, this, nullptr);
        if (const std::optional<FailoverGoal> chosen = goal())
            m_lastGoals.insert(left->info().location, *chosen);
        else
            m_lastGoals.remove(left->info().location);
    }
    m_wanted.reset();
    m_survey.reset(); // before the queries go
    m_chooser->clear();
}

void ReadinessView::followDeployment()
{
    if (DeploymentMonitor *monitor = m_workspace->monitor()) {
        connect(monitor, &DeploymentMonitor::poolsChanged, this, &ReadinessView::readPools);
        connect(monitor, &DeploymentMonitor::poolStatesChanged, this, &ReadinessView::readPools);
        const auto last = m_lastGoals.constFind(m_workspace->session()->deployment().location);
        if (last != m_lastGoals.cend())
            m_wanted = {last->pool, last->direction, last->isDisaster};
    }
    readPools();
}

void ReadinessView::readPools()
{
    if (const DeploymentMonitor *monitor = m_workspace->monitor(); monitor && monitor->pools().value) {
        const auto &states = monitor->poolStates();
        m_chooser->setPools(*monitor->pools().value, states.isKnown() ? *states.value : QHash<QString, PoolState>());
        if (const std::optional<Choice> wanted = std::exchange(m_wanted, {}))
            m_chooser->choose(wanted->pool, wanted->direction, wanted->isDisaster);
    }
    updateVerdict();
}

void ReadinessView::choose(const QString &pool, const std::optional<FailoverDirection> &direction, bool isDisaster)
{
    if (!m_chooser->choose(pool, direction, isDisaster))
        m_wanted = {pool, direction, isDisaster};
}

std::optional<FailoverGoal> ReadinessView::goal() const
{
    return m_chooser->goal();
}

const FailoverFacts *ReadinessView::facts() const
{
    return m_survey ? &m_survey->facts() : nullptr;
}

bool ReadinessView::isReading() const
{
    return m_survey && m_survey->isReading();
}

bool ReadinessView::isConnected() const
{
    return m_workspace->connection().kind == ConnectionState::Kind::Connected;
}

// --- the checks

void ReadinessView::changeGoal()
{
    const std::optional<FailoverGoal> chosen = goal();
    m_hasBeenRead = false;
    if (!chosen || !m_workspace->queries()) {
        m_survey.reset();
    } else if (m_survey && m_survey->facts().goal.pool == chosen->pool) {
        m_survey->setGoal(*chosen);
    } else {
        m_survey = std::make_unique<FailoverSurvey>(m_workspace->queries(), *chosen);
        connect(m_survey.get(), &FailoverSurvey::changed, this, &ReadinessView::showChecks);
        connect(m_survey.get(), &FailoverSurvey::finished, this, [this] {
            m_hasBeenRead = true;
            showChecks();
        });
    }
    refresh();
    showChecks();
    if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
        m_table->selectRow(0);
}

void ReadinessView::refresh()
{
    m_isStale = false;
    if (m_survey) {
        const KnownServers known(&m_workspace->settings());
        if (const auto server = known.server(QUrl(m_workspace->session()->deployment().location)))
            m_survey->setAnswerTimeout(server->settings.queryTimeout);
        m_survey->read();
    }
    updateVerdict();
}

void ReadinessView::showChecks()
{
    QList<FailoverCheck> checks = m_survey ? m_survey->checks() : QList<FailoverCheck>();
    if (!isConnected()) {
        for (FailoverCheck &check : checks)
            check = unknownWithoutConnection(check);
    }
    m_model.setChecks(checks);
    showCurrentCheck();
    updateClock();
}

void ReadinessView::showCurrentCheck()
{
    const QModelIndex current = m_table->currentIndex();
    m_details->setCheck(current.isValid() ? std::optional(m_model.check(current.row())) : std::nullopt);
    m_details->setTime(m_workspace->desktop().now(), current.isValid() && m_model.isOld(current.row()));
}

void ReadinessView::updateClock()
{
    if (const DeploymentMonitor *monitor = m_workspace->monitor())
        m_model.setClock(m_workspace->desktop().now(), monitor->oldAge());
    const QModelIndex current = m_table->currentIndex();
    m_details->setTime(m_workspace->desktop().now(), current.isValid() && m_model.isOld(current.row()));
    updateVerdict();
}

void ReadinessView::updateVerdict()
{
    m_stack->setCurrentWidget(m_survey ? m_checks : static_cast<QWidget *>(m_empty));
    m_verdictRow->setVisible(m_survey != nullptr);
    if (m_survey) {
        const bool isFirst = m_survey->isReading() && !m_hasBeenRead;
        const QList<FailoverCheck> &checks = m_model.checks();
        m_verdict->setStatus(isFirst ? StatusTone::Working : toneOf(overallVerdict(checks)),
                             isFirst ? tr("The checks are being read…") : overallText(checks));
        QDateTime oldest;
        for (const FailoverCheck &check : checks) {
            if (check.trueAt.isValid() && (!oldest.isValid() || check.trueAt < oldest))
                oldest = check.trueAt;
        }
        const bool isAgain = m_survey->isReading() && m_hasBeenRead;
        m_time->setText(
            isAgain ? tr("Is being read again…")
                : isFirst || !oldest.isValid()
                ? QString()
                : tr("Read %1", "an age: 2 minutes ago").arg(ageText(oldest, m_workspace->desktop().now())));
        m_time->setToolTip(oldest.isValid() ? tr("The oldest of them was true at %1.").arg(fullTimeText(oldest))
                                            : QString());
    } else {
        m_empty->setMessage(u"failover"_s, tr("Is a pool ready to be failed over?"),
                            tr("Choose a pool and the way above. All that matters is read then, and nothing is "
                               "changed: the pairing, both directions, the pool states, the Central Management "
                               "store, Edge pools and what is not carried over."));
    }
    Q_EMIT changed();
}

// What a command has changed, the one of a remedy for example, is looked at again.
void ReadinessView::noteFinishedJob(const QUuid &job)
{
    const std::optional<JobInfo> info = m_workspace->jobs().job(job);
    const Session *session = m_workspace->session();
    if (!m_survey || !info || !session || info->deploymentId != session->deployment().id
        || info->outcome == Outcome::Previewed)
        return;
    const CmdletInfo *cmdlet = session->cmdletInfo(info->cmdlet);
    if (!cmdlet || !cmdlet->changesData)
        return;
    m_isStale = true;
    // Also while a run is looked at beside it: its questions say what would be lost now.
    if (parentWidget()->isVisible())
        refresh();
}

void ReadinessView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
    updateClock();
}

QString ReadinessView::currentCheckAsText() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model.asText(current.row()) : QString();
}

void ReadinessView::focusContent()
{
    if (m_survey)
        m_table->setFocus();
    else
        focusPool();
}

void ReadinessView::focusPool()
{
    m_chooser->focusPool();
}

void ReadinessView::request(const Command &command)
{
    Command prefilled = command;
    const QString pool = prefilled.string(u"PoolFqdn");
    prefilled.remove(u"PoolFqdn");
    Q_EMIT commandRequested(prefilled, pool.isEmpty() ? QStringList() : QStringList{pool});
}

} // namespace cspool
