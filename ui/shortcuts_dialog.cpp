#include "ui/shortcuts_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Without the mark of the mnemonic and the dots of "asks for more".
QString plainText(QString text)
{
    text.replace(u"&&"_s, u"\x1"_s);
    text.remove(u'&');
    text.replace(u'\x1', u'&');
    text.remove(u'…');
    return text;
}

void addShortcuts(const QMenu *menu, QTreeWidgetItem *group)
{
    const QList<QAction *> actions = menu->actions();
    for (const QAction *action : actions) {
        if (action->menu())
            addShortcuts(action->menu(), group);
        QStringList keys;
        const QList<QKeySequence> shortcuts = action->shortcuts();
        for (const QKeySequence &shortcut : shortcuts)
            keys.append(shortcut.toString(QKeySequence::NativeText));
        if (!keys.isEmpty())
            new QTreeWidgetItem(group, {plainText(action->text()), keys.join(u", "_s)});
    }
}

void filter(const QTreeWidget *list, const QString &text)
{
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = list->topLevelItem(i);
        bool isAnyShown = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem *item = group->child(j);
            const bool matches = item->text(0).contains(text, Qt::CaseInsensitive)
                || item->text(1).contains(text, Qt::CaseInsensitive);
            item->setHidden(!matches);
            isAnyShown = isAnyShown || matches;
        }
        group->setHidden(!isAnyShown);
    }
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QMenuBar *menus, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *field = new QLineEdit(this);
    field->setPlaceholderText(tr("Filter by action or key"));
    field->setAccessibleName(tr("Filter"));
    field->setClearButtonEnabled(true);
    auto *list = new QTreeWidget(this);
    list->setObjectName(u"shortcutList"_s);
    list->setAccessibleName(tr("Keyboard shortcuts"));
    list->setHeaderLabels({tr("Action"), tr("Keys")});
    const QList<QAction *> actions = menus->actions();
    for (const QAction *action : actions) {
        if (!action->menu())
            continue;
        auto *group = new QTreeWidgetItem(list, {plainText(action->text())});
        addShortcuts(action->menu(), group);
        if (group->childCount() == 0)
            delete group;
    }
    list->expandAll();
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(false);
    connect(field, &QLineEdit::textChanged, list, [list](const QString &text) { filter(list, text); });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(field);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 70, metrics.height() * 32);
}

} // namespace cspool
