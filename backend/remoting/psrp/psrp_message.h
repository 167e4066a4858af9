// One PSRP message: header and data. MS-PSRP 2.2.1 (types) and 2.2.4 (layout).
#pragma once

#include "model/result.h"

#include <QByteArray>
#include <QUuid>

namespace cspool {

enum class PsrpMessageType : quint32 {
    SessionCapability = 0x00010002,
    InitRunspacePool = 0x00010004,
    PublicKey = 0x00010005,
    EncryptedSessionKey = 0x00010006,
    PublicKeyRequest = 0x00010007,
    ConnectRunspacePool = 0x00010008,
    RunspacePoolInitData = 0x0002100B,
    ResetRunspaceState = 0x0002100C,
    SetMaxRunspaces = 0x00021002,
    SetMinRunspaces = 0x00021003,
    RunspaceAvailability = 0x00021004,
    RunspacePoolState = 0x00021005,
    CreatePipeline = 0x00021006,
    GetAvailableRunspaces = 0x00021007,
    UserEvent = 0x00021008,
    ApplicationPrivateData = 0x00021009,
    GetCommandMetadata = 0x0002100A,
    RunspacePoolHostCall = 0x00021100,
    RunspacePoolHostResponse = 0x00021101,
    PipelineInput = 0x00041002,
    EndOfPipelineInput = 0x00041003,
    PipelineOutput = 0x00041004,
    ErrorRecord = 0x00041005,
    PipelineState = 0x00041006,
    DebugRecord = 0x00041007,
    VerboseRecord = 0x00041008,
    WarningRecord = 0x00041009,
    ProgressRecord = 0x00041010,
    InformationRecord = 0x00041011,
    PipelineHostCall = 0x00041100,
    PipelineHostResponse = 0x00041101,
};

enum class PsrpDestination : quint32 { Client = 1, Server = 2 };

// "PIPELINE_OUTPUT", as MS-PSRP calls it; the number in hexadecimal digits for an unknown type.
QString toString(PsrpMessageType type);

struct PsrpMessage
{
    PsrpDestination destination = PsrpDestination::Server;
    PsrpMessageType type = PsrpMessageType::SessionCapability; // may hold a number that is none of the enumerators
    QUuid runspacePool; // null where the server leaves it out
    QUuid pipeline; // null: of the runspace pool
    QByteArray data; // CLIXML; a byte order mark, if any, was removed

    QByteArray encoded() const;
    // An error when it is shorter than its header or goes to nobody.
    static Result<PsrpMessage> decode(const QByteArray &bytes);

    bool operator==(const PsrpMessage &) const = default;
};

} // namespace cspool
