#include "ui/jobs/job_log_view.h"

#include "model/message_text.h"
#include "model/record_filter_model.h"
#include "model/record_model.h"
#include "ui/icons.h"
#include "ui/jobs/job_feed.h"
#include "ui/status_delegate.h"
#include "ui/workspace.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Marks the records in which the searched text occurs; which of them is the current one says the selection.
class MatchDelegate : public QStyledItemDelegate
{
public:
    MatchDelegate(const RecordFilterModel *filter, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_filter(filter)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!m_filter->isMatch(index.row()))
            return;
        option->font.setBold(true);
        option->font.setUnderline(true);
    }

private:
    const RecordFilterModel *m_filter;
};

QToolButton *makeToolButton(const QString &icon, const QString &name, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(symbolIcon(icon));
    if (button->icon().isNull())
        button->setText(text);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

JobLogView::JobLogView(Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_records(new RecordModel(RecordModel::DefaultCapacity, this))
    , m_filter(new RecordFilterModel(m_records, this))
    , m_follow(new QCheckBox(tr("Fo&llow new records")))
    , m_search(new QLineEdit)
    , m_matches(new QLabel)
    , m_previous(makeToolButton(u"up"_s, u"logPrevious"_s, tr("Previous match")))
    , m_next(makeToolButton(u"down"_s, u"logNext"_s, tr("Next match")))
    , m_earlierText(new QLabel)
    , m_earlier(new QPushButton(tr("Show earlier recor&ds")))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_table(new QTableView)
    , m_detail(new QPlainTextEdit)
{
    setUpTable();
    m_earlierText->setObjectName(u"logEarlierText"_s);
    m_earlierText->setTextFormat(Qt::PlainText);
    m_earlier->setObjectName(u"logEarlier"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(makeFilters());
    layout->addWidget(makeSearch());
    layout->addWidget(m_splitter, 1);

    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(150ms);
    connect(&m_searchTimer, &QTimer::timeout, this, &JobLogView::search);
    connect(m_earlier, &QPushButton::clicked, this, &JobLogView::showEarlier);
    connect(m_records, &RecordModel::countsChanged, this, &JobLogView::updateCounts);
    connect(m_filter, &RecordFilterModel::matchCountChanged, this, &JobLogView::updateMatches);
    JobFeed *feed = &workspace->jobFeed();
    connect(feed, &JobFeed::logChanged, this, [this](const QUuid &job) {
        const RecordTail *tail = job == m_job ? m_workspace->jobFeed().log(job) : nullptr;
        if (tail)
            takeTail(*tail);
    });
    connect(feed, &JobFeed::historyRead, this, &JobLogView::readOn);
    setFollowing(true);
    updateCounts();
    updateMatches();
}

// The log in a frame, and in the same frame, where the earlier records would be, what brings them.
QWidget *JobLogView::makeLog()
{
    auto *frame = new QFrame;
    frame->setFrameStyle(m_table->frameStyle());
    m_table->setFrameShape(QFrame::NoFrame);
    auto *earlier = new QHBoxLayout;
    earlier->setContentsMargins(6, 0, 6, 0); // no strip is left when there are none
    earlier->addStretch(1);
    earlier->addWidget(m_earlierText);
    earlier->addWidget(m_earlier);
    earlier->addStretch(1);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(earlier);
    layout->addWidget(m_table, 1);
    return frame;
}

QWidget *JobLogView::makeFilters()
{
    auto *widget = new QWidget;
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins({});
    for (int i = 0; i < RecordKindCount; ++i) {
        const auto kind = RecordKind(i);
        auto *box = new QCheckBox;
        box->setObjectName(u"logKind%1"_s.arg(i));
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, [this, kind](bool isShown) {
            m_filter->setKindShown(kind, isShown);
            Q_EMIT recordsChanged();
        });
        layout->addWidget(box);
        m_kinds[size_t(i)] = box;
    }
    layout->addStretch(1);
    m_follow->setObjectName(u"logFollow"_s);
    m_follow->setToolTip(tr("Keeps the newest record in view. Ends when you scroll up."));
    connect(m_follow, &QCheckBox::toggled, this, &JobLogView::setFollowing);
    layout->addWidget(m_follow);
    return widget;
}

QWidget *JobLogView::makeSearch()
{
    auto *widget = new QWidget;
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins({});
    auto *label = new QLabel(tr("Sear&ch the log:"));
    label->setBuddy(m_search);
    m_search->setObjectName(u"logSearch"_s);
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Ctrl+F; Enter: next, Shift+Enter: previous"));
    m_search->installEventFilter(this);
    m_matches->setObjectName(u"logMatches"_s);
    layout->addWidget(label);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_matches);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(); });
    connect(m_next, &QToolButton::clicked, this, [this] { find(true); });
    connect(m_previous, &QToolButton::clicked, this, [this] { find(false); });
    return widget;
}

void JobLogView::setUpTable()
{
    m_table->setObjectName(u"logTable"_s);
    m_table->setAccessibleName(tr("Log of the job"));
    m_table->setModel(m_filter);
    m_table->setItemDelegateForColumn(RecordModel::KindColumn, new StatusDelegate(m_table));
    m_table->setItemDelegateForColumn(RecordModel::TextColumn, new MatchDelegate(m_filter, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    // Rows of one height: no layout of what is not in view.
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 4);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = m_table->fontMetrics().averageCharWidth();
    m_table->setColumnWidth(RecordModel::TimeColumn, character * 16);
    m_table->setColumnWidth(RecordModel::KindColumn, character * 18);
    m_table->installEventFilter(this);

    m_detail->setObjectName(u"logDetail"_s);
    m_detail->setAccessibleName(tr("Whole text of the selected record"));
    m_detail->setPlaceholderText(tr("Select a record to read all of it."));
    m_detail->setReadOnly(true);
    m_detail->setTabChangesFocus(true);
    m_splitter->setObjectName(u"logSplitter"_s);
    m_splitter->addWidget(makeLog());
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 4);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &JobLogView::showDetail);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &JobLogView::followScroll);
    // What somebody reads stays where it is while older records fall out or come in above it.
    const auto scrollBy = [this](int rows) {
        if (m_follow->isChecked())
            return;
        m_isAdjusting = true;
        m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->value() + rows);
        m_isAdjusting = false;
    };
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this,
            [scrollBy](const QModelIndex &, int first, int last) { first == 0 ? scrollBy(-(last + 1)) : void(); });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this,
            [this, scrollBy](const QModelIndex &, int first, int last) {
                const bool isAbove = first == 0 && last + 1 < m_filter->rowCount();
                if (isAbove)
                    scrollBy(last + 1);
            });
}

void JobLogView::showJob(const QUuid &job)
{
    if (job == m_job)
        return;
    m_job = job;
    ++m_generation;
    m_isLoadingEarlier = false;
    m_records->setRecords({}, 0);
    m_detail->clear();
    setFollowing(true);
    load();
    updateEarlier();
    Q_EMIT recordsChanged();
}

void JobLogView::load()
{
    if (m_job.isNull())
        return;
    if (const RecordTail *tail = m_workspace->jobFeed().log(m_job)) {
        takeTail(*tail);
        return;
    }
    if (!m_workspace->history())
        return;
    m_workspace->history()->recordsBefore(m_job, -1, PageSize, this,
                                          [this, generation = m_generation](const Result<RecordPage> &page) {
                                              // Meanwhile the job may have begun to write; its own records are newer.
                                              if (generation != m_generation || m_workspace->jobFeed().log(m_job))
                                                  return;
                                              if (!page) {
                                                  m_earlierText->setText(errorSentences(page.error()));
                                                  m_earlierText->show();
                                                  return;
                                              }
                                              m_records->setRecords(page->records, page->first);
                                              setFollowing(m_follow->isChecked());
                                              updateEarlier();
                                              Q_EMIT recordsChanged();
                                          });
}

void JobLogView::takeTail(const RecordTail &tail)
{
    // Until the earlier records are there, nothing may fall out between them and these.
    if (m_isLoadingEarlier)
        return;
    if (tail.begin() > m_records->endNumber() || m_records->rowCount() == 0)
        m_records->setRecords(tail.from(tail.begin()), tail.begin());
    else
        m_records->append(tail.from(m_records->endNumber()));
    if (m_follow->isChecked())
        setFollowing(true);
    updateEarlier();
    Q_EMIT recordsChanged();
}

// A job of another process has no tail here: its log is read as far as it has been written.
void JobLogView::readOn()
{
    if (m_job.isNull() || m_isLoadingEarlier || m_workspace->jobFeed().log(m_job) || !m_workspace->history())
        return;
    m_workspace->history()->records(
        m_job, m_records->endNumber(), PageSize, this,
        [this, generation = m_generation, end = m_records->endNumber()](const Result<QList<Record>> &records) {
            if (generation != m_generation || !records || end != m_records->endNumber())
                return;
            m_records->append(*records);
            setFollowing(m_follow->isChecked());
            Q_EMIT recordsChanged();
        });
}

void JobLogView::showEarlier()
{
    if (m_isLoadingEarlier || !m_workspace->history() || m_records->firstNumber() == 0)
        return;
    m_isLoadingEarlier = true;
    setFollowing(false);
    updateEarlier();
    m_workspace->history()->recordsBefore(m_job, m_records->firstNumber(), PageSize, this,
                                          [this, generation = m_generation](const Result<RecordPage> &page) {
                                              if (generation != m_generation)
                                                  return;
                                              m_isLoadingEarlier = false;
                                              updateEarlier();
                                              if (!page) {
                                                  m_earlierText->setText(errorSentences(page.error()));
                                                  return;
                                              }
                                              m_records->prepend(page->records, page->first);
                                              if (const RecordTail *tail = m_workspace->jobFeed().log(m_job))
                                                  takeTail(*tail);
                                              updateEarlier();
                                          });
}

void JobLogView::updateEarlier()
{
    const qint64 earlier = m_records->firstNumber();
    m_earlierText->setVisible(earlier > 0);
    m_earlier->setVisible(earlier > 0 && m_workspace->history());
    m_earlier->setEnabled(!m_isLoadingEarlier);
    if (m_workspace->history())
        m_earlierText->setText(
            tr("Earlier records that are not shown: %1", "a number").arg(QLocale().toString(earlier)));
    else
        m_earlierText->setText(
            tr("Earlier records that were not kept, because there is no history: %1").arg(QLocale().toString(earlier)));
}

void JobLogView::updateCounts()
{
    const auto label = [this](RecordKind kind) {
        const QString count = QLocale().toString(m_records->count(kind));
        switch (kind) {
        case RecordKind::Error:
            return tr("Err&ors (%1)").arg(count);
        case RecordKind::Warning:
            return tr("Warnin&gs (%1)").arg(count);
        case RecordKind::Information:
            return tr("Infor&mation (%1)").arg(count);
        case RecordKind::Output:
            return tr("O&utput (%1)").arg(count);
        case RecordKind::Step:
            return tr("Step&s (%1)").arg(count);
        case RecordKind::Verbose:
            return tr("Ver&bose (%1)").arg(count);
        }
        return QString();
    };
    for (int i = 0; i < RecordKindCount; ++i)
        m_kinds[size_t(i)]->setText(label(RecordKind(i)));
}

void JobLogView::search()
{
    m_searchTimer.stop();
    m_filter->setSearch(m_search->text());
    updateMatches();
    m_table->viewport()->update();
    if (m_filter->matchCount() > 0 && !m_filter->isMatch(m_table->currentIndex().row()))
        find(true);
}

void JobLogView::updateMatches()
{
    const int count = m_filter->matchCount();
    const int current = m_table->currentIndex().row();
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
    if (m_filter->search().isEmpty())
        m_matches->clear();
    else if (count == 0)
        m_matches->setText(tr("Not found"));
    else if (current >= 0 && m_filter->isMatch(current))
        m_matches->setText(
            tr("%1 of %2", "matches")
                .arg(QLocale().toString(m_filter->matchesBefore(current) + 1), QLocale().toString(count)));
    else
        m_matches->setText(tr("%n match(es)", nullptr, count));
}

void JobLogView::find(bool isForwards)
{
    if (m_searchTimer.isActive()) {
        search();
        return;
    }
    const int current = m_table->currentIndex().row();
    const int row = isForwards ? m_filter->nextMatch(current) : m_filter->previousMatch(current);
    if (row < 0)
        return;
    setFollowing(false);
    m_table->selectionModel()->setCurrentIndex(m_filter->index(row, RecordModel::TextColumn),
                                               QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
    updateMatches();
}

void JobLogView::showDetail()
{
    const QModelIndex current = m_table->currentIndex();
    const QString text = current.data(RecordModel::FullTextRole).toString();
    if (text != m_detail->toPlainText())
        m_detail->setPlainText(text);
    updateMatches();
}

void JobLogView::setFollowing(bool isFollowing)
{
    m_follow->setChecked(isFollowing);
    if (!isFollowing)
        return;
    m_isAdjusting = true;
    m_table->scrollToBottom();
    m_isAdjusting = false;
}

void JobLogView::followScroll(int value)
{
    if (!m_isAdjusting)
        m_follow->setChecked(value == m_table->verticalScrollBar()->maximum());
}

void JobLogView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool JobLogView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_table && key->matches(QKeySequence::Copy)) {
        copySelection();
        return true;
    }
    if (watched != m_search)
        return QWidget::eventFilter(watched, event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        find(!(key->modifiers() & Qt::ShiftModifier));
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        m_search->clear();
        m_table->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool JobLogView::hasRecords() const
{
    return m_filter->rowCount() > 0;
}

QString JobLogView::textOf(const Record &record)
{
    return u"%1  %2  %3\n"_s.arg(record.time.toLocalTime().toString(Qt::ISODateWithMs), kindText(kindOf(record)),
                                 recordText(record).replace(u'\n', "\n    "_L1));
}

QString JobLogView::text() const
{
    QString result;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        result += textOf(m_records->record(m_filter->mapToSource(m_filter->index(row, 0)).row()));
    return result;
}

void JobLogView::copySelection()
{
    QString result;
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &row : std::as_const(rows))
        result += textOf(m_records->record(m_filter->mapToSource(row).row()));
    if (!result.isEmpty())
        QGuiApplication::clipboard()->setText(result);
}

QString JobLogView::advice() const
{
    // What ended the command stands near the end of its log.
    for (int row = m_records->rowCount() - 1; row >= std::max(0, m_records->rowCount() - 100); --row) {
        const auto *error = std::get_if<ErrorRecord>(&m_records->record(row).content);
        if (error && error->isTerminating)
            return error->error.recommendedAction;
    }
    return {};
}

} // namespace cspool
