// PasswordStore: passwords that the user wants kept between runs, in a place made for it.
#pragma once

#include "model/result.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>

namespace cspool {

// Lives in the thread of its caller; nothing in it blocks. `done` is called from the event loop, unless `context` is
// gone by then. Where no place for passwords can be reached, the error has the id "NoKeyring" and its message is a
// sentence for the user.
class PasswordStore
{
public:
    using Read = std::function<void(const Result<QString> &)>;
    using Done = std::function<void(const Result<> &)>;

    virtual ~PasswordStore() = default;

    // The password of a user at a server; empty: none is kept.
    virtual void read(const QUrl &server, const QString &user, QObject *context, Read done) = 0;
    virtual void write(const QUrl &server, const QString &user, const QString &password, QObject *context, Done done)
        = 0;
    // A password that is not there is removed already.
    virtual void remove(const QUrl &server, const QString &user, QObject *context, Done done) = 0;
};

} // namespace cspool
