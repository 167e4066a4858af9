// RecordPrinter: a command's records on the terminal as PowerShell shows them: objects on the standard output,
// everything else on the standard error.
#pragma once

#include "app/terminal/object_formatter.h"
#include "app/terminal/progress_display.h"
#include "app/terminal/run_summary.h"
#include "app/terminal/standard_streams.h"
#include "model/records.h"

#include <functional>

namespace cspool {

// How to print; what the terminal is is found out by the caller.
struct PrintStyle
{
    bool isJson = false;
    bool isVerbose = false; // verbose messages are shown, too
    bool isQuiet = false; // neither objects nor messages for the screen: warnings, errors, progress and questions only
    bool isStep = false; // of a guided operation: that it was cancelled is not said, because what is true follows
    bool isOutputTerminal = false;
    int outputWidth = 0; // columns; 0: unlimited
    int errorWidth = 0;
    bool hasColors = false; // on the standard error
    ProgressDisplay::Style progress = ProgressDisplay::Style::Lines;
};

// For the standard error: the error as PowerShell's console shows it, with what to do below the message; and a warning.
QString errorText(const QString &cmdlet, const Error &error, const PrintStyle &style);
QString warningText(const QString &message, const QString &recommendedAction, const PrintStyle &style);

class RecordPrinter
{
public:
    using Writer = std::function<WriteResult(StandardStream, const QByteArray &, QString *reason)>;

    RecordPrinter(const CmdletInfo &info, const PrintStyle &style, const Writer &writer);

    void print(const Record &record);

    // What belongs to no record. As it is; a progress bar makes room.
    void writeMessage(const QString &text);
    // As writeMessage(), but the progress bar stays away: the cursor waits for an answer.
    void writePrompt(const QString &text);
    void writeWarning(const QString &message, const QString &recommendedAction = {});
    void writeError(const Error &error);

    // After the last record: the output is completed and the summary printed. `elapsed` in seconds.
    void finish(const FinishedRecord &finished, qint64 elapsed);

    // Why the standard output can take no more; Written while it can.
    WriteResult outputState() const { return m_outputState; }
    QString outputFailure() const { return m_outputFailure; }

private:
    void writeOutput(const QByteArray &data);
    void printObject(const Object &object);

    const CmdletInfo &m_info;
    const PrintStyle m_style;
    const Writer m_writer;
    ObjectFormatter m_formatter;
    ProgressDisplay m_progress;
    RunSummary m_summary;
    bool m_hasJsonElement = false;
    WriteResult m_outputState = WriteResult::Written;
    QString m_outputFailure;
};

} // namespace cspool
