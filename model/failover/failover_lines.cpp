#include "model/failover/failover_lines.h"

#include "model/failover/failover_surroundings.h"
#include "model/fqdn.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverLine)
};

QString notOffered(const QString &cmdlet, const CommandReach &reach)
{
    if (reach.kind == DeploymentKind::Lab)
        return Text::tr("A lab deployment has no %1.").arg(cmdlet);
    return Text::tr("%1 is not offered here to the user who is signed in: run the line in the Management Shell on a "
                    "server of the deployment, as somebody whose roles allow it.")
        .arg(cmdlet);
}

// Where the standby copy of the Central Management store lies in SQL, as far as the services of the pool tell it.
struct SqlInstance
{
    QString server; // empty: not known
    QString instance; // empty: not known, or the default instance
    bool isKnown = false; // both, for certain
};

// "CentralManagementDatabase:sql.example.com\rtc"
SqlInstance sqlInstanceFrom(const QString &identity)
{
    const QString place = identity.section(u':', 1);
    const QString instance = place.section(u'\\', 1);
    return {canonicalFqdn(place.section(u'\\', 0, 0)), instance, !instance.isEmpty()};
}

SqlInstance standbyDatabaseOf(const QString &pool, const FailoverFacts &facts)
{
    const std::optional<Pool> known = facts.pool(pool);
    // A Standard Edition server keeps its databases on itself, in the instance RTC.
    if (known && known->hasService(u"UserDatabase"))
        return {known->computers.value(0, pool), u"RTC"_s, true};
    if (!facts.services.isKnown())
        return {};
    for (const Service &service : *facts.services.value) {
        if (service.poolFqdn != pool || !service.role.startsWith("CentralManagement"_L1, Qt::CaseInsensitive))
            continue;
        for (const QString &dependency : service.dependentServices) {
            if (dependency.startsWith("CentralManagementDatabase:"_L1, Qt::CaseInsensitive))
                return sqlInstanceFrom(dependency);
        }
    }
    return {};
}

// The cmdlet makes that store active to whose pool the server belongs on which it runs.
QString whyNotOnThisServer(const QString &backupPool, const FailoverFacts &facts)
{
    const std::optional<Pool> pool = facts.pool(backupPool);
    if (facts.reach.kind == DeploymentKind::Lab || (pool && isOfPool(*pool, facts.reach.host)))
        return {};
    const QString servers = pool ? pool->computers.join(u", "_s) : QString();
    if (servers.isEmpty()) {
        return Text::tr("Run it in the Management Shell on a server of %1: the store of the pool on whose server it "
                        "runs becomes the active one. This session is connected to %2.")
            .arg(backupPool, facts.reach.host);
    }
    return Text::tr("Run it in the Management Shell on a server of %1 (%2): the store of the pool on whose server it "
                    "runs becomes the active one. This session is connected to %3.")
        .arg(backupPool, servers, facts.reach.host);
}

FailoverLine centralManagementDisasterLine(Command command, const QString &elsewhere, const FailoverFacts &facts)
{
    const QString backupPool = facts.backupPool();
    const SqlInstance sql = standbyDatabaseOf(backupPool, facts);
    const QString place = elsewhere.isEmpty()
        ? Text::tr("Run it in the Management Shell on a server of %1.").arg(backupPool)
        : elsewhere;
    if (sql.server.isEmpty()) {
        // No shell takes the placeholders, so that nobody runs the line as it is.
        FailoverLine line = failoverLine(command.set(u"Force"_s, true), facts.reach, place);
        line.line.replace(command.cmdlet(),
                          command.cmdlet()
                              + Text::tr(" -BackupSqlServerFqdn <SQL Server of %1> -BackupSqlInstanceName <instance>")
                                    .arg(backupPool));
        line.toCopy = line.line;
        line.place += u' '
            + Text::tr("Fill in the SQL Server and the instance that hold the standby copy: the services that the "
                       "deployment reports do not tell them.");
        return line;
    }
    command.set(u"BackupSqlServerFqdn"_s, sql.server);
    if (!sql.instance.isEmpty())
        command.set(u"BackupSqlInstanceName"_s, sql.instance);
    command.set(u"Force"_s, true);
    if (sql.isKnown)
        return failoverLine(command, facts.reach, elsewhere);
    FailoverLine line = failoverLine(command, facts.reach, place);
    line.place += u' '
        + Text::tr("Add -BackupSqlInstanceName unless the standby copy lies in the default instance of %1: the "
                   "deployment does not report the instance.")
              .arg(sql.server);
    return line;
}

Command poolCommand(const QString &cmdlet, const FailoverGoal &goal)
{
    Command command(cmdlet);
    command.set(u"PoolFqdn"_s, goal.pool);
    if (goal.isDisaster)
        command.set(u"DisasterMode"_s, true);
    return command;
}

} // namespace

FailoverLine failoverLine(const Command &command, const CommandReach &reach, const QString &elsewhere)
{
    const CmdletInfo *info = findCmdlet(command.cmdlet());
    const bool isOffered = info && reach.offers(command.cmdlet());
    FailoverLine line{render(command), render(command), isOffered && elsewhere.isEmpty()};
    line.hasPointOfNoReturn = info && info->hasPointOfNoReturn;
    if (!line.runsHere) {
        line.place = elsewhere.isEmpty() ? notOffered(command.cmdlet(), reach) : elsewhere;
        return line;
    }
    if (info->asksByDefault)
        line.line = render(Command(command).set(u"Confirm"_s, false));
    return line;
}

FailoverLine edgeNextHopLine(const QString &edgePool, const QString &target, const CommandReach &reach)
{
    return failoverLine(Command(u"Set-CsEdgeServer"_s)
                            .set(u"Identity"_s, QString(u"EdgeServer:"_s + edgePool))
                            .set(u"Registrar"_s, QString(u"Registrar:"_s + target)),
                        reach);
}

FailoverLine centralManagementLine(const FailoverFacts &facts)
{
    const QString backupPool = facts.backupPool();
    Command command(u"Invoke-CsManagementServerFailover"_s);
    if (facts.reach.kind == DeploymentKind::Lab) {
        command.set(u"BackupPoolFqdn"_s, backupPool);
        if (facts.goal.isDisaster)
            command.set(u"Force"_s, true);
        return failoverLine(command, facts.reach);
    }
    const QString elsewhere = whyNotOnThisServer(backupPool, facts);
    return facts.goal.isDisaster ? centralManagementDisasterLine(command, elsewhere, facts)
                                 : failoverLine(command, facts.reach, elsewhere);
}

FailoverLine replicationLine(const CommandReach &reach)
{
    return failoverLine(Command(u"Invoke-CsManagementStoreReplication"_s), reach);
}

FailoverLine failOverLine(const FailoverGoal &goal, const CommandReach &reach)
{
    return failoverLine(poolCommand(u"Invoke-CsPoolFailOver"_s, goal), reach);
}

FailoverLine failBackLine(const FailoverGoal &goal, const CommandReach &reach)
{
    return failoverLine(poolCommand(u"Invoke-CsPoolFailBack"_s, goal), reach);
}

FailoverLine synchronisationLine(const QString &pool, const QString &module, const CommandReach &reach)
{
    Command command(u"Invoke-CsBackupServiceSync"_s);
    command.set(u"PoolFqdn"_s, pool);
    if (!module.isEmpty())
        command.set(u"BackupModule"_s, module);
    return failoverLine(command, reach);
}

} // namespace cspool
