#include "ui/icons.h"

#include <QCoreApplication>
#include <QFile>

namespace cspool {

using namespace Qt::StringLiterals;

QIcon symbolIcon(const QString &name)
{
    const QString path = u":/icons/"_s + name + u".svg"_s;
    return QFile::exists(path) ? QIcon(path) : QIcon();
}

QIcon toneIcon(StatusTone tone)
{
    switch (tone) {
    case StatusTone::None:
        return {};
    case StatusTone::Good:
        return symbolIcon(u"tone-good"_s);
    case StatusTone::Working:
        return symbolIcon(u"tone-working"_s);
    case StatusTone::Attention:
        return symbolIcon(u"tone-attention"_s);
    case StatusTone::Bad:
        return symbolIcon(u"tone-bad"_s);
    case StatusTone::Unknown:
        return symbolIcon(u"tone-unknown"_s);
    }
    return {};
}

QString toneName(StatusTone tone)
{
    switch (tone) {
    case StatusTone::None:
        return {};
    case StatusTone::Good:
        return QCoreApplication::translate("cspool::StatusTone", "good");
    case StatusTone::Working:
        return QCoreApplication::translate("cspool::StatusTone", "under way");
    case StatusTone::Attention:
        return QCoreApplication::translate("cspool::StatusTone", "needs attention");
    case StatusTone::Bad:
        return QCoreApplication::translate("cspool::StatusTone", "problem");
    case StatusTone::Unknown:
        return QCoreApplication::translate("cspool::StatusTone", "unknown");
    }
    return {};
}

} // namespace cspool
