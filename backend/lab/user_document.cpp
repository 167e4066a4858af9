#include "backend/lab/user_document.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QXmlStreamReader>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

QString decodedText(QStringView base64)
{
    const auto decoded
        = QByteArray::fromBase64Encoding(base64.trimmed().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    QStringDecoder utf8(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const QString text = utf8(*decoded);
    return decoded && !utf8.hasError() ? text : base64.toString();
}

ContactGroup groupOf(const QXmlStreamAttributes &attributes)
{
    const QString name = decodedText(attributes.value("DisplayName"_L1));
    return {attributes.value("Number"_L1).toInt(), name == "~"_L1 ? otherContactsName() : name,
            decodedText(attributes.value("ExternalUri"_L1))};
}

Contact contactOf(const QXmlStreamAttributes &attributes)
{
    Contact contact{attributes.value("Buddy"_L1).toString(), decodedText(attributes.value("DisplayName"_L1)), {}};
    const QStringList numbers = attributes.value("Groups"_L1).toString().split(u' ', Qt::SkipEmptyParts);
    for (const QString &number : numbers) {
        bool isNumber = false;
        const int group = number.toInt(&isNumber);
        if (isNumber)
            contact.groups.append(group);
    }
    return contact;
}

void readElement(const QXmlStreamReader &xml, QStringView parent, UserData &user)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    if (xml.name() == "ContactGroup"_L1 && parent == "ContactGroups"_L1)
        user.groups.append(groupOf(attributes));
    else if (xml.name() == "Contact"_L1 && parent == "Contacts"_L1)
        user.contacts.append(contactOf(attributes));
    else if (xml.name() == "Container"_L1 && parent == "Containers"_L1)
        user.containers.append(PrivacyContainer{attributes.value("ContainerNumber"_L1).toInt(), {}});
    else if (xml.name() == "UserMember"_L1 && parent == "Container"_L1 && !user.containers.isEmpty())
        user.containers.last().members.append(attributes.value("Member"_L1).toString());
}

} // namespace

Result<UserData> decodeUserDocument(const Document &document)
{
    UserData user;
    user.identity = documentIdentity(document.name);
    user.homePool = document.homePool;
    QXmlStreamReader xml;
    xml.addData("<Item " + document.namespaces + ">");
    xml.addData(document.data);
    xml.addData("</Item>");
    QStringList open;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            readElement(xml, open.isEmpty() ? QStringView() : QStringView(open.last()), user);
            open.append(xml.name().toString());
        } else if (xml.isEndElement()) {
            open.removeLast();
        }
    }
    if (xml.hasError())
        return Error{
            ErrorCategory::InvalidData, u"UserDocumentUnreadable"_s,
            QCoreApplication::translate("UserDocument", "The document of %1 cannot be shown: line %2: %3.")
                .arg(user.identity)
                .arg(xml.lineNumber())
                .arg(xml.errorString()),
            QCoreApplication::translate("UserDocument", "Export the user with Export-CsUserData to see it as it is."),
            document.name};
    return user;
}

} // namespace cspool
