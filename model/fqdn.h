// Syntax of fully qualified domain names, as Microsoft.Rtc.Management.Deploy.Fqdn takes them.
#pragma once

#include "model/result.h"

namespace cspool {

// The form in which FQDNs are compared: trimmed, lower case, without a trailing dot. Of any text: nothing is checked.
QString canonicalFqdn(const QString &text);

// Checks an FQDN and returns it in its canonical form. Rules: RFC 1123
// section 2.1: labels of 1 to 63 letters, digits and hyphens (no hyphen first or last), at least two labels, 253
// characters at most, and not the dotted-decimal form of an IP address. Underscores are refused. The error's id is
// "InvalidFqdn", its target the text as it came; its message says which rule is broken and where.
Result<QString> parseFqdn(const QString &text);

} // namespace cspool
