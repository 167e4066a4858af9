// NewDeploymentRun: carries out what the wizard was told: makes the deployment, opens it, imports user data.
#pragma once

#include "model/command.h"
#include "model/job.h"
#include "model/records.h"
#include "model/status_tone.h"

#include <QObject>
#include <QUuid>

#include <optional>
#include <vector>

namespace cspool {

class Workspace;

// Lives in the window's thread. What has begun as a job goes on when this object is gone.
class NewDeploymentRun : public QObject
{
    Q_OBJECT

public:
    enum class Phase {
        Idle,
        Making,
        Opening,
        Importing,
        Done, // the deployment is there; it may not be open, and imports may have failed
        Failed, // nothing was made
    };
    struct Step
    {
        QString text; // the command line, or what is done
        StatusTone tone = StatusTone::None; // None: not begun
        QString state = {}; // in a word or a sentence; an error's message
        QUuid job = {};
        std::optional<Outcome> outcome = {}; // of the job that has ended
    };

    // `workspace` must outlive it.
    explicit NewDeploymentRun(Workspace *workspace, QObject *parent = nullptr);

    // Only while nothing runs.
    void start(const Command &newDeployment, const QList<Command> &imports);
    // While the deployment is being made: nothing of it stays.
    void cancel();

    Phase phase() const { return m_phase; }
    bool isMaking() const { return m_phase == Phase::Making; }
    bool isMade() const { return m_phase > Phase::Making && m_phase != Phase::Failed; }
    bool isCancelling() const { return m_isCancelling; }
    const QList<Step> &steps() const { return m_steps; }
    QString progress() const { return m_progress; } // what is done at the moment; may be empty
    int percent() const { return m_percent; } // -1: unknown
    bool isAllDone() const; // every step has done what it was to do
    QString problem() const; // what went wrong, whole sentences; empty: nothing

Q_SIGNALS:
    void changed();

private:
    void watch(const QUuid &job, const std::vector<Record> &records);
    void handleEnd(const QUuid &job);
    void endStep(Step &step, const QUuid &job);
    void open();
    void handleOpening();
    void handleOpened();
    void handleOpenFailed(const QString &folder, const Error &error);
    void endWithoutOpening(StatusTone tone, const QString &why);
    void setPhase(Phase phase);
    Step *stepOf(const QUuid &job);

    Workspace *m_workspace;
    Phase m_phase = Phase::Idle;
    QString m_folder;
    QList<Command> m_imports;
    QList<Step> m_steps; // New-Deployment, opening, then the imports
    QString m_progress;
    int m_percent = -1;
    bool m_isCancelling = false;
    std::optional<Error> m_error; // that ended the job that runs
};

} // namespace cspool
