// What is written is read back the same, for random values and for what genuine clients and servers sent.
#include "backend/remoting/clixml/clixml_reader.h"
#include "backend/remoting/clixml/clixml_writer.h"
#include "tests/remoting/random_clixml.h"
#include "tests/remoting/recorded_psrp.h"
#include "tests/remoting/recorded_traffic.h"

#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

class TestClixmlRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomValuesComeBackTheSame_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 100; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void randomValuesComeBackTheSame()
    {
        QFETCH(quint32, seed);
        RandomClixml random(seed);
        for (int i = 0; i < 5; ++i) {
            const ClixmlValue value = random.value();
            const QByteArray xml = writeClixml(value);
            const auto read = readClixml(xml);
            QVERIFY2(read, qPrintable(read ? QString() : read.error().message + QString::fromUtf8(xml)));
            QVERIFY2(*read == value, xml.constData());
            QCOMPARE(writeClixml(*read), xml);
        }
    }

    void randomValuesInPiecesComeBackTheSame()
    {
        RandomClixml random(4711);
        QRandomGenerator pieces(42);
        for (int i = 0; i < 100; ++i) {
            const QList<ClixmlValue> values{random.value(), random.value()};
            const QByteArray document = writeClixmlDocument(values);
            ClixmlReader reader;
            QList<ClixmlValue> read;
            for (qsizetype at = 0; at < document.size();) {
                const qsizetype size = qMin(document.size() - at, qsizetype(1 + pieces.bounded(16)));
                QVERIFY(reader.addData(document.sliced(at, size)));
                read += reader.takeValues();
                at += size;
            }
            QVERIFY(reader.finish());
            QVERIFY2(read == values, document.constData());
        }
    }

    void recordedRequestsAreWrittenByteForByte_data() { addExchanges(); }

    void recordedRequestsAreWrittenByteForByte()
    {
        QFETCH(QString, exchange);
        int count = 0;
        for (const RecordedPsrp &recorded : recordedPsrp(exchange)) {
            if (!recorded.isRequest || recorded.message.data.isEmpty())
                continue;
            const auto read = readClixml(recorded.message.data);
            QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
            QCOMPARE(writeClixml(*read), withUsualSpelling(recorded.message.data));
            ++count;
        }
        QVERIFY(count >= 2);
    }

    // Servers write as .NET does, and so do we: byte for byte as well.
    void recordedResponsesAreReadAndWrittenByteForByte_data() { addExchanges(); }

    void recordedResponsesAreReadAndWrittenByteForByte()
    {
        QFETCH(QString, exchange);
        int count = 0;
        for (const RecordedPsrp &recorded : recordedPsrp(exchange)) {
            if (recorded.isRequest || recorded.message.data.isEmpty())
                continue;
            const auto read = readClixml(recorded.message.data);
            QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
            QCOMPARE(writeClixml(*read), recorded.message.data);
            ++count;
        }
        QVERIFY(count >= 2);
    }

private:
    static void addExchanges()
    {
        QTest::addColumn<QString>("exchange");
        if (recordedExchanges().isEmpty())
            QSKIP("The recorded exchanges are not present.");
        for (const QString &exchange : recordedExchanges())
            QTest::newRow(qPrintable(exchange)) << exchange;
    }
};

QTEST_GUILESS_MAIN(TestClixmlRoundTrip)
#include "tst_clixml_round_trip.moc"
