// SPDX-License-Identifier: MIT

#include "input/pdf/tokens.h"

#include <string.h>

static bool is_space(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' ||
           byte == '\0';
}

static bool is_regular(char byte) {
    static const bool delimiters[256] = {
        ['('] = true, [')'] = true, ['<'] = true, ['>'] = true, ['['] = true,
        [']'] = true, ['{'] = true, ['}'] = true, ['/'] = true, ['%'] = true};
    return !is_space(byte) && !delimiters[(unsigned char)byte];
}

static void skip_blanks(struct text text, size_t *at) {
    while (*at < text.size && (is_space(text.data[*at]) || text.data[*at] == '%')) {
        bool comment = text.data[(*at)++] == '%';
        while (comment && *at < text.size && text.data[*at] != '\n' && text.data[*at] != '\r')
            (*at)++;
    }
}

// The offset after a string in round brackets, which may be nested, or the text's end.
static size_t end_of_string(struct text text, size_t at) {
    size_t depth = 0;
    while (at < text.size) {
        char byte = text.data[at++];
        if (byte == '\\' && at < text.size)
            at++;
        else if (byte == '(')
            depth++;
        else if (byte == ')' && --depth == 0)
            return at;
    }
    return text.size + 1;
}

static struct pdf_token token_to(struct text text, size_t *at, size_t end,
                                 enum pdf_token_kind kind) {
    struct pdf_token token = {PDF_TOKEN_END, {NULL, 0}};
    if (end > text.size) {
        *at = text.size;
        return token;
    }
    token = (struct pdf_token){kind, text_slice(text, *at, end)};
    *at = end;
    return token;
}

struct pdf_token pdf_next_token(struct text text, size_t *at) {
    skip_blanks(text, at);
    if (*at >= text.size)
        return (struct pdf_token){PDF_TOKEN_END, {NULL, 0}};
    char byte = text.data[*at];
    bool twice = *at + 1 < text.size && text.data[*at + 1] == byte;
    if (byte == '(')
        return token_to(text, at, end_of_string(text, *at), PDF_TOKEN_STRING);
    if (byte == '[' || (byte == '<' && twice))
        return token_to(text, at, *at + 1 + (byte == '<'), PDF_TOKEN_OPEN);
    if (byte == ']' || (byte == '>' && twice))
        return token_to(text, at, *at + 1 + (byte == '>'), PDF_TOKEN_CLOSE);
    if (byte == '<') {
        struct text rest = text_slice(text, *at, text.size);
        return token_to(text, at, *at + text_find(rest, '>') + 1, PDF_TOKEN_STRING);
    }
    size_t end = *at + 1;
    bool is_word = is_regular(byte) || byte == '/';
    while (is_word && end < text.size && is_regular(text.data[end]))
        end++;
    return token_to(text, at, end, byte == '/' ? PDF_TOKEN_NAME : PDF_TOKEN_WORD);
}

bool pdf_take(struct text text, size_t *at, const char *word) {
    size_t next = *at;
    struct pdf_token token = pdf_next_token(text, &next);
    if (token.kind != PDF_TOKEN_WORD || !text_is(token.text, word))
        return false;
    *at = next;
    return true;
}

bool pdf_take_number(struct text text, size_t *at, int64_t *number) {
    size_t next = *at;
    struct pdf_token token = pdf_next_token(text, &next);
    int64_t value = 0;
    if (token.kind != PDF_TOKEN_WORD || token.text.size > 15)
        return false;
    for (size_t i = 0; i < token.text.size; i++) {
        char digit = token.text.data[i];
        if (digit < '0' || digit > '9')
            return false;
        value = 10 * value + (digit - '0');
    }
    *number = value;
    *at = next;
    return true;
}

bool pdf_take_reference(struct text text, size_t *at, int64_t *object) {
    size_t next = *at;
    int64_t number, generation;
    if (!pdf_take_number(text, &next, &number) || !pdf_take_number(text, &next, &generation) ||
        !pdf_take(text, &next, "R"))
        return false;
    *object = number;
    *at = next;
    return true;
}

// Moves past what the token opened, or past the token itself; false at the text's end.
static bool skip_rest(struct text text, size_t *at, struct pdf_token token) {
    size_t depth = token.kind == PDF_TOKEN_OPEN;
    while (depth > 0) {
        token = pdf_next_token(text, at);
        if (token.kind == PDF_TOKEN_END)
            return false;
        depth += token.kind == PDF_TOKEN_OPEN;
        depth -= token.kind == PDF_TOKEN_CLOSE;
    }
    return token.kind != PDF_TOKEN_END;
}

static bool take_group(struct text text, size_t *at, const char *bracket, struct text *group,
                       bool *open) {
    size_t next = *at;
    struct pdf_token token = pdf_next_token(text, &next);
    *open = false;
    if (token.kind != PDF_TOKEN_OPEN || !text_is(token.text, bracket)) {
        *open = token.kind == PDF_TOKEN_END;
        return false;
    }
    size_t start = next - token.text.size;
    *open = !skip_rest(text, &next, token);
    if (*open)
        return false;
    *group = text_slice(text, start, next);
    *at = next;
    return true;
}

bool pdf_take_dictionary(struct text text, size_t *at, struct text *dictionary, bool *open) {
    return take_group(text, at, "<<", dictionary, open);
}

bool pdf_take_array(struct text text, size_t *at, struct text *array, bool *open) {
    return take_group(text, at, "[", array, open);
}

bool pdf_find(struct text dictionary, const char *key, struct text *value) {
    size_t at = 2;
    while (at < dictionary.size) {
        struct pdf_token name = pdf_next_token(dictionary, &at);
        if (name.kind != PDF_TOKEN_NAME)
            continue; // the rest of a reference, "0 R", or the end
        if (text_is(text_slice(name.text, 1, name.text.size), key)) {
            *value = text_slice(dictionary, at, dictionary.size);
            return true;
        }
        if (!skip_rest(dictionary, &at, pdf_next_token(dictionary, &at)))
            return false;
    }
    return false;
}
