#include "ui/jobs/prompt_text.h"

#include <QCoreApplication>

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
        && (prompt.choices.size() == ChoiceNoToAll + 1 || prompt.choices.size() == ChoiceSuspend + 1);
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
