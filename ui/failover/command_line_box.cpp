#include "ui/failover/command_line_box.h"

#include "ui/failover/command_line_text.h"
#include "ui/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

namespace cspool {

using namespace Qt::StringLiterals;

CommandLineBox::CommandLineBox(Running running, QWidget *parent)
    : QWidget(parent)
    , m_text(new CommandLineText(this))
    , m_copy(new QPushButton(symbolIcon(u"copy"_s), tr("Copy"), this))
    , m_run(running == Running::Offered ? new QPushButton(symbolIcon(u"run"_s), tr("Run…"), this) : nullptr)
{
    m_text->setObjectName(u"commandLine"_s);
    m_copy->setObjectName(u"copyCommand"_s);
    m_copy->setToolTip(tr("Copy the command line."));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, &CommandLineBox::copy);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text, 1, Qt::AlignTop);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    if (!m_run)
        return;
    m_run->setObjectName(u"runCommand"_s);
    m_run->setToolTip(tr("Open the form of this command. Nothing runs before it is sent and confirmed there."));
    m_run->setAutoDefault(false);
    connect(m_run, &QPushButton::clicked, this, &CommandLineBox::runRequested);
    layout->addWidget(m_run, 0, Qt::AlignTop);
}

void CommandLineBox::setCommandLine(const QString &line, const QString &subject)
{
    m_text->setLine(line);
    m_text->setAccessibleName(tr("Command line: %1", "what it is for").arg(subject));
    m_copy->setAccessibleName(tr("Copy the command line: %1", "what it is for").arg(subject));
    if (m_run)
        m_run->setAccessibleName(tr("Open the form of the command: %1", "what it is for").arg(subject));
}

QString CommandLineBox::commandLine() const
{
    return m_text->toPlainText();
}

void CommandLineBox::copy() const
{
    QGuiApplication::clipboard()->setText(commandLine());
}

} // namespace cspool
