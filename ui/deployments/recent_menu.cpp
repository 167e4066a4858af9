#include "ui/deployments/recent_menu.h"

#include "backend/disk_looks.h"
#include "ui/deployments/deployment_text.h"
#include "ui/icons.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestRecentText = 70; // characters in the menu

// Both ends of a long path tell more than its middle.
QString shortened(const QString &path)
{
    if (path.size() <= LongestRecentText)
        return path;
    const int half = LongestRecentText / 2;
    return QString(path.first(half) + u'…' + path.last(half));
}

} // namespace

struct RecentMenu::Disk
{
    DiskLooks looks;
};

RecentMenu::RecentMenu(RecentDeployments *recent, QWidget *parent)
    : QMenu(tr("Open &recent"), parent)
    , m_recent(recent)
    , m_disk(std::make_unique<Disk>())
{
    setObjectName(u"recentDeployments"_s);
    setIcon(symbolIcon(u"history"_s));
    menuAction()->setStatusTip(tr("Opens a deployment that was open before."));
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::markMissing);
    connect(m_recent, &RecentDeployments::changed, this, &RecentMenu::rebuild);
    rebuild();
}

RecentMenu::~RecentMenu() = default;

void RecentMenu::rebuild()
{
    QMenu::clear();
    const QStringList locations = m_recent->locations();
    int number = 0;
    for (const QString &location : locations)
        addDeployment(location, ++number);
    menuAction()->setEnabled(!locations.isEmpty());
    addSeparator();
    QAction *forget
        = addAction(tr("&Remove missing deployments from the list"), this, [this] { m_recent->remove(m_missing); });
    forget->setObjectName(u"removeMissing"_s);
    forget->setEnabled(!m_missing.isEmpty());
    QAction *clear = addAction(symbolIcon(u"clear"_s), tr("&Clear the list"), this, [this] { m_recent->clear(); });
    clear->setObjectName(u"clearRecent"_s);
}

void RecentMenu::addDeployment(const QString &location, int number)
{
    const bool isServer = RecentDeployments::kindOf(location) == DeploymentKind::Server;
    const bool isMissing = m_missing.contains(location);
    const QString name = isServer ? location : DeploymentText::folder(location);
    const QString shown = shortened(name).replace(u'&', "&&"_L1);
    // The digits are mnemonics; there is none for the tenth.
    QString text = tr("&%1  Lab %2", "entry of a list: number, folder").arg(number).arg(shown);
    if (isServer)
        text = tr("&%1  Server %2", "entry of a list: number, address").arg(number).arg(shown);
    else if (isMissing)
        text = tr("&%1  Lab %2 (missing)", "entry of a list: number, folder").arg(number).arg(shown);
    const QIcon icon = isMissing ? toneIcon(StatusTone::Attention) : symbolIcon(isServer ? u"server"_s : u"lab"_s);
    QAction *action = addAction(icon, text, this, [this, location, isServer] {
        if (isServer)
            Q_EMIT serverRequested(QUrl(location));
        else
            Q_EMIT labRequested(location);
    });
    action->setData(location);
    const QString path = QDir::toNativeSeparators(location);
    action->setStatusTip(isServer        ? location
                             : isMissing ? tr("There is no folder %1 any more, or it cannot be reached.").arg(path)
                                         : path);
}

// A folder may lie on a disk that does not answer: the menu opens at once and is marked when the answer is there.
void RecentMenu::markMissing()
{
    m_disk->looks.run(
        [folders = m_recent->folders()] {
            QStringList missing;
            for (const QString &folder : folders) {
                if (!QFileInfo::exists(folder))
                    missing.append(folder);
            }
            return missing;
        },
        this,
        [this](const QStringList &missing) {
            if (missing == m_missing)
                return;
            m_missing = missing;
            rebuild();
        });
}

} // namespace cspool
