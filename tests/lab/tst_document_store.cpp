// DocumentStore: revisions, the feed, conflicts, tombstones, watermarks; and random histories over two stores.
#include "backend/lab/document_store.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

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
    void twentyThousandDocumentsAreWrittenAndCopiedInSeconds();
    void randomHistoriesConvergeAndLoseNothing_data();
    void randomHistoriesConvergeAndLoseNothing();

private:
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

void TestDocumentStore::twentyThousandDocumentsAreWrittenAndCopiedInSeconds()
{
    DocumentStore a = store(A);
    DocumentStore b = store(B);
    constexpr int count = 20'000;
    QElapsedTimer timer;
    timer.start();
    for (int first = 0; first < count; first += 1000) {
        QList<DocumentWrite> writes;
        for (int i = first; i < first + 1000; ++i)
            writes.append({u"urn:lcd:user%1@example.com"_s.arg(i), {}, QByteArray::number(i).repeated(1000)});
        take(a.write(writes, A, {{A, 1}}));
    }
    qInfo() << "written in" << timer.restart() << "ms";
    QCOMPARE(copy(a, b, A).copied, count);
    qInfo() << "copied in" << timer.restart() << "ms";
    qint64 seen = 0;
    take(b.forEach(A, [&](const Document &) -> Result<> {
        ++seen;
        return {};
    }));
    QCOMPARE(seen, count);
    QCOMPARE(take(b.count(A)).documents, count);
    qInfo() << "read in" << timer.restart() << "ms";
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
            if (take(mine.write({{name, {}, QByteArray::number(random.bounded(4))}}, A, {{A, epoch}})) == 1)
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

QTEST_GUILESS_MAIN(TestDocumentStore)
#include "tst_document_store.moc"
