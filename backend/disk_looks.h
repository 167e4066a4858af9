// DiskLooks: looks at files and folders that a window asks for, on disks that may never answer.
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace cspool {

// Lives in the thread of its owner, which gets the answers. One look at a time, in a thread of its own, in which each
// may block for as long as a dead network drive does. Unlike that of a WorkerThread, its end waits for nothing: so it
// is for what only reads.
class DiskLooks : public QObject
{
    Q_OBJECT

public:
    explicit DiskLooks(QObject *parent = nullptr);
    // Drops what waits. A look that is under way ends by itself when its disk answers, and nobody is told.
    ~DiskLooks() override;

    // Runs `look` in the other thread, then `done(answer)` in the owner's, from its event loop, unless `context` is
    // gone by then. `look` owns what it uses; it and `done` may be destroyed in either thread.
    template <typename Look, typename Done> void run(Look look, QObject *context, Done done)
    {
        using Answer = std::invoke_result_t<Look>;
        post([look = std::move(look), guard = QPointer<QObject>(context), done = std::move(done)]() mutable {
            auto answer = std::make_shared<Answer>(look());
            return std::function<void()>([guard, answer = std::move(answer), done = std::move(done)]() mutable {
                if (guard)
                    done(std::move(*answer));
            });
        });
    }

Q_SIGNALS:
    void answersAvailable(); // from the other thread

private:
    struct Shared;
    using Answered = std::function<void()>; // tells the owner
    void post(std::function<Answered()> look);
    void takeAnswers();
    static void work(const std::shared_ptr<Shared> &shared);

    const std::shared_ptr<Shared> m_shared; // with the thread, which may outlive this
    bool m_hasThread = false; // begun by the first look
};

} // namespace cspool
