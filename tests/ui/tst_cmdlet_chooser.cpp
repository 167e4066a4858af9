// Choosing a cmdlet by keyboard.
#include "tests/support/ui_world.h"
#include "ui/command_form/cmdlet_chooser.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

namespace cspool::test {

using namespace Qt::StringLiterals;

class TestCmdletChooser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void allCmdletsOfTheDeploymentAreThere();
    void typingFiltersAndEnterChooses();
    void arrowsMoveWhileTyping();
    void nothingFoundCannotBeChosen();
    void escapeChoosesNothing();

private:
    QAbstractItemModel *rows() const { return m_chooser->findChild<QTreeView *>(u"cmdlets"_s)->model(); }

    std::unique_ptr<UiWorld> m_world;
    QPointer<CmdletChooser> m_chooser;
    std::unique_ptr<QSignalSpy> m_chosen;
    QLineEdit *m_filter = nullptr;
};

void TestCmdletChooser::init()
{
    m_world = std::make_unique<UiWorld>();
    m_world->open();
    m_chooser = new CmdletChooser(*m_world->workspace().session());
    m_chosen = std::make_unique<QSignalSpy>(m_chooser, &CmdletChooser::cmdletChosen);
    m_filter = m_chooser->findChild<QLineEdit *>(u"cmdletFilter"_s);
    m_chooser->show();
    QVERIFY(QTest::qWaitForWindowActive(m_chooser));
    QTRY_VERIFY(m_filter->hasFocus());
}

void TestCmdletChooser::cleanup()
{
    delete m_chooser;
    m_world.reset();
}

void TestCmdletChooser::allCmdletsOfTheDeploymentAreThere()
{
    int expected = 0;
    for (const CmdletInfo &cmdlet : cmdletTable())
        expected += m_world->workspace().session()->cmdletInfo(cmdlet.name) ? 1 : 0;
    QVERIFY(expected > 10);
    QCOMPARE(rows()->rowCount(), expected);
    QCOMPARE(rows()->index(0, 0).data().toString(), u"Backup-CsPool"_s);
}

void TestCmdletChooser::typingFiltersAndEnterChooses()
{
    QTest::keyClicks(m_filter, u"poolfailb"_s);
    QCOMPARE(rows()->rowCount(), 1);
    QTest::keyClick(m_filter, Qt::Key_Return);
    QCOMPARE(m_chosen->count(), 1);
    QCOMPARE(m_chosen->first().first().toString(), u"Invoke-CsPoolFailBack"_s);
    QTRY_VERIFY(!m_chooser);
}

void TestCmdletChooser::arrowsMoveWhileTyping()
{
    QTest::keyClicks(m_filter, u"Get-CsPool"_s);
    QVERIFY(rows()->rowCount() > 1);
    const QString second = rows()->index(1, 0).data().toString();
    QTest::keyClick(m_filter, Qt::Key_Down);
    QVERIFY(m_filter->hasFocus());
    QTest::keyClick(m_filter, Qt::Key_Return);
    QCOMPARE(m_chosen->first().first().toString(), second);
}

void TestCmdletChooser::nothingFoundCannotBeChosen()
{
    QTest::keyClicks(m_filter, u"no such cmdlet"_s);
    QCOMPARE(rows()->rowCount(), 0);
    QVERIFY(!m_chooser->findChild<QPushButton *>(u"chooseCmdlet"_s)->isEnabled());
    QTest::keyClick(m_filter, Qt::Key_Return);
    QCOMPARE(m_chosen->count(), 0);
    QVERIFY(m_chooser);
}

void TestCmdletChooser::escapeChoosesNothing()
{
    QTest::keyClick(m_filter, Qt::Key_Escape);
    QTRY_VERIFY(!m_chooser);
    QCOMPARE(m_chosen->count(), 0);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestCmdletChooser)
#include "tst_cmdlet_chooser.moc"
