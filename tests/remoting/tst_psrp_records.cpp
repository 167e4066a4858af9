// What servers send becomes the program's own objects and records, however it was written.
#include "backend/remoting/clixml/clixml_reader.h"
#include "backend/remoting/psrp/psrp_records.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

ClixmlValue read(const QByteArray &xml)
{
    const auto value = readClixml(xml);
    if (!value)
        qFatal("%s", qPrintable(value.error().message));
    return *value;
}

template <typename T> T record(PsrpMessageType type, const QByteArray &xml)
{
    const auto content = decodeRecord(type, read(xml));
    return content && std::holds_alternative<T>(*content) ? std::get<T>(*content) : T{};
}

} // namespace

class TestPsrpRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAsVariants_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QVariant>("variant");
        const auto row
            = [](const char *xml, const QVariant &variant) { QTest::newRow(xml) << QByteArray(xml) << variant; };
        row("<Nil />", QVariant());
        row("<S>a</S>", u"a"_s);
        row("<C>97</C>", u"a"_s);
        row("<B>true</B>", true);
        row("<By>255</By>", 255);
        row("<I32>-5</I32>", -5);
        row("<U32>4294967295</U32>", qint64(4294967295));
        row("<I64>5</I64>", qint64(5));
        row("<U64>5</U64>", qint64(5));
        row("<U64>18446744073709551615</U64>", u"18446744073709551615"_s);
        row("<Sg>0.5</Sg>", 0.5);
        row("<D>1.10</D>", u"1.10"_s);
        row("<Version>5.1</Version>", u"5.1"_s);
        row("<TS>PT1M</TS>", QVariant::fromValue(TimeSpan::fromSeconds(60)));
        row("<DT>2026-03-04T12:00:00+02:00</DT>", QDateTime(QDate(2026, 3, 4), QTime(10, 0), Qt::UTC));
        row("<DT>2026-03-04T12:00:00</DT>", QDateTime(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC));
        row("<BA>YQ==</BA>", QByteArray("a"));
        row("<SS>YQ==</SS>", u"System.Security.SecureString"_s);
        row("<Obj><LST><I32>1</I32><S>b</S></LST></Obj>", QVariantList{1, u"b"_s});
        row("<Obj><S>noted</S><MS><S N=\"PSComputerName\">fe</S></MS></Obj>", u"noted"_s);
    }

    void valuesAsVariants()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QVariant, variant);
        const QVariant converted = toVariant(read(xml));
        QCOMPARE(converted.metaType(), variant.metaType());
        QCOMPARE(converted, variant);
    }

    void anEnumIsAnObjectWithItsText()
    {
        const ClixmlValue state = ClixmlValue::enumeration(u"Pool.State"_s, u"FailedOver"_s, 2);
        ClixmlObject pool({u"Pool"_s});
        pool.text = u"a.example.com"_s;
        pool.adapted = {{u"State"_s, state}, {u"Name"_s, ClixmlValue(u"adapted"_s)}};
        pool.extended = {{u"name"_s, ClixmlValue(u"extended"_s)}};
        const Object object = toObject(pool);
        QCOMPARE(object.typeNames(), QStringList{u"Pool"_s});
        QCOMPARE(object.text(), u"a.example.com"_s);
        QCOMPARE(object.string(u"State"), u"FailedOver"_s);
        QCOMPARE(object.string(u"Name"), u"extended"_s);
        QCOMPARE(object.properties().size(), 2);
    }

    void aDictionaryIsAnObjectOfItsKeys()
    {
        const Object object
            = toObject(read("<Obj><DCT><En><S N=\"Key\">a</S><I32 N=\"Value\">1</I32></En></DCT></Obj>"));
        QCOMPARE(object.value(u"a"), QVariant(1));
    }

    void aPrimitiveIsAnObjectOfItsType()
    {
        const Object object = toObject(read("<I32>5</I32>"));
        QCOMPARE(object.typeNames(), QStringList{u"System.Int32"_s});
        QCOMPARE(object.text(), u"5"_s);
    }

    void anErrorRecordInFull()
    {
        const ErrorRecord error = decodeErrorRecord(
            read("<Obj><ToString>text</ToString><MS><Obj N=\"Exception\"><Props><S "
                 "N=\"Message\">exception</S></Props></Obj>"
                 "<S N=\"FullyQualifiedErrorId\">PoolNotFound,Get-CsPool</S><I32 N=\"ErrorCategory_Category\">13</I32>"
                 "<S N=\"ErrorCategory_TargetName\">a.example.com</S><S N=\"ErrorDetails_Message\">The pool is not "
                 "there.</S>"
                 "<S N=\"ErrorDetails_RecommendedAction\">Look again.</S></MS></Obj>"),
            true);
        const Error expected{ErrorCategory::ObjectNotFound, u"PoolNotFound,Get-CsPool"_s, u"The pool is not there."_s,
                             u"Look again."_s, u"a.example.com"_s};
        QCOMPARE(error.error, expected);
        QVERIFY(error.isTerminating);
    }

    void theMessageOfAnErrorIsWhatThereIs_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("message");
        QTest::newRow("exception") << QByteArray("<Obj><ToString>t</ToString><MS><Obj N=\"Exception\"><Props><S "
                                                 "N=\"Message\">e</S></Props></Obj></MS></Obj>")
                                   << u"e"_s;
        QTest::newRow("text") << QByteArray("<Obj><ToString>t</ToString></Obj>") << u"t"_s;
        QTest::newRow("string") << QByteArray("<S>s</S>") << u"s"_s;
        QTest::newRow("nothing") << QByteArray("<Obj />") << QString();
    }

    void theMessageOfAnErrorIsWhatThereIs()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QString, message);
        const Error error = decodeErrorRecord(read(xml), false).error;
        QCOMPARE(error.message, message);
        QCOMPARE(toString(error.category), u"NotSpecified"_s);
    }

    void unknownCategoriesAreNotSpecified()
    {
        for (const char *number : {"-1", "32", "2147483647"}) {
            const Error error = decodeErrorRecord(read(QByteArray("<Obj><MS><I32 N=\"ErrorCategory_Category\">")
                                                       + number + "</I32></MS></Obj>"),
                                                  false)
                                    .error;
            QCOMPARE(toString(error.category), u"NotSpecified"_s);
        }
    }

    void progressIsBounded()
    {
        const auto progress
            = record<ProgressRecord>(PsrpMessageType::ProgressRecord,
                                     "<Obj><MS><S N=\"Activity\">a</S><I32 N=\"ActivityId\">3</I32><S "
                                     "N=\"StatusDescription\">s</S><S N=\"CurrentOperation\">c</S>"
                                     "<I32 N=\"ParentActivityId\">1</I32><I32 N=\"PercentComplete\">200</I32><I32 "
                                     "N=\"SecondsRemaining\">-7</I32>"
                                     "<Obj N=\"Type\"><ToString>Completed</ToString><I32>1</I32></Obj></MS></Obj>");
        QCOMPARE(progress.activity, u"a"_s);
        QCOMPARE(progress.activityId, 3);
        QCOMPARE(progress.parentActivityId, 1);
        QCOMPARE(progress.status, u"s"_s);
        QCOMPARE(progress.currentOperation, u"c"_s);
        QCOMPARE(progress.percentComplete, 100);
        QCOMPARE(progress.secondsRemaining, -1);
    }

    // An enum without type names is still the number that says that the activity is over.
    void completedProgressIsKnownByItsNumber()
    {
        for (const QByteArray &type :
             {QByteArray("<I32 N=\"Type\">1</I32>"),
              QByteArray("<Obj N=\"Type\"><ToString>Completed</ToString><I32>1</I32></Obj>"),
              QByteArray("<Obj N=\"Type\"><TN><T>X</T><T>System.Enum</T></TN><I32>1</I32></Obj>")})
            QVERIFY(record<ProgressRecord>(PsrpMessageType::ProgressRecord, "<Obj><MS>" + type + "</MS></Obj>")
                        .isCompleted);
    }

    // MS-PSRP 2.2.5.1.25: as a value among others, it has an element of its own.
    void aProgressRecordInItsShortForm()
    {
        const QByteArray xml = "<Obj S=\"progress\"><MS><I64 N=\"SourceId\">1</I64><PR N=\"Record\"><AV>Backing "
                               "up_x0021_</AV><AI>4</AI><S>users</S><PI>2</PI><PC>40</PC><T>Processing</T><SR>70</SR>"
                               "<SD>of pool</SD></PR></MS></Obj>";
        const ClixmlValue record = read(xml).object()->property(u"Record");
        const auto content = decodeRecord(PsrpMessageType::ProgressRecord, record);
        QVERIFY(content && std::holds_alternative<ProgressRecord>(*content));
        const auto &progress = std::get<ProgressRecord>(*content);
        QCOMPARE(progress.activity, u"Backing up!"_s);
        QCOMPARE(progress.activityId, 4);
        QCOMPARE(progress.parentActivityId, 2);
        QCOMPARE(progress.status, u"of pool"_s);
        QCOMPARE(progress.currentOperation, u"users"_s);
        QCOMPARE(progress.percentComplete, 40);
        QCOMPARE(progress.secondsRemaining, 70);
        QVERIFY(!progress.isCompleted);
        QCOMPARE(toObject(record).typeNames().first(), u"System.Management.Automation.ProgressRecord"_s);
        const auto over = decodeRecord(PsrpMessageType::ProgressRecord,
                                       read("<PR><AV>a</AV><AI>0</AI><Nil /><PI>-1</PI><PC>-1</PC><T>Completed</T>"
                                            "<SR>-1</SR><SD> </SD></PR>"));
        QVERIFY(over && std::get<ProgressRecord>(*over).isCompleted);
        QVERIFY(!readClixml("<PR><I32>1</I32></PR>"));
    }

    void messagesAndInformation()
    {
        const QByteArray informational
            = "<Obj><ToString>t</ToString><MS><S N=\"InformationalRecord_Message\">m</S></MS></Obj>";
        QCOMPARE(record<WarningRecord>(PsrpMessageType::WarningRecord, informational).message, u"m"_s);
        QCOMPARE(record<VerboseRecord>(PsrpMessageType::VerboseRecord, "<Obj><ToString>t</ToString></Obj>").message,
                 u"t"_s);
        QCOMPARE(record<InformationRecord>(PsrpMessageType::DebugRecord, "<S>d</S>").message, u"d"_s);
        const auto host = record<InformationRecord>(
            PsrpMessageType::InformationRecord,
            "<Obj><MS><Obj "
            "N=\"MessageData\"><TN><T>System.Management.Automation.HostInformationMessage</T></TN><ToString>t</"
            "ToString>"
            "<Props><S N=\"Message\">h</S></Props></Obj><Obj N=\"Tags\"><LST><S>PSHOST</S></LST></Obj></MS></Obj>");
        QCOMPARE(host.message, u"h"_s);
        QVERIFY(host.isHostMessage);
        QVERIFY(!decodeRecord(PsrpMessageType::ProgressRecord, read("<S>a</S>")));
        QVERIFY(!decodeRecord(PsrpMessageType::PipelineOutput, read("<S>a</S>")));
    }
};

QTEST_GUILESS_MAIN(TestPsrpRecords)
#include "tst_psrp_records.moc"
