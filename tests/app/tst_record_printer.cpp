// Which records reach which stream, and how they look.
#include "app/terminal/record_printer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

// A printer for Get-CsPool whose streams are kept.
struct Printed
{
    explicit Printed(const PrintStyle &style = {}, const QString &cmdlet = u"Get-CsPool"_s)
        : printer(*findCmdlet(cmdlet), style, [this](StandardStream stream, const QByteArray &data, QString *) {
            if (stream == StandardStream::Output && outputResult != WriteResult::Written)
                return outputResult;
            (stream == StandardStream::Output ? output : error) += data;
            return WriteResult::Written;
        })
    {
    }

    void print(const RecordContent &content) { printer.print({QDateTime::currentDateTimeUtc(), content}); }

    QByteArray output;
    QByteArray error;
    WriteResult outputResult = WriteResult::Written;
    RecordPrinter printer;
};

Error poolNotFound()
{
    return {ErrorCategory::ObjectNotFound, u"PoolNotFound"_s, u"The topology has no pool x."_s, u"Check the name."_s,
            u"x"_s};
}

Object pool(const QString &name)
{
    const CmdletInfo *info = findCmdlet(u"Get-CsPool"_s);
    return Object(info->outputTypeName).set(u"Identity"_s, name).set(u"Services"_s, QVariantList{u"Registrar:a"_s});
}

} // namespace

class TestRecordPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesGoToTheStandardErrorWithTheirPrefix_data()
    {
        QTest::addColumn<RecordContent>("content");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("warning") << RecordContent(WarningRecord{u"It is late."_s, u"Go home."_s})
                                 << "WARNING: It is late. Go home.\n"_ba;
        QTest::newRow("suppressed warning") << RecordContent(WarningRecord{u"x"_s, {}, true}) << ""_ba;
        QTest::newRow("verbose, not asked for") << RecordContent(VerboseRecord{u"Looking."_s}) << ""_ba;
        QTest::newRow("for the screen") << RecordContent(InformationRecord{u"What if: x"_s, true}) << "What if: x\n"_ba;
        QTest::newRow("for the log") << RecordContent(InformationRecord{u"x"_s, false}) << ""_ba;
        QTest::newRow("suppressed error") << RecordContent(ErrorRecord{poolNotFound(), false, true}) << ""_ba;
        QTest::newRow("error") << RecordContent(ErrorRecord{poolNotFound(), true})
                               << "Get-CsPool : The topology has no pool x.\n"
                                  "Check the name.\n"
                                  "    + CategoryInfo          : ObjectNotFound: (x) [Get-CsPool]\n"
                                  "    + FullyQualifiedErrorId : PoolNotFound\n"_ba;
        QTest::newRow("an escape sequence in a message")
            << RecordContent(WarningRecord{u"a\x1b[2Jb"_s}) << "WARNING: a\xEF\xBF\xBD[2Jb\n"_ba;
        QTest::newRow("cancelled") << RecordContent(ErrorRecord{operationStopped(), true}) << ""_ba;
    }
    void messagesGoToTheStandardErrorWithTheirPrefix()
    {
        QFETCH(RecordContent, content);
        Printed printed;
        printed.print(content);
        QTEST(printed.error, "expected");
        QCOMPARE(printed.output, QByteArray());
    }

    void verboseMessagesAreShownWhenAskedFor()
    {
        Printed printed({.isVerbose = true});
        printed.print(VerboseRecord{u"Looking."_s});
        QCOMPARE(printed.error, "VERBOSE: Looking.\n"_ba);
    }

    void aQuietRunShowsOnlyWhatMatters()
    {
        Printed printed({.isJson = true, .isQuiet = true});
        printed.print(OutputRecord{pool(u"a"_s)});
        printed.print(InformationRecord{u"for the screen"_s, true});
        printed.print(WarningRecord{u"x"_s});
        printed.printer.finish({Outcome::Succeeded}, 0);
        QCOMPARE(printed.output, QByteArray());
        QCOMPARE(printed.error, "WARNING: x\n"_ba);
    }

    void colorsEnclosePrefixedMessagesOnly()
    {
        Printed printed({.hasColors = true});
        printed.print(WarningRecord{u"x"_s});
        printed.print(ErrorRecord{poolNotFound()});
        printed.print(InformationRecord{u"plain"_s, true});
        QVERIFY(printed.error.startsWith("\x1b[33mWARNING: x\x1b[0m\n\x1b[31mGet-CsPool : "));
        QVERIFY(printed.error.endsWith("PoolNotFound\x1b[0m\nplain\n"));
    }

    void jsonIsAnArrayOfObjectsInTheirOrder()
    {
        Printed printed({.isJson = true});
        printed.print(OutputRecord{pool(u"b"_s)});
        printed.print(OutputRecord{pool(u"a \"quoted\""_s)});
        printed.printer.finish({Outcome::Succeeded}, 0);
        const QJsonArray array = QJsonDocument::fromJson(printed.output).array();
        QCOMPARE(array.size(), 2);
        QCOMPARE(array.at(0)[u"Identity"_s].toString(), u"b"_s);
        QCOMPARE(array.at(1)[u"Identity"_s].toString(), u"a \"quoted\""_s);
        QCOMPARE(array.at(0)[u"Services"_s].toArray(), QJsonArray{u"Registrar:a"_s});
        QVERIFY(printed.output.indexOf("Identity") < printed.output.indexOf("Services"));
        QCOMPARE(printed.error, QByteArray());
    }

    void jsonWithoutObjectsIsAnEmptyArray()
    {
        Printed printed({.isJson = true});
        printed.print(ErrorRecord{poolNotFound(), true});
        printed.printer.finish({Outcome::Failed}, 0);
        QCOMPARE(printed.output, "[]\n"_ba);
    }

    void objectsComeBeforeTheSummary()
    {
        Printed printed;
        printed.print(OutputRecord{pool(u"a"_s)});
        printed.printer.finish({Outcome::Succeeded}, 0);
        QVERIFY(printed.output.contains("Identity"));
        QCOMPARE(printed.error, QByteArray());
    }

    void aRunWithAReportIsSummarised()
    {
        Printed printed({}, u"Backup-CsPool"_s);
        const StepRecord step{.id = 1, .action = u"Copy"_s, .result = StepResult::Running};
        printed.print(step);
        StepRecord ended = step;
        ended.result = StepResult::SucceededWithWarnings;
        ended.counts = {{u"documents copied"_s, 12}, {u"deletions"_s, 0}};
        printed.print(StepRecord{.id = 2, .parentId = 1, .action = u"Verify"_s, .result = StepResult::Succeeded});
        printed.print(StepRecord{.id = 3, .parentId = 2, .action = u"Third level"_s, .result = StepResult::Succeeded});
        printed.print(ended);
        printed.printer.finish({Outcome::SucceededWithWarnings, u"/tmp/r.html"_s}, 63);
        QCOMPARE(QString::fromUtf8(printed.error),
                 u"Backup-CsPool is done, with warnings; it took 1:03.\n"
                 "    warnings  Copy (documents copied: 12)\n"
                 "        done      Verify\n"
                 "Report: /tmp/r.html\n"_s);
    }

    void whatEndsInSilenceIsTold_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("succeeded") << Outcome::Succeeded << ""_ba;
        QTest::newRow("failed: its error was shown") << Outcome::Failed << ""_ba;
        QTest::newRow("cancelled") << Outcome::Cancelled << "Get-CsPool was cancelled after 0:05.\n"_ba;
        QTest::newRow("skipped") << Outcome::Skipped << "Get-CsPool was skipped: nothing was changed.\n"_ba;
    }
    void whatEndsInSilenceIsTold()
    {
        QFETCH(Outcome, outcome);
        Printed printed;
        printed.printer.finish({outcome}, 5);
        QTEST(printed.error, "expected");
    }

    void aReaderThatIsGoneIsNoticedAndNotTalkedTo()
    {
        Printed printed;
        printed.outputResult = WriteResult::ReaderGone;
        printed.print(OutputRecord{Object(u"System.String"_s, u"text"_s)});
        QCOMPARE(int(printed.printer.outputState()), int(WriteResult::ReaderGone));
        printed.printer.finish({Outcome::Cancelled}, 0);
        QCOMPARE(printed.error, QByteArray());
    }

    void theBarGivesWayToMessagesAndReturns()
    {
        Printed printed({.errorWidth = 80, .progress = ProgressDisplay::Style::Bar});
        printed.print(ProgressRecord{.activity = u"Copying"_s});
        printed.print(WarningRecord{u"x"_s});
        QCOMPARE(printed.error, "Copying\r\x1b[KWARNING: x\nCopying"_ba);
        printed.error.clear();
        printed.printer.finish({Outcome::Succeeded}, 0);
        QCOMPARE(printed.error, "\r\x1b[K"_ba);
    }

    void everyOutcomeHasItsExitCode_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<int>("code");
        QTest::newRow("succeeded") << Outcome::Succeeded << 0;
        QTest::newRow("previewed") << Outcome::Previewed << 0;
        QTest::newRow("failed") << Outcome::Failed << 1;
        QTest::newRow("interrupted") << Outcome::Interrupted << 1;
        QTest::newRow("cancelled") << Outcome::Cancelled << 3;
        QTest::newRow("warnings") << Outcome::SucceededWithWarnings << 4;
        QTest::newRow("skipped") << Outcome::Skipped << 5;
    }
    void everyOutcomeHasItsExitCode()
    {
        QFETCH(Outcome, outcome);
        QTEST(exitCodeOf(outcome), "code");
    }
};

QTEST_GUILESS_MAIN(TestRecordPrinter)
#include "tst_record_printer.moc"
