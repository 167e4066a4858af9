#include "backend/report/report_paper.h"

#include "backend/report/report_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace cspool {

namespace {

struct ReportPaperText
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ReportPaper)
};

qint64 stepsOf(const ReportNode &node)
{
    qint64 count = 1;
    for (const ReportNode &child : node.children)
        count += stepsOf(child);
    return count;
}

class Selection
{
public:
    explicit Selection(qint64 lines)
        : m_lines(lines)
    {
    }

    QList<ReportNode> select(const QList<ReportNode> &nodes, qint64 &omitted)
    {
        QList<ReportNode> kept;
        for (const ReportNode &node : nodes) {
            if (std::optional<ReportNode> selected = select(node))
                kept.append(*std::move(selected));
            else
                omitted += stepsOf(node);
        }
        return kept;
    }

    qint64 kept() const { return m_kept; }
    qint64 sentencesOmitted() const { return m_sentencesOmitted; }

private:
    std::optional<ReportNode> select(const ReportNode &node)
    {
        const bool isProblem = node.result != StepResult::Succeeded && node.result != StepResult::Skipped;
        const bool isOfBeginning = m_lines > 0;
        const bool isWanted = isOfBeginning || (isProblem && m_problems > 0);
        if (isOfBeginning)
            --m_lines;
        else if (isWanted)
            --m_problems;
        ReportNode selected = node;
        const qsizetype sentences = std::clamp<qint64>(isOfBeginning  ? m_lines
                                                           : isWanted ? 10
                                                                      : 0,
                                                       0, node.information.size());
        if (isOfBeginning)
            m_lines -= sentences;
        m_sentencesOmitted += node.information.size() - sentences;
        selected.information.resize(sentences);
        selected.informationOmitted += node.information.size() - sentences;
        selected.children = select(node.children, selected.childrenOmitted);
        if (!isWanted && selected.children.isEmpty())
            return {};
        ++m_kept;
        return selected;
    }

    qint64 m_lines;
    qint64 m_problems = ReportPaper::ProblemLimit;
    qint64 m_kept = 0;
    qint64 m_sentencesOmitted = 0;
};

} // namespace

ReportPaper reportForPaper(const std::shared_ptr<const ReportTree> &tree, qint64 lineLimit)
{
    qint64 all = 0;
    for (const ReportNode &node : tree->steps)
        all += stepsOf(node);
    Selection selection(lineLimit);
    auto selected = std::make_shared<ReportTree>(*tree);
    selected->steps = selection.select(tree->steps, selected->stepsOmitted);
    if (selection.kept() == all && selection.sentencesOmitted() == 0)
        return {tree, {}};
    const QLocale locale = reportLocale();
    return {
        selected,
        ReportPaperText::tr("This is a part of the report: %1 of its %2 steps, from the beginning, and those further "
                            "on that went wrong. The report file holds all of them.")
            .arg(locale.toString(selection.kept()), locale.toString(all))};
}

} // namespace cspool
