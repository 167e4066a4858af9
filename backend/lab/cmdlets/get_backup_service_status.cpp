// Get-CsBackupServiceStatus: how far the backup of a pool to its backup pool has come, per module and overall.
#include "backend/lab/backup_service.h"
#include "backend/lab/lab_cmdlet.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct GetBackupServiceStatus
{
    Q_DECLARE_TR_FUNCTIONS(cspool::GetBackupServiceStatus)

public:
    static Result<> run(LabContext &context);

private:
    static Result<> explain(CommandRuntime &runtime, const ModuleState &module);
};

Result<> GetBackupServiceStatus::run(LabContext &context)
{
    CommandRuntime &runtime = context.runtime();
    const QString text = context.command().string(u"Category");
    const std::optional<BackupCategory> category = backupCategoryFromString(text);
    if (!text.isEmpty() && !category) {
        return Error{ErrorCategory::InvalidArgument, u"CategoryNotSupported"_s,
                     tr("A lab deployment has no modules of the category %1.").arg(text),
                     tr("Use the category UserData or CMS, or leave -Category out."), u"Category"_s};
    }
    const Result<Pool> pool = context.pairedPool(context.command().string(u"PoolFqdn"));
    if (!pool)
        return pool.error();
    const Result<Deployment *> deployment = context.deployment();
    if (!deployment)
        return deployment.error();
    const Result<QList<Pool>> pools = context.pools();
    if (!pools)
        return pools.error();
    BackupService service(**deployment, runtime);
    service.setPools(*pools);
    const Result<BackupState> state = service.state(pool->fqdn, category);
    if (!state)
        return state.error();
    for (const ModuleState &module : state->modules) {
        if (const Result<> explained = explain(runtime, module); !explained)
            return explained;
    }
    runtime.writeObject(state->toStatus().toObject());
    return {};
}

// A status has no room for a reason: an error becomes a warning, the rest is for -Verbose.
Result<> GetBackupServiceStatus::explain(CommandRuntime &runtime, const ModuleState &module)
{
    const QString name = toString(module.module);
    if (module.exportError) {
        const Result<> warned = runtime.writeWarning(tr("%1, export: %2").arg(name, module.exportError->message),
                                                     module.exportError->recommendedAction);
        if (!warned)
            return warned;
    }
    if (module.importError) {
        const Result<> warned = runtime.writeWarning(tr("%1, import: %2").arg(name, module.importError->message),
                                                     module.importError->recommendedAction);
        if (!warned)
            return warned;
    }
    if (!module.note.isEmpty())
        runtime.writeVerbose(u"%1: %2"_s.arg(name, module.note));
    if (module.applies) {
        runtime.writeVerbose(u"%1: %2"_s.arg(name, explanation(module.exportStatus)));
        runtime.writeVerbose(tr("%1: still to be exported: %2").arg(name, QString::number(module.backlog)));
    }
    return {};
}

const LabCmdletRegistration registration("Get-CsBackupServiceStatus", &GetBackupServiceStatus::run);

} // namespace

} // namespace cspool
