// The models of a guided failover: rows, words, and the smallest signals.
#include "model/failover/failover_check_model.h"
#include "model/failover/failover_step_model.h"
#include "model/item_roles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime trueAt(QDate(2026, 3, 1), QTime(2, 0), Qt::UTC);

FailoverCheck check(const QString &id, Verdict verdict = Verdict::Ready, const QString &finding = u"It is so."_s)
{
    FailoverCheck check;
    check.id = id;
    check.title = id;
    check.verdict = verdict;
    check.finding = finding;
    check.trueAt = trueAt;
    check.toldBy = {u"Get-CsPool"_s};
    return check;
}

FailoverStepRow step(const QString &subject, const QString &state = u"Waits"_s, bool isCurrent = false)
{
    FailoverStepRow row;
    row.step.kind = FailoverStepKind::EdgeNextHop;
    row.step.subject = subject;
    row.step.title = u"Move "_s + subject;
    row.tone = StatusTone::Neutral;
    row.state = state;
    row.isCurrent = isCurrent;
    return row;
}

// The cells that were changed, "row:column" each, of all signals.
QStringList cellsOf(const QSignalSpy &changed)
{
    QStringList cells;
    for (const QList<QVariant> &arguments : changed) {
        const QModelIndex first = arguments.at(0).toModelIndex();
        const QModelIndex last = arguments.at(1).toModelIndex();
        for (int row = first.row(); row <= last.row(); ++row) {
            for (int column = first.column(); column <= last.column(); ++column)
                cells.append(u"%1:%2"_s.arg(row).arg(column));
        }
    }
    return cells;
}

} // namespace

class TestFailoverModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksKeepTheirRowsWhenTheyAreReadAgain();
    void aChangeIsTheCellsThatShowIt_data();
    void aChangeIsTheCellsThatShowIt();
    void theSameChecksEmitNothing();
    void checksOfAnotherGoalComeAndGo();
    void aCheckIsOldFromTheAgeOn();
    void theClockChangesTheAgesOnly();
    void aCheckThatWasNeverReadSaysSo();
    void markupInAFindingIsShownAsItIs();
    void withoutAConnectionEveryCheckIsUnknown();
    void aCheckIsCopiedWithAllItSays();
    void stepsKeepTheirRows();
    void theCurrentStepIsToldToScreenReaders();
};

void TestFailoverModels::checksKeepTheirRowsWhenTheyAreReadAgain()
{
    FailoverCheckModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setChecks({check(u"Pairing"_s, Verdict::Unknown), check(u"Edge"_s, Verdict::Unknown)});
    QCOMPARE(inserted.count(), 2);
    const QPersistentModelIndex selected = model.index(1, 0);
    model.setChecks({check(u"Pairing"_s), check(u"Edge"_s, Verdict::Blocking)});
    QVERIFY(selected.isValid());
    QCOMPARE(selected.data(KeyRole).toString(), u"Edge"_s);
    QCOMPARE(selected.data().toString(), verdictText(Verdict::Blocking));
    QCOMPARE(selected.data(ToneRole).toInt(), int(StatusTone::Bad));
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(removed.count(), 0);
    QCOMPARE(reset.count(), 0);
}

void TestFailoverModels::aChangeIsTheCellsThatShowIt_data()
{
    QTest::addColumn<FailoverCheck>("changed");
    QTest::addColumn<QStringList>("cells");
    FailoverCheck verdict = check(u"Edge"_s, Verdict::Blocking);
    QTest::newRow("verdict") << verdict << QStringList{u"1:0"_s};
    FailoverCheck finding = check(u"Edge"_s, Verdict::Ready, u"It is otherwise."_s);
    QTest::newRow("finding") << finding << QStringList{u"1:2"_s};
    FailoverCheck details = check(u"Edge"_s);
    details.details = {u"one"_s};
    QTest::newRow("what only the details show") << details << QStringList{u"1:2"_s};
    FailoverCheck time = check(u"Edge"_s);
    time.trueAt = trueAt.addSecs(60);
    QTest::newRow("time") << time << QStringList{u"1:3"_s};
    FailoverCheck readAgain = finding;
    readAgain.trueAt = trueAt.addSecs(60);
    QTest::newRow("finding and time") << readAgain << QStringList{u"1:2"_s, u"1:3"_s};
}

void TestFailoverModels::aChangeIsTheCellsThatShowIt()
{
    QFETCH(FailoverCheck, changed);
    QFETCH(QStringList, cells);
    FailoverCheckModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setChecks({check(u"Pairing"_s), check(u"Edge"_s)});
    QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
    model.setChecks({check(u"Pairing"_s), changed});
    QCOMPARE(cellsOf(spy), cells);
}

void TestFailoverModels::theSameChecksEmitNothing()
{
    FailoverCheckModel model;
    model.setChecks({check(u"Pairing"_s), check(u"Edge"_s)});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setChecks({check(u"Pairing"_s), check(u"Edge"_s)});
    QCOMPARE(changed.count(), 0);
}

void TestFailoverModels::checksOfAnotherGoalComeAndGo()
{
    FailoverCheckModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setChecks({check(u"Pairing"_s), check(u"Edge"_s), check(u"Losses"_s)});
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.setChecks({check(u"Pairing"_s), check(u"Content"_s), check(u"Losses"_s)});
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(model.rowOf(u"Content"_s), 1);
    QCOMPARE(model.rowOf(u"Losses"_s), 2);
    QCOMPARE(model.rowOf(u"Edge"_s), -1);
    // Another order.
    model.setChecks({check(u"Losses"_s), check(u"Content"_s), check(u"Pairing"_s)});
    QCOMPARE(model.rowOf(u"Losses"_s), 0);
    QCOMPARE(model.rowOf(u"Content"_s), 1);
    QCOMPARE(model.rowOf(u"Pairing"_s), 2);
    QCOMPARE(model.rowCount(), 3);
    model.setChecks({});
    QCOMPARE(model.rowCount(), 0);
}

void TestFailoverModels::aCheckIsOldFromTheAgeOn()
{
    FailoverCheckModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setChecks({check(u"Pairing"_s)});
    const QModelIndex time = model.index(0, FailoverCheckModel::TimeColumn);
    model.setClock(trueAt.addSecs(600), 10min);
    QVERIFY(!model.isOld(0));
    QVERIFY(!time.data(IsOldRole).toBool());
    QVERIFY(!time.data().toString().startsWith("old"_L1));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setClock(trueAt.addSecs(601), 10min);
    QVERIFY(model.isOld(0));
    QVERIFY2(time.data().toString().startsWith("old"_L1), qPrintable(time.data().toString()));
    QCOMPARE(cellsOf(changed).size(), 4); // all of the row are dimmed
}

void TestFailoverModels::theClockChangesTheAgesOnly()
{
    FailoverCheckModel model;
    FailoverCheck never = check(u"Edge"_s, Verdict::Unknown);
    never.trueAt = {};
    model.setChecks({check(u"Pairing"_s), never});
    model.setClock(trueAt.addSecs(60), 10min);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setClock(trueAt.addSecs(180), 10min);
    QCOMPARE(cellsOf(changed), (QStringList{u"0:3"_s}));
}

void TestFailoverModels::aCheckThatWasNeverReadSaysSo()
{
    FailoverCheckModel model;
    FailoverCheck never = check(u"Edge"_s, Verdict::Unknown);
    never.trueAt = {};
    model.setChecks({never});
    model.setClock(trueAt.addDays(1), 10min);
    QCOMPARE(model.index(0, FailoverCheckModel::TimeColumn).data().toString(), u"never read"_s);
    QVERIFY(!model.isOld(0));
    QVERIFY(model.asText(0).contains("Never read."_L1));
}

void TestFailoverModels::markupInAFindingIsShownAsItIs()
{
    FailoverCheckModel model;
    model.setChecks({check(u"Edge"_s, Verdict::Ready, u"<b>bold</b> is a name"_s)});
    const QModelIndex cell = model.index(0, FailoverCheckModel::FindingColumn);
    QCOMPARE(cell.data().toString(), u"<b>bold</b> is a name"_s);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains("&lt;b&gt;bold"_L1));
}

void TestFailoverModels::withoutAConnectionEveryCheckIsUnknown()
{
    const FailoverCheck unknown = unknownWithoutConnection(check(u"Edge"_s, Verdict::Ready, u"No Edge pool."_s));
    QCOMPARE(toString(unknown.verdict), toString(Verdict::Unknown));
    QVERIFY2(unknown.finding.contains("no connection"_L1), qPrintable(unknown.finding));
    QVERIFY2(unknown.finding.contains("No Edge pool."_L1), qPrintable(unknown.finding));
    FailoverCheck never = check(u"Edge"_s, Verdict::Unknown, u"Not read."_s);
    never.trueAt = {};
    QVERIFY(!unknownWithoutConnection(never).finding.contains("Not read."_L1));
}

void TestFailoverModels::aCheckIsCopiedWithAllItSays()
{
    FailoverCheckModel model;
    FailoverCheck full = check(u"Edge"_s, Verdict::Attention, u"An Edge pool leads here."_s);
    full.details = {u"edge.example.com: next hop a.example.com"_s};
    full.note = u"A note."_s;
    full.remedies = {{u"Move it."_s, u"Set-CsEdgeServer -Identity EdgeServer:edge.example.com"_s}};
    model.setChecks({full});
    const QString text = model.asText(0);
    for (const QString &part : {full.title, verdictText(full.verdict), full.finding, full.details.first(), full.note,
                                full.remedies.first().text, full.remedies.first().commandLine, u"Get-CsPool"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
}

void TestFailoverModels::stepsKeepTheirRows()
{
    FailoverStepModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setRows({step(u"one"_s, u"Next"_s, true), step(u"two"_s), step(u"three"_s)});
    QCOMPARE(inserted.count(), 1);
    const QPersistentModelIndex selected = model.index(1, 0);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({step(u"one"_s, u"Runs"_s, true), step(u"two"_s), step(u"three"_s)});
    QCOMPARE(cellsOf(changed), (QStringList{u"0:1"_s}));
    changed.clear();
    model.setRows({step(u"one"_s, u"Reached"_s), step(u"two"_s, u"Next"_s, true), step(u"three"_s)});
    QCOMPARE(cellsOf(changed), (QStringList{u"0:0"_s, u"0:1"_s, u"1:0"_s, u"1:1"_s}));
    QVERIFY(selected.isValid());
    QCOMPARE(model.index(0, 1).data().toString(), u"Reached"_s);
    QVERIFY(model.index(1, 0).data().toString().startsWith("2."_L1));
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.setRows({step(u"one"_s, u"Reached"_s), step(u"other"_s, u"Next"_s, true)});
    QVERIFY(!selected.isValid());
    QCOMPARE(removed.count(), 1);
    QCOMPARE(model.rowCount(), 2);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestFailoverModels::theCurrentStepIsToldToScreenReaders()
{
    FailoverStepModel model;
    model.setRows({step(u"one"_s, u"Next"_s, true), step(u"two"_s)});
    const QModelIndex current = model.index(0, FailoverStepModel::StepColumn);
    QVERIFY(current.data(FailoverStepModel::IsCurrentRole).toBool());
    QVERIFY(current.data(Qt::AccessibleTextRole).toString().contains("current"_L1));
    const QModelIndex other = model.index(1, FailoverStepModel::StepColumn);
    QVERIFY(!other.data(FailoverStepModel::IsCurrentRole).toBool());
    QVERIFY(!other.data(Qt::AccessibleTextRole).toString().contains("current"_L1));
}

QTEST_APPLESS_MAIN(TestFailoverModels)
#include "tst_failover_models.moc"
