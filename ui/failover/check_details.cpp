#include "ui/failover/check_details.h"

#include "model/time_text.h"
#include "ui/command_form/tone_label.h"
#include "ui/failover/command_line_box.h"
#include "ui/pools/status_label.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ItemLimit = 100; // single items on the screen; a copy has all

QLabel *addText(QVBoxLayout *layout, const QString &text, bool isHeading = false)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (isHeading) {
        QFont font = label->font();
        font.setBold(true);
        label->setFont(font);
    }
    layout->addWidget(label);
    return label;
}

} // namespace

CheckDetails::CheckDetails(IsOffered isOffered, QWidget *parent)
    : QScrollArea(parent)
    , m_isOffered(std::move(isOffered))
{
    setObjectName(u"checkDetails"_s);
    setAccessibleName(tr("Details of the check"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setWidget(new QWidget);
}

void CheckDetails::setCheck(const std::optional<FailoverCheck> &check)
{
    if (check == m_check && m_time)
        return;
    const bool isAnother = !check || !m_check || check->id != m_check->id;
    m_check = check;
    m_time = nullptr;
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    if (m_check) {
        addFinding(layout);
        addItems(layout);
        addRemedies(layout);
        addOrigin(layout);
    }
    layout->addStretch(1);
    const int position = isAnother ? 0 : verticalScrollBar()->value();
    const bool hadFocus = widget()->isAncestorOf(focusWidget()) && isVisible();
    setWidget(content); // deletes the one before
    verticalScrollBar()->setValue(position);
    if (hadFocus)
        setFocus();
}

void CheckDetails::addFinding(QVBoxLayout *layout)
{
    auto *title = new StatusLabel(layout->parentWidget());
    title->setObjectName(u"checkTitle"_s);
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    title->setStatus(toneOf(m_check->verdict),
                     tr("%1: %2", "title of a check, its verdict").arg(m_check->title, verdictText(m_check->verdict)));
    layout->addWidget(title);
    auto *finding = new ToneLabel(layout->parentWidget());
    finding->setObjectName(u"checkFinding"_s);
    finding->setMessage(StatusTone::None, m_check->finding);
    finding->setFocusable(true);
    layout->addWidget(finding);
}

void CheckDetails::addItems(QVBoxLayout *layout)
{
    for (const QString &item : m_check->details.mid(0, ItemLimit))
        addText(layout, tr("• %1", "item of a list").arg(item))->setIndent(fontMetrics().averageCharWidth());
    if (const qsizetype more = m_check->details.size() - ItemLimit; more > 0)
        addText(layout, tr("%n more. Copy the check to see all of them.", nullptr, int(more)));
    if (m_check->note.isEmpty())
        return;
    auto *note = new ToneLabel(layout->parentWidget());
    note->setObjectName(u"checkNote"_s);
    note->setMessage(StatusTone::Neutral, m_check->note);
    layout->addWidget(note);
}

void CheckDetails::addRemedies(QVBoxLayout *layout)
{
    if (m_check->remedies.isEmpty())
        return;
    layout->addSpacing(fontMetrics().height() / 2);
    addText(layout, tr("What to do"), true);
    int number = 1;
    for (const Remedy &remedy : std::as_const(m_check->remedies))
        addRemedy(layout, number++, remedy);
}

void CheckDetails::addRemedy(QVBoxLayout *layout, int number, const Remedy &remedy)
{
    addText(layout, tr("%1. %2", "numbered list").arg(number).arg(remedy.text));
    if (remedy.commandLine.isEmpty())
        return;
    const std::optional<Command> command = offeredCommand(remedy.commandLine);
    auto *box = new CommandLineBox(command ? CommandLineBox::Running::Offered : CommandLineBox::Running::NotOffered);
    box->setObjectName(u"remedy"_s + QString::number(number));
    box->setCommandLine(remedy.commandLine, remedy.text);
    if (command) {
        connect(box, &CommandLineBox::runRequested, this,
                [this, wanted = *command] { Q_EMIT commandRequested(wanted); });
    }
    layout->addWidget(box);
}

std::optional<Command> CheckDetails::offeredCommand(const QString &line) const
{
    const Result<Command> command = parseCommand(line);
    return command && m_isOffered(*command) ? std::optional(*command) : std::nullopt;
}

void CheckDetails::addOrigin(QVBoxLayout *layout)
{
    layout->addSpacing(fontMetrics().height() / 2);
    addText(layout, tr("Where this comes from"), true);
    m_time = addText(layout, {});
    m_time->setObjectName(u"checkTime"_s);
    for (const QString &line : std::as_const(m_check->toldBy)) {
        auto *box = new CommandLineBox(CommandLineBox::Running::NotOffered);
        box->setObjectName(u"checkToldBy"_s);
        box->setCommandLine(line, tr("told the check %1", "title of the check").arg(m_check->title));
        layout->addWidget(box);
    }
}

void CheckDetails::setTime(const QDateTime &now, bool isOld)
{
    if (!m_time)
        return;
    const QDateTime &at = m_check->trueAt;
    if (!at.isValid())
        m_time->setText(tr("It has not been read yet, or could never be read."));
    else if (isOld)
        m_time->setText(tr("Old: it was true %1, at %2. Read it again.").arg(ageText(at, now), fullTimeText(at)));
    else
        m_time->setText(tr("It was true %1, at %2.").arg(ageText(at, now), fullTimeText(at)));
}

} // namespace cspool
