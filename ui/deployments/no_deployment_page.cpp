#include "ui/deployments/no_deployment_page.h"

#include "ui/deployments/deployment_controller.h"

#include <QAction>
#include <QBoxLayout>
#include <QCommandLinkButton>
#include <QLabel>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int WidthInCharacters = 70;
constexpr double HeadingScale = 1.6;

} // namespace

NoDeploymentPage::NoDeploymentPage(DeploymentController *controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_heading(new QLabel(this))
    , m_explanation(new QLabel(this))
{
    setObjectName(u"noDeploymentPage"_s);
    QFont heading = m_heading->font();
    heading.setPointSizeF(heading.pointSizeF() * HeadingScale);
    m_heading->setFont(heading);
    m_heading->setObjectName(u"heading"_s);
    m_heading->setWordWrap(true);
    m_explanation->setObjectName(u"explanation"_s);
    m_explanation->setWordWrap(true);
    m_choices = {
        makeChoice(controller->openSampleAction(),
                   tr("The pools of litwareinc.com, made for trying things out, with every status that a backup can "
                      "have.")),
        makeChoice(controller->openAction(), tr("A deployment that lies in a folder on this machine.")),
        makeChoice(controller->newAction(), tr("From a topology document of your own, with pairs and user data.")),
        makeChoice(controller->connectAction(),
                   tr("The pools of a genuine deployment. What is done there changes the data of real users.")),
    };

    auto *column = new QWidget(this);
    column->setMaximumWidth(fontMetrics().averageCharWidth() * WidthInCharacters);
    auto *choices = new QVBoxLayout(column);
    choices->addWidget(m_heading);
    choices->addWidget(m_explanation);
    choices->addSpacing(fontMetrics().height());
    for (QWidget *choice : std::as_const(m_choices))
        choices->addWidget(choice);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(column, 8);
    middle->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addLayout(middle);
    layout->addStretch(2);
    connect(controller, &DeploymentController::activityChanged, this, &NoDeploymentPage::updateTexts);
    updateTexts();
}

QWidget *NoDeploymentPage::makeChoice(QAction *action, const QString &text)
{
    QString title = action->text();
    title.remove(u'…');
    auto *button = new QCommandLinkButton(title, text, this);
    button->setObjectName(action->objectName() + "Choice"_L1);
    button->setIcon(action->icon());
    button->setEnabled(action->isEnabled());
    button->setAccessibleName(QString(title).remove(u'&'));
    button->setAccessibleDescription(text);
    connect(button, &QCommandLinkButton::clicked, action, &QAction::trigger);
    return button;
}

void NoDeploymentPage::updateTexts()
{
    const bool isMaking = m_controller->activity().phase == DeploymentActivity::Phase::MakingSample;
    const bool isOpening = m_controller->activity().phase == DeploymentActivity::Phase::Opening;
    if (isMaking) {
        m_heading->setText(tr("The sample deployment is being made"));
        m_explanation->setText(tr("This is done once and takes a moment. It opens by itself when it is ready."));
    } else if (isOpening) {
        m_heading->setText(tr("The deployment is being opened"));
        m_explanation->setText(tr("Its pools appear here in a moment."));
    } else {
        m_heading->setText(tr("No deployment is open"));
        m_explanation->setText(tr("Open a deployment to see its pools and to back them up."));
    }
}

void NoDeploymentPage::focusContent()
{
    m_choices.first()->setFocus();
}

} // namespace cspool
