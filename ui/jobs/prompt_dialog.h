// PromptDialog: the question of a running job, with all its choices.
#pragma once

#include "model/job.h"
#include "model/prompt.h"

#include <QDialog>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cspool {

// Not modal: the window stays usable, and closing the dialog (Esc) answers nothing. Its text is outside text and shown
// as plain text.
class PromptDialog : public QDialog
{
    Q_OBJECT

public:
    PromptDialog(const JobInfo &job, const PromptRequest &prompt, QWidget *parent = nullptr);

    QUuid job() const { return m_job.id; }

Q_SIGNALS:
    // Once. The dialog keeps no secret afterwards.
    void answered(const cspool::PromptAnswer &answer);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeQuestion();
    QWidget *makeChoices();
    QWidget *makeFields();
    void addField(QBoxLayout *layout, QLineEdit *field, const QString &label);
    void focusSafely();
    void setHelpShown(bool isShown);
    void choose(int choice);
    void sendFields();
    void send(const PromptAnswer &answer);

    const JobInfo m_job;
    const PromptRequest m_prompt;
    QList<QPushButton *> m_choices;
    QList<QLabel *> m_helpTexts;
    QPushButton *m_help;
    QLineEdit *m_text = nullptr; // of a Text or Credential prompt
    QLineEdit *m_secret = nullptr; // of a Secret or Credential prompt
    bool m_isAnswered = false;
};

} // namespace cspool
