#include "model/user_data.h"

#include <QCoreApplication>
#include <QHash>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr auto UserPrefix = "urn:lcd:"_L1;
constexpr auto ConferencePrefix = "urn:hcd:"_L1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::UserData)
};

} // namespace

QString toString(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::User:
        return u"User"_s;
    case DocumentKind::Conference:
        return u"Conference"_s;
    case DocumentKind::Other:
        break;
    }
    return u"Other"_s;
}

DocumentKind documentKind(QStringView urn)
{
    if (urn.startsWith(UserPrefix, Qt::CaseInsensitive))
        return DocumentKind::User;
    return urn.startsWith(ConferencePrefix, Qt::CaseInsensitive) ? DocumentKind::Conference : DocumentKind::Other;
}

QString documentIdentity(const QString &urn)
{
    return documentKind(urn) == DocumentKind::User ? urn.mid(UserPrefix.size()) : urn;
}

QString userUrn(const QString &address)
{
    const bool hasScheme = address.startsWith("sip:"_L1, Qt::CaseInsensitive);
    return UserPrefix + address.mid(hasScheme ? 4 : 0);
}

QString otherContactsName()
{
    return Text::tr("Other Contacts");
}

Object ContactGroup::toObject() const
{
    Object object(u"CsPool.ContactGroup"_s,
                  externalUri.isEmpty() ? displayName : displayName + " <"_L1 + externalUri + u'>');
    object.set(u"Number"_s, number);
    object.set(u"DisplayName"_s, displayName);
    object.set(u"ExternalUri"_s, externalUri.isEmpty() ? QVariant() : externalUri);
    return object;
}

Object PrivacyContainer::toObject() const
{
    const QString names = members.join(", "_L1);
    Object object(u"CsPool.PrivacyContainer"_s,
                  names.isEmpty() ? containerName(number) : containerName(number) + ": "_L1 + names);
    object.set(u"Number"_s, number);
    object.set(u"Name"_s, containerName(number));
    QVariantList list;
    for (const QString &member : members)
        list.append(member);
    object.set(u"Members"_s, list);
    return object;
}

Object UserData::toObject() const
{
    QVariantList groupObjects, contactObjects, containerObjects;
    QHash<int, QString> groupNames;
    for (const ContactGroup &group : groups) {
        groupObjects.append(QVariant::fromValue(group.toObject()));
        groupNames.insert(group.number, group.displayName);
    }
    for (const Contact &contact : contacts) {
        const QString address = contact.address.isEmpty() ? Text::tr("(no address)") : contact.address;
        Object object(u"CsPool.Contact"_s,
                      contact.displayName.isEmpty() ? address : contact.displayName + " <"_L1 + address + u'>');
        object.set(u"Address"_s, contact.address.isEmpty() ? QVariant() : contact.address);
        object.set(u"DisplayName"_s, contact.displayName);
        QVariantList names;
        for (const int number : contact.groups)
            names.append(groupNames.value(number, QString::number(number)));
        object.set(u"Groups"_s, names);
        contactObjects.append(QVariant::fromValue(object));
    }
    for (const PrivacyContainer &container : containers)
        containerObjects.append(QVariant::fromValue(container.toObject()));

    Object object(u"CsPool.UserData"_s, identity);
    object.set(u"Identity"_s, identity);
    object.set(u"HomePool"_s, homePool);
    object.set(u"Groups"_s, groupObjects);
    object.set(u"Contacts"_s, contactObjects);
    object.set(u"Containers"_s, containerObjects);
    return object;
}

QString containerName(int number)
{
    switch (number) {
    case 100:
        return Text::tr("external");
    case 200:
        return Text::tr("colleagues");
    case 300:
        return Text::tr("workgroup");
    case 400:
        return Text::tr("friends and family");
    case 32000:
        return Text::tr("blocked");
    default:
        return QString::number(number);
    }
}

} // namespace cspool
