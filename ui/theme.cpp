#include "ui/theme.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleOption>
#include <QToolTip>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Colors
{
    QRgb window, base, alternateBase, button, toolTip;
    QRgb text, strongText, placeholder, disabledText;
    QRgb highlight, highlightedText, disabledHighlight;
    QRgb link, visitedLink;
    QRgb light, midlight, mid, dark, shadow; // edges of frames and buttons
};

constexpr Colors lightColors = {
    .window = 0xfff3f4f6,
    .base = 0xffffffff,
    .alternateBase = 0xfff5f7fa,
    .button = 0xffeceef1,
    .toolTip = 0xfffffbe8,
    .text = 0xff16191d,
    .strongText = 0xffa4001d,
    .placeholder = 0xff5c636d,
    .disabledText = 0xff666c75,
    .highlight = 0xffb3d4fc,
    .highlightedText = 0xff101418,
    .disabledHighlight = 0xffd5d9df,
    .link = 0xff0b57b0,
    .visitedLink = 0xff6b3fa0,
    .light = 0xffffffff,
    .midlight = 0xffe3e6ea,
    .mid = 0xffbcc1c8,
    .dark = 0xff9aa0a8,
    .shadow = 0xff6a7078,
};

constexpr Colors darkColors = {
    .window = 0xff202327,
    .base = 0xff17191c,
    .alternateBase = 0xff1c1f23,
    .button = 0xff2d3136,
    .toolTip = 0xff33373d,
    .text = 0xffe7e9ec,
    .strongText = 0xffff9aa2,
    .placeholder = 0xff9fa6b0,
    .disabledText = 0xff979ea8,
    .highlight = 0xff1d5393,
    .highlightedText = 0xffffffff,
    .disabledHighlight = 0xff3a3f46,
    .link = 0xff7ab8ff,
    .visitedLink = 0xffc5a3f5,
    .light = 0xff3c4148,
    .midlight = 0xff34383e,
    .mid = 0xff4a5058,
    .dark = 0xff14161a,
    .shadow = 0xff0b0c0e,
};

// How much of the text's colour is in the border of a field. Fusion's own is the window's colour, a little darker,
// which cannot be seen in a dark palette.
constexpr double BorderShare = 0.55;

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

// Fusion, with borders of fields and boxes that can be seen, and without the platform's pictures on the buttons of dialogs: they
// follow no palette.
class PlainFusion : public QProxyStyle
{
public:
    PlainFusion()
        : QProxyStyle(u"Fusion"_s)
    {
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        // Fusion draws the frame of an editable combo box or a spin box with the box.
        const bool isPart = widget
            && (qobject_cast<const QComboBox *>(widget->parentWidget())
                || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()));
        if (element == PE_FrameLineEdit && !isPart)
            drawBorder(*option, painter);
        else if (element == PE_Frame && qobject_cast<const QAbstractScrollArea *>(widget))
            drawBorder(*option, painter);
        else if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck)
            drawBorder(*option, painter);
        else if (element == PE_IndicatorRadioButton)
            drawBorder(*option, painter, option->rect.width() / 2.0);
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override
    {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        const auto *comboBox = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        const auto *spinBox = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if ((control == CC_ComboBox && comboBox && comboBox->frame)
            || (control == CC_SpinBox && spinBox && spinBox->frame))
            drawBorder(*option, painter);
    }

private:
    // `radius` of the corners: Fusion's, unless another is given.
    static void drawBorder(const QStyleOption &option, QPainter *painter, qreal radius = 2)
    {
        const bool hasFocus = option.state & State_HasFocus && option.state & State_Enabled;
        const QColor color = hasFocus ? option.palette.color(QPalette::Link) : fieldBorder(option.palette);
        constexpr qreal width = 1;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(color, width));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius,
                                 radius);
        painter->restore();
    }
};

} // namespace

QPalette palette(ColorScheme scheme)
{
    const Colors &colors = scheme == ColorScheme::Dark ? darkColors : lightColors;
    QPalette palette;
    const std::pair<QPalette::ColorRole, QRgb> roles[] = {
        {QPalette::Window, colors.window},
        {QPalette::WindowText, colors.text},
        {QPalette::Base, colors.base},
        {QPalette::AlternateBase, colors.alternateBase},
        {QPalette::Text, colors.text},
        {QPalette::Button, colors.button},
        {QPalette::ButtonText, colors.text},
        {QPalette::BrightText, colors.strongText},
        {QPalette::ToolTipBase, colors.toolTip},
        {QPalette::ToolTipText, colors.text},
        {QPalette::PlaceholderText, colors.placeholder},
        {QPalette::Highlight, colors.highlight},
        {QPalette::HighlightedText, colors.highlightedText},
        {QPalette::Link, colors.link},
        {QPalette::LinkVisited, colors.visitedLink},
        {QPalette::Light, colors.light},
        {QPalette::Midlight, colors.midlight},
        {QPalette::Mid, colors.mid},
        {QPalette::Dark, colors.dark},
        {QPalette::Shadow, colors.shadow},
    };
    for (const auto &[role, color] : roles)
        palette.setColor(QPalette::All, role, QColor::fromRgb(color));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(colors.disabledText));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor::fromRgb(colors.text));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(colors.disabledHighlight));
    return palette;
}

QColor fieldBorder(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), BorderShare);
}

Theme::Theme(Settings *settings, SystemColorScheme *system, std::optional<ThemeChoice> first, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_system(system)
    , m_firstSetting(settings->theme())
    , m_first(first)
{
    QApplication::setStyle(new PlainFusion); // takes it over
    connect(m_settings, &Settings::changed, this, &Theme::apply);
    connect(m_system, &SystemColorScheme::changed, this, &Theme::apply);
    apply();
}

ColorScheme Theme::scheme() const
{
    switch (m_first.value_or(m_settings->theme())) {
    case ThemeChoice::Light:
        return ColorScheme::Light;
    case ThemeChoice::Dark:
        return ColorScheme::Dark;
    case ThemeChoice::System:
        break;
    }
    return m_system->isDark() ? ColorScheme::Dark : ColorScheme::Light;
}

void Theme::apply()
{
    if (m_settings->theme() != m_firstSetting)
        m_first.reset();
    const QPalette wanted = palette(scheme());
    if (QApplication::palette() == wanted)
        return;
    QApplication::setPalette(wanted);
    QToolTip::setPalette(wanted); // has a palette of its own, from the platform
}

} // namespace cspool
