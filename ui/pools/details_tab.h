// DetailsTab: what the tabs of a pool's details have in common: they show one pool, from what the monitor knows.
#pragma once

#include "model/command.h"
#include "model/status_advice.h"
#include "ui/workspace.h"

#include <QTimer>
#include <QWidget>

namespace cspool {

// A tab that is not in sight does nothing; when it comes into sight, and when what is known changes, it shows it again.
class DetailsTab : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsTab(Workspace *workspace, QWidget *parent = nullptr);

    // Canonical FQDN; empty: none.
    virtual void setPool(const QString &fqdn);

Q_SIGNALS:
    void commandRequested(const cspool::Command &prefilled, const QStringList &pools);

protected:
    // Only while the tab is in sight and a deployment is open.
    virtual void updateContent() = 0;
    // Soon, once for all reasons.
    void scheduleUpdate();
    void showEvent(QShowEvent *event) override;

    Workspace &workspace() const { return *m_workspace; }
    DeploymentMonitor *monitor() const { return m_workspace->monitor(); }
    QDateTime now() const { return m_workspace->desktop().now(); }
    const QString &poolFqdn() const { return m_pool; }
    std::optional<Pool> pool() const; // as last read
    // Whose status it is; `fqdn` is the pool or its backup pool.
    StatusSubject subjectOf(const QString &fqdn) const;

    // Opens the form for a command; its PoolFqdn becomes the pool for which it runs.
    void request(const Command &command);

private:
    void connectMonitor();

    Workspace *m_workspace;
    QString m_pool;
    QTimer m_updating;
    QTimer m_clock; // ages grow
};

} // namespace cspool
