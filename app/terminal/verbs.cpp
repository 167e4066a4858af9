#include "app/terminal/verbs.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Verbs)
};

QString guidedRunText()
{
    return Text::tr(
        "Before anything is changed, the checks and the steps are shown and the name of the pool has to be typed; it "
        "is asked for again before the pool itself changes hands, and every other step is confirmed with Yes or No. "
        "After each step the deployment is asked whether its goal is reached. A step that cannot be run from here is "
        "shown to be copied, and checked when it was run there.\n\n"
        "It can be left at any step, with No, s, Ctrl+C or the end of the input, and gone on with by --resume, also "
        "after it was interrupted: what is true is always read from the deployment. Ctrl+C stops a running step only "
        "as far as it can be stopped.\n\n"
        "A script names the pool with --confirm and is asked nothing. It ends at the first step that does not reach "
        "its goal or that cannot be run from here.\n\n"
        "The record of the operation is written as an HTML report at the end, and whenever it is left.");
}

// As the shells of this system read it as one word.
QString shellWord(const QString &word)
{
    static const QRegularExpression harmless(u"^[A-Za-z0-9_@%+=:,./-]+$"_s);
    if (harmless.match(word).hasMatch())
        return word;
#ifdef Q_OS_WIN
    return u'"' + word + u'"';
#else
    return u'\'' + QString(word).replace(u'\'', "'\\''"_L1) + u'\'';
#endif
}

} // namespace

const QList<VerbInfo> &verbTable()
{
    static const QList<VerbInfo> table = {
        {Verb::Readiness, u"readiness"_s, u"POOL"_s,
         Text::tr("Checks whether a pool can be failed over, or back; changes nothing."),
         Text::tr("Reads from the deployment what a failover of the pool depends on, and shows each check with its "
                  "verdict, when it was true, the cmdlet that told, and what to do.\n\n"
                  "With --failback it checks for the way back. With --disaster it checks for a failover of a pool that "
                  "is down, or for a failback while the backup pool is down, and says what would be lost.")},
        {Verb::FailOver, u"failover"_s, u"POOL"_s,
         Text::tr("Fails a pool over, step by step, in the documented order."),
         Text::tr("Moves the next hops of Edge pools and the active Central Management store away from the pool where "
                  "they lead to it, waits until every replica is up to date, and lets the backup pool serve the users. "
                  "A plain failover needs the pool to be up; with --disaster it is down, and what it had not handed "
                  "over is lost.")
             + u"\n\n"_s + guidedRunText()},
        {Verb::FailBack, u"failback"_s, u"POOL"_s, Text::tr("Gives a failed over pool its users back, step by step."),
         Text::tr("Fails the pool back, restores its conference content from the backup pool, and verifies both "
                  "directions; at the end the next hops of Edge pools can be moved back. With --disaster the backup "
                  "pool is down, and what users changed there is lost.")
             + u"\n\n"_s + guidedRunText()},
        {Verb::Operations, u"operations"_s, QString(),
         Text::tr("Lists the guided failovers and failbacks, those that have not ended first."),
         Text::tr("Lists the operations of this user, those that were begun in the console's window included.")},
        {Verb::Operation, u"operation"_s, u"ID"_s, Text::tr("Shows the record of one guided failover or failback."),
         Text::tr("Shows the checks before and after, every command, who ran it and when, and what was verified. With "
                  "--report it is written as an HTML report, too. The IDs are those of \"cspool operations\".")},
    };
    return table;
}

const VerbInfo *findVerb(QStringView name)
{
    const QList<VerbInfo> &table = verbTable();
    const auto found = std::find_if(table.begin(), table.end(), [name](const VerbInfo &info) {
        return name.compare(info.name, Qt::CaseInsensitive) == 0;
    });
    return found == table.end() ? nullptr : &*found;
}

const VerbInfo &verbInfo(Verb verb)
{
    const QList<VerbInfo> &table = verbTable();
    return *std::find_if(table.begin(), table.end(), [verb](const VerbInfo &info) { return info.verb == verb; });
}

QString verbName(FailoverDirection direction)
{
    return verbInfo(direction == FailoverDirection::FailOver ? Verb::FailOver : Verb::FailBack).name;
}

QString resumeLine(const DeploymentInfo &deployment, FailoverDirection direction, const QUuid &operation,
                   const QStringList &signIn)
{
    const bool isServer = deployment.kind == DeploymentKind::Server;
    QStringList words{u"cspool"_s, isServer ? u"--connect"_s : u"--deployment"_s};
    if (isServer && !deployment.user.isEmpty() && deployment.location.startsWith("ssh://"_L1)) {
        words += QString(deployment.location).insert(qsizetype(sizeof "ssh://") - 1, QString(deployment.user + u'@'));
    } else {
        words += deployment.location;
        if (isServer && !deployment.user.isEmpty())
            words += {u"--user"_s, deployment.user};
    }
    words += signIn;
    words += {verbName(direction), u"--resume"_s, operation.toString(QUuid::WithoutBraces)};
    for (QString &word : words)
        word = shellWord(word);
    return words.join(u' ');
}

} // namespace cspool
