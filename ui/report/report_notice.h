// ReportNotice: a line above a page that says what has happened, or what is going on, and what can be done about it.
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace cspool {

// Shows one notice at a time; a new one takes the place of the old one.
class ReportNotice : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Information, Problem };

    explicit ReportNotice(QWidget *parent = nullptr);

    // `action`: what the button does, after the notice is gone; an empty text: no button but Close.
    void showNotice(Kind kind, const QString &text, const QString &actionText = {}, std::function<void()> action = {});
    // Until clear() or another notice; the button calls `cancel` and is then disabled.
    void showProgress(const QString &text, std::function<void()> cancel);
    void setProgress(int done, int total);
    void clear();
    bool isProgressShown() const { return m_isProgress; }
    QString text() const;

private:
    void setUp(const QString &icon, const QString &text);

    QLabel *m_icon;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_action;
    QPushButton *m_close;
    std::function<void()> m_act;
    bool m_isProgress = false;
};

} // namespace cspool
