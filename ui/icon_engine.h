// SymbolIconEngine: draws an SVG symbol in the colour of the palette's text, as it is at the moment of painting.
#pragma once

#include <QColor>
#include <QIconEngine>

namespace cspool {

// Lives in the window's thread, as every icon. What was drawn is kept in QPixmapCache by symbol, size and colour, so
// that a change of the palette shows with the next paint event.
class SymbolIconEngine : public QIconEngine
{
public:
    enum class Colors {
        Text, // the drawing is a mask, filled with the text colour
        Own, // as drawn; paler when disabled
        OwnUnlessSelected, // of lines without a ground of their own: on a selected row, they take its text colour
    };

    // `file`: an SVG file that exists; `name`: what iconName() answers.
    SymbolIconEngine(const QString &file, const QString &name, Colors colors);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    // `size` in device pixels.
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QString key() const override;
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }
    QIconEngine *clone() const override;

private:
    QPixmap draw(const QSize &size, const QColor &color, bool isDisabled) const;

    const QString m_file;
    const QString m_name;
    const Colors m_colors;
};

} // namespace cspool
