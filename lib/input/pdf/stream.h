// SPDX-License-Identifier: MIT
// The streams that hold cross-references and objects of a PDF.

#ifndef FELLESSKAP_INPUT_PDF_STREAM_H
#define FELLESSKAP_INPUT_PDF_STREAM_H

#include "base/text.h"

// The unpacked bytes of a stream with this dictionary, which are packed not at all or by
// FlateDecode, with or without a predictor of PNG. False for other ways, for what cannot be
// unpacked, and for more than `limit` bytes.
bool pdf_unpack(struct text dictionary, struct text packed, size_t limit, struct arena *arena,
                struct text *bytes);

#endif
