// ConnectDialog: asks where to connect to and as whom, and stays until the session is there.
#pragma once

#include "backend/server_connector.h"
#include "backend/known_servers.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace cspool {

class ConnectFields;
class ToneLabel;
class Workspace;
enum class StatusTone;

// Deletes itself when closed. Its session becomes the workspace's, and the server is remembered. The password is in its
// field alone, until the dialog closes.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit ConnectDialog(Workspace *workspace, QWidget *parent = nullptr);

    // Enters a server, with what is remembered of it. `connectsAtOnce`: when nothing is missing, its password from the
    // keyring included.
    void setServer(const QUrl &url, bool connectsAtOnce = false);
    void setServer(const KnownServer &server, bool connectsAtOnce = false);

    void reject() override; // of an attempt that is under way: ends it and stays

protected:
    bool event(QEvent *event) override;

private:
    QWidget *makeProgress();
    void updateButtons();
    void findPassword(const KnownServer &server, bool connectsAtOnce);
    void lookForKeyring();
    void showMessage(StatusTone tone, const QString &text);
    void showError(const Error &error);
    void showFailure(const Error &error);
    void setSuggested(const std::optional<KnownServer> &backup);
    void start();
    void showProgress();
    void takeSession();
    void keepPassword(const ConnectionSettings &settings);
    void askForPassword(const PasswordWanted &wanted);
    void askAboutCertificate(const CertificateProblem &problem);

    Workspace *m_workspace;
    KnownServers m_known;
    ServerConnector m_connector;
    ConnectionSettings m_settings; // of the latest attempt
    ToneLabel *m_message;
    ConnectFields *m_fields;
    QWidget *m_progress = nullptr;
    QLabel *m_progressText = nullptr;
    std::optional<KnownServer> m_suggested; // the backup pool of one that cannot be reached
    QPushButton *m_connectToBackup = nullptr;
    QPushButton *m_connect = nullptr;
    QPushButton *m_cancel = nullptr;
    bool m_hasLookedForKeyring = false;
};

} // namespace cspool
