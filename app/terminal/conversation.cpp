#include "app/terminal/conversation.h"

#include "app/terminal/choice_prompt.h"

namespace cspool {

using namespace Qt::StringLiterals;

Conversation::Conversation(LineReader *reader, const RecordPrinter::Writer &writer, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_writer(writer)
{
    connect(m_reader, &LineReader::lineRead, this, &Conversation::takeLine);
}

void Conversation::say(const QString &text)
{
    if (!text.isEmpty())
        m_writer(StandardStream::Error, text.toUtf8(), nullptr);
}

void Conversation::askChoice(const PromptRequest &prompt)
{
    m_choice = prompt;
    m_isAsking = true;
    say(promptText(prompt));
    m_reader->requestLine();
}

void Conversation::askLine(const QString &prompt)
{
    m_choice.reset();
    m_isAsking = true;
    say(u'\n' + prompt);
    m_reader->requestLine();
}

void Conversation::leaveQuestion()
{
    if (m_isAsking)
        say(u"\n"_s);
    m_isAsking = false;
}

void Conversation::takeLine()
{
    if (!m_isAsking)
        return;
    const std::optional<QString> line = m_reader->line();
    // What was typed at a terminal has ended its line there.
    if (!line || !isTerminal(StandardStream::Input))
        say(u"\n"_s);
    if (!line) {
        m_isAsking = false;
        Q_EMIT inputEnded();
        return;
    }
    if (!m_choice) {
        m_isAsking = false;
        Q_EMIT typed(*line);
        return;
    }
    const ChoiceAnswer choice = choiceFor(*m_choice, *line);
    if (choice.kind == ChoiceAnswer::Kind::Choice) {
        m_isAsking = false;
        Q_EMIT chosen(choice.choice);
        return;
    }
    say((choice.kind == ChoiceAnswer::Kind::Help ? choiceHelp(*m_choice) : QString()) + promptLine(*m_choice));
    m_reader->requestLine();
}

} // namespace cspool
