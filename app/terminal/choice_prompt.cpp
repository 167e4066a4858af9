#include "app/terminal/choice_prompt.h"

#include "app/terminal/text_layout.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct ChoicePrompt
{
    Q_DECLARE_TR_FUNCTIONS(ChoicePrompt)
};

// The label without its '&', and the key after it; a label without one has no key.
struct Label
{
    QString text;
    QString hotKey;
};

Label labelOf(const PromptChoice &choice)
{
    const qsizetype mark = choice.label.indexOf(u'&');
    if (mark < 0 || mark + 1 >= choice.label.size())
        return {printableLine(choice.label), {}};
    QString text = choice.label;
    text.remove(mark, 1);
    return {printableLine(text), choice.label.sliced(mark + 1, 1).toUpper()};
}

// How the choice is named in the line and in its help: its key, or the whole label when it has none.
QString nameOf(const Label &label)
{
    return label.hotKey.isEmpty() ? label.text : label.hotKey;
}

} // namespace

QString promptText(const PromptRequest &prompt)
{
    QString text = u"\n"_s;
    if (!prompt.caption.isEmpty())
        text += printableLine(prompt.caption) + u'\n';
    if (!prompt.message.isEmpty())
        text += printable(prompt.message) + u'\n';
    return text + promptLine(prompt);
}

QString promptLine(const PromptRequest &prompt)
{
    if (prompt.kind == PromptKind::Credential)
        return ChoicePrompt::tr("User name: ");
    if (prompt.kind != PromptKind::Choice)
        return u": "_s;
    QString text;
    for (const PromptChoice &choice : prompt.choices) {
        const Label label = labelOf(choice);
        text += u'[' + nameOf(label) + u"] "_s + label.text + u"  "_s;
    }
    text += ChoicePrompt::tr("[?] Help");
    if (prompt.defaultChoice >= 0 && prompt.defaultChoice < prompt.choices.size())
        text += u' '
            + ChoicePrompt::tr("(default is \"%1\")").arg(nameOf(labelOf(prompt.choices.at(prompt.defaultChoice))));
    return text + u": "_s;
}

QString choiceHelp(const PromptRequest &prompt)
{
    QString text;
    for (const PromptChoice &choice : prompt.choices)
        text += nameOf(labelOf(choice)) + u" - "_s + printableLine(choice.help) + u'\n';
    return text;
}

ChoiceAnswer choiceFor(const PromptRequest &prompt, const QString &answer)
{
    const QString word = answer.trimmed();
    if (word.isEmpty() && prompt.defaultChoice >= 0)
        return {ChoiceAnswer::Kind::Choice, prompt.defaultChoice};
    for (int i = 0; i < prompt.choices.size(); ++i) {
        const Label label = labelOf(prompt.choices.at(i));
        if ((!label.hotKey.isEmpty() && word.compare(label.hotKey, Qt::CaseInsensitive) == 0)
            || (!word.isEmpty() && word.compare(label.text, Qt::CaseInsensitive) == 0))
            return {ChoiceAnswer::Kind::Choice, i};
    }
    return {word == "?"_L1 ? ChoiceAnswer::Kind::Help : ChoiceAnswer::Kind::Unknown, -1};
}

} // namespace cspool
