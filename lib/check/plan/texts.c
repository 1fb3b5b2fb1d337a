// SPDX-License-Identifier: MIT
// Actions with one text, or nearly one: two that are meant as one, and will come to differ.

#include "check/plan/rules.h"

#include "base/difference.h"
#include "base/message.h"
#include "base/words.h"
#include "base/writer.h"

// Short texts ("Følge opp arbeidet.") may well occur twice.
enum { SHORTEST_TEXT = 30 };

// With one space wherever there is any.
static struct text squeezed(struct text text, struct arena *arena) {
    char *bytes = arena_alloc_unset(arena, text.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        bool space = text.data[i] == ' ' || text.data[i] == '\n' || text.data[i] == '\t';
        if (!space)
            bytes[size++] = text.data[i];
        else if (size > 0 && bytes[size - 1] != ' ')
            bytes[size++] = ' ';
    }
    return text_trim((struct text){bytes, size});
}

// An action's text as words: what is compared.
struct worded {
    const struct action *action;
    struct text text; // words in small letters, with a space between
    struct text *words;
    size_t count;
};

// Actions that share three words in a row. What more than so many share is a common phrase.
enum { RUN = 3, MOST_SHARING = 8 };

struct sharing {
    const struct worded *items[MOST_SHARING];
    size_t count;
};

static struct worded worded_from(const struct action *action, struct text text,
                                 struct arena *arena) {
    struct worded worded = {.action = action};
    struct writer words;
    writer_to_memory(&words, arena);
    for (struct text rest = text_lower(arena, text); rest.size > 0;) {
        size_t end = word_end(rest, 0);
        if (end > 0 && words.used > 0)
            writer_byte(&words, ' ');
        writer_put(&words, text_slice(rest, 0, end));
        if (end == 0)
            text_next_code_point(rest, &end);
        rest = text_slice(rest, end, rest.size);
    }
    worded.text = writer_text(&words);
    for (struct text rest = worded.text; rest.data != NULL;) {
        worded.words = arena_append(arena, worded.words, worded.count, sizeof *worded.words);
        worded.words[worded.count++] = text_cut(&rest, ' ');
    }
    return worded;
}

static struct text run_at(const struct worded *worded, size_t word) {
    const struct text *last = &worded->words[word + RUN - 1];
    size_t size = (size_t)(last->data + last->size - worded->words[word].data);
    return (struct text){worded->words[word].data, size};
}

// Percent of the words of both that they have in common, in the same order.
static int similarity(const struct worded *a, const struct worded *b, struct arena *arena) {
    const struct differences found = difference_find(a->words, a->count, b->words, b->count, arena);
    size_t same = 0;
    for (size_t i = 0; i < found.count; i++)
        same += found.items[i].kind == DIFFERENCE_SAME;
    return (int)(200 * same / (a->count + b->count));
}

struct similar_texts {
    const struct repository *repository;
    const struct plan *plan;
    struct index runs; // three words → struct sharing
};

// Two of one goal may well differ by a word; texts that are long enough to be copied, and differ by
// a few, are meant as one.
static bool is_similar(const struct worded *a, const struct worded *b, struct arena *arena) {
    enum { LEAST = 70, FEWEST_WORDS = 6 };
    return a->count >= FEWEST_WORDS && b->count >= FEWEST_WORDS && a->count <= 2 * b->count &&
           b->count <= 2 * a->count && similarity(a, b, arena) >= LEAST;
}

static void report_similar(const struct similar_texts *texts, const struct worded *one,
                           const struct worded *first) {
    report(texts->repository->diagnostics, RULE_SIMILAR_TEXT, texts->plan->source->path,
           one->action->text.at,
           _("action %.*s has nearly the same text as %.*s; if both are one, write 'samme-som: "
             "%.*s' instead, else say what is different"),
           TEXT_ARGS(one->action->number.text), TEXT_ARGS(first->action->number.text),
           TEXT_ARGS(first->action->number.text));
}

static void check_similar(struct similar_texts *texts, const struct worded *one) {
    struct arena *arena = texts->repository->arena;
    const struct worded *compared[MOST_SHARING];
    size_t compared_count = 0;
    for (size_t word = 0; word + RUN <= one->count; word++) {
        // The index gives what this function itself has put there.
        struct sharing *sharing =
            (struct sharing *)(uintptr_t)index_find(&texts->runs, run_at(one, word));
        if (sharing == NULL) {
            sharing = arena_alloc(arena, sizeof *sharing);
            index_add(&texts->runs, run_at(one, word), sharing);
        }
        for (size_t i = 0; i < sharing->count && compared_count < MOST_SHARING; i++) {
            bool known = sharing->count == MOST_SHARING || sharing->items[i] == one;
            for (size_t j = 0; j < compared_count; j++)
                known |= compared[j] == sharing->items[i];
            if (known)
                continue;
            compared[compared_count++] = sharing->items[i];
            if (!is_similar(one, sharing->items[i], arena))
                continue;
            report_similar(texts, one, sharing->items[i]);
            compared_count = MOST_SHARING;
        }
        bool is_in = sharing->count > 0 && sharing->items[sharing->count - 1] == one;
        if (sharing->count < MOST_SHARING && !is_in)
            sharing->items[sharing->count++] = one;
    }
}

void check_plan_texts(const struct repository *repository, const struct plan *plan) {
    struct plan_walk walk = {.plan = plan};
    struct arena *arena = repository->arena;
    struct similar_texts similar = {.repository = repository, .plan = plan};
    struct index texts;
    if (plan->source->broken)
        return;
    index_init(&texts, arena);
    index_init(&similar.runs, arena);
    for (const struct action *action; (action = plan_next_action(&walk)) != NULL;) {
        if (action->same_as.text.size > 0 || action->text.source.size < SHORTEST_TEXT ||
            action->number.text.size == 0)
            continue;
        struct text text = squeezed(action->text.source, arena);
        const struct action *first = index_add(&texts, text, action);
        if (first == NULL) {
            struct worded *worded = arena_alloc(arena, sizeof *worded);
            *worded = worded_from(action, text, arena);
            check_similar(&similar, worded);
        } else {
            report(repository->diagnostics, RULE_SAME_TEXT, plan->source->path, action->text.at,
                   _("action %.*s has the same text as %.*s; write 'samme-som: %.*s' instead, and "
                     "owners and years are in one place"),
                   TEXT_ARGS(action->number.text), TEXT_ARGS(first->number.text),
                   TEXT_ARGS(first->number.text));
        }
    }
}
