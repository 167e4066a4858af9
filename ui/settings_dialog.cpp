#include "ui/settings_dialog.h"

#include "ui/deployments/known_servers_editor.h"
#include "ui/icons.h"
#include "ui/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int SecondsPerMinute = 60;

void select(QComboBox *box, const QVariant &value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

SettingsDialog::SettingsDialog(Workspace *workspace, const QList<StoredPlace> &places, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_theme(new QComboBox)
    , m_language(new QComboBox)
    , m_restartHint(new QLabel(tr("The language changes with the next start of the program.")))
    , m_refreshMinutes(new QSpinBox)
    , m_retentionDays(new QSpinBox)
    , m_retentionHint(new QLabel(tr("Jobs that ended longer ago are removed with their logs at each start of the "
                                    "program; reports stay where they are.")))
    , m_notifies(new QCheckBox(tr("&Notify me when a job ends while I do not look at the window")))
    , m_servers(new KnownServersEditor(workspace))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Apply | QDialogButtonBox::Cancel))
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_theme->setObjectName(u"theme"_s);
    m_theme->addItem(tr("As the system"), int(ThemeChoice::System));
    m_theme->addItem(tr("Light"), int(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), int(ThemeChoice::Dark));
    m_language->setObjectName(u"language"_s);
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(u"English"_s, u"en"_s); // each in its own language, so that one finds back
    m_language->addItem(u"Deutsch"_s, u"de"_s);
    m_restartHint->setObjectName(u"restartHint"_s);
    m_restartHint->setWordWrap(true);
    m_refreshMinutes->setObjectName(u"refreshMinutes"_s);
    m_refreshMinutes->setRange(0, Settings::RefreshInterval.range->greatest / SecondsPerMinute);
    m_refreshMinutes->setSpecialValueText(tr("Never"));
    m_retentionDays->setObjectName(u"retentionDays"_s);
    m_retentionDays->setRange(0, Settings::HistoryRetentionDays.range->greatest);
    m_retentionDays->setSpecialValueText(tr("For ever"));
    m_retentionHint->setObjectName(u"retentionHint"_s);
    m_retentionHint->setWordWrap(true);
    m_retentionDays->setAccessibleDescription(m_retentionHint->text());
    m_notifies->setObjectName(u"notifies"_s);
    m_buttons->setObjectName(u"buttons"_s);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeChoices());
    layout->addWidget(makeServers());
    layout->addWidget(makePlaces(places));
    layout->addStretch();
    layout->addWidget(m_buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 110);

    load();
    for (QComboBox *box : {m_theme, m_language})
        connect(box, &QComboBox::currentIndexChanged, this, &SettingsDialog::update);
    for (QSpinBox *box : {m_refreshMinutes, m_retentionDays})
        connect(box, &QSpinBox::valueChanged, this, &SettingsDialog::update);
    connect(m_notifies, &QCheckBox::toggled, this, &SettingsDialog::update);
    connect(m_servers, &KnownServersEditor::changed, this, &SettingsDialog::update);
    connect(m_buttons, &QDialogButtonBox::clicked, this, &SettingsDialog::handleButton);
    update();
}

QWidget *SettingsDialog::makeChoices()
{
    auto *choices = new QWidget;
    auto *form = new QFormLayout(choices);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Colours:"), m_theme);
    form->addRow(tr("&Language:"), m_language);
    form->addRow(m_restartHint);
    form->addRow(tr("&Refresh every (minutes):"), m_refreshMinutes);
    form->addRow(tr("&Keep ended jobs (days):"), m_retentionDays);
    form->addRow(m_retentionHint);
    form->addRow(m_notifies);
    return choices;
}

QWidget *SettingsDialog::makeServers()
{
    auto *group = new QGroupBox(tr("Known servers"));
    auto *layout = new QVBoxLayout(group);
    layout->addWidget(m_servers);
    return group;
}

QWidget *SettingsDialog::makePlaces(const QList<StoredPlace> &places)
{
    auto *group = new QGroupBox(tr("Where things are stored"));
    auto *grid = new QGridLayout(group);
    int row = 0;
    for (const StoredPlace &place : places) {
        auto *path = new QLineEdit(QDir::toNativeSeparators(place.path));
        path->setReadOnly(true);
        path->setCursorPosition(0);
        path->setAccessibleName(place.name);
        auto *open = new QPushButton(symbolIcon(u"folder"_s), tr("Open", "a folder"));
        open->setAutoDefault(false);
        open->setObjectName(u"openPlace%1"_s.arg(row));
        open->setAccessibleName(tr("Open the folder: %1").arg(place.name));
        connect(open, &QPushButton::clicked, this, [this, path = place.path] { openFolderOf(path); });
        grid->addWidget(new QLabel(tr("%1:", "label of a path").arg(place.name)), row, 0);
        grid->addWidget(path, row, 1);
        grid->addWidget(open, row, 2);
        ++row;
    }
    group->setVisible(!places.isEmpty());
    return group;
}

// Of a file, the one in which it lies. Its disk may not answer.
void SettingsDialog::openFolderOf(const QString &path)
{
    m_disk.run(
        [path] {
            const QFileInfo info(path);
            return info.isFile() ? info.absolutePath() : path;
        },
        this, [this](const QString &folder) { m_workspace->desktop().openUrl(QUrl::fromLocalFile(folder)); });
}

void SettingsDialog::load()
{
    const Settings &settings = m_workspace->settings();
    select(m_theme, int(settings.theme()));
    select(m_language, settings.value(Settings::Language));
    // Intervals below a minute, from a file edited by hand, are shown as one.
    m_refreshMinutes->setValue((settings.value(Settings::RefreshInterval) + SecondsPerMinute - 1) / SecondsPerMinute);
    m_retentionDays->setValue(settings.value(Settings::HistoryRetentionDays));
    m_notifies->setChecked(settings.value(Settings::NotifyWhenJobEnds));
}

bool SettingsDialog::isChanged() const
{
    const Settings &settings = m_workspace->settings();
    return m_theme->currentData().toInt() != int(settings.theme())
        || m_language->currentData().toString() != settings.value(Settings::Language)
        || m_refreshMinutes->value() * SecondsPerMinute != settings.value(Settings::RefreshInterval)
        || m_retentionDays->value() != settings.value(Settings::HistoryRetentionDays)
        || m_notifies->isChecked() != settings.value(Settings::NotifyWhenJobEnds) || m_servers->isChanged();
}

void SettingsDialog::apply()
{
    Settings &settings = m_workspace->settings();
    settings.setTheme(ThemeChoice(m_theme->currentData().toInt()));
    settings.setValue(Settings::Language, m_language->currentData().toString());
    settings.setValue(Settings::RefreshInterval, m_refreshMinutes->value() * SecondsPerMinute);
    settings.setValue(Settings::HistoryRetentionDays, m_retentionDays->value());
    settings.setValue(Settings::NotifyWhenJobEnds, m_notifies->isChecked());
    m_servers->apply();
    update();
}

void SettingsDialog::update()
{
    m_buttons->button(QDialogButtonBox::Apply)->setEnabled(isChanged());
    const bool changesLanguage
        = m_language->currentData().toString() != m_workspace->settings().value(Settings::Language);
    m_restartHint->setVisible(changesLanguage);
}

void SettingsDialog::handleButton(QAbstractButton *button)
{
    switch (m_buttons->standardButton(button)) {
    case QDialogButtonBox::Ok:
        apply();
        accept();
        break;
    case QDialogButtonBox::Apply:
        apply();
        break;
    default:
        reject();
        break;
    }
}

} // namespace cspool
