// LeaveQuestion: what shall become of the jobs of a deployment that is closed.
#pragma once

#include "ui/workspace.h"

class QWidget;

namespace cspool {

// Closes the deployment at once when all its jobs have ended; else asks first, and closes it, or not, when the question
// is answered. The keyboard is on "Stay", and Esc stays. `window`: the question's.
void leaveDeployment(Workspace *workspace, OpenDeployment *deployment, QWidget *window);

} // namespace cspool
