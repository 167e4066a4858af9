// Printing the sheets of a PaperLayout.
#pragma once

#include "model/result.h"
#include "ui/report/paper_layout.h"

class QPrinter;

namespace cspool {

// Prints all sheets; `printer` has the layout's page and is used by nobody else meanwhile. Blocks; for a worker's
// thread, one of Qt's. When it is stopped or fails, the file of a printer that writes one is removed; a real printer
// gets the sheets painted so far. The number of sheets.
Result<int> printSheets(const PaperLayout &layout, QPrinter &printer, PaperProgress &progress);

} // namespace cspool
