// Renders pages of a report as HTML for QTextDocument: CSS 2.1, nothing remote, everything escaped.
#pragma once

#include "backend/report/report_pages.h"

namespace cspool {

// Colours ("#rrggbb") and sizes; a window makes it from its palette and font, a printer from ink and paper.
struct ReportStyle
{
    struct Tone
    {
        QString text;
        QString ground;
    };

    QString text;
    QString dim;
    QString line;
    QString code; // ground of the command line
    Tone good, warn, bad, calm, note, lab;
    int em = 16; // height of the font, in pixels of the document

    static ReportStyle light();
    static ReportStyle dark();
    const Tone &tone(const QString &name) const; // of ReportLook::style
};

// One page. Every row begins at an anchor of its name; icons are images "cspool-icon:TONE/NAME/SIZE".
// `space`: left free above, in pixels of the document, for a page that follows another one on the same sheet of paper.
QString renderReportPage(const ReportPages &pages, int page, const ReportStyle &style, int space = 0);
QString reportAnchor(int row);

// The drawing for such an address.
struct ReportIcon
{
    QByteArray svg; // empty: there is none
    int size = 0; // pixels of the document
};
ReportIcon reportIcon(const QString &address, const ReportStyle &style);

} // namespace cspool
