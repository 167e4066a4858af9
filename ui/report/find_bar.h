// FindBar: the line below a text in which one searches it.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace cspool {

// Only asks; who shows the text does the searching.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    QString text() const;
    void open(const QString &selected = {}); // with what was selected in the text, if anything was
    // "3 of 17". `number` counts from 1; 0: none is the current one.
    void showCount(qint64 number, qint64 count, bool hasWrapped);
    void showSearching();

Q_SIGNALS:
    void textChanged(const QString &text);
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setMessage(const QString &message);

    QLineEdit *m_text;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_count;
};

} // namespace cspool
