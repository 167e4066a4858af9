// EmptyState: what a page shows in place of an empty table: why there is nothing, and what to do.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace cspool {

class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    // `symbol`: of symbolIcon(). `text` and `button` may be empty; the button's text is a verb with a mnemonic. Texts
    // are plain: nothing in them is taken for HTML.
    void setMessage(const QString &symbol, const QString &title, const QString &text, const QString &button = {});
    QString title() const;
    QString text() const;

Q_SIGNALS:
    void activated(); // the button was pressed

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawSymbol();

    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
    QString m_symbol;
};

} // namespace cspool
