#include "backend/report/report_ticket.h"

#include "backend/report/report_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MessageLimit = 10;
constexpr qsizetype StepLimit = 20;
constexpr qsizetype TextLimit = 500; // characters of one text

class Ticket
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ReportTicket)

public:
    ReportTicket write(const ReportTree &tree, const QTimeZone &zone, const QString &path)
    {
        heading(tr("%1: %2").arg(line(tree.title), reportLook(tree).text));
        const bool isLab = tree.deployment.kind == DeploymentKind::Lab;
        QList<ReportFact> facts
            = {{tr("Where"), isLab ? tr("Lab deployment, no server was touched") : tr("Genuine servers")}};
        if (!tree.commandLine.isEmpty() || tree.outcomeText.isEmpty())
            facts.append({tr("Command line"), tree.commandLine});
        facts += reportFacts(tree, zone);
        if (!path.isEmpty())
            facts.append({tr("Report"), path});
        startList();
        for (const ReportFact &fact : facts)
            item(tr("%1: %2").arg(line(fact.name), line(fact.value)));
        endList();
        if (tree.outcome == Outcome::Previewed)
            plan(tree.plan);
        messages(tr("Errors: %1"), tree.errors, tree.errorsOmitted, zone);
        messages(tr("Warnings: %1"), tree.warnings, tree.warningsOmitted, zone);
        steps(tree, zone);
        return {m_text, u"<html><body>"_s + m_html + u"</body></html>"_s};
    }

private:
    static QString line(const QString &text)
    {
        const QString simple = visibleForReport(QStringView(text).left(2 * TextLimit)).simplified();
        return simple.size() > TextLimit ? QString(simple.left(TextLimit) + u'\u2026') : simple;
    }

    static QString html(const QString &text) { return QString::fromUtf8(escapedForReport(text)); }

    void heading(const QString &text)
    {
        m_text += (m_text.isEmpty() ? QString() : u"\n"_s) + text + u'\n';
        m_html += u"<p><b>"_s + html(text) + u"</b></p>"_s;
    }
    void startList() { m_html += u"<ul>"_s; }
    void endList() { m_html += u"</ul>"_s; }
    void item(const QString &text, int depth = 0)
    {
        m_text += QString(2 * depth, u' ') + u"- "_s + text + u'\n';
        m_html += u"<li>"_s + html(text) + u"</li>"_s;
    }

    void more(qint64 count)
    {
        if (count > 0)
            item(tr("Not listed here: %1.").arg(reportLocale().toString(count)));
    }

    void plan(const QStringList &sentences)
    {
        heading(tr("What would be done"));
        startList();
        for (const QString &sentence : sentences.first(std::min(sentences.size(), MessageLimit)))
            item(line(sentence));
        more(sentences.size() - MessageLimit);
        endList();
    }

    void messages(const QString &title, const QList<ReportMessage> &messages, qint64 omitted, const QTimeZone &zone)
    {
        if (messages.isEmpty())
            return;
        heading(title.arg(reportLocale().toString(messages.size() + omitted)));
        startList();
        for (const ReportMessage &message : messages.first(std::min(messages.size(), MessageLimit))) {
            item(message.recommendedAction.isEmpty()
                     ? tr("%1 (%2)").arg(line(message.message), line(reportOrigin(message, zone)))
                     : tr("%1 (%2) What to do: %3")
                           .arg(line(message.message), line(reportOrigin(message, zone)),
                                line(message.recommendedAction)));
        }
        more(messages.size() + omitted - std::min(messages.size(), MessageLimit));
        endList();
    }

    void steps(const ReportTree &tree, const QTimeZone &zone)
    {
        if (tree.steps.isEmpty())
            return;
        heading(tr("Steps"));
        startList();
        const qsizetype shown = std::min(tree.steps.size(), StepLimit);
        for (const ReportNode &node : tree.steps.first(shown)) {
            QStringList counts;
            for (const StepCount &count : node.counts)
                counts.append(tr("%1: %2").arg(line(count.name), reportCount(count)));
            const QString result = reportLook(node).text;
            item(counts.isEmpty() ? tr("%1: %2").arg(line(node.action), result)
                                  : tr("%1: %2 (%3)").arg(line(node.action), result, counts.join(u"; "_s)));
            if (!tree.outcomeText.isEmpty())
                parts(node, zone);
        }
        more(tree.steps.size() + tree.stepsOmitted - shown);
        endList();
    }

    // Of what several runs belong to: its commands, and what is not as it should be.
    void parts(const ReportNode &node, const QTimeZone &zone)
    {
        QList<const ReportNode *> told;
        for (const ReportNode &part : node.children) {
            if (part.ended.isValid() || part.result != StepResult::Succeeded)
                told.append(&part);
        }
        if (told.isEmpty())
            return;
        m_html.chop(u"</li>"_s.size());
        startList();
        const qsizetype shown = std::min(told.size(), StepLimit);
        for (qsizetype i = 0; i < shown; ++i) {
            const ReportNode &part = *told.at(i);
            item(tr("%1: %2 (%3)").arg(line(part.action), reportLook(part).text, reportBegin(part, zone)), 1);
        }
        more(told.size() - shown);
        endList();
        m_html += u"</li>"_s;
    }

    QString m_text;
    QString m_html;
};

} // namespace

ReportTicket reportTicket(const ReportTree &tree, const QTimeZone &zone, const QString &path)
{
    return Ticket().write(tree, zone.isValid() ? zone : QTimeZone::utc(), path);
}

} // namespace cspool
