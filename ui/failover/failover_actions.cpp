#include "ui/failover/failover_actions.h"

#include "model/tool_tip.h"
#include "ui/icons.h"

#include <QAction>
#include <QPushButton>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr char ExplanationProperty[] = "explanation"; // what an action says while it is enabled

} // namespace

FailoverActions::FailoverActions(QWidget *page)
    : QObject(page)
    , m_page(page)
{
    refresh = add(u"refreshChecks"_s, tr("&Refresh the checks"), u"refresh"_s,
                  tr("Read all that matters again. Nothing is changed."));
    refresh->setShortcut(Qt::CTRL | Qt::Key_R);
    begin = add(u"beginOperation"_s, tr("&Begin…"), u"failover"_s,
                tr("Begin the guided operation. It is confirmed first, and each of its steps again."));
    copyCheck = add(u"copyCheck"_s, tr("&Copy the check"), u"copy"_s,
                    tr("Copy the selected check with its finding and what to do, for a ticket."));
    copyCheck->setPriority(QAction::LowPriority);
    m_all.append(nullptr);
    run = add(u"runStep"_s, tr("R&un the step…"), u"run"_s, tr("Run the current step. It is confirmed first."));
    run->setShortcut(Qt::CTRL | Qt::Key_Return);
    ranThere = add(u"ranThere"_s, tr("I ran it there: check &now"), u"check"_s,
                   tr("Say that the command was run on the other server, and look whether it did its work."));
    lookAgain = add(u"lookAgain"_s, tr("&Look again"), u"refresh"_s,
                    tr("Look at the deployment again, for every step. Nothing is changed."));
    leaveOut = add(u"leaveOut"_s, tr("Lea&ve it out…"), u"next"_s,
                   tr("Go on without the current step. The reason goes into the record."));
    stop = add(u"stopStep"_s, tr("&Stop…"), u"cancel"_s, tr("Stop what runs now, as far as it can be stopped."));
    showJob = add(u"showStepJob"_s, tr("Show the &job"), u"jobs"_s,
                  tr("Show the job of the selected step with its log, on the page of jobs."));
    // Beside the step itself they have buttons.
    for (QAction *action : {ranThere, lookAgain, leaveOut, showJob})
        action->setPriority(QAction::LowPriority);
    m_all.append(nullptr);
    end = add(u"endOperation"_s, tr("&End the operation…"), u"close"_s,
              tr("Read all checks once more, and close the record."));
    goOn = add(u"goOnOperation"_s, tr("&Go on…"), u"next"_s,
               tr("Go on with the guided operation that was left or interrupted. Nothing runs by itself."));
    showRecord = add(u"showRecord"_s, tr("Show the rec&ord"), u"report"_s,
                     tr("Show the record: checks before and after, every command, who and when."));
}

QAction *FailoverActions::add(const QString &name, const QString &text, const QString &icon, const QString &explanation)
{
    auto *action = new QAction(symbolIcon(icon), text, m_page);
    action->setObjectName(name);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setProperty(ExplanationProperty, explanation);
    setObstacle(action, {});
    m_page->addAction(action);
    m_all.append(action);
    return action;
}

void FailoverActions::setObstacle(QAction *action, const QString &obstacle)
{
    const QString shown = obstacle.isEmpty() ? action->property(ExplanationProperty).toString() : obstacle;
    action->setEnabled(obstacle.isEmpty());
    action->setToolTip(plainToolTip(shown));
    action->setStatusTip(shown);
}

QPushButton *FailoverActions::makeButton(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), {}, parent);
    button->setObjectName(action->objectName() + "Button"_L1);
    button->setAutoDefault(false);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [action, button] {
        button->setText(QString(action->text()).remove(u'&'));
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
        button->setAccessibleDescription(action->statusTip());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    follow();
    return button;
}

} // namespace cspool
