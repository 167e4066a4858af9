// Binding: words become the typed parameters of a cmdlet, by PowerShell's rules.
#include "model/argument_conversion.h"
#include "model/binding_errors.h"
#include "model/command.h"
#include "model/message_text.h"
#include "model/powershell_text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::CommandBinder)
};

QStringList namesOf(const QList<const ParameterInfo *> &parameters)
{
    QStringList names;
    for (const ParameterInfo *parameter : parameters)
        names.append(parameter->name);
    return names;
}

// Resolves a name, an alias or an unambiguous prefix.
Result<const ParameterInfo *> findParameter(const CmdletInfo &cmdlet, const QString &name)
{
    const QList<const ParameterInfo *> matches
        = name.isEmpty() ? QList<const ParameterInfo *>() : cmdlet.parametersMatching(name);
    if (matches.size() == 1)
        return matches.first();
    if (matches.isEmpty())
        return unknownParameter(cmdlet, name);
    return bindingError(u"AmbiguousParameter"_s, name,
                        Text::tr("The parameter name \"-%1\" is ambiguous: it can mean %2.")
                            .arg(forMessage(name), alternatives(namesOf(matches))),
                        Text::tr("Write more of the name."));
}

// A word or list of words on its way to a parameter.
struct Argument
{
    const ParameterInfo *parameter = nullptr; // null: positional, not assigned yet
    QString text;
    QStringList values; // elements of a list; empty for a single value
    bool isQuoted = false;
    bool isPresent = true; // false: a switch without a value
};

bool isConstant(const Argument &argument)
{
    return !argument.isQuoted && argument.values.isEmpty()
        && QStringList{u"$true"_s, u"$false"_s, u"$null"_s}.contains(argument.text, Qt::CaseInsensitive);
}

Error missingArgument(const ParameterInfo &parameter, const QString &action = {})
{
    return bindingError(u"MissingArgument"_s, parameter.name,
                        Text::tr("The parameter %1 needs a value, and none is given.").arg(parameter.name),
                        action.isEmpty() ? Text::tr("Write -%1 and its value.").arg(parameter.name) : action);
}

// How the words come: from a PowerShell line, or split by an outer shell.
enum class Source {
    Line,
    Words,
};

Result<QVariant> convert(const Argument &argument, Source source)
{
    const ParameterInfo &parameter = *argument.parameter;
    const bool takesBoolean = parameter.type == ParameterType::Switch || parameter.type == ParameterType::Boolean;
    if (!argument.isPresent)
        return QVariant(true);
    // From an outer shell "$true" is a text like any other.
    if (source == Source::Line && isConstant(argument) && !takesBoolean)
        return notConvertible(parameter, argument.text, Text::tr("a value, and no constant"));
    Result<QVariant> value = QVariant();
    if (parameter.type == ParameterType::StringList && source == Source::Line) {
        value = QVariant(argument.values.isEmpty() ? QStringList(argument.text) : argument.values);
    } else if (!argument.values.isEmpty()) {
        return notConvertible(parameter, argument.values.join(u','),
                              Text::tr("a single value; a value that holds a comma stands in quotes"));
    } else {
        value = convertText(parameter, argument.text);
    }
    if (!value)
        return value;
    if (const auto checked = checkValue(parameter, *value); !checked)
        return checked.error();
    return value;
}

// Gives positional arguments, in their order, to the positional parameters that were not named.
Result<> assignPositions(const CmdletInfo &cmdlet, QList<Argument> &arguments)
{
    QList<const ParameterInfo *> free;
    for (const ParameterInfo &parameter : cmdlet.parameters) {
        const bool isNamed = std::any_of(arguments.begin(), arguments.end(), [&parameter](const Argument &argument) {
            return argument.parameter == &parameter;
        });
        if (parameter.position >= 0 && !isNamed)
            free.append(&parameter);
    }
    std::sort(free.begin(), free.end(),
              [](const ParameterInfo *a, const ParameterInfo *b) { return a->position < b->position; });
    const Argument *previous = nullptr;
    for (Argument &argument : arguments) {
        if (!argument.parameter) {
            if (free.isEmpty()) {
                const bool isBehindSwitch
                    = previous && !previous->isPresent && previous->parameter->type == ParameterType::Switch;
                return bindingError(
                    u"PositionalParameterNotFound"_s, argument.text,
                    Text::tr("\"%1\" belongs to no parameter of %2.").arg(forMessage(argument.text), cmdlet.name),
                    isBehindSwitch ? Text::tr("A switch takes its value behind a colon: -%1:$true or -%1:$false.")
                                         .arg(previous->parameter->name)
                                   : Text::tr("Write the parameter's name before the value. %1").arg(helpHint(cmdlet)));
            }
            argument.parameter = free.takeFirst();
        }
        previous = &argument;
    }
    return {};
}

Result<Command> bind(const CmdletInfo &cmdlet, QList<Argument> arguments, Source source)
{
    if (const auto assigned = assignPositions(cmdlet, arguments); !assigned)
        return assigned.error();
    Command command(cmdlet.name);
    for (const Argument &argument : arguments) {
        const QString name = argument.parameter->name;
        if (command.contains(name)) {
            return bindingError(u"ParameterAlreadyBound"_s, name,
                                Text::tr("The parameter %1 is given more than once.").arg(name),
                                argument.parameter->type == ParameterType::StringList
                                    ? Text::tr("Give -%1 once, with its values separated by commas.").arg(name)
                                    : Text::tr("Give -%1 once.").arg(name));
        }
        const auto value = convert(argument, source);
        if (!value)
            return value.error();
        command.set(name, *value);
    }
    return command;
}

Result<Command> bindTokens(const CmdletInfo &cmdlet, const QList<PowerShellToken> &tokens)
{
    QList<Argument> arguments;
    for (qsizetype i = 1; i < tokens.size(); ++i) {
        const PowerShellToken &token = tokens.at(i);
        if (token.kind == PowerShellToken::Kind::Word) {
            arguments.append({nullptr, token.text, token.values, token.isQuoted});
            continue;
        }
        const auto parameter = findParameter(cmdlet, token.text);
        if (!parameter)
            return parameter.error();
        if (!token.hasArgument && (*parameter)->type == ParameterType::Switch) {
            arguments.append({*parameter, {}, {}, false, false});
            continue;
        }
        if (i + 1 == tokens.size() || tokens.at(i + 1).kind != PowerShellToken::Kind::Word)
            return missingArgument(**parameter);
        const PowerShellToken &value = tokens.at(++i);
        arguments.append({*parameter, value.text, value.values, value.isQuoted});
    }
    return bind(cmdlet, arguments, Source::Line);
}

// "-Name" or "-Name:value" without its dash and value.
QString parameterNameIn(const QString &word)
{
    const qsizetype colon = word.indexOf(u':');
    return colon < 0 ? word.sliced(1) : word.sliced(1, colon - 1);
}

// Words of an outer shell, read one after the other.
class WordReader
{
public:
    WordReader(const CmdletInfo &cmdlet, const QStringList &words)
        : m_cmdlet(cmdlet)
        , m_words(words)
    {
    }

    Result<QList<Argument>> run();

private:
    bool isParameter(const QString &word) const;
    Result<> readParameter(const QString &word);
    Result<> readValue(const ParameterInfo &parameter);
    QString readList(QString text);

    const CmdletInfo &m_cmdlet;
    const QStringList m_words;
    qsizetype m_next = 1;
    QList<Argument> m_arguments;
};

bool WordReader::isParameter(const QString &word) const
{
    return word.size() > 1 && isPowerShellDash(word.front())
        && (word.at(1).isLetter() || word.at(1) == u'_' || word.at(1) == u'?');
}

Result<QList<Argument>> WordReader::run()
{
    bool areParametersOver = false;
    while (m_next < m_words.size()) {
        const QString word = m_words.at(m_next++);
        if (!areParametersOver && word == "--"_L1) {
            areParametersOver = true;
        } else if (!areParametersOver && isParameter(word)) {
            if (const auto read = readParameter(word); !read)
                return read.error();
        } else {
            m_arguments.append({nullptr, word, {}, false});
        }
    }
    return m_arguments;
}

Result<> WordReader::readParameter(const QString &word)
{
    const qsizetype colon = word.indexOf(u':');
    const auto parameter = findParameter(m_cmdlet, parameterNameIn(word));
    if (!parameter)
        return parameter.error();
    if (colon < 0 && (*parameter)->type == ParameterType::Switch) {
        m_arguments.append({*parameter, {}, {}, false, false});
        return {};
    }
    if (colon < 0 || colon + 1 == word.size())
        return readValue(**parameter);
    QString value = word.sliced(colon + 1);
    if ((*parameter)->type == ParameterType::StringList)
        value = readList(value);
    m_arguments.append({*parameter, value, {}, false});
    return {};
}

// The next word, even if it begins with a dash, unless it names one of the cmdlet's own parameters: then it was
// probably the value that was forgotten.
Result<> WordReader::readValue(const ParameterInfo &parameter)
{
    if (m_next == m_words.size())
        return missingArgument(parameter);
    QString value = m_words.at(m_next);
    if (isParameter(value) && !m_cmdlet.parametersMatching(parameterNameIn(value)).isEmpty()) {
        return missingArgument(parameter,
                               Text::tr("Write its value before %1; if that is the value, write -%2:%1.")
                                   .arg(forMessage(value), parameter.name));
    }
    ++m_next;
    if (parameter.type == ParameterType::StringList)
        value = readList(value);
    m_arguments.append({&parameter, value, {}, false});
    return {};
}

// Takes further words as long as a comma joins them: a=b, c=d.
QString WordReader::readList(QString text)
{
    while (m_next < m_words.size() && (text.endsWith(u',') || m_words.at(m_next).startsWith(u',')))
        text += m_words.at(m_next++);
    return text;
}

} // namespace

Result<Command> parseCommand(const QString &line)
{
    const auto tokens = tokenizePowerShell(line);
    if (!tokens)
        return tokens.error();
    if (tokens->isEmpty() || tokens->first().kind != PowerShellToken::Kind::Word || tokens->first().isQuoted
        || !tokens->first().values.isEmpty()) {
        return Error{ErrorCategory::InvalidArgument, u"CommandNotFoundException"_s,
                     Text::tr("The line does not begin with the name of a cmdlet."),
                     Text::tr("Begin with a cmdlet, for example Get-CsPool. \"Get-Help\" lists them."), line};
    }
    const CmdletInfo *cmdlet = findCmdlet(tokens->first().text);
    if (!cmdlet)
        return unknownCmdlet(tokens->first().text);
    return bindTokens(*cmdlet, *tokens);
}

Result<Command> bindArguments(const QStringList &words)
{
    const CmdletInfo *cmdlet = words.isEmpty() ? nullptr : findCmdlet(words.first());
    if (!cmdlet)
        return unknownCmdlet(words.value(0));
    const auto arguments = WordReader(*cmdlet, words).run();
    if (!arguments)
        return arguments.error();
    return bind(*cmdlet, *arguments, Source::Words);
}

} // namespace cspool
