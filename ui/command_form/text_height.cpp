#include "ui/command_form/text_height.h"

#include <QPlainTextEdit>
#include <QtMath>

namespace cspool {

void fitHeightToLines(QPlainTextEdit *view, int lines)
{
    view->ensurePolished(); // the style's font and frame
    const qreal text = lines * QFontMetricsF(view->font()).lineSpacing() + 2 * view->document()->documentMargin();
    // The view scrolls by whole lines: one pixel too few would cost one.
    view->setFixedHeight(qCeil(text) + 2 * view->frameWidth() + 4);
}

} // namespace cspool
