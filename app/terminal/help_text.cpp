#include "app/terminal/help_text.h"

#include "app/places.h"
#include "app/terminal/invocation.h"
#include "app/terminal/text_layout.h"
#include "model/time_span.h"

#include <QCoreApplication>
#include <QDir>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int Indent = 4;

struct HelpText
{
    Q_DECLARE_TR_FUNCTIONS(HelpText)
};

QString indented(const QString &text, int indent, int width)
{
    const QString spaces(indent, u' ');
    QString result;
    const QStringList lines = wrapped(text, width > 0 ? qMax(20, width - indent) : 0);
    for (const QString &line : lines)
        result += line.isEmpty() ? u"\n"_s : QString(spaces + line + u'\n');
    return result;
}

QString section(const QString &title, const QString &body)
{
    return u'\n' + title + u'\n' + body;
}

// "  name   sentence", the sentences one below the other.
QString definitions(const QList<HelpFact> &facts, int width)
{
    int nameWidth = 0;
    for (const HelpFact &fact : facts)
        nameWidth = qMax(nameWidth, displayWidth(fact.name));
    const int start = Indent + nameWidth + 2;
    QString text;
    for (const HelpFact &fact : facts) {
        QString lines = indented(fact.value, start, width);
        lines.replace(0, start, padded(QString(Indent, u' ') + fact.name, start, Alignment::Left));
        text += lines;
    }
    return text;
}

QString syntaxPart(const ParameterInfo &parameter)
{
    QString part = u'-' + parameter.name;
    if (parameter.type != ParameterType::Switch) {
        QString value = parameter.typeName.section(u'.', -1);
        if (!parameter.allowedValues.isEmpty())
            value = parameter.allowedValues.join(" | "_L1);
        if (parameter.position >= 0)
            part = u'[' + part + u']';
        part += u" <"_s + value + u'>';
    }
    return parameter.isRequired ? part : QString(u'[' + part + u']');
}

HelpFact optionFact(const OptionInfo &option)
{
    const QString value = option.valueName.isEmpty() ? QString() : QString(u' ' + option.valueName);
    QString help = option.help;
    if (!option.allowedValues.isEmpty())
        help += u' ' + HelpText::tr("Possible values: %1.").arg(option.allowedValues.join(", "_L1));
    return {option.name + value, help};
}

// The parts side by side, as many as fit on a line.
QString syntaxText(const CmdletInfo &info, int width)
{
    QString text;
    QString line = QString(Indent, u' ') + info.name;
    const QStringList parts = syntaxParts(info);
    for (const QString &part : parts) {
        if (width > 0 && displayWidth(line) + 1 + displayWidth(part) > width) {
            text += line + u'\n';
            line = QString(2 * Indent - 1, u' ');
        }
        line += u' ' + part;
    }
    return text + line + u'\n';
}

QString parameterText(const ParameterInfo &parameter, int width)
{
    QString text = indented(parameter.type == ParameterType::Switch
                                ? QString(u'-' + parameter.name)
                                : QString(u'-' + parameter.name + u" <"_s + parameter.typeName + u'>'),
                            Indent, width);
    text += indented(parameter.help, 2 * Indent, width);
    text += u'\n';
    const QList<HelpFact> facts = parameterFacts(parameter);
    for (const HelpFact &fact : facts)
        text += indented(HelpText::tr("%1: %2").arg(fact.name, fact.value), 2 * Indent, width);
    return text + u'\n';
}

// "~/…": true for every user of a manual page, whoever built it.
QString belowHome(const QString &path)
{
    const QString home = QDir::homePath() + u'/';
    return path.startsWith(home) ? QString(u"~/"_s + path.sliced(home.size())) : QDir::toNativeSeparators(path);
}

QString limitText(const ParameterInfo &parameter, std::optional<qint64> limit)
{
    if (!limit)
        return {};
    return parameter.type == ParameterType::TimeSpan ? TimeSpan::fromSeconds(*limit).toString()
                                                     : QString::number(*limit);
}

QString rangeText(const ParameterInfo &parameter)
{
    const QString minimum = limitText(parameter, parameter.minimum);
    const QString maximum = limitText(parameter, parameter.maximum);
    if (!minimum.isEmpty() && !maximum.isEmpty())
        return HelpText::tr("%1 to %2").arg(minimum, maximum);
    if (!minimum.isEmpty())
        return HelpText::tr("%1 or more").arg(minimum);
    return maximum.isEmpty() ? QString() : HelpText::tr("%1 or less").arg(maximum);
}

QString exampleText(const CmdletInfo &info, int width)
{
    QString text;
    for (const Example &example : info.examples) {
        text += indented(example.command, Indent, 0); // never broken: it is there to be copied
        text += indented(example.explanation, 2 * Indent, width) + u'\n';
    }
    text.chop(1);
    return text;
}

} // namespace

QStringList syntaxParts(const CmdletInfo &info)
{
    QStringList parts;
    bool hasCommon = false;
    for (const ParameterInfo &parameter : info.parameters) {
        if (parameter.isCommon)
            hasCommon = true;
        else
            parts.append(syntaxPart(parameter));
    }
    if (hasCommon)
        parts.append(u"[<CommonParameters>]"_s);
    return parts;
}

QList<HelpFact> parameterFacts(const ParameterInfo &parameter)
{
    QList<HelpFact> facts;
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts.append({name, value});
    };
    add(HelpText::tr("Required"), parameter.isRequired ? HelpText::tr("yes") : HelpText::tr("no"));
    add(HelpText::tr("Position"),
        parameter.position < 0 ? HelpText::tr("named") : QString::number(parameter.position + 1));
    add(HelpText::tr("Default"), parameter.defaultText);
    add(HelpText::tr("Values"), parameter.allowedValues.join(", "_L1));
    add(HelpText::tr("Range"), rangeText(parameter));
    add(HelpText::tr("Not together with"), parameter.excludes.join(", "_L1));
    add(HelpText::tr("Only together with"), parameter.needs.join(", "_L1));
    add(HelpText::tr("Aliases"), parameter.aliases.join(", "_L1));
    if (parameter.path == PathSide::Local)
        add(HelpText::tr("Path"), HelpText::tr("on this machine"));
    else if (parameter.path == PathSide::Session)
        add(HelpText::tr("Path"), HelpText::tr("in a lab on this machine, otherwise on the server"));
    if (parameter.isOurs)
        add(HelpText::tr("Note"), HelpText::tr("a parameter of this program, not of Microsoft's cmdlet"));
    if (parameter.availability == Availability::LabOnly)
        add(HelpText::tr("Available"), HelpText::tr("in a lab deployment only"));
    else if (parameter.availability == Availability::ServerOnly)
        add(HelpText::tr("Available"), HelpText::tr("against a server only"));
    return facts;
}

QList<HelpFact> exitCodeFacts()
{
    return {
        {u"0"_s, HelpText::tr("Done; with -WhatIf: shown what would be done.")},
        {u"1"_s, HelpText::tr("Failed.")},
        {u"2"_s, HelpText::tr("Wrong usage: the command was not run.")},
        {u"3"_s, HelpText::tr("Cancelled, by Ctrl+C or because a question could not be answered.")},
        {u"4"_s, HelpText::tr("Done, with warnings; of \"cspool readiness\": ready, but a check needs attention.")},
        {u"5"_s, HelpText::tr("Skipped: nothing had to be done, or every question was answered No.")},
        {u"6"_s,
         HelpText::tr("Not ready: a check of the readiness stands in the way or has no answer; nothing was begun.")},
        {u"7"_s, HelpText::tr("Left: a guided failover or failback was begun and has not ended; --resume goes on.")}};
}

QList<HelpFact> environmentFacts()
{
    return {{u"CSPOOL_DEPLOYMENT"_s, HelpText::tr("The folder of the deployment, when --deployment is absent.")},
            {u"NO_COLOR"_s, HelpText::tr("When it is set and not empty, no colors are used.")}};
}

QList<HelpFact> fileFacts()
{
    return {
        {belowHome(Places::defaultDeployment()), HelpText::tr("The default deployment.")},
        {belowHome(Places::history()), HelpText::tr("The history: every run and its records.")},
        {belowHome(Places::operations()), HelpText::tr("Guided failovers and failbacks: a file of events each.")},
        {belowHome(Places::logs()), HelpText::tr("The log: cspool.log and its two predecessors, 5 MB each at most.")}};
}

QString usageText(int width)
{
    QString text = indented(HelpText::tr("Usage: cspool [options] CMDLET -Parameter value …"), 0, width)
        + indented(HelpText::tr("       cspool [options] readiness|failover|failback POOL …"), 0, width)
        + indented(HelpText::tr("       cspool operations"), 0, width);
    text += u'\n'
        + indented(HelpText::tr("Backs up Lync Server and Skype for Business Server pools, and runs the cmdlets around "
                                "that, on a lab deployment on this machine, or on genuine servers over PowerShell "
                                "Remoting."),
                   0, width);
    QList<HelpFact> options;
    QList<HelpFact> verbOptions;
    for (const OptionInfo &option : optionTable())
        (option.verbs.isEmpty() ? options : verbOptions).append(optionFact(option));
    text += section(HelpText::tr("OPTIONS"), definitions(options, width));
    QList<HelpFact> verbs;
    for (const VerbInfo &verb : verbTable())
        verbs.append({QString(verb.name + u' ' + verb.argument).trimmed(), verb.synopsis});
    text += section(HelpText::tr("GUIDED FAILOVER"),
                    definitions(verbs, width) + u'\n' + definitions(verbOptions, width));
    text += section(HelpText::tr("CMDLETS"), cmdletListText({}, width));
    text += u'\n'
        + indented(HelpText::tr("\"cspool Get-Help CMDLET\" or \"cspool CMDLET --help\" explains a cmdlet, \"cspool "
                                "failover --help\" the guided failover. Names are "
                                "the same in upper and lower case; a parameter may be abbreviated as long as it is "
                                "unique."),
                   0, width);
    text += section(HelpText::tr("EXIT CODES"), definitions(exitCodeFacts(), width));
    text += section(HelpText::tr("ENVIRONMENT"), definitions(environmentFacts(), width));
    QString files;
    const QList<HelpFact> facts = fileFacts();
    for (const HelpFact &fact : facts)
        files += indented(fact.name, Indent, 0) + indented(fact.value, 2 * Indent, width);
    return text + section(HelpText::tr("FILES"), files);
}

QString cmdletHelpText(const CmdletInfo &info, int width)
{
    QString text = HelpText::tr("NAME") + u'\n' + indented(info.name, Indent, width);
    text += section(HelpText::tr("SYNOPSIS"), indented(info.synopsis, Indent, width));
    text += section(HelpText::tr("SYNTAX"), syntaxText(info, width));
    text += section(HelpText::tr("DESCRIPTION"), indented(info.description, Indent, width));
    if (info.isOurs)
        text += u'\n'
            + indented(HelpText::tr("This cmdlet is this program's own, not one of Microsoft's."), Indent, width);
    QString parameters;
    for (const ParameterInfo &parameter : info.parameters)
        parameters += parameterText(parameter, width);
    parameters.chop(1);
    text += section(HelpText::tr("PARAMETERS"), parameters);
    if (!info.outputTypeName.isEmpty())
        text += section(HelpText::tr("OUTPUT"), indented(info.outputTypeName, Indent, width));
    if (!info.examples.isEmpty())
        text += section(HelpText::tr("EXAMPLES"), exampleText(info, width));
    if (!info.seeAlso.isEmpty())
        text += section(HelpText::tr("SEE ALSO"), indented(info.seeAlso.join(", "_L1), Indent, width));
    return text;
}

QString verbSyntax(const VerbInfo &verb)
{
    QStringList parts{verb.name};
    if (!verb.argument.isEmpty())
        parts.append(verb.argument);
    for (const OptionInfo &option : optionTable()) {
        if (option.verbs.contains(verb.verb))
            parts.append(u'[' + QString(option.name + u' ' + option.valueName).trimmed() + u']');
    }
    return parts.join(u' ');
}

QString verbHelpText(const VerbInfo &verb, int width)
{
    QString text = HelpText::tr("NAME") + u'\n' + indented(verb.name, Indent, width);
    text += section(HelpText::tr("SYNOPSIS"), indented(verb.synopsis, Indent, width));
    text += section(HelpText::tr("SYNTAX"), indented(u"cspool "_s + verbSyntax(verb), Indent, width));
    text += section(HelpText::tr("DESCRIPTION"), indented(verb.description, Indent, width));
    QList<HelpFact> options;
    for (const OptionInfo &option : optionTable()) {
        if (option.verbs.contains(verb.verb))
            options.append(optionFact(option));
    }
    if (!options.isEmpty())
        text += section(HelpText::tr("OPTIONS"), definitions(options, width));
    return text + section(HelpText::tr("EXIT CODES"), definitions(exitCodeFacts(), width));
}

QString cmdletListText(QStringView part, int width)
{
    QList<HelpFact> facts;
    for (const CmdletInfo &info : cmdletTable()) {
        if (info.name.contains(part, Qt::CaseInsensitive))
            facts.append({info.name, info.synopsis});
    }
    return definitions(facts, width);
}

} // namespace cspool
