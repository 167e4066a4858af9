// PlayedDeployment: a whole deployment of genuine servers in memory, its cmdlets played by scripts of a PsrpServer: three
// pools, two of them a pair, with statuses, configuration, roles, and a backup that asks, reports progress and warns.
#pragma once

#include "tests/remoting/psrp_server.h"

#include <atomic>
#include <memory>

namespace cspool::test {

struct PlayedDeployment
{
    QStringList withheldCmdlets; // by RBAC: neither listed nor there
    bool hasGetCommand = true; // false: Get-Command itself is not there
    QStringList modules = {QStringLiteral("SkypeForBusiness")}; // that can be imported
    int manyObjects = 0; // that Get-CsService puts out, beside the real ones
    std::shared_ptr<std::atomic<int>> objectsMade = std::make_shared<std::atomic<int>>(0); // of these, so far
    int manyProgressRecords = 0; // of Backup-CsPool
    std::chrono::milliseconds backupTime{0}; // that Backup-CsPool waits in its middle
    // Instead: called in its middle; it goes on when `goOn` is called. Null: by the time above.
    std::function<void(std::function<void()> goOn)> pause;

    // The scripts of all cmdlets of the table that genuine servers have.
    void install(PsrpServer &server) const;
};

// The fully qualified names: a and b back each other up.
inline const QString PoolA = QStringLiteral("pool-a.contoso.com");
inline const QString PoolB = QStringLiteral("pool-b.contoso.com");
inline const QString PoolC = QStringLiteral("pool-c.contoso.com"); // alone

// Where the played Backup-CsPool says that its own report lies.
inline const QString ReportOnServer = QStringLiteral("C:\\Users\\anna\\AppData\\Local\\Temp\\Backup-CsPool-0815.html");

} // namespace cspool::test
