#include "ui/deployments/deployment_text.h"

#include <QDir>

namespace cspool {

using namespace Qt::StringLiterals;

QString DeploymentText::windowTitle(const std::optional<DeploymentInfo> &deployment)
{
    return deployment ? tr("%1 – CsPool Console").arg(name(*deployment)) : tr("CsPool Console");
}

QString DeploymentText::name(const DeploymentInfo &deployment)
{
    return deployment.kind == DeploymentKind::Lab ? tr("Lab deployment %1").arg(deployment.name)
                                                  : tr("Server deployment %1").arg(deployment.name);
}

QString DeploymentText::explanation(DeploymentKind kind)
{
    return kind == DeploymentKind::Lab
        ? tr("A deployment in a folder on this machine. Nothing here touches a genuine server.")
        : tr("Genuine servers. What is done here changes the data of real users.");
}

QString DeploymentText::location(const DeploymentInfo &deployment)
{
    if (deployment.kind == DeploymentKind::Lab)
        return tr("Folder: %1").arg(folder(deployment.location));
    return deployment.user.isEmpty()
        ? tr("Server: %1").arg(deployment.location)
        : tr("Server: %1, signed in as %2", "address, user").arg(deployment.location, deployment.user);
}

QString DeploymentText::folder(const QString &path)
{
    const QString home = QDir::homePath();
    if (path == home || path.startsWith(home + u'/'))
        return QDir::toNativeSeparators(u'~' + path.mid(home.size()));
    return QDir::toNativeSeparators(path);
}

} // namespace cspool
