#include "backend/remoting/failure_text.h"

#include <QCoreApplication>

namespace cspool {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailureText)
};

constexpr qsizetype LongestQuotation = 1000;

} // namespace

QString withValues(const QString &text, const QStringList &values)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = text.at(i) == u'%' && i + 1 < text.size() ? text.at(i + 1).digitValue() : -1;
        if (number >= 1 && number <= values.size()) {
            result += values.at(number - 1);
            ++i;
        } else {
            result += text.at(i);
        }
    }
    return result;
}

QString asQuotation(const QString &detail)
{
    QString text = detail.simplified();
    if (text.isEmpty())
        text = Text::tr("it did not say why.");
    text.truncate(LongestQuotation);
    return text.endsWith(u'.') || text.endsWith(u'!') ? text : text + u'.';
}

} // namespace cspool
