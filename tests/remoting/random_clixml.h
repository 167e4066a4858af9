// Random CLIXML values, the same for the same seed.
#pragma once

#include "backend/remoting/clixml/clixml_value.h"

#include <QRandomGenerator>

namespace cspool::test {

class RandomClixml
{
public:
    explicit RandomClixml(quint32 seed);

    // A value with objects in it, some of them more than once, `depth` levels at most.
    ClixmlValue value(int depth = 6);

private:
    ClixmlValue primitive();
    ClixmlValue object(int depth);
    QString text();
    QStringList typeNames();
    QList<ClixmlProperty> properties(int depth);
    int below(int limit) { return int(m_random.bounded(limit)); }

    QRandomGenerator m_random;
    QList<ClixmlValue> m_made; // objects that may occur again
    QList<QStringList> m_typeNames;
};

} // namespace cspool::test
