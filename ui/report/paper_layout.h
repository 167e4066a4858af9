// PaperLayout: a report laid out on sheets of paper, for the printer, its preview and PDF files.
#pragma once

#include "backend/report/report_pages.h"
#include "backend/stop_token.h"
#include "ui/report/report_document.h"

#include <QFont>
#include <QPageLayout>

#include <atomic>
#include <memory>
#include <vector>

class QPainter;
class QPdfWriter;

namespace cspool {

// What a worker is asked to lay out.
struct PaperOrder
{
    std::shared_ptr<const ReportTree> tree; // null: a page of others
    QString foreignHtml;
    QString foreignName; // for the sheets' feet
    QTimeZone zone;
    QFont font; // its size is not used
    QPageLayout page;
    int dotsPerInch = 96; // of the screen, in which text documents are measured
};

// How far a worker is. Any thread.
struct PaperProgress
{
    std::atomic<int> done = 0;
    std::atomic<int> total = 0; // 0: not known yet
    StopToken stop;
};

// Made in a worker's thread, may then be used in another one.
class PaperLayout
{
    Q_DECLARE_TR_FUNCTIONS(cspool::PaperLayout)

public:
    // Takes seconds for a large report. The documents belong to `owner`'s thread afterwards. Nothing: cancelled.
    static std::unique_ptr<PaperLayout> make(const PaperOrder &order, PaperProgress &progress, QThread *owner);

    int sheetCount() const { return int(m_sheets.size()); }
    const QPageLayout &page() const { return m_page; }
    const QString &title() const { return m_title; }
    // Paints the sheet's text and its foot into the printable area of the device, whose page layout is page().
    void paint(QPainter &painter, int sheet) const;

private:
    struct Part
    {
        const ReportDocument *document;
        int page;
    };

    PaperLayout() = default;
    bool addReport(const PaperOrder &order, const QFont &font, PaperProgress &progress);
    void add(std::unique_ptr<ReportDocument> document, bool isOnSameSheet);

    std::vector<std::unique_ptr<ReportDocument>> m_documents;
    std::vector<std::vector<Part>> m_sheets;
    QSizeF m_body; // in the documents' pixels
    QPageLayout m_page;
    QString m_title;
    QFont m_footFont;
    int m_dotsPerInch = 96;
    int m_footHeight = 0;
};

// Writes the report as PDF; an existing file is replaced only once the new one is complete. Blocks; for a worker.
Result<int> writeReportPdf(const PaperOrder &order, const QString &path, PaperProgress &progress); // number of sheets

} // namespace cspool
