// HostPrompt: one question of a server to its client's host as questions to the administrator, and the answer that the
// server waits for. MS-PSRP 2.2.3.17, 2.2.6.
#pragma once

#include "backend/remoting/psrp/host_call.h"
#include "model/prompt.h"
#include "model/result.h"

#include <functional>
#include <optional>

namespace cspool {

// A value; no I/O. A server's Prompt asks for several fields, a list among them for any number of items: next() and
// answer() take turns until next() has nothing more to ask. What was typed is kept here only, and never logged.
class HostPrompt
{
public:
    static constexpr qsizetype ChoiceLimit = 64; // of one question
    static constexpr qsizetype FieldLimit = 64;
    static constexpr qsizetype ItemLimit = 1000; // that are asked for one list

    // Encrypts a secret with the session key.
    using Encrypt = std::function<Result<QByteArray>(const QString &secret)>;

    // Nothing when the call is no question that an administrator can answer here.
    static std::optional<HostPrompt> of(const HostCall &call);

    const HostCall &call() const { return m_call; }
    // The next question, without an id; nothing: all are answered.
    std::optional<PromptRequest> next() const;
    // The answer to the question that next() gave. False, and nothing changes, when it is none of the choices.
    bool answer(const PromptAnswer &answer);

    // The answer holds a secret, for which the session key must be there.
    bool needsSessionKey() const;
    // What the host method returns; once everything is answered.
    Result<ClixmlValue> result(const Encrypt &encrypt) const;

private:
    struct Field
    {
        PromptRequest request;
        QString name; // the key in the answer of Prompt
        QString suggestedUser; // of a credential
        bool isList = false; // asked for until an empty answer, or the choice that ends it
        QList<PromptAnswer> answers = {}; // one, or the items of a list
        bool isDone = false;
    };
    explicit HostPrompt(const HostCall &call)
        : m_call(call)
    {
    }
    bool readChoices();
    bool readMultipleChoices();
    bool readFields();
    bool readCredential();
    void readLine(PromptKind kind);
    static std::optional<Field> fieldOf(const ClixmlObject &description, const QString &caption, const QString &message);
    static Result<ClixmlValue> valueOf(const Field &field, const PromptAnswer &answer, const Encrypt &encrypt);

    bool endsList(const Field &field, const PromptAnswer &answer) const;
    ClixmlValue chosen() const;
    static QString labelsOf(const Field &field); // that were chosen

    HostCall m_call;
    QList<Field> m_fields;
};

// What a choice means where PowerShell asks whether to go on. In every language it lists, in this order: Yes and No
// (ShouldContinue), Yes, Yes to All and Halt Command (the Inquire preference), or Yes, Yes to All, No and No to All
// (ShouldProcess); without remoting Suspend follows. A longer question is another one, and so is one whose English words
// say so: its choices mean neither.
enum class ChoiceMeaning { Agrees, Declines, Neither };
ChoiceMeaning meaningOf(const PromptRequest &question, int choice);

} // namespace cspool
