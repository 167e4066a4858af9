#include "backend/failover/operation_journal.h"

#include "backend/exit_watch.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

struct OperationJournal::Place
{
    OperationStore store;
    std::unique_ptr<OperationFile> file = {}; // null: none is open
    QList<OperationEvent> unwritten = {}; // what has happened and could not be written
};

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::OperationJournal)
};

// What it means that the record could not be written.
Error notWritten(Error error, OperationJournal::Need need)
{
    error.message = need == OperationJournal::Need::HasHappened
        ? Text::tr("What has happened is not in the record yet; it is written there with what happens next. %1")
              .arg(error.message)
        : Text::tr("Nothing was begun, because it could not be written down before. %1").arg(error.message);
    return error;
}

// Two that work at one pair at the same time would undo what the other one does.
Result<> checkNobodyIsAtWork(const OperationStore &store, const OperationBegun &begun)
{
    const QStringList pair{begun.goal.pool, begun.backupPool};
    const QList<OperationSummary> summaries = store.list();
    for (const OperationSummary &other : summaries) {
        if (!other.isHeld || other.hasEnded || !other.sharesPoolsWith(begun.deployment))
            continue;
        if (pair.contains(other.goal.pool) || pair.contains(other.backupPool)) {
            return Error{ErrorCategory::ResourceBusy, u"PairHasOperation"_s,
                         Text::tr("Somebody is at work on this pair already, with the guided operation %1 on %2, which "
                                  "%3 began.")
                             .arg(other.id.toString(QUuid::WithoutBraces), other.goal.pool, other.user),
                         Text::tr("Go on with that one where it is open, or end it there first."), other.goal.pool};
        }
    }
    return {};
}

} // namespace

OperationJournal::OperationJournal(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_place(std::make_shared<Place>(Place{OperationStore(folder)}))
{
}

OperationJournal::~OperationJournal()
{
    close();
    const ExitWait wait(u"record of an operation"_s);
    m_worker.drain();
}

void OperationJournal::create(const QString &pool, const DeploymentInfo &deployment, Begin begin, QObject *context,
                              std::function<void(const Result<Begun> &)> done)
{
    m_worker.run(
        [place = m_place, pool, deployment, begin = std::move(begin)]() -> Result<Begun> {
            const QList<OperationEvent> events = begin(place->store.movedEdgePools(pool, deployment));
            const auto &begun = std::get<OperationBegun>(events.first().content);
            if (const Result<> free = checkNobodyIsAtWork(place->store, begun); !free)
                return free.error();
            Result<std::unique_ptr<OperationFile>> file = place->store.create();
            if (!file)
                return file.error();
            if (const Result<> added = (*file)->add(events); !added)
                return added.error();
            place->file = std::move(*file);
            return Begun{place->file->id(), events};
        },
        context, std::move(done));
}

void OperationJournal::open(const QUuid &id, QObject *context,
                            std::function<void(const Result<QList<OperationEvent>> &)> done)
{
    m_worker.run(
        [place = m_place, id]() -> Result<QList<OperationEvent>> {
            Result<std::unique_ptr<OperationFile>> file = place->store.open(id);
            if (!file)
                return file.error();
            place->file = std::move(*file);
            return place->file->events();
        },
        context, std::move(done));
}

void OperationJournal::add(const QList<OperationEvent> &events, Need need, QObject *context,
                           std::function<void(const Result<> &)> done)
{
    m_worker.run(
        [place = m_place, events, need]() -> Result<> {
            Q_ASSERT(place->file);
            QList<OperationEvent> all = place->unwritten;
            all += events;
            const Result<> added = place->file->add(all);
            if (added) {
                place->unwritten.clear();
                return {};
            }
            if (need == Need::HasHappened)
                place->unwritten = all;
            return notWritten(added.error(), need);
        },
        context, std::move(done));
}

void OperationJournal::close()
{
    // Closed where it was used. What could not be written gets a last chance.
    m_worker.post([place = m_place] {
        if (place->file && !place->unwritten.isEmpty())
            static_cast<void>(place->file->add(place->unwritten));
        place->unwritten.clear();
        place->file.reset();
    });
}

} // namespace cspool
