#include "model/result.h"

#include "model/enum_text.h"

#include <QCoreApplication>

namespace cspool {

QString toString(ErrorCategory category)
{
    static constexpr EnumText<ErrorCategory> texts[] = {
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
    return enumToString(texts, category);
}

Error operationStopped()
{
    return {ErrorCategory::OperationStopped, QStringLiteral("PipelineStopped"),
            QCoreApplication::translate("Error", "The command was cancelled.")};
}

} // namespace cspool
