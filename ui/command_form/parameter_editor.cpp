#include "ui/command_form/parameter_editor.h"

#include "ui/desktop.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class SwitchEditor : public ParameterEditor
{
public:
    explicit SwitchEditor(QWidget *parent)
        : ParameterEditor(parent)
        , m_box(new QCheckBox(this))
    {
        setControl(m_box);
        connect(m_box, &QCheckBox::toggled, this, [this](bool isOn) { Q_EMIT edited(isOn ? u"$true"_s : QString()); });
    }

    bool setLabel(const QString &text) override
    {
        m_box->setText(text);
        return true;
    }
    void setText(const QString &text) override
    {
        const QSignalBlocker blocker(m_box);
        m_box->setChecked(!text.isEmpty());
    }

private:
    QCheckBox *m_box;
};

// One of a few values, or none.
class ChoiceEditor : public ParameterEditor
{
public:
    ChoiceEditor(const QStringList &values, QWidget *parent)
        : ParameterEditor(parent)
        , m_box(new QComboBox(this))
    {
        setControl(m_box);
        m_box->addItem(ParameterEditor::tr("(not set)"), QString());
        for (const QString &value : values)
            m_box->addItem(value, value);
        connect(m_box, &QComboBox::activated, this, [this] { Q_EMIT edited(m_box->currentData().toString()); });
    }

    void setText(const QString &text) override
    {
        const int index = m_box->findData(text, Qt::UserRole, Qt::MatchFixedString);
        m_box->setCurrentIndex(index); // -1, nothing, for a value that is none of these
    }

private:
    QComboBox *m_box;
};

class LineEditor : public ParameterEditor
{
public:
    LineEditor(const QString &placeholder, QWidget *parent)
        : ParameterEditor(parent)
        , m_line(new QLineEdit(this))
    {
        setControl(m_line);
        m_line->setPlaceholderText(placeholder);
        m_line->setClearButtonEnabled(true);
        connect(m_line, &QLineEdit::textChanged, this, &ParameterEditor::edited);
    }

    // The cursor stays where somebody types.
    void setText(const QString &text) override
    {
        const QSignalBlocker blocker(m_line);
        if (m_line->text() != text)
            m_line->setText(text);
    }

protected:
    QLineEdit *line() const { return m_line; }

private:
    QLineEdit *m_line;
};

class PathEditor : public LineEditor
{
public:
    PathEditor(const ParameterInfo &parameter, FileUse use, Desktop *desktop, QWidget *parent)
        : LineEditor(ParameterEditor::tr("Path of a file", "placeholder"), parent)
        , m_parameter(parameter)
        , m_use(use)
        , m_desktop(desktop)
    {
        auto *browse = new QPushButton(ParameterEditor::tr("Browse…"), this);
        browse->setObjectName(QString(u"browse"_s + parameter.name));
        browse->setAccessibleName(ParameterEditor::tr("Browse for %1").arg(parameter.name));
        browse->setAutoDefault(false);
        layout()->addWidget(browse);
        connect(browse, &QPushButton::clicked, this, [this] { choose(); });
    }

private:
    void choose()
    {
        const FileRequest request{ParameterEditor::tr("Choose a file for %1").arg(m_parameter.name), line()->text(),
                                  filter()};
        const auto chosen = [this](const QString &path) {
            if (!path.isEmpty())
                line()->setText(path);
            line()->setFocus();
        };
        if (m_use == FileUse::Save)
            m_desktop->chooseFileToSave(this, request, chosen);
        else if (m_use == FileUse::Folder)
            m_desktop->chooseFolder(this, request, chosen);
        else
            m_desktop->chooseFileToOpen(this, request, chosen);
    }

    QString filter() const
    {
        return m_parameter.name == "Report"_L1 ? ParameterEditor::tr("Reports (*.html);;All files (*)")
                                               : ParameterEditor::tr("All files (*)");
    }

    const ParameterInfo &m_parameter;
    const FileUse m_use;
    Desktop *m_desktop;
};

// A pool by its name: one of the deployment's, or any other that is typed.
class FqdnEditor : public ParameterEditor
{
public:
    explicit FqdnEditor(QWidget *parent)
        : ParameterEditor(parent)
        , m_box(new QComboBox(this))
    {
        setControl(m_box);
        m_box->setEditable(true);
        m_box->setInsertPolicy(QComboBox::NoInsert);
        m_box->lineEdit()->setPlaceholderText(ParameterEditor::tr("Name of a pool", "placeholder"));
        m_box->lineEdit()->setClearButtonEnabled(true);
        m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
        m_box->completer()->setFilterMode(Qt::MatchContains);
        connect(m_box, &QComboBox::editTextChanged, this, &ParameterEditor::edited);
    }

    void setText(const QString &text) override
    {
        const QSignalBlocker blocker(m_box);
        if (m_box->currentText() != text)
            m_box->setEditText(text);
    }
    void setSuggestions(const QStringList &suggestions) override
    {
        QStringList present;
        for (int i = 0; i < m_box->count(); ++i)
            present.append(m_box->itemText(i));
        if (present == suggestions)
            return;
        const QSignalBlocker blocker(m_box);
        const QString text = m_box->currentText();
        m_box->clear();
        m_box->addItems(suggestions);
        m_box->setCurrentIndex(-1);
        m_box->setEditText(text);
    }

private:
    QComboBox *m_box;
};

QString placeholderOf(const ParameterInfo &parameter)
{
    switch (parameter.type) {
    case ParameterType::TimeSpan:
        return ParameterEditor::tr("hh:mm:ss", "placeholder");
    case ParameterType::Int32:
        return ParameterEditor::tr("A whole number", "placeholder");
    case ParameterType::StringList:
        return ParameterEditor::tr("Values, separated by commas", "placeholder");
    default:
        return {};
    }
}

} // namespace

ParameterEditor::ParameterEditor(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

ParameterEditor *ParameterEditor::create(const ParameterInfo &parameter, DeploymentKind kind, FileUse use,
                                         Desktop *desktop, QWidget *parent)
{
    // Nobody can browse the disk of a server from here.
    const bool isHere
        = parameter.path == PathSide::Local || (parameter.path == PathSide::Session && kind == DeploymentKind::Lab);
    if (isHere)
        return new PathEditor(parameter, use, desktop, parent);
    switch (parameter.type) {
    case ParameterType::Switch:
        return new SwitchEditor(parent);
    case ParameterType::Boolean:
        return new ChoiceEditor({u"$true"_s, u"$false"_s}, parent);
    case ParameterType::Enumeration:
        return new ChoiceEditor(parameter.allowedValues, parent);
    case ParameterType::Fqdn:
        return new FqdnEditor(parent);
    case ParameterType::String:
        if (!parameter.allowedValues.isEmpty())
            return new ChoiceEditor(parameter.allowedValues, parent);
        break;
    case ParameterType::StringList:
    case ParameterType::Int32:
    case ParameterType::TimeSpan:
        break;
    }
    return new LineEditor(placeholderOf(parameter), parent);
}

bool ParameterEditor::setLabel(const QString &)
{
    return false;
}

void ParameterEditor::setSuggestions(const QStringList &) { }

void ParameterEditor::describe(const QString &name, const QString &description)
{
    focusProxy()->setAccessibleName(name);
    focusProxy()->setAccessibleDescription(description);
}

void ParameterEditor::setControl(QWidget *control)
{
    layout()->addWidget(control);
    setFocusProxy(control);
    control->installEventFilter(this);
    // The wheel scrolls the form and changes no value on the way.
    if (qobject_cast<QComboBox *>(control))
        control->setFocusPolicy(Qt::StrongFocus);
}

bool ParameterEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT focused();
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox *>(watched)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace cspool
