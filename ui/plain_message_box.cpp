#include "ui/plain_message_box.h"

#include <QLabel>
#include <QMessageBox>

namespace cspool {

using namespace Qt::StringLiterals;

QMessageBox *makePlainQuestion(QWidget *parent, const QString &objectName, const QString &title, const QString &text,
                               const QString &informativeText)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(objectName);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(title);
    box->setTextFormat(Qt::PlainText);
    box->setText(text);
    box->setInformativeText(informativeText);
    // Every label, so that a Qt that names the informative one otherwise is not trusted with it either.
    const auto labels = box->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        label->setTextFormat(Qt::PlainText);
        label->setOpenExternalLinks(false);
    }
    return box;
}

} // namespace cspool
