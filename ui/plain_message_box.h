// A message box that shows what it is told as it is: texts from outside can neither be formatted nor hold links.
#pragma once

#include <QString>

class QMessageBox;
class QWidget;

namespace cspool {

// A question that closes with its answer, still to be given its buttons and shown with open(). `parent` owns it.
//
// QMessageBox::setTextFormat() reaches the text only: the informative text guesses its format and opens its links by
// itself. So it is given here, and never with setInformativeText().
QMessageBox *makePlainQuestion(QWidget *parent, const QString &objectName, const QString &title, const QString &text,
                               const QString &informativeText = {});

} // namespace cspool
