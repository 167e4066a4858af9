// DocumentStore: revisions, the feed, conflicts, tombstones, watermarks; and random histories over two stores.
#include "backend/lab/document_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <iostream>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

const QString A = u"a.example.com"_s;
const QString B = u"b.example.com"_s;

template <typename T> T take(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

QByteArray content(const DocumentStore &store, const QString &name)
{
    const auto document = take(store.find(name));
    return document ? document->data : QByteArray("(none)");
}

Revision revisionOf(const DocumentStore &store, const QString &name)
{
    return take(store.find(name)).value_or(Document{}).revision;
}

// Copies what is new of a home pool, batch by batch, as the backup service does.
ApplySummary copy(const DocumentStore &source, DocumentStore &target, const QString &home,
                  LoserPolicy policy = LoserPolicy::KeepUnrelated, bool fromStart = false)
{
    ApplySummary sum;
    const auto mark = take(target.watermark(source.id(), home));
    qint64 position = mark && !fromStart ? mark->sequence : 0;
    for (;;) {
        const auto batch = take(source.changesAfter(home, position));
        if (batch.isEmpty())
            return sum;
        position = batch.last().sequence;
        sum += take(target.apply(batch, {source.id(), home, position, QDateTime::currentDateTimeUtc()}, policy));
    }
}

// What two stores must agree on.
QMap<QString, std::tuple<Revision, bool, QByteArray>> stateOf(const DocumentStore &store, const QString &home)
{
    QMap<QString, std::tuple<Revision, bool, QByteArray>> result;
    qint64 position = 0;
    for (;;) {
        const auto batch = take(store.changesAfter(home, position));
        if (batch.isEmpty())
            return result;
        for (const Document &document : batch)
            result.insert(document.name, {document.revision, document.isDeleted, document.digest});
        position = batch.last().sequence;
    }
}

constexpr int BatchOfTheChild = 50;

// Another process: writes batches of documents from number `first` on until it is killed, and says how many are
// committed.
int writeForever(const QString &path, qint64 first)
{
    auto store = take(DocumentStore::open(path, OpenMode::ReadWrite, A));
    for (qint64 batch = first;; ++batch) {
        QList<DocumentWrite> writes;
        for (int i = 0; i < BatchOfTheChild; ++i)
            writes.append({u"d%1-%2"_s.arg(batch % 4).arg(i), {}, QByteArray::number(batch).repeated(3000)});
        take(store.write(writes, A, {{A, 1}}));
        std::cout << batch + 1 << std::endl;
    }
}

} // namespace

class TestDocumentStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aWriteCountsRevisionsAndSequences();
    void theSameBytesAreNoWrite();
    void aDeletedDocumentLeavesATombstone();
    void aWriteOfAnotherPoolsDocumentIsRefusedAsAWhole();
    void onlyWhatIsNewIsCopied();
    void theLoserOfADisasterIsKeptAside();
    void aWinnerThatDescendsKeepsNothingAside();
    void equalRevisionsWithOtherBytesAreAConflict();
    void aDocumentOfTwoHomePoolsConvergesAndLosesNothing_data();
    void aDocumentOfTwoHomePoolsConvergesAndLosesNothing();
    void afterARestoreEveryDifferenceIsKept();
    void theSameBytesAreNeverKeptAside();
    void aWatermarkOnlyGoesBackWhenReset();
    void aDamagedDocumentIsNotHandedOut();
    void aDamagedCopyIsReplaced();
    void aBatchIsBoundedByBytes();
    void everyDocumentIsVisitedInOrder();
    void anInterruptedBatchLeavesNothing();
    void aKilledWriterLeavesABatchBoundary();
    void aPurgedPoolLeavesNoTrace();
    void aFileThatIsNoStoreIsSaidSo_data();
    void aFileThatIsNoStoreIsSaidSo();
    void lineageDecidesAncestry_data();
    void lineageDecidesAncestry();
    void manyDocumentsAreWrittenCopiedAndRead();
    void randomHistoriesConvergeAndLoseNothing_data();
    void randomHistoriesConvergeAndLoseNothing();

private:
    // For a test of many small transactions, none of which has to survive a power cut.
    void useMemory()
    {
        if (QFileInfo(u"/dev/shm"_s).isWritable())
            m_folder = std::make_unique<QTemporaryDir>(u"/dev/shm/tst_document_store-XXXXXX"_s);
    }
    QString path(const QString &name) const { return m_folder->filePath(name + ".sqlite"_L1); }
    DocumentStore store(const QString &owner) const
    {
        take(DocumentStore::create(path(owner), owner));
        return take(DocumentStore::open(path(owner), OpenMode::ReadWrite, owner));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDocumentStore::aWriteCountsRevisionsAndSequences()
{
    DocumentStore a = store(A);
    QCOMPARE(take(a.write({{u"x"_s, {}, "1"}, {u"y"_s, "xmlns=\"urn:n\"", "2"}}, A, {{A, 1}})), 2);
    QCOMPARE(take(a.write({{u"x"_s, {}, "3"}}, A, {{A, 1}})), 1);
    const auto x = take(a.find(u"x"_s));
    QCOMPARE(x->revision, (Revision{1, 2}));
    QCOMPARE(x->sequence, 3);
    QCOMPARE(x->data, "3");
    QVERIFY(x->lineage.isEmpty());
    QCOMPARE(take(a.find(u"y"_s))->namespaces, "xmlns=\"urn:n\"");

    QCOMPARE(take(a.write({{u"x"_s, {}, "4"}}, A, {{A, 3}})), 1);
    QCOMPARE(take(a.find(u"x"_s))->revision, (Revision{3, 3}));
    QCOMPARE(take(a.find(u"x"_s))->lineage, (QList<Revision>{{1, 2}}));
    QCOMPARE(take(a.count(A)).documents, 2);
    QCOMPARE(take(a.lastSequenceOf(A)), 4);
}

void TestDocumentStore::theSameBytesAreNoWrite()
{
    DocumentStore a = store(A);
    QCOMPARE(take(a.write({{u"x"_s, {}, "1"}}, A, {{A, 1}})), 1);
    QCOMPARE(take(a.write({{u"x"_s, {}, "1"}}, A, {{A, 2}})), 0);
    QCOMPARE(revisionOf(a, u"x"_s), (Revision{1, 1}));
    QCOMPARE(take(a.lastSequence()), 1);
}

void TestDocumentStore::aDeletedDocumentLeavesATombstone()
{
    DocumentStore a = store(A);
    DocumentStore b = store(B);
    take(a.write({{u"x"_s, {}, "1"}, {u"y"_s, {}, "2"}}, A, {{A, 1}}));
    copy(a, b, A);
    QCOMPARE(take(a.remove({u"x"_s, u"nobody"_s}, {{A, 1}})), 1);
    QVERIFY(take(a.find(u"x"_s))->isDeleted);
    QCOMPARE(take(a.count(A)).documents, 1);

    QCOMPARE(copy(a, b, A).deleted, 1);
    QVERIFY(take(b.find(u"x"_s))->isDeleted);
    QCOMPARE(stateOf(a, A), stateOf(b, A));
    QVERIFY(take(b.keptAside()).isEmpty());

    // Written again it goes on counting.
    take(a.write({{u"x"_s, {}, {}}}, B, {{A, 1}}));
    QCOMPARE(revisionOf(a, u"x"_s), (Revision{1, 3}));
    QCOMPARE(take(a.find(u"x"_s))->homePool, A);
    copy(a, b, A);
    QVERIFY(!take(b.find(u"x"_s))->isDeleted);
}

void TestDocumentStore::aWriteOfAnotherPoolsDocumentIsRefusedAsAWhole()
{
    DocumentStore a = store(A);
    DocumentStore b = store(B);
    take(a.write({{u"x"_s, {}, "1"}}, A, {{A, 2}}));
    copy(a, b, A);
    const auto refused = b.write({{u"new"_s, {}, "1"}, {u"x"_s, {}, "2"}}, B, {{B, 1}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().id, u"DocumentReadOnly"_s);
    QVERIFY(!take(b.find(u"new"_s)));
    QCOMPARE(b.remove({u"x"_s}, {{B, 1}}).error().id, u"DocumentReadOnly"_s);
    QCOMPARE(b.write({{u"x"_s, {}, "2"}}, B, {{A, 1}}).error().id, u"StoreBehind"_s);
    QCOMPARE(content(b, u"x"_s), "1");
}

void TestDocumentStore::onlyWhatIsNewIsCopied()
{
    DocumentStore a = store(A);
    DocumentStore b = store(B);
    QList<DocumentWrite> writes;
    for (int i = 0; i < 250; ++i)
        writes.append({u"d%1"_s.arg(i), {}, "1"});
    take(a.write(writes, A, {{A, 1}}));
    QCOMPARE(take(a.changesAfter(A, 0)).size(), BatchDocuments);
    QCOMPARE(copy(a, b, A).copied, 250);
    QCOMPARE(copy(a, b, A).copied, 0);
    take(a.write({{u"d7"_s, {}, "2"}}, A, {{A, 1}}));
    const auto mark = take(b.watermark(a.id(), A));
    QCOMPARE(take(a.backlogAfter(A, mark->sequence)).documents, 1);
    QCOMPARE(copy(a, b, A).copied, 1);
    QCOMPARE(copy(a, b, A, LoserPolicy::KeepAllDifferent, true).unchanged, 250);
    QCOMPARE(stateOf(a, A), stateOf(b, A));
    QVERIFY(take(b.keptAside()).isEmpty());
}

void TestDocumentStore::theLoserOfADisasterIsKeptAside()
{
    DocumentStore a = store(A);
    DocumentStore b = store(B);
    take(a.write({{u"x"_s, {}, "both"}}, A, {{A, 1}}));
    copy(a, b, A);
    take(a.write({{u"x"_s, {}, "only on A"}}, A, {{A, 1}}));
    take(b.write({{u"x"_s, {}, "on B after the disaster"}}, B, {{A, 2}}));
    const ApplySummary back = copy(b, a, A);
    QCOMPARE(back.keptAside, 1);
    QCOMPARE(back.exceptions.size(), 1);
    QCOMPARE(content(a, u"x"_s), "on B after the disaster");
    const auto kept = take(a.keptAside());
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().document.data, "only on A");
    QCOMPARE(copy(b, a, A, LoserPolicy::KeepUnrelated, true).keptAside, 0);
    QCOMPARE(take(a.keptAsideCount()), 1);
}

void TestDocumentStore::aWinnerThatDescendsKeepsNothingAside()
{
    DocumentStore a = store(A);
    DocumentStore b = store(B);
    take(a.write({{u"x"_s, {}, "1"}}, A, {{A, 1}}));
    copy(a, b, A);
    take(b.write({{u"x"_s, {}, "2"}}, B, {{A, 2}}));
    take(b.write({{u"x"_s, {}, "3"}}, B, {{A, 2}}));
    const ApplySummary sum = copy(b, a, A);
    QCOMPARE(sum.copied, 1);
    QCOMPARE(sum.keptAside, 0);
    QVERIFY(sum.exceptions.isEmpty());
    QCOMPARE(revisionOf(a, u"x"_s), (Revision{2, 3}));

    // An old copy that comes later is left alone, and not kept: what is here descends from it.
    Document old = *take(a.find(u"x"_s));
    old.revision = {1, 1};
    old.lineage.clear();
    old.data = "1";
    old.digest = documentDigest({}, "1");
    const ApplySummary late = take(a.apply({old}, {}));
    QCOMPARE(late.newerOnTarget, 1);
    QCOMPARE(late.keptAside, 0);
    QCOMPARE(late.exceptions.size(), 1);
    QCOMPARE(content(a, u"x"_s), "3");
}

void TestDocumentStore::equalRevisionsWithOtherBytesAreAConflict()
{
    DocumentStore a = store(A);
    DocumentStore b = store(B);
    take(a.write({{u"x"_s, {}, "a"}}, A, {{A, 1}}));
    take(b.write({{u"x"_s, {}, "b"}}, A, {{A, 1}}));
    const ApplySummary sum = copy(a, b, A);
    QCOMPARE(sum.copied, 1);
    QCOMPARE(sum.keptAside, 1);
    QCOMPARE(content(b, u"x"_s), "a");
    QCOMPARE(take(b.keptAside()).first().document.data, "b");
    QCOMPARE(copy(a, b, A, LoserPolicy::KeepUnrelated, true).unchanged, 1);

    // A tombstone is not a document without content.
    take(a.write({{u"y"_s, {}, {}}}, A, {{A, 1}}));
    Document tombstone = *take(a.find(u"y"_s));
    tombstone.isDeleted = true;
    QCOMPARE(take(a.apply({tombstone}, {})).deleted, 1);
    QVERIFY(take(a.find(u"y"_s))->isDeleted);
    QCOMPARE(take(a.keptAside()).size(), 1);
}

void TestDocumentStore::aDocumentOfTwoHomePoolsConvergesAndLosesNothing_data()
{
    QTest::addColumn<int>("writesOfA");
    QTest::addColumn<int>("writesOfB");
    QTest::addColumn<bool>("isSameData");
    QTest::addColumn<bool>("copiesFromAFirst");
    QTest::addColumn<QString>("winner");
    for (const bool isSameData : {false, true}) {
        for (const bool copiesFromAFirst : {false, true}) {
            const auto row = [&](const char *name, int writesOfA, int writesOfB, const QString &winner) {
                QTest::addRow("%s, %s data, %s first", name, isSameData ? "same" : "other",
                              copiesFromAFirst ? "A" : "B")
                    << writesOfA << writesOfB << isSameData << copiesFromAFirst << winner;
            };
            row("A is greater", 3, 1, A);
            row("B is greater", 1, 3, B);
            row("equal revisions", 2, 2, B);
        }
    }
}

// Each pool made it on its own. Revisions of different home pools count different writes: whichever wins, it wins on
// both sides, and the other one is a loser that nobody has seen before, however its revision looks.
void TestDocumentStore::aDocumentOfTwoHomePoolsConvergesAndLosesNothing()
{
    QFETCH(int, writesOfA);
    QFETCH(int, writesOfB);
    QFETCH(bool, isSameData);
    QFETCH(bool, copiesFromAFirst);
    QFETCH(QString, winner);
    DocumentStore a = store(A);
    DocumentStore b = store(B);
    const auto writeTimes = [&](DocumentStore &store, const QString &home, int times) {
        for (int i = 1; i <= times; ++i) {
            const bool isLast = i == times;
            const QByteArray data = isLast ? (isSameData ? "same"_ba : home.toUtf8()) : QByteArray::number(i);
            take(store.write({{u"x"_s, {}, data}}, home, {{home, 1}}));
        }
    };
    writeTimes(a, A, writesOfA);
    writeTimes(b, B, writesOfB);
    ApplySummary sum;
    for (int round = 0; round < 2; ++round) {
        if (copiesFromAFirst)
            sum += copy(a, b, A);
        sum += copy(b, a, B);
        if (!copiesFromAFirst)
            sum += copy(a, b, A);
    }
    const Document onA = *take(a.find(u"x"_s));
    const Document onB = *take(b.find(u"x"_s));
    QCOMPARE(onA.homePool, winner);
    QCOMPARE(onB.homePool, winner);
    QCOMPARE(onA.revision, onB.revision);
    QCOMPARE(onA.data, onB.data);
    QCOMPARE(sum.unchanged, 0);
    QVERIFY(sum.keptAside > 0);
    QCOMPARE(sum.exceptions.size(), sum.keptAside);
    const QString loser = winner == A ? B : A;
    for (const KeptDocument &kept : take(a.keptAside()) + take(b.keptAside())) {
        QCOMPARE(kept.document.homePool, loser);
        QCOMPARE(kept.document.data, isSameData ? "same"_ba : loser.toUtf8());
        QVERIFY(kept.reason.contains(u"homed on pool "_s + loser));
    }
}

// The source went back to an older copy and counted the same revisions again: lineages lie.
void TestDocumentStore::afterARestoreEveryDifferenceIsKept()
{
    DocumentStore a = store(A);
    DocumentStore b = store(B);
    take(a.write({{u"x"_s, {}, "1"}, {u"y"_s, {}, "1"}}, A, {{A, 1}}));
    take(b.write({{u"x"_s, {}, "0"}, {u"y"_s, {}, "0"}}, A, {{A, 1}}));
    take(a.write({{u"x"_s, {}, "2"}}, A, {{A, 1}})); // "descends" from B's by its numbers
    take(b.write({{u"y"_s, {}, "2"}}, A, {{A, 1}}));
    QCOMPARE(copy(a, b, A, LoserPolicy::KeepAllDifferent).keptAside, 2);
    QCOMPARE(content(b, u"x"_s), "2");
    QCOMPARE(content(b, u"y"_s), "2");
    QList<QByteArray> kept;
    for (const KeptDocument &loser : take(b.keptAside()))
        kept.append(loser.document.name.toUtf8() + loser.document.data);
    std::sort(kept.begin(), kept.end());
    QCOMPARE(kept, (QList<QByteArray>{"x0", "y1"}));
}

void TestDocumentStore::theSameBytesAreNeverKeptAside()
{
    DocumentStore a = store(A);
    DocumentStore b = store(B);
    take(a.write({{u"x"_s, {}, "same"}}, A, {{A, 3}}));
    take(b.write({{u"x"_s, {}, "same"}}, A, {{A, 1}}));
    QCOMPARE(copy(a, b, A, LoserPolicy::KeepAllDifferent).copied, 1);
    QCOMPARE(revisionOf(b, u"x"_s), (Revision{3, 1}));
    QCOMPARE(take(b.keptAsideCount()), 0);
}

void TestDocumentStore::aWatermarkOnlyGoesBackWhenReset()
{
    DocumentStore b = store(B);
    const QUuid one = QUuid::createUuid();
    const QUuid two = QUuid::createUuid();
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    QCOMPARE(take(b.watermark(one, A)), std::nullopt);
    QCOMPARE(take(b.latestWatermark(A)), std::nullopt);
    take(b.apply({}, {one, A, 10, time}));
    take(b.apply({}, {one, B, 3, time}));
    take(b.apply({}, {two, A, 5, time.addDays(-1)}));
    QCOMPARE(take(b.watermark(one, A)), std::optional(Watermark{one, A, 10, time}));
    QCOMPARE(take(b.latestWatermark(A))->sourceId, two); // the last one committed, whatever the clock said
    take(b.apply({}, {one, A, 7, time}));
    QCOMPARE(take(b.watermark(one, A))->sequence, 10);
    QCOMPARE(take(b.latestWatermark(A))->sourceId, one);
    take(b.apply({}, {one, A, 7, time}, LoserPolicy::KeepUnrelated, true));
    QCOMPARE(take(b.watermark(one, A))->sequence, 7);
    QCOMPARE(take(b.watermark(one, B))->sequence, 3);
}

void TestDocumentStore::aDamagedDocumentIsNotHandedOut()
{
    {
        DocumentStore a = store(A);
        take(a.write({{u"good"_s, {}, "2"}, {u"bad"_s, {}, "1"}}, A, {{A, 1}}));
    }
    take(take(Database::open(path(A), OpenMode::ReadWrite))
             .execute(u"UPDATE documents SET data = x'32' WHERE name = 'bad'"_s));
    auto a = take(DocumentStore::open(path(A), OpenMode::ReadOnly, A));
    const auto visit = [](const Document &) -> Result<> { return {}; };
    for (const Error &error : {a.find(u"bad"_s).error(), a.changesAfter(A, 1).error(), a.forEach({}, visit).error()}) {
        QCOMPARE(error.id, u"DocumentDamaged"_s);
        QCOMPARE(toString(error.category), u"InvalidData"_s);
        QVERIFY(error.message.contains("bad"_L1) && error.message.contains(path(A)));
    }
    QVERIFY(a.find(u"good"_s));
    QStringList visited;
    take(a.forEach(
        A,
        [&](const Document &document) -> Result<> {
            visited.append(document.name);
            return {};
        },
        [&](const Error &error) -> Result<> {
            visited.append(error.target + u'!');
            return {};
        }));
    QCOMPARE(visited, (QStringList{u"bad!"_s, u"good"_s}));
    QCOMPARE(take(a.changesAfter(A, 0)).size(), 1); // what comes before it is not held up
    DocumentStore b = store(B);
    Document damaged = *take(a.find(u"good"_s));
    damaged.data = "3";
    QCOMPARE(b.apply({damaged}, {a.id(), A, 1, {}}).error().id, u"DocumentDamaged"_s);
    QCOMPARE(take(b.watermark(a.id(), A)), std::nullopt);
}

void TestDocumentStore::aDamagedCopyIsReplaced()
{
    DocumentStore a = store(A);
    {
        DocumentStore b = store(B);
        take(a.write({{u"same"_s, {}, "1"}, {u"older"_s, {}, "1"}}, A, {{A, 1}}));
        copy(a, b, A);
        take(b.write({{u"older"_s, {}, "unrelated"}}, B, {{A, 2}}));
        take(a.write({{u"older"_s, {}, "newer"}}, A, {{A, 3}}));
    }
    take(take(Database::open(path(B), OpenMode::ReadWrite)).execute(u"UPDATE documents SET data = x'32'"_s));
    auto b = take(DocumentStore::open(path(B), OpenMode::ReadWrite, B));
    const ApplySummary sum = copy(a, b, A, LoserPolicy::KeepUnrelated, true);
    QCOMPARE(sum.copied, 2);
    QCOMPARE(sum.repaired, 2);
    QCOMPARE(sum.keptAside, 0);
    QCOMPARE(sum.exceptions.size(), 2);
    QCOMPARE(content(b, u"same"_s), "1");
    QCOMPARE(content(b, u"older"_s), "newer");
}

void TestDocumentStore::aBatchIsBoundedByBytes()
{
    DocumentStore a = store(A);
    DocumentStore b = store(B);
    const QByteArray big(5 * 1024 * 1024, 'x');
    take(a.write({{u"1"_s, {}, big}, {u"2"_s, {}, big}, {u"3"_s, {}, big + big}, {u"4"_s, {}, {}}}, A, {{A, 1}}));
    QCOMPARE(take(a.changesAfter(A, 0)).size(), 2);
    QCOMPARE(take(a.changesAfter(A, 2)).size(), 1);
    QCOMPARE(take(a.backlogAfter(A, 0)).bytes, 4 * big.size());
    const ApplySummary sum = copy(a, b, A);
    QCOMPARE(sum.copied, 4);
    QCOMPARE(sum.bytes, 4 * big.size());
    QCOMPARE(content(b, u"3"_s), big + big);
    QCOMPARE(content(b, u"4"_s), "");
}

void TestDocumentStore::everyDocumentIsVisitedInOrder()
{
    DocumentStore a = store(A);
    QList<DocumentWrite> writes;
    QStringList expected;
    for (int i = 0; i < 2 * BatchDocuments + 7; ++i) {
        expected.append(u"d%1"_s.arg(i, 4, 10, QLatin1Char('0')));
        writes.prepend({expected.last(), {}, "1"});
    }
    take(a.write(writes, A, {{A, 1}}));
    take(a.write({{u"e of B"_s, {}, "2"}, {u"a of B"_s, {}, "2"}}, B, {{B, 1}}));
    take(a.remove({expected.takeAt(100)}, {{A, 1}}));

    QStringList seen;
    take(a.forEach(A, [&](const Document &document) -> Result<> {
        seen.append(document.name);
        // The visitor may use the store, and even write.
        if (document.name == expected.first())
            take(a.write({{document.name, {}, "changed"}}, A, {{A, 1}}));
        return {};
    }));
    QCOMPARE(seen, expected);
    seen.clear();
    take(a.forEach({}, [&](const Document &document) -> Result<> {
        seen.append(document.name);
        return {};
    }));
    QCOMPARE(seen, QStringList{u"a of B"_s} + expected + QStringList{u"e of B"_s});

    int visits = 0;
    const auto stopped = a.forEach({}, [&](const Document &) -> Result<> {
        ++visits;
        return operationStopped();
    });
    QVERIFY(!stopped && stopped.error().isStopped());
    QCOMPARE(visits, 1);
    QCOMPARE(take(a.homePools()), (QStringList{A, B}));
    QVERIFY(take(store(B).homePools()).isEmpty());
}

void TestDocumentStore::anInterruptedBatchLeavesNothing()
{
    DocumentStore a = store(A);
    DocumentStore b = store(B);
    QList<DocumentWrite> writes;
    for (int i = 0; i < BatchDocuments; ++i)
        writes.append({u"d%1"_s.arg(i), {}, "1"});
    take(a.write(writes, A, {{A, 1}}));
    const auto batch = take(a.changesAfter(A, 0));
    int asked = 0;
    b.setInterruptCheck([&] { return ++asked > 1; });
    for (int attempt = 0; attempt < 200 && asked < 2; ++attempt) {
        const auto applied = b.apply(batch, {a.id(), A, 1000, {}}, LoserPolicy::KeepUnrelated, true);
        if (!applied) {
            QVERIFY(applied.error().isStopped());
        } else {
            b.setInterruptCheck({});
            take(b.purge(A));
            b.setInterruptCheck([&] { return ++asked > 1; });
        }
    }
    QVERIFY(asked >= 2);
    b.setInterruptCheck({});
    QCOMPARE(take(b.count(A)).documents, 0);
    QCOMPARE(take(b.watermark(a.id(), A)), std::nullopt);
    QCOMPARE(take(b.apply(batch, {a.id(), A, 1000, {}})).copied, BatchDocuments);
}

void TestDocumentStore::aKilledWriterLeavesABatchBoundary()
{
    store(A);
    QRandomGenerator random(7);
    qint64 committed = 0;
    for (int round = 0; round < 8; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {u"--write"_s, path(A), QString::number(committed)});
        QVERIFY(writer.waitForStarted());
        while (!writer.canReadLine() && writer.waitForReadyRead()) { }
        QTest::qWait(random.bounded(20)); // not a wait for anything: the moment of the kill is what varies
        writer.kill();
        writer.waitForFinished();
        const auto said = writer.readAllStandardOutput().trimmed().split('\n').last().toLongLong();
        QVERIFY(said > committed);

        const auto a = take(DocumentStore::open(path(A), OpenMode::ReadOnly, A));
        const qint64 last = take(a.lastSequence());
        QCOMPARE(last % BatchOfTheChild, 0);
        QVERIFY(last >= said * BatchOfTheChild); // it may have died before it could say so
        QCOMPARE(take(a.lastSequenceOf(A)), last);
        QHash<QString, QByteArray> batches; // of every document of a batch the same content
        take(a.forEach(A, [&](const Document &document) -> Result<> {
            const QString batch = document.name.section(u'-', 0, 0);
            if (batches.value(batch, document.data) != document.data)
                return Error{ErrorCategory::InvalidData, {}, u"A batch is torn"_s};
            batches.insert(batch, document.data);
            return {};
        }));
        committed = last / BatchOfTheChild;
    }
}

void TestDocumentStore::aPurgedPoolLeavesNoTrace()
{
    DocumentStore a = store(A);
    DocumentStore b = store(B);
    take(a.write({{u"x"_s, {}, "1"}, {u"y"_s, {}, "1"}}, A, {{A, 1}}));
    take(a.remove({u"y"_s}, {{A, 1}}));
    take(b.write({{u"own"_s, {}, "1"}}, B, {{B, 1}}));
    take(b.write({{u"x"_s, {}, "0"}}, A, {{A, 1}}));
    copy(a, b, A);
    QCOMPARE(take(b.keptAsideCount()), 1);
    const qint64 last = take(b.lastSequence());
    QCOMPARE(take(b.purge(A)), 1);
    QCOMPARE(take(b.homePools()), QStringList{B});
    QCOMPARE(take(b.keptAsideCount()), 0);
    QCOMPARE(take(b.watermark(a.id(), A)), std::nullopt);
    QCOMPARE(take(b.lastSequence()), last); // never reused
    QCOMPARE(copy(a, b, A).copied, 1);
    QVERIFY(take(b.lastSequenceOf(A)) > last);
}

void TestDocumentStore::aFileThatIsNoStoreIsSaidSo_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("id");
    QTest::addRow("newer") << u"PRAGMA user_version=99"_s << u"NewerVersion"_s;
    QTest::addRow("another database") << u"DROP TABLE store"_s << u"FileDamaged"_s;
    QTest::addRow("no row") << u"DELETE FROM store"_s << u"FileDamaged"_s;
    QTest::addRow("of another program") << u"PRAGMA user_version=0"_s << u"FileDamaged"_s;
    QTest::addRow("of another pool") << u"UPDATE store SET owner = 'b.example.com'"_s << u"StoreOfAnotherPool"_s;
    QTest::addRow("gone") << QString() << u"StoreMissing"_s;
}

void TestDocumentStore::aFileThatIsNoStoreIsSaidSo()
{
    QFETCH(QString, sql);
    QFETCH(QString, id);
    store(A);
    QCOMPARE(DocumentStore::create(path(A), A).error().id, u"StoreExists"_s);
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.new*"_s}, QDir::Files), QStringList());
    if (sql.isEmpty())
        QVERIFY(QFile::remove(path(A)));
    else
        take(take(Database::open(path(A), OpenMode::ReadWrite)).execute(sql));
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto opened = DocumentStore::open(path(A), mode, A);
        QVERIFY(!opened);
        QCOMPARE(opened.error().id, id);
        QVERIFY2(opened.error().message.contains(path(A)), qPrintable(opened.error().message));
        QVERIFY(!opened.error().recommendedAction.isEmpty());
    }
}

void TestDocumentStore::lineageDecidesAncestry_data()
{
    QTest::addColumn<qint64>("epoch");
    QTest::addColumn<qint64>("counter");
    QTest::addColumn<bool>("isAncestor");
    // Of (5, 9) with the lineage (1, 4), (3, 7).
    const auto row = [](const char *name, qint64 epoch, qint64 counter, bool isAncestor) {
        QTest::addRow("%s", name) << epoch << counter << isAncestor;
    };
    row("itself", 5, 9, true);
    row("earlier in its epoch", 5, 8, true);
    row("later in its epoch", 5, 10, false);
    row("last of an earlier epoch", 3, 7, true);
    row("before the last of an earlier epoch", 3, 6, true);
    row("after the last of an earlier epoch", 3, 8, false);
    row("first epoch", 1, 1, true);
    row("beyond what the first epoch gave on", 1, 5, false);
    row("an epoch in which it was not written", 2, 1, false);
    row("a later epoch", 6, 1, false);
}

void TestDocumentStore::lineageDecidesAncestry()
{
    QFETCH(qint64, epoch);
    QFETCH(qint64, counter);
    Document document;
    document.revision = {5, 9};
    document.lineage = {{1, 4}, {3, 7}};
    QTEST(document.descendsFrom({epoch, counter}), "isAncestor");
    QCOMPARE(lineageFromText(lineageToText(document.lineage)), std::optional(document.lineage));
    QCOMPARE(lineageFromText(u"1:x"_s), std::nullopt);
    QCOMPARE(lineageFromText({}), std::optional(QList<Revision>()));
}

void TestDocumentStore::manyDocumentsAreWrittenCopiedAndRead()
{
    DocumentStore a = store(A);
    DocumentStore b = store(B);
    constexpr int count = 4000;
    for (int first = 0; first < count; first += 1000) {
        QList<DocumentWrite> writes;
        for (int i = first; i < first + 1000; ++i)
            writes.append({u"urn:lcd:user%1@example.com"_s.arg(i), {}, QByteArray::number(i).repeated(1000)});
        take(a.write(writes, A, {{A, 1}}));
    }
    QCOMPARE(copy(a, b, A).copied, count);
    qint64 seen = 0;
    take(b.forEach(A, [&](const Document &) -> Result<> {
        ++seen;
        return {};
    }));
    QCOMPARE(seen, count);
    QCOMPARE(take(b.count(A)).documents, count);
}

void TestDocumentStore::randomHistoriesConvergeAndLoseNothing_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

// Pool A's data, written on whichever store owns it; the owner copies to the other one now and then; ownership moves,
// sometimes with nothing taken along. Every version ever written must end as an ancestor of the last one, or kept
// aside.
void TestDocumentStore::randomHistoriesConvergeAndLoseNothing()
{
    QFETCH(quint32, seed);
    useMemory();
    QRandomGenerator random(seed);
    std::array stores = {store(A), store(B)};
    int owner = 0;
    qint64 epoch = 1;
    QMultiMap<QString, Document> written;
    const auto note = [&](const QString &name) { written.insert(name, *take(stores[owner].find(name))); };
    for (int step = 0; step < 150; ++step) {
        DocumentStore &mine = stores[owner];
        DocumentStore &other = stores[1 - owner];
        const QString name = u"d%1"_s.arg(random.bounded(6));
        const int action = random.bounded(20);
        if (action < 11) {
            // Mostly new content, sometimes the same again.
            const QByteArray data = QByteArray::number(random.bounded(3) == 0 ? random.bounded(2) : 1000 + step);
            if (take(mine.write({{name, {}, data}}, A, {{A, epoch}})) == 1)
                note(name);
        } else if (action < 14) {
            if (take(mine.remove({name}, {{A, epoch}})) == 1)
                note(name);
        } else if (action < 17) {
            copy(mine, other, A);
        } else if (action < 18) {
            copy(mine, other, A, LoserPolicy::KeepAllDifferent, true);
        } else {
            if (random.bounded(2) == 0)
                copy(mine, other, A); // planned; otherwise a disaster
            owner = 1 - owner;
            ++epoch;
            copy(mine, stores[owner], A); // what the old owner had is taken later, or never
            if (random.bounded(2) == 0)
                copy(stores[owner], mine, A);
        }
    }
    copy(stores[owner], stores[1 - owner], A, LoserPolicy::KeepUnrelated, true);
    copy(stores[1 - owner], stores[owner], A, LoserPolicy::KeepUnrelated, true);
    copy(stores[owner], stores[1 - owner], A, LoserPolicy::KeepUnrelated, true);
    QCOMPARE(stateOf(stores[0], A), stateOf(stores[1], A));

    const QList<KeptDocument> kept = take(stores[0].keptAside()) + take(stores[1].keptAside());
    for (auto it = written.cbegin(); it != written.cend(); ++it) {
        const auto last = take(stores[0].find(it.key()));
        const bool isFound = last->descendsFrom(it->revision) || last->hasContentOf(*it)
            || std::any_of(kept.begin(), kept.end(), [&](const KeptDocument &loser) {
                                 return loser.document.name == it.key()
                                     && (loser.document.descendsFrom(it->revision) || loser.document.hasContentOf(*it));
                             });
        QVERIFY2(isFound,
                 qPrintable(u"%1 (%2, %3) is lost"_s.arg(it.key()).arg(it->revision.epoch).arg(it->revision.counter)));
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (const QStringList arguments = QCoreApplication::arguments(); arguments.value(1) == "--write"_L1)
        return writeForever(arguments.at(2), arguments.at(3).toLongLong());
    TestDocumentStore test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_document_store.moc"
