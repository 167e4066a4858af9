// UserData: what a user's document says, decoded for a reader's eyes: contacts, groups, privacy containers.
#pragma once

#include "model/object.h"

namespace cspool {

struct ContactGroup
{
    int number = 0;
    QString displayName; // "~" is shown as "Other Contacts"
    QString externalUri; // of a distribution group; else empty
    bool operator==(const ContactGroup &) const = default;
};

struct Contact
{
    QString address; // may be empty: a contact without Buddy occurs
    QString displayName;
    QList<int> groups;
    bool operator==(const Contact &) const = default;
};

struct PrivacyContainer
{
    int number = 0; // 100 external, 200 colleagues, 300 workgroup, 400 friends and family, 32000 blocked
    QStringList members;
    bool operator==(const PrivacyContainer &) const = default;
};

struct UserData
{
    QString identity; // "alice@contoso.com"
    QString homePool;
    QList<ContactGroup> groups;
    QList<Contact> contacts;
    QList<PrivacyContainer> containers;

    Object toObject() const;
    bool operator==(const UserData &) const = default;
};

// "friends and family" for 400; the number itself when unknown.
QString containerName(int number);

} // namespace cspool
