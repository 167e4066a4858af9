#include "ui/report/report_document.h"

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>
#include <QTextOption>

namespace cspool {

using namespace Qt::StringLiterals;

ReportStyle reportStyleOf(const QPalette &palette, int em)
{
    const QColor ground = palette.color(QPalette::Base);
    const QColor ink = palette.color(QPalette::Text);
    ReportStyle style = ground.lightness() < ink.lightness() ? ReportStyle::dark() : ReportStyle::light();
    style.text = ink.name();
    style.em = em;
    return style;
}

ReportDocument::ReportDocument(QObject *parent)
    : QTextDocument(parent)
{
    setUndoRedoEnabled(false);
    QTextOption option = defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setDefaultTextOption(option);
}

void ReportDocument::showPage(const ReportPages &pages, int page, const ReportStyle &style, const QFont &font,
                              qreal pixelRatio, int space)
{
    clear();
    m_refused.clear();
    m_style = style;
    m_pixelRatio = pixelRatio;
    setDefaultFont(font);
    setDocumentMargin(style.em);
    setHtml(renderReportPage(pages, page, style, space));
}

void ReportDocument::showForeign(const QString &html, const QFont &font)
{
    clear();
    m_refused.clear();
    setDefaultFont(font);
    setDocumentMargin(16);
    setHtml(html);
}

// An image is always answered with one: for an answer without an image, Qt's text layout would open the name as a file.
QVariant ReportDocument::loadResource(int type, const QUrl &name)
{
    if (type != ImageResource) {
        m_refused.insert(name);
        return QByteArray();
    }
    const ReportIcon icon = reportIcon(name.toString(), m_style);
    if (icon.svg.isEmpty()) {
        m_refused.insert(name);
        QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
        nothing.fill(Qt::transparent);
        return nothing;
    }
    const int pixels = qRound(icon.size * m_pixelRatio);
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer(icon.svg).render(&painter);
    painter.end();
    image.setDevicePixelRatio(m_pixelRatio);
    return image;
}

} // namespace cspool
