// The options of `cspool`.
#include "app/terminal/invocation.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Invocation)
};

} // namespace

const QList<OptionInfo> &optionTable()
{
    static const QList<OptionInfo> table = {
        {u"--deployment"_s,
         u"DIR"_s,
         Text::tr("The folder of the lab deployment to work on. Without it CSPOOL_DEPLOYMENT names the folder, and "
                  "without that the default deployment is used, made from the sample on first use."),
         {},
         true},
        {u"--connect"_s, u"URL"_s,
         Text::tr("Run the cmdlet on genuine servers, over PowerShell Remoting. The name of a pool is enough: it "
                  "becomes https://POOL/OcsPowershell. ssh://USER@HOST reaches a server with ssh, and process: is "
                  "PowerShell on this machine.")},
        {u"--user"_s, u"DOMAIN\\name"_s,
         Text::tr("Who signs in there; the person who is logged on when absent. The password is taken from the "
                  "keyring, or else asked for; it is never an argument.")},
        {u"--auth"_s,
         u"METHOD"_s,
         Text::tr("How to sign in; negotiate when absent, which is Kerberos or NTLM."),
         {u"negotiate"_s, u"ntlm"_s, u"basic"_s}},
        {u"--password-stdin"_s, {}, Text::tr("Take the password from the first line of the standard input.")},
        {u"--trust"_s, u"SHA256"_s,
         Text::tr("The fingerprint of the one certificate that is trusted though it does not verify, for this "
                  "command alone.")},
        {u"--lock-timeout"_s, u"SECONDS"_s,
         Text::tr("How long to wait when another process is at work on the same pools; 30 when absent.")},
        {u"--log-level"_s, u"LEVEL"_s, Text::tr("How much the log file gets; info when absent."), logLevelNames()},
        {u"--json"_s, {}, Text::tr("Print the output objects as a JSON array, for programs.")},
        {u"--no-progress"_s, {}, Text::tr("Show no progress.")},
        {u"--disaster"_s,
         {},
         Text::tr("The pool is down; with a failback its backup pool is. What it had not handed over is lost."),
         {},
         false,
         {Verb::Readiness, Verb::FailOver, Verb::FailBack}},
        {u"--failback"_s, {}, Text::tr("Check for the way back."), {}, false, {Verb::Readiness}},
        {u"--resume"_s,
         u"ID"_s,
         Text::tr("Go on with an operation that was left or interrupted; it knows its pool."),
         {},
         false,
         {Verb::FailOver, Verb::FailBack}},
        {u"--confirm"_s,
         u"POOL"_s,
         Text::tr("The name of the pool once more, for a script: nothing is asked then. -Confirm:$false is not "
                  "enough."),
         {},
         false,
         {Verb::FailOver, Verb::FailBack}},
        {u"--report"_s,
         u"FILE"_s,
         Text::tr("Where the record is written as an HTML report; a new file in the temporary folder when absent."),
         {},
         true,
         {Verb::FailOver, Verb::FailBack, Verb::Operation}},
        {u"--completion"_s, u"SHELL"_s, Text::tr("Print the completion for a shell and end."), {u"bash"_s, u"zsh"_s}},
        {u"--man-page"_s, {}, Text::tr("Print the manual page and end.")},
        {u"--version"_s, {}, Text::tr("Print the version and end.")},
        {u"--help"_s, {}, Text::tr("Print help, of a cmdlet when one is named, and end.")},
    };
    return table;
}

} // namespace cspool
