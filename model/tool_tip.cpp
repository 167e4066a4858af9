#include "model/tool_tip.h"

namespace cspool {

using namespace Qt::StringLiterals;

QString plainToolTip(const QString &text)
{
    // What Qt::mightBeRichText() looks for.
    if (!text.contains(u'<') && !text.contains("&lt;"_L1))
        return text;
    return u"<p>"_s + text.toHtmlEscaped().replace(u'\n', "<br>"_L1) + u"</p>"_s;
}

QString plainToolTip(const QStringList &sentences)
{
    QString html;
    for (const QString &sentence : sentences) {
        if (!sentence.isEmpty())
            html += u"<p>"_s + sentence.toHtmlEscaped() + u"</p>"_s;
    }
    return html;
}

} // namespace cspool
