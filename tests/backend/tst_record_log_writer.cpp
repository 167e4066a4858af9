// The log of a run: what is written, when it is there, and what happens where nothing can be written.
#include "backend/record_json.h"
#include "backend/record_log_writer.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC);

Record verbose(const QString &text)
{
    return {noon, VerboseRecord{text}};
}

Record step(int id, StepResult result)
{
    return {noon, StepRecord{id, 0, u"s"_s, result}};
}

} // namespace

class TestRecordLogWriter : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(u"run.jsonl"_s); }
    QList<Record> written() const
    {
        QFile file(path());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<Record> records;
        while (!file.atEnd()) {
            if (auto record = recordFromJson(QJsonDocument::fromJson(file.readLine()).object()))
                records.append(*std::move(record));
        }
        return records;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aRecordIsInTheFileWhenWriteReturns()
    {
        RecordLogWriter log(path());
        log.write(verbose(u"first\nline"_s));
        QCOMPARE(written().size(), 1);
        QCOMPARE(std::get<VerboseRecord>(written().constFirst().content).message, u"first\nline"_s);
        log.write(verbose(u"second"_s));
        QCOMPARE(written().size(), 2);
        QVERIFY(!log.takeFailure());
    }

    void whatWasThereStays()
    {
        RecordLogWriter(path()).write(verbose(u"1"_s));
        RecordLogWriter(path()).write(verbose(u"2"_s));
        QCOMPARE(written().size(), 2);
    }

    void onlyLastingRecordsAreKept()
    {
        RecordLogWriter log(path());
        for (const Record &record :
             {step(1, StepResult::Running), Record{noon, ProgressRecord{}}, step(1, StepResult::Running),
              step(1, StepResult::Running), step(2, StepResult::Running), step(2, StepResult::Succeeded),
              step(1, StepResult::Failed)})
            log.write(record);
        QString summary;
        for (const Record &record : written()) {
            const auto &content = std::get<StepRecord>(record.content);
            summary += QString::number(content.id) + toString(content.result).left(1);
        }
        QCOMPARE(summary, u"1R2R2S1F"_s);
    }

    void aFailureIsToldOnceAndWritingGoesOnWhenItCan()
    {
        RecordLogWriter log(path());
        QVERIFY(QDir().mkpath(path())); // a folder where the log belongs
        log.write(verbose(u"1"_s));
        log.write(verbose(u"2"_s));
        const std::optional<Error> failure = log.takeFailure();
        QVERIFY(failure);
        QVERIFY(failure->category == ErrorCategory::WriteError);
        QVERIFY(failure->message.contains(QDir::toNativeSeparators(path())));
        QVERIFY(!failure->recommendedAction.isEmpty());
        QVERIFY(!log.takeFailure());
        QVERIFY(QDir().rmdir(path()));
        log.write(verbose(u"3"_s));
        QVERIFY(!log.takeFailure());
        QCOMPARE(written().size(), 1);
    }

    void withNothingToWriteThereIsNoFile()
    {
        RecordLogWriter log(path());
        log.write({noon, ProgressRecord{}});
        QVERIFY(!QFile::exists(path()));
    }
};

QTEST_GUILESS_MAIN(TestRecordLogWriter)
#include "tst_record_log_writer.moc"
