#include "app/console/console_options.h"

#include "app/translations.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ConsoleOptions)
};

std::optional<ThemeChoice> themeFromString(const QString &text)
{
    if (text == "system"_L1)
        return ThemeChoice::System;
    if (text == "light"_L1)
        return ThemeChoice::Light;
    if (text == "dark"_L1)
        return ThemeChoice::Dark;
    return {};
}

ConsoleOptions refused(const QString &reason)
{
    ConsoleOptions options{ConsoleOptions::Action::Refuse};
    options.text = reason + u'\n' + Texts::tr("Run \"cspool-console --help\" for all options.") + u'\n';
    return options;
}

} // namespace

ConsoleOptions parseConsoleOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Texts::tr("Backs up Lync Server and Skype for Business Server pools by pointing and clicking."));
    const QCommandLineOption deployment(
        u"deployment"_s, Texts::tr("Opens the lab deployment in the folder; otherwise the one that was open last."),
        Texts::tr("FOLDER", "placeholder of a command-line option"));
    const QCommandLineOption theme(u"theme"_s, Texts::tr("Colours for this run: system, light or dark."),
                                   Texts::tr("THEME", "placeholder of a command-line option"));
    const QCommandLineOption language(u"language"_s,
                                      Texts::tr("Language for this run: %1.").arg(languages().join(u", "_s)),
                                      Texts::tr("LANGUAGE", "placeholder of a command-line option"));
    const QCommandLineOption logLevel(u"log-level"_s,
                                      Texts::tr("How much the log gets: %1.").arg(logLevelNames().join(u", "_s)),
                                      Texts::tr("LEVEL", "placeholder of a command-line option"), u"info"_s);
    const QCommandLineOption help({u"h"_s, u"help"_s}, Texts::tr("Shows this help and ends."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, Texts::tr("Shows the version and ends."));
    parser.addOptions({deployment, theme, language, logLevel, help, version});
    if (!parser.parse(arguments))
        return refused(parser.errorText());

    ConsoleOptions options;
    if (parser.isSet(help)) {
        options.action = ConsoleOptions::Action::ShowHelp;
        options.text = parser.helpText();
        return options;
    }
    if (parser.isSet(version)) {
        options.action = ConsoleOptions::Action::ShowVersion;
        options.text = u"CsPool Console "_s + QStringLiteral(CSPOOL_VERSION) + u'\n';
        return options;
    }
    if (!parser.positionalArguments().isEmpty())
        return refused(Texts::tr("The argument \"%1\" is not understood.").arg(parser.positionalArguments().first()));
    if (parser.isSet(deployment))
        options.deployment = QDir::cleanPath(QDir().absoluteFilePath(parser.value(deployment)));
    if (parser.isSet(theme)) {
        options.theme = themeFromString(parser.value(theme));
        if (!options.theme)
            return refused(Texts::tr("There is no theme \"%1\".").arg(parser.value(theme)));
    }
    options.language = parser.value(language);
    if (!options.language.isEmpty() && !languages().contains(options.language))
        return refused(Texts::tr("There is no translation \"%1\".").arg(options.language));
    const std::optional<LogLevel> level = logLevelFromString(parser.value(logLevel));
    if (!level)
        return refused(Texts::tr("There is no log level \"%1\".").arg(parser.value(logLevel)));
    options.logLevel = *level;
    return options;
}

} // namespace cspool
