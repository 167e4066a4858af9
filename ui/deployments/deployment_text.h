// What the windows call a deployment: in the title, in the banner, in lists.
#pragma once

#include "model/deployment_info.h"

#include <QCoreApplication>

#include <optional>

namespace cspool {

struct DeploymentText
{
    Q_DECLARE_TR_FUNCTIONS(cspool::DeploymentText)

public:
    // "Lab deployment litwareinc.com – CsPool Console"; nothing: no deployment is open.
    static QString windowTitle(const std::optional<DeploymentInfo> &deployment);
    // "Lab deployment litwareinc.com"
    static QString name(const DeploymentInfo &deployment);
    // What it means for who works with it, in a sentence or two.
    static QString explanation(DeploymentKind kind);
    // "Folder: ~/lab", "Server: https://…, signed in as CONTOSO\\anna"
    static QString location(const DeploymentInfo &deployment);
    // As people write it: with the system's separators, the home folder as "~".
    static QString folder(const QString &path);
};

} // namespace cspool
