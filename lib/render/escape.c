// SPDX-License-Identifier: MIT

#include "render/escape.h"

#include <string.h>

// What a byte is written as; a NULL stays as it is.
typedef const struct text escape_table[256];

static void escape_with(struct writer *writer, struct text text, escape_table table) {
    size_t from = 0;
    for (size_t at = 0; at < text.size; at++) {
        const struct text *escaped = &table[(unsigned char)text.data[at]];
        if (escaped->data == NULL)
            continue;
        writer_put(writer, text_slice(text, from, at));
        writer_put(writer, *escaped);
        from = at + 1;
    }
    writer_put(writer, text_slice(text, from, text.size));
}

#define AS(literal)                                                                                \
    { (literal), sizeof(literal) - 1 }

static escape_table html = {
    ['&'] = AS("&amp;"),  ['<'] = AS("&lt;"),   ['>'] = AS("&gt;"),
    ['"'] = AS("&quot;"), ['\''] = AS("&#39;"),
};

void escape_html(struct writer *writer, struct text text) {
    escape_with(writer, text, html);
}

// "<" too, for "</style>" ends a style sheet even inside a string.
static escape_table css = {
    ['\0'] = AS("\\FFFD "), ['\n'] = AS("\\A "), ['\f'] = AS("\\C "), ['\r'] = AS("\\D "),
    ['"'] = AS("\\\""),     ['<'] = AS("\\3C "), ['\\'] = AS("\\\\"),
};

void escape_css(struct writer *writer, struct text text) {
    escape_with(writer, text, css);
}

static escape_table json = {
    [0x00] = AS("\\u0000"), [0x01] = AS("\\u0001"), [0x02] = AS("\\u0002"), [0x03] = AS("\\u0003"),
    [0x04] = AS("\\u0004"), [0x05] = AS("\\u0005"), [0x06] = AS("\\u0006"), [0x07] = AS("\\u0007"),
    [0x08] = AS("\\b"),     [0x09] = AS("\\t"),     [0x0A] = AS("\\n"),     [0x0B] = AS("\\u000B"),
    [0x0C] = AS("\\f"),     [0x0D] = AS("\\r"),     [0x0E] = AS("\\u000E"), [0x0F] = AS("\\u000F"),
    [0x10] = AS("\\u0010"), [0x11] = AS("\\u0011"), [0x12] = AS("\\u0012"), [0x13] = AS("\\u0013"),
    [0x14] = AS("\\u0014"), [0x15] = AS("\\u0015"), [0x16] = AS("\\u0016"), [0x17] = AS("\\u0017"),
    [0x18] = AS("\\u0018"), [0x19] = AS("\\u0019"), [0x1A] = AS("\\u001A"), [0x1B] = AS("\\u001B"),
    [0x1C] = AS("\\u001C"), [0x1D] = AS("\\u001D"), [0x1E] = AS("\\u001E"), [0x1F] = AS("\\u001F"),
    ['"'] = AS("\\\""),     ['\\'] = AS("\\\\"),
};

void escape_json(struct writer *writer, struct text text) {
    escape_with(writer, text, json);
}
