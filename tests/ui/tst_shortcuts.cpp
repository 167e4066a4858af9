// The keys of the main window: whatever page is shown and wherever the keyboard is, a key does one thing, and on every
// page the same.
#include "tests/support/ui_world.h"
#include "ui/deployments/deployment_controller.h"
#include "ui/failover/failover_page.h"
#include "ui/jobs/jobs_page.h"
#include "ui/main_window.h"
#include "ui/pairings/pairings_page.h"
#include "ui/pools/pools_page.h"
#include "ui/report/report_page.h"

#include <QAction>
#include <QMenu>
#include <QShortcut>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

QList<ConsolePage *> pagesOf(const MainWindow &window)
{
    return {window.poolsPage(), window.pairingsPage(), window.failoverPage(), window.jobsPage(), window.reportPage()};
}

// Whether the key of something with that context, that was added to `owner`, holds while `focus` has the keyboard.
bool reaches(Qt::ShortcutContext context, const QObject *owner, const QWidget *focus)
{
    const auto *widget = qobject_cast<const QWidget *>(owner);
    if (!widget || qobject_cast<const QMenu *>(widget))
        return false;
    switch (context) {
    case Qt::WidgetShortcut:
        return widget == focus;
    case Qt::WidgetWithChildrenShortcut:
        return widget == focus || widget->isAncestorOf(focus);
    default:
        return widget->window() == focus->window();
    }
}

} // namespace

class TestShortcuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noKeyIsAmbiguousWhereverTheKeyboardIs();
    void aKeyMeansTheSameOnEveryPage();
};

void TestShortcuts::noKeyIsAmbiguousWhereverTheKeyboardIs()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    int keys = 0;
    const QList<QAction *> actions = window.findChildren<QAction *>();
    const QList<QShortcut *> shortcuts = window.findChildren<QShortcut *>();
    for (ConsolePage *page : pagesOf(window)) {
        window.showPage(page);
        QList<QWidget *> places = page->findChildren<QWidget *>();
        places.append(page);
        for (const QWidget *focus : std::as_const(places)) {
            // Enabled or not: which of them are changes with what is selected.
            QHash<QKeySequence, QString> taken;
            const auto take = [&](const QKeySequence &key, const QString &name) {
                ++keys;
                QVERIFY2(!taken.contains(key),
                         qPrintable(u"%1 in %2: %3 and %4"_s.arg(key.toString(), focus->objectName(), name,
                                                                 taken.value(key))));
                taken.insert(key, name);
            };
            for (const QAction *action : actions) {
                const QList<QObject *> owners = action->associatedObjects();
                const bool isInMenuOfWindow = action->shortcutContext() == Qt::WindowShortcut
                    && std::any_of(owners.begin(), owners.end(),
                                   [](const QObject *owner) { return qobject_cast<const QMenu *>(owner); });
                if (!isInMenuOfWindow && std::none_of(owners.begin(), owners.end(), [&](const QObject *owner) {
                        return reaches(action->shortcutContext(), owner, focus);
                    }))
                    continue;
                const QList<QKeySequence> own = action->shortcuts();
                for (const QKeySequence &key : own)
                    take(key, action->text());
            }
            for (const QShortcut *shortcut : shortcuts) {
                if (reaches(shortcut->context(), shortcut->parent(), focus))
                    take(shortcut->key(), u"a shortcut"_s);
            }
        }
    }
    QVERIFY(keys > 100);
}

void TestShortcuts::aKeyMeansTheSameOnEveryPage()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    // What may be on several pages: what it does there, to what the page shows.
    const QHash<QKeySequence, QString> meanings = {{Qt::CTRL | Qt::Key_B, u"Back up"_s},
                                                   {QKeySequence::Copy, u"Copy"_s},
                                                   {Qt::CTRL | Qt::Key_R, u"Refresh|Reload"_s}};
    QHash<QKeySequence, const QAction *> first;
    for (const ConsolePage *page : pagesOf(window)) {
        const QList<QAction *> actions = page->menuActions();
        for (const QAction *action : actions) {
            if (!action)
                continue;
            const QList<QKeySequence> keys = action->shortcuts();
            for (const QKeySequence &key : keys) {
                const QAction *other = first.value(key);
                first.insert(key, action);
                if (!other)
                    continue;
                const auto isMeant = [&](const QAction *tested) {
                    const QStringList words = meanings.value(key).split(u'|', Qt::SkipEmptyParts);
                    return std::any_of(words.begin(), words.end(), [tested](const QString &word) {
                        return QString(tested->text()).remove(u'&').startsWith(word);
                    });
                };
                QVERIFY2(isMeant(action) && isMeant(other),
                         qPrintable(key.toString() + u": "_s + action->text() + u", "_s + other->text()));
            }
        }
    }
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestShortcuts)
#include "tst_shortcuts.moc"
