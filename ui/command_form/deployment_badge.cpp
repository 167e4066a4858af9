#include "ui/command_form/deployment_badge.h"

#include "model/tool_tip.h"
#include "ui/deployments/deployment_banner.h"
#include "ui/deployments/deployment_text.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace cspool {

using namespace Qt::StringLiterals;

DeploymentBadge::DeploymentBadge(const DeploymentInfo &deployment, QWidget *parent)
    : QFrame(parent)
    , m_deployment(deployment)
    , m_text(new QLabel(DeploymentText::name(deployment), this))
{
    m_text->setObjectName(u"deployment"_s);
    m_text->setTextFormat(Qt::PlainText);
    setToolTip(plainToolTip(
        QString(DeploymentText::location(deployment) + u'\n' + DeploymentText::explanation(deployment.kind))));
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    auto *layout = new QHBoxLayout(this);
    const int space = fontMetrics().averageCharWidth();
    layout->setContentsMargins(space, space / 2, space, space / 2);
    layout->addWidget(m_text);
    updateColors();
}

void DeploymentBadge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange)
        updateColors();
    QFrame::changeEvent(event);
}

void DeploymentBadge::updateColors()
{
    if (m_isUpdating)
        return;
    m_isUpdating = true;
    const auto [background, text] = DeploymentBanner::colors(QApplication::palette(), m_deployment.kind);
    QPalette palette = QApplication::palette();
    palette.setColor(QPalette::Window, background);
    palette.setColor(QPalette::WindowText, text);
    setPalette(palette);
    m_isUpdating = false;
}

} // namespace cspool
