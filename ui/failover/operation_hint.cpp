#include "ui/failover/operation_hint.h"

#include "model/tool_tip.h"
#include "ui/failover/failover_desk.h"
#include "ui/failover/failover_text.h"
#include "ui/icons.h"

namespace cspool {

using namespace Qt::StringLiterals;

OperationHint::OperationHint(FailoverDesk *desk, QWidget *parent)
    : QToolButton(parent)
    , m_desk(desk)
{
    setObjectName(u"operationHint"_s);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(desk, &FailoverDesk::summariesChanged, this, &OperationHint::update);
    connect(desk, &FailoverDesk::operationsChanged, this, &OperationHint::update);
    update();
}

void OperationHint::update()
{
    const QList<OperationSummary> unfinished = m_desk->unfinishedHere();
    setVisible(!unfinished.isEmpty());
    if (unfinished.isEmpty())
        return;
    const bool isUnderWay = m_desk->operation(unfinished.first().id) || unfinished.first().isHeld;
    setIcon(toneIcon(isUnderWay ? StatusTone::Working : StatusTone::Attention));
    setText(unfinished.first().goal.direction == FailoverDirection::FailOver ? tr("Failover not finished")
                                                                             : tr("Failback not finished"));
    QStringList names;
    for (const OperationSummary &summary : unfinished)
        names.append(FailoverText::name(summary.goal));
    setToolTip(
        plainToolTip(QStringList{tr("Not finished: %1.", "a list").arg(names.join("; "_L1)), tr("Click to show it.")}));
    setAccessibleDescription(names.join("; "_L1));
}

} // namespace cspool
