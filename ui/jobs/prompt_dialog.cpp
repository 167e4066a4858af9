#include "ui/jobs/prompt_dialog.h"

#include "model/job_text.h"
#include "ui/icons.h"
#include "ui/jobs/prompt_text.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

QLabel *makeLabel(const QString &text, const QString &name)
{
    auto *label = new QLabel(text);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

PromptDialog::PromptDialog(const JobInfo &job, const PromptRequest &prompt, QWidget *parent)
    : QDialog(parent)
    , m_job(job)
    , m_prompt(prompt)
    , m_help(new QPushButton(tr("Hel&p")))
{
    setObjectName(u"promptDialog"_s);
    setWindowTitle(tr("%1 asks a question", "name of a job").arg(jobName(job)));
    setModal(false);

    m_help->setObjectName(u"promptHelp"_s);
    m_help->setCheckable(true);
    m_help->setAutoDefault(true);
    m_help->setToolTip(tr("Explains each choice and answers nothing"));
    connect(m_help, &QPushButton::toggled, this, &PromptDialog::setHelpShown);
    auto *later = new QPushButton(tr("Answer la&ter"));
    later->setObjectName(u"answerLater"_s);
    later->setAutoDefault(false);
    later->setToolTip(
        tr("The job goes on waiting. Its question can be answered from the list of jobs, or with Ctrl+J."));
    connect(later, &QPushButton::clicked, this, &QDialog::reject);

    auto *buttons = new QDialogButtonBox;
    if (prompt.kind == PromptKind::Choice) {
        // Not HelpRole: Tab passes by a button with it.
        buttons->addButton(m_help, QDialogButtonBox::ResetRole);
    } else {
        m_help->hide();
        m_help->setParent(this);
        auto *answer = new QPushButton(tr("&Send answer"));
        answer->setObjectName(u"sendAnswer"_s);
        answer->setDefault(true);
        connect(answer, &QPushButton::clicked, this, &PromptDialog::sendFields);
        buttons->addButton(answer, QDialogButtonBox::AcceptRole);
    }
    buttons->addButton(later, QDialogButtonBox::RejectRole);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeQuestion());
    layout->addWidget(prompt.kind == PromptKind::Choice ? makeChoices() : makeFields());
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    focusSafely();
}

QWidget *PromptDialog::makeQuestion()
{
    auto *icon = new QLabel;
    const int size = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    icon->setPixmap(toneIcon(StatusTone::Attention).pixmap(size));
    icon->setAlignment(Qt::AlignTop);

    // The job first: of several that run, this one asks.
    QLabel *name = makeLabel(jobName(m_job), u"promptJob"_s);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    QLabel *deployment = makeLabel(tr("Deployment: %1").arg(m_job.deploymentName), u"promptDeployment"_s);
    QLabel *message = makeLabel(m_prompt.message, u"promptMessage"_s);
    message->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *texts = new QVBoxLayout;
    texts->addWidget(name);
    texts->addWidget(deployment);
    if (!m_prompt.caption.isEmpty())
        texts->addWidget(makeLabel(m_prompt.caption, u"promptCaption"_s));
    texts->addWidget(message);
    auto *widget = new QWidget;
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins({});
    layout->addWidget(icon);
    layout->addLayout(texts, 1);
    return widget;
}

QWidget *PromptDialog::makeChoices()
{
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins({});
    for (int i = 0; i < m_prompt.choices.size(); ++i) {
        const PromptChoice &choice = m_prompt.choices.at(i);
        auto *button = new QPushButton(choiceText(m_prompt, i, m_job.cmdlet));
        button->setObjectName(u"choice%1"_s.arg(i));
        button->setAccessibleDescription(choice.help);
        button->setToolTip(choice.help.toHtmlEscaped());
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, [this, i] { choose(i); });
        QLabel *help = makeLabel(choice.help, u"choiceHelp%1"_s.arg(i));
        help->setIndent(style()->pixelMetric(QStyle::PM_LayoutLeftMargin, nullptr, this));
        help->hide();
        layout->addWidget(button);
        layout->addWidget(help);
        m_choices.append(button);
        m_helpTexts.append(help);
    }
    return widget;
}

void PromptDialog::addField(QBoxLayout *layout, QLineEdit *field, const QString &label)
{
    auto *buddy = new QLabel(label);
    buddy->setBuddy(field);
    field->setAccessibleName(QString(label).remove(u'&'));
    layout->addWidget(buddy);
    layout->addWidget(field);
}

QWidget *PromptDialog::makeFields()
{
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins({});
    if (m_prompt.kind != PromptKind::Secret) {
        m_text = new QLineEdit;
        m_text->setObjectName(u"promptText"_s);
        addField(layout, m_text, m_prompt.kind == PromptKind::Credential ? tr("&User name:") : tr("&Answer:"));
    }
    if (m_prompt.kind != PromptKind::Text) {
        m_secret = new QLineEdit;
        m_secret->setObjectName(u"promptSecret"_s);
        m_secret->setEchoMode(QLineEdit::Password);
        m_secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
        addField(layout, m_secret, m_prompt.kind == PromptKind::Credential ? tr("Pass&word:") : tr("Sec&ret answer:"));
    }
    return widget;
}

void PromptDialog::focusSafely()
{
    if (m_prompt.kind != PromptKind::Choice) {
        (m_text ? m_text : m_secret)->setFocus();
        return;
    }
    const int choice = safeChoice(m_prompt);
    QPushButton *button = choice >= 0 ? m_choices.at(choice) : m_help;
    button->setDefault(true);
    button->setFocus();
}

void PromptDialog::setHelpShown(bool isShown)
{
    for (QLabel *help : std::as_const(m_helpTexts))
        help->setVisible(isShown && !help->text().isEmpty());
    // A dialog does not grow by itself with texts that are wrapped, and would squeeze the buttons.
    layout()->activate();
    const int wanted = layout()->totalHeightForWidth(width());
    resize(width(), std::clamp(wanted, height(), std::max(height(), int(screen()->availableSize().height() * 0.9))));
}

void PromptDialog::keyPressEvent(QKeyEvent *event)
{
    // As in PowerShell: a question mark explains the choices.
    if (m_prompt.kind == PromptKind::Choice && (event->text() == u"?" || event->key() == Qt::Key_F1)) {
        m_help->toggle();
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

void PromptDialog::choose(int choice)
{
    send({.id = m_prompt.id, .choice = choice});
}

void PromptDialog::sendFields()
{
    send({.id = m_prompt.id,
          .text = m_text ? m_text->text() : QString(),
          .secret = m_secret ? m_secret->text() : QString()});
}

void PromptDialog::send(const PromptAnswer &answer)
{
    if (std::exchange(m_isAnswered, true))
        return;
    if (m_secret)
        m_secret->clear();
    accept();
    Q_EMIT answered(answer);
}

} // namespace cspool
