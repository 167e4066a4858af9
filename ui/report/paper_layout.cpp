#include "ui/report/paper_layout.h"

#include "backend/report/report_paper.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QPicture>
#include <QSaveFile>
#include <QTextBlock>
#include <QThread>

#include <cmath>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal TextPoints = 9;
constexpr qreal IconRatio = 4; // pixels of an icon for one of the document

// Where the text of the last sheet ends.
qreal endOf(const ReportDocument &document, qreal sheetHeight)
{
    const qreal bottom = document.documentLayout()->blockBoundingRect(document.lastBlock()).bottom();
    return std::fmod(bottom, sheetHeight);
}

} // namespace

std::unique_ptr<PaperLayout> PaperLayout::make(const PaperOrder &order, PaperProgress &progress)
{
    QFont font = order.font;
    // In pixels: a picture that is played on paper would enlarge points once more.
    font.setPixelSize(qRound(TextPoints * order.dotsPerInch / 72));
    font.setHintingPreference(QFont::PreferNoHinting);
    std::unique_ptr<PaperLayout> layout(new PaperLayout);
    layout->m_footFont = font;
    layout->m_footFont.setPixelSize(qRound((TextPoints - 1) * order.dotsPerInch / 72));
    layout->m_page = order.page;
    layout->m_dotsPerInch = order.dotsPerInch;
    layout->m_footHeight = 2 * qRound(QFontMetricsF(font).height());
    const QSizeF area = order.page.paintRect(QPageLayout::Inch).size() * order.dotsPerInch;
    layout->m_body = {area.width(), area.height() - layout->m_footHeight};
    if (order.tree) {
        if (!layout->addReport(order, font, progress))
            return nullptr;
    } else {
        layout->m_title = order.foreignName;
        auto document = std::make_unique<ReportDocument>();
        document->showForeign(order.foreignHtml, font);
        document->setDocumentMargin(0);
        document->setPageSize(layout->m_body);
        layout->add(std::move(document), false);
    }
    return layout->recordSheets(progress.stop) ? std::move(layout) : nullptr;
}

bool PaperLayout::addReport(const PaperOrder &order, const QFont &font, PaperProgress &progress)
{
    const ReportPaper paper = reportForPaper(order.tree);
    const ReportPages pages(paper.tree, order.zone, paper.notice);
    progress.total = pages.pageCount();
    const bool isLab = order.tree->deployment.kind == DeploymentKind::Lab;
    m_title = (isLab ? tr("%1, lab deployment %2") : tr("%1, servers of %2"))
                  .arg(order.tree->title.left(200), order.tree->deployment.name.left(200));
    ReportStyle style = ReportStyle::light();
    style.em = qRound(QFontMetricsF(font).height());
    qreal end = 0;
    for (int page = 0; page < pages.pageCount(); ++page, ++progress.done) {
        if (progress.stop.isStopRequested())
            return false;
        const bool isOnSameSheet = end > 0 && m_body.height() - end > 6 * style.em;
        auto document = std::make_unique<ReportDocument>();
        document->setUseDesignMetrics(true);
        document->showPage(pages, page, style, font, IconRatio, isOnSameSheet ? int(end) : 0);
        document->setDocumentMargin(0);
        document->setPageSize(m_body);
        end = endOf(*document, m_body.height());
        add(std::move(document), isOnSameSheet);
    }
    return true;
}

void PaperLayout::add(std::unique_ptr<ReportDocument> document, bool isOnSameSheet)
{
    for (int page = 0; page < document->pageCount(); ++page) {
        if (page > 0 || !isOnSameSheet)
            m_sheets.emplace_back();
        m_sheets.back().push_back({document.get(), page});
    }
    m_documents.push_back(std::move(document));
}

// False: cancelled.
bool PaperLayout::recordSheets(const StopToken &stop)
{
    for (int sheet = 0; sheet < int(m_sheets.size()); ++sheet) {
        if (stop.isStopRequested())
            return false;
        QPicture picture;
        {
            QPainter painter(&picture);
            draw(painter, sheet);
        }
        m_pictures.emplace_back(picture.data(), qsizetype(picture.size()));
    }
    m_sheets.clear();
    m_documents.clear();
    return true;
}

QRectF PaperLayout::paperRect() const
{
    const QPointF origin = m_page.paintRect(QPageLayout::Inch).topLeft();
    return {-origin * m_dotsPerInch, m_page.fullRect(QPageLayout::Inch).size() * m_dotsPerInch};
}

void PaperLayout::paint(QPainter &painter, int sheet) const
{
    const QByteArray &recorded = m_pictures.at(sheet);
    QPicture picture;
    picture.setData(recorded.constData(), uint(recorded.size()));
    painter.drawPicture(0, 0, picture); // which scales it to the device's resolution
}

void PaperLayout::draw(QPainter &painter, int sheet) const
{
    for (const Part &part : m_sheets.at(sheet)) {
        painter.save();
        painter.translate(0, -part.page * m_body.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(QPointF(0, part.page * m_body.height()), m_body);
        context.palette.setColor(QPalette::Text, Qt::black);
        painter.setClipRect(context.clip);
        part.document->documentLayout()->draw(&painter, context);
        painter.restore();
    }
    const QRectF foot(0, m_body.height() + m_footHeight / 2.0, m_body.width(), m_footHeight / 2.0);
    painter.setFont(m_footFont);
    painter.setPen(Qt::darkGray);
    const QString number = tr("Sheet %1 of %2").arg(sheet + 1).arg(m_sheets.size());
    const QFontMetricsF metrics(m_footFont);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, number);
    const qreal width = foot.width() - metrics.horizontalAdvance(number) - m_footHeight;
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, metrics.elidedText(m_title, Qt::ElideMiddle, width));
}

Result<int> writeReportPdf(const PaperOrder &order, const QString &path, PaperProgress &progress)
{
    const std::unique_ptr<PaperLayout> layout = PaperLayout::make(order, progress);
    if (!layout)
        return operationStopped();
    QSaveFile file(path);
    const auto failed = [&file, &path] {
        return Error{ErrorCategory::WriteError, u"PdfNotWritten"_s,
                     PaperLayout::tr("The PDF could not be written to %1: %2").arg(path, file.errorString()),
                     PaperLayout::tr("Check the folder and the free space on its disk."), path};
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    {
        QPdfWriter writer(&file);
        writer.setPageLayout(order.page);
        writer.setTitle(layout->title());
        writer.setCreator(u"CsPool Console"_s);
        writer.setResolution(600);
        QPainter painter(&writer);
        for (int sheet = 0; sheet < layout->sheetCount(); ++sheet) {
            if (progress.stop.isStopRequested())
                return operationStopped();
            if (sheet > 0)
                writer.newPage();
            layout->paint(painter, sheet);
        }
        painter.end();
    }
    if (!file.commit())
        return failed();
    return layout->sheetCount();
}

} // namespace cspool
