// PoolChooser: of which pool, and in which way: the goal of a readiness.
#pragma once

#include "model/failover/failover_goal.h"
#include "model/pool.h"

#include <QHash>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;

namespace cspool {

class PoolChooser : public QWidget
{
    Q_OBJECT

public:
    explicit PoolChooser(QWidget *parent = nullptr);

    // Those that can be backed up, with what is known of their states. A pool that is chosen stays so, unless it is
    // gone.
    void setPools(const QList<Pool> &pools, const QHash<QString, PoolState> &states);
    // False: there is no such pool. Without a direction the way is the one that the pool's state calls for.
    bool choose(const QString &pool, const std::optional<FailoverDirection> &direction = {}, bool isDisaster = false);
    void clear(); // no pools, no goal

    std::optional<FailoverGoal> goal() const; // nothing: no pool is chosen
    void focusPool();

Q_SIGNALS:
    void goalChanged();

private:
    void fillWays();
    void setWay(FailoverDirection direction, bool isDisaster);
    void chooseWayOf(const QString &pool);
    void announce();
    QString entryOf(const QString &pool) const;

    QComboBox *m_pool;
    QComboBox *m_way;
    QLabel *m_explanation;
    QHash<QString, PoolState> m_states;
    std::optional<FailoverGoal> m_announced;
    bool m_isWayChosen = false; // by the user: a state that is read later does not change it
};

} // namespace cspool
