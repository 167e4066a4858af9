#include "backend/report/report_html.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRandomGenerator>
#include <QSaveFile>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct ReportHtml
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ReportHtml)
};

// What the page shows for an outcome or a step's result: a colour, a symbol and always a word.
struct Look
{
    const char *style; // of the style sheet
    const char *icon; // the path of a 24 x 24 drawing
    const char *text;
};

constexpr auto CheckIcon = "M4 12.5l5.5 5.5L20 6.5";
constexpr auto WarningIcon = "M12 3.5L2.5 20.5h19zM12 10v5M12 17.8v.2";
constexpr auto CrossIcon = "M6 6l12 12M18 6L6 18";
constexpr auto StopIcon = "M6 6h12v12H6z";
constexpr auto SkipIcon = "M5 6l7 6-7 6zM13 6l7 6-7 6z";
constexpr auto EyeIcon
    = "M2 12c3-5 6.500-7 10-7s7 2 10 7c-3 5-6.500 7-10 7s-7-2-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z";
constexpr auto ClockIcon = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.500 2";

Look lookOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
        return {"good", CheckIcon, QT_TRANSLATE_NOOP("cspool::ReportHtml", "Succeeded")};
    case Outcome::SucceededWithWarnings:
        return {"warn", WarningIcon, QT_TRANSLATE_NOOP("cspool::ReportHtml", "Done with warnings")};
    case Outcome::Failed:
        return {"bad", CrossIcon, QT_TRANSLATE_NOOP("cspool::ReportHtml", "Failed")};
    case Outcome::Cancelled:
        return {"calm", StopIcon, QT_TRANSLATE_NOOP("cspool::ReportHtml", "Cancelled")};
    case Outcome::Skipped:
        return {"calm", SkipIcon, QT_TRANSLATE_NOOP("cspool::ReportHtml", "Skipped: nothing was done")};
    case Outcome::Previewed:
        return {"note", EyeIcon, QT_TRANSLATE_NOOP("cspool::ReportHtml", "Preview: nothing was changed")};
    case Outcome::Interrupted:
        break;
    }
    return {"bad", StopIcon, QT_TRANSLATE_NOOP("cspool::ReportHtml", "Interrupted")};
}

Look lookOf(StepResult result)
{
    switch (result) {
    case StepResult::Succeeded:
        return {"good", CheckIcon, QT_TRANSLATE_NOOP("cspool::ReportHtml", "Succeeded")};
    case StepResult::SucceededWithWarnings:
        return {"warn", WarningIcon, QT_TRANSLATE_NOOP("cspool::ReportHtml", "With warnings")};
    case StepResult::Failed:
        return {"bad", CrossIcon, QT_TRANSLATE_NOOP("cspool::ReportHtml", "Failed")};
    case StepResult::Cancelled:
        return {"calm", StopIcon, QT_TRANSLATE_NOOP("cspool::ReportHtml", "Cancelled")};
    case StepResult::Skipped:
        return {"calm", SkipIcon, QT_TRANSLATE_NOOP("cspool::ReportHtml", "Skipped")};
    case StepResult::Running:
        break;
    }
    return {"note", ClockIcon, QT_TRANSLATE_NOOP("cspool::ReportHtml", "Not finished")};
}

// Text for element content and quoted attributes alike. What HTML cannot hold (control characters, half of a surrogate
// pair) is made visible instead of dropped.
QByteArray escaped(QStringView text)
{
    QByteArray result;
    result.reserve(text.size() + 16);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const char16_t code = c.unicode();
        if (c == u'<')
            result += "&lt;";
        else if (c == u'>')
            result += "&gt;";
        else if (c == u'&')
            result += "&amp;";
        else if (c == u'"')
            result += "&quot;";
        else if (c == u'\'')
            result += "&#39;";
        else if (code < 0x20 && c != u'\n' && c != u'\t')
            result += QString(QChar(0x2400 + code)).toUtf8(); // Unicode's pictures of the control characters
        else if (code == 0x7f)
            result += "\u2421";
        else if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            result += text.mid(i++, 2).toUtf8();
        else if ((code > 0x7f && code < 0xa0) || c.isSurrogate() || code >= 0xfffe)
            result += "\uFFFD";
        else if (code < 0x80)
            result += char(code);
        else
            result += QStringView(&text.data()[i], 1).toUtf8();
    }
    return result;
}

QLocale reportLocale()
{
    // The "C" locale has no group separators, and a report is for people.
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale;
}

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

QString durationText(qint64 milliseconds)
{
    if (milliseconds < 1000)
        return ReportHtml::tr("%1 ms").arg(QString::number(milliseconds));
    if (milliseconds < 60'000)
        return ReportHtml::tr("%1 s").arg(reportLocale().toString(double(milliseconds) / 1000, 'f', 1));
    const qint64 seconds = milliseconds / 1000;
    const QString rest = twoDigits(seconds % 60);
    if (seconds < 3600)
        return ReportHtml::tr("%1 min %2 s").arg(QString::number(seconds / 60), rest);
    return ReportHtml::tr("%1 h %2 min %3 s")
        .arg(reportLocale().toString(seconds / 3600), twoDigits(seconds / 60 % 60), rest);
}

QString countText(const StepCount &count)
{
    const QLocale locale = reportLocale();
    if (!count.isBytes)
        return locale.toString(count.value);
    const QString exact = ReportHtml::tr("%1 bytes").arg(locale.toString(count.value));
    return count.value < 1024 ? exact : ReportHtml::tr("%1 (%2)").arg(locale.formattedDataSize(count.value), exact);
}

// Writes the page from top to bottom; it is well-formed XML too, so that a test can prove that nothing escapes.
class Page
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ReportHtml)

public:
    Page(const ReportTree &tree, const QTimeZone &zone)
        : m_tree(tree)
        , m_zone(zone)
    {
    }

    QByteArray render()
    {
        head();
        banner();
        header();
        facts();
        if (m_tree.outcome == Outcome::Previewed)
            plan();
        messages(tr("Errors"), m_tree.errors, m_tree.errorsOmitted, "bad");
        messages(tr("Warnings"), m_tree.warnings, m_tree.warningsOmitted, "warn");
        steps();
        notIncluded();
        footer();
        return m_html;
    }

private:
    void raw(const QByteArray &html) { m_html += html; }
    void text(const QString &text) { m_html += escaped(text); }

    void element(const QByteArray &opening, const QString &content, const QByteArray &closing)
    {
        raw(opening);
        text(content);
        raw(closing);
    }

    void icon(const char *path)
    {
        raw(QByteArray("<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"") + path + "\"/></svg>");
    }

    void look(const QByteArray &tag, const QByteArray &style, const Look &look)
    {
        raw("<" + tag + " class=\"" + style + " " + look.style + "\">");
        icon(look.icon);
        element("<span>", tr(look.text), "</span></" + tag + ">");
    }

    // A time with its zone, and exact for programs.
    void time(const QDateTime &utc)
    {
        if (!utc.isValid()) {
            text(tr("not recorded"));
            return;
        }
        const QDateTime local = utc.toTimeZone(m_zone);
        const int offset = local.offsetFromUtc() / 60;
        const QString zone = u"UTC%1%2:%3"_s.arg(offset < 0 ? u"\u2212"_s : u"+"_s, twoDigits(qAbs(offset) / 60),
                                                 twoDigits(qAbs(offset) % 60));
        element("<time datetime=\"" + utc.toUTC().toString(Qt::ISODateWithMs).toLatin1() + "\">",
                QString(local.toString(u"yyyy-MM-dd HH:mm:ss") + u' ' + zone), "</time>");
    }

    void head()
    {
        raw("<!DOCTYPE html>\n<html lang=\"");
        text(QCoreApplication::translate("cspool::ReportHtml", "en", "The language code of this translation"));
        raw("\">\n<head>\n<meta charset=\"utf-8\"/>\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            "<meta name=\"color-scheme\" content=\"light dark\"/>\n<meta name=\"referrer\" "
            "content=\"no-referrer\"/>\n");
        element("<meta name=\"description\" content=\"", m_tree.commandLine, "\"/>\n");
        element("<title>", tr("%1: %2 (%3)").arg(m_tree.title, tr(lookOf(m_tree.outcome).text), m_tree.deployment.name),
                "</title>\n<style>\n");
        QFile style(u":/report/report.css"_s);
        if (style.open(QIODevice::ReadOnly))
            raw(style.readAll());
        raw("</style>\n</head>\n<body>\n");
    }

    void banner()
    {
        const bool isLab = m_tree.deployment.kind == DeploymentKind::Lab;
        raw(isLab ? "<div class=\"banner lab\" role=\"note\">" : "<div class=\"banner server\" role=\"note\">");
        element("<strong>", isLab ? tr("LAB DEPLOYMENT") : tr("SERVER DEPLOYMENT"), "</strong>");
        element("<span>",
                isLab ? tr("Everything in this report happened in a lab on this machine. No server was touched.")
                      : tr("This report is about genuine servers."),
                "</span></div>\n");
    }

    void header()
    {
        raw("<header><div>");
        element("<h1>", m_tree.title, "</h1>");
        element("<p>", m_tree.deployment.name, "</p></div>");
        look("div", "outcome", lookOf(m_tree.outcome));
        raw("</header>\n");
    }

    void fact(const QString &name, const QString &value)
    {
        element("<tr><th scope=\"row\">", name, "</th><td>");
        text(value);
        raw("</td></tr>\n");
    }

    void timeFact(const QString &name, const QDateTime &value)
    {
        element("<tr><th scope=\"row\">", name, "</th><td>");
        time(value);
        raw("</td></tr>\n");
    }

    // Broken between its words only: "-" at the end of a line would look like one of its own.
    void commandLine()
    {
        const QStringList words = m_tree.commandLine.split(u' ');
        for (qsizetype i = 0; i < words.size(); ++i)
            element(i == 0 ? "<span>" : " <span>", words.at(i), "</span>");
    }

    void facts()
    {
        const bool isLab = m_tree.deployment.kind == DeploymentKind::Lab;
        raw("<section aria-labelledby=\"facts\">");
        element("<h2 id=\"facts\">", tr("The run"), "</h2>\n<table>\n");
        element("<tr><th scope=\"row\">", tr("Command line"), "</th><td><code>");
        commandLine();
        raw("</code></td></tr>\n");
        for (const ReportFact &row : m_tree.facts)
            fact(row.name, row.value);
        fact(tr("Deployment"),
             (isLab ? tr("%1, a lab deployment in %2") : tr("%1, genuine servers at %2"))
                 .arg(m_tree.deployment.name, m_tree.deployment.location));
        fact(tr("Run by"), tr("%1 on %2").arg(m_tree.user, m_tree.machine));
        fact(tr("Program"), tr("CsPool Console %1").arg(m_tree.programVersion));
        timeFact(tr("Started"), m_tree.started);
        timeFact(tr("Ended"), m_tree.ended);
        fact(tr("Duration"), durationText(m_tree.started.msecsTo(m_tree.ended)));
        raw("</table></section>\n");
    }

    void plan()
    {
        raw("<section aria-labelledby=\"plan\">");
        element("<h2 id=\"plan\">", tr("What would be done"), "</h2>\n<ul class=\"plan\">\n");
        for (const QString &sentence : m_tree.plan)
            element("<li>", sentence, "</li>\n");
        raw("</ul></section>\n");
    }

    void messages(const QString &title, const QList<ReportMessage> &messages, qint64 omitted, const QByteArray &style)
    {
        if (messages.isEmpty())
            return;
        const QByteArray id = style == "bad" ? "errors" : "warnings";
        raw("<section aria-labelledby=\"" + id + "\">");
        element("<h2 id=\"" + id + "\">", tr("%1: %2").arg(title, reportLocale().toString(messages.size() + omitted)),
                "</h2>\n");
        for (const ReportMessage &entry : messages)
            message(entry, style);
        if (omitted > 0)
            element("<p class=\"omitted\">", tr("Not listed here: %1.").arg(reportLocale().toString(omitted)),
                    "</p>\n");
        raw("</section>\n");
    }

    void message(const ReportMessage &message, const QByteArray &style)
    {
        raw("<div class=\"message " + style + "\">");
        element("<p class=\"what\">", message.message, "</p>");
        if (!message.recommendedAction.isEmpty())
            element("<p class=\"todo\">", tr("What to do: %1").arg(message.recommendedAction), "</p>");
        raw("<p class=\"where\">");
        time(message.time);
        if (!message.target.isEmpty())
            text(tr(" \u00b7 %1").arg(message.target));
        if (!message.step.isEmpty())
            text(tr(" \u00b7 in the step \u201c%1\u201d").arg(message.step));
        if (message.isSuppressed)
            text(tr(" \u00b7 not shown on the screen, as the command line asked"));
        raw("</p></div>\n");
    }

    void steps()
    {
        raw("<section aria-labelledby=\"steps\">");
        element("<h2 id=\"steps\">", tr("Steps"), "</h2>\n");
        if (m_tree.steps.isEmpty())
            element("<p>", tr("The command ended before its first step."), "</p>");
        else
            stepList(m_tree.steps, m_tree.stepsOmitted);
        raw("</section>\n");
    }

    void stepList(const QList<ReportNode> &nodes, qint64 omitted)
    {
        raw("<ol class=\"steps\">\n");
        for (const ReportNode &node : nodes) {
            raw("<li>");
            step(node);
            raw("</li>\n");
        }
        if (omitted > 0) {
            element("<li class=\"omitted\">",
                    tr("Further steps, not listed here: %1.").arg(reportLocale().toString(omitted)), "</li>\n");
        }
        raw("</ol>\n");
    }

    void step(const ReportNode &node)
    {
        const bool isLeaf = node.counts.isEmpty() && node.information.isEmpty() && node.children.isEmpty()
            && node.childrenOmitted == 0;
        raw(isLeaf ? "<div class=\"head\">" : "<details open=\"\"><summary class=\"head\">");
        look("span", "result", lookOf(node.result));
        element("<span class=\"action\">", node.action, "</span><span class=\"when\">");
        time(node.started);
        if (node.ended.isValid())
            text(tr(" \u00b7 %1").arg(durationText(node.started.msecsTo(node.ended))));
        raw(isLeaf ? "</span></div>" : "</span></summary>\n");
        if (isLeaf)
            return;
        counts(node.counts);
        information(node);
        if (!node.children.isEmpty() || node.childrenOmitted > 0)
            stepList(node.children, node.childrenOmitted);
        raw("</details>");
    }

    void counts(const QList<StepCount> &counts)
    {
        if (counts.isEmpty())
            return;
        raw("<dl class=\"counts\">");
        for (const StepCount &count : counts) {
            element("<div><dt>", count.name, "</dt>");
            element("<dd>", countText(count), "</dd></div>");
        }
        raw("</dl>\n");
    }

    void information(const ReportNode &node)
    {
        if (node.information.isEmpty())
            return;
        raw("<ul class=\"information\">\n");
        for (const QString &sentence : node.information)
            element("<li>", sentence, "</li>\n");
        if (node.informationOmitted > 0) {
            element("<li class=\"omitted\">",
                    tr("Further lines, not listed here: %1.").arg(reportLocale().toString(node.informationOmitted)),
                    "</li>\n");
        }
        raw("</ul>\n");
    }

    void notIncluded()
    {
        if (m_tree.notIncluded.isEmpty())
            return;
        raw("<section aria-labelledby=\"excluded\">");
        element("<h2 id=\"excluded\">", tr("What this does not include"), "</h2>\n<ul class=\"excluded\">\n");
        for (const QString &sentence : m_tree.notIncluded)
            element("<li>", sentence, "</li>\n");
        raw("</ul></section>\n");
    }

    void footer()
    {
        element("<footer>",
                tr("Written by CsPool Console %1. Times are those of the time zone %2, each with its offset from UTC.")
                    .arg(m_tree.programVersion, QString::fromLatin1(m_zone.id())),
                "</footer>\n</body>\n</html>\n");
    }

    const ReportTree &m_tree;
    const QTimeZone m_zone;
    QByteArray m_html;
};

} // namespace

QByteArray renderReportHtml(const ReportTree &tree, const QTimeZone &zone)
{
    return Page(tree, zone.isValid() ? zone : QTimeZone::utc()).render();
}

Result<> writeReport(const ReportTree &tree, const QString &path)
{
    QSaveFile file(path);
    const QByteArray html = renderReportHtml(tree, QTimeZone::systemTimeZone());
    if (file.open(QIODevice::WriteOnly) && file.write(html) == html.size() && file.commit())
        return {};
    return Error{
        ErrorCategory::WriteError, u"ReportNotWritten"_s,
        ReportHtml::tr("The report could not be written to %1: %2").arg(path, file.errorString()),
        ReportHtml::tr("Check the folder and the free space on its disk. What the command did is not affected."), path};
}

QString defaultReportPath(const QString &cmdlet, const QString &pool, const QDateTime &started)
{
    QString name = cmdlet;
    if (!pool.isEmpty())
        name += u'-' + pool;
    name += u'-' + started.toUTC().toString(u"yyyy-MM-ddTHH-mm-ss") + u"Z-"_s
        + QString::number(QRandomGenerator::global()->generate64(), 16).rightJustified(16, u'0') + u".html"_s;
    return QDir::temp().absoluteFilePath(name);
}

} // namespace cspool
