// MessageBar: the one message above a form: what is wrong, in which field, and the way there.
#pragma once

#include "model/result.h"
#include "model/status_tone.h"

#include <QFrame>

class QPushButton;

namespace cspool {

class ToneLabel;

class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    // `field`: the parameter to go to; empty: none.
    void showMessage(StatusTone tone, const QString &text, const QString &field = {});
    QString text() const;

Q_SIGNALS:
    void fieldRequested(const QString &parameter);

private:
    ToneLabel *m_label;
    QPushButton *m_link;
    QString m_field;
};

} // namespace cspool
