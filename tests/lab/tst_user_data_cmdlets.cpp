// Export-CsUserData and Get-CsUserData on a lab deployment, and what all three cmdlets refuse.
#include "backend/lab/deployment.h"
#include "backend/lab/user_data_archive.h"
#include "model/user_data.h"
#include "tests/support/archive_generator.h"
#include "tests/support/archive_reading.h"
#include "tests/support/test_support.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

const QString PoolA = u"a.example.com"_s;
const QString PoolB = u"b.example.com"_s;
const QString PoolC = u"c.example.com"_s;

// Every file of a folder with a digest of its content.
QMap<QString, QByteArray> contentsOf(const QString &folder)
{
    QMap<QString, QByteArray> contents;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            contents.insert(file.fileName(), QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256));
    }
    return contents;
}

// Puts a document into the store of `pool` that is homed on another one, as a backup does.
void putBackedUp(const TestDeployment &lab, const QString &pool, const QString &home, const QString &name,
                 const QByteArray &data)
{
    auto store = lab.open()->userStore(pool);
    if (!store)
        qFatal("%s", qUtf8Printable(store.error().message));
    Document document;
    document.name = name;
    document.homePool = home;
    document.revision = {1, 1};
    document.data = data;
    document.digest = documentDigest({}, data);
    document.written = QDateTime::currentDateTimeUtc();
    if (const auto applied = store->apply({document}, {QUuid::createUuid(), home, 1, document.written}); !applied)
        qFatal("%s", qUtf8Printable(applied.error().message));
}

QString importLine(const QString &file, const QString &pool = PoolA)
{
    return u"Import-CsUserData -PoolFqdn %1 -FileName '%2'"_s.arg(pool, file);
}

QString exportLine(const QString &file, const QString &pool = PoolA)
{
    return u"Export-CsUserData -PoolFqdn %1 -FileName '%2'"_s.arg(pool, file);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestUserDataCmdlets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void poolsAreChecked_data();
    void poolsAreChecked();
    void exportHoldsBothSetsInOrder();
    void exportImportExportIsIdentical();
    void exportsAreFiltered_data();
    void exportsAreFiltered();
    void aLegacyExportHoldsUsersOnly();
    void anExportIsWrittenOnlyWhereItMayBe_data();
    void anExportIsWrittenOnlyWhereItMayBe();
    void aDamagedDocumentIsLeftOutOfAnExport();
    void aCancelledExportLeavesTheOldArchive();
    void usersAreListed();
    void oneUserIsShownDecoded();
    void anUnknownUserIsAnError();
    void aDocumentThatCannotBeDecodedIsStillListed();
    void whatWasKeptAsideIsListedAndShown();
};

void TestUserDataCmdlets::poolsAreChecked_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("id");
    QTest::newRow("import, unknown pool")
        << u"Import-CsUserData -PoolFqdn no.example.com -FileName x.zip"_s << u"PoolNotFound"_s;
    QTest::newRow("export, unknown pool")
        << u"Export-CsUserData -PoolFqdn no.example.com -FileName x.zip"_s << u"PoolNotFound"_s;
    QTest::newRow("get, unknown pool") << u"Get-CsUserData -PoolFqdn no.example.com"_s << u"PoolNotFound"_s;
    QTest::newRow("import, no such file") << importLine(u"/no/such/file.zip"_s) << u"UserDataArchiveNotFound"_s;
    QTest::newRow("import, no file named")
        << u"Import-CsUserData -PoolFqdn a.example.com"_s << u"MissingMandatoryParameter"_s;
}

void TestUserDataCmdlets::poolsAreChecked()
{
    QFETCH(QString, line);
    QFETCH(QString, id);
    TestDeployment lab;
    const LabResult result = runLab(lab.folder(), line);
    QVERIFY(result.outcome == Outcome::Failed);
    QCOMPARE(result.error->id, id);
    QVERIFY(!result.error->recommendedAction.isEmpty());
}

void TestUserDataCmdlets::exportHoldsBothSetsInOrder()
{
    TestDeployment lab;
    lab.writeDocument(PoolA, u"urn:lcd:m@b.c"_s, "<Data>m</Data>");
    lab.writeDocument(PoolA, u"urn:hcd:1"_s, "<Data>c</Data>");
    putBackedUp(lab, PoolA, PoolB, u"urn:lcd:b@b.c"_s, "<Data>b</Data>");
    const auto before = contentsOf(lab.folder());
    const QString file = lab.filePath(u"u.zip"_s);
    const LabResult result = runLab(lab.folder(), exportLine(file));
    QVERIFY2(result.outcome == Outcome::Succeeded, qUtf8Printable(result.error ? result.error->message : QString()));
    QCOMPARE(zipEntry(file),
             "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<DocItemSet>\n<DocItem "
             "Name=\"urn:hcd:1\"><Data>c</Data></DocItem>\n"
             "<DocItem Name=\"urn:lcd:b@b.c\"><Data>b</Data></DocItem>\n<DocItem "
             "Name=\"urn:lcd:m@b.c\"><Data>m</Data></DocItem>\n"
             "</DocItemSet>\n");
    QCOMPARE(contentsOf(lab.folder()), before);
    QVERIFY(result.hostMessages().join(u'\n').contains(u"Documents written: 3."_s));
}

void TestUserDataCmdlets::exportImportExportIsIdentical()
{
    TestDeployment lab;
    const QString first = lab.filePath(u"1.zip"_s), second = lab.filePath(u"2.zip"_s), third = lab.filePath(u"3.zip"_s);
    writeArchive(first, {.users = 300, .contacts = 5});
    QVERIFY(runLab(lab.folder(), importLine(first)).outcome == Outcome::Succeeded);
    QVERIFY(runLab(lab.folder(), exportLine(second)).outcome == Outcome::Succeeded);
    QVERIFY(runLab(lab.folder(), importLine(second, PoolC)).outcome == Outcome::Succeeded);
    QVERIFY(runLab(lab.folder(), exportLine(third, PoolC)).outcome == Outcome::Succeeded);
    QCOMPARE(zipEntry(second), zipEntry(first));
    QCOMPARE(zipEntry(third), zipEntry(first));
}

void TestUserDataCmdlets::exportsAreFiltered_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("none") << QString()
                          << QStringList{u"urn:hcd:1"_s, u"urn:hcd:12"_s, u"urn:hcd:1:x"_s, u"urn:lcd:A@b.c"_s,
                                         u"urn:lcd:b@b.c"_s};
    QTest::newRow("a user") << u"-UserFilter a@b.c"_s << QStringList{u"urn:lcd:A@b.c"_s};
    QTest::newRow("a conference directory")
        << u"-ConfDirectoryFilter 1"_s << QStringList{u"urn:hcd:1"_s, u"urn:hcd:1:x"_s};
    QTest::newRow("both") << u"-UserFilter b@b.c -ConfDirectoryFilter 12"_s
                          << QStringList{u"urn:hcd:12"_s, u"urn:lcd:b@b.c"_s};
    QTest::newRow("an unknown user") << u"-UserFilter no@b.c"_s << QStringList();
    QTest::newRow("an unknown conference directory") << u"-ConfDirectoryFilter 2"_s << QStringList();
}

void TestUserDataCmdlets::exportsAreFiltered()
{
    QFETCH(QString, filter);
    QFETCH(QStringList, names);
    TestDeployment lab;
    for (const QString &name :
         {u"urn:hcd:1"_s, u"urn:hcd:1:x"_s, u"urn:hcd:12"_s, u"urn:lcd:A@b.c"_s, u"urn:lcd:b@b.c"_s})
        lab.writeDocument(PoolA, name, "<Data/>");
    const QString file = lab.filePath(u"u.zip"_s);
    const LabResult result = runLab(lab.folder(), exportLine(file) + u' ' + filter);
    QCOMPARE(result.outcome == Outcome::Failed, names.isEmpty());
    QCOMPARE(QFile::exists(file), !names.isEmpty());
    QStringList found;
    if (!names.isEmpty()) {
        const auto read = UserDataArchiveReader::read(file, {},
                                                      [&found](const ArchiveItem &item) {
                                                          found.append(item.document.name);
                                                          return Result<>();
                                                      },
                                                      {});
        QVERIFY(read.isOk());
    }
    QCOMPARE(found, names);
}

void TestUserDataCmdlets::aLegacyExportHoldsUsersOnly()
{
    TestDeployment lab;
    lab.writeDocument(PoolA, u"urn:lcd:a@b.c"_s, "<Data><HomedResource/></Data>");
    lab.writeDocument(PoolA, u"urn:lcd:b@b.c"_s, "<Data/>");
    lab.writeDocument(PoolA, u"urn:hcd:1"_s, "<Data/>");
    const QString file = lab.filePath(u"u.xml"_s);
    const LabResult result = runLab(lab.folder(), exportLine(file) + u" -LegacyFormat"_s);
    QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
    QCOMPARE(result.errors().size(), 1);
    QVERIFY(result.errors().at(0).message.contains(u"urn:lcd:b@b.c"_s));
    QVERIFY(result.hostMessages().join(u'\n').contains(u"left out: 1."_s));
    QVERIFY(contentOf(file).contains("UserAtHost=\"a@b.c\"/>"));
    const LabResult conflicting = runLab(lab.folder(), exportLine(file) + u" -LegacyFormat -ConfDirectoryFilter 1"_s);
    QVERIFY(conflicting.outcome == Outcome::Failed);
}

void TestUserDataCmdlets::anExportIsWrittenOnlyWhereItMayBe_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("id");
    QTest::newRow("no such folder") << u"no/folder/u.zip"_s << u"FolderNotFound"_s;
    QTest::newRow("a folder") << u"."_s << u"FileIsFolder"_s;
    QTest::newRow("the deployment") << u"lab/u.zip"_s << u"FileInDeployment"_s;
    QTest::newRow("a store") << u"lab/pools/a.example.com/user-store.sqlite"_s << u"FileInDeployment"_s;
    QTest::newRow("a store, the long way round") << u"lab/../lab/pools/../deployment.sqlite"_s << u"FileInDeployment"_s;
    QTest::newRow("a link to a store") << u"store-link"_s << u"FileInDeployment"_s;
    QTest::newRow("a link to a link to what is not there") << u"link-to-link"_s << u"FileInDeployment"_s;
}

void TestUserDataCmdlets::anExportIsWrittenOnlyWhereItMayBe()
{
    QFETCH(QString, file);
    QFETCH(QString, id);
    TestDeployment lab;
    lab.writeDocument(PoolA, u"urn:lcd:a@b.c"_s, "<Data/>");
    QVERIFY(QFile::link(lab.folder() + "/pools/a.example.com/user-store.sqlite"_L1, lab.filePath(u"store-link"_s)));
    QVERIFY(QFile::link(lab.folder() + "/new.zip"_L1, lab.filePath(u"link"_s)));
    QVERIFY(QFile::link(u"link"_s, lab.filePath(u"link-to-link"_s)));
    const auto before = contentsOf(lab.folder());
    const LabResult result = runLab(lab.folder(), exportLine(lab.filePath(file)));
    QVERIFY(result.outcome == Outcome::Failed);
    QCOMPARE(result.error->id, id);
    QCOMPARE(contentsOf(lab.folder()), before);
}

void TestUserDataCmdlets::aDamagedDocumentIsLeftOutOfAnExport()
{
    TestDeployment lab;
    for (const QString &user : {u"a"_s, u"bad"_s, u"c"_s, u"worse"_s})
        lab.writeDocument(PoolA, u"urn:lcd:%1@b.c"_s.arg(user), "<Data/>");
    {
        const auto store = Database::open(lab.open()->userStore(PoolA)->path(), OpenMode::ReadWrite);
        QVERIFY(store
                && store->execute(u"UPDATE documents SET data = x'00' WHERE name IN ('urn:lcd:bad@b.c', "
                                  "'urn:lcd:worse@b.c')"_s));
    }
    const QString file = lab.filePath(u"u.zip"_s);
    const LabResult result = runLab(lab.folder(), exportLine(file));
    QVERIFY2(result.outcome == Outcome::SucceededWithWarnings,
             qPrintable(result.error ? result.error->message : QString()));
    QCOMPARE(result.errors().size(), 2);
    QCOMPARE(result.errors().at(0).id, u"DocumentDamaged"_s);
    QCOMPARE(result.errors().at(0).target, u"urn:lcd:bad@b.c"_s);
    QCOMPARE(result.errors().at(1).target, u"urn:lcd:worse@b.c"_s);
    const ReadBack written = readArchive(file);
    QCOMPARE(written.documents().size(), 2);
    QCOMPARE(written.documents().at(1).name, u"urn:lcd:c@b.c"_s);
    // One who is asked for by name is not unknown, and the list goes on behind them.
    const LabResult one = runLab(lab.folder(), exportLine(file) + u" -UserFilter bad@b.c"_s);
    QVERIFY(!one.error);
    QCOMPARE(one.errors().value(0).id, u"DocumentDamaged"_s);
    const LabResult list = runLab(lab.folder(), u"Get-CsUserData -PoolFqdn a.example.com"_s);
    QCOMPARE(list.objects().size(), 2);
    QCOMPARE(list.errors().size(), 2);
}

void TestUserDataCmdlets::aCancelledExportLeavesTheOldArchive()
{
    TestDeployment lab;
    const QString file = lab.filePath(u"u.zip"_s);
    writeArchive(file, {.users = 300, .contacts = 1});
    QVERIFY(runLab(lab.folder(), importLine(file)).outcome == Outcome::Succeeded);
    const QByteArray before = contentOf(file);
    const auto stopWhenItWrites = [](const Record &record, StopSource &stop) {
        if (std::holds_alternative<ProgressRecord>(record.content))
            stop.requestStop();
    };
    const LabResult result = runLab(lab.folder(), exportLine(file), {.observer = stopWhenItWrites});
    QVERIFY(result.outcome == Outcome::Cancelled);
    QCOMPARE(contentOf(file), before);
}

void TestUserDataCmdlets::usersAreListed()
{
    TestDeployment lab;
    const DocumentWrite user = generatedDocument({.users = 4, .contacts = 3}, 1);
    lab.writeDocument(PoolA, user.name, user.data);
    lab.writeDocument(PoolA, u"urn:hcd:1"_s, "<Data/>");
    putBackedUp(lab, PoolA, PoolB, u"urn:lcd:z@b.c"_s, "<Data/>");
    const LabResult result = runLab(lab.folder(), u"Get-CsUserData -PoolFqdn a.example.com"_s);
    QVERIFY(result.outcome == Outcome::Succeeded);
    const QList<Object> rows = result.objects();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).string(u"Identity"), u"urn:hcd:1"_s);
    QCOMPARE(rows.at(0).string(u"Kind"), u"Conference"_s);
    QVERIFY(!rows.at(0).value(u"Contacts").isValid());
    QCOMPARE(rows.at(1).string(u"Identity"), u"user00001@example.com"_s);
    QCOMPARE(rows.at(1).value(u"Contacts").toLongLong(), 3);
    QCOMPARE(rows.at(1).value(u"Groups").toLongLong(), 2);
    QCOMPARE(rows.at(1).string(u"Revision"), u"1.1"_s);
    QCOMPARE(rows.at(2).string(u"HomePool"), PoolB);
    for (const QString &column : findCmdlet(u"Get-CsUserData")->tableColumns)
        QVERIFY2(rows.at(0).contains(column), qUtf8Printable(column));
}

void TestUserDataCmdlets::oneUserIsShownDecoded()
{
    TestDeployment lab;
    const DocumentWrite user = generatedDocument({.users = 4, .contacts = 2}, 1);
    lab.writeDocument(PoolA, user.name, user.data);
    for (const QString &identity :
         {u"user00001@example.com"_s, u"sip:User00001@Example.com"_s, u"urn:lcd:user00001@example.com"_s}) {
        const LabResult result
            = runLab(lab.folder(), u"Get-CsUserData -PoolFqdn a.example.com -Identity "_s + identity);
        QVERIFY(result.outcome == Outcome::Succeeded);
        QCOMPARE(result.objects().size(), 1);
        const Object object = result.objects().at(0);
        QCOMPARE(object.string(u"HomePool"), PoolA);
        QCOMPARE(object.list(u"Groups").size(), 2);
        QCOMPARE(object.list(u"Groups").at(0).value<Object>().text(), u"Other Contacts"_s);
        QCOMPARE(object.list(u"Contacts").size(), 2);
        QCOMPARE(object.list(u"Contacts").at(0).value<Object>().text(), u"Colleague 0 <user00000@example.com>"_s);
    }
}

void TestUserDataCmdlets::anUnknownUserIsAnError()
{
    TestDeployment lab;
    const LabResult result = runLab(lab.folder(), u"Get-CsUserData -PoolFqdn a.example.com -Identity no@b.c"_s);
    QVERIFY(result.outcome == Outcome::Failed);
    QCOMPARE(result.error->id, u"UserNotFound"_s);
    QVERIFY(result.error->message.contains(u"no@b.c"_s));
}

void TestUserDataCmdlets::aDocumentThatCannotBeDecodedIsStillListed()
{
    TestDeployment lab;
    lab.writeDocument(PoolA, u"urn:lcd:broken@b.c"_s, "<Data>");
    lab.writeDocument(PoolA, u"urn:lcd:good@b.c"_s, "<Data/>");
    const LabResult result = runLab(lab.folder(), u"Get-CsUserData -PoolFqdn a.example.com"_s);
    QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
    QCOMPARE(result.objects().size(), 2);
    QCOMPARE(result.errors().size(), 1);
    QVERIFY(!result.objects().at(0).value(u"Contacts").isValid());
    QCOMPARE(result.objects().at(1).value(u"Contacts").toLongLong(), 0);
}

void TestUserDataCmdlets::whatWasKeptAsideIsListedAndShown()
{
    TestDeployment lab;
    // Local writes lose to unrelated versions of their home pool with a greater revision.
    const DocumentWrite loser = generatedDocument({.users = 4, .contacts = 2}, 1);
    lab.writeDocument(PoolA, loser.name, loser.data);
    lab.writeDocument(PoolA, u"urn:lcd:broken@b.c"_s, "<Data>");
    {
        auto store = lab.open()->userStore(PoolA);
        QVERIFY(store);
        for (const QString &name : {loser.name, u"urn:lcd:broken@b.c"_s}) {
            Document winner;
            winner.name = name;
            winner.homePool = PoolA;
            winner.revision = {3, 7};
            winner.data = "<Data/>";
            winner.digest = documentDigest({}, winner.data);
            winner.written = QDateTime::currentDateTimeUtc();
            const auto applied = store->apply({winner}, {QUuid::createUuid(), PoolA, 1, winner.written});
            QVERIFY(applied && applied->keptAside == 1);
        }
    }
    const QString line = u"Get-CsUserData -PoolFqdn a.example.com -KeptAside"_s;
    const LabResult list = runLab(lab.folder(), line);
    QVERIFY(list.outcome == Outcome::Succeeded);
    QCOMPARE(list.objects().size(), 2);
    const Object row = list.objects().at(0);
    QCOMPARE(row.string(u"Identity"), u"user00001@example.com"_s);
    QCOMPARE(row.string(u"HomePool"), PoolA);
    QCOMPARE(row.string(u"Revision"), u"1.1"_s);
    QVERIFY(!row.string(u"Reason").isEmpty());
    QVERIFY(row.dateTime(u"Kept").isValid());

    const LabResult one = runLab(lab.folder(), line + u" -Identity USER00001@example.com"_s);
    QVERIFY(one.outcome == Outcome::Succeeded);
    QCOMPARE(one.objects().size(), 1);
    QCOMPARE(one.objects().at(0).list(u"Contacts").size(), 2);
    QCOMPARE(one.objects().at(0).string(u"Reason"), row.string(u"Reason"));
    QVERIFY(one.objects().at(0).dateTime(u"Kept").isValid());
    // What cannot be decoded is still shown as far as it can be.
    const LabResult broken = runLab(lab.folder(), line + u" -Identity broken@b.c"_s);
    QCOMPARE(broken.objects().size(), 1);
    QCOMPARE(broken.errors().size(), 1);
    const LabResult unknown = runLab(lab.folder(), line + u" -Identity no@b.c"_s);
    QVERIFY(unknown.outcome == Outcome::Failed);
    QCOMPARE(unknown.error->id, u"NothingKeptAside"_s);
}

QTEST_GUILESS_MAIN(TestUserDataCmdlets)
#include "tst_user_data_cmdlets.moc"
