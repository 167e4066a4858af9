// ElidedLabel: one line of text that gives way when there is no room, and shows itself whole in its tool tip.
#pragma once

#include <QLabel>

namespace cspool {

class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(Qt::TextElideMode mode, QWidget *parent = nullptr);

    void setFullText(const QString &text);
    QString fullText() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();

    const Qt::TextElideMode m_mode;
    QString m_text;
};

} // namespace cspool
