// A backup on genuine servers as job, log and report see it: records, questions, steps, outcome, the two reports.
#include "tests/remoting/remote_world.h"

#include "backend/remoting/remote_run.h"
#include "backend/report/report_file.h"

#include <QFile>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

PromptAnswer chosen(int choice)
{
    return {0, choice, {}, {}};
}

// A cmdlet that asks one question and puts the answer out.
PsrpServer::Script asking(HostMethod method, const QList<ClixmlValue> &parameters, QStringList *answers)
{
    return [=](ServedCommand &command) {
        command.ask(method, parameters, [&command, answers](const std::optional<ClixmlValue> &result) {
            answers->append(result ? u"answered"_s : u"refused"_s);
            if (result)
                command.output(*result);
            command.complete();
        });
    };
}

} // namespace

class TestRemoteBackup : public QObject
{
    Q_OBJECT

private:
    static QString backupLine(const RemoteWorld &world, const QString &more = {})
    {
        return u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Report "_s + world.reportFile() + u' ' + more;
    }

private Q_SLOTS:
    void everythingThatItSaysArrivesOnceAndInOrder()
    {
        RemoteWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world));
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s);
        QCOMPARE(backup->verbose(), QStringList{u"Creating new log file."_s});
        QCOMPARE(backup->hostMessages(), QStringList{u"Backing up the pool."_s});
        QCOMPARE(backup->errors(), QStringList{u"The conference 4711 could not be read."_s});
        QCOMPARE(backup->errorValues().first().target, u"4711"_s);
        QCOMPARE(backup->warnings().size(), 2);
        QCOMPARE(backup->finished->remoteReportPath, ReportOnServer);
        QVERIFY(backup->prompts().isEmpty());
        QVERIFY(backup->isSpoolInOrder());
        QCOMPARE(backup->spooled(), backup->records.size());
        for (qsizetype i = 1; i < backup->records.size(); ++i)
            QVERIFY(backup->records.at(i - 1).time <= backup->records.at(i).time);
    }

    void progressBecomesStepsAndHasTimeLeftOnlyWhenTheServerSaysOne()
    {
        RemoteWorld world;
        QVERIFY(world.connect());
        QList<ProgressRecord> progress;
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world));
        backup->observer = [&progress](const Record &record) {
            if (const auto *content = std::get_if<ProgressRecord>(&record.content))
                progress.append(*content);
        };
        QVERIFY(backup->waitForEnd());
        QCOMPARE(progress.size(), 4);
        QCOMPARE(progress.at(0).secondsRemaining, 90);
        QCOMPARE(progress.at(0).percentComplete, 10);
        QCOMPARE(progress.at(1).secondsRemaining, -1);
        QCOMPARE(progress.at(1).status, u"100 of 200"_s);
        QVERIFY(progress.at(2).isCompleted && progress.at(3).isCompleted);
        const QList<StepRecord> steps = backup->steps();
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps.at(0).action, u"Run Backup-CsPool on pool-a.contoso.com"_s);
        QCOMPARE(steps.at(1).action, u"Backing up the pool"_s);
        QCOMPARE(steps.at(2).parentId, steps.at(1).id);
        QCOMPARE(toString(steps.at(2).result), u"SucceededWithWarnings"_s); // the error fell into it
        QCOMPARE(toString(steps.at(0).result), u"SucceededWithWarnings"_s);
    }

    void theReportIsWrittenOnThisMachine()
    {
        RemoteWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world));
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->finished->reportPath, world.reportFile());
        const Result<ReportFile> file = readReportFile(world.reportFile());
        QVERIFY(file);
        const OwnReport *report = std::get_if<OwnReport>(&file->content);
        QVERIFY(report);
        const ReportTree &tree = **report;
        QCOMPARE(tree.title, u"Backup-CsPool"_s);
        QVERIFY(tree.deployment.kind == DeploymentKind::Server);
        QVERIFY(tree.facts.contains(ReportFact{u"Report on the server"_s, ReportOnServer}));
        QCOMPARE(tree.errors.size(), 1);
        QCOMPARE(tree.warnings.size(), 2);
        QCOMPARE(tree.steps.size(), 1);
        QCOMPARE(tree.steps.first().children.size(), 1);
        QVERIFY(tree.outcome == Outcome::SucceededWithWarnings);
        // It was not sent.
        bool wasSent = true;
        QVERIFY(world.server->inNetworkThread([&wasSent](FakeTransport &, PsrpServer &psrp) {
            wasSent = false;
            for (const PsrpParameter &parameter : psrp.started().last().commands.first().parameters)
                wasSent = wasSent || parameter.name == "Report"_L1;
        }));
        QVERIFY(!wasSent);
    }

    void aReportThatCannotBeWrittenIsFoundOutBeforeAnythingIsSent()
    {
        RemoteWorld world;
        QVERIFY(world.connect());
        const int before = world.server->requests;
        const auto backup = world.start(u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Report /no/such/folder/r.html"_s);
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Failed"_s);
        QCOMPARE(backup->errorValues().first().id, u"ReportPathInvalid"_s);
        QCOMPARE(world.server->requests.load(), before);
    }

    void theAnswerToAConfirmationDecides_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("yes") << 0 << u"SucceededWithWarnings"_s;
        QTest::newRow("yes to all") << 1 << u"SucceededWithWarnings"_s;
        QTest::newRow("no") << 2 << u"Skipped"_s;
        QTest::newRow("no to all") << 3 << u"Skipped"_s;
        QTest::newRow("suspend") << 4 << u"Succeeded"_s;
    }
    void theAnswerToAConfirmationDecides()
    {
        QFETCH(const int, choice);
        QFETCH(const QString, outcome);
        RemoteWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world, u"-Confirm"_s));
        backup->answers = {chosen(choice)};
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), outcome);
        QCOMPARE(backup->prompts().size(), 1);
        const PromptRequest prompt = backup->prompts().first();
        QCOMPARE(prompt.caption, u"Confirm"_s);
        QVERIFY(prompt.message.contains(u"pool-a.contoso.com"_s));
        QCOMPARE(prompt.choices.size(), 5);
        QCOMPARE(prompt.defaultChoice, 0);
        QCOMPARE(prompt.id, 1);
        QVERIFY(QFile::exists(world.reportFile()));
        QCOMPARE(backup->informationForLog().value(0), u"Answer: %1"_s.arg(QString(prompt.choices.at(choice).label).remove(u'&')));
    }

    void anAnswerThatIsNoneIsIgnored()
    {
        RemoteWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world, u"-Confirm"_s));
        QTRY_COMPARE(backup->prompts().size(), 1);
        backup->pipeline().answer({99, 0, {}, {}});
        backup->pipeline().answer({1, 77, {}, {}});
        backup->pipeline().answer({1, 2, {}, {}});
        backup->pipeline().answer({1, 0, {}, {}}); // too late
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Skipped"_s);
    }

    void withoutConfirmNobodyIsAsked()
    {
        RemoteWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world, u"-Confirm:$false"_s));
        QVERIFY(backup->waitForEnd());
        QVERIFY(backup->prompts().isEmpty());
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s);
    }

    void aPreviewIsOneAndLeavesAnOldReportAlone()
    {
        RemoteWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> first = world.start(backupLine(world, u"-WhatIf"_s));
        QVERIFY(first->waitForEnd());
        QCOMPARE(first->outcome(), u"Previewed"_s);
        QVERIFY(first->hostMessages().first().startsWith(u"What if: "_s));
        QCOMPARE(first->finished->reportPath, world.reportFile());
        const std::unique_ptr<RemoteCommand> second = world.start(backupLine(world, u"-WhatIf"_s));
        QVERIFY(second->waitForEnd());
        QVERIFY(second->finished->reportPath.isEmpty());
        QVERIFY(second->hostMessages().last().contains(world.reportFile()));
    }

    void forceKeepsErrorsOffTheScreen()
    {
        RemoteWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world, u"-Force"_s));
        bool isSuppressed = false;
        backup->observer = [&isSuppressed](const Record &record) {
            if (const auto *error = std::get_if<ErrorRecord>(&record.content))
                isSuppressed = error->isSuppressed;
        };
        QVERIFY(backup->waitForEnd());
        QVERIFY(isSuppressed);
    }

    void aFailureOnTheServerIsTheErrorThatEndedIt()
    {
        RemoteWorld world;
        world.furtherSetUp = [](PsrpServer &psrp) {
            psrp.setScript(u"Backup-CsPool"_s, [](ServedCommand &command) {
                command.progress(progressRecord(u"Backing up"_s, 1, 5, u"Starting"_s));
                command.fail(u"The pool does not exist."_s, u"PoolNotFound,Backup"_s, 13);
            });
        };
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world));
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Failed"_s);
        QCOMPARE(backup->errors(), QStringList{u"The pool does not exist."_s});
        QVERIFY(backup->errorValues().first().category == ErrorCategory::ObjectNotFound);
        for (const StepRecord &step : backup->steps())
            QCOMPARE(toString(step.result), u"Failed"_s);
        QVERIFY(QFile::exists(world.reportFile()));
    }

    void secretsTravelEncrypted_data()
    {
        QTest::addColumn<bool>("isCredential");
        QTest::newRow("a line") << false;
        QTest::newRow("a credential") << true;
    }
    void secretsTravelEncrypted()
    {
        QFETCH(const bool, isCredential);
        RemoteWorld world;
        QString secret;
        QString user;
        world.furtherSetUp = [&, isCredential](PsrpServer &psrp) {
            psrp.setScript(u"Get-CsPool"_s, [&, isCredential](ServedCommand &command) {
                command.ask(isCredential ? HostMethod::PromptForCredential1 : HostMethod::ReadLineAsSecureString,
                            {text(u"Sign in"_s), text(u"Who?"_s), text(u"anna"_s), text({})},
                            [&, isCredential](const std::optional<ClixmlValue> &result) {
                                if (isCredential)
                                    user = *result->object()->property(u"UserName").get<QString>();
                                secret = psrp.decrypted(isCredential ? result->object()->property(u"Password") : *result);
                                command.complete();
                            });
            });
        };
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> command = world.start(u"Get-CsPool"_s);
        command->answers = {PromptAnswer{0, -1, u"ben"_s, u"pässwörd"_s}};
        QVERIFY(command->waitForEnd());
        QCOMPARE(command->outcome(), u"Succeeded"_s);
        world.server->inNetworkThread([](FakeTransport &, PsrpServer &) { });
        QCOMPARE(secret, u"pässwörd"_s);
        QCOMPARE(user, isCredential ? u"ben"_s : QString());
        for (const QString &line : command->informationForLog() + command->verbose() + command->hostMessages())
            QVERIFY(!line.contains(u"pässwörd"_s));
    }

    void aLineOfTextIsAnswered()
    {
        RemoteWorld world;
        QStringList answers;
        world.furtherSetUp = [&answers](PsrpServer &psrp) {
            psrp.setScript(u"Get-CsPool"_s, asking(HostMethod::ReadLine, {}, &answers));
        };
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> command = world.start(u"Get-CsPool"_s);
        command->answers = {PromptAnswer{0, -1, u"hello"_s, {}}};
        QVERIFY(command->waitForEnd());
        QCOMPARE(command->objects().value(0).text(), u"hello"_s);
    }

    void whatNobodyCanAnswerIsRefusedSoThatTheServerGoesOn_data()
    {
        QTest::addColumn<int>("method");
        QTest::newRow("several choices") << int(HostMethod::PromptForChoiceMultipleSelection);
        QTest::newRow("a method that there is not") << 4711;
        QTest::newRow("a choice without choices") << int(HostMethod::PromptForChoice);
    }
    void whatNobodyCanAnswerIsRefusedSoThatTheServerGoesOn()
    {
        QFETCH(const int, method);
        RemoteWorld world;
        QStringList answers;
        world.furtherSetUp = [&answers, method](PsrpServer &psrp) {
            psrp.setScript(u"Get-CsPool"_s, asking(HostMethod(method), {}, &answers));
        };
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> command = world.start(u"Get-CsPool"_s);
        QVERIFY(command->waitForEnd());
        QVERIFY(command->prompts().isEmpty());
        world.server->inNetworkThread([](FakeTransport &, PsrpServer &) { });
        QCOMPARE(answers, QStringList{u"refused"_s});
    }

    void aLineInPiecesIsOneLine()
    {
        RemoteWorld world;
        world.furtherSetUp = [](PsrpServer &psrp) {
            psrp.setScript(u"Get-CsPool"_s, [](ServedCommand &command) {
                command.host(HostMethod::Write1, {text(u"one "_s)});
                command.host(HostMethod::Write2,
                             {ClixmlValue(std::int32_t(1)), ClixmlValue(std::int32_t(2)), text(u"line"_s)});
                command.host(HostMethod::WriteLine1, {});
                command.host(HostMethod::WriteErrorLine, {text(u"an error line"_s)});
                command.host(HostMethod::Write1, {text(u"no end"_s)});
                command.warning(u"A warning."_s);
                command.host(HostMethod::WriteWarningLine, {text(u"Another one, without a record."_s)});
                command.complete();
            });
        };
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> command = world.start(u"Get-CsPool"_s);
        QVERIFY(command->waitForEnd());
        QCOMPARE(command->hostMessages(), QStringList({u"one line"_s, u"an error line"_s, u"no end"_s}));
        QCOMPARE(command->warnings(), QStringList({u"A warning."_s, u"Another one, without a record."_s}));
    }

    void theServersReportIsFoundInItsWords_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("path");
        QTest::newRow("quoted") << uR"(Detailed results can be found at "C:\Users\a b\x-1.html".)"_s
                                << uR"(C:\Users\a b\x-1.html)"_s;
        QTest::newRow("bare") << uR"(See D:\logs\x.htm for more.)"_s << uR"(D:\logs\x.htm)"_s;
        QTest::newRow("share") << uR"(See \\fs1\logs\x.HTML.)"_s << uR"(\\fs1\logs\x.HTML)"_s;
        QTest::newRow("none") << u"See http://x.com/a.html"_s << QString();
        QTest::newRow("another file") << uR"(See "C:\a.xml".)"_s << QString();
        QTest::newRow("over a line") << u"See \"C:\\a\nb.html\"."_s << QString();
    }
    void theServersReportIsFoundInItsWords()
    {
        QFETCH(const QString, message);
        QTEST(reportPathIn(message), "path");
    }
};

QTEST_GUILESS_MAIN(TestRemoteBackup)
#include "tst_remote_backup.moc"
