// KindBanner: says on top of a run and of its questions what kind of operation it is. A planned one and one that loses
// data are told apart at first sight: by frame, picture and words, not by colour alone.
#pragma once

#include "model/failover/failover_goal.h"

#include <QFrame>

class QLabel;

namespace cspool {

class KindBanner : public QFrame
{
    Q_OBJECT

public:
    explicit KindBanner(QWidget *parent = nullptr);

    // `text`: sentences below the heading; may be empty.
    void setKind(const FailoverGoal &goal, const QString &heading, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int stripeWidth() const;
    void showIcon();

    FailoverGoal m_goal;
    QLabel *m_icon;
    QLabel *m_heading;
    QLabel *m_text;
};

} // namespace cspool
