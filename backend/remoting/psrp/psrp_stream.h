// PsrpStream: where bytes for the server belong, in words that every transport has.
#pragma once

namespace cspool {

enum class PsrpStream {
    Input, // "stdin"
    PromptResponse, // "pr"
};

} // namespace cspool
