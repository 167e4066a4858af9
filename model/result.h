// Result<T> and Error: the one way in which a function of this program says that it failed.
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace cspool {

// What kind of failure it was: the categories of PowerShell's ErrorCategory that this program uses.
enum class ErrorCategory {
    NotSpecified,
    InvalidArgument, // a parameter's value, or a combination of parameters, is not allowed
    ObjectNotFound, // a pool, user, file or document is not there
    InvalidOperation, // the object is not in a state in which this can be done
    InvalidData, // what was read from outside is not what it should be
    ReadError,
    WriteError,
    PermissionDenied,
    ResourceBusy, // somebody else is at work on it
    ResourceUnavailable, // it exists and cannot be reached or used
    ResourceExists, // it is there already and must not be replaced
    OperationStopped, // cancelled by the user
    OperationTimeout,
    LimitsExceeded,
};

// Text of the category as PowerShell prints it ("ObjectNotFound").
QString toString(ErrorCategory category);
std::optional<ErrorCategory> errorCategoryFromString(QStringView text);

// A failure as a value: what is wrong, where, and what to do.
struct Error
{
    ErrorCategory category = ErrorCategory::NotSpecified;
    QString id; // stable, language-independent ("PoolNotFound"); never shown alone
    QString message; // one clear sentence for the user, translated
    QString recommendedAction = {}; // what to do next, a sentence; may be empty
    QString target = {}; // the object concerned: a pool, a parameter, a file; may be empty

    bool isStopped() const { return category == ErrorCategory::OperationStopped; }
    bool operator==(const Error &) const = default;
};

// The error of everything that was cancelled.
Error operationStopped();

// Either a value or an Error. `Result<>` is success without a value.
template<typename T = void>
class [[nodiscard]] Result
{
public:
    using Value = T;

    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_content(std::in_place_index<1>, std::move(error))
    {
    }

    bool isOk() const { return m_content.index() == 0; }
    explicit operator bool() const { return isOk(); }

    // Only when isOk().
    const T &value() const & { return std::get<0>(m_content); }
    T &value() & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    T valueOr(T fallback) const { return isOk() ? value() : std::move(fallback); }

    // Only when not isOk().
    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

template<>
class [[nodiscard]] Result<void>
{
public:
    using Value = void;

    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_isOk(false)
    {
    }

    bool isOk() const { return m_isOk; }
    explicit operator bool() const { return m_isOk; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_isOk = true;
};

} // namespace cspool
