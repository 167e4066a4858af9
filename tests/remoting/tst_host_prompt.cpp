// Questions of a server as questions to the administrator, and what is answered.
#include "backend/remoting/host_prompt.h"

#include <QLocale>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

ClixmlValue listOf(const QList<ClixmlValue> &items)
{
    ClixmlObject object;
    object.container = ClixmlContainer::List;
    object.items = items;
    return ClixmlValue(std::move(object));
}

ClixmlValue objectOf(const QList<ClixmlProperty> &extended)
{
    ClixmlObject object;
    object.extended = extended;
    return ClixmlValue(std::move(object));
}

ClixmlValue text(const QString &text)
{
    return ClixmlValue(text);
}

HostCall call(HostMethod method, const QList<ClixmlValue> &parameters)
{
    HostCall call;
    call.id = 7;
    call.method = int(method);
    call.parameters = parameters;
    return call;
}

ClixmlValue choice(const QString &label, const QString &help = {})
{
    return objectOf({{u"label"_s, text(label)}, {u"helpMessage"_s, text(help)}});
}

ClixmlValue field(const QString &name, const QString &type, const QString &label = {}, const QString &help = {})
{
    return objectOf({{u"name"_s, text(name)},
                     {u"label"_s, text(label)},
                     {u"parameterTypeFullName"_s, text(type)},
                     {u"helpMessage"_s, text(help)}});
}

Result<QByteArray> encryptedForTest(const QString &secret)
{
    return QByteArray("<" + secret.toUtf8() + ">");
}

HostCall severalChoices(const QList<int> &defaults)
{
    QList<ClixmlValue> numbers;
    for (const int number : defaults)
        numbers.append(ClixmlValue(std::int32_t(number)));
    return call(HostMethod::PromptForChoiceMultipleSelection,
                {text(u"Pools"_s), text(u"Which?"_s),
                 listOf({choice(u"&Alpha"_s), choice(u"&Beta"_s), choice(u"&Gamma"_s)}), listOf(numbers)});
}

QList<int> numbersIn(const ClixmlValue &list)
{
    QList<int> numbers;
    for (const ClixmlValue &item : list.object()->items)
        numbers.append(*item.get<std::int32_t>());
    return numbers;
}

PromptAnswer chosen(int choice)
{
    return {0, choice, {}, {}};
}
PromptAnswer typed(const QString &text)
{
    return {0, -1, text, {}};
}
PromptAnswer secret(const QString &secret, const QString &user = {})
{
    return {0, -1, user, secret};
}

} // namespace

class TestHostPrompt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choicesHaveLabelsHelpAndADefault()
    {
        std::optional<HostPrompt> prompt = HostPrompt::of(
            call(HostMethod::PromptForChoice,
                 {text(u"Confirm"_s), text(u"Sure?"_s), listOf({choice(u"&Yes"_s, u"Goes on."_s), choice(u"&No"_s)}),
                  ClixmlValue(std::int32_t(1))}));
        QVERIFY(prompt);
        const std::optional<PromptRequest> request = prompt->next();
        QVERIFY(request);
        QVERIFY(request->kind == PromptKind::Choice);
        QCOMPARE(request->caption, u"Confirm"_s);
        QCOMPARE(request->message, u"Sure?"_s);
        QCOMPARE(request->choices.size(), 2);
        QCOMPARE(request->choices.at(0).help, u"Goes on."_s);
        QCOMPARE(request->defaultChoice, 1);
        QVERIFY(!prompt->needsSessionKey());
        QVERIFY(!prompt->answer(chosen(2)));
        QVERIFY(!prompt->answer(chosen(-1)));
        QVERIFY(prompt->next());
        QVERIFY(prompt->answer(chosen(1)));
        QVERIFY(!prompt->next());
        QVERIFY(!prompt->answer(chosen(0)));
        const Result<ClixmlValue> result = prompt->result(encryptedForTest);
        QVERIFY(result && *result == ClixmlValue(std::int32_t(1)));
    }

    void aDefaultThatIsNoChoiceIsNone()
    {
        const std::optional<HostPrompt> prompt
            = HostPrompt::of(call(HostMethod::PromptForChoice,
                                  {text({}), text({}), listOf({choice(u"&Yes"_s)}), ClixmlValue(std::int32_t(5))}));
        QVERIFY(prompt);
        QCOMPARE(prompt->next()->defaultChoice, -1);
    }

    void whatIsNoQuestionIsNone_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<int>("choices");
        QTest::newRow("no choices") << int(HostMethod::PromptForChoice) << 0;
        QTest::newRow("too many choices") << int(HostMethod::PromptForChoice) << 65;
        QTest::newRow("no fields") << int(HostMethod::Prompt) << 0;
        QTest::newRow("unnamed fields") << int(HostMethod::Prompt) << 1;
        QTest::newRow("too many fields") << int(HostMethod::Prompt) << 65;
        QTest::newRow("a text") << int(HostMethod::WriteLine2) << 0;
        QTest::newRow("unknown") << 4711 << 0;
    }
    void whatIsNoQuestionIsNone()
    {
        QFETCH(const int, method);
        QFETCH(const int, choices);
        QList<ClixmlValue> items;
        for (int i = 0; i < choices; ++i)
            items.append(choice(u"x"_s));
        QVERIFY(!HostPrompt::of(call(HostMethod(method), {text(u"a"_s), text(u"b"_s), listOf(items)})));
        QVERIFY(!HostPrompt::of(call(HostMethod::PromptForChoice, {})));
        QVERIFY(!HostPrompt::of(call(HostMethod::Prompt, {text(u"a"_s), text(u"b"_s), listOf({text(u"x"_s)})})));
    }

    void fieldsAreAskedOneByOne()
    {
        std::optional<HostPrompt> prompt
            = HostPrompt::of(call(HostMethod::Prompt,
                                  {text(u"Supply values"_s), text(u"for these parameters:"_s),
                                   listOf({field(u"PoolFqdn"_s, u"System.String"_s, u"&Pool"_s, u"The pool."_s),
                                           field(u"Key"_s, u"System.Security.SecureString"_s),
                                           field(u"Who"_s, u"System.Management.Automation.PSCredential"_s),
                                           field(u"Names"_s, u"System.String[]"_s)})}));
        QVERIFY(prompt);
        QVERIFY(prompt->needsSessionKey());
        QCOMPARE(prompt->next()->message, u"for these parameters:\nPool\nThe pool."_s);
        QVERIFY(prompt->next()->kind == PromptKind::Text);
        QVERIFY(prompt->answer(typed(u"a.x.com"_s)));
        QVERIFY(prompt->next()->kind == PromptKind::Secret);
        QVERIFY(prompt->answer(secret(u"s3cret"_s)));
        QVERIFY(prompt->next()->kind == PromptKind::Credential);
        QVERIFY(prompt->answer(secret(u"pw"_s, u"CONTOSO\\anna"_s)));
        for (const QString &item : {u"one"_s, u"two"_s, QString()}) {
            QVERIFY(prompt->next());
            QVERIFY(prompt->answer(typed(item)));
        }
        QVERIFY(!prompt->next());
        const Result<ClixmlValue> result = prompt->result(encryptedForTest);
        QVERIFY(result && result->object());
        const auto &entries = result->object()->entries;
        QCOMPARE(entries.size(), 4);
        QVERIFY(entries.at(0).first == text(u"PoolFqdn"_s) && entries.at(0).second == text(u"a.x.com"_s));
        QVERIFY(entries.at(1).second == ClixmlValue(ClixmlSecureString{"<s3cret>"}));
        QVERIFY(entries.at(2).second.object()->property(u"UserName") == text(u"CONTOSO\\anna"_s));
        QVERIFY(entries.at(2).second.object()->property(u"Password") == ClixmlValue(ClixmlSecureString{"<pw>"}));
        QVERIFY(entries.at(3).second.object()->items == QList<ClixmlValue>({text(u"one"_s), text(u"two"_s)}));
    }

    void anEmptyListIsAnAnswer()
    {
        std::optional<HostPrompt> prompt = HostPrompt::of(
            call(HostMethod::Prompt, {text({}), text({}), listOf({field(u"Names"_s, u"System.String[]"_s)})}));
        QVERIFY(prompt && prompt->answer(typed({})));
        QVERIFY(!prompt->next());
        const Result<ClixmlValue> result = prompt->result(encryptedForTest);
        QVERIFY(result && result->object()->entries.first().second.object()->items.isEmpty());
    }

    void aSuggestedUserIsTakenWhenNoneIsTyped_data()
    {
        QTest::addColumn<QString>("typedUser");
        QTest::addColumn<QString>("sent");
        QTest::newRow("none") << QString() << u"CONTOSO\\anna"_s;
        QTest::newRow("another") << u"CONTOSO\\ben"_s << u"CONTOSO\\ben"_s;
    }
    void aSuggestedUserIsTakenWhenNoneIsTyped()
    {
        QFETCH(const QString, typedUser);
        QFETCH(const QString, sent);
        std::optional<HostPrompt> prompt
            = HostPrompt::of(call(HostMethod::PromptForCredential2,
                                  {text(u"Sign in"_s), text(u"Who?"_s), text(u"CONTOSO\\anna"_s), text(u"target"_s),
                                   ClixmlValue(std::int32_t(3))}));
        QVERIFY(prompt && prompt->next()->message.contains(u"CONTOSO\\anna"_s));
        QVERIFY(prompt->answer(secret(u"pw"_s, typedUser)));
        const Result<ClixmlValue> result = prompt->result(encryptedForTest);
        QVERIFY(result && result->object());
        QCOMPARE(result->object()->typeNames.first(), u"System.Management.Automation.PSCredential"_s);
        QVERIFY(result->object()->property(u"UserName") == text(sent));
    }

    void linesAreTextOrSecret()
    {
        std::optional<HostPrompt> line = HostPrompt::of(call(HostMethod::ReadLine, {}));
        QVERIFY(line && line->next()->kind == PromptKind::Text && !line->needsSessionKey());
        QVERIFY(line->answer(typed(u"hello"_s)));
        QVERIFY(*line->result(encryptedForTest) == text(u"hello"_s));
        std::optional<HostPrompt> hidden = HostPrompt::of(call(HostMethod::ReadLineAsSecureString, {}));
        QVERIFY(hidden && hidden->next()->kind == PromptKind::Secret && hidden->needsSessionKey());
        QVERIFY(hidden->answer(secret(u"s"_s)));
        QVERIFY(*hidden->result(encryptedForTest) == ClixmlValue(ClixmlSecureString{"<s>"}));
    }

    void withoutAKeyASecretIsNotSent()
    {
        std::optional<HostPrompt> hidden = HostPrompt::of(call(HostMethod::ReadLineAsSecureString, {}));
        QVERIFY(hidden && hidden->answer(secret(u"s"_s)));
        const Result<ClixmlValue> result = hidden->result([](const QString &) {
            return Error{ErrorCategory::InvalidOperation, u"NoKey"_s, u"No."_s};
        });
        QVERIFY(!result);
        QCOMPARE(result.error().id, u"NoKey"_s);
    }

    void whatAChoiceMeansIsItsPlaceInPowerShellsQuestion_data()
    {
        QTest::addColumn<QStringList>("labels");
        QTest::addColumn<QString>("meanings"); // one letter for each: agrees, declines, neither
        const auto row = [](const char *name, const QStringList &labels, const QString &meanings) {
            QTest::newRow(name) << labels << meanings;
        };
        row("ShouldProcess", {u"&Yes"_s, u"Yes to &All"_s, u"&No"_s, u"No to A&ll"_s, u"&Suspend"_s}, u"aaddn"_s);
        row("ShouldProcess in German", {u"&Ja"_s, u"Ja, &alle"_s, u"&Nein"_s, u"Nein, &keine"_s, u"&Anhalten"_s},
            u"aaddn"_s);
        row("ShouldProcess in Japanese",
            {u"はい(&Y)"_s, u"すべて続行(&A)"_s, u"いいえ(&N)"_s, u"すべて無視(&L)"_s, u"中断(&S)"_s}, u"aaddn"_s);
        row("without Suspend", {u"&Oui"_s, u"Oui pour &tout"_s, u"&Non"_s, u"Non pour tou&t"_s}, u"aadd"_s);
        row("ShouldContinue", {u"&Yes"_s, u"&No"_s, u"&Suspend"_s}, u"adn"_s);
        row("Inquire in Japanese", {u"はい(&Y)"_s, u"すべて続行(&A)"_s, u"停止(&H)"_s}, u"aad"_s);
        row("ShouldContinue in German", {u"&Ja"_s, u"&Nein"_s}, u"ad"_s);
        row("Inquire", {u"&Yes"_s, u"Yes to &All"_s, u"&Halt Command"_s, u"&Suspend"_s}, u"aadn"_s);
        row("Inquire in German", {u"&Ja"_s, u"Ja, &alle"_s, u"Befehl &anhalten"_s}, u"aad"_s);
        row("two", {u"&Sì"_s, u"&No, non"_s}, u"ad"_s);
        row("two the other way round", {u"&No"_s, u"&Yes"_s}, u"da"_s);
        row("a question of its own", {u"&Yes"_s, u"&Later"_s, u"&No"_s}, u"and"_s);
        row("too long for one", {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s}, u"nnnnnn"_s);
        row("nothing to choose", {u"&OK"_s}, u"n"_s);
    }

    void whatAChoiceMeansIsItsPlaceInPowerShellsQuestion()
    {
        QFETCH(const QStringList, labels);
        PromptRequest question;
        question.defaultChoice = 0;
        for (const QString &label : labels)
            question.choices.append({label, {}});
        QString meanings;
        for (int i = 0; i < labels.size(); ++i) {
            const ChoiceMeaning meaning = meaningOf(question, i);
            meanings += meaning == ChoiceMeaning::Agrees ? u'a' : meaning == ChoiceMeaning::Declines ? u'd' : u'n';
        }
        QTEST(meanings, "meanings");
        QVERIFY(meaningOf(question, -1) == ChoiceMeaning::Neither);
        QVERIFY(meaningOf(question, int(labels.size())) == ChoiceMeaning::Neither);
    }

    void aQuestionThatDoesNotSuggestItsFirstChoiceIsNotPowerShells()
    {
        PromptRequest question;
        question.choices = {{u"&Vollständig"_s, {}}, {u"&Teilweise"_s, {}}};
        for (const int byDefault : {-1, 1}) {
            question.defaultChoice = byDefault;
            QVERIFY(meaningOf(question, 0) == ChoiceMeaning::Neither);
            QVERIFY(meaningOf(question, 1) == ChoiceMeaning::Neither);
        }
    }

    void severalChoicesAreAskedForOneAfterTheOther()
    {
        std::optional<HostPrompt> several = HostPrompt::of(severalChoices({2}));
        QVERIFY(several && !several->needsSessionKey());
        QCOMPARE(several->next()->choices.size(), 4); // the server's, and the one that ends it
        QCOMPARE(several->next()->defaultChoice, 3);
        QVERIFY(several->next()->choices.last().help.contains(u"Gamma"_s));
        QVERIFY(!several->answer(chosen(4)));
        for (const int choice : {1, 0, 1})
            QVERIFY(several->answer(chosen(choice)));
        const QString chosenSoFar = QLocale().createSeparatedList({u"Beta"_s, u"Alpha"_s});
        QVERIFY(several->next()->message.endsWith(u"Chosen so far: %1."_s.arg(chosenSoFar)));
        QVERIFY(several->answer(chosen(3)));
        QVERIFY(!several->next());
        QCOMPARE(numbersIn(*several->result(encryptedForTest)), (QList<int>{1, 0}));
    }

    void withoutAChoiceTheServerGetsItsOwnSuggestion()
    {
        std::optional<HostPrompt> several = HostPrompt::of(severalChoices({2, 0}));
        QVERIFY(several && several->answer(chosen(3)) && !several->next());
        QCOMPARE(numbersIn(*several->result(encryptedForTest)), (QList<int>{2, 0}));
        several = HostPrompt::of(severalChoices({}));
        QVERIFY(several && several->answer(chosen(3)));
        QCOMPARE(numbersIn(*several->result(encryptedForTest)), QList<int>());
        QVERIFY(!HostPrompt::of(severalChoices({3}))); // a suggestion that is none of the choices
    }
};

QTEST_GUILESS_MAIN(TestHostPrompt)
#include "tst_host_prompt.moc"
