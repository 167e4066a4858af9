#include "tests/support/archive_generator.h"

#include "model/user_data.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray base64(const QString &text)
{
    return text.toUtf8().toBase64();
}

void requireOk(const Result<> &result)
{
    if (!result)
        qFatal("The archive could not be written: %s", qUtf8Printable(result.error().message));
}

constexpr auto Namespaces = "xmlns=\"urn:example:user-data\"";

} // namespace

QString generatedUser(const GeneratedArchive &archive, int index)
{
    return u"user%1@%2"_s.arg(index, 5, 10, QChar(u'0')).arg(archive.domain);
}

DocumentWrite generatedDocument(const GeneratedArchive &archive, int index)
{
    const QString user = generatedUser(archive, index);
    QByteArray data = "\r\n    <Data>\r\n      <HomedResource UserAtHost=\"" + user.toUtf8()
        + "\">\r\n        <ContactGroups>\r\n"
          "          <ContactGroup Number=\"1\" DisplayName=\"fg==\" />\r\n"
          "          <ContactGroup Number=\"2\" DisplayName=\""
        + base64(u"Team of %1"_s.arg(user)) + "\" />\r\n        </ContactGroups>\r\n        <Contacts>\r\n";
    for (int contact = 0; contact < archive.contacts; ++contact) {
        const int other = (index * 7 + contact * 13 + 1) % std::max(archive.users, 1);
        const QString address = generatedUser(archive, other);
        const bool isChanged = contact == 0 && index < archive.changedUsers;
        const QString name = isChanged ? u"Renamed colleague %1"_s.arg(other) : u"Colleague %1"_s.arg(other);
        data += "          <Contact Buddy=\"" + address.toUtf8() + "\" DisplayName=\"" + base64(name)
            + "\" SubscribePresence=\"1\" Groups=\"" + (contact % 3 == 0 ? "1 2" : "1") + "\" />\r\n";
    }
    data += "        </Contacts>\r\n        <Containers>\r\n          <Container ContainerNumber=\"200\" />\r\n"
            "        </Containers>\r\n      </HomedResource>\r\n    </Data>\r\n  ";
    return {userUrn(user), Namespaces, data};
}

void writeArchive(const QString &path, const GeneratedArchive &archive, ArchiveFormat format)
{
    auto writer = UserDataArchiveWriter::create(path, format, Namespaces);
    if (!writer)
        qFatal("The archive could not be written: %s", qUtf8Printable(writer.error().message));
    for (int user = 0; user < archive.users; ++user)
        requireOk((*writer)->write(generatedDocument(archive, user)));
    requireOk((*writer)->finish());
}

void writeZip(const QString &path, const QList<std::pair<QString, QByteArray>> &entries)
{
    QuaZip zip(path);
    if (!zip.open(QuaZip::mdCreate))
        qFatal("The zip could not be written: %s", qUtf8Printable(path));
    for (const auto &[name, content] : entries) {
        QuaZipFile file(&zip);
        if (!file.open(QIODevice::WriteOnly, QuaZipNewInfo(name)) || file.write(content) != content.size())
            qFatal("The zip could not be written: %s", qUtf8Printable(path));
    }
}

QByteArray zipEntry(const QString &path, const QString &name)
{
    QuaZipFile file(path, name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace cspool::test
