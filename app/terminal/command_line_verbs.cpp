// The verbs of `cspool`: readiness, the guided failover and failback, and the list of operations.
#include "app/terminal/command_line.h"

#include "app/application_log.h"
#include "app/places.h"
#include "app/terminal/guided_run.h"
#include "app/terminal/operation_printer.h"
#include "app/terminal/readiness_run.h"
#include "backend/failover/operation_report.h"
#include "backend/failover/operation_store.h"
#include "backend/report/report_html.h"

#include <QDir>
#include <QEventLoop>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

ExitCode exitCodeOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ready:
        return ExitCode::Done;
    case Verdict::Attention:
        return ExitCode::DoneWithWarnings;
    case Verdict::Blocking:
    case Verdict::Unknown:
        break;
    }
    return ExitCode::NotReady;
}

// As they were given, so that the line with which an operation is gone on with reaches the servers as well.
QStringList signInOptions(const std::optional<ServerRequest> &server)
{
    QStringList options;
    if (!server)
        return options;
    if (server->settings.authentication == Authentication::Basic)
        options += {u"--auth"_s, u"basic"_s};
    else if (server->settings.authentication == Authentication::Ntlm)
        options += {u"--auth"_s, u"ntlm"_s};
    if (!server->settings.trustedFingerprint.isEmpty())
        options += {u"--trust"_s, server->settings.trustedFingerprint};
    return options;
}

} // namespace

int CommandLine::runVerb()
{
    if (const Result<> log = openApplicationLog(Places::logs(), m_invocation.logLevel); !log)
        warn(log.error());
    switch (m_invocation.request->verb) {
    case Verb::Readiness:
        return runReadiness();
    case Verb::FailOver:
    case Verb::FailBack:
        return runGuided();
    case Verb::Operations:
        return listOperations();
    case Verb::Operation:
        return showOperation();
    }
    return int(ExitCode::Usage);
}

// For what is a person's to read or a program's, on the standard output.
TextStyle CommandLine::outputStyle() const
{
    const bool hasColors = isTerminal(StandardStream::Output) && qEnvironmentVariable("TERM") != "dumb"_L1
        && qEnvironmentVariable("NO_COLOR").isEmpty();
    return {terminalWidth(StandardStream::Output), hasColors};
}

int CommandLine::runReadiness()
{
    ExitCode code = ExitCode::Failed;
    const std::shared_ptr<Session> session = openSession(u"readiness"_s, &code);
    if (!session)
        return int(code);
    ReadinessRun run(session, m_invocation.request->goal, &m_interrupt);
    QEventLoop loop;
    QObject::connect(&run, &ReadinessRun::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    run.start();
    loop.exec();
    const QList<FailoverCheck> checks = run.checks();
    const FailoverFacts &facts = run.facts();
    const TextStyle style = outputStyle();
    const QString text = m_invocation.isJson
        ? QString::fromUtf8(readinessJson(facts, checks, session->deployment()))
        : QString(goalText(facts.goal, facts.backupPool(), session->deployment(), style) + u'\n'
                  + checksText(checks, style));
    const int shown = show(text);
    if (shown != int(ExitCode::Done))
        return shown;
    return int(run.isInterrupted() ? ExitCode::Cancelled : exitCodeOf(overallVerdict(checks)));
}

int CommandLine::runGuided()
{
    openHistory();
    const VerbRequest &request = *m_invocation.request;
    ExitCode code = ExitCode::Failed;
    const std::shared_ptr<Session> session = openSession(verbInfo(request.verb).name, &code);
    if (!session)
        return int(code);
    GuidedRun run({session, m_history.get(), &m_reader, &m_interrupt, &writeStandard, printStyle(),
                   Places::operations(), signInOptions(m_invocation.server)},
                  request);
    QEventLoop loop;
    QObject::connect(&run, &GuidedRun::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    run.start();
    loop.exec();
    return int(run.exitCode());
}

int CommandLine::listOperations()
{
    QList<Error> problems;
    const QList<OperationSummary> operations = unfinishedFirst(OperationStore(Places::operations()).list(&problems));
    for (const Error &problem : std::as_const(problems))
        warn(problem);
    return show(m_invocation.isJson ? QString::fromUtf8(operationsJson(operations))
                                    : operationsText(operations, outputStyle()));
}

int CommandLine::showOperation()
{
    const VerbRequest &request = *m_invocation.request;
    const Result<QList<OperationEvent>> events = OperationStore(Places::operations()).read(request.operation);
    if (!events)
        return fail(u"operation"_s, events.error(), ExitCode::Failed);
    const ReportTree record = operationReport(*events);
    if (!request.reportPath.isEmpty()) {
        if (const Result<> written = writeReport(record, request.reportPath); !written)
            return fail(u"operation"_s, written.error(), ExitCode::Failed);
    }
    return show(m_invocation.isJson ? QString::fromUtf8(eventsJson(*events)) : recordText(record, outputStyle()));
}

} // namespace cspool
