#include "ui/report/report_output.h"

#include "backend/report/report_ticket.h"
#include "ui/plain_message_box.h"
#include "ui/report/print_preview.h"
#include "ui/report/report_notice.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPageLayout>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>
#include <QThread>
#include <QUrl>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Result<> copyReport(const QString &from, const QString &to)
{
    if (QFileInfo(from) == QFileInfo(to)) {
        return Error{ErrorCategory::InvalidArgument, u"SameFile"_s,
                     ReportOutput::tr("%1 is the report itself. Choose another name for the copy.").arg(to)};
    }
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly)) {
        return Error{ErrorCategory::ReadError, u"ReportNotRead"_s,
                     ReportOutput::tr("The report %1 could not be read: %2").arg(from, source.errorString())};
    }
    QSaveFile copy(to);
    bool isWritten = copy.open(QIODevice::WriteOnly);
    while (isWritten && !source.atEnd()) {
        const QByteArray block = source.read(1024 * 1024);
        isWritten = !block.isEmpty() && copy.write(block) == block.size();
    }
    if (isWritten && source.error() == QFile::NoError && copy.commit())
        return {};
    return Error{ErrorCategory::WriteError, u"ReportNotWritten"_s,
                 ReportOutput::tr("The report could not be copied to %1: %2").arg(to, copy.errorString())};
}

bool isOfWebOrMail(const QUrl &url)
{
    return url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http" || url.scheme() == u"mailto");
}

} // namespace

ReportOutput::ReportOutput(Workspace *workspace, ReportNotice *notices, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_notices(notices)
    , m_window(window)
{
    m_poll.setInterval(100ms);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (m_progress && m_notices->isProgressShown())
            m_notices->setProgress(m_progress->done, m_progress->total);
    });
}

ReportOutput::~ReportOutput()
{
    m_stop.requestStop();
}

void ReportOutput::saveAs(const LoadedReport &report)
{
    const QString from = report.file.path;
    m_workspace->desktop().chooseFileToSave(
        m_window, {tr("Save a copy of the report"), from, tr("Reports (*.html *.htm);;All files (*)")},
        [this, from](const QString &path) {
            if (!path.isEmpty())
                copyFile(from, path);
        });
}

void ReportOutput::copyFile(const QString &from, const QString &to)
{
    m_worker.run([from, to] { return copyReport(from, to); }, this,
                 [this, to](const Result<> &copied) {
                     if (copied)
                         m_notices->showNotice(ReportNotice::Kind::Information,
                                               tr("The report was saved as %1.").arg(to));
                     else
                         m_notices->showNotice(ReportNotice::Kind::Problem, copied.error().message);
                 });
}

PaperOrder ReportOutput::orderOf(const LoadedReport &report) const
{
    PaperOrder order;
    if (report.pages)
        order.tree = report.pages->sharedTree();
    else if (const auto *foreign = std::get_if<ForeignPage>(&report.file.content))
        order.foreignHtml = foreign->html;
    order.foreignName = QFileInfo(report.file.path).fileName();
    order.zone = QTimeZone::systemTimeZone();
    order.font = QApplication::font();
    const bool isMetric = QLocale().measurementSystem() == QLocale::MetricSystem;
    order.page = QPageLayout(QPageSize(isMetric ? QPageSize::A4 : QPageSize::Letter), QPageLayout::Portrait,
                             QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter);
    if (const QScreen *screen = QGuiApplication::primaryScreen())
        order.dotsPerInch = qRound(screen->logicalDotsPerInch());
    return order;
}

void ReportOutput::saveAsPdf(const LoadedReport &report)
{
    const QFileInfo file(report.file.path);
    const QString suggested = file.dir().filePath(file.completeBaseName() + u".pdf"_s);
    m_workspace->desktop().chooseFileToSave(m_window,
                                            {tr("Save the report as PDF"), suggested, tr("PDF (*.pdf);;All files (*)")},
                                            [this, order = orderOf(report)](const QString &path) {
                                                if (!path.isEmpty())
                                                    writePdf(order, path);
                                            });
}

// One at a time: a second one cancels the first.
void ReportOutput::writePdf(PaperOrder order, const QString &path)
{
    m_stop.requestStop();
    m_stop = StopSource();
    m_progress = std::make_shared<PaperProgress>();
    m_progress->stop = m_stop.token();
    m_notices->showProgress(tr("Writing the PDF %1\u2026").arg(path),
                            [stop = m_stop]() mutable { stop.requestStop(); });
    m_poll.start();
    m_worker.run([order = std::move(order), path,
                  progress = m_progress] { return inQtThread([&] { return writeReportPdf(order, path, *progress); }); },
                 this,
                 [this, path, progress = m_progress](const Result<int> &written) {
                     if (progress == m_progress)
                         pdfEnded(written, path);
                 });
}

void ReportOutput::pdfEnded(const Result<int> &written, const QString &path)
{
    m_poll.stop();
    m_progress.reset();
    if (written) {
        m_notices->showNotice(ReportNotice::Kind::Information,
                              tr("The PDF %1 was written, with %n sheet(s).", nullptr, *written).arg(path),
                              tr("&Show it"),
                              [this, path] { m_workspace->desktop().openUrl(QUrl::fromLocalFile(path)); });
    } else if (written.error().isStopped()) {
        m_notices->showNotice(ReportNotice::Kind::Information, tr("The PDF was not written: you cancelled it."));
    } else {
        m_notices->showNotice(ReportNotice::Kind::Problem, written.error().message);
    }
}

void ReportOutput::print(const LoadedReport &report)
{
    (new PrintPreview(orderOf(report), m_window))->open();
}

void ReportOutput::openInBrowser(const QString &path)
{
    if (!m_workspace->desktop().openUrl(QUrl::fromLocalFile(path))) {
        m_notices->showNotice(ReportNotice::Kind::Problem,
                              tr("This system has no program that opens web pages. The report is in %1.").arg(path));
    }
}

void ReportOutput::copyForTicket(const LoadedReport &report)
{
    const ReportTicket ticket = reportTicket(report.pages->tree(), QTimeZone::systemTimeZone(), report.file.path);
    auto *data = new QMimeData;
    data->setText(ticket.text);
    data->setHtml(ticket.html);
    QGuiApplication::clipboard()->setMimeData(data);
    m_notices->showNotice(
        ReportNotice::Kind::Information,
        tr("A summary for a change ticket is on the clipboard: command, result, times, counts, errors and "
           "warnings."));
}

// The address is shown as it would be sent: nothing in it can pass for something else.
void ReportOutput::openLink(const QUrl &url)
{
    const QString address = url.toString(QUrl::FullyEncoded).left(2000);
    const bool canBeOpened = isOfWebOrMail(url);
    QMessageBox *box = makePlainQuestion(
        m_window, u"externalLink"_s, tr("Link in a report"),
        canBeOpened ? tr("The report refers to an address outside of this program. Open it in the browser?")
                    : tr("The report refers to something that is neither a web page nor a mail address. It is not "
                         "opened."),
        address);
    if (canBeOpened) {
        QPushButton *open = box->addButton(tr("&Open in the browser"), QMessageBox::AcceptRole);
        open->setObjectName(u"openLink"_s);
        connect(open, &QPushButton::clicked, this, [this, url] { m_workspace->desktop().openUrl(url); });
        box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    } else {
        box->setDefaultButton(box->addButton(QMessageBox::Close));
    }
    box->open();
}

} // namespace cspool
