#include "backend/remoting/psrp_transport.h"

namespace cspool {

PsrpTransport::PsrpTransport(QObject *parent)
    : QObject(parent)
{
}

PsrpTransport::~PsrpTransport() = default;

} // namespace cspool
