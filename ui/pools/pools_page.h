// PoolsPage: the pools of the deployment as a table, and the details of the selected one.
#pragma once

#include "model/command.h"
#include "model/job.h"
#include "ui/console_page.h"

#include <QTimer>
#include <QUuid>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace cspool {

class EmptyState;
class NoticeBar;
class PoolActions;
class PoolDetails;
class PoolFilterModel;
class PoolModel;
class PoolsTable;
class Workspace;

// Reads the statuses of the pools in sight only, while it is shown itself.
class PoolsPage : public ConsolePage
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit PoolsPage(Workspace *workspace, QWidget *parent = nullptr);
    ~PoolsPage() override;

    QString title() const override;
    QIcon icon() const override;
    QList<QAction *> menuActions() const override;
    void find() override;
    void focusContent() override;

    // Widens the filter where it hides the pool.
    void selectPool(const QString &fqdn);
    QStringList selectedPools() const; // FQDNs, in the order of the table
    void showProblems(); // only the pools that need attention

    // Asks the desktop for the time and writes all ages anew; by itself once a minute.
    void updateAges();

Q_SIGNALS:
    // Opens the form, filled with `prefilled`; it will run once for each of `pools`.
    void commandRequested(const cspool::Command &prefilled, const QStringList &pools);
    void jobActivated(const QUuid &job); // show it on the page of jobs
    void pairingRequested(const QString &fqdn); // show it on the page of pool pairings
    void readinessRequested(const QString &fqdn); // for a guided failover or failback

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFilterRow();
    QWidget *makeContent();
    void connectTable();
    void connectActions();
    void followDeployment();
    void forgetDeployment();
    void readWhatIsKnown();
    void readPools();
    void readStatus(const QString &fqdn);
    void readLastRuns();
    void noteFinishedJob(const QUuid &job);
    void applyFilter();
    void clearFilter();
    void showState();
    void showNotice();
    void offerPart(const Command &command, const QString &obstacle, const QStringList &pools);
    void withdrawOffer();
    void followNotice();
    void updateCount();
    void updateSelection();
    void updateDetails();
    void noteChange(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles);
    void selectSomething();
    void wantVisiblePools();
    void refreshSelectedPools();
    void showContextMenu(const QPoint &globalPosition);
    void saveLayout();
    void restoreLayout();

    // To go on with those of the selected pools that can take part.
    struct Offer
    {
        Command command;
        QString obstacle;
        QStringList pools;
    };

    Workspace *m_workspace;
    PoolModel *m_model;
    PoolFilterModel *m_filter;
    QLineEdit *m_filterField;
    QComboBox *m_choice;
    QLabel *m_count;
    NoticeBar *m_notice;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    PoolsTable *m_table;
    EmptyState *m_empty;
    QScrollArea *m_detailsArea; // the details take more room than a small screen has
    PoolDetails *m_details;
    PoolActions *m_actions;
    std::optional<Offer> m_offer;
    bool m_isLaidOut = false;
    QTimer m_ageTimer;
    QTimer m_stateTimer;
    QHash<QString, QString> m_lastSelected; // by the location of a deployment that has left the screen
    QStringList m_refreshed; // pools out of sight that the user wants to have read again
    QList<JobInfo> m_endedRuns; // since the deployment was opened; the history may have been read before
};

} // namespace cspool
