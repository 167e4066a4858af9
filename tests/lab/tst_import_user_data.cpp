// Import-CsUserData on a lab deployment.
#include "backend/lab/deployment.h"
#include "backend/lab/user_data_archive.h"
#include "model/user_data.h"
#include "tests/support/archive_generator.h"
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

// A store's living documents by name, with their home pools.
QMap<QString, Document> documentsOf(const TestDeployment &lab, const QString &pool)
{
    QMap<QString, Document> documents;
    const auto store = lab.open(OpenMode::ReadOnly)->userStore(pool);
    if (!store)
        qFatal("%s", qUtf8Printable(store.error().message));
    const auto read = store->forEach({}, [&](const Document &document) {
        documents.insert(document.name, document);
        return Result<>();
    });
    return read ? documents : QMap<QString, Document>();
}

qint64 sequenceOf(const TestDeployment &lab, const QString &pool)
{
    return lab.open(OpenMode::ReadOnly)->userStore(pool)->lastSequence().valueOr(-1);
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

QByteArray item(const QString &name, const QByteArray &data)
{
    return "<DocItem Name=\"" + name.toUtf8() + "\">" + data + "</DocItem>\n";
}

qint64 countOf(const std::optional<StepRecord> &step, const QString &name)
{
    for (const StepCount &count : step ? step->counts : QList<StepCount>()) {
        if (count.name == name)
            return count.value;
    }
    return -1;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestImportUserData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importedDocumentsAreHomedOnThePool();
    void importingAgainWritesOnlyWhatChanged();
    void whatIfChangesNotOneByte();
    void aDeclinedImportChangesNothing();
    void aDamagedArchiveChangesNothing();
    void aBadItemIsReportedAndTheRestIsImported();
    void oneUserIsImportedAlone();
    void aUserWhoIsNotInTheArchiveIsAnError();
    void aDocumentKeepsItsHomePool();
    void aUserIsNeverHomedTwice();
    void aDamagedDocumentIsReplaced_data();
    void aDamagedDocumentIsReplaced();
    void aFailedOverPoolIsWrittenOnItsBackupPool();
    void aReadOnlyPoolIsAnError();
    void anUnpairedPoolIsImportedInto();
    void theLastOfTwoDocumentsOfOneNameCounts();
    void otherFilesInTheArchiveAreNamed();
    void aCancelledImportGoesOnWhereItStopped();
    void refusalsAreShownUpToALimit();
    void aLegacyArchiveIsImported();
};

void TestImportUserData::importedDocumentsAreHomedOnThePool()
{
    TestDeployment lab;
    const GeneratedArchive archive{.users = 1200, .contacts = 3};
    writeArchive(lab.filePath(u"u.zip"_s), archive);
    const LabResult result = runLab(lab.folder(), importLine(lab.filePath(u"u.zip"_s)));
    QVERIFY2(!result.error, qUtf8Printable(result.error ? result.error->message : QString()));
    QVERIFY(result.outcome == Outcome::Succeeded);
    const QMap<QString, Document> documents = documentsOf(lab, PoolA);
    QCOMPARE(documents.size(), 1200);
    for (const int index : {0, 499, 500, 1199}) {
        const DocumentWrite expected = generatedDocument(archive, index);
        const Document document = documents.value(expected.name);
        QCOMPARE(document.data, expected.data);
        QCOMPARE(document.namespaces, expected.namespaces);
        QCOMPARE(document.homePool, PoolA);
        QVERIFY(document.revision == (Revision{1, 1}));
    }
    QCOMPARE(documentsOf(lab, PoolB).size(), 0);
    QCOMPARE(countOf(result.step(u"Import user data"_s), u"documents written"_s), 1200);
    QVERIFY(
        result.hostMessages().join(u'\n').contains(u"new documents: 1,200, changed: 0, unchanged: 0, refused: 0"_s));
}

void TestImportUserData::importingAgainWritesOnlyWhatChanged()
{
    TestDeployment lab;
    const QString file = lab.filePath(u"u.zip"_s);
    writeArchive(file, {.users = 50, .contacts = 3});
    QVERIFY(runLab(lab.folder(), importLine(file)).outcome == Outcome::Succeeded);
    const qint64 sequence = sequenceOf(lab, PoolA);
    const LabResult again = runLab(lab.folder(), importLine(file));
    QVERIFY(again.outcome == Outcome::Succeeded);
    QCOMPARE(sequenceOf(lab, PoolA), sequence);
    QVERIFY(again.hostMessages().join(u'\n').contains(u"Nothing had to be imported"_s));

    writeArchive(file, {.users = 50, .contacts = 3, .changedUsers = 7});
    const LabResult changed = runLab(lab.folder(), importLine(file));
    QCOMPARE(countOf(changed.step(u"Import user data"_s), u"changed documents"_s), 7);
    QCOMPARE(countOf(changed.step(u"Import user data"_s), u"documents written"_s), 7);
    const QMap<QString, Document> documents = documentsOf(lab, PoolA);
    QVERIFY(documents.value(u"urn:lcd:user00006@example.com"_s).revision == (Revision{1, 2}));
    QVERIFY(documents.value(u"urn:lcd:user00007@example.com"_s).revision == (Revision{1, 1}));
}

void TestImportUserData::whatIfChangesNotOneByte()
{
    TestDeployment lab;
    const QString file = lab.filePath(u"u.zip"_s);
    writeArchive(file, {.users = 5, .contacts = 1});
    QVERIFY(runLab(lab.folder(), importLine(file)).outcome == Outcome::Succeeded);
    writeArchive(file, {.users = 8, .contacts = 1, .changedUsers = 2});
    const auto before = contentsOf(lab.folder());
    const LabResult result = runLab(lab.folder(), importLine(file) + u" -WhatIf"_s);
    QVERIFY(result.outcome == Outcome::Previewed);
    QVERIFY2(result.hostMessages().join(u'\n').contains(u"new documents: 3, changed: 8, unchanged: 0"_s)
                 || result.hostMessages().join(u'\n').contains(u"new documents: 3, changed: 5, unchanged: 0"_s),
             qUtf8Printable(result.hostMessages().join(u'\n')));
    QCOMPARE(contentsOf(lab.folder()), before);
}

void TestImportUserData::aDeclinedImportChangesNothing()
{
    TestDeployment lab;
    const QString file = lab.filePath(u"u.zip"_s);
    writeArchive(file, {.users = 5, .contacts = 1});
    const LabResult declined = runLab(lab.folder(), importLine(file) + u" -Confirm"_s, {.answers = {2}});
    QCOMPARE(declined.prompts().size(), 1);
    QVERIFY(declined.outcome == Outcome::Skipped);
    QCOMPARE(documentsOf(lab, PoolA).size(), 0);
    const LabResult accepted = runLab(lab.folder(), importLine(file) + u" -Confirm"_s, {.answers = {0}});
    QVERIFY(accepted.outcome == Outcome::Succeeded);
    QCOMPARE(documentsOf(lab, PoolA).size(), 5);
}

void TestImportUserData::aDamagedArchiveChangesNothing()
{
    TestDeployment lab;
    const QString file = lab.filePath(u"u.xml"_s);
    QFile xml(file);
    QVERIFY(xml.open(QIODevice::WriteOnly));
    xml.write("<DocItemSet>\n");
    for (int user = 0; user < 2000; ++user)
        xml.write(item(u"urn:lcd:user%1@example.com"_s.arg(user), "<Data/>"));
    xml.close(); // without an end
    const LabResult result = runLab(lab.folder(), importLine(file));
    QVERIFY(result.outcome == Outcome::Failed);
    QVERIFY(result.error->message.contains(u"ends too early, in line 2002"_s));
    QCOMPARE(documentsOf(lab, PoolA).size(), 0);
}

void TestImportUserData::aBadItemIsReportedAndTheRestIsImported()
{
    TestDeployment lab;
    const QString file = lab.filePath(u"u.zip"_s);
    writeZip(file,
             {{u"DocItemSet.xml"_s,
               "<DocItemSet>\n" + item(u"urn:lcd:a@b.c"_s, "1") + item(u"urn:lcd:x\\y@b.c"_s, "2")
                   + item(u"urn:hcd:3"_s, "3") + "</DocItemSet>"}});
    const LabResult result = runLab(lab.folder(), importLine(file));
    QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
    QCOMPARE(result.errors().size(), 1);
    QVERIFY(result.errors().at(0).message.contains(u"line 3"_s));
    QCOMPARE(documentsOf(lab, PoolA).keys(), (QStringList{u"urn:hcd:3"_s, u"urn:lcd:a@b.c"_s}));
    QCOMPARE(countOf(result.step(u"Import user data"_s), u"refused documents"_s), 1);

    const LabResult stopped = runLab(lab.folder(), importLine(file, PoolC) + u" -ErrorAction Stop"_s);
    QVERIFY(stopped.outcome == Outcome::Failed);
    QCOMPARE(documentsOf(lab, PoolC).size(), 0);
}

void TestImportUserData::oneUserIsImportedAlone()
{
    TestDeployment lab;
    const QString file = lab.filePath(u"u.zip"_s);
    writeZip(file,
             {{u"DocItemSet.xml"_s,
               "<DocItemSet>" + item(u"urn:lcd:a@b.c"_s, "1") + item(u"urn:lcd:x/y@b.c"_s, "2")
                   + item(u"urn:lcd:B@b.c"_s, "3") + "</DocItemSet>"}});
    const LabResult result = runLab(lab.folder(), importLine(file) + u" -UserFilter sip:b@B.C"_s);
    QVERIFY(result.outcome == Outcome::Succeeded);
    QCOMPARE(documentsOf(lab, PoolA).keys(), QStringList(u"urn:lcd:B@b.c"_s));
}

void TestImportUserData::aUserWhoIsNotInTheArchiveIsAnError()
{
    TestDeployment lab;
    const QString file = lab.filePath(u"u.zip"_s);
    writeArchive(file, {.users = 3, .contacts = 1});
    const LabResult result = runLab(lab.folder(), importLine(file) + u" -UserFilter nobody@example.com"_s);
    QVERIFY(result.outcome == Outcome::Failed);
    QCOMPARE(result.error->id, u"UserNotInArchive"_s);
    QVERIFY(result.error->message.contains(u"nobody@example.com"_s));
}

void TestImportUserData::aDocumentKeepsItsHomePool()
{
    TestDeployment lab;
    putBackedUp(lab, PoolA, PoolB, u"urn:lcd:same@b.c"_s, "same");
    putBackedUp(lab, PoolA, PoolB, u"urn:lcd:old@b.c"_s, "old");
    const QString file = lab.filePath(u"u.zip"_s);
    writeZip(file,
             {{u"DocItemSet.xml"_s,
               "<DocItemSet>" + item(u"urn:lcd:same@b.c"_s, "same") + item(u"urn:lcd:old@b.c"_s, "new")
                   + item(u"urn:lcd:fresh@b.c"_s, "fresh") + "</DocItemSet>"}});
    const LabResult result = runLab(lab.folder(), importLine(file));
    QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
    QCOMPARE(result.errors().size(), 1);
    QVERIFY2(result.errors().at(0).message.contains(u"old@b.c is not imported: it is homed on b.example.com"_s),
             qUtf8Printable(result.errors().at(0).message));
    const QMap<QString, Document> documents = documentsOf(lab, PoolA);
    QCOMPARE(documents.value(u"urn:lcd:old@b.c"_s).data, "old");
    QCOMPARE(documents.value(u"urn:lcd:fresh@b.c"_s).homePool, PoolA);
    QCOMPARE(countOf(result.step(u"Import user data"_s), u"unchanged documents"_s), 1);
}

void TestImportUserData::aUserIsNeverHomedTwice()
{
    TestDeployment lab;
    lab.writeDocument(PoolB, u"urn:lcd:x@b.c"_s, "on b, and not backed up yet");
    const QString file = lab.filePath(u"u.zip"_s);
    writeZip(file, {{u"DocItemSet.xml"_s, "<DocItemSet>" + item(u"urn:lcd:x@b.c"_s, "x") + "</DocItemSet>"}});
    const LabResult result = runLab(lab.folder(), importLine(file));
    QCOMPARE(result.errors().size(), 1);
    QVERIFY(result.errors().at(0).message.contains(u"homed on b.example.com"_s));
    QCOMPARE(documentsOf(lab, PoolA).size(), 0);
}

void TestImportUserData::aDamagedDocumentIsReplaced_data()
{
    QTest::addColumn<QByteArray>("imported");
    QTest::newRow("by other data") << QByteArray("new");
    QTest::newRow("by what it should be") << QByteArray("as it was");
}

void TestImportUserData::aDamagedDocumentIsReplaced()
{
    QFETCH(const QByteArray, imported);
    TestDeployment lab;
    lab.writeDocument(PoolA, u"urn:lcd:bad@b.c"_s, "as it was");
    {
        const Database database = *Database::open(lab.open()->userStore(PoolA)->path(), OpenMode::ReadWrite);
        QVERIFY(database.execute(u"UPDATE documents SET data = x'00' WHERE name = 'urn:lcd:bad@b.c'"_s).isOk());
    }
    const QString file = lab.filePath(u"u.zip"_s);
    writeZip(file,
             {{u"DocItemSet.xml"_s,
               "<DocItemSet>" + item(u"urn:lcd:bad@b.c"_s, imported) + item(u"urn:lcd:good@b.c"_s, "good")
                   + "</DocItemSet>"}});
    const LabResult result = runLab(lab.folder(), importLine(file));
    QVERIFY2(result.outcome == Outcome::Succeeded, qPrintable(result.error ? result.error->message : QString()));
    const QMap<QString, Document> documents = documentsOf(lab, PoolA);
    QCOMPARE(documents.size(), 2);
    QVERIFY(documents.value(u"urn:lcd:bad@b.c"_s).data.contains(imported));
    QVERIFY(documents.value(u"urn:lcd:bad@b.c"_s).revision == (Revision{1, 2}));
}

void TestImportUserData::aFailedOverPoolIsWrittenOnItsBackupPool()
{
    TestDeployment lab;
    QVERIFY(lab.open()->setOwnership({PoolA, PoolB, 2, PoolState::FailedOver, false}).isOk());
    const QString file = lab.filePath(u"u.zip"_s);
    writeArchive(file, {.users = 3, .contacts = 1});
    QVERIFY(runLab(lab.folder(), importLine(file)).outcome == Outcome::Succeeded);
    QCOMPARE(documentsOf(lab, PoolA).size(), 0);
    const QMap<QString, Document> documents = documentsOf(lab, PoolB);
    QCOMPARE(documents.size(), 3);
    QCOMPARE(documents.first().homePool, PoolA);
    QVERIFY(documents.first().revision == (Revision{2, 1}));
}

void TestImportUserData::aReadOnlyPoolIsAnError()
{
    TestDeployment lab;
    QVERIFY(lab.open()->setOwnership({PoolA, PoolA, 1, PoolState::Active, true}).isOk());
    const QString file = lab.filePath(u"u.zip"_s);
    writeArchive(file, {.users = 3, .contacts = 1});
    const LabResult result = runLab(lab.folder(), importLine(file));
    QVERIFY(result.outcome == Outcome::Failed);
    QCOMPARE(result.error->id, u"PoolReadOnly"_s);
    QCOMPARE(documentsOf(lab, PoolA).size(), 0);
}

void TestImportUserData::anUnpairedPoolIsImportedInto()
{
    TestDeployment lab;
    const QString file = lab.filePath(u"u.zip"_s);
    writeArchive(file, {.users = 3, .contacts = 1});
    QVERIFY(runLab(lab.folder(), importLine(file, PoolC)).outcome == Outcome::Succeeded);
    QCOMPARE(documentsOf(lab, PoolC).size(), 3);
}

void TestImportUserData::theLastOfTwoDocumentsOfOneNameCounts()
{
    TestDeployment lab;
    const QString file = lab.filePath(u"u.zip"_s);
    writeZip(file,
             {{u"DocItemSet.xml"_s,
               "<DocItemSet>" + item(u"urn:lcd:a@b.c"_s, "first") + item(u"urn:lcd:b@b.c"_s, "b")
                   + item(u"urn:lcd:a@b.c"_s, "last") + "</DocItemSet>"}});
    const LabResult result = runLab(lab.folder(), importLine(file));
    QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
    QVERIFY(result.warnings().join(u'\n').contains(u"more than once: 1. The last one of each counts: urn:lcd:a@b.c"_s));
    QCOMPARE(documentsOf(lab, PoolA).value(u"urn:lcd:a@b.c"_s).data, "last");
    QCOMPARE(countOf(result.step(u"Import user data"_s), u"documents written"_s), 2);
    const qint64 sequence = sequenceOf(lab, PoolA);
    QVERIFY(runLab(lab.folder(), importLine(file)).hostMessages().join(u'\n').contains(u"unchanged: 2"_s));
    QCOMPARE(sequenceOf(lab, PoolA), sequence);
}

void TestImportUserData::otherFilesInTheArchiveAreNamed()
{
    TestDeployment lab;
    const QString file = lab.filePath(u"u.zip"_s);
    writeZip(file,
             {{u"DocItemSet.xml"_s, "<DocItemSet>" + item(u"urn:lcd:a@b.c"_s, "1") + "</DocItemSet>"},
              {u"Other.xml"_s, "<x/>"}});
    const LabResult result = runLab(lab.folder(), importLine(file));
    QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
    QVERIFY(result.warnings().join(u'\n').contains(u"Other.xml"_s));
    QCOMPARE(documentsOf(lab, PoolA).size(), 1);
}

void TestImportUserData::aCancelledImportGoesOnWhereItStopped()
{
    TestDeployment lab;
    const QString file = lab.filePath(u"u.zip"_s);
    writeArchive(file, {.users = 1600, .contacts = 1});
    const auto stopAtFirstBatch = [](const Record &record, StopSource &stop) {
        const auto *progress = std::get_if<ProgressRecord>(&record.content);
        if (progress && progress->activity.startsWith(u"Importing"_s))
            stop.requestStop();
    };
    const LabResult result = runLab(lab.folder(), importLine(file), {.observer = stopAtFirstBatch});
    QVERIFY(result.outcome == Outcome::Cancelled);
    QCOMPARE(documentsOf(lab, PoolA).size(), 500);
    const qint64 sequence = sequenceOf(lab, PoolA);
    const LabResult rest = runLab(lab.folder(), importLine(file));
    QVERIFY(rest.outcome == Outcome::Succeeded);
    QCOMPARE(countOf(rest.step(u"Import user data"_s), u"documents written"_s), 1100);
    QCOMPARE(sequenceOf(lab, PoolA), sequence + 1100);
}

void TestImportUserData::refusalsAreShownUpToALimit()
{
    TestDeployment lab;
    QByteArray items;
    for (int user = 0; user < 130; ++user)
        items += item(u"urn:lcd:a/%1@b.c"_s.arg(user), "x");
    const QString file = lab.filePath(u"u.zip"_s);
    writeZip(file, {{u"DocItemSet.xml"_s, "<DocItemSet>" + items + "</DocItemSet>"}});
    const LabResult result = runLab(lab.folder(), importLine(file));
    QCOMPARE(result.errors().size(), 101);
    QVERIFY(result.errors().last().message.endsWith(u": 30."_s));
}

void TestImportUserData::aLegacyArchiveIsImported()
{
    TestDeployment lab;
    const QString file = lab.filePath(u"u.xml"_s), again = lab.filePath(u"again.xml"_s);
    writeArchive(file, {.users = 3, .contacts = 2}, ArchiveFormat::Legacy);
    QVERIFY(runLab(lab.folder(), importLine(file)).outcome == Outcome::Succeeded);
    QVERIFY(runLab(lab.folder(), exportLine(again) + u" -LegacyFormat"_s).outcome == Outcome::Succeeded);
    QVERIFY(contentOf(file).size() > 500);
    QCOMPARE(contentOf(again), contentOf(file));
}

QTEST_GUILESS_MAIN(TestImportUserData)
#include "tst_import_user_data.moc"
