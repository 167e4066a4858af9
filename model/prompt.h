// What a running command asks, and the answer: PowerShell's PromptForChoice and its kin, by id.
#pragma once

#include <QList>
#include <QString>

namespace cspool {

struct PromptChoice
{
    QString label; // with PowerShell's '&' before the hot key: "Yes to &All"
    QString help; // one sentence, shown by the Help choice

    bool operator==(const PromptChoice &) const = default;
};

enum class PromptKind {
    Choice, // one of `choices`
    Text, // a line of text
    Secret, // a line that is never shown, logged or stored
    Credential, // a user name (answered in `text`) and a secret
};

// A question. It travels as a record; the command goes on when its answer arrives at Pipeline::answer.
struct PromptRequest
{
    qint64 id = 0; // unique within its pipeline, ascending
    PromptKind kind = PromptKind::Choice;
    QString caption; // "Confirm"
    QString message; // "Are you sure you want to perform this action? …"
    QList<PromptChoice> choices = {};
    int defaultChoice = -1; // index into `choices`; -1: none

    bool operator==(const PromptRequest &) const = default;
};

struct PromptAnswer
{
    qint64 id = 0; // of the request
    int choice = -1; // index into the request's choices
    QString text = {};
    QString secret = {}; // never logged

    bool operator==(const PromptAnswer &) const = default;
};

} // namespace cspool
