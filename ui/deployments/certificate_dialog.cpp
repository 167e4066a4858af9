#include "ui/deployments/certificate_dialog.h"

#include "ui/command_form/tone_label.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int PairsInLine = 8;
constexpr int WidthInCharacters = 78;

QString orNotReported(const QString &text)
{
    return text.isEmpty() ? CertificateDialog::tr("not reported") : text;
}

} // namespace

CertificateDialog::CertificateDialog(const CertificateProblem &problem,
                                     const std::optional<TrustedCertificate> &trustedBefore, QWidget *parent)
    : QDialog(parent)
    , m_fingerprint(problem.fingerprint)
    , m_other(new QLineEdit(this))
    , m_comparison(new ToneLabel(this))
{
    setObjectName(u"certificateDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Certificate of %1").arg(problem.host));
    auto *explanation = new ToneLabel(this);
    explanation->setObjectName(u"explanation"_s);
    explanation->setMessage(StatusTone::Bad,
                            tr("%1 could not prove who it is: its certificate does not verify. Whoever answers there "
                               "could read what is sent, and pretend to be the server.")
                                .arg(problem.host));
    auto *changed = new ToneLabel(this);
    changed->setObjectName(u"certificateChanged"_s);
    if (trustedBefore) {
        changed->setMessage(StatusTone::Bad,
                            tr("It is not the certificate that was trusted for this host on %1. Either the server has "
                               "a new one, or somebody else answers in its place.")
                                .arg(QLocale().toString(trustedBefore->trustedAt.toLocalTime().date())));
    }

    auto *form = new QFormLayout;
    addRow(form, u"subject"_s, tr("Claims to be:"), orNotReported(problem.subject));
    addRow(form, u"issuer"_s, tr("Issued by:"), orNotReported(problem.issuer));
    addRow(form, u"validUntil"_s, tr("Valid until:"), orNotReported(problem.validUntil));
    addRow(form, u"reasons"_s, tr("Refused because:"), orNotReported(problem.reasons.join(u'\n')));
    addRow(form, u"fingerprint"_s, tr("Fingerprint (SHA-256):"), fingerprintLines(problem.fingerprint), true);
    m_other->setObjectName(u"otherFingerprint"_s);
    m_other->setPlaceholderText(tr("Paste the fingerprint that you were told"));
    form->addRow(tr("&Compare with:"), m_other);
    m_comparison->setObjectName(u"comparison"_s);
    form->addRow(QString(), m_comparison);
    connect(m_other, &QLineEdit::textChanged, this, &CertificateDialog::compare);
    compare();

    auto *hint
        = new QLabel(tr("Trust it only when whoever runs the server has told you the same fingerprint in another "
                        "way. It is then trusted for this host alone, until you forget it in the settings."),
                     this);
    hint->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    QString host = problem.host;
    auto *trust = new QPushButton(tr("&Trust this certificate for %1").arg(host.replace(u'&', "&&"_L1)), this);
    trust->setObjectName(u"trustCertificate"_s);
    trust->setAutoDefault(false);
    buttons->addButton(trust, QDialogButtonBox::DestructiveRole);
    QPushButton *leave = buttons->addButton(tr("&Do not connect"), QDialogButtonBox::RejectRole);
    leave->setObjectName(u"doNotConnect"_s);
    leave->setDefault(true);
    connect(trust, &QPushButton::clicked, this, [this] {
        Q_EMIT trusted();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addWidget(changed);
    layout->addLayout(form);
    layout->addWidget(hint);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * WidthInCharacters);
    resize(minimumWidth(), layout->totalHeightForWidth(minimumWidth()));
    leave->setFocus();
}

void CertificateDialog::addRow(QFormLayout *form, const QString &name, const QString &label, const QString &text,
                               bool isFixed)
{
    auto *value = new QLabel(text, this);
    value->setObjectName(name);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(!isFixed);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (isFixed)
        value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    // The keyboard stops there, so that a screen reader reads it.
    value->setFocusPolicy(Qt::StrongFocus);
    value->setAccessibleName(label + u' ' + text);
    form->addRow(label, value);
}

QString CertificateDialog::fingerprintLines(const QString &fingerprint)
{
    const std::optional<QString> digits = normalizedFingerprint(fingerprint);
    if (!digits)
        return fingerprint;
    QStringList lines;
    for (qsizetype start = 0; start < digits->size(); start += 2 * PairsInLine) {
        QStringList pairs;
        for (qsizetype i = start; i < std::min(start + 2 * PairsInLine, digits->size()); i += 2)
            pairs.append(digits->mid(i, 2).toUpper());
        lines.append(pairs.join(u':'));
    }
    return lines.join(u'\n');
}

void CertificateDialog::compare()
{
    const QString other = m_other->text().trimmed();
    if (other.isEmpty())
        m_comparison->setMessage(StatusTone::None, {});
    else if (!normalizedFingerprint(other))
        m_comparison->setMessage(StatusTone::Unknown,
                                 tr("That is no SHA-256 fingerprint: it has 64 hexadecimal digits."));
    else if (normalizedFingerprint(other) == normalizedFingerprint(m_fingerprint))
        m_comparison->setMessage(StatusTone::Good, tr("It is the same."));
    else
        m_comparison->setMessage(StatusTone::Bad, tr("It is another one: do not connect."));
}

} // namespace cspool
