// ConnectFields: the fields in which one enters where to connect to, and as whom.
#pragma once

#include "ui/deployments/connect_form.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QSpinBox;
class QToolButton;

namespace cspool {

// While the address is typed it shows what it will be. The password is in its field and nowhere else.
class ConnectFields : public QWidget
{
    Q_OBJECT

public:
    // `addresses`: known ones, which are suggested.
    explicit ConnectFields(const QStringList &addresses, QWidget *parent = nullptr);

    ConnectForm form() const;
    void setForm(const ConnectForm &form); // leaves the password as it is
    QString password() const;
    void setPassword(const QString &password);
    bool keepsPassword() const;
    void setKeepsPassword(bool keeps);
    // Why no password can be kept, a sentence; from then on none is.
    void setKeyringNote(const QString &note);
    void focus(ConnectForm::Field field);

Q_SIGNALS:
    void changed();
    void otherUserChosen();
    void knownAddressChosen(const QString &address);

private:
    QWidget *makeSignIn();
    QWidget *makeMore();
    void updateTexts();
    void setMoreShown(bool isShown);

    QLineEdit *m_address;
    QLabel *m_completion;
    QLabel *m_signInNote;
    QRadioButton *m_ownUser;
    QRadioButton *m_otherUser;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_keepsPassword;
    QLabel *m_keyringNote;
    QToolButton *m_moreButton;
    QWidget *m_more = nullptr;
    QComboBox *m_method;
    QSpinBox *m_connectTimeout;
    QSpinBox *m_answerTimeout;
    QSpinBox *m_queryTimeout;
};

} // namespace cspool
