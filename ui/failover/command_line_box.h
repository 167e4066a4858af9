// CommandLineBox: a command line to be read and copied, and run where that can be done from here.
#pragma once

#include <QWidget>

class QPushButton;

namespace cspool {

class CommandLineText;

class CommandLineBox : public QWidget
{
    Q_OBJECT

public:
    enum class Running { Offered, NotOffered };

    explicit CommandLineBox(Running running, QWidget *parent = nullptr);

    // `subject`: what the command is for, for screen readers: one page shows several of them.
    void setCommandLine(const QString &line, const QString &subject);
    QString commandLine() const;
    void copy() const;

Q_SIGNALS:
    void runRequested();

private:
    CommandLineText *m_text;
    QPushButton *m_copy;
    QPushButton *m_run; // null: not offered
};

} // namespace cspool
