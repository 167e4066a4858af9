#include "ui/report/report_notice.h"

#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>

#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

ReportNotice::ReportNotice(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_action(new QPushButton(this))
    , m_close(new QPushButton(tr("&Dismiss"), this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(u"noticeText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_progress->setObjectName(u"noticeProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_action->setObjectName(u"noticeAction"_s);
    m_close->setObjectName(u"noticeClose"_s);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, &ReportNotice::clear);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const std::function<void()> act = std::exchange(m_act, {});
        if (m_isProgress)
            m_action->setEnabled(false);
        else
            clear();
        if (act)
            act();
    });
    hide();
}

void ReportNotice::setUp(const QString &icon, const QString &text)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(symbolIcon(icon).pixmap(QSize(size, size), devicePixelRatioF()));
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_action->setEnabled(true);
    show();
}

void ReportNotice::showNotice(Kind kind, const QString &text, const QString &actionText, std::function<void()> action)
{
    m_isProgress = false;
    m_act = std::move(action);
    m_progress->hide();
    m_close->show();
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    setUp(kind == Kind::Problem ? u"warning"_s : u"info"_s, text);
}

void ReportNotice::showProgress(const QString &text, std::function<void()> cancel)
{
    m_isProgress = true;
    m_act = std::move(cancel);
    m_progress->setRange(0, 0);
    m_progress->show();
    m_close->hide();
    m_action->setText(tr("&Cancel"));
    m_action->show();
    setUp(u"wait"_s, text);
}

void ReportNotice::setProgress(int done, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
}

void ReportNotice::clear()
{
    m_isProgress = false;
    m_act = {};
    hide();
}

QString ReportNotice::text() const
{
    return m_text->text();
}

} // namespace cspool
