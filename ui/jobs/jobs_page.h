// JobsPage: what runs, waits and has ended, with the log of the selected job.
#pragma once

#include "model/command.h"
#include "ui/console_page.h"

#include <QTimer>
#include <QUuid>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;

namespace cspool {

class JobCommands;
class JobFilterModel;
class JobHeader;
class JobLogView;
class JobsTable;
class Workspace;

class JobsPage : public ConsolePage
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit JobsPage(Workspace *workspace, QWidget *parent = nullptr);
    ~JobsPage() override;

    QString title() const override;
    QIcon icon() const override;
    QList<QAction *> menuActions() const override;
    // To the search of the log while the keyboard is in the log, else to the search of jobs.
    void find() override;
    void focusContent() override;

    void showJob(const QUuid &job); // selects it; filters that hide it are cleared

Q_SIGNALS:
    // Opens the form, filled with `prefilled`; it will run once for each of `pools`.
    void commandRequested(const cspool::Command &prefilled, const QStringList &pools);
    // Shows the report of a job, or the file.
    void reportRequested(const QUuid &job, const QString &path);
    // Shows the question of a job that waits for an answer; null: of the one that has waited longest.
    void answerRequested(const QUuid &job);

private:
    QWidget *makeFilterBar();
    QWidget *makeQuestionBar();
    void connectCommands();
    void selectJobs(); // shows what is selected in the table
    void selectSomething(); // unless something is
    void updateFilter();
    void updateState(); // after jobs or filters have changed
    void showNotice(const QString &text);
    void saveLog(const QUuid &job, const QString &path);

    Workspace *m_workspace;
    QTimer m_updateTimer; // updateState() once in a turn of the event loop
    JobFilterModel *m_jobs;
    JobCommands *m_commands;
    QComboBox *m_filter;
    QCheckBox *m_onlyThis;
    QLineEdit *m_search;
    QWidget *m_question;
    QLabel *m_questionText;
    QPushButton *m_answer;
    QLabel *m_notice;
    QSplitter *m_splitter;
    JobsTable *m_table;
    JobHeader *m_header;
    JobLogView *m_log;
    QUuid m_wanted; // to be selected once it is there
};

} // namespace cspool
