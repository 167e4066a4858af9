// ExitCode: what `cspool` tells a script when it ends. exitCodeFacts() says the same to people.
#pragma once

namespace cspool {

enum class ExitCode {
    Done = 0,
    Failed = 1,
    Usage = 2,
    Cancelled = 3,
    DoneWithWarnings = 4,
    Skipped = 5,
    NotReady = 6, // a check stands in the way, or has no answer; nothing was begun
    Left = 7, // a guided operation was begun and has not ended
};

} // namespace cspool
