#include "backend/settings_file.h"

namespace cspool {

namespace {

QString settingsFile(const QString &file)
{
    // Asked of Qt for a place, so that it follows the platform; the format is the same everywhere.
    return file.isEmpty() ? QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("cspool-console"),
                                      QStringLiteral("cspool-console"))
                                .fileName()
                          : file;
}

} // namespace

SettingsFile::SettingsFile(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(settingsFile(file), QSettings::IniFormat)
{
}

} // namespace cspool
