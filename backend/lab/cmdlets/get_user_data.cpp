// Get-CsUserData: the documents that a pool keeps, or one user's contacts and groups decoded; and the same of the
// versions that lost a conflict.
#include "backend/lab/lab_cmdlet.h"
#include "backend/lab/user_document.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::GetUserData)
};

QString shown(const Revision &revision)
{
    return u"%1.%2"_s.arg(revision.epoch).arg(revision.counter);
}

// A row of the list. Groups and contacts are counted for users; of a document that cannot be decoded they are unknown.
Object rowOf(const Document &document, const Result<UserData> &user)
{
    const DocumentKind kind = documentKind(document.name);
    const bool isCounted = kind == DocumentKind::User && user;
    Object row(u"CsPool.UserDataSummary"_s, documentIdentity(document.name));
    row.set(u"Identity"_s, documentIdentity(document.name));
    row.set(u"Kind"_s, toString(kind));
    row.set(u"HomePool"_s, document.homePool);
    row.set(u"Contacts"_s, isCounted ? QVariant(user->contacts.size()) : QVariant());
    row.set(u"Groups"_s, isCounted ? QVariant(user->groups.size()) : QVariant());
    row.set(u"Revision"_s, shown(document.revision));
    row.set(u"Written"_s, document.written);
    return row;
}

Result<> listAll(CommandRuntime &runtime, const DocumentStore &store)
{
    const auto write = [&](const Document &document) -> Result<> {
        if (const auto running = runtime.checkStop(); !running)
            return running;
        const bool isUser = documentKind(document.name) == DocumentKind::User;
        const Result<UserData> user = isUser ? decodeUserDocument(document) : Result<UserData>(UserData());
        runtime.writeObject(rowOf(document, user));
        return user ? Result<>() : runtime.writeError(user.error());
    };
    return store.forEach({}, write, [&](const Error &damaged) { return runtime.writeError(damaged); });
}

// By exact name first; addresses do not depend on their case, so then by that.
Result<std::optional<Document>> findDocument(const DocumentStore &store, const QString &name)
{
    auto exact = store.find(name);
    if (!exact || (*exact && !(*exact)->isDeleted))
        return exact;
    std::optional<Document> found;
    const auto compare = [&](const Document &document) {
        if (!found && document.name.compare(name, Qt::CaseInsensitive) == 0)
            found = document;
        return Result<>();
    };
    const auto searched = store.forEach({}, compare, [&](const Error &damaged) {
        return damaged.target.compare(name, Qt::CaseInsensitive) == 0 ? Result<>(damaged) : Result<>();
    });
    return searched ? Result<std::optional<Document>>(found) : searched.error();
}

QString nameOf(const QString &identity)
{
    return identity.startsWith("urn:"_L1, Qt::CaseInsensitive) ? identity : userUrn(identity);
}

Object decoded(const UserData &user, const Document &document)
{
    Object object = user.toObject();
    object.set(u"Kind"_s, toString(documentKind(document.name)));
    object.set(u"Revision"_s, shown(document.revision));
    object.set(u"Written"_s, document.written);
    object.set(u"Bytes"_s, document.data.size());
    object.set(u"Digest"_s, QString::fromLatin1(document.digest.toHex()));
    return object;
}

Object keptRow(const Document &document)
{
    Object row(u"CsPool.KeptUserDataSummary"_s, documentIdentity(document.name));
    row.set(u"Identity"_s, documentIdentity(document.name));
    row.set(u"Kind"_s, toString(documentKind(document.name)));
    row.set(u"HomePool"_s, document.homePool);
    row.set(u"Revision"_s, shown(document.revision));
    row.set(u"Written"_s, document.written);
    row.set(u"IsDeleted"_s, document.isDeleted);
    return row;
}

// Of the versions that lost a conflict: all in a list, or those of one document decoded.
Result<> showKeptAside(CommandRuntime &runtime, const DocumentStore &store, const Pool &pool, const QString &identity)
{
    const auto all = store.keptAside();
    if (!all)
        return all.error();
    const QString name = identity.isEmpty() ? QString() : nameOf(identity);
    bool isFound = false;
    for (const KeptDocument &kept : *all) {
        const Document &document = kept.document;
        if (!name.isEmpty() && document.name.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        isFound = true;
        if (const auto running = runtime.checkStop(); !running)
            return running;
        // Of a deletion that lost there is nothing to decode, and the list does not need it.
        const bool isDecoded = !name.isEmpty() && !document.isDeleted;
        const Result<UserData> user = isDecoded ? decodeUserDocument(document) : Result<UserData>(UserData());
        Object object = isDecoded && user ? decoded(*user, document) : keptRow(document);
        object.set(u"Reason"_s, kept.reason);
        object.set(u"Kept"_s, kept.kept);
        runtime.writeObject(object);
        if (!user) {
            if (const auto said = runtime.writeError(user.error()); !said)
                return said;
        }
    }
    if (isFound || name.isEmpty())
        return {};
    return Error{ErrorCategory::ObjectNotFound, u"NothingKeptAside"_s,
                 Text::tr("The user store of %1 keeps no version of %2 aside.").arg(pool.fqdn, documentIdentity(name)),
                 Text::tr("Get-CsUserData -PoolFqdn %1 -KeptAside lists what is kept aside.").arg(pool.fqdn),
                 documentIdentity(name)};
}

Result<> showOne(CommandRuntime &runtime, const DocumentStore &store, const Pool &pool, const QString &identity)
{
    const QString name = nameOf(identity);
    const auto document = findDocument(store, name);
    if (!document)
        return document.error();
    if (!*document)
        return Error{ErrorCategory::ObjectNotFound, u"UserNotFound"_s,
                     Text::tr("The user store of %1 holds no user %2.").arg(pool.fqdn, documentIdentity(name)),
                     Text::tr("Get-CsUserData -PoolFqdn %1 lists the users. An address has the form user@domain.")
                         .arg(pool.fqdn),
                     documentIdentity(name)};
    const auto user = decodeUserDocument(**document);
    if (!user)
        return user.error();
    runtime.writeObject(decoded(*user, **document));
    return {};
}

Result<> run(LabContext &context)
{
    const Command &command = context.command();
    const auto pool = context.userPool(command.string(u"PoolFqdn"));
    if (!pool)
        return pool.error();
    const auto deployment = context.deployment();
    if (!deployment)
        return deployment.error();
    auto store = (*deployment)->userStore(pool->fqdn);
    if (!store)
        return store.error();
    store->setInterruptCheck([stop = context.runtime().stopToken()] { return stop.isStopRequested(); });
    if (command.isSwitchOn(u"KeptAside"))
        return showKeptAside(context.runtime(), *store, *pool, command.string(u"Identity"));
    if (command.contains(u"Identity"))
        return showOne(context.runtime(), *store, *pool, command.string(u"Identity"));
    return listAll(context.runtime(), *store);
}

const LabCmdletRegistration registration("Get-CsUserData", &run);

} // namespace

} // namespace cspool
