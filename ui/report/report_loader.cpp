#include "ui/report/report_loader.h"

namespace cspool {

ReportLoader::ReportLoader(QObject *parent)
    : QObject(parent)
{
}

// The worker's thread is waited for: what it does must end soon.
ReportLoader::~ReportLoader()
{
    cancelLoading();
    cancelSearch();
}

void ReportLoader::load(const QString &path, Loaded done)
{
    cancelLoading();
    cancelSearch();
    m_loading = StopSource();
    m_worker.run(
        [path, stop = m_loading.token()]() -> Result<LoadedReport> {
            Result<ReportFile> file = readReportFile(path, stop);
            if (!file)
                return file.error();
            LoadedReport loaded{std::move(*file), nullptr};
            if (const auto *own = std::get_if<OwnReport>(&loaded.file.content))
                loaded.pages = std::make_shared<const ReportPages>(*own, QTimeZone::systemTimeZone());
            return loaded;
        },
        this,
        [this, stop = m_loading.token(), done = std::move(done)](Result<LoadedReport> &&loaded) {
            if (!stop.isStopRequested())
                done(loaded);
            else if (loaded)
                release(std::move(*loaded));
        });
}

void ReportLoader::cancelLoading()
{
    m_loading.requestStop();
}

void ReportLoader::find(std::shared_ptr<const ReportPages> pages, const QString &text, Found done)
{
    cancelSearch();
    m_search = StopSource();
    m_worker.run([pages = std::move(pages), text, stop = m_search.token()] { return pages->find(text, stop); }, this,
                 [stop = m_search.token(), done = std::move(done)](const ReportHits &hits) {
                     if (!stop.isStopRequested())
                         done(hits);
                 });
}

void ReportLoader::cancelSearch()
{
    m_search.requestStop();
}

// The worker destroys what it has done.
void ReportLoader::release(LoadedReport report)
{
    m_worker.post([report = std::move(report)] {});
}

} // namespace cspool
