#include "ui/failover/name_dialog.h"

#include "ui/command_form/deployment_badge.h"
#include "ui/command_form/tone_label.h"
#include "ui/failover/command_line_text.h"
#include "ui/failover/failover_text.h"
#include "ui/failover/kind_banner.h"
#include "ui/failover/name_field.h"
#include "ui/pools/status_label.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

NameDialog::NameDialog(const NameQuestion &question, QWidget *parent)
    : QDialog(parent)
    , m_name(new NameField(question.goal.pool, this))
{
    setObjectName(u"nameDialog"_s);
    setWindowTitle(FailoverText::way(question.goal.direction, question.goal.isDisaster));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setAccessibleName(question.heading);
    auto *banner = new KindBanner(this);
    banner->setKind(question.goal, question.heading, question.text);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"nameContent"_s);
    area->setAccessibleName(tr("What happens"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(makeContent(question));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(new DeploymentBadge(question.deployment, this));
    layout->addWidget(banner);
    layout->addWidget(area, 1);
    for (QCheckBox *tick : std::as_const(m_ticks))
        layout->addWidget(tick);
    layout->addWidget(m_name);
    layout->addWidget(makeButtons(question));
    connect(m_name, &NameField::changed, this, &NameDialog::update);
    connect(m_name, &NameField::entered, this, [this] {
        if (m_accept->isEnabled())
            m_accept->setFocus();
    });
    update();
    fitSize();
    m_name->setFocus();
}

QWidget *NameDialog::makeContent(const NameQuestion &question)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    addLosses(layout, question);
    addLines(layout, tr("These are the steps. Each is confirmed on its own before it runs:"), question.steps, false);
    addLines(layout, question.commandLines.size() == 1 ? tr("This command runs:") : tr("These commands run:"),
             question.commandLines, true);
    addOpenChecks(layout, question);
    layout->addStretch(1);
    return content;
}

// Framed, with an icon before each, in bold: nobody begins without having seen them.
void NameDialog::addLosses(QVBoxLayout *layout, const NameQuestion &question)
{
    if (question.losses.isEmpty())
        return;
    auto *frame = new QFrame;
    frame->setObjectName(u"losses"_s);
    frame->setFrameStyle(int(QFrame::Box) | int(QFrame::Plain));
    frame->setLineWidth(2);
    auto *inside = new QVBoxLayout(frame);
    inside->addWidget(new QLabel(tr("What is lost:")));
    for (const QString &loss : question.losses) {
        auto *label = new ToneLabel(frame);
        label->setObjectName(u"loss"_s);
        label->setMessage(StatusTone::Bad, loss);
        QFont font = label->font();
        font.setBold(true);
        label->setFont(font);
        label->setFocusable(true);
        inside->addWidget(label);
    }
    auto *note = new ToneLabel(frame);
    note->setMessage(StatusTone::Neutral,
                     tr("Replication is not an archive: it holds the latest state only, and what was not copied in "
                        "time cannot be brought back from it."));
    inside->addWidget(note);
    layout->addWidget(frame);
    m_ticks.append(addTick(u"understood"_s, tr("&I know what will be lost")));
}

void NameDialog::addOpenChecks(QVBoxLayout *layout, const NameQuestion &question)
{
    if (question.openChecks.isEmpty())
        return;
    for (const FailoverCheck &check : question.openChecks) {
        auto *label = new StatusLabel(layout->parentWidget());
        label->setObjectName(u"openCheck"_s);
        // The findings are on the readiness; of many of them nobody would find the steps any more.
        label->setStatus(toneOf(check.verdict),
                         tr("%1: %2", "title of a check, its verdict").arg(check.title, verdictText(check.verdict)),
                         check.finding);
        layout->addWidget(label);
    }
    const bool isBlocking = std::any_of(question.openChecks.begin(), question.openChecks.end(),
                                        [](const FailoverCheck &check) { return check.verdict == Verdict::Blocking; });
    m_ticks.append(addTick(u"goOn"_s,
                           isBlocking ? tr("I &go on although these checks are open or in the way")
                                      : tr("I &go on although these checks have no answer")));
}

QCheckBox *NameDialog::addTick(const QString &name, const QString &text)
{
    auto *tick = new QCheckBox(text, this);
    tick->setObjectName(name);
    connect(tick, &QCheckBox::toggled, this, &NameDialog::update);
    return tick;
}

void NameDialog::addLines(QVBoxLayout *layout, const QString &heading, const QStringList &lines, bool areCommands)
{
    if (lines.isEmpty())
        return;
    auto *label = new QLabel(heading);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    layout->addWidget(label);
    auto *text = new CommandLineText;
    text->setObjectName(areCommands ? u"nameCommands"_s : u"nameSteps"_s);
    text->setAccessibleName(heading);
    if (!areCommands)
        text->setFont(QGuiApplication::font());
    QStringList shown;
    for (const QString &line : lines)
        shown.append(areCommands ? line : tr("%1. %2", "numbered list").arg(shown.size() + 1).arg(line));
    text->setLine(shown.join(u'\n'));
    layout->addWidget(text);
}

QWidget *NameDialog::makeButtons(const NameQuestion &question)
{
    auto *box = new QDialogButtonBox(this);
    QPushButton *cancel = box->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"nameCancel"_s);
    m_accept = box->addButton(question.verb, QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"nameAccept"_s);
    // No button is pressed by Enter in the field.
    for (QPushButton *button : {cancel, m_accept}) {
        button->setAutoDefault(false);
        button->setDefault(false);
    }
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return box;
}

// The button box makes a default button by itself when it is shown; here Enter must press none.
void NameDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

void NameDialog::update()
{
    if (!m_accept)
        return;
    m_accept->setEnabled(m_name->isRight() && std::all_of(m_ticks.begin(), m_ticks.end(), [](const QCheckBox *tick) {
                             return tick->isChecked();
                         }));
}

// As high as its content where the screen allows; else the content scrolls.
void NameDialog::fitSize()
{
    const QSize available = screen()->availableSize();
    const int width = std::min(fontMetrics().averageCharWidth() * 90, available.width() * 9 / 10);
    auto *area = findChild<QScrollArea *>(u"nameContent"_s);
    area->widget()->resize(width, 10);
    const int content = area->widget()->layout()->hasHeightForWidth() ? area->widget()->layout()->heightForWidth(width)
                                                                      : area->widget()->sizeHint().height();
    area->setMinimumHeight(std::min(content, fontMetrics().height() * 6));
    const int rest = sizeHint().height() - area->sizeHint().height();
    resize(width, std::min(rest + content + fontMetrics().height(), available.height() * 9 / 10));
}

} // namespace cspool
