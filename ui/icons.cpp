#include "ui/icons.h"

#include "ui/icon_engine.h"

#include <QCoreApplication>
#include <QFile>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

QIcon icon(const QString &name, SymbolIconEngine::Colors colors)
{
    const QString file = u":/icons/"_s + name + u".svg"_s;
    const bool exists = QFile::exists(file);
    Q_ASSERT_X(exists, "symbolIcon", qPrintable(file));
    return exists ? QIcon(new SymbolIconEngine(file, name, colors)) : QIcon(); // the icon owns its engine
}

} // namespace

QIcon symbolIcon(const QString &name)
{
    return icon(name, SymbolIconEngine::Colors::Text);
}

QIcon toneIcon(StatusTone tone)
{
    switch (tone) {
    case StatusTone::None:
        return {};
    case StatusTone::Good:
        return icon(u"tone-good"_s, SymbolIconEngine::Colors::Own);
    case StatusTone::Working:
        return icon(u"tone-working"_s, SymbolIconEngine::Colors::OwnUnlessSelected);
    case StatusTone::Attention:
        return icon(u"tone-attention"_s, SymbolIconEngine::Colors::Own);
    case StatusTone::Bad:
        return icon(u"tone-bad"_s, SymbolIconEngine::Colors::Own);
    case StatusTone::Unknown:
        return icon(u"tone-unknown"_s, SymbolIconEngine::Colors::OwnUnlessSelected);
    case StatusTone::Neutral:
        return icon(u"tone-neutral"_s, SymbolIconEngine::Colors::OwnUnlessSelected);
    }
    return {};
}

QIcon applicationIcon()
{
    return icon(u"cspool-console"_s, SymbolIconEngine::Colors::Own);
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
    case StatusTone::Neutral:
        return QCoreApplication::translate("cspool::StatusTone", "neither good nor bad");
    }
    return {};
}

} // namespace cspool
