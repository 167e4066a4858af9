// What Get-CsBackupServiceStatus reports: export and import status, per module and overall.
#pragma once

#include "model/object.h"

#include <optional>

namespace cspool {

enum class ExportStatus {
    NotInitialized, // before the first export; the CMS module of a pool that is not the CMS master
    FinalState, // no more changes to back up, all imported by the backup pool
    SteadyState, // what is left fits in one batch
    NonSteadyState, // a backlog builds up
    ErrorState, // new changes could not be backed up
};
enum class ImportStatus {
    NotInitialized, // of the lab: nothing has been imported yet; of servers it is published for exports only
    NormalState,
    ErrorState,
};
QString toString(ExportStatus status);
QString toString(ImportStatus status);
std::optional<ExportStatus> exportStatusFromString(QStringView text);
std::optional<ImportStatus> importStatusFromString(QStringView text);
// One sentence for an administrator: what the status means.
QString explanation(ExportStatus status);
QString explanation(ImportStatus status);

enum class BackupCategory {
    UserData,
    Cms,
};
QString toString(BackupCategory category); // "UserData", "CMS"
std::optional<BackupCategory> backupCategoryFromString(QStringView text);

// The modules that every version has. A server may report others: a status keeps their names as they come.
enum class BackupModule {
    PresenceFocus,
    DataConf,
    CmsMaster,
};
constexpr BackupModule AllBackupModules[]
    = {BackupModule::PresenceFocus, BackupModule::DataConf, BackupModule::CmsMaster};
QString toString(BackupModule module); // the full name: "UserServices.PresenceFocus"
BackupCategory categoryOf(BackupModule module);
// Accepts the full names and "PresenceFocus", "DataConf", "CMSMaster".
std::optional<BackupModule> backupModuleFromString(QStringView text);

struct BackupModuleStatus
{
    QString identity; // full name
    std::optional<ExportStatus> exportStatus; // not reported: unknown
    std::optional<ImportStatus> importStatus;
    bool operator==(const BackupModuleStatus &) const = default;
};

struct BackupServiceStatus
{
    std::optional<ExportStatus> overallExportStatus;
    std::optional<ImportStatus> overallImportStatus;
    QString activeMachineFqdn;
    QList<BackupModuleStatus> modules;

    const BackupModuleStatus *module(BackupModule module) const;

    static BackupServiceStatus fromObject(const Object &object);
    Object toObject() const;
    bool operator==(const BackupServiceStatus &) const = default;
};

// The overall status of several: the worst of ErrorState, NotInitialized, NonSteadyState, SteadyState, FinalState. The
// caller leaves out modules that do not apply to the pool (CMSMaster without the Central Management store). Of none:
// NotInitialized.
ExportStatus worst(const QList<ExportStatus> &statuses);
// The same for imports: the worst of ErrorState, NormalState, NotInitialized; a module that has not imported anything
// yet says nothing against the others.
ImportStatus worst(const QList<ImportStatus> &statuses);

} // namespace cspool
