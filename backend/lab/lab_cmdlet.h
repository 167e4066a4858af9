// What a cmdlet of the lab is: a function registered under its name. One file of cmdlets/ each; nothing else knows
// them.
#pragma once

#include "backend/command_runtime.h"
#include "backend/lab/deployment.h"
#include "backend/lab/pool_lock.h"
#include "backend/report/report_tree.h"

#include <memory>

namespace cspool {

// What a cmdlet has at hand; lives for one run in the command's thread.
class LabContext
{
    Q_DECLARE_TR_FUNCTIONS(cspool::LabContext)

public:
    LabContext(const QString &deploymentFolder, CommandRuntime &runtime, std::chrono::milliseconds lockTimeout);
    ~LabContext();

    CommandRuntime &runtime();
    const Command &command() const;
    QString deploymentFolder() const;

    // Where this run's report will be written, absolute; empty when the cmdlet writes none.
    QString reportPath() const;
    void setReportPath(const QString &path);
    // Which store the topology was read from and how old it is, as part of a sentence; empty before pools().
    QString topologySource() const;
    // Of the pool that pairedPool() found; empty before.
    QString backupPool() const;
    // What the head of the report, and a ticket made of it, say of this run; replaces a fact of the same name.
    void setReportFact(const QString &name, const QString &value);
    QList<ReportFact> reportFacts() const;

    // Opened on first use: ReadOnly with -WhatIf or when the cmdlet changes no data, ReadWrite otherwise.
    Result<Deployment *> deployment();

    // The store in use for reading: the Central Management store, or with -LocalStore the local replica of a pool (of
    // any pool when empty). Says in the report which one it is and how old.
    Result<CentralStore> centralStore(const QString &replicaOf = {});
    // Pools of the topology in use: of the Central Management store, or with -LocalStore of the local replica of `pool`
    // (or of any pool when empty). Says in the report which one was read and how old it is. Read once.
    Result<QList<Pool>> pools(const QString &replicaOf = {});
    // The pool of that name: ObjectNotFound, id "PoolNotFound", when the topology has none.
    Result<Pool> pool(const QString &fqdn);
    // As pool(), and it has user services (id "PoolWithoutUserServices").
    Result<Pool> userPool(const QString &fqdn);
    // As userPool(), and it has a backup pool (id "NoBackupPool").
    Result<Pool> pairedPool(const QString &fqdn);

    // The lock of a pool and its backup pool; not taken with -WhatIf. After it, the topology is read once more
    // (InvalidOperation, id "PairingChanged", when the pool has another partner by now), and an interrupted failover is
    // recovered.
    Result<> lockPair(const Pool &pool);
    // Of all pools: for the Central Management store. Does not need the topology, and recovers nothing.
    Result<> lockEverything();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

using LabCmdletFunction = Result<> (*)(LabContext &context);

// At namespace scope in the cmdlet's file: `const LabCmdletRegistration registration("Get-CsPool", &run);`
class LabCmdletRegistration
{
public:
    LabCmdletRegistration(const char *name, LabCmdletFunction function);
};

// Null when the lab has no such cmdlet.
LabCmdletFunction findLabCmdlet(const QString &name);

} // namespace cspool
