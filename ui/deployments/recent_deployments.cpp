#include "ui/deployments/recent_deployments.h"

#include "ui/settings.h"

namespace cspool {

namespace {

const Setting<QStringList> Recent{"deployments/recent", {}};
const Setting<QString> LastOpened{"deployments/lastOpened", {}};

} // namespace

RecentDeployments::RecentDeployments(Settings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

QStringList RecentDeployments::folders() const
{
    return m_settings->value(Recent);
}

QString RecentDeployments::lastOpened() const
{
    return m_settings->value(LastOpened);
}

void RecentDeployments::add(const QString &folder)
{
    m_settings->setValue(LastOpened, folder);
    QStringList folders = this->folders();
    folders.removeAll(folder);
    folders.prepend(folder);
    setFolders(folders.first(std::min(folders.size(), MaximumCount)));
}

void RecentDeployments::remove(const QStringList &folders)
{
    QStringList left = this->folders();
    left.removeIf([&folders](const QString &folder) { return folders.contains(folder); });
    setFolders(left);
}

void RecentDeployments::clear()
{
    setFolders({});
}

void RecentDeployments::setFolders(const QStringList &folders)
{
    if (folders == this->folders())
        return;
    m_settings->setValue(Recent, folders);
    Q_EMIT changed();
}

} // namespace cspool
