#include "ui/icon_engine.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr double disabledOpacity = 0.4; // of icons with colours of their own

QColor textColor(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::Active, QPalette::WindowText);
}

} // namespace

SymbolIconEngine::SymbolIconEngine(const QString &file, const QString &name, Colors colors)
    : m_file(file)
    , m_name(name)
    , m_colors(colors)
{
}

void SymbolIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = painter->device()->devicePixelRatio();
    QPixmap drawn = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
    drawn.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect, drawn);
}

QPixmap SymbolIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    Q_UNUSED(state)
    if (size.isEmpty())
        return {};
    const bool isDisabled = mode == QIcon::Disabled;
    const bool isMask = m_colors == Colors::Text || (m_colors == Colors::OwnUnlessSelected && mode == QIcon::Selected);
    const QColor color = isMask ? textColor(mode) : QColor(Qt::transparent);
    const QString cacheKey = u"cspool-icon:%1:%2x%3:%4:%5"_s.arg(m_file)
                                 .arg(size.width())
                                 .arg(size.height())
                                 .arg(color.rgba(), 0, 16)
                                 .arg(int(isDisabled));
    QPixmap drawn;
    if (!QPixmapCache::find(cacheKey, &drawn)) {
        drawn = draw(size, color, isDisabled);
        QPixmapCache::insert(cacheKey, drawn);
    }
    return drawn;
}

QPixmap SymbolIconEngine::draw(const QSize &size, const QColor &color, bool isDisabled) const
{
    QPixmap drawn(size);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    QSvgRenderer renderer(m_file);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    if (m_colors != Colors::Text && isDisabled)
        painter.setOpacity(disabledOpacity);
    renderer.render(&painter, QRectF(QPointF(), size));
    if (color.alpha() > 0) {
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(drawn.rect(), color);
    }
    return drawn;
}

// Drawn at whatever size is asked for.
QSize SymbolIconEngine::actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    Q_UNUSED(mode)
    Q_UNUSED(state)
    return size;
}

QString SymbolIconEngine::key() const
{
    return u"cspool-symbol"_s;
}

QIconEngine *SymbolIconEngine::clone() const
{
    return new SymbolIconEngine(*this);
}

} // namespace cspool
