// Invocation: what the arguments of `cspool` ask for: its own options, and the cmdlet with its words, or a verb.
#pragma once

#include "app/log_level.h"
#include "app/terminal/server_access.h"
#include "app/terminal/verbs.h"
#include "model/result.h"

#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

namespace cspool {

// One option of cspool itself. The table is the single source for parsing, help, completion and manual page.
struct OptionInfo
{
    QString name; // "--deployment"
    QString valueName; // "DIR"; empty: it takes no value
    QString help; // a sentence
    QStringList allowedValues = {};
    bool isPath = false;
    QList<Verb> verbs = {}; // of use with these alone; empty: with everything
};
const QList<OptionInfo> &optionTable();

struct Invocation
{
    enum class Action {
        RunCommand,
        RunVerb, // `request`
        ShowUsage, // --help alone
        ShowHelp, // of the cmdlet or verb named by `topic`; empty: the list of all cmdlets
        ShowVersion,
        ShowCompletion, // for the shell named by `topic`
        ShowManPage,
    };
    Action action = Action::RunCommand;
    QString topic = {};
    QStringList words = {}; // the cmdlet and its arguments, for bindArguments(); or the verb and its own
    std::optional<VerbRequest> request = {}; // of a verb
    QString deployment = {}; // as it was given; empty: not at all
    std::optional<ServerRequest> server = {}; // genuine servers, instead of a lab
    std::chrono::seconds lockTimeout{30};
    LogLevel logLevel = LogLevel::Info;
    bool isJson = false;
    bool isProgressHidden = false;

    bool operator==(const Invocation &) const = default;
};

// `arguments` without the program's name. An option may also stand behind the cmdlet, unless a parameter before it
// takes it as its value. `--option=value` and `--option value` are the same. Errors have the id "InvalidOption".
Result<Invocation> parseInvocation(const QStringList &arguments);

} // namespace cspool
