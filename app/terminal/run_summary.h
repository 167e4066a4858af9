// RunSummary: what a person reads when a command is over: how it ended, its steps with their counts, and the report.
#pragma once

#include "model/records.h"

#include <QMap>

namespace cspool {

class RunSummary
{
public:
    // Steps are kept down to the second level, at most this many; the report has all of them.
    static constexpr int StepLimit = 100;

    // `width` of the terminal in columns; 0: unlimited.
    explicit RunSummary(int width)
        : m_width(width)
    {
    }

    void add(const StepRecord &step);

    // `elapsed` in seconds. With steps and report when the cmdlet wrote one; without, a sentence for what would
    // otherwise end in silence (cancelled, skipped), and nothing for the rest. Ends with a line feed unless empty.
    QString text(const QString &cmdlet, const FinishedRecord &finished, qint64 elapsed) const;

private:
    QString stepsText() const;

    const int m_width;
    QMap<int, StepRecord> m_steps; // by id, which is their order
};

// The exit code that tells a script how the command ended.
int exitCodeOf(Outcome outcome);

} // namespace cspool
