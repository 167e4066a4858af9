// Export-CsUserData: writes the documents that a pool keeps into a user data archive.
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

class ExportUserData
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ExportUserData)

public:
    static Result<> run(LabContext &context);

private:
    ExportUserData(LabContext &context, const Pool &pool, DocumentStore store);

    static Result<> checkPlace(const QString &path, const Deployment &deployment);
    Result<> write();
    Result<> look(CommonNamespaces &namespaces);
    Result<> writeDocuments(UserDataArchiveWriter &writer);
    Result<> leaveOut(const Error &damaged);
    bool isWanted(const QString &name);
    bool isWantedConference(const QString &name) const;
    Result<> checkFound() const;

    LabContext &m_context;
    CommandRuntime &m_runtime;
    const Pool m_pool;
    DocumentStore m_store;
    const QString m_path;
    const QString m_user; // UserFilter as a URN; empty: no such filter
    const QString m_conferenceDirectory; // empty: no such filter
    const ArchiveFormat m_format;

    qint64 m_total = 0; // documents to write
    qint64 m_written = 0;
    qint64 m_bytes = 0;
    qint64 m_damaged = 0; // documents that cannot be written
    qint64 m_notUsers = 0; // which the legacy format cannot hold
};

ExportUserData::ExportUserData(LabContext &context, const Pool &pool, DocumentStore store)
    : m_context(context)
    , m_runtime(context.runtime())
    , m_pool(pool)
    , m_store(std::move(store))
    , m_path(QFileInfo(context.command().string(u"FileName")).absoluteFilePath())
    , m_user(context.command().contains(u"UserFilter") ? userUrn(context.command().string(u"UserFilter")) : QString())
    , m_conferenceDirectory(context.command().string(u"ConfDirectoryFilter"))
    , m_format(context.command().isSwitchOn(u"LegacyFormat") ? ArchiveFormat::Legacy : ArchiveFormat::Zip)
{
    m_store.setInterruptCheck([stop = m_runtime.stopToken()] { return stop.isStopRequested(); });
}

Result<> ExportUserData::run(LabContext &context)
{
    const auto pool = context.userPool(context.command().string(u"PoolFqdn"));
    if (!pool)
        return pool.error();
    const auto deployment = context.deployment();
    if (!deployment)
        return deployment.error();
    auto store = (*deployment)->userStore(pool->fqdn);
    if (!store)
        return store.error();
    ExportUserData exporter(context, *pool, std::move(*store));
    if (exporter.m_format == ArchiveFormat::Legacy && !exporter.m_conferenceDirectory.isEmpty())
        return Error{ErrorCategory::InvalidArgument, u"LegacyFormatUsersOnly"_s,
                     tr("ConfDirectoryFilter cannot be used with LegacyFormat, which holds users only."),
                     tr("Leave out one of the two."), u"ConfDirectoryFilter"_s};
    if (const auto checked = checkPlace(exporter.m_path, **deployment); !checked)
        return checked;
    return exporter.write();
}

// An archive must not take the place of one of the deployment's own files.
Result<> ExportUserData::checkPlace(const QString &path, const Deployment &deployment)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    const QString shown = QDir::toNativeSeparators(path);
    if (!folder.isDir())
        return Error{ErrorCategory::ObjectNotFound, u"FolderNotFound"_s,
                     tr("The archive %1 cannot be written: its folder does not exist.").arg(shown),
                     tr("Make the folder, or choose another place in FileName."), path};
    if (file.isDir())
        return Error{ErrorCategory::InvalidArgument, u"FileIsFolder"_s,
                     tr("%1 is a folder; FileName has to name a file.").arg(shown),
                     tr("Add the name of the archive to the path."), path};
    // A device must not be replaced by a file.
    if (file.exists() && !file.isFile())
        return Error{ErrorCategory::InvalidArgument, u"FileNotOrdinary"_s,
                     tr("The archive %1 cannot be written: that is not an ordinary file.").arg(shown),
                     tr("Choose another place in FileName."), path};
    if (isInsideDeployment(path, deployment.folder()))
        return Error{ErrorCategory::InvalidArgument, u"FileInDeployment"_s,
                     tr("The archive %1 cannot be written into the folder of the deployment itself.").arg(shown),
                     tr("Choose another place in FileName."), path};
    return {};
}

Result<> ExportUserData::write()
{
    Step step = m_runtime.beginStep(tr("Export the user data of %1").arg(m_pool.fqdn));
    CommonNamespaces namespaces;
    if (const auto looked = look(namespaces); !looked)
        return step.conclude(looked);
    auto writer = UserDataArchiveWriter::create(m_path, m_format, namespaces.result());
    if (!writer)
        return step.conclude(Result<>(writer.error()));
    if (const auto written = writeDocuments(**writer); !written)
        return step.conclude(written);
    if (const auto finished = (*writer)->finish(); !finished)
        return step.conclude(finished);

    const QString shown = QDir::toNativeSeparators(m_path);
    m_runtime.writeProgress({.activityId = 1, .activity = tr("Exporting user data"), .isCompleted = true});
    step.setCount(tr("documents written"), m_written);
    step.setCount(tr("data written"), m_bytes, true);
    step.setCount(tr("archive"), QFileInfo(m_path).size(), true);
    m_runtime.writeHost(tr("User data of %1 was exported to %2. Documents written: %3.")
                            .arg(m_pool.fqdn, shown, QLocale().toString(m_written)));
    if (m_notUsers > 0)
        m_runtime.writeHost(
            tr("The legacy format holds users only. Conferences and other documents that were left out: %1.")
                .arg(QLocale().toString(m_notUsers)));
    return step.conclude(Result<>());
}

// Counts, and finds out which namespaces all documents share.
Result<> ExportUserData::look(CommonNamespaces &namespaces)
{
    const auto count = [&](const Document &document) -> Result<> {
        if (isWanted(document.name)) {
            namespaces.add(document.namespaces);
            ++m_total;
        }
        return m_runtime.checkStop();
    };
    const auto looked = m_store.forEach({}, count, [this](const Error &damaged) {
        m_damaged += isWanted(damaged.target);
        return m_runtime.checkStop();
    });
    return looked ? checkFound() : looked;
}

Result<> ExportUserData::checkFound() const
{
    const QLatin1StringView action = "Get-CsUserData"_L1;
    if (m_total + m_damaged > 0 || (m_user.isEmpty() && m_conferenceDirectory.isEmpty()))
        return {};
    if (m_conferenceDirectory.isEmpty())
        return Error{ErrorCategory::ObjectNotFound, u"UserNotFound"_s,
                     tr("The user store of %1 holds no user %2.").arg(m_pool.fqdn, documentIdentity(m_user)),
                     tr("%1 -PoolFqdn %2 lists the users.").arg(action, m_pool.fqdn), documentIdentity(m_user)};
    return Error{ErrorCategory::ObjectNotFound, u"ConferenceDirectoryNotFound"_s,
                 tr("The user store of %1 holds nothing of the conference directory %2.")
                     .arg(m_pool.fqdn, m_conferenceDirectory),
                 tr("%1 -PoolFqdn %2 lists the documents.").arg(action, m_pool.fqdn), m_conferenceDirectory};
}

Result<> ExportUserData::writeDocuments(UserDataArchiveWriter &writer)
{
    m_notUsers = 0;
    const auto write = [&](const Document &document) -> Result<> {
        if (const auto running = m_runtime.checkStop(); !running)
            return running;
        if (!isWanted(document.name))
            return {};
        const auto written = writer.write({document.name, document.namespaces, document.data});
        if (!written && written.error().category != ErrorCategory::InvalidData)
            return written;
        if (!written)
            return m_runtime.writeError(written.error());
        ++m_written;
        m_bytes += document.data.size();
        m_runtime.writeProgress(
            {.activityId = 1,
             .activity = tr("Exporting user data"),
             .status = tr("%1 of %2 documents").arg(QLocale().toString(m_written), QLocale().toString(m_total)),
             .percentComplete = int(std::min<qint64>(100, m_written * 100 / std::max<qint64>(1, m_total)))});
        return {};
    };
    return m_store.forEach({}, write, [this](const Error &damaged) { return leaveOut(damaged); });
}

// One damaged document must not keep the others from being saved.
Result<> ExportUserData::leaveOut(const Error &damaged)
{
    if (!isWanted(damaged.target))
        return {};
    Error error = damaged;
    error.message += u' ' + tr("It is not in the archive.");
    return m_runtime.writeError(error);
}

bool ExportUserData::isWanted(const QString &name)
{
    const bool isUser = documentKind(name) == DocumentKind::User;
    if (m_format == ArchiveFormat::Legacy && !isUser) {
        m_notUsers += m_user.isEmpty();
        return false;
    }
    if (m_user.isEmpty() && m_conferenceDirectory.isEmpty())
        return true;
    return isUser ? name.compare(m_user, Qt::CaseInsensitive) == 0 : isWantedConference(name);
}

// How the URN of conference data names its directory is not published. Our reading: urn:hcd:ID, or urn:hcd:ID:….
bool ExportUserData::isWantedConference(const QString &name) const
{
    if (m_conferenceDirectory.isEmpty() || documentKind(name) != DocumentKind::Conference)
        return false;
    return name.section(u':', 2, 2) == m_conferenceDirectory;
}

const LabCmdletRegistration registration("Export-CsUserData", &ExportUserData::run);

} // namespace

} // namespace cspool
