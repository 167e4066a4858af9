// ReportTree: the report of one run, or of several that belong together, as data; window, file and print render it.
#pragma once

#include "model/deployment_info.h"
#include "model/records.h"

#include <QHash>

namespace cspool {

struct ReportNode
{
    QString action;
    StepResult result = StepResult::Running;
    QStringList information; // exceptional items; at most StepRecord::InformationLimit
    qint64 informationOmitted = 0; // beyond it
    QList<StepCount> counts;
    QDateTime started; // UTC
    QDateTime ended; // UTC
    QList<ReportNode> children;
    qint64 childrenOmitted = 0; // steps beyond ReportTree::StepLimit
    QString resultText = {}; // shown instead of the result's own word; empty: that

    bool operator==(const ReportNode &other) const;
};

struct ReportMessage
{
    QDateTime time; // UTC
    QString message;
    QString recommendedAction;
    QString target;
    QString step; // the action of the innermost step in which it was written; empty: outside of all steps
    bool isSuppressed = false; // kept off the screen, as -Force or an action parameter wanted

    bool operator==(const ReportMessage &) const = default;
};

struct ReportFact
{
    QString name;
    QString value;

    bool operator==(const ReportFact &) const = default;
};

struct ReportTree
{
    static constexpr int MessageLimit = 1000; // warnings, errors, what-if sentences, each
    static constexpr int StepLimit = 120'000; // in the whole tree
    static constexpr int InformationLimit = 200'000; // sentences of all steps together
    static constexpr int DepthLimit = 64; // levels of steps; deeper ones stand at the last level

    QString title; // "Backup-CsPool"
    QString commandLine; // empty: more than one; they stand in the steps
    QString user; // who ran it
    QString machine; // on which machine the console ran
    QString programVersion;
    DeploymentInfo deployment;
    Outcome outcome = Outcome::Succeeded;
    // Shown instead of the outcome's own word; empty: that. With Interrupted: of what is still under way.
    QString outcomeText = {};
    QDateTime started; // UTC
    QDateTime ended; // UTC; invalid: it is still under way
    QList<ReportFact> facts; // "Pool", "Backup pool", "Topology read from", …
    QList<ReportMessage> errors;
    qint64 errorsOmitted = 0;
    QList<ReportMessage> warnings;
    qint64 warningsOmitted = 0;
    QStringList plan; // what-if sentences; of a preview only
    QStringList notIncluded; // what a pool backup does not include; empty for other cmdlets
    QList<ReportNode> steps;
    qint64 stepsOmitted = 0; // at the top level

    bool operator==(const ReportTree &) const = default;
};

// Builds the tree from the records of one run, in order. Memory is bounded by the limits above. One thread.
class ReportRecorder
{
public:
    explicit ReportRecorder(ReportTree frame); // frame: title, command line, who, where, started
    void record(const Record &record);
    // Replaces a fact of the same name.
    void setFact(const QString &name, const QString &value);
    ReportTree finish(Outcome outcome, const QDateTime &ended);

private:
    struct Entry
    {
        StepRecord step;
        int parentId = 0; // in the tree; 0: top level
        int depth = 0; // 0: top level
        QList<int> children;
        qint64 childrenOmitted = 0;
    };
    void recordStep(StepRecord step);
    void addStep(const StepRecord &step);
    void setRunning(int id, bool isRunning);
    void recordMessage(QList<ReportMessage> &messages, qint64 &omitted, ReportMessage message);
    ReportNode nodeOf(int id) const;

    ReportTree m_tree;
    QStringList m_hostMessages;
    QHash<int, Entry> m_steps;
    QList<int> m_topLevel;
    QList<int> m_running; // ascending; innermost last
    qint64 m_informationCount = 0; // of all steps
    int m_lastId = 0;
};

} // namespace cspool
