// StackingSplitter: two panes beside each other where there is room, else one above the other.
#pragma once

#include <QSplitter>

namespace cspool {

class StackingSplitter : public QSplitter
{
    Q_OBJECT

public:
    // From `width` characters of the font on, the panes are beside each other. `share`: of the first one, in percent,
    // beside and above the other; until somebody moves the handle.
    StackingSplitter(int width, int share, QWidget *parent = nullptr);

    // No wider than the wider pane needs: a window that is too narrow for both has them one above the other.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    const int m_width;
    const int m_share;
    bool m_isMoved = false;
};

} // namespace cspool
