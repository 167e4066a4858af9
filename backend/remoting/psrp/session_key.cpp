#include "backend/remoting/psrp/session_key.h"

#include <QCoreApplication>
#include <QtEndian>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

struct Free
{
    void operator()(BIGNUM *number) const { BN_free(number); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_PKEY_CTX *context) const { EVP_PKEY_CTX_free(context); }
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
    void operator()(OSSL_PARAM_BLD *builder) const { OSSL_PARAM_BLD_free(builder); }
    void operator()(OSSL_PARAM *parameters) const { OSSL_PARAM_free(parameters); }
};
template <typename T> using Owned = std::unique_ptr<T, Free>;

constexpr int KeyBits = 2048;
constexpr qsizetype ModulusSize = KeyBits / 8;
constexpr qsizetype SessionKeySize = 32;
constexpr unsigned long PublicExponent = 65537;

// CAPI's layouts: a PUBLICKEYSTRUC (type, version 2, two reserved bytes, algorithm) begins both blobs; in a public key
// "RSA1", the bits and the exponent follow, in a session key the algorithm that encrypts it. Little endian throughout.
constexpr QByteArrayView publicKeyBlobStart("\x06\x02\x00\x00\x00\xA4\x00\x00RSA1\x00\x08\x00\x00\x01\x00\x01\x00", 20);
constexpr QByteArrayView sessionKeyBlobStart("\x01\x02\x00\x00\x10\x66\x00\x00\x00\xA4\x00\x00", 12);

unsigned char *data(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *data(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

Error failure(const char *sentence)
{
    return {ErrorCategory::InvalidData, u"SessionKeyFailed"_s, QCoreApplication::translate("SessionKey", sentence)};
}

Error badBlob()
{
    return failure(QT_TRANSLATE_NOOP("SessionKey", "The key for secrets that the server sent cannot be used."));
}

Error cryptoFailed()
{
    return failure(QT_TRANSLATE_NOOP("SessionKey", "A secret could not be encrypted or decrypted for the session."));
}

QByteArray reversed(QByteArray bytes)
{
    std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

Result<QByteArray> fromBase64(const QString &text, QByteArrayView start)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() != start.size() + ModulusSize || !(*decoded).startsWith(start))
        return badBlob();
    return (*decoded).sliced(start.size());
}

// The public key whose modulus, little endian, is given.
Owned<EVP_PKEY> publicKeyOf(const QByteArray &modulus)
{
    const Owned<BIGNUM> n(BN_lebin2bn(data(QByteArrayView(modulus)), int(modulus.size()), nullptr));
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    if (!n || !builder || !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get())
        || !OSSL_PARAM_BLD_push_ulong(builder.get(), OSSL_PKEY_PARAM_RSA_E, PublicExponent))
        return nullptr;
    const Owned<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) <= 0
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) <= 0)
        return nullptr;
    return Owned<EVP_PKEY>(key);
}

using Transform = int (*)(EVP_PKEY_CTX *, unsigned char *, size_t *, const unsigned char *, size_t);

// One RSA operation with PKCS #1 v1.5; empty when it fails.
QByteArray rsa(EVP_PKEY *key, int (*init)(EVP_PKEY_CTX *), Transform transform, const QByteArray &input)
{
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new(key, nullptr));
    QByteArray output(ModulusSize, Qt::Uninitialized);
    std::size_t size = std::size_t(output.size());
    if (!context || init(context.get()) <= 0 || EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) <= 0
        || transform(context.get(), data(output), &size, data(QByteArrayView(input)), std::size_t(input.size())) <= 0)
        return {};
    output.truncate(qsizetype(size));
    return output;
}

// AES-256-CBC with a zero IV and PKCS #7 padding, as 2.2.5.1.24 has it.
Result<QByteArray> aes(const QByteArray &key, const QByteArray &input, bool isEncrypting)
{
    const Owned<EVP_CIPHER_CTX> context(EVP_CIPHER_CTX_new());
    constexpr unsigned char iv[16] = {};
    QByteArray output(input.size() + 16, Qt::Uninitialized);
    int size = 0;
    int last = 0;
    if (!context
        || !EVP_CipherInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, data(QByteArrayView(key)), iv,
                              isEncrypting ? 1 : 0)
        || !EVP_CipherUpdate(context.get(), data(output), &size, data(QByteArrayView(input)), int(input.size()))
        || !EVP_CipherFinal_ex(context.get(), data(output) + size, &last)) {
        OPENSSL_cleanse(output.data(), std::size_t(output.size()));
        return cryptoFailed();
    }
    output.truncate(size + last);
    return output;
}

} // namespace

class SessionKey::Private
{
public:
    ~Private() { forget(); }

    void forget()
    {
        if (!key.isEmpty())
            OPENSSL_cleanse(key.data(), std::size_t(key.size()));
        key.clear();
    }

    Owned<EVP_PKEY> pair;
    QByteArray key; // empty: none yet
};

SessionKey::SessionKey()
    : d(std::make_unique<Private>())
{
}

SessionKey::~SessionKey() = default;

Result<QString> SessionKey::publicKey()
{
    if (!d->pair)
        d->pair.reset(EVP_RSA_gen(KeyBits));
    BIGNUM *number = nullptr;
    if (!d->pair || !EVP_PKEY_get_bn_param(d->pair.get(), OSSL_PKEY_PARAM_RSA_N, &number))
        return failure(QT_TRANSLATE_NOOP("SessionKey", "A key for secrets could not be made."));
    const Owned<BIGNUM> n(number);
    QByteArray modulus(ModulusSize, Qt::Uninitialized);
    if (BN_bn2lebinpad(n.get(), data(modulus), int(modulus.size())) < 0)
        return failure(QT_TRANSLATE_NOOP("SessionKey", "A key for secrets could not be made."));
    return QString::fromLatin1(publicKeyBlobStart.toByteArray().append(modulus).toBase64());
}

Result<> SessionKey::setEncryptedSessionKey(const QString &base64)
{
    const auto encrypted = fromBase64(base64, sessionKeyBlobStart);
    if (!encrypted)
        return encrypted.error();
    if (!d->pair)
        return badBlob();
    QByteArray key = rsa(d->pair.get(), EVP_PKEY_decrypt_init, EVP_PKEY_decrypt, reversed(*encrypted));
    if (key.size() != SessionKeySize)
        return badBlob();
    setKey(key);
    OPENSSL_cleanse(key.data(), std::size_t(key.size()));
    return {};
}

bool SessionKey::isReady() const
{
    return !d->key.isEmpty();
}

Result<QByteArray> SessionKey::encrypt(const QString &secret) const
{
    if (!isReady() || secret.size() > 1'000'000)
        return cryptoFailed();
    QByteArray plain(secret.size() * 2, Qt::Uninitialized);
    qToLittleEndian<quint16>(secret.utf16(), secret.size(), plain.data());
    auto encrypted = aes(d->key, plain, true);
    OPENSSL_cleanse(plain.data(), std::size_t(plain.size()));
    return encrypted;
}

Result<QString> SessionKey::decrypt(const QByteArray &encrypted) const
{
    if (!isReady() || encrypted.size() > 4'000'000)
        return cryptoFailed();
    auto plain = aes(d->key, encrypted, false);
    if (!plain)
        return plain.error();
    if (plain->size() % 2 != 0)
        return cryptoFailed();
    QString secret(plain->size() / 2, Qt::Uninitialized);
    qFromLittleEndian<quint16>(plain->constData(), secret.size(), secret.data());
    OPENSSL_cleanse(plain->data(), std::size_t(plain->size()));
    return secret;
}

Result<QString> SessionKey::encryptedSessionKeyFor(const QString &publicKey, const QByteArray &key)
{
    const auto modulus = fromBase64(publicKey, publicKeyBlobStart);
    if (!modulus)
        return modulus.error();
    const Owned<EVP_PKEY> receiver = publicKeyOf(*modulus);
    const QByteArray encrypted
        = receiver ? rsa(receiver.get(), EVP_PKEY_encrypt_init, EVP_PKEY_encrypt, key) : QByteArray();
    if (encrypted.size() != ModulusSize)
        return badBlob();
    return QString::fromLatin1(sessionKeyBlobStart.toByteArray().append(reversed(encrypted)).toBase64());
}

void SessionKey::setKey(const QByteArray &key)
{
    d->forget();
    if (key.size() == SessionKeySize)
        d->key = QByteArray(key.constData(), key.size()); // not shared, so that it can be wiped
}

} // namespace cspool
