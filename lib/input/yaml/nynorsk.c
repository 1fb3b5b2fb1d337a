// SPDX-License-Identifier: MIT

#include "input/yaml/nynorsk.h"

#include <string.h>

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
};

enum { WORD_COUNT = sizeof words_of / sizeof *words_of };

struct text choice_word(struct arena *arena, struct text written) {
    struct text word = text_nfc(arena, text_lower(arena, written));
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (text_is(word, words_of[i].nynorsk))
            return text_from(words_of[i].bokmaal);
    return word;
}

const char *const *choice_words_in_both(const char *const *words, struct arena *arena) {
    size_t count = 0, added = 0;
    while (words[count] != NULL)
        count++;
    const char **both = arena_alloc(arena, (count + WORD_COUNT + 1) * sizeof *both);
    memcpy(both, words, count * sizeof *both);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < WORD_COUNT; j++)
            if (strcmp(words[i], words_of[j].bokmaal) == 0)
                both[count + added++] = words_of[j].nynorsk;
    return added == 0 ? words : both;
}
