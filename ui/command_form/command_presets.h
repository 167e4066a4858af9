// CommandPresets: what is remembered of a cmdlet's form: the values used last, and named sets of values. Kept in the
// settings as command lines, so that they can be read by people and checked when they come back.
#pragma once

#include "model/command.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace cspool {

class Settings;

class CommandPresets
{
    Q_DECLARE_TR_FUNCTIONS(cspool::CommandPresets)

public:
    // Both must outlive it.
    CommandPresets(Settings *settings, const CmdletInfo &cmdlet);

    // The values worth remembering (isWorthRemembering()) of the last run; no parameters: nothing is remembered.
    Command lastUsed() const;
    void setLastUsed(const Command &command);

    QStringList names() const; // sorted
    // What a newer or older version has written may not fit: an error, which says so.
    Result<Command> preset(const QString &name) const;
    // Replaces one of that name. The pool is not part of it.
    void save(const QString &name, const Command &command);
    // Replaces one of the new name.
    void rename(const QString &name, const QString &newName);
    void remove(const QString &name);

private:
    QList<QPair<QString, QString>> all() const; // name, command line
    void store(const QList<QPair<QString, QString>> &presets);

    Settings *m_settings;
    const CmdletInfo &m_cmdlet;
};

} // namespace cspool
