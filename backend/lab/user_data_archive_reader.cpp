#include "backend/lab/user_data_archive.h"
#include "backend/lab/user_data_parser.h"
#include "backend/lab/xml_to_utf8.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <zlib.h>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ChunkBytes = 64 * 1024;
constexpr qsizetype IgnoredEntriesNamed = 10;
constexpr auto DocumentEntry = "DocItemSet.xml"_L1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::UserDataArchiveReader)
};

Error invalidArchive(const QString &id, const QString &message, const QString &path)
{
    return {ErrorCategory::InvalidData, id, message,
            Text::tr("Export the user data again, or fetch the file once more."), path};
}

struct Callbacks
{
    const StopToken &stop;
    const UserDataArchiveReader::Visit &visit;
    const UserDataArchiveReader::Refuse &refuse;
    const UserDataArchiveReader::Progress &progress;
};

// Reads the XML that `device` gives. `name`: of the document, for errors; `readError`: what to say when the device
// fails.
Result<ArchiveReadSummary> readXml(QIODevice &device, qint64 total, const QString &name, const Callbacks &callbacks,
                                   const std::function<Error()> &readError)
{
    UserDataParser parser(name, callbacks.visit, callbacks.refuse);
    XmlToUtf8 encoding(name);
    QByteArray chunk;
    qint64 done = 0;
    const auto feed
        = [&parser](const Result<QByteArray> &utf8) { return utf8 ? parser.feed(*utf8) : Result<>(utf8.error()); };
    for (;;) {
        if (callbacks.stop.isStopRequested())
            return operationStopped();
        chunk.resize(ChunkBytes);
        const qint64 count = device.read(chunk.data(), ChunkBytes);
        if (count < 0)
            return readError();
        if (count == 0)
            break;
        chunk.truncate(count);
        done += count;
        if (const Result<> fed = feed(encoding.convert(chunk)); !fed)
            return fed.error();
        if (callbacks.progress)
            callbacks.progress(done, std::max(done, total));
    }
    if (const Result<> fed = feed(encoding.finish()); !fed)
        return fed.error();
    if (const Result<> finished = parser.finish(); !finished)
        return finished.error();
    return parser.summary();
}

// What a zip holds, as far as it matters here.
struct ZipContents
{
    QStringList documents; // DocItemSet.xml in the root, whatever its case
    QString misplaced; // one in a folder
    QStringList ignored;
    qint64 ignoredCount = 0;
};

Result<ZipContents> listZip(QuaZip &zip, const QString &path, const StopToken &stop)
{
    ZipContents contents;
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        if (stop.isStopRequested())
            return operationStopped();
        const QString name = zip.getCurrentFileName();
        if (name.compare(DocumentEntry, Qt::CaseInsensitive) == 0) {
            contents.documents.append(name);
            continue;
        }
        if (name.endsWith("/"_L1 + DocumentEntry, Qt::CaseInsensitive)
            || name.endsWith("\\"_L1 + DocumentEntry, Qt::CaseInsensitive))
            contents.misplaced = name;
        if (++contents.ignoredCount <= IgnoredEntriesNamed)
            contents.ignored.append(name);
    }
    if (zip.getZipError() != UNZ_OK)
        return invalidArchive(u"UserDataArchiveCorrupt"_s,
                              Text::tr("The directory of the zip archive %1 is damaged.").arg(path), path);
    return contents;
}

Result<> checkContents(const ZipContents &contents, const QString &path)
{
    if (contents.documents.size() > 1)
        return invalidArchive(
            u"UserDataArchiveAmbiguous"_s,
            Text::tr("The zip archive %1 holds %2 more than once, and which one is meant cannot be told.")
                .arg(path, DocumentEntry),
            path);
    if (contents.documents.isEmpty() && !contents.misplaced.isEmpty())
        return invalidArchive(u"UserDataArchiveNoDocument"_s,
                              Text::tr("The zip archive %1 has its %2 in a folder (%3), where it does not belong.")
                                  .arg(path, DocumentEntry, contents.misplaced),
                              path);
    if (contents.documents.isEmpty())
        return invalidArchive(
            u"UserDataArchiveNoDocument"_s,
            Text::tr("The zip archive %1 holds no %2: it is no user data archive.").arg(path, DocumentEntry), path);
    return {};
}

// What the entry promises, before a byte of it is unpacked.
Result<> checkEntry(const QuaZipFileInfo64 &entry, const QString &path)
{
    if (entry.isEncrypted())
        return invalidArchive(u"UserDataArchiveEncrypted"_s,
                              Text::tr("%1 in the zip archive %2 is encrypted with a password, which is not supported.")
                                  .arg(entry.name, path),
                              path);
    if (entry.method != 0 && entry.method != Z_DEFLATED)
        return invalidArchive(
            u"UserDataArchiveMethod"_s,
            Text::tr(
                "%1 in the zip archive %2 is compressed with method %3; only stored and deflated entries are read.")
                .arg(entry.name, path)
                .arg(entry.method),
            path);
    const quint64 packed = std::min(entry.compressedSize, quint64(QFileInfo(path).size()));
    if (entry.uncompressedSize > quint64(archive_limits::UncheckedBytes)
        && entry.uncompressedSize / quint64(archive_limits::Ratio) > packed) {
        return Error{
            ErrorCategory::LimitsExceeded, u"UserDataArchiveBomb"_s,
            Text::tr("The zip archive %1 would unpack to %2, more than %3 times its size: it looks like a zip bomb.")
                .arg(path, QLocale().formattedDataSize(qint64(std::min(entry.uncompressedSize, quint64(INT64_MAX)))))
                .arg(archive_limits::Ratio),
            Text::tr("Check where this file comes from. If it is genuine, unpack it and import its %1.")
                .arg(DocumentEntry),
            path};
    }
    return {};
}

Result<ArchiveReadSummary> readZip(const QString &path, const Callbacks &callbacks)
{
    QuaZip zip(path);
    if (!zip.open(QuaZip::mdUnzip))
        return invalidArchive(
            u"UserDataArchiveTruncated"_s,
            Text::tr("%1 begins like a zip archive, but its directory is missing or damaged: it was probably cut off.")
                .arg(path),
            path);
    const Result<ZipContents> contents = listZip(zip, path, callbacks.stop);
    if (!contents)
        return contents.error();
    if (const Result<> checked = checkContents(*contents, path); !checked)
        return checked.error();
    QuaZipFileInfo64 entry;
    if (!zip.setCurrentFile(contents->documents.first(), QuaZip::csSensitive) || !zip.getCurrentFileInfo(&entry))
        return invalidArchive(u"UserDataArchiveCorrupt"_s,
                              Text::tr("The directory of the zip archive %1 is damaged.").arg(path), path);
    if (const Result<> checked = checkEntry(entry, path); !checked)
        return checked.error();

    const QString name = Text::tr("%1 in %2").arg(entry.name, path);
    const auto damaged = [&name, &path] {
        return invalidArchive(u"UserDataArchiveCorrupt"_s,
                              Text::tr("%1 cannot be unpacked: the zip archive is damaged or cut off.").arg(name),
                              path);
    };
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::ReadOnly))
        return damaged();
    Result<ArchiveReadSummary> summary = readXml(file, qint64(entry.uncompressedSize), name, callbacks, damaged);
    if (!summary)
        return summary;
    // minizip ends quietly where the packed data ends, and compares the checksum when the entry is closed.
    const bool isComplete = quint64(file.pos()) == entry.uncompressedSize;
    file.close();
    if (!isComplete || file.getZipError() != UNZ_OK)
        return damaged();
    summary->ignoredEntries = contents->ignored;
    summary->ignoredEntryCount = contents->ignoredCount;
    return summary;
}

bool looksLikeXml(QByteArray head)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        head.remove(0, 3);
    if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF"))
        return true;
    head.replace('\0', QByteArray());
    return head.trimmed().startsWith('<');
}

} // namespace

Result<ArchiveReadSummary> UserDataArchiveReader::read(const QString &path, const StopToken &stop, const Visit &visit,
                                                       const Refuse &refuse, const Progress &progress)
{
    const QString shownPath = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCategory::ObjectNotFound, u"UserDataArchiveNotFound"_s,
                     Text::tr("There is no file %1.").arg(shownPath), Text::tr("Check the path in FileName."), path};
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCategory::ReadError, u"UserDataArchiveUnreadable"_s,
                     QFileInfo(path).isDir() ? Text::tr("%1 is a folder, not a file.").arg(shownPath)
                                             : Text::tr("%1 cannot be read: %2.").arg(shownPath, file.errorString()),
                     Text::tr("Check the path in FileName, and that you may read the file."), path};
    const QByteArray head = file.peek(512);
    const Callbacks callbacks{stop, visit, refuse, progress};
    if (head.startsWith("PK\x05\x06")) // an empty zip, which minizip takes for a damaged one
        return checkContents({}, path).error();
    if (head.startsWith("PK\x03\x04")) {
        file.close();
        return readZip(path, callbacks);
    }
    if (!head.isEmpty() && !looksLikeXml(head))
        return invalidArchive(u"UserDataArchiveInvalid"_s,
                              Text::tr("%1 is neither a zip archive nor an XML document.").arg(shownPath), path);
    return readXml(file, file.size(), shownPath, callbacks, [&file, &shownPath, &path] {
        return Error{ErrorCategory::ReadError, u"UserDataArchiveUnreadable"_s,
                     Text::tr("%1 cannot be read: %2.").arg(shownPath, file.errorString()),
                     Text::tr("Check the disk or the network drive it lies on, and try again."), path};
    });
}

} // namespace cspool
