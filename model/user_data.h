// UserData: what a user's document says, decoded for a reader's eyes: contacts, groups, privacy containers.
#pragma once

#include "model/object.h"

namespace cspool {

// What a document of a user store is about, told by its URN.
enum class DocumentKind {
    User, // urn:lcd:USER@DOMAIN
    Conference, // urn:hcd:…
    Other,
};
QString toString(DocumentKind kind);
DocumentKind documentKind(QStringView urn);

// "alice@contoso.com" of "urn:lcd:alice@contoso.com"; any other URN as it is.
QString documentIdentity(const QString &urn);

// The URN of a user, who may be written as "alice@contoso.com" or "sip:alice@contoso.com".
QString userUrn(const QString &address);

// "Other Contacts", the name that clients show for the group "~".
QString otherContactsName();

struct ContactGroup
{
    int number = 0;
    QString displayName; // "~" is shown as "Other Contacts"
    QString externalUri; // of a distribution group; else empty

    Object toObject() const;
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

    Object toObject() const;
    bool operator==(const PrivacyContainer &) const = default;
};

struct UserData
{
    QString identity; // "alice@contoso.com"
    QString homePool;
    QList<ContactGroup> groups;
    QList<Contact> contacts;
    QList<PrivacyContainer> containers;

    // Type CsPool.UserData: Identity, HomePool, Groups, Contacts (with the names of their groups), Containers.
    Object toObject() const;
    bool operator==(const UserData &) const = default;
};

// "friends and family" for 400; the number itself when unknown.
QString containerName(int number);

} // namespace cspool
