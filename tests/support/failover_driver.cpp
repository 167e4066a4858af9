#include "tests/support/failover_driver.h"

#include "model/failover/failover_check_model.h"
#include "model/failover/failover_step_model.h"
#include "model/item_roles.h"
#include "tests/support/patience.h"
#include "tests/support/window_driver.h"
#include "ui/failover/failover_page.h"
#include "ui/main_window.h"
#include "ui/report/report_page.h"

#include <QAction>
#include <QComboBox>
#include <QTableView>
#include <QTextBrowser>

namespace cspool::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

template <typename Condition> void waitFor(const Condition &condition, const QString &what)
{
    if (!waitUntil(condition))
        qFatal("In vain: %s", qPrintable(what));
}

} // namespace

FailoverDriver::FailoverDriver(WindowDriver *window)
    : m_window(window)
{
}

QAction *FailoverDriver::action(const QString &name) const
{
    return m_window->window().failoverPage()->findChild<QAction *>(name);
}

FailoverOperation *FailoverDriver::operationOf(const QString &pool) const
{
    return m_window->window().failoverPage()->desk()->operationOf(pool);
}

// --- the readiness

void FailoverDriver::openReadiness(const QString &pool, int downs) const
{
    m_window->press(Qt::Key_3, Qt::ControlModifier);
    m_window->press(Qt::Key_F, Qt::ControlModifier);
    const auto *pools = m_window->find<QComboBox>(u"failoverPool"_s);
    m_window->press(Qt::Key_Home);
    for (int i = 0; i < pools->count() && pools->currentData() != pool; ++i)
        m_window->press(Qt::Key_Down);
    if (pools->currentData() != pool)
        qFatal("%s could not be chosen", qPrintable(pool));
    m_window->tabTo(u"failoverWay"_s);
    for (int i = 0; i < downs; ++i)
        m_window->press(Qt::Key_Down);
    waitFor([this] { return m_window->text(u"failoverTime"_s).startsWith("Read"_L1); }, u"the checks"_s);
}

void FailoverDriver::readAgain() const
{
    m_window->press(Qt::Key_F5);
    waitFor([this] { return m_window->text(u"failoverTime"_s).startsWith("Read"_L1); }, u"the checks again"_s);
}

QModelIndex FailoverDriver::cellOf(const QString &check, int column) const
{
    const QAbstractItemModel *model = m_window->find<QTableView>(u"failoverChecks"_s)->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(KeyRole).toString() == check)
            return model->index(row, column);
    }
    qFatal("There is no check %s", qPrintable(check));
    return {};
}

QString FailoverDriver::verdictOf(const QString &check) const
{
    return cellOf(check, FailoverCheckModel::VerdictColumn).data().toString();
}

QString FailoverDriver::findingOf(const QString &check) const
{
    return cellOf(check, FailoverCheckModel::FindingColumn).data().toString();
}

void FailoverDriver::selectCheck(const QString &id) const
{
    m_window->tabTo(u"failoverChecks"_s);
    m_window->press(Qt::Key_Home, Qt::ControlModifier);
    const int row = cellOf(id, 0).row();
    for (int i = 0; i < row; ++i)
        m_window->press(Qt::Key_Down);
}

// --- the run

void FailoverDriver::begin(const QString &pool, int downs) const
{
    openReadiness(pool, downs);
    if (!action(u"beginOperation"_s)->isEnabled())
        qFatal("It cannot be begun: %s", qPrintable(action(u"beginOperation"_s)->statusTip()));
    m_window->press(Qt::Key_B, Qt::AltModifier);
    m_window->waitForDialog(u"nameDialog"_s);
    confirmName(pool);
    waitFor([this] { return m_window->has(u"failoverSteps"_s); }, u"the steps"_s);
    // A person would look at a goal every few seconds.
    setPatience(pool, 50ms, std::chrono::milliseconds(LongWait));
    waitForStep(0);
}

// Types the name, ticks what there is to tick, and presses the button.
void FailoverDriver::confirmName(const QString &pool) const
{
    m_window->tabTo(u"poolName"_s);
    m_window->replaceText(pool);
    for (const QString &tick : {u"understood"_s, u"goOn"_s}) {
        if (m_window->has(tick))
            m_window->toggle(tick);
    }
    m_window->toggle(u"nameAccept"_s);
    m_window->waitUntilGone(u"nameDialog"_s);
}

void FailoverDriver::setPatience(const QString &pool, std::chrono::milliseconds interval,
                                 std::chrono::milliseconds patience) const
{
    operationOf(pool)->setPatience(interval, patience);
}

QStringList FailoverDriver::states() const
{
    return m_window->column(u"failoverSteps"_s, FailoverStepModel::StateColumn);
}

void FailoverDriver::waitForState(int step, const QString &state) const
{
    if (!waitUntil([&] { return states().value(step) == state; }))
        qFatal("Step %d is not %s: %s; %s", step + 1, qPrintable(state), qPrintable(states().join(u", "_s)),
               qPrintable(pane()));
}

void FailoverDriver::waitForStep(int step) const
{
    // At once: while the others are looked at, another one may become the current step.
    waitFor(
        [&] {
            return states().value(step) == u"Next"_s
                && (action(u"runStep"_s)->isEnabled() || action(u"ranThere"_s)->isEnabled());
        },
        u"step %1"_s.arg(step + 1));
}

void FailoverDriver::runStep() const
{
    m_window->press(Qt::Key_Return, Qt::ControlModifier);
    m_window->waitForDialog(u"confirmDialog"_s);
    m_window->toggle(u"confirmAccept"_s);
    m_window->waitUntilGone(u"confirmDialog"_s);
}

void FailoverDriver::runNamedStep(const QString &pool) const
{
    m_window->press(Qt::Key_Return, Qt::ControlModifier);
    m_window->waitForDialog(u"nameDialog"_s);
    confirmName(pool);
}

void FailoverDriver::waitUntilAllAreDone() const
{
    if (!waitUntil([this] { return m_window->text(u"runNotice"_s).startsWith("Every step"_L1); }))
        qFatal("Not every step is done: %s; %s", qPrintable(states().join(u", "_s)), qPrintable(pane()));
}

QString FailoverDriver::endAndReadTheRecord() const
{
    action(u"endOperation"_s)->trigger();
    waitFor([this] { return m_window->text(u"runNotice"_s).contains("has ended"_L1); }, u"the end"_s);
    m_window->press(Qt::Key_C, Qt::AltModifier); // the button in the notice
    ReportPage *page = m_window->window().reportPage();
    waitFor([page] { return page->hasReport(); }, u"the record"_s);
    const auto *view = m_window->find<QTextBrowser>(u"reportView"_s);
    QString record = view->toPlainText();
    while (page->findChild<QAction *>(u"reportNextPage"_s)->isEnabled()) {
        page->findChild<QAction *>(u"reportNextPage"_s)->trigger();
        record += view->toPlainText();
    }
    return record;
}

QString FailoverDriver::pane() const
{
    return m_window->text(u"stepPane"_s);
}

} // namespace cspool::test
