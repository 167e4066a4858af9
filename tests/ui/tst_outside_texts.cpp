// Texts from outside (names, errors, addresses) are shown as they are: not formatted, and no link opens by itself.
#include "model/tool_tip.h"
#include "tests/support/ui_world.h"
#include "ui/command_form/deployment_badge.h"
#include "ui/deployments/elided_label.h"
#include "ui/main_window.h"
#include "ui/plain_message_box.h"
#include "ui/pools/status_label.h"

#include <QDesktopServices>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTextDocument>
#include <QUrl>
#include <QWidget>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

// Catches what would be opened while it is there.
class OpenedUrls : public QObject
{
    Q_OBJECT

public:
    OpenedUrls() { QDesktopServices::setUrlHandler(u"http"_s, this, "open"); }
    ~OpenedUrls() override { QDesktopServices::unsetUrlHandler(u"http"_s); }

    QList<QUrl> urls;

public Q_SLOTS:
    void open(const QUrl &url) { urls.append(url); }
};

// Everywhere in it, so that a link is hit wherever it stands.
void clickAllOver(QWidget *widget)
{
    for (int y = 2; y < widget->height(); y += 5) {
        for (int x = 2; x < widget->width(); x += 5)
            QTest::mouseClick(widget, Qt::LeftButton, {}, QPoint(x, y));
    }
}

// What is read on the screen: Qt shows what may be rich text as such.
QString shown(const QString &toolTip)
{
    if (!Qt::mightBeRichText(toolTip))
        return toolTip;
    QTextDocument document;
    document.setHtml(toolTip);
    return document.toPlainText();
}

} // namespace

class TestOutsideTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageBoxShowsMarkupAsItIsAndOpensNoLink();
    void aToolTipShowsMarkupAsItIs_data();
    void aToolTipShowsMarkupAsItIs();
    void aDeploymentNamedLikeAnImageIsShownAsItIs();
    void labelsOfTextsFromOutsideArePlain_data();
    void labelsOfTextsFromOutsideArePlain();
};

void TestOutsideTexts::aMessageBoxShowsMarkupAsItIsAndOpensNoLink()
{
    const QString text = u"Run this in <b>bold</b>?"_s;
    const QString informative = u"<a href=\"http://example.com/\">An address that looks harmless</a>"_s;
    OpenedUrls opened;
    QWidget window;
    QMessageBox *box = makePlainQuestion(&window, u"question"_s, u"Title"_s, text, informative);
    QPushButton *keep = box->addButton(QMessageBox::Cancel);
    box->setTextInteractionFlags(Qt::TextBrowserInteraction); // as generous as a caller can be
    box->open();
    QVERIFY(QTest::qWaitForWindowExposed(box));
    QStringList shown;
    const auto labels = box->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->text().isEmpty())
            continue;
        shown.append(label->text());
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        clickAllOver(label);
    }
    QVERIFY(shown.contains(text));
    QVERIFY(shown.contains(informative));
    QVERIFY(opened.urls.isEmpty());
    QTest::mouseClick(keep, Qt::LeftButton);
    QTRY_VERIFY(!window.findChild<QMessageBox *>());
}

void TestOutsideTexts::aToolTipShowsMarkupAsItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << u"Not allowed here & elsewhere."_s;
    QTest::newRow("image") << u"<img src=x>"_s;
    QTest::newRow("second line") << u"The pool\n<b>a</b> does not answer."_s;
    QTest::newRow("escaped") << u"It says &lt;b&gt; & more"_s;
    QTest::newRow("end only") << u"a</qt>b"_s;
}

void TestOutsideTexts::aToolTipShowsMarkupAsItIs()
{
    QFETCH(QString, text);
    QCOMPARE(shown(plainToolTip(text)), text);
    StatusLabel status;
    status.setStatus(StatusTone::Unknown, u"unknown"_s, text);
    QCOMPARE(shown(status.toolTip()), text);
    ElidedLabel elided(Qt::ElideRight);
    elided.setFullText(text);
    elided.resize(3, 20);
    elided.show();
    QCOMPARE(shown(elided.toolTip()), text);
}

void TestOutsideTexts::aDeploymentNamedLikeAnImageIsShownAsItIs()
{
    DeploymentInfo deployment;
    deployment.kind = DeploymentKind::Lab;
    deployment.name = u"<img src=x>"_s;
    deployment.location = u"/lab/<img src=x>"_s;
    DeploymentBadge badge(deployment);
    auto *text = badge.findChild<QLabel *>(u"deployment"_s);
    QVERIFY(text->textFormat() == Qt::PlainText);
    QVERIFY(text->text().contains(deployment.name));
    QVERIFY2(shown(badge.toolTip()).contains(deployment.location), qPrintable(badge.toolTip()));
}

void TestOutsideTexts::labelsOfTextsFromOutsideArePlain_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"rolesNote", "rolesGates", "servicesNote", "modulesNote", "detailsInvitation",
                             "recentReportsMessage", "reportWhere", "pairingsSummary", "logEarlierText"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestOutsideTexts::labelsOfTextsFromOutsideArePlain()
{
    QFETCH(QString, name);
    UiWorld world;
    MainWindow window(&world.workspace());
    auto *label = window.findChild<QLabel *>(name);
    QVERIFY(label);
    QVERIFY(label->textFormat() == Qt::PlainText);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestOutsideTexts)
#include "tst_outside_texts.moc"
