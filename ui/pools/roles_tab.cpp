#include "ui/pools/roles_tab.h"

#include "model/time_text.h"

#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

RolesTab::RolesTab(Workspace *workspace, QWidget *parent)
    : DetailsTab(workspace, parent)
    , m_note(new QLabel(this))
    , m_roles(new QTreeWidget(this))
    , m_gates(new QLabel(this))
{
    m_note->setObjectName(u"rolesNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_roles->setObjectName(u"roles"_s);
    m_roles->setAccessibleName(tr("Roles that hold Backup-CsPool"));
    m_roles->setHeaderLabels({tr("Role"), tr("Kind"), tr("Scope of configuration"), tr("Scope of users")});
    m_roles->setRootIsDecorated(false);
    m_roles->setAlternatingRowColors(true);
    m_roles->setUniformRowHeights(true);
    const int character = fontMetrics().averageCharWidth();
    m_roles->setColumnWidth(0, 36 * character);
    m_roles->setColumnWidth(1, 18 * character);
    m_roles->setColumnWidth(2, 26 * character);
    m_gates->setObjectName(u"rolesGates"_s);
    m_gates->setTextFormat(Qt::PlainText);
    m_gates->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_note);
    layout->addWidget(m_roles, 1);
    layout->addWidget(m_gates);
}

void RolesTab::updateContent()
{
    monitor()->wantRoles();
    const Reading<QList<AdminRole>> &roles = monitor()->roles();
    QList<QStringList> rows;
    for (const AdminRole &role : roles.value.value_or(QList<AdminRole>())) {
        if (role.cmdlets.contains("Backup-CsPool"_L1, Qt::CaseInsensitive)) {
            rows.append({role.identity, role.isStandardRole ? tr("standard") : tr("made here"),
                         role.configScopes.join(", "_L1), role.userScopes.join(", "_L1)});
        }
    }
    m_note->setText(noteText(int(rows.size())));
    m_note->setToolTip(fullTimeText(roles.readAt));
    m_gates->setText(gatesText());
    if (rows == m_shown)
        return;
    m_shown = rows;
    m_roles->clear();
    for (const QStringList &row : std::as_const(rows))
        new QTreeWidgetItem(m_roles, row);
}

QString RolesTab::noteText(int holders) const
{
    const Reading<QList<AdminRole>> &roles = monitor()->roles();
    if (roles.error) {
        return roles.value ? tr("The roles could not be read again: %1 What you see was read %2.")
                                 .arg(roles.error->message, ageText(roles.readAt, now()))
                           : tr("The roles could not be read: %1").arg(roles.error->message);
    }
    if (!roles.value)
        return tr("The roles are being read…");
    const QString count
        = tr("%n role(s) of this deployment hold Backup-CsPool (Get-CsAdminRole, read %1).", nullptr, holders)
              .arg(ageText(roles.readAt, now()));
    const QString source = workspace().session()->deployment().kind == DeploymentKind::Lab
        ? tr("The assignment is the lab's own: which roles hold the cmdlet on genuine servers is not published.")
        : tr("Microsoft does not publish which roles hold the cmdlet; this is what the deployment reported.");
    return tr("%1 %2", "two sentences").arg(count, source);
}

QString RolesTab::gatesText() const
{
    const QString gates
        = tr("Two gates can refuse a backup. Roles (RBAC) count in remote sessions only: who runs the cmdlet on a "
             "server itself is not asked for one. The backup service also wants the account to be a member of one of "
             "its AuthorizedUniversalGroups.");
    const Reading<BackupServiceConfiguration> &configuration = monitor()->configuration();
    QString groups;
    if (!configuration.isKnown() || configuration.value->notReported.contains("AuthorizedUniversalGroups"_L1))
        groups = tr("Which groups these are is not known here.");
    else
        groups = tr("These are: %1.").arg(configuration.value->authorizedUniversalGroups);
    const QString lab = workspace().session()->deployment().kind == DeploymentKind::Lab
        ? tr("A lab deployment restricts nobody by either of them.")
        : QString();
    return QStringList{gates, groups, lab}.join(u' ').trimmed();
}

} // namespace cspool
