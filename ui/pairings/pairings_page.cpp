#include "ui/pairings/pairings_page.h"

#include "model/message_text.h"
#include "model/server_versions.h"
#include "model/time_text.h"
#include "ui/empty_state.h"
#include "ui/icons.h"
#include "ui/pairings/pairing_picture.h"
#include "ui/status_delegate.h"
#include "ui/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Reading<BackupServiceStatus> statusOnly(const Reading<PoolStatus> &reading)
{
    return {reading.value ? std::optional(reading.value->status) : std::nullopt, reading.readAt, reading.error,
            reading.isBeingRead};
}

// As spreadsheets take it, with the headers first.
QString tabSeparated(const QAbstractItemModel &model, const QList<int> &rows)
{
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.headerData(column, Qt::Horizontal).toString());
    lines.append(cells.join(u'\t'));
    for (const int row : rows) {
        cells.clear();
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace

PairingsPage::PairingsPage(Workspace *workspace, QWidget *parent)
    : ConsolePage(parent)
    , m_workspace(workspace)
    , m_pictureRows(PairingFilterModel::Order::ByAttention)
    , m_tableRows(PairingFilterModel::Order::ByColumn)
    , m_filter(new QLineEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_picture(new PairingPicture(this))
    , m_table(new QTableView(this))
    , m_empty(new EmptyState(this))
    , m_summary(new QLabel(this))
{
    m_pictureRows.setSourceModel(&m_model);
    m_tableRows.setSourceModel(&m_model);
    m_picture->setObjectName(u"pairingPicture"_s);
    m_picture->setAccessibleName(tr("Pool pairings"));
    m_picture->setAccessibleDescription(
        tr("Pairs of pools with the state of both directions. Up and Down go from pair to pair, Left and Right from "
           "pool to pool, Enter shows the pool."));
    m_picture->setContextMenuPolicy(Qt::CustomContextMenu);
    m_picture->setModel(&m_pictureRows);
    makeTable();
    makeActions();
    layOut();

    m_wanting.setSingleShot(true);
    m_wanting.setInterval(100ms);
    connect(&m_wanting, &QTimer::timeout, this, &PairingsPage::wantVisiblePools);
    const auto want = [this] { m_wanting.start(); };
    connect(m_picture, &PairingPicture::visiblePoolsChanged, this, want);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, want);
    connect(m_picture, &PairingPicture::poolActivated, this, &PairingsPage::poolActivated);
    connect(m_table, &QTableView::activated, this, &PairingsPage::showPool);
    for (QTableView *view : {static_cast<QTableView *>(m_picture), m_table}) {
        connect(view, &QWidget::customContextMenuRequested, this, &PairingsPage::showContextMenu);
        connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, &PairingsPage::updateState);
    }
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_pictureRows.setFilterText(text);
        m_tableRows.setFilterText(text);
        updateState();
        m_wanting.start();
    });
    m_clock.setInterval(20s);
    connect(&m_clock, &QTimer::timeout, this, &PairingsPage::updateClock);
    m_clock.start();
    connect(m_workspace, &Workspace::deploymentAboutToChange, this, [this] {
        if (DeploymentMonitor *monitor = m_workspace->monitor())
            disconnect(monitor, nullptr, this, nullptr);
        m_pools.clear();
        m_model.clear();
    });
    connect(m_workspace, &Workspace::deploymentChanged, this, &PairingsPage::connectMonitor);
    connectMonitor();
}

void PairingsPage::makeTable()
{
    m_table->setObjectName(u"pairingTable"_s);
    m_table->setAccessibleName(tr("Table of pool pairings"));
    m_table->setModel(&m_tableRows);
    m_table->setItemDelegate(new StatusDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionsMovable(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(PairingModel::PoolColumn, Qt::AscendingOrder);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() * 3 / 2);
    const int character = m_table->fontMetrics().averageCharWidth();
    constexpr int characters[] = {28, 14, 18, 22, 28, 24, 24, 26};
    for (int column = 0; column < int(std::size(characters)); ++column)
        m_table->setColumnWidth(column, characters[column] * character);
}

QAction *PairingsPage::addPageAction(const QString &text, const QString &iconName, const QString &objectName,
                                     void (PairingsPage::*slot)())
{
    auto *action = new QAction(symbolIcon(iconName), text, this);
    action->setObjectName(objectName);
    // Other pages have the same keys for the same things.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    m_actions.append(action);
    return action;
}

void PairingsPage::makeActions()
{
    m_backUp = addPageAction(tr("&Back up…"), u"backup"_s, u"pairingsBackUp"_s, &PairingsPage::backUp);
    m_backUp->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    m_synchronise = addPageAction(tr("S&ynchronise…"), u"sync"_s, u"pairingsSynchronise"_s, &PairingsPage::synchronise);
    m_guided = addPageAction(tr("&Guided failover or failback…"), u"guided-failover"_s, u"pairingsGuided"_s,
                             &PairingsPage::showReadiness);
    m_showPool = addPageAction(tr("Show &pool"), u"pool"_s, u"pairingsShowPool"_s, &PairingsPage::showPool);
    m_actions.append(nullptr);
    m_copy = addPageAction(tr("&Copy as text"), u"copy"_s, u"pairingsCopy"_s, &PairingsPage::copy);
    m_copy->setShortcut(QKeySequence::Copy);
    m_actions.append(nullptr);
    m_showTable = addPageAction(tr("Show as &table"), u"table"_s, u"pairingsTable"_s, &PairingsPage::toggleTable);
    m_showTable->setCheckable(true);
    m_showTable->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
}

void PairingsPage::layOut()
{
    m_filter->setObjectName(u"pairingFilter"_s);
    m_filter->setPlaceholderText(tr("Pool, site, version or status"));
    m_filter->setClearButtonEnabled(true);
    auto *label = new QLabel(tr("Fi&lter:"), this);
    label->setBuddy(m_filter);
    auto *toggle = new QToolButton(this);
    toggle->setObjectName(u"pairingTableButton"_s);
    toggle->setDefaultAction(m_showTable);
    toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toggle->setFocusPolicy(Qt::TabFocus);
    toggle->setAccessibleName(tr("Show as table"));
    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_filter, 1);
    top->addWidget(toggle);

    m_empty->setObjectName(u"pairingsEmpty"_s);
    connect(m_empty, &EmptyState::activated, this, &PairingsPage::leaveEmptyState);
    m_summary->setObjectName(u"pairingsSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_stack->addWidget(m_picture);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_summary);
    setTabOrder(m_filter, toggle);
    setTabOrder(toggle, m_picture);
    setTabOrder(m_picture, m_table);
}

QString PairingsPage::title() const
{
    return tr("Pool p&airings");
}

QIcon PairingsPage::icon() const
{
    return symbolIcon(u"pairings"_s);
}

QList<QAction *> PairingsPage::menuActions() const
{
    return m_actions;
}

void PairingsPage::find()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void PairingsPage::focusContent()
{
    if (m_stack->currentWidget() == m_empty)
        m_filter->setFocus();
    else
        m_stack->currentWidget()->setFocus();
}

void PairingsPage::connectMonitor()
{
    if (DeploymentMonitor *monitor = m_workspace->monitor()) {
        connect(monitor, &DeploymentMonitor::poolsChanged, this, &PairingsPage::readPools);
        connect(monitor, &DeploymentMonitor::servicesChanged, this, &PairingsPage::readPools);
        connect(monitor, &DeploymentMonitor::poolStatesChanged, this,
                [this, monitor] { m_model.setPoolStates(monitor->poolStates()); });
        // The clock is not set for each of them, since that looks at all rows.
        connect(monitor, &DeploymentMonitor::poolStatusChanged, this,
                [this, monitor](const QString &fqdn) { setStatus(fqdn, monitor->status(fqdn)); });
        m_model.setPoolStates(monitor->poolStates());
    }
    readPools();
    updateClock();
}

void PairingsPage::setStatus(const QString &fqdn, const Reading<PoolStatus> &status)
{
    m_model.setStatus(fqdn, statusOnly(status), status.value ? status.value->warnings : QList<WarningRecord>());
}

// A server's Get-CsPool does not tell versions; its services do.
QList<Pool> PairingsPage::poolsWithVersions()
{
    DeploymentMonitor *monitor = m_workspace->monitor();
    QList<Pool> pools = *monitor->pools().value;
    const bool isMissing = std::any_of(pools.cbegin(), pools.cend(), [](const Pool &pool) {
        return pool.canBeBackedUp() && pool.serverVersion.isEmpty();
    });
    if (!isMissing)
        return pools;
    if (isVisible())
        monitor->wantServices();
    const QHash<QString, QString> versions = serverVersions(monitor->services().value.value_or(QList<Service>()));
    for (Pool &pool : pools) {
        if (pool.serverVersion.isEmpty())
            pool.serverVersion = versions.value(pool.fqdn);
    }
    return pools;
}

void PairingsPage::readPools()
{
    DeploymentMonitor *monitor = m_workspace->monitor();
    // Pairing very many pools takes long, and most often nobody looks at them: they are paired when they are shown.
    if (isVisible() && monitor && monitor->pools().value) {
        const QList<Pool> pools = poolsWithVersions();
        // Mostly the same as before and only read again: then they share their data, and comparing them costs nothing.
        if (pools != m_pools) {
            m_pools = pools;
            m_model.setPools(pools, m_workspace->session()->deployment().kind);
            for (const Pool &pool : pools) {
                if (const Reading<PoolStatus> status = monitor->status(pool.fqdn); status.value || status.error)
                    setStatus(pool.fqdn, status);
            }
        }
    }
    updateState();
    m_wanting.start();
}

void PairingsPage::updateClock()
{
    if (const DeploymentMonitor *monitor = m_workspace->monitor())
        m_model.setClock(m_workspace->desktop().now(), monitor->oldAge());
    updateState();
}

bool PairingsPage::isTable() const
{
    return m_showTable->isChecked();
}

QString PairingsPage::currentPool() const
{
    if (m_stack->currentWidget() == m_picture)
        return m_picture->currentPool();
    return m_stack->currentWidget() == m_table ? m_table->currentIndex().data(KeyRole).toString() : QString();
}

void PairingsPage::updateState()
{
    QWidget *shown = isTable() ? static_cast<QWidget *>(m_table) : m_picture;
    m_stack->setCurrentWidget(showEmptyState() ? m_empty : shown);
    m_summary->setText(summaryText());
    m_summary->setVisible(!m_summary->text().isEmpty());
    updateActions();
}

bool PairingsPage::showEmptyState()
{
    const DeploymentMonitor *monitor = m_workspace->monitor();
    if (!monitor) {
        m_empty->setMessage(u"pairings"_s, tr("No deployment is open"),
                            tr("Open a deployment to see which pool backs up which."));
    } else if (!monitor->pools().value && monitor->pools().error) {
        const Error &error = *monitor->pools().error;
        m_empty->setMessage(u"warning"_s, tr("The pools could not be read"), errorSentences(error), tr("Read a&gain"));
    } else if (!monitor->pools().value) {
        m_empty->setMessage(u"pairings"_s, tr("Reading the pools…"), {});
    } else if (m_model.rowCount() == 0) {
        m_empty->setMessage(u"pairings"_s, tr("No pool can be backed up"),
                            tr("No pool of this deployment has user services and a Registrar."));
    } else if (m_pictureRows.rowCount() == 0) {
        m_empty->setMessage(u"filter"_s, tr("No pairing matches the filter"),
                            tr("Every word of the filter must stand in a pool's name, site, version or status."),
                            tr("Clear the filt&er"));
    } else {
        return false;
    }
    return true;
}

void PairingsPage::leaveEmptyState()
{
    if (m_model.rowCount() > 0) {
        m_filter->clear();
        focusContent();
    } else if (m_workspace->monitor()) {
        m_workspace->monitor()->refresh();
    }
}

void PairingsPage::updateActions()
{
    const QString pool = currentPool();
    const std::optional<Pool> known = m_workspace->monitor() ? m_workspace->monitor()->pool(pool) : std::nullopt;
    const bool isPaired = known && !known->backupPoolFqdn.isEmpty();
    m_backUp->setEnabled(isPaired);
    m_synchronise->setEnabled(isPaired);
    m_guided->setEnabled(isPaired);
    m_showPool->setEnabled(!pool.isEmpty());
    m_copy->setEnabled(!pool.isEmpty());
}

void PairingsPage::selectPool(const QString &fqdn)
{
    const int row = m_model.rowOf(fqdn);
    if (row < 0)
        return;
    const bool isSecond = m_model.pools(row).first() != fqdn;
    const QModelIndex index = m_model.index(row, isSecond ? PairingModel::BackupPoolColumn : PairingModel::PoolColumn);
    if (!m_pictureRows.mapFromSource(index).isValid())
        m_filter->clear();
    m_picture->setCurrentIndex(m_pictureRows.mapFromSource(index));
    m_table->setCurrentIndex(m_tableRows.mapFromSource(index));
    updateState();
}

// Sentences, each complete in itself.
QString PairingsPage::summaryText() const
{
    const DeploymentMonitor *monitor = m_workspace->monitor();
    if (!monitor || !monitor->pools().value)
        return {};
    int lonePools = 0;
    int oddPairs = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const int rank = m_model.index(row, 0).data(PairingModel::RankRole).toInt();
        lonePools += rank == 0 ? 1 : 0;
        oddPairs += rank == 1 ? 1 : 0;
    }
    QStringList sentences{tr("%n pair(s) of pools.", nullptr, m_model.rowCount() - lonePools)};
    if (lonePools > 0)
        sentences.append(tr("%n pool(s) without a backup pool.", nullptr, lonePools));
    if (oddPairs > 0)
        sentences.append(tr("%n pair(s) that are not supported, or not mutual.", nullptr, oddPairs));
    const QString age = ageText(monitor->pools().readAt, m_workspace->desktop().now());
    sentences.append(monitor->pools().error ? tr("The pools could not be read again: %1 What you see was read %2.")
                                                  .arg(monitor->pools().error->message, age)
                                            : tr("Pools read %1.").arg(age));
    return sentences.join(u' ');
}

void PairingsPage::showEvent(QShowEvent *event)
{
    ConsolePage::showEvent(event);
    readPools();
    updateClock();
    m_wanting.start();
}

QStringList PairingsPage::visiblePoolsOfTable() const
{
    QStringList pools;
    if (m_table->viewport()->height() <= 0)
        return pools;
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    const int end = last < 0 ? m_tableRows.rowCount() : last + 1;
    for (int row = std::max(0, m_table->rowAt(0)); row < end; ++row) {
        const QString second = m_tableRows.index(row, PairingModel::BackupPoolColumn).data(KeyRole).toString();
        if (!second.isEmpty())
            pools << m_tableRows.index(row, PairingModel::PoolColumn).data(KeyRole).toString() << second;
    }
    return pools;
}

void PairingsPage::wantVisiblePools()
{
    if (isVisible() && m_workspace->monitor())
        m_workspace->monitor()->setWantedPools(isTable() ? visiblePoolsOfTable() : m_picture->visiblePools());
}

void PairingsPage::backUp()
{
    requestCommand(u"Backup-CsPool"_s);
}

void PairingsPage::synchronise()
{
    requestCommand(u"Invoke-CsBackupServiceSync"_s);
}

void PairingsPage::requestCommand(const QString &cmdlet)
{
    if (const QString pool = currentPool(); !pool.isEmpty())
        Q_EMIT commandRequested(Command(cmdlet), {pool});
}

void PairingsPage::showPool()
{
    if (const QString pool = currentPool(); !pool.isEmpty())
        Q_EMIT poolActivated(pool);
}

void PairingsPage::showReadiness()
{
    if (const QString pool = currentPool(); !pool.isEmpty())
        Q_EMIT readinessRequested(pool);
}

void PairingsPage::copy()
{
    const QAbstractItemView *view = isTable() ? m_table : static_cast<QTableView *>(m_picture);
    QList<int> rows;
    const QModelIndexList indexes = view->selectionModel()->selectedIndexes() << view->currentIndex();
    for (const QModelIndex &index : indexes) {
        if (index.isValid() && !rows.contains(index.row()))
            rows.append(index.row());
    }
    std::sort(rows.begin(), rows.end());
    QGuiApplication::clipboard()->setText(tabSeparated(*view->model(), rows));
}

void PairingsPage::toggleTable()
{
    // The pool that was current in one view is so in the other.
    QTableView *from = isTable() ? static_cast<QTableView *>(m_picture) : m_table;
    QTableView *to = isTable() ? m_table : static_cast<QTableView *>(m_picture);
    const auto *fromRows = static_cast<PairingFilterModel *>(from->model());
    const auto *toRows = static_cast<PairingFilterModel *>(to->model());
    const bool hadFocus = from->hasFocus();
    if (const QModelIndex current = fromRows->mapToSource(from->currentIndex()); current.isValid())
        to->setCurrentIndex(toRows->mapFromSource(current));
    updateState();
    if (hadFocus)
        focusContent();
    m_wanting.start();
}

void PairingsPage::showContextMenu(const QPoint &position)
{
    auto *view = qobject_cast<QAbstractItemView *>(sender());
    if (!view || currentPool().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"pairingsContextMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_backUp, m_synchronise, m_guided, m_showPool});
    menu->addSeparator();
    menu->addAction(m_copy);
    menu->popup(view->viewport()->mapToGlobal(position));
}

} // namespace cspool
