// The program's icons: SVG from the resources, sharp at every scale. Symbols take the colour of the palette's text;
// status icons have colours and, for eyes that do not tell colours apart, shapes of their own.
#pragma once

#include "model/status_tone.h"

#include <QIcon>

namespace cspool {

// resources/icons/NAME.svg, drawn in the text colour of the palette, light or dark, as it is when it is painted.
// A name without a file is a mistake of the caller (an assertion).
QIcon symbolIcon(const QString &name);

// Null for StatusTone::None.
QIcon toneIcon(StatusTone tone);

// Of the windows, the tray and the about box.
QIcon applicationIcon();

// For screen readers and tool tips: "good", "needs attention"…; translated; empty for None.
QString toneName(StatusTone tone);

} // namespace cspool
