#include "ui/pools/status_label.h"

#include "model/tool_tip.h"
#include "ui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace cspool {

StatusLabel::StatusLabel(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop); // beside the icon, also of several lines
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void StatusLabel::setStatus(StatusTone tone, const QString &text, const QString &toolTip, bool isOld)
{
    m_tone = tone;
    m_text->setText(text);
    m_text->setAccessibleName(tone == StatusTone::None ? text : tr("%1 (%2)").arg(text, toneName(tone)));
    setToolTip(plainToolTip(toolTip));
    m_text->setForegroundRole(isOld ? QPalette::PlaceholderText : QPalette::WindowText);
    showIcon();
}

QString StatusLabel::text() const
{
    return m_text->text();
}

void StatusLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        showIcon();
}

void StatusLabel::showIcon()
{
    const QIcon icon = toneIcon(m_tone);
    m_icon->setVisible(!icon.isNull());
    const int size = fontMetrics().height();
    if (!icon.isNull())
        m_icon->setPixmap(icon.pixmap(QSize(size, size), devicePixelRatioF()));
}

} // namespace cspool
