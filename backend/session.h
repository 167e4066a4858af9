// Session and Pipeline: running cmdlets in one deployment. The seam at which window, command line, embedded engine and
// remote server meet.
#pragma once

#include "backend/background_service.h"
#include "backend/mailbox.h"
#include "model/cmdlet_info.h"
#include "model/command.h"
#include "model/deployment_info.h"

#include <QObject>

#include <functional>
#include <memory>

namespace cspool {

// Gets every record of a command in the thread that makes it, before it can be taken from the mailbox; so what is slow
// (a log on a disk) never holds up the thread that shows the records. Its last call is for the FinishedRecord.
using RecordSpool = std::function<void(const Record &)>;

// One running command. Lives in the session's thread; destroying it cancels the command and waits for its end.
class Pipeline : public QObject
{
    Q_OBJECT

public:
    explicit Pipeline(QObject *parent = nullptr);
    ~Pipeline() override;

    // Its records; the last one is a FinishedRecord. Valid as long as the pipeline. Connect to it, then take once: the
    // first records may be there already.
    virtual Mailbox &mailbox() = 0;

    // Asks the command to end; returns at once. Works while a prompt is open, while it waits, while the network hangs.
    // A second call does nothing. The outcome is Cancelled, unless the work was done already.
    virtual void cancel() = 0;

    // Answers the PromptRequest with `answer.id`; an answer to an unknown or answered prompt is ignored.
    virtual void answer(const PromptAnswer &answer) = 0;
};

// Whether a session still reaches its deployment. A lab on this machine always does.
struct ConnectionState
{
    enum class Kind {
        Connected,
        Interrupted, // it is being tried to get it back; commands that run may go on there
        Lost, // every command of it has failed; a new session is needed
    };
    Kind kind = Kind::Connected;
    Error error = {}; // why, unless Connected
};

// Runs Commands for one deployment. Lives in one thread (the window's); never blocks it.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    virtual DeploymentInfo deployment() const = 0;

    // The table's metadata, refined by what the deployment reports; null: this deployment has no such cmdlet.
    virtual const CmdletInfo *cmdletInfo(QStringView name) const = 0;

    // Starts a command that validate() accepts. Failures, an unknown cmdlet included, arrive as records. `spool` may be
    // empty; it is called by one thread at a time, and no more once the pipeline is destroyed.
    virtual std::unique_ptr<Pipeline> start(const Command &command, RecordSpool spool) = 0;
    std::unique_ptr<Pipeline> start(const Command &command) { return start(command, {}); }

    // The backup pool of a pool as last read; empty when none or unknown. Lets the job queue keep one job per pair.
    virtual QString backupPoolOf(const QString &poolFqdn) const = 0;
    // Whether backupPoolOf() can tell yet. While it cannot, the pool may be paired with any other.
    virtual bool knowsBackupPoolOf(const QString &) const { return true; }

    // The deployment's backup service, where this session runs it; null: the deployment runs its own.
    virtual BackgroundService *backgroundService() { return nullptr; }

    virtual ConnectionState connectionState() const { return {}; }

Q_SIGNALS:
    void connectionStateChanged();
};

} // namespace cspool
