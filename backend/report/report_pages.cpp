#include "backend/report/report_pages.h"

#include "backend/report/report_text.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// The lines of a text as a page shows them. QTextDocument takes some characters for its own marks.
QStringList shownLines(const QString &text)
{
    QStringList lines;
    QString visible = visibleForReport(QStringView(text).left(ReportPages::TextLimit));
    visible.replace(QChar(QChar::ObjectReplacementCharacter), QChar(QChar::ReplacementCharacter));
    for (const QStringView line : QStringView(visible).split(u'\n', Qt::SkipEmptyParts)) {
        if (lines.size() == ReportPages::LineLimit)
            break;
        if (const QString simple = line.toString().simplified(); !simple.isEmpty())
            lines.append(simple);
    }
    const bool isCut = text.size() > ReportPages::TextLimit || lines.size() == ReportPages::LineLimit;
    if (isCut && !lines.isEmpty())
        lines.last() += u'\u2026';
    return lines;
}

// In one line, so that a paragraph's place in its row says what it is.
QString shown(const QString &text)
{
    return shownLines(text).join(u' ');
}

QList<ReportParagraph> styled(const QStringList &lines, const char *style)
{
    QList<ReportParagraph> paragraphs;
    for (const QString &line : lines)
        paragraphs.append({line, style});
    return paragraphs;
}

// As QTextDocument::find() counts: a no-break space, which some languages have in numbers, is a space.
qint64 occurrences(const QString &paragraph, const QString &text)
{
    QString plain = paragraph;
    plain.replace(QChar(QChar::Nbsp), u' ');
    qint64 count = 0;
    for (qsizetype at = plain.indexOf(text, 0, Qt::CaseInsensitive); at >= 0;
         at = plain.indexOf(text, at + text.size(), Qt::CaseInsensitive))
        ++count;
    return count;
}

} // namespace

int ReportHits::pageOf(qint64 hit) const
{
    const auto after = std::upper_bound(pageStart.cbegin(), pageStart.cend(), hit);
    return int(after - pageStart.cbegin()) - 1;
}

qint64 ReportHits::onPage(qint64 hit) const
{
    return hit - pageStart.at(pageOf(hit));
}

qint64 ReportHits::firstFrom(int page) const
{
    return pageStart.value(page, count());
}

ReportPages::ReportPages(std::shared_ptr<const ReportTree> tree, const QTimeZone &zone, const QString &notice)
    : m_tree(std::move(tree))
    , m_zone(zone.isValid() ? zone : QTimeZone::utc())
    , m_facts(reportFacts(*m_tree, m_zone))
    , m_notice(notice)
{
    addRows();
    divide();
}

void ReportPages::addRows()
{
    m_rows.append({ReportPart::Header});
    if (!m_notice.isEmpty())
        m_rows.append({ReportPart::Notice, 0, 0, nullptr, m_notice});
    addHeading(tr("The run"));
    if (!m_tree->commandLine.isEmpty() || m_tree->outcomeText.isEmpty())
        m_rows.append({ReportPart::CommandLine});
    for (int i = 0; i < m_facts.size(); ++i)
        m_rows.append({ReportPart::Fact, 0, i});
    if (m_tree->outcome == Outcome::Previewed)
        addSentences(tr("What would be done"), m_tree->plan);
    const QLocale locale = reportLocale();
    addMessages(tr("Errors: %1").arg(locale.toString(m_tree->errors.size() + m_tree->errorsOmitted)), ReportPart::Error,
                m_tree->errors.size(), m_tree->errorsOmitted);
    addMessages(tr("Warnings: %1").arg(locale.toString(m_tree->warnings.size() + m_tree->warningsOmitted)),
                ReportPart::Warning, m_tree->warnings.size(), m_tree->warningsOmitted);
    addHeading(tr("Steps"));
    if (m_tree->steps.isEmpty())
        m_rows.append({ReportPart::Sentence, 0, 0, nullptr, tr("The command ended before its first step.")});
    for (const ReportNode &node : m_tree->steps)
        addStep(node, 0);
    addOmitted(tr("Further steps, not listed here: %1."), m_tree->stepsOmitted, 0);
    addSentences(tr("What this does not include"), m_tree->notIncluded);
    m_rows.append({ReportPart::Footer});
}

void ReportPages::addHeading(const QString &text)
{
    m_rows.append({ReportPart::Heading, 0, 0, nullptr, text});
}

void ReportPages::addSentences(const QString &heading, const QStringList &sentences)
{
    if (sentences.isEmpty())
        return;
    addHeading(heading);
    for (const QString &sentence : sentences)
        m_rows.append({ReportPart::Sentence, 0, 0, nullptr, sentence});
}

void ReportPages::addMessages(const QString &heading, ReportPart part, qsizetype count, qint64 omitted)
{
    if (count == 0)
        return;
    addHeading(heading);
    for (int i = 0; i < count; ++i)
        m_rows.append({part, 0, i});
    addOmitted(tr("Not listed here: %1."), omitted, 0);
}

void ReportPages::addStep(const ReportNode &node, int depth)
{
    m_rows.append({ReportPart::Step, depth, 0, &node});
    for (int i = 0; i < node.information.size(); ++i)
        m_rows.append({ReportPart::Information, depth, i, &node});
    addOmitted(tr("Further lines, not listed here: %1."), node.informationOmitted, depth, &node);
    for (const ReportNode &child : node.children)
        addStep(child, depth + 1);
    addOmitted(tr("Further steps, not listed here: %1."), node.childrenOmitted, depth + 1, &node);
}

void ReportPages::addOmitted(const QString &text, qint64 count, int depth, const ReportNode *node)
{
    if (count > 0)
        m_rows.append({ReportPart::Omitted, depth, 0, node, text.arg(reportLocale().toString(count))});
}

// The texts' own lengths will do: formatting every time and count only to measure it would take longer than all else.
void ReportPages::divide()
{
    const auto characters = [this](const ReportRow &row) -> qsizetype {
        switch (row.part) {
        case ReportPart::Step:
            return row.node->action.size() + 40 * (row.node->counts.size() + 1);
        case ReportPart::Information:
            return row.node->information.at(row.index).size();
        case ReportPart::Error:
        case ReportPart::Warning: {
            const auto &message = (row.part == ReportPart::Error ? m_tree->errors : m_tree->warnings).at(row.index);
            return message.message.size() + message.recommendedAction.size() + message.target.size();
        }
        case ReportPart::Fact:
            return m_facts.at(row.index).name.size() + m_facts.at(row.index).value.size();
        case ReportPart::CommandLine:
            return m_tree->commandLine.size();
        default:
            return row.text.size();
        }
    };
    m_pageStart = {0};
    qsizetype size = 0;
    for (int i = 0; i < m_rows.size(); ++i) {
        const bool isFull = i - m_pageStart.last() >= RowLimit || size >= CharacterLimit;
        // A heading at the end of a page would stand apart from what it heads.
        const bool isLonelyHeading
            = m_rows.at(i).part == ReportPart::Heading && i - m_pageStart.last() >= RowLimit * 9 / 10;
        if (i > m_pageStart.last() && (isFull || isLonelyHeading)) {
            m_pageStart.append(i);
            size = 0;
        }
        size += std::min(characters(m_rows.at(i)), 4 * TextLimit);
    }
    m_pageStart.append(int(m_rows.size()));
}

int ReportPages::pageOf(int row) const
{
    const auto after = std::upper_bound(m_pageStart.cbegin(), m_pageStart.cend(), row);
    return std::clamp(int(after - m_pageStart.cbegin()) - 1, 0, pageCount() - 1);
}

QList<ReportSection> ReportPages::sections() const
{
    constexpr int StepSections = 40;
    QList<ReportSection> sections;
    int steps = 0;
    for (int i = 0; i < m_rows.size(); ++i) {
        const ReportRow &row = m_rows.at(i);
        if (row.part == ReportPart::Heading)
            sections.append({shown(row.text), i});
        else if (row.part == ReportPart::Step && row.depth == 0 && ++steps <= StepSections)
            sections.append({tr("Step %1: %2").arg(reportLocale().toString(steps), shown(row.node->action)), i});
    }
    return sections;
}

bool ReportPages::isProblem(const ReportRow &row) const
{
    if (row.part != ReportPart::Step)
        return row.part == ReportPart::Error || row.part == ReportPart::Warning;
    return row.node->result != StepResult::Succeeded && row.node->result != StepResult::Skipped;
}

std::optional<int> ReportPages::problemAfter(int row) const
{
    for (int i = std::max(row, -1) + 1; i < m_rows.size(); ++i) {
        if (isProblem(m_rows.at(i)))
            return i;
    }
    return {};
}

std::optional<int> ReportPages::problemBefore(int row) const
{
    for (int i = std::min(row, rowCount()) - 1; i >= 0; --i) {
        if (isProblem(m_rows.at(i)))
            return i;
    }
    return {};
}

QList<ReportParagraph> ReportPages::messageParagraphs(const ReportMessage &message) const
{
    QList<ReportParagraph> paragraphs = styled(shownLines(message.message), "what");
    if (!message.recommendedAction.isEmpty())
        paragraphs += styled(shownLines(tr("What to do: %1").arg(message.recommendedAction)), "todo");
    return paragraphs << ReportParagraph{shown(reportOrigin(message, m_zone)), "where"};
}

QList<ReportParagraph> ReportPages::stepParagraphs(const ReportNode &node) const
{
    const ReportLook look = reportLook(node);
    QList<ReportParagraph> paragraphs = {{look.text, look.style}, {shown(node.action), "action"}};
    QStringList counts;
    for (const StepCount &count : node.counts)
        counts.append(tr("%1: %2").arg(shown(count.name), reportCount(count)));
    if (!counts.isEmpty())
        paragraphs.append({counts.join(u" \u00b7 "_s), "counts"});
    QString when = reportBegin(node, m_zone);
    if (node.ended.isValid())
        when = tr("%1 \u00b7 %2").arg(when, reportDuration(node.started.msecsTo(node.ended)));
    paragraphs.append({when, "when"});
    return paragraphs;
}

QList<ReportParagraph> ReportPages::paragraphs(int index) const
{
    const ReportRow &row = m_rows.at(index);
    switch (row.part) {
    case ReportPart::Header: {
        const ReportLook look = reportLook(*m_tree);
        return {{reportBannerTitle(*m_tree), "banner"},
                {reportBannerText(*m_tree), ""},
                {shown(m_tree->title), "title"},
                {shown(m_tree->deployment.name), "dim"},
                {look.text, look.style}};
    }
    case ReportPart::CommandLine:
        return {{tr("Command line"), "name"}, {shown(m_tree->commandLine), "code"}};
    case ReportPart::Fact:
        return {{shown(m_facts.at(row.index).name), "name"}, {shown(m_facts.at(row.index).value), ""}};
    case ReportPart::Error:
        return messageParagraphs(m_tree->errors.at(row.index));
    case ReportPart::Warning:
        return messageParagraphs(m_tree->warnings.at(row.index));
    case ReportPart::Step:
        return stepParagraphs(*row.node);
    case ReportPart::Information:
        return styled(shownLines(u"\u2022 "_s + row.node->information.at(row.index)), "");
    case ReportPart::Sentence:
        return styled(shownLines(u"\u2022 "_s + row.text), "");
    case ReportPart::Notice:
        return styled(shownLines(row.text), "");
    case ReportPart::Heading:
        return {{shown(row.text), "heading"}};
    case ReportPart::Omitted:
        return {{shown(row.text), "omitted"}};
    case ReportPart::Footer:
        break;
    }
    return {{tr("Written by CsPool Console %1. Times are those of the time zone %2, each with its offset from UTC.")
                 .arg(shown(m_tree->programVersion), QString::fromLatin1(m_zone.id())),
             "footer"}};
}

ReportHits ReportPages::find(const QString &text, const StopToken &stop) const
{
    ReportHits hits;
    qint64 count = 0;
    for (int page = 0; page < pageCount() && !text.isEmpty() && !stop.isStopRequested(); ++page) {
        hits.pageStart.append(count);
        for (int row = firstRow(page); row < firstRow(page + 1); ++row) {
            for (const ReportParagraph &paragraph : paragraphs(row))
                count += occurrences(paragraph.text, text);
        }
    }
    hits.pageStart.append(count);
    return hits;
}

} // namespace cspool
