#include "ui/report/find_bar.h"

#include "ui/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QStyle>
#include <QToolButton>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

QToolButton *button(QWidget *parent, const QString &objectName, const QString &icon, const QString &text)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setIcon(symbolIcon(icon));
    button->setText(text);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_previous(button(this, u"findPrevious"_s, u"up"_s, tr("Find previous (Shift+F3)")))
    , m_next(button(this, u"findNext"_s, u"down"_s, tr("Find next (F3)")))
    , m_count(new QLabel(this))
{
    auto *label = new QLabel(tr("F&ind in the report:"), this);
    label->setBuddy(m_text);
    m_text->setObjectName(u"findText"_s);
    m_text->setAccessibleName(tr("Find in the report"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(500);
    m_text->setMaximumWidth(m_text->fontMetrics().averageCharWidth() * 50);
    m_text->installEventFilter(this);
    m_count->setObjectName(u"findCount"_s);
    QToolButton *close = button(this, u"findClose"_s, u"close"_s, tr("Close the search (Esc)"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(style()->pixelMetric(QStyle::PM_LayoutLeftMargin), 2, 2, 2);
    layout->addWidget(label);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_count);
    layout->addStretch();
    layout->addWidget(close);

    connect(m_text, &QLineEdit::textChanged, this, &FindBar::textChanged);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(close, &QToolButton::clicked, this, &FindBar::closed);
    setMessage({});
}

QString FindBar::text() const
{
    return m_text->text();
}

void FindBar::open(const QString &selected)
{
    show();
    if (!selected.isEmpty())
        m_text->setText(selected.left(m_text->maxLength()));
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::showCount(qint64 number, qint64 count, bool hasWrapped)
{
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
    const QLocale locale;
    if (m_text->text().isEmpty())
        setMessage({});
    else if (count == 0)
        setMessage(tr("Not found"));
    else if (hasWrapped)
        setMessage(tr("%1 of %2, past the end of the report").arg(locale.toString(number), locale.toString(count)));
    else
        setMessage(tr("%1 of %2").arg(locale.toString(number), locale.toString(count)));
}

void FindBar::showSearching()
{
    setMessage(tr("Searching\u2026"));
}

// Screen readers hear it from the field, which has the focus.
void FindBar::setMessage(const QString &message)
{
    m_count->setText(message);
    m_text->setAccessibleDescription(message);
}

// Enter would otherwise be the business of the window's default button.
bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    if (key->modifiers().testFlag(Qt::ShiftModifier))
        Q_EMIT previousRequested();
    else
        Q_EMIT nextRequested();
    return true;
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace cspool
