#include "ui/command_form/message_bar.h"

#include "ui/command_form/tone_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>

namespace cspool {

using namespace Qt::StringLiterals;

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_label(new ToneLabel(this))
    , m_link(new QPushButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_label->setObjectName(u"messageText"_s);
    m_label->setFocusable(true);
    m_link->setObjectName(u"goToField"_s);
    m_link->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_label, 1, Qt::AlignVCenter);
    layout->addWidget(m_link);
    // The form below shall not jump when the button comes and goes.
    QSizePolicy policy = m_link->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_link->setSizePolicy(policy);
    m_link->hide();
    connect(m_link, &QPushButton::clicked, this, [this] { Q_EMIT fieldRequested(m_field); });
}

void MessageBar::showMessage(StatusTone tone, const QString &text, const QString &field)
{
    if (text == m_label->text() && field == m_field)
        return;
    m_label->setMessage(tone, text);
    QAccessibleEvent alert(m_label->focusProxy(), QAccessible::Alert); // read aloud as it appears
    QAccessible::updateAccessibility(&alert);
    m_field = field;
    m_link->setText(tr("&Go to %1").arg(field));
    m_link->setVisible(!field.isEmpty());
}

QString MessageBar::text() const
{
    return m_label->text();
}

} // namespace cspool
