// WildcardPattern: PowerShell's wildcards: * for any characters, ? for one, [abc] and [a-c] for one of several, `
// before a character that stands for itself.
#pragma once

#include "model/result.h"

#include <QList>
#include <QString>

namespace cspool {

// A value. Compares case-insensitively, as PowerShell's -like does; a whole text, not a part of it.
class WildcardPattern
{
public:
    // InvalidArgument when a bracket is not closed, or a range runs backwards. `parameter`: where the text stands; it
    // becomes the error's target.
    static Result<WildcardPattern> parse(const QString &text, const QString &parameter);

    bool matches(QStringView text) const; // takes time in proportion to both lengths

private:
    struct Range
    {
        char16_t first;
        char16_t last;
    };
    struct Token // one character of the text, or any number of any
    {
        bool isAnyText = false;
        QList<Range> ranges; // empty: any character
        bool matches(QChar character) const;
    };

    QList<Token> m_tokens;
};

} // namespace cspool
