#include "ui/command_form/tone_label.h"

#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace cspool {

ToneLabel::ToneLabel(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    // Beside the first line, however many there are.
    m_icon->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    hide();
}

void ToneLabel::setMessage(StatusTone tone, const QString &text)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(toneIcon(tone).pixmap(QSize(size, size), devicePixelRatioF()));
    m_icon->setVisible(!m_icon->pixmap(Qt::ReturnByValue).isNull());
    m_icon->setToolTip(toneName(tone));
    m_text->setText(text);
    const QString name = toneName(tone);
    m_text->setAccessibleName(name.isEmpty() ? text : tr("%1: %2", "tone, sentence").arg(name, text));
    m_icon->setMinimumHeight(m_text->fontMetrics().height());
    setVisible(!text.isEmpty());
}

QString ToneLabel::text() const
{
    return m_text->text();
}

void ToneLabel::setFocusable(bool isFocusable)
{
    m_text->setTextInteractionFlags(isFocusable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                                : Qt::TextInteractionFlags(Qt::NoTextInteraction));
    setFocusProxy(isFocusable ? m_text : nullptr);
}

} // namespace cspool
