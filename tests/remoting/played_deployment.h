// PlayedDeployment: a whole deployment of genuine servers in memory, its cmdlets played by scripts of a PsrpServer:
// three pools, two of them a pair, an Edge pool where a test wants one, the Central Management store, failover and
// failback with their refusals and interruptions, and a backup that asks, reports progress and warns.
#pragma once

#include "tests/remoting/played_state.h"
#include "tests/remoting/psrp_server.h"

#include <atomic>
#include <memory>

namespace cspool::test {

// Where a failover or failback is in its middle.
enum class PlayedPoint {
    BeforeNoReturn, // nothing is changed yet
    AfterNoReturn, // the pool is FailingOver, or FailedBack
};

// A value: copies share the state, so that all shells of a server, and those after them, are about the same pools.
struct PlayedDeployment
{
    // What is true there. Only for the thread in which the scripts run: the test's for a WsmanServer, for a FakeServer
    // that of inNetworkThread().
    std::shared_ptr<PlayedState> state = std::make_shared<PlayedState>();

    QStringList withheldCmdlets; // by RBAC: neither listed nor there
    bool hasGetCommand = true; // false: Get-Command itself is not there
    QStringList modules = {QStringLiteral("SkypeForBusiness")}; // that can be imported
    int manyObjects = 0; // that Get-CsService puts out, beside the real ones
    std::shared_ptr<std::atomic<int>> objectsMade = std::make_shared<std::atomic<int>>(0); // of these, so far
    int manyProgressRecords = 0; // of Backup-CsPool
    std::chrono::milliseconds backupTime{0}; // that Backup-CsPool waits in its middle
    // Instead: called in its middle; it goes on when `goOn` is called. Null: by the time above.
    std::function<void(std::function<void()> goOn)> pause;
    std::chrono::milliseconds failoverTime{0}; // that a failover or failback waits at each of its points
    // Instead, as above. What is stopped there, or loses its shell, stays as it is.
    std::function<void(PlayedPoint point, std::function<void()> goOn)> failoverPause;

    // The scripts of all cmdlets of the table that genuine servers have.
    void install(PsrpServer &server) const;
};

// Where the played Backup-CsPool says that its own report lies.
inline const QString ReportOnServer = QStringLiteral("C:\\Users\\anna\\AppData\\Local\\Temp\\Backup-CsPool-0815.html");

} // namespace cspool::test
