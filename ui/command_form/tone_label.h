// ToneLabel: a sentence with the icon of its tone before it; wraps, and takes no room while it is empty.
#pragma once

#include "model/status_tone.h"

#include <QWidget>

class QLabel;

namespace cspool {

class ToneLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ToneLabel(QWidget *parent = nullptr);

    // Plain text. Hidden when it is empty.
    void setMessage(StatusTone tone, const QString &text);
    QString text() const;
    // Takes the keyboard, so that a screen reader reads it and it can be selected and copied.
    void setFocusable(bool isFocusable);

private:
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace cspool
