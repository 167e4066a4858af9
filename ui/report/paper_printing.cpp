#include "ui/report/paper_printing.h"

#include <QFile>
#include <QPainter>
#include <QPrinter>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

Error notPrinted(const QPrinter &printer)
{
    const QString file = printer.outputFileName();
    return {ErrorCategory::WriteError,
            u"ReportNotPrinted"_s,
            file.isEmpty() ? PaperLayout::tr("The printer %1 does not accept the report.").arg(printer.printerName())
                           : PaperLayout::tr("The file %1 cannot be written.").arg(file),
            {},
            file};
}

Result<int> paintSheets(QPainter &painter, const PaperLayout &layout, QPrinter &printer, PaperProgress &progress)
{
    for (int sheet = 0; sheet < layout.sheetCount(); ++sheet) {
        if (progress.stop.isStopRequested())
            return operationStopped();
        if (sheet > 0 && !printer.newPage())
            return notPrinted(printer);
        layout.paint(painter, sheet);
        progress.done = sheet + 1;
    }
    return layout.sheetCount();
}

} // namespace

Result<int> printSheets(const PaperLayout &layout, QPrinter &printer, PaperProgress &progress)
{
    progress.total = layout.sheetCount();
    QPainter painter;
    if (!painter.begin(&printer))
        return notPrinted(printer);
    Result<int> printed = paintSheets(painter, layout, printer, progress);
    if (!painter.end() && printed)
        printed = notPrinted(printer);
    if (!printed && !printer.outputFileName().isEmpty())
        QFile::remove(printer.outputFileName());
    return printed;
}

} // namespace cspool
