#include "model/result.h"

#include "model/enum_text.h"

#include <QCoreApplication>

namespace cspool {

namespace {

constexpr EnumText<ErrorCategory> categoryTexts[] = {
    {ErrorCategory::NotSpecified, "NotSpecified"},
    {ErrorCategory::InvalidArgument, "InvalidArgument"},
    {ErrorCategory::ObjectNotFound, "ObjectNotFound"},
    {ErrorCategory::InvalidOperation, "InvalidOperation"},
    {ErrorCategory::InvalidData, "InvalidData"},
    {ErrorCategory::ReadError, "ReadError"},
    {ErrorCategory::WriteError, "WriteError"},
    {ErrorCategory::PermissionDenied, "PermissionDenied"},
    {ErrorCategory::ResourceBusy, "ResourceBusy"},
    {ErrorCategory::ResourceUnavailable, "ResourceUnavailable"},
    {ErrorCategory::ResourceExists, "ResourceExists"},
    {ErrorCategory::OperationStopped, "OperationStopped"},
    {ErrorCategory::OperationTimeout, "OperationTimeout"},
    {ErrorCategory::LimitsExceeded, "LimitsExceeded"},
};

} // namespace

QString toString(ErrorCategory category)
{
    return enumToString(categoryTexts, category);
}

std::optional<ErrorCategory> errorCategoryFromString(QStringView text)
{
    return enumFromString(categoryTexts, text);
}

Error operationStopped()
{
    return {ErrorCategory::OperationStopped, QStringLiteral("PipelineStopped"),
            QCoreApplication::translate("Error", "The command was cancelled.")};
}

} // namespace cspool
