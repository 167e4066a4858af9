// ReportOutput: where the report on the screen goes to: a copy, a PDF, paper, a browser, a ticket.
#pragma once

#include "backend/worker_thread.h"
#include "ui/report/paper_layout.h"
#include "ui/report/report_loader.h"

#include <QTimer>

class QWidget;

namespace cspool {

class ReportNotice;
class Workspace;

// Lives in the window's thread. Nothing here waits: what takes time goes on in a worker and can be cancelled in the
// bar.
class ReportOutput : public QObject
{
    Q_OBJECT

public:
    // All must outlive it; dialogs open above `window`.
    ReportOutput(Workspace *workspace, ReportNotice *notices, QWidget *window);
    ~ReportOutput() override;

    void saveAs(const LoadedReport &report);
    void saveAsPdf(const LoadedReport &report);
    void print(const LoadedReport &report);
    void openInBrowser(const QString &path);
    void copyForTicket(const LoadedReport &report);
    // Asks first. Addresses other than of web pages and mail are only shown.
    void openLink(const QUrl &url);

private:
    PaperOrder orderOf(const LoadedReport &report) const;
    void copyFile(const QString &from, const QString &to);
    void writePdf(PaperOrder order, const QString &path);
    void pdfEnded(const Result<int> &written, const QString &path);

    Workspace *m_workspace;
    ReportNotice *m_notices;
    QWidget *m_window;
    std::shared_ptr<PaperProgress> m_progress; // of the PDF that is being written; null: none
    StopSource m_stop;
    QTimer m_poll;
    WorkerThread m_worker;
};

} // namespace cspool
