// SPDX-License-Identifier: MIT

#include "model/meeting/headings.h"

struct heading {
    struct text words; // in small letters
    enum case_section_kind kind;
};

static const struct heading known[] = {
    {TEXT_OF("forslag til vedtak"), SECTION_PROPOSAL},
    {TEXT_OF("framlegg til vedtak"), SECTION_PROPOSAL},
    {TEXT_OF("behandling i møtet"), SECTION_TREATMENT},
    {TEXT_OF("handsaming i møtet"), SECTION_TREATMENT},
    {TEXT_OF("vedtak"), SECTION_DECISION},
    {TEXT_OF("protokolltilførsel"), SECTION_ENTRY},
    {TEXT_OF("innstilling"), SECTION_PROPOSAL},
    {TEXT_OF("forslag til innstilling"), SECTION_PROPOSAL},
    {TEXT_OF("tilråding"), SECTION_PROPOSAL},
    {TEXT_OF("vedtaksforslag"), SECTION_PROPOSAL},
    {TEXT_OF("vedtaksframlegg"), SECTION_PROPOSAL},
    {TEXT_OF("framlegg til innstilling"), SECTION_PROPOSAL},
    {TEXT_OF("vedtatt"), SECTION_DECISION},
    {TEXT_OF("vedteke"), SECTION_DECISION},
    {TEXT_OF("endelig vedtak"), SECTION_DECISION},
    {TEXT_OF("endeleg vedtak"), SECTION_DECISION},
    {TEXT_OF("vedtak i saken"), SECTION_DECISION},
    {TEXT_OF("vedtak i saka"), SECTION_DECISION},
    {TEXT_OF("møtets vedtak"), SECTION_DECISION},
    {TEXT_OF("behandling av saken"), SECTION_TREATMENT},
    {TEXT_OF("handsaming av saka"), SECTION_TREATMENT},
    {TEXT_OF("behandling"), SECTION_TREATMENT},
    {TEXT_OF("handsaming"), SECTION_TREATMENT},
    {TEXT_OF("drøfting i møtet"), SECTION_TREATMENT},
    {TEXT_OF("oppsummering frå møtet"), SECTION_TREATMENT},
    {TEXT_OF("oppsummering fra møtet"), SECTION_TREATMENT},
    {TEXT_OF("tilrådning"), SECTION_PROPOSAL},
    {TEXT_OF("innstilling til vedtak"), SECTION_PROPOSAL},
    {TEXT_OF("tilråding til vedtak"), SECTION_PROPOSAL},
    {TEXT_OF("forslag fra sekretariatet"), SECTION_PROPOSAL},
    {TEXT_OF("forslag frå sekretariatet"), SECTION_PROPOSAL},
    {TEXT_OF("framlegg frå sekretariatet"), SECTION_PROPOSAL},
    {TEXT_OF("forslag til konklusjon"), SECTION_PROPOSAL},
};
enum { KNOWN = sizeof known / sizeof *known };

// What other trees call them.
static const struct heading other[] = {
    {TEXT_OF("forslag"), SECTION_PROPOSAL},
    {TEXT_OF("framlegg"), SECTION_PROPOSAL},
    {TEXT_OF("referat"), SECTION_TREATMENT},
    {TEXT_OF("oppsummering"), SECTION_TREATMENT},
    {TEXT_OF("konklusjon"), SECTION_DECISION},
    {TEXT_OF("beslutning"), SECTION_DECISION},
    {TEXT_OF("avgjerd"), SECTION_DECISION},
    {TEXT_OF("protokollmerknad"), SECTION_ENTRY},
    {TEXT_OF("merknad til protokollen"), SECTION_ENTRY},
};

enum { OTHER = sizeof other / sizeof *other };

static struct text words_of(struct text title, struct arena *arena) {
    struct text words = text_trim(title);
    while (words.size > 0 &&
           (words.data[words.size - 1] == ':' || words.data[words.size - 1] == '.'))
        words = text_trim(text_slice(words, 0, words.size - 1));
    return text_lower(arena, words);
}

static enum case_section_kind find(const struct heading *headings, size_t count,
                                   struct text words) {
    for (size_t i = 0; i < count; i++)
        if (text_equal(words, headings[i].words))
            return headings[i].kind;
    return SECTION_FREE;
}

// "Sekretariatets innstilling", "Rådmannen si tilråding": whose proposal it is comes first.
static bool is_somebodys_proposal(struct text words) {
    static const struct text ends[] = {
        TEXT_OF("s innstilling"), TEXT_OF(" si innstilling"), TEXT_OF(" sin innstilling"),
        TEXT_OF("s tilråding"),   TEXT_OF(" si tilråding"),   TEXT_OF("s forslag til vedtak"),
        TEXT_OF("s tilrådning"),  TEXT_OF(" sitt framlegg"),  TEXT_OF("s forslag til innstilling"),
    };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (words.size > ends[i].size && text_ends_with(words, ends[i]))
            return true;
    return false;
}

enum case_section_kind heading_kind(struct text title, struct arena *arena) {
    struct text words = words_of(title, arena);
    return is_somebodys_proposal(words) ? SECTION_PROPOSAL : find(known, KNOWN, words);
}

static struct text name_of(enum case_section_kind kind) {
    static const struct text names[] = {
        [SECTION_PROPOSAL] = TEXT_OF("Forslag til vedtak"),
        [SECTION_TREATMENT] = TEXT_OF("Behandling i møtet"),
        [SECTION_DECISION] = TEXT_OF("Vedtak"),
        [SECTION_ENTRY] = TEXT_OF("Protokolltilførsel"),
    };
    return kind == SECTION_FREE ? TEXT("") : names[kind];
}

struct text heading_meant(struct text title, enum case_section_kind *kind, struct arena *arena) {
    struct text words = words_of(title, arena), candidates[KNOWN + OTHER];
    *kind = find(other, OTHER, words);
    if (*kind != SECTION_FREE)
        return name_of(*kind);
    for (size_t i = 0; i < KNOWN + OTHER; i++)
        candidates[i] = i < KNOWN ? known[i].words : other[i - KNOWN].words;
    size_t near = text_nearest(words, candidates, KNOWN + OTHER);
    if (near < KNOWN + OTHER)
        *kind = near < KNOWN ? known[near].kind : other[near - KNOWN].kind;
    return name_of(*kind);
}
