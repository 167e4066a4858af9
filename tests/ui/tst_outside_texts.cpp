// Texts from outside (names, errors, addresses) are shown as they are: not formatted, and no link opens by itself.
#include "ui/plain_message_box.h"

#include <QDesktopServices>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
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

} // namespace

class TestOutsideTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageBoxShowsMarkupAsItIsAndOpensNoLink();
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

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestOutsideTexts)
#include "tst_outside_texts.moc"
