#include "model/wildcard_pattern.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

char16_t folded(QChar character)
{
    return character.toCaseFolded().unicode();
}

Error invalidPattern(const QString &text, const QString &parameter)
{
    return {
        ErrorCategory::InvalidArgument, u"WildcardPatternInvalid"_s,
        QCoreApplication::translate("WildcardPattern", "The specified wildcard character pattern is not valid: %1")
            .arg(text),
        QCoreApplication::translate("WildcardPattern",
                                    "Close every bracket, as in \"pool0[1-3]*\"; write ` before a bracket that stands "
                                    "for itself."),
        parameter};
}

} // namespace

bool WildcardPattern::Token::matches(QChar character) const
{
    const char16_t folded = cspool::folded(character);
    return ranges.isEmpty() || std::any_of(ranges.begin(), ranges.end(), [folded](const Range &range) {
               return range.first <= folded && folded <= range.last;
           });
}

Result<WildcardPattern> WildcardPattern::parse(const QString &text, const QString &parameter)
{
    WildcardPattern pattern;
    for (qsizetype i = 0; i < text.size(); ++i) {
        Token token;
        if (text.at(i) == u'*') {
            token.isAnyText = true;
        } else if (text.at(i) == u'[') {
            const qsizetype end = text.indexOf(u']', i + 1);
            if (end <= i + 1)
                return invalidPattern(text, parameter);
            for (++i; i < end; ++i) {
                const char16_t first = folded(text.at(i));
                const bool isRange = i + 2 < end && text.at(i + 1) == u'-';
                i += isRange ? 2 : 0;
                const char16_t last = folded(text.at(i));
                if (last < first)
                    return invalidPattern(text, parameter);
                token.ranges.append({first, last});
            }
        } else if (text.at(i) != u'?') {
            if (text.at(i) == u'`' && i + 1 < text.size())
                ++i;
            token.ranges.append({folded(text.at(i)), folded(text.at(i))});
        }
        pattern.m_tokens.append(token);
    }
    return pattern;
}

// When a character does not match, only the last * can take one more: earlier ones could gain nothing by it.
bool WildcardPattern::matches(QStringView text) const
{
    qsizetype token = 0;
    qsizetype position = 0;
    qsizetype lastStar = -1;
    qsizetype afterStar = 0; // where the text goes on that the last * did not take
    while (position < text.size()) {
        if (token < m_tokens.size() && m_tokens.at(token).isAnyText) {
            lastStar = token++;
            afterStar = position;
        } else if (token < m_tokens.size() && m_tokens.at(token).matches(text.at(position))) {
            ++token;
            ++position;
        } else if (lastStar >= 0) {
            token = lastStar + 1;
            position = ++afterStar;
        } else {
            return false;
        }
    }
    while (token < m_tokens.size() && m_tokens.at(token).isAnyText)
        ++token;
    return token == m_tokens.size();
}

} // namespace cspool
