// SPDX-License-Identifier: MIT
// The streams that cross-references and objects of a PDF stand in.

#ifndef FELLESSKAP_INPUT_PDF_STREAM_H
#define FELLESSKAP_INPUT_PDF_STREAM_H

#include "base/text.h"

// What the bytes of a stream with this dictionary are, before they were packed: not at all, or by
// FlateDecode, with or without a predictor of PNG. False for other ways, for what cannot be
// unpacked, and for more than `limit` bytes.
bool pdf_unpack(struct text dictionary, struct text packed, size_t limit, struct arena *arena,
                struct text *bytes);

#endif
