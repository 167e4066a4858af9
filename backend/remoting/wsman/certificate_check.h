// Certificates that do not verify: which one is trusted all the same, and what is said about another.
#pragma once

#include "backend/connection_settings.h"

#include <QSslCertificate>
#include <QSslError>

namespace cspool {

// Whether the certificate is the one with this SHA-256 fingerprint (as normalizedFingerprint() makes it).
bool hasFingerprint(const QSslCertificate &certificate, const QString &fingerprint);

CertificateProblem certificateProblem(const QString &host, const QSslCertificate &certificate,
                                      const QList<QSslError> &errors);

} // namespace cspool
