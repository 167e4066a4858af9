#include "ui/pools/configuration_form.h"

#include "model/time_text.h"
#include "ui/icons.h"
#include "ui/plain_message_box.h"
#include "ui/pools/status_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

ConfigurationForm::ConfigurationForm(Workspace *workspace, QWidget *parent)
    : DetailsTab(workspace, parent)
    , m_fields(new QWidget)
    , m_grid(new QGridLayout(m_fields))
    , m_reading(new StatusLabel(this))
    , m_result(new StatusLabel(this))
    , m_warnings(new StatusLabel(this))
    , m_commandTitle(new QLabel(tr("What Apply will ru&n:"), this))
    , m_command(new QLineEdit(this))
    , m_apply(new QPushButton(tr("Appl&y…"), this))
    , m_revert(new QPushButton(tr("Rever&t"), this))
    , m_reset(new QPushButton(tr("Reset to &defaults…"), this))
{
    m_reading->setObjectName(u"configurationReading"_s);
    m_result->setObjectName(u"configurationResult"_s);
    m_warnings->setObjectName(u"configurationWarnings"_s);
    m_command->setObjectName(u"configurationCommand"_s);
    m_apply->setObjectName(u"configurationApply"_s);
    m_revert->setObjectName(u"configurationRevert"_s);
    m_reset->setObjectName(u"configurationReset"_s);
    m_command->setReadOnly(true);
    m_commandTitle->setBuddy(m_command);
    m_grid->setColumnStretch(2, 1);
    m_grid->setContentsMargins(0, 0, 0, 0);

    auto *scope = new QLabel(tr("One configuration holds for the backup service of all pools of the deployment, not "
                                "only of this one."),
                             this);
    scope->setObjectName(u"configurationScope"_s);
    scope->setWordWrap(true);
    auto *scrolling = new QScrollArea(this);
    scrolling->setWidget(m_fields);
    scrolling->setWidgetResizable(true);
    scrolling->setFrameShape(QFrame::NoFrame);
    scrolling->setFocusPolicy(Qt::NoFocus); // its fields scroll it
    auto *commandLine = new QHBoxLayout;
    commandLine->addWidget(m_commandTitle);
    commandLine->addWidget(m_command, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_apply);
    buttons->addWidget(m_revert);
    buttons->addStretch(1);
    buttons->addWidget(m_reset);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scope);
    layout->addWidget(m_reading);
    layout->addWidget(m_result);
    layout->addWidget(scrolling, 1);
    layout->addWidget(m_warnings);
    layout->addLayout(commandLine);
    layout->addLayout(buttons);

    connect(m_apply, &QPushButton::clicked, this, &ConfigurationForm::apply);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_state->revert();
        showState();
    });
    connect(m_reset, &QPushButton::clicked, this, &ConfigurationForm::reset);
    connect(&workspace->jobs(), &JobRunner::jobFinished, this, &ConfigurationForm::finish);
    connect(workspace, &Workspace::deploymentAboutToChange, this, [this] {
        m_state.reset();
        m_cmdlet = nullptr;
        m_job = {};
        m_result->setStatus(StatusTone::None, {});
    });
    m_result->hide();
    showState();
}

void ConfigurationForm::updateContent()
{
    const CmdletInfo *cmdlet = workspace().session()->cmdletInfo(u"Set-CsBackupServiceConfiguration");
    if (cmdlet != m_cmdlet) {
        m_cmdlet = cmdlet;
        m_state.reset();
        if (cmdlet)
            m_state.emplace(cmdlet, workspace().session()->deployment().kind);
        buildFields();
    }
    const Reading<BackupServiceConfiguration> &configuration = monitor()->configuration();
    if (m_state && configuration.value)
        m_state->setConfiguration(*configuration.value);
    showReading();
    showState();
}

void ConfigurationForm::buildFields()
{
    for (const Row &row : std::as_const(m_rows)) {
        delete row.label;
        delete row.editor;
        delete row.note;
    }
    m_rows.clear();
    if (!m_state)
        return;
    for (const ConfigurationFormState::Field &field : m_state->fields())
        addRow(field);
    m_grid->setRowStretch(int(m_rows.size()), 1);
    QWidget *before = nullptr;
    for (const Row &row : std::as_const(m_rows)) {
        if (before)
            setTabOrder(before, row.editor);
        before = row.editor;
    }
    for (QWidget *next : {static_cast<QWidget *>(m_command), static_cast<QWidget *>(m_apply),
                          static_cast<QWidget *>(m_revert), static_cast<QWidget *>(m_reset)}) {
        if (before)
            setTabOrder(before, next);
        before = next;
    }
}

void ConfigurationForm::addRow(const ConfigurationFormState::Field &field)
{
    // The parameters' own names: they stand in every documentation, and in the command below.
    Row row{field.name(), new QLabel(field.name()), new QLineEdit, new StatusLabel};
    row.editor->setObjectName(u"configuration"_s + field.name());
    row.note->setObjectName(u"note"_s + field.name());
    row.label->setBuddy(row.editor);
    row.label->setToolTip(field.parameter->help);
    row.editor->setToolTip(field.parameter->help);
    row.editor->setAccessibleName(field.name());
    const int characters = field.parameter->type == ParameterType::String ? 36 : 14;
    row.editor->setMinimumWidth(characters * fontMetrics().averageCharWidth());
    const int line = int(m_rows.size());
    m_grid->addWidget(row.label, line, 0);
    m_grid->addWidget(row.editor, line, 1);
    m_grid->addWidget(row.note, line, 2, Qt::AlignVCenter);
    connect(row.editor, &QLineEdit::textEdited, this, [this, name = field.name()](const QString &text) {
        m_state->setText(name, text);
        showState();
    });
    m_rows.append(row);
}

void ConfigurationForm::showReading()
{
    const Reading<BackupServiceConfiguration> &configuration = monitor()->configuration();
    const QString age = ageText(configuration.readAt, now());
    const QString full = fullTimeText(configuration.readAt);
    if (!m_state)
        m_reading->setStatus(StatusTone::Unknown, tr("This deployment has no Set-CsBackupServiceConfiguration."));
    else if (configuration.error && configuration.value)
        m_reading->setStatus(StatusTone::Unknown,
                             tr("The configuration could not be read again: %1 What you see was read %2.")
                                 .arg(configuration.error->message, age),
                             full);
    else if (configuration.error)
        m_reading->setStatus(StatusTone::Unknown,
                             tr("The configuration could not be read: %1").arg(configuration.error->message));
    else if (!configuration.value)
        m_reading->setStatus(StatusTone::Unknown, tr("The configuration is being read…"));
    else
        m_reading->setStatus(StatusTone::None, tr("Read %1 with Get-CsBackupServiceConfiguration.").arg(age), full,
                             configuration.isOlderThan(monitor()->oldAge(), now()));
}

void ConfigurationForm::showState()
{
    const bool canEdit = m_state && m_job.isNull() && monitor() && monitor()->configuration().isKnown();
    for (const Row &row : std::as_const(m_rows)) {
        const ConfigurationFormState::Field &field = *m_state->field(row.name);
        if (row.editor->text() != field.text)
            row.editor->setText(field.text);
        row.editor->setEnabled(canEdit);
        row.editor->setPlaceholderText(field.isReported ? QString() : tr("not reported"));
        const bool isChanged = m_state->isChanged(field);
        QFont font = this->font();
        font.setBold(isChanged);
        row.label->setFont(font);
        if (const std::optional<QString> error = m_state->error(field))
            row.note->setStatus(StatusTone::Bad, *error);
        else if (isChanged && field.isReported)
            row.note->setStatus(StatusTone::None, tr("changed; it is %1 now").arg(field.reported));
        else if (isChanged)
            row.note->setStatus(StatusTone::None, tr("changed; what it is now is not reported"));
        else
            row.note->setStatus(StatusTone::None, m_state->rangeText(field));
    }
    const bool isReady = m_state && m_state->isReady();
    m_command->setText(isReady ? cspool::render(m_state->command()) : QString());
    m_command->setPlaceholderText(hasChanges() ? tr("nothing: first correct what is marked")
                                               : tr("nothing: no setting is changed"));
    const QString warnings = m_state ? m_state->warnings().join(u' ') : QString();
    m_warnings->setStatus(StatusTone::Attention, warnings);
    m_warnings->setVisible(!warnings.isEmpty());
    m_apply->setEnabled(canEdit && isReady);
    m_revert->setEnabled(canEdit && hasChanges());
    m_reset->setEnabled(canEdit && workspace().session()->cmdletInfo(u"Remove-CsBackupServiceConfiguration"));
}

void ConfigurationForm::apply()
{
    ask(u"configurationConfirmation"_s,
        tr("Change the configuration of the backup service of all pools of %1?")
            .arg(workspace().session()->deployment().name),
        m_state->warnings(), tr("&Change configuration"), m_state->command());
}

void ConfigurationForm::reset()
{
    ask(u"configurationResetConfirmation"_s,
        tr("Give every setting of the backup service of all pools of %1 its default value again?")
            .arg(workspace().session()->deployment().name),
        {tr("The values that hold now are lost.")}, tr("&Reset configuration"), ConfigurationFormState::resetCommand());
}

// The answer is the confirmation: the command is run without asking again.
void ConfigurationForm::ask(const QString &objectName, const QString &question, const QStringList &remarks,
                            const QString &verb, const Command &command)
{
    QMessageBox *box = makePlainQuestion(
        this, objectName, tr("Backup service configuration"), question,
        (QStringList(remarks) << tr("This will be run:") << cspool::render(command)).join(u'\n'));
    box->addButton(QMessageBox::Cancel);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QPushButton *accept = box->addButton(verb, QMessageBox::AcceptRole);
    accept->setObjectName(u"accept"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setEscapeButton(QMessageBox::Cancel);
    Session *asked = workspace().session();
    connect(accept, &QPushButton::clicked, this, [this, command, asked] {
        if (workspace().session() == asked) // another deployment may have been opened behind the question
            submit(command);
    });
    box->open();
}

void ConfigurationForm::submit(const Command &command)
{
    Command confirmed = command;
    confirmed.set(u"Confirm"_s, false);
    // The fields and buttons are about to be disabled, and the keyboard shall not go elsewhere for it.
    if (const QWidget *focused = window()->focusWidget(); focused && isAncestorOf(focused))
        m_command->setFocus();
    m_job = workspace().submit(confirmed);
    m_result->setStatus(StatusTone::Working, tr("The configuration is being changed…"));
    m_result->show();
    showState();
}

void ConfigurationForm::finish(const QUuid &job)
{
    if (job != m_job || m_job.isNull())
        return;
    m_job = {};
    const std::optional<JobInfo> info = workspace().jobs().job(job);
    if (!info)
        return;
    switch (info->outcome) {
    case Outcome::Succeeded:
    case Outcome::SucceededWithWarnings:
        m_result->setStatus(toneOf(info->outcome),
                            info->warningCount > 0
                                ? tr("The configuration was changed, with %n warning(s): see the job.", nullptr,
                                     int(info->warningCount))
                                : tr("The configuration was changed."));
        break;
    case Outcome::Cancelled:
        m_result->setStatus(StatusTone::Attention, tr("The change was cancelled; the configuration is read again."));
        break;
    default:
        m_result->setStatus(StatusTone::Bad, tr("The configuration was not changed: %1").arg(info->message));
        break;
    }
    m_result->show();
    showState();
}

} // namespace cspool
