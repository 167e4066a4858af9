// A walk through the real window with the Tab key alone: every widget that takes the keyboard has a name and is
// reached, none keeps the keyboard, every action is in a menu, no two want the same key.
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/command_form/command_dialog.h"
#include "ui/deployments/deployment_controller.h"
#include "ui/failover/failover_page.h"
#include "ui/jobs/close_question.h"
#include "ui/jobs/jobs_page.h"
#include "ui/jobs/prompt_center.h"
#include "ui/main_window.h"
#include "ui/pairings/pairings_page.h"
#include "ui/pools/pools_page.h"
#include "ui/report/report_page.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30000; // milliseconds
constexpr int MaximumSteps = 400; // more tab stops than any window of ours has

QString describe(const QWidget *widget)
{
    QStringList path;
    for (; widget; widget = widget->parentWidget()) {
        path.prepend(QString::fromLatin1(widget->metaObject()->className())
                     + (widget->objectName().isEmpty() ? QString() : u'#' + widget->objectName()));
    }
    return path.join(u" > "_s);
}

QString accessibleNameOf(QWidget *widget)
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible ? accessible->text(QAccessible::Name).trimmed() : QString();
}

// Which widgets Tab reaches in that window, beginning where the keyboard is, until it is there again. Empty, and the
// reason in `trap`, when it stays where it is or does not come back.
QList<QWidget *> walk(QWidget *window, QString *trap)
{
    QList<QWidget *> visited;
    QWidget *first = window->focusWidget();
    if (!first) {
        *trap = u"nothing has the keyboard"_s;
        return {};
    }
    QWidget *current = first;
    for (int step = 0; step < MaximumSteps; ++step) {
        visited.append(current);
        QTest::keyClick(current, Qt::Key_Tab);
        // A label with a link has a second stop, on the link.
        if (QApplication::focusWidget() == current && current->inherits("QLabel"))
            QTest::keyClick(current, Qt::Key_Tab);
        QWidget *next = QApplication::focusWidget();
        if (next == current) {
            *trap = u"Tab does not leave "_s + describe(current);
            return {};
        }
        if (!next || next->window() != window) {
            *trap = u"Tab leads out of the window from "_s + describe(current);
            return {};
        }
        if (next == first)
            return visited;
        current = next;
    }
    *trap = u"Tab never comes back to "_s + describe(first);
    return {};
}

// Widgets of the window that take the keyboard by Tab and could be used now.
QList<QWidget *> tabStops(QWidget *window)
{
    QList<QWidget *> stops;
    const QList<QWidget *> widgets = window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy();
        if (widget->window() == window && takesTab && widget->isEnabled() && widget->isVisibleTo(window)
            && !widget->visibleRegion().isEmpty())
            stops.append(widget);
    }
    return stops;
}

// Of a group of radio buttons Tab visits one; the arrow keys lead to the others.
bool isReached(const QWidget *widget, const QList<QWidget *> &visited)
{
    if (visited.contains(widget))
        return true;
    if (!widget->inherits("QRadioButton"))
        return false;
    return std::any_of(visited.begin(), visited.end(), [widget](const QWidget *other) {
        return other->inherits("QRadioButton") && other->parentWidget() == widget->parentWidget();
    });
}

void checkWindow(QWidget *window)
{
    QString trap;
    const QList<QWidget *> visited = walk(window, &trap);
    QVERIFY2(!visited.isEmpty(), qPrintable(trap));
    for (QWidget *widget : visited)
        QVERIFY2(!accessibleNameOf(widget).isEmpty(), qPrintable(u"No name: "_s + describe(widget)));
    const QList<QWidget *> stops = tabStops(window);
    for (const QWidget *widget : stops)
        QVERIFY2(isReached(widget, visited), qPrintable(u"Not reached by Tab: "_s + describe(widget)));
}

void showActive(QWidget *window)
{
    window->show();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
}

QChar mnemonicOf(const QString &text)
{
    const QKeySequence sequence = QKeySequence::mnemonic(text);
    return sequence.isEmpty() ? QChar() : QChar(sequence[0].key()).toLower();
}

// With all sub-menus.
QList<QMenu *> allMenus(const QMenuBar *bar)
{
    QList<QMenu *> menus;
    const QList<QAction *> actions = bar->actions();
    for (const QAction *action : actions) {
        if (action->menu())
            menus += action->menu();
    }
    for (qsizetype i = 0; i < menus.size(); ++i) {
        const QList<QAction *> entries = menus.at(i)->actions();
        for (const QAction *entry : entries) {
            if (entry->menu())
                menus += entry->menu();
        }
    }
    return menus;
}

// A window on an open deployment whose jobs page has a job.
class AccessibleWorld
{
public:
    AccessibleWorld()
        : window(&world.workspace())
    {
        world.open();
        const QUuid job = world.workspace().submit(Command(u"Backup-CsPool"_s)
                                                       .set(u"PoolFqdn"_s, u"a.example.com"_s)
                                                       .set(u"Confirm"_s, false)
                                                       .set(u"Report"_s, world.filePath(u"report.html"_s)));
        if (!waitUntil([&] { return world.jobs().unfinishedJobs().isEmpty(); }, Patience))
            qFatal("The backup did not end");
        report = world.jobs().job(job)->reportPath;
        // Statuses that arrive during the walk would change what can be used.
        if (!waitUntil([&] { return !world.workspace().monitor()->isReading(); }, Patience))
            qFatal("The deployment was not read");
    }

    UiWorld world;
    MainWindow window;
    QString report;
};

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageIsUsableByTab_data();
    void everyPageIsUsableByTab();
    void everyDialogIsUsableByTab_data();
    void everyDialogIsUsableByTab();
    void theFormOfEveryCmdletIsUsableByTab();
    void theCloseQuestionIsUsableByTab();
    void theFieldsForAnotherUserAndTheCertificateAreUsableByTab();
    void aGuidedFailoverIsUsableByTab();
    void theWindowWithoutADeploymentIsUsableByTab();
    void mnemonicsOfAMenuAreUnique();
    void noTwoActionsWantTheSameKey();
    void frequentActionsHaveAKey_data();
    void frequentActionsHaveAKey();
    void everyActionSaysWhatItDoes();
};

void TestAccessibility::everyPageIsUsableByTab_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("pools") << 0;
    QTest::newRow("pairings") << 1;
    QTest::newRow("jobs") << 2;
    QTest::newRow("report") << 3;
    QTest::newRow("failover") << 4;
}

void TestAccessibility::everyPageIsUsableByTab()
{
    QFETCH(int, page);
    AccessibleWorld accessible;
    MainWindow &window = accessible.window;
    showActive(&window);
    const QList<ConsolePage *> pages
        = {window.poolsPage(), window.pairingsPage(), window.jobsPage(), window.reportPage(), window.failoverPage()};
    if (page == 3)
        window.showReport({}, accessible.report);
    else
        window.showPage(pages.at(page));
    QTRY_VERIFY_WITH_TIMEOUT(!accessible.world.workspace().monitor()->isReading(), Patience);
    checkWindow(&window);
}

void TestAccessibility::everyDialogIsUsableByTab_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("settings") << u"settings"_s;
    QTest::newRow("about") << u"about"_s;
    QTest::newRow("shortcuts") << u"shortcuts"_s;
    QTest::newRow("new deployment") << u"newDeployment"_s;
    QTest::newRow("connect to a server") << u"connectServer"_s;
}

void TestAccessibility::everyDialogIsUsableByTab()
{
    QFETCH(QString, action);
    AccessibleWorld accessible;
    MainWindow &window = accessible.window;
    showActive(&window);
    QAction *opener
        = action == "newDeployment"_L1 ? window.deployments()->newAction() : window.findChild<QAction *>(action);
    QVERIFY2(opener, qPrintable(action));
    opener->trigger();
    QTRY_VERIFY(QApplication::activeWindow() && QApplication::activeWindow() != &window);
    auto *dialog = qobject_cast<QDialog *>(QApplication::activeWindow());
    QVERIFY(dialog);
    QVERIFY(!dialog->windowTitle().isEmpty());
    checkWindow(dialog);
    QPointer<QDialog> guard(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY2(!guard || !guard->isVisible(), "Esc does not close it");
}

void TestAccessibility::theFormOfEveryCmdletIsUsableByTab()
{
    // A text without a place for what should stand in it: found in forms of cmdlets that nobody had opened.
    QTest::failOnWarning(QRegularExpression(u"QString::arg"_s));
    AccessibleWorld accessible;
    MainWindow &window = accessible.window;
    showActive(&window);
    for (const CmdletInfo &cmdlet : cmdletTable()) {
        if (!accessible.world.workspace().session()->cmdletInfo(cmdlet.name))
            continue;
        const bool hasPool = cmdlet.parameter(u"PoolFqdn") != nullptr;
        window.openCommandForm(Command(cmdlet.name), hasPool ? QStringList{u"a.example.com"_s} : QStringList());
        QTRY_VERIFY(qobject_cast<CommandDialog *>(QApplication::activeWindow()));
        QPointer<QWidget> dialog = QApplication::activeWindow();
        checkWindow(dialog);
        if (QTest::currentTestFailed())
            return;
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY2(!dialog || !dialog->isVisible(), qPrintable(cmdlet.name));
    }
}

void TestAccessibility::theCloseQuestionIsUsableByTab()
{
    AccessibleWorld accessible;
    MainWindow &window = accessible.window;
    showActive(&window);
    const QUuid job = accessible.world.workspace().submit(Command(u"Backup-CsPool"_s)
                                                              .set(u"PoolFqdn"_s, u"a.example.com"_s)
                                                              .set(u"FullBackup"_s, true)
                                                              .set(u"Confirm"_s, true));
    QTRY_COMPARE_WITH_TIMEOUT(toString(accessible.world.jobs().job(job)->state), toString(JobState::WaitingForAnswer),
                              Patience);
    // The question itself first: it is a dialog, too.
    window.prompts()->showPrompt(job);
    QTRY_VERIFY(QApplication::activeWindow() && QApplication::activeWindow() != &window);
    checkWindow(QApplication::activeWindow());
    QTest::keyClick(QApplication::activeWindow(), Qt::Key_Escape);
    window.close();
    auto *question = window.findChild<CloseQuestion *>();
    QVERIFY(question);
    QTRY_VERIFY(question->isActiveWindow());
    checkWindow(question);
    accessible.world.jobs().cancel(job);
    QTRY_VERIFY_WITH_TIMEOUT(accessible.world.jobs().unfinishedJobs().isEmpty(), Patience);
}

void TestAccessibility::theFieldsForAnotherUserAndTheCertificateAreUsableByTab()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    showActive(&window);
    window.deployments()->connectToServer(QUrl(u"https://pool01.contoso.com/OcsPowershell"_s));
    QTRY_VERIFY(QApplication::activeWindow() && QApplication::activeWindow() != &window);
    QWidget *dialog = QApplication::activeWindow();
    for (const char *name : {"otherUser", "more"})
        QTest::keyClick(dialog->findChild<QWidget *>(QString::fromLatin1(name)), Qt::Key_Space);
    checkWindow(dialog);
    dialog->findChild<QWidget *>(u"ownUser"_s)->setFocus();
    QTest::keyClick(dialog->findChild<QWidget *>(u"ownUser"_s), Qt::Key_Space);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(world.servers().isWaiting());
    world.servers().answer(CertificateProblem{
        u"pool01.contoso.com"_s, u"CN=a"_s, u"CN=b"_s, u"1 May 2027"_s, u"0a"_s.repeated(32), {u"It has expired."_s}});
    QTRY_VERIFY(QApplication::activeWindow() && QApplication::activeWindow() != dialog);
    checkWindow(QApplication::activeWindow());
}

// Its question, its readiness and its run.
void TestAccessibility::aGuidedFailoverIsUsableByTab()
{
    AccessibleWorld accessible;
    MainWindow &window = accessible.window;
    showActive(&window);
    window.showPage(window.failoverPage());
    window.failoverPage()->showReadiness(u"b.example.com"_s, FailoverDirection::FailOver, true);
    const auto *begin = window.findChild<QAction *>(u"beginOperation"_s);
    QTRY_VERIFY_WITH_TIMEOUT(begin->isEnabled(), Patience);
    checkWindow(&window);
    window.findChild<QAction *>(u"beginOperation"_s)->trigger();
    QTRY_VERIFY(QApplication::activeWindow() && QApplication::activeWindow() != &window);
    QWidget *question = QApplication::activeWindow();
    const QList<QCheckBox *> ticks = question->findChildren<QCheckBox *>();
    QVERIFY(!ticks.isEmpty());
    for (QCheckBox *tick : ticks)
        tick->setChecked(true);
    question->findChild<QLineEdit *>(u"poolName"_s)->setText(u"b.example.com"_s);
    checkWindow(question);
    question->findChild<QPushButton *>(u"nameAccept"_s)->click();
    const auto *run = window.findChild<QAction *>(u"runStep"_s);
    QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), Patience);
    showActive(&window);
    window.failoverPage()->focusContent();
    checkWindow(&window);
}

void TestAccessibility::theWindowWithoutADeploymentIsUsableByTab()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    showActive(&window);
    window.showPage(window.poolsPage());
    checkWindow(&window);
}

void TestAccessibility::mnemonicsOfAMenuAreUnique()
{
    AccessibleWorld accessible;
    const QMenuBar *bar = accessible.window.menuBar();
    QHash<QChar, QString> ofBar;
    const QList<QAction *> titles = bar->actions();
    for (const QAction *action : titles) {
        const QChar mnemonic = mnemonicOf(action->text());
        QVERIFY2(!mnemonic.isNull(), qPrintable(action->text()));
        QVERIFY2(!ofBar.contains(mnemonic), qPrintable(action->text() + u" and "_s + ofBar.value(mnemonic)));
        ofBar.insert(mnemonic, action->text());
    }
    const QList<QMenu *> menus = allMenus(bar);
    for (const QMenu *menu : menus) {
        QHash<QChar, QString> seen;
        const QList<QAction *> actions = menu->actions();
        for (const QAction *action : actions) {
            const QChar mnemonic = mnemonicOf(action->text());
            if (mnemonic.isNull() || !action->isVisible())
                continue;
            QVERIFY2(!seen.contains(mnemonic),
                     qPrintable(menu->title() + u": "_s + action->text() + u" and "_s + seen.value(mnemonic)));
            seen.insert(mnemonic, action->text());
        }
    }
}

void TestAccessibility::noTwoActionsWantTheSameKey()
{
    AccessibleWorld accessible;
    // What is bound to a page's widgets may repeat on another page: only one of the pages is shown.
    QHash<QKeySequence, const QAction *> ofWindow;
    QHash<std::pair<const QMenu *, QString>, const QAction *> ofMenu;
    const QList<QMenu *> menus = allMenus(accessible.window.menuBar());
    for (const QMenu *menu : menus) {
        const QList<QAction *> actions = menu->actions();
        for (const QAction *action : actions) {
            const QList<QKeySequence> shortcuts = action->shortcuts();
            for (const QKeySequence &shortcut : shortcuts) {
                const std::pair key{menu, shortcut.toString()};
                QVERIFY2(!ofMenu.contains(key) || ofMenu.value(key) == action,
                         qPrintable(shortcut.toString() + u": "_s + action->text()));
                ofMenu.insert(key, action);
                if (action->shortcutContext() != Qt::WindowShortcut)
                    continue;
                QVERIFY2(!ofWindow.contains(shortcut) || ofWindow.value(shortcut) == action,
                         qPrintable(shortcut.toString() + u": "_s + action->text() + u" and "_s
                                    + (ofWindow.contains(shortcut) ? ofWindow.value(shortcut)->text() : QString())));
                ofWindow.insert(shortcut, action);
            }
        }
    }
}

void TestAccessibility::frequentActionsHaveAKey_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("back up") << u"Ctrl+B"_s;
    QTest::newRow("find") << u"Ctrl+F"_s;
    QTest::newRow("refresh") << u"F5"_s;
    QTest::newRow("open a deployment") << u"Ctrl+O"_s;
    QTest::newRow("new deployment") << u"Ctrl+N"_s;
    QTest::newRow("answer a question") << u"Ctrl+J"_s;
    QTest::newRow("connect to a server") << u"Ctrl+Shift+N"_s;
    QTest::newRow("quit") << u"Ctrl+Q"_s;
    QTest::newRow("settings") << u"Ctrl+,"_s;
    QTest::newRow("print") << u"Ctrl+P"_s;
}

void TestAccessibility::frequentActionsHaveAKey()
{
    QFETCH(QString, key);
    AccessibleWorld accessible;
    const QList<QMenu *> menus = allMenus(accessible.window.menuBar());
    for (const QMenu *menu : menus) {
        const QList<QAction *> actions = menu->actions();
        for (const QAction *action : actions) {
            if (action->shortcuts().contains(QKeySequence(key)))
                return;
        }
    }
    QFAIL("No action has this key");
}

void TestAccessibility::everyActionSaysWhatItDoes()
{
    AccessibleWorld accessible;
    const QList<QMenu *> menus = allMenus(accessible.window.menuBar());
    QVERIFY(menus.size() >= 8);
    for (const QMenu *menu : menus) {
        const QList<QAction *> actions = menu->actions();
        for (const QAction *action : actions)
            QVERIFY2(action->isSeparator() || !action->text().trimmed().isEmpty(), qPrintable(menu->title()));
    }
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestAccessibility)
#include "tst_accessibility.moc"
