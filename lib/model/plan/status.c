// SPDX-License-Identifier: MIT

#include "model/plan/status.h"

#include "base/message.h"
#include "input/yaml/nynorsk.h"

#include <stddef.h>

const char *const status_names[] = {
    "ikke startet", "pågår", "på vent", "utsatt", "fullført", "utgår", NULL,
};

#define AT(member) .offset = offsetof(struct own_status, member)
static const struct field own_status_fields[] = {
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("the word that the plan uses"), .example = "i rute"),
    FIELD("navn-nn", TEXT, OPTIONAL, AT(name_nn),
          N_("the word in documents in nynorsk, where it is another")),
    FIELD("betyr", CHOICE, REQUIRED, AT(meaning),
          N_("what it means; that decides the colour, and what is late"), .choices = status_names),
};
#undef AT
const struct shape own_status_shape = SHAPE(struct own_status, own_status_fields);

static void read_status(struct binding *binding, struct scalar scalar, void *into) {
    struct told_status *status = into;
    *status = (struct told_status){
        .index = -1, .place = -1, .at = scalar.at, .word = text_nfc(binding->arena, scalar.text)};
}

const struct form status_form = {
    .read = read_status,
    .how = N_("write one of its words, or of those in 'statuser' of the plan"),
    .pattern = "[^ \\t\\n][^\\n]*",
    .number = ANY_NUMBER,
    .truth = true,
};

const struct status_scale general_scale = {
    .places = {{STATUS_NOT_STARTED, NULL},
               {STATUS_ONGOING, NULL},
               {STATUS_WAITING, NULL},
               {STATUS_DEFERRED, NULL},
               {STATUS_DONE, NULL},
               {STATUS_DROPPED, NULL}},
    .count = STATUS_COUNT,
};

void status_scale_make(const struct own_statuses *own, struct status_scale *scale) {
    *scale = (struct status_scale){.count = 0};
    for (int meaning = 0; meaning < STATUS_COUNT; meaning++) {
        int before = scale->count;
        for (size_t i = 0; i < own->count && i < MOST_OWN_STATUSES; i++) {
            // One whose meaning is not known is told of there, and not where it is used.
            int means = own->items[i].meaning.index;
            if ((means < 0 ? STATUS_ONGOING : means) != meaning)
                continue;
            scale->places[scale->count].meaning = (enum action_status)meaning;
            scale->places[scale->count++].own = &own->items[i];
        }
        if (scale->count == before)
            scale->places[scale->count++].meaning = (enum action_status)meaning;
    }
}

static bool is_word(struct scalar name, struct text word, struct arena *arena) {
    return name.text.size > 0 && text_equal(text_nfc(arena, text_lower(arena, name.text)), word);
}

int status_place_of(const struct status_scale *scale, struct text word, struct arena *arena) {
    struct text small = text_nfc(arena, text_lower(arena, word));
    for (int i = 0; i < scale->count; i++) {
        const struct own_status *own = scale->places[i].own;
        if (own != NULL &&
            (is_word(own->name, small, arena) || is_word(own->name_nn, small, arena)))
            return i;
    }
    struct text general = choice_word(arena, word);
    for (int i = 0; i < scale->count; i++)
        if (text_is(general, status_names[scale->places[i].meaning]))
            return i;
    return -1;
}

struct text status_word_at(const struct status_scale *scale, int place, struct arena *arena) {
    const struct own_status *own = scale->places[place].own;
    return own == NULL ? text_from(status_names[scale->places[place].meaning])
                       : text_lower(arena, own->name.text);
}

// As messages show it.
static struct text shown_word_at(const struct status_scale *scale, int place, struct arena *arena) {
    return scale->places[place].own == NULL
               ? text_from(choice_shown(status_names[scale->places[place].meaning]))
               : status_word_at(scale, place, arena);
}

struct text status_scale_words(const struct status_scale *scale, struct arena *arena) {
    struct text words[MOST_STATUS_PLACES];
    for (int i = 0; i < scale->count; i++)
        words[i] = shown_word_at(scale, i, arena);
    return text_join(arena, words, (size_t)scale->count, TEXT(", "));
}

// What people call a status that goes by another word here.
static const struct {
    const char *word;
    enum action_status meaning;
} other_words[] = {
    {"påbegynt", STATUS_ONGOING},
    {"på gang", STATUS_ONGOING},
    {"startet", STATUS_ONGOING},
    {"starta", STATUS_ONGOING},
    {"under arbeid", STATUS_ONGOING},
    {"i arbeid", STATUS_ONGOING},
    {"ferdig", STATUS_DONE},
    {"ferdigstilt", STATUS_DONE},
    {"gjennomført", STATUS_DONE},
    {"utført", STATUS_DONE},
    {"avsluttet", STATUS_DONE},
    {"avslutta", STATUS_DONE},
    {"satt på vent", STATUS_WAITING},
    {"sett på vent", STATUS_WAITING},
    {"venter", STATUS_WAITING},
    {"ikke påbegynt", STATUS_NOT_STARTED},
    {"ikkje påbegynt", STATUS_NOT_STARTED},
    {"ikke begynt", STATUS_NOT_STARTED},
    {"droppet", STATUS_DROPPED},
    {"droppa", STATUS_DROPPED},
    {"utgått", STATUS_DROPPED},
    {"avlyst", STATUS_DROPPED},
};

// The place of the status that a word means, or is a slip for; the count where it is not clear.
static size_t place_meant(const struct status_scale *scale, struct text word,
                          const struct text *words) {
    size_t count = (size_t)scale->count;
    for (size_t i = 0; i < sizeof other_words / sizeof *other_words; i++)
        for (size_t place = 0; place < count && text_is(word, other_words[i].word); place++)
            if (scale->places[place].meaning == other_words[i].meaning)
                return place;
    size_t near = text_nearest(word, words, count);
    return near < count && text_is_slip_of(word, words[near]) ? near : count;
}

static void report_word(const struct told_status *status, const struct status_scale *scale,
                        struct text file, struct diagnostics *diagnostics, struct arena *arena) {
    struct text words[MOST_STATUS_PLACES], shown[MOST_STATUS_PLACES];
    size_t count = (size_t)scale->count;
    for (int i = 0; i < scale->count; i++) {
        words[i] = status_word_at(scale, i, arena);
        shown[i] = shown_word_at(scale, i, arena);
    }
    struct text word = text_lower(arena, status->word);
    size_t near = place_meant(scale, word, words);
    near = near < count ? near : place_meant(scale, word, shown);
    if (near < count)
        report(diagnostics, RULE_UNKNOWN_STATUS, file, status->at,
               _("unknown %s '%.*s'; did you mean '%s'?"), "status", TEXT_ARGS(status->word),
               text_copy(arena, shown[near]).data);
    else
        report(diagnostics, RULE_UNKNOWN_STATUS, file, status->at,
               _("unknown %s '%.*s'; it is one of %s"), "status", TEXT_ARGS(status->word),
               status_scale_words(scale, arena).data);
}

void status_settle(struct told_status *status, const struct status_scale *scale, struct text file,
                   struct diagnostics *diagnostics, struct arena *arena) {
    if (status->at.line == 0)
        return;
    status->place = status_place_of(scale, status->word, arena);
    status->index = status->place < 0 ? -1 : (int)scale->places[status->place].meaning;
    status->own = status->place < 0 ? NULL : scale->places[status->place].own;
    if (status->place < 0 && diagnostics != NULL)
        report_word(status, scale, file, diagnostics, arena);
}
