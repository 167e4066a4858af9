// Lines from an input that answers when it likes.
#include "app/terminal/line_reader.h"

#include <QSignalSpy>
#include <QTest>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

// What the source hands out, in portions; it blocks while there is none. An empty portion is the end of the input. Each
// thread has bytes of its own: ThreadSanitizer does not see the reference counts that Qt drops inside its library.
std::mutex g_mutex;
std::condition_variable g_changed;
std::deque<std::string> g_portions;

void provide(const QByteArray &portion)
{
    const std::lock_guard lock(g_mutex);
    g_portions.push_back(portion.toStdString());
    g_changed.notify_all();
}

QByteArray source(qsizetype)
{
    std::unique_lock lock(g_mutex);
    g_changed.wait(lock, [] { return !g_portions.empty(); });
    const std::string portion = g_portions.front();
    g_portions.pop_front();
    return QByteArray::fromStdString(portion);
}

std::optional<QString> nextLine(LineReader &reader)
{
    QSignalSpy spy(&reader, &LineReader::lineRead);
    reader.requestLine();
    if (!spy.wait())
        qWarning("no line came");
    return reader.line();
}

} // namespace

class TestLineReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        const std::lock_guard lock(g_mutex);
        g_portions.clear();
    }

    void linesComeOneByOneHoweverTheyArrive()
    {
        LineReader reader(&source);
        provide("fi");
        provide("rst\r\nsecond\n\nzuletzt ü");
        provide("");
        QCOMPARE(nextLine(reader), u"first"_s);
        QCOMPARE(nextLine(reader), u"second"_s);
        QCOMPARE(nextLine(reader), QString());
        QVERIFY(reader.line().has_value());
        QCOMPARE(nextLine(reader), u"zuletzt ü"_s);
        provide("");
        QVERIFY(!nextLine(reader).has_value());
    }

    void nothingIsReadUnasked()
    {
        LineReader reader(&source);
        provide("line\n");
        QSignalSpy spy(&reader, &LineReader::lineRead);
        QTest::qWait(1);
        QCOMPARE(spy.count(), 0);
        QCOMPARE(nextLine(reader), u"line"_s);
    }

    void anEndlessLineIsCut()
    {
        LineReader reader(&source);
        for (int i = 0; i < 17; ++i)
            provide(QByteArray(4096, 'x'));
        const std::optional<QString> line = nextLine(reader);
        QVERIFY(line);
        QCOMPARE(line->size(), 64 * 1024);
    }

    void theReaderMayGoWhileItsThreadWaits()
    {
        {
            LineReader reader(&source);
            reader.requestLine();
        }
        provide("late\n"); // the thread wakes, finds the reader gone and ends
        LineReader next(&source);
        provide("for the next\n");
        QVERIFY(nextLine(next).has_value());
    }
};

QTEST_GUILESS_MAIN(TestLineReader)
#include "tst_line_reader.moc"
