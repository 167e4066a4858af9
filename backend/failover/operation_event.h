// OperationEvent: what happened in a guided failover or failback, one after the other: what its record is made of.
#pragma once

#include "model/deployment_info.h"
#include "model/failover/failover_check.h"
#include "model/failover/failover_step.h"
#include "model/job.h"

#include <QUuid>

#include <variant>

namespace cspool {

struct OperationBegun
{
    FailoverGoal goal;
    QString backupPool; // canonical FQDN
    DeploymentInfo deployment;
    QList<FailoverStep> steps; // as they were found to be necessary
    QString programVersion;
    QStringList losses; // of a disaster, as they were stated and accepted

    bool operator==(const OperationBegun &) const = default;
};

// All checks: at the beginning, at the end, and whenever they were read in between.
struct ChecksRead
{
    QList<FailoverCheck> checks;

    bool operator==(const ChecksRead &) const = default;
};

// A job was given to the JobRunner; the event is on the disk before the command starts.
struct StepStarted
{
    QString step; // FailoverStep::id()
    QString commandLine; // as it is run
    QUuid job; // in the job history

    bool operator==(const StepStarted &) const = default;
};

// That its command has ended says nothing about its goal: StepVerified does.
struct StepEnded
{
    QString step;
    QUuid job;
    Outcome outcome = Outcome::Succeeded;
    QString message = {}; // the error that ended it, or empty
    QString reportPath = {}; // empty: none
    QString serverReportPath = {};
    qint64 warningCount = 0;
    qint64 errorCount = 0;

    bool operator==(const StepEnded &) const = default;
};

// Somebody says that a command which cannot be run from here was run elsewhere.
struct StepRunElsewhere
{
    QString step;
    QString commandLine;

    bool operator==(const StepRunElsewhere &) const = default;
};

struct StepVerified
{
    QString step;
    StepFinding finding;

    bool operator==(const StepVerified &) const = default;
};

// Left out knowingly: an optional step, or one whose goal does not matter to the administrator.
struct StepLeftOut
{
    QString step;
    QString reason; // as it was given; empty: none

    bool operator==(const StepLeftOut &) const = default;
};

struct OperationResumed // by another process, or after it was left
{
    bool operator==(const OperationResumed &) const = default;
};

struct OperationEnded
{
    bool isComplete = false; // every step reached its goal, or was left out knowingly
    QString text; // how the pools are now, in sentences

    bool operator==(const OperationEnded &) const = default;
};

using OperationEventContent = std::variant<OperationBegun, ChecksRead, StepStarted, StepEnded, StepRunElsewhere,
                                           StepVerified, StepLeftOut, OperationResumed, OperationEnded>;

struct OperationEvent
{
    QDateTime time; // UTC
    QString user; // who sits in front of the console
    QString machine;
    OperationEventContent content;

    bool operator==(const OperationEvent &) const = default;
};

// One line of JSON each, without its end. An unknown kind of event, of a later version, is an error.
QByteArray toJsonLine(const OperationEvent &event);
Result<OperationEvent> operationEventFromJsonLine(const QByteArray &line);

} // namespace cspool
