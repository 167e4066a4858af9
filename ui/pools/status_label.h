// StatusLabel: a status as a line of its own: icon and words.
#pragma once

#include "model/status_tone.h"

#include <QWidget>

class QLabel;

namespace cspool {

class StatusLabel : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLabel(QWidget *parent = nullptr);

    // `isOld`: shown dimmed; the words must say so too.
    void setStatus(StatusTone tone, const QString &text, const QString &toolTip = {}, bool isOld = false);
    QString text() const;
    StatusTone tone() const { return m_tone; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showIcon();

    QLabel *m_icon;
    QLabel *m_text;
    StatusTone m_tone = StatusTone::None;
};

} // namespace cspool
