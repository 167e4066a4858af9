#include "app/terminal/man_page.h"

#include "app/terminal/help_text.h"
#include "app/terminal/invocation.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct ManPage
{
    Q_DECLARE_TR_FUNCTIONS(ManPage)
};

// Text that roff takes literally: no escapes, no requests at the start of a line, and a hyphen that can be copied.
QString roff(const QString &text)
{
    QString result;
    bool isLineStart = true;
    for (const QChar character : text) {
        if (isLineStart && (character == u'.' || character == u'\''))
            result += u"\\&"_s;
        isLineStart = character == u'\n';
        if (character == u'\\')
            result += u"\\e"_s;
        else if (character == u'-')
            result += u"\\-"_s;
        else if (character == u'"')
            result += u"\\(dq"_s;
        else
            result += character;
    }
    return result;
}

QString section(const QString &title)
{
    return u".SH \""_s + roff(title) + u"\"\n"_s;
}

QString definition(const QString &word, const QString &text)
{
    return u".TP\n.B \""_s + roff(word) + u"\"\n"_s + roff(text) + u'\n';
}

QString definitions(const QList<HelpFact> &facts)
{
    QString text;
    for (const HelpFact &fact : facts)
        text += definition(fact.name, fact.value);
    return text;
}

// Paragraphs are separated by blank lines; roff wants a request between them.
QString paragraphs(const QString &text)
{
    QString result;
    const QStringList parts = text.split(u"\n\n"_s, Qt::SkipEmptyParts);
    for (const QString &part : parts)
        result += u".PP\n"_s + roff(part) + u'\n';
    return result;
}

QString parameterText(const ParameterInfo &parameter)
{
    QString word = u'-' + parameter.name;
    if (parameter.type != ParameterType::Switch)
        word += u" <"_s + parameter.typeName + u'>';
    QStringList facts;
    const QList<HelpFact> all = parameterFacts(parameter);
    for (const HelpFact &fact : all)
        facts.append(ManPage::tr("%1: %2").arg(fact.name, fact.value));
    return definition(word, parameter.help) + u".br\n"_s + roff(facts.join("; "_L1)) + u".\n"_s;
}

QString cmdletText(const CmdletInfo &info)
{
    QString text = u".SS \""_s + roff(info.name) + u"\"\n"_s + roff(info.synopsis) + u'\n';
    text += u".PP\n.B \""_s + roff(info.name) + u"\"\n"_s + roff(syntaxParts(info).join(u' ')) + u'\n';
    text += paragraphs(info.description);
    bool hasCommon = false;
    for (const ParameterInfo &parameter : info.parameters) {
        hasCommon |= parameter.isCommon;
        if (!parameter.isCommon)
            text += parameterText(parameter);
    }
    if (hasCommon)
        text += u".PP\n"_s + roff(ManPage::tr("Common parameters: see COMMON PARAMETERS.")) + u'\n';
    for (const Example &example : info.examples) {
        text += u".PP\n"_s + roff(example.explanation) + u"\n.PP\n.RS 4\n.nf\ncspool "_s + roff(example.command)
            + u"\n.fi\n.RE\n"_s;
    }
    return text;
}

// Each common parameter once, however many cmdlets take it.
QString commonParametersText()
{
    QStringList seen;
    QString text;
    for (const CmdletInfo &info : cmdletTable()) {
        for (const ParameterInfo &parameter : info.parameters) {
            if (parameter.isCommon && !seen.contains(parameter.name)) {
                seen.append(parameter.name);
                text += parameterText(parameter);
            }
        }
    }
    return text;
}

QString optionsText()
{
    QString text;
    for (const OptionInfo &option : optionTable()) {
        QString help = option.help;
        if (!option.allowedValues.isEmpty())
            help += u' ' + ManPage::tr("Possible values: %1.").arg(option.allowedValues.join(", "_L1));
        text += definition(option.valueName.isEmpty() ? option.name : QString(option.name + u' ' + option.valueName),
                           help);
    }
    return text;
}

} // namespace

QString manPage()
{
    QString text = u".TH CSPOOL 1 \"\" \"cspool "_s + QCoreApplication::applicationVersion() + u"\"\n"_s;
    text += section(ManPage::tr("NAME"))
        + roff(ManPage::tr("cspool - back up Lync Server and Skype for Business Server pools")) + u'\n';
    text += section(ManPage::tr("SYNOPSIS")) + u".B cspool\n"_s
        + roff(ManPage::tr("[options] CMDLET -Parameter value ...")) + u'\n';
    for (const VerbInfo &verb : verbTable())
        text += u".br\n.B cspool\n"_s + roff(verbSyntax(verb)) + u'\n';
    text += section(ManPage::tr("DESCRIPTION"))
        + roff(ManPage::tr("Runs one cmdlet on a lab deployment: a deployment of Lync Server or Skype for Business "
                           "Server in a folder on this machine, whose backup service really copies the data of a pool "
                           "to its backup pool. Cmdlets and parameters are named as in Windows PowerShell; names are "
                           "the same in upper and lower case, and a parameter may be abbreviated as long as it is "
                           "unique."))
        + u"\n.PP\n"_s
        + roff(ManPage::tr("With --connect it runs the cmdlet on genuine servers instead, over PowerShell Remoting. The "
                           "password comes from the keyring, from a prompt that does not show it, or with "
                           "--password-stdin from the first line of the standard input; a question of the servers is "
                           "asked in the terminal. A certificate that does not verify is shown and refused, unless its "
                           "fingerprint is given with --trust, or it was trusted for this host in the console's window."))
        + u"\n.PP\n"_s
        + roff(ManPage::tr("With --connect ssh://USER@HOST:PORT it goes through ssh to the subsystem \"powershell\" of the "
                           "server; USER and PORT may be left out. ssh never asks anything then: a key that an agent "
                           "holds, or a Kerberos ticket, signs in, and the host key must be known. With --connect "
                           "process: it uses PowerShell on this machine, with its modules for Skype for Business or "
                           "Lync."))
        + u"\n.PP\n"_s
        + roff(ManPage::tr("Output objects go to the standard output. Warnings, errors, progress, questions and the "
                           "summary of a run go to the standard error."))
        + u'\n';
    text += section(ManPage::tr("OPTIONS")) + optionsText();
    text += section(ManPage::tr("GUIDED FAILOVER"));
    for (const VerbInfo &verb : verbTable())
        text += u".SS \""_s + roff(verb.name) + u"\"\n"_s + roff(verb.synopsis) + u'\n' + paragraphs(verb.description);
    text += section(ManPage::tr("CMDLETS"));
    for (const CmdletInfo &info : cmdletTable())
        text += cmdletText(info);
    text += section(ManPage::tr("COMMON PARAMETERS")) + commonParametersText();
    text += section(ManPage::tr("EXIT STATUS")) + definitions(exitCodeFacts());
    text += section(ManPage::tr("ENVIRONMENT")) + definitions(environmentFacts());
    text += section(ManPage::tr("FILES")) + definitions(fileFacts());
    return text;
}

} // namespace cspool
