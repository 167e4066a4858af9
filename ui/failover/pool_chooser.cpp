#include "ui/failover/pool_chooser.h"

#include "ui/failover/failover_text.h"
#include "ui/icons.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace cspool {

using namespace Qt::StringLiterals;

PoolChooser::PoolChooser(QWidget *parent)
    : QWidget(parent)
    , m_pool(new QComboBox(this))
    , m_way(new QComboBox(this))
    , m_explanation(new QLabel(this))
{
    m_pool->setObjectName(u"failoverPool"_s);
    m_pool->setPlaceholderText(tr("Choose a pool"));
    m_way->setObjectName(u"failoverWay"_s);
    m_explanation->setObjectName(u"failoverExplanation"_s);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    for (QComboBox *box : {m_pool, m_way}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(18);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    auto *poolLabel = new QLabel(tr("Poo&l:"), this);
    poolLabel->setBuddy(m_pool);
    auto *wayLabel = new QLabel(tr("&Way:"), this);
    wayLabel->setBuddy(m_way);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(poolLabel, 0, 0);
    layout->addWidget(m_pool, 0, 1);
    layout->addWidget(wayLabel, 0, 2);
    layout->addWidget(m_way, 0, 3);
    layout->addWidget(m_explanation, 1, 0, 1, 4);
    layout->setColumnStretch(1, 3);
    layout->setColumnStretch(3, 2);
    fillWays();
    connect(m_pool, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_isWayChosen = false;
        if (index >= 0)
            chooseWayOf(m_pool->itemData(index).toString());
        announce();
    });
    connect(m_way, &QComboBox::activated, this, [this] { m_isWayChosen = true; });
    connect(m_way, &QComboBox::currentIndexChanged, this, &PoolChooser::announce);
    announce();
}

void PoolChooser::fillWays()
{
    for (const FailoverDirection direction : {FailoverDirection::FailOver, FailoverDirection::FailBack}) {
        for (const bool isDisaster : {false, true}) {
            const FailoverGoal goal{{}, direction, isDisaster};
            const QIcon icon = isDisaster ? toneIcon(StatusTone::Bad) : symbolIcon(FailoverText::symbol(goal));
            m_way->addItem(icon, FailoverText::way(direction, isDisaster));
            m_way->setItemData(m_way->count() - 1, int(direction), Qt::UserRole);
            m_way->setItemData(m_way->count() - 1, isDisaster, Qt::UserRole + 1);
            m_way->setItemData(m_way->count() - 1, FailoverText::explanation(direction, isDisaster), Qt::ToolTipRole);
        }
    }
}

QString PoolChooser::entryOf(const QString &pool) const
{
    const auto state = m_states.constFind(pool);
    return tr("%1 (%2)", "a pool, its pool state")
        .arg(pool, state == m_states.cend() ? tr("state not known") : toString(*state));
}

void PoolChooser::setPools(const QList<Pool> &pools, const QHash<QString, PoolState> &states)
{
    const std::optional<FailoverGoal> before = goal();
    m_states = states;
    QStringList names;
    for (const Pool &pool : pools) {
        if (pool.canBeBackedUp())
            names.append(pool.fqdn);
    }
    names.sort();
    QStringList shown;
    for (int i = 0; i < m_pool->count(); ++i)
        shown.append(m_pool->itemData(i).toString());
    if (names != shown) {
        const QSignalBlocker blocker(m_pool);
        m_pool->clear();
        for (const QString &name : std::as_const(names))
            m_pool->addItem(entryOf(name), name);
        m_pool->setCurrentIndex(before ? int(names.indexOf(before->pool)) : -1);
    }
    for (int i = 0; i < m_pool->count(); ++i) {
        if (const QString entry = entryOf(names.at(i)); entry != m_pool->itemText(i))
            m_pool->setItemText(i, entry);
    }
    if (before && goal() && !m_isWayChosen)
        chooseWayOf(before->pool);
    announce(); // the pool may be gone
}

bool PoolChooser::choose(const QString &pool, const std::optional<FailoverDirection> &direction, bool isDisaster)
{
    const int index = m_pool->findData(pool);
    if (index < 0)
        return false;
    {
        const QSignalBlocker blocker(m_pool);
        m_pool->setCurrentIndex(index);
        m_isWayChosen = direction.has_value();
        if (direction)
            setWay(*direction, isDisaster);
        else
            chooseWayOf(pool);
    }
    announce();
    return true;
}

void PoolChooser::clear()
{
    setPools({}, {});
    m_isWayChosen = false;
}

void PoolChooser::chooseWayOf(const QString &pool)
{
    const bool isAway = m_states.value(pool, PoolState::Active) == PoolState::FailedOver;
    setWay(isAway ? FailoverDirection::FailBack : FailoverDirection::FailOver, false);
}

void PoolChooser::setWay(FailoverDirection direction, bool isDisaster)
{
    const QSignalBlocker blocker(m_way);
    for (int i = 0; i < m_way->count(); ++i) {
        if (m_way->itemData(i, Qt::UserRole).toInt() == int(direction)
            && m_way->itemData(i, Qt::UserRole + 1).toBool() == isDisaster)
            m_way->setCurrentIndex(i);
    }
}

// Pool and way often change together; that is one change of the goal.
void PoolChooser::announce()
{
    m_explanation->setText(m_way->currentData(Qt::ToolTipRole).toString());
    const std::optional<FailoverGoal> now = goal();
    if (std::exchange(m_announced, now) != now)
        Q_EMIT goalChanged();
}

std::optional<FailoverGoal> PoolChooser::goal() const
{
    const QString pool = m_pool->currentData().toString();
    if (pool.isEmpty())
        return std::nullopt;
    return FailoverGoal{pool, FailoverDirection(m_way->currentData(Qt::UserRole).toInt()),
                        m_way->currentData(Qt::UserRole + 1).toBool()};
}

void PoolChooser::focusPool()
{
    m_pool->setFocus();
}

} // namespace cspool
