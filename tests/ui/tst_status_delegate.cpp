// StatusDelegate: status is an icon beside the word; what is old or unknown is dimmed and stays readable.
#include "model/item_roles.h"
#include "ui/icons.h"
#include "ui/status_delegate.h"

#include <QApplication>
#include <QStandardItemModel>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

class OpenDelegate : public StatusDelegate
{
public:
    using StatusDelegate::initStyleOption;
};

QStyleOptionViewItem optionOf(std::optional<StatusTone> tone, bool isOld, const QPalette &palette = {})
{
    QStandardItemModel model(1, 1);
    const QModelIndex index = model.index(0, 0);
    model.setData(index, u"FinalState"_s);
    if (tone)
        model.setData(index, int(*tone), ToneRole);
    model.setData(index, isOld, IsOldRole);
    QStyleOptionViewItem option;
    option.palette = palette;
    option.fontMetrics = QFontMetrics(QApplication::font());
    OpenDelegate().initStyleOption(&option, index);
    return option;
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// As WCAG 2 defines it.
double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace

class TestStatusDelegate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWordStaysBesideTheIcon_data();
    void theWordStaysBesideTheIcon();
    void everyIconHasAShapeOfItsOwn();
    void oldAndUnknownAreDimmed_data();
    void oldAndUnknownAreDimmed();
    void dimmedTextIsReadable_data();
    void dimmedTextIsReadable();
    void theIconGrowsWithTheFont();
};

void TestStatusDelegate::theWordStaysBesideTheIcon_data()
{
    QTest::addColumn<int>("tone"); // -1: the model has none
    QTest::addColumn<bool>("hasIcon");
    QTest::newRow("no tone") << -1 << false;
    QTest::newRow("none") << int(StatusTone::None) << false;
    QTest::newRow("good") << int(StatusTone::Good) << true;
    QTest::newRow("working") << int(StatusTone::Working) << true;
    QTest::newRow("attention") << int(StatusTone::Attention) << true;
    QTest::newRow("bad") << int(StatusTone::Bad) << true;
    QTest::newRow("unknown") << int(StatusTone::Unknown) << true;
}

void TestStatusDelegate::theWordStaysBesideTheIcon()
{
    QFETCH(int, tone);
    QFETCH(bool, hasIcon);
    const auto option = optionOf(tone < 0 ? std::nullopt : std::optional(StatusTone(tone)), false);
    QCOMPARE(option.text, u"FinalState"_s);
    QCOMPARE(bool(option.features & QStyleOptionViewItem::HasDecoration), hasIcon);
    QCOMPARE(!option.icon.isNull(), hasIcon);
}

void TestStatusDelegate::everyIconHasAShapeOfItsOwn()
{
    QList<QImage> shapes; // which pixels are painted, whatever their colour
    for (const auto tone : {StatusTone::Good, StatusTone::Working, StatusTone::Attention, StatusTone::Bad,
                            StatusTone::Unknown, StatusTone::Neutral}) {
        const QImage shape = toneIcon(tone).pixmap(32, 32).toImage().convertToFormat(QImage::Format_Alpha8);
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
    }
}

void TestStatusDelegate::oldAndUnknownAreDimmed_data()
{
    QTest::addColumn<int>("tone");
    QTest::addColumn<bool>("isOld");
    QTest::addColumn<bool>("isDimmed");
    QTest::newRow("good and fresh") << int(StatusTone::Good) << false << false;
    QTest::newRow("good and old") << int(StatusTone::Good) << true << true;
    QTest::newRow("unknown") << int(StatusTone::Unknown) << false << true;
    QTest::newRow("no status, old") << int(StatusTone::None) << true << true;
    QTest::newRow("bad and fresh") << int(StatusTone::Bad) << false << false;
}

void TestStatusDelegate::oldAndUnknownAreDimmed()
{
    QFETCH(int, tone);
    QFETCH(bool, isOld);
    QFETCH(bool, isDimmed);
    const QPalette palette(Qt::lightGray);
    const auto option = optionOf(StatusTone(tone), isOld, palette);
    QCOMPARE(option.palette.color(QPalette::Text) != palette.color(QPalette::Text), isDimmed);
    QCOMPARE(option.palette.color(QPalette::HighlightedText), palette.color(QPalette::HighlightedText));
}

void TestStatusDelegate::dimmedTextIsReadable_data()
{
    QTest::addColumn<QColor>("window");
    QTest::newRow("light") << QColor(239, 239, 239);
    QTest::newRow("dark") << QColor(45, 45, 45);
}

void TestStatusDelegate::dimmedTextIsReadable()
{
    QFETCH(QColor, window);
    const QPalette palette = optionOf(StatusTone::Unknown, true, QPalette(window)).palette;
    QVERIFY(contrast(palette.color(QPalette::Text), palette.color(QPalette::Base)) >= 4.5); // WCAG 2, level AA
}

void TestStatusDelegate::theIconGrowsWithTheFont()
{
    QFont large = QApplication::font();
    large.setPointSizeF(large.pointSizeF() * 3);
    QStandardItemModel model(1, 1);
    model.setData(model.index(0, 0), int(StatusTone::Good), ToneRole);
    model.setData(model.index(0, 0), large, Qt::FontRole);
    QStyleOptionViewItem option;
    OpenDelegate().initStyleOption(&option, model.index(0, 0));
    QCOMPARE(option.decorationSize.height(), QFontMetrics(large).height());
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestStatusDelegate)
#include "tst_status_delegate.moc"
