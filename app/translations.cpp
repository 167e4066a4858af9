#include "app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

void install(const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, name, u"_"_s, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList languages()
{
    return {u"en"_s, u"de"_s};
}

void installTranslations(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    // A chosen language in the system's own region keeps the region's numbers and dates.
    if (!language.isEmpty() && locale.language() != QLocale::system().language())
        QLocale::setDefault(locale);
    install(QLocale(QLocale::English), u"cspool"_s, u":/translations"_s); // the plurals
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, u"cspool"_s, u":/translations"_s);
}

} // namespace cspool
