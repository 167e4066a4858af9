#include "backend/remoting/session_opening.h"

#include "backend/remoting/psrp/psrp_records.h"
#include "backend/remoting/remote_command.h"

#include <QCoreApplication>

#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::SessionOpening)
};

const QString OutputIncomplete = u"OutputIncomplete"_s;
constexpr qsizetype OutputLimit = 10'000; // objects that are kept of a command of our own

// Runs a command of our own to its end and hands over what it put out.
class Collector : public PipelineListener
{
public:
    using Done = std::function<void(Result<QList<Object>>)>;
    explicit Collector(Done done)
        : m_done(std::move(done))
    {
    }

    bool take(PsrpEvent event, qsizetype) override
    {
        if (const auto *output = std::get_if<PipelineOutputReceived>(&event.content)) {
            if (m_output.size() < OutputLimit)
                m_output.append(toObject(output->value));
        } else if (std::holds_alternative<OutputLost>(event.content)) {
            m_isIncomplete = true;
        } else if (const auto *state = std::get_if<PipelineStateChanged>(&event.content)) {
            end(*state);
        }
        return false;
    }

    void lose(const Error &error, bool) override { finish(error); }

private:
    void end(const PipelineStateChanged &change)
    {
        if (change.state == PipelineState::Completed && m_isIncomplete) {
            finish(Error{ErrorCategory::ResourceUnavailable, OutputIncomplete, {}});
        } else if (change.state == PipelineState::Completed) {
            finish(m_output);
        } else if (change.state == PipelineState::Failed || change.state == PipelineState::Stopped) {
            finish(change.reason ? decodeErrorRecord(*change.reason, true).error
                                 : Error{ErrorCategory::NotSpecified, u"PipelineStopped"_s, {}});
        }
    }

    void finish(Result<QList<Object>> result)
    {
        if (const Done done = std::exchange(m_done, nullptr))
            done(std::move(result));
    }

    Done m_done;
    QList<Object> m_output;
    bool m_isIncomplete = false;
};

// Lives as long as one of its callbacks is waited for.
class Opening : public std::enable_shared_from_this<Opening>
{
public:
    Opening(RemoteLink &link, const ConnectionSettings &settings, std::function<void(Result<OpenedSession>)> done)
        : m_link(link)
        , m_settings(settings)
        , m_done(std::move(done))
    {
    }

    void begin()
    {
        m_link.open([self = shared_from_this()](const Result<> &opened) {
            if (!opened)
                self->m_done(opened.error());
            else
                self->tryModule(needsModule(self->m_settings) ? 0 : NoModule);
        });
    }

private:
    static constexpr qsizetype NoModule = -1;

    static QString moduleAt(qsizetype place)
    {
        static const QStringList modules = {u"SkypeForBusiness"_s, u"Lync"_s};
        return modules.value(place);
    }

    // Asks for the cmdlets with the module imported, in one go.
    void tryModule(qsizetype place)
    {
        const QString module = moduleAt(place);
        const auto collector = std::make_shared<Collector>([self = shared_from_this(), place](
                                                               const Result<QList<Object>> &found) {
            if (self->m_link.failure()) // a lost connection says nothing about modules and cmdlets
                self->m_done(*self->m_link.failure());
            else if (found || place == NoModule || found.error().id == OutputIncomplete)
                self->m_done(self->offered(found, moduleAt(place)));
            else
                self->goOnAfter(place, found.error());
        });
        m_link.start(QUuid::createUuid(), withModule(module, namesOfOfferedCmdlets()), collector);
    }

    void goOnAfter(qsizetype place, const Error &error)
    {
        if (error.id.startsWith("CommandNotFound"_L1)) {
            // An endpoint that offers some commands only: with the modules that it wants.
            const bool canImport = error.target.compare("Import-Module"_L1, Qt::CaseInsensitive) != 0;
            m_done(offered(error, canImport ? moduleAt(place) : QString()));
        } else if (!moduleAt(place + 1).isEmpty()) {
            tryModule(place + 1);
        } else {
            m_done(Error{ErrorCategory::ObjectNotFound, u"ModuleNotFound"_s,
                         Text::tr("Neither the module SkypeForBusiness nor the module Lync can be used on %1.")
                             .arg(m_settings.serverName()),
                         Text::tr("Connect to a server on which the management tools are installed, or to "
                                  "https://POOL/OcsPowershell."),
                         m_settings.url.host()});
        }
    }

    // By name, so that no more comes back than is wanted; the names alone, because a command's description is long.
    static QList<PsrpCommand> namesOfOfferedCmdlets()
    {
        QStringList names;
        for (const CmdletInfo &cmdlet : cmdletTable()) {
            if (cmdlet.availability != Availability::LabOnly)
                names.append(cmdlet.name);
        }
        const ClixmlValue silently(u"SilentlyContinue"_s);
        return {{u"Get-Command"_s, {{u"Name"_s, clixmlStrings(names)}, {u"ErrorAction"_s, silently}}},
                {u"Select-Object"_s, {{u"Property"_s, clixmlStrings({u"Name"_s})}}}};
    }

    Result<OpenedSession> offered(const Result<QList<Object>> &found, const QString &module) const
    {
        if (!found)
            return OpenedSession{std::nullopt, module}; // the endpoint does not let us ask
        if (found->isEmpty()) {
            return Error{ErrorCategory::PermissionDenied, u"NoCmdletsOffered"_s,
                         Text::tr("%1 lets you in, but your administrative roles (RBAC) grant you none of the cmdlets of "
                                  "Skype for Business or Lync.")
                             .arg(m_settings.serverName()),
                         Text::tr("Ask for a role such as CsServerAdministrator and sign in anew; or, if this is not a "
                                  "server of the deployment, connect to another one."),
                         m_settings.url.host()};
        }
        QSet<QString> names;
        for (const Object &command : *found) {
            const QString name = command.contains(u"Name") ? command.string(u"Name") : command.text();
            if (findCmdlet(name))
                names.insert(name.toCaseFolded());
        }
        return OpenedSession{names.isEmpty() ? std::nullopt : std::optional(names), module};
    }

    RemoteLink &m_link;
    const ConnectionSettings m_settings;
    const std::function<void(Result<OpenedSession>)> m_done;
};

} // namespace

QList<PsrpCommand> withModule(const QString &module, const QList<PsrpCommand> &commands)
{
    if (module.isEmpty())
        return commands;
    // Its errors would not end the pipeline otherwise, and what follows would say something else.
    const PsrpCommand import{u"Import-Module"_s,
                             {{u"Name"_s, clixmlStrings({module})},
                              {u"DisableNameChecking"_s, ClixmlValue(true)},
                              {u"ErrorAction"_s, ClixmlValue(u"Stop"_s)}},
                             true};
    return QList<PsrpCommand>{import} + commands;
}

bool needsModule(const ConnectionSettings &settings)
{
    return !settings.isHttps()
        || !settings.url.path().contains("OcsPowershell"_L1, Qt::CaseInsensitive);
}

void openSession(RemoteLink &link, const ConnectionSettings &settings, std::function<void(Result<OpenedSession>)> done)
{
    std::make_shared<Opening>(link, settings, std::move(done))->begin();
}

} // namespace cspool
