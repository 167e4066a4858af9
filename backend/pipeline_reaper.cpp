#include "backend/pipeline_reaper.h"

#include "backend/exit_watch.h"

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

PipelineReaper::PipelineReaper(QObject *parent)
    : QObject(parent)
{
    // Nobody waits for the ends: a look now and then costs less than every wake-up of a command that goes on writing.
    m_looking.setSingleShot(true);
    m_looking.setInterval(50ms);
    connect(&m_looking, &QTimer::timeout, this, &PipelineReaper::destroyEnded);
}

PipelineReaper::~PipelineReaper()
{
    const ExitWait wait(u"%1 readings that were cancelled"_s.arg(m_ending.size()));
    m_ending.clear();
}

void PipelineReaper::take(std::unique_ptr<Pipeline> pipeline, std::shared_ptr<const void> kept)
{
    // Queued: records can come from this thread, and destroyEnded() may destroy the mailbox. A running timer is left
    // alone, so that one busy command does not put off the end of another.
    connect(
        &pipeline->mailbox(), &Mailbox::recordsAvailable, this,
        [this] {
            if (!m_looking.isActive())
                m_looking.start();
        },
        Qt::QueuedConnection);
    pipeline->cancel();
    m_ending.push_back({std::move(kept), std::move(pipeline)});
    // The mailbox may have signalled already, to somebody who is gone.
    if (!m_looking.isActive())
        m_looking.start();
}

void PipelineReaper::destroyEnded()
{
    std::erase_if(m_ending, [](const Ending &ending) {
        // Taking the records also wakes a command that waits for room.
        const std::vector<Record> records = ending.pipeline->mailbox().takeAll();
        return !records.empty() && std::holds_alternative<FinishedRecord>(records.back().content);
    });
}

} // namespace cspool
