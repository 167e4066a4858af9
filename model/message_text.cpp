#include "model/message_text.h"

#include <QStringList>

namespace cspool {

using namespace Qt::StringLiterals;

QString forMessage(const QString &text)
{
    constexpr qsizetype shown = 120;
    QString clean = text.size() > shown ? QString(text.first(shown) + u'…') : text;
    for (QChar &character : clean) {
        if (!character.isPrint() && !character.isSurrogate())
            character = u'\uFFFD';
    }
    return clean;
}

QString inOneLine(const QString &text)
{
    QString line;
    const QStringList parts = text.split(u'\n');
    for (const QString &untrimmed : parts) {
        const QString part = untrimmed.trimmed();
        if (part.isEmpty())
            continue;
        if (!line.isEmpty())
            line += u".!?:…"_s.contains(line.back()) ? u" "_s : u" – "_s;
        line += part;
    }
    return line;
}

QString withAction(const QString &message, const QString &recommendedAction)
{
    return recommendedAction.isEmpty() ? message : QString(message + u'\n' + recommendedAction);
}

QString errorSentences(const Error &error)
{
    return inOneLine(withAction(error.message, error.recommendedAction));
}

} // namespace cspool
