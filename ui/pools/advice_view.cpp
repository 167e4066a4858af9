#include "ui/pools/advice_view.h"

#include "model/command_warnings.h"
#include "model/tool_tip.h"
#include "ui/icons.h"
#include "ui/pools/status_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

bool isSame(const AdviceView::Section &a, const AdviceView::Section &b)
{
    return a.title == b.title && a.advice.tone == b.advice.tone && a.advice.meaning == b.advice.meaning
        && a.advice.causes == b.advice.causes && a.advice.steps == b.advice.steps;
}

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

AdviceView::AdviceView(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("What the status means, and what to do"));
    setSections({});
}

void AdviceView::setSections(const QList<Section> &sections)
{
    if (widget() && std::equal(sections.begin(), sections.end(), m_sections.begin(), m_sections.end(), &isSame))
        return;
    m_sections = sections;
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, layout->spacing(), 0, 0);
    for (const Section &section : sections)
        addSection(layout, section);
    layout->addStretch(1);
    setWidget(content); // deletes the one before
}

void AdviceView::addSection(QVBoxLayout *layout, const Section &section)
{
    auto *title = new StatusLabel;
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    title->setStatus(section.advice.tone, section.title);
    layout->addWidget(title);
    addText(layout, section.advice.meaning);
    if (!section.advice.causes.isEmpty()) {
        addText(layout, tr("Likely causes, the likeliest first"), true);
        int number = 1;
        for (const QString &cause : section.advice.causes)
            addText(layout, tr("%1. %2", "numbered list").arg(number++).arg(cause));
    }
    if (!section.advice.steps.isEmpty()) {
        addText(layout, tr("Next steps"), true);
        int number = 1;
        for (const NextStep &step : section.advice.steps)
            addStep(layout, section.title, number++, step);
    }
    layout->addSpacing(fontMetrics().height() / 2);
}

void AdviceView::addStep(QVBoxLayout *layout, const QString &title, int number, const NextStep &step)
{
    addText(layout, tr("%1. %2", "numbered list").arg(number).arg(step.text));
    if (!step.command)
        return;
    const QString text = tr("%1…").arg(step.action.isEmpty() ? step.command->cmdlet() : step.action);
    auto *button = new QPushButton(text);
    button->setObjectName(u"step"_s + QString::number(number));
    QStringList help{tr("Opens the form with: %1").arg(cspool::render(*step.command))};
    // Two sections may advise the same.
    button->setAccessibleName(tr("%1 %2, step %3", "button, section, number").arg(text, title).arg(number));
    button->setAccessibleDescription(step.text);
    if (const QStringList losses = lossesOf(*step.command); !losses.isEmpty()) {
        button->setIcon(toneIcon(StatusTone::Attention));
        help += losses;
    }
    button->setToolTip(plainToolTip(help.join(u'\n')));
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, [this, command = *step.command] { Q_EMIT commandRequested(command); });
    auto *row = new QHBoxLayout;
    row->addSpacing(fontMetrics().height());
    row->addWidget(button);
    row->addStretch(1);
    layout->addLayout(row);
}

} // namespace cspool
