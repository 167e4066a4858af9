// RecordTail, RecordModel and RecordFilterModel: bounded logs, whatever a job writes.
#include "model/message_text.h"
#include "model/record_filter_model.h"
#include "model/record_model.h"
#include "model/record_tail.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

Record makeRecord(const RecordContent &content)
{
    return {QDateTime(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC), content};
}

Record verbose(int number)
{
    return makeRecord(VerboseRecord{u"line %1"_s.arg(number)});
}

QList<Record> verboses(int first, int count)
{
    QList<Record> records;
    for (int i = first; i < first + count; ++i)
        records.append(verbose(i));
    return records;
}

Record step(int id, StepResult result)
{
    StepRecord content;
    content.id = id;
    content.action = u"Copy"_s;
    content.result = result;
    return makeRecord(content);
}

} // namespace

class TestRecordModel : public QObject
{
    Q_OBJECT

private:
    static QString text(const QAbstractItemModel &model, int row)
    {
        return model.index(row, RecordModel::TextColumn).data().toString();
    }

private Q_SLOTS:
    void theTailNumbersRecordsAsTheHistorysLogDoes()
    {
        RecordTail tail(3);
        ProgressRecord progress;
        progress.activity = u"a"_s;
        tail.add({verbose(0), makeRecord(progress), step(1, StepResult::Running), step(1, StepResult::Running),
                  step(1, StepResult::Succeeded)});
        QCOMPARE(tail.begin(), 0);
        QCOMPARE(tail.end(), 3);
        tail.add({verbose(3), verbose(4)});
        QCOMPARE(tail.begin(), 2);
        QCOMPARE(tail.end(), 5);
        QCOMPARE(tail.from(0).size(), 3);
        QCOMPARE(tail.from(4).size(), 1);
        QCOMPARE(recordText(tail.from(4).first()), u"line 4"_s);
        QCOMPARE(tail.from(9).size(), 0);
    }

    void appendingInsertsOnceAndRemovesOnce()
    {
        RecordModel model(5);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.append(verboses(0, 4));
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(removed.count(), 0);
        model.append(verboses(4, 3));
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.firstNumber(), 2);
        QCOMPARE(text(model, 0), u"line 2"_s);
        model.append(verboses(7, 20));
        QCOMPARE(inserted.count(), 3);
        QCOMPARE(removed.count(), 2);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.firstNumber(), 22);
        QCOMPARE(model.endNumber(), 27);
        QCOMPARE(text(model, 4), u"line 26"_s);
        QCOMPARE(reset.count(), 0);
    }

    void earlierRecordsComeInFrontAndStay()
    {
        RecordModel model(4);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRecords(verboses(10, 4), 10);
        model.prepend(verboses(7, 3), 7);
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(model.firstNumber(), 7);
        QCOMPARE(text(model, 0), u"line 7"_s);
        model.append(verboses(14, 1));
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(model.firstNumber(), 8);
        // Another log begins with the bound it had at first.
        model.setRecords(verboses(0, 9), 0);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.firstNumber(), 5);
    }

    void aMillionRecordsLeaveTheNewest()
    {
        RecordModel model;
        RecordFilterModel proxy(&model);
        proxy.setSearch(u"line 99"_s);
        constexpr int batch = 4000;
        RecordTail tail;
        for (int first = 0; first < 1'000'000; first += batch) {
            const QList<Record> records = verboses(first, batch);
            tail.add({records.cbegin(), records.cend()});
            model.append(tail.from(model.endNumber()));
        }
        QCOMPARE(model.rowCount(), int(RecordModel::DefaultCapacity));
        QCOMPARE(model.endNumber(), 1'000'000);
        QCOMPARE(model.count(RecordKind::Verbose), RecordModel::DefaultCapacity);
        QCOMPARE(proxy.rowCount(), model.rowCount());
        QCOMPARE(proxy.matchCount(), 10'000); // "line 990000" to "line 999999"
        QCOMPARE(text(proxy, proxy.rowCount() - 1), u"line 999999"_s);
    }

    void everyKindIsShownInALineAndWhole_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("line");
        QTest::newRow("output") << 0 << int(RecordKind::Output) << u"Identity: a – FileStore: b"_s;
        QTest::newRow("error") << 1 << int(RecordKind::Error) << u"Full. Free some space."_s;
        QTest::newRow("warning") << 2 << int(RecordKind::Warning) << u"Old. Look."_s;
        QTest::newRow("question") << 3 << int(RecordKind::Information) << u"Question: Sure? Yes / No"_s;
        QTest::newRow("step") << 4 << int(RecordKind::Step) << u"Done: Copy"_s;
        QTest::newRow("end") << 5 << int(RecordKind::Information) << u"Ended: Skipped"_s;
    }
    void everyKindIsShownInALineAndWhole()
    {
        Object object(u"Pool"_s);
        object.set(u"Identity"_s, u"a"_s).set(u"FileStore"_s, u"b"_s);
        const Error error{ErrorCategory::WriteError, u"Full"_s, u"Full."_s, u"Free some space."_s};
        PromptRequest prompt;
        prompt.message = u"Sure?"_s;
        prompt.choices = {{u"&Yes"_s, {}}, {u"&No"_s, {}}};
        const QList<Record> records = {makeRecord(OutputRecord{object}),
                                       makeRecord(ErrorRecord{error}),
                                       makeRecord(WarningRecord{u"Old."_s, u"Look."_s}),
                                       makeRecord(prompt),
                                       step(1, StepResult::Succeeded),
                                       makeRecord(FinishedRecord{Outcome::Skipped})};
        QFETCH(int, which);
        QFETCH(int, kind);
        QFETCH(QString, line);
        RecordModel model;
        model.append({records.at(which)});
        QCOMPARE(text(model, 0), line);
        QCOMPARE(model.index(0, 0).data(RecordModel::KindRole).toInt(), kind);
        QCOMPARE(inOneLine(model.index(0, 0).data(RecordModel::FullTextRole).toString()), line);
    }

    // Found by an administrator: "Copy module AData of pool B" and the like.
    void whatIsJoinedInALineIsKeptApart()
    {
        StepRecord copy;
        copy.id = 1;
        copy.action = u"Copy module A"_s;
        copy.result = StepResult::Failed;
        copy.counts = {{u"documents copied"_s, 2}, {u"batches"_s, 1}};
        copy.information = {u"Data of pool a."_s, u"The disk is full."_s};
        QCOMPARE(recordLine(makeRecord(copy)),
                 u"Failed: Copy module A – documents copied: 2; batches: 1 – Data of pool a. The disk is full."_s);
        QCOMPARE(errorSentences({ErrorCategory::WriteError, {}, u"Full"_s, u"Free some space."_s}),
                 u"Full – Free some space."_s);
        QCOMPARE(errorSentences({ErrorCategory::WriteError, {}, u"Full."_s}), u"Full."_s);
    }

    void kindsAreHiddenAndCounted()
    {
        RecordModel model;
        RecordFilterModel proxy(&model);
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append({verbose(0), makeRecord(WarningRecord{u"careful"_s}), verbose(1)});
        QCOMPARE(model.count(RecordKind::Verbose), 2);
        QCOMPARE(model.count(RecordKind::Warning), 1);
        proxy.setKindShown(RecordKind::Verbose, false);
        QCOMPARE(proxy.rowCount(), 1);
        QCOMPARE(text(proxy, 0), u"careful"_s);
        model.append({verbose(2)});
        QCOMPARE(proxy.rowCount(), 1);
        QCOMPARE(model.count(RecordKind::Verbose), 3);
        proxy.setKindShown(RecordKind::Verbose, true);
        QCOMPARE(proxy.rowCount(), 4);
    }

    void searchFindsForwardsAndBackwardsAndBeginsAgain()
    {
        RecordModel model(10);
        RecordFilterModel proxy(&model);
        model.append(verboses(0, 10));
        QSignalSpy changed(&proxy, &RecordFilterModel::matchCountChanged);
        proxy.setSearch(u"LINE 3"_s);
        QCOMPARE(proxy.matchCount(), 1);
        QCOMPARE(changed.count(), 1);
        model.append({makeRecord(InformationRecord{u"as line 3 said"_s})});
        QCOMPARE(proxy.matchCount(), 2);
        QCOMPARE(proxy.nextMatch(-1), 2);
        QCOMPARE(proxy.nextMatch(2), 9);
        QCOMPARE(proxy.nextMatch(9), 2);
        QCOMPARE(proxy.previousMatch(-1), 9);
        QCOMPARE(proxy.previousMatch(2), 9);
        QCOMPARE(proxy.matchesBefore(9), 1);
        // What is pushed out is not counted any more.
        model.append(verboses(20, 3));
        QCOMPARE(proxy.matchCount(), 1);
        proxy.setKindShown(RecordKind::Information, false);
        QCOMPARE(proxy.matchCount(), 0);
        QCOMPARE(proxy.nextMatch(-1), -1);
        QCOMPARE(proxy.previousMatch(-1), -1);
    }

    void matchesMoveWithTheirRows()
    {
        RecordModel model(8);
        RecordFilterModel proxy(&model);
        const auto isTrue = [&] {
            int count = 0;
            for (int row = 0; row < proxy.rowCount(); ++row) {
                const bool isMatch = text(proxy, row).contains(proxy.search()) && !proxy.search().isEmpty();
                if (proxy.isMatch(row) != isMatch || proxy.matchesBefore(row) != count)
                    return false;
                count += isMatch ? 1 : 0;
            }
            return count == proxy.matchCount() && !proxy.isMatch(-1) && !proxy.isMatch(proxy.rowCount());
        };
        model.setRecords(verboses(10, 6), 10);
        proxy.setSearch(u"2"_s);
        QVERIFY(isTrue());
        model.prepend(verboses(0, 10), 0); // 2, and 12 from before
        QVERIFY(isTrue());
        QCOMPARE(proxy.matchCount(), 2);
        model.append({makeRecord(WarningRecord{u"2"_s})});
        model.append(verboses(16, 12)); // some fall out
        QVERIFY(isTrue());
        proxy.setKindShown(RecordKind::Verbose, false);
        QVERIFY(isTrue());
        QCOMPARE(proxy.matchCount(), 1);
        proxy.setKindShown(RecordKind::Verbose, true);
        QVERIFY(isTrue());
        proxy.setSearch({});
        QCOMPARE(proxy.matchCount(), 0);
        model.append(verboses(28, 3));
        QVERIFY(isTrue());
        proxy.setSearch(u"9"_s);
        QVERIFY(isTrue());
        model.setRecords(verboses(90, 3), 90);
        QVERIFY(isTrue());
        QCOMPARE(proxy.matchCount(), 3);
    }
};

QTEST_GUILESS_MAIN(TestRecordModel)
#include "tst_record_model.moc"
