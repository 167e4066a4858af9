// DeploymentInfo: which deployment a session talks to; shown in every banner, title and report.
#pragma once

#include <QString>
#include <QUuid>

namespace cspool {

enum class DeploymentKind {
    Lab, // a folder on this machine, served by the embedded engine
    Server, // genuine servers
};

struct DeploymentInfo
{
    QUuid id;
    DeploymentKind kind = DeploymentKind::Lab;
    QString name; // "litwareinc.com"; of genuine servers the host that was connected to
    QString location; // the folder, or the connection URL
    QString user = {}; // of genuine servers: who is signed in ("CONTOSO\\anna"); empty: the person who is logged on

    bool operator==(const DeploymentInfo &) const = default;
};

} // namespace cspool
