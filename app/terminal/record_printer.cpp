#include "app/terminal/record_printer.h"

#include "app/terminal/text_layout.h"
#include "backend/record_json.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Red = "\x1b[31m";
constexpr auto Yellow = "\x1b[33m";
constexpr auto Cyan = "\x1b[36m";

struct PrinterText
{
    Q_DECLARE_TR_FUNCTIONS(RecordPrinter)
};

QString colored(const QString &text, const char *color, const PrintStyle &style)
{
    return style.hasColors ? QString(QString::fromLatin1(color) + text + u"\x1b[0m"_s) : text;
}

QString wrappedText(const QString &text, int width)
{
    return wrapped(printable(text), width, LongWord::Keep).join(u'\n');
}

} // namespace

QString errorText(const QString &cmdlet, const Error &error, const PrintStyle &style)
{
    QStringList lines{wrappedText(cmdlet + u" : "_s + error.message, style.errorWidth)};
    if (!error.recommendedAction.isEmpty())
        lines.append(wrappedText(error.recommendedAction, style.errorWidth));
    lines.append(u"    + CategoryInfo          : "_s
                 + printableLine(u"%1: (%2) [%3]"_s.arg(toString(error.category), error.target, cmdlet)));
    lines.append(u"    + FullyQualifiedErrorId : "_s + printableLine(error.id));
    return colored(lines.join(u'\n'), Red, style) + u'\n';
}

QString warningText(const QString &message, const QString &recommendedAction, const PrintStyle &style)
{
    const QString text = recommendedAction.isEmpty() ? message : QString(message + u' ' + recommendedAction);
    return colored(wrappedText(PrinterText::tr("WARNING: %1").arg(text), style.errorWidth), Yellow, style) + u'\n';
}

RecordPrinter::RecordPrinter(const CmdletInfo &info, const PrintStyle &style, const Writer &writer)
    : m_info(info)
    , m_style(style)
    , m_writer(writer)
    , m_formatter(info, style.outputWidth, style.isOutputTerminal)
    , m_progress(style.progress, style.errorWidth)
    , m_summary(style.errorWidth)
{
}

void RecordPrinter::print(const Record &record)
{
    if (const auto *output = std::get_if<OutputRecord>(&record.content)) {
        if (!m_style.isQuiet)
            printObject(output->object);
    } else if (const auto *error = std::get_if<ErrorRecord>(&record.content)) {
        // That a command was cancelled is its outcome, told by the summary.
        if (!error->isSuppressed && !error->error.isStopped())
            writeError(error->error);
    } else if (const auto *warning = std::get_if<WarningRecord>(&record.content)) {
        if (!warning->isSuppressed)
            writeWarning(warning->message, warning->recommendedAction);
    } else if (const auto *verbose = std::get_if<VerboseRecord>(&record.content)) {
        if (m_style.isVerbose)
            writeMessage(colored(wrappedText(u"VERBOSE: "_s + verbose->message, m_style.errorWidth), Cyan, m_style)
                         + u'\n');
    } else if (const auto *information = std::get_if<InformationRecord>(&record.content)) {
        if (information->isHostMessage && !m_style.isQuiet)
            writeMessage(wrappedText(information->message, m_style.errorWidth) + u'\n');
    } else if (const auto *progress = std::get_if<ProgressRecord>(&record.content)) {
        const QString text = m_progress.update(*progress, record.time);
        if (!text.isEmpty())
            m_writer(StandardStream::Error, text.toUtf8(), nullptr);
    } else if (const auto *step = std::get_if<StepRecord>(&record.content)) {
        m_summary.add(*step);
    }
}

void RecordPrinter::printObject(const Object &object)
{
    if (!m_style.isJson) {
        writeOutput(m_formatter.add(object).toUtf8());
        return;
    }
    writeOutput((std::exchange(m_hasJsonElement, true) ? ",\n  " : "[\n  ") + toJsonText(object, 1));
}

void RecordPrinter::finish(const FinishedRecord &finished, qint64 elapsed)
{
    if (m_style.isJson && !m_style.isQuiet)
        writeOutput(m_hasJsonElement ? "\n]\n" : "[]\n");
    else
        writeOutput(m_formatter.finish().toUtf8());
    m_progress.removeAll();
    writePrompt({}); // takes the bar away
    // A reader that has left early, as "head" does, wants no words about it.
    if (m_outputState == WriteResult::ReaderGone && finished.outcome == Outcome::Cancelled)
        return;
    if (m_style.isStep && finished.outcome == Outcome::Cancelled)
        writeMessage(
            PrinterText::tr("%1 was stopped. What has become of it is read from the deployment.").arg(m_info.name)
            + u'\n');
    else
        writeMessage(m_summary.text(m_info.name, finished, elapsed));
}

void RecordPrinter::writeOutput(const QByteArray &data)
{
    if (data.isEmpty() || m_outputState != WriteResult::Written)
        return;
    // The bar stands in the same terminal as the table.
    const QString cleared = m_progress.clear();
    if (!cleared.isEmpty())
        m_writer(StandardStream::Error, cleared.toUtf8(), nullptr);
    m_outputState = m_writer(StandardStream::Output, data, &m_outputFailure);
}

void RecordPrinter::writeMessage(const QString &text)
{
    if (text.isEmpty())
        return;
    const QString cleared = m_progress.clear();
    m_writer(StandardStream::Error, QString(cleared + text + m_progress.redraw()).toUtf8(), nullptr);
}

void RecordPrinter::writePrompt(const QString &text)
{
    m_writer(StandardStream::Error, QString(m_progress.clear() + text).toUtf8(), nullptr);
}

void RecordPrinter::writeWarning(const QString &message, const QString &recommendedAction)
{
    writeMessage(warningText(message, recommendedAction, m_style));
}

void RecordPrinter::writeError(const Error &error)
{
    writeMessage(errorText(m_info.name, error, m_style));
}

} // namespace cspool
