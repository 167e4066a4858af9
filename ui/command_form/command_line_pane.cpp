#include "ui/command_form/command_line_pane.h"

#include "model/message_text.h"
#include "ui/command_form/text_height.h"
#include "ui/command_form/tone_label.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

CommandLinePane::CommandLinePane(Apply apply, QWidget *parent)
    : QWidget(parent)
    , m_apply(std::move(apply))
    , m_label(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_message(new ToneLabel(this))
    , m_copy(new QPushButton(tr("Cop&y"), this))
    , m_edit(new QPushButton(tr("&Edit or paste…"), this))
    , m_applyButton(new QPushButton(tr("Appl&y"), this))
    , m_discard(new QPushButton(tr("Discard"), this))
{
    m_text->setObjectName(u"commandLine"_s);
    m_text->setAccessibleName(tr("Command line"));
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_label->setBuddy(m_text);
    m_message->setObjectName(u"commandLineMessage"_s);
    m_copy->setObjectName(u"copyCommandLine"_s);
    m_edit->setObjectName(u"editCommandLine"_s);
    m_applyButton->setObjectName(u"applyCommandLine"_s);
    m_discard->setObjectName(u"discardCommandLine"_s);
    m_edit->setToolTip(tr("Change the command here, or paste one: the form takes over what it says."));
    for (QPushButton *button : {m_copy, m_edit, m_applyButton, m_discard})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_label, 1);
    row->addWidget(m_copy);
    row->addWidget(m_edit);
    row->addWidget(m_applyButton);
    row->addWidget(m_discard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_text);
    layout->addWidget(m_message);
    // Read and answered in this order.
    setTabOrder(m_text, m_copy);
    setTabOrder(m_copy, m_edit);
    setTabOrder(m_edit, m_applyButton);
    setTabOrder(m_applyButton, m_discard);
    connect(m_copy, &QPushButton::clicked, this, &CommandLinePane::copy);
    connect(m_edit, &QPushButton::clicked, this, &CommandLinePane::beginEditing);
    connect(m_applyButton, &QPushButton::clicked, this, &CommandLinePane::apply);
    connect(m_discard, &QPushButton::clicked, this, &CommandLinePane::discardEditing);
    showMode();
}

void CommandLinePane::setCommandLines(const QString &lines, bool isValid)
{
    if (isValid != m_isValid) {
        m_isValid = isValid;
        m_copy->setEnabled(isValid);
        showMode();
    }
    if (lines == m_lines)
        return;
    m_lines = lines;
    if (m_isEditing)
        return;
    m_text->setPlainText(m_lines);
    m_message->setMessage(StatusTone::None, {});
    fitHeight();
    showMode();
}

// As high as its lines, within bounds: one pool has one line, thirty pools scroll.
void CommandLinePane::fitHeight()
{
    const int lines = int(std::clamp<qsizetype>(m_text->toPlainText().count(u'\n') + 1, 2, 5));
    fitHeightToLines(m_text, lines);
}

void CommandLinePane::showMode()
{
    const bool isSeveral = m_lines.contains(u'\n');
    m_label->setText(m_isEditing      ? tr("Change the &command, or paste another one:")
                         : !m_isValid ? tr("&Command, not valid yet; the message above the form says why:")
                         : isSeveral  ? tr("&Commands, one for each pool:")
                                      : tr("&Command:"));
    m_text->setReadOnly(!m_isEditing);
    m_text->setTextInteractionFlags(m_isEditing ? Qt::TextEditorInteraction
                                                : Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setVisible(!m_isEditing);
    m_edit->setVisible(!m_isEditing);
    m_applyButton->setVisible(m_isEditing);
    m_discard->setVisible(m_isEditing);
}

void CommandLinePane::copy()
{
    QGuiApplication::clipboard()->setText(m_lines);
    m_message->setMessage(StatusTone::Good, tr("Copied."));
}

void CommandLinePane::beginEditing()
{
    m_isEditing = true;
    m_message->setMessage(StatusTone::None, {});
    showMode();
    fitHeight();
    m_text->setFocus();
    m_text->selectAll();
    Q_EMIT isEditingChanged();
}

void CommandLinePane::apply()
{
    const Result<QStringList> applied = m_apply(m_text->toPlainText());
    if (!applied) {
        m_message->setMessage(StatusTone::Bad, errorSentences(applied.error()));
        m_text->setFocus();
        return;
    }
    endEditing();
    m_message->setMessage(applied->isEmpty() ? StatusTone::None : StatusTone::Attention, applied->join(u' '));
}

void CommandLinePane::discardEditing()
{
    endEditing();
    m_message->setMessage(StatusTone::None, {});
}

void CommandLinePane::endEditing()
{
    m_isEditing = false;
    m_text->setPlainText(m_lines);
    fitHeight();
    showMode();
    m_edit->setFocus();
    Q_EMIT isEditingChanged();
}

} // namespace cspool
