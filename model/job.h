// JobInfo: one run of a Command, as queue, history and report know it.
#pragma once

#include "model/records.h"

#include <QDateTime>
#include <QUuid>

namespace cspool {

enum class JobState {
    Queued, // another job holds its pools
    Running,
    WaitingForAnswer, // a prompt is open
    Cancelling,
    Finished,
};
QString toString(JobState state);

struct JobInfo
{
    QUuid id;
    QUuid deploymentId;
    QString deploymentName;
    QString deploymentLocation; // a copied folder has the same id; empty: run before it was recorded
    QString commandLine; // rendered; never a password
    QString cmdlet;
    QString pool; // canonical FQDN the command is about; empty: none
    QString user; // who ran it
    QDateTime queued; // UTC
    QDateTime started; // UTC; invalid while queued
    QDateTime ended; // UTC; invalid until finished
    JobState state = JobState::Queued;
    Outcome outcome = Outcome::Succeeded; // only when Finished
    QString reportPath; // empty: none
    QString serverReportPath; // of the report that the server itself has written there; empty: none, or not known
    QString message; // the error that ended it, or empty
    qint64 warningCount = 0;
    qint64 errorCount = 0;

    bool operator==(const JobInfo &) const = default;
};

} // namespace cspool
