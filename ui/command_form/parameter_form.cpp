#include "ui/command_form/parameter_form.h"

#include "ui/command_form/parameter_editor.h"
#include "ui/command_form/tone_label.h"
#include "ui/icons.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

bool isSwitch(const ParameterInfo *parameter)
{
    return parameter->type == ParameterType::Switch;
}

// Required ones first, then values, then switches; within these the documented order.
QList<const ParameterInfo *> inReadingOrder(QList<const ParameterInfo *> parameters)
{
    const auto rank = [](const ParameterInfo *parameter) {
        return parameter->isRequired ? 0 : isSwitch(parameter) ? 2 : 1;
    };
    std::stable_sort(parameters.begin(), parameters.end(),
                     [rank](const ParameterInfo *a, const ParameterInfo *b) { return rank(a) < rank(b); });
    return parameters;
}

} // namespace

ParameterForm::ParameterForm(CommandFormState *state, Desktop *desktop, QWidget *parent)
    : QScrollArea(parent)
    , m_state(state)
    , m_desktop(desktop)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its fields have it
    rebuild();
    connect(m_state, &CommandFormState::changed, this, &ParameterForm::showState);
    connect(m_state, &CommandFormState::poolsChanged, this, &ParameterForm::rebuild);
    connect(m_state, &CommandFormState::warningsChanged, this, &ParameterForm::showState);
}

// The fields change only when a pasted command turns one pool into several.
void ParameterForm::rebuild()
{
    const QList<const ParameterInfo *> fields = m_state->fields();
    if (qsizetype(m_rows.size()) == fields.size()) {
        showState();
        return;
    }
    m_rows.clear();
    m_more = nullptr;
    m_moreOptions = nullptr;
    auto *content = new QWidget(this);
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    setWidget(content); // deletes the one before
    QList<const ParameterInfo *> more;
    for (const ParameterInfo *parameter : inReadingOrder(fields)) {
        if (parameter->isCommon)
            more.append(parameter);
        else
            addRow(*parameter, grid);
    }
    if (!more.isEmpty())
        grid->addWidget(addMoreOptions(more), grid->rowCount(), 0, 1, 3);
    grid->setRowStretch(grid->rowCount(), 1);
    setMnemonics(m_mnemonics);
    setPools(m_pools);
    showState();
}

void ParameterForm::setMnemonics(const Mnemonics &mnemonics)
{
    m_mnemonics = mnemonics;
    QStringList names;
    for (const Row &row : m_rows)
        names.append(row.parameter->name);
    names.append(tr("More options"));
    Mnemonics all = mnemonics;
    const QStringList labels = all.assignAll(names);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        setLabel(m_rows.at(i), labels.at(qsizetype(i)));
    if (m_more)
        m_more->setText(labels.last());
}

void ParameterForm::setLabel(const Row &row, const QString &name)
{
    if (row.parameter->name == "Confirm"_L1)
        row.editor->setLabel(tr("%1 (PowerShell asks before each step)").arg(name));
    else if (!row.label)
        row.editor->setLabel(name);
    else if (row.parameter->isRequired)
        row.label->setText(tr("%1 (required):").arg(name));
    else
        row.label->setText(tr("%1:").arg(name));
}

void ParameterForm::addRow(const ParameterInfo &parameter, QGridLayout *grid)
{
    const ParameterInfo *written = writtenFileParameter(m_state->cmdlet());
    const auto use = &parameter == written ? ParameterEditor::FileUse::Save
        : parameter.name == "Path"_L1      ? ParameterEditor::FileUse::Folder
                                           : ParameterEditor::FileUse::Open;
    QWidget *parent = grid->parentWidget();
    auto *editor = ParameterEditor::create(parameter, m_state->kind(), use, m_desktop, parent);
    editor->focusProxy()->setObjectName(parameter.name);
    const QString tip = parameter.help + u"\n\n"_s + parameterFacts(parameter, m_state->kind()).join(u'\n');
    editor->setToolTip(u"<p>"_s + tip.trimmed().toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</p>"_s);
    editor->describe(parameter.name, parameter.help);
    const int row = grid->rowCount();
    QLabel *label = nullptr;
    if (!editor->setLabel(parameter.name)) {
        label = new QLabel(parent);
        label->setBuddy(editor->focusProxy());
        label->setToolTip(editor->toolTip());
        grid->addWidget(label, row, 0);
    }
    grid->addWidget(editor, row, 1);
    auto *mark = new QLabel(parent);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    mark->setMinimumWidth(size);
    grid->addWidget(mark, row, 2);
    auto *note = new ToneLabel(parent);
    note->setObjectName(QString(u"note"_s + parameter.name));
    grid->addWidget(note, row + 1, 1);
    m_rows.push_back({&parameter, label, editor, mark, note});
    connect(editor, &ParameterEditor::edited, this,
            [this, &parameter](const QString &text) { m_state->setText(parameter.name, text); });
    connect(editor, &ParameterEditor::focused, this, [this, &parameter] { Q_EMIT fieldFocused(parameter.name); });
}

QWidget *ParameterForm::addMoreOptions(const QList<const ParameterInfo *> &parameters)
{
    auto *section = new QWidget(widget());
    auto *layout = new QGridLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    m_more = new QToolButton(section);
    m_more->setObjectName(u"moreOptions"_s);
    m_more->setToolTip(tr("Parameters that every cmdlet has"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setAutoRaise(true);
    m_more->setCheckable(true);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setFocusPolicy(Qt::StrongFocus);
    layout->addWidget(m_more, 0, 0, Qt::AlignLeft);
    m_moreOptions = new QWidget(section);
    auto *grid = new QGridLayout(m_moreOptions);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    layout->addWidget(m_moreOptions, 1, 0);
    for (const ParameterInfo *parameter : parameters)
        addRow(*parameter, grid);
    m_moreOptions->hide();
    connect(m_more, &QToolButton::toggled, this, [this](bool isOpen) {
        m_more->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
        m_moreOptions->setVisible(isOpen);
    });
    return section;
}

void ParameterForm::showState()
{
    const std::optional<Error> error = m_state->error();
    const QString wrong = error ? error->target : QString();
    const QList<CommandWarning> warnings = m_state->losses() + m_state->warnings(); // the gravest first
    for (const Row &row : m_rows)
        showRow(row, wrong, warnings);
    const bool hasHiddenValue = std::any_of(m_rows.cbegin(), m_rows.cend(), [this](const Row &row) {
        return row.parameter->isCommon && m_state->isSet(row.parameter->name);
    });
    if (m_more && hasHiddenValue)
        m_more->setChecked(true);
}

void ParameterForm::showRow(const Row &row, const QString &wrongParameter, const QList<CommandWarning> &warnings)
{
    const QString name = row.parameter->name;
    row.editor->setText(m_state->text(name));
    const QString obstacle = m_state->obstacle(name);
    row.editor->setEnabled(obstacle.isEmpty());
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    const bool isWrong = name == wrongParameter;
    // What is not filled in yet is no mistake.
    const bool isOnlyMissing = isWrong && row.parameter->isRequired && !m_state->isSet(name);
    const StatusTone tone = isOnlyMissing ? StatusTone::Attention : StatusTone::Bad;
    row.mark->setPixmap(isWrong ? toneIcon(tone).pixmap(QSize(size, size), devicePixelRatioF()) : QPixmap());
    row.mark->setToolTip(isWrong ? tr("The message above the form says what is wrong here.") : QString());
    const auto warning = std::find_if(warnings.cbegin(), warnings.cend(),
                                      [&name](const CommandWarning &each) { return each.parameter == name; });
    if (!obstacle.isEmpty())
        row.note->setMessage(StatusTone::None, obstacle);
    else if (warning != warnings.cend())
        row.note->setMessage(StatusTone::Attention, warning->message);
    else
        row.note->setMessage(StatusTone::None, standingNote(*row.parameter));
}

// What holds as long as the field is as it is, and cannot be seen in it.
QString ParameterForm::standingNote(const ParameterInfo &parameter) const
{
    if (parameter.path == PathSide::Session && m_state->kind() == DeploymentKind::Server)
        return tr("A path on the server.");
    if (&parameter != writtenFileParameter(m_state->cmdlet()))
        return {};
    const QStringList files = m_state->writtenFiles();
    return files.size() > 1 ? tr("Each pool has a file of its own: %1").arg(shortList(files)) : QString();
}

ParameterEditor *ParameterForm::editor(const QString &parameter) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&parameter](const Row &row) {
        return row.parameter->name.compare(parameter, Qt::CaseInsensitive) == 0;
    });
    return found == m_rows.cend() ? nullptr : found->editor;
}

void ParameterForm::focusField(const QString &parameter)
{
    ParameterEditor *field = editor(parameter);
    if (!field)
        return;
    if (m_moreOptions && m_moreOptions->isAncestorOf(field))
        m_more->setChecked(true);
    field->setFocus(Qt::OtherFocusReason);
    ensureWidgetVisible(field);
}

void ParameterForm::focusFirstField()
{
    if (!m_rows.empty())
        m_rows.front().editor->setFocus(Qt::OtherFocusReason);
}

void ParameterForm::setPools(const QStringList &fqdns)
{
    m_pools = fqdns;
    for (const Row &row : m_rows)
        row.editor->setSuggestions(fqdns);
}

QStringList parameterFacts(const ParameterInfo &parameter, DeploymentKind kind)
{
    const QLocale locale;
    const auto limit = [&](qint64 value) {
        return parameter.type == ParameterType::TimeSpan ? TimeSpan::fromSeconds(value).toString()
                                                         : locale.toString(value);
    };
    QStringList facts;
    if (!parameter.defaultText.isEmpty())
        facts.append(ParameterForm::tr("If it is not set: %1").arg(parameter.defaultText));
    if (parameter.minimum && parameter.maximum)
        facts.append(ParameterForm::tr("Range: %1 to %2").arg(limit(*parameter.minimum), limit(*parameter.maximum)));
    if (!parameter.allowedValues.isEmpty())
        facts.append(ParameterForm::tr("Values: %1").arg(parameter.allowedValues.join(", "_L1)));
    if (!parameter.needs.isEmpty())
        facts.append(ParameterForm::tr("Only together with: %1").arg(parameter.needs.join(", "_L1)));
    if (!parameter.excludes.isEmpty())
        facts.append(ParameterForm::tr("Not together with: %1").arg(parameter.excludes.join(", "_L1)));
    if (parameter.path == PathSide::Local || (parameter.path == PathSide::Session && kind == DeploymentKind::Lab))
        facts.append(ParameterForm::tr("A path on this machine."));
    else if (parameter.path == PathSide::Session)
        facts.append(ParameterForm::tr("A path on the server."));
    if (parameter.isOurs)
        facts.append(ParameterForm::tr("Ours: Microsoft's cmdlet does not have it."));
    if (parameter.availability == Availability::LabOnly)
        facts.append(ParameterForm::tr("Only in a lab deployment."));
    else if (parameter.availability == Availability::ServerOnly)
        facts.append(ParameterForm::tr("Only on genuine servers."));
    facts.append(ParameterForm::tr("Type: %1").arg(parameter.typeName));
    return facts;
}

} // namespace cspool
