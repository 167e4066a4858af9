#include "ui/jobs/job_header.h"

#include "model/job_model.h"
#include "model/job_text.h"
#include "model/message_text.h"
#include "model/time_text.h"
#include "ui/icons.h"

#include <QDir>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QStyle>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

QLabel *makeLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

// A label that can have the keyboard is read by its name.
void setText(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setAccessibleName(text);
}

// Of "\\\\server\\share\\file"; empty: it is no such path.
QUrl shareUrl(const QString &path)
{
    const QString slashes = QString(path).replace(u'\\', u'/');
    const QString server = slashes.section(u'/', 2, 2);
    if (!slashes.startsWith("//"_L1) || server.isEmpty() || server == "."_L1 || server == "?"_L1)
        return {};
#ifdef Q_OS_WIN
    return QUrl::fromLocalFile(slashes);
#else
    QUrl url; // what the desktops here know shares by
    url.setScheme(u"smb"_s);
    url.setHost(server);
    url.setPath(u'/' + slashes.section(u'/', 3));
    return url.isValid() ? url : QUrl();
#endif
}

} // namespace

JobHeader::JobHeader(JobModel *jobs, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_icon(new QLabel)
    , m_name(makeLabel(u"jobName"_s))
    , m_command(makeLabel(u"jobCommand"_s))
    , m_state(makeLabel(u"jobState"_s))
    , m_message(makeLabel(u"jobMessage"_s))
    , m_report(makeLabel(u"jobReport"_s))
    , m_serverReport(makeLabel(u"jobServerReport"_s))
{
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_report->setTextFormat(Qt::RichText);
    m_report->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_serverReport->setTextFormat(Qt::RichText);
    m_icon->setAlignment(Qt::AlignTop);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_icon, 0, 0, 2, 1);
    layout->addWidget(m_name, 0, 1);
    layout->addWidget(m_state, 1, 1);
    layout->addWidget(m_message, 2, 1);
    layout->addWidget(m_command, 3, 1);
    layout->addWidget(m_report, 4, 1);
    layout->addWidget(m_serverReport, 5, 1);
    layout->setColumnStretch(1, 1);
    setTabOrder(m_name, m_state);
    setTabOrder(m_state, m_message);
    setTabOrder(m_message, m_command);
    setTabOrder(m_command, m_report);
    setTabOrder(m_report, m_serverReport);

    connect(m_report, &QLabel::linkActivated, this, [this] { Q_EMIT reportActivated(m_job); });
    connect(m_serverReport, &QLabel::linkActivated, this,
            [this](const QString &link) { Q_EMIT serverReportActivated(QUrl(link)); });
    connect(jobs, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        if (const int row = m_jobs->rowOf(m_job); row >= first.row() && row <= last.row())
            refresh();
    });
    refresh();
}

void JobHeader::showJob(const QUuid &job)
{
    m_job = job;
    m_advice.clear();
    refresh();
}

void JobHeader::setAdvice(const QString &advice)
{
    m_advice = advice;
    refresh();
}

QString JobHeader::endSentence(const JobInfo &job) const
{
    const QString time = fullTimeText(job.ended);
    const QString duration = durationText(job.started.secsTo(job.ended));
    const bool hasReport = !job.reportPath.isEmpty();
    if (!job.started.isValid() && job.outcome == Outcome::Cancelled)
        return tr("Cancelled while it was queued: %1. Nothing was changed.").arg(time);
    switch (job.outcome) {
    case Outcome::Succeeded:
        return tr("Succeeded: %1, after %2.").arg(time, duration);
    case Outcome::SucceededWithWarnings:
        return (hasReport
                    ? tr("Succeeded with warnings: %1, after %2. The warnings and errors are in the log and in the "
                         "report.")
                    : tr("Succeeded with warnings: %1, after %2. The warnings and errors are in the log."))
            .arg(time, duration);
    case Outcome::Failed:
        return tr("Failed: %1, after %2.").arg(time, duration);
    case Outcome::Cancelled:
        return (hasReport ? tr("Cancelled: %1, after %2. What was done until then is in the log and in the report.")
                          : tr("Cancelled: %1, after %2. What was done until then is in the log."))
            .arg(time, duration);
    case Outcome::Skipped:
        return tr("Skipped: %1, after %2. Nothing had to be done, or the question was answered with No.")
            .arg(time, duration);
    case Outcome::Previewed:
        return tr("Previewed: %1, after %2. The command told what it would do and changed nothing.")
            .arg(time, duration);
    case Outcome::Interrupted:
        return tr("Interrupted: the process that ran this job ended before the job did. When is not known; it was "
                  "started %1. “Retry” runs the same command again.")
            .arg(job.started.isValid() ? fullTimeText(job.started) : tr("never"));
    }
    return {};
}

QString JobHeader::stateSentence(int row) const
{
    const JobInfo &job = m_jobs->job(row);
    if (m_jobs->isElsewhere(row))
        return job.state == JobState::Queued
            ? tr("Queued in another process: cspool, or another window of this console.")
            : tr("Running in another process: cspool, or another window of this console. It can be cancelled there.");
    const QString elapsed = m_jobs->index(row, JobModel::ElapsedColumn).data().toString();
    const QString remaining = m_jobs->index(row, JobModel::RemainingColumn).data().toString();
    switch (job.state) {
    case JobState::Queued:
        if (const int other = m_jobs->rowOf(m_jobs->waitsFor(row)); other >= 0) {
            return tr("Queued: waits for %1, because both change data of the same pools.")
                .arg(jobName(m_jobs->job(other)));
        }
        return tr("Queued: starts as soon as it can.");
    case JobState::Running:
        return remaining.isEmpty()
            ? tr("Running for %1.").arg(elapsed)
            : tr("Running for %1, %2.", "duration, about 3 minutes left").arg(elapsed, remaining);
    case JobState::WaitingForAnswer:
        return tr("Waiting for an answer: the job has asked a question and goes on when it is answered.");
    case JobState::Cancelling:
        return tr("Cancelling… The job ends as soon as it can leave every store whole.");
    case JobState::Finished:
        return endSentence(job);
    }
    return {};
}

void JobHeader::refresh()
{
    const int row = m_jobs->rowOf(m_job);
    for (QLabel *label : {m_icon, m_command, m_state, m_message, m_report, m_serverReport})
        label->setVisible(row >= 0);
    if (row < 0) {
        setText(m_name, tr("Select a job to see its log."));
        return;
    }
    const JobInfo &job = m_jobs->job(row);
    const int size = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    m_icon->setPixmap(toneIcon(toneOf(job)).pixmap(size));
    m_icon->setVisible(toneOf(job) != StatusTone::None);
    setText(m_name, jobName(job));
    setText(m_command, job.commandLine);
    setText(m_state, stateSentence(row));
    setText(m_message, withAction(job.message, m_advice));
    m_message->setVisible(!job.message.isEmpty());
    const QString report = tr("Report: %1").arg(QDir::toNativeSeparators(job.reportPath));
    m_report->setText(u"<a href=\"report\">%1</a>"_s.arg(report.toHtmlEscaped()));
    m_report->setAccessibleName(report);
    m_report->setVisible(!job.reportPath.isEmpty());
    showServerReport(job.serverReportPath);
}

// A path of a drive is one of the server's drives; a share can be reached from here too.
void JobHeader::showServerReport(const QString &path)
{
    const QString text = tr("Report on the server: %1").arg(path);
    const QUrl url = shareUrl(path);
    m_serverReport->setText(url.isEmpty() ? text.toHtmlEscaped()
                                          : u"<a href=\"%1\">%2</a>"_s.arg(
                                              url.toString(QUrl::FullyEncoded).toHtmlEscaped(), text.toHtmlEscaped()));
    m_serverReport->setTextInteractionFlags(url.isEmpty() ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                                          : Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_serverReport->setAccessibleName(text);
    m_serverReport->setVisible(!path.isEmpty());
}

} // namespace cspool
