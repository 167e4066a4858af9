// FakeFailover: a deployment of two pools and an Edge pool, of which a test says what is true; its readings are
// answered at once, its commands run until the test ends them.
#pragma once

#include "backend/failover/failover_survey.h"
#include "model/backup_service_status.h"
#include "model/central_management.h"
#include "model/pool.h"
#include "tests/support/fake_session.h"

#include <QSet>

namespace cspool::test {

// What is true in the deployment.
struct FailoverTruth
{
    PoolState state = PoolState::Active; // of pool a
    QMap<QString, QString> nextHops{{QStringLiteral("edge.x.com"), QStringLiteral("a.x.com")}};
    QString backupPool = QStringLiteral("b.x.com"); // of pool a
    QString centralManagement = QStringLiteral("a.x.com");
    bool areReplicasUpToDate = true;
    ExportStatus exports = ExportStatus::SteadyState; // of both pools
};

class FakeFailover : public FakeSession
{
public:
    FakeFailover()
    {
        onStart = [this](FakePipeline &pipeline) {
            const CmdletInfo *cmdlet = findCmdlet(pipeline.command.cmdlet());
            if (cmdlet->changesData && !pipeline.command.isSwitchOn(u"WhatIf"))
                begin(&pipeline);
            else
                answer(pipeline);
        };
    }

    FailoverTruth truth;
    QSet<QString> broken; // cmdlets of readings that fail
    std::function<void()> onJob; // when a command that changes data starts
    std::function<void()> onReading; // before a reading is answered
    FakePipeline *job() const { return running.contains(m_job) ? m_job : nullptr; }
    int jobCount = 0;

    // What the command that runs is for becomes true.
    void takeEffect()
    {
        const Command &command = m_job->command;
        const QString cmdlet = command.cmdlet();
        if (cmdlet == u"Set-CsEdgeServer")
            truth.nextHops[command.string(u"Identity").section(u':', -1)]
                = command.string(u"Registrar").section(u':', -1);
        else if (cmdlet == u"Invoke-CsManagementServerFailover")
            truth.centralManagement = QStringLiteral("b.x.com");
        else if (cmdlet == u"Invoke-CsManagementStoreReplication")
            truth.areReplicasUpToDate = true;
        else if (cmdlet == u"Invoke-CsPoolFailOver")
            truth.state = PoolState::FailedOver;
        else if (cmdlet == u"Invoke-CsPoolFailBack")
            truth.state = PoolState::Active;
    }
    void complete()
    {
        takeEffect();
        job()->end(Outcome::Succeeded, QStringLiteral("/tmp/report.html"));
    }

private:
    void begin(FakePipeline *pipeline)
    {
        m_job = pipeline;
        ++jobCount;
        if (onJob)
            onJob();
    }

    void answer(FakePipeline &pipeline)
    {
        if (onReading)
            onReading();
        const QString cmdlet = pipeline.command.cmdlet();
        if (broken.contains(cmdlet)) {
            pipeline.fail({ErrorCategory::ResourceUnavailable, QStringLiteral("Gone"),
                           QStringLiteral("The connection is lost.")});
            return;
        }
        if (pipeline.command.isSwitchOn(u"WhatIf")) {
            preview(pipeline);
            return;
        }
        for (const Object &object : objectsOf(pipeline.command))
            pipeline.write(OutputRecord{object});
        pipeline.end(Outcome::Succeeded);
    }

    // As the cmdlet refuses a pool to which an Edge pool leads.
    void preview(FakePipeline &pipeline)
    {
        const QString edge = truth.nextHops.key(QStringLiteral("a.x.com"));
        if (pipeline.command.cmdlet() == u"Invoke-CsPoolFailOver" && !edge.isEmpty()) {
            pipeline.fail({ErrorCategory::InvalidOperation, QStringLiteral("EdgeNextHop"),
                           QStringLiteral("The next hop of %1 is the pool.").arg(edge)});
            return;
        }
        pipeline.write(InformationRecord{QStringLiteral("What if: it would be done."), true});
        pipeline.end(Outcome::Previewed);
    }

    QList<Object> objectsOf(const Command &command) const
    {
        const QString cmdlet = command.cmdlet();
        if (cmdlet == u"Get-CsPool")
            return {poolOf(QStringLiteral("a.x.com")), poolOf(QStringLiteral("b.x.com"))};
        if (cmdlet == u"Get-CsRegistrarConfiguration") {
            return {RegistrarConfiguration{QStringLiteral("Service:Registrar:a.x.com"), truth.state}.toObject(),
                    RegistrarConfiguration{QStringLiteral("Service:Registrar:b.x.com"), PoolState::Active}.toObject()};
        }
        if (cmdlet == u"Get-CsService")
            return services();
        if (cmdlet == u"Get-CsBackupServiceStatus")
            return {status()};
        if (command.isSwitchOn(u"CentralManagementStoreStatus"))
            return {CentralManagementStoreStatus{
                truth.centralManagement,
                QDateTime::currentDateTimeUtc(),
                {truth.centralManagement},
                {QStringLiteral("a.x.com"), QStringLiteral("b.x.com")},
                {}}.toObject()};
        if (cmdlet == u"Get-CsManagementStoreReplicationStatus") {
            return {ReplicaStatus{truth.areReplicasUpToDate, QStringLiteral("b.x.com"), QDateTime::currentDateTimeUtc(),
                                  QDateTime::currentDateTimeUtc(), QString()}
                        .toObject()};
        }
        return {};
    }

    Object poolOf(const QString &fqdn) const
    {
        Pool pool;
        pool.identity = pool.fqdn = fqdn;
        pool.services
            = {QString(u"UserServer:" + fqdn), QString(u"Registrar:" + fqdn), QString(u"CentralManagement:" + fqdn)};
        pool.computers = {QString(u"fe1." + fqdn)};
        pool.backupPoolFqdn = fqdn == u"a.x.com" ? truth.backupPool : QStringLiteral("a.x.com");
        return pool.toObject();
    }

    QList<Object> services() const
    {
        QList<Object> objects;
        for (auto edge = truth.nextHops.begin(); edge != truth.nextHops.end(); ++edge) {
            Service service;
            service.identity = u"EdgeServer:" + edge.key();
            service.role = QStringLiteral("EdgeServer");
            service.poolFqdn = edge.key();
            service.registrar = u"Registrar:" + edge.value();
            objects.append(service.toObject());
        }
        return objects;
    }

    Object status() const
    {
        BackupServiceStatus status;
        status.overallExportStatus = truth.exports;
        status.overallImportStatus = ImportStatus::NormalState;
        for (const BackupModule module : AllBackupModules)
            status.modules.append({toString(module), truth.exports, ImportStatus::NormalState});
        return status.toObject();
    }

    FakePipeline *m_job = nullptr; // the latest; perhaps gone
};

} // namespace cspool::test
