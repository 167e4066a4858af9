// CommandLinePane: the command lines that a form makes, to read and copy, and to replace by pasted ones.
#pragma once

#include "model/result.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace cspool {

class ToneLabel;

class CommandLinePane : public QWidget
{
    Q_OBJECT

public:
    // Takes over what was pasted; the result: notes about what was not taken over.
    using Apply = std::function<Result<QStringList>(const QString &lines)>;
    CommandLinePane(Apply apply, QWidget *parent = nullptr);

    // What is not valid cannot be copied: of a value that is none the line shows nothing.
    void setCommandLines(const QString &lines, bool isValid);
    // While somebody edits the text it is not what the form says.
    bool isEditing() const { return m_isEditing; }
    void beginEditing();
    void discardEditing();

Q_SIGNALS:
    void isEditingChanged();

private:
    void apply();
    void endEditing();
    void copy();
    void showMode();
    void fitHeight();

    const Apply m_apply;
    QString m_lines; // of the form
    bool m_isEditing = false;
    bool m_isValid = true;
    QLabel *m_label;
    QPlainTextEdit *m_text;
    ToneLabel *m_message;
    QPushButton *m_copy;
    QPushButton *m_edit;
    QPushButton *m_applyButton;
    QPushButton *m_discard;
};

} // namespace cspool
