// FailoverCheck: one check of the readiness for a failover: its verdict, what is true, since when, who told, what to
// do.
#pragma once

#include "model/failover/failover_facts.h"
#include "model/status_tone.h"

namespace cspool {

enum class Verdict {
    Ready, // green
    Attention, // amber: it can be done; somebody should know, or do something before
    Blocking, // red: the cmdlet would refuse, or it must not be done
    Unknown, // it could not be read, or is not reported
};
StatusTone toneOf(Verdict verdict);
QString toString(Verdict verdict); // "Ready": for files and programs
QString verdictText(Verdict verdict); // for people
std::optional<Verdict> verdictFromString(QStringView text);

// A thing to do: a sentence and, where a command does it, its line, filled in as far as is known.
struct Remedy
{
    QString text;
    // What parseCommand() cannot read, or the deployment does not offer, is for a server's own shell: to copy.
    QString commandLine = {};

    bool operator==(const Remedy &) const = default;
};

struct FailoverCheck
{
    QString id; // "Pairing"; for reports and programs, never changes
    QString title; // "Pairing"
    Verdict verdict = Verdict::Unknown;
    QString finding = {}; // sentences: what is true, and what follows from it
    QStringList details = {}; // single items, one each: "UserServices.PresenceFocus: FinalState, NormalState"
    QDateTime trueAt = {}; // UTC, of the oldest fact in it; invalid: never read
    QStringList toldBy = {}; // lines of the commands that told
    QList<Remedy> remedies = {}; // in order
    QString note = {}; // words against a known misunderstanding that arises here; empty: none

    bool operator==(const FailoverCheck &) const = default;
};

// All checks of the goal, in a fixed order; what does not concern it is left out. Facts and order are those of
// Microsoft's documentation and of administrators' write-ups; what is a rule of ours, or holds only in a lab, says so.
QList<FailoverCheck> checksFor(const FailoverFacts &facts);

// Blocking before Unknown before Attention before Ready; of none: Unknown.
Verdict overallVerdict(const QList<FailoverCheck> &checks);
// One sentence: "Not ready: 2 checks stand in the way."
QString overallText(const QList<FailoverCheck> &checks);

} // namespace cspool
