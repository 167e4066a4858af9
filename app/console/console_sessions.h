// ConsoleSessions: opens labs and connects to genuine servers for the window.
#pragma once

#include "app/console/lab_sessions.h"

namespace cspool {

class ConsoleSessions : public LabSessions
{
public:
    using LabSessions::LabSessions;

    void connectTo(const ConnectionSettings &settings, const Secret &secret, QObject *context, Connected done) override;
};

} // namespace cspool
