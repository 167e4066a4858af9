// NoticeBar: a line above a page's content that says what is wrong with it, with one thing to do about it.
#pragma once

#include "model/status_tone.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace cspool {

// Hidden until there is a notice. setFocus() goes to the button.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    // `button` may be empty. The text is plain: nothing in it is taken for HTML.
    void setNotice(StatusTone tone, const QString &text, const QString &button = {});
    void clear();
    QString text() const; // empty: no notice

Q_SIGNALS:
    void activated(); // the button was pressed

private:
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace cspool
