#include "ui/command_form/cmdlet_chooser.h"

#include "backend/session.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

QStandardItem *item(const QString &text, const QString &toolTip)
{
    auto *item = new QStandardItem(text); // the model's
    item->setToolTip(toolTip);
    item->setEditable(false);
    return item;
}

} // namespace

CmdletChooser::CmdletChooser(const Session &session, QWidget *parent)
    : QDialog(parent)
    , m_cmdlets(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_view(new QTreeView(this))
{
    setObjectName(u"cmdletChooser"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Run a cmdlet"));
    auto *model = new QStandardItemModel(this);
    model->setHorizontalHeaderLabels({tr("Cmdlet"), tr("What it does")});
    for (const CmdletInfo &row : cmdletTable()) {
        if (const CmdletInfo *cmdlet = session.cmdletInfo(row.name)) {
            const QString tip
                = u"<p>"_s + cmdlet->description.toHtmlEscaped().replace(u"\n\n"_s, u"</p><p>"_s) + u"</p>"_s;
            model->appendRow({item(cmdlet->name, tip), item(cmdlet->synopsis, tip)});
        }
    }
    m_cmdlets->setSourceModel(model);
    m_cmdlets->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_cmdlets->setFilterKeyColumn(-1); // name or synopsis
    build();
    filter({});
    m_filter->setFocus();
}

void CmdletChooser::build()
{
    auto *layout = new QVBoxLayout(this);
    auto *label = new QLabel(tr("&Search:"), this);
    label->setBuddy(m_filter);
    m_filter->setObjectName(u"cmdletFilter"_s);
    m_filter->setPlaceholderText(tr("Part of a name, or of what it does"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_view->setObjectName(u"cmdlets"_s);
    m_view->setAccessibleName(tr("Cmdlets"));
    m_view->setModel(m_cmdlets);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setTabKeyNavigation(false);
    m_view->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_view->header()->setSectionsMovable(false);
    auto *buttons = new QDialogButtonBox(this);
    m_choose = buttons->addButton(tr("&Open form…"), QDialogButtonBox::AcceptRole);
    m_choose->setObjectName(u"chooseCmdlet"_s);
    m_choose->setDefault(true);
    buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    layout->addWidget(label);
    layout->addWidget(m_filter);
    layout->addWidget(m_view, 1);
    layout->addWidget(buttons);
    connect(m_filter, &QLineEdit::textChanged, this, &CmdletChooser::filter);
    connect(m_view, &QTreeView::doubleClicked, this, &CmdletChooser::choose);
    connect(buttons, &QDialogButtonBox::accepted, this, &CmdletChooser::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const QSize wanted(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 30);
    resize(wanted.boundedTo(screen()->availableSize() * 0.9));
}

void CmdletChooser::filter(const QString &text)
{
    m_cmdlets->setFilterFixedString(text.trimmed());
    m_view->setCurrentIndex(m_cmdlets->index(0, 0));
    m_choose->setEnabled(m_cmdlets->rowCount() > 0);
}

// The arrows move in the list while somebody types.
bool CmdletChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_view, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CmdletChooser::choose()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return;
    const QString cmdlet = current.siblingAtColumn(0).data().toString();
    accept();
    Q_EMIT cmdletChosen(cmdlet);
}

} // namespace cspool
