// The log of a run, read from its end backwards.
#include "backend/record_log_reader.h"
#include "backend/record_log_writer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

class TestRecordLogReader : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString writeLog(int count)
    {
        const QString path = m_folder.filePath(u"%1.jsonl"_s.arg(count));
        QFile::remove(path);
        RecordLogWriter writer(path);
        for (int i = 0; i < count; ++i)
            writer.write({QDateTime::currentDateTimeUtc(), VerboseRecord{u"line %1"_s.arg(i)}});
        return path;
    }
    static QStringList textsOf(const RecordPage &page)
    {
        QStringList texts;
        for (const Record &record : page.records)
            texts.append(std::get<VerboseRecord>(record.content).message.section(u' ', 1));
        return texts;
    }

private Q_SLOTS:
    void aPageIsRead_data()
    {
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<int>("first");
        QTest::newRow("the newest") << -1 << 2 << QStringList({u"3"_s, u"4"_s}) << 3;
        QTest::newRow("before them") << 3 << 2 << QStringList({u"1"_s, u"2"_s}) << 1;
        QTest::newRow("the rest") << 1 << 2 << QStringList({u"0"_s}) << 0;
        QTest::newRow("nothing before") << 0 << 2 << QStringList() << 0;
        QTest::newRow("all") << -1 << 9 << QStringList({u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}) << 0;
        QTest::newRow("beyond the end") << 9 << 1 << QStringList({u"4"_s}) << 4;
    }
    void aPageIsRead()
    {
        QFETCH(int, end);
        QFETCH(int, limit);
        QFETCH(QStringList, texts);
        QFETCH(int, first);
        const Result<RecordPage> page = readRecordsBefore(writeLog(5), end, limit);
        QVERIFY(page);
        QCOMPARE(textsOf(*page), texts);
        QCOMPARE(page->first, first);
    }

    void aMissingLogIsEmpty()
    {
        const Result<RecordPage> page = readRecordsBefore(m_folder.filePath(u"none"_s), -1, 10);
        QVERIFY(page);
        QCOMPARE(page->records.size(), 0);
        QCOMPARE(page->first, 0);
    }

    void damagedLinesAreSaidToBeSoAndCount()
    {
        const QString path = writeLog(3);
        QFile log(path);
        QVERIFY(log.open(QIODevice::Append));
        log.write("{\"kind\": \"Verb\n{\"kind\": \"Verbose\", \"message\": \"cut o");
        log.close();
        const Result<RecordPage> page = readRecordsBefore(path, -1, 2);
        QVERIFY(page);
        QCOMPARE(page->records.size(), 2);
        QCOMPARE(std::get<VerboseRecord>(page->records.constFirst().content).message, u"line 2"_s);
        QVERIFY(std::get<InformationRecord>(page->records.constLast().content).message.contains(u"damaged"_s));
        QCOMPARE(page->first, 2);
    }

    void pagesJoinInALogOfManyBlocks()
    {
        constexpr int count = 30'000;
        const QString path = writeLog(count);
        qint64 end = -1;
        QStringList texts;
        do {
            const Result<RecordPage> page = readRecordsBefore(path, end, 7'000);
            QVERIFY(page);
            texts = textsOf(*page) + texts;
            end = page->first;
        } while (end > 0);
        QCOMPARE(texts.size(), count);
        QCOMPARE(texts.first(), u"0"_s);
        QCOMPARE(texts.last(), QString::number(count - 1));
        QCOMPARE(texts.at(12'345), u"12345"_s);
    }
};

QTEST_GUILESS_MAIN(TestRecordLogReader)
#include "tst_record_log_reader.moc"
