#include "ui/about_dialog.h"

#include "ui/icons.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Library
{
    QString name;
    const char *purpose; // QT_TRANSLATE_NOOP("cspool::AboutDialog", …)
    QString licence;
};

QTreeWidget *libraryList(QWidget *parent)
{
    const Library libraries[] = {
        {u"Qt "_s + QString::fromLatin1(qVersion()),
         QT_TRANSLATE_NOOP("cspool::AboutDialog", "windows, network, files"), u"LGPL 3"_s},
        {u"SQLite"_s, QT_TRANSLATE_NOOP("cspool::AboutDialog", "stores of lab deployments, job history"),
         QCoreApplication::translate("cspool::AboutDialog", "public domain")},
        {u"expat"_s, QT_TRANSLATE_NOOP("cspool::AboutDialog", "user data documents, byte for byte"), u"MIT"_s},
        {u"QuaZip"_s, QT_TRANSLATE_NOOP("cspool::AboutDialog", "user data archives"), u"LGPL 2.1"_s},
        {u"spdlog"_s, QT_TRANSLATE_NOOP("cspool::AboutDialog", "the program's log"), u"MIT"_s},
        {u"utf8proc"_s, QT_TRANSLATE_NOOP("cspool::AboutDialog", "widths of characters in a terminal"), u"MIT"_s},
    };
    auto *list = new QTreeWidget(parent);
    list->setObjectName(u"libraries"_s);
    list->setAccessibleName(AboutDialog::tr("Libraries"));
    list->setHeaderLabels({AboutDialog::tr("Library"), AboutDialog::tr("Used for"), AboutDialog::tr("Licence")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    for (const Library &library : libraries)
        new QTreeWidgetItem(list, {library.name, AboutDialog::tr(library.purpose), library.licence});
    for (int column = 0; column < list->columnCount(); ++column)
        list->resizeColumnToContents(column);
    list->setMinimumWidth(list->fontMetrics().averageCharWidth() * 80);
    return list;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About CsPool Console"));
    auto *picture = new QLabel(this);
    const int size = 2 * style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    picture->setPixmap(symbolIcon(u"cspool-console"_s).pixmap(QSize(size, size), devicePixelRatioF()));
    auto *name = new QLabel(tr("CsPool Console %1").arg(QCoreApplication::applicationVersion()), this);
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    name->setFont(large);
    auto *text = new QLabel(tr("Backs up the pools of Lync Server 2013 and Skype for Business Server, and runs the "
                               "cmdlets around that, on lab deployments in a folder on this machine.\n\nIt is not a "
                               "product of Microsoft. Lync and Skype for Business are trademarks of Microsoft "
                               "Corporation."),
                            this);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *head = new QHBoxLayout;
    head->addWidget(picture, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->addWidget(name);
    words->addWidget(text);
    head->addLayout(words, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(libraryList(this), 1);
    layout->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

} // namespace cspool
