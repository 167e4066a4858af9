// Pairs of pools: what a document says of them, what the user says, and which are supported.
#include "model/pool_pairing.h"
#include "model/topology.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

struct Claim // "the service of this role on `pool` names that of `partner`"
{
    QString pool;
    QString partner;
    QString usage = u"Backup"_s;
    QString role = u"Registrar"_s;
};

// Pools with user services, but "dir" (a Director), "sba" (a Registrar alone) and "edge"; names beginning with "se" are
// Standard Edition servers, "old…" run another version.
Topology world(const QList<Claim> &claims)
{
    Topology topology;
    const QStringList names{u"a.x"_s,   u"b.x"_s,    u"c.x"_s,   u"d.x"_s,   u"dir.x"_s,
                            u"sba.x"_s, u"edge.x"_s, u"old.x"_s, u"se1.x"_s, u"se2.x"_s};
    for (const QString &name : names) {
        topology.clusters.append({name, u"1"_s, {name}, true, {}});
        const auto add = [&](const QString &role) {
            TopologyService service;
            service.id = role + u'@' + name;
            service.role = role;
            service.clusterFqdn = name;
            service.serviceVersion = name.startsWith("old"_L1) ? u"6"_s : u"7"_s;
            service.isDirector = name.startsWith("dir"_L1);
            for (const Claim &claim : claims) {
                if (claim.pool == name && claim.role == role)
                    service.dependencies.append({claim.role + u'@' + claim.partner, claim.usage});
            }
            topology.services.append(service);
        };
        if (name == "edge.x"_L1) {
            add(u"EdgeServer"_s);
            continue;
        }
        add(u"Registrar"_s);
        if (name != "sba.x"_L1)
            add(u"UserServices"_s);
        if (name.startsWith("se"_L1))
            add(u"UserStore"_s);
    }
    return topology;
}

QStringList texts(const QList<PoolPair> &pairs)
{
    QStringList result;
    for (const PoolPair &pair : pairs)
        result.append(pair.first + u'=' + pair.second);
    return result;
}

} // namespace

class TestPoolPairing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPairIsTheSameHoweverItIsNamed();
    void whatTheDocumentSaysIsRead_data();
    void whatTheDocumentSaysIsRead();
    void whatTheUserStatesTakesThePlaceOfTheDocument();
    void statedTextsAreChecked_data();
    void statedTextsAreChecked();
    void unsupportedPairsAreWarnedAbout_data();
    void unsupportedPairsAreWarnedAbout();
};

void TestPoolPairing::aPairIsTheSameHoweverItIsNamed()
{
    const PoolPair pair = PoolPair::of(u"b.x"_s, u"a.x"_s);
    QCOMPARE(pair, PoolPair::of(u"a.x"_s, u"b.x"_s));
    QCOMPARE(pair.first, u"a.x"_s);
    QCOMPARE(pair.partnerOf(u"a.x"_s), u"b.x"_s);
    QCOMPARE(pair.partnerOf(u"b.x"_s), u"a.x"_s);
    QCOMPARE(pair.partnerOf(u"c.x"_s), QString());
    QVERIFY(pair.contains(u"b.x"_s));
    QVERIFY(!pair.contains(u"c.x"_s));
    QVERIFY(pair < PoolPair::of(u"a.x"_s, u"c.x"_s));
    QVERIFY(pair < PoolPair::of(u"b.x"_s, u"c.x"_s));
}

void TestPoolPairing::whatTheDocumentSaysIsRead_data()
{
    QTest::addColumn<QList<Claim>>("claims");
    QTest::addColumn<QStringList>("pairs");
    QTest::addColumn<QStringList>("doubts"); // a part of each, in order
    const QStringList none;
    const QString a = u"a.x"_s, b = u"b.x"_s, c = u"c.x"_s, d = u"d.x"_s;
    const QString users = u"UserServices"_s;
    QTest::newRow("nothing") << QList<Claim>{} << none << none;
    QTest::newRow("mutual") << QList<Claim>{{a, b}, {b, a}} << QStringList{u"a.x=b.x"_s} << none;
    QTest::newRow("by both roles") << QList<Claim>{{a, b},
                                                   {b, a},
                                                   {a, b, u"Backup"_s, users},
                                                   {b, a, u"Backup"_s, users}}
                                   << QStringList{u"a.x=b.x"_s} << none;
    QTest::newRow("one by each role") << QList<Claim>{{a, b}, {b, a, u"Other"_s, users}} << QStringList{u"a.x=b.x"_s}
                                      << none;
    QTest::newRow("two pairs") << QList<Claim>{{c, d}, {d, c}, {b, a}, {a, b}}
                               << QStringList{u"a.x=b.x"_s, u"c.x=d.x"_s} << none;
    QTest::newRow("default usage") << QList<Claim>{{a, b, u"default"_s}, {b, a, u"Default"_s}, {c, d, QString()}}
                                   << none << none;
    QTest::newRow("other role") << QList<Claim>{{a, u"edge.x"_s, u"Backup"_s, u"EdgeServer"_s}} << none << none;
    QTest::newRow("itself") << QList<Claim>{{a, a}} << none << none;
    QTest::newRow("not mutual") << QList<Claim>{{a, b}} << none
                                << QStringList{u"a.x names b.x as its backup pool, but b.x names none"_s};
    QTest::newRow("ring") << QList<Claim>{{a, b}, {b, c}, {c, a}} << none
                          << QStringList{u"but b.x names c.x"_s, u"but c.x names a.x"_s, u"but a.x names b.x"_s};
    QTest::newRow("two on one") << QList<Claim>{{a, b}, {b, a}, {c, b}} << none
                                << QStringList{u"c.x names b.x"_s,
                                               u"b.x is named as their backup pool by several pools: a.x, c.x"_s};
    QTest::newRow("several partners") << QList<Claim>{{a, b}, {a, c}, {b, a}, {c, a}} << none
                                      << QStringList{u"a.x names several backup pools: b.x, c.x"_s, u"b.x names a.x"_s,
                                                     u"c.x names a.x"_s, u"a.x is named as their backup pool"_s};
    QTest::newRow("branch appliance") << QList<Claim>{{u"sba.x"_s, a}} << none << none;
    QTest::newRow("director") << QList<Claim>{{u"dir.x"_s, a}, {a, u"dir.x"_s}} << none << none;
    QTest::newRow("dangling")
        << QList<Claim>{{a, u"gone.x"_s}} << none
        << QStringList{u"a.x names a service as its backup (usage Backup) that the topology does not hold"_s};
}

void TestPoolPairing::whatTheDocumentSaysIsRead()
{
    QFETCH(QList<Claim>, claims);
    QFETCH(QStringList, doubts);
    const PairingFindings findings = statedPairs(world(claims));
    QTEST(texts(findings.pairs), "pairs");
    QVERIFY2(findings.doubts.size() == doubts.size(), qPrintable(findings.doubts.join(u'\n')));
    for (qsizetype i = 0; i < doubts.size(); ++i)
        QVERIFY2(findings.doubts.at(i).contains(doubts.at(i)), qPrintable(findings.doubts.at(i)));
}

void TestPoolPairing::whatTheUserStatesTakesThePlaceOfTheDocument()
{
    const QString a = u"a.x"_s, b = u"b.x"_s, c = u"c.x"_s, d = u"d.x"_s;
    // The document is in doubt about a and b; stating the pair settles it.
    PairingFindings findings = statedPairs(world({{a, b}, {b, c}}), {PoolPair::of(a, b)});
    QCOMPARE(texts(findings.pairs), QStringList{u"a.x=b.x"_s});
    QCOMPARE(findings.doubts, QStringList{});
    // A pair of the document that shares no pool with the stated one stays.
    findings = statedPairs(world({{a, b}, {b, a}}), {PoolPair::of(c, d)});
    const QStringList both{u"a.x=b.x"_s, u"c.x=d.x"_s};
    QCOMPARE(texts(findings.pairs), both);
    // One that shares a pool gives way, and the pool left over is reported.
    findings = statedPairs(world({{a, b}, {b, a}}), {PoolPair::of(b, c)});
    QCOMPARE(texts(findings.pairs), QStringList{u"b.x=c.x"_s});
    QVERIFY(findings.doubts.value(0).contains(u"a.x names b.x as its backup pool, but b.x names c.x"_s));
}

void TestPoolPairing::statedTextsAreChecked_data()
{
    QTest::addColumn<QStringList>("stated");
    QTest::addColumn<QStringList>("pairs");
    QTest::addColumn<QString>("error"); // empty: none
    const QStringList none;
    QTest::newRow("none") << none << none << QString();
    QTest::newRow("one") << QStringList{u"B.X=a.x"_s} << QStringList{u"a.x=b.x"_s} << QString();
    QTest::newRow("spaces") << QStringList{u" b.x = a.x "_s} << QStringList{u"a.x=b.x"_s} << QString();
    QTest::newRow("two") << QStringList{u"a.x=b.x"_s, u"c.x=d.x"_s} << QStringList{u"a.x=b.x"_s, u"c.x=d.x"_s}
                         << QString();
    QTest::newRow("twice the same") << QStringList{u"a.x=b.x"_s, u"b.x=a.x"_s} << QStringList{u"a.x=b.x"_s}
                                    << QString();
    QTest::newRow("no equals sign") << QStringList{u"a.x,b.x"_s} << none << u"\"a.x,b.x\" does not name two pools"_s;
    QTest::newRow("two equals signs") << QStringList{u"a.x=b.x=c.x"_s} << none
                                      << u"\"a.x=b.x=c.x\" does not name two pools"_s;
    QTest::newRow("empty half") << QStringList{u"a.x="_s} << none << u"The pair \"a.x=\" is not valid"_s;
    QTest::newRow("no FQDN") << QStringList{u"a.x=b"_s} << none << u"\"b\" is not a fully qualified domain name"_s;
    QTest::newRow("unknown pool") << QStringList{u"a.x=z.x"_s} << none
                                  << u"names the pool z.x, which the topology does not hold"_s;
    QTest::newRow("edge") << QStringList{u"edge.x=a.x"_s} << none << u"edge.x, which cannot be backed up"_s;
    QTest::newRow("director") << QStringList{u"a.x=dir.x"_s} << none << u"dir.x, which cannot be backed up"_s;
    QTest::newRow("itself") << QStringList{u"a.x=A.x"_s} << none << u"names the same pool twice"_s;
    QTest::newRow("two partners") << QStringList{u"a.x=b.x"_s, u"c.x=b.x"_s} << none
                                  << u"\"c.x=b.x\" names b.x, which is in another pair already"_s;
}

void TestPoolPairing::statedTextsAreChecked()
{
    QFETCH(QStringList, stated);
    QFETCH(QString, error);
    const Result<QList<PoolPair>> pairs = parsePairs(stated, world({}));
    QVERIFY2(pairs.isOk() == error.isEmpty(), pairs ? "" : qPrintable(pairs.error().message));
    if (pairs) {
        QTEST(texts(*pairs), "pairs");
        return;
    }
    QVERIFY2(pairs.error().message.contains(error), qPrintable(pairs.error().message));
    QVERIFY(pairs.error().category == ErrorCategory::InvalidArgument);
    QCOMPARE(pairs.error().target, u"Pair"_s);
    QVERIFY(pairs.error().recommendedAction.contains(u"-Pair"_s));
}

void TestPoolPairing::unsupportedPairsAreWarnedAbout_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QStringList>("warnings"); // a part of each
    QTest::newRow("enterprise") << u"a.x"_s << u"b.x"_s << QStringList{};
    QTest::newRow("standard") << u"se1.x"_s << u"se2.x"_s << QStringList{};
    QTest::newRow("mixed") << u"a.x"_s << u"se2.x"_s
                           << QStringList{u"se2.x is a Standard Edition server and a.x an Enterprise pool"_s};
    QTest::newRow("mixed, the other first")
        << u"se1.x"_s << u"zzz.x"_s << QStringList{u"se1.x is a Standard Edition"_s}; // a version that is not there is no other one
    QTest::newRow("versions") << u"a.x"_s << u"old.x"_s
                              << QStringList{
                                     u"a.x runs Skype for Business Server 2015 and old.x runs Lync Server 2013"_s};
    QTest::newRow("both") << u"old.x"_s << u"se1.x"_s << QStringList{u"se1.x is a Standard"_s, u"program's own"_s};
}

void TestPoolPairing::unsupportedPairsAreWarnedAbout()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QStringList, warnings);
    const QStringList found = pairingWarnings(world({}), PoolPair::of(first, second));
    QVERIFY2(found.size() == warnings.size(), qPrintable(found.join(u'\n')));
    for (qsizetype i = 0; i < warnings.size(); ++i)
        QVERIFY2(found.at(i).contains(warnings.at(i)), qPrintable(found.at(i)));
}

QTEST_GUILESS_MAIN(TestPoolPairing)
#include "tst_pool_pairing.moc"
