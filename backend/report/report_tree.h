// ReportTree: the report of one run as data; window, file and print render it.
#pragma once

#include "model/deployment_info.h"
#include "model/records.h"

namespace cspool {

struct ReportNode
{
    QString action;
    StepResult result = StepResult::Running;
    QStringList information; // exceptional items; at most ReportTree::InformationLimit, then a sentence that says how many more
    qint64 informationOmitted = 0;
    QList<StepCount> counts;
    QDateTime started; // UTC
    QDateTime ended; // UTC
    QList<ReportNode> children;
};

struct ReportMessage
{
    QDateTime time; // UTC
    QString message;
    QString recommendedAction;
    QString target;
    bool isSuppressed = false;
};

struct ReportFact
{
    QString name;
    QString value;
};

struct ReportTree
{
    static constexpr int InformationLimit = 1000; // lines per node
    static constexpr int MessageLimit = 1000; // warnings, errors, each

    QString title; // "Backup-CsPool"
    QString commandLine;
    QString user; // who ran it
    QString machine; // on which machine the console ran
    QString programVersion;
    DeploymentInfo deployment;
    Outcome outcome = Outcome::Succeeded;
    QDateTime started; // UTC
    QDateTime ended; // UTC
    QList<ReportFact> facts; // "Pool", "Backup pool", "Topology read from", …
    QList<ReportMessage> errors;
    qint64 errorsOmitted = 0;
    QList<ReportMessage> warnings;
    qint64 warningsOmitted = 0;
    QStringList plan; // what-if sentences
    QStringList notIncluded; // what a pool backup does not include; empty for other cmdlets
    QList<ReportNode> steps;
};

// Builds the tree from the records of one run, in order. Used in the thread that writes the report.
class ReportRecorder
{
public:
    explicit ReportRecorder(ReportTree frame); // frame: title, command line, who, where, started
    void record(const Record &record);
    ReportTree finish(Outcome outcome, const QDateTime &ended);

private:
    struct Entry
    {
        StepRecord step;
        QList<int> children;
    };
    ReportNode nodeOf(int id) const;

    ReportTree m_tree;
    QHash<int, Entry> m_steps;
    QList<int> m_topLevel;
};

} // namespace cspool
