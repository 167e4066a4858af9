// JSON for programs keeps order and types; JSON for the history gives back the record that went in.
#include "backend/record_json.h"

#include "model/time_span.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUuid>

#include <limits>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 3, 4), QTime(12, 0, 0, 7), Qt::UTC);

QByteArray one(const QVariant &value)
{
    Object object(u"T"_s);
    object.set(u"P"_s, value);
    const QByteArray text = toJsonText(object);
    return text.mid(9, text.size() - 11); // without {\n  "P": and \n}
}

Record throughText(const Record &record)
{
    const QByteArray line = QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact);
    const std::optional<Record> back = recordFromJson(QJsonDocument::fromJson(line).object());
    return back.value_or(Record{{}, VerboseRecord{u"not a record"_s}});
}

template <typename T> T roundTrip(const T &content)
{
    const Record back = throughText({noon, content});
    return back.time == noon && std::holds_alternative<T>(back.content) ? std::get<T>(back.content) : T{};
}

} // namespace

class TestRecordJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueAsJson_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("null") << QVariant() << QByteArray("null");
        QTest::newRow("true") << QVariant(true) << QByteArray("true");
        QTest::newRow("int") << QVariant(-5) << QByteArray("-5");
        QTest::newRow("beyond a double") << QVariant(qint64(9007199254740993)) << QByteArray("9007199254740993");
        QTest::newRow("double") << QVariant(0.1) << QByteArray("0.1");
        QTest::newRow("not a number") << QVariant(std::numeric_limits<double>::quiet_NaN()) << QByteArray("null");
        QTest::newRow("infinity") << QVariant(std::numeric_limits<double>::infinity()) << QByteArray("null");
        QTest::newRow("date") << QVariant(noon) << QByteArray("\"2026-03-04T12:00:00.007Z\"");
        QTest::newRow("local date is UTC")
            << QVariant(noon.toOffsetFromUtc(3600)) << QByteArray("\"2026-03-04T12:00:00.007Z\"");
        QTest::newRow("no date") << QVariant(QDateTime()) << QByteArray("null");
        QTest::newRow("time span") << QVariant::fromValue(TimeSpan::fromSeconds(90)) << QByteArray("\"00:01:30\"");
        QTest::newRow("uuid") << QVariant(QUuid(u"{11111111-2222-3333-4444-555555555555}"_s))
                              << QByteArray("\"11111111-2222-3333-4444-555555555555\"");
        QTest::newRow("bytes") << QVariant(QByteArray("\0\xff", 2)) << QByteArray("\"AP8=\"");
        QTest::newRow("quotes") << QVariant(u"a\"b\\c/"_s) << QByteArray("\"a\\\"b\\\\c/\"");
        QTest::newRow("control") << QVariant(u"a\n\t\x01\x7f"_s) << QByteArray("\"a\\n\\t\\u0001\\u007f\"");
        QTest::newRow("beyond ASCII") << QVariant(u"Zoë 😀"_s) << QByteArray("\"Zoë 😀\"");
        QTest::newRow("half a pair") << QVariant(QString(QChar(0xd83d))) << QByteArray("\"\uFFFD\"");
        QTest::newRow("object without properties is its text")
            << QVariant::fromValue(Object(u"T"_s, u"FinalState"_s)) << QByteArray("\"FinalState\"");
        QTest::newRow("empty list") << QVariant(QVariantList()) << QByteArray("[]");
        QTest::newRow("list") << QVariant(QVariantList{1, u"a"_s}) << QByteArray("[\n    1,\n    \"a\"\n  ]");
        QTest::newRow("strings") << QVariant(QStringList{u"a"_s}) << QByteArray("[\n    \"a\"\n  ]");
    }
    void aValueAsJson()
    {
        QFETCH(QVariant, value);
        QFETCH(QByteArray, json);
        QCOMPARE(one(value), json);
        QJsonParseError error;
        QJsonDocument::fromJson('[' + one(value) + ']', &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
    }

    void propertiesKeepTheirOrder()
    {
        Object inner(u"T"_s, u"text"_s);
        inner.set(u"Z"_s, 1).set(u"A"_s, 2);
        Object object;
        object.set(u"Second"_s, u"x"_s).set(u"First"_s, QVariant::fromValue(inner));
        QCOMPARE(
            toJsonText(object, 1),
            QByteArray("{\n    \"Second\": \"x\",\n    \"First\": {\n      \"Z\": 1,\n      \"A\": 2\n    }\n  }"));
    }

    void everyPropertyTypeComesBack_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::newRow("null") << QVariant();
        QTest::newRow("string") << QVariant(u"a\nb"_s);
        QTest::newRow("number-like string") << QVariant(u"5"_s);
        QTest::newRow("bool") << QVariant(false);
        QTest::newRow("int") << QVariant(5);
        QTest::newRow("long") << QVariant(std::numeric_limits<qint64>::max());
        QTest::newRow("double") << QVariant(2.0);
        QTest::newRow("infinity") << QVariant(std::numeric_limits<double>::infinity());
        QTest::newRow("date") << QVariant(noon);
        QTest::newRow("time span") << QVariant::fromValue(TimeSpan{-1});
        QTest::newRow("uuid") << QVariant(QUuid(u"{11111111-2222-3333-4444-555555555555}"_s));
        QTest::newRow("bytes") << QVariant(QByteArray("\0\xff", 2));
        Object inner(u"Outer.Inner"_s, u"text"_s);
        inner.set(u"Z"_s, 1).set(u"A"_s, QVariantList{1, QVariant::fromValue(TimeSpan{7}), QVariantList{}});
        QTest::newRow("object") << QVariant::fromValue(inner);
        QTest::newRow("list") << QVariant(QVariantList{u"a"_s, 5, QVariant(), QVariant::fromValue(inner)});
    }
    void everyPropertyTypeComesBack()
    {
        QFETCH(QVariant, value);
        Object object;
        object.setTypeNames({u"A.B"_s, u"System.Object"_s});
        object.setText(u"text"_s);
        object.set(u"First"_s, value).set(u"Again"_s, 1);
        const Object back = roundTrip(OutputRecord{object}).object;
        QCOMPARE(back.value(u"First").metaType(), value.metaType());
        QVERIFY(back == object);
    }

    void everyKindOfRecordComesBack()
    {
        const ErrorRecord error{{ErrorCategory::ResourceBusy, u"Id"_s, u"m"_s, u"a"_s, u"t"_s}, true, true};
        QCOMPARE(roundTrip(error).error, error.error);
        QVERIFY(roundTrip(error).isTerminating && roundTrip(error).isSuppressed);

        const WarningRecord warning = roundTrip(WarningRecord{u"m"_s, u"a"_s, true});
        QCOMPARE(warning.message + warning.recommendedAction, u"ma"_s);
        QVERIFY(warning.isSuppressed);

        QCOMPARE(roundTrip(VerboseRecord{u"v"_s}).message, u"v"_s);
        QCOMPARE(roundTrip(InformationRecord{u"i"_s, true}).message, u"i"_s);
        QVERIFY(roundTrip(InformationRecord{u"i"_s, true}).isHostMessage);

        const ProgressRecord progress = roundTrip(ProgressRecord{3, 2, u"a"_s, u"s"_s, u"o"_s, 40, 7, true});
        QCOMPARE(progress.activityId, 3);
        QCOMPARE(progress.parentActivityId, 2);
        QCOMPARE(progress.activity + progress.status + progress.currentOperation, u"aso"_s);
        QCOMPARE(progress.percentComplete, 40);
        QCOMPARE(progress.secondsRemaining, 7);
        QVERIFY(progress.isCompleted);

        StepRecord step{2,    1,  u"a"_s, StepResult::SucceededWithWarnings, {u"i"_s, u"j"_s}, {{u"c"_s, 5, true}},
                        noon, {}, 9};
        QVERIFY(roundTrip(step) == step);
        step.ended = noon.addMSecs(1);
        QVERIFY(roundTrip(step) == step);

        const PromptRequest prompt{7, PromptKind::Credential, u"c"_s, u"m"_s, {{u"&Yes"_s, u"h"_s}}, 0};
        QVERIFY(roundTrip(prompt) == prompt);

        for (const Outcome outcome : {Outcome::Succeeded, Outcome::SucceededWithWarnings, Outcome::Failed,
                                      Outcome::Cancelled, Outcome::Skipped, Outcome::Previewed, Outcome::Interrupted}) {
            const FinishedRecord finished = roundTrip(FinishedRecord{outcome, u"/r"_s, u"C:\\r"_s});
            QVERIFY(finished.outcome == outcome);
            QCOMPARE(finished.reportPath + finished.remoteReportPath, u"/rC:\\r"_s);
        }
    }

    void whatIsNoRecordIsNotTakenForOne_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("unknown kind") << QByteArray("{\"kind\":\"Telepathy\",\"time\":\"2026-03-04T12:00:00.000Z\"}");
        QTest::newRow("no time") << QByteArray("{\"kind\":\"Verbose\",\"message\":\"m\"}");
        QTest::newRow("bad time") << QByteArray("{\"kind\":\"Verbose\",\"message\":\"m\",\"time\":\"noon\"}");
        QTest::newRow("unknown outcome") << QByteArray(
            "{\"kind\":\"Finished\",\"outcome\":\"Fine\",\"time\":\"2026-03-04T12:00:00.000Z\"}");
        QTest::newRow("kind of another type") << QByteArray("{\"kind\":5,\"time\":\"2026-03-04T12:00:00.000Z\"}");
    }
    void whatIsNoRecordIsNotTakenForOne()
    {
        QFETCH(QByteArray, json);
        const QJsonDocument document = QJsonDocument::fromJson(json);
        QVERIFY(document.isObject());
        QVERIFY(!recordFromJson(document.object()));
    }
};

QTEST_GUILESS_MAIN(TestRecordJson)
#include "tst_record_json.moc"
