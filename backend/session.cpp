#include "backend/session.h"

namespace cspool {

Pipeline::Pipeline(QObject *parent)
    : QObject(parent)
{
}

Pipeline::~Pipeline() = default;

Session::Session(QObject *parent)
    : QObject(parent)
{
}

Session::~Session() = default;

} // namespace cspool
