// ReportDocument: a page of a report as a text document that asks nothing of the world outside.
#pragma once

#include "backend/report/report_page_html.h"

#include <QSet>
#include <QTextDocument>
#include <QUrl>

class QPalette;

namespace cspool {

// The report's colours for a palette, light or dark; `em` as in ReportStyle.
ReportStyle reportStyleOf(const QPalette &palette, int em);

// Only the icons of our own pages are drawn. Pictures, style sheets and everything else that a page of others refers
// to, remote, on this machine or inside of the page, is never loaded; it is counted. Any thread that owns it.
class ReportDocument : public QTextDocument
{
    Q_OBJECT

public:
    explicit ReportDocument(QObject *parent = nullptr);

    // `pixelRatio`: pixels of the device for one of the document. `space`: as renderReportPage()'s.
    void showPage(const ReportPages &pages, int page, const ReportStyle &style, const QFont &font, qreal pixelRatio,
                  int space = 0);
    void showForeign(const QString &html, const QFont &font);

    // How many different things were asked for and not loaded.
    int refusedCount() const { return int(m_refused.size()); }

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    ReportStyle m_style;
    qreal m_pixelRatio = 1;
    QSet<QUrl> m_refused;
};

} // namespace cspool
