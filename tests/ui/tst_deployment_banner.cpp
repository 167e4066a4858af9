// DeploymentBanner, NoDeploymentPage and the window's title: which deployment is on the screen.
#include "tests/support/ui_world.h"
#include "ui/deployments/deployment_banner.h"
#include "ui/deployments/deployment_controller.h"
#include "ui/deployments/elided_label.h"
#include "ui/deployments/no_deployment_page.h"

#include <QBoxLayout>
#include <QCommandLinkButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <cmath>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

// A genuine deployment, as far as the banner knows it.
class ServerSession : public Session
{
public:
    DeploymentInfo deployment() const override
    {
        return {QUuid(u"{7d9e2a54-4a0f-4a41-8f0f-2f6f5a3d9b11}"_s), DeploymentKind::Server, u"contoso.com"_s,
                u"https://pool01.contoso.com/OcsPowershell"_s};
    }
    const CmdletInfo *cmdletInfo(QStringView) const override { return nullptr; }
    std::unique_ptr<Pipeline> start(const Command &command, RecordSpool spool) override
    {
        return m_nobody->start(command, std::move(spool));
    }
    QString backupPoolOf(const QString &) const override { return {}; }
    explicit ServerSession(std::unique_ptr<Session> nobody)
        : m_nobody(std::move(nobody))
    {
    }

private:
    std::unique_ptr<Session> m_nobody; // refuses every command
};

struct Window
{
    explicit Window(UiWorld &world)
        : controller(&world.workspace(), &widget)
        , banner(new DeploymentBanner(&world.workspace(), &controller))
        , page(new NoDeploymentPage(&controller))
    {
        auto *layout = new QVBoxLayout(&widget);
        layout->addWidget(banner);
        layout->addWidget(page, 1);
        widget.resize(1000, 600);
        widget.show();
    }

    QString text(const char *name) const
    {
        const auto *label = banner->findChild<ElidedLabel *>(QString::fromLatin1(name));
        return label && label->isVisible() ? label->fullText() : QString();
    }
    QLabel *label(const char *name) const { return banner->findChild<QLabel *>(QString::fromLatin1(name)); }
    QToolButton *button(const char *name) const { return banner->findChild<QToolButton *>(QString::fromLatin1(name)); }

    QWidget widget;
    DeploymentController controller;
    DeploymentBanner *banner;
    NoDeploymentPage *page;
};

double luminance(const QColor &color)
{
    const auto channel
        = [](float value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

// WCAG 2.1, 1.4.3.
double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

QPalette palette(const char *window, const char *text, const char *highlight)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(QLatin1StringView(window)));
    palette.setColor(QPalette::WindowText, QColor(QLatin1StringView(text)));
    palette.setColor(QPalette::Highlight, QColor(QLatin1StringView(highlight)));
    return palette;
}

} // namespace

class TestDeploymentBanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutADeploymentNothingIsClaimed();
    void aLabSaysThatNothingTouchesAServer();
    void aServerSaysThatItIsGenuine();
    void colorsTellLabFromServerAndStayReadable_data();
    void colorsTellLabFromServerAndStayReadable();
    void aLongLocationGivesWayAndIsInTheToolTip();
    void openingIsShown();
    void aFailureSaysWhyAndIsTriedAgainWithTheKeyboard();
    void anotherDeploymentIsOpenedFromAFailure();
    void aFailureLeavesTheOpenDeploymentOnTheScreen();
    void makingTheSampleIsShownAndCancelled();
    void thePageOffersWhatCanBeDone();
};

void TestDeploymentBanner::withoutADeploymentNothingIsClaimed()
{
    UiWorld world;
    Window window(world);
    QCOMPARE(window.text("deploymentName"), QString());
    QCOMPARE(window.banner->windowTitle(), u"CsPool Console"_s);
}

void TestDeploymentBanner::aLabSaysThatNothingTouchesAServer()
{
    UiWorld world;
    Window window(world);
    QSignalSpy titles(window.banner, &DeploymentBanner::windowTitleChanged);
    world.open();
    const QString name = world.workspace().session()->deployment().name;
    QCOMPARE(window.text("deploymentName"), u"Lab deployment %1"_s.arg(name));
    QVERIFY(window.text("deploymentExplanation").contains(u"Nothing here touches a genuine server"_s));
    QVERIFY(window.text("deploymentLocation").contains(world.deployment.folder()));
    QCOMPARE(titles.last().first().toString(), u"Lab deployment %1 – CsPool Console"_s.arg(name));
    QCOMPARE(window.banner->accessibleName(), u"Lab deployment %1"_s.arg(name));
}

void TestDeploymentBanner::aServerSaysThatItIsGenuine()
{
    UiWorld world;
    Window window(world);
    FakeServers sessions(world.filePath(u"sample"_s), std::chrono::seconds(1));
    world.workspace().setSession(std::make_unique<ServerSession>(sessions.withoutDeployment()));
    QCOMPARE(window.text("deploymentName"), u"Server deployment contoso.com"_s);
    QVERIFY(window.text("deploymentExplanation").contains(u"Genuine servers"_s));
    QVERIFY(window.text("deploymentLocation").contains(u"https://pool01.contoso.com"_s));
    QVERIFY(!window.controller.backupServiceAction()->isEnabled());
    QVERIFY(window.controller.recent().folders().isEmpty());
}

void TestDeploymentBanner::colorsTellLabFromServerAndStayReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << palette("#efefef", "#000000", "#308cc6");
    QTest::newRow("dark") << palette("#2b2b2b", "#eeeeee", "#2a82da");
    QTest::newRow("black") << palette("#000000", "#ffffff", "#ffff00");
    QTest::newRow("white") << palette("#ffffff", "#000000", "#0000ff");
}

void TestDeploymentBanner::colorsTellLabFromServerAndStayReadable()
{
    QFETCH(QPalette, palette);
    const auto lab = DeploymentBanner::colors(palette, DeploymentKind::Lab);
    const auto server = DeploymentBanner::colors(palette, DeploymentKind::Server);
    QVERIFY2(contrast(lab.first, lab.second) >= 4.5, qPrintable(QString::number(contrast(lab.first, lab.second))));
    QVERIFY(contrast(server.first, server.second) >= 4.5);
    QVERIFY2(contrast(lab.first, server.first) >= 3, "the two kinds look alike");
    QVERIFY(lab.first != palette.color(QPalette::Window));
}

void TestDeploymentBanner::aLongLocationGivesWayAndIsInTheToolTip()
{
    UiWorld world;
    Window window(world);
    world.open();
    window.widget.resize(300, 400);
    QCoreApplication::processEvents();
    auto *location = window.banner->findChild<ElidedLabel *>(u"deploymentLocation"_s);
    QTRY_VERIFY(location->text().contains(u'…'));
    QCOMPARE(location->toolTip(), location->fullText());
    QVERIFY(window.widget.minimumSizeHint().width() < 700);
}

void TestDeploymentBanner::openingIsShown()
{
    UiWorld world;
    Window window(world);
    window.controller.openLab(world.deployment.folder());
    QVERIFY(window.label("deploymentActivity")->isVisible());
    QVERIFY(window.label("deploymentActivity")->text().startsWith(u"Opening"_s));
    QVERIFY(!window.button("cancelMaking")->isVisible());
    QTRY_VERIFY(world.workspace().session());
    QTRY_VERIFY(!window.label("deploymentActivity")->isVisible());
}

void TestDeploymentBanner::aFailureSaysWhyAndIsTriedAgainWithTheKeyboard()
{
    UiWorld world;
    Window window(world);
    const QString folder = world.filePath(u"later"_s);
    window.controller.openLab(folder);
    QTRY_VERIFY(window.label("deploymentProblem")->isVisible());
    QVERIFY2(window.label("deploymentProblem")->text().contains(folder),
             qPrintable(window.label("deploymentProblem")->text()));
    copyFolder(world.deployment.folder(), folder);
    window.button("retryOpening")->setFocus();
    QTest::keyClick(window.button("retryOpening"), Qt::Key_Space);
    QTRY_VERIFY(world.workspace().session());
    QTRY_VERIFY(!window.label("deploymentProblem")->isVisible());
}

void TestDeploymentBanner::anotherDeploymentIsOpenedFromAFailure()
{
    UiWorld world;
    Window window(world);
    window.controller.openLab(world.filePath(u"nowhere"_s));
    QTRY_VERIFY(window.button("openAnother")->isVisible());
    world.desktop.answers = {world.deployment.folder()};
    QTest::mouseClick(window.button("openAnother"), Qt::LeftButton);
    QTRY_VERIFY(world.workspace().session());
    QTRY_VERIFY(!window.button("openAnother")->isVisible());
}

void TestDeploymentBanner::aFailureLeavesTheOpenDeploymentOnTheScreen()
{
    UiWorld world;
    Window window(world);
    world.open();
    const QString name = window.text("deploymentName");
    window.controller.openLab(world.filePath(u"nowhere"_s));
    QTRY_VERIFY(window.label("deploymentProblem")->isVisible());
    QCOMPARE(window.text("deploymentName"), name);
    QTest::mouseClick(window.button("dismissProblem"), Qt::LeftButton);
    QVERIFY(!window.label("deploymentProblem")->isVisible());
}

void TestDeploymentBanner::makingTheSampleIsShownAndCancelled()
{
    UiWorld world;
    Window window(world);
    window.controller.start();
    QTRY_VERIFY(window.button("cancelMaking")->isVisible());
    QCOMPARE(window.page->findChild<QLabel *>(u"heading"_s)->text(), u"The sample deployment is being made"_s);
    QTest::mouseClick(window.button("cancelMaking"), Qt::LeftButton);
    QVERIFY(!window.button("cancelMaking")->isEnabled() || !window.button("cancelMaking")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(window.label("deploymentProblem")->isVisible(), 60'000);
    QVERIFY(window.label("deploymentProblem")->text().contains(u"cancelled"_s));
    QCOMPARE(window.page->findChild<QLabel *>(u"heading"_s)->text(), u"No deployment is open"_s);
}

void TestDeploymentBanner::thePageOffersWhatCanBeDone()
{
    UiWorld world;
    Window window(world);
    const auto choice
        = [&window](const QString &name) { return window.page->findChild<QCommandLinkButton *>(name + u"Choice"_s); };
    QVERIFY(choice(u"openSample"_s) && choice(u"openLab"_s) && choice(u"newLab"_s));
    QVERIFY(choice(u"connectServer"_s) && choice(u"connectServer"_s)->isEnabled());
    world.desktop.answers = {world.deployment.folder()};
    choice(u"openLab"_s)->setFocus();
    QTest::keyClick(choice(u"openLab"_s), Qt::Key_Space);
    QTRY_VERIFY(world.workspace().session());
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestDeploymentBanner)
#include "tst_deployment_banner.moc"
