// RecentMenu: the deployments that were open before, each with its kind, as a menu.
#pragma once

#include "ui/deployments/recent_deployments.h"

#include <QMenu>
#include <QUrl>

#include <memory>

namespace cspool {

class RecentMenu : public QMenu
{
    Q_OBJECT

public:
    // `recent` must outlive it.
    explicit RecentMenu(RecentDeployments *recent, QWidget *parent = nullptr);
    ~RecentMenu() override;

Q_SIGNALS:
    void labRequested(const QString &folder);
    void serverRequested(const QUrl &server);

private:
    void rebuild();
    void addDeployment(const QString &location, int number);
    void markMissing();

    struct Disk; // looks for folders away from the window's thread

    RecentDeployments *m_recent;
    std::unique_ptr<Disk> m_disk;
    QStringList m_missing; // of the labs, as last seen
};

} // namespace cspool
