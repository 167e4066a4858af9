// OperationHint: in the status bar: that the deployment on the screen has a guided operation which is not finished.
#pragma once

#include <QToolButton>

namespace cspool {

class FailoverDesk;

// Takes no room while there is none.
class OperationHint : public QToolButton
{
    Q_OBJECT

public:
    // `desk` must outlive it.
    explicit OperationHint(FailoverDesk *desk, QWidget *parent = nullptr);

private:
    void update();

    FailoverDesk *m_desk;
};

} // namespace cspool
