#include "ui/deployments/recent_deployments.h"

#include "ui/settings.h"

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

const Setting<QStringList> Recent{"deployments/recent", {}};
const Setting<QString> LastOpened{"deployments/lastOpened", {}};

} // namespace

RecentDeployments::RecentDeployments(Settings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

// Folders are absolute paths, which begin otherwise on every system.
DeploymentKind RecentDeployments::kindOf(const QString &location)
{
    const bool isServer = location.contains("://"_L1) || location == "process:"_L1;
    return isServer ? DeploymentKind::Server : DeploymentKind::Lab;
}

QStringList RecentDeployments::locations() const
{
    return m_settings->value(Recent);
}

QStringList RecentDeployments::folders() const
{
    QStringList folders = locations();
    folders.removeIf([](const QString &location) { return kindOf(location) == DeploymentKind::Server; });
    return folders;
}

QString RecentDeployments::lastOpened() const
{
    return m_settings->value(LastOpened);
}

void RecentDeployments::add(const QString &location)
{
    m_settings->setValue(LastOpened, location);
    QStringList locations = this->locations();
    locations.removeAll(location);
    locations.prepend(location);
    setLocations(locations.first(std::min(locations.size(), MaximumCount)));
}

void RecentDeployments::remove(const QStringList &locations)
{
    QStringList left = this->locations();
    left.removeIf([&locations](const QString &location) { return locations.contains(location); });
    setLocations(left);
}

void RecentDeployments::clear()
{
    setLocations({});
}

void RecentDeployments::setLocations(const QStringList &locations)
{
    if (locations == this->locations())
        return;
    m_settings->setValue(Recent, locations);
    Q_EMIT changed();
}

} // namespace cspool
