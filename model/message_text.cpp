#include "model/message_text.h"

namespace cspool {

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

} // namespace cspool
