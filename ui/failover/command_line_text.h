// CommandLineText: a command line in full: wrapped where it must be, and never higher than its lines.
#pragma once

#include <QPlainTextEdit>

namespace cspool {

class CommandLineText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CommandLineText(QWidget *parent = nullptr);

    void setLine(const QString &line);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
};

} // namespace cspool
