#include "ui/command_form/command_preview.h"

#include "model/message_text.h"
#include "ui/command_form/tone_label.h"
#include "ui/desktop.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

QString item(const QString &text)
{
    return u"<li>"_s + text.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</li>"_s;
}

QString list(const QString &heading, const QStringList &texts)
{
    if (texts.isEmpty())
        return {};
    QString html = heading.isEmpty() ? QString() : QString(u"<p><b>"_s + heading.toHtmlEscaped() + u"</b></p>"_s);
    html += u"<ul style=\"margin-left:-20px\">"_s;
    for (const QString &text : texts)
        html += item(text);
    return html + u"</ul>"_s;
}

// What was meant for the screen. PowerShell puts the same words, "What if: ", before each sentence; here they are the
// heading.
QStringList sentencesOf(const QueryResult &result)
{
    QStringList sentences = result.hostMessages;
    const qsizetype colon = sentences.value(0).indexOf(": "_L1);
    const QString prefix = sentences.value(0).first(colon < 0 ? 0 : colon + 2);
    const bool isPrefixOfAll = std::all_of(sentences.cbegin(), sentences.cend(),
                                           [&prefix](const QString &sentence) { return sentence.startsWith(prefix); });
    if (isPrefixOfAll && sentences.size() > 1) {
        for (QString &sentence : sentences)
            sentence.remove(0, prefix.size());
    }
    return sentences;
}

bool isReportWritten(const Command &command, const Session &session)
{
    const CmdletInfo *info = session.cmdletInfo(command.cmdlet());
    return info && info->writesReport && session.deployment().kind == DeploymentKind::Lab;
}

} // namespace

// What is made and found on the disks before the commands run: a report may be wanted on one that does not answer.
struct CommandPreview::Preparation
{
    static Preparation make(const QStringList &reports)
    {
        Preparation preparation{std::make_shared<QTemporaryDir>()};
        for (const QString &path : reports) {
            const QFileInfo file(path);
            if (path.isEmpty())
                continue;
            if (file.isDir())
                preparation.problems.insert(
                    path, CommandPreview::tr("The report cannot be written to %1: that is a folder.").arg(path));
            else if (!QFileInfo(file.path()).isDir())
                preparation.problems.insert(
                    path,
                    CommandPreview::tr("The report cannot be written to %1: the folder %2 does not exist.")
                        .arg(path, file.path()));
        }
        return preparation;
    }

    std::shared_ptr<QTemporaryDir> folder;
    QHash<QString, QString> problems = {}; // by the path of the report
};

CommandPreview::CommandPreview(Desktop *desktop, QWidget *parent)
    : QWidget(parent)
    , m_desktop(desktop)
    , m_status(new ToneLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Stop preview"), this))
    , m_text(new QTextBrowser(this))
{
    m_status->setObjectName(u"previewStatus"_s);
    m_progress->setObjectName(u"previewProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the preview"));
    m_progress->hide();
    m_cancel->setObjectName(u"cancelPreview"_s);
    m_cancel->setAutoDefault(false);
    m_cancel->hide();
    m_text->setObjectName(u"previewText"_s);
    m_text->setAccessibleName(tr("Plan"));
    m_text->setTabChangesFocus(true);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    auto *row = new QHBoxLayout;
    row->addWidget(m_status, 1);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_text, 1);
    connect(m_cancel, &QPushButton::clicked, this, &CommandPreview::cancel);
    render();
}

CommandPreview::~CommandPreview()
{
    if (m_queries && m_context)
        m_queries->cancel(m_context.get());
}

void CommandPreview::run(QueryRunner *queries, const QList<Command> &commands)
{
    cancel();
    m_queries = queries;
    m_context = std::make_unique<QObject>();
    m_plans.clear();
    for (const Command &command : commands)
        m_plans.push_back({command, std::nullopt});
    m_unfinished = int(m_plans.size());
    m_madeAt = {};
    m_isOutOfDate = false;
    m_progress->setRange(0, m_unfinished > 1 ? m_unfinished : 0); // of one nobody knows how far it is
    m_progress->setValue(0);
    m_progress->setFormat(tr("%v of %m"));
    m_cancel->setEnabled(true);
    render();
    if (m_plans.empty())
        return;
    QStringList reports;
    for (Plan &plan : m_plans) {
        if (!isReportWritten(plan.command, *queries->session()))
            continue;
        if (const QString path = plan.command.string(u"Report"); !path.isEmpty())
            plan.reportPath = QDir::cleanPath(QDir::current().absoluteFilePath(path));
        reports.append(plan.reportPath);
    }
    m_looks.run([reports] { return Preparation::make(reports); }, m_context.get(),
                [this](const Preparation &preparation) { start(preparation); });
}

void CommandPreview::start(const Preparation &preparation)
{
    const std::shared_ptr<QTemporaryDir> folder = preparation.folder;
    for (std::size_t i = 0; i < m_plans.size(); ++i) {
        Plan &plan = m_plans.at(i);
        plan.reportProblem = preparation.problems.value(plan.reportPath);
        Command command = plan.command;
        if (isReportWritten(command, *m_queries->session())) {
            if (!folder->isValid()) {
                QueryResult result;
                result.errors.append(
                    {ErrorCategory::WriteError, u"PreviewFolder"_s,
                     tr("The temporary folder for the preview could not be made: %1").arg(folder->errorString()),
                     tr("Look at the space and the permissions of the temporary folder.")});
                QMetaObject::invokeMethod(
                    m_context.get(), [this, i, result] { receive(i, result); }, Qt::QueuedConnection);
                continue;
            }
            command.set(u"Report"_s, folder->filePath(QString::number(i) + u".html"_s));
        }
        // The folder stays until the last command that could write into it has ended, even one that nobody waits for.
        m_queries->run(
            command, m_context.get(),
            [this, i, folder](const QueryResult &result) {
                QueryResult shown = result;
                shown.hostMessages.removeIf(
                    [&folder](const QString &message) { return message.contains(folder->path()); });
                receive(i, shown);
            },
            QueryRunner::Priority::Foreground);
    }
}

// Many commands answer one after the other: they are shown when all have.
void CommandPreview::receive(std::size_t index, const QueryResult &result)
{
    m_plans.at(index).result = result;
    --m_unfinished;
    m_progress->setValue(int(m_plans.size()) - m_unfinished);
    if (m_unfinished == 0)
        end(false);
}

void CommandPreview::cancel()
{
    if (!isRunning())
        return;
    m_cancel->setEnabled(false);
    if (m_queries)
        m_queries->cancel(m_context.get());
    end(true);
}

void CommandPreview::end(bool wasCancelled)
{
    m_unfinished = 0;
    m_context.reset();
    if (!wasCancelled)
        m_madeAt = m_desktop->now();
    render();
    Q_EMIT finished();
}

void CommandPreview::setOutOfDate()
{
    if (m_isOutOfDate || m_plans.empty())
        return;
    m_isOutOfDate = true;
    render();
}

void CommandPreview::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        render();
    QWidget::changeEvent(event);
}

void CommandPreview::render()
{
    const bool isCancelled = !isRunning() && !m_plans.empty() && !m_madeAt.isValid();
    m_progress->setVisible(isRunning());
    m_cancel->setVisible(isRunning());
    const QString time = QLocale().toString(m_madeAt.toLocalTime().time(), u"HH:mm:ss"_s);
    if (isRunning())
        m_status->setMessage(StatusTone::None, {});
    else if (isCancelled)
        m_status->setMessage(StatusTone::Attention, tr("The preview was stopped. Nothing was changed."));
    else if (m_plans.empty())
        m_status->setMessage(StatusTone::None, tr("Preview shows here what would be done. It changes nothing."));
    else if (m_isOutOfDate)
        m_status->setMessage(StatusTone::Attention, tr("Out of date: the form was changed since %1.").arg(time));
    else
        m_status->setMessage(StatusTone::Good, tr("Made at %1. Nothing was changed.").arg(time));
    const QStringList common = commonSentences();
    QString text;
    for (const Plan &plan : m_plans)
        text += html(plan, common);
    text += list(tr("For every pool:"), common);
    m_text->setHtml(text);
    m_text->setVisible(!m_plans.empty());
}

// What the command says of every pool alike is said once. Of a single one there is nothing to gather.
QStringList CommandPreview::commonSentences() const
{
    QStringList common;
    for (std::size_t i = 0; i < m_plans.size() && m_plans.size() > 1; ++i) {
        if (!m_plans.at(i).result)
            return {};
        const QStringList sentences = sentencesOf(*m_plans.at(i).result);
        if (i == 0)
            common = sentences;
        else
            common.removeIf([&sentences](const QString &sentence) { return !sentences.contains(sentence); });
    }
    return common;
}

QString CommandPreview::html(const Plan &plan, const QStringList &common)
{
    const QString pool = plan.command.string(u"PoolFqdn");
    QString html = u"<h3>"_s + (pool.isEmpty() ? plan.command.cmdlet() : pool).toHtmlEscaped() + u"</h3>"_s;
    if (!plan.result)
        return html + u"<p>"_s + tr("Not known yet.").toHtmlEscaped() + u"</p>"_s;
    const QueryResult &result = *plan.result;
    QStringList errors;
    for (const Error &error : result.errors)
        errors.append(errorSentences(error));
    if (!plan.reportProblem.isEmpty())
        errors.append(plan.reportProblem);
    html += list(tr("The command would fail:"), errors);
    QStringList warnings;
    for (const WarningRecord &warning : result.warnings)
        warnings.append(inOneLine(withAction(warning.message, warning.recommendedAction)));
    html += list(tr("Warnings:"), warnings);
    QStringList own = sentencesOf(result);
    own.removeIf([&common](const QString &sentence) { return common.contains(sentence); });
    if (!plan.reportPath.isEmpty() && plan.reportProblem.isEmpty())
        own.append(tr("The report of the run would be written to %1.").arg(plan.reportPath));
    html += list(tr("What would be done:"), own);
    QStringList steps;
    for (const StepRecord &step : result.steps) {
        QStringList parts = step.information;
        for (const StepCount &count : step.counts) {
            const QString value
                = count.isBytes ? QLocale().formattedDataSize(count.value) : QLocale().toString(count.value);
            parts.append(tr("%1: %2", "name and number of counted things").arg(count.name, value));
        }
        steps.append(parts.isEmpty() ? step.action : QString(step.action + u'\n' + parts.join(u'\n')));
    }
    html += list(tr("Looked at:"), steps);
    if (errors.isEmpty() && result.hostMessages.isEmpty())
        html += u"<p>"_s + tr("The command says nothing about what it would do.").toHtmlEscaped() + u"</p>"_s;
    return html;
}

} // namespace cspool
