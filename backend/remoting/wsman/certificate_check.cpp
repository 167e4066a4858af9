#include "backend/remoting/wsman/certificate_check.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::CertificateCheck)
};

// The name that a person knows it by; the whole name where there is none.
QString displayed(const QStringList &commonNames, const QStringList &organizations)
{
    const QStringList names = commonNames + organizations;
    return names.isEmpty() ? Text::tr("(no name)") : names.join(u", "_s);
}

QString reasonOf(const QSslError &error, const QString &host)
{
    switch (error.error()) {
    case QSslError::HostNameMismatch:
        return Text::tr("It was not issued for the name \"%1\".").arg(host);
    case QSslError::SelfSignedCertificate:
        return Text::tr("It was issued by itself, so nobody vouches for it.");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Text::tr("This computer does not know its issuer.");
    case QSslError::CertificateExpired:
        return Text::tr("It has expired.");
    case QSslError::CertificateNotYetValid:
        return Text::tr("It is not valid yet; the clock of this computer or of the server may be wrong.");
    case QSslError::CertificateRevoked:
        return Text::tr("Its issuer has revoked it.");
    case QSslError::CertificateBlacklisted:
        return Text::tr("It is known to be forged.");
    case QSslError::InvalidPurpose:
        return Text::tr("It was not issued for servers.");
    default:
        return Text::tr("The check says: %1").arg(error.errorString());
    }
}

} // namespace

bool hasFingerprint(const QSslCertificate &certificate, const QString &fingerprint)
{
    return !fingerprint.isEmpty() && !certificate.isNull()
        && QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex()) == fingerprint;
}

CertificateProblem certificateProblem(const QString &host, const QSslCertificate &certificate,
                                      const QList<QSslError> &errors)
{
    CertificateProblem problem;
    problem.host = host;
    problem.subject = displayed(certificate.subjectInfo(QSslCertificate::CommonName),
                                certificate.subjectInfo(QSslCertificate::Organization));
    problem.issuer = displayed(certificate.issuerInfo(QSslCertificate::CommonName),
                               certificate.issuerInfo(QSslCertificate::Organization));
    problem.validUntil = QLocale().toString(certificate.expiryDate().toLocalTime(), QLocale::LongFormat);
    problem.fingerprint = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    for (const QSslError &error : errors) {
        const QString reason = reasonOf(error, host);
        if (!problem.reasons.contains(reason))
            problem.reasons.append(reason);
    }
    return problem;
}

} // namespace cspool
