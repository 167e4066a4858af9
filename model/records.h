// The record streams: everything that comes back from a running command is one of these.
#pragma once

#include "model/object.h"
#include "model/prompt.h"
#include "model/result.h"

#include <QDateTime>

#include <optional>
#include <variant>

namespace cspool {

struct OutputRecord
{
    Object object;
};

struct ErrorRecord
{
    Error error;
    bool isTerminating = false; // it ended the command; otherwise the command went on
    bool isSuppressed = false; // -Force or -ErrorAction keeps it off the screen; log and report keep it
};

struct WarningRecord
{
    QString message;
    QString recommendedAction = {}; // what to do, a sentence; may be empty
    bool isSuppressed = false; // -WarningAction SilentlyContinue
};

struct VerboseRecord
{
    QString message;
};

struct InformationRecord
{
    QString message;
    bool isHostMessage = false; // meant for the screen (Write-Host); otherwise for the log only
};

// MS-PSRP 2.2.5.1.2: progress of one activity.
struct ProgressRecord
{
    int activityId = 0;
    int parentActivityId = -1;
    QString activity; // "Backing up UserServices.PresenceFocus"
    QString status = {}; // "1,200 of 20,000 documents"
    QString currentOperation = {};
    int percentComplete = -1; // 0..100; -1: unknown
    qint64 secondsRemaining = -1; // -1: unknown, and then nothing is shown
    bool isCompleted = false;
};

enum class StepResult {
    Running,
    Succeeded,
    SucceededWithWarnings,
    Failed,
    Cancelled,
    Skipped,
};
QString toString(StepResult result);
std::optional<StepResult> stepResultFromString(QStringView text);

// A counted thing of a step: {"documents copied", 200}. Order is kept; the name is translated text.
struct StepCount
{
    QString name;
    qint64 value = 0;
    bool isBytes = false; // shown as a size

    bool operator==(const StepCount &) const = default;
};

// One step of the work, sent when it begins, whenever its content changes and when it ends; a later record with the
// same id replaces the earlier. Steps form the report's tree. A remote session makes them from commands and progress.
struct StepRecord
{
    int id = 0; // from 1, ascending
    int parentId = 0; // 0: top level
    QString action; // what is done: "Copy module UserServices.PresenceFocus"
    StepResult result = StepResult::Running;
    QStringList information = {}; // sentences; exceptional items; at most InformationLimit
    QList<StepCount> counts = {};
    QDateTime started = {}; // UTC
    QDateTime ended = {}; // UTC; invalid while running
    qint64 informationOmitted = 0; // sentences beyond the limit

    // A step is sent again whenever it changes, so what it carries must stay small.
    static constexpr int InformationLimit = 1000;

    bool operator==(const StepRecord &) const = default;
};

// How a command, or a job, ended.
enum class Outcome {
    Succeeded,
    SucceededWithWarnings,
    Failed,
    Cancelled,
    Skipped, // nothing had to be done (FailedOverPoolOnly on an active pool; every confirmation answered No)
    Previewed, // WhatIf
    Interrupted, // its process is gone; only history says so
};
QString toString(Outcome outcome);
std::optional<Outcome> outcomeFromString(QStringView text);

// The last record of every command, exactly once.
struct FinishedRecord
{
    Outcome outcome = Outcome::Succeeded;
    QString reportPath = {}; // on this machine; empty when the command writes no report
    QString remoteReportPath = {}; // on the server; empty in the lab
};

using RecordContent = std::variant<OutputRecord, ErrorRecord, WarningRecord, VerboseRecord, InformationRecord,
                                   ProgressRecord, StepRecord, PromptRequest, FinishedRecord>;

struct Record
{
    QDateTime time; // UTC, when it was written
    RecordContent content;
};

} // namespace cspool
