// KeyringPasswords: the desktop's keyring as the place for passwords.
#pragma once

#include "backend/password_store.h"

namespace cspool {

class KeyringPasswords : public PasswordStore
{
public:
    void read(const QUrl &server, const QString &user, QObject *context, Read done) override;
    void write(const QUrl &server, const QString &user, const QString &password, QObject *context, Done done) override;
    void remove(const QUrl &server, const QString &user, QObject *context, Done done) override;
};

} // namespace cspool
