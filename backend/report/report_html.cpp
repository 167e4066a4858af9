#include "backend/report/report_html.h"

#include "backend/report/report_json.h"
#include "backend/report/report_text.h"

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
    void text(const QString &text) { m_html += escapedForReport(text); }

    void element(const QByteArray &opening, const QString &content, const QByteArray &closing)
    {
        raw(opening);
        text(content);
        raw(closing);
    }

    void icon(const char *name)
    {
        raw("<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"" + reportIconPath(name) + "\"/></svg>");
    }

    void look(const QByteArray &tag, const QByteArray &style, const ReportLook &look)
    {
        raw("<" + tag + " class=\"" + style + " " + look.style + "\">");
        icon(look.icon);
        element("<span>", look.text, "</span></" + tag + ">");
    }

    // A time with its zone, and exact for programs.
    void time(const QDateTime &utc)
    {
        if (!utc.isValid()) {
            text(reportTime(utc, m_zone));
            return;
        }
        element("<time datetime=\"" + utc.toUTC().toString(Qt::ISODateWithMs).toLatin1() + "\">",
                reportTime(utc, m_zone), "</time>");
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
        element("<title>", tr("%1: %2 (%3)").arg(m_tree.title, reportLook(m_tree).text, m_tree.deployment.name),
                "</title>\n<style>\n");
        QFile style(u":/report/report.css"_s);
        if (style.open(QIODevice::ReadOnly))
            raw(style.readAll());
        raw("</style>\n</head>\n<body>\n");
    }

    void banner()
    {
        raw(m_tree.deployment.kind == DeploymentKind::Lab ? "<div class=\"banner lab\" role=\"note\">"
                                                          : "<div class=\"banner server\" role=\"note\">");
        element("<strong>", reportBannerTitle(m_tree), "</strong>");
        element("<span>", reportBannerText(m_tree), "</span></div>\n");
    }

    void header()
    {
        raw("<header><div>");
        element("<h1>", m_tree.title, "</h1>");
        element("<p>", m_tree.deployment.name, "</p></div>");
        look("div", "outcome", reportLook(m_tree));
        raw("</header>\n");
    }

    void fact(const QString &name, const QString &value)
    {
        element("<tr><th scope=\"row\">", name, "</th><td>");
        text(value);
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
        raw("<section aria-labelledby=\"facts\">");
        element("<h2 id=\"facts\">", tr("The run"), "</h2>\n<table>\n");
        if (!m_tree.commandLine.isEmpty() || m_tree.outcomeText.isEmpty()) {
            element("<tr><th scope=\"row\">", tr("Command line"), "</th><td><code>");
            commandLine();
            raw("</code></td></tr>\n");
        }
        for (const ReportFact &row : reportFacts(m_tree, m_zone))
            fact(row.name, row.value);
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
        element("<p class=\"where\">", reportOrigin(message, m_zone), "</p></div>\n");
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
        look("span", "result", reportLook(node));
        element("<span class=\"action\">", node.action, "</span><span class=\"when\">");
        if (!reportBegin(node, m_zone).isEmpty())
            time(node.started);
        if (node.ended.isValid())
            text(tr(" \u00b7 %1").arg(reportDuration(node.started.msecsTo(node.ended))));
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
            element("<dd>", reportCount(count), "</dd></div>");
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
        m_html += embeddedReport(m_tree);
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
