// A report's tree survives its way through a report file whole, and hostile files end in one clear sentence.
#include "backend/report/report_file.h"
#include "backend/report/report_html.h"
#include "backend/report/report_json.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

// Random trees, the same in every run of one seed.
class Trees
{
public:
    explicit Trees(quint32 seed)
        : m_random(seed)
    {
    }

    ReportTree tree()
    {
        ReportTree tree;
        tree.title = text();
        tree.commandLine = text();
        tree.user = text();
        tree.machine = text();
        tree.programVersion = text();
        tree.deployment = {QUuid(m_random.generate(), 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
                           below(2) ? DeploymentKind::Lab : DeploymentKind::Server, text(), text()};
        tree.outcome = Outcome(below(int(Outcome::Interrupted) + 1));
        tree.started = time();
        tree.ended = time();
        for (int i = below(4); i > 0; --i)
            tree.facts.append({text(), text()});
        tree.errors = messages();
        tree.errorsOmitted = below(3);
        tree.warnings = messages();
        tree.warningsOmitted = below(3);
        tree.plan = texts();
        tree.notIncluded = texts();
        tree.steps = nodes(0);
        tree.stepsOmitted = below(3);
        return tree;
    }

private:
    int below(int limit) { return m_random.bounded(limit); }

    QString text()
    {
        static const QString texts[] = {{},
                                        u"Copy module"_s,
                                        u"ä\u20ac\U0001F600"_s,
                                        u"--> <!-- </script>&amp;\"'\\"_s,
                                        u"two\nlines\r\n\tand a tab"_s,
                                        QString(QChar(0)) + QChar(7) + QChar(0x7f) + QChar(0xffff),
                                        QString(QChar(0xd83d)),
                                        QString(u"a"_s + QChar(0xde00) + u"b"_s),
                                        u"cspool-report-data:1"_s};
        return texts[below(int(std::size(texts)))] + QString::number(below(3));
    }

    QStringList texts()
    {
        QStringList result;
        for (int i = below(4); i > 0; --i)
            result.append(text());
        return result;
    }

    QDateTime time()
    {
        return below(5) == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(m_random.generate() * 1000ll + 7, Qt::UTC);
    }

    QList<ReportMessage> messages()
    {
        QList<ReportMessage> result;
        for (int i = below(4); i > 0; --i)
            result.append({time(), text(), text(), text(), text(), below(2) == 0});
        return result;
    }

    QList<ReportNode> nodes(int depth)
    {
        QList<ReportNode> result;
        for (int i = depth > 5 ? 0 : below(4); i > 0; --i) {
            QList<StepCount> counts;
            for (int count = below(3); count > 0; --count)
                counts.append({text(), std::numeric_limits<qint64>::max() - below(3), below(2) == 0});
            result.append({text(), StepResult(below(int(StepResult::Skipped) + 1)), texts(), below(3), counts, time(),
                           time(), nodes(depth + 1), below(3)});
        }
        return result;
    }

    QRandomGenerator m_random;
};

Result<ReportTree> readJson(const QByteArray &json)
{
    ReportJsonReader reader;
    const Result<> fed = reader.feed(json);
    return fed ? reader.finish() : Result<ReportTree>(fed.error());
}

QByteArray compressed(const QByteArray &json)
{
    return qCompress(json).mid(4).toBase64();
}

QByteArray comment(const QByteArray &base64)
{
    return ReportDataMark + QByteArray("1\n") + base64 + "\n-->\n";
}

QString written(const QTemporaryDir &folder, const QByteArray &content)
{
    const QString path = folder.filePath(u"report.html"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("The file could not be written");
    return path;
}

const QByteArray Run = R"({"run":{"outcome":"Succeeded","kind":"Lab","title":"t"}})"
                       "\n";
const QByteArray End = "{\"end\":true}\n";

} // namespace

class TestReportJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLost()
    {
        for (quint32 seed = 0; seed < 300; ++seed) {
            const ReportTree tree = Trees(seed).tree();
            const Result<ReportTree> back = readEmbeddedReport(embeddedReport(tree));
            QVERIFY2(back.isOk(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(back ? QString() : back.error().message)));
            QVERIFY2(*back == tree, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    void readingInPiecesIsTheSame()
    {
        const ReportTree tree = Trees(4711).tree();
        const QByteArray json = reportToJson(tree);
        for (const qsizetype size : {1, 7, 100}) {
            ReportJsonReader reader;
            for (qsizetype at = 0; at < json.size(); at += size)
                QVERIFY(reader.feed(json.mid(at, size)).isOk());
            const Result<ReportTree> back = reader.finish();
            QVERIFY(back.isOk() && *back == tree);
        }
    }

    void aFileOfOursIsReadBack()
    {
        const QTemporaryDir folder;
        for (quint32 seed = 0; seed < 20; ++seed) {
            const ReportTree tree = Trees(seed).tree();
            const QString path = folder.filePath(u"report.html"_s);
            QVERIFY(writeReport(tree, path).isOk());
            const Result<ReportFile> file = readReportFile(path);
            QVERIFY(file.isOk());
            QCOMPARE(file->path, path);
            QVERIFY(*std::get<OwnReport>(file->content) == tree);
        }
    }

    void theCommentEndsWhereItShouldWhateverTheTextsAre()
    {
        ReportTree tree;
        tree.title = u"--> <!-- cspool-report-data:1\nx\n-->"_s;
        const QByteArray comment = embeddedReport(tree);
        QCOMPARE(comment.indexOf("-->"), comment.size() - 4);
        for (const QByteArray &line : comment.split('\n'))
            QVERIFY(line.size() <= 120);
        const QByteArray html = renderReportHtml(tree, QTimeZone::utc());
        QCOMPARE(html.count(ReportDataMark), 1);
    }

    void aTextWithoutBoundsIsCut()
    {
        ReportTree tree;
        tree.title = QString(ReportTextLimit + 10, u'x');
        const Result<ReportTree> back = readEmbeddedReport(embeddedReport(tree));
        QVERIFY(back.isOk());
        QCOMPARE(back->title, QString(QString(ReportTextLimit, u'x') + u'\u2026'));
    }

    void damagedLinesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no run") << End;
        QTest::newRow("two runs") << Run + Run + End;
        QTest::newRow("a step before the run") << "{\"step\":{}}\n" + Run + End;
        QTest::newRow("no end") << Run;
        QTest::newRow("more after the end") << Run + End + "{\"fact\":[\"a\",\"b\"]}\n";
        QTest::newRow("end without a line end") << Run + End.chopped(1);
        QTest::newRow("no JSON") << Run + "hello\n" + End;
        QTest::newRow("an array") << Run + "[1]\n" + End;
        QTest::newRow("two kinds in a line") << Run + "{\"fact\":[],\"plan\":\"x\"}\n" + End;
        QTest::newRow("deep nesting") << Run + "{\"fact\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']')
                + "}\n" + End;
        QTest::newRow("a step below nothing") << Run + "{\"step\":{\"depth\":1}}\n" + End;
        QTest::newRow("negative depth") << Run + "{\"step\":{\"depth\":-1}}\n" + End;
        QTest::newRow("unknown outcome") << QByteArray(R"({"run":{"outcome":"Splendid","kind":"Lab"}})"
                                                       "\n{\"end\":true}\n");
        QTest::newRow("neither lab nor server") << QByteArray(R"({"run":{"outcome":"Failed","kind":"?"}})"
                                                              "\n{\"end\":true}\n");
        QTest::newRow("endless line") << Run + "{\"plan\":\"" + QByteArray(ReportJsonReader::LineLimit, 'x');
        QTest::newRow("endless line with an end")
            << Run + "{\"plan\":\"" + QByteArray(ReportJsonReader::LineLimit, 'x') + "\"}\n" + End;
    }
    void damagedLinesAreRefused()
    {
        QFETCH(QByteArray, json);
        const Result<ReportTree> tree = readJson(json);
        QVERIFY(!tree);
        QCOMPARE(tree.error().id, u"ReportDamaged"_s);
        QVERIFY(!tree.error().message.isEmpty() && !tree.error().recommendedAction.isEmpty());
        QVERIFY(!readEmbeddedReport(comment(compressed(json))));
    }

    void strangeValuesAreReadAsNothing_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("kind of a later version") << QByteArray("{\"signature\":{\"x\":1}}");
        QTest::newRow("information before any step") << QByteArray("{\"information\":\"x\"}");
    }
    void strangeValuesAreReadAsNothing()
    {
        QFETCH(QByteArray, line);
        const Result<ReportTree> tree = readJson(Run + line + '\n' + End);
        QVERIFY(tree.isOk());
        QVERIFY(*tree == *readJson(Run + End));
    }

    void valuesOfTheWrongTypeAreEmpty()
    {
        const Result<ReportTree> tree = readJson(
            R"({"run":{"outcome":"Failed","kind":"Lab","title":7,"started":"noon","ended":9e30,"stepsOmitted":-5}})"
            "\n{\"step\":{\"action\":{},\"result\":\"?\",\"counts\":[7,[],{}],\"started\":-9e18}}\n{\"error\":[]}\n"
            + End);
        QVERIFY(tree.isOk());
        QCOMPARE(tree->title, QString());
        QVERIFY(!tree->started.isValid() && !tree->ended.isValid());
        QCOMPARE(tree->stepsOmitted, 0);
        QCOMPARE(tree->steps.size(), 1);
        QVERIFY(tree->steps.first().result == StepResult::Running);
        QVERIFY(!tree->steps.first().started.isValid());
        QCOMPARE(tree->steps.first().counts.size(), 3);
        QCOMPARE(tree->errors.size(), 1);
    }

    void whatIsBeyondTheTreesLimitsIsCounted()
    {
        QByteArray json = Run;
        for (int i = 0; i < ReportTree::StepLimit + 5; ++i)
            json += "{\"step\":{}}\n";
        json += "{\"information\":\"of a step that is not there\"}\n";
        for (int i = 0; i < ReportTree::MessageLimit + 7; ++i)
            json += "{\"warning\":{\"message\":\"w\"}}\n";
        const Result<ReportTree> tree = readJson(json + End);
        QVERIFY(tree.isOk());
        QCOMPARE(tree->steps.size(), ReportTree::StepLimit);
        QVERIFY(tree->steps.last().information.isEmpty());
        QCOMPARE(tree->stepsOmitted, 5);
        QCOMPARE(tree->warnings.size(), ReportTree::MessageLimit);
        QCOMPARE(tree->warningsOmitted, 7);
    }

    void stepsTooDeepAreRefused()
    {
        QByteArray json = Run;
        for (int depth = 0; depth < ReportTree::DepthLimit; ++depth)
            json += "{\"step\":{\"depth\":" + QByteArray::number(depth) + "}}\n";
        QVERIFY(readJson(json + End).isOk());
        json += "{\"step\":{\"depth\":" + QByteArray::number(ReportTree::DepthLimit) + "}}\n";
        QVERIFY(!readJson(json + End));
    }

    void damagedCommentsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("comment");
        QTest::addColumn<QString>("id");
        const QByteArray whole = embeddedReport(Trees(1).tree());
        const QByteArray packed = compressed(Run + End);
        QTest::newRow("cut off before its end") << whole.first(whole.size() / 2) << u"ReportDamaged"_s;
        QTest::newRow("cut off and closed") << whole.first(whole.size() / 2) + "\n-->" << u"ReportDamaged"_s;
        QTest::newRow("no Base64") << comment("!!!!") << u"ReportDamaged"_s;
        QTest::newRow("no data") << comment("") << u"ReportDamaged"_s;
        QTest::newRow("not compressed") << comment(QByteArray(Run + End).toBase64()) << u"ReportDamaged"_s;
        QByteArray flipped = QByteArray::fromBase64(packed);
        flipped[flipped.size() - 2] = char(flipped[flipped.size() - 2] ^ 1);
        QTest::newRow("one bit of the checksum") << comment(flipped.toBase64()) << u"ReportDamaged"_s;
        QTest::newRow("no version") << QByteArray(ReportDataMark) + "\n" + packed + "\n-->" << u"ReportDamaged"_s;
        QTest::newRow("version 0") << QByteArray(ReportDataMark) + "0\n" + packed + "\n-->" << u"ReportDamaged"_s;
        QTest::newRow("a later version") << QByteArray(ReportDataMark) + "2\n" + packed + "\n-->" << u"ReportTooNew"_s;
        QByteArray bomb = Run;
        const QByteArray line = "{\"plan\":\"" + QByteArray(1'000'000, 'x') + "\"}\n";
        for (int i = 0; i < 140; ++i)
            bomb += line;
        QTest::newRow("unpacks without end") << comment(compressed(bomb + End)) << u"ReportTooLarge"_s;
    }
    void damagedCommentsAreRefused()
    {
        QFETCH(QByteArray, comment);
        QFETCH(QString, id);
        const Result<ReportTree> tree = readEmbeddedReport(comment);
        QVERIFY(!tree);
        QCOMPARE(tree.error().id, id);
        const QTemporaryDir folder;
        const Result<ReportFile> file = readReportFile(written(folder, "<html></html>\n" + comment));
        QVERIFY(!file);
        QCOMPARE(file.error().id, id);
    }

    void readingCanBeCancelled()
    {
        StopSource stop;
        stop.requestStop();
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"report.html"_s);
        QVERIFY(writeReport(Trees(1).tree(), path).isOk());
        const Result<ReportFile> file = readReportFile(path, stop.token());
        QVERIFY(!file && file.error().isStopped());
    }

    void pagesOfOthersAreKnown_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isTooLarge");
        const auto times = [](const QByteArray &text, int count) { return text.repeated(count); };
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("a page") << QByteArray("<html><body><p>Hello</p></body></html>") << false;
        QTest::newRow("text") << QByteArray("1 < 2 and 3 > 2") << false;
        QTest::newRow("many paragraphs without an end") << times("<p>Hello", 5000) << false;
        QTest::newRow("large") << QByteArray(ForeignPage::SizeLimit + 1, 'x') << true;
        QTest::newRow("many rows") << "<table>" + times("<tr><td>x", ForeignPage::RowLimit + 1) << true;
        QTest::newRow("deep") << times("<div>", ForeignPage::DepthLimit + 1) << true;
        QTest::newRow("deep, hidden by ends of nothing") << times("<div></x>", ForeignPage::DepthLimit + 1) << true;
        QTest::newRow("tables in tables") << times("<TABLE><tr><td>", ForeignPage::TableDepthLimit + 1) << true;
        QTest::newRow("tables after tables") << times("<table><tr><td></table>", 50) << false;
        QTest::newRow("binary") << QByteArray("\0\xff\xfe<", 4) << false;
    }
    void pagesOfOthersAreKnown()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, isTooLarge);
        const QTemporaryDir folder;
        const Result<ReportFile> file = readReportFile(written(folder, content));
        QVERIFY(file.isOk());
        QCOMPARE(std::holds_alternative<ForeignPageTooLarge>(file->content), isTooLarge);
        QCOMPARE(std::holds_alternative<ForeignPage>(file->content), !isTooLarge);
        QCOMPARE(file->size, content.size());
    }

    void aPagesEncodingIsFollowed()
    {
        const QTemporaryDir folder;
        const Result<ReportFile> file = readReportFile(written(folder,
                                                               "<meta charset=\"iso-8859-1\"><p>Gr\xfc\xdf"
                                                               "e"));
        QVERIFY(std::get<ForeignPage>(file->content).html.contains(u"Grüße"_s));
    }

    // A sparse file: it costs nothing to make, and reading it whole would take all memory.
    void aFileOfAGigabyteIsNotReadWhole()
    {
        const QTemporaryDir folder;
        const QString path = written(folder, "<html>");
        QVERIFY(QFile::resize(path, 1'000'000'000));
        const Result<ReportFile> file = readReportFile(path);
        QVERIFY(file.isOk());
        QVERIFY(std::holds_alternative<ForeignPageTooLarge>(file->content));
    }

    void theMarkIsFoundAcrossBlocks()
    {
        const ReportTree tree = Trees(3).tree();
        const QByteArray data = embeddedReport(tree);
        const QTemporaryDir folder;
        constexpr qsizetype Block = 1024 * 1024;
        for (const qsizetype inside : {qsizetype(1), qsizetype(10), qsizetype(sizeof ReportDataMark) - 2}) {
            // White space after the comment moves the mark across the border of the first block from the end.
            const QByteArray padding(Block + inside - data.size(), ' ');
            const Result<ReportFile> file = readReportFile(written(folder, "<html>" + data + padding));
            QVERIFY(file.isOk());
            QVERIFY(std::holds_alternative<OwnReport>(file->content));
        }
    }

    void whatIsNoFileIsSaidToBeNone_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("id");
        QTest::newRow("missing") << u"/nowhere/report.html"_s << u"ReportNotFound"_s;
        QTest::newRow("folder") << QDir::tempPath() << u"ReportNotAFile"_s;
        QTest::newRow("device") << u"/dev/zero"_s << u"ReportNotAFile"_s;
    }
    void whatIsNoFileIsSaidToBeNone()
    {
        QFETCH(QString, path);
        QFETCH(QString, id);
        const Result<ReportFile> file = readReportFile(path);
        QVERIFY(!file);
        QCOMPARE(file.error().id, id);
        QVERIFY(file.error().message.contains(path));
    }

    void aHundredThousandStepsAreWhole()
    {
        ReportTree tree = Trees(2).tree();
        tree.steps.clear();
        for (int i = 0; i < 100'000; ++i) {
            tree.steps.append({u"Copy document %1"_s.arg(i),
                               StepResult::Succeeded,
                               {},
                               0,
                               {{u"bytes"_s, i, true}},
                               QDateTime::fromMSecsSinceEpoch(1'000 * qint64(i), Qt::UTC),
                               QDateTime::fromMSecsSinceEpoch(1'000 * qint64(i) + 5, Qt::UTC),
                               {},
                               0});
        }
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"report.html"_s);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(writeReport(tree, path).isOk());
        const qint64 writing = timer.restart();
        const Result<ReportFile> file = readReportFile(path);
        qInfo("100,000 steps: written in %lld ms, %lld bytes; read in %lld ms", writing, file->size, timer.elapsed());
        QVERIFY(file.isOk());
        QVERIFY(*std::get<OwnReport>(file->content) == tree);
    }
};

QTEST_GUILESS_MAIN(TestReportJson)
#include "tst_report_json.moc"
