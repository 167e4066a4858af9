// ReportPages: a report's tree as pages of bounded size, for a view that must not lay out 100,000 steps at once.
#pragma once

#include "backend/report/report_tree.h"
#include "backend/stop_token.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <memory>
#include <optional>

namespace cspool {

enum class ReportPart {
    Header, // banner, title, outcome
    Notice, // about the rendering itself: what a print leaves out
    Heading,
    CommandLine,
    Fact,
    Sentence, // of the plan, or of what is not included
    Error,
    Warning,
    Step,
    Information, // a sentence of a step
    Omitted, // how many more there were
    Footer,
};

// One line of the report or a few: the unit in which it is divided into pages.
struct ReportRow
{
    ReportPart part = ReportPart::Header;
    int depth = 0; // of a step
    int index = 0; // of what stands in a list
    const ReportNode *node = nullptr; // of Step and Information, and of Omitted inside of a step
    QString text = {}; // of Notice, Heading, Sentence and Omitted
};

// What is shown as one paragraph.
struct ReportParagraph
{
    QString text;
    const char *style; // of the page's style sheet
};

// Where in the report to go to.
struct ReportSection
{
    QString title;
    int row = 0;
};

// Where a text occurs. Hits count from 0; each lies in one paragraph of one page.
struct ReportHits
{
    QList<qint64> pageStart; // the number of hits before each page, and of all at the end

    qint64 count() const { return pageStart.isEmpty() ? 0 : pageStart.last(); }
    int pageOf(qint64 hit) const;
    qint64 onPage(qint64 hit) const; // its number among its page's
    qint64 firstFrom(int page) const; // the first hit on the page or after it; count(): none
};

// Does not change after it was made, so that any thread may use it. Keeps the tree.
class ReportPages
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ReportPages)

public:
    static constexpr int RowLimit = 100; // of one page
    static constexpr qsizetype CharacterLimit = 40'000; // after this many a page ends with the row
    static constexpr qsizetype TextLimit = 8'000; // of one text; what is longer is cut, visibly
    static constexpr int LineLimit = 100; // of one text

    // `notice` stands below the header of the first page; empty: none.
    ReportPages(std::shared_ptr<const ReportTree> tree, const QTimeZone &zone, const QString &notice = {});

    const ReportTree &tree() const { return *m_tree; }
    const std::shared_ptr<const ReportTree> &sharedTree() const { return m_tree; }
    int pageCount() const { return int(m_pageStart.size()) - 1; }
    int pageOf(int row) const;
    int firstRow(int page) const { return m_pageStart.at(page); }
    int rowCount() const { return int(m_rows.size()); }
    const ReportRow &row(int row) const { return m_rows.at(row); }

    // Parts of the report and the first of its top-level steps.
    QList<ReportSection> sections() const;
    // The next row that tells of something that went wrong: an error, a warning, or a step that failed, has warnings or
    // did not end. From `row` -1 the first.
    std::optional<int> problemAfter(int row) const;
    std::optional<int> problemBefore(int row) const;

    // The row's paragraphs, in the order in which they stand on the page, exactly as they are shown: no line ends, no
    // white space at their ends or twice. Searching in them is searching in what is on the screen.
    QList<ReportParagraph> paragraphs(int row) const;
    // Ignores case, as QTextDocument::find() does; hits do not overlap. An empty text is nowhere.
    ReportHits find(const QString &text, const StopToken &stop = {}) const;

private:
    void addRows();
    void addHeading(const QString &text);
    void addSentences(const QString &heading, const QStringList &sentences);
    void addMessages(const QString &heading, ReportPart part, qsizetype count, qint64 omitted);
    void addStep(const ReportNode &node, int depth);
    void addOmitted(const QString &text, qint64 count, int depth, const ReportNode *node = nullptr);
    void divide();
    bool isProblem(const ReportRow &row) const;
    QList<ReportParagraph> messageParagraphs(const ReportMessage &message) const;
    QList<ReportParagraph> stepParagraphs(const ReportNode &node) const;

    std::shared_ptr<const ReportTree> m_tree;
    QTimeZone m_zone;
    QList<ReportFact> m_facts;
    QList<ReportRow> m_rows;
    QList<int> m_pageStart; // the first row of each page, and the number of rows at the end
    QString m_notice;
};

} // namespace cspool
