#include "tests/benchmarks/busy_session.h"

#include "model/backup_service_status.h"
#include "model/cmdlet_table.h"
#include "model/pool.h"

#include <atomic>
#include <functional>

namespace cspool::benchmark {

using namespace Qt::StringLiterals;

namespace {

using Sink = std::function<void(RecordContent content)>;
using Work = std::function<Outcome(const Sink &sink, const std::atomic<bool> &isCancelled)>;

class BusyPipeline : public Pipeline
{
public:
    BusyPipeline(const Work &work, RecordSpool spool)
        : m_spool(std::move(spool))
        , m_thread([this, work] {
            const Sink sink = [this](RecordContent content) { push(std::move(content)); };
            const Outcome outcome = work(sink, m_isCancelled);
            sink(FinishedRecord{outcome, {}, {}});
        })
    {
    }
    ~BusyPipeline() override
    {
        BusyPipeline::cancel();
        m_mailbox.close();
        m_thread.join();
    }

    Mailbox &mailbox() override { return m_mailbox; }
    void cancel() override { m_isCancelled = true; }
    void answer(const PromptAnswer &) override { }

private:
    void push(RecordContent content)
    {
        Record record{QDateTime::currentDateTimeUtc(), std::move(content)};
        if (m_spool)
            m_spool(record);
        m_mailbox.push(std::move(record));
    }

    const RecordSpool m_spool;
    Mailbox m_mailbox;
    std::atomic<bool> m_isCancelled = false;
    std::thread m_thread; // last: it uses all the others
};

Pool pool(int number)
{
    Pool pool;
    pool.fqdn = pool.identity = BusySession::poolName(number);
    pool.backupPoolFqdn = BusySession::poolName(number ^ 1);
    pool.site = u"Site %1"_s.arg(number % 40);
    pool.serverVersion = u"7.0.2046.0"_s;
    pool.services = {u"Registrar:"_s + pool.fqdn, u"UserServer:"_s + pool.fqdn, u"FileStore:"_s + pool.fqdn};
    pool.computers = {u"fe1-"_s + pool.fqdn, u"fe2-"_s + pool.fqdn};
    return pool;
}

Object status()
{
    Object object(u"Microsoft.Rtc.Management.BackupService.BackupServiceStatus"_s);
    object.set(u"OverallExportStatus"_s, u"FinalState"_s);
    object.set(u"OverallImportStatus"_s, u"NormalState"_s);
    return object;
}

// As a long backup writes: mostly details, with progress, the states of its steps and a warning now and then.
RecordContent recordOfJob(int number, int count)
{
    switch (number % 10) {
    case 0:
        return ProgressRecord{1,
                              -1,
                              u"Backing up UserServices.PresenceFocus"_s,
                              u"%1 of %2 documents"_s.arg(QString::number(number), QString::number(count)),
                              {},
                              int(100LL * number / count),
                              (count - number) / 1000};
    case 1: {
        StepRecord step{1 + number / 1000, 0, u"Copy batch %1"_s.arg(number / 1000)};
        step.counts = {{u"documents copied"_s, number % 1000}};
        step.started = QDateTime::currentDateTimeUtc();
        return step;
    }
    case 2:
        if (number % 1000 == 2)
            return WarningRecord{u"The document urn:lcd:user%1@contoso.com was changed on both sides."_s.arg(number)};
        [[fallthrough]];
    default:
        return VerboseRecord{u"The document urn:lcd:user%1@contoso.com was copied (1,234 bytes)."_s.arg(number)};
    }
}

} // namespace

BusySession::BusySession(int poolCount, int recordsPerJob)
    : m_poolCount(poolCount)
    , m_recordsPerJob(recordsPerJob)
    , m_info{QUuid::createUuid(), DeploymentKind::Lab, u"busy.example.com"_s, u"/busy"_s}
{
}

QString BusySession::poolName(int number)
{
    return u"pool%1.busy.example.com"_s.arg(number, 5, 10, QLatin1Char('0'));
}

const CmdletInfo *BusySession::cmdletInfo(QStringView name) const
{
    return findCmdlet(name);
}

QString BusySession::backupPoolOf(const QString &poolFqdn) const
{
    return poolName(QStringView(poolFqdn).mid(4, 5).toInt() ^ 1);
}

std::unique_ptr<Pipeline> BusySession::start(const Command &command, RecordSpool spool)
{
    const QString cmdlet = command.cmdlet();
    const Work work = [cmdlet, pools = m_poolCount, records = m_recordsPerJob](const Sink &sink,
                                                                               const std::atomic<bool> &isCancelled) {
        if (cmdlet == "Get-CsPool"_L1) {
            for (int i = 0; i < pools && !isCancelled; ++i)
                sink(OutputRecord{pool(i).toObject()});
        } else if (cmdlet == "Get-CsBackupServiceStatus"_L1) {
            sink(OutputRecord{status()});
        } else if (cmdlet == "Backup-CsPool"_L1) {
            for (int i = 0; i < records && !isCancelled; ++i)
                sink(recordOfJob(i, records));
        }
        return isCancelled ? Outcome::Cancelled : Outcome::Succeeded;
    };
    return std::make_unique<BusyPipeline>(work, std::move(spool));
}

} // namespace cspool::benchmark
