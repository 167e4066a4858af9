// PaperLayout: a report laid out on sheets of paper, for the printer, its preview and PDF files.
#pragma once

#include "backend/report/report_pages.h"
#include "backend/stop_token.h"
#include "ui/report/report_document.h"

#include <QByteArray>
#include <QFont>
#include <QPageLayout>
#include <QThread>

#include <atomic>
#include <future>
#include <memory>
#include <type_traits>
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

// Runs `work`, and waits for it, in one of Qt's own threads: laying out text starts a timer, which Qt allows only
// there. For a worker's thread.
template <typename Work> auto inQtThread(Work work)
{
    std::packaged_task<std::invoke_result_t<Work>()> task(std::move(work));
    auto result = task.get_future();
    const std::unique_ptr<QThread> thread(QThread::create([&task] { task(); }));
    thread->start();
    result.wait(); // which, unlike QThread::wait(), ThreadSanitizer understands
    thread->wait();
    return result.get();
}

// Does not change after it was made, so that any thread may paint from it, several at a time.
class PaperLayout
{
    Q_DECLARE_TR_FUNCTIONS(cspool::PaperLayout)

public:
    // Takes seconds for a large report; for a worker's thread, one of Qt's. Nothing: cancelled. The sheets are recorded
    // as pictures: laid out text must not leave its thread, whose fonts it uses.
    static std::unique_ptr<PaperLayout> make(const PaperOrder &order, PaperProgress &progress);

    int sheetCount() const { return int(m_pictures.size()); }
    const QPageLayout &page() const { return m_page; }
    const QString &title() const { return m_title; }
    int dotsPerInch() const { return m_dotsPerInch; }
    // The whole sheet, in dots; its printable area begins at (0, 0).
    QRectF paperRect() const;
    // Paints the sheet's text and its foot into the printable area of the device, whose page layout is page(): as large
    // as the device's resolution asks for.
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

    bool recordSheets(const StopToken &stop);
    void draw(QPainter &painter, int sheet) const;

    std::vector<QByteArray> m_pictures; // what QPicture recorded: playing one changes it
    std::vector<std::unique_ptr<ReportDocument>> m_documents; // until they are recorded
    std::vector<std::vector<Part>> m_sheets;
    QSizeF m_body; // in the documents' pixels
    QPageLayout m_page;
    QString m_title;
    QFont m_footFont;
    int m_dotsPerInch = 96;
    int m_footHeight = 0;
};

// Writes the report as PDF; an existing file is replaced only once the new one is complete. Blocks; for a
// worker's thread, one of Qt's.
Result<int> writeReportPdf(const PaperOrder &order, const QString &path, PaperProgress &progress); // number of sheets

} // namespace cspool
