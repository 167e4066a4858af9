#include "ui/failover/kind_banner.h"

#include "ui/failover/failover_text.h"
#include "ui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

KindBanner::KindBanner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_heading(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(u"kindBanner"_s);
    m_heading->setObjectName(u"kindHeading"_s);
    m_text->setObjectName(u"kindText"_s);
    for (QLabel *label : {m_heading, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }
    QFont font = m_heading->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.2);
    m_heading->setFont(font);
    auto *words = new QVBoxLayout;
    words->addWidget(m_heading);
    words->addWidget(m_text);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
}

void KindBanner::setKind(const FailoverGoal &goal, const QString &heading, const QString &text)
{
    m_goal = goal;
    m_heading->setText(heading);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    const int stripe = goal.isDisaster ? stripeWidth() : 0;
    const int space = style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing, nullptr, this);
    layout()->setContentsMargins(stripe + space, stripe + space / 2, stripe + space, stripe + space / 2);
    showIcon();
    update();
}

int KindBanner::stripeWidth() const
{
    return fontMetrics().height() / 2;
}

void KindBanner::showIcon()
{
    const int size = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    const QIcon icon = m_goal.isDisaster ? toneIcon(StatusTone::Bad) : symbolIcon(FailoverText::symbol(m_goal));
    m_icon->setPixmap(icon.pixmap(QSize(size, size), devicePixelRatioF()));
    m_icon->setVisible(true);
}

void KindBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        showIcon();
}

// A plain line around what loses nothing; around what does, the striped tape that people know from building sites.
void KindBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_goal.isDisaster) {
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    }
    const int width = stripeWidth();
    QPainterPath frame;
    frame.addRect(rect());
    frame.addRect(rect().adjusted(width, width, -width, -width));
    frame.setFillRule(Qt::OddEvenFill);
    painter.setClipPath(frame);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.setPen(QPen(palette().color(QPalette::WindowText), width));
    for (int x = -height(); x < this->width() + height(); x += width * 3)
        painter.drawLine(x, height() + width, x + height() + 2 * width, -width);
    painter.setClipping(false);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace cspool
