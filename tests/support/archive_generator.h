// Writes user data archives of any size in the format of Export-CsUserData: realistic, deterministic, none of it real.
#pragma once

#include "backend/lab/user_data_archive.h"

namespace cspool::test {

// What a generated archive holds. User n (from 0) is "userNNNNN@example.com"; equal parameters give equal documents.
struct GeneratedArchive
{
    int users = 10;
    int contacts = 50; // per user
    int changedUsers = 0; // the first ones differ in one contact's name, as after a day's work
    QString domain = QStringLiteral("example.com");
};

QString generatedUser(const GeneratedArchive &archive, int index); // "user00007@example.com"

// The document of one user as it stands in a DocItem.
DocumentWrite generatedDocument(const GeneratedArchive &archive, int index);

// Ends the test when the file cannot be written.
void writeArchive(const QString &path, const GeneratedArchive &archive, ArchiveFormat format = ArchiveFormat::Zip);

// A zip of plain entries, name and content, in this order.
void writeZip(const QString &path, const QList<std::pair<QString, QByteArray>> &entries);

// The content of one entry of a zip; empty when there is none.
QByteArray zipEntry(const QString &path, const QString &name = QStringLiteral("DocItemSet.xml"));

} // namespace cspool::test
