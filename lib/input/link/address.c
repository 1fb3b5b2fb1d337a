// SPDX-License-Identifier: MIT

#include "input/link/address.h"

#include "base/words.h"

#include <string.h>

static bool ends_address(char byte) {
    return (unsigned char)byte <= ' ' || strchr("<>\"|`", byte) != NULL;
}

// "…/Trondheim_(by)" has a parenthesis of its own.
static int open_parentheses(struct text address) {
    int open = 0;
    for (size_t i = 0; i < address.size; i++)
        open += address.data[i] == '(' ? 1 : address.data[i] == ')' ? -1 : 0;
    return open;
}

// "»" and its like close a quotation that the address is in; none of them is in an address that
// is written by the standard (RFC 3986, 2).
static size_t closing_quote(struct text address) {
    static const struct text quotes[] = {TEXT_OF("»"), TEXT_OF("«"), TEXT_OF("”"), TEXT_OF("“"),
                                         TEXT_OF("’")};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (text_ends_with(address, quotes[i]))
            return quotes[i].size;
    return 0;
}

// How many bytes at the end of `address` belong to the sentence around it.
static size_t punctuation(struct text address, int open) {
    size_t quote = closing_quote(address);
    if (quote > 0)
        return quote;
    char last = address.data[address.size - 1];
    return (last == ')' && open < 0) || strchr(".,;:!?]'*_", last) != NULL;
}

// The first two letters of `starts`: nearly no others are.
static bool may_start(struct text text, size_t at) {
    if (text.size - at < 2)
        return false;
    return text.data[at] == 'h' ? text.data[at + 1] == 't'
                                : text.data[at] == 'w' && text.data[at + 1] == 'w';
}

size_t address_end(struct text text, size_t at) {
    static const struct text starts[] = {TEXT_OF("https://"), TEXT_OF("http://"), TEXT_OF("www.")};
    if (at >= text.size || !may_start(text, at))
        return at;
    struct text rest = text_slice(text, at, text.size);
    size_t start = 0, end = 0;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (text_starts_with(rest, starts[i]))
            start = starts[i].size;
    if (start == 0 || word_before(text, at) || (at > 0 && text.data[at - 1] == '/'))
        return at;
    while (end < rest.size && !ends_address(rest.data[end]))
        end++;
    int open = open_parentheses(text_slice(rest, 0, end));
    for (size_t size; end > 0 && (size = punctuation(text_slice(rest, 0, end), open)) > 0;) {
        open += rest.data[end - 1] == ')';
        end -= size;
    }
    return end > start && word_at(rest, start) ? at + end : at;
}

bool address_may_be_in(struct text text) {
    return text_find(text, ':') < text.size || text_find(text, 'w') < text.size;
}

size_t address_find(struct text text, size_t at) {
    static const bool first[256] = {['h'] = true, ['w'] = true};
    if (!address_may_be_in(text))
        return text.size;
    while ((at = text_find_any(text, at, first)) < text.size && address_end(text, at) == at)
        at++;
    return at;
}
