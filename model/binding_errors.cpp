#include "model/binding_errors.h"

#include "model/message_text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::BindingErrors)
};

// How many characters must be inserted, deleted or exchanged (Levenshtein).
qsizetype distance(const QString &a, const QString &b)
{
    QList<qsizetype> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype exchanged = diagonal + (a.at(i - 1) == b.at(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, exchanged});
        }
    }
    return row.last();
}

// The candidate that was probably meant: the one with the fewest mistakes, or else the only one that is part of the
// word. Empty when there is none. Words of hostile length are not compared.
QString nearest(const QString &word, const QStringList &candidates)
{
    constexpr qsizetype longestWord = 64;
    if (word.size() > longestWord)
        return {};
    QString best;
    qsizetype bestDistance = std::max<qsizetype>(2, word.size() / 3) + 1;
    QStringList contained;
    for (const QString &candidate : candidates) {
        const qsizetype candidateDistance = distance(word.toLower(), candidate.toLower());
        if (candidateDistance < bestDistance) {
            best = candidate;
            bestDistance = candidateDistance;
        }
        if (word.contains(candidate, Qt::CaseInsensitive))
            contained.append(candidate);
    }
    return best.isEmpty() && contained.size() == 1 ? contained.first() : best;
}

} // namespace

Error bindingError(const QString &id, const QString &target, const QString &message, const QString &action)
{
    return {ErrorCategory::InvalidArgument, id, message, action, target};
}

QString alternatives(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    return Text::tr("%1 or %2").arg(names.first(names.size() - 1).join(", "_L1), names.last());
}

QString helpHint(const CmdletInfo &cmdlet)
{
    return Text::tr("\"Get-Help %1\" lists the parameters.").arg(cmdlet.name);
}

Error unknownCmdlet(const QString &name)
{
    QStringList names;
    for (const CmdletInfo &cmdlet : cmdletTable())
        names.append(cmdlet.name);
    const QString meant = nearest(name, names);
    return {ErrorCategory::ObjectNotFound, u"CommandNotFoundException"_s,
            Text::tr("There is no cmdlet \"%1\".").arg(forMessage(name)),
            meant.isEmpty() ? Text::tr("\"Get-Help\" lists the cmdlets.") : Text::tr("Did you mean %1?").arg(meant),
            name};
}

Error unknownParameter(const CmdletInfo &cmdlet, const QString &name)
{
    const QString message
        = Text::tr("%1 has no parameter that matches the name \"%2\".").arg(cmdlet.name, forMessage(name));
    const qsizetype equals = name.indexOf(u'=');
    if (equals > 0 && cmdlet.parametersMatching(name.first(equals)).size() == 1) {
        return bindingError(u"NamedParameterNotFound"_s, name, message,
                            Text::tr("Write a value behind a space or a colon: \"-%1 value\" or \"-%1:value\".")
                                .arg(cmdlet.parametersMatching(name.first(equals)).first()->name));
    }
    QStringList names;
    for (const ParameterInfo &parameter : cmdlet.parameters)
        names.append(parameter.name);
    const QString meant = nearest(name, names);
    return bindingError(u"NamedParameterNotFound"_s, name, message,
                        meant.isEmpty() ? helpHint(cmdlet) : Text::tr("Did you mean -%1?").arg(meant));
}

Error notConvertible(const ParameterInfo &parameter, const QString &text, const QString &expected)
{
    return bindingError(u"CannotConvertArgument"_s, parameter.name,
                        Text::tr("\"%1\" is no value for the parameter %2: it must be %3.")
                            .arg(forMessage(text), parameter.name, expected),
                        Text::tr("Correct the value of -%1.").arg(parameter.name));
}

} // namespace cspool
