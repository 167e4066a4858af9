// ClixmlReader takes data as it comes, and gives one clear error for what is no CLIXML.
#include "backend/remoting/clixml/clixml_reader.h"

#include <QRegularExpression>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

QByteArray nested(int objects)
{
    return QByteArray("<Obj><LST>").repeated(objects) + QByteArray("</LST></Obj>").repeated(objects);
}

// Each object holds the one before it twice: 2^levels values in a few bytes for each level.
QByteArray doubling(int levels)
{
    QByteArray xml = "<Obj><LST><Obj RefId=\"0\"><LST /></Obj>";
    for (int i = 1; i <= levels; ++i) {
        const QByteArray reference = "<Ref RefId=\"" + QByteArray::number(i - 1) + "\" />";
        xml += "<Obj RefId=\"" + QByteArray::number(i) + "\"><LST>" + reference + reference + "</LST></Obj>";
    }
    return xml + "</LST></Obj>";
}

// Each object holds the one before it: a chain that is deep though no element is.
QByteArray chain(int links)
{
    QByteArray xml = "<Obj><LST><Obj RefId=\"0\"><LST /></Obj>";
    for (int i = 1; i <= links; ++i)
        xml += "<Obj RefId=\"" + QByteArray::number(i) + "\"><LST><Ref RefId=\"" + QByteArray::number(i - 1)
            + "\" /></LST></Obj>";
    return xml + "</LST></Obj>";
}

const QByteArray sample
    = "\xEF\xBB\xBF<?xml version=\"1.0\"?><Objs xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">"
      "<Obj RefId=\"0\"><TN RefId=\"0\"><T>Größe</T></TN><ToString>a_x000A_&lt;b&gt;</ToString>"
      "<Props><S N=\"Näme\">€ 𐐷 &amp;amp;</S></Props><MS><Db N=\"d\">-1.5E-07</Db></MS></Obj>"
      "<DT>2018-06-13T23:45:29.4583203+00:00</DT><Ref RefId=\"0\" /><Nil /></Objs>";

} // namespace

class TestClixmlReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dataSplitAtEveryByteGivesTheSameValues()
    {
        ClixmlReader whole;
        QVERIFY(whole.addData(sample));
        QVERIFY(whole.finish());
        const QList<ClixmlValue> expected = whole.takeValues();
        QCOMPARE(expected.size(), 4);
        QCOMPARE(expected.first().object()->adapted.first().value.get<QString>()->toUtf8(), QByteArray("€ 𐐷 &amp;"));
        for (qsizetype at = 0; at <= sample.size(); ++at) {
            ClixmlReader reader;
            QVERIFY(reader.addData(sample.first(at)));
            QList<ClixmlValue> values = reader.takeValues();
            QVERIFY(reader.addData(sample.sliced(at)));
            QVERIFY2(reader.finish(), QByteArray::number(at).constData());
            values += reader.takeValues();
            QVERIFY2(values == expected, QByteArray::number(at).constData());
        }
    }

    void dataByteByByteGivesEachValueAsSoonAsItIsComplete()
    {
        ClixmlReader reader;
        qsizetype count = 0;
        const QByteArray xml = "<S>a</S><I32>1</I32>";
        for (const char byte : xml.first(8))
            QVERIFY(reader.addData(QByteArray(1, byte)));
        count += reader.takeValues().size();
        QCOMPARE(count, 1);
        for (const char byte : xml.sliced(8))
            QVERIFY(reader.addData(QByteArray(1, byte)));
        QVERIFY(reader.finish());
        QCOMPARE(reader.takeValues().size(), 1);
    }

    void everyTruncationIsAnError()
    {
        for (qsizetype size = 0; size < sample.size(); ++size) {
            ClixmlReader reader;
            QVERIFY(reader.addData(sample.first(size)));
            const auto finished = reader.finish();
            const bool isNothing = size == 0 || size == 3 || size == sample.indexOf("?>") + 2;
            QVERIFY2(finished.isOk() == isNothing, QByteArray::number(size).constData());
        }
    }

    void hostileDocumentsAreErrors_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("sentence"); // its end
        const auto row = [](const char *name, const QByteArray &xml, const QString &sentence) {
            QTest::newRow(name) << xml << sentence;
        };
        const QString malformed = u"It is not well-formed XML."_s;
        const QString type = u"It has a document type definition, which is not allowed in it."_s;
        const QString depth = u"It is nested more deeply than is allowed."_s;
        const QString values = u"It has more values than are allowed."_s;
        row("nested too deeply", nested(51), depth);
        row("a million levels", nested(1'000'000), depth);
        row("a chain of references", chain(60), depth);
        row("references that double", doubling(40), values);
        row("a loop", "<Obj RefId=\"0\"><MS><Ref N=\"a\" RefId=\"0\" /></MS></Obj>",
            u"An object refers to one that encloses it."_s);
        row("an unknown reference", "<Ref RefId=\"5\" />", u"A reference is to an object that is not there."_s);
        row("a reference to nothing", "<Ref />", u"A reference to an object does not say to which."_s);
        row("a reference that is no number", "<Ref RefId=\"x\" />", u"The number of a reference is not a number."_s);
        row("unknown type names", "<Obj><TNRef RefId=\"0\" /></Obj>",
            u"A reference is to type names that are not there."_s);
        row("a number twice", "<Obj><LST><Obj RefId=\"1\"/><Obj RefId=\"1\"/></LST></Obj>",
            u"Two objects have the same number."_s);
        row("an unknown element", "<X>1</X>", u"The element X must not stand where it stands."_s);
        row("an object in an object", "<Obj><Obj /></Obj>", u"The element Obj must not stand where it stands."_s);
        row("two lists", "<Obj><LST /><LST /></Obj>", u"An object has two of what it may have once."_s);
        row("an entry without value", "<Obj><DCT><En><S N=\"Key\">a</S></En></DCT></Obj>",
            u"An entry of a dictionary is not a key and a value."_s);
        row("an entry of three", "<Obj><DCT><En><S>a</S><S>a</S><S>a</S></En></DCT></Obj>",
            u"An entry of a dictionary is not a key and a value."_s);
        row("text between elements", "<Obj>text</Obj>", u"Text stands where none may stand."_s);
        row("a document type", "<!DOCTYPE a [<!ENTITY b \"c\">]><S>&b;</S>", type);
        row("a document type behind a declaration", "<?xml version=\"1.0\"?><!DOCTYPE a><S>b</S>", type);
        row("an unknown entity", "<S>&unknown;</S>", malformed);
        row("elements crossed", "<Obj><LST></Obj></LST>", malformed);
        row("an end of the root", "<S>a</S></CLIXML>", u""_s);
        row("no UTF-8", "<S>\xFF\xFE</S>", malformed);
        row("an endless declaration", "<?xml " + QByteArray(5000, 'a'), u"It ends in the middle of a value."_s);
    }

    void hostileDocumentsAreErrors()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QString, sentence);
        ClixmlReader reader;
        const auto added = reader.addData(xml);
        const auto finished = reader.finish();
        QVERIFY(!finished);
        const Error error = finished.error();
        QCOMPARE(toString(error.category), u"InvalidData"_s);
        static const QRegularExpression position(
            u"^The server's data could not be read beyond line \\d+, column \\d+\\. "_s);
        QVERIFY2(error.message.contains(position), qPrintable(error.message));
        QVERIFY2(error.message.endsWith(sentence), qPrintable(error.message));
        QVERIFY2(added || added.error() == error, qPrintable(error.message));
        const auto again = reader.addData("<S>a</S>");
        QVERIFY(!again);
        QCOMPARE(again.error().message, error.message);
    }

    void wrongValuesAreErrors_data()
    {
        QTest::addColumn<QString>("element");
        QTest::addColumn<QString>("text");
        const std::pair<const char *, QStringList> rows[] = {
            {"B", {u"yes"_s, u""_s, u"TRUE"_s}},
            {"C", {u"65536"_s, u"a"_s, u"-1"_s}},
            {"By", {u"256"_s, u"-1"_s, u""_s}},
            {"SB", {u"128"_s, u"-129"_s}},
            {"U16", {u"65536"_s}},
            {"I16", {u"32768"_s}},
            {"U32", {u"4294967296"_s, u"-1"_s}},
            {"I32", {u"2147483648"_s, u"1.5"_s, u"0x10"_s, u"1 2"_s, u"٣"_s, u"+-5"_s, u"9"_s.repeated(1000)}},
            {"U64", {u"18446744073709551616"_s}},
            {"I64", {u"9223372036854775808"_s, u"five"_s}},
            {"Sg", {u"1e"_s, u"nan"_s, u""_s}},
            {"Db", {u"inf"_s, u"0x1p3"_s, u"1e999"_s, u"1,5"_s, u"--1"_s}},
            {"D", {u"1e5"_s, u"1.2.3"_s, u"-"_s, u""_s}},
            {"DT",
             {u"2018-02-30T00:00:00"_s, u"2018-01-01"_s, u"2018-01-01T25:00:00"_s, u"2018-01-01T00:00:00."_s,
              u"2018-01-01T00:00:00+1:00"_s, u"2018-01-01T00:00:00+15:00"_s, u"2018-01-01T00:00:00Z1"_s}},
            {"TS",
             {u"P"_s, u"PT"_s, u"1D"_s, u"P1DT"_s, u"PT1S2M"_s, u"PT1.5M"_s, u"PT1.S"_s, u"P1H"_s, u"P1D "_s + u"x"_s,
              u"P10675200D"_s, u"P99999999999999999999DT1S"_s, u"PT1S1S"_s}},
            {"BA", {u"A"_s, u"****"_s}},
            {"G",
             {u"792e5b37"_s, u"{792e5b37-4505-47ef-b7d2-8711bb7affa8}"_s, u"792e5b37-4505-47ef-b7d2-8711bb7affaX"_s}},
            {"Version", {u"1"_s, u"1.2.3.4.5"_s, u"a.b"_s, u"1.-2"_s, u"1."_s}},
            {"SS", {u"?"_s}},
        };
        for (const auto &[element, texts] : rows) {
            for (const QString &text : texts)
                QTest::addRow("%s %s", element, qPrintable(text.first(qMin(text.size(), qsizetype(40)))))
                    << QString::fromLatin1(element) << text;
        }
    }

    void wrongValuesAreErrors()
    {
        QFETCH(QString, element);
        QFETCH(QString, text);
        const auto read = readClixml(u"<%1>%2</%1>"_s.arg(element, text).toUtf8());
        QVERIFY(!read);
        QVERIFY2(read.error().message.endsWith(u"The text of an element %1 is not one of its values."_s.arg(element)),
                 qPrintable(read.error().message));
    }

    void limitsHold()
    {
        ClixmlLimits limits;
        limits.depth = 4;
        limits.values = 6;
        limits.textBytes = 20; // ten UTF-16 code units
        QVERIFY(readClixml(nested(2), limits));
        QVERIFY(!readClixml(nested(3), limits));
        QVERIFY(readClixml("<Obj><LST><Nil/><Nil/><Nil/><Nil/><Nil/></LST></Obj>", limits));
        QVERIFY(!readClixml("<Obj><LST><Nil/><Nil/><Nil/><Nil/><Nil/><Nil/></LST></Obj>", limits));
        QVERIFY(readClixml("<S>1234567890</S>", limits));
        QVERIFY(!readClixml("<S>12345678901</S>", limits));
        limits.depth = 8;
        QVERIFY(readClixml(doubling(1), limits));
        QVERIFY(!readClixml(doubling(2), limits));
        QVERIFY(readClixml(chain(15)));
    }

    void aLoopIsCutWhereThatIsWanted()
    {
        ClixmlLimits limits;
        limits.cutLoops = true;
        const auto read
            = readClixml("<Obj RefId=\"0\"><TN RefId=\"0\"><T>Pool</T></TN><ToString>a</ToString><MS>"
                         "<Obj N=\"Child\" RefId=\"1\"><MS><Ref N=\"Owner\" RefId=\"0\" /></MS></Obj></MS></Obj>",
                         limits);
        QVERIFY(read);
        const ClixmlObject *owner = read->object()->property(u"Child").object()->property(u"Owner").object();
        QVERIFY(owner);
        QCOMPARE(owner->typeNames, QStringList{u"Pool"_s});
        QCOMPARE(owner->text, u"a"_s);
        QVERIFY(owner->extended.isEmpty());
    }

    void theErrorSaysWhere()
    {
        const auto read = readClixml("<Obj>\n <LST>\n  <I32>x</I32>\n </LST>\n</Obj>");
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(u"line 3,"_s), qPrintable(read.error().message));
    }

    void oneValueIsWanted()
    {
        QVERIFY(!readClixml(""));
        QVERIFY(!readClixml("<S>a</S><S>b</S>"));
    }

    void manyValuesPassThroughInBoundedMemory()
    {
        ClixmlReader reader;
        qint64 count = 0;
        const QByteArray thousand = QByteArray("<Obj><MS><I32 N=\"a\">1</I32></MS></Obj>").repeated(1000);
        for (int i = 0; i < 100; ++i) {
            QVERIFY(reader.addData(thousand));
            count += reader.takeValues().size();
        }
        QVERIFY(reader.finish());
        QCOMPARE(count, 100'000);
    }
};

QTEST_GUILESS_MAIN(TestClixmlReader)
#include "tst_clixml_reader.moc"
