// RecentDeployments: the folders of the lab deployments that were open, remembered in the settings.
#pragma once

#include <QObject>
#include <QStringList>

namespace cspool {

class Settings;

// Lives in the window's thread; touches no disk but the settings'.
class RecentDeployments : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MaximumCount = 10;

    // `settings` must outlive it.
    explicit RecentDeployments(Settings *settings, QObject *parent = nullptr);

    QStringList folders() const; // newest first
    // The one to be opened at the next start, also when it is not in the list any more; empty: none was ever open.
    QString lastOpened() const;

    void add(const QString &folder); // it was opened: to the front
    void remove(const QStringList &folders);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void setFolders(const QStringList &folders);

    Settings *m_settings;
};

} // namespace cspool
