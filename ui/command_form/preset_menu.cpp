#include "ui/command_form/preset_menu.h"

#include "ui/command_form/command_presets.h"
#include "ui/plain_message_box.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// A name may hold '&', which a menu would take for a mnemonic.
QString menuText(const QString &name)
{
    return QString(name).replace(u'&', u"&&"_s);
}

QInputDialog *nameDialog(QWidget *parent, const QString &title, const QString &verb, const QString &name)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(u"presetName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(PresetMenu::tr("&Name of the preset:"));
    dialog->setTextValue(name);
    dialog->setOkButtonText(verb);
    dialog->setCancelButtonText(PresetMenu::tr("&Cancel"));
    return dialog;
}

// Asks with the safe answer as default; `confirmed` follows the other one.
void ask(QWidget *parent, const QString &objectName, const QString &question, const QString &verb,
         std::function<void()> confirmed)
{
    QMessageBox *box = makePlainQuestion(parent, objectName, {}, question);
    QPushButton *accept = box->addButton(verb, QMessageBox::AcceptRole);
    QPushButton *cancel = box->addButton(PresetMenu::tr("&Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    QObject::connect(accept, &QPushButton::clicked, parent, confirmed);
    box->open();
}

} // namespace

PresetMenu::PresetMenu(CommandPresets *presets, std::function<Command()> current, QWidget *parent)
    : QMenu(parent)
    , m_presets(presets)
    , m_current(std::move(current))
{
    setObjectName(u"presetMenu"_s);
    rebuild();
}

void PresetMenu::rebuild()
{
    clear();
    const QStringList names = m_presets->names();
    for (const QString &name : names)
        connect(addAction(menuText(name)), &QAction::triggered, this, [this, name] { choose(name); });
    if (!names.isEmpty())
        addSeparator();
    QAction *save = addAction(tr("&Save as preset…"));
    save->setObjectName(u"savePreset"_s);
    connect(save, &QAction::triggered, this, &PresetMenu::askForName);
    if (names.isEmpty())
        return;
    QMenu *renaming = addMenu(tr("&Rename preset"));
    QMenu *deleting = addMenu(tr("&Delete preset"));
    for (const QString &name : names) {
        connect(renaming->addAction(menuText(name)), &QAction::triggered, this, [this, name] { askForNewName(name); });
        connect(deleting->addAction(menuText(name)), &QAction::triggered, this,
                [this, name] { askWhetherToDelete(name); });
    }
}

void PresetMenu::choose(const QString &name)
{
    const Result<Command> preset = m_presets->preset(name);
    if (preset)
        Q_EMIT chosen(*preset);
    else
        Q_EMIT failed(preset.error());
}

bool PresetMenu::exists(const QString &name) const
{
    return m_presets->names().contains(name);
}

void PresetMenu::askForName()
{
    QInputDialog *dialog = nameDialog(parentWidget(), tr("Save as preset"), tr("&Save preset"), {});
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const QString name = text.simplified();
        if (name.isEmpty())
            return;
        if (exists(name))
            askWhetherToReplace(name, [this, name] { save(name); });
        else
            save(name);
    });
    dialog->open();
}

void PresetMenu::save(const QString &name)
{
    m_presets->save(name, m_current());
    rebuild();
}

void PresetMenu::askForNewName(const QString &name)
{
    QInputDialog *dialog = nameDialog(parentWidget(), tr("Rename preset"), tr("&Rename preset"), name);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, name](const QString &text) {
        const QString newName = text.simplified();
        if (newName.isEmpty() || newName == name)
            return;
        if (exists(newName))
            askWhetherToReplace(newName, [this, name, newName] { rename(name, newName); });
        else
            rename(name, newName);
    });
    dialog->open();
}

void PresetMenu::rename(const QString &name, const QString &newName)
{
    m_presets->rename(name, newName);
    rebuild();
}

void PresetMenu::askWhetherToReplace(const QString &name, std::function<void()> replace)
{
    ask(parentWidget(), u"replacePreset"_s, tr("There is a preset \"%1\" already. Replace it?").arg(name),
        tr("&Replace preset"), std::move(replace));
}

void PresetMenu::askWhetherToDelete(const QString &name)
{
    ask(parentWidget(), u"deletePreset"_s, tr("Delete the preset \"%1\"?").arg(name), tr("&Delete preset"),
        [this, name] {
            m_presets->remove(name);
            rebuild();
        });
}

} // namespace cspool
