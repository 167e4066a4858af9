#include "backend/lab/module_run.h"

#include <QCoreApplication>
#include <QLocale>

namespace cspool {

namespace {

constexpr int TransferActivity = 2; // beside the wait for a state, which is activity 1

struct ModuleRun
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ModuleRun)
};

} // namespace

void setCounts(Step &step, const ModuleResult &result)
{
    const bool isContent = result.module == BackupModule::DataConf;
    step.setCount(isContent ? ModuleRun::tr("files copied") : ModuleRun::tr("documents copied"), result.copied);
    step.setCount(ModuleRun::tr("deletions carried over"), result.deleted);
    step.setCount(ModuleRun::tr("unchanged"), result.unchanged);
    step.setCount(ModuleRun::tr("verified"), result.verified);
    step.setCount(ModuleRun::tr("bytes copied"), result.bytes, true);
    step.setCount(ModuleRun::tr("batches"), result.batches);
    if (result.keptAside > 0)
        step.setCount(ModuleRun::tr("kept aside"), result.keptAside);
    if (result.newerOnTarget > 0)
        step.setCount(ModuleRun::tr("newer or only on the target"), result.newerOnTarget);
    if (result.failed > 0)
        step.setCount(ModuleRun::tr("left for the next run"), result.failed);
}

TransferProgress::TransferProgress(CommandRuntime &runtime, const QString &activity, Unit unit, qint64 total)
    : m_runtime(runtime)
    , m_activity(activity)
    , m_unit(unit)
    , m_total(total)
{
    m_clock.start();
    advance(0);
}

TransferProgress::~TransferProgress()
{
    m_runtime.writeProgress({.activityId = TransferActivity, .activity = m_activity, .isCompleted = true});
}

void TransferProgress::advance(qint64 amount, const QString &currentItem)
{
    m_done += amount;
    const QLocale locale;
    ProgressRecord record{.activityId = TransferActivity, .activity = m_activity, .currentOperation = currentItem};
    record.status = m_unit == Unit::Documents
        ? ModuleRun::tr("Documents: %1 of %2").arg(locale.toString(m_done), locale.toString(m_total))
        : ModuleRun::tr("%1 of %2").arg(locale.formattedDataSize(m_done), locale.formattedDataSize(m_total));
    if (m_total > 0)
        record.percentComplete = int(std::min<qint64>(100, m_done * 100 / m_total));
    // A guess from the first moments would jump about.
    const qint64 elapsed = m_clock.elapsed();
    if (m_done > 0 && m_done <= m_total && elapsed > 2000)
        record.secondsRemaining = (m_total - m_done) * elapsed / m_done / 1000;
    m_runtime.writeProgress(record);
}

} // namespace cspool
