#include "backend/failover/operation_journal.h"

#include "backend/exit_watch.h"

namespace cspool {

using namespace Qt::StringLiterals;

struct OperationJournal::Place
{
    OperationStore store;
    std::unique_ptr<OperationFile> file = {}; // null: none is open
    QList<OperationEvent> unwritten = {}; // what has happened and could not be written
};

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
            if (added)
                place->unwritten.clear();
            else if (need == Need::HasHappened)
                place->unwritten = all;
            return added;
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
