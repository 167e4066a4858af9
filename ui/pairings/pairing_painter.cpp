#include "ui/pairings/pairing_painter.h"

#include "ui/icons.h"

#include <QCoreApplication>
#include <QIcon>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::PairingPainter)
};

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

// Parts of a line, between which an eye finds the border.
QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u"  ·  "_s);
}

} // namespace

PairingPainter::PairingPainter(const QFont &font, const QPalette &palette)
    : m_font(font)
    , m_boldFont(bold(font))
    , m_palette(palette)
    , m_metrics(m_font)
    , m_boldMetrics(m_boldFont)
    , m_unit(m_metrics.height())
{
}

QColor PairingPainter::mixed(double textShare) const
{
    const QColor text = m_palette.color(QPalette::Text);
    const QColor base = m_palette.color(QPalette::Base);
    const auto mix = [textShare](int a, int b) { return int(a * textShare + b * (1 - textShare)); };
    return {mix(text.red(), base.red()), mix(text.green(), base.green()), mix(text.blue(), base.blue())};
}

// The colour of selections is often a pale one, made for a ground and too faint for a line.
QColor PairingPainter::ringColor() const
{
    const QColor highlight = m_palette.color(QPalette::Highlight);
    const QColor text = m_palette.color(QPalette::Text);
    return {(highlight.red() + text.red()) / 2, (highlight.green() + text.green()) / 2,
            (highlight.blue() + text.blue()) / 2};
}

int PairingPainter::minimumWidth() const
{
    return 46 * m_unit;
}

// Four lines and the space round them.
int PairingPainter::boxHeight() const
{
    return 4 * m_metrics.lineSpacing() + m_unit;
}

int PairingPainter::remarkWidth(const QString &remark) const
{
    return m_metrics.horizontalAdvance(remark);
}

// Lines break between words, so a sentence of several lines takes somewhat more room than its length.
int PairingPainter::remarksHeight(const QList<int> &remarkWidths, int width) const
{
    if (remarkWidths.isEmpty())
        return 0;
    const int available = std::max(m_unit, width - 4 * m_unit);
    int lines = 0;
    for (const int remark : remarkWidths)
        lines += remark <= available ? 1 : 1 + remark * 10 / 9 / available;
    return lines * m_metrics.lineSpacing() + m_unit / 2;
}

int PairingPainter::height(const QList<int> &remarkWidths, int width) const
{
    return boxHeight() + m_unit + remarksHeight(remarkWidths, width);
}

PairingLayout PairingPainter::layout(const QRect &card, bool isLone) const
{
    PairingLayout layout;
    layout.card = card;
    const int margin = m_unit / 2;
    const QRect inner = card.adjusted(margin, margin, -margin, -margin);
    const int boxWidth = std::clamp(inner.width() * 3 / 10, 14 * m_unit, 22 * m_unit);
    layout.firstBox = QRect(inner.left(), inner.top(), boxWidth, boxHeight());
    layout.secondBox = QRect(inner.right() - boxWidth + 1, inner.top(), boxWidth, boxHeight());
    if (!isLone) {
        const int left = layout.firstBox.right() + m_unit / 2;
        const int width = layout.secondBox.left() - m_unit / 2 - left;
        const int half = boxHeight() / 2;
        layout.firstDirection = QRect(left, inner.top(), width, half);
        layout.secondDirection = QRect(left, inner.top() + half, width, half);
    }
    const int remarksTop = layout.firstBox.bottom() + m_unit / 2;
    layout.remarks = QRect(inner.left(), remarksTop, inner.width(), std::max(0, inner.bottom() - remarksTop + 1));
    return layout;
}

void PairingPainter::paint(QPainter *painter, const PairingLayout &layout, const PairingSummary &pairing,
                           const State &state) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_font);
    const bool isCurrent = state.current != Part::None;
    const bool standsOut = pairing.isLone() || pairing.isUnsupported || !pairing.isMutual;
    QPen border(standsOut ? mixed(0.75) : mixed(0.2), standsOut ? m_unit / 9.0 : 1);
    if (pairing.isLone())
        border.setStyle(Qt::DashLine);
    painter->setPen(border);
    painter->setBrush(isCurrent ? mixed(0.06) : m_palette.color(QPalette::Base));
    painter->drawRoundedRect(QRectF(layout.card).adjusted(1, 1, -1, -1), m_unit / 3.0, m_unit / 3.0);
    const auto servedBy
        = [](const PairingEnd &end, const PairingEnd &other) { return end.isFailedOver ? other.fqdn : QString(); };
    paintBox(painter, layout.firstBox, pairing.first, servedBy(pairing.first, pairing.second),
             state.current == Part::First, state.hasFocus);
    if (pairing.isLone()) {
        paintMissing(painter, layout.secondBox);
    } else {
        paintBox(painter, layout.secondBox, pairing.second, servedBy(pairing.second, pairing.first),
                 state.current == Part::Second, state.hasFocus);
        paintDirection(painter, layout.firstDirection, pairing.firstDirection,
                       pairing.firstDirection.isReversed ? ArrowDirection::Left : ArrowDirection::Right);
        if (pairing.isMutual) {
            paintDirection(painter, layout.secondDirection, pairing.secondDirection,
                           pairing.secondDirection.isReversed ? ArrowDirection::Right : ArrowDirection::Left);
        }
    }
    paintRemarks(painter, layout.remarks, pairing);
    painter->restore();
}

QRect PairingPainter::paintIcon(QPainter *painter, const QRect &line, StatusTone tone) const
{
    const QIcon icon = toneIcon(tone);
    if (icon.isNull())
        return line;
    const int size = m_metrics.height();
    icon.paint(painter, QRect(line.left(), line.top() + (line.height() - size) / 2, size, size));
    return line.adjusted(size + m_unit / 4, 0, 0, 0);
}

void PairingPainter::paintBox(QPainter *painter, const QRect &box, const PairingEnd &end, const QString &servedBy,
                              bool isCurrent, bool hasFocus) const
{
    const bool isHighlighted = isCurrent && hasFocus;
    painter->setPen(isCurrent ? QPen(ringColor(), isHighlighted ? m_unit / 6.0 : 1) : QPen(mixed(0.45), 1));
    painter->setBrush(mixed(isHighlighted ? 0.12 : 0.05));
    painter->drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), m_unit / 4.0, m_unit / 4.0);

    QRect line(box.left() + m_unit / 2, box.top() + m_unit / 2, box.width() - m_unit, m_metrics.lineSpacing());
    painter->setPen(m_palette.color(QPalette::Text));
    painter->setFont(m_boldFont);
    painter->drawText(line, Qt::AlignVCenter, m_boldMetrics.elidedText(end.fqdn, Qt::ElideMiddle, line.width()));
    painter->setFont(m_font);
    const auto next = [&](const QString &text) {
        line.translate(0, m_metrics.lineSpacing());
        painter->drawText(line, Qt::AlignVCenter, m_metrics.elidedText(text, Qt::ElideRight, line.width()));
    };
    painter->setPen(mixed(0.75));
    next(joined({end.kind, end.site}));
    next(end.version.isEmpty() ? Text::tr("version not reported") : end.version);
    line.translate(0, m_metrics.lineSpacing());
    const QRect words = paintIcon(painter, line, end.stateTone);
    painter->setPen(m_palette.color(QPalette::Text));
    const QString state = servedBy.isEmpty() ? end.state : Text::tr("%1: served by %2").arg(end.state, servedBy);
    painter->drawText(words, Qt::AlignVCenter, m_metrics.elidedText(state, Qt::ElideRight, words.width()));
}

void PairingPainter::paintMissing(QPainter *painter, const QRect &box) const
{
    QPen dashed(mixed(0.45), 1);
    dashed.setStyle(Qt::DashLine);
    painter->setPen(dashed);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), m_unit / 4.0, m_unit / 4.0);
    painter->setPen(mixed(0.75));
    painter->drawText(box, Qt::AlignCenter, Text::tr("No backup pool"));
}

void PairingPainter::paintDirection(QPainter *painter, const QRect &area, const PairingDirection &direction,
                                    ArrowDirection points) const
{
    const int textHeight = m_metrics.lineSpacing();
    const QRect line(area.left(), area.top() + (area.height() / 2 - textHeight) / 2 + m_unit / 8, area.width(),
                     textHeight);
    const QRect words = paintIcon(painter, line, direction.tone);
    const QString tail
        = joined({direction.backlog, direction.isOld ? Text::tr("old: %1").arg(direction.age) : direction.age});
    const int statusWidth = m_boldMetrics.horizontalAdvance(direction.status);
    painter->setFont(m_boldFont);
    painter->setPen(direction.isOld ? mixed(0.65) : m_palette.color(QPalette::Text));
    painter->drawText(words, Qt::AlignVCenter,
                      m_boldMetrics.elidedText(direction.status, Qt::ElideRight, words.width()));
    painter->setFont(m_font);
    painter->setPen(mixed(direction.isOld ? 0.6 : 0.75));
    const QRect rest = words.adjusted(statusWidth + m_unit / 2, 0, 0, 0);
    if (rest.width() > 2 * m_unit)
        painter->drawText(rest, Qt::AlignVCenter, m_metrics.elidedText(tail, Qt::ElideRight, rest.width()));
    paintArrow(painter, QRect(area.left(), line.bottom(), area.width(), area.bottom() - line.bottom()), points,
               direction.isReversed);
}

void PairingPainter::paintArrow(QPainter *painter, const QRect &area, ArrowDirection points, bool isDashed) const
{
    const double y = area.center().y();
    const double head = m_unit * 0.55;
    const bool isRight = points == ArrowDirection::Right;
    const double tip = isRight ? area.right() : area.left();
    const double neck = isRight ? tip - head : tip + head;
    QPen pen(mixed(0.7), m_unit / 8.0);
    if (isDashed)
        pen.setStyle(Qt::DashLine);
    painter->setPen(pen);
    painter->drawLine(QPointF(isRight ? area.left() : area.right(), y), QPointF(neck, y));
    QPainterPath triangle;
    triangle.moveTo(tip, y);
    triangle.lineTo(neck, y - head / 2);
    triangle.lineTo(neck, y + head / 2);
    triangle.closeSubpath();
    painter->fillPath(triangle, mixed(0.7));
}

void PairingPainter::paintRemarks(QPainter *painter, const QRect &area, const PairingSummary &pairing) const
{
    if (pairing.remarks.isEmpty())
        return;

    const QRect firstLine(area.left() + m_unit / 2, area.top(), area.width() - m_unit, m_metrics.lineSpacing());
    const QRect words = paintIcon(painter, firstLine, StatusTone::Attention);
    painter->setPen(m_palette.color(QPalette::Text));
    painter->setFont(m_font);
    painter->drawText(QRect(words.left(), area.top(), words.width(), area.height()),
                      int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, pairing.remarks.join(u'\n'));
}

} // namespace cspool
