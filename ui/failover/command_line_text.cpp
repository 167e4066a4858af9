#include "ui/failover/command_line_text.h"

#include <QEvent>
#include <QFontDatabase>

namespace cspool {

CommandLineText::CommandLineText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(fontMetrics().averageCharWidth() * 20);
    fitHeight();
}

void CommandLineText::setLine(const QString &line)
{
    if (line == toPlainText())
        return;
    setPlainText(line);
    fitHeight();
}

void CommandLineText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void CommandLineText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

// A plain text document measures itself in lines.
void CommandLineText::fitHeight()
{
    const int lines = std::max(1, int(document()->size().height()));
    const QMargins margins = contentsMargins();
    const int height = lines * fontMetrics().lineSpacing() + int(2 * document()->documentMargin()) + margins.top()
        + margins.bottom() + 2 * frameWidth();
    if (height != minimumHeight())
        setFixedHeight(height);
}

} // namespace cspool
