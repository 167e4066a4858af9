// ReportPage: a report of this console, or a report file of a server.
#pragma once

#include "model/job.h"
#include "ui/console_page.h"
#include "ui/report/report_loader.h"

#include <QUuid>

#include <functional>
#include <optional>

class QComboBox;
class QFileSystemWatcher;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace cspool {

class FindBar;
class ReportNotice;
class RecentReports;
class ReportOutput;
class ReportView;
class Workspace;

// Shows one report at a time; while there is none, the reports of past jobs. Reading, searching and printing go on in
// workers; nothing here waits.
class ReportPage : public ConsolePage
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit ReportPage(Workspace *workspace, QWidget *parent = nullptr);
    ~ReportPage() override;

    QString title() const override;
    QIcon icon() const override;
    QList<QAction *> menuActions() const override;
    void find() override;
    void focusContent() override;

    // A report of ours or a page of others.
    void openFile(const QString &path);
    // The report of a job; when its file is gone, what the history knows of the job is shown instead.
    void openJob(const QUuid &job, const QString &path);

    // What is shown; for the window's title and for tests.
    QString path() const { return m_path; }
    bool hasReport() const;

Q_SIGNALS:
    void closed(); // by the reader
    void jobRequested(const QUuid &job); // to be shown with its log

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Actions;

    void makeActions();
    void makeFileActions();
    void makeSearchActions();
    void makePageActions();
    void makeOutputActions();
    QAction *makeAction(const QString &objectName, const QString &text, const QList<QKeySequence> &keys,
                        const QString &icon, const std::function<void()> &run);
    QWidget *makeReading();
    QWidget *makeProblem();
    QWidget *makeReport();
    QToolButton *pageButton(QAction *action, const QString &icon);

    void load(const QString &path, int page);
    void letGo();
    void showLoaded(const Result<LoadedReport> &loaded, int page);
    void showProblem(const Error &error);
    void showHistoryOf(const QUuid &job);
    void showJobOf(const JobInfo &job);
    void showRecent();
    void chooseFile();
    void setReport(const LoadedReport &report, int page);
    void watch(bool isOn);
    void fileChanged();

    void showPageOf(int page);
    void turnPage(int direction);
    void goToRow(int row);
    void goToProblem(bool isForward);
    void showWhere();
    void zoom(int percent);

    void search();
    void showHits(const ReportHits &hits);
    void goToHit(qint64 hit, bool hasWrapped);
    void stepHit(int direction);
    void closeSearch();
    void updateActions();

    Workspace *m_workspace;
    std::unique_ptr<Actions> m_do;
    QList<QAction *> m_actions;
    ReportLoader m_loader;
    ReportNotice *m_notices;
    QStackedWidget *m_stack;
    RecentReports *m_recent;
    QWidget *m_reading = nullptr;
    QLabel *m_readingText = nullptr;
    QWidget *m_problem = nullptr;
    QLabel *m_problemText = nullptr;
    QWidget *m_report = nullptr;
    ReportView *m_view;
    FindBar *m_find;
    QWidget *m_pageBar = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_where = nullptr;
    QLabel *m_zoomText = nullptr;
    QComboBox *m_sections = nullptr;
    ReportOutput *m_output;
    QFileSystemWatcher *m_watcher;

    QString m_path; // of what is shown or being read; empty: nothing
    QUuid m_job; // whose report it is; null: not known
    std::optional<LoadedReport> m_loaded;
    int m_pageNumber = 0;
    int m_problemRow = -1; // where the last jump went
    ReportHits m_hits;
    qint64 m_hit = -1;
};

} // namespace cspool
