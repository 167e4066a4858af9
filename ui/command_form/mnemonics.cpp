#include "ui/command_form/mnemonics.h"

#include <algorithm>
#include <numeric>

namespace cspool {

using namespace Qt::StringLiterals;

void Mnemonics::reserve(const QString &text)
{
    for (qsizetype i = text.indexOf(u'&'); i >= 0 && i + 1 < text.size(); i = text.indexOf(u'&', i + 2)) {
        if (text.at(i + 1) != u'&')
            m_taken.insert(text.at(i + 1).toLower());
    }
}

QString Mnemonics::assign(const QString &text)
{
    const auto assignWhere = [&](auto &&suits) -> QString {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar letter = text.at(i).toLower();
            if (!text.at(i).isLetter() || !suits(text.at(i)) || m_taken.contains(letter))
                continue;
            m_taken.insert(letter);
            return QString(text).insert(i, u'&');
        }
        return {};
    };
    QString assigned = assignWhere([](QChar character) { return character.isUpper(); });
    if (assigned.isEmpty())
        assigned = assignWhere([](QChar) { return true; });
    return assigned.isEmpty() ? text : assigned;
}

QStringList Mnemonics::assignAll(const QStringList &texts)
{
    QList<qsizetype> order(texts.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&texts](qsizetype a, qsizetype b) { return texts.at(a).size() < texts.at(b).size(); });
    QStringList assigned = texts;
    for (const qsizetype index : order)
        assigned[index] = assign(texts.at(index));
    return assigned;
}

} // namespace cspool
