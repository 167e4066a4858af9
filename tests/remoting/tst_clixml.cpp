// Every primitive and container of CLIXML, in both directions.
#include "backend/remoting/clixml/clixml_reader.h"
#include "backend/remoting/clixml/clixml_writer.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace cspool;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(cspool::ClixmlValue)

namespace {

ClixmlDateTime moment(ClixmlDateTime::Zone zone, int ticks, int offset = 0, int milliseconds = 458)
{
    const QDate date(2018, 6, 13);
    const QTime time(23, 45, 29, milliseconds);
    return {zone == ClixmlDateTime::Zone::Offset ? QDateTime(date, time, Qt::OffsetFromUTC, offset)
                                                 : QDateTime(date, time, Qt::UTC),
            zone, ticks};
}

ClixmlObject list(ClixmlContainer container, const QList<ClixmlValue> &items)
{
    ClixmlObject object;
    object.container = container;
    object.items = items;
    return object;
}

ClixmlValue text(const QString &value)
{
    return ClixmlValue(value);
}

ClixmlValue number(std::int32_t value)
{
    return ClixmlValue(value);
}

template <typename T> ClixmlValue of(T value)
{
    return ClixmlValue(ClixmlValue::Content(std::in_place_type<T>, value));
}

void addPrimitives()
{
    using Zone = ClixmlDateTime::Zone;
    const auto row = [](const char *name, const ClixmlValue &value, const char *xml) {
        QTest::newRow(name) << value << QByteArray(xml);
    };
    row("null", {}, "<Nil />");
    row("string", text(u"grün <&> \"x\""_s), "<S>grün &lt;&amp;&gt; \"x\"</S>");
    row("empty string", text(u""_s), "<S></S>");
    row("blank string", text(u" "_s), "<S> </S>");
    row("control characters", text(u"a\r\n\t\u0085"_s), "<S>a_x000D__x000A__x0009__x0085_</S>");
    row("null character", text(QString(QChar(u'\0'))), "<S>_x0000_</S>");
    row("surrogate pair", text(u"\U00010437"_s), "<S>_xD801__xDC37_</S>");
    row("lone surrogate", text(QString(QChar(0xD801))), "<S>_xD801_</S>");
    row("what looks like an escape", text(u"_x000A_ _X _y_"_s), "<S>_x005F_x000A_ _x005F_X _y_</S>");
    row("no character of XML", text(QString(QChar(0xFFFE))), "<S>_xFFFE_</S>");
    row("char", of(QChar(u'a')), "<C>97</C>");
    row("true", of(true), "<B>true</B>");
    row("false", of(false), "<B>false</B>");
    row("time without zone", of(moment(Zone::Unspecified, 3203)), "<DT>2018-06-13T23:45:29.4583203</DT>");
    row("time in UTC", of(moment(Zone::Utc, 3200)), "<DT>2018-06-13T23:45:29.45832Z</DT>");
    row("time with offset", of(moment(Zone::Offset, 0, 7200)), "<DT>2018-06-13T23:45:29.458+02:00</DT>");
    row("time west", of(moment(Zone::Offset, 1, -12600, 0)), "<DT>2018-06-13T23:45:29.0000001-03:30</DT>");
    row("time with no offset", of(moment(Zone::Offset, 0, 0, 0)), "<DT>2018-06-13T23:45:29+00:00</DT>");
    row("zero time span", of(TimeSpan{}), "<TS>PT0S</TS>");
    row("time span", of(TimeSpan{937840050000}), "<TS>P1DT2H3M4.005S</TS>");
    row("negative time span", of(TimeSpan{-1}), "<TS>-PT0.0000001S</TS>");
    row("whole days", of(TimeSpan{2 * 864000000000}), "<TS>P2D</TS>");
    row("longest time span", of(TimeSpan{std::numeric_limits<qint64>::max()}), "<TS>P10675199DT2H48M5.4775807S</TS>");
    row("most negative time span", of(TimeSpan{std::numeric_limits<qint64>::min()}),
        "<TS>-P10675199DT2H48M5.4775808S</TS>");
    row("byte", of(std::uint8_t(255)), "<By>255</By>");
    row("signed byte", of(std::int8_t(-128)), "<SB>-128</SB>");
    row("u16", of(std::uint16_t(65535)), "<U16>65535</U16>");
    row("i16", of(std::int16_t(-32768)), "<I16>-32768</I16>");
    row("u32", of(std::uint32_t(4294967295u)), "<U32>4294967295</U32>");
    row("i32", of(std::int32_t(-2147483647 - 1)), "<I32>-2147483648</I32>");
    row("u64", of(std::uint64_t(18446744073709551615u)), "<U64>18446744073709551615</U64>");
    row("i64", of(std::numeric_limits<std::int64_t>::min()), "<I64>-9223372036854775808</I64>");
    row("decimal", of(ClixmlDecimal{u"-79228162514264337593543950335.50"_s}),
        "<D>-79228162514264337593543950335.50</D>");
    row("bytes", of(QByteArray("\0\1\2\xFF", 4)), "<BA>AAEC/w==</BA>");
    row("no bytes", of(QByteArray()), "<BA></BA>");
    row("guid", of(QUuid(u"792e5b37-4505-47ef-b7d2-8711bb7affa8"_s)), "<G>792e5b37-4505-47ef-b7d2-8711bb7affa8</G>");
    row("empty guid", of(QUuid()), "<G>00000000-0000-0000-0000-000000000000</G>");
    row("uri", of(ClixmlUri{u"http://www.contoso.com/?a=1&b=2"_s}), "<URI>http://www.contoso.com/?a=1&amp;b=2</URI>");
    row("version", of(ClixmlVersion{u"5.1.14393.2248"_s}), "<Version>5.1.14393.2248</Version>");
    row("xml", of(ClixmlXml{u"<a b=\"1\">\n</a>"_s}), "<XD>&lt;a b=\"1\"&gt;_x000A_&lt;/a&gt;</XD>");
    row("script block", of(ClixmlScriptBlock{u"Get-CsPool | % { $_ }"_s}), "<SBK>Get-CsPool | % { $_ }</SBK>");
    row("secure string", of(ClixmlSecureString{QByteArray("0123456789abcdef")}), "<SS>MDEyMzQ1Njc4OWFiY2RlZg==</SS>");
}

void addReals()
{
    const auto row = [](const char *name, const ClixmlValue &value, const char *xml) {
        QTest::newRow(name) << value << QByteArray(xml);
    };
    row("single", of(0.1f), "<Sg>0.1</Sg>");
    row("single of seven digits", of(1234567.0f), "<Sg>1234567</Sg>");
    row("large single", of(1e7f), "<Sg>1E+07</Sg>");
    row("largest single", of(std::numeric_limits<float>::max()), "<Sg>3.4028235E+38</Sg>");
    row("single infinity", of(std::numeric_limits<float>::infinity()), "<Sg>INF</Sg>");
    row("double", of(0.1), "<Db>0.1</Db>");
    row("negative double", of(-12.5), "<Db>-12.5</Db>");
    row("whole double", of(100.0), "<Db>100</Db>");
    row("zero", of(0.0), "<Db>0</Db>");
    row("negative zero", of(-0.0), "<Db>-0</Db>");
    row("small double", of(0.0001), "<Db>0.0001</Db>");
    row("smaller double", of(0.00001234), "<Db>1.234E-05</Db>");
    row("15 digits", of(123456789012345.0), "<Db>123456789012345</Db>");
    row("beyond 15 digits", of(1e15), "<Db>1E+15</Db>");
    row("all digits", of(1234.5678901234567), "<Db>1234.5678901234567</Db>");
    row("smallest double", of(std::numeric_limits<double>::denorm_min()), "<Db>5E-324</Db>");
    row("infinity", of(std::numeric_limits<double>::infinity()), "<Db>INF</Db>");
    row("negative infinity", of(-std::numeric_limits<double>::infinity()), "<Db>-INF</Db>");
}

void addObjects()
{
    const auto row = [](const char *name, const ClixmlValue &value, const char *xml) {
        QTest::newRow(name) << value << QByteArray(xml);
    };
    const QList<ClixmlValue> items{text(u"a"_s), number(2), {}};
    const char *const inside = "<S>a</S><I32>2</I32><Nil />";
    for (const auto &[container, element] :
         {std::pair(ClixmlContainer::List, "LST"), std::pair(ClixmlContainer::Enumerable, "IE"),
          std::pair(ClixmlContainer::Queue, "QUE"), std::pair(ClixmlContainer::Stack, "STK")})
        row(element, list(container, items),
            qPrintable(
                u"<Obj RefId=\"0\"><%1>%2</%1></Obj>"_s.arg(QLatin1StringView(element), QLatin1StringView(inside))));
    row("empty list", list(ClixmlContainer::List, {}), "<Obj RefId=\"0\"><LST /></Obj>");
    ClixmlObject dictionary;
    dictionary.container = ClixmlContainer::Dictionary;
    row("empty dictionary", dictionary, "<Obj RefId=\"0\"><DCT /></Obj>");
    dictionary.entries = {{text(u"k"_s), list(ClixmlContainer::List, {})}, {number(7), {}}};
    row("dictionary", dictionary,
        "<Obj RefId=\"0\"><DCT><En><S N=\"Key\">k</S><Obj N=\"Value\" RefId=\"1\"><LST /></Obj></En>"
        "<En><I32 N=\"Key\">7</I32><Nil N=\"Value\" /></En></DCT></Obj>");
    row("enum", ClixmlValue::enumeration(u"System.DayOfWeek"_s, u"Monday"_s, 1),
        "<Obj RefId=\"0\"><TN "
        "RefId=\"0\"><T>System.DayOfWeek</T><T>System.Enum</T><T>System.ValueType</T><T>System.Object</T></TN>"
        "<ToString>Monday</ToString><I32>1</I32></Obj>");
    ClixmlObject object({u"A`1[[B]]"_s});
    object.text = u"a\nb"_s;
    object.adapted = {{u"Line\n\"1\""_s, number(1)}, {u"Empty"_s, {}}};
    object.extended = {{u"Note"_s, text(u"n"_s)}};
    row("properties", object,
        "<Obj RefId=\"0\"><TN RefId=\"0\"><T>A`1[[B]]</T></TN><ToString>a_x000A_b</ToString>"
        "<Props><I32 N=\"Line_x000A_&quot;1&quot;\">1</I32><Nil N=\"Empty\" /></Props><MS><S "
        "N=\"Note\">n</S></MS></Obj>");
    ClixmlObject noted;
    noted.inner = text(u"s"_s);
    noted.extended = {{u"PSComputerName"_s, text(u"fe1"_s)}};
    row("string with a note", noted, "<Obj RefId=\"0\"><S>s</S><MS><S N=\"PSComputerName\">fe1</S></MS></Obj>");
}

} // namespace

class TestClixml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenAndReadBack_data()
    {
        QTest::addColumn<ClixmlValue>("value");
        QTest::addColumn<QByteArray>("xml");
        addPrimitives();
        addReals();
        addObjects();
    }

    void writtenAndReadBack()
    {
        QFETCH(ClixmlValue, value);
        QFETCH(QByteArray, xml);
        QCOMPARE(writeClixml(value), xml);
        const auto read = readClixml(xml);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QVERIFY(*read == value);
        QCOMPARE(read->content().index(), value.content().index());
    }

    void notANumberIsReadAndWritten()
    {
        QCOMPARE(writeClixml(of(std::nan(""))), QByteArray("<Db>NaN</Db>"));
        QVERIFY(std::isnan(*readClixml("<Db>NaN</Db>")->get<double>()));
        QVERIFY(std::isnan(*readClixml("<Sg>NaN</Sg>")->get<float>()));
    }

    // What others write, and PowerShell takes.
    void lenientlyRead_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<ClixmlValue>("value");
        const auto row = [](const char *name, const char *xml, const ClixmlValue &value) {
            QTest::newRow(name) << QByteArray(xml) << value;
        };
        row("attributes turned round", "<Obj RefId=\"0\"><MS><Obj RefId=\"1\" N=\"a\"><LST/></Obj></MS></Obj>", [] {
            ClixmlObject object;
            object.extended = {{u"a"_s, list(ClixmlContainer::List, {})}};
            return object;
        }());
        row("no number of an object", "<Obj><LST/></Obj>", list(ClixmlContainer::List, {}));
        row("empty element", "<S/>", text(u""_s));
        row("lower case escapes", "<S>_x000a_</S>", text(u"\n"_s));
        row("broken escapes", "<S>_x00G0_ _x000A _x</S>", text(u"_x00G0_ _x000A _x"_s));
        row("character data", "<S><![CDATA[<a>]]>b</S>", text(u"<a>b"_s));
        row("comments and space", "\n<!-- a --><S>b</S>\n ", text(u"b"_s));
        row("more digits than a tick", "<DT>2018-06-13T23:45:29.45832039Z</DT>",
            of(moment(ClixmlDateTime::Zone::Utc, 3203)));
        row("years and months", "<TS>P1Y2M</TS>", of(TimeSpan{(365 + 60) * 864000000000}));
        row("hours beyond a day", "<TS>PT48H</TS>", of(TimeSpan{2 * 864000000000}));
        row("number with a plus", "<I32>+5</I32>", number(5));
        row("number in space", "<I32> 5 </I32>", number(5));
        row("exponent", "<Db>-1.5e-3</Db>", of(-0.0015));
        row("bytes in lines", "<BA>AAEC\n/w==</BA>", of(QByteArray("\0\1\2\xFF", 4)));
        row("Infinity", "<Db>Infinity</Db>", of(std::numeric_limits<double>::infinity()));
        row("processing instruction", "<?a b?><S>c<?d e?>f</S>", text(u"cf"_s));
        row("space that is to be kept", "<S xml:space=\"preserve\"> a </S>", text(u" a "_s));
        row("name of a stream", "<S S=\"Error\">a</S>", text(u"a"_s));
        row("all the 29 digits of a decimal", "<D>-7.9228162514264337593543950335</D>",
            ClixmlValue(ClixmlDecimal{u"-7.9228162514264337593543950335"_s}));
        row("largest duration", "<TS>P10675199DT2H48M5.4775807S</TS>",
            of(TimeSpan{std::numeric_limits<qint64>::max()}));
        row("smallest duration", "<TS>-P10675199DT2H48M5.4775808S</TS>",
            of(TimeSpan{std::numeric_limits<qint64>::min()}));
        row("smallest double", "<Db>4.94065645841247E-324</Db>", of(std::numeric_limits<double>::denorm_min()));
        row("number first, then the types", "<Obj><I32>1</I32><TN><T>A</T></TN><ToString>b</ToString></Obj>", [] {
            ClixmlObject object({u"A"_s});
            object.text = u"b"_s;
            object.inner = number(1);
            return object;
        }());
        row("keys that are numbers, enums and guids",
            "<Obj><DCT><En><I32 N=\"Key\">1</I32><Nil N=\"Value\" /></En><En><Obj N=\"Key\" "
            "RefId=\"7\"><I32>2</I32></Obj>"
            "<S N=\"Value\" /></En><En><G N=\"Key\">00000000-0000-0000-0000-000000000000</G>"
            "<Ref N=\"Value\" RefId=\"7\" /></En></DCT></Obj>",
            [] {
                ClixmlObject key;
                key.inner = number(2);
                ClixmlObject object;
                object.container = ClixmlContainer::Dictionary;
                object.entries = {{number(1), {}}, {key, text(u""_s)}, {of(QUuid()), key}};
                return object;
            }());
        row("escaped name", "<Obj><MS><S N=\"a_x0020_b_x000A_\">c</S></MS></Obj>", [] {
            ClixmlObject object;
            object.extended = {{u"a b\n"_s, text(u"c"_s)}};
            return object;
        }());
        row("value before key", "<Obj><DCT><En><S N=\"Value\">v</S><S N=\"Key\">k</S></En></DCT></Obj>", [] {
            ClixmlObject object;
            object.container = ClixmlContainer::Dictionary;
            object.entries = {{text(u"k"_s), text(u"v"_s)}};
            return object;
        }());
        row("member set", "<Obj><MS><MS N=\"PSStandardMembers\"><S N=\"a\">b</S></MS></MS></Obj>", [] {
            ClixmlObject members;
            members.extended = {{u"a"_s, text(u"b"_s)}};
            ClixmlObject object;
            object.extended = {{u"PSStandardMembers"_s, members}};
            return object;
        }());
    }

    void lenientlyRead()
    {
        QFETCH(QByteArray, xml);
        QFETCH(ClixmlValue, value);
        const auto read = readClixml(xml);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QVERIFY(*read == value);
    }

    void whatOccursTwiceIsWrittenOnce()
    {
        ClixmlObject inner({u"T"_s});
        inner.text = u"x"_s;
        const ClixmlValue shared(inner);
        const ClixmlValue value(list(ClixmlContainer::List, {shared, shared, ClixmlValue(inner)}));
        const QByteArray xml
            = "<Obj RefId=\"0\"><LST><Obj RefId=\"1\"><TN RefId=\"0\"><T>T</T></TN><ToString>x</ToString></Obj>"
              "<Ref RefId=\"1\" /><Obj RefId=\"2\"><TNRef RefId=\"0\" /><ToString>x</ToString></Obj></LST></Obj>";
        QCOMPARE(writeClixml(value), xml);
        const auto read = readClixml(xml);
        QVERIFY(read);
        QVERIFY(*read == value);
        QCOMPARE(read->object()->items[0].object(), read->object()->items[1].object());
        QCOMPARE(writeClixml(*read), xml);
    }

    void aDocumentOfSeveralValues()
    {
        const QList<ClixmlValue> values{text(u"a"_s), list(ClixmlContainer::List, {})};
        const QByteArray document = writeClixmlDocument(values);
        QCOMPARE(document,
                 QByteArray("<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">"
                            "<S>a</S><Obj RefId=\"0\"><LST /></Obj></Objs>"));
        ClixmlReader reader;
        QVERIFY(reader.addData("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n" + document));
        QVERIFY(reader.finish());
        QVERIFY(reader.takeValues() == values);
        QVERIFY(reader.takeValues().isEmpty());
    }

    void propertiesAreFoundByNameInAnyCase()
    {
        ClixmlObject object;
        object.adapted = {{u"Name"_s, text(u"adapted"_s)}, {u"Only"_s, number(1)}, {u"Gone"_s, {}}};
        object.extended = {{u"NAME"_s, text(u"extended"_s)}};
        QVERIFY(object.property(u"name") == text(u"extended"_s));
        QVERIFY(object.property(u"only") == number(1));
        QVERIFY(object.contains(u"gone") && object.property(u"gone").isNull());
        QVERIFY(!object.contains(u"none") && object.property(u"none").isNull());
    }

    void objectsBeyondTheDepthAreWrittenAsTheirText()
    {
        ClixmlValue value(text(u"innermost"_s));
        for (int i = 0; i < ClixmlWriteDepth + 50; ++i) {
            ClixmlObject object = list(ClixmlContainer::List, {value});
            object.text = u"level %1"_s.arg(i);
            value = object;
        }
        const QByteArray xml = writeClixml(value);
        QVERIFY(xml.contains("<S>level 49</S>"));
        QCOMPARE(xml.count("<Obj"), qsizetype(ClixmlWriteDepth));
    }
};

QTEST_GUILESS_MAIN(TestClixml)
#include "tst_clixml.moc"
