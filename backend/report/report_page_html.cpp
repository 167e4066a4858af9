#include "backend/report/report_page_html.h"

#include "backend/report/report_text.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

const QString IconScheme = QStringLiteral("cspool-icon:");

// What QTextDocument understands of CSS; widths are attributes, since it knows them only there.
QString styleSheet(const ReportStyle &style)
{
    return u"body { color: %1; }"
           ".title { font-size: x-large; font-weight: 600; margin: 0; }"
           ".heading { font-size: large; font-weight: 600; margin-top: %3px; margin-bottom: %4px; }"
           ".dim, .name, .when, .where, .counts, .footer, .omitted { color: %2; margin: 0; }"
           ".where, .when, .counts, .footer { font-size: small; }"
           ".omitted { font-style: italic; }"
           ".banner, .what, .action { font-weight: 600; margin: 0; }"
           ".todo { margin: 0; }"
           ".code { font-family: monospace; margin: 0; }"
           ".good, .warn, .bad, .calm, .note { font-weight: 600; margin: 0; }"
           ".footer { margin-top: %3px; }"
           "p { margin: 0; }"_s.arg(style.text, style.dim, QString::number(style.em), QString::number(style.em / 3));
}

class PageHtml
{
public:
    PageHtml(const ReportPages &pages, const ReportStyle &style)
        : m_pages(pages)
        , m_style(style)
    {
    }

    QString render(int page, int space)
    {
        m_html += u"<html><head><style>"_s + styleSheet(m_style) + u"</style></head><body>"_s;
        if (space > 0) // not empty: the margin of an empty paragraph would be lost
            m_html += u"<p style=\"font-size: 1px; margin-top: %1px;\">&nbsp;</p>"_s.arg(space);
        for (int row = m_pages.firstRow(page); row < m_pages.firstRow(page + 1); ++row)
            add(row);
        setTable(Table::None);
        return m_html + u"</body></html>"_s;
    }

private:
    enum class Table { None, Facts, Steps };

    void add(int index)
    {
        const ReportRow &row = m_pages.row(index);
        const QList<ReportParagraph> paragraphs = m_pages.paragraphs(index);
        m_anchor = u"<a name=\""_s + reportAnchor(index) + u"\"></a>"_s;
        const bool isOfSteps = row.part == ReportPart::Step || row.node;
        const bool isFact = row.part == ReportPart::Fact || row.part == ReportPart::CommandLine;
        setTable(isOfSteps ? Table::Steps : isFact ? Table::Facts : Table::None);
        switch (row.part) {
        case ReportPart::Header:
            return header(paragraphs);
        case ReportPart::Notice:
            return box(paragraphs, m_style.note);
        case ReportPart::CommandLine:
        case ReportPart::Fact:
            return fact(paragraphs);
        case ReportPart::Error:
            return box(paragraphs, m_style.bad);
        case ReportPart::Warning:
            return box(paragraphs, m_style.warn);
        case ReportPart::Step:
            return step(row, paragraphs);
        case ReportPart::Information:
        case ReportPart::Omitted:
            if (isOfSteps)
                return belowStep(row, paragraphs);
            break;
        case ReportPart::Heading:
        case ReportPart::Sentence:
        case ReportPart::Footer:
            break;
        }
        for (const ReportParagraph &each : paragraphs)
            paragraph(each);
    }

    void setTable(Table table)
    {
        if (table == m_table)
            return;
        if (m_table != Table::None)
            m_html += u"</table>"_s;
        m_table = table;
        if (table != Table::None)
            m_html += u"<table width=\"100%\" cellspacing=\"0\" cellpadding=\"%1\">"_s.arg(m_style.em / 4);
    }

    // The anchor stands in the row's first paragraph.
    void paragraph(const ReportParagraph &paragraph, const QString &icon = {})
    {
        m_html += u"<p class=\""_s + QLatin1StringView(paragraph.style) + u"\">"_s + std::exchange(m_anchor, {}) + icon
            + QString::fromUtf8(escapedForReport(paragraph.text)) + u"</p>"_s;
    }

    void openCell(const QString &attributes, const QString &style)
    {
        m_html += u"<td "_s + attributes + u" style=\""_s + style + u"\">"_s;
    }

    QString icon(const ReportLook &look, int size) const
    {
        return u"<img src=\"%1%2/%3/%4\" width=\"%4\" height=\"%4\"> "_s.arg(
            IconScheme, QLatin1StringView(look.style), QLatin1StringView(look.icon), QString::number(size));
    }

    void header(const QList<ReportParagraph> &paragraphs)
    {
        const ReportTree &tree = m_pages.tree();
        const ReportStyle::Tone &banner = tree.deployment.kind == DeploymentKind::Lab ? m_style.lab : m_style.note;
        const QString cell = u"color: %1; background-color: %2;"_s.arg(banner.text, banner.ground);
        m_html += u"<table width=\"100%\" cellspacing=\"0\" cellpadding=\"%1\"><tr>"_s.arg(m_style.em / 2);
        openCell(u"width=\"%1\" valign=\"middle\""_s.arg(m_style.em * 11),
                 QString(cell + u"white-space: nowrap; border-left: 4px solid %1;"_s.arg(banner.text)));
        paragraph(paragraphs.at(0));
        m_html += u"</td>"_s;
        openCell(u"valign=\"middle\""_s, cell);
        paragraph(paragraphs.at(1));
        m_html += u"</td></tr></table>"_s;

        const ReportLook look = reportLook(tree);
        const ReportStyle::Tone &tone = m_style.tone(QString::fromLatin1(look.style));
        m_html += u"<table width=\"100%\" cellspacing=\"0\" cellpadding=\"%1\" style=\"margin-top: %2px;\"><tr>"_s
                      .arg(m_style.em / 2)
                      .arg(m_style.em);
        openCell(u"valign=\"middle\""_s, u"padding-left: 0px;"_s);
        paragraph(paragraphs.at(2));
        paragraph(paragraphs.at(3));
        m_html += u"</td>"_s;
        openCell(
            u"width=\"1\" valign=\"middle\" align=\"center\""_s,
            u"color: %1; background-color: %2; white-space: nowrap; padding-left: %3px; padding-right: %3px;"_s.arg(
                tone.text, tone.ground, QString::number(m_style.em)));
        paragraph(paragraphs.at(4), icon(look, m_style.em));
        m_html += u"</td></tr></table>"_s;
    }

    void fact(const QList<ReportParagraph> &paragraphs)
    {
        const QString line = u"border-bottom: 1px solid %1;"_s.arg(m_style.line);
        m_html += u"<tr>"_s;
        openCell(u"width=\"%1\""_s.arg(m_style.em * 11), line);
        paragraph(paragraphs.at(0));
        m_html += u"</td>"_s;
        const bool isCode = qstrcmp(paragraphs.at(1).style, "code") == 0;
        openCell({}, isCode ? QString(line + u"background-color: %1;"_s.arg(m_style.code)) : line);
        paragraph(paragraphs.at(1));
        m_html += u"</td></tr>"_s;
    }

    // A box with a coloured edge.
    void box(const QList<ReportParagraph> &paragraphs, const ReportStyle::Tone &tone)
    {
        m_html += u"<table width=\"100%\" cellspacing=\"0\" cellpadding=\"%1\" style=\"margin-top: %2px;\"><tr>"_s
                      .arg(m_style.em / 2)
                      .arg(m_style.em / 3);
        openCell({}, u"background-color: %1; border-left: 4px solid %2;"_s.arg(tone.ground, tone.text));
        for (const ReportParagraph &each : paragraphs)
            paragraph(each);
        m_html += u"</td></tr></table>"_s;
    }

    int indent(int depth) const { return std::min(depth, 12) * m_style.em + m_style.em / 4; }

    void step(const ReportRow &row, const QList<ReportParagraph> &paragraphs)
    {
        const ReportLook look = reportLook(*row.node);
        const QString line = u"border-top: 1px solid %1;"_s.arg(m_style.line);
        m_html += u"<tr>"_s;
        openCell(
            u"width=\"%1\""_s.arg(m_style.em * 9),
            QString(line
                    + u"white-space: nowrap; color: %1;"_s.arg(m_style.tone(QString::fromLatin1(look.style)).text)));
        paragraph(paragraphs.first(), icon(look, m_style.em * 7 / 8));
        m_html += u"</td>"_s;
        openCell({}, QString(line + u"padding-left: %1px;"_s.arg(indent(row.depth))));
        for (int i = 1; i < paragraphs.size() - 1; ++i)
            paragraph(paragraphs.at(i));
        m_html += u"</td>"_s;
        openCell(u"width=\"%1\" align=\"right\""_s.arg(m_style.em * 18), QString(line + u"white-space: nowrap;"_s));
        paragraph(paragraphs.last());
        m_html += u"</td></tr>"_s;
    }

    void belowStep(const ReportRow &row, const QList<ReportParagraph> &paragraphs)
    {
        m_html += u"<tr><td></td>"_s;
        openCell(u"colspan=\"2\""_s, u"padding-left: %1px;"_s.arg(indent(row.depth) + m_style.em));
        for (const ReportParagraph &each : paragraphs)
            paragraph(each);
        m_html += u"</td></tr>"_s;
    }

    const ReportPages &m_pages;
    const ReportStyle &m_style;
    QString m_html;
    QString m_anchor;
    Table m_table = Table::None;
};

} // namespace

ReportStyle ReportStyle::light()
{
    return {u"#1b1f24"_s,
            u"#57606a"_s,
            u"#d8dee4"_s,
            u"#f0f2f5"_s,
            {u"#146c2e"_s, u"#e4f4e8"_s},
            {u"#7a4b00"_s, u"#fff3d1"_s},
            {u"#a4121c"_s, u"#fdeaea"_s},
            {u"#454c54"_s, u"#eceff2"_s},
            {u"#0b4f9c"_s, u"#e6f0fb"_s},
            {u"#5b2a86"_s, u"#f3e9fb"_s}};
}

ReportStyle ReportStyle::dark()
{
    return {u"#e6eaef"_s,
            u"#a3acb7"_s,
            u"#323942"_s,
            u"#22272f"_s,
            {u"#7ee2a0"_s, u"#12301d"_s},
            {u"#f7cd74"_s, u"#3a2a07"_s},
            {u"#ffa3a3"_s, u"#411619"_s},
            {u"#bcc4cd"_s, u"#282e36"_s},
            {u"#94c6fd"_s, u"#14293f"_s},
            {u"#d9b8f5"_s, u"#34204a"_s}};
}

const ReportStyle::Tone &ReportStyle::tone(const QString &name) const
{
    if (name == u"good")
        return good;
    if (name == u"warn")
        return warn;
    if (name == u"bad")
        return bad;
    return name == u"note" ? note : calm;
}

QString reportAnchor(int row)
{
    return u"row%1"_s.arg(row);
}

QString renderReportPage(const ReportPages &pages, int page, const ReportStyle &style, int space)
{
    return PageHtml(pages, style).render(page, space);
}

ReportIcon reportIcon(const QString &address, const ReportStyle &style)
{
    const QStringList parts = address.mid(IconScheme.size()).split(u'/');
    if (!address.startsWith(IconScheme) || parts.size() != 3)
        return {};
    const QByteArray path = reportIconPath(parts.at(1).toLatin1());
    const int size = parts.at(2).toInt();
    if (path.isEmpty() || size < 1 || size > 500)
        return {};
    return {R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="none" stroke=")"
                + style.tone(parts.at(0)).text.toLatin1()
                + R"(" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" d=")" + path + R"("/></svg>)",
            size};
}

} // namespace cspool
