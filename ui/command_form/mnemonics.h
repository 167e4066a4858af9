// Mnemonics: gives labels that are made from data mnemonics that nothing else in the window has.
#pragma once

#include <QSet>
#include <QStringList>

namespace cspool {

class Mnemonics
{
public:
    // The mnemonic in a text that has one ("&Copy") is taken.
    void reserve(const QString &text);
    // The text with a mnemonic, at a capital letter if one is free; without, when no letter is.
    QString assign(const QString &text);
    // The same for several, in their order: the shorter ones, which have fewer letters, choose first.
    QStringList assignAll(const QStringList &texts);

private:
    QSet<QChar> m_taken; // in lower case
};

} // namespace cspool
