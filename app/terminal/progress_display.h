// ProgressDisplay: progress records as a bar in the terminal's last line, or as plain lines now and then.
#pragma once

#include "model/records.h"

#include <QList>

namespace cspool {

// What its functions return is to be written to the standard error as it is. One thread.
class ProgressDisplay
{
public:
    enum class Style {
        Bar, // one line that is written over
        Lines, // for files and pipes
        Hidden,
    };
    // In the style Lines at most one line is written in so many seconds, and none before the first of them have passed.
    static constexpr int SecondsBetweenLines = 5;

    // `width` of the terminal; used by the bar.
    ProgressDisplay(Style style, int width);

    // `time`: when the record was written.
    QString update(const ProgressRecord &progress, const QDateTime &time);

    // Takes the bar away, so that a line can be printed in its place; the next update() or redraw() brings it back.
    QString clear();
    QString redraw();

    // Forgets all activities: the command is over. What is shown goes with the next clear().
    void removeAll() { m_activities.clear(); }

private:
    QString barLine(const ProgressRecord &progress) const;
    QString plainLine(const ProgressRecord &progress) const;

    const Style m_style;
    const int m_width;
    QList<ProgressRecord> m_activities; // not completed, the one updated last at the end
    bool m_isBarShown = false;
    QDateTime m_lastLine;
};

// "2:10", "1:02:03": as short as a line of a terminal wants it, beside durationText() of the windows.
QString clockText(qint64 seconds);

} // namespace cspool
