// RunReport: the HTML report of one run of a cmdlet, from the check of its path to the written file. Every engine's
// runs have theirs from here.
#pragma once

#include "backend/report/report_tree.h"
#include "model/command.h"

#include <functional>

namespace cspool {

// One run of a cmdlet that may write a report; of others nothing is kept. Blocks at prepare() and write(). One thread.
class RunReport
{
public:
    RunReport(const Command &command, const CmdletInfo &info, const DeploymentInfo &deployment,
              const QDateTime &started);

    // Before the work begins: finds where the report will be written, -Report (relative: to the working directory) or a
    // new file in the temporary folder, and whether that can be done. `refusal` says of an absolute path why this
    // engine writes nothing there; empty: it does. Nothing happens when the cmdlet writes no report. The error's id is
    // "ReportPathInvalid".
    Result<> prepare(const std::function<QString(const QString &path)> &refusal = {});

    void record(const Record &record) { m_recorder.record(record); }
    // Replaces a fact of the same name; an empty value is none.
    void setFact(const QString &name, const QString &value);

    // Where it will be written, absolute; empty before prepare() and when there will be none.
    QString path() const { return m_path; }
    // A preview leaves an existing report as it is: write() is not to be called, and this sentence says so.
    QString keptReason() const;
    Result<> write(Outcome outcome);

private:
    const Command m_command;
    const bool m_isWanted;
    const QDateTime m_started;
    ReportRecorder m_recorder;
    QString m_path;
};

} // namespace cspool
