#include "model/failover/failover_losses.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverLosses)
};

// Who had the data last, and who takes over without what it has not handed over.
struct Sides
{
    QString from;
    QString to;
};

Sides sidesOf(const FailoverFacts &facts)
{
    const bool isFailOver = facts.goal.direction == FailoverDirection::FailOver;
    return {isFailOver ? facts.goal.pool : facts.backupPool(), isFailOver ? facts.backupPool() : facts.goal.pool};
}

QString statusText(const BackupModuleStatus &module)
{
    return module.exportStatus
        ? Text::tr("%1: %2", "module, export status").arg(module.identity, toString(*module.exportStatus))
        : Text::tr("%1: not reported").arg(module.identity);
}

// The export status says whether anything waited, not how much.
QString lastStatus(const QString &from, const Reading<PoolStatus> &status)
{
    QStringList modules;
    for (const BackupModuleStatus &module : status.value->status.modules)
        modules.append(statusText(module));
    return Text::tr("The backup service of %1 says of its exports: %2. FinalState means that nothing was waiting; any "
                    "other state does not tell how much was.")
        .arg(from, modules.join(u", "_s));
}

QString unknownLoss(const Sides &sides, const QString &why)
{
    const QString loss
        = Text::tr("How much %1 had not handed over to %2 is not known. All that has not arrived there is "
                   "lost.")
              .arg(sides.from, sides.to);
    return why.isEmpty() ? loss : QString(loss + u' ' + why);
}

} // namespace

bool areLossesTold(const FailoverFacts &facts)
{
    const Reading<PreviewSaid> &preview = facts.preview;
    if (facts.reach.kind != DeploymentKind::Lab || !preview.value)
        return false;
    return !preview.error || preview.error->id == "EdgeNextHop"_L1
        || preview.error->id == "PoolHostsCentralManagement"_L1;
}

QStringList lossesOf(const FailoverFacts &facts)
{
    if (!facts.goal.isDisaster)
        return {};
    const Sides sides = sidesOf(facts);
    QStringList losses;
    if (facts.preview.value) {
        for (const WarningRecord &warning : facts.preview.value->warnings)
            losses.append(warning.message);
    }
    if (!losses.isEmpty())
        return losses;
    if (areLossesTold(facts))
        return {Text::tr("Nothing: all that %1 has was handed over to %2.").arg(sides.from, sides.to)};
    const QString why = facts.preview.error
        ? Text::tr("The preview could not tell: %1").arg(facts.preview.error->message)
        : QString();
    losses.append(unknownLoss(sides, why));
    const Reading<PoolStatus> &status
        = facts.goal.direction == FailoverDirection::FailOver ? facts.status : facts.backupStatus;
    if (status.isKnown() && !status.value->status.modules.isEmpty())
        losses.append(lastStatus(sides.from, status));
    return losses;
}

} // namespace cspool
