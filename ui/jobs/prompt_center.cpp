#include "ui/jobs/prompt_center.h"

#include "ui/jobs/prompt_dialog.h"
#include "ui/workspace.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace cspool {

namespace {

// Read-only texts are not typed into.
bool isForTyping(QWidget *widget)
{
    if (const auto *line = qobject_cast<QLineEdit *>(widget))
        return !line->isReadOnly();
    if (const auto *text = qobject_cast<QPlainTextEdit *>(widget))
        return !text->isReadOnly();
    if (const auto *text = qobject_cast<QTextEdit *>(widget))
        return !text->isReadOnly();
    if (const auto *box = qobject_cast<QComboBox *>(widget))
        return box->isEditable();
    return qobject_cast<QAbstractSpinBox *>(widget) != nullptr;
}

} // namespace

PromptCenter::PromptCenter(Workspace *workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
    JobRunner *jobs = &workspace->jobs();
    connect(jobs, &JobRunner::promptRaised, this, &PromptCenter::take);
    connect(jobs, &JobRunner::jobChanged, this, &PromptCenter::withdrawIfAnswered);
    connect(jobs, &JobRunner::jobFinished, this, &PromptCenter::remove);
}

bool PromptCenter::isWaiting(const QUuid &job) const
{
    return m_prompts.contains(job);
}

void PromptCenter::take(const QUuid &job, const PromptRequest &prompt)
{
    m_prompts.insert(job, prompt);
    m_order.removeAll(job);
    m_order.append(job);
    m_postponed.remove(job);
    if (!m_dialog) {
        // A dialog that opens by itself now would open in the middle of somebody's sentence.
        if (isSomebodyTyping())
            m_postponed.insert(job);
        else
            showNext();
    }
    Q_EMIT promptsChanged();
}

void PromptCenter::withdrawIfAnswered(const QUuid &job)
{
    const std::optional<JobInfo> info = m_workspace->jobs().job(job);
    if (!info || info->state != JobState::WaitingForAnswer)
        remove(job);
}

void PromptCenter::remove(const QUuid &job)
{
    if (m_prompts.remove(job) == 0)
        return;
    m_order.removeAll(job);
    m_postponed.remove(job);
    if (m_dialog && m_dialog->job() == job)
        m_dialog->close();
    Q_EMIT promptsChanged();
}

bool PromptCenter::isSomebodyTyping() const
{
    const QWidget *active = QApplication::activeWindow();
    if (active && active != m_window && active != m_dialog)
        return true;
    return QApplication::activeModalWidget() || QApplication::activePopupWidget()
        || isForTyping(QApplication::focusWidget());
}

void PromptCenter::showNext()
{
    if (m_dialog)
        return;
    for (const QUuid &job : std::as_const(m_order)) {
        if (m_postponed.contains(job))
            continue;
        open(job, QApplication::activeWindow() == m_window);
        return;
    }
}

void PromptCenter::showPrompt(const QUuid &job)
{
    const QUuid wanted = job.isNull() && !m_order.isEmpty() ? m_order.first() : job;
    if (!isWaiting(wanted))
        return;
    if (m_dialog && m_dialog->job() != wanted)
        m_dialog->close();
    if (!m_dialog || m_dialog->job() != wanted)
        open(wanted, true);
    m_dialog->raise();
    m_dialog->activateWindow();
}

void PromptCenter::open(const QUuid &job, bool takesKeyboard)
{
    const std::optional<JobInfo> info = m_workspace->jobs().job(job);
    if (!info)
        return;
    m_postponed.insert(job);
    auto *dialog = new PromptDialog(*info, m_prompts.value(job), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAttribute(Qt::WA_ShowWithoutActivating, !takesKeyboard);
    m_dialog = dialog;
    connect(dialog, &PromptDialog::answered, this,
            [this, job](const PromptAnswer &answer) { m_workspace->jobs().answer(job, answer); });
    connect(dialog, &QDialog::finished, this, [this, dialog] {
        if (m_dialog == dialog)
            m_dialog = nullptr;
        // From the event loop: the keyboard has to be back in the window first.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!isSomebodyTyping())
                    showNext();
            },
            Qt::QueuedConnection);
    });
    dialog->show();
}

} // namespace cspool
