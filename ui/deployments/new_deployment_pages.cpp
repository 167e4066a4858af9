#include "ui/deployments/new_deployment_pages.h"

#include "ui/command_form/tone_label.h"
#include "ui/desktop.h"
#include "ui/icons.h"
#include "ui/status_delegate.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto TypingPause = 400ms;

QWidget *withButton(QLineEdit *field, QPushButton *button)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field, 1);
    layout->addWidget(button);
    return line;
}

// The label's key leads to the field, not to what the field lies in.
void addRow(QFormLayout *form, const QString &text, QLineEdit *field, QPushButton *button)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    form->addRow(label, withButton(field, button));
}

QLineEdit *makeField(const QString &name, const QString &accessibleName)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setAccessibleName(accessibleName);
    return field;
}

QPlainTextEdit *makeText(const QString &name, const QString &accessibleName)
{
    auto *text = new QPlainTextEdit;
    text->setObjectName(name);
    text->setAccessibleName(accessibleName);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    return text;
}

QTableView *makeTable(QAbstractItemModel *model, const QString &name, const QString &accessibleName,
                      const QList<int> &hidden)
{
    auto *table = new QTableView;
    table->setObjectName(name);
    table->setAccessibleName(accessibleName);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    for (const int column : hidden)
        table->setColumnHidden(column, true);
    return table;
}

QLabel *makeIntroduction(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    return label;
}

} // namespace

NewDeploymentSourcePage::NewDeploymentSourcePage(NewDeploymentState *state, Desktop *desktop, QWidget *parent)
    : QWizardPage(parent)
    , m_state(state)
    , m_desktop(desktop)
    , m_folder(makeField(u"folder"_s, tr("Folder for the deployment")))
    , m_name(makeField(u"name"_s, tr("Name of the deployment")))
    , m_topology(makeField(u"topology"_s, tr("Topology document")))
    , m_typing(new QTimer(this))
    , m_message(new ToneLabel(this))
    , m_found(makeText(u"found"_s, tr("What the topology document holds")))
{
    setTitle(tr("Folder and topology"));
    setSubTitle(tr("A lab deployment lies in a folder on this machine. Its pools come from a topology document: a file "
                   "of Topology Builder, or what Get-CsTopology -AsXml writes."));
    auto *browseFolder = new QPushButton(symbolIcon(u"folder"_s), tr("C&hoose…"));
    browseFolder->setObjectName(u"chooseFolder"_s);
    browseFolder->setAccessibleName(tr("Choose the folder"));
    auto *browseTopology = new QPushButton(symbolIcon(u"open"_s), tr("Ch&oose…"));
    browseTopology->setObjectName(u"chooseTopology"_s);
    browseTopology->setAccessibleName(tr("Choose the topology document"));
    auto *form = new QFormLayout(this);
    addRow(form, tr("&Folder:"), m_folder, browseFolder);
    form->addRow(tr("N&ame:"), m_name);
    addRow(form, tr("&Topology document:"), m_topology, browseTopology);
    form->addRow(m_message);
    form->addRow(m_found);

    m_typing->setSingleShot(true);
    m_typing->setInterval(TypingPause);
    connect(m_typing, &QTimer::timeout, this, [this] { m_state->setTopologyFile(m_topology->text()); });
    connect(m_folder, &QLineEdit::textChanged, state, &NewDeploymentState::setFolder);
    connect(m_name, &QLineEdit::textChanged, state, &NewDeploymentState::setName);
    connect(m_topology, &QLineEdit::textChanged, this, [this] {
        m_typing->start();
        Q_EMIT completeChanged();
    });
    connect(browseFolder, &QPushButton::clicked, this, &NewDeploymentSourcePage::chooseFolder);
    connect(browseTopology, &QPushButton::clicked, this, &NewDeploymentSourcePage::chooseTopology);
    connect(state, &NewDeploymentState::changed, this, &NewDeploymentSourcePage::updateTexts);
    updateTexts();
}

bool NewDeploymentSourcePage::isComplete() const
{
    return m_state->isSourceReady() && !m_typing->isActive();
}

void NewDeploymentSourcePage::chooseFolder()
{
    m_desktop->chooseFolder(this, {tr("Folder for the deployment"), m_folder->text()}, [this](const QString &folder) {
        if (!folder.isEmpty())
            m_folder->setText(folder);
    });
}

void NewDeploymentSourcePage::chooseTopology()
{
    const FileRequest request{tr("Topology document"), m_topology->text(),
                              tr("Topology documents (*.tbxml *.xml *.zip);;All files (*)")};
    m_desktop->chooseFileToOpen(this, request, [this](const QString &path) {
        if (!path.isEmpty())
            m_topology->setText(path);
    });
}

void NewDeploymentSourcePage::updateTexts()
{
    m_name->setPlaceholderText(QFileInfo(m_state->folder()).fileName());
    const QString problem = m_state->sourceProblem();
    if (!problem.isEmpty())
        m_message->setMessage(StatusTone::Bad, problem);
    else if (m_state->isReadingTopology())
        m_message->setMessage(StatusTone::Working, tr("The topology document is being read…"));
    else if (m_state->folder().isEmpty())
        m_message->setMessage(StatusTone::None, tr("Choose the folder for the deployment to go on."));
    else if (!m_state->topology())
        m_message->setMessage(StatusTone::None, tr("Choose the topology document to go on."));
    else
        m_message->setMessage(StatusTone::None, {});
    const QString found = foundText();
    if (found != m_found->toPlainText())
        m_found->setPlainText(found);
    Q_EMIT completeChanged();
}

QString NewDeploymentSourcePage::foundText() const
{
    if (!m_state->topology())
        return {};
    QStringList lines;
    QStringList sites;
    for (const TopologySite &site : m_state->topology()->sites)
        sites.append(site.name.isEmpty() ? site.id : site.name);
    lines.append(tr("%n site(s): %1", nullptr, int(sites.size())).arg(sites.join(u", "_s)));
    const QStringList pools = m_state->pools();
    lines.append(tr("%n pool(s) that can be backed up: %1", nullptr, int(pools.size())).arg(pools.join(u", "_s)));
    if (const QStringList others = m_state->otherClusters(); !others.isEmpty()) {
        lines.append(tr("%n other(s), without user data of their own: %1", "pools and servers", int(others.size()))
                         .arg(others.join(u", "_s)));
    }
    const PairingFindings findings = m_state->findings();
    if (findings.pairs.isEmpty() && pools.size() > 1)
        lines.append(tr("No pairs stated: choose them on the next page."));
    if (pools.size() == 1)
        lines.append(tr("There is no second pool that could back it up."));
    for (const PoolPair &pair : findings.pairs)
        lines.append(tr("Pair stated: %1 and %2").arg(pair.first, pair.second));
    for (const QString &doubt : findings.doubts)
        lines.append(tr("In doubt: %1").arg(doubt));
    return lines.join(u'\n');
}

NewDeploymentPairsPage::NewDeploymentPairsPage(NewDeploymentPoolModel *model, QWidget *parent)
    : QWizardPage(parent)
    , m_model(model)
    , m_table(makeTable(model, u"pairs"_s, tr("Pools and their backup pools"), {NewDeploymentPoolModel::ArchiveColumn}))
    , m_reset(new QPushButton(symbolIcon(u"reset"_s), tr("As the &document states")))
    , m_message(new ToneLabel(this))
{
    setTitle(tr("Pool pairings"));
    setSubTitle(tr("Two pools of a pair back each other up. Choose the backup pool of a pool in its row; its partner "
                   "follows."));
    m_reset->setObjectName(u"resetPairs"_s);
    // Not when the keyboard only passes by.
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->setItemDelegate(new StatusDelegate(m_table));
    m_table->setItemDelegateForColumn(NewDeploymentPoolModel::BackupPoolColumn, new BackupPoolDelegate(m_table));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_reset, 0, Qt::AlignLeft);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == NewDeploymentPoolModel::BackupPoolColumn)
            m_table->edit(index);
    });
    connect(m_reset, &QPushButton::clicked, model->state(), &NewDeploymentState::resetPairs);
    connect(model->state(), &NewDeploymentState::changed, this, &NewDeploymentPairsPage::updateTexts);
}

void NewDeploymentPairsPage::initializePage()
{
    m_table->resizeColumnsToContents();
    m_table->setCurrentIndex(m_model->index(0, NewDeploymentPoolModel::BackupPoolColumn));
    updateTexts();
}

bool NewDeploymentPairsPage::isComplete() const
{
    return m_model->state()->pairsProblem().isEmpty();
}

void NewDeploymentPairsPage::updateTexts()
{
    NewDeploymentState *state = m_model->state();
    const QString problem = state->pairsProblem();
    QStringList unsupported;
    for (const PoolPair &pair : state->pairs())
        unsupported += state->pairWarnings(pair.first);
    if (!problem.isEmpty())
        m_message->setMessage(StatusTone::Bad, problem);
    else if (state->pairs().isEmpty())
        m_message->setMessage(StatusTone::Attention, tr("Without a pair nothing can be backed up in this deployment."));
    else if (!unsupported.isEmpty())
        m_message->setMessage(
            StatusTone::Attention,
            tr("%1 The pair is made all the same; use it for rehearsals only.").arg(unsupported.first()));
    else
        m_message->setMessage(StatusTone::None, {});
    m_reset->setEnabled(state->pairs() != state->findings().pairs);
    Q_EMIT completeChanged();
}

NewDeploymentUserDataPage::NewDeploymentUserDataPage(NewDeploymentPoolModel *model, Desktop *desktop, QWidget *parent)
    : QWizardPage(parent)
    , m_model(model)
    , m_desktop(desktop)
    , m_table(makeTable(model, u"archives"_s, tr("Pools and their user data archives"),
                        {NewDeploymentPoolModel::VersionColumn, NewDeploymentPoolModel::SiteColumn,
                         NewDeploymentPoolModel::BackupPoolColumn, NewDeploymentPoolModel::NoteColumn}))
    , m_choose(new QPushButton(symbolIcon(u"open"_s), tr("Choose &archive…")))
    , m_remove(new QPushButton(symbolIcon(u"remove"_s), tr("&Remove")))
{
    setTitle(tr("User data"));
    setSubTitle(tr("Pools begin empty. Archives of Export-CsUserData can be imported into them; this can also be done "
                   "later."));
    m_choose->setObjectName(u"chooseArchive"_s);
    m_remove->setObjectName(u"removeArchive"_s);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_choose);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(m_choose, &QPushButton::clicked, this, &NewDeploymentUserDataPage::chooseArchive);
    connect(m_remove, &QPushButton::clicked, this, &NewDeploymentUserDataPage::removeArchive);
    connect(m_table, &QTableView::doubleClicked, this, &NewDeploymentUserDataPage::chooseArchive);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &NewDeploymentUserDataPage::updateTexts);
    connect(model->state(), &NewDeploymentState::changed, this, &NewDeploymentUserDataPage::updateTexts);
}

void NewDeploymentUserDataPage::initializePage()
{
    m_table->resizeColumnsToContents();
    m_table->setCurrentIndex(m_model->index(0, NewDeploymentPoolModel::PoolColumn));
    updateTexts();
}

QString NewDeploymentUserDataPage::currentPool() const
{
    return m_table->currentIndex().isValid() ? m_model->pool(m_table->currentIndex().row()) : QString();
}

void NewDeploymentUserDataPage::chooseArchive()
{
    const QString pool = currentPool();
    const FileRequest request{tr("User data archive for %1").arg(pool), m_model->state()->archiveOf(pool),
                              tr("User data archives (*.zip *.xml);;All files (*)")};
    m_desktop->chooseFileToOpen(this, request, [this, pool](const QString &path) {
        if (!path.isEmpty())
            m_model->state()->setArchive(pool, path);
    });
}

void NewDeploymentUserDataPage::removeArchive()
{
    m_model->state()->setArchive(currentPool(), {});
}

void NewDeploymentUserDataPage::updateTexts()
{
    m_choose->setEnabled(!currentPool().isEmpty());
    m_remove->setEnabled(!m_model->state()->archiveOf(currentPool()).isEmpty());
}

NewDeploymentSummaryPage::NewDeploymentSummaryPage(NewDeploymentState *state, QWidget *parent)
    : QWizardPage(parent)
    , m_state(state)
    , m_commands(makeText(u"commands"_s, tr("Commands that will run")))
{
    setTitle(tr("Summary"));
    setSubTitle(tr("These commands will run, one after the other. Nothing has been made yet."));
    setButtonText(QWizard::NextButton, tr("&Create deployment"));
    m_commands->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_commands, 1);
    layout->addWidget(makeIntroduction(tr("The new deployment opens when it is made; imports go on there as jobs.")));
}

void NewDeploymentSummaryPage::initializePage()
{
    QStringList lines = {cspool::render(m_state->newDeployment())};
    for (const Command &import : m_state->imports())
        lines.append(cspool::render(import));
    m_commands->setPlainText(lines.join(u'\n'));
}

NewDeploymentProgressPage::NewDeploymentProgressPage(NewDeploymentState *state, NewDeploymentRun *run, QWidget *parent)
    : QWizardPage(parent)
    , m_state(state)
    , m_run(run)
    , m_steps(new QListWidget)
    , m_progress(new QProgressBar)
    , m_message(new ToneLabel(this))
{
    setTitle(tr("The deployment is made"));
    setFinalPage(true);
    m_steps->setObjectName(u"steps"_s);
    m_steps->setAccessibleName(tr("What is done"));
    m_steps->setWordWrap(true);
    m_steps->setTabKeyNavigation(false);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_steps, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    connect(run, &NewDeploymentRun::changed, this, &NewDeploymentProgressPage::updateTexts);
}

void NewDeploymentProgressPage::initializePage()
{
    m_run->start(m_state->newDeployment(), m_state->imports());
}

bool NewDeploymentProgressPage::isComplete() const
{
    return m_run->isMade();
}

void NewDeploymentProgressPage::updateSteps()
{
    const auto &steps = m_run->steps();
    while (m_steps->count() > steps.size())
        delete m_steps->takeItem(m_steps->count() - 1);
    for (int i = 0; i < steps.size(); ++i) {
        if (i >= m_steps->count())
            m_steps->addItem(QString());
        QListWidgetItem *item = m_steps->item(i);
        const auto &step = steps[i];
        item->setText(step.state.isEmpty() ? step.text : tr("%1 (%2)", "command, state").arg(step.text, step.state));
        item->setIcon(step.tone == StatusTone::None ? symbolIcon(u"wait"_s) : toneIcon(step.tone));
    }
}

void NewDeploymentProgressPage::updateTexts()
{
    using Phase = NewDeploymentRun::Phase;
    updateSteps();
    const Phase phase = m_run->phase();
    const bool isAtWork = phase != Phase::Done && phase != Phase::Failed && phase != Phase::Idle;
    m_progress->setVisible(isAtWork);
    m_progress->setRange(0, m_run->percent() < 0 ? 0 : 100);
    m_progress->setValue(m_run->percent());
    const QString problem = m_run->problem();
    if (phase == Phase::Failed) {
        setSubTitle(tr("The deployment was not made."));
        m_message->setMessage(StatusTone::Bad, problem);
    } else if (m_run->isCancelling()) {
        setSubTitle(tr("The making is being cancelled…"));
        m_message->setMessage(StatusTone::None, {});
    } else if (phase == Phase::Making) {
        setSubTitle(m_run->progress().isEmpty() ? tr("The stores of the pools are being made…") : m_run->progress());
        m_message->setMessage(StatusTone::None, {});
    } else if (phase == Phase::Importing) {
        setSubTitle(tr("The deployment is open; user data is being imported. You may close this window: the imports go "
                       "on as jobs."));
        m_message->setMessage(problem.isEmpty() ? StatusTone::None : StatusTone::Bad, problem);
    } else if (phase == Phase::Done) {
        setSubTitle(m_run->isAllDone() ? tr("The deployment was made and is open.")
                                       : tr("The deployment was made, but not everything went well."));
        if (m_run->isAllDone())
            m_message->setMessage(StatusTone::Good, tr("Everything is done."));
        else if (problem.isEmpty())
            m_message->setMessage(StatusTone::Attention,
                                  tr("Not everything was done: the list says what was cancelled or skipped."));
        else
            m_message->setMessage(StatusTone::Bad, problem);
    }
    Q_EMIT completeChanged();
}

} // namespace cspool
