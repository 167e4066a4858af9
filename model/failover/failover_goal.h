// FailoverGoal: what an administrator wants of a pool: to fail it over or back, planned or because of a disaster; and
// what of it can be run from where the administrator sits.
#pragma once

#include "model/deployment_info.h"

#include <QStringList>

#include <optional>

namespace cspool {

enum class FailoverDirection {
    FailOver, // the backup pool is to serve the pool's users
    FailBack, // the pool is to serve them again
};
QString toString(FailoverDirection direction); // "FailOver", "FailBack": for files
std::optional<FailoverDirection> failoverDirectionFromString(QStringView text);

struct FailoverGoal
{
    QString pool; // whose users it is about; canonical FQDN
    FailoverDirection direction = FailoverDirection::FailOver;
    // Failover: the pool is down. Failback: the backup pool is. What it had not handed over by then is lost.
    bool isDisaster = false;

    bool operator==(const FailoverGoal &) const = default;
};
FailoverGoal wayBack(const FailoverGoal &goal); // the planned one

// Which commands can be run from here.
struct CommandReach
{
    DeploymentKind kind = DeploymentKind::Lab;
    QString host = {}; // of genuine servers: the machine that is connected to; canonical FQDN
    QStringList missingCmdlets = {}; // of those that a failover may need: not offered to whom is signed in

    bool offers(QStringView cmdlet) const; // names compare case-insensitively

    bool operator==(const CommandReach &) const = default;
};

// The cmdlets that checks and steps may need, those of genuine servers only included.
QStringList failoverCmdlets();

} // namespace cspool
