// Conversation: what is said to a person at the terminal and asked of them, one question at a time.
#pragma once

#include "app/terminal/line_reader.h"
#include "app/terminal/record_printer.h"
#include "model/prompt.h"

#include <optional>

namespace cspool {

// Lives in the main thread. All of it goes to the standard error, as questions do everywhere in cspool.
class Conversation : public QObject
{
    Q_OBJECT

public:
    // `reader` must outlive it.
    Conversation(LineReader *reader, const RecordPrinter::Writer &writer, QObject *parent = nullptr);

    void say(const QString &text); // as it is

    // One of chosen() and inputEnded() follows; "?" and what is no answer are dealt with here.
    void askChoice(const PromptRequest &prompt);
    // One of typed() and inputEnded() follows.
    void askLine(const QString &prompt);
    // Nobody wants to know any more: no signal follows.
    void leaveQuestion();
    bool isAsking() const { return m_isAsking; }

Q_SIGNALS:
    void chosen(int choice);
    void typed(const QString &line);
    void inputEnded();

private:
    void takeLine();

    LineReader *m_reader;
    const RecordPrinter::Writer m_writer;
    std::optional<PromptRequest> m_choice; // the open question, when it has choices
    bool m_isAsking = false;
};

} // namespace cspool
