// SPDX-License-Identifier: MIT

#include "input/yaml/schema_words.h"

#include "base/writer.h"
#include "input/yaml/nynorsk.h"

#define BLANK "[ \\t]"

// Of one letter: of those beyond ASCII that words have, æ, ø and å.
static struct text capital_of(struct text letter, struct arena *arena) {
    char *bytes = arena_copy(arena, letter.data, letter.size);
    size_t at = letter.size > 1 && bytes[0] == '\xC3';
    bool small = at == 1 ? (unsigned char)bytes[1] >= 0xA0 : bytes[0] >= 'a' && bytes[0] <= 'z';
    if (small)
        bytes[at] = (char)(bytes[at] - 0x20);
    return (struct text){bytes, letter.size};
}

// The words in any case of letters: "[Hh][Øø][Ss][Tt]".
static const char *any_case(const char *const *words, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (size_t i = 0; words[i] != NULL; i++) {
        struct text word = text_from(words[i]);
        writer_put(&writer, i > 0 ? TEXT("|") : TEXT(""));
        for (size_t at = 0, from = 0; at < word.size; from = at) {
            text_next_code_point(word, &at);
            struct text letter = text_slice(word, from, at);
            struct text small = text_lower(arena, letter), large = capital_of(small, arena);
            if (text_equal(small, large)) {
                writer_put(&writer, text_is(letter, ".") ? TEXT("[.]") : letter);
                continue;
            }
            writer_byte(&writer, '[');
            writer_put(&writer, large);
            writer_put(&writer, small);
            writer_byte(&writer, ']');
        }
    }
    return text_copy(arena, writer_text(&writer)).data;
}

#define DASH BLANK "*[–-]" BLANK "*"

const char *schema_words(const struct form *form, struct arena *arena) {
    const char *word = any_case(choice_words_in_both(form->words, arena), arena);
    return form->years_pattern == NULL
               ? word
               : text_format(arena, "(?:%s)(?:" DASH "(?:%s))?", word, word).data;
}

const char *schema_words_with_years(const struct form *form, struct arena *arena) {
    const char *words = schema_words(form, arena), *years = form->years_pattern;
    return text_format(arena, "%s|(?:%s)" BLANK "+(?:%s)(?:" DASH "(?:%s)" BLANK "+(?:%s))?",
                       form->pattern, words, years, words, years)
        .data;
}
