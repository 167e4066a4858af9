#include "app/keyring_passwords.h"

#include <QCoreApplication>

#include <qt6keychain/keychain.h>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::KeyringPasswords)
};

const QString Service = u"cspool-console"_s;

QString keyOf(const QUrl &server, const QString &user)
{
    return user.toLower() + u" @ "_s + server.toString(QUrl::RemoveUserInfo);
}

// The keyrings' own texts are in their own languages, or none; they are of use to nobody but a log.
Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorCategory::PermissionDenied, u"KeyringLocked"_s,
                Text::tr("The keyring was not unlocked, so that no password is remembered.")};
    default:
        return {ErrorCategory::ResourceUnavailable, u"NoKeyring"_s,
                Text::tr("There is no keyring here to remember a password in.")};
    }
}

// `finish` makes the answer out of the ended job.
template <typename Job> void start(Job *job, QObject *context, const std::function<void(const Job &)> &finish)
{
    job->setInsecureFallback(false); // never into a plain file
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [finish](QKeychain::Job *ended) { finish(*static_cast<Job *>(ended)); });
    job->start(); // deletes itself
}

} // namespace

void KeyringPasswords::read(const QUrl &server, const QString &user, QObject *context, Read done)
{
    auto *job = new QKeychain::ReadPasswordJob(Service);
    job->setKey(keyOf(server, user));
    start<QKeychain::ReadPasswordJob>(job, context, [done = std::move(done)](const QKeychain::ReadPasswordJob &ended) {
        if (ended.error() == QKeychain::NoError)
            done(ended.textData());
        else if (ended.error() == QKeychain::EntryNotFound)
            done(QString());
        else
            done(errorOf(ended));
    });
}

void KeyringPasswords::write(const QUrl &server, const QString &user, const QString &password, QObject *context,
                             Done done)
{
    auto *job = new QKeychain::WritePasswordJob(Service);
    job->setKey(keyOf(server, user));
    job->setTextData(password);
    start<QKeychain::WritePasswordJob>(
        job, context, [done = std::move(done)](const QKeychain::WritePasswordJob &ended) {
            done(ended.error() == QKeychain::NoError ? Result<>() : Result<>(errorOf(ended)));
        });
}

void KeyringPasswords::remove(const QUrl &server, const QString &user, QObject *context, Done done)
{
    auto *job = new QKeychain::DeletePasswordJob(Service);
    job->setKey(keyOf(server, user));
    start<QKeychain::DeletePasswordJob>(
        job, context, [done = std::move(done)](const QKeychain::DeletePasswordJob &ended) {
            const bool isGone = ended.error() == QKeychain::NoError || ended.error() == QKeychain::EntryNotFound;
            done(isGone ? Result<>() : Result<>(errorOf(ended)));
        });
}

} // namespace cspool
