// The console's benchmarks: how long the window's thread is away while much happens, and how soon the window is usable.
// Without arguments all are run and a table is printed.
#include "backend/report/report_html.h"
#include "tests/benchmarks/busy_session.h"
#include "tests/benchmarks/console_window.h"
#include "tests/benchmarks/heartbeat.h"
#include "tests/benchmarks/server_stream.h"
#include "tests/support/test_support.h"
#include "ui/jobs/jobs_page.h"
#include "ui/pools/pools_page.h"
#include "ui/report/report_page.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace cspool::benchmark {
namespace {

using namespace Qt::StringLiterals;

constexpr int PoolsInList = 10'000;
constexpr int RecordsOfJob = 1'000'000;
constexpr int StepsOfReport = 100'000;
constexpr int PoolsAtStart = 2'000;
constexpr int Starts = 5;
constexpr int LongMilliseconds = 600'000;

// Tells on the standard error which events kept the thread at work for long.
class WatchingApplication : public QApplication
{
public:
    using QApplication::QApplication;

    double explainFrom = 0; // milliseconds; 0: nothing is told

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (explainFrom == 0 || m_isInside || QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        const QByteArray receiverName = receiver->metaObject()->className();
        const int type = event->type();
        const qint64 before = workOfThisThread();
        m_isInside = true;
        const bool isHandled = QApplication::notify(receiver, event);
        m_isInside = false;
        const double work = double(workOfThisThread() - before) / 1e6;
        if (work >= explainFrom)
            std::fprintf(stderr, "    %6.1f ms: event %d to %s\n", work, type, receiverName.constData());
        return isHandled;
    }

private:
    bool m_isInside = false;
};

QUuid submitJob(ConsoleWindow &console)
{
    return console.workspace().submit(
        Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, BusySession::poolName(0)).set(u"Confirm"_s, false));
}

bool hasEnded(ConsoleWindow &console, const QUuid &job)
{
    return console.jobs().job(job)->state == JobState::Finished && !console.workspace().monitor()->isReading();
}

void measureHeartbeat(int recordCount, const QString &folder)
{
    ConsoleWindow console(folder);
    console.mainWindow().resize(1600, 1000);
    console.mainWindow().show();
    QTest::qWait(500);
    printGaps("10,000 pools are read for the first time",
              watch([&] { console.workspace().setSession(std::make_unique<BusySession>(PoolsInList, recordCount)); },
                    [&] { return console.arePoolsShown(PoolsInList); }));
    QElapsedTimer pause;

    pause.start();
    printGaps("nothing happens (one second)", watch([] {}, [&] { return pause.hasExpired(1000); }));

    QUuid job;
    const auto isJobOver = [&] { return hasEnded(console, job); };
    console.mainWindow().showPage(console.mainWindow().jobsPage());
    QTest::qWait(200);
    printGaps("a job writes its records, its log is shown",
              watch(
                  [&] {
                      job = submitJob(console);
                      console.mainWindow().showJob(job);
                  },
                  isJobOver));

    console.mainWindow().showPage(console.mainWindow().poolsPage());
    QTest::qWait(200);
    QScrollBar *bar = console.poolTable()->verticalScrollBar();
    QTimer scrolling;
    QObject::connect(&scrolling, &QTimer::timeout, bar,
                     [bar] { bar->setValue(bar->value() == bar->maximum() ? 0 : bar->value() + bar->pageStep()); });
    printGaps("a job writes its records, the list of pools is scrolled",
              watch(
                  [&] {
                      job = submitJob(console);
                      scrolling.start(16);
                  },
                  isJobOver));
    scrolling.stop();

    pause.start();
    scrolling.start(16);
    printGaps("the list of pools is scrolled (five seconds)", watch([] {}, [&] { return pause.hasExpired(5000); }));
    scrolling.stop();

    printGaps("all is read again",
              watch([&] { console.workspace().monitor()->refresh(); },
                    [&] { return !console.workspace().monitor()->isReading(); }));

    auto *filter = console.mainWindow().poolsPage()->findChild<QLineEdit *>(u"poolsFilter"_s);
    filter->setFocus();
    int typed = 0;
    QTimer typing;
    QObject::connect(&typing, &QTimer::timeout, filter, [&] {
        const QString text = u"pool09"_s;
        if (typed < text.size())
            QTest::keyClick(filter, text.at(typed).toLatin1());
        else
            QTest::keyClick(filter, Qt::Key_Backspace);
        ++typed;
    });
    typing.start(100);
    printGaps("the filter is typed and erased", watch([] {}, [&] { return typed >= 12; }));
}

// As many steps as a report may be expected to have, with some of everything.
ReportTree largeReport()
{
    const QDateTime start = QDateTime::currentDateTimeUtc();
    ReportTree tree;
    tree.title = u"Backup-CsPool"_s;
    tree.started = start;
    tree.ended = start.addSecs(StepsOfReport);
    for (int i = 0; i < StepsOfReport; ++i) {
        ReportNode step;
        step.action = u"Copy document %1"_s.arg(i);
        step.result = StepResult::Succeeded;
        step.information = {u"The document urn:lcd:user%1@contoso.com was copied."_s.arg(i)};
        step.counts = {{u"documents copied"_s, i}};
        step.started = start.addSecs(i);
        step.ended = start.addSecs(i + 1);
        tree.steps.append(step);
    }
    return tree;
}

void measureReport(const QString &folder)
{
    const QString path = folder + "/report.html"_L1;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(renderReportHtml(largeReport(), QTimeZone::utc())) < 0)
        qFatal("The report was not written");
    file.close();
    ConsoleWindow console(folder);
    console.mainWindow().resize(1600, 1000);
    console.mainWindow().show();
    ReportPage *page = console.mainWindow().reportPage();
    console.mainWindow().showPage(page);
    QTest::qWait(500);
    const auto open = [&] { page->openFile(path); };
    QElapsedTimer shown;
    const auto isOpen = [&] { // and painted
        if (!page->hasReport())
            shown.start();
        return page->hasReport() && shown.hasExpired(200);
    };
    printGaps("a report of 100,000 steps is opened", watch(open, isOpen));
    printGaps("it is opened again in its place", watch(open, isOpen));
    const auto close = [&] { page->findChild<QAction *>(u"reportClose"_s)->trigger(); };
    printGaps("it is closed", watch(close, [&] { return !page->hasReport(); }));
}

// From the start of the process until it says "shown", in ms; the median of several.
double timeOfStart(const QString &program, const QStringList &arguments)
{
    std::vector<double> times;
    for (int i = 0; i < Starts; ++i) {
        QProcess process;
        QElapsedTimer clock;
        clock.start();
        process.start(program, arguments);
        while (process.waitForReadyRead(LongMilliseconds) && !process.peek(100).contains("shown")) { }
        times.push_back(double(clock.nsecsElapsed()) / 1e6);
        process.waitForFinished(LongMilliseconds);
        if (process.exitCode() != 0)
            qFatal("%s failed: %s", qUtf8Printable(program), process.readAllStandardError().constData());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

// A deployment with the topology of very many pools. Their stores are not needed to show them; making them all, each
// with its replica of the topology, would take minutes.
void makeLargeLab(const QString &folder)
{
    QStringList pools;
    QList<PoolPair> pairs;
    for (int i = 0; i < PoolsAtStart; ++i)
        pools.append(BusySession::poolName(i));
    for (int i = 0; i < PoolsAtStart; i += 2)
        pairs.append({pools.at(i), pools.at(i + 1)});
    const Result<> made = Deployment::create(
        folder, {u"many.example.com"_s, test::topologyDocument(pools.first(2)), {pairs.first()}, pools.first()});
    const auto deployment = made ? Deployment::open(folder, OpenMode::ReadWrite) : made.error();
    auto store = deployment ? (*deployment)->centralStore() : deployment.error();
    const auto written = store ? store->setTopology(test::topologyDocument(pools), pairs, 2) : store.error();
    if (!written)
        qFatal("%s", qUtf8Printable(written.error().message));
}

void measureStart(const QString &folder)
{
    const QString lab = folder + "/lab"_L1;
    makeLargeLab(lab);
    const QString beside = QCoreApplication::applicationDirPath() + "/cspool_bare_window"_L1;
    const double bare = timeOfStart(beside, {});
    const double console = timeOfStart(QCoreApplication::applicationFilePath(), {u"--show"_s, lab});
    std::printf("\n%-58s %9s\n", "From the start of the process to the rows on the screen", "ms");
    std::printf("%-58s %9.0f\n", "a bare window with a table of 2,000 rows", bare);
    std::printf("%-58s %9.0f\n", "the console with a lab deployment of 2,000 pools", console);
    std::printf("%-58s %9.1f\n", "ratio", console / bare);
}

// Starts as the console does and ends when the pools of `lab` are on the screen.
int showLab(const QString &lab)
{
    const QTemporaryDir folder;
    ConsoleWindow console(folder.path());
    console.mainWindow().resize(1200, 800);
    console.mainWindow().show();
    console.workspace().openLab(lab);
    const bool isShown = runEventLoopUntil([&] { return console.poolTable()->model()->rowCount() == PoolsAtStart; });
    console.poolTable()->viewport()->repaint();
    std::puts("shown");
    std::fflush(stdout);
    return isShown ? 0 : 1;
}

int run(WatchingApplication &application)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"show"_s, u"Show the pools of this lab deployment and end."_s, u"folder"_s});
    parser.addOption(
        {u"records"_s, u"So many records are written by a job."_s, u"count"_s, QString::number(RecordsOfJob)});
    parser.addOption({u"only"_s, u"Only one of: heartbeat, report, servers, start."_s, u"benchmark"_s});
    parser.addOption(
        {u"explain"_s, u"Tell which events keep the window's thread at work for so long."_s, u"ms"_s, u"0"_s});
    parser.process(application);
    application.explainFrom = parser.value(u"explain"_s).toDouble();
    if (parser.isSet(u"show"_s))
        return showLab(parser.value(u"show"_s));
    const QTemporaryDir folder;
    const QString only = parser.value(u"only"_s);
    if (only != "start"_L1)
        std::printf("%-58s %9s %9s %9s %9s\n", "Gaps of the window's event loop, in ms", "longest", "99.9 %", "at work",
                    "beats");
    if (only.isEmpty() || only == "heartbeat"_L1)
        measureHeartbeat(parser.value(u"records"_s).toInt(), folder.path());
    if (only.isEmpty() || only == "report"_L1)
        measureReport(folder.path());
    if (only.isEmpty() || only == "servers"_L1)
        measureServers(folder.path());
    if (only.isEmpty() || only == "start"_L1)
        measureStart(folder.path());
    return 0;
}

} // namespace
} // namespace cspool::benchmark

int main(int argc, char *argv[])
{
    cspool::benchmark::WatchingApplication application(argc, argv);
    return cspool::benchmark::run(application);
}
