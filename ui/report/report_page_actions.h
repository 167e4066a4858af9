// The actions of the report page. Private to the page.
#pragma once

#include "ui/report/report_page.h"

class QAction;

namespace cspool {

struct ReportPage::Actions
{
    QAction *open = nullptr;
    QAction *recent = nullptr;
    QAction *reload = nullptr;
    QAction *showJob = nullptr;
    QAction *close = nullptr;
    QAction *findNext = nullptr;
    QAction *findPrevious = nullptr;
    QAction *nextProblem = nullptr;
    QAction *previousProblem = nullptr;
    QAction *firstPage = nullptr;
    QAction *previousPage = nullptr;
    QAction *nextPage = nullptr;
    QAction *lastPage = nullptr;
    QAction *zoomIn = nullptr;
    QAction *zoomOut = nullptr;
    QAction *zoomReset = nullptr;
    QAction *print = nullptr;
    QAction *pdf = nullptr;
    QAction *saveAs = nullptr;
    QAction *browser = nullptr;
    QAction *ticket = nullptr;
};

} // namespace cspool
