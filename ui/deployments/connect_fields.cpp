#include "ui/deployments/connect_fields.h"

#include "backend/user_name.h"
#include "model/tool_tip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QToolButton>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// `meaning`: what happens after so many seconds, a sentence.
QSpinBox *makeSeconds(const QString &name, const QString &meaning)
{
    constexpr int least = int(ConnectionSettings::LeastTimeout.count());
    constexpr int greatest = int(ConnectionSettings::GreatestTimeout.count());
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(least, greatest);
    box->setSuffix(ConnectFields::tr(" s", "seconds"));
    const QString range = ConnectFields::tr("From %1 to %2 seconds.").arg(least).arg(greatest);
    box->setToolTip(plainToolTip(QStringList{meaning, range}));
    box->setAccessibleDescription(meaning + u' ' + range);
    return box;
}

} // namespace

ConnectFields::ConnectFields(const QStringList &addresses, QWidget *parent)
    : QWidget(parent)
    , m_address(new QLineEdit)
    , m_completion(new QLabel)
    , m_signInNote(new QLabel)
    , m_ownUser(new QRadioButton(tr("As the person &logged on (%1)").arg(currentUserName())))
    , m_otherUser(new QRadioButton(tr("As another &user")))
    , m_user(new QLineEdit)
    , m_password(new QLineEdit)
    , m_keepsPassword(new QCheckBox(tr("&Remember in the keyring")))
    , m_keyringNote(new QLabel)
    , m_moreButton(new QToolButton)
    , m_method(new QComboBox)
    , m_connectTimeout(
          makeSeconds(u"connectTimeout"_s,
                      tr("A server on which no session is open by then counts as one that cannot be reached.")))
    , m_answerTimeout(
          makeSeconds(u"answerTimeout"_s,
                      tr("The server is asked anew when it has had nothing to say for so long; when it does "
                         "not answer that either, the connection counts as interrupted.")))
    , m_queryTimeout(makeSeconds(u"queryTimeout"_s,
                                 tr("A status that has not come by then is unknown; others are read all the same.")))
{
    m_address->setObjectName(u"address"_s);
    m_address->setPlaceholderText(tr("pool01.contoso.com", "an example of an address"));
    auto *completer = new QCompleter(addresses, m_address);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_address->setCompleter(completer);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &ConnectFields::knownAddressChosen);
    connect(m_address, &QLineEdit::textChanged, this, &ConnectFields::updateTexts);
    m_completion->setObjectName(u"completion"_s);
    m_completion->setTextFormat(Qt::PlainText);
    m_completion->setWordWrap(true);
    m_signInNote->setObjectName(u"signInNote"_s);
    m_signInNote->setTextFormat(Qt::PlainText);
    m_signInNote->setWordWrap(true);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Address:"), m_address);
    form->addRow(QString(), m_completion);
    form->addRow(tr("Sign in:"), makeSignIn());
    form->addRow(QString(), m_signInNote);
    form->addRow(tr("&Name:", "of a user"), m_user);
    form->addRow(tr("&Password:"), m_password);
    form->addRow(QString(), m_keepsPassword);
    form->addRow(QString(), m_keyringNote);
    form->addRow(m_moreButton);
    form->addRow(m_more = makeMore());
    setForm({});
    setMoreShown(false);
}

QWidget *ConnectFields::makeSignIn()
{
    m_ownUser->setObjectName(u"ownUser"_s);
    m_otherUser->setObjectName(u"otherUser"_s);
    m_user->setObjectName(u"user"_s);
    m_user->setPlaceholderText(tr("DOMAIN\\name or name@domain"));
    m_password->setObjectName(u"password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_keepsPassword->setObjectName(u"keepsPassword"_s);
    m_keyringNote->setObjectName(u"keyringNote"_s);
    m_keyringNote->setTextFormat(Qt::PlainText);
    m_keyringNote->setWordWrap(true);
    m_keyringNote->hide();
    auto *choices = new QWidget;
    auto *layout = new QVBoxLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_ownUser);
    layout->addWidget(m_otherUser);
    connect(m_otherUser, &QRadioButton::toggled, this, &ConnectFields::updateTexts);
    connect(m_otherUser, &QRadioButton::toggled, this, [this](bool isChosen) {
        if (isChosen)
            Q_EMIT otherUserChosen();
    });
    connect(m_user, &QLineEdit::textChanged, this, &ConnectFields::changed);
    return choices;
}

QWidget *ConnectFields::makeMore()
{
    m_moreButton->setObjectName(u"more"_s);
    m_moreButton->setText(tr("&More"));
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoRaise(true);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->setFocusPolicy(Qt::StrongFocus);
    m_moreButton->setAccessibleName(tr("More: method and time-outs"));
    connect(m_moreButton, &QToolButton::toggled, this, &ConnectFields::setMoreShown);
    m_method->setObjectName(u"method"_s);
    m_method->addItem(tr("Automatic: Kerberos or NTLM"), int(Authentication::Negotiate));
    m_method->addItem(u"NTLM"_s, int(Authentication::Ntlm));
    m_method->addItem(tr("Basic: the password is sent to the server"), int(Authentication::Basic));
    auto *more = new QWidget;
    auto *form = new QFormLayout(more);
    form->setContentsMargins(fontMetrics().averageCharWidth() * 3, 0, 0, 0);
    form->addRow(tr("Me&thod:"), m_method);
    form->addRow(tr("Time-out for c&onnecting:"), m_connectTimeout);
    form->addRow(tr("Time-out for an an&swer:"), m_answerTimeout);
    form->addRow(tr("Time-out for rea&ding a status:"), m_queryTimeout);
    return more;
}

ConnectForm ConnectFields::form() const
{
    ConnectForm form;
    form.address = m_address->text();
    form.isOtherUser = m_otherUser->isChecked() && form.signInNote().isEmpty();
    form.user = m_user->text();
    form.hasPassword = !m_password->text().isEmpty();
    form.authentication = Authentication(m_method->currentData().toInt());
    form.connectTimeout = std::chrono::seconds(m_connectTimeout->value());
    form.answerTimeout = std::chrono::seconds(m_answerTimeout->value());
    form.queryTimeout = std::chrono::seconds(m_queryTimeout->value());
    return form;
}

void ConnectFields::setForm(const ConnectForm &form)
{
    m_address->setText(form.address);
    (form.isOtherUser ? m_otherUser : m_ownUser)->setChecked(true);
    m_user->setText(form.user);
    m_method->setCurrentIndex(std::max(0, m_method->findData(int(form.authentication))));
    m_connectTimeout->setValue(int(form.connectTimeout.count()));
    m_answerTimeout->setValue(int(form.answerTimeout.count()));
    m_queryTimeout->setValue(int(form.queryTimeout.count()));
    updateTexts();
}

QString ConnectFields::password() const
{
    return m_password->text();
}

void ConnectFields::setPassword(const QString &password)
{
    m_password->setText(password);
}

bool ConnectFields::keepsPassword() const
{
    return m_keepsPassword->isChecked();
}

void ConnectFields::setKeepsPassword(bool keeps)
{
    m_keepsPassword->setChecked(keeps && m_keyringNote->text().isEmpty());
}

void ConnectFields::setKeyringNote(const QString &note)
{
    m_keyringNote->setText(note);
    m_keyringNote->setVisible(!note.isEmpty());
    m_keepsPassword->setChecked(false);
    updateTexts();
}

void ConnectFields::updateTexts()
{
    m_completion->setText(form().completion());
    const QString note = form().signInNote();
    m_address->setAccessibleDescription(note.isEmpty() ? m_completion->text() : QString(m_completion->text() + u' ' + note));
    m_signInNote->setText(note);
    m_signInNote->setVisible(!note.isEmpty());
    const bool isAsked = note.isEmpty();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ownUser, m_otherUser, m_method})
        widget->setEnabled(isAsked);
    const bool isOther = isAsked && m_otherUser->isChecked();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_user, m_password})
        widget->setEnabled(isOther);
    m_keepsPassword->setEnabled(isOther && m_keyringNote->text().isEmpty());
    Q_EMIT changed();
}

void ConnectFields::setMoreShown(bool isShown)
{
    m_moreButton->setChecked(isShown);
    m_moreButton->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    m_more->setVisible(isShown);
}

void ConnectFields::focus(ConnectForm::Field field)
{
    switch (field) {
    case ConnectForm::Field::Address:
        m_address->setFocus();
        break;
    case ConnectForm::Field::User:
        m_user->setFocus();
        break;
    case ConnectForm::Field::Password:
        m_password->setFocus();
        break;
    case ConnectForm::Field::Method:
        setMoreShown(true);
        m_method->setFocus();
        break;
    }
}

} // namespace cspool
