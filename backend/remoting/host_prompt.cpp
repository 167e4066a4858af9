#include "backend/remoting/host_prompt.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::HostPrompt)
};

// A host method's parameter as text; empty when it is absent or none.
QString textOf(const ClixmlValue &value)
{
    if (const QString *text = value.get<QString>())
        return *text;
    const ClixmlObject *object = value.object();
    if (!object)
        return {};
    if (const QString *text = object->inner.get<QString>())
        return *text;
    return object->text.value_or(QString());
}

QString textAt(const HostCall &call, qsizetype place)
{
    return textOf(call.parameters.value(place));
}

std::optional<int> numberOf(const ClixmlValue &value)
{
    if (const std::int32_t *number = value.get<std::int32_t>())
        return *number;
    const ClixmlObject *object = value.object();
    return object ? numberOf(object->inner) : std::nullopt;
}

QList<ClixmlValue> itemsOf(const ClixmlValue &value)
{
    const ClixmlObject *object = value.object();
    return object ? object->items : QList<ClixmlValue>();
}

QString joined(const QString &caption, const QString &message)
{
    return message.isEmpty() ? caption : message;
}

ClixmlValue credential(const QString &user, const QByteArray &encrypted)
{
    ClixmlObject object;
    object.typeNames = {u"System.Management.Automation.PSCredential"_s, u"System.Object"_s};
    object.text = u"System.Management.Automation.PSCredential"_s;
    object.adapted = {{u"UserName"_s, ClixmlValue(user)}, {u"Password"_s, ClixmlValue(ClixmlSecureString{encrypted})}};
    return ClixmlValue(std::move(object));
}

QString plainLabel(const PromptChoice &choice)
{
    return QString(choice.label).remove(u'&').trimmed();
}

bool isOneOf(const PromptChoice &choice, std::initializer_list<QStringView> words)
{
    const QString label = plainLabel(choice);
    return std::any_of(words.begin(), words.end(),
                       [&label](QStringView word) { return label.compare(word, Qt::CaseInsensitive) == 0; });
}

// PowerShell's own words; servers that are asked over WS-Management speak English.
std::optional<ChoiceMeaning> meaningInEnglish(const PromptChoice &choice)
{
    if (isOneOf(choice, {u"Yes", u"Yes to All"}))
        return ChoiceMeaning::Agrees;
    if (isOneOf(choice, {u"No", u"No to All", u"Halt Command"}))
        return ChoiceMeaning::Declines;
    if (isOneOf(choice, {u"Suspend"}))
        return ChoiceMeaning::Neither;
    return std::nullopt;
}

} // namespace

ChoiceMeaning meaningOf(const PromptRequest &question, int choice)
{
    const QList<PromptChoice> &choices = question.choices;
    constexpr qsizetype Longest = 5; // Yes, Yes to All, No, No to All, Suspend
    if (choice < 0 || choice >= choices.size() || choices.size() < 2 || choices.size() > Longest)
        return ChoiceMeaning::Neither;
    if (const auto meaning = meaningInEnglish(choices.at(choice)))
        return *meaning;
    if (std::any_of(choices.begin(), choices.end(),
                    [](const PromptChoice &other) { return meaningInEnglish(other).has_value(); }))
        return ChoiceMeaning::Neither; // an English question with a choice that is not PowerShell's
    if (question.defaultChoice != 0)
        return ChoiceMeaning::Neither; // PowerShell always suggests Yes
    const int firstNo = choices.size() == 2 ? 1 : 2;
    if (choice < firstNo)
        return ChoiceMeaning::Agrees;
    return choice == Longest - 1 ? ChoiceMeaning::Neither : ChoiceMeaning::Declines;
}

std::optional<HostPrompt> HostPrompt::of(const HostCall &call)
{
    HostPrompt prompt(call);
    switch (HostMethod(call.method)) {
    case HostMethod::ReadLine:
        prompt.readLine(PromptKind::Text);
        return prompt;
    case HostMethod::ReadLineAsSecureString:
        prompt.readLine(PromptKind::Secret);
        return prompt;
    case HostMethod::PromptForChoice:
        return prompt.readChoices() ? std::optional(prompt) : std::nullopt;
    case HostMethod::PromptForChoiceMultipleSelection:
        return prompt.readMultipleChoices() ? std::optional(prompt) : std::nullopt;
    case HostMethod::Prompt:
        return prompt.readFields() ? std::optional(prompt) : std::nullopt;
    case HostMethod::PromptForCredential1:
    case HostMethod::PromptForCredential2:
        return prompt.readCredential() ? std::optional(prompt) : std::nullopt;
    default:
        return std::nullopt;
    }
}

void HostPrompt::readLine(PromptKind kind)
{
    PromptRequest request;
    request.kind = kind;
    request.caption = Text::tr("The server asks for input");
    request.message = kind == PromptKind::Secret ? Text::tr("The command wants a secret. It is sent encrypted.")
                                                 : Text::tr("The command wants a line of text.");
    m_fields.append({request, {}, {}});
}

bool HostPrompt::readChoices()
{
    PromptRequest request;
    request.caption = textAt(m_call, 0);
    request.message = joined(request.caption, textAt(m_call, 1));
    const QList<ClixmlValue> choices = itemsOf(m_call.parameters.value(2));
    if (choices.isEmpty() || choices.size() > ChoiceLimit)
        return false;
    for (const ClixmlValue &choice : choices) {
        const ClixmlObject *description = choice.object();
        if (!description)
            return false;
        request.choices.append(
            {textOf(description->property(u"label")), textOf(description->property(u"helpMessage"))});
    }
    const int byDefault = numberOf(m_call.parameters.value(3)).value_or(-1);
    request.defaultChoice = byDefault >= 0 && byDefault < request.choices.size() ? byDefault : -1;
    m_fields.append({request, {}, {}});
    return true;
}

// Asked for one choice after the other, as PowerShell's own console does, with one more that ends it.
bool HostPrompt::readMultipleChoices()
{
    if (!readChoices())
        return false;
    Field &field = m_fields.last();
    QStringList defaults;
    for (const ClixmlValue &item : itemsOf(m_call.parameters.value(3))) {
        const int number = numberOf(item).value_or(-1);
        if (number < 0 || number >= field.request.choices.size())
            return false;
        defaults.append(plainLabel(field.request.choices.at(number)));
    }
    field.isList = true;
    field.request.defaultChoice = int(field.request.choices.size());
    field.request.choices.append({Text::tr("No other choice"),
                                  defaults.isEmpty()
                                      ? Text::tr("Answers the server with what was chosen so far.")
                                      : Text::tr("Answers the server with what was chosen so far. When nothing was, it "
                                                 "gets its own suggestion: %1.")
                                            .arg(QLocale().createSeparatedList(defaults))});
    return true;
}

// The numbers that were chosen, each once; the server's suggestion when there are none.
ClixmlValue HostPrompt::chosen() const
{
    ClixmlObject list({u"System.Collections.ArrayList"_s, u"System.Object"_s});
    list.container = ClixmlContainer::List;
    for (const PromptAnswer &answer : m_fields.first().answers) {
        if (const ClixmlValue number(std::int32_t(answer.choice)); !list.items.contains(number))
            list.items.append(number);
    }
    if (list.items.isEmpty()) {
        for (const ClixmlValue &item : itemsOf(m_call.parameters.value(3)))
            list.items.append(ClixmlValue(std::int32_t(numberOf(item).value_or(0))));
    }
    return ClixmlValue(std::move(list));
}

bool HostPrompt::endsList(const Field &field, const PromptAnswer &answer) const
{
    if (!field.isList)
        return false;
    return field.request.kind == PromptKind::Choice ? answer.choice == field.request.choices.size() - 1
                                                    : answer.text.isEmpty() && answer.secret.isEmpty();
}

bool HostPrompt::readCredential()
{
    PromptRequest request;
    request.kind = PromptKind::Credential;
    request.caption = textAt(m_call, 0);
    request.message = joined(request.caption, textAt(m_call, 1));
    const QString user = textAt(m_call, 2);
    if (!user.isEmpty()) {
        request.message += u'\n'
            + Text::tr("The server suggests the user name %1; it is taken when the field is left empty.").arg(user);
    }
    m_fields.append({request, {}, user});
    return true;
}

bool HostPrompt::readFields()
{
    const QList<ClixmlValue> descriptions = itemsOf(m_call.parameters.value(2));
    if (descriptions.isEmpty() || descriptions.size() > FieldLimit)
        return false;
    for (const ClixmlValue &description : descriptions) {
        const std::optional<Field> field = description.object()
            ? fieldOf(*description.object(), textAt(m_call, 0), textAt(m_call, 1))
            : std::nullopt;
        if (!field)
            return false;
        m_fields.append(*field);
    }
    return true;
}

std::optional<HostPrompt::Field> HostPrompt::fieldOf(const ClixmlObject &description, const QString &caption,
                                                     const QString &message)
{
    Field field;
    field.name = textOf(description.property(u"name"));
    if (field.name.isEmpty())
        return std::nullopt;
    QString type = textOf(description.property(u"parameterTypeFullName"));
    field.isList = type.endsWith("[]"_L1);
    if (field.isList)
        type.chop(2);
    if (type.endsWith("SecureString"_L1, Qt::CaseInsensitive))
        field.request.kind = PromptKind::Secret;
    else if (type.endsWith("PSCredential"_L1, Qt::CaseInsensitive))
        field.request.kind = PromptKind::Credential;
    else
        field.request.kind = PromptKind::Text;
    QString label = textOf(description.property(u"label")).remove(u'&');
    if (label.isEmpty())
        label = field.name;
    field.request.caption = caption;
    field.request.message = message.isEmpty() ? label : message + u'\n' + label;
    if (const QString help = textOf(description.property(u"helpMessage")); !help.isEmpty())
        field.request.message += u'\n' + help;
    return field;
}

QString HostPrompt::labelsOf(const Field &field)
{
    QStringList labels;
    for (const PromptAnswer &answer : field.answers)
        labels.append(plainLabel(field.request.choices.at(answer.choice)));
    labels.removeDuplicates();
    return QLocale().createSeparatedList(labels);
}

std::optional<PromptRequest> HostPrompt::next() const
{
    for (const Field &field : m_fields) {
        if (field.isDone)
            continue;
        PromptRequest request = field.request;
        if (field.isList && request.kind == PromptKind::Choice) {
            request.message += u'\n'
                + (field.answers.isEmpty() ? Text::tr("Several may be chosen, one after the other.")
                                           : Text::tr("Chosen so far: %1.").arg(labelsOf(field)));
        } else if (field.isList) {
            request.message += u'\n' + Text::tr("Item %1; an empty one ends the list.").arg(field.answers.size() + 1);
        }
        return request;
    }
    return std::nullopt;
}

bool HostPrompt::answer(const PromptAnswer &answer)
{
    const auto field = std::find_if(m_fields.begin(), m_fields.end(), [](const Field &each) { return !each.isDone; });
    if (field == m_fields.end())
        return false;
    if (field->request.kind == PromptKind::Choice
        && (answer.choice < 0 || answer.choice >= field->request.choices.size()))
        return false;
    if (endsList(*field, answer)) {
        field->isDone = true;
        return true;
    }
    field->answers.append(answer);
    field->isDone = !field->isList || field->answers.size() >= ItemLimit;
    return true;
}

bool HostPrompt::needsSessionKey() const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [](const Field &field) {
        return field.request.kind == PromptKind::Secret || field.request.kind == PromptKind::Credential;
    });
}

Result<ClixmlValue> HostPrompt::valueOf(const Field &field, const PromptAnswer &answer, const Encrypt &encrypt)
{
    switch (field.request.kind) {
    case PromptKind::Choice:
        return ClixmlValue(std::int32_t(answer.choice));
    case PromptKind::Text:
        return ClixmlValue(answer.text);
    case PromptKind::Secret:
    case PromptKind::Credential:
        break;
    }
    const Result<QByteArray> encrypted = encrypt(answer.secret);
    if (!encrypted)
        return encrypted.error();
    if (field.request.kind == PromptKind::Secret)
        return ClixmlValue(ClixmlSecureString{*encrypted});
    return credential(answer.text.isEmpty() ? field.suggestedUser : answer.text, *encrypted);
}

Result<ClixmlValue> HostPrompt::result(const Encrypt &encrypt) const
{
    if (HostMethod(m_call.method) == HostMethod::PromptForChoiceMultipleSelection)
        return chosen();
    if (HostMethod(m_call.method) != HostMethod::Prompt)
        return valueOf(m_fields.first(), m_fields.first().answers.first(), encrypt);
    ClixmlObject answers;
    answers.typeNames = {u"System.Collections.Hashtable"_s, u"System.Object"_s};
    answers.container = ClixmlContainer::Dictionary;
    for (const Field &field : m_fields) {
        ClixmlObject list;
        list.typeNames = {u"System.Collections.ArrayList"_s, u"System.Object"_s};
        list.container = ClixmlContainer::List;
        for (const PromptAnswer &answer : field.answers) {
            const Result<ClixmlValue> value = valueOf(field, answer, encrypt);
            if (!value)
                return value.error();
            list.items.append(*value);
        }
        answers.entries.append({ClixmlValue(field.name), field.isList ? ClixmlValue(list) : list.items.first()});
    }
    return ClixmlValue(std::move(answers));
}

} // namespace cspool
