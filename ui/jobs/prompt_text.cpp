#include "ui/jobs/prompt_text.h"

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

struct Deed
{
    const char *cmdlet;
    const char *text;
};

constexpr Deed deeds[] = {
    {"Backup-CsPool", QT_TRANSLATE_NOOP("cspool::PromptText", "back up the pool")},
    {"Import-CsUserData", QT_TRANSLATE_NOOP("cspool::PromptText", "import the user data")},
    {"Invoke-CsBackupServiceSync", QT_TRANSLATE_NOOP("cspool::PromptText", "synchronise the pools")},
    {"Invoke-CsManagementServerFailover", QT_TRANSLATE_NOOP("cspool::PromptText", "move the Central Management store")},
    {"Invoke-CsManagementStoreReplication", QT_TRANSLATE_NOOP("cspool::PromptText", "replicate the configuration")},
    {"Invoke-CsPoolFailBack", QT_TRANSLATE_NOOP("cspool::PromptText", "fail back the pool")},
    {"Invoke-CsPoolFailOver", QT_TRANSLATE_NOOP("cspool::PromptText", "fail over the pool")},
    {"Publish-CsTopology", QT_TRANSLATE_NOOP("cspool::PromptText", "publish the topology")},
    {"Remove-CsBackupServiceConfiguration", QT_TRANSLATE_NOOP("cspool::PromptText", "reset the configuration")},
    {"Remove-CsUserStoreBackupData", QT_TRANSLATE_NOOP("cspool::PromptText", "remove the backup data")},
    {"Set-CsBackupServiceConfiguration", QT_TRANSLATE_NOOP("cspool::PromptText", "change the configuration")},
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

QString deedOf(const QString &cmdlet)
{
    for (const Deed &deed : deeds) {
        if (cmdlet.compare(QLatin1StringView(deed.cmdlet), Qt::CaseInsensitive) == 0)
            return PromptText::tr(deed.text);
    }
    return {};
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
