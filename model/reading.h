// Reading<T>: a value that a deployment told, with the time at which it was true. What could not be read again is
// unknown; what it was before is kept for those who say so.
#pragma once

#include "model/result.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace cspool {

template<typename T>
struct Reading
{
    std::optional<T> value; // as last read; nothing: never
    QDateTime readAt = {}; // UTC, when `value` was true; invalid: never
    std::optional<Error> error = {}; // the latest attempt failed: the value is unknown now, `value` is an old one
    bool isBeingRead = false;

    bool isKnown() const { return value.has_value() && !error; }
    bool isOlderThan(std::chrono::seconds age, const QDateTime &now) const
    {
        return readAt.isValid() && readAt.addSecs(age.count()) < now;
    }

    void succeed(T read, const QDateTime &at)
    {
        value = std::move(read);
        readAt = at;
        error.reset();
        isBeingRead = false;
    }
    void fail(const Error &reason)
    {
        error = reason;
        isBeingRead = false;
    }

    bool operator==(const Reading &) const = default;
};

} // namespace cspool
