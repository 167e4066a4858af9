// Calls of the server to its client's host (prompts and texts for the screen), and the answers. MS-PSRP 2.2.3.17,
// 2.2.6 "Host methods".
#pragma once

#include "backend/remoting/clixml/clixml_value.h"
#include "model/prompt.h"
#include "model/result.h"

namespace cspool {

enum class HostMethod {
    ReadLine = 11,
    ReadLineAsSecureString = 12,
    Write1 = 13, // text
    Write2 = 14, // foreground, background, text
    WriteLine1 = 15, // nothing
    WriteLine2 = 16, // text
    WriteLine3 = 17, // foreground, background, text
    WriteErrorLine = 18,
    WriteDebugLine = 19,
    WriteProgress = 20,
    WriteVerboseLine = 21,
    WriteWarningLine = 22,
    Prompt = 23,
    PromptForCredential1 = 24,
    PromptForCredential2 = 25,
    PromptForChoice = 26,
    PromptForChoiceMultipleSelection = 59,
};

struct HostCall
{
    qint64 id = 0; // -100 for methods without a result, which are not answered
    int method = 0; // a HostMethod, or one that this program does not have
    QString methodName;
    QList<ClixmlValue> parameters;

    bool isAnswered() const; // the server waits for a response
    bool isWriting() const; // a text for the screen, or progress: nothing comes of it
    static Result<HostCall> decode(const ClixmlValue &value);
};

// The data of a call, for a server of one's own.
ClixmlValue hostCall(const HostCall &call);

// The data of a response with a result, and of one that says that the method failed (an unknown one must not be left
// unanswered: the server would wait for ever).
ClixmlValue hostResponse(const HostCall &call, const ClixmlValue &result);
ClixmlValue hostFailure(const HostCall &call, const QString &reason);

} // namespace cspool
