#include "model/powershell_text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::PowerShellText)
};

bool isSingleQuote(QChar character)
{
    return character == u'\'' || (character >= u'\u2018' && character <= u'\u201B');
}

bool isDoubleQuote(QChar character)
{
    return character == u'"' || (character >= u'\u201C' && character <= u'\u201E');
}

bool isNewline(QChar character)
{
    return character == u'\n' || character == u'\r';
}

bool isBlank(QChar character)
{
    switch (character.category()) {
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return character == u'\t' || character == u'\v' || character == u'\f' || character == u'\u0085';
    }
}

bool isAsciiLetter(QChar character)
{
    return (character >= u'a' && character <= u'z') || (character >= u'A' && character <= u'Z');
}

bool isAsciiDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

// Ends a bare word and is no part of it.
bool endsWord(QChar character)
{
    return isBlank(character) || isNewline(character) || QStringView(u"(){};,|&<>").contains(character);
}

// What may follow '$' so that it begins a variable or an expression, and is no plain dollar sign.
bool beginsVariable(QChar character)
{
    return character.isLetterOrNumber() || QStringView(u"_?^$({:").contains(character);
}

struct Escape
{
    char16_t letter;
    char16_t character;
};
// about_Special_Characters.
constexpr Escape escapes[] = {{u'0', u'\0'}, {u'a', u'\a'}, {u'b', u'\b'}, {u'f', u'\f'},
                              {u'n', u'\n'}, {u'r', u'\r'}, {u't', u'\t'}, {u'v', u'\v'}};

QChar escapedCharacter(QChar letter)
{
    for (const Escape &escape : escapes) {
        if (letter == escape.letter)
            return escape.character;
    }
    return letter;
}

bool isReadBare(const QString &value)
{
    const auto isPlain = [](QChar character) {
        return isAsciiLetter(character) || isAsciiDigit(character)
            || QStringView(u"_.:/\\=+*?~@%-").contains(character);
    };
    // A leading digit or point could be read as a number, a leading dash as a parameter.
    return !value.isEmpty() && (isAsciiLetter(value.front()) || QStringView(u"_/\\~").contains(value.front()))
        && std::all_of(value.begin(), value.end(), isPlain);
}

QString doubleQuoted(const QString &value)
{
    QString text = u"\""_s;
    for (const QChar character : value) {
        const auto *escape = std::find_if(std::begin(escapes), std::end(escapes), [character](const Escape &candidate) {
            return character == candidate.character;
        });
        if (escape != std::end(escapes))
            text += u'`' + QChar(escape->letter);
        else if (character == u'`' || character == u'$' || isDoubleQuote(character))
            text += u'`' + character;
        else
            text += character;
    }
    text += u'"';
    return text;
}

QString singleQuoted(const QString &value)
{
    QString text = u"'"_s;
    for (const QChar character : value) {
        text += character;
        if (isSingleQuote(character))
            text += character;
    }
    text += u'\'';
    return text;
}

class Tokenizer
{
public:
    explicit Tokenizer(const QString &line)
        : m_line(line)
    {
    }

    Result<QList<PowerShellToken>> run();

private:
    enum class End {
        Token, // something follows
        Line,
    };

    bool isAtEnd() const { return m_position >= m_line.size(); }
    // A null character past the end; where one stands in the line itself does not matter to the callers.
    QChar peek(qsizetype ahead = 0) const
    {
        return m_position + ahead < m_line.size() ? m_line.at(m_position + ahead) : QChar();
    }

    // Blanks, comments and continued lines; newlines too when `alsoNewlines`.
    Result<> skipBlanks(bool alsoNewlines);
    void skipLineComment();
    Result<> skipBlockComment();
    Result<End> skipToToken();

    Result<> readToken();
    bool isParameterAhead() const;
    void readParameter();
    Result<> readArgument();
    // One value without its commas. Sets m_isQuoted when something in it was quoted.
    Result<QString> readValue();
    Result<QString> readBareWord();
    Result<QString> readSingleQuoted();
    Result<QString> readDoubleQuoted();
    Result<QString> readVariable();

    Error refused(const QString &what) const;
    Error refusedCharacter() const;

    const QString m_line;
    qsizetype m_position = 0;
    bool m_isQuoted = false;
    bool m_areParametersOver = false; // after "--"
    QList<PowerShellToken> m_tokens;
};

Error Tokenizer::refused(const QString &what) const
{
    return {ErrorCategory::InvalidArgument, u"UnsupportedSyntax"_s,
            Text::tr("At character %1: %2.").arg(QString::number(m_position + 1), what),
            Text::tr("Write one cmdlet with its parameters. Put a value that holds such characters in single quotes."),
            m_line};
}

Error Tokenizer::refusedCharacter() const
{
    switch (peek().unicode()) {
    case u'|':
        return refused(Text::tr("\"|\" begins a pipeline, and one command is run at a time here"));
    case u';':
        return refused(Text::tr("\";\" begins another command, and one command is run at a time here"));
    case u'&':
        return refused(Text::tr("\"&\" is not supported here"));
    case u'<':
    case u'>':
        return refused(Text::tr("\"%1\" would redirect input or output, which is not supported here").arg(peek()));
    case u'(':
    case u')':
        return refused(Text::tr("\"%1\" belongs to an expression, and expressions are not supported here").arg(peek()));
    case u'{':
    case u'}':
        return refused(
            Text::tr("\"%1\" belongs to a script block, and script blocks are not supported here").arg(peek()));
    default:
        return refused(
            Text::tr("\"%1\" begins an array, a hash table or a splatted variable, which are not supported here")
                .arg(peek()));
    }
}

void Tokenizer::skipLineComment()
{
    while (!isAtEnd() && !isNewline(peek()))
        ++m_position;
}

Result<> Tokenizer::skipBlockComment()
{
    const qsizetype end = m_line.indexOf("#>"_L1, m_position + 2);
    if (end < 0)
        return refused(Text::tr("the comment that begins here has no end"));
    m_position = end + 2;
    return {};
}

Result<> Tokenizer::skipBlanks(bool alsoNewlines)
{
    while (!isAtEnd()) {
        if (isBlank(peek()) || (alsoNewlines && isNewline(peek()))) {
            ++m_position;
        } else if (peek() == u'`' && isNewline(peek(1))) {
            m_position += peek(1) == u'\r' && peek(2) == u'\n' ? 3 : 2;
        } else if (peek() == u'#') {
            skipLineComment();
        } else if (peek() == u'<' && peek(1) == u'#') {
            if (const auto skipped = skipBlockComment(); !skipped)
                return skipped;
        } else {
            break;
        }
    }
    return {};
}

// A line's end ends the command: before it only blank lines may stand, and behind it.
Result<Tokenizer::End> Tokenizer::skipToToken()
{
    if (const auto skipped = skipBlanks(m_tokens.isEmpty()); !skipped)
        return skipped.error();
    if (!isAtEnd() && isNewline(peek())) {
        if (const auto skipped = skipBlanks(true); !skipped)
            return skipped.error();
        if (!isAtEnd())
            return refused(Text::tr("a second command begins on a new line, and one command is run at a time here"));
    }
    return isAtEnd() ? End::Line : End::Token;
}

Result<QList<PowerShellToken>> Tokenizer::run()
{
    while (true) {
        const auto end = skipToToken();
        if (!end)
            return end.error();
        if (*end == End::Line)
            return m_tokens;
        if (const auto read = readToken(); !read)
            return read.error();
    }
}

// A dash and a letter, up to an end of the word: a quote inside makes it an ordinary word ("-a'b'").
bool Tokenizer::isParameterAhead() const
{
    if (m_areParametersOver || !isPowerShellDash(peek()) || !(peek(1).isLetter() || peek(1) == u'_' || peek(1) == u'?'))
        return false;
    for (qsizetype i = m_position + 1; i < m_line.size(); ++i) {
        const QChar character = m_line.at(i);
        if (endsWord(character) || QStringView(u":.[").contains(character))
            return true;
        if (isSingleQuote(character) || isDoubleQuote(character))
            return false;
    }
    return true;
}

void Tokenizer::readParameter()
{
    PowerShellToken token{.kind = PowerShellToken::Kind::Parameter, .text = {}, .position = m_position};
    ++m_position;
    while (!isAtEnd() && !endsWord(peek()) && !QStringView(u":.[").contains(peek()))
        token.text += m_line.at(m_position++);
    if (!isAtEnd() && peek() == u':') {
        token.hasArgument = true;
        ++m_position;
    }
    m_tokens.append(token);
}

Result<> Tokenizer::readToken()
{
    if (isParameterAhead()) {
        readParameter();
        return {};
    }
    const bool isEndOfParameters = !m_areParametersOver && isPowerShellDash(peek()) && isPowerShellDash(peek(1))
        && (m_position + 2 >= m_line.size() || endsWord(peek(2)));
    if (isEndOfParameters) {
        m_areParametersOver = true;
        m_position += 2;
        return {};
    }
    return readArgument();
}

Result<> Tokenizer::readArgument()
{
    PowerShellToken token{.text = {}, .position = m_position};
    m_isQuoted = false;
    QStringList values;
    while (true) {
        const auto value = readValue();
        if (!value)
            return value.error();
        values.append(*value);
        const qsizetype end = m_position;
        if (const auto skipped = skipBlanks(false); !skipped)
            return skipped;
        // The name of the cmdlet is no list.
        if (isAtEnd() || peek() != u',' || m_tokens.isEmpty()) {
            m_position = end;
            break;
        }
        ++m_position;
        if (const auto skipped = skipBlanks(true); !skipped)
            return skipped;
    }
    token.text = values.first();
    token.isQuoted = m_isQuoted;
    if (values.size() > 1)
        token.values = values;
    m_tokens.append(token);
    return {};
}

Result<QString> Tokenizer::readValue()
{
    if (isAtEnd() || peek() == u',') {
        return Error{
            ErrorCategory::InvalidArgument, u"MissingArgument"_s,
            Text::tr("At character %1: a value is missing beside the comma.").arg(m_position + 1),
            Text::tr("Separate the values of a list by single commas, or put a value that holds a comma in quotes."),
            m_line};
    }
    if (peek() == u'$' && m_position + 1 < m_line.size() && beginsVariable(peek(1)))
        return readVariable();
    const bool isSingle = isSingleQuote(peek());
    if (!isSingle && !isDoubleQuote(peek()))
        return readBareWord();
    const auto value = isSingle ? readSingleQuoted() : readDoubleQuoted();
    // After a quoted string these would read a member or an element of it.
    if (value && !isAtEnd() && QStringView(u".[").contains(peek()))
        return refused(Text::tr("\"%1\" behind a quoted value is an expression, and expressions are not supported here")
                           .arg(peek()));
    return value;
}

Result<QString> Tokenizer::readBareWord()
{
    if (peek() == u'@' || endsWord(peek()))
        return refusedCharacter();
    QString text;
    while (!isAtEnd() && !endsWord(peek())) {
        if (isSingleQuote(peek()) || isDoubleQuote(peek())) {
            const auto quoted = isSingleQuote(peek()) ? readSingleQuoted() : readDoubleQuoted();
            if (!quoted)
                return quoted;
            text += *quoted;
        } else if (peek() == u'`' && m_position + 1 < m_line.size()) {
            if (isNewline(peek(1)))
                break;
            m_isQuoted = true;
            text += escapedCharacter(peek(1));
            m_position += 2;
        } else if (peek() == u'$' && m_position + 1 < m_line.size() && beginsVariable(peek(1))) {
            return refused(Text::tr("\"$\" begins a variable, and variables are not supported here"));
        } else {
            text += m_line.at(m_position++);
        }
    }
    return text;
}

Result<QString> Tokenizer::readVariable()
{
    qsizetype end = m_position + 1;
    while (end < m_line.size() && (m_line.at(end).isLetterOrNumber() || m_line.at(end) == u'_'))
        ++end;
    const QString name = m_line.sliced(m_position, end - m_position);
    const bool isConstant = QStringList{u"$true"_s, u"$false"_s, u"$null"_s}.contains(name, Qt::CaseInsensitive);
    if (!isConstant || (end < m_line.size() && !endsWord(m_line.at(end)))) {
        return refused(name.size() > 1
                           ? Text::tr("\"%1\" is a variable, and variables are not supported here").arg(name)
                           : Text::tr("\"$\" begins a variable, and variables are not supported here"));
    }
    m_position = end;
    return name.toLower();
}

Result<QString> Tokenizer::readSingleQuoted()
{
    const qsizetype start = m_position++;
    m_isQuoted = true;
    QString text;
    while (!isAtEnd()) {
        if (isSingleQuote(peek())) {
            ++m_position;
            if (isAtEnd() || !isSingleQuote(peek()))
                return text;
        }
        text += m_line.at(m_position++);
    }
    return Error{
        ErrorCategory::InvalidArgument, u"TerminatorExpectedAtEndOfString"_s,
        Text::tr("At character %1: the quoted text that begins here has no closing single quote.").arg(start + 1),
        Text::tr("Close the quotation mark. Inside single quotes write '' for an apostrophe."), m_line};
}

Result<QString> Tokenizer::readDoubleQuoted()
{
    const qsizetype start = m_position++;
    m_isQuoted = true;
    QString text;
    while (!isAtEnd()) {
        if (isDoubleQuote(peek())) {
            ++m_position;
            if (isAtEnd() || !isDoubleQuote(peek()))
                return text;
        } else if (peek() == u'`' && m_position + 1 < m_line.size()) {
            text += escapedCharacter(peek(1));
            m_position += 2;
            continue;
        } else if (peek() == u'$' && m_position + 1 < m_line.size() && beginsVariable(peek(1))) {
            return refused(
                Text::tr("\"$\" begins a variable inside double quotes, and variables are not supported here"));
        }
        text += m_line.at(m_position++);
    }
    return Error{
        ErrorCategory::InvalidArgument, u"TerminatorExpectedAtEndOfString"_s,
        Text::tr("At character %1: the quoted text that begins here has no closing double quote.").arg(start + 1),
        Text::tr("Close the quotation mark. Inside double quotes write \"\" for a quotation mark."), m_line};
}

} // namespace

bool isPowerShellDash(QChar character)
{
    return character == u'-' || (character >= u'\u2013' && character <= u'\u2015');
}

QString quotePowerShell(const QString &value)
{
    if (isReadBare(value))
        return value;
    const bool hasControlCharacters = std::any_of(value.begin(), value.end(), [](QChar character) {
        return std::any_of(std::begin(escapes), std::end(escapes),
                           [character](const Escape &escape) { return character == escape.character; });
    });
    return hasControlCharacters ? doubleQuoted(value) : singleQuoted(value);
}

Result<QList<PowerShellToken>> tokenizePowerShell(const QString &line)
{
    return Tokenizer(line).run();
}

} // namespace cspool
