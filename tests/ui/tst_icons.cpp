// The icons: every name used has a file, symbols follow the palette, shapes tell the status icons apart.
#include "ui/icons.h"
#include "ui/theme.h"

#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr StatusTone tones[] = {StatusTone::Good, StatusTone::Working, StatusTone::Attention,
                                StatusTone::Bad,  StatusTone::Unknown, StatusTone::Neutral};

// Names in the sources between the quotes of symbolIcon(u"…"_s).
QSet<QString> usedNames()
{
    static const QRegularExpression pattern(u"symbolIcon\\(\\s*u\"([^\"]*)\"_s"_s);
    QSet<QString> names;
    for (const QString &layer : {u"ui"_s, u"app"_s}) {
        QDirIterator sources(QStringLiteral(CSPOOL_SOURCE_DIR) + u"/"_s + layer, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile source(sources.next());
            if (!source.open(QIODevice::ReadOnly))
                qFatal("A source cannot be read");
            QRegularExpressionMatchIterator matches = pattern.globalMatch(QString::fromUtf8(source.readAll()));
            while (matches.hasNext())
                names.insert(matches.next().captured(1));
        }
    }
    return names;
}

QImage image(const QIcon &icon, int size, QIcon::Mode mode = QIcon::Normal)
{
    return icon.pixmap(QSize(size, size), 1.0, mode).toImage().convertToFormat(QImage::Format_ARGB32);
}

// The colours of its opaque pixels.
QSet<QRgb> solidColors(const QImage &image)
{
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) == 255)
                colors.insert(image.pixel(x, y));
        }
    }
    return colors;
}

QList<int> coverage(const QImage &image)
{
    QList<int> alphas;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            alphas.append(qAlpha(image.pixel(x, y)));
    }
    return alphas;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void everyNameUsedHasAFile();
    void everyFileIsUsed();
    void everyFileDrawsSomething_data();
    void everyFileDrawsSomething();
    void symbolsTakeTheColourOfThePalette();
    void disabledAndSelectedSymbolsTakeTheirColours();
    void symbolsAreSharpAtEveryScale();
    void paintedIntoARectangleTheyFillIt();
    void statusIconsDifferInShapeNotOnlyInColour();
    void linesOfStatusIconsCanBeSeenOnASelectedRow_data();
    void linesOfStatusIconsCanBeSeenOnASelectedRow();
    void statusIconsHaveNames();

private:
    const QPalette m_palette = QGuiApplication::palette();
};

void TestIcons::cleanup()
{
    QGuiApplication::setPalette(m_palette);
}

void TestIcons::everyNameUsedHasAFile()
{
    const QSet<QString> names = usedNames();
    for (const QString &name : names)
        QVERIFY2(QFile::exists(u":/icons/"_s + name + u".svg"_s), qPrintable(name));
}

// A name can also come from a table; then its text stands in the sources all the same.
void TestIcons::everyFileIsUsed()
{
    QByteArray sources;
    for (const QString &layer : {u"ui"_s, u"app"_s}) {
        QDirIterator files(QStringLiteral(CSPOOL_SOURCE_DIR) + u"/"_s + layer, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            sources += file.readAll();
        }
    }
    for (const QFileInfo &file : QDir(u":/icons"_s).entryInfoList()) {
        const QByteArray name = "u\"" + file.completeBaseName().toUtf8() + "\"";
        QVERIFY2(sources.contains(name), name.constData());
    }
}

void TestIcons::everyFileDrawsSomething_data()
{
    QTest::addColumn<QString>("name");
    for (const QFileInfo &file : QDir(u":/icons"_s).entryInfoList())
        QTest::addRow("%s", qPrintable(file.completeBaseName())) << file.completeBaseName();
}

void TestIcons::everyFileDrawsSomething()
{
    QFETCH(const QString, name);
    for (const int size : {16, 24, 48}) {
        const QList<int> alphas = coverage(image(symbolIcon(name), size));
        QVERIFY(std::ranges::any_of(alphas, [](int alpha) { return alpha > 128; }));
    }
}

void TestIcons::symbolsTakeTheColourOfThePalette()
{
    const QIcon icon = symbolIcon(u"backup"_s);
    for (const QColor &color : {QColor(Qt::red), QColor(Qt::blue)}) {
        QPalette palette = m_palette;
        palette.setColor(QPalette::WindowText, color);
        QGuiApplication::setPalette(palette);
        QCOMPARE(solidColors(image(icon, 32)), QSet<QRgb>{color.rgba()});
    }
}

void TestIcons::disabledAndSelectedSymbolsTakeTheirColours()
{
    QPalette palette = m_palette;
    palette.setColor(QPalette::Disabled, QPalette::WindowText, Qt::green);
    palette.setColor(QPalette::Active, QPalette::HighlightedText, Qt::magenta);
    QGuiApplication::setPalette(palette);
    const QIcon icon = symbolIcon(u"backup"_s);
    QCOMPARE(solidColors(image(icon, 32, QIcon::Disabled)), QSet<QRgb>{QColor(Qt::green).rgba()});
    QCOMPARE(solidColors(image(icon, 32, QIcon::Selected)), QSet<QRgb>{QColor(Qt::magenta).rgba()});
}

void TestIcons::symbolsAreSharpAtEveryScale()
{
    for (const double ratio : {1.0, 1.25, 2.0, 3.0}) {
        const QPixmap pixmap = symbolIcon(u"backup"_s).pixmap(QSize(16, 16), ratio);
        QCOMPARE(pixmap.size(), (QSizeF(16, 16) * ratio).toSize());
    }
}

void TestIcons::paintedIntoARectangleTheyFillIt()
{
    QImage canvas(64, 64, QImage::Format_ARGB32);
    canvas.setDevicePixelRatio(2);
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    symbolIcon(u"backup"_s).paint(&painter, QRect(8, 8, 16, 16));
    painter.end();
    QRect used;
    for (int y = 0; y < canvas.height(); ++y) {
        for (int x = 0; x < canvas.width(); ++x) {
            if (qAlpha(canvas.pixel(x, y)) > 0)
                used |= QRect(x, y, 1, 1);
        }
    }
    QVERIFY(QRect(16, 16, 32, 32).contains(used));
    QVERIFY(used.width() > 24 && used.height() > 24);
}

void TestIcons::statusIconsDifferInShapeNotOnlyInColour()
{
    QList<QList<int>> shapes;
    for (const StatusTone tone : tones) {
        const QList<int> shape = coverage(image(toneIcon(tone), 16));
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
    }
    QVERIFY(toneIcon(StatusTone::None).isNull());
}

void TestIcons::linesOfStatusIconsCanBeSeenOnASelectedRow_data()
{
    QTest::addColumn<int>("tone");
    QTest::addColumn<int>("scheme");
    for (const StatusTone tone : {StatusTone::Unknown, StatusTone::Working}) {
        QTest::addRow("%s, light", qPrintable(toneName(tone))) << int(tone) << int(ColorScheme::Light);
        QTest::addRow("%s, dark", qPrintable(toneName(tone))) << int(tone) << int(ColorScheme::Dark);
    }
}

// They have no ground of their own: on the highlight they take the colour of its text, which can be read there.
void TestIcons::linesOfStatusIconsCanBeSeenOnASelectedRow()
{
    QFETCH(const int, tone);
    QFETCH(const int, scheme);
    QGuiApplication::setPalette(palette(ColorScheme(scheme)));
    const QSet<QRgb> colors = solidColors(image(toneIcon(StatusTone(tone)), 32, QIcon::Selected));
    QCOMPARE(colors, QSet<QRgb>{palette(ColorScheme(scheme)).color(QPalette::HighlightedText).rgb()});
}

void TestIcons::statusIconsHaveNames()
{
    QSet<QString> names;
    for (const StatusTone tone : tones)
        names.insert(toneName(tone));
    QCOMPARE(names.size(), qsizetype(std::size(tones)));
    QVERIFY(!names.contains(QString()));
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestIcons)
#include "tst_icons.moc"
