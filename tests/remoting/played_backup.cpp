// Backup-CsPool of the played deployment: asks, reports progress, fails in part, waits in its middle and warns.
#include "backend/remoting/clixml/clixml_writer.h"
#include "tests/remoting/played_scripts.h"

#include <memory>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

void endBackup(ServedCommand &command)
{
    command.progress(progressRecord(u"Backing up UserServices.PresenceFocus"_s, 2, 100, u"200 of 200"_s, 0, true, 1));
    command.progress(progressRecord(u"Backing up the pool"_s, 1, 100, u"Done"_s, -1, true));
    command.warning(u"\"Backup-CsPool\" processing has completed with warnings. \"1\" warnings were recorded."_s);
    command.warning(u"Detailed results can be found at \"%1\"."_s.arg(ReportOnServer));
    command.complete();
}

void backUp(ServedCommand &command, const PlayedDeployment &deployment)
{
    command.verbose(u"Creating new log file."_s);
    command.host(HostMethod::WriteLine2, {text(u"Backing up the pool."_s)});
    command.progress(progressRecord(u"Backing up the pool"_s, 1, 10, u"Starting"_s, 90));
    command.progress(progressRecord(u"Backing up UserServices.PresenceFocus"_s, 2, 50, u"100 of 200"_s, -1, false, 1));
    command.error(u"The conference 4711 could not be read."_s, u"ConferenceUnreadable"_s, u"4711"_s);
    if (deployment.manyProgressRecords > 0) {
        const auto count = std::make_shared<int>(0);
        QList<QByteArray> percents; // written once: what is tried is the client
        for (int percent = 0; percent < 100; ++percent) {
            percents.append(writeClixml(progressRecord(u"Backing up UserServices.PresenceFocus"_s, 2, percent,
                                                       u"%1 of 100"_s.arg(percent), -1, false, 1)));
        }
        command.generate([&command, count, percents, total = deployment.manyProgressRecords] {
            command.progress(percents.at(qint64(*count) * percents.size() / total));
            if (++*count < total)
                return true;
            endBackup(command);
            return false;
        });
        return;
    }
    if (deployment.pause)
        deployment.pause(command.later([&command] { endBackup(command); }));
    else
        command.after(deployment.backupTime, [&command] { endBackup(command); });
}

PsrpServer::Script backup(const PlayedDeployment &deployment)
{
    return [deployment](ServedCommand &command) {
        shouldProcess(command, command.string(u"PoolFqdn"), [&command, deployment] { backUp(command, deployment); });
    };
}

} // namespace

PlayedScripts backupScripts(const PlayedDeployment &deployment)
{
    return {{u"Backup-CsPool"_s, backup(deployment)}};
}

} // namespace cspool::test
