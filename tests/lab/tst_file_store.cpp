// FileStore: scanning, taking files with a journal, replaying what was interrupted, files kept aside.
#include "backend/lab/file_store.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace cspool;

namespace {

const auto home = u"a.example.com"_s;

QString writeFile(const QString &path, const QByteArray &data)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) || file.write(data) != data.size())
        qFatal("The test's world could not be built: %s", qUtf8Printable(path));
    return path;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArrayLiteral("<unreadable>");
}

QStringList allEntries(const QString &folder)
{
    QStringList entries;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext())
        entries.append(it.next());
    entries.sort();
    return entries;
}

} // namespace

class tst_FileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void createRefusesAnExistingFolder();
    void aMissingFolderIsUnavailable();
    void aFolderWithoutItsIdentityIsUnavailable();
    void theFolderOfAnotherStoreIsUnavailable();
    void aStoreThatIsGoneIsMadeAnewInAnEmptyFolderOnly();
    void anInterruptedRecreationIsTriedAgain_data();
    void anInterruptedRecreationIsTriedAgain();
    void copyingIntoALinkedFolderIsRefused();
    void anIndexThatThisProgramDidNotMakeIsLeftAlone();
    void scanFindsFilesWithHostileNames_data();
    void scanFindsFilesWithHostileNames();
    void scanIgnoresAndReportsSymbolicLinksAndForeignNames();
    void aFolderThatCannotBeReadIsAnErrorNotAnEmptyOne();
    void aFileInPlaceOfTheHomeFolderIsAnError();
    void takeCopiesContentTimeAndRecordsIt();
    void takeReplacesAFile();
    void aSourceThatChangedIsNotTaken();
    void oneFileThatFailsDoesNotStopItsGroup();
    void cancelLeavesNothingBehind();
    void anInterruptedCopyIsDropped();
    void anInterruptedCompletionIsCompleted();
    void removingTheLastFileRemovesEmptyFolders();
    void keptFilesAreListedAndReadable();
    void purgeRemovesOnlyItsHomePool();
    void readOnlyChangesNothing();

private:
    FileStore open(OpenMode mode = OpenMode::ReadWrite)
    {
        Result<FileStore> store = FileStore::open(folder(), indexPath(), mode);
        if (!store)
            qFatal("%s", qUtf8Printable(store.error().message));
        return std::move(*store);
    }
    QString folder() const { return m_directory->filePath(u"file-store"_s); }
    QString indexPath() const { return m_directory->filePath(u"file-store.sqlite"_s); }
    QString outside(const QString &name) const { return m_directory->filePath(u"outside/"_s + name); }
    ContentFile fileAt(const QString &sourcePath, const QString &path) const
    {
        const QFileInfo info(sourcePath);
        return {path, info.size(), info.lastModified().toMSecsSinceEpoch()};
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    const StopToken m_never;
};

void tst_FileStore::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(FileStore::create(folder(), indexPath()));
}

void tst_FileStore::createRefusesAnExistingFolder()
{
    const Result<> again = FileStore::create(folder(), m_directory->filePath(u"other.sqlite"_s));
    QVERIFY(!again);
    QCOMPARE(toString(again.error().category), u"ResourceExists"_s);
}

void tst_FileStore::aMissingFolderIsUnavailable()
{
    QVERIFY(QDir(folder()).removeRecursively());
    const Result<FileStore> store = FileStore::open(folder(), indexPath(), OpenMode::ReadWrite);
    QVERIFY(!store);
    QCOMPARE(store.error().id, u"FileStoreUnavailable"_s);
    QCOMPARE(toString(store.error().category), u"ResourceUnavailable"_s);
    QVERIFY(store.error().message.contains(u"is missing"_s));
    QVERIFY(!QFileInfo::exists(folder()));
}

void tst_FileStore::aFolderWithoutItsIdentityIsUnavailable()
{
    QVERIFY(QFile::remove(folder() + u"/.cspool/identity"_s));
    const Result<FileStore> store = FileStore::open(folder(), indexPath(), OpenMode::ReadWrite);
    QVERIFY(!store);
    QCOMPARE(store.error().id, u"FileStoreUnavailable"_s);
}

void tst_FileStore::theFolderOfAnotherStoreIsUnavailable()
{
    const QString other = m_directory->filePath(u"other"_s);
    QVERIFY(FileStore::create(other, m_directory->filePath(u"other.sqlite"_s)));
    const Result<FileStore> store = FileStore::open(other, indexPath(), OpenMode::ReadOnly);
    QVERIFY(!store);
    QCOMPARE(store.error().id, u"FileStoreUnavailable"_s);
}

void tst_FileStore::aStoreThatIsGoneIsMadeAnewInAnEmptyFolderOnly()
{
    QVERIFY(open().setKnown(home, {{u"a"_s, 1, 2, 3, 4, "digest"}}));
    const Result<> refused = FileStore::recreate(folder(), indexPath());
    QVERIFY(!refused);
    QCOMPARE(toString(refused.error().category), u"ResourceExists"_s);

    QVERIFY(QDir(folder()).removeRecursively());
    QVERIFY(QDir().mkpath(folder()));
    QVERIFY(FileStore::recreate(folder(), indexPath()));
    QVERIFY(open().known(home)->isEmpty());
}

void tst_FileStore::anInterruptedRecreationIsTriedAgain_data()
{
    QTest::addColumn<QByteArray>("identity");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("a part") << QByteArray("8c2f");
}

void tst_FileStore::anInterruptedRecreationIsTriedAgain()
{
    QFETCH(const QByteArray, identity);
    QVERIFY(QDir(folder()).removeRecursively());
    QVERIFY(QDir().mkpath(folder() + "/.cspool/incoming"_L1));
    if (!identity.isEmpty())
        writeFile(folder() + "/.cspool/identity"_L1, identity);
    QVERIFY(FileStore::recreate(folder(), indexPath()));
    QVERIFY(open().known(home)->isEmpty());
    QVERIFY(!FileStore::recreate(folder(), indexPath())); // with its identity it is a store
}

void tst_FileStore::copyingIntoALinkedFolderIsRefused()
{
    const QString elsewhere = QFileInfo(writeFile(outside(u"elsewhere/there"_s), "x")).path();
    const QString source = writeFile(outside(u"source"_s), "new");
    writeFile(folder() + u'/' + home + u"/real/file"_s, "x");
    QVERIFY(QFile::link(elsewhere, folder() + u'/' + home + u"/real/link"_s));
    FileStore store = open();
    ContentFile file{u"real/link/deeper/new"_s, 3, QFileInfo(source).lastModified().toMSecsSinceEpoch()};
    const auto taken = store.take(home, source, file, m_never);
    QVERIFY(!taken);
    QCOMPARE(taken.error().id, u"ContentBlocked"_s);
    QCOMPARE(QDir(elsewhere).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"there"_s});
    QVERIFY(QDir(folder() + "/.cspool/incoming"_L1).isEmpty());
    // A link that is the file itself is replaced, and what it points at stays.
    file.path = u"real/link"_s;
    QVERIFY(store.take(home, source, file, m_never));
    QVERIFY(!QFileInfo(folder() + u'/' + home + u"/real/link"_s).isSymLink());
    QVERIFY(QFileInfo::exists(elsewhere + "/there"_L1));
}

void tst_FileStore::anIndexThatThisProgramDidNotMakeIsLeftAlone()
{
    QVERIFY(QFile::remove(indexPath()));
    const auto foreign = Database::open(indexPath(), OpenMode::Create);
    QVERIFY(foreign && foreign->execute(u"CREATE TABLE other (x)"_s));
    const auto opened = FileStore::open(folder(), indexPath(), OpenMode::ReadWrite);
    QVERIFY(!opened);
    QCOMPARE(toString(opened.error().category), u"InvalidData"_s);
    QVERIFY(!foreign->prepare(u"SELECT * FROM content"_s));
}

void tst_FileStore::scanFindsFilesWithHostileNames_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("plain") << u"conference/slides.pptx"_s;
    QTest::newRow("deep") << u"a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p.bin"_s;
    QTest::newRow("hidden") << u".hidden/.file"_s;
    QTest::newRow("spaces and quotes") << u" a 'b' \"c\" .txt "_s;
    QTest::newRow("Umlauts and CJK") << u"Präsentation/会議.pptx"_s;
    QTest::newRow("outside the basic plane") << u"\U0001F600/\U0001F4CE"_s;
    QTest::newRow("resource-like") << u":/resource:name"_s;
    QTest::newRow("wildcards") << u"*?[a-z]"_s;
    QTest::newRow("backslash") << u"a\\b"_s;
    QTest::newRow("line feed") << u"a\nb"_s;
    QTest::newRow("percent and SQL") << u"%1' OR 1=1; --"_s;
    QTest::newRow("only dots") << u".../...."_s;
}

void tst_FileStore::scanFindsFilesWithHostileNames()
{
    QFETCH(const QString, path);
    writeFile(folder() + u'/' + home + u'/' + path, "content");
    FileStore store = open();
    QList<IgnoredContent> ignored;
    const auto files = store.scan(home, m_never, &ignored);
    QVERIFY(files);
    QVERIFY(ignored.isEmpty());
    QCOMPARE(files->keys(), QStringList{path});
    QCOMPARE(files->value(path).size, 7);

    // And such a name survives the whole way through another home pool's folder.
    const QString source = store.homeFolder(home) + u'/' + path;
    const Result<KnownContent> taken = store.take(u"b.example.com"_s, source, files->value(path), m_never);
    QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
    QCOMPARE(readFile(store.homeFolder(u"b.example.com"_s) + u'/' + path), QByteArray("content"));
    QCOMPARE(store.known(u"b.example.com"_s)->keys(), QStringList{path});
}

void tst_FileStore::scanIgnoresAndReportsSymbolicLinksAndForeignNames()
{
    const QString secret = writeFile(outside(u"secret"_s), "secret");
    writeFile(folder() + u'/' + home + u"/real"_s, "x");
    QVERIFY(QFile::link(secret, folder() + u'/' + home + u"/link"_s));
    QVERIFY(QFile::link(QFileInfo(secret).path(), folder() + u'/' + home + u"/linked folder"_s));
    int expected = 2;
#ifdef Q_OS_LINUX
    const QByteArray name = QFile::encodeName(folder() + u'/' + home)
        + "/not\xff"
          "text";
    FILE *file = fopen(name.constData(), "w");
    QVERIFY(file);
    fclose(file);
    expected = 3;
#endif
    QList<IgnoredContent> ignored;
    const auto files = open().scan(home, m_never, &ignored);
    QVERIFY(files);
    QCOMPARE(files->keys(), QStringList{u"real"_s});
    QCOMPARE(ignored.size(), expected);
#ifdef Q_OS_LINUX
    QCOMPARE(remove(name.constData()), 0); // Qt's own clean-up cannot name it
#endif
    const auto link = std::find_if(ignored.cbegin(), ignored.cend(),
                                   [](const IgnoredContent &entry) { return entry.path == u"link"_s; });
    QVERIFY(link != ignored.cend());
    QVERIFY(link->reason.endsWith(u"link is not backed up: it is a symbolic link."_s));
}

void tst_FileStore::aFolderThatCannotBeReadIsAnErrorNotAnEmptyOne()
{
    const QString locked = folder() + u'/' + home + u"/locked"_s;
    writeFile(locked + u"/file"_s, "x");
    QVERIFY(QFile::setPermissions(locked, QFile::Permissions()));
    if (!QDir(locked).entryList(QDir::Files).isEmpty()) {
        QFile::setPermissions(locked, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QSKIP("This account reads everything; folders cannot be locked against it.");
    }
    auto files = open().scan(home, m_never);
    QFile::setPermissions(locked, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(!files);
    QCOMPARE(toString(files.error().category), u"ReadError"_s);
}

void tst_FileStore::aFileInPlaceOfTheHomeFolderIsAnError()
{
    writeFile(folder() + u'/' + home, "no folder");
    const auto files = open().scan(home, m_never);
    QVERIFY(!files);
    QCOMPARE(toString(files.error().category), u"ReadError"_s);
}

void tst_FileStore::takeCopiesContentTimeAndRecordsIt()
{
    const QByteArray data = QByteArray(1'000'000, 'x') + "end";
    const QString source = writeFile(outside(u"big"_s), data);
    FileStore store = open();
    qint64 progress = 0;
    const ContentFile file = fileAt(source, u"folder/big"_s);
    const Result<KnownContent> known
        = store.take(home, source, file, m_never, [&](qint64 bytes) { progress += bytes; });
    QVERIFY(known);
    QCOMPARE(progress, data.size());
    QCOMPARE(readFile(store.homeFolder(home) + u"/folder/big"_s), data);
    QCOMPARE(known->sourceSize, file.size);
    QCOMPARE(known->sourceModified, file.modified);
    QCOMPARE(known->modified, file.modified);
    QCOMPARE(known->digest, *FileStore::digestOf(source, m_never));
    QCOMPARE(*store.known(home), (QHash<QString, KnownContent>{{u"folder/big"_s, *known}}));
    QCOMPARE(store.find(home, u"folder/big"_s), std::optional(file));
    QCOMPARE(QDir(folder() + u"/.cspool/incoming"_s).entryList(QDir::Files), QStringList());
}

void tst_FileStore::takeReplacesAFile()
{
    FileStore store = open();
    writeFile(store.homeFolder(home) + u"/file"_s, "old and longer");
    QVERIFY(QDir().mkpath(store.homeFolder(home) + u"/folder in its place"_s));
    const QString source = writeFile(outside(u"new"_s), "new");
    QVERIFY(store.take(home, source, fileAt(source, u"file"_s), m_never));
    QVERIFY(store.take(home, source, fileAt(source, u"folder in its place"_s), m_never));
    QCOMPARE(readFile(store.homeFolder(home) + u"/file"_s), QByteArray("new"));
    QCOMPARE(readFile(store.homeFolder(home) + u"/folder in its place"_s), QByteArray("new"));
}

void tst_FileStore::aSourceThatChangedIsNotTaken()
{
    FileStore store = open();
    writeFile(store.homeFolder(home) + u"/file"_s, "old");
    const QString source = writeFile(outside(u"new"_s), QByteArray(600'000, 'n'));
    const ContentFile before = fileAt(source, u"file"_s);
    bool grown = false;
    const Result<KnownContent> taken = store.take(home, source, before, m_never, [&](qint64) {
        if (std::exchange(grown, true))
            return;
        QFile file(source);
        QVERIFY(file.open(QIODevice::Append));
        file.write("more");
    });
    QVERIFY(!taken);
    QCOMPARE(taken.error().id, u"ContentChanged"_s);
    QCOMPARE(readFile(store.homeFolder(home) + u"/file"_s), QByteArray("old"));
    QVERIFY(store.known(home)->isEmpty());
    QCOMPARE(QDir(folder() + u"/.cspool/incoming"_s).entryList(QDir::Files), QStringList());
}

void tst_FileStore::oneFileThatFailsDoesNotStopItsGroup()
{
    FileStore store = open();
    const QString one = writeFile(outside(u"one"_s), "1");
    const QString three = writeFile(outside(u"three"_s), "3");
    const auto results = store.takeAll(
        home, {{one, fileAt(one, u"one"_s)}, {outside(u"two"_s), {u"two"_s, 1, 1}}, {three, fileAt(three, u"three"_s)}},
        m_never);
    QVERIFY(results);
    QVERIFY(results->at(0));
    QVERIFY(!results->at(1));
    QCOMPARE(toString(results->at(1).error().category), u"ReadError"_s);
    QVERIFY(results->at(2));
    QCOMPARE(store.known(home)->size(), 2);
    QCOMPARE(QDir(folder() + u"/.cspool/incoming"_s).entryList(QDir::Files), QStringList());
}

void tst_FileStore::cancelLeavesNothingBehind()
{
    const QString source = writeFile(outside(u"big"_s), QByteArray(2'000'000, 'x'));
    FileStore store = open();
    const QStringList before = allEntries(folder());
    StopSource stop;
    const Result<KnownContent> taken
        = store.take(home, source, fileAt(source, u"file"_s), stop.token(), [&](qint64) { stop.requestStop(); });
    QVERIFY(!taken);
    QVERIFY(taken.error().isStopped());
    QCOMPARE(allEntries(folder()), before);
    QVERIFY(store.known(home)->isEmpty());
}

void tst_FileStore::anInterruptedCopyIsDropped()
{
    open();
    {
        const auto index = Database::open(indexPath(), OpenMode::ReadWrite);
        QVERIFY(index);
        QVERIFY(index->execute(
            u"INSERT INTO intent (id, home_pool, path, size, modified) VALUES (7, 'a.example.com', 'file', 100, 5)"_s));
    }
    writeFile(folder() + u"/.cspool/incoming/7.part"_s, "half of it");
    writeFile(folder() + u"/.cspool/incoming/left over"_s, "without a row");
    const FileStore store = open();
    QVERIFY(store.known(home)->isEmpty());
    QVERIFY(!store.find(home, u"file"_s));
    QCOMPARE(QDir(folder() + u"/.cspool/incoming"_s).entryList(QDir::Files), QStringList());
}

void tst_FileStore::anInterruptedCompletionIsCompleted()
{
    // Killed between the rename and the completion row.
    const QString path = writeFile(folder() + u'/' + home + u"/file"_s, "content");
    const ContentFile file = fileAt(path, u"file"_s);
    {
        const auto index = Database::open(indexPath(), OpenMode::ReadWrite);
        QVERIFY(index);
        auto insert = index->prepare(
            u"INSERT INTO intent (id, home_pool, path, size, modified) VALUES (7, 'a.example.com', 'file', ?, ?)"_s);
        QVERIFY(insert->bind(1, file.size).bind(2, file.modified).run());
    }
    const FileStore store = open();
    const KnownContent known = store.known(home)->value(u"file"_s);
    QCOMPARE(known.digest, *FileStore::digestOf(path, m_never));
    QCOMPARE(known.size, file.size);
    QCOMPARE(known.sourceSize, -1); // the partner's file is looked at again
    QCOMPARE(open().known(home)->size(), 1);
}

void tst_FileStore::removingTheLastFileRemovesEmptyFolders()
{
    FileStore store = open();
    writeFile(store.homeFolder(home) + u"/a/b/c"_s, "x");
    writeFile(store.homeFolder(home) + u"/a/d"_s, "x");
    QVERIFY(store.setKnown(home, {{u"a/b/c"_s, 1, 2, 3, 4, "d"}}));
    QVERIFY(store.removeFile(home, u"a/b/c"_s));
    QVERIFY(!QFileInfo::exists(store.homeFolder(home) + u"/a/b"_s));
    QVERIFY(QFileInfo::exists(store.homeFolder(home) + u"/a/d"_s));
    QVERIFY(store.known(home)->isEmpty());
    QVERIFY(store.removeFile(home, u"a/d"_s));
    QVERIFY(QFileInfo::exists(store.homeFolder(home)));
    QVERIFY(store.removeFile(home, u"never there"_s));
}

void tst_FileStore::keptFilesAreListedAndReadable()
{
    FileStore store = open();
    writeFile(store.homeFolder(home) + u"/notes/a.txt"_s, "loser");
    const Result<QString> kept = store.keepAside(home, u"notes/a.txt"_s, u"A reason."_s);
    QVERIFY(kept);
    QCOMPARE(readFile(*kept), QByteArray("loser"));
    QVERIFY(!store.find(home, u"notes/a.txt"_s));
    writeFile(store.homeFolder(home) + u"/notes/a.txt"_s, "another loser");
    QVERIFY(store.keepAside(home, u"notes/a.txt"_s, u"A reason."_s));
    QCOMPARE(store.keptAside(home)->size(), 2);
    QCOMPARE(store.scan(home, m_never)->size(), 0); // what is kept is no content
    QVERIFY(store.keptAside(u"b.example.com"_s)->isEmpty());
}

void tst_FileStore::purgeRemovesOnlyItsHomePool()
{
    FileStore store = open();
    writeFile(store.homeFolder(home) + u"/a/b"_s, "x");
    writeFile(store.homeFolder(home) + u"/c"_s, "x");
    writeFile(store.homeFolder(u"b.example.com"_s) + u"/c"_s, "y");
    QVERIFY(store.setKnown(home, {{u"c"_s, 1, 2, 3, 4, "d"}}));
    QVERIFY(store.keepAside(home, u"a/b"_s, u"A reason."_s));
    const Result<qint64> purged = store.purge(home);
    QVERIFY(purged);
    QCOMPARE(*purged, 1);
    QVERIFY(!QFileInfo::exists(store.homeFolder(home)));
    QVERIFY(store.known(home)->isEmpty());
    QVERIFY(store.keptAside(home)->isEmpty());
    QVERIFY(store.find(u"b.example.com"_s, u"c"_s));
}

void tst_FileStore::readOnlyChangesNothing()
{
    writeFile(folder() + u'/' + home + u"/file"_s, "x");
    writeFile(folder() + u"/.cspool/incoming/7.part"_s, "half of it");
    const QStringList before = allEntries(m_directory->path());
    const QByteArray index = readFile(indexPath());
    {
        const FileStore store = open(OpenMode::ReadOnly);
        QCOMPARE(store.scan(home, m_never)->size(), 1);
        QVERIFY(store.known(home)->isEmpty());
    }
    QCOMPARE(allEntries(m_directory->path()), before);
    QCOMPARE(readFile(indexPath()), index);
}

QTEST_GUILESS_MAIN(tst_FileStore)
#include "tst_file_store.moc"
