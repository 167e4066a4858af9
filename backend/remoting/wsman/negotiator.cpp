#include "backend/remoting/wsman/negotiator.h"

#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>
#include <krb5/krb5.h>

#include <array>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

template <size_t Size> gss_OID_desc oid(std::array<unsigned char, Size> &bytes)
{
    return {OM_uint32(Size), bytes.data()};
}

std::array<unsigned char, 9> kerberosBytes{0x2a, 0x86, 0x48, 0x86, 0xf7, 0x12, 0x01, 0x02, 0x02};
std::array<unsigned char, 6> spnegoBytes{0x2b, 0x06, 0x01, 0x05, 0x05, 0x02};
std::array<unsigned char, 10> ntlmBytes{0x2b, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x02, 0x0a};

gss_OID_desc kerberos = oid(kerberosBytes); // 1.2.840.113554.1.2.2
gss_OID_desc spnego = oid(spnegoBytes); // 1.3.6.1.5.5.2
gss_OID_desc ntlm = oid(ntlmBytes); // 1.3.6.1.4.1.311.2.2.10

bool isInstalled(gss_OID_desc &mechanism)
{
    OM_uint32 minor = 0;
    gss_OID_set mechanisms = GSS_C_NO_OID_SET;
    int isPresent = 0;
    if (gss_indicate_mechs(&minor, &mechanisms) == GSS_S_COMPLETE)
        gss_test_oid_set_member(&minor, &mechanism, mechanisms, &isPresent);
    gss_release_oid_set(&minor, &mechanisms);
    return isPresent != 0;
}

QString statusText(OM_uint32 status, int type)
{
    OM_uint32 more = 0;
    OM_uint32 minor = 0;
    gss_buffer_desc text = GSS_C_EMPTY_BUFFER;
    if (gss_display_status(&minor, status, type, &kerberos, &more, &text) != GSS_S_COMPLETE)
        return {};
    const QString result = QString::fromUtf8(static_cast<const char *>(text.value), qsizetype(text.length));
    gss_release_buffer(&minor, &text);
    return result;
}

// The numbers of krb5.h, which GSSAPI hands on as the minor status.
Negotiator::Problem problemOf(OM_uint32 minor, Negotiator::Problem otherwise)
{
    using enum Negotiator::Problem;
    switch (krb5_error_code(minor)) {
    case KRB5KDC_ERR_PREAUTH_FAILED:
    case KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN:
    case KRB5KRB_AP_ERR_BAD_INTEGRITY: // what the password did not decrypt
        return PasswordRefused;
    case KRB5KDC_ERR_CLIENT_REVOKED:
    case KRB5KDC_ERR_NAME_EXP:
        return AccountLocked;
    case KRB5KDC_ERR_KEY_EXP:
        return PasswordExpired;
    case KRB5KRB_AP_ERR_SKEW:
    case KRB5KRB_AP_ERR_TKT_NYV:
    case KRB5_KDCREP_SKEW:
        return ClockSkew;
    case KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN:
        return ServiceUnknown;
    case KRB5KRB_AP_ERR_TKT_EXPIRED:
    case KRB5_FCC_NOFILE:
    case KRB5_CC_NOTFOUND:
    case KRB5_CC_END:
        return NoTicket;
    case KRB5_KDC_UNREACH:
    case KRB5_REALM_UNKNOWN:
    case KRB5_REALM_CANT_RESOLVE:
    case KRB5_CONFIG_CANTOPEN:
    case KRB5_CONFIG_NODEFREALM:
    case KRB5KDC_ERR_WRONG_REALM:
        return NoKdc;
    default:
        return otherwise;
    }
}

Negotiator::Step failedStep(OM_uint32 major, OM_uint32 minor, Negotiator::Problem otherwise)
{
    QString detail = statusText(minor, GSS_C_MECH_CODE);
    if (minor == 0 || detail.isEmpty())
        detail = statusText(major, GSS_C_GSS_CODE);
    return {{}, problemOf(minor, otherwise), detail};
}

// "name@DOMAIN" or "DOMAIN\name", as gss-ntlmssp reads both.
gss_name_t importedName(const QString &text, gss_OID type)
{
    const QByteArray bytes = text.toUtf8();
    gss_buffer_desc buffer{size_t(bytes.size()), const_cast<char *>(bytes.constData())};
    OM_uint32 minor = 0;
    gss_name_t name = GSS_C_NO_NAME;
    gss_import_name(&minor, &buffer, type, &name);
    return name;
}

} // namespace

QString Negotiator::principal(const QString &user, const QString &host)
{
    const qsizetype backslash = user.indexOf(u'\\');
    QString domain = backslash >= 0 ? user.first(backslash) : user.section(u'@', 1);
    const QString name = backslash >= 0 ? user.sliced(backslash + 1) : user.section(u'@', 0, 0);
    if (!domain.contains(u'.') && host.contains(u'.'))
        domain = host.section(u'.', 1);
    return domain.isEmpty() ? name : QString(name + u'@' + domain.toUpper());
}

class Negotiator::Context
{
public:
    Context() = default;
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;
    ~Context()
    {
        OM_uint32 minor = 0;
        gss_delete_sec_context(&minor, &handle, GSS_C_NO_BUFFER);
    }

    gss_ctx_id_t handle = GSS_C_NO_CONTEXT;
};

class Negotiator::Credential
{
public:
    Credential(const QString &user, const QString &password)
        : m_user(user)
        , m_password(password.toUtf8())
    {
    }
    Credential(const Credential &) = delete;
    Credential &operator=(const Credential &) = delete;
    ~Credential()
    {
        OM_uint32 minor = 0;
        gss_release_cred(&minor, &m_handle);
        gss_release_cred(&minor, &m_kerberos);
        m_password.fill('\0');
    }

    // Made once; a refusal stays one, so that nothing is tried twice.
    const Step &prepare(const QString &host);
    Step step(Context &context, const QByteArray &input, const QString &host);

private:
    void acquire(const QString &host);
    OM_uint32 acquireWithPassword(const QString &user, gss_OID_desc &mechanism, gss_cred_id_t *handle,
                                  OM_uint32 *minor);
    void restrictTo(gss_OID_desc &mechanism);
    Step failureOf(OM_uint32 major, OM_uint32 minor, gss_name_t target) const;

    const QString m_user;
    QByteArray m_password;
    gss_cred_id_t m_handle = GSS_C_NO_CREDENTIAL; // of SPNEGO; none: the ticket cache's
    gss_cred_id_t m_kerberos = GSS_C_NO_CREDENTIAL;
    std::optional<Step> m_outcome;
};

const Negotiator::Step &Negotiator::Credential::prepare(const QString &host)
{
    if (!m_outcome) {
        m_outcome.emplace();
        acquire(host);
    }
    return *m_outcome;
}

OM_uint32 Negotiator::Credential::acquireWithPassword(const QString &user, gss_OID_desc &mechanism,
                                                      gss_cred_id_t *handle, OM_uint32 *minor)
{
    gss_name_t name = importedName(user, GSS_C_NT_USER_NAME);
    gss_buffer_desc password{size_t(m_password.size()), m_password.data()};
    gss_OID_set_desc mechanisms{1, &mechanism};
    const OM_uint32 major = gss_acquire_cred_with_password(minor, name, &password, GSS_C_INDEFINITE, &mechanisms,
                                                           GSS_C_INITIATE, handle, nullptr, nullptr);
    OM_uint32 ignored = 0;
    gss_release_name(&ignored, &name);
    return major;
}

void Negotiator::Credential::restrictTo(gss_OID_desc &mechanism)
{
    OM_uint32 minor = 0;
    gss_OID_set_desc mechanisms{1, &mechanism};
    gss_set_neg_mechs(&minor, m_handle, &mechanisms);
}

// Kerberos alone first, because a credential of SPNEGO succeeds with any mechanism and hides what Kerberos said of the
// password: only where no Kerberos server could be asked may the password be tried with NTLM.
void Negotiator::Credential::acquire(const QString &host)
{
    OM_uint32 minor = 0;
    const bool hasPassword = !m_user.isEmpty();
    gss_OID_set_desc kerberosOnly{1, &kerberos};
    const QString user = principal(m_user, host);
    OM_uint32 major = hasPassword ? acquireWithPassword(user, kerberos, &m_kerberos, &minor)
                                  : gss_acquire_cred(&minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, &kerberosOnly,
                                                     GSS_C_INITIATE, &m_kerberos, nullptr, nullptr);
    if (major != GSS_S_COMPLETE)
        m_outcome = failedStep(major, minor, hasPassword ? Problem::Other : Problem::NoTicket);
    const bool mayUseNtlm = hasPassword && m_outcome->problem == Problem::NoKdc && isInstalled(ntlm);
    if (!hasPassword || (m_outcome->problem && !mayUseNtlm))
        return;
    m_outcome.emplace();
    major = acquireWithPassword(mayUseNtlm ? m_user : user, spnego, &m_handle, &minor);
    if (major == GSS_S_COMPLETE)
        restrictTo(mayUseNtlm ? ntlm : kerberos);
    else
        m_outcome = failedStep(major, minor, Problem::Other);
}

// SPNEGO hides the number of what went wrong; Kerberos alone tells it.
Negotiator::Step Negotiator::Credential::failureOf(OM_uint32 major, OM_uint32 minor, gss_name_t target) const
{
    if (m_kerberos != GSS_C_NO_CREDENTIAL) {
        Context context;
        OM_uint32 kerberosMinor = 0;
        gss_buffer_desc token = GSS_C_EMPTY_BUFFER;
        const OM_uint32 kerberosMajor
            = gss_init_sec_context(&kerberosMinor, m_kerberos, &context.handle, target, &kerberos, 0, 0,
                                   GSS_C_NO_CHANNEL_BINDINGS, GSS_C_NO_BUFFER, nullptr, &token, nullptr, nullptr);
        OM_uint32 ignored = 0;
        gss_release_buffer(&ignored, &token);
        if (GSS_ERROR(kerberosMajor))
            return failedStep(kerberosMajor, kerberosMinor, Problem::Other);
    }
    return failedStep(major, minor, Problem::Other);
}

Negotiator::Step Negotiator::Credential::step(Context &context, const QByteArray &input, const QString &host)
{
    if (prepare(host).problem)
        return *m_outcome;
    gss_name_t target = importedName(u"HTTP@"_s + host, GSS_C_NT_HOSTBASED_SERVICE);
    QByteArray received = input;
    gss_buffer_desc inputToken{size_t(received.size()), received.data()};
    gss_buffer_desc outputToken = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    const OM_uint32 major = gss_init_sec_context(
        &minor, m_handle, &context.handle, target, &spnego, GSS_C_MUTUAL_FLAG, 0, GSS_C_NO_CHANNEL_BINDINGS,
        received.isEmpty() ? GSS_C_NO_BUFFER : &inputToken, nullptr, &outputToken, nullptr, nullptr);
    Step step;
    if (GSS_ERROR(major))
        step = failureOf(major, minor, target);
    else
        step.token = QByteArray(static_cast<const char *>(outputToken.value), qsizetype(outputToken.length));
    OM_uint32 ignored = 0;
    gss_release_buffer(&ignored, &outputToken);
    gss_release_name(&ignored, &target);
    return step;
}

Negotiator::Negotiator(const QString &user, const QString &password, const QString &host, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_credential(std::make_shared<Credential>(user, password))
{
}

Negotiator::~Negotiator() = default;

std::shared_ptr<Negotiator::Context> Negotiator::makeContext()
{
    return std::make_shared<Context>();
}

void Negotiator::step(const std::shared_ptr<Context> &context, const QByteArray &input, QObject *receiver,
                      std::function<void(Step)> done)
{
    m_worker.run(
        [credential = m_credential, context, input, host = m_host] { return credential->step(*context, input, host); },
        receiver, std::move(done));
}

} // namespace cspool
