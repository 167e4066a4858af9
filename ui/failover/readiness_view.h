// ReadinessView: whether a pool can be failed over or back now: the checks, each with what told it and what to do.
#pragma once

#include "backend/failover/failover_survey.h"
#include "model/failover/failover_check_model.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace cspool {

class CheckDetails;
class EmptyState;
class PoolChooser;
class StatusLabel;
class Workspace;

// Reads nothing before a pool is chosen, and changes nothing ever. What is chosen belongs to the deployment on the
// screen; when that one is back, so is the choice.
class ReadinessView : public QWidget
{
    Q_OBJECT

public:
    // `begin`: the action of the button beside the verdict. Both must outlive it.
    ReadinessView(Workspace *workspace, QAction *begin, QWidget *parent = nullptr);
    ~ReadinessView() override;

    // A pool that is not known yet is chosen when it is. Without a direction: what the pool's state calls for.
    void choose(const QString &pool, const std::optional<FailoverDirection> &direction = {}, bool isDisaster = false);
    std::optional<FailoverGoal> goal() const; // nothing: no pool is chosen
    const FailoverFacts *facts() const; // null: no pool is chosen
    QList<FailoverCheck> checks() const { return m_model.checks(); }
    bool isReading() const;
    bool hasBeenRead() const { return m_hasBeenRead; } // of this goal, everything was asked for once

    void refresh(); // reads all checks again
    QString currentCheckAsText() const; // empty: none is selected
    void focusContent();
    void focusPool();

Q_SIGNALS:
    void changed(); // the goal, the checks, whether they are read
    void commandRequested(const cspool::Command &prefilled, const QStringList &pools);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Choice
    {
        QString pool;
        std::optional<FailoverDirection> direction;
        bool isDisaster = false;
    };
    void makeTable();
    QWidget *makeVerdictRow(QAction *begin);
    void leaveDeployment();
    void followDeployment();
    void readPools();
    void changeGoal();
    void showChecks();
    void showCurrentCheck();
    void updateClock();
    void updateVerdict();
    void noteFinishedJob(const QUuid &job);
    bool isConnected() const;
    void request(const Command &command);

    Workspace *m_workspace;
    QTimer m_clock;
    FailoverCheckModel m_model;
    std::unique_ptr<FailoverSurvey> m_survey; // of the goal; null: no pool is chosen
    PoolChooser *m_chooser;
    QWidget *m_verdictRow = nullptr;
    StatusLabel *m_verdict;
    QLabel *m_time;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_checks = nullptr; // table and details
    QTableView *m_table;
    CheckDetails *m_details;
    std::optional<Choice> m_wanted; // until the pools are known
    QHash<QString, FailoverGoal> m_lastGoals; // by the location of a deployment that has left the screen
    bool m_hasBeenRead = false;
    bool m_isStale = false; // something was changed while nobody looked
};

} // namespace cspool
