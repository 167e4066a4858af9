// The look of a question, and what an answer means.
#include "app/terminal/choice_prompt.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

PromptRequest confirmation()
{
    return {.id = 1,
            .caption = u"Confirm"_s,
            .message = u"Are you sure you want to perform this action?"_s,
            .choices = {{u"&Yes"_s, u"Continue with only the next step."_s},
                        {u"Yes to &All"_s, u"Continue with all steps."_s},
                        {u"&No"_s, u"Skip this step."_s},
                        {u"No to A&ll"_s, u"Skip all steps."_s}},
            .defaultChoice = 0};
}

} // namespace

class TestChoicePrompt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theQuestionLooksAsInPowerShell()
    {
        QCOMPARE(promptText(confirmation()),
                 u"\nConfirm\n"
                 "Are you sure you want to perform this action?\n"
                 "[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is \"Y\"): "_s);
    }

    void withoutADefaultNoneIsNamed()
    {
        PromptRequest prompt = confirmation();
        prompt.defaultChoice = -1;
        QCOMPARE(promptLine(prompt), u"[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help: "_s);
        QCOMPARE(choiceFor(prompt, QString()).kind, ChoiceAnswer::Kind::Unknown);
    }

    void aCredentialBeginsWithTheUserName()
    {
        PromptRequest prompt;
        prompt.kind = PromptKind::Credential;
        prompt.caption = u"Credential request"_s;
        QCOMPARE(promptText(prompt), u"\nCredential request\nUser name: "_s);
    }

    void aLabelCannotSteerTheTerminal()
    {
        PromptRequest prompt = confirmation();
        prompt.choices.first().label = u"&Yes\x1b[2J"_s;
        QVERIFY(!promptText(prompt).contains(u'\x1b'));
    }

    void helpHasALineForEachChoice()
    {
        QCOMPARE(choiceHelp(confirmation()),
                 u"Y - Continue with only the next step.\n"
                 "A - Continue with all steps.\n"
                 "N - Skip this step.\n"
                 "L - Skip all steps.\n"_s);
    }

    void answersMean_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<ChoiceAnswer::Kind>("kind");
        QTest::addColumn<int>("choice");
        using Kind = ChoiceAnswer::Kind;
        QTest::newRow("empty: the default") << QString() << Kind::Choice << 0;
        QTest::newRow("key") << u"N"_s << Kind::Choice << 2;
        QTest::newRow("key in lower case, with spaces") << u" l "_s << Kind::Choice << 3;
        QTest::newRow("all") << u"a"_s << Kind::Choice << 1;
        QTest::newRow("whole label") << u"yes to all"_s << Kind::Choice << 1;
        QTest::newRow("help") << u"?"_s << Kind::Help << -1;
        QTest::newRow("part of a label") << u"ye"_s << Kind::Unknown << -1;
        QTest::newRow("something else") << u"rm -rf"_s << Kind::Unknown << -1;
    }
    void answersMean()
    {
        QFETCH(QString, answer);
        const ChoiceAnswer meant = choiceFor(confirmation(), answer);
        QTEST(meant.kind, "kind");
        QTEST(meant.choice, "choice");
    }
};

QTEST_GUILESS_MAIN(TestChoicePrompt)
#include "tst_choice_prompt.moc"
