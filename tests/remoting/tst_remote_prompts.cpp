// Questions of a server from end to end: as its client's person sees them, what comes back, and what it means for the
// command's outcome.
#include "tests/remoting/remote_world.h"

#include <QLocale>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

ClixmlValue number(int number)
{
    return ClixmlValue(std::int32_t(number));
}

ClixmlValue choices(const QStringList &labels)
{
    QList<ClixmlValue> items;
    for (const QString &label : labels) {
        ClixmlObject choice;
        choice.extended = {{u"label"_s, text(label)}, {u"helpMessage"_s, text(u"Help."_s)}};
        items.append(ClixmlValue(std::move(choice)));
    }
    return list(items);
}

PromptAnswer chosen(int choice)
{
    return {0, choice, {}, {}};
}

// A server whose Get-CsPool asks one question, notes the answer ("refused", or its value) and is completed.
struct Asking
{
    Asking(HostMethod method, const QList<ClixmlValue> &parameters)
    {
        world.furtherSetUp = [=, this](PsrpServer &psrp) {
            psrp.setScript(u"Get-CsPool"_s, [=, this](ServedCommand &command) {
                command.ask(method, parameters, [this, &command](const std::optional<ClixmlValue> &result) {
                    wasRefused = !result;
                    answer = result.value_or(ClixmlValue());
                    command.complete();
                });
            });
        };
    }
    std::unique_ptr<RemoteCommand> run(const std::deque<PromptAnswer> &answers)
    {
        if (!world.connect())
            return nullptr;
        std::unique_ptr<RemoteCommand> command = world.start(u"Get-CsPool"_s);
        command->answers = answers;
        if (!command->waitForEnd())
            return nullptr;
        world.server->inNetworkThread([](FakeTransport &, PsrpServer &) {}); // what it noted is there then
        return command;
    }
    QList<int> numbers() const
    {
        QList<int> numbers;
        for (const ClixmlValue &item : answer.object() ? answer.object()->items : QList<ClixmlValue>())
            numbers.append(*item.get<std::int32_t>());
        return numbers;
    }

    RemoteWorld world;
    bool wasRefused = false;
    ClixmlValue answer;
};

} // namespace

class TestRemotePrompts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // As a server asks in a remote session: without Suspend, and in its own language.
    void aConfirmationInAnotherLanguageDecides_data()
    {
        QTest::addColumn<QStringList>("labels");
        QTest::addColumn<int>("choice");
        QTest::addColumn<QString>("outcome");
        const QStringList process{u"&Ja"_s, u"Ja, &alle"_s, u"&Nein"_s, u"N&ein, keine"_s};
        const QStringList proceed{u"&Oui"_s, u"&Non"_s};
        QTest::newRow("yes") << process << 0 << u"Succeeded"_s;
        QTest::newRow("yes to all") << process << 1 << u"Succeeded"_s;
        QTest::newRow("no") << process << 2 << u"Skipped"_s;
        QTest::newRow("no to all") << process << 3 << u"Skipped"_s;
        QTest::newRow("go on") << proceed << 0 << u"Succeeded"_s;
        QTest::newRow("do not go on") << proceed << 1 << u"Skipped"_s;
    }
    void aConfirmationInAnotherLanguageDecides()
    {
        QFETCH(const QStringList, labels);
        QFETCH(const int, choice);
        Asking asking(HostMethod::PromptForChoice,
                      {text(u"Bestätigung"_s), text(u"Fortfahren?"_s), choices(labels), number(0)});
        const std::unique_ptr<RemoteCommand> command = asking.run({chosen(choice)});
        QVERIFY(command);
        QTEST(command->outcome(), "outcome");
        QVERIFY(asking.answer == number(choice));
    }

    void severalChoicesReachTheServer()
    {
        Asking asking(HostMethod::PromptForChoiceMultipleSelection,
                      {text(u"Pools"_s), text(u"Which?"_s), choices({u"&A"_s, u"&B"_s, u"&C"_s}), list({number(0)})});
        const std::unique_ptr<RemoteCommand> command = asking.run({chosen(2), chosen(1), chosen(3)});
        QVERIFY(command);
        QCOMPARE(command->prompts().size(), 3);
        QCOMPARE(command->prompts().at(1).choices.size(), 4);
        QVERIFY(command->prompts().at(2).message.endsWith(
            u"Chosen so far: %1."_s.arg(QLocale().createSeparatedList({u"C"_s, u"B"_s}))));
        QCOMPARE(asking.numbers(), (QList<int>{2, 1}));
        QCOMPARE(command->outcome(), u"Succeeded"_s); // none of them is a Yes or a No
    }

    // Genuine servers do not wait for these; one that does must neither wait for ever nor be told of a failure.
    void aWriteThatIsWaitedForIsAnswered()
    {
        Asking asking(HostMethod::WriteLine2, {text(u"a line"_s)});
        const std::unique_ptr<RemoteCommand> command = asking.run({});
        QVERIFY(command);
        QVERIFY(!asking.wasRefused && asking.answer.isNull());
        QCOMPARE(command->hostMessages(), QStringList{u"a line"_s});
    }

    void whatThisHostDoesNotHaveIsRefused_data()
    {
        QTest::addColumn<int>("method");
        QTest::newRow("EnterNestedPrompt") << 7;
        QTest::newRow("GetWindowTitle") << 41;
        QTest::newRow("ReadKey") << 46;
        QTest::newRow("PushRunspace") << 52;
        QTest::newRow("GetIsRunspacePushed") << 54;
    }
    void whatThisHostDoesNotHaveIsRefused()
    {
        QFETCH(const int, method);
        Asking asking(HostMethod(method), {});
        QVERIFY(asking.run({}));
        QVERIFY(asking.wasRefused);
    }
};

QTEST_GUILESS_MAIN(TestRemotePrompts)
#include "tst_remote_prompts.moc"
