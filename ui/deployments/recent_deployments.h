// RecentDeployments: the deployments that were open, labs and servers, remembered in the settings.
#pragma once

#include "model/deployment_info.h"

#include <QObject>
#include <QStringList>

namespace cspool {

class Settings;

// Lives in the window's thread; touches no disk but the settings'. A deployment is known by its location: the folder of
// a lab, the URL of a server.
class RecentDeployments : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MaximumCount = 10;

    // `settings` must outlive it.
    explicit RecentDeployments(Settings *settings, QObject *parent = nullptr);

    static DeploymentKind kindOf(const QString &location);

    QStringList locations() const; // newest first
    QStringList folders() const; // of the labs among them
    // The one to be opened at the next start, also when it is not in the list any more; empty: none was ever open.
    QString lastOpened() const;

    void add(const QString &location); // it was opened: to the front
    void remove(const QStringList &locations);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void setLocations(const QStringList &locations);

    Settings *m_settings;
};

} // namespace cspool
