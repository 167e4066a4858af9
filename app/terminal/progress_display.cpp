#include "app/terminal/progress_display.h"

#include "app/terminal/text_layout.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int WideTerminal = 100; // columns; in a narrower one the bar is half as long
constexpr int WideBar = 20;
constexpr int SmallestActivity = 12;

struct ProgressText
{
    Q_DECLARE_TR_FUNCTIONS(ProgressText)
};

// "1,200 of 20,000 documents, about 2:10 left": what is known besides activity and percent.
QString details(const ProgressRecord &progress)
{
    QStringList parts;
    for (const QString &part : {progress.status, progress.currentOperation}) {
        if (!part.isEmpty())
            parts.append(printableLine(part));
    }
    if (progress.secondsRemaining >= 0)
        parts.append(ProgressText::tr("about %1 left").arg(clockText(progress.secondsRemaining)));
    return parts.join(", "_L1);
}

} // namespace

QString clockText(qint64 seconds)
{
    const QString minutesAndSeconds = u"%1:%2"_s.arg(seconds / 60 % 60, seconds < 3600 ? 1 : 2, 10, QChar(u'0'))
                                          .arg(seconds % 60, 2, 10, QChar(u'0'));
    return seconds < 3600 ? minutesAndSeconds : QString(QString::number(seconds / 3600) + u':' + minutesAndSeconds);
}

ProgressDisplay::ProgressDisplay(Style style, int width)
    : m_style(style)
    , m_width(width)
{
}

QString ProgressDisplay::update(const ProgressRecord &progress, const QDateTime &time)
{
    if (m_style == Style::Hidden)
        return {};
    m_activities.removeIf([&](const ProgressRecord &other) { return other.activityId == progress.activityId; });
    if (!progress.isCompleted)
        m_activities.append(progress);
    if (m_style == Style::Bar) {
        const QString cleared = clear();
        return cleared + redraw();
    }
    if (!m_lastLine.isValid())
        m_lastLine = time;
    if (progress.isCompleted || m_lastLine.secsTo(time) < SecondsBetweenLines)
        return {};
    m_lastLine = time;
    return plainLine(progress) + u'\n';
}

QString ProgressDisplay::clear()
{
    return std::exchange(m_isBarShown, false) ? u"\r\x1b[K"_s : QString();
}

QString ProgressDisplay::redraw()
{
    if (m_style != Style::Bar || m_activities.isEmpty())
        return {};
    m_isBarShown = true;
    return barLine(m_activities.last());
}

// Percent and details are what changes: when the line is too short for everything, the activity's name is cut first.
QString ProgressDisplay::barLine(const ProgressRecord &progress) const
{
    QString rest;
    if (progress.percentComplete >= 0) {
        const int barWidth = m_width < WideTerminal ? WideBar / 2 : WideBar;
        const int percent = qMin(progress.percentComplete, 100);
        const int filled = barWidth * percent / 100;
        rest = u" ["_s + QString(filled, u'#') + QString(barWidth - filled, u'.') + u"] "_s + u"%1%"_s.arg(percent, 3);
    }
    if (const QString more = details(progress); !more.isEmpty())
        rest += u"  "_s + more;
    // The last column stays free: some terminals break the line as soon as it is written to.
    const int room = m_width - 1;
    const QString activity
        = elided(printableLine(progress.activity), qMax(SmallestActivity, room - displayWidth(rest)));
    return elided(activity + rest, room);
}

QString ProgressDisplay::plainLine(const ProgressRecord &progress) const
{
    QStringList parts;
    if (progress.percentComplete >= 0)
        parts.append(u"%1%"_s.arg(progress.percentComplete));
    if (const QString more = details(progress); !more.isEmpty())
        parts.append(more);
    const QString activity = printableLine(progress.activity);
    return parts.isEmpty() ? activity : QString(activity + u": "_s + parts.join(", "_L1));
}

} // namespace cspool
