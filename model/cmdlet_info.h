// CmdletInfo: what a cmdlet's parameters are. The one source of truth for the command-line parser, the form's
// validation, tool tips and help, the lab cmdlets' argument check and the typed arguments sent to a server.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace cspool {

// How a parameter's value is written, checked and sent; in brackets the type of its QVariant in a Command.
enum class ParameterType {
    Switch, // [bool] System.Management.Automation.SwitchParameter
    Boolean, // [bool] System.Boolean; written $true, $false
    String, // [QString]
    StringList, // [QStringList] System.String[]; written 'a','b'
    Fqdn, // [QString, canonical] Microsoft.Rtc.Management.Deploy.Fqdn
    Int32, // [int]
    TimeSpan, // [TimeSpan] System.TimeSpan; always rendered hh:mm:ss
    Enumeration, // [QString, in the spelling of `allowedValues`]
};

// On which machine the file or folder lies that a parameter names.
enum class PathSide {
    None, // it names no path
    Local, // on this machine, in both kinds of session
    Session, // where the session runs: this machine in the lab, the server against a server
};

// In which kinds of session a cmdlet or a parameter exists.
enum class Availability {
    Both,
    LabOnly, // ours: a real server does not know it
    ServerOnly,
};

struct ParameterInfo
{
    QString name; // "PoolFqdn"
    ParameterType type = ParameterType::String;
    bool isRequired = false;
    int position = -1; // positional index from 0; -1: named only
    QStringList aliases = {}; // "wi"
    QString typeName = {}; // .NET type as documented; shown in help
    QStringList allowedValues = {}; // Enumeration; of a String the accepted texts in any case, kept as they were typed
    QStringList excludes = {}; // parameters that cannot stand beside this one; mutual: each names the other
    QStringList needs = {}; // parameters that must stand beside this one
    std::optional<qint64> minimum = {}; // Int32: the value; TimeSpan: seconds
    std::optional<qint64> maximum = {};
    PathSide path = PathSide::None;
    Availability availability = Availability::Both;
    bool isOurs = false; // not a parameter of Microsoft's cmdlet
    bool isCommon = false; // one of PowerShell's common parameters
    QString help = {}; // what it does, in full sentences, in our own words
    QString defaultText = {}; // what holds when it is absent, for help
};

// From which pool of a pair a cmdlet copies data.
enum class CopyDirection {
    FromWhereServed, // from the pool; from its backup pool while the pool is failed over
    ToBackupPool, // whatever the state of the pool
    FromBackupPool,
};

// What running a cmdlet is called: texts to be translated where they are shown, for their numbers are known only there.
// Those in PhrasesContext: of one pool %1 is its name and %2 its backup pool; of several %n is their number. Null:
// none.
struct CmdletPhrases
{
    const char *verb = nullptr; // without a pool: "Back up"
    const char *onePoolVerb = nullptr; // all of the following: null if the cmdlet is about no pool
    const char *onePool = nullptr;
    const char *onePoolPaired = nullptr; // the backup pool is known; null: it plays no part
    const char *severalVerb = nullptr;
    const char *several = nullptr;
    const char *onePoolFailedOver = nullptr; // null: said as of any other pool
    const char *severalFailedOver = nullptr; // some of them are
    const char *deed = nullptr; // in DeedContext: after "Yes: ", with a small letter
};
inline constexpr char PhrasesContext[] = "cspool::CommandPhrases";
inline constexpr char DeedContext[] = "cspool::PromptText";

struct Example
{
    QString command;
    QString explanation;
};

struct CmdletInfo
{
    QString name; // "Backup-CsPool"
    QString synopsis; // one sentence
    QString description; // paragraphs separated by a blank line
    QList<ParameterInfo> parameters; // own first, in documented order; then ShouldProcess's; then common ones
    QStringList requiresOneOf = {}; // at least one of these parameters must be given; empty: no such rule
    QList<Example> examples = {};
    QStringList seeAlso = {};
    QString outputTypeName = {}; // of its output objects; empty: none
    QStringList tableColumns = {}; // properties shown as a table; empty: shown as a list
    bool supportsShouldProcess = false; // has WhatIf and Confirm
    bool asksByDefault = false; // ConfirmImpact High: asks without -Confirm, unless -Confirm:$false or -Force
    bool writesReport = false; // writes an HTML report for every outcome
    // What one might expect of it and it does not do: shown by form, help, -WhatIf and report.
    QStringList notIncluded = {};
    bool changesData = false; // may change the deployment: waits in the queue of its pair of pools
    Availability availability = Availability::Both;
    bool isOurs = false; // not one of Microsoft's cmdlets
    // It moves a service: from some point on a run is brought to its end, and cannot be cancelled.
    bool hasPointOfNoReturn = false;
    CopyDirection copies = CopyDirection::FromWhereServed;
    CmdletPhrases phrases = {};

    // Exact name or alias, case-insensitive. Null when there is none.
    const ParameterInfo *parameter(QStringView name) const;
    // All parameters whose name starts with `prefix`, as PowerShell resolves abbreviations: an exact name or alias is
    // the only match, and so is the only one of the cmdlet's own parameters beside common ones.
    QList<const ParameterInfo *> parametersMatching(QStringView prefix) const;
};

// All cmdlets of the design's table, sorted by name. Built once, immutable, any thread. Its texts are in the language
// of the translators that were installed when it was first asked for.
const QList<CmdletInfo> &cmdletTable();

// Case-insensitive; null when there is none. Pointers stay valid for the program's life.
const CmdletInfo *findCmdlet(QStringView name);

} // namespace cspool
