// Makes the pictures of the README: the real window on the sample deployment, driven as a person would, offscreen.
//     cspool_screenshots FOLDER [light|dark]
#include "app/console/console_sessions.h"
#include "app/translations.h"
#include "model/item_roles.h"
#include "tests/support/archive_generator.h"
#include "tests/support/ui_world.h"
#include "ui/command_form/command_dialog.h"
#include "ui/command_form/confirm_dialog.h"
#include "ui/deployments/deployment_controller.h"
#include "ui/failover/failover_page.h"
#include "ui/failover/name_dialog.h"
#include "ui/jobs/jobs_page.h"
#include "ui/main_window.h"
#include "ui/pairings/pairings_page.h"
#include "ui/pools/pools_page.h"
#include "ui/report/report_page.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <functional>

namespace cspool::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 120000; // milliseconds
const QSize WindowSize(1280, 800);

void waitFor(const char *what, const std::function<bool()> &isThere)
{
    if (!QTest::qWaitFor(isThere, Patience))
        qFatal("This did not happen: %s", what);
}

// What has been asked to be drawn is drawn.
void settle()
{
    QTest::qWait(300);
}

class Photographer
{
public:
    Photographer(const QString &folder, ThemeChoice theme)
        : m_folder(folder)
        , m_suffix(theme == ThemeChoice::Dark ? u"-dark"_s : QString())
    {
    }

    void take(QWidget *widget, const QString &name) const
    {
        settle();
        const QString path = m_folder + u'/' + name + m_suffix + ".png"_L1;
        if (!widget->grab().save(path))
            qFatal("%s cannot be written", qPrintable(path));
        std::printf("%s\n", qPrintable(path));
    }

private:
    const QString m_folder;
    const QString m_suffix;
};

template <typename Dialog> Dialog *openDialog()
{
    Dialog *dialog = nullptr;
    waitFor("a dialog", [&dialog] {
        const QList<QWidget *> widgets = QApplication::topLevelWidgets();
        for (QWidget *widget : widgets) {
            if (auto *found = qobject_cast<Dialog *>(widget); found && found->isVisible())
                dialog = found;
        }
        return dialog != nullptr;
    });
    return dialog;
}

Command backup(const QString &pool)
{
    return Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, pool);
}

} // namespace

// The tour of the README, from the pools to the report.
class Tour
{
public:
    Tour(const QString &folder, ThemeChoice theme);
    void run();

private:
    void takePools();
    void takePairings();
    void takeFormAndConfirmation();
    void takeRunningJob();
    void takeReport();
    void takeReadiness();
    void takeGuidedRun();
    QAction *failoverAction(const QString &name) const;
    bool isRead() const;

    const QDir m_directory = QDir::home();
    Photographer m_photographer;
    TestDesktop m_desktop;
    Settings m_settings;
    SystemColorScheme m_system;
    Theme m_theme;
    AsyncJobHistory m_history;
    ConsoleSessions m_sessions;
    JobRunner m_jobs;
    Workspace m_workspace;
    MainWindow m_window;
};

Tour::Tour(const QString &folder, ThemeChoice theme)
    : m_photographer(folder, theme)
    , m_settings(m_directory.filePath(u"settings.ini"_s))
    , m_theme(&m_settings, &m_system, theme)
    , m_history(m_directory.filePath(u"history"_s))
    , m_sessions(m_directory.filePath(u"litwareinc.com"_s), 30s)
    , m_jobs(&m_history)
    , m_workspace(
          {&m_sessions, &m_jobs, &m_history, &m_settings, &m_desktop, nullptr, m_directory.filePath(u"operations"_s)})
    , m_window(&m_workspace)
{
}

bool Tour::isRead() const
{
    return m_workspace.monitor() && m_workspace.monitor()->pools().isKnown() && !m_workspace.monitor()->isReading();
}

void Tour::run()
{
    m_window.resize(WindowSize);
    m_window.show();
    m_window.start();
    waitFor("the sample deployment is open", [this] { return isRead(); });
    takePools();
    takePairings();
    takeFormAndConfirmation();
    takeRunningJob();
    takeReport();
    takeReadiness();
    takeGuidedRun();
}

void Tour::takePools()
{
    m_window.showPool(u"dublin-cs-002.litwareinc.com"_s);
    settle();
    waitFor("the statuses are read", [this] { return isRead(); });
    m_photographer.take(&m_window, u"pools"_s);
}

void Tour::takePairings()
{
    m_window.showPage(m_window.pairingsPage());
    settle();
    waitFor("the statuses are read", [this] { return isRead(); });
    m_photographer.take(&m_window, u"pairings"_s);
}

void Tour::takeFormAndConfirmation()
{
    const QString pool = u"atl-cs-001.litwareinc.com"_s;
    m_window.openCommandForm(backup(pool).set(u"FailedOverPoolOnly"_s, true), {pool});
    auto *form = openDialog<CommandDialog>();
    form->resize(960, 700);
    m_photographer.take(form, u"form"_s);
    form->close();
    settle();

    m_window.openCommandForm(backup(pool), {pool, u"red-se-001.litwareinc.com"_s, u"dublin-cs-001.litwareinc.com"_s});
    form = openDialog<CommandDialog>();
    form->findChild<QPushButton *>(u"submit"_s)->click();
    auto *confirmation = openDialog<ConfirmDialog>();
    m_photographer.take(confirmation, u"confirmation"_s);
    confirmation->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    waitFor("the backups have ended", [this] { return m_jobs.unfinishedJobs().isEmpty(); });
}

void Tour::takeRunningJob()
{
    const QString archive = m_directory.filePath(u"users.zip"_s);
    writeArchive(archive, {.users = 8000, .domain = u"litwareinc.com"_s});
    const QUuid job = m_workspace.submit(Command(u"Import-CsUserData"_s)
                                             .set(u"PoolFqdn"_s, u"atl-cs-001.litwareinc.com"_s)
                                             .set(u"FileName"_s, archive)
                                             .set(u"Confirm"_s, false));
    m_window.showJob(job);
    bool isHalfDone = false;
    QObject::connect(&m_jobs, &JobRunner::recordsReceived, &m_window,
                     [&isHalfDone](const QUuid &, const std::vector<Record> &records) {
                         for (const Record &record : records) {
                             if (const auto *progress = std::get_if<ProgressRecord>(&record.content))
                                 isHalfDone = isHalfDone
                                     || (progress->percentComplete >= 40
                                         && progress->activity == u"Importing user data");
                         }
                     });
    waitFor("the import is half done", [&] { return isHalfDone; });
    m_photographer.take(&m_window, u"job"_s);
    waitFor("the import has ended", [this] { return m_jobs.unfinishedJobs().isEmpty(); });
}

void Tour::takeReport()
{
    const QString path = m_directory.filePath(u"Backup-CsPool.html"_s);
    const QUuid job
        = m_workspace.submit(backup(u"atl-cs-001.litwareinc.com"_s).set(u"Report"_s, path).set(u"Confirm"_s, false));
    waitFor("the backup has ended", [this] { return m_jobs.unfinishedJobs().isEmpty(); });
    m_window.showReport(job, path);
    settle();
    m_photographer.take(&m_window, u"report"_s);
}

QAction *Tour::failoverAction(const QString &name) const
{
    return m_window.failoverPage()->findChild<QAction *>(name);
}

void Tour::takeReadiness()
{
    m_window.showReadiness(u"atl-cs-001.litwareinc.com"_s);
    waitFor("the checks are read", [this] { return failoverAction(u"beginOperation"_s)->isEnabled(); });
    auto *checks = m_window.failoverPage()->findChild<QTableView *>(u"failoverChecks"_s);
    for (int row = 0; row < checks->model()->rowCount(); ++row) {
        if (checks->model()->index(row, 0).data(KeyRole).toString() == u"CentralManagement")
            checks->selectRow(row);
    }
    m_photographer.take(&m_window, u"readiness"_s);
}

// Up to the question before the pool changes hands.
void Tour::takeGuidedRun()
{
    const auto confirm = [] {
        auto *question = openDialog<NameDialog>();
        question->findChild<QLineEdit *>(u"poolName"_s)->setText(u"atl-cs-001.litwareinc.com"_s);
        question->findChild<QPushButton *>(u"nameAccept"_s)->click();
    };
    failoverAction(u"beginOperation"_s)->trigger();
    confirm();
    const auto canRun = [this] { return failoverAction(u"runStep"_s)->isEnabled(); };
    waitFor("the operation has begun", canRun);
    failoverAction(u"runStep"_s)->trigger();
    openDialog<ConfirmDialog>()->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    waitFor("the store has moved", [this, canRun] {
        const auto *steps = m_window.failoverPage()->findChild<QTableView *>(u"failoverSteps"_s);
        return canRun() && steps->currentIndex().row() > 0;
    });
    m_photographer.take(&m_window, u"guided-run"_s);

    // What is new there has not been backed up.
    const QString archive = m_directory.filePath(u"new-users.zip"_s);
    writeArchive(archive, {.users = 240, .domain = u"litwareinc.com"_s});
    m_workspace.submit(Command(u"Import-CsUserData"_s)
                           .set(u"PoolFqdn"_s, u"dublin-cs-002.litwareinc.com"_s)
                           .set(u"FileName"_s, archive)
                           .set(u"Confirm"_s, false));
    waitFor("the import has ended", [this] { return m_jobs.unfinishedJobs().isEmpty(); });
    m_window.failoverPage()->showReadiness(u"dublin-cs-002.litwareinc.com"_s, FailoverDirection::FailOver, true);
    waitFor("the checks of the other pool are read",
            [this] { return failoverAction(u"beginOperation"_s)->isEnabled(); });
    failoverAction(u"beginOperation"_s)->trigger();
    auto *question = openDialog<NameDialog>();
    m_photographer.take(question, u"disaster"_s);
    question->reject();
}

} // namespace cspool::test

int main(int argc, char *argv[])
{
    using namespace cspool;
    using namespace Qt::StringLiterals;
    // A home of its own, so that the pictures show nobody's folders.
    const QTemporaryDir home(u"/tmp/tour-XXXXXX"_s);
    qputenv("HOME", QFile::encodeName(home.path()));
    QApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(CSPOOL_VERSION));
    installTranslations(u"en"_s);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments.at(1))) {
        std::fprintf(stderr, "cspool_screenshots FOLDER [light|dark]\n");
        return 2;
    }
    test::Tour(arguments.at(1), arguments.value(2) == "dark"_L1 ? ThemeChoice::Dark : ThemeChoice::Light).run();
    return 0;
}
