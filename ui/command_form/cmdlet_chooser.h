// CmdletChooser: all cmdlets of the open deployment, to choose one whose form is opened.
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace cspool {

class Session;

// Modal to its window; open() it. Deletes itself when closed.
class CmdletChooser : public QDialog
{
    Q_OBJECT

public:
    // `session` is only asked here.
    explicit CmdletChooser(const Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void cmdletChosen(const QString &cmdlet);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void build();
    void filter(const QString &text);
    void choose();

    QSortFilterProxyModel *m_cmdlets;
    QLineEdit *m_filter;
    QTreeView *m_view;
    QPushButton *m_choose = nullptr;
};

} // namespace cspool
