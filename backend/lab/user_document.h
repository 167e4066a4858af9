// Reads what a user's document says: groups, contacts and privacy containers, with their Base64 decoded.
#pragma once

#include "backend/lab/document_store.h"
#include "model/user_data.h"

namespace cspool {

// Elements and attributes that are not known are passed over; a value that is no Base64 of UTF-8 is shown as it is.
// InvalidData when the data is not well-formed XML: the document itself is none the worse for it.
Result<UserData> decodeUserDocument(const Document &document);

} // namespace cspool
