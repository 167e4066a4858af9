#include "backend/remoting/psrp/psrp_message.h"

#include "model/enum_text.h"

#include <QCoreApplication>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

constexpr qsizetype HeaderSize = 40;
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

constexpr EnumText<PsrpMessageType> typeNames[] = {
    {PsrpMessageType::SessionCapability, "SESSION_CAPABILITY"},
    {PsrpMessageType::InitRunspacePool, "INIT_RUNSPACEPOOL"},
    {PsrpMessageType::PublicKey, "PUBLIC_KEY"},
    {PsrpMessageType::EncryptedSessionKey, "ENCRYPTED_SESSION_KEY"},
    {PsrpMessageType::PublicKeyRequest, "PUBLIC_KEY_REQUEST"},
    {PsrpMessageType::ConnectRunspacePool, "CONNECT_RUNSPACEPOOL"},
    {PsrpMessageType::RunspacePoolInitData, "RUNSPACEPOOL_INIT_DATA"},
    {PsrpMessageType::ResetRunspaceState, "RESET_RUNSPACE_STATE"},
    {PsrpMessageType::SetMaxRunspaces, "SET_MAX_RUNSPACES"},
    {PsrpMessageType::SetMinRunspaces, "SET_MIN_RUNSPACES"},
    {PsrpMessageType::RunspaceAvailability, "RUNSPACE_AVAILABILITY"},
    {PsrpMessageType::RunspacePoolState, "RUNSPACEPOOL_STATE"},
    {PsrpMessageType::CreatePipeline, "CREATE_PIPELINE"},
    {PsrpMessageType::GetAvailableRunspaces, "GET_AVAILABLE_RUNSPACES"},
    {PsrpMessageType::UserEvent, "USER_EVENT"},
    {PsrpMessageType::ApplicationPrivateData, "APPLICATION_PRIVATE_DATA"},
    {PsrpMessageType::GetCommandMetadata, "GET_COMMAND_METADATA"},
    {PsrpMessageType::RunspacePoolHostCall, "RUNSPACEPOOL_HOST_CALL"},
    {PsrpMessageType::RunspacePoolHostResponse, "RUNSPACEPOOL_HOST_RESPONSE"},
    {PsrpMessageType::PipelineInput, "PIPELINE_INPUT"},
    {PsrpMessageType::EndOfPipelineInput, "END_OF_PIPELINE_INPUT"},
    {PsrpMessageType::PipelineOutput, "PIPELINE_OUTPUT"},
    {PsrpMessageType::ErrorRecord, "ERROR_RECORD"},
    {PsrpMessageType::PipelineState, "PIPELINE_STATE"},
    {PsrpMessageType::DebugRecord, "DEBUG_RECORD"},
    {PsrpMessageType::VerboseRecord, "VERBOSE_RECORD"},
    {PsrpMessageType::WarningRecord, "WARNING_RECORD"},
    {PsrpMessageType::ProgressRecord, "PROGRESS_RECORD"},
    {PsrpMessageType::InformationRecord, "INFORMATION_RECORD"},
    {PsrpMessageType::PipelineHostCall, "PIPELINE_HOST_CALL"},
    {PsrpMessageType::PipelineHostResponse, "PIPELINE_HOST_RESPONSE"},
};

// A GUID as .NET lays it out: its first three fields with the least significant byte first.
QByteArray guidBytes(const QUuid &uuid)
{
    QByteArray bytes(16, Qt::Uninitialized);
    qToLittleEndian(quint32(uuid.data1), bytes.data());
    qToLittleEndian(quint16(uuid.data2), bytes.data() + 4);
    qToLittleEndian(quint16(uuid.data3), bytes.data() + 6);
    std::copy(std::begin(uuid.data4), std::end(uuid.data4), bytes.begin() + 8);
    return bytes;
}

QUuid guidAt(const char *bytes)
{
    QUuid uuid;
    uuid.data1 = qFromLittleEndian<quint32>(bytes);
    uuid.data2 = qFromLittleEndian<quint16>(bytes + 4);
    uuid.data3 = qFromLittleEndian<quint16>(bytes + 6);
    std::copy(bytes + 8, bytes + 16, std::begin(uuid.data4));
    return uuid;
}

Error invalid(const QString &message)
{
    return {ErrorCategory::InvalidData, u"PsrpMessageInvalid"_s, message};
}

} // namespace

QString toString(PsrpMessageType type)
{
    const QString name = enumToString(typeNames, type);
    return name.isEmpty() ? u"0x" + QString::number(quint32(type), 16).rightJustified(8, u'0') : name;
}

QByteArray PsrpMessage::encoded() const
{
    QByteArray bytes(8, Qt::Uninitialized);
    qToLittleEndian(quint32(destination), bytes.data());
    qToLittleEndian(quint32(type), bytes.data() + 4);
    return bytes + guidBytes(runspacePool) + guidBytes(pipeline) + data;
}

Result<PsrpMessage> PsrpMessage::decode(const QByteArray &bytes)
{
    if (bytes.size() < HeaderSize)
        return invalid(
            QCoreApplication::translate("PsrpMessage", "The server sent a message that is too short to be one."));
    const quint32 destination = qFromLittleEndian<quint32>(bytes.constData());
    if (destination != quint32(PsrpDestination::Client) && destination != quint32(PsrpDestination::Server))
        return invalid(
            QCoreApplication::translate("PsrpMessage", "The server sent a message that is meant for nobody."));
    QByteArray data = bytes.sliced(HeaderSize);
    if (data.startsWith(byteOrderMark))
        data = data.sliced(byteOrderMark.size());
    return PsrpMessage{PsrpDestination(destination), PsrpMessageType(qFromLittleEndian<quint32>(bytes.constData() + 4)),
                       guidAt(bytes.constData() + 8), guidAt(bytes.constData() + 24), data};
}

} // namespace cspool
