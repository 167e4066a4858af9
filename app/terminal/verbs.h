// The verbs of `cspool`: what it does beside cmdlets, for the guided failover. A verb has no hyphen, so that no cmdlet
// is ever mistaken for one.
#pragma once

#include "model/deployment_info.h"
#include "model/failover/failover_goal.h"

#include <QList>
#include <QUuid>

namespace cspool {

enum class Verb {
    Readiness,
    FailOver,
    FailBack,
    Operations,
    Operation,
};

// The table is the single source for parsing, help, completion and manual page.
struct VerbInfo
{
    Verb verb = Verb::Readiness;
    QString name; // "readiness"
    QString argument; // "POOL"; empty: it takes none
    QString synopsis; // a sentence
    QString description; // paragraphs, separated by blank lines
};
const QList<VerbInfo> &verbTable();
// In any case; null: no verb has this name.
const VerbInfo *findVerb(QStringView name);
const VerbInfo &verbInfo(Verb verb);
// "failover", "failback".
QString verbName(FailoverDirection direction);
// What is typed into a shell to go on with an operation, the deployment included: "cspool --connect … --resume …".
// `signIn` holds the further options that the connection needs.
QString resumeLine(const DeploymentInfo &deployment, FailoverDirection direction, const QUuid &operation,
                   const QStringList &signIn = {});

// What the arguments ask of a verb.
struct VerbRequest
{
    Verb verb = Verb::Readiness;
    FailoverGoal goal = {}; // its pool is empty when an operation is named instead
    QUuid operation = {}; // to go on with, or to show; null: none
    QString confirmedPool = {}; // canonical FQDN; empty: a person is asked
    QString reportPath = {}; // absolute; empty: none was named

    bool operator==(const VerbRequest &) const = default;
};

} // namespace cspool
