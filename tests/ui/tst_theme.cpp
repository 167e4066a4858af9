// Theme: both palettes can be read, and the one that holds follows settings and desktop while the program runs.
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor &color)
{
    const auto linear
        = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const std::pair<double, double> ordered = std::minmax({luminance(a), luminance(b)});
    return (ordered.second + 0.05) / (ordered.first + 0.05);
}

void portalSays(SystemColorScheme &system, uint preference)
{
    QMetaObject::invokeMethod(&system, "handlePortalSetting", Q_ARG(QString, u"org.freedesktop.appearance"_s),
                              Q_ARG(QString, u"color-scheme"_s),
                              Q_ARG(QDBusVariant, QDBusVariant(QVariant::fromValue(preference))));
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsCanBeRead_data();
    void textsCanBeRead();
    void bordersOfFieldsCanBeSeen_data();
    void bordersOfFieldsCanBeSeen();
    void theSettingDecides();
    void theSystemIsFollowedWhileItIsChosen();
    void withoutAPreferenceThePlatformsPaletteDecides();
    void aChangeReachesWidgetsAtOnce();
};

void TestTheme::textsCanBeRead_data()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<int>("group");
    QTest::addColumn<int>("text");
    QTest::addColumn<int>("ground");
    const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {
        {QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base},
        {QPalette::Text, QPalette::AlternateBase},
        {QPalette::ButtonText, QPalette::Button},
        {QPalette::ToolTipText, QPalette::ToolTipBase},
        {QPalette::HighlightedText, QPalette::Highlight},
        {QPalette::WindowText, QPalette::Highlight}, // symbols on a highlighted menu entry
        {QPalette::PlaceholderText, QPalette::Base},
        {QPalette::PlaceholderText, QPalette::Window},
        {QPalette::Link, QPalette::Base},
        {QPalette::Link, QPalette::Window},
        {QPalette::LinkVisited, QPalette::Base},
        {QPalette::BrightText, QPalette::Window},
    };
    const std::pair<QPalette::ColorRole, QPalette::ColorRole> disabledPairs[] = {
        {QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base},
        {QPalette::Text, QPalette::Window},
        {QPalette::ButtonText, QPalette::Button},
        {QPalette::HighlightedText, QPalette::Highlight},
    };
    for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
        const char *name = scheme == ColorScheme::Light ? "light" : "dark";
        for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
            for (const auto &[text, ground] : pairs)
                QTest::addRow("%s, group %d: %d on %d", name, int(group), int(text), int(ground))
                    << int(scheme) << int(group) << int(text) << int(ground);
        }
        for (const auto &[text, ground] : disabledPairs)
            QTest::addRow("%s, disabled: %d on %d", name, int(text), int(ground))
                << int(scheme) << int(QPalette::Disabled) << int(text) << int(ground);
    }
}

void TestTheme::textsCanBeRead()
{
    QFETCH(const int, scheme);
    QFETCH(const int, group);
    QFETCH(const int, text);
    QFETCH(const int, ground);
    const QPalette colors = palette(ColorScheme(scheme));
    const double ratio = contrast(colors.color(QPalette::ColorGroup(group), QPalette::ColorRole(text)),
                                  colors.color(QPalette::ColorGroup(group), QPalette::ColorRole(ground)));
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void TestTheme::bordersOfFieldsCanBeSeen_data()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("hasFocus");
    for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
        const char *name = scheme == ColorScheme::Light ? "light" : "dark";
        for (const char *field : {"line", "text", "spin", "combo", "editable combo", "list", "check box", "radio button"}) {
            for (const bool hasFocus : {false, true})
                QTest::addRow("%s, %s%s", name, field, hasFocus ? ", focus" : "")
                    << int(scheme) << QString::fromLatin1(field) << hasFocus;
        }
    }
}

void TestTheme::bordersOfFieldsCanBeSeen()
{
    QFETCH(const int, scheme);
    QFETCH(const QString, field);
    QFETCH(const bool, hasFocus);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    settings.setTheme(ColorScheme(scheme) == ColorScheme::Dark ? ThemeChoice::Dark : ThemeChoice::Light);
    SystemColorScheme system;
    const Theme theme(&settings, &system);
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *other = new QPushButton(&window);
    auto *editable = new QComboBox(&window);
    editable->setEditable(true);
    const QHash<QString, QWidget *> fields
        = {{u"line"_s, new QLineEdit(&window)}, {u"text"_s, new QPlainTextEdit(&window)},
           {u"spin"_s, new QSpinBox(&window)},  {u"combo"_s, new QComboBox(&window)},
           {u"editable combo"_s, editable},     {u"list"_s, new QListWidget(&window)},
           {u"check box"_s, new QCheckBox(&window)}, {u"radio button"_s, new QRadioButton(&window)}};
    QWidget *tested = fields.value(field);
    layout->addWidget(tested);
    layout->addWidget(other);
    for (QWidget *unused : fields) {
        if (unused != tested)
            delete unused;
    }
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    (hasFocus ? tested : other)->setFocus();
    const QImage image = window.grab().toImage();
    const qreal ratio = image.devicePixelRatio();
    const QPoint left(tested->x(), tested->geometry().center().y());
    double best = 0; // of the pixels of the left edge, against the window around it
    for (int pixel = 0; pixel < 2 * ratio; ++pixel) {
        const QColor color = image.pixelColor((QPointF(left) * ratio).toPoint() + QPoint(pixel, 0));
        best = std::max(best, contrast(color, palette(ColorScheme(scheme)).color(QPalette::Window)));
    }
    QVERIFY2(best >= 3, qPrintable(QString::number(best)));
    const QColor border = fieldBorder(palette(ColorScheme(scheme)));
    QVERIFY(contrast(border, palette(ColorScheme(scheme)).color(QPalette::Base)) >= 3);
}

void TestTheme::theSettingDecides()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    SystemColorScheme system;
    const Theme theme(&settings, &system);
    settings.setTheme(ThemeChoice::Dark);
    QCOMPARE(QApplication::palette(), palette(ColorScheme::Dark));
    settings.setTheme(ThemeChoice::Light);
    QCOMPARE(QApplication::palette(), palette(ColorScheme::Light));
    portalSays(system, 1);
    QCOMPARE(QApplication::palette(), palette(ColorScheme::Light));
    settings.setTheme(ThemeChoice::System);
    QCOMPARE(QApplication::palette(), palette(ColorScheme::Dark));
}

void TestTheme::theSystemIsFollowedWhileItIsChosen()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    SystemColorScheme system;
    const Theme theme(&settings, &system);
    QSignalSpy changed(&system, &SystemColorScheme::changed);
    portalSays(system, 2);
    QCOMPARE(QApplication::palette(), palette(ColorScheme::Light));
    changed.clear();
    portalSays(system, 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(QApplication::palette(), palette(ColorScheme::Dark));
    portalSays(system, 1);
    QCOMPARE(changed.size(), 1);
    portalSays(system, 2);
    QCOMPARE(QApplication::palette(), palette(ColorScheme::Light));
}

void TestTheme::withoutAPreferenceThePlatformsPaletteDecides()
{
    for (const ColorScheme platform : {ColorScheme::Dark, ColorScheme::Light}) {
        QApplication::setPalette(palette(platform));
        SystemColorScheme system;
        QCOMPARE(system.isDark(), platform == ColorScheme::Dark);
        portalSays(system, platform == ColorScheme::Dark ? 2 : 1);
        QCOMPARE(system.isDark(), platform != ColorScheme::Dark);
        portalSays(system, 0);
        QCOMPARE(system.isDark(), platform == ColorScheme::Dark);
    }
}

void TestTheme::aChangeReachesWidgetsAtOnce()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    settings.setTheme(ThemeChoice::Light);
    SystemColorScheme system;
    const Theme theme(&settings, &system);
    QLabel label(u"text"_s);
    label.show();
    settings.setTheme(ThemeChoice::Dark);
    QTRY_COMPARE(label.palette().color(QPalette::WindowText), palette(ColorScheme::Dark).color(QPalette::WindowText));
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestTheme)
#include "tst_theme.moc"
