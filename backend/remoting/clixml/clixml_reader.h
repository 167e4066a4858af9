// ClixmlReader: decodes CLIXML as it arrives, one value after the other. MS-PSRP 2.2.5.
#pragma once

#include "backend/remoting/clixml/clixml_value.h"
#include "model/result.h"

#include <memory>

namespace cspool {

// What hostile input cannot exceed. What a reference stands for counts wherever it stands, so that neither many references
// to one object nor a chain of them makes values that are endless to walk through.
struct ClixmlLimits
{
    int depth = 100; // nested elements
    qint64 values = 5'000'000; // of one document
    qint64 textBytes = 256 * 1024 * 1024; // of one document, once decoded
    // Objects that know their owner exist on genuine servers. True: such a reference to an enclosing object (a loop)
    // becomes an object with the type names and the text of that one, and nothing else. False: it is an error.
    bool cutLoops = false;
};

// A document is either the values alone, one after the other (as in a PSRP message), or `<Objs>` round them (a file).
// Not thread-safe; no I/O.
class ClixmlReader
{
public:
    explicit ClixmlReader(const ClixmlLimits &limits = {});
    ~ClixmlReader();

    // The next bytes (UTF-8, a byte order mark may come first), split anywhere. An error (ErrorCategory::InvalidData, with
    // line and column) is final: every later call repeats it.
    Result<> addData(const QByteArray &bytes);
    // The values that are complete by now, in order; each is returned once.
    QList<ClixmlValue> takeValues();
    // No more bytes: an error when a value is not complete.
    Result<> finish();

private:
    class Private;
    std::unique_ptr<Private> d;
};

// One whole document. Exactly one value: an error for none or more.
Result<ClixmlValue> readClixml(const QByteArray &bytes, const ClixmlLimits &limits = {});

} // namespace cspool
