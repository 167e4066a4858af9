#include "ui/refresh_menu.h"

#include "ui/settings.h"

#include <QActionGroup>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int SecondsPerMinute = 60;
constexpr int offeredMinutes[] = {1, 2, 5, 10, 30};

} // namespace

RefreshMenu::RefreshMenu(Settings *settings, QWidget *parent)
    : QMenu(tr("A&utomatic refresh"), parent)
    , m_settings(settings)
    , m_choices(new QActionGroup(this))
{
    setObjectName(u"refreshMenu"_s);
    add(0)->setText(tr("&Off"));
    addSeparator();
    for (const int minutes : offeredMinutes)
        add(minutes * SecondsPerMinute)->setText(tr("Every %n minute(s)", nullptr, minutes));
    m_other = add(-1);
    connect(m_settings, &Settings::changed, this, &RefreshMenu::checkCurrent);
    checkCurrent();
}

QAction *RefreshMenu::add(int seconds)
{
    QAction *action = addAction(QString());
    action->setCheckable(true);
    action->setData(seconds);
    m_choices->addAction(action);
    connect(action, &QAction::triggered, this,
            [this, action] { m_settings->setValue(Settings::RefreshInterval, action->data().toInt()); });
    return action;
}

void RefreshMenu::checkCurrent()
{
    const int seconds = m_settings->value(Settings::RefreshInterval);
    const QList<QAction *> actions = m_choices->actions();
    const auto isCurrent = [seconds](const QAction *action) { return action->data().toInt() == seconds; };
    const bool isOffered = std::any_of(actions.begin(), actions.end(),
                                       [&](const QAction *action) { return action != m_other && isCurrent(action); });
    m_other->setData(seconds);
    m_other->setText(seconds % SecondsPerMinute == 0 ? tr("Every %n minute(s)", nullptr, seconds / SecondsPerMinute)
                                                     : tr("Every %n second(s)", nullptr, seconds));
    m_other->setVisible(!isOffered);
    for (QAction *action : actions)
        action->setChecked(action == m_other ? !isOffered : isCurrent(action));
}

} // namespace cspool
