#include "app/terminal/invocation.h"

#include "model/cmdlet_info.h"
#include "model/fqdn.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// A day: whoever waits longer than that has forgotten the command.
constexpr qint64 LongestLockTimeout = 24 * 60 * 60;

class Parser
{
    Q_DECLARE_TR_FUNCTIONS(Invocation)

public:
    explicit Parser(const QStringList &arguments)
        : m_arguments(arguments)
    {
    }

    Result<Invocation> parse();

private:
    Error invalid(const QString &message, const QString &target) const;
    const OptionInfo *optionAt(qsizetype index) const;
    bool isValueOfParameter(qsizetype index) const;
    Result<> takeOption(const OptionInfo &option);
    Result<> apply(const OptionInfo &option, const QString &value);
    Result<> applyToServer(const OptionInfo &option, const QString &value);
    Result<> applyToVerb(const OptionInfo &option, const QString &value);
    Result<> checkServer();
    Result<> checkSignInOfItsOwn();
    Result<> checkVerb();
    Result<> checkVerbOptions(const VerbInfo *verb) const;
    Result<> takeVerbArgument(const VerbInfo &verb);
    Result<> checkGoal(const VerbInfo &verb);
    void decideAction();
    void readHelpTopic();

    const QStringList m_arguments;
    qsizetype m_position = 0;
    Invocation m_invocation;
    ServerRequest m_server; // what the options for it say
    QStringList m_serverOptions; // the names of these, in order
    std::optional<ConnectionSettings> m_address;
    VerbRequest m_request; // what the options of verbs say
    QList<const OptionInfo *> m_verbOptions; // these, in order
    bool m_isHelpWanted = false;
};

Error Parser::invalid(const QString &message, const QString &target) const
{
    return {ErrorCategory::InvalidArgument, u"InvalidOption"_s, message,
            tr("Run \"cspool --help\" to see the options."), target};
}

// By the name before '='; null when the argument is no option of ours.
const OptionInfo *Parser::optionAt(qsizetype index) const
{
    const QString &argument = m_arguments.at(index);
    const QString name = argument == "-h"_L1 ? u"--help"_s : argument.section(u'=', 0, 0);
    const auto found = std::find_if(optionTable().begin(), optionTable().end(),
                                    [&](const OptionInfo &option) { return option.name == name; });
    return found == optionTable().end() ? nullptr : &*found;
}

// Behind the cmdlet, a word after "-Name" is that parameter's value when the parameter takes one.
bool Parser::isValueOfParameter(qsizetype index) const
{
    if (m_invocation.words.size() < 2)
        return false;
    const QString &before = m_arguments.at(index - 1);
    const CmdletInfo *cmdlet = findCmdlet(m_invocation.words.first());
    if (!cmdlet || !before.startsWith(u'-') || before != m_invocation.words.last())
        return false;
    const QList<const ParameterInfo *> parameters = cmdlet->parametersMatching(QStringView(before).sliced(1));
    return parameters.size() == 1 && parameters.first()->type != ParameterType::Switch;
}

Result<Invocation> Parser::parse()
{
    while (m_position < m_arguments.size()) {
        const QString &argument = m_arguments.at(m_position);
        const bool hasCmdlet = !m_invocation.words.isEmpty();
        if (const OptionInfo *option = optionAt(m_position); option && !isValueOfParameter(m_position)) {
            if (const Result<> taken = takeOption(*option); !taken)
                return taken.error();
            continue;
        }
        if (argument == "-?"_L1) {
            m_isHelpWanted = true;
        } else if (!hasCmdlet && argument.startsWith(u'-')) {
            return invalid(tr("cspool has no option \"%1\".").arg(argument), argument);
        } else {
            m_invocation.words.append(argument);
        }
        ++m_position;
    }
    if (m_invocation.words.isEmpty() && !m_isHelpWanted && m_invocation.action == Invocation::Action::RunCommand)
        return invalid(tr("Which cmdlet is to run? For example: cspool Get-CsPool"), {});
    if (const Result<> valid = checkServer(); !valid)
        return valid.error();
    decideAction();
    if (const Result<> valid = checkVerb(); !valid)
        return valid.error();
    return m_invocation;
}

Result<> Parser::takeOption(const OptionInfo &option)
{
    const QString argument = m_arguments.at(m_position);
    ++m_position;
    if (!option.valueName.isEmpty()) {
        QString value = argument.section(u'=', 1);
        if (!argument.contains(u'=')) {
            if (m_position == m_arguments.size())
                return invalid(tr("The option %1 needs a value: %2.").arg(option.name, option.valueName), option.name);
            value = m_arguments.at(m_position);
            ++m_position;
        }
        return apply(option, value);
    }
    if (argument.contains(u'='))
        return invalid(tr("The option %1 takes no value.").arg(option.name), option.name);
    return apply(option, {});
}

Result<> Parser::apply(const OptionInfo &option, const QString &value)
{
    if (!option.allowedValues.isEmpty() && !option.allowedValues.contains(value)) {
        return invalid(tr("The option %1 does not know \"%2\". Possible values: %3.")
                           .arg(option.name, value, option.allowedValues.join(", "_L1)),
                       option.name);
    }
    if (option.name == "--deployment"_L1) {
        if (value.isEmpty())
            return invalid(tr("The option --deployment needs the name of a folder."), option.name);
        m_invocation.deployment = value;
    } else if (option.name == "--lock-timeout"_L1) {
        bool isNumber = false;
        const qint64 seconds = value.toLongLong(&isNumber);
        if (!isNumber || seconds < 0 || seconds > LongestLockTimeout) {
            return invalid(tr("The option --lock-timeout needs a whole number of seconds from 0 to %1, not \"%2\".")
                               .arg(LongestLockTimeout)
                               .arg(value),
                           option.name);
        }
        m_invocation.lockTimeout = std::chrono::seconds(seconds);
    } else if (option.name == "--log-level"_L1) {
        m_invocation.logLevel = *logLevelFromString(value);
    } else if (option.name == "--json"_L1) {
        m_invocation.isJson = true;
    } else if (option.name == "--no-progress"_L1) {
        m_invocation.isProgressHidden = true;
    } else if (option.name == "--help"_L1) {
        m_isHelpWanted = true;
    } else if (option.name == "--version"_L1) {
        m_invocation.action = Invocation::Action::ShowVersion;
    } else if (option.name == "--completion"_L1) {
        m_invocation.action = Invocation::Action::ShowCompletion;
        m_invocation.topic = value;
    } else if (option.name == "--man-page"_L1) {
        m_invocation.action = Invocation::Action::ShowManPage;
    } else if (!option.verbs.isEmpty()) {
        return applyToVerb(option, value);
    } else {
        return applyToServer(option, value);
    }
    return {};
}

Result<> Parser::applyToVerb(const OptionInfo &option, const QString &value)
{
    m_verbOptions.append(&option);
    if (option.name == "--disaster"_L1) {
        m_request.goal.isDisaster = true;
    } else if (option.name == "--failback"_L1) {
        m_request.goal.direction = FailoverDirection::FailBack;
    } else if (option.name == "--resume"_L1) {
        m_request.operation = QUuid::fromString(value.trimmed());
        if (m_request.operation.isNull())
            return invalid(tr("\"%1\" is not the ID of an operation; \"cspool operations\" lists them.").arg(value),
                           option.name);
    } else if (option.name == "--confirm"_L1) {
        const Result<QString> pool = parseFqdn(value);
        if (!pool)
            return pool.error();
        m_request.confirmedPool = *pool;
    } else if (option.name == "--report"_L1) {
        if (value.isEmpty())
            return invalid(tr("The option --report needs the name of a file."), option.name);
        m_request.reportPath = QDir::cleanPath(QDir().absoluteFilePath(value));
    }
    return {};
}

Result<> Parser::applyToServer(const OptionInfo &option, const QString &value)
{
    ConnectionSettings &settings = m_server.settings;
    m_serverOptions.append(option.name);
    if (option.name == "--connect"_L1) {
        const Result<ConnectionSettings> completed = ConnectionSettings::fromAddress(value);
        if (!completed)
            return completed.error();
        m_address = *completed;
    } else if (option.name == "--user"_L1) {
        settings.user = value.trimmed();
        if (settings.user.isEmpty())
            return invalid(tr("The option --user needs the name of a user, as DOMAIN\\name."), option.name);
    } else if (option.name == "--auth"_L1) {
        settings.authentication = value == "basic"_L1 ? Authentication::Basic
            : value == "ntlm"_L1                      ? Authentication::Ntlm
                                                      : Authentication::Negotiate;
    } else if (option.name == "--password-stdin"_L1) {
        m_server.isPasswordOnInput = true;
    } else if (option.name == "--trust"_L1) {
        const std::optional<QString> fingerprint = normalizedFingerprint(value);
        if (!fingerprint) {
            return invalid(tr("The option --trust needs the SHA-256 fingerprint of a certificate: 64 hexadecimal "
                              "digits."),
                           option.name);
        }
        settings.trustedFingerprint = *fingerprint;
    }
    return {};
}

// What only makes sense together.
Result<> Parser::checkServer()
{
    if (m_serverOptions.isEmpty())
        return {};
    if (!m_address) {
        const QString &option = m_serverOptions.constLast();
        return invalid(tr("The option %1 is of use only with --connect.").arg(option), option);
    }
    if (!m_invocation.deployment.isEmpty()) {
        return invalid(tr("The options --connect and --deployment exclude each other: a cmdlet runs on genuine servers "
                          "or in a lab."),
                       u"--connect"_s);
    }
    m_server.settings.url = m_address->url;
    if (!m_address->isHttps())
        return checkSignInOfItsOwn();
    const bool hasUser = !m_server.settings.user.isEmpty();
    if (!hasUser && m_server.isPasswordOnInput)
        return invalid(tr("The option --password-stdin needs --user: whose password is it?"), u"--password-stdin"_s);
    if (!hasUser && m_server.settings.authentication != Authentication::Negotiate)
        return invalid(tr("The methods ntlm and basic need --user."), u"--auth"_s);
    m_invocation.server = m_server;
    return {};
}

// ssh signs in by itself, and so has the person at this machine.
Result<> Parser::checkSignInOfItsOwn()
{
    for (const QString &option : std::as_const(m_serverOptions)) {
        if (option != "--connect"_L1) {
            return invalid(tr("The option %1 is of use only with an address that begins with https://: ssh signs in by "
                              "itself, as the user in the address.")
                               .arg(option),
                           option);
        }
    }
    m_server.settings.user = m_address->user;
    m_invocation.server = m_server;
    return {};
}

// Get-Help is cspool's own word, not a cmdlet of the deployment: it runs without one.
void Parser::decideAction()
{
    const QStringList &words = m_invocation.words;
    if (words.isEmpty()) {
        if (m_isHelpWanted)
            m_invocation.action = Invocation::Action::ShowUsage;
        return;
    }
    if (words.first().compare("Get-Help"_L1, Qt::CaseInsensitive) == 0) {
        m_invocation.action = Invocation::Action::ShowHelp;
        readHelpTopic();
    } else if (m_isHelpWanted) {
        m_invocation.action = Invocation::Action::ShowHelp;
        m_invocation.topic = words.first();
    } else if (m_invocation.action == Invocation::Action::RunCommand && findVerb(words.first())) {
        m_invocation.action = Invocation::Action::RunVerb;
    }
}

// Also of a cmdlet, which has no use for the options of verbs.
Result<> Parser::checkVerb()
{
    const bool isVerb = m_invocation.action == Invocation::Action::RunVerb;
    if (!isVerb && m_invocation.action != Invocation::Action::RunCommand)
        return {};
    const VerbInfo *verb = isVerb ? findVerb(m_invocation.words.first()) : nullptr;
    if (const Result<> valid = checkVerbOptions(verb); !valid || !verb)
        return valid;
    m_request.verb = verb->verb;
    if (verb->verb == Verb::FailBack)
        m_request.goal.direction = FailoverDirection::FailBack;
    if (const Result<> taken = takeVerbArgument(*verb); !taken)
        return taken;
    if (const Result<> valid = checkGoal(*verb); !valid)
        return valid;
    m_invocation.request = m_request;
    return {};
}

Result<> Parser::checkVerbOptions(const VerbInfo *verb) const
{
    for (const OptionInfo *option : m_verbOptions) {
        if (verb && option->verbs.contains(verb->verb))
            continue;
        QStringList names;
        for (const Verb each : option->verbs)
            names.append(verbInfo(each).name);
        return invalid(tr("The option %1 is of use only with: %2.").arg(option->name, names.join(", "_L1)),
                       option->name);
    }
    const bool isGuided = verb && (verb->verb == Verb::FailOver || verb->verb == Verb::FailBack);
    if (isGuided && m_invocation.isJson)
        return invalid(tr("The option --json is of no use with %1, which speaks with a person.").arg(verb->name),
                       u"--json"_s);
    return {};
}

Result<> Parser::takeVerbArgument(const VerbInfo &verb)
{
    const QStringList arguments = m_invocation.words.sliced(1);
    const qsizetype allowed = verb.argument.isEmpty() ? 0 : 1;
    if (arguments.size() > allowed)
        return invalid(tr("cspool %1 does not know what to do with \"%2\".").arg(verb.name, arguments.at(allowed)),
                       arguments.at(allowed));
    if (arguments.isEmpty())
        return {};
    if (verb.verb == Verb::Operation) {
        m_request.operation = QUuid::fromString(arguments.constFirst());
        if (m_request.operation.isNull())
            return invalid(tr("\"%1\" is not the ID of an operation; \"cspool operations\" lists them.")
                               .arg(arguments.constFirst()),
                           arguments.constFirst());
        return {};
    }
    const Result<QString> pool = parseFqdn(arguments.constFirst());
    if (!pool)
        return pool.error();
    m_request.goal.pool = *pool;
    return {};
}

Result<> Parser::checkGoal(const VerbInfo &verb)
{
    const bool hasOperation = !m_request.operation.isNull();
    if (!verb.argument.isEmpty() && m_request.goal.pool.isEmpty() && !hasOperation) {
        return verb.verb == Verb::Operation
            ? invalid(tr("Which operation? \"cspool operations\" lists them."), {})
            : invalid(tr("Which pool? For example: cspool %1 pool01.contoso.com").arg(verb.name), {});
    }
    if (verb.verb != Verb::Operation && hasOperation && (!m_request.goal.pool.isEmpty() || m_request.goal.isDisaster))
        return invalid(tr("The option --resume takes the pool, and whether it is a disaster, from the operation: leave "
                          "them out."),
                       u"--resume"_s);
    if (!m_request.confirmedPool.isEmpty() && !m_request.goal.pool.isEmpty()
        && m_request.confirmedPool != m_request.goal.pool) {
        return invalid(tr("The option --confirm names %1, but the pool is %2. Nothing was begun.")
                           .arg(m_request.confirmedPool, m_request.goal.pool),
                       u"--confirm"_s);
    }
    return {};
}

// "Get-Help NAME" or "Get-Help -Name NAME"; -Full, -Detailed and -Examples change nothing, because all is shown.
void Parser::readHelpTopic()
{
    for (const QString &word : m_invocation.words.sliced(1)) {
        if (!word.startsWith(u'-')) {
            m_invocation.topic = word;
            return;
        }
    }
}

} // namespace

Result<Invocation> parseInvocation(const QStringList &arguments)
{
    return Parser(arguments).parse();
}

} // namespace cspool
