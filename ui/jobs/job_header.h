// JobHeader: what there is to say about one job, in sentences: its command, its state, what ended it, its report.
#pragma once

#include "model/job.h"

#include <QUrl>

#include <QWidget>

class QLabel;

namespace cspool {

class JobModel;

class JobHeader : public QWidget
{
    Q_OBJECT

public:
    // `jobs` must outlive it.
    explicit JobHeader(JobModel *jobs, QWidget *parent = nullptr);

    // Null: none; follows the job as it goes on.
    void showJob(const QUuid &job);
    // What to do about the error that ended the job, from its log; empty: nothing is known.
    void setAdvice(const QString &advice);

Q_SIGNALS:
    void reportActivated(const QUuid &job);
    void serverReportActivated(const QUrl &url); // the server's own report, which lies on a share

private:
    void refresh();
    void showServerReport(const QString &path);
    QString stateSentence(int row) const;
    QString endSentence(const JobInfo &job) const;

    JobModel *m_jobs;
    QUuid m_job;
    QString m_advice;
    QLabel *m_icon;
    QLabel *m_name;
    QLabel *m_command;
    QLabel *m_state;
    QLabel *m_message;
    QLabel *m_report;
    QLabel *m_serverReport;
};

} // namespace cspool
