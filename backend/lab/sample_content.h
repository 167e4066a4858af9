// SampleContent: the invented users, conferences and files of the sample deployment, made from the lists in
// resources/sample. The same every time.
#pragma once

#include "backend/lab/document_store.h"

namespace cspool {

struct SampleFile
{
    QString path; // below the home pool's folder of a file store
    QByteArray content;
};

// A value; any thread.
class SampleContent
{
public:
    // Reads the lists; an error when the program was built without them.
    static Result<SampleContent> load();

    // The topology document.
    const QByteArray &topology() const { return m_topology; }

    // Users are numbered through all pools, from 0; each has a name of his own up to 4096.
    QString displayName(int user) const; // "Niamh O'Brien"
    QString address(int user) const; // "niamh.obrien@litwareinc.com"
    // Contacts are chosen among `users`, the number of users in all pools. `version`: 0 is the first; every later one
    // has a contact more, as if the user had added it.
    DocumentWrite user(int user, int users, int version = 0) const;
    // A conference directory, which is one document, with its conferences; organised by `organizer`.
    DocumentWrite conferenceDirectory(int directory, int organizer) const;
    // What was uploaded to the conferences of that directory.
    QList<SampleFile> conferenceFiles(int directory) const;

private:
    SampleContent() = default;
    QByteArray m_topology;
    QStringList m_givenNames;
    QStringList m_familyNames;
};

} // namespace cspool
