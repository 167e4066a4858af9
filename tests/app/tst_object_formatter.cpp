// Tables and lists of output objects, character by character.
#include "app/terminal/object_formatter.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

CmdletInfo cmdlet(const QStringList &columns)
{
    CmdletInfo info;
    info.name = u"Get-Thing"_s;
    info.outputTypeName = u"Thing"_s;
    info.tableColumns = columns;
    return info;
}

Object thing(const QString &name, const QVariant &count = {})
{
    return Object(u"Thing"_s).set(u"Name"_s, name).set(u"Count"_s, count);
}

QString formatted(const CmdletInfo &info, const QList<Object> &objects, int width = 0, bool isTerminal = false)
{
    ObjectFormatter formatter(info, width, isTerminal);
    QString text;
    for (const Object &object : objects)
        text += formatter.add(object);
    return text + formatter.finish();
}

} // namespace

class TestObjectFormatter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsAreShownAs_data()
    {
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<QList<Object>>("objects");
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("expected");
        const QStringList columns{u"Name"_s, u"Count"_s};
        QTest::newRow("nothing") << columns << QList<Object>{} << 0 << QString();
        QTest::newRow("table, numbers to the right")
            << columns << QList<Object>{thing(u"alpha"_s, 5), thing(u"b"_s, 12345)} << 0
            << u"Name  Count\n"
               "----  -----\n"
               "alpha     5\n"
               "b     12345\n"_s;
        QTest::newRow("texts to the left, nothing behind the last")
            << columns << QList<Object>{thing(u"a"_s, u"many"_s), thing(u"會議"_s)} << 0
            << u"Name Count\n"
               "---- -----\n"
               "a    many\n"
               "會議\n"_s;
        QTest::newRow("column that no object has")
            << QStringList{u"Name"_s, u"Other"_s} << QList<Object>{thing(u"a"_s, 1)} << 0
            << u"Name Other\n---- -----\na\n"_s;
        QTest::newRow("narrow terminal takes from the widest column")
            << columns << QList<Object>{thing(u"atl-cs-001.litwareinc.com"_s, 7)} << 16
            << u"Name       Count\n"
               "----       -----\n"
               "atl-cs-00…     7\n"_s;
        QTest::newRow("list") << QStringList() << QList<Object>{thing(u"a"_s, 1), thing(u"b"_s)} << 0
                              << u"Name  : a\n"
                                 "Count : 1\n"
                                 "\n"
                                 "Name  : b\n"
                                 "Count :\n"_s;
        QTest::newRow("wrapped list value")
            << QStringList() << QList<Object>{thing(u"one two three four five six"_s, true)} << 28
            << u"Name  : one two three four\n"
               "        five six\n"
               "Count : True\n"_s;
        QTest::newRow("collection that does not fit gets a line for each element")
            << QStringList()
            << QList<Object>{thing(u"a"_s, QVariantList{u"Registrar:a.example.com"_s, u"UserServer:a.example.com"_s})}
            << 40
            << u"Name  : a\n"
               "Count : {Registrar:a.example.com,\n"
               "         UserServer:a.example.com}\n"_s;
        QTest::newRow("element that does not fit on its line")
            << QStringList() << QList<Object>{thing(u"a"_s, QVariantList{u"one two three four five"_s, u"six"_s})} << 28
            << u"Name  : a\n"
               "Count : {one two three four\n"
               "          five,\n"
               "         six}\n"_s;
        QTest::newRow("line ends in a cell, escape in a cell")
            << columns << QList<Object>{thing(u"a\nb\x1b[1m"_s, 1)} << 0
            << u"Name    Count\n----    -----\na b\uFFFD[1m     1\n"_s;
        QTest::newRow("objects of another type are lists, and a table begins anew after them")
            << columns << QList<Object>{thing(u"a"_s, 1), Object(u"Other"_s).set(u"Key"_s, u"x"_s), thing(u"b"_s, 2)}
            << 0 << u"Name Count\n---- -----\na        1\n\nKey : x\n\nName Count\n---- -----\nb        2\n"_s;
    }
    void objectsAreShownAs()
    {
        QFETCH(QStringList, columns);
        QFETCH(QList<Object>, objects);
        QFETCH(int, width);
        QTEST(formatted(cmdlet(columns), objects, width), "expected");
    }

    void aTextIsPrintedAsItIs()
    {
        const QString xml = u"<?xml version=\"1.0\"?>\n<Topology>\u0085</Topology>\n"_s;
        QCOMPARE(formatted(cmdlet({}), {Object(u"System.String"_s, xml)}), xml);
    }

    void aTextOnATerminalCannotSteerIt()
    {
        QCOMPARE(formatted(cmdlet({}), {Object(u"System.String"_s, u"a\x1b]0;x\a"_s)}, 80, true),
                 u"a\uFFFD]0;x\uFFFD\n"_s);
    }

    void rowsBeyondTheMeasuredOnesComeAtOnce()
    {
        ObjectFormatter formatter(cmdlet({u"Name"_s, u"Count"_s}), 12, true);
        for (int i = 1; i < ObjectFormatter::RowsMeasured; ++i)
            QCOMPARE(formatter.add(thing(u"ab"_s, 1)), QString());
        QCOMPARE(formatter.add(thing(u"ab"_s, 1)).count(u'\n'), ObjectFormatter::RowsMeasured + 2);
        QCOMPARE(formatter.add(thing(u"abcdefgh"_s, 2)), u"abc…     2\n"_s);
        QCOMPARE(formatter.finish(), QString());
    }

    void noRowIsWiderThanTheTerminal()
    {
        const QStringList columns{u"Name"_s, u"Count"_s, u"Third"_s};
        QList<Object> objects;
        for (int i = 0; i < 30; ++i)
            objects.append(thing(QString(i * 7, u'x'), QString(i, u'會')).set(u"Third"_s, QString(30 - i, u'y')));
        const QStringList lines = formatted(cmdlet(columns), objects, 60, true).split(u'\n');
        for (const QString &line : lines)
            QVERIFY2(displayWidth(line) <= 60, qPrintable(line));
        QCOMPARE(lines.size(), 33);
    }
};

QTEST_GUILESS_MAIN(TestObjectFormatter)
#include "tst_object_formatter.moc"
