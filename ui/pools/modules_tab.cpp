#include "ui/pools/modules_tab.h"

#include "model/message_text.h"
#include "model/pool_health.h"
#include "model/time_text.h"
#include "ui/pools/advice_view.h"
#include "ui/status_delegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

ModulesTab::ModulesTab(Workspace *workspace, QWidget *parent)
    : DetailsTab(workspace, parent)
    , m_table(new QTableView(this))
    , m_advice(new AdviceView(this))
    , m_note(new QLabel(this))
{
    m_table->setObjectName(u"modules"_s);
    m_table->setAccessibleName(tr("Backup modules"));
    m_table->setModel(&m_modules);
    m_table->setItemDelegate(new StatusDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(ModuleModel::ModuleColumn, 32 * character);
    m_table->setColumnWidth(ModuleModel::CategoryColumn, 12 * character);
    m_table->setColumnWidth(ModuleModel::ExportColumn, 20 * character);
    m_table->setColumnWidth(ModuleModel::ImportColumn, 20 * character);
    m_note->setObjectName(u"modulesNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_advice->setObjectName(u"moduleAdvice"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_note);
    layout->addWidget(m_table);
    layout->addWidget(m_advice, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ModulesTab::updateAdvice);
    connect(m_advice, &AdviceView::commandRequested, this, &ModulesTab::request);
}

void ModulesTab::setPool(const QString &fqdn)
{
    m_hasSelected = m_hasSelected && fqdn == poolFqdn();
    DetailsTab::setPool(fqdn);
}

void ModulesTab::updateContent()
{
    const Reading<PoolStatus> status = monitor()->status(poolFqdn());
    const Reading<BackupServiceStatus> modules{status.value ? std::optional(status.value->status) : std::nullopt,
                                               status.readAt, status.error, status.isBeingRead};
    m_modules.setClock(now(), monitor()->oldAge());
    m_modules.setReading(modules, subjectOf(poolFqdn()));
    const QString note = noteText(status);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    showWholeTable();
    selectWorst();
    updateAdvice();
}

// There are few modules: the rest of the room is for what is to be said of them.
void ModulesTab::showWholeTable()
{
    const int rows = std::max(1, m_modules.rowCount()) * m_table->verticalHeader()->defaultSectionSize();
    const int scrolling = m_table->horizontalScrollBar()->isVisible() ? m_table->horizontalScrollBar()->height() : 0;
    m_table->setFixedHeight(m_table->horizontalHeader()->height() + rows + 2 * m_table->frameWidth() + scrolling);
}

// What needs help is open when the tab is.
void ModulesTab::selectWorst()
{
    if (m_hasSelected || m_modules.rowCount() == 0)
        return;
    m_hasSelected = true;
    int worstRow = 0;
    StatusTone worstTone = StatusTone::None;
    for (int row = 0; row < m_modules.rowCount(); ++row) {
        const StatusTone tone = worse(m_modules.advice(row, ModuleModel::ExportColumn).tone,
                                      m_modules.advice(row, ModuleModel::ImportColumn).tone);
        if (tone != worstTone && worse(tone, worstTone) == tone) {
            worstTone = tone;
            worstRow = row;
        }
    }
    m_table->setCurrentIndex(m_modules.index(worstRow, ModuleModel::ModuleColumn));
}

void ModulesTab::updateAdvice()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_modules.rowCount()) {
        m_advice->setSections({});
        return;
    }
    const auto section = [&](ModuleModel::Column column, const QString &title) {
        const QString status = m_modules.index(row, column).data().toString();
        StatusAdvice advice = m_modules.advice(row, column);
        if (!m_modules.isKnown()) {
            advice = {StatusTone::Unknown, tr("The status could not be read: what the module does now is not known.")};
        }
        return AdviceView::Section{title.arg(m_modules.module(row).identity, status), advice};
    };
    m_advice->setSections({section(ModuleModel::ExportColumn, tr("Export of %1: %2")),
                           section(ModuleModel::ImportColumn, tr("Import of %1: %2"))});
}

QString ModulesTab::noteText(const Reading<PoolStatus> &status) const
{
    const std::optional<Pool> shown = pool();
    if (shown && shown->backupPoolFqdn.isEmpty()) {
        return shown->canBeBackedUp()
            ? tr("There is no status, because the pool has no backup pool: see Overview for what to do.")
            : tr("Pools of this kind are not backed up: they have no modules.");
    }
    if (status.error) {
        return status.value ? tr("The status could not be read: %1 The modules were last seen at %2.")
                                  .arg(status.error->message, fullTimeText(status.readAt))
                            : tr("The status could not be read: %1").arg(errorSentences(*status.error));
    }
    if (!status.value)
        return tr("The status is being read…");
    return status.value->status.activeMachineFqdn.isEmpty()
        ? QString()
        : tr("The backup service of this pool is active on %1.").arg(status.value->status.activeMachineFqdn);
}

} // namespace cspool
