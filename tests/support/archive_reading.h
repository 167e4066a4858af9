// Reading user data archives back, whole or in pieces, for the tests.
#pragma once

#include "backend/lab/user_data_archive.h"

namespace cspool::test {

struct ReadBack
{
    QList<ArchiveItem> items;
    QList<Error> refusals;
    Result<ArchiveReadSummary> summary = ArchiveReadSummary();

    QList<DocumentWrite> documents() const;
};

ReadBack readArchive(const QString &path);

// As the reader does it, but in pieces of the given size; the document is called "test".
ReadBack readInPieces(const QByteArray &document, qsizetype pieceSize);

// Fails the running test where they differ.
void compareDocuments(const QList<DocumentWrite> &actual, const QList<DocumentWrite> &expected);

// An XML document around DocItems.
QByteArray inSet(const QByteArray &items, const QByteArray &attributes = {});

} // namespace cspool::test
