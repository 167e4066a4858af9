#include "ui/deployments/known_servers_editor.h"

#include "model/tool_tip.h"
#include "ui/deployments/certificate_dialog.h"
#include "ui/icons.h"
#include "ui/workspace.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

enum Column { ServerColumn, UserColumn, PasswordColumn, CertificateColumn, ColumnCount };

constexpr int ShownRows = 4;

} // namespace

KnownServersEditor::KnownServersEditor(Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_table(new QTableWidget(0, ColumnCount, this))
    , m_forget(new QPushButton(symbolIcon(u"remove"_s), tr("&Forget"), this))
{
    m_table->setObjectName(u"knownServers"_s);
    m_table->setAccessibleName(tr("Known servers"));
    m_table->setHorizontalHeaderLabels({tr("Server"), tr("User"), tr("Password"), tr("Trusted certificate (SHA-256)")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSectionResizeMode(ServerColumn, QHeaderView::ResizeToContents);
    m_table->setMinimumHeight(m_table->fontMetrics().height() * 2 * (ShownRows + 1));
    m_forget->setObjectName(u"forgetServer"_s);
    m_forget->setAutoDefault(false);
    m_forget->setAccessibleDescription(
        tr("Forgets the server with its password in the keyring and the certificate that is trusted for its host."));
    m_forget->setToolTip(m_forget->accessibleDescription());
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
            [this] { m_forget->setEnabled(m_table->currentRow() >= 0); });
    connect(m_forget, &QPushButton::clicked, this, &KnownServersEditor::forgetCurrent);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_forget, 0, Qt::AlignTop);
    load();
}

void KnownServersEditor::load()
{
    m_table->setRowCount(0);
    m_rows.clear();
    const KnownServers known(&m_workspace->settings());
    QList<TrustedCertificate> certificates = known.certificates();
    const QList<KnownServer> servers = known.servers();
    for (const KnownServer &server : servers) {
        const std::optional<TrustedCertificate> certificate = known.certificate(server.settings.url);
        if (certificate)
            certificates.removeOne(*certificate);
        addRow({server, certificate});
    }
    for (const TrustedCertificate &certificate : std::as_const(certificates))
        addRow({std::nullopt, certificate});
    m_forget->setEnabled(false);
}

void KnownServersEditor::addRow(const Row &row)
{
    const int place = m_table->rowCount();
    m_rows.append(row);
    m_table->insertRow(place);
    const auto set = [this, place](int column, const QString &text, const QString &tip = {}) {
        auto *item = new QTableWidgetItem(text);
        item->setToolTip(plainToolTip(tip.isEmpty() ? text : tip));
        m_table->setItem(place, column, item);
    };
    if (row.server) {
        const QString user = row.server->settings.user;
        set(ServerColumn, row.server->settings.url.toString());
        set(UserColumn, user.isEmpty() ? tr("as logged on") : user);
        set(PasswordColumn, row.server->isPasswordKept ? tr("in the keyring") : tr("not remembered"));
    } else {
        set(ServerColumn, row.certificate->host);
        set(UserColumn, {});
        set(PasswordColumn, {});
    }
    if (row.certificate) {
        const QString lines = CertificateDialog::fingerprintLines(row.certificate->fingerprint);
        set(CertificateColumn, QString(lines).replace(u'\n', u':'),
            tr("Trusted since %1:", "a date")
                    .arg(QLocale().toString(row.certificate->trustedAt.toLocalTime(), QLocale::ShortFormat))
                + u'\n' + lines);
    } else {
        set(CertificateColumn, tr("none: it must verify"));
    }
}

void KnownServersEditor::forgetCurrent()
{
    const int place = m_table->currentRow();
    if (place < 0)
        return;
    m_forgotten.append(m_rows.takeAt(place));
    m_table->removeRow(place);
    m_forget->setEnabled(m_table->currentRow() >= 0);
    m_table->setFocus();
    Q_EMIT changed();
}

void KnownServersEditor::apply()
{
    KnownServers known(&m_workspace->settings());
    for (const Row &row : std::as_const(m_forgotten)) {
        if (row.certificate)
            known.distrust(row.certificate->host);
        if (!row.server)
            continue;
        known.forget(row.server->settings.url);
        if (row.server->isPasswordKept && m_workspace->passwords()) {
            m_workspace->passwords()->remove(row.server->settings.url, row.server->settings.user, m_workspace,
                                             [](const Result<> &) {});
        }
    }
    m_forgotten.clear();
    Q_EMIT changed();
}

} // namespace cspool
