// SessionKey: the key that encrypts secure strings between the two ends. MS-PSRP 2.2.3.3-2.2.3.5, 2.2.5.1.24, 3.1.3.
#pragma once

#include "model/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace cspool {

// Made once per runspace pool, and only when a secret has to travel. Not thread-safe; no I/O.
class SessionKey
{
public:
    SessionKey();
    ~SessionKey();

    // A CAPI PUBLICKEYBLOB of a new RSA key of 2,048 bits, in base64. Makes the key at the first call (tens of ms).
    Result<QString> publicKey();
    // The server's answer: a SIMPLEBLOB in base64, decrypted with the private key (PKCS #1 v1.5).
    Result<> setEncryptedSessionKey(const QString &base64);
    bool isReady() const;

    // AES-256-CBC with a zero IV and PKCS #7 padding over UTF-16LE. Only when isReady(); an error for what is none of ours.
    Result<QByteArray> encrypt(const QString &secret) const;
    Result<QString> decrypt(const QByteArray &encrypted) const;

    // The server's side, for a server of one's own: the SIMPLEBLOB for a client's public key.
    static Result<QString> encryptedSessionKeyFor(const QString &publicKey, const QByteArray &key);
    void setKey(const QByteArray &key); // 32 bytes

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace cspool
