// Import-CsUserData: puts the documents of a user data archive into the user store of a pool.
#include "backend/lab/lab_cmdlet.h"
#include "backend/lab/user_data_archive.h"
#include "model/user_data.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// One transaction each; larger than a batch of the backup service, because every commit waits for the disk.
constexpr qsizetype ImportBatchDocuments = 500;
constexpr qint64 ImportBatchBytes = 8 * 1024 * 1024;
constexpr qint64 ErrorsShownOneByOne = 100;
constexpr qsizetype DuplicatesNamed = 10;

enum Activity { Checking = 1, Importing }; // of the progress records

// What is to be done with one document.
enum class Verdict { New, Changed, Unchanged, Refused };

struct Counts
{
    qint64 documents[4] = {}; // by Verdict

    qint64 &operator[](Verdict verdict) { return documents[int(verdict)]; }
    qint64 operator[](Verdict verdict) const { return documents[int(verdict)]; }
    qint64 toWrite() const { return (*this)[Verdict::New] + (*this)[Verdict::Changed]; }
    qint64 all() const { return toWrite() + (*this)[Verdict::Unchanged] + (*this)[Verdict::Refused]; }
};

// The archive is read twice: first to its end, so that a damaged one changes nothing, and then to write.
class ImportUserData
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ImportUserData)

public:
    static Result<> run(LabContext &context);

private:
    ImportUserData(LabContext &context, const Pool &pool, const PoolOwnership &ownership, DocumentStore store);

    Result<> prepare(const Deployment &deployment);
    Result<> import();
    Result<> check();
    Result<> checkItem(const ArchiveItem &item);
    Result<bool> confirm();
    Result<> writeAll();
    Result<> writeItem(const ArchiveItem &item);
    Result<> flush();
    Result<> warnOfWhatWasLeftOut(const ArchiveReadSummary &summary);

    bool isWanted(const QString &name) const;
    Result<Verdict> judge(const DocumentWrite &write, Error *refusal, bool *isDamaged) const;
    Error homedElsewhere(const Document &document) const;
    void refuse(const Error &error);
    Result<> reportMoreRefusals();
    // An empty status ends the activity.
    void showProgress(Activity activity, qint64 done, qint64 total, const QString &status);
    void setCounts(Step &step) const;
    QString summary() const;

    LabContext &m_context;
    CommandRuntime &m_runtime;
    const Pool m_pool;
    const PoolOwnership m_ownership;
    DocumentStore m_store; // of the pool that serves m_pool now
    std::optional<DocumentStore> m_otherStore; // of the other pool of the pair, where it can be read
    QHash<QString, qint64> m_epochs;
    const QString m_path;
    const QString m_userName; // URN of the UserFilter; empty: everything

    Counts m_counts;
    QHash<size_t, Verdict> m_verdicts; // by the hash of the name: what it takes to notice a name that comes twice
    QHash<QString, qint64> m_lastPlace; // of names that come twice: which item counts
    qint64 m_place = 0; // of the current item in the archive
    qint64 m_refusals = 0;
    std::optional<Error> m_stopped; // -ErrorAction Stop

    QList<DocumentWrite> m_batch;
    QStringList m_damaged; // of the batch: their stored bytes are damaged
    qint64 m_batchBytes = 0;
    qint64 m_written = 0;
    qint64 m_toWrite = 0;
};

ImportUserData::ImportUserData(LabContext &context, const Pool &pool, const PoolOwnership &ownership,
                               DocumentStore store)
    : m_context(context)
    , m_runtime(context.runtime())
    , m_pool(pool)
    , m_ownership(ownership)
    , m_store(std::move(store))
    , m_path(QFileInfo(context.command().string(u"FileName")).absoluteFilePath())
    , m_userName(context.command().contains(u"UserFilter") ? userUrn(context.command().string(u"UserFilter"))
                                                           : QString())
{
    m_store.setInterruptCheck([stop = m_runtime.stopToken()] { return stop.isStopRequested(); });
}

Result<> ImportUserData::run(LabContext &context)
{
    const auto pool = context.userPool(context.command().string(u"PoolFqdn"));
    if (!pool)
        return pool.error();
    if (const auto locked = context.lockPair(*pool); !locked)
        return locked;
    const auto deployment = context.deployment();
    if (!deployment)
        return deployment.error();
    const auto ownership = (*deployment)->ownership(pool->fqdn);
    if (!ownership)
        return ownership.error();
    auto store = (*deployment)->userStore(ownership->owner);
    if (!store)
        return store.error();
    ImportUserData import(context, *pool, *ownership, std::move(*store));
    if (const auto prepared = import.prepare(**deployment); !prepared)
        return prepared;
    return import.import();
}

Result<> ImportUserData::prepare(const Deployment &deployment)
{
    const auto epochs = deployment.writableEpochs(m_ownership.owner);
    if (!epochs)
        return epochs.error();
    m_epochs = *epochs;
    if (!m_epochs.contains(m_pool.fqdn))
        return Error{ErrorCategory::InvalidOperation, u"PoolReadOnly"_s,
                     tr("The user data of %1 cannot be written at this moment: the state of the pool is %2.")
                         .arg(m_pool.fqdn, toString(m_ownership.state)),
                     tr("Finish the failover or failback of the pool by running it again, and then import."),
                     m_pool.fqdn};
    const QString other = m_ownership.owner == m_pool.fqdn ? m_pool.backupPoolFqdn : m_pool.fqdn;
    if (!other.isEmpty()) {
        if (auto store = deployment.userStore(other))
            m_otherStore = std::move(*store);
        else
            m_runtime.writeVerbose(
                tr("Whether a new user is homed on %1 already cannot be told: %2").arg(other, store.error().message));
    }
    if (m_ownership.owner != m_pool.fqdn)
        m_runtime.writeVerbose(tr("%1 is failed over: its data is written on %2.").arg(m_pool.fqdn, m_ownership.owner));
    return {};
}

Result<> ImportUserData::import()
{
    if (const auto checked = check(); !checked)
        return checked;
    if (m_counts.toWrite() == 0) {
        m_runtime.writeHost(tr("Nothing had to be imported into %1: %2").arg(m_pool.fqdn, summary()));
        return {};
    }
    const auto accepted = confirm();
    if (!accepted)
        return accepted.error();
    return *accepted ? writeAll() : Result<>();
}

Result<> ImportUserData::check()
{
    Step step = m_runtime.beginStep(tr("Check the archive %1").arg(QDir::toNativeSeparators(m_path)));
    const auto progress = [this](qint64 done, qint64 total) {
        showProgress(Checking, done, total,
                     tr("%1 of %2").arg(QLocale().formattedDataSize(done), QLocale().formattedDataSize(total)));
    };
    const auto summary = UserDataArchiveReader::read(
        m_path, m_runtime.stopToken(), [this](const ArchiveItem &item) { return checkItem(item); },
        [this](const Error &error) {
            if (isWanted(error.target)) {
                ++m_counts[Verdict::Refused];
                refuse(error);
            }
        },
        progress);
    if (!summary)
        return step.conclude(Result<>(summary.error()));
    showProgress(Checking, 1, 1, {});
    if (m_stopped)
        return step.conclude(Result<>(*m_stopped));
    setCounts(step);
    if (const auto reported = reportMoreRefusals(); !reported)
        return step.conclude(reported);
    if (!m_userName.isEmpty() && m_counts.all() == 0)
        return step.conclude(Result<>(Error{ErrorCategory::ObjectNotFound, u"UserNotInArchive"_s,
                                            tr("The archive %1 holds no data of the user %2.")
                                                .arg(QDir::toNativeSeparators(m_path), documentIdentity(m_userName)),
                                            tr("Check the address in UserFilter, which has the form user@domain."),
                                            documentIdentity(m_userName)}));
    return step.conclude(warnOfWhatWasLeftOut(*summary));
}

Result<> ImportUserData::checkItem(const ArchiveItem &item)
{
    ++m_place;
    if (m_stopped)
        return *m_stopped;
    const QString &name = item.document.name;
    if (!isWanted(name))
        return {};
    Error refusal;
    bool isDamaged = false;
    const auto verdict = judge(item.document, &refusal, &isDamaged);
    if (!verdict)
        return verdict.error();
    const size_t hash = qHash(name, 0);
    if (const auto earlier = m_verdicts.constFind(hash); earlier != m_verdicts.constEnd()) {
        m_lastPlace.insert(name, m_place);
        --m_counts[*earlier];
    }
    m_verdicts.insert(hash, *verdict);
    ++m_counts[*verdict];
    if (*verdict == Verdict::Refused)
        refuse(refusal);
    return {};
}

// What this document would do to the store. `refusal`: why it is refused. `isDamaged`: the store has the document, but
// not its bytes any more; the archive's take their place.
Result<Verdict> ImportUserData::judge(const DocumentWrite &write, Error *refusal, bool *isDamaged) const
{
    auto existing = m_store.find(write.name);
    *isDamaged = !existing && existing.error().id == "DocumentDamaged"_L1;
    if (*isDamaged)
        existing = m_store.head(write.name);
    // Not even its revision can be read.
    if (!existing && existing.error().id == "DocumentDamaged"_L1) {
        *refusal = existing.error();
        return Verdict::Refused;
    }
    if (!existing)
        return existing.error();
    std::optional<Document> document = *existing;
    if (document && !*isDamaged && !document->isDeleted
        && document->digest == documentDigest(write.namespaces, write.data))
        return Verdict::Unchanged;
    bool isWritable = !document || m_epochs.contains(document->homePool);
    if (!document && m_otherStore) {
        // Not here yet, but homed on the other pool: a second home must not come about.
        const auto there = m_otherStore->head(write.name);
        if (!there)
            return there.error();
        document = *there;
        isWritable = !document || document->isDeleted || document->homePool == m_pool.fqdn;
    }
    if (!isWritable) {
        *refusal = homedElsewhere(*document);
        return Verdict::Refused;
    }
    return *existing && !(*existing)->isDeleted ? Verdict::Changed : Verdict::New;
}

Error ImportUserData::homedElsewhere(const Document &document) const
{
    const QString identity = documentIdentity(document.name);
    return {ErrorCategory::InvalidOperation, u"DocumentHomedElsewhere"_s,
            tr("%1 is not imported: it is homed on %2, whose data is not written on %3 now.")
                .arg(identity, document.homePool, m_ownership.owner),
            tr("To import it as well, run the same command with -PoolFqdn %1.").arg(document.homePool), identity};
}

Result<bool> ImportUserData::confirm()
{
    return m_runtime.shouldProcess(m_pool.fqdn, tr("Import user data (%1)").arg(summary()),
                                   tr("A document that exists already keeps its home pool; a new one is homed on %1. "
                                      "What a changed document said before is "
                                      "replaced and cannot be brought back from here: Export-CsUserData keeps it.")
                                       .arg(m_pool.fqdn));
}

Result<> ImportUserData::writeAll()
{
    Step step = m_runtime.beginStep(tr("Import user data into %1").arg(m_pool.fqdn));
    m_toWrite = m_counts.toWrite();
    m_counts = {};
    m_place = 0;
    const auto summary = UserDataArchiveReader::read(
        m_path, m_runtime.stopToken(), [this](const ArchiveItem &item) { return writeItem(item); },
        [this](const Error &error) { m_counts[Verdict::Refused] += isWanted(error.target); });
    const auto written = summary ? flush() : Result<>(summary.error());
    setCounts(step);
    step.setCount(tr("documents written"), m_written);
    if (!written) {
        if (m_written > 0)
            m_runtime.writeVerbose(
                tr("Documents written to %1 before the end: %2. To go on from there, run the same command again.")
                    .arg(m_ownership.owner, QLocale().toString(m_written)));
        return step.conclude(written);
    }
    showProgress(Importing, 1, 1, {});
    m_runtime.writeHost(tr("User data was imported into %1: %2").arg(m_pool.fqdn, this->summary()));
    return step.conclude(written);
}

Result<> ImportUserData::writeItem(const ArchiveItem &item)
{
    ++m_place;
    const QString &name = item.document.name;
    if (!isWanted(name) || m_lastPlace.value(name, m_place) != m_place)
        return {};
    Error refusal;
    bool isDamaged = false;
    const auto verdict = judge(item.document, &refusal, &isDamaged);
    if (!verdict)
        return verdict.error();
    ++m_counts[*verdict];
    if (*verdict != Verdict::New && *verdict != Verdict::Changed)
        return {};
    if (isDamaged)
        m_damaged.append(name);
    m_batch.append(item.document);
    m_batchBytes += item.document.data.size();
    if (m_batch.size() < ImportBatchDocuments && m_batchBytes < ImportBatchBytes)
        return {};
    return flush();
}

Result<> ImportUserData::flush()
{
    if (const auto running = m_runtime.checkStop(); !running)
        return running;
    for (const QString &name : std::exchange(m_damaged, {})) {
        if (const auto forgotten = m_store.forgetDigest(name); !forgotten)
            return forgotten;
    }
    const auto written = m_store.write(m_batch, m_pool.fqdn, m_epochs);
    if (!written)
        return written.error();
    m_written += *written;
    m_batch.clear();
    m_batchBytes = 0;
    showProgress(Importing, m_written, m_toWrite,
                 tr("%1 of %2 documents").arg(QLocale().toString(m_written), QLocale().toString(m_toWrite)));
    return {};
}

Result<> ImportUserData::warnOfWhatWasLeftOut(const ArchiveReadSummary &summary)
{
    if (!m_lastPlace.isEmpty()) {
        QStringList names = m_lastPlace.keys();
        names.sort();
        const auto warned = m_runtime.writeWarning(
            tr("Documents that the archive holds more than once: %1. The last one of each counts: %2.")
                .arg(QLocale().toString(names.size()),
                     names.mid(0, DuplicatesNamed).join(u", "_s)
                         + (names.size() > DuplicatesNamed ? u", …"_s : QString())),
            tr("Check where the archive comes from: an export holds every document once."));
        if (!warned)
            return warned;
    }
    if (summary.ignoredEntryCount == 0)
        return {};
    const QString names = summary.ignoredEntries.join(u", "_s)
        + (summary.ignoredEntryCount > summary.ignoredEntries.size() ? u", …"_s : QString());
    return m_runtime.writeWarning(
        tr("Only DocItemSet.xml is read from the archive. Other files in it were left alone (%1): %2.")
            .arg(QLocale().toString(summary.ignoredEntryCount), names),
        tr("Keep the archive if you need them."));
}

bool ImportUserData::isWanted(const QString &name) const
{
    return m_userName.isEmpty() || name.compare(m_userName, Qt::CaseInsensitive) == 0;
}

void ImportUserData::refuse(const Error &error)
{
    if (++m_refusals > ErrorsShownOneByOne || m_stopped)
        return;
    if (const auto written = m_runtime.writeError(error); !written)
        m_stopped = written.error();
}

Result<> ImportUserData::reportMoreRefusals()
{
    if (m_refusals <= ErrorsShownOneByOne)
        return {};
    return m_runtime.writeError({ErrorCategory::InvalidData,
                                 u"MoreDocumentsRefused"_s,
                                 tr("Further documents that are not imported, for the same reasons: %1.")
                                     .arg(QLocale().toString(m_refusals - ErrorsShownOneByOne)),
                                 {},
                                 m_pool.fqdn});
}

void ImportUserData::showProgress(Activity activity, qint64 done, qint64 total, const QString &status)
{
    m_runtime.writeProgress({.activityId = activity,
                             .activity = activity == Checking ? tr("Checking the archive") : tr("Importing user data"),
                             .status = status,
                             .percentComplete = total > 0 ? int(std::min<qint64>(100, done * 100 / total)) : -1,
                             .isCompleted = status.isEmpty()});
}

void ImportUserData::setCounts(Step &step) const
{
    step.setCount(tr("new documents"), m_counts[Verdict::New]);
    step.setCount(tr("changed documents"), m_counts[Verdict::Changed]);
    step.setCount(tr("unchanged documents"), m_counts[Verdict::Unchanged]);
    step.setCount(tr("refused documents"), m_counts[Verdict::Refused]);
}

QString ImportUserData::summary() const
{
    const QLocale locale;
    return tr("new documents: %1, changed: %2, unchanged: %3, refused: %4")
        .arg(locale.toString(m_counts[Verdict::New]), locale.toString(m_counts[Verdict::Changed]),
             locale.toString(m_counts[Verdict::Unchanged]), locale.toString(m_counts[Verdict::Refused]));
}

const LabCmdletRegistration registration("Import-CsUserData", &ImportUserData::run);

} // namespace

} // namespace cspool
