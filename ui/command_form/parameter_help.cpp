#include "ui/command_form/parameter_help.h"

#include "ui/command_form/parameter_form.h"

#include <QEvent>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

QString paragraph(const QString &text)
{
    return u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s;
}

QString list(const QStringList &items)
{
    QString html = u"<ul style=\"margin-left:-20px\">"_s;
    for (const QString &item : items)
        html += u"<li>"_s + item.toHtmlEscaped() + u"</li>"_s;
    return html + u"</ul>"_s;
}

} // namespace

ParameterHelp::ParameterHelp(const CmdletInfo &cmdlet, DeploymentKind kind, QWidget *parent)
    : QWidget(parent)
    , m_cmdlet(cmdlet)
    , m_kind(kind)
    , m_text(new QTextBrowser(this))
{
    m_text->setObjectName(u"parameterHelp"_s);
    m_text->setAccessibleName(tr("Help"));
    m_text->setTabChangesFocus(true);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1);
    // The other cmdlet keeps what a replication does not.
    if (m_cmdlet.seeAlso.contains("Export-CsUserData"_L1) && m_cmdlet.changesData) {
        auto *exportData = new QPushButton(tr("Keep an archive: e&xport user data…"), this);
        exportData->setObjectName(u"exportUserData"_s);
        exportData->setAutoDefault(false);
        exportData->setToolTip(tr("Opens the form of Export-CsUserData for the same pools."));
        layout->addWidget(exportData);
        connect(exportData, &QPushButton::clicked, this, &ParameterHelp::exportRequested);
    }
    render();
}

void ParameterHelp::showCmdlet()
{
    m_parameter.clear();
    render();
}

void ParameterHelp::showParameter(const QString &parameter)
{
    m_parameter = parameter;
    render();
}

void ParameterHelp::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        render();
    QWidget::changeEvent(event);
}

void ParameterHelp::render()
{
    const ParameterInfo *parameter = m_cmdlet.parameter(m_parameter);
    QString html;
    if (parameter) {
        html += u"<h3>"_s + parameter->name.toHtmlEscaped() + u"</h3>"_s + paragraph(parameter->help);
        html += list(parameterFacts(*parameter, m_kind));
    } else {
        html += u"<h3>"_s + m_cmdlet.name.toHtmlEscaped() + u"</h3>"_s;
        for (const QString &text : m_cmdlet.description.split(u"\n\n"_s))
            html += paragraph(text);
    }
    if (!m_cmdlet.notIncluded.isEmpty())
        html += u"<h4>"_s + tr("Not part of %1").arg(m_cmdlet.name).toHtmlEscaped() + u"</h4>"_s
            + list(m_cmdlet.notIncluded);
    m_text->setHtml(html);
}

} // namespace cspool
