#include "ui/jobs/prompt_text.h"

#include "model/cmdlet_info.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// The order of the choices of PowerShell's confirmations.
enum ConfirmationChoice {
    ChoiceYes,
    ChoiceYesToAll,
    ChoiceNo,
    ChoiceNoToAll,
    ChoiceSuspend,
};

struct PromptText
{
    Q_DECLARE_TR_FUNCTIONS(cspool::PromptText)
};

// Of what asks in this process: in the language of the window. Servers ask in English.
constexpr auto CommandContext = "cspool::CommandRuntime";

struct ConfirmationLabel
{
    ConfirmationChoice choice;
    const char *text;
};

// What a question with as many choices of another kind must not be taken for: "Retry: back up the pool".
constexpr ConfirmationLabel confirmationLabels[] = {
    {ChoiceYes, QT_TRANSLATE_NOOP("cspool::CommandRuntime", "&Yes")},
    {ChoiceYesToAll, QT_TRANSLATE_NOOP("cspool::CommandRuntime", "Yes to &All")},
    {ChoiceNo, QT_TRANSLATE_NOOP("cspool::CommandRuntime", "&No")},
    {ChoiceNoToAll, QT_TRANSLATE_NOOP("cspool::CommandRuntime", "No to A&ll")},
};

// Servers differ in the key that they give to a choice.
QString plainLabel(QString label)
{
    return label.remove(u'&').toCaseFolded();
}

QString deedOf(const QString &name)
{
    const CmdletInfo *cmdlet = findCmdlet(name);
    return cmdlet && cmdlet->phrases.deed ? QCoreApplication::translate(DeedContext, cmdlet->phrases.deed) : QString();
}

} // namespace

bool isConfirmation(const PromptRequest &prompt)
{
    return prompt.kind == PromptKind::Choice
        && (prompt.choices.size() == ChoiceNoToAll + 1 || prompt.choices.size() == ChoiceSuspend + 1)
        && std::all_of(std::begin(confirmationLabels), std::end(confirmationLabels),
                       [&prompt](const ConfirmationLabel &known) {
                           const QString label = plainLabel(prompt.choices.at(known.choice).label);
                           return label == plainLabel(QString::fromLatin1(known.text))
                               || label == plainLabel(QCoreApplication::translate(CommandContext, known.text));
                       });
}

QString choiceText(const PromptRequest &prompt, int choice, const QString &cmdlet)
{
    const QString label = prompt.choices.at(choice).label;
    const QString deed = deedOf(cmdlet);
    if (choice != ChoiceYes || deed.isEmpty() || !isConfirmation(prompt))
        return label;
    return PromptText::tr("%1: %2", "Yes: back up the pool").arg(label, deed);
}

int safeChoice(const PromptRequest &prompt)
{
    if (isConfirmation(prompt))
        return prompt.defaultChoice >= ChoiceNo ? prompt.defaultChoice : ChoiceNo;
    return prompt.defaultChoice > 0 && prompt.defaultChoice < prompt.choices.size() ? prompt.defaultChoice : -1;
}

} // namespace cspool
