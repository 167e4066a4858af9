#include "ui/command_form/confirm_dialog.h"

#include "ui/command_form/deployment_badge.h"
#include "ui/command_form/mnemonics.h"
#include "ui/command_form/text_height.h"
#include "ui/command_form/tone_label.h"
#include "ui/icons.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

ConfirmDialog::ConfirmDialog(const Confirmation &confirmation, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"confirmDialog"_s);
    setWindowTitle(tr("Confirm"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(heading(confirmation));
    if (!confirmation.subjects.isEmpty())
        layout->addWidget(lines(tr("What it is about"), confirmation.subjects, false));
    for (const QString &loss : confirmation.losses) {
        ToneLabel *label = addSentence(u"confirmLoss"_s, StatusTone::Bad, loss);
        QFont font = label->font();
        font.setBold(true);
        label->setFont(font);
    }
    for (const QString &note : confirmation.notes)
        addSentence(u"confirmNote"_s, StatusTone::Attention, note);
    if (!confirmation.commandLines.isEmpty()) {
        auto *label = new QLabel(
            confirmation.commandLines.size() == 1 ? tr("This c&ommand runs:") : tr("These c&ommands run:"), this);
        auto *code = lines(label->text().remove(u'&'), confirmation.commandLines, true);
        label->setBuddy(code);
        layout->addWidget(label);
        layout->addWidget(code);
    }
    if (!confirmation.remark.isEmpty())
        addSentence(u"confirmRemark"_s, StatusTone::None, confirmation.remark);
    if (!confirmation.losses.isEmpty()) {
        m_understood = new QCheckBox(tr("&I know what will be lost"), this);
        m_understood->setObjectName(u"confirmUnderstood"_s);
        layout->addWidget(m_understood);
    }
    layout->addStretch();
    layout->addWidget(buttons(confirmation));
    m_cancel->setFocus();
    resize(sizeHint().expandedTo({widthOfCommands(confirmation.commandLines), 0}));
}

// So that a command stands in one line, as far as the screen allows.
int ConfirmDialog::widthOfCommands(const QStringList &lines) const
{
    const QFontMetrics metrics(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    int width = fontMetrics().averageCharWidth() * 80;
    for (const QString &line : lines)
        width = std::max(width, metrics.horizontalAdvance(line) + metrics.averageCharWidth() * 8);
    return std::min(width, screen()->availableSize().width() * 2 / 3);
}

ToneLabel *ConfirmDialog::addSentence(const QString &name, StatusTone tone, const QString &text)
{
    auto *label = new ToneLabel(this);
    label->setObjectName(name);
    label->setMessage(tone, text);
    label->setFocusable(true);
    layout()->addWidget(label);
    return label;
}

QWidget *ConfirmDialog::heading(const Confirmation &confirmation)
{
    auto *heading = new QWidget(this);
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    auto *icon = new QLabel(heading);
    const int size = style()->pixelMetric(QStyle::PM_MessageBoxIconSize, nullptr, this);
    const StatusTone tone = confirmation.losses.isEmpty() ? StatusTone::Attention : StatusTone::Bad;
    icon->setPixmap(toneIcon(tone).pixmap(QSize(size, size), devicePixelRatioF()));
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *question = new QLabel(confirmation.question, heading);
    question->setObjectName(u"confirmQuestion"_s);
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    QFont font = question->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.2);
    question->setFont(font);
    row->addWidget(question, 1);
    if (confirmation.deployment)
        row->addWidget(new DeploymentBadge(*confirmation.deployment, heading), 0, Qt::AlignTop);
    setAccessibleName(confirmation.question); // read when the dialog opens
    return heading;
}

// As high as its lines, within bounds.
QWidget *ConfirmDialog::lines(const QString &name, const QStringList &texts, bool isCode)
{
    auto *view = new QPlainTextEdit(texts.join(u'\n'), this);
    view->setObjectName(isCode ? u"confirmCommands"_s : u"confirmSubjects"_s);
    view->setAccessibleName(name);
    view->setReadOnly(true);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setTabChangesFocus(true);
    if (isCode)
        view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    // A command may need two lines of the view.
    const int count = int(std::clamp<qsizetype>(texts.size() + (isCode ? 1 : 0), 1, 6));
    fitHeightToLines(view, count);
    return view;
}

QWidget *ConfirmDialog::buttons(const Confirmation &confirmation)
{
    Mnemonics mnemonics;
    mnemonics.reserve(tr("c&ommand"));
    if (m_understood)
        mnemonics.reserve(m_understood->text());
    auto *box = new QDialogButtonBox(this);
    m_cancel = box->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    mnemonics.reserve(m_cancel->text());
    m_accept = box->addButton(mnemonics.assign(confirmation.verb), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"confirmAccept"_s);
    m_accept->setAutoDefault(false);
    m_accept->setEnabled(!m_understood);
    m_cancel->setObjectName(u"confirmCancel"_s);
    m_cancel->setDefault(true); // Enter is the safe answer
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (m_understood)
        connect(m_understood, &QCheckBox::toggled, m_accept, &QPushButton::setEnabled);
    return box;
}

} // namespace cspool
