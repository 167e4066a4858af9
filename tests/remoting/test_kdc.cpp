#include "tests/remoting/test_kdc.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <gssapi/gssapi.h>
#include <gssapi/gssapi_krb5.h>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

QString tool(const QString &name)
{
    const QString path = QStandardPaths::findExecutable(name);
    return path.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/sbin"_s}) : path;
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
}

quint16 freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("There is no free port");
    return server.serverPort();
}

} // namespace

bool TestKdc::isInstalled()
{
    return !tool(u"krb5kdc"_s).isEmpty() && !tool(u"kdb5_util"_s).isEmpty() && !tool(u"kadmin.local"_s).isEmpty()
        && !tool(u"kinit"_s).isEmpty();
}

TestKdc::TestKdc(bool refusesEveryClock)
{
    const quint16 port = freePort();
    writeFiles(port, refusesEveryClock);
    const QString keytab = m_directory.filePath(u"keytab"_s);
    qputenv("KRB5_CONFIG", QFile::encodeName(m_directory.filePath(u"krb5.conf"_s)));
    qputenv("KRB5_KDC_PROFILE", QFile::encodeName(m_directory.filePath(u"kdc.conf"_s)));
    qputenv("KRB5_KTNAME", QFile::encodeName(u"FILE:"_s + keytab));
    qputenv("KRB5CCNAME", QFile::encodeName(u"FILE:"_s + m_directory.filePath(u"tickets"_s)));
    qputenv("KRB5RCACHETYPE", "none");
    run(u"kdb5_util"_s, {u"create"_s, u"-s"_s, u"-r"_s, u"TEST.EXAMPLE"_s, u"-P"_s, u"master"_s});
    administer(u"addprinc -pw \"%1\" jo"_s.arg(QLatin1StringView(Password)));
    administer(u"addprinc -randkey HTTP/localhost"_s);
    administer(u"ktadd -k \"%1\" HTTP/localhost"_s.arg(keytab));
    m_kdc.setStandardOutputFile(QProcess::nullDevice());
    m_kdc.setStandardErrorFile(QProcess::nullDevice());
    m_kdc.start(tool(u"krb5kdc"_s), {u"-n"_s});
    const bool isUp = waitUntil(
        [port] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, port);
            return socket.waitForConnected(200);
        },
        20000);
    if (!isUp)
        qFatal("The Kerberos server does not answer");
}

TestKdc::~TestKdc()
{
    stop();
}

void TestKdc::stop()
{
    m_kdc.terminate();
    m_kdc.waitForFinished();
}

void TestKdc::administer(const QString &query)
{
    run(u"kadmin.local"_s, {u"-q"_s, query});
}

void TestKdc::writeFiles(quint16 port, bool refusesEveryClock)
{
    const QByteArray folder = QFile::encodeName(m_directory.path());
    const QByteArray number = QByteArray::number(port);
    write(m_directory.filePath(u"krb5.conf"_s),
          "[libdefaults]\n default_realm = TEST.EXAMPLE\n dns_lookup_kdc = false\n dns_lookup_realm = false\n rdns = "
          "false\n"
          " dns_canonicalize_hostname = false\n udp_preference_limit = 1\n[realms]\n TEST.EXAMPLE = {\n"
          "  kdc = 127.0.0.1:"
              + number + "\n }\n[domain_realm]\n localhost = TEST.EXAMPLE\n");
    write(m_directory.filePath(u"kdc.conf"_s),
          "[kdcdefaults]\n kdc_listen = 127.0.0.1:" + number + "\n kdc_tcp_listen = 127.0.0.1:" + number
              + (refusesEveryClock ? "\n[libdefaults]\n clockskew = -1" : "")
              + "\n[realms]\n TEST.EXAMPLE = {\n  database_name = " + folder
              + "/principal\n  key_stash_file = " + folder + "/stash\n  acl_file = " + folder
              + "/acl\n }\n[logging]\n kdc = FILE:" + folder + "/kdc.log\n");
}

void TestKdc::run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(tool(program), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), process.readAll().constData());
}

void TestKdc::signIn(const QString &password, const QString &user)
{
    run(u"kinit"_s, {QString(user + u"@TEST.EXAMPLE"_s)}, password.toUtf8() + '\n');
}

void TestKdc::signOut()
{
    QFile::remove(m_directory.filePath(u"tickets"_s));
}

class GssAcceptor::Private
{
public:
    ~Private()
    {
        OM_uint32 minor = 0;
        gss_delete_sec_context(&minor, &context, GSS_C_NO_BUFFER);
    }
    gss_ctx_id_t context = GSS_C_NO_CONTEXT;
    OM_uint32 status = GSS_S_CONTINUE_NEEDED;
    QString user;
    QString mechanism;
};

GssAcceptor::GssAcceptor()
    : d(std::make_unique<Private>())
{
}

GssAcceptor::~GssAcceptor() = default;
GssAcceptor::GssAcceptor(GssAcceptor &&) noexcept = default;

QByteArray GssAcceptor::accept(const QByteArray &token)
{
    QByteArray copy = token;
    gss_buffer_desc input{size_t(copy.size()), copy.data()};
    gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
    gss_name_t client = GSS_C_NO_NAME;
    gss_OID mechanism = GSS_C_NO_OID;
    OM_uint32 minor = 0;
    d->status = gss_accept_sec_context(&minor, &d->context, GSS_C_NO_CREDENTIAL, &input, GSS_C_NO_CHANNEL_BINDINGS,
                                       &client, &mechanism, &output, nullptr, nullptr, nullptr);
    const QByteArray answer(static_cast<const char *>(output.value), qsizetype(output.length));
    if (isComplete()) {
        gss_buffer_desc name = GSS_C_EMPTY_BUFFER;
        gss_display_name(&minor, client, &name, nullptr);
        d->user = QString::fromUtf8(static_cast<const char *>(name.value), qsizetype(name.length));
        gss_release_buffer(&minor, &name);
        gss_OID inner = GSS_C_NO_OID; // of the context, behind SPNEGO
        gss_inquire_context(&minor, d->context, nullptr, nullptr, nullptr, &inner, nullptr, nullptr, nullptr);
        const bool isKerberos = inner && inner->length == gss_mech_krb5->length
            && memcmp(inner->elements, gss_mech_krb5->elements, inner->length) == 0;
        d->mechanism = isKerberos ? u"kerberos"_s : u"ntlm"_s;
    }
    gss_release_buffer(&minor, &output);
    gss_release_name(&minor, &client);
    return answer;
}

bool GssAcceptor::isComplete() const
{
    return d->status == GSS_S_COMPLETE;
}

bool GssAcceptor::isFailed() const
{
    return GSS_ERROR(d->status) != 0;
}

QString GssAcceptor::user() const
{
    return d->user;
}

QString GssAcceptor::mechanism() const
{
    return d->mechanism;
}

} // namespace cspool::test
