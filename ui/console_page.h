// ConsolePage: one page of the main window: pools, pool pairings, jobs, report.
#pragma once

#include <QIcon>
#include <QList>
#include <QWidget>

class QAction;

namespace cspool {

class ConsolePage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString title() const = 0; // "Pools", with a mnemonic
    virtual QIcon icon() const = 0;
    // All actions of the page, in the order of its menu; a null action is a separator. Made once, owned by the page; the
    // page enables and disables them. Frequent ones have shortcuts. The window shows them in a menu of the page's name
    // and, those with an icon, in the tool bar while the page is shown.
    virtual QList<QAction *> menuActions() const = 0;
    // Ctrl+F: to the page's filter or search field.
    virtual void find() = 0;
    // F5, beside what the window reads again by itself: what only this page has read.
    virtual void refresh() {}
    // Where the keyboard goes when the page is opened.
    virtual void focusContent() = 0;
};

} // namespace cspool
