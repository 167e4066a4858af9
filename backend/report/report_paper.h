// What of a report goes on paper: all of a small one; of a very large one everything that went wrong and its beginning.
#pragma once

#include "backend/report/report_tree.h"

#include <memory>

namespace cspool {

struct ReportPaper
{
    static constexpr qint64 LineLimit = 3000; // steps and their sentences from the beginning
    static constexpr qint64 ProblemLimit = 1000; // beyond them, steps that failed, have warnings or did not end

    std::shared_ptr<const ReportTree> tree; // what is left out is counted as omitted where it stood
    QString notice; // says on the paper what it leaves out; empty: nothing
};
ReportPaper reportForPaper(const std::shared_ptr<const ReportTree> &tree, qint64 lineLimit = ReportPaper::LineLimit);

} // namespace cspool
