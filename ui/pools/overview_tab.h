// OverviewTab: what one must know of a pool first: state, backup pool, both directions, what is wrong.
#pragma once

#include "ui/pools/details_tab.h"

class QFormLayout;
class QLabel;
class QPushButton;

namespace cspool {

class AdviceView;
class StatusLabel;

class OverviewTab : public DetailsTab
{
    Q_OBJECT

public:
    explicit OverviewTab(Workspace *workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void readinessRequested(const QString &fqdn); // for a guided failover or failback

protected:
    void updateContent() override;

private:
    StatusLabel *addLine(QFormLayout *form, const QString &title, const QString &objectName);
    QPushButton *addButton(const QString &text, const QString &iconName, const QString &objectName);
    QString versionText(const Pool &pool) const;
    void updateState(const Pool &pool);
    void updateCentralManagement();
    void updateDirection(StatusLabel *line, const QString &source, const QString &target);
    void updateRemarks(const Pool &pool);
    QString readText(const QDateTime &at) const; // "read 2 minutes ago"

    StatusLabel *m_state;
    StatusLabel *m_kind;
    StatusLabel *m_site;
    StatusLabel *m_version;
    StatusLabel *m_backupPool;
    StatusLabel *m_export;
    StatusLabel *m_import;
    StatusLabel *m_central;
    AdviceView *m_remarks;
    QPushButton *m_backUp;
    QPushButton *m_synchronise;
    QPushButton *m_guided;
    QPushButton *m_refresh;
};

} // namespace cspool
