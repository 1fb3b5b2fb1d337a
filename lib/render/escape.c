// SPDX-License-Identifier: MIT

#include "render/escape.h"

#include "base/ascii.h"

// Index of the text that replaces a byte; 0: the byte is kept.
struct escapes {
    unsigned char which[256];
    struct text texts[40];
};

// Most bytes are kept: they are skipped four at a time.
static size_t skip_ordinary(const struct escapes *escapes, struct text text, size_t at) {
    const unsigned char *bytes = (const unsigned char *)text.data;
    while (at + 4 <= text.size &&
           (escapes->which[bytes[at]] | escapes->which[bytes[at + 1]] |
            escapes->which[bytes[at + 2]] | escapes->which[bytes[at + 3]]) == 0)
        at += 4;
    while (at < text.size && escapes->which[bytes[at]] == 0)
        at++;
    return at;
}

static void escape_with(struct writer *writer, struct text text, const struct escapes *escapes) {
    for (size_t from = 0;;) {
        size_t at = skip_ordinary(escapes, text, from);
        writer_put(writer, text_slice(text, from, at));
        if (at == text.size)
            return;
        writer_put(writer, escapes->texts[escapes->which[(unsigned char)text.data[at]]]);
        from = at + 1;
    }
}

static const struct escapes html = {
    .which = {['&'] = 1, ['<'] = 2, ['>'] = 3, ['"'] = 4, ['\''] = 5},
    .texts = {[1] = TEXT_OF("&amp;"),
              [2] = TEXT_OF("&lt;"),
              [3] = TEXT_OF("&gt;"),
              [4] = TEXT_OF("&quot;"),
              [5] = TEXT_OF("&#39;")},
};

void escape_html(struct writer *writer, struct text text) {
    escape_with(writer, text, &html);
}

// "<" too, for "</style>" ends a style sheet even inside a string.
static const struct escapes css = {
    .which = {['\0'] = 1, ['\n'] = 2, ['\f'] = 3, ['\r'] = 4, ['"'] = 5, ['<'] = 6, ['\\'] = 7},
    .texts = {[1] = TEXT_OF("\\FFFD "),
              [2] = TEXT_OF("\\A "),
              [3] = TEXT_OF("\\C "),
              [4] = TEXT_OF("\\D "),
              [5] = TEXT_OF("\\\""),
              [6] = TEXT_OF("\\3C "),
              [7] = TEXT_OF("\\\\")},
};

void escape_css(struct writer *writer, struct text text) {
    escape_with(writer, text, &css);
}

static const struct escapes json = {
    .which =
        {[0x00] = 1,  [0x01] = 2,  [0x02] = 3,  [0x03] = 4,  [0x04] = 5,  [0x05] = 6,  [0x06] = 7,
         [0x07] = 8,  [0x08] = 9,  [0x09] = 10, [0x0A] = 11, [0x0B] = 12, [0x0C] = 13, [0x0D] = 14,
         [0x0E] = 15, [0x0F] = 16, [0x10] = 17, [0x11] = 18, [0x12] = 19, [0x13] = 20, [0x14] = 21,
         [0x15] = 22, [0x16] = 23, [0x17] = 24, [0x18] = 25, [0x19] = 26, [0x1A] = 27, [0x1B] = 28,
         [0x1C] = 29, [0x1D] = 30, [0x1E] = 31, [0x1F] = 32, ['"'] = 33,  ['\\'] = 34},
    .texts = {[1] = TEXT_OF("\\u0000"),  [2] = TEXT_OF("\\u0001"),  [3] = TEXT_OF("\\u0002"),
              [4] = TEXT_OF("\\u0003"),  [5] = TEXT_OF("\\u0004"),  [6] = TEXT_OF("\\u0005"),
              [7] = TEXT_OF("\\u0006"),  [8] = TEXT_OF("\\u0007"),  [9] = TEXT_OF("\\b"),
              [10] = TEXT_OF("\\t"),     [11] = TEXT_OF("\\n"),     [12] = TEXT_OF("\\u000B"),
              [13] = TEXT_OF("\\f"),     [14] = TEXT_OF("\\r"),     [15] = TEXT_OF("\\u000E"),
              [16] = TEXT_OF("\\u000F"), [17] = TEXT_OF("\\u0010"), [18] = TEXT_OF("\\u0011"),
              [19] = TEXT_OF("\\u0012"), [20] = TEXT_OF("\\u0013"), [21] = TEXT_OF("\\u0014"),
              [22] = TEXT_OF("\\u0015"), [23] = TEXT_OF("\\u0016"), [24] = TEXT_OF("\\u0017"),
              [25] = TEXT_OF("\\u0018"), [26] = TEXT_OF("\\u0019"), [27] = TEXT_OF("\\u001A"),
              [28] = TEXT_OF("\\u001B"), [29] = TEXT_OF("\\u001C"), [30] = TEXT_OF("\\u001D"),
              [31] = TEXT_OF("\\u001E"), [32] = TEXT_OF("\\u001F"), [33] = TEXT_OF("\\\""),
              [34] = TEXT_OF("\\\\")},
};

void escape_json(struct writer *writer, struct text text) {
    escape_with(writer, text, &json);
}

static const struct escapes github_message = {
    .which = {['%'] = 1, ['\r'] = 2, ['\n'] = 3},
    .texts = {[1] = TEXT_OF("%25"), [2] = TEXT_OF("%0D"), [3] = TEXT_OF("%0A")},
};

static const struct escapes github_property = {
    .which = {['%'] = 1, ['\r'] = 2, ['\n'] = 3, [':'] = 4, [','] = 5},
    .texts = {[1] = TEXT_OF("%25"),
              [2] = TEXT_OF("%0D"),
              [3] = TEXT_OF("%0A"),
              [4] = TEXT_OF("%3A"),
              [5] = TEXT_OF("%2C")},
};

void escape_github(struct writer *writer, struct text text, bool property) {
    escape_with(writer, text, property ? &github_property : &github_message);
}

void escape_uri_path(struct writer *writer, struct text path) {
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < path.size; i++) {
        unsigned char byte = (unsigned char)path.data[i];
        bool letter = ascii_is_letter(path.data[i]);
        if (letter || (byte >= '-' && byte <= '9') || byte == '_' || byte == '~') {
            writer_byte(writer, path.data[i]);
            continue;
        }
        writer_byte(writer, '%');
        writer_byte(writer, digits[byte >> 4]);
        writer_byte(writer, digits[byte & 15]);
    }
}
