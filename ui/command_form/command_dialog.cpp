#include "ui/command_form/command_dialog.h"

#include "model/message_text.h"
#include "model/tool_tip.h"
#include "ui/command_form/command_line_pane.h"
#include "ui/command_form/command_phrases.h"
#include "ui/command_form/command_presets.h"
#include "ui/command_form/command_preview.h"
#include "ui/command_form/command_submission.h"
#include "ui/command_form/deployment_badge.h"
#include "ui/command_form/message_bar.h"
#include "ui/command_form/parameter_form.h"
#include "ui/command_form/parameter_help.h"
#include "ui/command_form/pool_situations.h"
#include "ui/command_form/preset_menu.h"
#include "ui/command_form/tone_label.h"
#include "ui/workspace.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

const Setting<QSize> DialogSize{"commandForm/size", {}};

// A cmdlet that nobody knows has no parameters, and validate() says so.
CmdletInfo infoOf(const QString &cmdlet, const Session *session)
{
    const CmdletInfo *info = session ? session->cmdletInfo(cmdlet) : nullptr;
    if (!info)
        info = findCmdlet(cmdlet);
    if (info)
        return *info;
    CmdletInfo unknown;
    unknown.name = cmdlet;
    return unknown;
}

} // namespace

struct CommandDialog::Private
{
    Private(Workspace *workspace, const CmdletInfo &info, const QStringList &pools)
        : workspace(workspace)
        , cmdlet(info)
        , state(cmdlet, workspace->session() ? workspace->session()->deployment().kind : DeploymentKind::Lab, pools)
        , presets(&workspace->settings(), cmdlet)
    {
    }

    bool isOnScreen() const { return deployment == workspace->current(); }

    Workspace *workspace;
    const QPointer<OpenDeployment> deployment{workspace->current()}; // it is about that one and no other
    bool isPutAside = false; // until the deployment is on the screen again
    const CmdletInfo cmdlet; // a copy: what a server reports may come anew
    CommandFormState state;
    CommandPresets presets;
    QString notice; // what became of the last choice of a preset or of values; until the next change
    StatusTone noticeTone = StatusTone::None;
    CommandSubmission *submission = nullptr;
    QTimer situationsTimer; // many jobs are queued at once, and looked at once
    QLabel *heading = nullptr;
    QLabel *subjects = nullptr;
    MessageBar *message = nullptr;
    ToneLabel *poolWarnings = nullptr;
    ParameterForm *form = nullptr;
    QTabWidget *tabs = nullptr;
    ParameterHelp *help = nullptr;
    CommandPreview *plan = nullptr;
    CommandLinePane *commandLine = nullptr;
    QPushButton *presetsButton = nullptr;
    QPushButton *reset = nullptr;
    QPushButton *previewButton = nullptr;
    QPushButton *submitButton = nullptr;
    QPushButton *cancel = nullptr;
};

CommandDialog::CommandDialog(Workspace *workspace, const Command &prefilled, const QStringList &pools, QWidget *parent)
    : QDialog(parent)
{
    d = std::make_unique<Private>(workspace, infoOf(prefilled.cmdlet(), workspace->session()), pools);
    setObjectName(u"commandDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(d->cmdlet.name);
    build();
    fill(prefilled);
    connectParts();
    updateSituations();
    showHeader();
    showState();
    d->submission->checkFilesLater();
    if (prefilled.isSwitchOn(u"WhatIf"))
        QMetaObject::invokeMethod(d->previewButton, &QPushButton::click, Qt::QueuedConnection);
    const QSize size = workspace->settings().value(DialogSize);
    const QSize wanted
        = size.isValid() ? size : QSize(fontMetrics().averageCharWidth() * 150, fontMetrics().height() * 42);
    resize(wanted.boundedTo(screen()->availableSize() * 0.95));
    d->form->focusFirstField();
}

// The widgets look at the state until they are gone.
CommandDialog::~CommandDialog()
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
}

// In the order in which they are read, which is that of the Tab key.
void CommandDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    d->submission = new CommandSubmission(&d->state, d->workspace, this);
    layout->addWidget(buildHeader());
    d->message = new MessageBar(this);
    d->message->setObjectName(u"messageBar"_s);
    layout->addWidget(d->message);
    d->poolWarnings = new ToneLabel(this);
    d->poolWarnings->setObjectName(u"poolWarnings"_s);
    d->poolWarnings->setFocusable(true);
    layout->addWidget(d->poolWarnings);
    layout->addWidget(buildMiddle(), 1);
    d->commandLine = new CommandLinePane([this](const QString &lines) { return d->state.applyLines(lines); }, this);
    layout->addWidget(d->commandLine);
    layout->addWidget(buildButtons());
    assignMnemonics();
}

// The fields get what the window's own controls leave.
void CommandDialog::assignMnemonics()
{
    Mnemonics mnemonics;
    for (const QPushButton *button : findChildren<QPushButton *>())
        mnemonics.reserve(button->text());
    for (const QString &text : {tr("&Go to %1"), tr("&Command:"), d->tabs->tabText(0), d->tabs->tabText(1)})
        mnemonics.reserve(text);
    d->form->setMnemonics(mnemonics);
}

QWidget *CommandDialog::buildHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    d->heading = new QLabel(header);
    d->heading->setObjectName(u"heading"_s);
    d->heading->setTextFormat(Qt::PlainText);
    d->heading->setWordWrap(true);
    QFont font = d->heading->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.3);
    d->heading->setFont(font);
    d->subjects = new QLabel(header);
    d->subjects->setObjectName(u"subjects"_s);
    d->subjects->setTextFormat(Qt::PlainText);
    d->subjects->setWordWrap(true);
    auto *firstLine = new QHBoxLayout;
    firstLine->addWidget(d->heading, 1);
    if (const Session *session = d->workspace->session())
        firstLine->addWidget(new DeploymentBadge(session->deployment(), header), 0, Qt::AlignTop);
    layout->addLayout(firstLine);
    layout->addWidget(d->subjects);
    return header;
}

QWidget *CommandDialog::buildMiddle()
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"formSplitter"_s);
    splitter->setChildrenCollapsible(false);
    d->form = new ParameterForm(&d->state, &d->workspace->desktop(), splitter);
    d->tabs = new QTabWidget(splitter);
    d->tabs->setObjectName(u"formTabs"_s);
    d->help = new ParameterHelp(d->cmdlet, d->state.kind(), d->tabs);
    d->plan = new CommandPreview(&d->workspace->desktop(), d->tabs);
    d->tabs->addTab(d->help, tr("&Help"));
    if (d->cmdlet.supportsShouldProcess)
        d->tabs->addTab(d->plan, tr("Pla&n"));
    else
        d->plan->hide();
    splitter->addWidget(d->form);
    splitter->addWidget(d->tabs);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    return splitter;
}

QWidget *CommandDialog::buildButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    d->presetsButton = new QPushButton(tr("&Presets"), row);
    d->presetsButton->setObjectName(u"presets"_s);
    d->reset = new QPushButton(tr("Rese&t"), row);
    d->reset->setObjectName(u"reset"_s);
    d->reset->setToolTip(tr("Empties all fields, so that the cmdlet's defaults hold"));
    d->previewButton = new QPushButton(tr("Pre&view"), row);
    d->previewButton->setObjectName(u"preview"_s);
    d->previewButton->setToolTip(tr("Shows what would be done (-WhatIf). Changes nothing."));
    d->previewButton->setVisible(d->cmdlet.supportsShouldProcess);
    d->submitButton = new QPushButton(row);
    d->submitButton->setObjectName(u"submit"_s);
    d->submitButton->setToolTip(d->cmdlet.changesData ? tr("Asks first, then queues a job for each pool (Ctrl+Enter)")
                                                      : tr("Queues a job for each pool (Ctrl+Enter)"));
    d->cancel = new QPushButton(tr("Cancel"), row);
    d->cancel->setObjectName(u"cancel"_s);
    for (QPushButton *button : {d->presetsButton, d->reset, d->previewButton, d->submitButton, d->cancel})
        button->setAutoDefault(false); // Enter in a field begins nothing
    auto *hint = new QLabel(tr("Ctrl+Enter submits from every field."), row);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true); // a narrow window has room for the buttons
    hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(d->presetsButton);
    layout->addWidget(d->reset);
    layout->addWidget(hint, 1);
    layout->addWidget(d->previewButton);
    layout->addWidget(d->submitButton);
    layout->addWidget(d->cancel);
    auto *menu = new PresetMenu(
        &d->presets, [this] { return d->state.command(); }, this);
    d->presetsButton->setMenu(menu);
    connect(menu, &PresetMenu::chosen, this, [this](const Command &command) { d->state.setCommand(command); });
    connect(menu, &PresetMenu::failed, this, [this](const Error &error) {
        d->notice = errorSentences(error);
        d->noticeTone = StatusTone::Bad;
        showState();
    });
    return row;
}

void CommandDialog::connectParts()
{
    connect(&d->state, &CommandFormState::changed, this, [this] {
        d->notice.clear();
        d->plan->setOutOfDate();
        d->submission->checkFilesLater();
        updateSituations(); // of the pool that was typed; shows the state
    });
    connect(&d->state, &CommandFormState::warningsChanged, this, [this] {
        showHeader(); // a pool state tells from where to where
        showState();
    });
    connect(d->message, &MessageBar::fieldRequested, d->form, &ParameterForm::focusField);
    connect(d->form, &ParameterForm::fieldFocused, d->help, &ParameterHelp::showParameter);
    connect(d->help, &ParameterHelp::exportRequested, this,
            [this] { Q_EMIT commandRequested(Command(u"Export-CsUserData"_s), d->state.affectedPools()); });
    connect(d->commandLine, &CommandLinePane::isEditingChanged, this, &CommandDialog::showState);
    connect(d->plan, &CommandPreview::finished, this, &CommandDialog::showState);
    connect(d->reset, &QPushButton::clicked, &d->state, &CommandFormState::reset);
    connect(d->previewButton, &QPushButton::clicked, this, &CommandDialog::preview);
    connect(d->submitButton, &QPushButton::clicked, this, &CommandDialog::submit);
    connect(d->cancel, &QPushButton::clicked, this, &CommandDialog::reject);
    connect(d->submission, &CommandSubmission::submitted, this, &CommandDialog::finish);
    connect(d->submission, &CommandSubmission::cancelled, this, &CommandDialog::showState);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        connect(shortcut, &QShortcut::activated, d->submitButton, &QPushButton::click);
    }
    connect(d->workspace, &Workspace::deploymentAboutToChange, this, &CommandDialog::putAside);
    connect(d->workspace, &Workspace::deploymentChanged, this, &CommandDialog::comeBack);
    connect(d->workspace, &Workspace::openDeploymentsChanged, this, &CommandDialog::closeWithDeployment);
    d->situationsTimer.setSingleShot(true);
    d->situationsTimer.setInterval(0);
    connect(&d->situationsTimer, &QTimer::timeout, this, &CommandDialog::updateSituations);
    const auto updateLater = [this] { d->situationsTimer.start(); };
    connect(&d->workspace->jobs(), &JobRunner::jobQueued, this, updateLater);
    connect(&d->workspace->jobs(), &JobRunner::jobFinished, this, updateLater);
    if (const DeploymentMonitor *monitor = d->workspace->monitor()) {
        connect(monitor, &DeploymentMonitor::poolsChanged, this, updateLater);
        connect(monitor, &DeploymentMonitor::poolStatesChanged, this, updateLater);
        connect(monitor, &DeploymentMonitor::poolStatusChanged, this, [this](const QString &fqdn) {
            if (d->state.affectedPools().contains(fqdn))
                d->situationsTimer.start();
        });
    }
}

void CommandDialog::fill(const Command &prefilled)
{
    Command given = prefilled;
    given.remove(u"WhatIf"); // the plan shows what it would say
    Command own = given;
    own.remove(u"PoolFqdn");
    if (!own.parameters().isEmpty()) {
        d->state.setCommand(given);
        return;
    }
    Command command = d->presets.lastUsed();
    if (!command.parameters().isEmpty()) {
        d->notice = tr("The values of your last run are filled in. Reset empties the fields.");
        d->noticeTone = StatusTone::None;
    }
    if (prefilled.contains(u"PoolFqdn"))
        command.set(u"PoolFqdn"_s, prefilled.value(u"PoolFqdn"));
    d->state.setCommand(command);
}

void CommandDialog::showHeader()
{
    const QStringList pools = d->state.affectedPools();
    const Session *session = d->workspace->session();
    const QString backupPool = session && pools.size() == 1 ? session->backupPoolOf(pools.first()) : QString();
    const CommandPhrases phrases(d->cmdlet, pools, backupPool, d->state.failedOverPools());
    d->heading->setText(phrases.heading());
    const QString verb = phrases.verb();
    d->submitButton->setText(d->cmdlet.changesData ? tr("%1…", "button that opens a question").arg(verb) : verb);
    d->subjects->setVisible(pools.size() > 1);
    d->subjects->setText(shortList(pools));
    d->subjects->setToolTip(plainToolTip(QString(pools.join(u'\n'))));
}

// What was entered is kept; what is under way is not: nobody would see how it ends.
void CommandDialog::putAside()
{
    if (!d->isOnScreen() || !isVisible())
        return;
    d->plan->cancel();
    const QList<QDialog *> questions = findChildren<QDialog *>();
    for (QDialog *question : questions)
        question->reject();
    d->isPutAside = true;
    hide();
}

void CommandDialog::comeBack()
{
    if (!d->isOnScreen() || !std::exchange(d->isPutAside, false))
        return;
    show();
    d->situationsTimer.start();
}

void CommandDialog::closeWithDeployment()
{
    if (d->deployment && d->workspace->openDeployments().contains(d->deployment))
        return;
    d->plan->cancel();
    done(Rejected);
    deleteLater(); // one that is hidden is not closed by that
}

void CommandDialog::updateSituations()
{
    if (!d->isOnScreen())
        return;
    QStringList fqdns;
    const DeploymentMonitor *monitor = d->workspace->monitor();
    if (monitor && monitor->pools().value) {
        for (const Pool &pool : *monitor->pools().value)
            fqdns.append(pool.fqdn);
    }
    d->form->setPools(fqdns);
    d->state.setSituations(situationsOf(d->state.affectedPools(), d->cmdlet, *d->workspace));
}

void CommandDialog::showState()
{
    const std::optional<Error> error = d->state.error();
    const bool isEditing = d->commandLine->isEditing();
    const QList<CommandWarning> losses = d->state.losses();
    if (error) {
        const bool isMissing = !d->state.isSet(error->target);
        const QString field = d->cmdlet.parameter(error->target) ? error->target : QString();
        d->message->showMessage(isMissing ? StatusTone::Attention : StatusTone::Bad, errorSentences(*error), field);
    } else if (isEditing) {
        d->message->showMessage(StatusTone::Attention,
                                tr("The command below is being edited. Apply or discard what you have changed there."));
    } else if (!d->notice.isEmpty()) {
        d->message->showMessage(d->noticeTone, d->notice);
    } else if (!losses.isEmpty()) {
        d->message->showMessage(StatusTone::Attention,
                                tr("The parameters are complete. Something may be lost: read the warning below."));
    } else {
        d->message->showMessage(StatusTone::Good, tr("The parameters are complete."));
    }
    QStringList poolWarnings;
    for (const CommandWarning &warning : losses + d->state.warnings()) {
        if (warning.parameter.isEmpty())
            poolWarnings.append(warning.message);
    }
    d->poolWarnings->setMessage(StatusTone::Attention, poolWarnings.join(u'\n'));
    d->commandLine->setCommandLines(d->state.commandLines(), !error);
    const bool canRun = !error && !isEditing && d->workspace->session();
    d->previewButton->setEnabled(canRun && !d->plan->isRunning());
    d->submitButton->setEnabled(canRun && !d->submission->isUnderWay());
}

void CommandDialog::preview()
{
    d->tabs->setCurrentWidget(d->plan);
    d->plan->run(d->workspace->queries(), d->state.previewCommands());
    showState();
}

void CommandDialog::submit()
{
    d->submission->submit();
    showState();
}

void CommandDialog::finish(const QList<QUuid> &jobs)
{
    d->presets.setLastUsed(d->state.command());
    d->workspace->settings().setValue(DialogSize, size());
    Q_EMIT submitted(jobs);
    accept();
}

// Enter in a field begins nothing, but where the keyboard is on a button it means that button.
void CommandDialog::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (button && isEnter && !(event->modifiers() & ~Qt::KeypadModifier))
        button->click();
    else
        QDialog::keyPressEvent(event);
}

void CommandDialog::reject()
{
    if (d->commandLine->isEditing()) {
        d->commandLine->discardEditing();
        return;
    }
    d->plan->cancel();
    d->workspace->settings().setValue(DialogSize, size());
    QDialog::reject();
}

} // namespace cspool
