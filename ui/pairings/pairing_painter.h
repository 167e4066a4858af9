// PairingPainter: how one pair of pools is laid out and drawn in the picture of pairings.
#pragma once

#include "model/pairing_model.h"

#include <QFont>
#include <QFontMetrics>
#include <QPalette>
#include <QRect>

class QPainter;

namespace cspool {

// Where the parts of a pair are; all empty where there is no such part.
struct PairingLayout
{
    QRect card;
    QRect firstBox;
    QRect secondBox;
    QRect firstDirection; // of the first pool's data: the upper arrow
    QRect secondDirection;
    QRect remarks;
};

// A value for one view: metrics and colours. Sizes follow the font, so that they follow the resolution.
class PairingPainter
{
public:
    enum class Part { None, First, Second };
    struct State
    {
        Part current = Part::None; // the box that the keyboard is on
        bool hasFocus = false; // of the view
    };

    PairingPainter(const QFont &font, const QPalette &palette);

    int minimumWidth() const; // of a card
    // What a card needs for the remarks of a row, whose widths in pixels are given.
    int height(const QList<int> &remarkWidths, int width) const;
    int remarkWidth(const QString &remark) const;
    int spacing() const { return m_unit / 2; } // between cards, and round them

    PairingLayout layout(const QRect &card, bool isLone) const;
    void paint(QPainter *painter, const PairingLayout &layout, const PairingSummary &pairing, const State &state) const;

private:
    enum class ArrowDirection { Right, Left };
    int remarksHeight(const QList<int> &remarkWidths, int width) const;
    int boxHeight() const;
    void paintBox(QPainter *painter, const QRect &box, const PairingEnd &end, const QString &servedBy, bool isCurrent,
                  bool hasFocus) const;
    void paintMissing(QPainter *painter, const QRect &box) const;
    void paintDirection(QPainter *painter, const QRect &area, const PairingDirection &direction,
                        ArrowDirection points) const;
    void paintArrow(QPainter *painter, const QRect &area, ArrowDirection points, bool isDashed) const;
    void paintRemarks(QPainter *painter, const QRect &area, const PairingSummary &pairing) const;
    // An icon as high as the text, and what is left of the line behind it.
    QRect paintIcon(QPainter *painter, const QRect &line, StatusTone tone) const;
    QColor mixed(double textShare) const;
    QColor ringColor() const;

    QFont m_font;
    QFont m_boldFont;
    QPalette m_palette;
    QFontMetrics m_metrics;
    QFontMetrics m_boldMetrics;
    int m_unit; // the height of a line
};

} // namespace cspool
