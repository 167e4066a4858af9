#include "tests/remoting/recorded_traffic.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

QDir folder()
{
    return QDir(QStringLiteral(CSPOOL_REFERENCE_DIR "/recorded-traffic"));
}

} // namespace

QStringList recordedExchanges()
{
    QStringList names;
    for (const QString &file : folder().entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        names.append(file.chopped(5));
    return names;
}

QList<RecordedMessage> recordedExchange(const QString &name)
{
    QFile file(folder().filePath(name + u".json"_s));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    const QJsonArray messages = QJsonDocument::fromJson(file.readAll()).object().value("messages"_L1).toArray();
    QList<RecordedMessage> result;
    for (const QJsonValue &message : messages) {
        const QJsonObject object = message.toObject();
        result.append(
            {object.value("request"_L1).toString().toUtf8(), object.value("response"_L1).toString().toUtf8()});
    }
    if (result.isEmpty())
        qFatal("%s has no messages", qPrintable(file.fileName()));
    return result;
}

} // namespace cspool::test
