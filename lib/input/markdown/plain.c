// SPDX-License-Identifier: MIT

#include "input/markdown/plain.h"

#include "input/link/address.h"
#include "input/markdown/lines.h"

// Bytes that may be markup, or break a line, in any position.
static const bool may_be_markup[256] = {
    ['\\'] = true, ['`'] = true,  ['*'] = true,  ['_'] = true,  ['['] = true,  ['<'] = true,
    ['&'] = true,  ['\n'] = true, ['\r'] = true, ['\v'] = true, ['\f'] = true, ['\0'] = true,
};

static bool begins_block(struct text line) {
    size_t at = 0;
    while (text_digit_at(line, at))
        at++;
    if (at == line.size)
        return false;
    char byte = line.data[at];
    if (at > 0)
        return (byte == '.' || byte == ')') &&
               (at + 1 == line.size || line.data[at + 1] == ' ' || line.data[at + 1] == '\t');
    return byte == '#' || byte == '-' || byte == '+' || byte == '>' || byte == '~';
}

bool markdown_is_plain(struct text source) {
    struct text line = text_trim(source);
    size_t before = line.size == 0 ? 0 : (size_t)(line.data - source.data);
    if (before >= MARKDOWN_CODE_INDENT || text_find(text_slice(source, 0, before), '\t') < before ||
        begins_block(line))
        return false;
    for (size_t i = 0; i < line.size; i++)
        if (may_be_markup[(unsigned char)line.data[i]])
            return false;
    return address_find(line, 0) == line.size;
}
