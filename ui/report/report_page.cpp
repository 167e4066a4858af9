#include "ui/report/report_page.h"

#include "backend/report/report_text.h"
#include "model/time_text.h"
#include "ui/icons.h"
#include "ui/report/find_bar.h"
#include "ui/report/recent_reports.h"
#include "ui/report/report_notice.h"
#include "ui/report/report_page_actions.h"
#include "ui/report/report_view.h"
#include "ui/workspace.h"

#include <QAction>
#include <QComboBox>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

ReportPage::~ReportPage() = default;

QString ReportPage::title() const
{
    return tr("&Report");
}

QIcon ReportPage::icon() const
{
    return symbolIcon(u"report"_s);
}

QList<QAction *> ReportPage::menuActions() const
{
    return m_actions;
}

bool ReportPage::hasReport() const
{
    return m_loaded.has_value() && m_stack->currentWidget() == m_report;
}

void ReportPage::focusContent()
{
    if (m_stack->currentWidget() == m_report)
        m_view->setFocus();
    else if (m_stack->currentWidget() == m_recent)
        m_recent->focusContent();
    else
        m_stack->currentWidget()->setFocus();
}

void ReportPage::showEvent(QShowEvent *event)
{
    ConsolePage::showEvent(event);
    if (m_stack->currentWidget() == m_recent)
        m_recent->refresh();
}

// --- what is shown --------------------------------------------------------------------------------------------------

void ReportPage::openFile(const QString &path)
{
    m_job = {};
    load(path, 0);
}

void ReportPage::openJob(const QUuid &job, const QString &path)
{
    m_job = job;
    load(path, 0);
}

void ReportPage::chooseFile()
{
    const QString folder = m_path.isEmpty() ? QString() : QFileInfo(m_path).path();
    m_workspace->desktop().chooseFileToOpen(
        this, {tr("Open a report file"), folder, tr("Reports (*.html *.htm);;All files (*)")},
        [this](const QString &path) {
            if (!path.isEmpty())
                openFile(path);
        });
}

void ReportPage::load(const QString &path, int page)
{
    closeSearch();
    watch(false);
    letGo();
    m_path = path;
    m_notices->clear();
    m_readingText->setText(tr("Reading %1\u2026").arg(path));
    m_stack->setCurrentWidget(m_reading);
    updateActions();
    m_loader.load(path, [this, page](const Result<LoadedReport> &loaded) { showLoaded(loaded, page); });
}

// The view first: whoever is the last to keep the report frees it.
void ReportPage::letGo()
{
    m_view->clearView();
    if (m_loaded)
        m_loader.release(*std::exchange(m_loaded, {}));
}

void ReportPage::showLoaded(const Result<LoadedReport> &loaded, int page)
{
    if (!loaded) {
        showProblem(loaded.error());
        if (loaded.error().id == u"ReportNotFound" && !m_job.isNull())
            showHistoryOf(m_job);
    } else if (std::holds_alternative<ForeignPageTooLarge>(loaded->file.content)) {
        showProblem({ErrorCategory::LimitsExceeded, u"ForeignPageTooLarge"_s,
                     tr("The page %1 (%2) was not written by this console and is too large to be shown here.")
                         .arg(m_path, locale().formattedDataSize(loaded->file.size)),
                     tr("Open it in the browser."), m_path});
    } else {
        setReport(*loaded, page);
    }
}

void ReportPage::setReport(const LoadedReport &report, int page)
{
    const bool hadFocus = isAncestorOf(focusWidget()) || hasFocus();
    m_loaded = report;
    m_problemRow = -1;
    m_name->setText(QFileInfo(m_path).fileName());
    m_name->setToolTip(m_path.toHtmlEscaped());
    m_sections->clear();
    if (report.pages) {
        for (const ReportSection &section : report.pages->sections())
            m_sections->addItem(section.title, section.row);
        showPageOf(std::clamp(page, 0, report.pages->pageCount() - 1));
    } else {
        m_pageNumber = 0;
        m_view->showForeign(std::get<ForeignPage>(report.file.content).html);
    }
    m_sections->setVisible(report.pages != nullptr);
    m_stack->setCurrentWidget(m_report);
    if (hadFocus)
        m_view->setFocus();
    showWhere();
    watch(true);
    if (!report.pages) {
        m_notices->showNotice(
            ReportNotice::Kind::Information,
            tr("This page was not written by this console. Pictures, scripts and style sheets that it refers to "
               "are never loaded."));
    }
}

void ReportPage::showProblem(const Error &error)
{
    m_problemText->setText(
        error.recommendedAction.isEmpty() ? error.message : tr("%1\n\n%2").arg(error.message, error.recommendedAction));
    m_stack->setCurrentWidget(m_problem);
    updateActions();
    m_do->browser->setEnabled(error.id != u"ReportNotFound" && error.id != u"ReportNotAFile");
}

// The file is gone; what happened is not.
void ReportPage::showHistoryOf(const QUuid &job)
{
    if (!m_workspace->history())
        return;
    m_workspace->history()->jobs({}, 10'000, this, [this, job](const Result<QList<JobInfo>> &jobs) {
        if (!jobs || job != m_job || m_stack->currentWidget() != m_problem)
            return;
        const auto found
            = std::find_if(jobs->cbegin(), jobs->cend(), [&](const JobInfo &info) { return info.id == job; });
        if (found != jobs->cend())
            showJobOf(*found);
    });
}

void ReportPage::showJobOf(const JobInfo &job)
{
    QStringList lines
        = {m_problemText->text(),
           {},
           tr("What the history knows of this job:"),
           tr("Command line: %1").arg(job.commandLine),
           tr("Deployment: %1").arg(job.deploymentName),
           tr("Result: %1").arg(reportLook(job.outcome).text),
           tr("Run by: %1").arg(job.user),
           tr("Started: %1").arg(job.started.isValid() ? fullTimeText(job.started) : tr("not recorded")),
           tr("Ended: %1").arg(job.ended.isValid() ? fullTimeText(job.ended) : tr("not recorded")),
           tr("Errors: %1, warnings: %2").arg(locale().toString(job.errorCount), locale().toString(job.warningCount))};
    if (!job.message.isEmpty())
        lines.append(tr("Last error: %1").arg(job.message));
    lines += {QString(), tr("Its log is still there: show the job.")};
    m_problemText->setText(lines.join(u'\n'));
}

void ReportPage::showRecent()
{
    m_loader.cancelLoading();
    closeSearch();
    watch(false);
    letGo();
    m_path.clear();
    m_job = {};
    m_notices->clear();
    m_stack->setCurrentWidget(m_recent);
    if (isVisible()) {
        m_recent->refresh();
        m_recent->focusContent();
    }
    updateActions();
}

void ReportPage::watch(bool isOn)
{
    if (const QStringList files = m_watcher->files(); !files.isEmpty())
        m_watcher->removePaths(files);
    if (isOn)
        m_watcher->addPath(m_path);
}

void ReportPage::fileChanged()
{
    if (m_loaded) {
        m_notices->showNotice(
            ReportNotice::Kind::Problem,
            tr("The report file has changed or is gone since it was read. What is shown is what it was."),
            tr("&Reload"), [this] { load(m_path, m_pageNumber); });
    }
}

// --- pages ----------------------------------------------------------------------------------------------------------

void ReportPage::showPageOf(int page)
{
    m_pageNumber = page;
    m_view->showPage(m_loaded->pages, page);
    if (m_find->isVisible())
        m_view->markHits(m_find->text(), m_hit >= 0 && m_hits.pageOf(m_hit) == page ? m_hits.onPage(m_hit) : -1);
    showWhere();
}

void ReportPage::turnPage(int direction)
{
    const int page = m_pageNumber + direction;
    if (!m_loaded || !m_loaded->pages || page < 0 || page >= m_loaded->pages->pageCount())
        return;
    showPageOf(page);
    if (direction < 0)
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
}

void ReportPage::goToRow(int row)
{
    const int page = m_loaded->pages->pageOf(row);
    if (page != m_pageNumber)
        showPageOf(page);
    m_view->scrollToRow(row);
    m_view->setFocus();
}

// From the last problem on, unless the reader has turned to another page.
void ReportPage::goToProblem(bool isForward)
{
    const ReportPages &pages = *m_loaded->pages;
    int from = m_problemRow;
    if (from >= 0 && pages.pageOf(from) != m_pageNumber)
        from = isForward ? pages.firstRow(m_pageNumber) - 1 : pages.firstRow(m_pageNumber + 1);
    std::optional<int> row = isForward ? pages.problemAfter(from) : pages.problemBefore(from);
    if (!row)
        row = isForward ? pages.problemAfter(-1) : pages.problemBefore(pages.rowCount());
    if (!row) {
        m_notices->showNotice(ReportNotice::Kind::Information, tr("Nothing in this report went wrong."));
        return;
    }
    m_problemRow = *row;
    goToRow(*row);
}

void ReportPage::showWhere()
{
    if (m_loaded && m_loaded->pages) {
        const QString where
            = tr("Page %1 of %2")
                  .arg(locale().toString(m_pageNumber + 1), locale().toString(m_loaded->pages->pageCount()));
        m_where->setText(where);
        m_view->setAccessibleName(tr("Report %1, %2").arg(m_loaded->pages->tree().title.left(100), where));
    } else {
        m_where->setText(tr("One page"));
        m_view->setAccessibleName(tr("Report"));
    }
    updateActions();
}

void ReportPage::updateActions()
{
    const bool isShown = m_loaded.has_value();
    const bool isOurs = isShown && m_loaded->pages;
    const int last = isOurs ? m_loaded->pages->pageCount() - 1 : 0;
    m_do->recent->setEnabled(!m_path.isEmpty());
    m_do->close->setEnabled(!m_path.isEmpty());
    m_do->reload->setEnabled(!m_path.isEmpty() && m_stack->currentWidget() != m_reading);
    m_do->showJob->setEnabled(!m_job.isNull());
    for (QAction *action :
         {m_do->saveAs, m_do->pdf, m_do->print, m_do->browser, m_do->findNext, m_do->findPrevious, m_do->zoomReset})
        action->setEnabled(isShown);
    m_do->zoomIn->setEnabled(isShown && m_view->zoom() < ReportView::GreatestZoom);
    m_do->zoomOut->setEnabled(isShown && m_view->zoom() > ReportView::SmallestZoom);
    for (QAction *action : {m_do->ticket, m_do->nextProblem, m_do->previousProblem})
        action->setEnabled(isOurs);
    m_do->firstPage->setEnabled(m_pageNumber > 0 && isOurs);
    m_do->previousPage->setEnabled(m_pageNumber > 0 && isOurs);
    m_do->nextPage->setEnabled(m_pageNumber < last);
    m_do->lastPage->setEnabled(m_pageNumber < last);
}

// --- searching ------------------------------------------------------------------------------------------------------

void ReportPage::find()
{
    if (!hasReport())
        return;
    QString selected = m_view->textCursor().selectedText();
    if (selected.contains(QChar(QChar::ParagraphSeparator)))
        selected.clear();
    m_find->open(selected);
    search();
}

void ReportPage::search()
{
    m_loader.cancelSearch();
    m_hits = {};
    m_hit = -1;
    QString text = m_find->text();
    text.replace(QChar(QChar::Nbsp), u' ');
    if (!m_loaded || text.isEmpty()) {
        m_view->markHits({}, -1);
        m_find->showCount(0, 0, false);
        return;
    }
    if (!m_loaded->pages) {
        showHits({{0, m_view->markHits(text, -1)}});
        return;
    }
    m_find->showSearching();
    m_loader.find(m_loaded->pages, text, [this](const ReportHits &hits) { showHits(hits); });
}

void ReportPage::showHits(const ReportHits &hits)
{
    m_hits = hits;
    if (hits.count() == 0) {
        m_view->markHits({}, -1);
        m_find->showCount(0, 0, false);
        return;
    }
    const qint64 first = hits.firstFrom(m_pageNumber);
    goToHit(first < hits.count() ? first : 0, false);
}

void ReportPage::goToHit(qint64 hit, bool hasWrapped)
{
    m_hit = hit;
    if (const int page = m_hits.pageOf(hit); page != m_pageNumber)
        showPageOf(page);
    else
        m_view->markHits(m_find->text(), m_hits.onPage(hit));
    m_find->showCount(hit + 1, m_hits.count(), hasWrapped);
}

void ReportPage::stepHit(int direction)
{
    if (!hasReport())
        return;
    if (!m_find->isVisible()) {
        find();
        return;
    }
    if (m_hits.count() == 0)
        return;
    const qint64 next = m_hit + direction;
    const qint64 wrapped = (next + m_hits.count()) % m_hits.count();
    goToHit(wrapped, wrapped != next);
}

void ReportPage::closeSearch()
{
    if (!m_find->isVisible())
        return;
    m_loader.cancelSearch();
    m_hits = {};
    m_hit = -1;
    m_find->hide();
    m_view->markHits({}, -1);
    m_view->setFocus();
}

// Esc in the text closes the search too.
bool ReportPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && m_find->isVisible()) {
        closeSearch();
        return true;
    }
    return ConsolePage::eventFilter(watched, event);
}

} // namespace cspool
