// The height of a text area that shows a number of lines without scrolling.
#pragma once

class QPlainTextEdit;

namespace cspool {

void fitHeightToLines(QPlainTextEdit *view, int lines);

} // namespace cspool
