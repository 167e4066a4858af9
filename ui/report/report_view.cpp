#include "ui/report/report_view.h"

#include <QApplication>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int MarkedLimit = 5000; // on one page; more would only slow the view down

QColor mixed(const QColor &one, const QColor &other, qreal share)
{
    return QColor::fromRgbF(float(one.redF() * (1 - share) + other.redF() * share),
                            float(one.greenF() * (1 - share) + other.greenF() * share),
                            float(one.blueF() * (1 - share) + other.blueF() * share));
}

} // namespace

ReportView::ReportView(QWidget *parent)
    : QTextBrowser(parent)
    , m_document(new ReportDocument(this))
{
    setDocument(m_document);
    setOpenLinks(false);
    setTabChangesFocus(true);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    connect(this, &QTextBrowser::anchorClicked, this, &ReportView::followLink);
}

void ReportView::showPage(std::shared_ptr<const ReportPages> pages, int page)
{
    m_pages = std::move(pages);
    m_page = page;
    m_foreign.clear();
    m_searched.clear();
    m_currentHit = -1;
    showText();
}

void ReportView::showForeign(const QString &html)
{
    m_pages.reset();
    m_foreign = html;
    m_searched.clear();
    m_currentHit = -1;
    showText();
}

void ReportView::clearView()
{
    showForeign({});
}

void ReportView::showText()
{
    const QScopedValueRollback guard(m_isShowing, true);
    const QFont font = textFont();
    setExtraSelections({});
    if (m_pages) {
        setPalette({});
        const int em = QFontMetrics(font).height();
        m_document->showPage(*m_pages, m_page, reportStyleOf(palette(), em), font, devicePixelRatioF());
    } else {
        QPalette paper = QApplication::palette(this);
        paper.setColor(QPalette::Base, Qt::white);
        paper.setColor(QPalette::Text, Qt::black);
        paper.setColor(QPalette::Link, QColor(0, 0, 0xcc));
        setPalette(m_foreign.isEmpty() ? QPalette() : paper);
        m_document->showForeign(m_foreign, font);
    }
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(0); // the margin above the text too
    if (!m_searched.isEmpty())
        markHits(m_searched, m_currentHit);
}

QFont ReportView::textFont() const
{
    QFont font = QApplication::font(this);
    font.setPointSizeF(font.pointSizeF() * m_zoom / 100);
    return font;
}

void ReportView::setZoom(int percent)
{
    percent = std::clamp(percent, SmallestZoom, GreatestZoom);
    if (percent == m_zoom)
        return;
    const int row = topRow();
    const int position = verticalScrollBar()->value();
    const int before = std::max(verticalScrollBar()->maximum(), 1);
    m_zoom = percent;
    showText();
    if (row > 0)
        scrollToRow(row);
    else
        verticalScrollBar()->setValue(int(qint64(position) * verticalScrollBar()->maximum() / before));
    Q_EMIT zoomChanged(m_zoom);
}

int ReportView::markHits(const QString &text, qint64 current)
{
    m_searched = text;
    m_currentHit = current;
    QList<QTextEdit::ExtraSelection> marks;
    int count = 0;
    QTextCursor found;
    if (!text.isEmpty())
        found = m_document->find(text, 0);
    QTextCursor shown;
    for (; !found.isNull() && count < MarkedLimit; found = m_document->find(text, found.selectionEnd()), ++count) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = found;
        const bool isCurrent = count == current;
        const QColor strong = palette().color(QPalette::Highlight);
        mark.format.setBackground(isCurrent ? strong : mixed(palette().color(QPalette::Base), strong, 0.35));
        mark.format.setForeground(palette().color(isCurrent ? QPalette::HighlightedText : QPalette::Text));
        marks.append(mark);
        if (isCurrent)
            shown = found;
    }
    setExtraSelections(marks);
    if (!shown.isNull()) {
        shown.setPosition(shown.selectionStart());
        setTextCursor(shown);
        ensureCursorVisible();
    }
    return count;
}

void ReportView::scrollToRow(int row)
{
    scrollToAnchor(reportAnchor(row));
}

int ReportView::topRow() const
{
    if (!m_pages)
        return -1;
    for (QTextBlock block
         = cursorForPosition({document()->documentMargin() > 0 ? int(document()->documentMargin()) : 1, 1}).block();
         block.isValid(); block = block.previous()) {
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
            for (const QString &name : fragment.fragment().charFormat().anchorNames()) {
                if (name.startsWith(u"row"_s))
                    return QStringView(name).mid(3).toInt();
            }
        }
    }
    return m_pages->firstRow(m_page);
}

void ReportView::followLink(const QUrl &url)
{
    if (url.hasFragment() && url.adjusted(QUrl::RemoveFragment).isEmpty())
        scrollToAnchor(url.fragment());
    else
        Q_EMIT linkActivated(url);
}

// The page's colours are in its text: another palette makes it again.
void ReportView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    const bool isOfLook = event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange;
    if (isOfLook && !m_isShowing && m_pages) {
        const int row = topRow();
        showText();
        scrollToRow(row);
    }
}

// At the view's end in that direction, the next page is meant.
void ReportView::turnPage(QAbstractSlider::SliderAction action, int direction)
{
    QScrollBar *bar = verticalScrollBar();
    const bool isAtEnd = direction < 0 ? bar->value() == bar->minimum() : bar->value() == bar->maximum();
    if (isAtEnd)
        Q_EMIT pageTurnRequested(direction);
    else
        bar->triggerAction(action);
}

void ReportView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_PageDown && event->modifiers() == Qt::NoModifier)
        turnPage(QAbstractSlider::SliderPageStepAdd, 1);
    else if (event->key() == Qt::Key_PageUp && event->modifiers() == Qt::NoModifier)
        turnPage(QAbstractSlider::SliderPageStepSub, -1);
    else
        QTextBrowser::keyPressEvent(event);
}

void ReportView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QTextBrowser::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        setZoom(m_zoom + (event->angleDelta().y() > 0 ? 10 : -10));
    event->accept();
}

} // namespace cspool
