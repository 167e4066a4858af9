// RefreshMenu: how often everything is read again by itself, as a submenu.
#pragma once

#include <QMenu>

class QActionGroup;

namespace cspool {

class Settings;

// Sets and shows Settings::RefreshInterval, whoever changes it.
class RefreshMenu : public QMenu
{
    Q_OBJECT

public:
    // `settings` must outlive it.
    explicit RefreshMenu(Settings *settings, QWidget *parent = nullptr);

private:
    QAction *add(int seconds);
    void checkCurrent();

    Settings *m_settings;
    QActionGroup *m_choices;
    QAction *m_other; // an interval that was chosen elsewhere; hidden while there is none
};

} // namespace cspool
