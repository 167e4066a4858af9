#include "ui/deployments/connect_dialog.h"

#include "model/message_text.h"
#include "ui/command_form/tone_label.h"
#include "ui/deployments/certificate_dialog.h"
#include "ui/deployments/connect_fields.h"
#include "ui/plain_message_box.h"
#include "ui/workspace.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int WidthInCharacters = 76;

QStringList addresses(const KnownServers &known)
{
    QStringList addresses;
    const QList<KnownServer> servers = known.servers();
    for (const KnownServer &server : servers)
        addresses.append(server.settings.address());
    return addresses;
}

} // namespace

ConnectDialog::ConnectDialog(Workspace *workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_known(&workspace->settings())
    , m_connector([workspace](const ConnectionSettings &settings, const Secret &secret, QObject *context,
                              SessionFactory::Connected done) {
        workspace->sessions().connectTo(settings, secret, context, std::move(done));
    })
    , m_message(new ToneLabel)
    , m_fields(new ConnectFields(addresses(m_known)))
{
    setObjectName(u"connectDialog"_s);
    setWindowTitle(tr("Connect to a server"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_message->setObjectName(u"connectMessage"_s);
    m_message->setFocusable(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_message);
    layout->addWidget(m_fields);
    layout->addWidget(m_progress = makeProgress());
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(this);
    m_connectToBackup = new QPushButton; // not in the box, which shows all its buttons again and again
    m_connectToBackup->setObjectName(u"connectToBackup"_s);
    m_connectToBackup->setAutoDefault(false);
    m_connectToBackup->hide();
    connect(m_connectToBackup, &QPushButton::clicked, this, [this] {
        if (m_suggested)
            setServer(KnownServer(*m_suggested), true);
    });
    m_connect = buttons->addButton(tr("&Connect"), QDialogButtonBox::AcceptRole);
    m_connect->setObjectName(u"connect"_s);
    m_connect->setDefault(true);
    m_cancel = buttons->addButton(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(u"cancel"_s);
    auto *lastLine = new QHBoxLayout;
    lastLine->addWidget(m_connectToBackup);
    lastLine->addWidget(buttons, 1);
    layout->addLayout(lastLine);
    setMinimumWidth(fontMetrics().averageCharWidth() * WidthInCharacters);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &ConnectDialog::reject);
    connect(&m_connector, &ServerConnector::isConnectingChanged, this, &ConnectDialog::showProgress);
    connect(&m_connector, &ServerConnector::connected, this, &ConnectDialog::takeSession);
    connect(&m_connector, &ServerConnector::certificateRefused, this, &ConnectDialog::askAboutCertificate);
    connect(&m_connector, &ServerConnector::passwordWanted, this, &ConnectDialog::askForPassword);
    connect(&m_connector, &ServerConnector::failed, this, &ConnectDialog::showFailure);
    connect(m_fields, &ConnectFields::changed, this, &ConnectDialog::updateButtons);
    connect(m_fields, &ConnectFields::otherUserChosen, this, &ConnectDialog::lookForKeyring);
    connect(m_fields, &ConnectFields::knownAddressChosen, this,
            [this](const QString &address) { setServer(ConnectionSettings::fromAddress(address).valueOr({}).url); });
    showProgress();
    m_fields->focus(ConnectForm::Field::Address);
}

QWidget *ConnectDialog::makeProgress()
{
    auto *progress = new QWidget;
    auto *layout = new QVBoxLayout(progress);
    layout->setContentsMargins(0, 0, 0, 0);
    m_progressText = new QLabel;
    m_progressText->setObjectName(u"connectProgress"_s);
    m_progressText->setTextFormat(Qt::PlainText);
    m_progressText->setWordWrap(true);
    auto *bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setAccessibleName(tr("Progress"));
    layout->addWidget(m_progressText);
    layout->addWidget(bar);
    return progress;
}

void ConnectDialog::setServer(const QUrl &url, bool connectsAtOnce)
{
    KnownServer unknown;
    unknown.settings.url = url;
    setServer(m_known.server(url).value_or(unknown), connectsAtOnce);
}

void ConnectDialog::setServer(const KnownServer &server, bool connectsAtOnce)
{
    showMessage(StatusTone::None, {});
    setSuggested(std::nullopt);
    m_fields->setForm(ConnectForm::fromSettings(server.settings));
    m_fields->setPassword({});
    m_fields->setKeepsPassword(server.isPasswordKept);
    if (m_fields->form().isOtherUser)
        m_fields->focus(ConnectForm::Field::Password);
    else
        m_connect->setFocus();
    if (server.isPasswordKept)
        findPassword(server, connectsAtOnce);
    else if (connectsAtOnce && !m_fields->form().problem())
        start();
}

void ConnectDialog::findPassword(const KnownServer &server, bool connectsAtOnce)
{
    if (!m_workspace->passwords())
        return;
    const ConnectionSettings asked = server.settings;
    m_workspace->passwords()->read(asked.url, asked.user, this,
                                   [this, asked, connectsAtOnce](const Result<QString> &read) {
                                       // What the user has begun to type meanwhile is meant.
                                       const ConnectionSettings entered = m_fields->form().settings();
                                       if (!read || read->isEmpty() || !m_fields->password().isEmpty()
                                           || entered.url != asked.url || entered.user != asked.user)
                                           return;
                                       m_fields->setPassword(*read);
                                       if (connectsAtOnce && !m_connector.isConnecting())
                                           start();
                                   });
}

// Not before a password is of use: a keyring may ask to be unlocked.
void ConnectDialog::lookForKeyring()
{
    if (std::exchange(m_hasLookedForKeyring, true))
        return;
    if (!m_workspace->passwords()) {
        m_fields->setKeyringNote(tr("There is no keyring here to remember a password in."));
        return;
    }
    m_workspace->passwords()->read(QUrl(), {}, this, [this](const Result<QString> &read) {
        if (!read)
            m_fields->setKeyringNote(read.error().message);
    });
}

// A dialog does not grow by itself with texts that are wrapped, and would squeeze the fields.
bool ConnectDialog::event(QEvent *event)
{
    const bool isHandled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        const int wanted = std::max(layout()->totalHeightForWidth(width()), layout()->totalMinimumSize().height());
        if (wanted > height())
            resize(width(), std::min(wanted, screen()->availableSize().height()));
    }
    return isHandled;
}

void ConnectDialog::updateButtons()
{
    const ConnectForm entered = m_fields->form();
    const bool isRefused = entered.isOtherUser && m_connector.isRefusedForGood(entered.settings());
    m_connect->setEnabled(!m_connector.isConnecting() && !isRefused);
}

void ConnectDialog::showMessage(StatusTone tone, const QString &text)
{
    m_message->setMessage(tone, text);
    m_message->setAccessibleName(text);
}

void ConnectDialog::showError(const Error &error)
{
    showMessage(StatusTone::Bad, errorSentences(error));
    updateButtons();
    m_fields->focus(m_fields->form().isOtherUser ? ConnectForm::Field::Password : ConnectForm::Field::Address);
}

// Nobody is asked twice for what a server refuses; only one that does not answer may have a partner that does.
void ConnectDialog::showFailure(const Error &error)
{
    showError(error);
    const std::optional<KnownServer> backup = isUnreachable(error) ? m_known.backupOf(m_settings) : std::nullopt;
    if (!backup)
        return;
    setSuggested(backup);
    showMessage(StatusTone::Bad,
                tr("%1 The backup pool of %2, %3, may still be reached.", "what went wrong, two hosts")
                    .arg(errorSentences(error), m_settings.url.host(), backup->settings.url.host()));
    m_connectToBackup->setFocus();
}

void ConnectDialog::setSuggested(const std::optional<KnownServer> &backup)
{
    m_suggested = backup;
    m_connectToBackup->setVisible(backup.has_value());
    m_connectToBackup->setText(backup ? tr("Connect to %1 &instead").arg(backup->settings.url.host()) : QString());
}

void ConnectDialog::start()
{
    if (m_connector.isConnecting())
        return;
    const ConnectForm entered = m_fields->form();
    if (const std::optional<ConnectForm::Problem> problem = entered.problem()) {
        showMessage(StatusTone::Bad, problem->message);
        m_fields->focus(problem->field);
        return;
    }
    m_settings = entered.settings();
    if (const auto trusted = m_known.certificate(m_settings.url))
        m_settings.trustedFingerprint = trusted->fingerprint;
    showMessage(StatusTone::None, {});
    setSuggested(std::nullopt);
    m_connector.start(m_settings, {entered.isOtherUser ? m_fields->password() : QString()});
}

void ConnectDialog::showProgress()
{
    const bool isConnecting = m_connector.isConnecting();
    m_fields->setEnabled(!isConnecting);
    m_progress->setVisible(isConnecting);
    m_progressText->setText(tr("Connecting to %1…").arg(m_settings.serverName()));
    updateButtons();
    if (isConnecting)
        m_cancel->setFocus();
}

void ConnectDialog::reject()
{
    if (!m_connector.isConnecting()) {
        m_fields->setPassword({});
        QDialog::reject();
        return;
    }
    m_connector.cancel();
    showMessage(StatusTone::Attention, tr("Connecting to %1 was cancelled.").arg(m_settings.serverName()));
    m_connect->setFocus();
}

void ConnectDialog::takeSession()
{
    keepPassword(m_settings);
    ConnectionSettings remembered = m_settings;
    remembered.trustedFingerprint.clear();
    const bool isKept = m_settings.isHttps() && !m_settings.user.isEmpty() && m_fields->keepsPassword();
    m_known.remember({remembered, isKept});
    m_fields->setPassword({});
    m_workspace->setSession(m_connector.takeSession());
    accept();
}

// Goes on after the dialog is gone.
void ConnectDialog::keepPassword(const ConnectionSettings &settings)
{
    PasswordStore *passwords = m_workspace->passwords();
    if (!passwords || !settings.isHttps() || settings.user.isEmpty())
        return;
    const auto before = m_known.server(settings.url);
    if (m_fields->keepsPassword()) {
        passwords->write(settings.url, settings.user, m_fields->password(), parentWidget(),
                         [window = parentWidget()](const Result<> &written) {
                             if (written)
                                 return;
                             QMessageBox *box
                                 = makePlainQuestion(window, u"passwordNotKept"_s, tr("Keyring"),
                                                     tr("The password was not remembered."), written.error().message);
                             box->setIcon(QMessageBox::Warning);
                             box->addButton(QMessageBox::Ok);
                             box->open();
                         });
    } else if (before && before->isPasswordKept) {
        passwords->remove(before->settings.url, before->settings.user, parentWidget(), [](const Result<> &) {});
    }
}

void ConnectDialog::askForPassword(const PasswordWanted &wanted)
{
    ConnectForm entered = m_fields->form();
    const bool isFirst = !entered.isOtherUser;
    entered.isOtherUser = true;
    if (entered.user.isEmpty())
        entered.user = wanted.user;
    m_fields->setForm(entered);
    m_fields->setPassword({});
    showMessage(isFirst ? StatusTone::Attention : StatusTone::Bad, wanted.reason);
    updateButtons();
    m_fields->focus(entered.user.isEmpty() ? ConnectForm::Field::User : ConnectForm::Field::Password);
}

void ConnectDialog::askAboutCertificate(const CertificateProblem &problem)
{
    auto *dialog = new CertificateDialog(problem, m_known.certificate(m_settings.url), this);
    connect(dialog, &CertificateDialog::trusted, this, [this, fingerprint = problem.fingerprint] {
        m_known.trust(m_settings.url, fingerprint, m_workspace->desktop().now());
        start();
    });
    connect(dialog, &QDialog::rejected, this, [this, host = problem.host] {
        showMessage(StatusTone::Bad,
                    tr("Not connected: the certificate of %1 does not verify and is not trusted.").arg(host));
        m_fields->focus(ConnectForm::Field::Address);
    });
    dialog->open();
}

} // namespace cspool
