// Object: properties by case-insensitive name, lenient typed reading, and the texts of values.
#include "model/object.h"

#include <QTest>
#include <QTimeZone>
#include <QUuid>

using namespace cspool;
using namespace Qt::StringLiterals;

class TestObject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingAgainReplacesInPlace();
    void namesCompareCaseInsensitively();
    void whatIsAbsentIsNotReported();
    void aCollectionArrivesAsListOrSingleValue_data();
    void aCollectionArrivesAsListOrSingleValue();
    void textsAreReadHoweverTheyAreTyped_data();
    void textsAreReadHoweverTheyAreTyped();
    void typedValuesAreReadLeniently();
    void wrongTypesReadAsNotReported();
    void timesBecomeUtc_data();
    void timesBecomeUtc();
    void displayTextIsPowerShells_data();
    void displayTextIsPowerShells();
    void objectsCompareByAllTheyHold();
};

void TestObject::settingAgainReplacesInPlace()
{
    Object object(u"T"_s);
    object.set(u"First"_s, 1).set(u"Second"_s, 2).set(u"first"_s, 3);
    QCOMPARE(object.properties().size(), 2);
    QCOMPARE(object.properties().first().name, u"First"_s);
    QCOMPARE(object.properties().first().value.toInt(), 3);
}

void TestObject::namesCompareCaseInsensitively()
{
    Object object;
    object.set(u"PoolFqdn"_s, u"a.example.com"_s);
    QVERIFY(object.contains(u"poolfqdn"));
    QCOMPARE(object.value(u"POOLFQDN").toString(), u"a.example.com"_s);
    QVERIFY(!object.contains(u"Pool"));
}

void TestObject::whatIsAbsentIsNotReported()
{
    Object object;
    object.set(u"Null"_s, QVariant());
    for (const QStringView name : {u"Null", u"Absent"}) {
        QVERIFY(!object.value(name).isValid());
        QCOMPARE(object.string(name), QString());
        QVERIFY(object.list(name).isEmpty());
        QVERIFY(object.strings(name).isEmpty());
        QVERIFY(!object.boolean(name));
        QVERIFY(!object.integer(name));
        QVERIFY(!object.timeSpan(name));
        QVERIFY(!object.dateTime(name).isValid());
    }
    QVERIFY(object.contains(u"Null"));
    QVERIFY(!object.contains(u"Absent"));
}

void TestObject::aCollectionArrivesAsListOrSingleValue_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("list") << QVariant(QVariantList{u"a"_s, u"b"_s}) << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("string list") << QVariant(QStringList{u"a"_s, u"b"_s}) << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("empty list") << QVariant(QVariantList{}) << QStringList{};
    QTest::newRow("single") << QVariant(u"a"_s) << QStringList{u"a"_s};
    QTest::newRow("object") << QVariant::fromValue(Object(u"Fqdn"_s, u"a"_s)) << QStringList{u"a"_s};
    QTest::newRow("objects") << QVariant(QVariantList{QVariant::fromValue(Object(u"Fqdn"_s, u"a"_s)), u"b"_s})
                             << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("nulls left out") << QVariant(QVariantList{QVariant(), u"b"_s}) << QStringList{u"b"_s};
}

void TestObject::aCollectionArrivesAsListOrSingleValue()
{
    QFETCH(QVariant, value);
    QFETCH(QStringList, texts);
    QCOMPARE(Object().set(u"Values"_s, value).strings(u"Values"), texts);
}

void TestObject::textsAreReadHoweverTheyAreTyped_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("string") << QVariant(u"x"_s) << u"x"_s;
    QTest::newRow("object") << QVariant::fromValue(Object(u"Type"_s, u"x"_s)) << u"x"_s;
    QTest::newRow("object without text") << QVariant::fromValue(Object(u"Type"_s)) << QString();
    QTest::newRow("number") << QVariant(42) << u"42"_s;
    QTest::newRow("list of one") << QVariant(QVariantList{u"x"_s}) << u"x"_s;
    QTest::newRow("list of two") << QVariant(QVariantList{u"x"_s, u"y"_s}) << u"{x, y}"_s;
}

void TestObject::textsAreReadHoweverTheyAreTyped()
{
    QFETCH(QVariant, value);
    QFETCH(QString, text);
    QCOMPARE(Object().set(u"Value"_s, value).string(u"Value"), text);
}

void TestObject::typedValuesAreReadLeniently()
{
    Object object;
    object.set(u"Bool"_s, true).set(u"BoolText"_s, u"false"_s);
    object.set(u"BoolObject"_s, QVariant::fromValue(Object(u"SwitchParameter"_s, u"True"_s)));
    object.set(u"Int"_s, 7).set(u"Long"_s, qint64(1) << 40).set(u"IntText"_s, u" 12 "_s);
    object.set(u"Span"_s, QVariant::fromValue(TimeSpan::fromSeconds(5))).set(u"SpanText"_s, u"00:02:00"_s);
    QCOMPARE(object.boolean(u"Bool"), std::optional(true));
    QCOMPARE(object.boolean(u"BoolText"), std::optional(false));
    QCOMPARE(object.boolean(u"BoolObject"), std::optional(true));
    QCOMPARE(object.integer(u"Int"), std::optional<qint64>(7));
    QCOMPARE(object.integer(u"Long"), std::optional<qint64>(qint64(1) << 40));
    QCOMPARE(object.integer(u"IntText"), std::optional<qint64>(12));
    QVERIFY(object.timeSpan(u"Span") == TimeSpan::fromSeconds(5));
    QVERIFY(object.timeSpan(u"SpanText") == TimeSpan::fromSeconds(120));
}

void TestObject::wrongTypesReadAsNotReported()
{
    Object object;
    object.set(u"Text"_s, u"many"_s).set(u"Double"_s, 1.5);
    QVERIFY(!object.boolean(u"Text"));
    QVERIFY(!object.integer(u"Text"));
    QVERIFY(!object.integer(u"Double"));
    QVERIFY(!object.timeSpan(u"Text"));
    QVERIFY(!object.dateTime(u"Text").isValid());
}

void TestObject::timesBecomeUtc_data()
{
    QTest::addColumn<QVariant>("value");
    const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    QTest::newRow("utc") << QVariant(noon);
    QTest::newRow("offset") << QVariant(QDateTime(QDate(2026, 3, 1), QTime(14, 0), Qt::OffsetFromUTC, 7200));
    QTest::newRow("text with zone") << QVariant(u"2026-03-01T12:00:00Z"_s);
    QTest::newRow("text with offset") << QVariant(u"2026-03-01T13:00:00+01:00"_s);
    QTest::newRow("text without zone") << QVariant(u"2026-03-01T12:00:00"_s);
}

void TestObject::timesBecomeUtc()
{
    QFETCH(QVariant, value);
    const QDateTime time = Object().set(u"Time"_s, value).dateTime(u"Time");
    QCOMPARE(time, QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC));
    QCOMPARE(time.timeSpec(), Qt::UTC);
}

void TestObject::displayTextIsPowerShells_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("null") << QVariant() << QString();
    QTest::newRow("text") << QVariant(u"a b"_s) << u"a b"_s;
    QTest::newRow("true") << QVariant(true) << u"True"_s;
    QTest::newRow("false") << QVariant(false) << u"False"_s;
    QTest::newRow("int") << QVariant(-3) << u"-3"_s;
    QTest::newRow("long") << QVariant(qint64(5000000000)) << u"5000000000"_s;
    QTest::newRow("double") << QVariant(0.1) << u"0.1"_s;
    QTest::newRow("list") << QVariant(QVariantList{u"a"_s, 2, true}) << u"{a, 2, True}"_s;
    QTest::newRow("empty list") << QVariant(QVariantList{}) << u"{}"_s;
    QTest::newRow("utc time") << QVariant(QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC))
                              << u"2026-03-01T12:00:00Z"_s;
    QTest::newRow("time span") << QVariant::fromValue(TimeSpan::fromSeconds(90)) << u"00:01:30"_s;
    QTest::newRow("uuid") << QVariant(QUuid(u"{01743022-c22c-4816-abca-259cf33dd5b8}"_s))
                          << u"01743022-c22c-4816-abca-259cf33dd5b8"_s;
    QTest::newRow("bytes") << QVariant(QByteArray("\x01\xff", 2)) << u"01ff"_s;
    QTest::newRow("object") << QVariant::fromValue(Object(u"Type"_s, u"text"_s)) << u"text"_s;
    QTest::newRow("object without text") << QVariant::fromValue(Object(u"Some.Type"_s)) << u"Some.Type"_s;
}

void TestObject::displayTextIsPowerShells()
{
    QFETCH(QVariant, value);
    QFETCH(QString, text);
    QCOMPARE(displayText(value), text);
}

void TestObject::objectsCompareByAllTheyHold()
{
    const auto make = [](const QString &inner) {
        return Object(u"T"_s, u"x"_s)
            .set(u"List"_s, QVariantList{QVariant::fromValue(Object(u"I"_s, inner)), u"b"_s})
            .set(u"Span"_s, QVariant::fromValue(TimeSpan::fromSeconds(1)));
    };
    QVERIFY(make(u"a"_s) == make(u"a"_s));
    QVERIFY(!(make(u"a"_s) == make(u"b"_s)));
    QVERIFY(!(make(u"a"_s) == Object(u"T"_s, u"x"_s)));
}

QTEST_GUILESS_MAIN(TestObject)
#include "tst_object.moc"
