// ConnectForm: what was entered to connect to a server, and what is still wrong with it.
#pragma once

#include "backend/connection_settings.h"

#include <QCoreApplication>

#include <optional>

namespace cspool {

// A value without a widget. Holds no password: whether there is one is all that counts here.
struct ConnectForm
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ConnectForm)

public:
    enum class Field { Address, User, Password, Method };
    struct Problem
    {
        Field field;
        QString message; // a sentence or two; names the field
    };

    QString address;
    bool isOtherUser = false; // else the person who is logged on
    QString user;
    bool hasPassword = false;
    Authentication authentication = Authentication::Negotiate;
    std::chrono::seconds connectTimeout{30};
    std::chrono::seconds answerTimeout{20};
    std::chrono::seconds queryTimeout{120};

    // The first one, in the order of the fields; nothing: it can be sent.
    std::optional<Problem> problem() const;
    // What the address becomes while it is typed, or why it does not become anything.
    QString completion() const;
    // How one is signed in without being asked here, a sentence; empty: the other fields are of use.
    QString signInNote() const;
    // Of what problem() has nothing against.
    ConnectionSettings settings() const;

    static ConnectForm fromSettings(const ConnectionSettings &settings);
};

} // namespace cspool
