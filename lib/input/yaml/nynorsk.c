// SPDX-License-Identifier: MIT

#include "input/yaml/nynorsk.h"

#include "base/message.h"

#include <string.h>

// Of several forms of a word the first is the one that is shown.
static const struct {
    const char *nynorsk;
    const char *bokmaal;
} words_of[] = {
    {"ikkje starta", "ikke startet"},
    {"i gang", "pågår"},
    {"utsett", "utsatt"},
    {"går ut", "utgår"},
    {"haust", "høst"},
    {"hausten", "høst"},
    {"høsten", "høst"},
    {"vår", "vår"},
    {"våren", "vår"},
    {"vår/haust", "vår/høst"},
    {"oppstart haust", "oppstart høst"},
    {"sett i gang", "igangsatt"},
    {"løpande", "løpende"},
    {"som framlegg", "som forslag"},
    {"endra", "endret"},
    {"trekt", "trukket"},
    {"fall", "falt"},
    {"samla kostnad", "samlet kostnad"},
    {"utan", "uten"},
    {"fagleg", "faglig"},
    {"helseføretak", "helseforetak"},
    {"brukarutval", "brukerutvalg"},
    {"leiar", "leder"},
    {"nestleiar", "nestleder"},
    {"ymse", "eventuelt"},
    {"blir kompensert", "kompenseres"},
    {"kompenserast", "kompenseres"},
    {"åtvaring", "advarsel"},
    {"avslutta", "avsluttet"},
    {"planlagd", "planlagt"},
    {"eksisterande", "eksisterende"},
    {"på høyring", "på høring"},
    {"til handsaming", "til behandling"},
    {"høgare", "høyere"},
    {"lågare", "lavere"},
    {"vedteke", "vedtatt"},
    {"støttar", "støtter"},
    {"støttar med merknad", "støtter med merknad"},
    {"støttar ikkje", "støtter ikke"},
    {"blir vurdert", "vurderes"},
    {"måndag", "mandag"},
    {"tysdag", "tirsdag"},
};

enum { WORD_COUNT = sizeof words_of / sizeof *words_of };

struct text choice_word(struct arena *arena, struct text written) {
    struct text word = text_nfc(arena, text_lower(arena, written));
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (text_is(word, words_of[i].nynorsk))
            return text_from(words_of[i].bokmaal);
    return word;
}

const char *choice_shown(const char *word) {
    for (size_t i = 0; i < WORD_COUNT && message_language_is("nn"); i++)
        if (strcmp(word, words_of[i].bokmaal) == 0)
            return words_of[i].nynorsk;
    return word;
}

static size_t count_words(const char *const *words) {
    size_t count = 0;
    while (words[count] != NULL)
        count++;
    return count;
}

static struct text *texts_of(const char *const *words, struct arena *arena) {
    size_t count = count_words(words);
    struct text *texts = arena_alloc(arena, (count + 1) * sizeof *texts);
    for (size_t i = 0; i < count; i++)
        texts[i] = text_from(words[i]);
    return texts;
}

// Ends with NULL, as `words` do.
static const char *const *shown_of(const char *const *words, struct arena *arena) {
    size_t count = count_words(words);
    const char **shown = arena_alloc(arena, (count + 1) * sizeof *shown);
    for (size_t i = 0; i < count; i++)
        shown[i] = choice_shown(words[i]);
    shown[count] = NULL;
    return shown;
}

struct text choices_shown(const char *const *words, struct arena *arena) {
    return text_join(arena, texts_of(shown_of(words, arena), arena), count_words(words),
                     TEXT(", "));
}

// The one that `written`, one word, begins with: "drøfting" of "drøftingssak".
static const char *first_part(struct text written, const char *const *words) {
    enum { SHORTEST = 5 }; // bytes: "år" begins much
    if (text_find(written, ' ') < written.size)
        return NULL;
    for (; *words != NULL; words++)
        if (strlen(*words) >= SHORTEST && text_starts_with(written, text_from(*words)))
            return *words;
    return NULL;
}

static const char *near_or_first_part(struct text written, const char *const *words,
                                      struct arena *arena) {
    size_t count = count_words(words), near = text_nearest(written, texts_of(words, arena), count);
    return near < count ? words[near] : first_part(written, words);
}

const char *choice_meant(struct text written, const char *const *words, struct arena *arena) {
    const char *meant = near_or_first_part(written, shown_of(words, arena), arena);
    return meant != NULL ? meant
                         : near_or_first_part(written, choice_words_in_both(words, arena), arena);
}

const char *const *choice_words_in_both(const char *const *words, struct arena *arena) {
    size_t count = count_words(words), added = 0;
    const char **both = arena_alloc(arena, (count + WORD_COUNT + 1) * sizeof *both);
    memcpy(both, words, count * sizeof *both);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < WORD_COUNT; j++)
            if (strcmp(words[i], words_of[j].bokmaal) == 0 &&
                strcmp(words[i], words_of[j].nynorsk) != 0)
                both[count + added++] = words_of[j].nynorsk;
    return added == 0 ? words : both;
}
