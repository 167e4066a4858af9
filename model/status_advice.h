// StatusAdvice: what a status of the backup service means, its likely causes in order, and what to do next.
#pragma once

#include "model/backup_service_status.h"
#include "model/command.h"
#include "model/deployment_info.h"
#include "model/status_tone.h"

#include <optional>

namespace cspool {

// Whose status it is, as far as that is known.
struct StatusSubject
{
    QString pool; // canonical FQDN
    QString backupPool; // canonical FQDN; empty: none
    QString module; // full name; empty: the overall status
    std::optional<bool> hostsCentralManagement; // the pool holds the active Central Management store; nothing: unknown
    std::optional<bool> backupPoolHostsCentralManagement;
    DeploymentKind kind = DeploymentKind::Server;
    // What Get-CsBackupServiceStatus wrote beside its answer, as it came.
    QList<WarningRecord> warnings = {};
};

// A thing to do: a sentence, and the command that does it, if it is one.
struct NextStep
{
    QString text;
    std::optional<Command> command = {};
    QString action = {}; // what the command does, for a button: "Restore from b.example.com"; empty: no command

    bool operator==(const NextStep &) const = default;
};

struct StatusAdvice
{
    StatusTone tone = StatusTone::None; // NotInitialized is no problem where a module does not apply
    QString meaning; // one sentence, or two
    QStringList causes = {}; // the likeliest first; empty: nothing is wrong
    QList<NextStep> steps = {}; // in order
};

// Facts and causes are those of Microsoft's documentation and of administrators' write-ups; what holds only in a lab
// deployment says so.
StatusAdvice adviceFor(ExportStatus status, const StatusSubject &subject);
StatusAdvice adviceFor(ImportStatus status, const StatusSubject &subject);
StatusAdvice adviceForNotReported();
// Why a pool that can be backed up has no backup pool, and what to do.
StatusAdvice adviceForMissingBackupPool(const QString &pool, DeploymentKind kind);

// What waits to be exported, in a few words: the status cmdlet tells no number.
QString backlogText(ExportStatus status);

// How grave a warning is that came with the status: as grave as the status of the module that it begins with, and as
// the overall one if it begins with none. At least Attention.
StatusTone toneOf(const WarningRecord &warning, const BackupServiceStatus &status);

// The warnings that are about the module: they begin with its name. All of them when `module` is empty.
QList<WarningRecord> warningsAbout(const QString &module, const QList<WarningRecord> &warnings);

} // namespace cspool
