#include "backend/lab/sample_content.h"

#include "model/user_data.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <QXmlStreamWriter>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Domain = "litwareinc.com"_L1;
constexpr int ConferencesPerDirectory = 3;
constexpr int ConferencesWithFiles = 2; // every file costs several waits for the disk

Result<QByteArray> resource(const QString &name)
{
    QFile file(":/sample/"_L1 + name);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    return Error{
        ErrorCategory::ResourceUnavailable, u"SampleMissing"_s,
        QCoreApplication::translate("SampleContent", "This program was built without %1 of the sample deployment.")
            .arg(name),
        QCoreApplication::translate("SampleContent", "Install or build the program again.")};
}

QStringList linesOf(const QByteArray &text)
{
    return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
}

QString base64(const QString &text)
{
    return QString::fromLatin1(text.toUtf8().toBase64());
}

// "Sørensen" → "sorensen": what an administrator would have made an address of.
QString asciiName(const QString &name)
{
    QString ascii;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if (c == u'ø')
            ascii += u'o';
        else if (c.unicode() < 128 && c.isLetter())
            ascii += c;
    }
    return ascii;
}

QString conferenceId(int directory, int conference)
{
    constexpr auto alphabet = "23456789BCDFGHJKLMNPQRSTVWXYZ"_L1;
    QRandomGenerator random(quint32(directory * 1000 + conference));
    QString id;
    while (id.size() < 8)
        id += alphabet.at(random.bounded(int(alphabet.size())));
    return id;
}

const QStringList &conferenceTitles()
{
    static const QStringList titles = {u"Weekly team meeting"_s, u"Quarterly review"_s, u"Product roadmap"_s,
                                       u"Customer briefing"_s,   u"Budget planning"_s,  u"Architecture forum"_s};
    return titles;
}

void writeGroups(QXmlStreamWriter &xml, int user)
{
    static const QStringList teams = {u"Sales"_s, u"Engineering"_s, u"Finance"_s, u"Support"_s, u"Human Resources"_s};
    const QString team = teams.at(user % teams.size());
    xml.writeStartElement(u"ContactGroups"_s);
    xml.writeEmptyElement(u"ContactGroup"_s);
    xml.writeAttribute(u"Number"_s, u"1"_s);
    xml.writeAttribute(u"DisplayName"_s, base64(u"~"_s));
    xml.writeEmptyElement(u"ContactGroup"_s);
    xml.writeAttribute(u"Number"_s, u"2"_s);
    xml.writeAttribute(u"DisplayName"_s, base64(team));
    if (user % 3 == 0) {
        xml.writeEmptyElement(u"ContactGroup"_s);
        xml.writeAttribute(u"Number"_s, u"3"_s);
        xml.writeAttribute(u"DisplayName"_s, base64(u"All of "_s + team));
        xml.writeAttribute(u"ExternalUri"_s, base64("all-"_L1 + asciiName(team) + u'@' + Domain));
    }
    xml.writeEndElement();
}

void writeMembers(QXmlStreamWriter &xml, int container, const QStringList &members)
{
    xml.writeStartElement(u"Container"_s);
    xml.writeAttribute(u"ContainerNumber"_s, QString::number(container));
    for (const QString &member : members) {
        xml.writeEmptyElement(u"UserMember"_s);
        xml.writeAttribute(u"Member"_s, member);
    }
    xml.writeEndElement();
}

} // namespace

Result<SampleContent> SampleContent::load()
{
    const Result<QByteArray> topology = resource(u"topology.xml"_s);
    if (!topology)
        return topology.error();
    const Result<QByteArray> givenNames = resource(u"given-names.txt"_s);
    if (!givenNames)
        return givenNames.error();
    const Result<QByteArray> familyNames = resource(u"family-names.txt"_s);
    if (!familyNames)
        return familyNames.error();
    SampleContent content;
    content.m_topology = *topology;
    content.m_givenNames = linesOf(*givenNames);
    content.m_familyNames = linesOf(*familyNames);
    return content;
}

// Every user takes the next given name; every round through them shifts the family names by one, so no pair comes
// twice.
QString SampleContent::displayName(int user) const
{
    const int given = user % int(m_givenNames.size());
    const int family = (given * 5 + user / int(m_givenNames.size())) % int(m_familyNames.size());
    return m_givenNames.at(given) + u' ' + m_familyNames.at(family);
}

QString SampleContent::address(int user) const
{
    const QStringList names = displayName(user).split(u' ');
    return asciiName(names.first()) + u'.' + asciiName(names.last()) + u'@' + Domain;
}

DocumentWrite SampleContent::user(int user, int users, int version) const
{
    QRandomGenerator random{quint32(user)};
    QByteArray data;
    QXmlStreamWriter xml(&data);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartElement(u"Data"_s);
    xml.writeStartElement(u"HomedResource"_s);
    xml.writeAttribute(u"UserAtHost"_s, address(user));
    writeGroups(xml, user);

    QStringList friends, colleagues;
    xml.writeStartElement(u"Contacts"_s);
    const int contacts = 4 + random.bounded(16);
    for (int contact = 0; contact < contacts + version; ++contact) {
        const int other = (user + 1 + random.bounded(users - 1)) % users;
        xml.writeEmptyElement(u"Contact"_s);
        xml.writeAttribute(u"Buddy"_s, address(other));
        xml.writeAttribute(u"DisplayName"_s, base64(displayName(other)));
        xml.writeAttribute(u"SubscribePresence"_s, u"1"_s);
        xml.writeAttribute(u"Groups"_s, contact % 3 == 0 ? u"1 2"_s : u"1"_s);
        if (contact == 1)
            friends.append(address(other));
        else if (contact < 4)
            colleagues.append(address(other));
    }
    xml.writeEndElement();

    xml.writeStartElement(u"Containers"_s);
    writeMembers(xml, 200, colleagues);
    writeMembers(xml, 400, friends);
    if (user % 7 == 0)
        writeMembers(xml, 32000, {u"newsletter@adatum.com"_s});
    xml.writeEndDocument();
    return {userUrn(address(user)), {}, data};
}

DocumentWrite SampleContent::conferenceDirectory(int directory, int organizer) const
{
    QByteArray data;
    QXmlStreamWriter xml(&data);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartElement(u"Data"_s);
    xml.writeStartElement(u"ConferenceDirectory"_s);
    xml.writeAttribute(u"Id"_s, QString::number(directory));
    for (int conference = 0; conference < ConferencesPerDirectory; ++conference) {
        xml.writeEmptyElement(u"Conference"_s);
        xml.writeAttribute(u"Id"_s, conferenceId(directory, conference));
        xml.writeAttribute(u"Organizer"_s, address(organizer + conference));
        xml.writeAttribute(u"Title"_s,
                           base64(conferenceTitles().at((directory + conference) % conferenceTitles().size())));
    }
    xml.writeEndDocument();
    return {"urn:hcd:"_L1 + QString::number(directory), {}, data};
}

QList<SampleFile> SampleContent::conferenceFiles(int directory) const
{
    QList<SampleFile> files;
    for (int conference = 0; conference < ConferencesWithFiles; ++conference) {
        const QString folder = conferenceId(directory, conference) + u'/';
        const QString title = conferenceTitles().at((directory + conference) % conferenceTitles().size());
        if (conference == 0)
            files.append({folder + title + ".txt"_L1,
                          u"Agenda: %1\n\n1. Welcome\n2. Status\n3. Next steps\n"_s.arg(title).toUtf8()});
        // Stands for slides: what is in it does not matter, how large it is does.
        QRandomGenerator random{quint32(directory * 100 + conference)};
        QByteArray slides(8 * 1024 + random.bounded(48 * 1024), Qt::Uninitialized);
        for (char &byte : slides)
            byte = char(random.bounded(256));
        files.append({folder + "Slides/"_L1 + title + ".bin"_L1, slides});
    }
    return files;
}

} // namespace cspool
