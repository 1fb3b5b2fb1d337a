// SPDX-License-Identifier: MIT

#include "model/tree/terms.h"

#include "base/message.h"
#include "base/words.h"
#include "input/file/limits.h"
#include "model/organisation/organisation.h"

#include <stddef.h>

enum { MOST_ENDINGS = 32 };

static const struct text terms_path = TEXT_OF(TERMS_PATH);

static const char *const kind[] = {"termer", NULL};

#define AT(member) .offset = offsetof(struct term, member)
static const struct field term_fields[] = {
    FIELD("skriv", ID, REQUIRED, AT(right), N_("the word as it is written"),
          .example = "helsefellesskap"),
    FIELD("ikke", IDS, REQUIRED, AT(wrong), N_("other spellings, which are reported"),
          .example = "helsefelleskap"),
    FIELD("endelser", IDS, OPTIONAL, AT(endings),
          N_("endings that the word may have: with each of them it is reported too"),
          .example = "et"),
    FIELD("språk", CHOICE, OPTIONAL, AT(language), N_("the only language in which it is wrong"),
          .choices = language_names),
    FIELD("merknad", TEXT, OPTIONAL, AT(remark), N_("why; the message has it")),
};
#undef AT
static const struct shape term_shape = SHAPE(struct term, term_fields);

static const struct field terms_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    FIELD("termer", RECORDS, REQUIRED, .offset = offsetof(struct terms, list),
          N_("words that are written in one way"), .shape = &term_shape),
};
const struct shape terms_shape = SHAPE(struct terms, terms_fields);

static struct text first_word(struct text text) {
    return text_slice(text, 0, word_end(text, 0));
}

static void add_spelling(struct terms *terms, const struct term *term, struct text wrong,
                         struct text ending, struct arena *arena) {
    struct spelling *spelling = arena_alloc(arena, sizeof *spelling);
    spelling->wrong = text_lower(arena, text_concat(arena, wrong, ending));
    spelling->right = text_concat(arena, term->right.text, ending);
    spelling->term = term;
    struct text key = first_word(spelling->wrong);
    // The index gives what this has put there.
    struct spelling *first =
        (struct spelling *)(uintptr_t)index_add(&terms->by_first_word, key, spelling);
    if (first == NULL)
        return;
    spelling->next = first->next;
    first->next = spelling;
}

static void add_term(struct terms *terms, const struct term *term, struct sources *sources) {
    size_t endings = term->endings.count;
    if (endings > MOST_ENDINGS) {
        report(sources->diagnostics, RULE_WRONG_TYPE, terms->source->path,
               term->endings.items[MOST_ENDINGS].at, _("a word has at most %d endings"),
               MOST_ENDINGS);
        endings = MOST_ENDINGS;
    }
    for (size_t i = 0; i < term->wrong.count; i++) {
        struct text wrong = term->wrong.items[i].text;
        if (!word_at(wrong, 0)) {
            report(sources->diagnostics, RULE_WRONG_TYPE, terms->source->path,
                   term->wrong.items[i].at, _("'%.*s' is no word; it begins with a letter"),
                   TEXT_ARGS(wrong));
            continue;
        }
        add_spelling(terms, term, wrong, TEXT(""), sources->arena);
        for (size_t j = 0; j < endings; j++)
            add_spelling(terms, term, wrong, term->endings.items[j].text, sources->arena);
    }
}

const struct terms *terms_read(struct sources *sources) {
    struct source *source = source_read_if_present(sources, terms_path, LIMIT_YAML_BYTES);
    if (source == NULL)
        return NULL;
    struct terms *terms = arena_alloc(sources->arena, sizeof *terms);
    bind_yaml(sources, source, source->text, 1, &terms_shape, terms);
    terms->source = source;
    index_init(&terms->by_first_word, sources->arena);
    for (size_t i = 0; i < terms->list.count; i++)
        add_term(terms, &terms->list.items[i], sources);
    return terms;
}
