// CertificateDialog: a server's certificate that does not verify: who it claims to be, why it is refused, and whether
// it is to be trusted all the same.
#pragma once

#include "backend/connection_settings.h"
#include "backend/known_servers.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace cspool {

class ToneLabel;

// Deletes itself when closed. Closing it in any way but by its one button trusts nothing. Its text is outside text and
// shown as plain text.
class CertificateDialog : public QDialog
{
    Q_OBJECT

public:
    // `trustedBefore`: the certificate that was trusted for this host until now, if any.
    CertificateDialog(const CertificateProblem &problem, const std::optional<TrustedCertificate> &trustedBefore,
                      QWidget *parent = nullptr);

    // Pairs of digits with colons, eight in a line: easier to compare by eye and ear than one long row.
    static QString fingerprintLines(const QString &fingerprint);

Q_SIGNALS:
    void trusted();

private:
    void addRow(QFormLayout *form, const QString &name, const QString &label, const QString &text,
                bool isFixed = false);
    void compare();

    const QString m_fingerprint;
    QLineEdit *m_other;
    ToneLabel *m_comparison;
};

} // namespace cspool
