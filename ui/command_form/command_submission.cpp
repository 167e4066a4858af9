#include "ui/command_form/command_submission.h"

#include "ui/command_form/command_phrases.h"
#include "ui/workspace.h"

#include <QFileInfo>
#include <QWidget>

#include <chrono>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

CommandSubmission::CommandSubmission(CommandFormState *state, Workspace *workspace, QWidget *dialog)
    : QObject(dialog)
    , m_state(state)
    , m_workspace(workspace)
    , m_session(workspace->session())
    , m_dialog(dialog)
{
    // Somebody is typing the path.
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(250ms);
    connect(&m_checkTimer, &QTimer::timeout, this, [this] { checkFiles([] {}); });
}

CommandSubmission::~CommandSubmission()
{
    delete m_question;
}

// A path may lie on a network drive that answers late.
void CommandSubmission::checkFiles(std::function<void()> done)
{
    const QStringList paths = m_state->writtenFiles();
    if (paths.isEmpty()) {
        m_state->setExistingFiles({});
        done();
        return;
    }
    m_files.run(
        [paths] {
            QStringList existing = paths;
            existing.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
            return existing;
        },
        this,
        [this, done = std::move(done)](const QStringList &existing) {
            m_state->setExistingFiles(existing);
            done();
        });
}

void CommandSubmission::submit()
{
    if (m_isUnderWay)
        return;
    m_isUnderWay = true;
    checkFiles([this] {
        if (!m_state->isReady() || !isDeploymentOpen()) {
            cancel();
            return;
        }
        const bool asks = m_state->cmdlet().changesData && !m_state->asksItself();
        if (asks || m_alwaysAsks || !m_state->existingFiles().isEmpty())
            ask();
        else
            queue();
    });
}

QStringList CommandSubmission::notes() const
{
    QStringList notes;
    for (const CommandWarning &warning : m_state->warnings())
        notes.append(warning.parameter.isEmpty()
                         ? warning.message
                         : tr("%1: %2", "parameter, sentence").arg(warning.parameter, warning.message));
    return notes;
}

Confirmation CommandSubmission::confirmation() const
{
    const QStringList pools = m_state->affectedPools();
    const QString backupPool = pools.size() == 1 ? m_workspace->session()->backupPoolOf(pools.first()) : QString();
    const CommandPhrases phrases(m_state->cmdlet(), pools, backupPool, m_state->failedOverPools());
    Confirmation confirmation{phrases.question(), m_workspace->session()->deployment(), phrases.verb()};
    if (pools.size() > 1) {
        for (const QString &pool : pools) {
            const QString backup = m_workspace->session()->backupPoolOf(pool);
            confirmation.subjects.append(phrases.direction(pool, backup));
        }
    }
    confirmation.notes = notes();
    confirmation.losses = lossesOf(m_state->commands().first());
    for (const Command &command : m_state->confirmedCommands())
        confirmation.commandLines.append(render(command));
    if (m_state->cmdlet().supportsShouldProcess && m_state->cmdlet().changesData) {
        confirmation.remark = m_state->asksItself()
            ? tr("PowerShell asks again before each step, because Confirm is set.")
            : tr("Nothing asks again: -Confirm:$false stands for your answer here.");
    }
    return confirmation;
}

void CommandSubmission::ask()
{
    m_question = new ConfirmDialog(confirmation(), m_dialog);
    connect(m_question, &QDialog::accepted, this, &CommandSubmission::queue);
    connect(m_question, &QDialog::rejected, this, &CommandSubmission::cancel);
    m_question->open();
}

void CommandSubmission::cancel()
{
    m_isUnderWay = false;
    Q_EMIT cancelled();
}

// Files are looked at and a question is answered from the event loop, in which another one may have been opened.
bool CommandSubmission::isDeploymentOpen() const
{
    return m_session && m_session == m_workspace->session();
}

void CommandSubmission::queue()
{
    if (!isDeploymentOpen()) {
        cancel();
        return;
    }
    QList<QUuid> jobs;
    const QList<Command> commands = m_state->cmdlet().changesData ? m_state->confirmedCommands() : m_state->commands();
    for (const Command &command : commands)
        jobs.append(m_workspace->submit(command));
    m_isUnderWay = false;
    Q_EMIT submitted(jobs);
}

} // namespace cspool
