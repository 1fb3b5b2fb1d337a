// SPDX-License-Identifier: MIT
// The syntax of PDF objects, as far as a walk to the pages needs it.

#ifndef FELLESSKAP_INPUT_PDF_TOKENS_H
#define FELLESSKAP_INPUT_PDF_TOKENS_H

#include "base/text.h"

enum pdf_token_kind {
    PDF_TOKEN_END,  // or an open string: the rest of it is not here
    PDF_TOKEN_WORD, // a number, true, obj, R
    PDF_TOKEN_NAME, // with its slash
    PDF_TOKEN_STRING,
    PDF_TOKEN_OPEN,  // << or [
    PDF_TOKEN_CLOSE, // >> or ]
};

struct pdf_token {
    enum pdf_token_kind kind;
    struct text text;
};

// The token at `*at`, which moves past it.
struct pdf_token pdf_next_token(struct text text, size_t *at);

// Takes the token `word` at `*at`, or leaves `*at` where it was.
bool pdf_take(struct text text, size_t *at, const char *word);

// Takes a whole number that is not negative, in the same way.
bool pdf_take_number(struct text text, size_t *at, int64_t *number);

// Takes "12 0 R" in the same way: the number of the object.
bool pdf_take_reference(struct text text, size_t *at, int64_t *object);

// The dictionary at `*at`, with its brackets; `*at` moves past it. False where none begins there,
// or `*open` where it does not end within the text.
bool pdf_take_dictionary(struct text text, size_t *at, struct text *dictionary, bool *open);

// The array at `*at`, likewise.
bool pdf_take_array(struct text text, size_t *at, struct text *array, bool *open);

// What follows a key of a dictionary, up to the dictionary's end. False where the key is missing.
bool pdf_find(struct text dictionary, const char *key, struct text *value);

#endif
