// Sentences about failures, made from a text with places for values.
#pragma once

#include <QString>
#include <QStringList>

namespace cspool {

// The text with %1, %2 … replaced by the values. Unlike arg(), it lets a text leave values out.
QString withValues(const QString &text, const QStringList &values);

// What another program or the system said, to stand at the end of a sentence: in one line, bounded, and never empty.
QString asQuotation(const QString &detail);

} // namespace cspool
