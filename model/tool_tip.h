// How texts become tool tips: Qt shows one that looks like HTML as such, and no text from outside may be formatted.
#pragma once

#include <QStringList>

namespace cspool {

// The text as it is: unchanged unless it could be taken for HTML, which is escaped then.
QString plainToolTip(const QString &text);
// A paragraph for each sentence, wrapped. Empty ones are left out; empty without any.
QString plainToolTip(const QStringList &sentences);

} // namespace cspool
