// The console in front of genuine servers, played behind HTTPS, by keyboard: connect, certificate, password, pools, a
// backup that asks, warns and fails in part, report, cancel, a lost connection, and that nothing is left behind there.
#include "backend/known_servers.h"
#include "model/job_model.h"
#include "model/pool_cells.h"
#include "tests/support/server_console.h"
#include "ui/deployments/certificate_dialog.h"
#include "ui/jobs/jobs_page.h"
#include "ui/main_window.h"
#include "ui/report/report_page.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30000; // milliseconds; nothing takes so long
const QString WrongPassword = u"wrong"_s;

} // namespace

class TestServerJourney : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerConsole> m_console;

    WindowDriver &window() { return *m_console->driver; }
    WsmanServer &server() { return m_console->server; }
    QString cell(const QString &pool, PoolColumn column) const;
    QString jobMessage() { return window().text(u"jobMessage"_s); }
    void backUpToItsMiddle();
    // The steps of the journey.
    void meetTheCertificate();
    void enterTheWrongPassword();
    void enterTheRightOne();
    void seeThePools();
    void answerTheServersQuestion();
    void watchTheBackup();
    void readTheReport();
    void leave();

private Q_SLOTS:
    void init() { m_console = std::make_unique<ServerConsole>(); }
    void cleanup() { m_console.reset(); }
    void fromConnectToDisconnect();
    void aServersReportOnAShareIsOpened();
    void noToTheServersQuestionBacksUpNothing();
    void cancelStopsTheCommandOnTheServer();
    void cancelWhileTheServersQuestionIsOpen();
    void aConnectionThatComesBackResumesTheJob();
    void aSessionThatIsGoneSaysSoAndReconnectBringsThePoolsBack();
    void closingTheWindowDeletesTheShell();
    void whatTheServerDoesNotOfferIsNotOffered();
};

QString TestServerJourney::cell(const QString &pool, PoolColumn column) const
{
    const qsizetype row = m_console->driver->column(u"poolsTable"_s, int(PoolColumn::Fqdn)).indexOf(pool);
    return m_console->driver->column(u"poolsTable"_s, int(column)).value(row);
}

void TestServerJourney::fromConnectToDisconnect()
{
    const auto steps = {&TestServerJourney::meetTheCertificate,
                        &TestServerJourney::enterTheWrongPassword,
                        &TestServerJourney::enterTheRightOne,
                        &TestServerJourney::seeThePools,
                        &TestServerJourney::answerTheServersQuestion,
                        &TestServerJourney::watchTheBackup,
                        &TestServerJourney::readTheReport,
                        &TestServerJourney::leave};
    for (const auto step : steps) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
}

void TestServerJourney::meetTheCertificate()
{
    m_console->deployment.state->pool(PoolB)->state = PoolState::FailedOver;
    m_console->fillConnectDialog(WrongPassword);
    window().press(Qt::Key_Return);
    window().waitForDialog(u"certificateDialog"_s);
    const QString fingerprint = server().https().identity().fingerprint();
    QCOMPARE(window().text(u"fingerprint"_s), CertificateDialog::fingerprintLines(fingerprint));
    QVERIFY2(window().text(u"subject"_s).contains(u"localhost"_s), qPrintable(window().text(u"subject"_s)));
    QVERIFY(!window().text(u"reasons"_s).isEmpty());
    QCOMPARE(QApplication::focusWidget(), window().find<QPushButton>(u"doNotConnect"_s));
    QCOMPARE(server().actions(), QStringList()); // no request, and so no password, went to whoever that is
    window().tabTo(u"otherFingerprint"_s);
    window().type(fingerprint);
    QCOMPARE(window().text(u"comparison"_s), u"It is the same."_s);
    m_console->trustCertificate();
    const QList<TrustedCertificate> trusted = KnownServers(&m_console->world.settings()).certificates();
    QCOMPARE(trusted.size(), 1);
    QCOMPARE(trusted.first().host, KnownServers::hostOf(QUrl(m_console->address())));
}

void TestServerJourney::enterTheWrongPassword()
{
    QTRY_VERIFY_WITH_TIMEOUT(!m_console->message().isEmpty(), Patience);
    QVERIFY2(m_console->message().contains(u"password"_s), qPrintable(m_console->message()));
    QCOMPARE(server().refusals, 1); // once, and not once more by itself
    QCOMPARE(server().shellsMade(), 0);
    QTRY_COMPARE(QApplication::focusWidget(), window().find<QLineEdit>(u"password"_s));
    QVERIFY(window().find<QLineEdit>(u"password"_s)->text().isEmpty());
}

void TestServerJourney::enterTheRightOne()
{
    window().type(ServerConsole::Password);
    window().press(Qt::Key_Return);
    window().waitUntilGone(u"connectDialog"_s);
    QCOMPARE(server().refusals, 1);
    QCOMPARE(server().shells(), 1);
    QVERIFY(window().window().windowTitle().startsWith(u"Server deployment"_s));
    const QString location = window().text(u"deploymentLocation"_s);
    QVERIFY2(location.contains(u"https://localhost"_s), qPrintable(location));
}

void TestServerJourney::seeThePools()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_console->hasPools(), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(cell(PoolA, PoolColumn::ExportStatus), u"SteadyState"_s, Patience);
    QTRY_COMPARE(cell(PoolA, PoolColumn::ImportStatus), u"NormalState"_s);
    QTRY_COMPARE(cell(PoolB, PoolColumn::PoolState), u"FailedOver"_s);
    QCOMPARE(cell(PoolA, PoolColumn::BackupPool), PoolB);
    QTRY_COMPARE(cell(PoolA, PoolColumn::LastRun), u"none"_s);
}

void TestServerJourney::answerTheServersQuestion()
{
    window().backUpAsking(PoolA, m_console->reportPath());
    const QString question = window().text(u"promptMessage"_s);
    QVERIFY2(question.contains(u"\"Backup-CsPool\" on target \"pool-a.contoso.com\""_s), qPrintable(question));
    QVERIFY2(window().text(u"promptDeployment"_s).contains(u"localhost"_s), "which deployment asks");
    QVERIFY(!m_console->goOn); // nothing has begun there
    window().press(Qt::Key_Y, Qt::AltModifier);
    window().waitUntilGone(u"promptDialog"_s);
}

void TestServerJourney::watchTheBackup()
{
    m_console->waitForPause();
    window().waitForJobState(u"Running"_s);
    const auto progress = [this] {
        return window()
            .find<QAbstractItemView>(u"jobsTable"_s)
            ->currentIndex()
            .siblingAtColumn(JobModel::ProgressColumn)
            .data(JobModel::PercentRole);
    };
    QTRY_VERIFY(progress().isValid() && progress().toInt() >= 10);
    QTRY_COMPARE(window().currentCell(u"jobsTable"_s, JobModel::ErrorsColumn), u"1"_s);
    QTRY_VERIFY2(m_console->log().contains(u"The conference 4711 could not be read."_s), qPrintable(m_console->log()));
    QVERIFY(m_console->log().contains(u"Answer: Yes"_s));
    m_console->goOn();
    window().waitForJobState(u"Succeeded with warnings"_s);
    QTRY_COMPARE(window().currentCell(u"jobsTable"_s, JobModel::WarningsColumn), u"2"_s);
    QTRY_VERIFY2(m_console->log().contains(u"\"1\" warnings were recorded"_s), qPrintable(m_console->log()));
    QTRY_VERIFY2(m_console->log().contains(u"Report on the server: "_s + ReportOnServer), qPrintable(m_console->log()));
    QCOMPARE(window().text(u"jobServerReport"_s),
             u"Report on the server: "_s + ReportOnServer); // nothing opens it here
    const QList<PsrpServer::Started> started = server().psrp().started();
    const bool wasRun = std::any_of(started.begin(), started.end(), [](const PsrpServer::Started &each) {
        return each.commands.first().name == "Backup-CsPool"_L1;
    });
    QVERIFY(wasRun);
}

void TestServerJourney::readTheReport()
{
    QTRY_VERIFY(window().window().findChild<QAction *>(u"openReport"_s)->isEnabled());
    window().press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(window().window().reportPage()->hasReport(), Patience);
    const QString report = window().find<QTextBrowser>(u"reportView"_s)->toPlainText();
    QVERIFY2(report.contains(PoolA) && report.contains(u"The conference 4711 could not be read."_s),
             qPrintable(report));
    QVERIFY2(report.contains(ReportOnServer), qPrintable(report));
    QVERIFY(QFile::exists(m_console->reportPath()));
}

void TestServerJourney::leave()
{
    m_console->disconnect();
    QTRY_VERIFY(window().window().windowTitle().startsWith(u"Lab deployment"_s)); // which was open beside
    QCOMPARE(server().shellsMade(), 1); // the refused attempts made none
    QCOMPARE(server().actions().count(u"Delete"_s), 1);
}

// What came before is shown: nothing but a Receive is under way.
void TestServerJourney::backUpToItsMiddle()
{
    window().backUp(PoolA, m_console->reportPath());
    m_console->waitForPause();
    QTRY_COMPARE_WITH_TIMEOUT(window().currentCell(u"jobsTable"_s, JobModel::ErrorsColumn), u"1"_s, Patience);
    QTRY_COMPARE(window().jobState(), u"Running"_s);
}

void TestServerJourney::aServersReportOnAShareIsOpened()
{
    const auto setUp = server().setUp;
    server().setUp = [setUp](PsrpServer &psrp) {
        setUp(psrp);
        psrp.setScript(u"Backup-CsPool"_s, [](ServedCommand &command) {
            command.warning(uR"(Detailed results can be found at "\\fs1.contoso.com\reports\a & b.html".)"_s);
            command.complete();
        });
    };
    m_console->connect();
    window().backUp(PoolA, m_console->reportPath());
    window().waitForJobState(u"Succeeded with warnings"_s);
    QTRY_VERIFY(window().text(u"jobServerReport"_s).contains(u"a &amp; b.html"_s));
    window().tabTo(u"jobServerReport"_s);
    window().press(Qt::Key_Tab); // to the link in it
    window().press(Qt::Key_Return);
#ifndef Q_OS_WIN
    QTRY_COMPARE(m_console->world.desktop.openedUrls, QList<QUrl>{QUrl(u"smb://fs1.contoso.com/reports/a & b.html"_s)});
#endif
}

void TestServerJourney::noToTheServersQuestionBacksUpNothing()
{
    m_console->connect();
    window().backUpAsking(PoolA, m_console->reportPath());
    window().press(Qt::Key_N, Qt::AltModifier);
    window().waitUntilGone(u"promptDialog"_s);
    window().waitForJobState(u"Skipped"_s);
    QVERIFY(!m_console->goOn);
}

void TestServerJourney::cancelStopsTheCommandOnTheServer()
{
    m_console->connect();
    backUpToItsMiddle();
    QCOMPARE(server().stops, 0);
    window().press(Qt::Key_Delete);
    window().waitForJobState(u"Cancelled"_s);
    QCOMPARE(server().stops, 1);
    QTRY_COMPARE(server().psrp().runningCommands(), 0); // and what it kept of it is released
    const auto goesOn = std::exchange(m_console->goOn, nullptr);
    goesOn(); // it has ended there: nothing comes of it
    QTRY_COMPARE(window().jobState(), u"Cancelled"_s);
    QVERIFY2(!m_console->log().contains(u"has not confirmed"_s), qPrintable(m_console->log()));
    QVERIFY(m_console->hasPools()); // the session goes on
}

void TestServerJourney::cancelWhileTheServersQuestionIsOpen()
{
    m_console->connect();
    window().backUpAsking(PoolA, m_console->reportPath());
    window().press(Qt::Key_Escape); // answers later
    window().waitUntilGone(u"promptDialog"_s);
    window().tabTo(u"jobsTable"_s);
    window().press(Qt::Key_Delete);
    window().waitForJobState(u"Cancelled"_s);
    QCOMPARE(server().stops, 1);
    QTRY_COMPARE(server().psrp().runningCommands(), 0);
    QVERIFY(!m_console->goOn);
}

void TestServerJourney::aConnectionThatComesBackResumesTheJob()
{
    m_console->connect();
    QTRY_COMPARE_WITH_TIMEOUT(cell(PoolA, PoolColumn::ExportStatus), u"SteadyState"_s, Patience);
    backUpToItsMiddle();
    server().https().stopListening();
    server().https().cutConnections();
    QTRY_VERIFY_WITH_TIMEOUT(window().has(u"connectionLine"_s), Patience);
    QVERIFY2(m_console->banner().contains(u"interrupted"_s), qPrintable(m_console->banner()));
    QVERIFY(!window().has(u"reconnect"_s)); // it is being done
    QCOMPARE(cell(PoolA, PoolColumn::ExportStatus), u"unknown"_s); // and not as green as it was
    QTRY_COMPARE(window().jobState(), u"Running"_s);
    m_console->goOn(); // it runs on there
    server().https().listenAgain();
    QTRY_VERIFY_WITH_TIMEOUT(!window().has(u"connectionLine"_s), Patience);
    window().waitForJobState(u"Succeeded with warnings"_s);
    QTRY_COMPARE_WITH_TIMEOUT(cell(PoolA, PoolColumn::ExportStatus), u"SteadyState"_s, Patience);
    QCOMPARE(server().shells(), 1);
}

void TestServerJourney::aSessionThatIsGoneSaysSoAndReconnectBringsThePoolsBack()
{
    m_console->connect();
    backUpToItsMiddle();
    server().dropShells(); // the server was started anew
    server().https().cutConnections();
    window().waitForJobState(u"Failed"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window().has(u"connectionLine"_s) && window().has(u"reconnect"_s), Patience);
    QVERIFY2(m_console->banner().contains(u"lost"_s), qPrintable(m_console->banner()));
    QVERIFY2(jobMessage().contains(u"not known"_s), qPrintable(jobMessage())); // how it ended, and how to look
    QCOMPARE(cell(PoolA, PoolColumn::ExportStatus), u"unknown"_s);

    window().tabTo(u"reconnect"_s);
    window().press(Qt::Key_Space);
    window().waitForDialog(u"connectDialog"_s); // the password was not kept
    QTRY_COMPARE(QApplication::focusWidget(), window().find<QLineEdit>(u"password"_s));
    window().type(ServerConsole::Password);
    window().press(Qt::Key_Return);
    window().waitUntilGone(u"connectDialog"_s);
    QTRY_VERIFY(!window().has(u"connectionLine"_s));
    QTRY_COMPARE_WITH_TIMEOUT(cell(PoolA, PoolColumn::ExportStatus), u"SteadyState"_s, Patience);
    QVERIFY(!window().has(u"certificateDialog"_s)); // it is trusted since the first time
    QCOMPARE(server().shells(), 1);
}

void TestServerJourney::closingTheWindowDeletesTheShell()
{
    m_console->connect();
    QCOMPARE(server().shells(), 1);
    window().press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!window().window().isVisible());
    m_console->driver.reset();
    m_console->world.restart(); // what the end of the program takes down
    QTRY_COMPARE_WITH_TIMEOUT(server().shells(), 0, Patience);
}

void TestServerJourney::whatTheServerDoesNotOfferIsNotOffered()
{
    m_console->deployment.withheldCmdlets = {u"Backup-CsPool"_s};
    m_console->connect();
    window().press(Qt::Key_1, Qt::ControlModifier);
    window().press(Qt::Key_Home, Qt::ControlModifier);
    const auto *backup = window().window().findChild<QAction *>(u"backupPools"_s);
    const auto *synchronise = window().window().findChild<QAction *>(u"synchronisePools"_s);
    QTRY_VERIFY(synchronise->isEnabled()); // the selection is looked at
    QVERIFY(!backup->isEnabled());
    QVERIFY2(backup->statusTip().contains(u"does not offer you the cmdlet Backup-CsPool"_s),
             qPrintable(backup->statusTip()));
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestServerJourney)
#include "tst_server_journey.moc"
