// ReportLoader: reads reports and searches in them in a thread of its own, so that the window never waits.
#pragma once

#include "backend/report/report_file.h"
#include "backend/report/report_pages.h"
#include "backend/worker_thread.h"

namespace cspool {

struct LoadedReport
{
    ReportFile file;
    std::shared_ptr<const ReportPages> pages; // of a report of ours, else null
};

// Lives in the window's thread. A new request of a kind cancels the one before; of that one nothing is heard any more.
class ReportLoader : public QObject
{
    Q_OBJECT

public:
    using Loaded = std::function<void(const Result<LoadedReport> &)>;
    using Found = std::function<void(const ReportHits &)>;

    explicit ReportLoader(QObject *parent = nullptr);
    ~ReportLoader() override;

    void load(const QString &path, Loaded done);
    void cancelLoading();
    void find(std::shared_ptr<const ReportPages> pages, const QString &text, Found done);
    void cancelSearch();
    // Frees a report in the worker's thread, since 100,000 steps take long, if nobody else in the window keeps it.
    void release(LoadedReport report);

private:
    StopSource m_loading;
    StopSource m_search;
    WorkerThread m_worker;
};

} // namespace cspool
