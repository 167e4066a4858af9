#include "model/backup_service_status.h"

#include "model/enum_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr EnumText<ExportStatus> exportTexts[] = {
    {ExportStatus::NotInitialized, "NotInitialized"}, {ExportStatus::FinalState, "FinalState"},
    {ExportStatus::SteadyState, "SteadyState"},       {ExportStatus::NonSteadyState, "NonSteadyState"},
    {ExportStatus::ErrorState, "ErrorState"},
};

constexpr EnumText<ImportStatus> importTexts[] = {
    {ImportStatus::NotInitialized, "NotInitialized"},
    {ImportStatus::NormalState, "NormalState"},
    {ImportStatus::ErrorState, "ErrorState"},
};

constexpr EnumText<BackupCategory> categoryTexts[] = {
    {BackupCategory::UserData, "UserData"},
    {BackupCategory::Cms, "CMS"},
};

// The first text of a module is its full name; the others are its documented short ones.
constexpr EnumText<BackupModule> moduleTexts[] = {
    {BackupModule::PresenceFocus, "UserServices.PresenceFocus"},
    {BackupModule::DataConf, "ConfServices.DataConf"},
    {BackupModule::CmsMaster, "CentralMgmt.CMSMaster"},
    {BackupModule::PresenceFocus, "PresenceFocus"},
    {BackupModule::DataConf, "DataConf"},
    {BackupModule::CmsMaster, "CMSMaster"},
};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::BackupServiceStatus)
};

QString textOrNothing(const std::optional<ExportStatus> &status)
{
    return status ? toString(*status) : QString();
}

QString textOrNothing(const std::optional<ImportStatus> &status)
{
    return status ? toString(*status) : QString();
}

// "UserServices.PresenceFocus:[FinalState,NormalState]", as a module prints; all that is left of it when a server's
// objects arrive as texts.
BackupModuleStatus moduleFromText(const QString &text)
{
    BackupModuleStatus status;
    const qsizetype bracket = text.indexOf(":["_L1);
    status.identity = text.left(bracket).trimmed();
    if (bracket < 0)
        return status;
    QStringView states = QStringView(text).mid(bracket + 2);
    if (states.endsWith(u']'))
        states.chop(1);
    const qsizetype comma = states.indexOf(u',');
    status.exportStatus = exportStatusFromString((comma < 0 ? states : states.left(comma)).trimmed());
    if (comma >= 0)
        status.importStatus = importStatusFromString(states.mid(comma + 1).trimmed());
    return status;
}

BackupModuleStatus moduleFromVariant(const QVariant &value)
{
    if (value.metaType() != QMetaType::fromType<Object>())
        return moduleFromText(value.toString());
    const Object object = value.value<Object>();
    BackupModuleStatus status = moduleFromText(object.text());
    if (object.contains(u"Identity"))
        status.identity = object.string(u"Identity");
    if (object.contains(u"ExportStatus"))
        status.exportStatus = exportStatusFromString(object.string(u"ExportStatus"));
    if (object.contains(u"ImportStatus"))
        status.importStatus = importStatusFromString(object.string(u"ImportStatus"));
    return status;
}

Object moduleToObject(const BackupModuleStatus &status)
{
    const QString exportText = textOrNothing(status.exportStatus);
    const QString importText = textOrNothing(status.importStatus);
    Object object(u"Microsoft.Rtc.Management.Hadr.BackupService.BackupModuleStatus"_s,
                  status.identity + ":["_L1 + exportText + u',' + importText + u']');
    object.set(u"Identity"_s, status.identity);
    object.set(u"ExportStatus"_s, status.exportStatus ? QVariant(exportText) : QVariant());
    object.set(u"ImportStatus"_s, status.importStatus ? QVariant(importText) : QVariant());
    return object;
}

// The one of `statuses` that stands first in `order`; `none` when there is none.
template <typename Status, std::size_t Size>
Status firstInOrder(const QList<Status> &statuses, const std::array<Status, Size> &order, Status none)
{
    const auto found = std::find_if(order.begin(), order.end(), [&](Status s) { return statuses.contains(s); });
    return found == order.end() ? none : *found;
}

} // namespace

QString toString(ExportStatus status)
{
    return enumToString(exportTexts, status);
}

QString toString(ImportStatus status)
{
    return enumToString(importTexts, status);
}

std::optional<ExportStatus> exportStatusFromString(QStringView text)
{
    return enumFromString(exportTexts, text);
}

std::optional<ImportStatus> importStatusFromString(QStringView text)
{
    return enumFromString(importTexts, text);
}

QString explanation(ExportStatus status)
{
    switch (status) {
    case ExportStatus::NotInitialized:
        return Text::tr(
            "Nothing has been exported yet, or this pool does not host the active Central Management store.");
    case ExportStatus::FinalState:
        return Text::tr("No more changes are waiting, and the backup pool has imported all of them.");
    case ExportStatus::SteadyState:
        return Text::tr("All waiting changes fit in one batch: no backlog builds up.");
    case ExportStatus::NonSteadyState:
        return Text::tr("Changes come faster than they are backed up: a backlog builds up.");
    case ExportStatus::ErrorState:
        return Text::tr("New changes could not be backed up; how much is waiting is not known.");
    }
    return {};
}

QString explanation(ImportStatus status)
{
    switch (status) {
    case ImportStatus::NotInitialized:
        return Text::tr("Nothing is reported to have been imported yet.");
    case ImportStatus::NormalState:
        return Text::tr("Changes that arrive from the other pool are imported.");
    case ImportStatus::ErrorState:
        return Text::tr("Changes that arrived from the other pool could not be imported.");
    }
    return {};
}

QString toString(BackupCategory category)
{
    return enumToString(categoryTexts, category);
}

std::optional<BackupCategory> backupCategoryFromString(QStringView text)
{
    return enumFromString(categoryTexts, text);
}

QString toString(BackupModule module)
{
    return enumToString(moduleTexts, module);
}

BackupCategory categoryOf(BackupModule module)
{
    return module == BackupModule::CmsMaster ? BackupCategory::Cms : BackupCategory::UserData;
}

std::optional<BackupModule> backupModuleFromString(QStringView text)
{
    return enumFromString(moduleTexts, text);
}

const BackupModuleStatus *BackupServiceStatus::module(BackupModule module) const
{
    for (const BackupModuleStatus &status : modules) {
        if (backupModuleFromString(status.identity) == module)
            return &status;
    }
    return nullptr;
}

BackupServiceStatus BackupServiceStatus::fromObject(const Object &object)
{
    BackupServiceStatus status;
    status.overallExportStatus = exportStatusFromString(object.string(u"OverallExportStatus"));
    status.overallImportStatus = importStatusFromString(object.string(u"OverallImportStatus"));
    status.activeMachineFqdn = object.string(u"ActiveMachineFqdn").toLower();
    const QVariantList modules = object.list(u"BackupModules");
    for (const QVariant &module : modules)
        status.modules.append(moduleFromVariant(module));
    return status;
}

Object BackupServiceStatus::toObject() const
{
    QVariantList moduleObjects;
    for (const BackupModuleStatus &module : modules)
        moduleObjects.append(QVariant::fromValue(moduleToObject(module)));
    Object object(u"Microsoft.Rtc.Management.Hadr.BackupService.BackupServiceStatus"_s);
    const QString exportText = textOrNothing(overallExportStatus);
    const QString importText = textOrNothing(overallImportStatus);
    object.set(u"OverallExportStatus"_s, overallExportStatus ? QVariant(exportText) : QVariant());
    object.set(u"OverallImportStatus"_s, overallImportStatus ? QVariant(importText) : QVariant());
    object.set(u"ActiveMachineFqdn"_s, activeMachineFqdn.isEmpty() ? QVariant() : QVariant(activeMachineFqdn));
    object.set(u"BackupModules"_s, moduleObjects);
    return object;
}

ExportStatus worst(const QList<ExportStatus> &statuses)
{
    static constexpr std::array order
        = {ExportStatus::ErrorState, ExportStatus::NotInitialized, ExportStatus::NonSteadyState,
           ExportStatus::SteadyState, ExportStatus::FinalState};
    return firstInOrder(statuses, order, ExportStatus::NotInitialized);
}

ImportStatus worst(const QList<ImportStatus> &statuses)
{
    static constexpr std::array order
        = {ImportStatus::ErrorState, ImportStatus::NormalState, ImportStatus::NotInitialized};
    return firstInOrder(statuses, order, ImportStatus::NotInitialized);
}

} // namespace cspool
