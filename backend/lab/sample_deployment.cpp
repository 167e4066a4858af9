#include "backend/lab/sample_deployment.h"

#include <QCoreApplication>

namespace cspool {

Result<> createSampleDeployment(const QString &folder, CommandRuntime &)
{
    return Error{ErrorCategory::ResourceUnavailable, QStringLiteral("SampleMissing"),
                 QCoreApplication::translate("SampleDeployment", "This build does not contain the sample deployment."),
                 QCoreApplication::translate("SampleDeployment", "Make a deployment from a topology document instead."),
                 folder};
}

} // namespace cspool
